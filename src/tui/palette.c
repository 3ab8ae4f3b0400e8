/* SPDX-License-Identifier: MIT */
/*
 * The palette and the help. Must not do anything itself: the name goes to the callback. A line that
 * says more than a name ("sort influence") is handed on as it was typed.
 */
#include "palette.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/finder.h"
#include "tabs.h"
#include "tui/kit/label_words.h"

/* MARGIN: a box that leaves no more than this beside it takes the whole width. */
enum { PALETTE_WIDTH = 100, PALETTE_ROWS = 15, MARGIN = 4 };

struct palette {
	struct finder finder;
	struct callback callback;
	bool help;
	struct recall *history; /* NULL: the help has none */
	int back; /* lines back in the history; 0: what was typed */
};

static void
add_actions(struct palette *palette, const struct chain *chain, const char *refusal)
{
	const struct action *action;
	struct chain_at at = { 0 };
	char keys[KEYS_NAMED], text[256];

	while ((action = chain_next(chain, &at)) != NULL) {
		const char *why = action->effect == WRITES ? refusal : NULL;

		chain_name_keys(chain, action, keys);
		if (palette->help) {
			chooser_add(
				&palette->finder.chooser, action->name, keys, action->help, why);
		} else {
			snprintf(text, sizeof text, "%s%s%s%s", action->help, *keys ? " (" : "",
				keys, *keys ? ")" : "");
			chooser_add(
				&palette->finder.chooser, action->name, action->name, text, why);
		}
	}
}

static void
add_pages(struct palette *palette)
{
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		const struct tab *info = tabs_get(tab);

		for (int page = 0; page < tabs_count_pages(info); page++) {
			const struct type *type = tabs_page_type(info, page);
			char name[WORDS_SIZE], text[256];

			label_words_from_name(tabs_page_name(info, page), name);
			snprintf(text, sizeof text, "%s: %s", info->title,
				type ? type->help : "a page of this panel");
			chooser_add(&palette->finder.chooser, name, name, text, NULL);
		}
	}
}

static void
add_notes(struct palette *palette, enum panel_kind kind)
{
	static const char *const form[] = { "",
		"In a choice or yes/no: + - or Space for the next value, or its first letters.",
		"In a text: Alt-Enter starts a new line, Ctrl-A and Ctrl-E go to its ends,",
		"Alt-B and Alt-F by words; Ctrl-W cuts a word, Ctrl-U and Ctrl-K what is",
		"before and behind the cursor, and Ctrl-Y puts it in again.",
		"A date: 2026-12-01, tomorrow, fri, +2w, q3 or w48.",
		"A reference: the name, key or number of the record.", NULL };
	static const char *const page[] = { "", "Type to find a line; Enter does what it says.",
		"Behind : goes the name of an action, a page or a list.", NULL };

	for (const char *const *note = kind == PANEL_FORM ? form : page; *note; note++)
		chooser_add(&palette->finder.chooser, NULL, "", *note, NULL);
}

static void
palette_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct palette *palette = (struct palette *)panel;
	const struct chooser *chooser = &palette->finder.chooser;
	int columns = screen.columns <= PALETTE_WIDTH + MARGIN ? screen.columns : PALETTE_WIDTH;
	int most = palette->help ? content.rows : smaller_of(content.rows, PALETTE_ROWS);
	int inside = smaller_of(chooser->count, most - FINDER_AROUND);
	int foot = chooser_foot_rows(chooser, inside, larger_of(columns - 4, 0));
	int rows = larger_of(smaller_of(chooser->count + foot + FINDER_AROUND, most), 1);
	int above = palette->help ? (content.rows - rows) / 2 : content.rows - rows;

	(void)session;
	finder_place(&palette->finder, (struct area){ content.row + above,
					       (screen.columns - columns) / 2, rows, columns });
}

static void
palette_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct palette *palette = (const struct palette *)panel;

	(void)session;
	finder_draw(&palette->finder, canvas, palette->help ? "Keys" : "Commands");
}

/* Older lines by Up while nothing is typed or one is shown already, as shells do. */
static bool
is_recalling(const struct panel *panel)
{
	const struct palette *palette = (const struct palette *)panel;

	return palette->history && (palette->back > 0 || line_length(&palette->finder.line) == 0);
}

static bool
has_recalled(const struct panel *panel)
{
	return ((const struct palette *)panel)->back > 0;
}

