/* SPDX-License-Identifier: MIT */
/*
 * Finds by parts and not by likeness: people asked for the plain way after fuzzy finders showed
 * them ten lines they had not meant. Must not draw more than its area.
 */
#include "chooser.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "tui/kit/lines.h"

/* FOOT_FROM: rows of a list of which some can be spared. */
enum { LABEL_MOST = 24, GAP = 2, FOOT_ROWS = 3, FOOT_FROM = 9 };

static const char *
keep(struct chooser *chooser, const char *text)
{
	return text ? arena_copy(&chooser->arena, text, strlen(text)) : NULL;
}

void
chooser_add(struct chooser *chooser, const char *name, const char *label, const char *text,
	const char *refusal)
{
	struct chooser_item *item;
	const char *all;

	if (chooser->count == chooser->space) {
		chooser->space = chooser->space > 0 ? chooser->space * 2 : 32;
		chooser->items = memory_resize(
			chooser->items, (size_t)chooser->space, sizeof *chooser->items);
		chooser->shown = memory_resize(
			chooser->shown, (size_t)chooser->space, sizeof *chooser->shown);
	}
	all = arena_format(&chooser->arena, "%s %s %s", name ? name : "", label, text);
	item = &chooser->items[chooser->count++];
	*item = (struct chooser_item){ .name = keep(chooser, name),
		.label = keep(chooser, label),
		.text = keep(chooser, text),
		.refusal = keep(chooser, refusal),
		.folded = text_fold(&chooser->arena, all, strlen(all)) };
	chooser->label_width = larger_of(
		chooser->label_width, smaller_of(text_width(label, strlen(label)), LABEL_MOST));
	if (name)
		chooser->text_width =
			larger_of(chooser->text_width, text_width(text, strlen(text)));
}

/* Whether every word of the folded text is somewhere in the item. */
static bool
matches(const struct chooser_item *item, const char *words)
{
	char word[128];

	while (*words) {
		size_t length = strcspn(words, " ");

		if (length > 0 && length < sizeof word) {
			memcpy(word, words, length);
			word[length] = '\0';
			if (!strstr(item->folded, word))
				return false;
		}
		words += length;
		words += *words == ' ' ? 1 : 0;
	}
	return true;
}

static bool
begins(const struct chooser_item *item, const char *words)
{
	return item->name && strncmp(item->name, words, strlen(words)) == 0;
}

static bool
can_stand(const struct chooser *chooser, int place)
{
	return place >= 0 && place < chooser->shown_count &&
	       chooser->items[chooser->shown[place]].name;
}

void
chooser_filter(struct chooser *chooser, const char *text)
{
	struct arena arena = { 0 };
	const char *words = text_fold(&arena, text, strlen(text));
	bool any = strspn(words, " ") < strlen(words);

	chooser->shown_count = 0;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < chooser->count; i++) {
			const struct chooser_item *item = &chooser->items[i];
			bool first = any && begins(item, words);

			if (matches(item, words) && first == (pass == 0))
				chooser->shown[chooser->shown_count++] = i;
		}
	}
	chooser->first = 0;
	chooser->selected = 0;
	while (chooser->selected < chooser->shown_count && !can_stand(chooser, chooser->selected))
		chooser->selected++;
	arena_clear(&arena);
}

void
chooser_move(struct chooser *chooser, int by, int rows)
{
	int way = by < 0 ? -1 : 1, place = chooser->selected, steps = by < 0 ? -by : by;

	for (int at = place + way; at >= 0 && at < chooser->shown_count && steps > 0; at += way) {
		if (!can_stand(chooser, at))
			continue;
		place = at;
		steps--;
	}
	chooser->selected = place;
	if (place < chooser->first)
		chooser->first = place;
	if (place >= chooser->first + rows)
		chooser->first = place - rows + 1;
	/* Notes behind the last line that can be chosen come into sight with it. */
	if (steps > 0 && way > 0)
		chooser->first =
			larger_of(chooser->first, smaller_of(place, chooser->shown_count - rows));
	chooser->first = larger_of(chooser->first, 0);
}

