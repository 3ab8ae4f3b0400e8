/* SPDX-License-Identifier: MIT */
/* Drafts from a programme written as one table, a row a value: type, id, field, value. The rows of
 * a record stand together. */
#include <string.h>

#include "incoming_build.h"

enum { CELL_TYPE, CELL_ID, CELL_FIELD, CELL_VALUE, CELLS };

static const char *
cell_text(const struct incoming_reader *reader, size_t place)
{
	return place < reader->cell_count ? reader->cells[place].text : "";
}

static void
complain(
	struct incoming_reader *reader, struct problems *problems, size_t cell, const char *message)
{
	reader->incoming.invalid = true;
	problems_add(problems, source_name(reader->source),
		cell < reader->cell_count ? reader->cells[cell].place : reader->incoming.place, "",
		"%s", message);
}

/* Into the record: one field. */
static void
take_row(struct incoming_reader *reader, struct problems *problems)
{
	struct incoming *incoming = &reader->incoming;
	const struct column *column = NULL;
	struct error error;
	const char *value = cell_text(reader, CELL_VALUE);
	enum status status = mapping_find(incoming_mapping(reader, incoming->record.type),
		cell_text(reader, CELL_FIELD), value, &column, &error);

	if (status == STATUS_OK && column->target != COLUMN_FIELD)
		status = error_set(&error, STATUS_INVALID, "%s has no field \"%.60s\"",
			incoming->record.type->name, cell_text(reader, CELL_FIELD));
	value = arena_copy(&reader->arena, value, strlen(value));
	if (status == STATUS_OK)
		status = incoming_take_column(
			reader, incoming, column, value, strlen(value), &error);
	if (status != STATUS_OK)
		complain(reader, problems, CELL_FIELD, error.message);
}

static enum status
next_row(struct incoming_reader *reader, struct error *error)
{
	bool row_only;

	return row_reader_next(reader->rows, &reader->cells, &reader->cell_count, &row_only, error);
}

static bool
is_same_record(const struct incoming_reader *reader)
{
	return reader->cell_count > 0 &&
	       strcmp(cell_text(reader, CELL_TYPE), reader->incoming.record.type->name) == 0 &&
	       strcmp(cell_text(reader, CELL_ID), reader->row_id) == 0;
}

static enum status
begin_record(struct incoming_reader *reader, struct problems *problems, struct error *error)
{
	const struct type *type = type_find(cell_text(reader, CELL_TYPE));
	struct column key = { .target = COLUMN_FIELD, .field = 0 };
	struct error inner;

	if (!type)
		return error_set(error, STATUS_INVALID, "%s:%llu: there is no type \"%.60s\"",
			source_name(reader->source),
			(unsigned long long)reader->cells[0].place.line,
			cell_text(reader, CELL_TYPE));
	memset(&reader->incoming, 0, sizeof reader->incoming);
	record_init(&reader->incoming.record, type);
	reader->incoming.pointer = "";
	reader->incoming.element = reader->element++;
	reader->incoming.place = reader->cells[0].place;
	reader->row_id = arena_copy(
		&reader->arena, cell_text(reader, CELL_ID), strlen(cell_text(reader, CELL_ID)));
	if (incoming_take_column(reader, &reader->incoming, &key, reader->row_id,
		    strlen(reader->row_id), &inner) != STATUS_OK)
		complain(reader, problems, CELL_ID, inner.message);
	return STATUS_OK;
}

bool
incoming_values_fit(const struct incoming_reader *reader)
{
	static const char *const names[CELLS] = { "type", "id", "field", "value" };
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);

	for (size_t i = 0; i < CELLS; i++)
		if (count != CELLS || strcmp(header[i].text, names[i]) != 0)
			return false;
	return true;
}

enum status
incoming_values_next(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	enum status status = STATUS_OK;

	*found = false;
	if (!reader->begun)
		status = next_row(reader, error);
	reader->begun = true;
	if (status != STATUS_OK || reader->cell_count == 0)
		return status;
	status = begin_record(reader, problems, error);
	while (status == STATUS_OK && is_same_record(reader)) {
		take_row(reader, problems);
		status = next_row(reader, error);
	}
	*found = status == STATUS_OK;
	return status;
}
