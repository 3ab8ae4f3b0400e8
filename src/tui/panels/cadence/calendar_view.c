/* SPDX-License-Identifier: MIT */
/*
 * Draws the calendar: the month, the meetings of the day one stands on, what was missed. Must not
 * read the file.
 */
#include "calendar_view.h"

#include <stdio.h>

enum { BESIDE_FROM = 76 };
/* Cells of a forum's name, of the count behind its marks, and rows above the forums. */
enum { FORUM_WIDTH = 30, HELD_WIDTH = 16, FORUMS_BELOW = PICTURE_MONTH_ROWS + 4 };

static const char *
state_mark(enum occurrence_state state, bool ascii)
{
	switch (state) {
	case OCCURRENCE_PLANNED: return ascii ? "-" : "·";
	case OCCURRENCE_HELD: return ascii ? "*" : "●";
	case OCCURRENCE_MISSED: return ascii ? "!" : "○";
	case OCCURRENCE_CANCELLED: return ascii ? "x" : "×";
	case OCCURRENCE_HOLIDAY: return ascii ? "h" : "–";
	}
	return " ";
}

static enum role
state_role(enum occurrence_state state)
{
	switch (state) {
	case OCCURRENCE_PLANNED: return ROLE_NOTICE;
	case OCCURRENCE_HELD: return ROLE_GOOD;
	case OCCURRENCE_MISSED: return ROLE_ERROR;
	case OCCURRENCE_CANCELLED:
	case OCCURRENCE_HOLIDAY: return ROLE_MUTED;
	}
	return ROLE_TEXT;
}

void
calendar_mark_days(struct calendar *calendar, bool ascii)
{
	calendar->mark_count = 0;
	/* What was missed shows before what was not. */
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < calendar->report.count; i++) {
			const struct occurrence *item = &calendar->report.items[i];

			if ((item->state == OCCURRENCE_MISSED) == (pass == 0) &&
				calendar->mark_count < MARKS_MOST)
				calendar->marks[calendar->mark_count++] =
					(struct month_mark){ item->on,
						state_mark(item->state, ascii),
						state_role(item->state) };
		}
	}
}

day
calendar_day(const struct calendar *calendar)
{
	return day_selection_get(&calendar->panel);
}

const struct occurrence *
calendar_item(const struct calendar *calendar, int number)
{
	for (size_t i = 0; i < calendar->report.count; i++)
		if (calendar->report.items[i].on == calendar_day(calendar) && number-- == 0)
			return &calendar->report.items[i];
	return NULL;
}

static int
count_state(const struct calendar *calendar, enum occurrence_state state)
{
	int count = 0;

	for (size_t i = 0; i < calendar->report.count; i++)
		count += calendar->report.items[i].state == state ? 1 : 0;
	return count;
}

static void
draw_item(struct canvas *canvas, struct area area, int row, const struct occurrence *item,
	bool selected)
{
	char text[160];

	snprintf(text, sizeof text, "%s%s%s, %s%s", item->at ? item->at : "", item->at ? " " : "",
		item->name, occurrence_name(item->state), item->moved ? ", moved" : "");
	canvas_put(canvas, row, area.column, 1, state_role(item->state),
		state_mark(item->state, canvas->ascii));
	canvas_put(canvas, row, area.column + 2, area.columns - 2, ROLE_TEXT, text);
	if (selected)
		canvas_mark(canvas, row, area.column, area.columns, ROLE_SELECTED);
}

static int
draw_day(const struct calendar *calendar, struct canvas *canvas, struct area area)
{
	int row = area.row, end = area.row + area.rows;
	char date[DATE_SIZE], text[64];
	const struct occurrence *item;

	date_format(calendar_day(calendar), date);
	snprintf(text, sizeof text, "%s %s",
		date_weekday_name(date_weekday(calendar_day(calendar))), date);
	if (row < end)
		canvas_put(canvas, row++, area.column, area.columns, ROLE_TITLE, text);
	for (int i = 0; row < end && (item = calendar_item(calendar, i)) != NULL; i++)
		draw_item(canvas, area, row++, item, i == calendar->item);
	if (row < end && !calendar_item(calendar, 0))
		canvas_put(canvas, row++, area.column, area.columns, ROLE_MUTED,
			calendar->report.count > 0 ? "no meeting"
						   : "nothing meets; a adds a forum");
	return row;
}