const struct chooser_item *
chooser_selected(const struct chooser *chooser)
{
	return can_stand(chooser, chooser->selected)
		       ? &chooser->items[chooser->shown[chooser->selected]]
		       : NULL;
}

void
chooser_select(struct chooser *chooser, const char *name, int rows)
{
	for (int i = 0; i < chooser->shown_count; i++) {
		const struct chooser_item *item = &chooser->items[chooser->shown[i]];

		if (item->name && strcmp(item->name, name) == 0) {
			chooser->selected = i;
			chooser_move(chooser, 0, rows);
			return;
		}
	}
}

bool
chooser_point(struct chooser *chooser, int row)
{
	if (!can_stand(chooser, chooser->first + row))
		return false;
	chooser->selected = chooser->first + row;
	return true;
}

static int
label_columns(const struct chooser *chooser, int columns)
{
	return smaller_of(chooser->label_width, larger_of(columns * 2 / 5, 6));
}

static void
draw_item(const struct chooser *chooser, struct canvas *canvas, struct area area, int place)
{
	const struct chooser_item *item = &chooser->items[chooser->shown[place]];
	int row = area.row + place - chooser->first;
	int label = label_columns(chooser, area.columns);
	enum role role = item->refusal ? ROLE_MUTED : ROLE_TEXT;
	int behind = area.column + label + GAP, left = area.columns - label - GAP;
	const char *text = item->refusal ? item->refusal : item->text;

	if (!item->name && !*item->label) {
		canvas_put(canvas, row, area.column, area.columns, ROLE_MUTED, item->text);
		return;
	}
	canvas_put(canvas, row, area.column, smaller_of(label, area.columns),
		item->refusal ? ROLE_MUTED : ROLE_KEY, item->label);
	if (left > 0)
		canvas_put(canvas, row, behind, left, role, text);
	if (place != chooser->selected)
		return;
	canvas_mark(canvas, row, area.column, area.columns, ROLE_SELECTED);
}

void
chooser_draw(const struct chooser *chooser, struct canvas *canvas, struct area area)
{
	if (chooser->shown_count == 0 && area.rows > 0)
		canvas_put(canvas, area.row, area.column, area.columns, ROLE_MUTED,
			"nothing has all of these words in it");
	for (int i = 0; i < area.rows && chooser->first + i < chooser->shown_count; i++)
		draw_item(chooser, canvas, area, chooser->first + i);
}

int
chooser_foot_rows(const struct chooser *chooser, int rows, int columns)
{
	int room = columns - label_columns(chooser, columns) - GAP;

	return rows >= FOOT_FROM && chooser->text_width > room ? FOOT_ROWS : 0;
}

void
chooser_draw_foot(const struct chooser *chooser, struct canvas *canvas, struct area area)
{
	const struct chooser_item *item = chooser_selected(chooser);
	struct lines lines = { 0 };

	if (area.rows <= 0)
		return;
	canvas_fill(canvas, (struct area){ area.row, area.column, 1, area.columns }, ROLE_BORDER,
		GLYPH_HORIZONTAL);
	if (item)
		lines_wrap(&lines, ROLE_TEXT, area.columns, 0,
			arena_format(&lines.arena, "%s: %s", item->label, item->text));
	for (int i = 0; i < (int)lines.count && i < area.rows - 1; i++)
		canvas_put(canvas, area.row + 1 + i, area.column, area.columns, lines.items[i].role,
			lines.items[i].text);
	lines_clear(&lines);
}

void
chooser_clear(struct chooser *chooser)
{
	arena_clear(&chooser->arena);
	free(chooser->items);
	free(chooser->shown);
	*chooser = (struct chooser){ 0 };
}
