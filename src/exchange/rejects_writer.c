/* SPDX-License-Identifier: MIT */
/* Writing down what was left out. JSON elements are copied as they stand: they have been checked,
 * and only the reasons are new. */
#include "rollout/exchange/rejects_writer.h"

#include <string.h>

void
rejects_writer_init(struct rejects_writer *writer, struct output *output)
{
	*writer = (struct rejects_writer){ .output = output };
	if (!output)
		return;
	json_writer_init(&writer->json, output);
	csv_writer_init(&writer->csv, output);
}

static void
begin(struct rejects_writer *writer, const struct incoming_reader *reader)
{
	size_t count;
	const struct cell *header;

	if (writer->begun)
		return;
	writer->begun = true;
	if (!incoming_reader_is_csv(reader)) {
		json_begin_array(&writer->json, NULL);
		return;
	}
	header = incoming_reader_header(reader, &count);
	for (size_t i = 0; i < count; i++)
		csv_text(&writer->csv, header[i].text, header[i].length);
	csv_text(&writer->csv, "rejected", strlen("rejected"));
	csv_end_row(&writer->csv);
}

static void
add_row(struct rejects_writer *writer, const struct incoming_reader *reader, const char *reasons)
{
	size_t columns, count;
	const struct cell *cells = incoming_reader_row(reader, &count);

	incoming_reader_header(reader, &columns);
	for (size_t i = 0; i < columns; i++)
		if (i < count)
			csv_text(&writer->csv, cells[i].text, cells[i].length);
		else
			csv_empty(&writer->csv);
	csv_text(&writer->csv, reasons, strlen(reasons));
	csv_end_row(&writer->csv);
}

/* {"rejected": "…", and the rest of the object as it stands. */
static void
add_element(struct rejects_writer *writer, const struct incoming *incoming, const char *reasons)
{
	struct output *memory = output_open_memory();
	struct json_writer inner;
	size_t length;
	const char *object;

	json_writer_init(&inner, memory);
	json_begin_inline_object(&inner, NULL);
	json_text(&inner, "rejected", reasons, strlen(reasons));
	if (incoming->length > 0 && incoming->text[0] == '{') {
		const char *rest = incoming->text + 1 + strspn(incoming->text + 1, " \t\r\n");

		if (*rest != '}')
			output_text(memory, ", ");
		output_write(memory, rest, incoming->length - (size_t)(rest - incoming->text));
	} else {
		json_raw(&inner, "value", incoming->text, incoming->length);
		json_end_object(&inner);
	}
	object = output_memory(memory, &length);
	json_raw(&writer->json, NULL, object, length);
	output_abandon(memory);
}

void
rejects_writer_add(struct rejects_writer *writer, const struct incoming_reader *reader,
	const struct incoming *incoming, const char *reasons)
{
	if (!writer->output)
		return;
	begin(writer, reader);
	if (incoming_reader_is_csv(reader))
		add_row(writer, reader, reasons);
	else
		add_element(writer, incoming, reasons);
}

void
rejects_writer_finish(struct rejects_writer *writer, const struct incoming_reader *reader)
{
	if (!writer->output)
		return;
	begin(writer, reader);
	if (!incoming_reader_is_csv(reader)) {
		json_end_array(&writer->json);
		json_writer_finish(&writer->json);
	}
}
