/* SPDX-License-Identifier: MIT */
/*
 * The roadmap document: phases with what lies in them, what stands beside them, what is computed,
 * and what that follows from. Must not decide who sees a field: the writer does.
 */
#include <stdlib.h>
#include <string.h>

#include "document_writer.h"
#include "programme/results/columns.h"
#include "rollout/model/setting.h"
#include "rollout/programme/confidence.h"
#include "rollout/programme/reading.h"

/* Whether the document holds the reference: a person whom only what is left out names stays out. */
static bool
is_in_roadmap(const struct document_writer *writer, const struct referrer *referrer)
{
	const struct type *type = referrer->type;

	return type->roadmap != ROADMAP_LEAVES_OUT &&
	       (type->roadmap != ROADMAP_GROUNDS || writer->audience == AUDIENCE_LEAD) &&
	       type_field_is_for(type, (size_t)referrer->field, writer->audience);
}

/* The programme record stands alone, not in a list. */
static void
write_programme_record(struct document_writer *writer)
{
	struct query query = query_of("programme");
	struct record record;

	query.limit = 1;
	rows_read(&writer->rows, &query);
	while (rows_next(&writer->rows, &record)) {
		json_begin_object(&writer->json, "programme");
		document_write_fields(writer, &record, -1);
		json_end_object(&writer->json);
	}
}

static void
write_person(struct document_writer *writer, const struct record *record, bool coach)
{
	struct json_writer *json = &writer->json;
	const struct value *name = record_get(record, "name"), *kind = record_get(record, "kind");
	const char *identifier = document_identifier(writer, record->type, record->id);

	json_begin_inline_object(json, NULL);
	json_text(json, "id", identifier, strlen(identifier));
	json_text(json, "name", name->text, name->length);
	if (kind->kind == VALUE_TEXT && strcmp(kind->text, "person") != 0)
		json_text(json, "kind", kind->text, kind->length);
	if (coach)
		json_text(json, "group", "coach", strlen("coach"));
	if (!record_flag(record, "active", true))
		json_boolean(json, "active", false);
	json_end_object(json);
}

/* Who the people are to whom the roadmap refers, not how they are seen; and who coaches, because
 * waves are as large as coaches can carry. */
static void
write_people(struct document_writer *writer)
{
	struct id_set set = { 0 };
	struct record record;

	document_find_people(writer, is_in_roadmap, &set);
	json_begin_array(&writer->json, "people");
	rows_of(&writer->rows, "stakeholder", NULL);
	while (rows_next(&writer->rows, &record)) {
		bool coach =
			writer->audience != AUDIENCE_TEAM && record_is(&record, "group", "coach");

		if (coach || id_set_has(&set, record.id))
			write_person(writer, &record, coach);
	}
	json_end_array(&writer->json);
	id_set_clear(&set);
}

/* What belongs to that phase, or to none. */
static void
write_of_phase(struct document_writer *writer, const char *type, const char *name,
	struct value phase, bool nest)
{
	struct query query = query_of(type);

	query_where(&query, "phase", phase);
	writer->skip = query.conditions[0].field;
	document_write_list(writer, name, &query, nest);
	writer->skip = -1;
}

static void
write_phases(struct document_writer *writer)
{
	struct record record;

	json_begin_array(&writer->json, "phases");
	rows_of(&writer->rows, "phase", NULL);
	while (rows_next(&writer->rows, &record)) {
		struct value phase = value_integer(record.id);

		json_begin_object(&writer->json, NULL);
		document_write_fields(writer, &record, -1);
		write_of_phase(writer, "slice", "slices", phase, false);
		write_of_phase(writer, "milestone", "milestones", phase, true);
		json_end_object(&writer->json);
	}
	json_end_array(&writer->json);
	write_of_phase(writer, "milestone", "unphased", value_none(), true);
}

/* Every new file knows the defaults. */
static bool
is_own_setting(struct document_writer *writer, const struct record *record)
{
	const struct value *key = &record->values[0], *value = record_get(record, "value");
	const struct setting *setting = key->kind == VALUE_TEXT ? setting_find(key->text) : NULL;

	(void)writer;
	return !setting || strcmp(setting->value, value->text) != 0;
}

