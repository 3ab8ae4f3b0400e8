/* SPDX-License-Identifier: MIT */
/*
 * Results as the JSON documents of contract.md. Names, their order and what stands on one line are
 * the description's.
 */
#include <string.h>

#include "rollout/exchange/formats.h"

static void
put(struct json_writer *json, const char *name, const char *text)
{
	json_text(json, name, text, strlen(text));
}

void
json_begin_document(struct json_writer *json, const char *name, day today, enum audience audience)
{
	char date[DATE_SIZE], format[64] = "rollout.";

	date_format(today, date);
	strncat(format, name, sizeof format - strlen(format) - 1);
	json_begin_object(json, NULL);
	put(json, "format", format);
	json_integer(json, "version", 1);
	put(json, "generated_on", date);
	put(json, "audience", audience_name(audience));
}

void
json_end_document(struct json_writer *json)
{
	json_end_object(json);
	json_writer_finish(json);
}

static void
begin(struct teller *teller, const struct result *result, day today)
{
	json_writer_init(teller->state, teller->output);
	json_begin_document(teller->state, result->name, today, teller->audience);
}

static void
open_part(struct teller *teller, enum part part, const struct result_column *column)
{
	const char *name = part == PART_ROW ? NULL : column->name;

	if (part == PART_LIST)
		json_begin_array(teller->state, name);
	else if (part == PART_ROW && result_is_plain(column))
		return;
	else if (column->one_line)
		json_begin_inline_object(teller->state, name);
	else
		json_begin_object(teller->state, name);
}

static void
write_field(struct teller *teller, const struct result_column *column, const struct cell *cell)
{
	const char *name = *column->name ? column->name : NULL;
	struct json_writer *json = teller->state;

	switch (cell->kind) {
	case CELL_NONE: json_null(json, name); break;
	case CELL_TEXT:
		if (column->kind == COLUMN_JSON)
			json_raw(json, name, cell->text, cell->length);
		else
			json_text(json, name, cell->text, cell->length);
		break;
	case CELL_WHOLE: json_integer(json, name, cell->whole); break;
	case CELL_DECIMAL: json_number(json, name, cell->decimal, column->digits); break;
	case CELL_BOOLEAN: json_boolean(json, name, cell->boolean); break;
	}
}

static void
close_part(struct teller *teller, enum part part, const struct result_column *column)
{
	if (part == PART_LIST)
		json_end_array(teller->state);
	else if (part == PART_OBJECT || !result_is_plain(column))
		json_end_object(teller->state);
}

static void
end(struct teller *teller)
{
	json_end_document(teller->state);
}

const struct format format_json = {
	.name = "json",
	.help = "One document with everything.",
	.state_size = sizeof(struct json_writer),
	.begin = begin,
	.open = open_part,
	.field = write_field,
	.close = close_part,
	.end = end,
};
