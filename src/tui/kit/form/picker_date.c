/* SPDX-License-Identifier: MIT */
/*
 * A month to move about in and a line to type a day into, each following the other. Must not accept
 * a line it cannot read. The arrows move by day and week, the page keys by month.
 */
#include "picker_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "line.h"
#include "tui/kit/day_selection.h"
#include "tui/kit/picture/picture.h"
#include "tui/kit/label_words.h"

enum { BOX_ROWS = 13, BOX_COLUMNS = PICTURE_MONTH_COLUMNS + 4, MONTH_BELOW = 2 };

struct picker_date {
	struct panel panel;
	struct callback callback;
	bool required;
	char title[PICKER_TITLE];
	day today;
	bool readable; /* the line is a day, or empty */
	bool chosen; /* it says what was there or was moved to: typing begins anew */
	struct line line;
	struct area box;
};

static void
picker_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct picker_date *picker = (struct picker_date *)panel;
	int rows = larger_of(smaller_of(content.rows, BOX_ROWS), 1);
	int columns = smaller_of(screen.columns, BOX_COLUMNS);

	(void)session;
	picker->box = (struct area){ content.row + (content.rows - rows) / 2,
		(screen.columns - columns) / 2, rows, columns };
	line_layout(&picker->line, larger_of(columns - 6, 1));
}

/* "Fri, week 49 of 2026", or what can be typed. */
static void
describe(const struct picker_date *picker, char *out, size_t size)
{
	day selected = day_selection_get(&picker->panel);
	struct iso_week week = date_iso_week(selected);
	char date[DATE_SIZE];

	date_format(selected, date);
	if (line_length(&picker->line) == 0)
		snprintf(out, size, "%s",
			picker->required ? "it needs a day" : "no day; arrows choose one");
	else if (!picker->readable)
		snprintf(out, size, "2026-12-01, +2w, fri, w48 or q3");
	else
		snprintf(out, size, "%s %s, week %d", date_weekday_name(date_weekday(selected)),
			date, week.week);
}

/* The month, and where it is drawn. */
static struct picture_month
month_of(const struct picker_date *picker, struct area *area)
{
	struct area box = picker->box;
	day selected = day_selection_get(&picker->panel);

	*area = (struct area){ box.row + (box.rows > 2 ? 1 : 0) + MONTH_BELOW, box.column + 2,
		larger_of(box.rows - MONTH_BELOW - 2, 0), box.columns - 4 };
	return (struct picture_month){
		.month = selected, .today = picker->today, .selected = selected
	};
}

static bool
picker_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	struct area area;
	const struct picture_month month = month_of((const struct picker_date *)panel, &area);

	(void)session;
	return day_selection_locate(area, &month, mouse, row, column);
}

static void
picker_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct picker_date *picker = (const struct picker_date *)panel;
	struct area area;
	const struct picture_month month = month_of(picker, &area);
	struct area box = picker->box;
	int row = box.row + (box.rows > 2 ? 1 : 0);
	char text[64];

	(void)session;
	if (box.rows > 2)
		canvas_box(canvas, box, picker->title);
	else
		canvas_blank(canvas, box, ROLE_TEXT);
	picture_month(canvas, area, &month);
	describe(picker, text, sizeof text);
	if (box.rows > MONTH_BELOW + 1)
		canvas_put(canvas, row + 1, box.column + 2, box.columns - 4,
			picker->readable ? ROLE_MUTED : ROLE_WARNING, text);
	line_draw(&picker->line, canvas, row, box.column + 2, larger_of(box.columns - 4, 1), true);
}

/* The line says what was moved to. */
static void
picker_moved(struct panel *panel, struct session *session, int before)
{
	struct picker_date *picker = (struct picker_date *)panel;
	char text[DATE_SIZE];

	(void)session;
	(void)before;
	date_format(day_selection_get(panel), text);
	picker->readable = true;
	picker->chosen = true;
	line_set(&picker->line, text, strlen(text));
}

static void
read_line(struct picker_date *picker)
{
	day date = day_selection_get(&picker->panel);

	picker->readable = line_length(&picker->line) == 0 ||
			   date_parse_human(line_text(&picker->line), picker->today, &date);
	day_selection_set(&picker->panel, date);
	line_layout(&picker->line, larger_of(picker->box.columns - 6, 1));
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct picker_date *picker = (struct picker_date *)panel;
	char text[DATE_SIZE] = "";

	if (!picker->readable || (picker->required && line_length(&picker->line) == 0))
		return EFFECT_NONE;
	if (line_length(&picker->line) > 0)
		date_format(day_selection_get(&picker->panel), text);
	return session_answer(session, &picker->callback, text);
}

static unsigned
picker_type(struct panel *panel, struct session *session, const struct input *input)
{
	struct picker_date *picker = (struct picker_date *)panel;

	(void)session;
	if (picker->chosen && (input->kind == INPUT_CHARACTER || input->kind == INPUT_PASTE))
		line_set(&picker->line, "", 0);
	if (line_handle(&picker->line, input)) {
		picker->chosen = false;
		read_line(picker);
	}
	return EFFECT_NONE;
}

static void
picker_free(struct panel *panel)
{
	struct picker_date *picker = (struct picker_date *)panel;

	callback_clear(&picker->callback);
	line_clear(&picker->line);
	free(picker);
}

/* clang-format off */
static const struct keys date_keys = { "where a day is chosen", {
	{ "accept", "Enter", accept, "take the day, or what is typed", "accept", 1,
	  .effect = READS },
	{ "cancel", "Esc Ctrl-C", keys_close, "leave it", "cancel", 2, .effect = READS },
} };
/* clang-format on */

const struct panel_class picker_date_class = {
	.kind = PANEL_BOX,
	.keys = { &date_keys, &day_typed_keys },
	.layout = picker_layout,
	.draw = picker_draw,
	.type = picker_type,
	.moved = picker_moved,
	.locate = picker_locate,
	.free = picker_free,
};

unsigned
picker_date_ask(struct session *session, struct callback callback, const struct field *field,
	const char *title, const char *text)
{
	struct picker_date *picker = memory_new(1, sizeof *picker);

	picker->panel.class = &picker_date_class;
	picker->callback = callback_copy(callback);
	picker->required = field->required;
	picker->today = programme_today(session->programme);
	day_selection_init(&picker->panel, picker->today);
	snprintf(picker->title, sizeof picker->title, "%s", title);
	line_set(&picker->line, text, strlen(text));
	picker->chosen = true;
	read_line(picker);
	return session_open(session, &picker->panel);
}
