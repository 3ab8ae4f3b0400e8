/* SPDX-License-Identifier: MIT */
/*
 * Records as documents have them: by key or number, references likewise, and only what the audience
 * may see. Streams: lists nested in a record come from a second cursor that runs beside the first.
 */
#include "record_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "programme/results/columns.h"

enum { IDENTIFIER_CACHE = 1024 };

/* What references are written as: keys and names are looked up once and remembered, because they
 * repeat. */
struct identifier_cache {
	struct {
		const struct type *type;
		int64_t id;
		char text[RECORD_ID_SIZE];
		char *name; /* NULL: not asked for yet */
	} entries[IDENTIFIER_CACHE];
};

void
record_source_open(struct record_source *source, struct programme *programme,
	enum audience audience, struct error *error)
{
	*source = (struct record_source){ .rows = rows_open(programme, NULL, error),
		.audience = audience,
		.cache = memory_new(1, sizeof *source->cache) };
}

enum status
record_source_close(struct record_source *source)
{
	for (size_t i = 0; i < IDENTIFIER_CACHE; i++)
		free(source->cache->entries[i].name);
	free(source->cache);
	arena_clear(&source->row);
	arena_clear(&source->arena);
	return rows_close(&source->rows);
}

const struct rule *
record_source_rule_of(struct record_source *source, const struct record *record)
{
	int field = type_field_index(record->type, "finding");
	const struct rule *rule = NULL;

	if (field >= 0 && record->values[field].kind == VALUE_TEXT &&
		source->rows.status == STATUS_OK)
		source->rows.status = rulebook_find(source->rows.programme->store,
			record->values[field].text, &rule, source->rows.error);
	return rule;
}

bool
record_source_leaves_out(struct record_source *source, const struct record *record)
{
	const struct rule *rule;

	if (source->people && record->type->people && !id_set_has(source->people, record->id))
		return true;
	if (source->audience == AUDIENCE_LEAD)
		return false;
	rule = record_source_rule_of(source, record);
	return rule && rule->about == ABOUT_PERSON;
}

static size_t
place_of(int64_t id)
{
	return ((size_t)id ^ (size_t)id >> 17) % IDENTIFIER_CACHE;
}

const char *
record_source_identify(struct record_source *source, const struct type *type, int64_t id)
{
	size_t place = place_of(id);

	if (source->cache->entries[place].id == id && source->cache->entries[place].type == type)
		return source->cache->entries[place].text;
	if (source->rows.status == STATUS_OK)
		source->rows.status = store_identifier(source->rows.programme->store, type, id,
			source->cache->entries[place].text, source->rows.error);
	source->cache->entries[place].type = type;
	source->cache->entries[place].id = id;
	free(source->cache->entries[place].name);
	source->cache->entries[place].name = NULL;
	return source->cache->entries[place].text;
}

/* What people call the record that record_source_identify() was asked for last; as valid. */
static const char *
name_last(struct record_source *source, const struct type *type, int64_t id)
{
	char **name = &source->cache->entries[place_of(id)].name;

	if (!*name) {
		struct arena arena = { 0 };
		const char *title = programme_title(source->rows.programme, type, id, &arena);

		*name = memory_copy_text(title, strlen(title));
		arena_clear(&arena);
	}
	return *name;
}

void
record_source_find_people(struct record_source *source,
	bool (*counts)(const struct record_source *source, const struct referrer *referrer),
	struct id_set *set)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(source->rows.programme->store, type_find("stakeholder"), &count);
	struct record record;

	for (size_t i = 0; i < count; i++) {
		if (!counts(source, &referrers[i]))
			continue;
		rows_of(&source->rows, referrers[i].type->name, NULL);
		while (rows_next(&source->rows, &record))
			if (record.values[referrers[i].field].kind == VALUE_INTEGER)
				id_set_add(set, record.values[referrers[i].field].integer);
	}
}

