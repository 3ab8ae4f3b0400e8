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
	arena_clear(&arena);
}

const struct chooser_item *
chooser_get(const struct chooser *chooser, int row)
{
	const struct chooser_item *item = row >= 0 && row < chooser->shown_count
						  ? &chooser->items[chooser->shown[row]]
						  : NULL;

	return item && item->name ? item : NULL;
}

int
chooser_find(const struct chooser *chooser, const char *name)
{
	for (int i = 0; i < chooser->shown_count; i++) {
		const struct chooser_item *item = chooser_get(chooser, i);

		if (item && strcmp(item->name, name) == 0)
			return i;
	}
	return 0;
}

static int
label_columns(const struct chooser *chooser, int columns)
{
	return smaller_of(chooser->label_width, larger_of(columns * 2 / 5, 6));
}

static void
draw_item(
	const struct chooser *chooser, struct canvas *canvas, struct area area, int place, int row)
{
	const struct chooser_item *item = &chooser->items[chooser->shown[place]];
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
}

void
chooser_draw(const struct chooser *chooser, struct canvas *canvas, const struct selection *at)
{
	struct area area = at->area;

	if (chooser->shown_count == 0 && area.rows > 0)
		canvas_put(canvas, area.row, area.column, area.columns, ROLE_MUTED,
			"nothing has all of these words in it");
	for (int i = 0; i < area.rows && at->first + i < chooser->shown_count; i++) {
		draw_item(chooser, canvas, area, at->first + i, area.row + i);
		if (at->first + i == at->row && chooser_get(chooser, at->row))
			canvas_mark(canvas, area.row + i, area.column, area.columns, ROLE_SELECTED);
	}
}

int
chooser_foot_rows(const struct chooser *chooser, int rows, int columns)
{
	int room = columns - label_columns(chooser, columns) - GAP;

	return rows >= FOOT_FROM && chooser->text_width > room ? FOOT_ROWS : 0;
}

void
chooser_draw_foot(const struct chooser_item *item, struct canvas *canvas, struct area area)
{
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
