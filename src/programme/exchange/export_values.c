/* SPDX-License-Identifier: MIT */
/* The whole programme as one list, a row a value. */
#include "export_document.h"

struct value_row {
	const char *type, *id, *field, *value;
};

/* The values of one record that the audience may see. */
static enum status
tell_values(struct record_source *source, const struct record *record, result_row *row,
	void *context, struct error *error)
{
	struct arena arena = { 0 };
	char identifier[RECORD_ID_SIZE];
	enum status status = STATUS_OK;

	record_identify(record, identifier);
	for (size_t i = 1; i < record->type->field_count && status == STATUS_OK; i++) {
		const struct field *field = &record->type->fields[i];
		const struct value *value = &record->values[i];
		struct value_row told = { record->type->name, identifier, field->name, NULL };

		if (value->kind == VALUE_NONE ||
			!type_field_is_for(record->type, i, source->audience))
			continue;
		told.value = field->kind == FIELD_REFERENCE
				     ? record_source_identify(
					       source, field_target(field), value->integer)
				     : field_format(field, value, &arena);
		status = row(context, &told, error);
	}
	arena_clear(&arena);
	return status ? status : source->rows.status;
}

static enum status
each_value(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	struct record_source *source = ((const struct export_document *)whole)->source;
	struct rows rows = rows_open(source->rows.programme, NULL, error);
	struct record record;
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)list;
	rows.whole = source->whole;
	for (size_t i = 0; i < count; i++) {
		if (!type_is_for(types[i], source->audience))
			continue;
		rows_of(&rows, types[i]->name, NULL);
		while (rows_next(&rows, &record))
			if (!record_source_leaves_out(source, &record))
				rows.status = tell_values(source, &record, row, context, error);
	}
	return rows_close(&rows);
}

/* clang-format off */

static const struct result_column value_columns[] = {
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct value_row, type),
		.audience = AUDIENCE_TEAM },
	{ "id", COLUMN_TEXT, "The record's id.", AT(struct value_row, id),
		.audience = AUDIENCE_TEAM },
	{ "field", COLUMN_TEXT, "The name of the field.", AT(struct value_row, field),
		.audience = AUDIENCE_TEAM },
	{ "value", COLUMN_TEXT, "What it holds.", AT(struct value_row, value),
		.audience = AUDIENCE_TEAM },
	{ 0 },
};

const struct result_column export_values_column = { "values", COLUMN_LIST, "All values there are.",
	EACH(each_value, struct value_row), .columns = value_columns, .audience = AUDIENCE_TEAM };
