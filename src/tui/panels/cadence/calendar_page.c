/* SPDX-License-Identifier: MIT */
/*
 * The cadence as a calendar: a month, the meetings of the day one stands on, and what was missed in
 * it. Enter opens the record of a meeting; what is first written there makes it.
 */
#include <stdlib.h>

#include "calendar_view.h"
#include "tui/kit/form/form.h"
#include "meeting_page.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/form/picker.h"

enum { COMING_DAYS = 8 * 7 };

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
	day first = month_first(calendar_day(calendar)),
	    today = programme_today(session->programme);
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
	calendar->month = first;
	calendar_mark_days(calendar, session->ascii);
}

static void
calendar_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct calendar *calendar = calendar_of(panel);

	(void)screen;
	calendar->area = content;
	if (!calendar->placed)
		day_selection_set(panel, programme_today(session->programme));
	calendar->placed = true;
	if (!calendar->read)
		calendar_reload(panel, session);
}

/* Another month is read when it comes into sight. */
static void
calendar_moved(struct panel *panel, struct session *session, int before)
{
	struct calendar *calendar = calendar_of(panel);

	(void)before;
	calendar->item = 0;
	if (month_first(calendar_day(calendar)) != calendar->month)
		calendar_reload(panel, session);
}

static void
go(struct calendar *calendar, struct session *session, day to)
{
	day_selection_set(&calendar->panel, to);
	calendar_moved(&calendar->panel, session, 0);
}

/* The first day behind the selected one on which something meets, in the month that was read. */
static bool
find_next_day(const struct calendar *calendar, day *out)
{
	for (size_t i = 0; i < calendar->report.count; i++) {
		if (calendar->report.items[i].on > calendar_day(calendar)) {
			*out = calendar->report.items[i].on;
			return true;
		}
	}
	return false;
}

/* Among the meetings of the day, and on to the next day that has one. */
static unsigned
next_item(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
	enum { MONTHS_MOST = 12 };
	day from = calendar_day(calendar), next;

	if (calendar_item(calendar, calendar->item + 1)) {
		calendar->item++;
		return EFFECT_NONE;
	}
	for (int i = 0; i < MONTHS_MOST; i++) {
		day end = date_add_months(calendar->month, 1) - 1;

		if (find_next_day(calendar, &next)) {
			go(calendar, session, next);
			return EFFECT_NONE;
		}
		/* The first of the next month may have one itself. */
		go(calendar, session, end + 1);
		if (calendar_item(calendar, 0))
			return EFFECT_NONE;
	}
	go(calendar, session, from);
	session_say(session, ROLE_MESSAGE, "nothing meets within a year; a adds a forum");
	return EFFECT_NONE;
}

static unsigned
open_item(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
	const struct occurrence *item = calendar_item(calendar, calendar->item);

	if (!item) {
		session_say(session, ROLE_MESSAGE,
			"no meeting on that day; n goes to the next day that has one");
		return EFFECT_NONE;
	}
	return session_open(session,
		meeting_new(session, &(struct occasion){ item->meeting, item->forum, item->on }));
}

/* The meeting one stands on, to be changed; NULL where there is none, or nothing may be. */
static const struct occurrence *
item_to_change(struct calendar *calendar, struct session *session)
{
	const struct occurrence *item = calendar_item(calendar, calendar->item);

	if (!item)
		session_say(session, ROLE_MESSAGE,
			"no meeting on that day; n goes to the next day that has one");
	return item;
}

static unsigned
cancel_item(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
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
	session_done(session, "%s is moved to %s",
		programme_title(session->programme, type_find("forum"), move->forum, &arena), text);
	arena_clear(&arena);
	go(move->calendar, session, to);
	return EFFECT_RELOAD;
}

static unsigned
ask_day(struct panel *panel, struct session *session)
{
	struct calendar *calendar = calendar_of(panel);
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
add_forum(struct panel *panel, struct session *session)
{
	char starts[DATE_SIZE];
	const struct field_text text = { "starts_on", starts, DATE_SIZE - 1 };

	date_format(day_selection_get(panel), starts);
	return session_open(session, form_new_filled(session, type_find("forum"), &text, 1));
}

static unsigned
go_today(struct panel *panel, struct session *session)
{
	day today = programme_today(session->programme);

	if (calendar_day(calendar_of(panel)) == today)
		session_say(session, ROLE_MESSAGE, "this is today");
	go(calendar_of(panel), session, today);
	return EFFECT_NONE;
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

static bool
calendar_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	const struct calendar *calendar = (const struct calendar *)panel;
	const struct picture_month month = calendar_month(calendar, session);
	struct area facts;

	return day_selection_locate(
		calendar_month_area(calendar, &facts), &month, mouse, row, column);
}

static void
calendar_keep(const struct panel *panel, struct place *out)
{
	out->view[0] = ((const struct calendar *)panel)->item;
}

static void
calendar_free(struct panel *panel)
{
	arena_clear(&calendar_of(panel)->arena);
	free(panel);
}

/* clang-format off */
static const struct keys calendar_keys = { "in the calendar", {
	{ "open", "Enter", open_item, "open the record of the meeting; looking writes nothing",
	  "record", 1, .effect = READS },
	{ "next", "n", next_item, "the next meeting", "next", 2, .effect = READS },
	{ "today", ".", go_today, "back to today", "today", 3, .effect = READS },
	{ "cancel", "c", cancel_item, "cancel the meeting of that day, or hold it after all",
	  "cancel", 4, .effect = WRITES },
	{ "other-day", "o", ask_day, "move the meeting to another day", "other day", 4,
	  .effect = WRITES },
	{ "add", "a", add_forum, "add a forum", "new forum", 5, .effect = WRITES },
} };
/* clang-format on */

static const struct panel_class calendar_class = {
	.keys = { &calendar_keys, &record_keys, &why_keys, &day_keys },
	.layout = calendar_layout,
	.draw = calendar_draw,
	.reload = calendar_reload,
	.selected = calendar_selected,
	.moved = calendar_moved,
	.locate = calendar_locate,
	.keep = calendar_keep,
	.free = calendar_free,
};

static struct panel *
calendar_new(const struct page *page, const struct place *place)
{
	struct calendar *calendar = memory_new(1, sizeof *calendar);

	calendar->panel.class = page->class;
	calendar->placed = place->known;
	calendar->item = place->view[0];
	day_selection_init(&calendar->panel, 0);
	return &calendar->panel;
}

const struct page calendar_page = { &calendar_class, .create = calendar_new };
