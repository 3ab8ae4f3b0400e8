/* SPDX-License-Identifier: MIT */
/*
 * The cadence as a calendar: a month, the meetings of the day one stands on, and what was missed in
 * it. Enter opens the record of a meeting, and makes it where there is none yet.
 */
#include <stdlib.h>

#include "calendar_view.h"
#include "tui/kit/form/form.h"
#include "meeting_page.h"
#include "cadence.h"
#include "tui/kit/form/picker.h"

enum { WEEK = 7, MONTH_HEAD = 2, COMING_DAYS = 8 * WEEK };

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

static void
calendar_reload(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
	day first = month_first(calendar->selected), today = programme_today(session->programme);
	struct error error = { 0 };

	arena_reset(&calendar->arena);
	if (programme_calendar(session->programme, first, date_add_months(first, 1) - 1,
		    &calendar->arena, &calendar->report, &error) != STATUS_OK ||
		programme_calendar(session->programme, today + 1, today + COMING_DAYS,
			&calendar->arena, &calendar->coming, &error) != STATUS_OK) {
		calendar->report = calendar->coming = (struct calendar_report){ 0 };
		session_fail(session, &error);
	}
	if (programme_rhythm(session->programme, &calendar->arena, &calendar->rhythm, &error) !=
		STATUS_OK) {
		calendar->rhythm = (struct rhythm_report){ 0 };
		session_fail(session, &error);
	}
	calendar->read = true;
	calendar_mark_days(calendar, session->ascii);
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

/* The first day behind the selected one on which something meets, in the month that was read. */
static bool
find_next_day(const struct calendar *calendar, day *out)
{
	for (size_t i = 0; i < calendar->report.count; i++) {
		if (calendar->report.items[i].on > calendar->selected) {
			*out = calendar->report.items[i].on;
			return true;
		}
	}
	return false;
}

/* Among the meetings of the day, and on to the next day that has one. */
static void
next_item(struct calendar *calendar, struct session *session)
{
	enum { MONTHS_MOST = 12 };
	day from = calendar->selected, next;

	if (calendar_item(calendar, calendar->item + 1)) {
		calendar->item++;
		return;
	}
	for (int i = 0; i < MONTHS_MOST; i++) {
		day end = date_add_months(month_first(calendar->selected), 1) - 1;

		if (find_next_day(calendar, &next)) {
			go(calendar, session, next);
			return;
		}
		/* The first of the next month may have one itself. */
		go(calendar, session, end + 1);
		if (calendar_item(calendar, 0))
			return;
	}
	go(calendar, session, from);
	session_say(session, ROLE_MESSAGE, "nothing meets within a year; a adds a forum");
}

static unsigned
open_item(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = calendar_item(calendar, calendar->item);
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

/* The meeting one stands on, to be changed; NULL where there is none, or nothing may be. */
static const struct occurrence *
item_to_change(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = calendar_item(calendar, calendar->item);

	if (!item)
		session_say(session, ROLE_MESSAGE,
			"no meeting on that day; n goes to the next day that has one");
	return item && !session_refuses(session) ? item : NULL;
}

static unsigned
cancel_item(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = item_to_change(calendar, session);
	struct error error = { 0 };
	bool cancelled = item && item->state != OCCURRENCE_CANCELLED;

	if (!item)
		return EFFECT_NONE;
	if (programme_meeting_cancel(
		    session->programme, item->forum, item->on, cancelled, &error) != STATUS_OK) {
		session_fail(session, &error);
		return EFFECT_NONE;
	}
	session_say(session, ROLE_MESSAGE,
		cancelled ? "%s is cancelled; c holds it after all" : "%s is held after all",
		item->name);
	return EFFECT_RELOAD;
}

/* A meeting that is to be moved. */
struct move {
	struct calendar *calendar;
	int64_t forum;
	day on;
};

/* The cursor goes with the meeting. */
static unsigned
take_day(struct session *session, const char *text, void *context)
{
	const struct move *move = context;
	struct arena arena = { 0 };
	struct error error = { 0 };
	day to;

	if (!date_parse(text, &to) || to == move->on)
		return EFFECT_NONE;
	if (programme_meeting_move(session->programme, move->forum, move->on, to, &error) !=
		STATUS_OK)
		return session_reject(session, &error, type_find("forum"), move->forum);
	session_say(session, ROLE_MESSAGE, "%s is moved to %s; u takes it back",
		programme_title(session->programme, type_find("forum"), move->forum, &arena), text);
	arena_clear(&arena);
	go(move->calendar, session, to);
	return EFFECT_RELOAD;
}

static unsigned
ask_day(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = item_to_change(calendar, session);
	const struct type *type = type_find("meeting");
	struct move move;
	char date[DATE_SIZE];

	if (!item)
		return EFFECT_NONE;
	move = (struct move){ calendar, item->forum, item->on };
	date_format(item->on, date);
	return picker_ask(session, callback_with(take_day, &move, sizeof move),
		&type->fields[type_field_index(type, "on")], date);
}

/* Which meets for the first time on the day one stands on, or later. */
static unsigned
add_forum(const struct calendar *calendar, struct session *session)
{
	char starts[DATE_SIZE];
	const struct field_text text = { "starts_on", starts, DATE_SIZE - 1 };

	if (session_refuses(session))
		return EFFECT_NONE;
	date_format(calendar->selected, starts);
	return session_open(session, form_new_filled(session, type_find("forum"), &text, 1));
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
	case ACTION_NEXT_MEETING: next_item(calendar, session); return EFFECT_NONE;
	case ACTION_OPEN: return open_item(calendar, session);
	case ACTION_CALL_OFF: return cancel_item(calendar, session);
	case ACTION_OTHER_DAY: return ask_day(calendar, session);
	case ACTION_ADD: return add_forum(calendar, session);
	}
	return EFFECT_IGNORED;
}

static bool
calendar_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct calendar *calendar = (const struct calendar *)panel;
	const struct occurrence *item = calendar_item(calendar, calendar->item);

	*type = type_find(item && item->meeting != 0 ? "meeting" : "forum");
	*id = item ? (item->meeting != 0 ? item->meeting : item->forum) : 0;
	return item != NULL;
}

static unsigned
calendar_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct calendar *calendar = calendar_of(panel);
	const struct picture_month month = calendar_month(calendar, session);
	struct area facts, area = calendar_month_area(calendar, &facts);
	day first = month_first(calendar->selected), date;
	int column = (mouse->column - calendar->area.column - 5) / 5;
	int row = mouse->row - calendar->area.row - MONTH_HEAD;

	if (mouse->kind != MOUSE_PRESS) {
		go(calendar, session,
			calendar->selected + (mouse->kind == MOUSE_WHEEL_UP ? -WEEK : WEEK));
		return EFFECT_NONE;
	}
	date = picture_month_monday(area, &month) + row * WEEK + column;
	if (row >= 0 && row < area.rows - MONTH_HEAD && column >= 0 && column < WEEK &&
		month_first(date) == first && mouse->column >= calendar->area.column + 5)
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
