/* SPDX-License-Identifier: MIT */
/* The whole programme as one table, a row a value: the form in which many kinds of records fit into
 * CSV. exchange/incoming_values.c reads it. */
#include <string.h>

#include "document_writer.h"

static void
write_row(struct document_writer *writer, const struct record *record, size_t field)
{
	const struct field *described = &record->type->fields[field];
	struct arena arena = { 0 };
	char identifier[RECORD_ID_SIZE];
	const char *value;

	record_identify(record, identifier);
	value = described->kind == FIELD_REFERENCE
			? document_identifier(
				  writer, field_target(described), record->values[field].integer)
			: field_format(described, &record->values[field], &arena);
	csv_text(&writer->csv, record->type->name, strlen(record->type->name));
	csv_text(&writer->csv, identifier, strlen(identifier));
	csv_text(&writer->csv, described->name, strlen(described->name));
	csv_text(&writer->csv, value, strlen(value));
	csv_end_row(&writer->csv);
	arena_clear(&arena);
}

static void
write_values(struct document_writer *writer, const struct record *record)
{
	for (size_t i = 1; i < record->type->field_count; i++)
		if (record->values[i].kind != VALUE_NONE &&
			type_field_is_for(record->type, i, writer->audience))
			write_row(writer, record, i);
}

void
document_write_values(struct document_writer *writer)
{
	static const char *const header[] = { "type", "id", "field", "value" };
	size_t count;
	const struct type *const *types = model_types(&count);
	struct record record;

	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		csv_text(&writer->csv, header[i], strlen(header[i]));
	csv_end_row(&writer->csv);
	for (size_t i = 0; i < count; i++) {
		if (!type_is_for(types[i], writer->audience))
			continue;
		rows_of(&writer->rows, types[i]->name, NULL);
		while (rows_next(&writer->rows, &record))
			if (!document_leaves_out(writer, &record))
				write_values(writer, &record);
	}
}
