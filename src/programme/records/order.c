/* SPDX-License-Identifier: MIT */
/*
 * Puts records in order by rewriting their places. Must not touch a place that stays: the history
 * holds what a person moved, not the whole list.
 */
#include "rollout/programme/order.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

enum { POSITION_TEXT = 24 };

struct places {
	int64_t *ids;
	size_t count;
	int64_t last; /* the largest position */
};

static enum status
read_places(struct programme *programme, const struct type *type, struct places *out,
	struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	rows_of(&rows, type->name, "position");
	while (rows_next(&rows, &record)) {
		int64_t position = record_number(&record, "position");

		out->ids = array_grow(out->ids, out->count, sizeof *out->ids);
		out->ids[out->count++] = record.id;
		out->last = position > out->last ? position : out->last;
	}
	return rows_close(&rows);
}

/* false: it is not there, or stands there already. */
static bool
shift(struct places *places, int64_t id, int by)
{
	int last = (int)places->count - 1, from = 0, to;

	while (from <= last && places->ids[from] != id)
		from++;
	if (from > last)
		return false;
	to = from + by;
	to = to < 0 ? 0 : (to > last ? last : to);
	for (int i = from; i != to; i += to > from ? 1 : -1)
		places->ids[i] = places->ids[i + (to > from ? 1 : -1)];
	places->ids[to] = id;
	return to != from;
}

static enum status
write_places(struct programme *programme, const struct type *type, const struct places *places,
	struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < places->count && status == STATUS_OK; i++) {
		char position[POSITION_TEXT];
		int length = snprintf(position, sizeof position, "%zu", i + 1);
		const struct field_text text = { "position", position, (size_t)length };
		bool differs;

		status = programme_set(
			programme, type, places->ids[i], &text, 1, NULL, &differs, error);
	}
	return status;
}

enum status
programme_move(struct programme *programme, const struct type *type, int64_t id, int by,
	bool *changed, struct error *error)
{
	struct places places = { 0 };
	struct arena arena = { 0 };
	enum status status = store_begin(programme->store, "move", error);

	*changed = false;
	if (status != STATUS_OK)
		return status;
	status = read_places(programme, type, &places, error);
	if (status == STATUS_OK && shift(&places, id, by)) {
		*changed = true;
		status = write_places(programme, type, &places, error);
	}
	store_set_label(programme->store, arena_format(&arena, "%s \"%s\" moved", type->label,
						  programme_title(programme, type, id, &arena)));
	status = store_end(programme->store, status, error);
	free(places.ids);
	arena_clear(&arena);
	return status;
}

enum status
programme_add_last(struct programme *programme, const struct type *type, const char *title,
	int64_t *id, struct error *error)
{
	struct places places = { 0 };
	char position[POSITION_TEXT];
	struct field_text texts[] = {
		{ type->title, title, strlen(title) },
		{ "position", position, 0 },
	};
	enum status status = store_begin(programme->store, "add", error);

	if (status != STATUS_OK)
		return status;
	status = read_places(programme, type, &places, error);
	free(places.ids);
	texts[1].length = (size_t)snprintf(position, sizeof position, "%" PRId64, places.last + 1);
	if (status == STATUS_OK)
		status = programme_add(programme, type, texts, 2, id, error);
	return store_end(programme->store, status, error);
}
