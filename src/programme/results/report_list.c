/* SPDX-License-Identifier: MIT */
/*
 * rollout.list, and the two documents beside it: rollout.removal says what a removal takes
 * along, rollout.types what a file can hold.
 */
#include "report_writer.h"

struct listing {
	struct report *report;
	const int *columns;
	size_t count;
};

static void
write_record(struct report *report, const struct record *record)
{
	json_begin_object(&report->writer.json, NULL);
	document_write_fields(&report->writer, record, -1);
	json_end_object(&report->writer.json);
}

static enum status
write_row(void *context, const struct record *record, struct error *error)
{
	struct listing *listing = context;
	struct record shown = *record;

	(void)error;
	if (listing->count > 0)
		for (size_t i = 1; i < record->type->field_count; i++)
			shown.values[i] = value_none();
	for (size_t i = 0; i < listing->count; i++)
		shown.values[listing->columns[i]] = record->values[listing->columns[i]];
	write_record(listing->report, &shown);
	return STATUS_OK;
}

enum status
report_write_list(struct programme *programme, const struct query *query, const int *columns,
	size_t count, int descriptor, struct error *error)
{
	struct report report;
	struct listing listing = { &report, columns, count };
	enum status status;

	report_begin(&report, programme, "rollout.list", descriptor);
	report_text(&report, "type", query->type->name);
	json_begin_array(&report.writer.json, "records");
	status = programme_each(programme, query, write_row, &listing, error);
	if (!status)
		json_end_array(&report.writer.json);
	return report_end(&report, status, error);
}

enum status
report_write_record(struct programme *programme, const struct type *type, int64_t id,
	int descriptor, struct error *error)
{
	struct report report;
	struct arena arena = { 0 };
	struct record record;
	enum status status = programme_get(programme, type, id, &arena, &record, error);

	report_begin(&report, programme, "rollout.list", descriptor);
	if (!status) {
		report_text(&report, "type", type->name);
		json_begin_array(&report.writer.json, "records");
		write_record(&report, &record);
		json_end_array(&report.writer.json);
	}
	arena_clear(&arena);
	return report_end(&report, status, error);
}

static void
write_along(struct report *report, const struct removal *removal)
{
	json_begin_array(&report->writer.json, "along");
	for (size_t i = 0; i < removal->line_count; i++) {
		if (removal->lines[i].field >= 0)
			continue;
		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "type", removal->lines[i].type->name);
		json_integer(&report->writer.json, "count", removal->lines[i].count);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

static void
write_emptied(struct report *report, const struct removal *removal)
{
	json_begin_array(&report->writer.json, "emptied");
	for (size_t i = 0; i < removal->line_count; i++) {
		const struct removal_line *line = &removal->lines[i];

		if (line->field < 0)
			continue;
		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "type", line->type->name);
		report_text(report, "field", line->type->fields[line->field].name);
		json_integer(&report->writer.json, "count", line->count);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

enum status
report_write_removal(struct programme *programme, const struct type *type,
	const char *const *identifiers, size_t count, const struct removal *removal, bool dry_run,
	int descriptor, struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.removal", descriptor);
	report_text(&report, "type", type->name);
	json_boolean(&report.writer.json, "dry_run", dry_run);
	json_begin_array(&report.writer.json, "removed");
	for (size_t i = 0; i < count; i++)
		report_text(&report, NULL, identifiers[i]);
	json_end_array(&report.writer.json);
	json_integer(&report.writer.json, "records", removal->records);
	write_along(&report, removal);
	write_emptied(&report, removal);
	return report_end(&report, STATUS_OK, error);
}

static void
write_described_field(struct report *report, const struct field *field)
{
	json_begin_object(&report->writer.json, NULL);
	report_text(report, "name", field->kind == FIELD_KEY ? "id" : field->name);
	report_text(report, "kind", field_kind_name(field->kind));
	json_boolean(&report->writer.json, "required", field->required);
	json_boolean(&report->writer.json, "sensitive", field->sensitive);
	if (field->choices) {
		json_begin_array(&report->writer.json, "choices");
		for (const struct choice *choice = field->choices; choice->name; choice++)
			report_text(report, NULL, choice->name);
		json_end_array(&report->writer.json);
	}
	report_text(report, "target", field->target);
	if (field->kind == FIELD_INTEGER) {
		json_integer(&report->writer.json, "minimum", field->minimum);
		json_integer(&report->writer.json, "maximum", field->maximum);
	}
	report_text(report, "preset", field->preset);
	report_text(report, "help", field->help);
	json_end_object(&report->writer.json);
}

static void
write_described_type(struct report *report, const struct type *type, bool fields)
{
	json_begin_object(&report->writer.json, NULL);
	report_text(report, "name", type->name);
	report_text(report, "plural", type->plural);
	report_text(report, "label", type->label);
	report_text(report, "help", type->help);
	if (fields) {
		json_begin_array(&report->writer.json, "fields");
		for (size_t i = 0; i < type->field_count; i++)
			write_described_field(report, &type->fields[i]);
		json_end_array(&report->writer.json);
	}
	json_end_object(&report->writer.json);
}

enum status
report_write_types(const struct type *only, day today, int descriptor, struct error *error)
{
	struct programme no_file = { .today = today };
	struct report report;
	size_t count;
	const struct type *const *types = model_types(&count);

	report_begin(&report, &no_file, "rollout.types", descriptor);
	json_begin_array(&report.writer.json, "types");
	for (size_t i = 0; i < count; i++)
		if (!only || only == types[i])
			write_described_type(&report, types[i], only != NULL);
	json_end_array(&report.writer.json);
	return report_end(&report, STATUS_OK, error);
}
