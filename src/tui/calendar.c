/* SPDX-License-Identifier: MIT */
/*
 * The cadence as a calendar: a month, the meetings of the day one stands on, and what was missed in
 * it. Enter opens the record of a meeting, and makes it where there is none yet.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/calendar.h"
#include "rollout/tui/meeting.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/picture.h"

enum { BESIDE_FROM = 76, MARKS_MOST = 512, WEEK = 7 };

struct calendar {
	struct panel panel;
	struct arena arena; /* of the report; renewed with it */
	struct calendar_report report; /* of the month of the selected day */
	struct month_mark marks[MARKS_MOST];
	size_t mark_count;
	bool read;
	day selected;
	int item; /* of the day's meetings */
	struct area area;
};

static struct calendar *
calendar_of(struct panel *panel)
{
	return (struct calendar *)panel;
}

static day
month_first(day date)
{
	struct civil civil = date_civil(date);

	return date_from_civil((struct civil){ civil.year, civil.month, 1 });
}

static const char *
state_mark(enum occurrence_state state, bool ascii)
{
	switch (state) {
	case OCCURRENCE_PLANNED: return ascii ? "-" : "·";
	case OCCURRENCE_HELD: return ascii ? "*" : "●";
	case OCCURRENCE_MISSED: return ascii ? "!" : "○";
	case OCCURRENCE_CANCELLED: return ascii ? "x" : "×";
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
	case OCCURRENCE_CANCELLED: return ROLE_MUTED;
	}
	return ROLE_TEXT;
}

static void
mark_days(struct calendar *calendar, bool ascii)
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

static void
calendar_reload(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
	day first = month_first(calendar->selected);
	struct error error = { 0 };

	arena_reset(&calendar->arena);
	if (programme_calendar(session->programme, first, date_add_months(first, 1) - 1,
		    &calendar->arena, &calendar->report, &error) != STATUS_OK) {
		calendar->report = (struct calendar_report){ 0 };
		session_fail(session, &error);
	}
	calendar->read = true;
	mark_days(calendar, session->ascii);
}

static void
calendar_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct calendar *calendar = calendar_of(panel);

	(void)screen;
	calendar->area = content;
	if (calendar->selected == 0)
		calendar->selected = programme_today(session->programme);
	if (!calendar->read)
		calendar_reload(panel, session);
}

/* The meeting with that number of the selected day; NULL: there are fewer. */
static const struct occurrence *
item_of_day(const struct calendar *calendar, int number)
{
	for (size_t i = 0; i < calendar->report.count; i++)
		if (calendar->report.items[i].on == calendar->selected && number-- == 0)
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
draw_item(const struct calendar *calendar, struct canvas *canvas, struct area area, int row,
	const struct occurrence *item, bool selected)
{
	char text[160];

	(void)calendar;
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

	date_format(calendar->selected, date);
	snprintf(text, sizeof text, "%s %s", date_weekday_name(date_weekday(calendar->selected)),
		date);
	if (row < end)
		canvas_put(canvas, row++, area.column, area.columns, ROLE_TITLE, text);
	for (int i = 0; row < end && (item = item_of_day(calendar, i)) != NULL; i++)
		draw_item(calendar, canvas, area, row++, item, i == calendar->item);
	if (row < end && !item_of_day(calendar, 0))
		canvas_put(canvas, row++, area.column, area.columns, ROLE_MUTED,
			calendar->report.count > 0
				? "no meeting"
				: "nothing meets this month; :forums, then a adds a forum");
	return row;
}

/* All of the month, for those whom dots do not speak to; what was missed by name. */
static void
draw_month_facts(const struct calendar *calendar, struct canvas *canvas, struct area area, int row)
{
	int end = area.row + area.rows;
	char text[160], date[DATE_SIZE];

	snprintf(text, sizeof text, "this month: %d held, %d missed, %d planned, %d cancelled",
		count_state(calendar, OCCURRENCE_HELD), count_state(calendar, OCCURRENCE_MISSED),
		count_state(calendar, OCCURRENCE_PLANNED),
		count_state(calendar, OCCURRENCE_CANCELLED));
	if (++row < end)
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
}

static void
calendar_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct calendar *calendar = (const struct calendar *)panel;
	const struct picture_month month = { .month = calendar->selected,
		.today = programme_today(session->programme),
		.selected = calendar->selected,
		.marks = calendar->marks,
		.count = calendar->mark_count };
	struct area area = calendar->area;
	struct area left = { area.row, area.column + 1, area.rows, area.columns - 1 };
	struct area right = left;
	int rows = PICTURE_MONTH_ROWS, row;

	canvas_cursor(canvas, area.row, area.column, false);
	if (area.columns >= BESIDE_FROM) {
		right.column += PICTURE_MONTH_COLUMNS + 2;
		right.columns -= PICTURE_MONTH_COLUMNS + 3;
	} else {
		rows = smaller_of(rows, larger_of(area.rows - 2, 0));
		right.row += rows;
		right.rows -= rows;
	}
	left.rows = smaller_of(rows, area.rows);
	picture_month(canvas, left, &month);
	row = draw_day(calendar, canvas, right);
	draw_month_facts(calendar, canvas, right, row);
	if (area.columns >= BESIDE_FROM && area.rows > PICTURE_MONTH_ROWS + 1)
		canvas_put(canvas, area.row + PICTURE_MONTH_ROWS + 1, area.column + 1,
			PICTURE_MONTH_COLUMNS, ROLE_MUTED,
			canvas->ascii ? "* held  ! missed  - planned  < today"
				      : "● held  ○ missed  · planned  < today");
}