/* All of the month, for those whom dots do not speak to; what was missed by name. */
static int
draw_month_facts(const struct calendar *calendar, struct canvas *canvas, struct area area, int row)
{
	int end = area.row + area.rows, used = 0;
	char text[160], date[DATE_SIZE];

	snprintf(text, sizeof text, "this month: %d held, %d missed,",
		count_state(calendar, OCCURRENCE_HELD), count_state(calendar, OCCURRENCE_MISSED));
	if (++row < end)
		used = canvas_put(canvas, row++, area.column, area.columns, ROLE_HEADING, text);
	snprintf(text, sizeof text, "%d planned, %d cancelled",
		count_state(calendar, OCCURRENCE_PLANNED),
		count_state(calendar, OCCURRENCE_CANCELLED));
	/* On the same row where there is room. */
	if (used > 0 && used + 1 + canvas_width(canvas, text) <= area.columns)
		canvas_put(canvas, row - 1, area.column + used + 1, area.columns - used - 1,
			ROLE_HEADING, text);
	else if (row < end)
		canvas_put(canvas, row++, area.column, area.columns, ROLE_HEADING, text);
	for (size_t i = 0; i < calendar->report.count && row < end; i++) {
		const struct occurrence *item = &calendar->report.items[i];

		if (item->state != OCCURRENCE_MISSED)
			continue;
		date_format(item->on, date);
		snprintf(text, sizeof text, "missed: %s %s, %s",
			date_weekday_name(date_weekday(item->on)), date, item->name);
		canvas_put(canvas, row++, area.column, area.columns, ROLE_WARNING, text);
	}
	return row;
}

/* What is ahead, as far as there are rows for it. */
static void
draw_coming(const struct calendar *calendar, struct canvas *canvas, struct area area, int row)
{
	int end = area.row + area.rows;
	char text[160], date[16];
	day before = 0;

	if (calendar->coming.count == 0 || ++row + 1 >= end)
		return;
	canvas_put(canvas, row++, area.column, area.columns, ROLE_HEADING, "coming:");
	for (size_t i = 0; i < calendar->coming.count && row < end; i++) {
		const struct occurrence *item = &calendar->coming.items[i];

		struct civil civil = date_civil(item->on);

		snprintf(date, sizeof date, "%s %2d %s", date_weekday_name(date_weekday(item->on)),
			civil.day, date_month_name(civil.month));
		/* The day is said at the first of its meetings. */
		snprintf(text, sizeof text, "%-10s  %s%s%s%s%s", item->on == before ? "" : date,
			item->at ? item->at : "", item->at ? " " : "", item->name,
			item->state == OCCURRENCE_PLANNED ? "" : ", ",
			item->state == OCCURRENCE_PLANNED ? "" : occurrence_name(item->state));
		before = item->on;
		canvas_put(canvas, row, area.column, 1, state_role(item->state),
			state_mark(item->state, canvas->ascii));
		canvas_put(canvas, row++, area.column + 2, area.columns - 2, ROLE_TEXT, text);
	}
}

struct area
calendar_month_area(const struct calendar *calendar, struct area *facts)
{
	struct area area = calendar->area;
	struct area month = { area.row, area.column + 1, area.rows, area.columns - 1 };
	int rows = PICTURE_MONTH_ROWS;

	*facts = month;
	if (area.columns >= BESIDE_FROM) {
		facts->column += PICTURE_MONTH_COLUMNS + 2;
		facts->columns -= PICTURE_MONTH_COLUMNS + 3;
	} else {
		rows = smaller_of(rows, larger_of(area.rows - 2, 0));
		facts->row += rows;
		facts->rows -= rows;
	}
	month.rows = smaller_of(rows, area.rows);
	return month;
}

struct picture_month
calendar_month(const struct calendar *calendar, const struct session *session)
{
	return (struct picture_month){ .month = calendar_day(calendar),
		.today = programme_today(session->programme),
		.selected = calendar_day(calendar),
		.marks = calendar->marks,
		.count = calendar->mark_count };
}

