/* SPDX-License-Identifier: MIT */
/*
 * Records as documents have them: by key or number, references likewise, fields without a value
 * left out, and only what the audience may see. Streams: lists nested in a record come from a
 * second cursor that runs beside the first.
 */
#include "document_writer.h"

#include <inttypes.h>
#include <string.h>

#include "programme/results/columns.h"
#include "rollout/exchange/formats.h"
#include "rollout/exchange/mapping.h"

void
document_begin(struct document_writer *writer, const char *name)
{
	json_begin_document(&writer->json, name, writer->rows.programme->today, writer->audience);
}

void
document_end(struct document_writer *writer)
{
	json_end_document(&writer->json);
}

void
document_tell(struct document_writer *writer, const struct result_column *columns, const void *row)
{
	struct teller teller = { .format = &format_json,
		.state = &writer->json,
		.audience = writer->audience,
		.error = writer->rows.error };

	teller_tell(&teller, columns, row);
	arena_clear(&teller.arena);
	if (writer->rows.status == STATUS_OK)
		writer->rows.status = teller.status;
}

const struct rule *
document_rule_of(struct document_writer *writer, const struct record *record)
{
	int field = type_field_index(record->type, "finding");
	const struct rule *rule = NULL;

	if (field >= 0 && record->values[field].kind == VALUE_TEXT &&
		writer->rows.status == STATUS_OK)
		writer->rows.status = rulebook_find(writer->rows.programme->store,
			record->values[field].text, &rule, writer->rows.error);
	return rule;
}

bool
document_leaves_out(struct document_writer *writer, const struct record *record)
{
	const struct rule *rule;

	if (writer->only && record->type == writer->only_type &&
		!id_set_has(writer->only, record->id))
		return true;
	if (writer->chooses && !writer->chooses(writer, record))
		return true;
	if (writer->audience == AUDIENCE_LEAD)
		return false;
	rule = document_rule_of(writer, record);
	return rule && rule->about == ABOUT_PERSON;
}

const char *
document_identifier(struct document_writer *writer, const struct type *type, int64_t id)
{
	size_t place = ((size_t)id ^ (size_t)id >> 17) % IDENTIFIER_CACHE;

	if (writer->cache->entries[place].id == id && writer->cache->entries[place].type == type)
		return writer->cache->entries[place].text;
	if (writer->rows.status == STATUS_OK)
		writer->rows.status = store_identifier(writer->rows.programme->store, type, id,
			writer->cache->entries[place].text, writer->rows.error);
	writer->cache->entries[place].type = type;
	writer->cache->entries[place].id = id;
	return writer->cache->entries[place].text;
}

static void
write_field(struct document_writer *writer, const struct field *field, const char *name,
	const struct value *value)
{
	struct json_writer *json = &writer->json;
	const char *identifier;

	switch (field->kind) {
	case FIELD_INTEGER: json_integer(json, name, value->integer); break;
	case FIELD_BOOLEAN: json_boolean(json, name, value->integer != 0); break;
	case FIELD_REFERENCE:
		identifier = document_identifier(writer, field_target(field), value->integer);
		json_text(json, name, identifier, strlen(identifier));
		break;
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_RULE: json_text(json, name, value->text, value->length); break;
	}
}

static void
write_id(struct document_writer *writer, const struct record *record)
{
	if (record->values[0].kind == VALUE_TEXT)
		json_text(&writer->json, "id", record->values[0].text, record->values[0].length);
	else
		json_identifier(&writer->json, "id", record->id);
}

static void
write_members(struct document_writer *writer, const struct record *record, int skip,
	const struct nested *nested)
{
	for (size_t i = 1; i < record->type->field_count; i++) {
		const struct field *field = &record->type->fields[i];
		const char *name = field->name;

		if (record->values[i].kind == VALUE_NONE || (int)i == skip ||
			!type_field_is_for(record->type, i, writer->audience))
			continue;
		if (nested && nested->alias && strcmp(nested->alias_of, name) == 0)
			name = nested->alias;
		write_field(writer, field, name, &record->values[i]);
	}
}