/* References get the text that documents have, and keep their number. */
static void
resolve(const struct record_list *list, struct record_row *row, struct arena *arena)
{
	struct record *record = &row->record;

	row->has_names = false;
	for (size_t i = 1; i < record->type->field_count; i++) {
		struct value *value = &record->values[i];
		const char *identifier;

		row->names[i] = value_none();
		if (!list->targets[i] || value->kind != VALUE_INTEGER)
			continue;
		identifier = record_source_identify(list->source, list->targets[i], value->integer);
		value->kind = VALUE_TEXT;
		value->length = strlen(identifier);
		value->text = arena_copy(arena, identifier, value->length);
		if (!list->source->named)
			continue;
		identifier = name_last(list->source, list->targets[i], value->integer);
		row->names[i] = value_text(arena_copy(arena, identifier, strlen(identifier)));
		row->has_names = true;
	}
}

/* Whether a child of the record is next; those of records that are not told are passed over. */
static bool
has_child(struct record_list *list, int64_t parent)
{
	const struct value *back = &list->child.record.values[list->back];

	while (list->found && back->integer < parent)
		list->found = cursor_next(list->cursor, &list->child.record);
	return list->found && back->integer == parent;
}

static void
pass_child(struct record_list *list)
{
	list->found = cursor_next(list->cursor, &list->child.record);
}

static enum status
tell_record(struct record_list *list, struct record_row *row, result_row *tell, void *context,
	struct error *error)
{
	struct record_source *source = list->source;
	const struct record *record = &row->record;
	enum status status;

	arena_reset(&source->row);
	resolve(list, row, &source->row);
	for (size_t i = 0; i < list->inner_count; i++) {
		struct record_list *inner = list->inner[i];

		row->inner[i] = !inner->beside || has_child(inner, record->id) ? inner : NULL;
	}
	if (source->schedule && strcmp(record->type->name, "milestone") == 0)
		row->schedule = milestone_now_find(source->schedule, record->id);
	if (source->sequence && strcmp(record->type->name, "team") == 0)
		row->sequence = sequence_find(source->sequence, record->id);
	status = tell(context, row, error);
	return status ? status : source->rows.status;
}

static void
open_inner(struct record_list *list, struct error *error)
{
	struct store *store = list->source->rows.programme->store;

	for (size_t i = 0; i < list->inner_count; i++) {
		if (!list->inner[i]->beside)
			continue;
		list->inner[i]->cursor = cursor_open(store, &list->inner[i]->query, error);
		pass_child(list->inner[i]);
	}
}

static enum status
tell_all(struct record_list *list, const struct query *query, result_row *tell, void *context,
	struct error *error)
{
	struct record_source *source = list->source;
	struct cursor *cursor = cursor_open(source->rows.programme->store, query, error);
	struct record_row row = { 0 };
	enum status status = STATUS_OK, closed;

	open_inner(list, error);
	while (status == STATUS_OK && cursor_next(cursor, &row.record)) {
		if (!source->whole)
			record_hide(&row.record);
		if (!record_source_leaves_out(source, &row.record) &&
			(!list->chooses || list->chooses(source, &row.record)))
			status = tell_record(list, &row, tell, context, error);
	}
	closed = cursor_close(cursor);
	for (size_t i = 0; i < list->inner_count; i++) {
		status = status ? status : closed;
		closed = cursor_close(list->inner[i]->cursor);
		list->inner[i]->cursor = NULL;
	}
	return status ? status : closed;
}

static enum status
each_record(const struct result_column *column, const void *whole, result_row *tell, void *context,
	struct error *error)
{
	struct record_list *list =
		*(struct record_list *const *)((const char *)whole + column->offset);
	const struct record_row *parent = list->nested ? whole : NULL;
	struct query query = list->query;
	enum status status = STATUS_OK;

	if (list->beside) {
		for (; !status && has_child(list, parent->record.id); pass_child(list))
			status = tell_record(list, &list->child, tell, context, error);
		return status;
	}
	if (parent)
		query.conditions[query.condition_count++] = (struct condition){ list->back,
			COMPARE_EQUAL, value_integer(parent->record.id) };
	for (size_t i = 0; !status && i < list->query_count; i++)
		status = tell_all(list, &list->queries[i], tell, context, error);
	return list->queries ? status : tell_all(list, &query, tell, context, error);
}