/* Where it has room below the month. */
static void
draw_legend(struct area area, struct canvas *canvas)
{
	static const char *const signs[] = { "● held ○ missed · planned – holiday",
		"× cancelled  < today  + several" };
	static const char *const letters[] = { "* held ! missed - planned h holiday",
		"x cancelled  < today  + several" };

	for (int i = 0; i < 2 && area.columns >= BESIDE_FROM; i++)
		if (PICTURE_MONTH_ROWS + 1 + i < area.rows)
			canvas_put(canvas, area.row + PICTURE_MONTH_ROWS + 1 + i, area.column + 1,
				PICTURE_MONTH_COLUMNS, ROLE_MUTED,
				canvas->ascii ? letters[i] : signs[i]);
}

/* A forum's last occurrences as marks, how many of them were held, and when it meets next. */
static void
draw_rhythm(const struct rhythm *rhythm, struct canvas *canvas, struct area line)
{
	int column = line.column + FORUM_WIDTH + 1 + RHYTHM_MOST - (int)rhythm->past_count;
	char text[64], date[DATE_SIZE];

	canvas_put(canvas, line.row, line.column, FORUM_WIDTH, ROLE_TEXT, rhythm->name);
	for (size_t i = 0; i < rhythm->past_count; i++)
		canvas_put(canvas, line.row, column + (int)i, 1, state_role(rhythm->past[i]),
			state_mark(rhythm->past[i], canvas->ascii));
	column = line.column + FORUM_WIDTH + 1 + RHYTHM_MOST + 2;
	if (rhythm->due == 0)
		snprintf(text, sizeof text, "not due yet");
	else
		snprintf(text, sizeof text, "%d of %d held", rhythm->held, rhythm->due);
	canvas_put(canvas, line.row, column, HELD_WIDTH,
		rhythm->held < rhythm->due ? ROLE_WARNING : ROLE_MUTED, text);
	column += HELD_WIDTH + 1;
	if (rhythm->next == NO_DAY) {
		snprintf(text, sizeof text, "none planned");
	} else {
		date_format(rhythm->next, date);
		snprintf(text, sizeof text, "next %s %s",
			date_weekday_name(date_weekday(rhythm->next)), date);
	}
	canvas_put(canvas, line.row, column, line.column + line.columns - column, ROLE_MUTED, text);
}

/* Whether the forums have room below the month and what is said beside it. */
static bool
shows_rhythms(const struct calendar *calendar)
{
	int beside = FORUMS_BELOW - 4;

	return calendar->area.columns >= BESIDE_FROM && calendar->area.rows > FORUMS_BELOW + 1 &&
	       calendar->rhythm.count > 0 && !calendar_item(calendar, beside);
}

/* The forums below the month. */
static void
draw_rhythms(const struct calendar *calendar, struct canvas *canvas)
{
	struct area area = calendar->area;
	int row = area.row + FORUMS_BELOW, end = area.row + area.rows;
	struct area line = { row, area.column + 1, 1, area.columns - 2 };
	char text[80];

	snprintf(text, sizeof text, "The last %d weeks, forum by forum", RHYTHM_DAYS / 7);
	canvas_put(canvas, line.row++, line.column, line.columns, ROLE_HEADING, text);
	for (size_t i = 0; i < calendar->rhythm.count && line.row < end; i++, line.row++) {
		if (line.row == end - 1 && i + 1 < calendar->rhythm.count) {
			snprintf(text, sizeof text, "and %zu more", calendar->rhythm.count - i);
			canvas_put(canvas, line.row, line.column, line.columns, ROLE_MUTED, text);
			return;
		}
		draw_rhythm(&calendar->rhythm.items[i], canvas, line);
	}
}

void
calendar_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct calendar *calendar = (const struct calendar *)panel;
	const struct picture_month month = calendar_month(calendar, session);
	struct area area = calendar->area, right;
	struct area left = calendar_month_area(calendar, &right);
	int row;

	canvas_cursor(canvas, area.row, area.column, false);
	picture_month(canvas, left, &month);
	if (shows_rhythms(calendar)) {
		draw_rhythms(calendar, canvas);
		right.rows = FORUMS_BELOW - 1;
	}
	row = draw_day(calendar, canvas, right);
	row = draw_month_facts(calendar, canvas, right, row);
	draw_coming(calendar, canvas, right, row);
	draw_legend(area, canvas);
}