void
document_write_fields(struct document_writer *writer, const struct record *record, int skip)
{
	write_id(writer, record);
	write_members(writer, record, skip, NULL);
}

/* One nested list that is written beside its parents: children come in the order of their parents'
 * ids. */
struct side {
	const struct nested *nested;
	const struct type *type;
	struct cursor *cursor;
	struct record child;
	int back;
	bool found;
};

enum { SIDES_MAX = 4 };

static size_t
open_sides(struct document_writer *writer, const struct type *type, struct side *sides)
{
	size_t all, count = 0;
	const struct nested *nested = nested_list(&all);

	for (size_t i = 0; i < all; i++) {
		struct side *side = &sides[count];
		struct query query;

		if (strcmp(nested[i].parent, type->name) != 0 || strcmp(type->name, "phase") == 0 ||
			!type_is_for(type_find(nested[i].child), writer->audience))
			continue;
		query = query_of(nested[i].child);
		query_order_by(&query, nested[i].back);
		*side = (struct side){ .nested = &nested[i], .type = query.type };
		side->back = query.order - 1;
		side->cursor =
			cursor_open(writer->rows.programme->store, &query, writer->rows.error);
		side->found = cursor_next(side->cursor, &side->child);
		count++;
	}
	return count;
}

/* Ends a reading beside the writer's own rows. */
static void
close_cursor(struct document_writer *writer, struct cursor *cursor)
{
	enum status status = cursor_close(cursor);

	if (writer->rows.status == STATUS_OK)
		writer->rows.status = status;
}

/* The next record that the document holds, of a list that may stand inside another. */
static bool
next_record(struct document_writer *writer, struct cursor *cursor, struct record *record)
{
	while (writer->rows.status == STATUS_OK && cursor_next(cursor, record))
		if (!document_leaves_out(writer, record))
			return true;
	return false;
}

/* Whether a child of the parent is next; those of parents that are not written are passed over. */
static bool
has_child(struct side *side, int64_t parent)
{
	while (side->found && side->child.values[side->back].integer < parent)
		side->found = cursor_next(side->cursor, &side->child);
	return side->found && side->child.values[side->back].integer == parent;
}

static void
pass_child(struct side *side)
{
	side->found = cursor_next(side->cursor, &side->child);
}

static void
write_side(struct document_writer *writer, struct side *side, int64_t parent)
{
	if (!has_child(side, parent))
		return;
	json_begin_array(&writer->json, side->nested->member);
	for (; has_child(side, parent); pass_child(side)) {
		json_begin_inline_object(&writer->json, NULL);
		/* A link needs no id of its own; what somebody gave a key keeps it. */
		if (side->child.values[0].kind == VALUE_TEXT)
			write_id(writer, &side->child);
		write_members(writer, &side->child, side->back, side->nested);
		json_end_object(&writer->json);
	}
	json_end_array(&writer->json);
}

/* What is computed beside what was recorded. */
static void
write_derived(struct document_writer *writer, const struct record *record)
{
	const struct milestone_now *scheduled = NULL;
	const struct sequenced *sequenced = NULL;

	if (writer->schedule && strcmp(record->type->name, "milestone") == 0)
		scheduled = milestone_now_find(writer->schedule, record->id);
	if (writer->sequence && strcmp(record->type->name, "team") == 0)
		sequenced = sequence_find(writer->sequence, record->id);
	if (!scheduled && !sequenced)
		return;
	json_begin_inline_object(&writer->json, scheduled ? "schedule" : "sequence");
	if (scheduled)
		document_tell(writer, milestone_schedule, scheduled);
	else
		document_tell(writer, team_sequence, sequenced);
	json_end_object(&writer->json);
}

void
document_write_list(
	struct document_writer *writer, const char *name, const struct query *query, bool nest)
{
	struct side sides[SIDES_MAX];
	struct cursor *cursor;
	struct record record;
	size_t count = 0;

