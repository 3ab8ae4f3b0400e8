/* SPDX-License-Identifier: MIT */
/*
 * A box of text. Must not change anything. Its text is made again at each layout, because it is
 * wrapped to the width there is.
 */
#include "popup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"

enum { POPUP_WIDTH = 76 };

/* A paragraph before it is wrapped. */
struct paragraph {
	enum role role;
	int indent;
	char *text;
};

struct popup {
	struct panel panel;
	struct arena arena;
	const char *title;
	struct paragraph *paragraphs;
	size_t count;
	struct lines lines;
	struct area box;
};

void
popup_add(struct popup *popup, enum role role, int indent, const char *text)
{
	popup->paragraphs = array_grow(popup->paragraphs, popup->count, sizeof *popup->paragraphs);
	popup->paragraphs[popup->count++] =
		(struct paragraph){ role, indent, arena_copy(&popup->arena, text, strlen(text)) };
}

static void
popup_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct popup *popup = (struct popup *)panel;
	int columns = smaller_of(screen.columns, POPUP_WIDTH);
	int most = larger_of(content.rows, 1), rows;

	(void)session;
	lines_reset(&popup->lines);
	for (size_t i = 0; i < popup->count; i++)
		lines_wrap(&popup->lines, popup->paragraphs[i].role, larger_of(columns - 4, 1),
			popup->paragraphs[i].indent, popup->paragraphs[i].text);
	rows = smaller_of((int)popup->lines.count + 2, most);
	popup->box = (struct area){ content.row + (most - rows) / 2, (screen.columns - columns) / 2,
		rows, columns };
	selection_fit(panel, (int)popup->lines.count,
		(struct area){ popup->box.row + 1, popup->box.column + 2, larger_of(rows - 2, 1),
			popup->box.columns - 4 });
}

static void
popup_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct popup *popup = (const struct popup *)panel;
	struct area box = popup->box, area = panel->selection.area;

	(void)session;
	canvas_box(canvas, box, popup->title);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		canvas_put(canvas, selection_line(panel, i), area.column, area.columns,
			popup->lines.items[i].role, popup->lines.items[i].text);
	if (selection_is_cut(panel))
		canvas_put_right(canvas, box.row + box.rows - 1, box.column, box.columns - 2,
			ROLE_MUTED, " more below ");
	canvas_cursor(canvas, box.row + 1, box.column + 2, false);
}

static unsigned
copy_text(struct panel *panel, struct session *session)
{
	const struct popup *popup = (const struct popup *)panel;
	struct buffer text = { 0 };

	for (size_t i = 0; i < popup->count; i++)
		buffer_format(&text, "%s\n", popup->paragraphs[i].text);
	session_copy(session, buffer_text(&text), text.length);
	buffer_clear(&text);
	return EFFECT_NONE;
}

static void
popup_free(struct panel *panel)
{
	struct popup *popup = (struct popup *)panel;

	arena_clear(&popup->arena);
	lines_clear(&popup->lines);
	free(popup->paragraphs);
	free(popup);
}

/* clang-format off */
static const struct keys popup_keys = { "in a box of text", {
	{ "close", "Esc q Enter Ctrl-C", keys_close, "close this", "close", 1, .effect = READS },
	{ "copy", "y", copy_text, "copy the text to the terminal's clipboard", .effect = READS },
} };
/* clang-format on */

const struct panel_class popup_class = {
	.kind = PANEL_BOX,
	.keys = { &popup_keys, &selection_keys },
	.layout = popup_layout,
	.draw = popup_draw,
	.free = popup_free,
};

struct popup *
popup_new(const char *title)
{
	struct popup *popup = memory_new(1, sizeof *popup);

	popup->panel.class = &popup_class;
	popup->panel.selection.text = true;
	popup->title = arena_copy(&popup->arena, title, strlen(title));
	return popup;
}

struct panel *
popup_panel(struct popup *popup)
{
	return &popup->panel;
}

bool
popup_is_empty(const struct popup *popup)
{
	return popup->count == 0;
}
