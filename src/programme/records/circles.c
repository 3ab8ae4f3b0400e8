/* SPDX-License-Identifier: MIT */
/*
 * Rule M6: milestones must not wait for each other in a circle, nor be parts of each other. Looked
 * at once after a change that could make one, before it is saved.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"
#include "rollout/rules/cycle.h"

enum { NAMED_MAX = 24, TITLE_CELLS = 40 };

/* The title as far as it fits, and what tells it from others that begin alike. */
static void
add_name(struct programme *programme, int64_t id, struct buffer *names, struct arena *arena)
{
	const struct type *milestone = type_find("milestone");
	const char *title = programme_title(programme, milestone, id, arena);
	size_t length = strlen(title);
	int used;
	size_t shown = text_fit(title, length, TITLE_CELLS, &used);

	buffer_format(names, "%.*s%s (%s)", (int)shown, title, shown < length ? "…" : "",
		programme_identifier(programme, milestone, id, arena));
}

static enum status
refuse(struct programme *programme, const int64_t *cycle, size_t length, const char *what,
	struct error *error)
{
	struct arena arena = { 0 };
	struct buffer names = { 0 };
	enum status status;

	for (size_t i = 0; i < length && i < NAMED_MAX; i++) {
		add_name(programme, cycle[i], &names, &arena);
		buffer_append_text(&names, " > ");
	}
	if (length > NAMED_MAX)
		buffer_format(&names, "… (%zu in all) > ", length);
	add_name(programme, cycle[0], &names, &arena);
	status = error_set(error, STATUS_INVALID, "M6: %s: %s", what, buffer_text(&names));
	buffer_clear(&names);
	arena_clear(&arena);
	return status;
}

/* from, to: fields; NULL: the record itself. */
static enum status
check(struct programme *programme, const struct type *type, const char *from, const char *to,
	const char *what, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;
	struct link *links = NULL;
	int64_t cycle[NAMED_MAX];
	size_t count = 0, length;

	rows_of(&rows, type->name, NULL);
	while (rows_next(&rows, &record)) {
		struct link link = { from ? record_number(&record, from) : record.id,
			to ? record_number(&record, to) : record.id };

		if (link.from == 0 || link.to == 0)
			continue;
		links = array_grow(links, count, sizeof *links);
		links[count++] = link;
	}
	if (rows.status == STATUS_OK && cycle_find(links, count, cycle, NAMED_MAX, &length))
		rows.status = refuse(programme, cycle, length, what, error);
	free(links);
	return rows_close(&rows);
}

enum status
circles_check(struct programme *programme, const struct type *type, struct error *error)
{
	if (strcmp(type->name, "dependency") == 0)
		return check(programme, type, "from", "to",
			"these milestones would wait for each other in a circle", error);
	if (strcmp(type->name, "milestone") == 0)
		return check(programme, type, "parent", NULL,
			"these milestones would be parts of each other", error);
	return STATUS_OK;
}
