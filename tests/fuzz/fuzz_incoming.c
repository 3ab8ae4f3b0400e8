/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as somebody's file of records; the first byte says as which document. Each valid
 * record that comes out is looked at to its last value: what it borrows must still be there,
 * without a NUL in it, and every reference must have a place.
 */
#include <stdlib.h>
#include <string.h>

#include "rollout/exchange/incoming.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
look_at(struct incoming_reader *reader, const struct incoming *incoming, struct arena *arena)
{
	const struct type *type = incoming->record.type;

	if (incoming->invalid)
		return;
	for (int i = 0; i < (int)type->field_count; i++) {
		const struct value *value = &incoming->record.values[i];

		if (value->kind == VALUE_TEXT)
			must(strlen(value->text) == value->length);
		if (type->fields[i].kind == FIELD_REFERENCE)
			must(incoming_reader_locate(reader, incoming, i, arena).place.line > 0);
	}
	for (size_t i = 0; i < incoming->child_count; i++)
		look_at(reader, &incoming->children[i], arena);
}

static void
read_records(struct incoming_reader *reader)
{
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	const struct incoming *incoming;
	struct error error;
	enum status status;

	while ((status = incoming_reader_next(reader, &problems, &incoming, &error)) == STATUS_OK &&
		incoming) {
		must(!incoming->invalid == (problems.count == 0));
		look_at(reader, incoming, &arena);
		problems_clear(&problems);
		arena_reset(&arena);
	}
	must(status == STATUS_OK || status == STATUS_INVALID);
	problems_clear(&problems);
	arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct incoming_options documents[] = {
		{ .kind = INCOMING_TYPE, .format = "rollout.register" },
		{ .kind = INCOMING_ROADMAP, .format = "rollout.roadmap" },
		{ .kind = INCOMING_PROGRAMME, .format = "rollout.programme" },
	};
	struct incoming_options options = documents[size > 0 ? *data % 3 : 0];
	struct source *source;
	struct incoming_reader *reader;
	struct error error;

	if (size == 0)
		return 0;
	if (options.kind == INCOMING_TYPE)
		options.type = type_find("stakeholder");
	if (source_open_memory("fuzz", (const char *)data + 1, size - 1, &source, &error) !=
		STATUS_OK)
		return 0;
	if (incoming_reader_open(source, &options, &reader, &error) == STATUS_OK) {
		read_records(reader);
		incoming_reader_close(reader);
	}
	source_close(source);
	return 0;
}
