/* SPDX-License-Identifier: MIT */
/*
 * A question in a box, answered by one key. Must not take a key for yes that asked the question or
 * that moves about: only the letters shown count, and Esc and Enter mean the harmless choice.
 */
#include <stdlib.h>
#include <string.h>

#include "prompt.h"

enum { QUESTION_WIDTH = 72, SMALL = 7 };

struct question {
	struct panel panel;
	struct callback callback;
	char *title;
	struct lines given, lines; /* as asked, and as wide as the box */
	const struct question_choice *choices;
	size_t count;
	struct area box;
};

/* Rows that are not lines: the border, the choices, and a blank above them where there is room. */
static int
rows_around(const struct question *question)
{
	return question->box.rows > SMALL ? 4 : 3;
}

/* Each line again, where the box is narrower than what they were broken for. */
static void
fit_lines(struct question *question, int width)
{
	lines_reset(&question->lines);
	for (size_t i = 0; i < question->given.count; i++) {
		const struct text_line *line = &question->given.items[i];
		int indent = (int)strspn(line->text, " ");

		lines_wrap(&question->lines, line->role, width, smaller_of(indent, width / 2),
			line->text + indent);
	}
}

static void
question_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct question *question = (struct question *)panel;
	int columns = smaller_of(screen.columns, QUESTION_WIDTH);
	int most = larger_of(content.rows, 1), rows;

	(void)session;
	fit_lines(question, larger_of(columns - 4, 1));
	rows = smaller_of((int)question->lines.count + 4, most);
	question->box = (struct area){ content.row + (most - rows) / 2,
		(screen.columns - columns) / 2, rows, columns };
	selection_fit(panel, (int)question->lines.count,
		(struct area){ question->box.row + 1, question->box.column + 2,
			larger_of(rows - rows_around(question), 1), columns - 4 });
}

static void
draw_choices(const struct question *question, struct canvas *canvas, int row)
{
	int column = question->box.column + 2;
	int behind = question->box.column + question->box.columns - 1;

	canvas_cursor(canvas, row, column, false);
	for (size_t i = 0; i < question->count; i++) {
		const char key[] = { question->choices[i].key, '\0' };

		column += canvas_put(canvas, row, column, behind - column, ROLE_KEY, key) + 1;
		column += canvas_put(canvas, row, column, behind - column, ROLE_TEXT,
				  question->choices[i].text) +
			  3;
	}
}

static void
question_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct question *question = (const struct question *)panel;
	struct area box = question->box, area = panel->selection.area;

	(void)session;
	if (box.rows < 4) {
		canvas_blank(canvas, box, ROLE_TEXT);
		draw_choices(question, canvas, box.row);
		return;
	}
	canvas_box(canvas, box, question->title);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		canvas_put(canvas, selection_line(panel, i), area.column, area.columns,
			question->lines.items[i].role, question->lines.items[i].text);
	if (selection_is_cut(panel))
		canvas_put_right(canvas, box.row + box.rows - 1, box.column, box.columns - 2,
			ROLE_MUTED, " PgDn: more below ");
	draw_choices(question, canvas, box.row + box.rows - 2);
}

static unsigned
question_type(struct panel *panel, struct session *session, const struct input *input)
{
	struct question *question = (struct question *)panel;

	for (size_t i = 0; input->kind == INPUT_CHARACTER && i < question->count; i++) {
		const char key[] = { question->choices[i].key, '\0' };

		if ((uint32_t)key[0] == input->code)
			return i + 1 == question->count
				       ? EFFECT_BACK
				       : session_answer(session, &question->callback, key);
	}
	return EFFECT_NONE;
}

static void
question_free(struct panel *panel)
{
	struct question *question = (struct question *)panel;

	callback_clear(&question->callback);
	lines_clear(&question->given);
	lines_clear(&question->lines);
	free(question->title);
	free(question);
}

/* Letters are answers: none of these is one. */
/* clang-format off */
static const struct keys question_keys = { "at a question", {
	{ "cancel", "Esc Ctrl-C Enter", keys_close, "leave it as it is", "cancel", 2,
	  .effect = READS },
	{ "up", "Up", selection_step, "up", .effect = MOVES, .by = -1 },
	{ "down", "Down", selection_step, "down", .effect = MOVES, .by = 1 },
	{ "page-up", "PgUp Ctrl-U Ctrl-B", selection_page, "a screen up", .effect = MOVES,
	  .by = -1 },
	{ "page-down", "PgDn Ctrl-D Ctrl-F", selection_page, "a screen down", .effect = MOVES,
	  .by = 1 },
} };
/* clang-format on */

const struct panel_class question_class = {
	.kind = PANEL_BOX,
	.keys = { &question_keys },
	.layout = question_layout,
	.draw = question_draw,
	.type = question_type,
	.free = question_free,
};

unsigned
question_ask(struct session *session, struct callback callback, const char *title,
	struct lines *lines, const struct question_choice *choices, size_t count)
{
	struct question *question = memory_new(1, sizeof *question);

	question->panel.class = &question_class;
	question->panel.selection.text = true;
	question->callback = callback_copy(callback);
	question->title = memory_copy_text(title, strlen(title));
	question->given = *lines;
	*lines = (struct lines){ 0 };
	question->choices = choices;
	question->count = count;
	return session_open(session, &question->panel);
}