struct result_column
record_list_column(
	const char *name, const char *help, const struct record_list *list, size_t offset)
{
	return (struct result_column){ name, COLUMN_LIST, help, offset, STORED_POINTER,
		.audience = list->query.type->audience, .columns = list->columns,
		EACH(each_record, struct record_row) };
}

static enum column_kind
kind_of(enum field_kind kind)
{
	switch (kind) {
	case FIELD_REFERENCE: return COLUMN_ID;
	case FIELD_INTEGER: return COLUMN_WHOLE;
	case FIELD_BOOLEAN: return COLUMN_BOOLEAN;
	case FIELD_DATE: return COLUMN_DAY;
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_RULE: break;
	}
	return COLUMN_TEXT;
}

/* The widest that may see the field. */
static enum audience
audience_of(const struct type *type, size_t field)
{
	enum audience audience = AUDIENCE_TEAM;

	while (audience > AUDIENCE_LEAD && !type_field_is_for(type, field, audience))
		audience--;
	return audience;
}

static const char *
identifier_text(const void *row, struct arena *arena)
{
	const struct record *record = &((const struct record_row *)row)->record;

	if (record->values[0].kind == VALUE_TEXT)
		return record->values[0].text;
	return arena_format(arena, "%" PRId64, record->id);
}

/* A link needs no id of its own; what somebody gave a key keeps it. */
static bool
has_key(const void *row)
{
	return ((const struct record_row *)row)->record.values[0].kind == VALUE_TEXT;
}

static bool
is_told(const struct record_list *list, size_t field, const int *fields, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((size_t)fields[i] == field)
			return true;
	return count == 0 && !(list->nested && list->back == (int)field);
}

static void
describe_fields(struct record_list *list, const int *fields, size_t count,
	struct result_column *columns, size_t *used)
{
	const struct type *type = list->query.type;
	const struct nested *nested = list->nested;

	columns[(*used)++] = (struct result_column){ "id", COLUMN_ID, type->fields[0].help,
		.audience = AUDIENCE_TEAM, .optional = true, .text = identifier_text,
		.present = list->beside ? has_key : NULL };
	for (size_t i = 1; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		bool alias = nested && nested->alias && strcmp(nested->alias_of, field->name) == 0;

		if (!is_told(list, i, fields, count))
			continue;
		if (field->kind == FIELD_REFERENCE)
			list->targets[i] = field_target(field);
		columns[(*used)++] = (struct result_column){ alias ? nested->alias : field->name,
			kind_of(field->kind), field->help, AT(struct record_row, record.values[i]),
			.audience = audience_of(type, i), .optional = !field->required,
			.field = field, .minimum = field->minimum };
	}
}

/* "i-farrow (influences, 3); m-quist (reports_to, 2)": as incoming.c reads it. */
static const char *
links_text(const void *row, struct arena *arena)
{
	const struct record_row *person = row;
	struct record_list *list = person->inner[0];
	struct buffer links = { 0 };
	const char *text;

	for (; list && has_child(list, person->record.id); pass_child(list)) {
		const struct record *link = &list->child.record;
		const char *kind = record_text(link, "kind");
		int64_t strength = record_number(link, "strength");

		buffer_format(&links, "%s%s", links.length ? "; " : "",
			record_source_identify(
				list->source, type_find("stakeholder"), record_number(link, "to")));
		if (kind && strength != 0)
			buffer_format(&links, " (%s, %" PRId64 ")", kind, strength);
		else if (kind)
			buffer_format(&links, " (%s)", kind);
	}
	text = arena_copy(arena, buffer_text(&links), links.length);
	buffer_clear(&links);
	return text;
}

static struct record_list *list_inside(
	struct record_source *source, const struct nested *nested, bool beside);

static void
add_inner_lists(struct record_list *list, struct result_column *columns, size_t *used)
{
	size_t all;
	const struct nested *nested = nested_list(&all);
	const struct type *type = list->query.type;
	bool beside = strcmp(type->name, "phase") != 0;

	for (size_t i = 0; i < all; i++) {
		const struct type *child = type_find(nested[i].child);
		struct result_column *column = &columns[*used];
		size_t place = list->inner_count;

		if (strcmp(nested[i].parent, type->name) != 0 ||
			!type_is_for(child, list->source->audience))
			continue;
		list->inner[place] = list_inside(list->source, &nested[i], beside);
		*column = record_list_column(nested[i].member, child->help, list->inner[place],
			offsetof(struct record_row, inner) + place * sizeof(struct record_list *));
		column->one_line = beside;
		column->optional = true;
		if (strcmp(nested[i].member, "relationships") == 0)
			column->text = links_text;
		list->inner_count++;
		++*used;
	}
}