static unsigned
recall(struct panel *panel, struct session *session)
{
	struct palette *palette = (struct palette *)panel;
	int back = palette->back + session->press.action->by;
	const char *text = recall_get(palette->history, back);

	if (!text && back != 0)
		return EFFECT_NONE;
	palette->back = back;
	line_set(&palette->finder.line, text ? text : "", text ? strlen(text) : 0);
	finder_show(&palette->finder);
	return EFFECT_NONE;
}

/* A whole name, or an action and what it is about: as it was typed, not what it looks like. */
static bool
is_meant_as_typed(const struct palette *palette, const char *typed)
{
	size_t length = strcspn(typed, " ");

	if (type_find(typed))
		return true;
	for (int i = 0; i < palette->finder.chooser.count; i++) {
		const char *name = palette->finder.chooser.items[i].name;

		if (name &&
			(strcmp(name, typed) == 0 || (typed[length] && strlen(name) == length &&
							     strncmp(name, typed, length) == 0)))
			return true;
	}
	return false;
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct palette *palette = (struct palette *)panel;
	const struct chooser_item *item = finder_item(&palette->finder);
	const char *typed = line_text(&palette->finder.line);

	if (palette->history && (!item || palette->back > 0 || is_meant_as_typed(palette, typed))) {
		recall_add(palette->history, typed);
		return session_answer(session, &palette->callback, typed);
	}
	if (!item)
		return EFFECT_BACK;
	if (palette->history)
		recall_add(palette->history, item->name);
	return session_answer(session, &palette->callback, item->name);
}

static unsigned
complete(struct panel *panel, struct session *session)
{
	struct palette *palette = (struct palette *)panel;
	const struct chooser_item *item = finder_item(&palette->finder);

	(void)session;
	if (item)
		line_set(&palette->finder.line, item->name, strlen(item->name));
	finder_show(&palette->finder);
	return EFFECT_NONE;
}

static unsigned
palette_type(struct panel *panel, struct session *session, const struct input *input)
{
	struct palette *palette = (struct palette *)panel;

	(void)session;
	if (input->kind == INPUT_BACKSPACE && line_length(&palette->finder.line) == 0)
		return EFFECT_BACK;
	if (line_handle(&palette->finder.line, input)) {
		palette->back = 0;
		finder_show(&palette->finder);
	}
	return EFFECT_NONE;
}

static void
palette_free(struct panel *panel)
{
	callback_clear(&((struct palette *)panel)->callback);
	finder_clear((struct finder *)panel);
	free(panel);
}

/* clang-format off */
static const struct keys palette_keys = { "behind : and ?", {
	{ "older", "Up", recall, "the line that was typed before", .applies = is_recalling,
	  .by = 1 },
	{ "newer", "Down", recall, "the line that was typed after it", .applies = has_recalled,
	  .by = -1 },
	{ "complete", "Tab", complete, "the name of the selected line", .effect = READS },
} };
/* clang-format on */

const struct panel_class palette_class = {
	.kind = PANEL_BOX,
	.keys = { &palette_keys, &finder_keys, &selection_typed_keys },
	.layout = palette_layout,
	.draw = palette_draw,
	.type = palette_type,
	.stands = finder_stands,
	.free = palette_free,
};

static struct palette *
create(struct callback callback, bool help)
{
	struct palette *palette = memory_new(1, sizeof *palette);

	palette->finder.panel.class = &palette_class;
	palette->finder.label = help ? "/" : ":";
	palette->finder.accept = accept;
	palette->callback = callback_copy(callback);
	palette->help = help;
	palette->finder.line.limit = 1000;
	line_set(&palette->finder.line, "", 0);
	return palette;
}

struct panel *
palette_new(struct callback callback, const struct chain *chain, const char *refusal,
	struct recall *history)
{
	struct palette *palette = create(callback, false);

	palette->history = history;
	add_actions(palette, chain, refusal);
	if (chain->panel->class->kind == PANEL_PAGE)
		add_pages(palette);
	finder_show(&palette->finder);
	return &palette->finder.panel;
}

struct panel *
palette_new_help(struct callback callback, const struct chain *chain, const char *refusal)
{
	struct palette *palette = create(callback, true);

	add_actions(palette, chain, refusal);
	add_notes(palette, chain->panel->class->kind);
	finder_show(&palette->finder);
	return &palette->finder.panel;
}
