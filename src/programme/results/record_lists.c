/* SPDX-License-Identifier: MIT */
/*
 * rollout.list: records told like any other result, their columns made from the dictionary. A row
 * is a record in which references hold what documents call the other record, instead of its number.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/exchange/document_writer.h"
#include "rollout/exchange/formats.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"

struct list_result {
	struct document_writer *writer; /* knows what references are called */
	const struct type *type;
	const struct query *query; /* NULL: record alone */
	const struct record *record;
	struct arena *arena; /* of the row at hand */
};

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

static const char *
identifier_text(const void *row, struct arena *arena)
{
	char identifier[RECORD_ID_SIZE];

	record_identify(row, identifier);
	return arena_copy(arena, identifier, strlen(identifier));
}

static bool
is_among(int field, const int *fields, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (fields[i] == field)
			return true;
	return count == 0;
}

/* The id, and the fields asked for; count 0: all. */
static const struct result_column *
record_columns(const struct type *type, const int *fields, size_t count, struct arena *arena)
{
	struct result_column *columns =
		arena_alloc(arena, (type->field_count + 1) * sizeof *columns);
	size_t used = 0;

	columns[used++] = (struct result_column){ "id", COLUMN_ID, type->fields[0].help,
		.text = identifier_text };
	for (size_t i = 1; i < type->field_count; i++)
		if (is_among((int)i, fields, count))
			columns[used++] = (struct result_column){ type->fields[i].name,
				kind_of(type->fields[i].kind), type->fields[i].help,
				AT(struct record, values[i]), .optional = true,
				.minimum = type->fields[i].minimum };
	columns[used] = (struct result_column){ 0 };
	return columns;
}

static enum status
tell_record(const struct list_result *list, const struct record *record, result_row *row,
	void *context, struct error *error)
{
	struct record told = *record;
	enum status status;

	arena_reset(list->arena);
	for (size_t i = 1; i < told.type->field_count; i++) {
		const char *identifier;

		if (told.type->fields[i].kind != FIELD_REFERENCE ||
			told.values[i].kind == VALUE_NONE)
			continue;
		identifier = document_identifier(
			list->writer, field_target(&told.type->fields[i]), told.values[i].integer);
		told.values[i] =
			value_text(arena_copy(list->arena, identifier, strlen(identifier)));
	}
	status = row(context, &told, error);
	return status ? status : list->writer->rows.status;
}

static enum status
each_record(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct list_result *list = whole;
	struct rows *rows = &list->writer->rows;
	struct record record;

	if (!list->query)
		return tell_record(list, list->record, row, context, error);
	rows_read(rows, list->query);
	while (rows_next(rows, &record))
		rows->status = tell_record(list, &record, row, context, error);
	return rows->status;
}

static enum status
write_list(struct list_result *list, struct programme *programme, const int *fields, size_t count,
	const char *format, int descriptor, struct error *error)
{
	struct document_writer writer = { .rows = rows_open(programme, NULL, error),
		.audience = AUDIENCE_LEAD,
		.cache = memory_new(1, sizeof *writer.cache) };
	struct arena arena = { 0 }, of_row = { 0 };
	const struct result_column columns[] = {
		{ "type", COLUMN_TEXT, "What they are.", AT(struct list_result, type) },
		{ "records", COLUMN_LIST, "In the order asked for.",
			EACH(each_record, struct record),
			.columns = record_columns(list->type, fields, count, &arena) },
		{ 0 },
	};
	const struct result result = { .name = "list", .columns = columns };
	enum status status, read;

	list->writer = &writer;
	list->arena = &of_row;
	status = format_write(format_find(format), &result, list, AUDIENCE_LEAD,
		programme_today(programme), output_open_descriptor(descriptor), error);
	read = rows_close(&writer.rows);
	arena_clear(&of_row);
	arena_clear(&arena);
	free(writer.cache);
	return status == STATUS_OK ? read : status;
}

enum status
results_write_list(struct programme *programme, const struct query *query, const int *fields,
	size_t count, const char *format, int descriptor, struct error *error)
{
	struct list_result list = { .type = query->type, .query = query };

	return write_list(&list, programme, fields, count, format, descriptor, error);
}

enum status
results_write_record(struct programme *programme, const struct type *type, int64_t id,
	const char *format, int descriptor, struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	struct list_result list = { .type = type, .record = &record };
	enum status status = programme_get(programme, type, id, &arena, &record, error);

	if (status == STATUS_OK)
		status = write_list(&list, programme, NULL, 0, format, descriptor, error);
	arena_clear(&arena);
	return status;
}
