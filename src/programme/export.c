/* SPDX-License-Identifier: MIT */
/*
 * The documents: register, roadmap, whole programme, and the list of one type (contract.md). One
 * consistent view of the file from the first byte to the last, written as it is read.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "confidence_facts.h"
#include "document_writer.h"
#include "rollout/programme/exchange.h"

/* What a roadmap lists beside its phases. */
static const char *const roadmap_lists[] = { "workstream", "function", "team", "accountability",
	"risk", "forum", "lesson", "holiday", "team_link", "baseline", "baseline_date", "forecast",
	"claim", "rating" };

/* Types that are about people's behaviour and views: not for teams. */
static bool
is_private(const struct type *type)
{
	static const char *const names[] = { "relationship", "contact", "engagement", "response",
		"attendance", "invitee", "role_holder", "input", "escalation", "waiver", "pulse",
		"claim" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(type->name, names[i]) == 0)
			return true;
	return false;
}

struct owners {
	struct id_set *set;
	int field;
};

static enum status
note_owner(void *context, const struct record *record, struct error *error)
{
	struct owners *owners = context;

	(void)error;
	if (record->values[owners->field].kind == VALUE_INTEGER)
		id_set_add(owners->set, record->values[owners->field].integer);
	return STATUS_OK;
}

static bool
is_in_roadmap(const struct referrer *referrer)
{
	const struct type *type = referrer->type;
	static const char *const nested[] = { "programme", "phase", "slice", "milestone",
		"evidence" };

	for (size_t i = 0; i < sizeof nested / sizeof *nested; i++)
		if (strcmp(type->name, nested[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof roadmap_lists / sizeof *roadmap_lists; i++)
		if (strcmp(type->name, roadmap_lists[i]) == 0)
			return true;
	return false;
}

/* Owning something that a team may see. */
static bool
is_public_owner(const struct referrer *referrer)
{
	return !is_private(referrer->type) && strcmp(referrer->type->name, "stakeholder") != 0 &&
	       document_names_owner(&referrer->type->fields[referrer->field]);
}

/* The people to whom some fields refer. */
static enum status
find_people(struct document_writer *writer, bool (*counts)(const struct referrer *referrer),
	struct id_set *set, struct error *error)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(writer->programme->store, type_find("stakeholder"), &count);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		struct query query = { .type = referrers[i].type };
		struct owners owners = { set, referrers[i].field };

		if (counts(&referrers[i]))
			status = programme_each(
				writer->programme, &query, note_owner, &owners, error);
	}
	return status;
}

static enum status
write_type(struct document_writer *writer, const struct type *type, const char *name, bool nest,
	struct error *error)
{
	struct query query = { .type = type };

	return document_write_list(writer, name, &query, nest, error);
}

static enum status
write_register(struct document_writer *writer, struct error *error)
{
	enum status status;

	document_begin(writer, "rollout.register");
	status = write_type(writer, type_find("stakeholder"), "stakeholders", true, error);
	document_end(writer);
	return status;
}

static enum status
write_programme(struct document_writer *writer, struct error *error)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	document_begin(writer, "rollout.programme");
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (writer->audience != AUDIENCE_TEAM || !is_private(types[i]))
			status = write_type(writer, types[i], types[i]->plural, false, error);
	document_end(writer);
	return status;
}

static enum status
write_list(struct document_writer *writer, const struct type *type, struct error *error)
{
	enum status status;

	document_begin(writer, "rollout.list");
	json_text(&writer->json, "type", type->name, strlen(type->name));
	status = write_type(writer, type, "records", false, error);
	document_end(writer);
	return status;
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
	if (!id_set_has(people->set, record->id))
		return STATUS_OK;
	identifier = document_identifier(people->writer, record->type, record->id);
	json_begin_inline_object(json, NULL);
	json_text(json, "id", identifier, strlen(identifier));
	json_text(json, "name", name->text, name->length);
	if (kind->kind == VALUE_TEXT && strcmp(kind->text, "person") != 0)
		json_text(json, "kind", kind->text, kind->length);
	if (active->kind == VALUE_INTEGER && active->integer == 0)
		json_boolean(json, "active", false);
	json_end_object(json);
	return people->writer->status;
}

/* Who the people are to whom the roadmap refers, not how they are seen. */
static enum status
write_people(struct document_writer *writer, struct error *error)
{
	struct query query = { .type = type_find("stakeholder") };
	struct id_set set = { 0 };
	struct people people = { writer, &set };
	enum status status = find_people(writer, is_in_roadmap, &set, error);

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

		if (writer->audience != AUDIENCE_TEAM || !is_private(type))
			status = write_type(writer, type, type->plural, false, error);
	}
	return status;
}

