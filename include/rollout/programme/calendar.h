/* SPDX-License-Identifier: MIT */
/*
 * The cadence as it was meant and as it was held (product.md 6): occurrences of the forums, and the
 * record of a meeting with who was there and what came of it.
 */
#ifndef ROLLOUT_PROGRAMME_CALENDAR_H
#define ROLLOUT_PROGRAMME_CALENDAR_H

#include "rollout/programme/programme.h"

enum occurrence_state {
	OCCURRENCE_PLANNED, /* today or later */
	OCCURRENCE_HELD,
	OCCURRENCE_MISSED, /* past, and nobody recorded it */
	OCCURRENCE_CANCELLED,
};

struct occurrence {
	day on;
	int64_t forum;
	const char *name, *level;
	const char *at; /* "09:30"; NULL: no time is given */
	int64_t meeting; /* its record; 0: there is none */
	enum occurrence_state state;
	bool moved; /* from another day */
};

struct calendar_report {
	struct occurrence *items; /* by day, then time, then name */
	size_t count;
};

const char *occurrence_name(enum occurrence_state state); /* "planned" "held" … */

/* What was or is to be held from first to last, both included, in the arena. A meeting that was
 * recorded on a day its forum does not fall on is there too. */
enum status STATUS_CHECKED programme_calendar(struct programme *programme, day first, day last,
	struct arena *arena, struct calendar_report *out, struct error *error);
/* The record of that occurrence: made now, as a step, where there is none. */
enum status STATUS_CHECKED programme_meeting_open(
	struct programme *programme, int64_t forum, day on, int64_t *meeting, struct error *error);

/* Calls the occurrence of that day off, or no more; one step, its record made where there is none.
 */
enum status STATUS_CHECKED programme_meeting_cancel(
	struct programme *programme, int64_t forum, day on, bool cancelled, struct error *error);
/* Moves it to another day; where it was planned first stays known. */
enum status STATUS_CHECKED programme_meeting_move(
	struct programme *programme, int64_t forum, day on, day to, struct error *error);

struct attendee {
	int64_t id; /* of the register */
	const char *name;
	const char *state; /* "present" …; "": not recorded */
	bool invited, required;
};

/* A line about something that came of the meeting, or waits for it. */
struct meeting_item {
	const char *type; /* "decision" "action" "blocker" */
	int64_t id;
	const char *text, *detail; /* detail: owner and day; "" for none */
	bool open;
};

struct meeting_report {
	int64_t id, forum;
	int64_t team; /* whose own meeting it is; 0: nobody's in particular */
	const char *name, *level, *agenda; /* agenda: questions, one a line; "" for none */
	day on;
	bool held;
	int confidence; /* 0: not given */
	const char *notes; /* "" for none */
	struct attendee *people; /* invited ones by name, then those who came as well */
	size_t people_count;
	struct meeting_item *items; /* of this meeting: decisions, actions, blockers of its day */
	size_t item_count;
	struct meeting_item
		*waiting; /* to go through: open actions, blockers, decisions asked for */
	size_t waiting_count;
};

enum { WAITING_MOST = 50 };

/* Everything about one meeting, in the arena; of what waits at most WAITING_MOST, the oldest first.
 */
enum status STATUS_CHECKED programme_meeting(struct programme *programme, int64_t meeting,
	struct arena *arena, struct meeting_report *out, struct error *error);
/* How one person took part ("" takes it away); one step. */
enum status STATUS_CHECKED programme_attend(struct programme *programme, int64_t meeting,
	int64_t person, const char *state, bool *changed, struct error *error);
/* Everybody invited of whom nothing is recorded was present; one step. */
enum status STATUS_CHECKED programme_attend_rest(
	struct programme *programme, int64_t meeting, size_t *changed, struct error *error);

#endif
