/* SPDX-License-Identifier: MIT */
/*
 * The roadmap document: phases with what lies in them, what stands beside them, what is reckoned,
 * and what that follows from. Must not decide who sees a field: the writer does.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/delivery/confidence_facts.h"
#include "document_writer.h"
#include "rollout/model/setting.h"

/* What a roadmap lists beside its phases. */
static const char *const roadmap_lists[] = { "workstream", "function", "team", "accountability",
	"risk", "forum", "lesson", "holiday", "team_link", "baseline", "baseline_date", "forecast",
	"claim", "rating" };

/* What a roadmap's waves and findings follow from, for those who may see who answered what: with it
 * a roadmap that was imported says what it said before. */
static const char *const roadmap_grounds[] = { "question", "response", "waiver" };

static bool
is_among(const struct type *type, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(type->name, names[i]) == 0)
			return true;
	return false;
}

/* Whether the document holds the reference: a person whom only what is left out names stays out. */
static bool
is_in_roadmap(const struct document_writer *writer, const struct referrer *referrer)
{
	static const char *const nested[] = { "programme", "phase", "slice", "milestone",
		"evidence" };
	const struct type *type = referrer->type;
	bool grounds =
		writer->audience == AUDIENCE_LEAD &&
		is_among(type, roadmap_grounds, sizeof roadmap_grounds / sizeof *roadmap_grounds);

	if (writer->audience == AUDIENCE_TEAM && document_is_private(type))
		return false;
	return document_shows(writer, type, (size_t)referrer->field) &&
	       (grounds || is_among(type, nested, sizeof nested / sizeof *nested) ||
		       is_among(type, roadmap_lists, sizeof roadmap_lists / sizeof *roadmap_lists));
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

bool
rule_is_of_roadmap(const char *rule)
{
	return strchr("MOPK", rule[0]) != NULL;
}

static enum status
write_findings_of(struct document_writer *writer, const char *rule, struct error *error)
{
	struct arena arena = { 0 };
	struct finding *findings;
	size_t count = 0, waived;
	enum status status = rulebook_check(
		writer->programme->store, rule, &arena, &findings, &count, &waived, error);

	for (size_t i = 0; i < count; i++)
		document_write_finding(writer, &findings[i]);
	arena_clear(&arena);
	return status;
}

/* The findings of the roadmap's own rules; what concerns people's attitudes stays in the register,
 * and what follows from the diagnosis with its answers. */
static enum status
write_findings(struct document_writer *writer, struct error *error)
{
	struct store *store = writer->programme->store;
	const struct rule *rules;
	size_t count;
	enum status status = rulebook_list(store, &rules, &count, error);

	json_begin_array(&writer->json, "findings");
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (rule_is_of_roadmap(rules[i].id))
			status = write_findings_of(writer, rules[i].id, error);
	json_end_array(&writer->json);
	return status;
}

static enum status
write_roadmap_lists(struct document_writer *writer, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof roadmap_lists / sizeof *roadmap_lists && status == STATUS_OK;
		i++) {
		const struct type *type = type_find(roadmap_lists[i]);

		if (writer->audience != AUDIENCE_TEAM || !document_is_private(type))
			status = document_write_type(writer, type, type->plural, false, error);
	}
	return status;
}

struct choosing {
	struct id_set *set;
	bool (*chosen)(const struct record *record);
};

static enum status
note_chosen(void *context, const struct record *record, struct error *error)
{
	struct choosing *choosing = context;

	(void)error;
	if (choosing->chosen(record))
		id_set_add(choosing->set, record->id);
	return STATUS_OK;
}

/* Of a type the records that are chosen. */
static enum status
write_chosen(struct document_writer *writer, const char *name,
	bool (*chosen)(const struct record *record), struct error *error)
{
	const struct type *type = type_find(name), *only_type = writer->only_type;
	const struct id_set *only = writer->only;
	struct query query = { .type = type };
	struct id_set set = { 0 };
	struct choosing choosing = { &set, chosen };
	enum status status =
		programme_each(writer->programme, &query, note_chosen, &choosing, error);

	writer->only = &set;
	writer->only_type = type;
	if (status == STATUS_OK)
		status = document_write_type(writer, type, type->plural, false, error);
	writer->only = only;
	writer->only_type = only_type;
	id_set_clear(&set);
	return status;
}

/* Every new file knows the defaults. */
static bool
is_own_setting(const struct record *record)
{
	const struct value *key = &record->values[0], *value = record_get(record, "value");
	const struct setting *setting = key->kind == VALUE_TEXT ? setting_find(key->text) : NULL;

	return !setting || strcmp(setting->value, value->text) != 0;
}

static bool
is_waiver_of_roadmap(const struct record *record)
{
	const char *finding = record_get(record, "finding")->text;

	return rule_is_of_roadmap(finding) || finding[0] == 'F';
}

static enum status
write_grounds(struct document_writer *writer, struct error *error)
{
	enum status status = write_chosen(writer, "setting", is_own_setting, error);

	if (writer->audience != AUDIENCE_LEAD)
		return status;
	if (status == STATUS_OK)
		status = document_write_type(
			writer, type_find("question"), "questions", false, error);
	if (status == STATUS_OK)
		status = document_write_type(
			writer, type_find("response"), "responses", false, error);
	return status == STATUS_OK ? write_chosen(writer, "waiver", is_waiver_of_roadmap, error)
				   : status;
}

static enum status
write_confidence(struct document_writer *writer, struct error *error)
{
	struct arena arena = { 0 };
	const struct confidence_given nothing = { 0 };
	struct confidence_report confidence;
	enum status status =
		confidence_reckon(writer->programme, true, nothing, &arena, &confidence, error);

	if (status == STATUS_OK) {
		json_begin_array(&writer->json, "confidence");
		for (size_t i = 0; i < confidence.count; i++)
			document_write_confidence(&writer->json, &confidence.scopes[i]);
		json_end_array(&writer->json);
	}
	arena_clear(&arena);
	return status;
}

enum status
document_write_roadmap(struct document_writer *writer, struct error *error)
{
	struct query phases = { .type = type_find("phase") };
	struct value none = value_none();
	struct arena arena = { 0 };
	struct schedule_report schedule;
	struct sequence_report sequence;
	enum status status = programme_schedule(writer->programme, &arena, &schedule, error);

	if (status == STATUS_OK)
		status = programme_sequence(writer->programme, &arena, &sequence, error);
	writer->schedule = status == STATUS_OK ? &schedule : NULL;
	writer->sequence = status == STATUS_OK ? &sequence : NULL;
	document_begin(writer, "rollout.roadmap");
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
		status = write_roadmap_lists(writer, error);
	if (status == STATUS_OK)
		status = write_grounds(writer, error);
	if (status == STATUS_OK)
		status = write_confidence(writer, error);
	if (status == STATUS_OK)
		status = write_findings(writer, error);
	document_end(writer);
	writer->schedule = NULL;
	writer->sequence = NULL;
	arena_clear(&arena);
	return status;
}
