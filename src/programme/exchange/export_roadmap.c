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
static enum status
write_programme_record(struct document_writer *writer, struct error *error)
{
	struct query query = { .type = type_find("programme"), .limit = 1 };
	struct arena arena = { 0 };
	struct record record;
	size_t count = 0;
	enum status status =
		programme_page(writer->programme, &query, &arena, &record, 1, &count, error);

	if (status == STATUS_OK && count == 1) {
		json_begin_object(&writer->json, "programme");
		document_write_fields(writer, &record, -1);
		json_end_object(&writer->json);
	}
	arena_clear(&arena);
	return status;
}

struct people {
	struct document_writer *writer;
	const struct id_set *set;
};

static enum status
write_person(void *context, const struct record *record, struct error *error)
{
	struct people *people = context;
	struct json_writer *json = &people->writer->json;
	const struct value *name = record_get(record, "name"),
			   *active = record_get(record, "active"),
			   *kind = record_get(record, "kind");
	const char *identifier;

	(void)error;
	bool coach =
		people->writer->audience != AUDIENCE_TEAM && record_is(record, "group", "coach");

	if (!id_set_has(people->set, record->id) && !coach)
		return STATUS_OK;
	identifier = document_identifier(people->writer, record->type, record->id);
	json_begin_inline_object(json, NULL);
	json_text(json, "id", identifier, strlen(identifier));
	json_text(json, "name", name->text, name->length);
	if (kind->kind == VALUE_TEXT && strcmp(kind->text, "person") != 0)
		json_text(json, "kind", kind->text, kind->length);
	if (coach)
		json_text(json, "group", "coach", strlen("coach"));
	if (active->kind == VALUE_INTEGER && active->integer == 0)
		json_boolean(json, "active", false);
	json_end_object(json);
	return people->writer->status;
}

/* Who the people are to whom the roadmap refers, not how they are seen; and who coaches, because
 * waves are as large as coaches can carry. */
static enum status
write_people(struct document_writer *writer, struct error *error)
{
	struct query query = { .type = type_find("stakeholder") };
	struct id_set set = { 0 };
	struct people people = { writer, &set };
	enum status status = document_find_people(writer, is_in_roadmap, &set, error);

	json_begin_array(&writer->json, "people");
	if (status == STATUS_OK)
		status = programme_each(writer->programme, &query, write_person, &people, error);
	json_end_array(&writer->json);
	id_set_clear(&set);
	return status;
}

static enum status
write_milestones(struct document_writer *writer, const char *name, const struct value *phase,
	struct error *error)
{
	const struct type *milestone = type_find("milestone");
	int field = type_field_index(milestone, "phase");
	struct query query = { .type = milestone, .condition_count = 1 };
	enum status status;

	query.conditions[0] = (struct condition){ field, COMPARE_EQUAL, *phase };
	writer->skip = field;
	status = document_write_list(writer, name, &query, true, error);
	writer->skip = -1;
	return status;
}

static enum status
write_phase(void *context, const struct record *record, struct error *error)
{
	struct document_writer *writer = context;
	const struct type *slice = type_find("slice");
	struct query query = { .type = slice, .condition_count = 1 };
	struct value id = value_integer(record->id);
	enum status status;

	query.conditions[0] =
		(struct condition){ type_field_index(slice, "phase"), COMPARE_EQUAL, id };
	json_begin_object(&writer->json, NULL);
	document_write_fields(writer, record, -1);
	writer->skip = query.conditions[0].field;
	status = document_write_list(writer, "slices", &query, false, error);
	writer->skip = -1;
	if (status == STATUS_OK)
		status = write_milestones(writer, "milestones", &id, error);
	json_end_object(&writer->json);
	return status;
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

static enum status
write_records(struct document_writer *writer, const struct type *type, struct error *error)
{
	enum status status;

	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (strcmp(choices[i].type, type->name) == 0)
			writer->chooses = choices[i].chooses;
	status = document_write_type(writer, type, type->plural, false, error);
	writer->chooses = NULL;
	return status;
}

/* What the roadmap lists beside its phases; then, for the lead, what its waves, findings and
 * confidence follow from: a roadmap that was imported says what it said before. */
static enum status
write_lists(struct document_writer *writer, enum roadmap_part part, struct error *error)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (types[i]->roadmap == part && type_is_for(types[i], writer->audience))
			status = write_records(writer, types[i], error);
	return status;
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
	{ "confidence", COLUMN_LIST, ROWS(struct roadmap_result, confidence.scopes, confidence.count),
		.columns = scope_columns, .always = true, .audience = AUDIENCE_TEAM,
		.help = "The programme first, then phases, then workstreams." },
	{ "findings", COLUMN_LIST, EACH(each_finding, struct finding), .columns = finding_columns,
		.always = true, .audience = AUDIENCE_TEAM, .help = "Of the roadmap's own rules." },
	{ 0 },
};

/* clang-format on */

static enum status
write_derived(struct document_writer *writer, struct error *error)
{
	struct arena arena = { 0 };
	struct roadmap_result derived = { .programme = writer->programme };
	enum status status =
		programme_confidence(writer->programme, &arena, &derived.confidence, error);

	if (status == STATUS_OK)
		document_tell(writer, roadmap_columns, &derived);
	arena_clear(&arena);
	return status == STATUS_OK ? writer->status : status;
}

enum status
document_write_roadmap(struct document_writer *writer, struct error *error)
{
	struct query phases = { .type = type_find("phase") };
	struct value none = value_none();
	struct arena arena = { 0 };
	const struct schedule *schedule;
	struct sequence_report sequence;
	enum status status = milestone_now_read(writer->programme, &schedule, error);

	if (status == STATUS_OK)
		status = programme_sequence(writer->programme, &arena, &sequence, error);
	writer->schedule = status == STATUS_OK ? schedule : NULL;
	writer->sequence = status == STATUS_OK ? &sequence : NULL;
	document_begin(writer, "roadmap");
	if (status == STATUS_OK)
		status = write_programme_record(writer, error);
	if (status == STATUS_OK)
		status = write_people(writer, error);
	json_begin_array(&writer->json, "phases");
	if (status == STATUS_OK)
		status = programme_each(writer->programme, &phases, write_phase, writer, error);
	json_end_array(&writer->json);
	if (status == STATUS_OK)
		status = write_milestones(writer, "unphased", &none, error);
	if (status == STATUS_OK)
		status = write_lists(writer, ROADMAP_LISTS, error);
	if (status == STATUS_OK && writer->audience == AUDIENCE_LEAD)
		status = write_lists(writer, ROADMAP_GROUNDS, error);
	if (status == STATUS_OK)
		status = write_derived(writer, error);
	document_end(writer);
	writer->schedule = NULL;
	writer->sequence = NULL;
	milestone_now_release(schedule);
	arena_clear(&arena);
	return status;
}