	if (writer->rows.status != STATUS_OK)
		return;
	if (nest)
		count = open_sides(writer, query->type, sides);
	cursor = cursor_open(writer->rows.programme->store, query, writer->rows.error);
	json_begin_array(&writer->json, name);
	while (next_record(writer, cursor, &record)) {
		json_begin_object(&writer->json, NULL);
		document_write_fields(writer, &record, writer->skip);
		for (size_t i = 0; i < count; i++)
			write_side(writer, &sides[i], record.id);
		write_derived(writer, &record);
		json_end_object(&writer->json);
	}
	json_end_array(&writer->json);
	close_cursor(writer, cursor);
	for (size_t i = 0; i < count; i++)
		close_cursor(writer, sides[i].cursor);
}

static void
write_cell(struct document_writer *writer, const struct field *field, const struct value *value)
{
	const char *text;

	if (value->kind == VALUE_NONE) {
		csv_empty(&writer->csv);
		return;
	}
	switch (field->kind) {
	case FIELD_INTEGER: csv_integer(&writer->csv, value->integer); break;
	case FIELD_BOOLEAN:
		text = value->integer ? "yes" : "no";
		csv_text(&writer->csv, text, strlen(text));
		break;
	case FIELD_REFERENCE:
		text = document_identifier(writer, field_target(field), value->integer);
		csv_text(&writer->csv, text, strlen(text));
		break;
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_RULE: csv_text(&writer->csv, value->text, value->length); break;
	}
}

static void
write_header(struct document_writer *writer, const struct type *type, bool links)
{
	csv_text(&writer->csv, "id", 2);
	for (size_t i = 1; i < type->field_count; i++)
		if (type_field_is_for(type, i, writer->audience))
			csv_text(&writer->csv, type->fields[i].name, strlen(type->fields[i].name));
	if (links)
		csv_text(&writer->csv, "relationships", strlen("relationships"));
	csv_end_row(&writer->csv);
}

/* "i-farrow (influences, 3); m-quist (reports_to, 2)": as incoming.c reads it. */
static void
write_links(struct document_writer *writer, struct side *side, int64_t parent)
{
	struct buffer cell = { 0 };

	for (; has_child(side, parent); pass_child(side)) {
		const struct record *link = &side->child;
		const char *kind = record_text(link, "kind");
		int64_t strength = record_number(link, "strength");

		buffer_format(&cell, "%s%s", cell.length ? "; " : "",
			document_identifier(
				writer, type_find("stakeholder"), record_number(link, "to")));
		if (kind && strength != 0)
			buffer_format(&cell, " (%s, %" PRId64 ")", kind, strength);
		else if (kind)
			buffer_format(&cell, " (%s)", kind);
	}
	if (cell.length > 0)
		csv_text(&writer->csv, cell.data, cell.length);
	else
		csv_empty(&writer->csv);
	buffer_clear(&cell);
}

void
document_write_table(struct document_writer *writer, const struct query *query, bool links)
{
	struct side sides[SIDES_MAX];
	struct rows *rows = &writer->rows;
	struct record record;
	char identifier[RECORD_ID_SIZE];
	size_t count = 0;

	if (links && rows->status == STATUS_OK)
		count = open_sides(writer, query->type, sides);
	write_header(writer, query->type, count > 0);
	rows_read(rows, query);
	while (rows_next(rows, &record)) {
		if (document_leaves_out(writer, &record))
			continue;
		record_identify(&record, identifier);
		csv_text(&writer->csv, identifier, strlen(identifier));
		for (size_t i = 1; i < record.type->field_count; i++)
			if (type_field_is_for(record.type, i, writer->audience))
				write_cell(writer, &record.type->fields[i], &record.values[i]);
		for (size_t i = 0; i < count; i++)
			write_links(writer, &sides[i], record.id);
		csv_end_row(&writer->csv);
	}
	for (size_t i = 0; i < count; i++)
		close_cursor(writer, sides[i].cursor);
}

void
document_write_type(
	struct document_writer *writer, const struct type *type, const char *name, bool nest)
{
	struct query query = { .type = type };

	document_write_list(writer, name, &query, nest);
}