/* What is computed beside what was recorded. */
static void
add_computed(const struct record_list *list, struct result_column *columns, size_t *used)
{
	const char *type = list->query.type->name;
	struct result_column column = { NULL, COLUMN_OBJECT, "What is computed of it.",
		.storage = STORED_POINTER, .audience = AUDIENCE_TEAM, .one_line = true,
		.optional = true };

	if (list->source->computed && strcmp(type, "milestone") == 0) {
		column.name = "schedule";
		column.offset = offsetof(struct record_row, schedule);
		column.columns = milestone_schedule;
	}
	if (list->source->computed && strcmp(type, "team") == 0) {
		column.name = "sequence";
		column.offset = offsetof(struct record_row, sequence);
		column.columns = team_sequence;
	}
	if (column.name)
		columns[(*used)++] = column;
}

static bool
has_names(const void *row)
{
	return ((const struct record_row *)row)->has_names;
}

/* The names beside the ids of what is referred to. */
static void
add_names(const struct record_list *list, struct result_column *columns, size_t *used)
{
	const struct type *type = list->query.type;
	struct result_column *names =
		arena_alloc(&list->source->arena, (type->field_count + 1) * sizeof *names);
	size_t count = 0;

	for (size_t i = 1; i < type->field_count; i++)
		if (list->targets[i])
			names[count++] = (struct result_column){ type->fields[i].name, COLUMN_TEXT,
				"What people call it.", AT(struct record_row, names[i]),
				.audience = audience_of(type, i), .optional = true };
	names[count] = (struct result_column){ 0 };
	if (list->source->named && count > 0)
		columns[(*used)++] = (struct result_column){ "names", COLUMN_OBJECT,
			"What people call the records that are referred to.", .present = has_names,
			.columns = names, .one_line = true, .audience = AUDIENCE_TEAM,
			.optional = true };
}

enum { COLUMNS_BESIDE = INNER_LISTS_MOST + 4 }; /* id, names, what is computed, the end */

static struct record_list *
describe(struct record_list *list, const int *fields, size_t count, bool inner)
{
	struct result_column *columns = arena_alloc(&list->source->arena,
		(list->query.type->field_count + COLUMNS_BESIDE) * sizeof *columns);
	size_t used = 0;

	describe_fields(list, fields, count, columns, &used);
	add_names(list, columns, &used);
	if (inner)
		add_inner_lists(list, columns, &used);
	add_computed(list, columns, &used);
	columns[used] = (struct result_column){ 0 };
	list->columns = columns;
	return list;
}

static struct record_list *
list_new(struct record_source *source, const struct query *query)
{
	struct record_list *list = arena_alloc(&source->arena, sizeof *list);

	*list = (struct record_list){ .source = source, .query = *query };
	return list;
}

static struct record_list *
list_inside(struct record_source *source, const struct nested *nested, bool beside)
{
	struct query query = query_of(nested->child);
	struct record_list *list;

	if (beside)
		query_order_by(&query, nested->back);
	list = list_new(source, &query);
	list->nested = nested;
	list->back = type_field_index(query.type, nested->back);
	list->beside = beside;
	return describe(list, NULL, 0, true);
}

struct record_list *
record_list_new(struct record_source *source, const struct query *query, const int *fields,
	size_t count, bool inner)
{
	return describe(list_new(source, query), fields, count, inner);
}

struct record_row *
record_row_new(const struct record_list *list, const struct record *record)
{
	struct arena *arena = &list->source->arena;
	struct record_row *row = arena_alloc(arena, sizeof *row);

	*row = (struct record_row){ .record = *record };
	record_keep(&row->record, arena);
	resolve(list, row, arena);
	return row;
}
