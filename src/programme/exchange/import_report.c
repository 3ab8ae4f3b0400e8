/* SPDX-License-Identifier: MIT */
/*
 * What an import did, or would do, for who asked for it: how each column was read, what was kept
 * out, who was added. Must not quote a value that is an opinion.
 */
#include "import_report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rollout/base/text.h"

/* Where the report goes. */
struct report {
	struct arena *arena; /* of its texts */
	struct import_result *result;
};

static const char *
target_name(const struct mapping *mapping, const struct column *column)
{
	switch (column->target) {
	case COLUMN_IGNORED:
	case COLUMN_NUMBER:
	case COLUMN_COMPUTED: return NULL;
	case COLUMN_FIELD:
		return column->field == 0 ? "id" : mapping->type->fields[column->field].name;
	case COLUMN_NESTED: return column->nested->member;
	case COLUMN_LINKS:
		return strcmp(column->word, "depends_on") == 0 ? "depends_on" : "relationships";
	case COLUMN_CRITERIA: return "evidence";
	case COLUMN_FIRST_NAME:
	case COLUMN_MIDDLE_NAME:
	case COLUMN_LAST_NAME: return "name";
	case COLUMN_ROLE: return "role";
	case COLUMN_LEVEL: return "attitude";
	}
	return NULL;
}

static const char *
keep(const struct report *report, const char *text)
{
	return text ? arena_copy(report->arena, text, strlen(text)) : NULL;
}

static void
report_mapping(struct report *report, const struct mapping *mapping, const struct type *main)
{
	struct import_result *result = report->result;
	/* Which list a member stands in, where the file has several. */
	const char *list = mapping->type == main ? "" : mapping->type->plural;

	for (size_t i = 0; i < mapping->count && result->mapping_count < MAPPINGS_MAX; i++) {
		const struct column *column = &mapping->columns[i];

		if (column->target != COLUMN_COMPUTED)
			result->mappings[result->mapping_count++] =
				(struct column_mapping){ arena_format(report->arena, "%s%s%s", list,
								 *list ? "/" : "", column->name),
					keep(report, target_name(mapping, column)), column->count };
	}
	for (size_t i = 0; i < mapping->translation_count && result->value_count < VALUES_MAX;
		i++) {
		const struct translation *translation = &mapping->translations[i];

		result->values[result->value_count++] =
			(struct value_mapping){ mapping->type->fields[translation->field].name,
				keep(report, translation->from), keep(report, translation->to),
				translation->count };
	}
	if (mapping->undecided)
		result->undecided = keep(report, mapping->undecided);
}

static void PRINTF_LIKE(2, 3) warn(struct report *report, const char *format, ...)
{
	struct import_result *result = report->result;
	char text[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	if (result->warning_count < PROBLEMS_SHOWN)
		result->warnings[result->warning_count] = keep(report, text);
	result->warning_count++;
}

static void
report_ignored(struct report *report, const struct incoming_reader *reader)
{
	struct import_result *result = report->result;
	const char *name;
	int64_t count;

	for (size_t i = 0; (name = incoming_reader_ignored(reader, i, &count)) &&
			   result->mapping_count < MAPPINGS_MAX;
		i++)
		result->mappings[result->mapping_count++] =
			(struct column_mapping){ keep(report, name), NULL, count };
}

/* What the file holds and the programme does not: no content goes without a word. */
static void
warn_kept_out(struct report *report, const struct incoming_reader *reader)
{
	struct buffer names = { 0 };
	size_t count, columns = 0;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		const struct mapping *mapping = incoming_reader_mapping(reader, types[i]);

		for (size_t k = 0; mapping && k < mapping->count; k++) {
			const struct column *column = &mapping->columns[k];
			bool numbers = column->target == COLUMN_NUMBER;

			if ((!numbers && column->target != COLUMN_IGNORED) || column->unwanted ||
				column->count == 0)
				continue;
			buffer_format(&names, "%s\"%.60s\" (%s", columns++ > 0 ? ", " : "",
				column->name,
				numbers ? "numbers the rows"
					: text_quantity(
						  report->arena, column->count, "value", NULL));
			if (column->instead)
				buffer_format(
					&names, "; \"%.40s\" counts instead", column->instead);
			buffer_append_text(&names, ")");
		}
	}
	if (columns > 0)
		warn(report, "%s kept out: %s",
			text_quantity(
				report->arena, (int64_t)columns, "column was", "columns were"),
			buffer_text(&names));
	buffer_clear(&names);
}

