/* SPDX-License-Identifier: MIT */
/*
 * Records out of any bytes, for the targets that read some: each valid one is looked at to its last
 * value: what it borrows must still be there, without a NUL in it, and every reference must have a
 * place.
 */
#ifndef ROLLOUT_TESTS_FUZZ_RECORDS_H
#define ROLLOUT_TESTS_FUZZ_RECORDS_H

#include <stdlib.h>
#include <string.h>

#include "rollout/exchange/incoming.h"

static inline void
must(bool holds)
{
	if (!holds)
		abort();
}

static inline void
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

static inline void
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

/* As a register, a roadmap, a programme, milestones or a RACI, which the number says. */
static inline void
read_document(struct source *source, unsigned which)
{
	static const struct incoming_options documents[] = {
		{ .kind = INCOMING_TYPE, .format = "rollout.register" },
		{ .kind = INCOMING_ROADMAP, .format = "rollout.roadmap" },
		{ .kind = INCOMING_PROGRAMME, .format = "rollout.programme" },
		{ .kind = INCOMING_TYPE, .format = "rollout.list" },
		{ .kind = INCOMING_TYPE, .format = "rollout.list" },
	};
	const char *const types[] = { "stakeholder", NULL, NULL, "milestone", "assignment" };
	struct incoming_options options = documents[which % 5];
	struct incoming_reader *reader;
	struct error error;

	if (options.kind == INCOMING_TYPE)
		options.type = type_find(types[which % 5]);
	if (incoming_reader_open(source, &options, &reader, &error) != STATUS_OK)
		return;
	read_records(reader);
	for (size_t i = 0; incoming_reader_note(reader, i); i++)
		must(*incoming_reader_note(reader, i) != '\0');
	incoming_reader_close(reader);
}

#endif
