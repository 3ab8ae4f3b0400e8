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

/* A name that two rows of the table share is offered once, with the keys of both. */
static bool
is_repeated(const struct action_info *info, unsigned scope)
{
	for (const struct action_info *at = NULL; (at = actions_next(at)) != info;)
		if ((at->scopes & scope) != 0 && strcmp(at->name, info->name) == 0)
			return true;
	return false;
}

static void
name_all_keys(const struct action_info *info, unsigned scope, char *out, size_t size)
{
	char keys[ACTION_KEYS_SIZE];
	size_t used = 0;

	out[0] = '\0';
	for (const struct action_info *at = NULL; (at = actions_next(at)) != NULL;) {
		if ((at->scopes & scope) == 0 || strcmp(at->name, info->name) != 0)
			continue;
		actions_name_keys(at, keys);
		if (*keys && used + strlen(keys) + 3 < size)
			used += (size_t)snprintf(
				out + used, size - used, "%s%s", used > 0 ? ", " : "", keys);
	}
}

static void
add_actions(struct palette *palette, unsigned scope, const char *refusal)
{
	char keys[2 * ACTION_KEYS_SIZE], text[256];

	for (const struct action_info *info = NULL; (info = actions_next(info)) != NULL;) {
		const char *why = info->effect == WRITES ? refusal : NULL;

		if ((info->scopes & scope) == 0 || is_repeated(info, scope))
			continue;
		name_all_keys(info, scope, keys, sizeof keys);
		if (palette->help) {
			snprintf(text, sizeof text, "%s", info->help);
			chooser_add(&palette->finder.chooser, info->name, keys, text, why);
		} else {
			snprintf(text, sizeof text, "%s%s%s%s", info->help, *keys ? " (" : "", keys,
				*keys ? ")" : "");
			chooser_add(&palette->finder.chooser, info->name, info->name, text, why);
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
add_notes(struct palette *palette, unsigned scope)
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

	for (const char *const *note = (scope & SCOPE_FORM) != 0 ? form : page; *note; note++)
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
take_history(struct palette *palette, int by)
{
	const char *text;

	if (!palette->history || (palette->back == 0 && line_length(&palette->finder.line) > 0))
		return false;
	if (palette->back == 0 && by < 0)
		return false;
	text = recall_get(palette->history, palette->back + by);
	if (!text && palette->back + by != 0)
		return palette->back > 0;
	palette->back += by;
	line_set(&palette->finder.line, text ? text : "", text ? strlen(text) : 0);
	finder_show(&palette->finder);
	return true;
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
accept(struct palette *palette, struct session *session)
{
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
palette_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct palette *palette = (struct palette *)panel;
	const struct chooser_item *item = finder_item(&palette->finder);
	bool empty = line_length(&palette->finder.line) == 0;

	if (press->action == ACTION_CANCEL || (press->input->kind == INPUT_BACKSPACE && empty))
		return EFFECT_BACK;
	if (press->action == ACTION_ACCEPT)
		return accept(palette, session);
	if (press->input->kind == INPUT_UP && take_history(palette, 1))
		return EFFECT_NONE;
	if (press->input->kind == INPUT_DOWN && take_history(palette, -1))
		return EFFECT_NONE;
	if (selection_act(panel, session, press->action))
		return EFFECT_NONE;
	if (press->input->kind == INPUT_TAB && item)
		line_set(&palette->finder.line, item->name, strlen(item->name));
	else if (line_handle(&palette->finder.line, press->input))
		palette->back = 0;
	else
		return EFFECT_IGNORED;
	finder_show(&palette->finder);
	return EFFECT_NONE;
}

static void
palette_free(struct panel *panel)
{
	callback_clear(&((struct palette *)panel)->callback);
	finder_clear((struct finder *)panel);
	free(panel);
}

static const struct panel_class palette_class = {
	.scope = SCOPE_PROMPT,
	.layout = palette_layout,
	.draw = palette_draw,
	.handle = palette_handle,
	.stands = finder_stands,
	.free = palette_free,
};

static struct palette *
create(struct callback callback, bool help)
{
	struct palette *palette = memory_new(1, sizeof *palette);

	palette->finder.panel.class = &palette_class;
	palette->finder.label = help ? "/" : ":";
	palette->callback = callback_copy(callback);
	palette->help = help;
	palette->finder.line.limit = 1000;
	line_set(&palette->finder.line, "", 0);
	return palette;
}

struct panel *
palette_new(struct callback callback, unsigned scope, const char *refusal, struct recall *history)
{
	struct palette *palette = create(callback, false);

	palette->history = history;
	add_actions(palette, scope, refusal);
	if ((scope & SCOPE_PAGE) != 0)
		add_pages(palette);
	finder_show(&palette->finder);
	return &palette->finder.panel;
}

struct panel *
palette_new_help(struct callback callback, unsigned scope, const char *refusal)
{
	struct palette *palette = create(callback, true);

	add_actions(palette, scope, refusal);
	add_notes(palette, scope);
	finder_show(&palette->finder);
	return &palette->finder.panel;
}
