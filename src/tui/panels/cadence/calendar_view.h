/* SPDX-License-Identifier: MIT */
/*
 * The calendar as it is drawn, and what its panel keeps.
 */
#ifndef ROLLOUT_TUI_CALENDAR_VIEW_H
#define ROLLOUT_TUI_CALENDAR_VIEW_H

#include "rollout/programme/rhythm.h"
#include "tui/kit/day_selection.h"

enum { MARKS_MOST = 512 };

struct calendar {
	struct panel panel;
	struct arena arena; /* of the report; renewed with it */
	struct calendar_report report; /* of the month of the selected day */
	struct rhythm_report rhythm; /* of the forums, up to today */
	struct calendar_report coming; /* from tomorrow on, whatever month is shown */
	struct month_mark marks[MARKS_MOST];
	size_t mark_count;
	bool read;
	day month; /* the first of the month that was read */
	bool placed; /* stands on a day that somebody chose */
	int item; /* of the day's meetings */
	struct area area;
};

/* The day one stands on. */
day calendar_day(const struct calendar *calendar);
/* The meeting with that number of the selected day; NULL: there are fewer. */
const struct occurrence *calendar_item(const struct calendar *calendar, int number);
/* Turns what was read into marks of days. */
void calendar_mark_days(struct calendar *calendar, bool ascii);
struct picture_month calendar_month(const struct calendar *calendar, const struct session *session);
/* Where the month stands; facts: where the rest is said, beside it or below. */
struct area calendar_month_area(const struct calendar *calendar, struct area *facts);
void calendar_draw(const struct panel *panel, const struct session *session, struct canvas *canvas);

#endif
