/* SPDX-License-Identifier: MIT */
/*
 * show and add, one record at a time, and set. Must not check values: the programme does, and its
 * words are printed as they are.
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/filter.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"
#include "result_table.h"

/* The only record of a type that has one. */
static enum status
find_single(struct call *call, const struct type *type, int64_t *id, struct error *error)
{
	struct query query = { .type = type, .limit = 1 };
	struct record record;
	size_t count = 0;
	enum status status =
		programme_page(call->programme, &query, &call->arena, &record, 1, &count, error);

	if (!status && count == 0)
		return error_set(
			error, STATUS_NOT_FOUND, "there is no %s in the file yet", type->label);
	*id = record.id;
	return status;
}

static enum status
find_record(struct call *call, const struct type *type, const char *word, int64_t *id,
	struct error *error)
{
	if (!word && type->single)
		return find_single(call, type, id, error);
	if (!word)
		return error_set(
			error, STATUS_USAGE, "say which %s: its id, key or name", type->label);
	return call_resolve(call, type, word, id, error);
}

static int
label_width(const struct type *type)
{
	int widest = 2;

	for (size_t i = 1; i < type->field_count; i++) {
		int width = (int)strlen(type->fields[i].name);

		widest = width > widest ? width : widest;
	}
	return widest + 2;
}

static void
print_label(struct paper *paper, const char *name, int width)
{
	print_format(paper, PRINT_MUTED, "%s:", name);
	print_spaces(paper, width - (int)strlen(name) - 1);
}

static void
print_field(struct call *call, const struct record *record, size_t index, int width)
{
	const struct field *field = &record->type->fields[index];
	const struct value *value = &record->values[index];
	const char *text = programme_format(call->programme, record, index, &call->arena);

	print_label(&call->paper, field->name, width);
	if (field->kind == FIELD_REFERENCE) {
		const char *identifier = programme_identifier(
			call->programme, field_target(field), value->integer, &call->arena);

		if (strcmp(identifier, text) != 0)
			text = arena_format(&call->arena, "%s (%s)", text, identifier);
	}
	print_lines(&call->paper, width, text);
	print_end_line(&call->paper);
}

static void
print_record(struct call *call, const struct record *record)
{
	char identifier[RECORD_ID_SIZE];
	int width = label_width(record->type);

	record_identify(record, identifier);
	print_label(&call->paper, "id", width);
	print_text(&call->paper, PRINT_TITLE, identifier);
	print_end_line(&call->paper);
	for (size_t i = 1; i < record->type->field_count; i++)
		if (record->values[i].kind != VALUE_NONE)
			print_field(call, record, i, width);
}

static enum status
cmd_records_show(struct call *call, struct error *error)
{
	const struct type *type;
	struct record record;
	int64_t id = 0;
	enum status status = call_type(call->words[0], &type, error);

	if (!status)
		status = call_open(call, error);
	if (!status)
		status = find_record(
			call, type, call->word_count > 1 ? call->words[1] : NULL, &id, error);
	if (!status && call_wants_document(call))
		return call_write_record(call, type, id, error);
	if (!status)
		status = programme_get(call->programme, type, id, &call->arena, &record, error);
	if (!status)
		print_record(call, &record);
	return status;
}

/* "added stakeholder m-quist: Mara Quist" */
static enum status
report_record(struct call *call, const char *verb, const struct type *type, int64_t id,
	struct error *error)
{
	const char *identifier;
	const char *title;

	if (call_wants_document(call))
		return call_write_record(call, type, id, error);
	identifier = programme_identifier(call->programme, type, id, &call->arena);
	title = programme_title(call->programme, type, id, &call->arena);
	print_format(&call->paper, PRINT_PLAIN, "%s %s ", verb, type->label);
	print_text(&call->paper, PRINT_TITLE, identifier);
	if (strcmp(identifier, title) != 0)
		print_format(&call->paper, PRINT_PLAIN, ": %s", title);
	print_end_line(&call->paper);
	return STATUS_OK;
}

static enum status
read_fields(struct call *call, size_t first, struct field_text **out, size_t *count,
	struct error *error)
{
	struct field_text *texts =
		arena_alloc(&call->arena, sizeof(*texts) * (call->word_count + 1));
	const char *override;
	enum status given = call_override(call, &override, error);