/* To another day; another month is read when it comes into sight. */
static void
go(struct calendar *calendar, struct session *session, day to)
{
	bool same = month_first(to) == month_first(calendar->selected);
	int year = date_civil(to).year;

	if (year < 1901 || year > 2198)
		return;
	calendar->selected = to;
	calendar->item = 0;
	if (!same)
		calendar_reload(&calendar->panel, session);
}

/* Among the meetings of the day, and on to the next day that has one. */
static void
next_item(struct calendar *calendar)
{
	if (item_of_day(calendar, calendar->item + 1)) {
		calendar->item++;
		return;
	}
	calendar->item = 0;
	for (size_t i = 0; i < calendar->report.count; i++) {
		if (calendar->report.items[i].on > calendar->selected) {
			calendar->selected = calendar->report.items[i].on;
			return;
		}
	}
}

static unsigned
open_item(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = item_of_day(calendar, calendar->item);
	struct error error = { 0 };
	int64_t meeting = item ? item->meeting : 0;

	if (!item) {
		session_say(session, ROLE_MESSAGE,
			"no meeting on that day; n goes to the next day that has one");
		return EFFECT_NONE;
	}
	if (meeting == 0 && session_refuses(session))
		return EFFECT_NONE;
	if (programme_meeting_open(session->programme, item->forum, item->on, &meeting, &error) !=
		STATUS_OK) {
		session_fail(session, &error);
		return EFFECT_NONE;
	}
	if (item->meeting == 0)
		session_say(session, ROLE_MESSAGE, "its record is made; u takes it back");
	return EFFECT_RELOAD | session_open(session, meeting_new(session, meeting));
}

static unsigned
calendar_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct calendar *calendar = calendar_of(panel);
	day at = calendar->selected;

	switch ((int)press->action) {
	case ACTION_LEFT: go(calendar, session, at - 1); return EFFECT_NONE;
	case ACTION_RIGHT: go(calendar, session, at + 1); return EFFECT_NONE;
	case ACTION_UP: go(calendar, session, at - WEEK); return EFFECT_NONE;
	case ACTION_DOWN: go(calendar, session, at + WEEK); return EFFECT_NONE;
	case ACTION_PAGE_UP: go(calendar, session, date_add_months(at, -1)); return EFFECT_NONE;
	case ACTION_PAGE_DOWN: go(calendar, session, date_add_months(at, 1)); return EFFECT_NONE;
	case ACTION_FIRST: go(calendar, session, month_first(at)); return EFFECT_NONE;
	case ACTION_LAST:
		go(calendar, session, date_add_months(month_first(at), 1) - 1);
		return EFFECT_NONE;
	case ACTION_TODAY:
		go(calendar, session, programme_today(session->programme));
		return EFFECT_NONE;
	case ACTION_NEXT_MEETING: next_item(calendar); return EFFECT_NONE;
	case ACTION_OPEN: return open_item(calendar, session);
	}
	return EFFECT_IGNORED;
}

static bool
calendar_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct calendar *calendar = (const struct calendar *)panel;
	const struct occurrence *item = item_of_day(calendar, calendar->item);

	*type = type_find(item && item->meeting != 0 ? "meeting" : "forum");
	*id = item ? (item->meeting != 0 ? item->meeting : item->forum) : 0;
	return item != NULL;
}

static unsigned
calendar_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct calendar *calendar = calendar_of(panel);
	day first = month_first(calendar->selected), monday, date;
	int column = (mouse->column - calendar->area.column - 5) / 5;
	int row = mouse->row - calendar->area.row - 2;

	if (mouse->kind != MOUSE_PRESS) {
		go(calendar, session,
			calendar->selected + (mouse->kind == MOUSE_WHEEL_UP ? -WEEK : WEEK));
		return EFFECT_NONE;
	}
	monday = first - (int)date_weekday(first) + 1;
	date = monday + row * WEEK + column;
	if (row >= 0 && row < 6 && column >= 0 && column < WEEK && month_first(date) == first &&
		mouse->column >= calendar->area.column + 5)
		go(calendar, session, date);
	return mouse->twice ? open_item(calendar, session) : EFFECT_NONE;
}

static void
calendar_keep(const struct panel *panel, struct place *out)
{
	const struct calendar *calendar = (const struct calendar *)panel;

	*out = (struct place){ .known = true, .view = { calendar->selected, calendar->item } };
}

static void
calendar_free(struct panel *panel)
{
	arena_clear(&calendar_of(panel)->arena);
	free(panel);
}

static const struct panel_class calendar_class = {
	.scope = SCOPE_CALENDAR | SCOPE_RECORD | SCOPE_PAGE,
	.layout = calendar_layout,
	.draw = calendar_draw,
	.handle = calendar_handle,
	.reload = calendar_reload,
	.selected = calendar_selected,
	.point = calendar_point,
	.keep = calendar_keep,
	.free = calendar_free,
};

struct panel *
calendar_new(const struct place *place)
{
	struct calendar *calendar = memory_new(1, sizeof *calendar);

	calendar->panel.class = &calendar_class;
	if (place->known) {
		calendar->selected = place->view[0];
		calendar->item = place->view[1];
	}
	return &calendar->panel;
}