static void
warn_people(struct report *report, const struct intake *intake)
{
	struct buffer names = { 0 };

	for (int64_t i = 0; i < intake->people_added && i < PEOPLE_NAMED; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", intake->people[i]);
	warn(report,
		intake->people_added == 1
			? "%lld person is named as an owner but not listed and was added: %.300s%s"
			: "%lld people are named as owners but not listed; they were added as "
			  "persons: %.300s%s",
		(long long)intake->people_added, buffer_text(&names),
		intake->people_added > PEOPLE_NAMED ? " …" : "");
	buffer_clear(&names);
}

/* Two people, or one person twice: only who knows them can say. */
static void
warn_look_alikes(struct report *report, const struct intake *intake)
{
	struct buffer names = { 0 };

	for (int64_t i = 0; i < intake->alike_count && i < PEOPLE_NAMED; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", intake->alike[i]);
	warn(report,
		"%lld look%s like somebody of another organisation, key or address and %s added as "
		"new: %.300s%s",
		(long long)intake->alike_count, intake->alike_count == 1 ? "s" : "",
		intake->alike_count == 1 ? "was" : "were", buffer_text(&names),
		intake->alike_count > PEOPLE_NAMED ? " …" : "");
	buffer_clear(&names);
}

static enum status
report_warnings(struct report *report, const struct intake *intake, struct error *error)
{
	const struct type *stakeholder = type_find("stakeholder");
	const char *titles[3], *audience = incoming_reader_audience(intake->reader);
	const char *note;
	int64_t shared = 0;
	enum status status = STATUS_OK;

	if (*audience && strcmp(audience, "lead") != 0)
		warn(report,
			"this document was made for the audience \"%s\": it does not hold "
			"everything",
			audience);
	for (size_t i = 0; (note = incoming_reader_note(intake->reader, i)) != NULL; i++)
		warn(report, "%s", note);
	warn_kept_out(report, intake->reader);
	if (intake->added + intake->changed + intake->unchanged + intake->rejected == 0)
		warn(report, "the file holds no record");
	if (intake->links_dropped > 0)
		warn(report, "%s to people who are neither in the file nor in the programme",
			text_quantity(report->arena, intake->links_dropped, "link was left out",
				"links were left out"));
	if (intake->named_added > 0)
		warn(report, "%s only named and %s added",
			text_quantity(
				report->arena, intake->named_added, "record was", "records were"),
			intake->named_added == 1 ? "was" : "were");
	if (intake->owners_dropped > 0)
		warn(report, "%s several owners; the first of each was taken",
			text_quantity(report->arena, intake->owners_dropped, "record names",
				"records name"));
	if (intake->merged > 0)
		warn(report,
			"%s in this file mean%s the same as an earlier one and %s merged into it",
			text_quantity(report->arena, intake->merged, "record", NULL),
			intake->merged == 1 ? "s" : "", intake->merged == 1 ? "was" : "were");
	if (intake->people_added > 0)
		warn_people(report, intake);
	if (intake->alike_count > 0)
		warn_look_alikes(report, intake);
	if (intake->main == stakeholder && intake->alike_count == 0)
		status = store_shared_titles(intake->programme->store, stakeholder, titles, 3,
			&shared, report->arena, error);
	if (shared > 0)
		warn(report, "%lld names belong to more than one stakeholder, such as \"%s\"",
			(long long)shared, titles[0]);
	return status;
}

static void
report_counts(struct report *report, const struct intake *intake)
{
	struct import_result *result = report->result;
	size_t count;
	const struct type *const *types = model_types(&count);

	result->added = intake->added;
	result->changed = intake->changed;
	result->unchanged = intake->unchanged;
	result->rejected = intake->rejected;
	result->people_added = intake->people_added;
	result->change_count = intake->change_count;
	result->difference_count = intake->difference_count;
	result->changes =
		arena_alloc(report->arena, (intake->change_count + 1) * sizeof *result->changes);
	if (intake->change_count > 0)
		memcpy(result->changes, intake->changes,
			intake->change_count * sizeof *result->changes);
	for (size_t i = 0; i < count; i++) {
		const struct mapping *mapping = incoming_reader_mapping(intake->reader, types[i]);

		if (mapping)
			report_mapping(report, mapping, intake->main);
	}
	report_ignored(report, intake->reader);
}

void
import_report_counts(const struct intake *intake, struct arena *arena, struct import_result *result)
{
	struct report report = { arena, result };

	report_counts(&report, intake);
}

enum status
import_report(const struct intake *intake, struct arena *arena, struct import_result *result,
	struct error *error)
{
	struct report report = { arena, result };

	report_counts(&report, intake);
	return report_warnings(&report, intake, error);
}