static enum status
write_confidence(struct document_writer *writer, struct error *error)
{
	struct arena arena = { 0 };
	struct confidence_report confidence;
	enum status status = confidence_reckon(writer->programme, true, &arena, &confidence, error);

	if (status == STATUS_OK) {
		json_begin_array(&writer->json, "confidence");
		for (size_t i = 0; i < confidence.count; i++)
			document_write_confidence(&writer->json, &confidence.scopes[i]);
		json_end_array(&writer->json);
	}
	arena_clear(&arena);
	return status;
}

static enum status
write_roadmap(struct document_writer *writer, struct error *error)
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
		status = write_confidence(writer, error);
	if (status == STATUS_OK)
		status = write_findings(writer, error);
	document_end(writer);
	writer->schedule = NULL;
	writer->sequence = NULL;
	arena_clear(&arena);
	return status;
}

static enum status
write_json(
	struct document_writer *writer, const struct export_options *options, struct error *error)
{
	switch (options->document) {
	case DOCUMENT_REGISTER: return write_register(writer, error);
	case DOCUMENT_ROADMAP: return write_roadmap(writer, error);
	case DOCUMENT_PROGRAMME: return write_programme(writer, error);
	case DOCUMENT_TYPE: return write_list(writer, options->type, error);
	}
	return STATUS_OK;
}

static enum status
write_csv(struct document_writer *writer, const struct export_options *options, struct error *error)
{
	struct query query = { .type = options->type };

	switch (options->document) {
	case DOCUMENT_REGISTER:
		query.type = type_find("stakeholder");
		return document_write_table(writer, &query, true, error);
	case DOCUMENT_ROADMAP:
		query.type = type_find("milestone");
		return document_write_table(writer, &query, false, error);
	case DOCUMENT_PROGRAMME:
		return document_write_values(
			writer, writer->audience == AUDIENCE_TEAM ? is_private : NULL, error);
	case DOCUMENT_TYPE: return document_write_table(writer, &query, false, error);
	}
	return STATUS_OK;
}

static enum status
write_document(struct programme *programme, const struct export_options *options,
	struct output *output, struct error *error)
{
	struct document_writer writer = { .programme = programme,
		.audience = options->audience,
		.skip = -1,
		.cache = memory_new(1, sizeof *writer.cache),
		.error = error };
	struct id_set owners = { 0 };
	enum status status = store_begin_read(programme->store, error);

	if (status == STATUS_OK) {
		json_writer_init(&writer.json, output);
		csv_writer_init(&writer.csv, output);
		if (options->audience == AUDIENCE_TEAM) {
			status = find_people(&writer, is_public_owner, &owners, error);
			writer.only = &owners;
			writer.only_type = type_find("stakeholder");
		}
		if (status == STATUS_OK)
			status = options->format == FORMAT_JSON
					 ? write_json(&writer, options, error)
					 : write_csv(&writer, options, error);
		store_end_read(programme->store);
	}
	id_set_clear(&owners);
	free(writer.cache);
	return status;
}

enum status
programme_check_target(const struct programme *programme, const char *path, struct error *error)
{
	const char *own = programme_path(programme);
	struct stat target, file;
	const char *name = strrchr(path, '/');
	const char *own_name = strrchr(own, '/');
	size_t length;

	name = name ? name + 1 : path;
	own_name = own_name ? own_name + 1 : own;
	if (stat(own, &file) == 0 && stat(path, &target) == 0 && file.st_dev == target.st_dev &&
		file.st_ino == target.st_ino)
		return error_set(error, STATUS_FAILED, "%s: is the programme file itself", path);
	length = strlen(own_name);
	if (strncmp(name, own_name, length) == 0 && strcmp(name + length, "-journal") == 0)
		return error_set(
			error, STATUS_FAILED, "%s: is the journal of the programme file", path);
	return STATUS_OK;
}

enum status
programme_export(
	struct programme *programme, const struct export_options *options, struct error *error)
{
	struct output *output = NULL;
	enum status status = STATUS_OK;

	if (options->audience == AUDIENCE_TEAM && options->document == DOCUMENT_TYPE &&
		is_private(options->type))
		return error_set(error, STATUS_INVALID,
			"%s are not for teams: they say how people are seen",
			options->type->plural);
	if (options->path)
		status = programme_check_target(programme, options->path, error);
	if (status != STATUS_OK)
		return status;
	if (options->path)
		status = output_open_file(options->path, options->force, &output, error);
	else
		output = output_open_descriptor(options->descriptor);
	if (status != STATUS_OK)
		return status;
	status = write_document(programme, options, output, error);
	if (status == STATUS_OK)
		return output_finish(output, error);
	output_abandon(output);
	return status;
}