static bool
is_waiver_of_roadmap(struct document_writer *writer, const struct record *record)
{
	const struct rule *rule = document_rule_of(writer, record);

	return rule && (rule->about == ABOUT_ROADMAP || rule->about == ABOUT_READINESS);
}

/* Of these types not every record belongs to the roadmap. */
static const struct {
	const char *type;
	bool (*chooses)(struct document_writer *writer, const struct record *record);
} choices[] = {
	{ "setting", is_own_setting },
	{ "waiver", is_waiver_of_roadmap },
};

/* What the roadmap lists beside its phases; then, for the lead, what its waves, findings and
 * confidence follow from: a roadmap that was imported says what it said before. */
static void
write_lists(struct document_writer *writer, enum roadmap_part part)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		if (types[i]->roadmap != part || !type_is_for(types[i], writer->audience))
			continue;
		for (size_t k = 0; k < sizeof choices / sizeof *choices; k++)
			if (strcmp(choices[k].type, types[i]->name) == 0)
				writer->chooses = choices[k].chooses;
		document_write_type(writer, types[i], types[i]->plural, false);
		writer->chooses = NULL;
	}
}

/* What is worked out and stands beside the records. */
struct roadmap_result {
	struct programme *programme;
	struct confidence_report confidence;
};

/* Those of the roadmap's own rules; what concerns people's attitudes stays in the register, and
 * what follows from the diagnosis with its answers. */
static enum status
each_finding(const void *whole, result_row *row, void *context, struct error *error)
{
	struct programme *programme = ((const struct roadmap_result *)whole)->programme;
	struct rows rows = rows_open(programme, NULL, error);
	struct finding finding;
	const struct rule *rules;
	size_t count = 0;

	if (rows.status == STATUS_OK)
		rows.status = rulebook_list(programme->store, &rules, &count, error);
	for (size_t i = 0; i < count; i++) {
		if (rules[i].about == ABOUT_ROADMAP)
			rows_check(&rows, rules[i].id);
		while (rows_next_finding(&rows, &finding))
			rows.status = row(context, &finding, error);
	}
	return rows_close(&rows);
}

/* clang-format off */

const struct result_column roadmap_columns[] = {
	{ "confidence", COLUMN_LIST, "The programme first, then phases, then workstreams.",
		ROWS(struct roadmap_result, confidence.scopes, confidence.count),
		.columns = scope_columns, .audience = AUDIENCE_TEAM },
	{ "findings", COLUMN_LIST, "Of the roadmap's own rules.",
		EACH(each_finding, struct finding), .columns = finding_columns,
		.audience = AUDIENCE_TEAM },
	{ 0 },
};

/* clang-format on */

static void
write_derived(struct document_writer *writer)
{
	struct arena arena = { 0 };
	struct rows *rows = &writer->rows;
	struct roadmap_result derived = { .programme = rows->programme };

	if (rows->status == STATUS_OK)
		rows->status = programme_confidence(
			rows->programme, &arena, &derived.confidence, rows->error);
	if (rows->status == STATUS_OK)
		document_tell(writer, roadmap_columns, &derived);
	arena_clear(&arena);
}

void
document_write_roadmap(struct document_writer *writer)
{
	struct arena arena = { 0 };
	struct rows *rows = &writer->rows;
	struct sequence_report sequence;

	if (rows->status == STATUS_OK)
		rows->status = milestone_now_read(rows->programme, &writer->schedule, rows->error);
	if (rows->status == STATUS_OK)
		rows->status = programme_sequence(rows->programme, &arena, &sequence, rows->error);
	writer->sequence = rows->status == STATUS_OK ? &sequence : NULL;
	document_begin(writer, "roadmap");
	write_programme_record(writer);
	write_people(writer);
	write_phases(writer);
	write_lists(writer, ROADMAP_LISTS);
	if (writer->audience == AUDIENCE_LEAD)
		write_lists(writer, ROADMAP_GROUNDS);
	write_derived(writer);
	document_end(writer);
	milestone_now_release(writer->schedule);
	writer->schedule = NULL;
	writer->sequence = NULL;
	arena_clear(&arena);
}