	*count = 0;
	if (given)
		return given;
	for (size_t i = first; i < call->word_count; i++) {
		const char *word = call->words[i];
		size_t length = strcspn(word, "=");
		enum status status;

		if (!word[length] || length == 0)
			return error_set(error, STATUS_USAGE, "\"%s\" must be field=value", word);
		texts[*count].name = arena_copy(&call->arena, word, length);
		texts[*count].text = word + length + 1;
		texts[*count].length = strlen(word + length + 1);
		status = call_check_text(texts[*count].name, texts[*count].text, error);
		if (status)
			return status;
		++*count;
	}
	*out = texts;
	if (override)
		texts[(*count)++] =
			(struct field_text){ "override_reason", override, strlen(override) };
	if (*count == 0)
		return error_set(
			error, STATUS_USAGE, "nothing to write: give at least one field=value");
	return STATUS_OK;
}

static enum status
cmd_records_add(struct call *call, struct error *error)
{
	const struct type *type;
	struct field_text *texts = NULL;
	size_t count = 0;
	int64_t id = 0;
	enum status status = call_type(call->words[0], &type, error);

	if (!status)
		status = read_fields(call, 1, &texts, &count, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = programme_add(call->programme, type, texts, count, &id, error);
	if (!status)
		status = report_record(call, "added", type, id, error);
	return status;
}

/* What `set` is about: records, and what becomes of them. */
struct change {
	const struct type *type;
	int64_t *ids;
	size_t count;
	struct field_text *texts;
	size_t text_count;
};

/* The words in front of the first field=value; the first of them may look like one. A type with one
 * record needs none: what stands behind it is a field already. */
static size_t
count_refs(const struct call *call, const struct type *type)
{
	size_t count = 1;

	if (call_given(call, OPTION_WHERE) || (type->single && strchr(call->words[1], '=')))
		return 0;
	while (1 + count < call->word_count && !strchr(call->words[1 + count], '='))
		count++;
	return count;
}

static void
add_id(struct change *change, int64_t id)
{
	for (size_t i = 0; i < change->count; i++)
		if (change->ids[i] == id)
			return;
	change->ids[change->count++] = id;
}

static enum status
find_named(struct call *call, struct change *change, size_t refs, struct error *error)
{
	enum status status = STATUS_OK;
	int64_t id;

	change->ids = arena_alloc(&call->arena, (refs + 1) * sizeof *change->ids);
	if (refs == 0) {
		change->count = 1;
		return find_record(call, change->type, NULL, change->ids, error);
	}
	for (size_t i = 0; i < refs && !status; i++) {
		status = find_record(call, change->type, call->words[1 + i], &id, error);
		if (!status)
			add_id(change, id);
	}
	return status;
}

/* The conditions of --where: words apart by blanks, which "quotes" keep together. */
static enum status
read_where(struct call *call, struct query *query, struct error *error)
{
	const char *at = call_text(call, OPTION_WHERE);
	enum status status = call_check_text("--where", at, error);

	while (!status && *(at += strspn(at, " "))) {
		char *word = arena_alloc(&call->arena, strlen(at) + 1);
		size_t length = 0;

		for (bool quoted = false; *at && (quoted || *at != ' '); at++) {
			if (*at == '"')
				quoted = !quoted;
			else
				word[length++] = *at;
		}
		word[length] = '\0';
		status = programme_filter_add(call->programme, word, &call->arena, query, error);
	}
	if (!status && query->condition_count == 0)
		return error_set(
			error, STATUS_USAGE, "--where needs a condition such as state=open");
	return status;
}

static enum status
find_all(struct call *call, struct change *change, struct error *error)
{
	struct query query = query_of(change->type->name);
	struct record record;
	struct rows rows;
	int64_t count = 0;
	enum status status = read_where(call, &query, error);

	if (!status)
		status = programme_count(call->programme, &query, &count, error);
	if (status)
		return status;
	if (count == 0)
		return error_set(error, STATUS_NOT_FOUND, "no %s like that; nothing was changed",
			change->type->label);
	change->ids = arena_alloc(&call->arena, (size_t)count * sizeof *change->ids);
	query.limit = count;
	query.only = 1;
	rows = rows_open(call->programme, &query, error);
	while (rows_next(&rows, &record))
		change->ids[change->count++] = record.id;
	return rows_close(&rows);
}

enum { SHOWN_MOST = 20 };

static void
print_move(struct call *call, const char *what, day before, day after)
{
	char from[DATE_SIZE] = "never", to[DATE_SIZE] = "never";

	if (before == after)
		return;
	if (before != NO_DAY)
		date_format(before, from);
	if (after != NO_DAY)
		date_format(after, to);
	print_format(&call->paper, PRINT_WARNING, "%s moves from %s to %s", what, from, to);
	print_end_line(&call->paper);
}

static enum status
show_what_if(struct call *call, const struct change *change, struct error *error)
{
	struct intended *changes = arena_alloc(&call->arena, change->count * sizeof *changes);
	struct what_if what_if;
	enum status status;

	for (size_t i = 0; i < change->count; i++)
		changes[i] = (struct intended){ change->type, change->ids[i], change->texts,
			change->text_count };
	status = programme_what_if(call->programme, changes, change->count, WHAT_IF_ALL,
		&call->arena, &what_if, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "what_if", &what_if, error);
	print_move(call, "the end", what_if.end_before, what_if.end_after);
	print_move(call, "the launch of a plan drafted anew", what_if.plan_launch_before,
		what_if.plan_launch_after);
	print_move(call, "its end", what_if.plan_end_before, what_if.plan_end_after);
	return result_table_print_parts(&call->paper, "what_if", &what_if, SHOWN_MOST, error);
}

static enum status
report_change(struct call *call, const struct change *change, size_t changed, struct error *error)
{
	if (change->count == 1)
		return report_record(call, changed ? "changed" : "unchanged", change->type,
			change->ids[0], error);
	if (call_wants_document(call))
		return call_write_records(call, change->type, change->ids, change->count, error);
	print_format(&call->paper, PRINT_PLAIN, "changed %zu of %zu %s", changed, change->count,
		change->type->plural);
	print_end_line(&call->paper);
	return STATUS_OK;
}

static enum status
cmd_records_set(struct call *call, struct error *error)
{
	struct change change = { .count = 0 };
	size_t refs = 0, changed = 0;
	enum status status = call_type(call->words[0], &change.type, error);

	if (!status) {
		refs = count_refs(call, change.type);
		status = read_fields(call, 1 + refs, &change.texts, &change.text_count, error);
	}
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = call_given(call, OPTION_WHERE) ? find_all(call, &change, error)
							: find_named(call, &change, refs, error);
	if (!status && call_given(call, OPTION_DRY_RUN))
		return show_what_if(call, &change, error);
	if (!status)
		status = programme_set_each(call->programme, change.type, change.ids, change.count,
			change.texts, change.text_count, &changed, error);
	return status ? status : report_change(call, &change, changed, error);
}

const struct command cmd_records[] = {
	{
		.place = COMMANDS_RECORDS + 40,
		.name = "show",
		.arguments = "TYPE [REF]",
		.summary = "one record with all its fields",
		.help = "REF is the record's id, its key, or its name where only one is called "
			"so. programme needs none.",
		.options = RESULT READING,
		.run = cmd_records_show,
	},
	{
		.place = COMMANDS_RECORDS + 50,
		.name = "add",
		.arguments = "TYPE field=value…",
		.summary = "add a record",
		.help = "Adds a record with these values. References are written as id, key or "
			"name; dates also as today, +2w or fri. `rollout types TYPE` lists the "
			"fields.\n"
			"--override gives the reason for which a rule is set aside "
			"(override_reason).",
		.options = "override " RESULT OPENING,
		.run = cmd_records_add,
	},
	{
		.place = COMMANDS_RECORDS + 60,
		.name = "set",
		.arguments = "TYPE [REF…] field=value…",
		.summary = "change fields of records",
		.help = "Nothing behind = empties the field. programme needs no REF. Several "
			"records are changed in one step, all or none; --where 'state=open "
			"owner=ada' names them by conditions, as list takes them (\"quotes\" keep "
			"blanks).\n"
			"-n asks what if: which forecasts move, which teams change their wave, "
			"what changes for the forums and in confidence, and which findings appear "
			"or vanish. Nothing is written.",
		.options = "where dry-run override " RESULT OPENING,
		.run = cmd_records_set,
	},
	{ .name = NULL },
};
