/* SPDX-License-Identifier: MIT */
/*
 * The cadence as it was meant and as it was held (product.md 6): occurrences of the forums, and the
 * record of a meeting with who was there and what came of it.
 */
#ifndef ROLLOUT_PROGRAMME_CALENDAR_H
#define ROLLOUT_PROGRAMME_CALENDAR_H

#include "rollout/programme/records.h"

enum occurrence_state {
	OCCURRENCE_PLANNED, /* today or later */
	OCCURRENCE_HELD,
	OCCURRENCE_MISSED, /* past, and nobody recorded it */
	OCCURRENCE_CANCELLED,
	OCCURRENCE_HOLIDAY, /* its day is a holiday, and nobody recorded it */
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
/* Whether its day has come and it should have been held: what rates of meetings count. */
bool occurrence_was_due(enum occurrence_state state);

/*
 * What was or is to be held from first to last, both included, in the arena. Each day goes by the
 * rule that its forum had on it, as far as that is known today. A meeting that was recorded on a
 * day its forum does not fall on is there too; one that was moved stands for the day it was moved
 * from, and a day on which its forum met has nothing else of that forum.
 */
enum status STATUS_CHECKED programme_calendar(struct programme *programme, day first, day last,
	struct arena *arena, struct calendar_report *out, struct error *error);

/* Calls the occurrence of that day off, or no more; one step, its record made where there is none.
 */
enum status STATUS_CHECKED programme_meeting_cancel(
	struct programme *programme, int64_t forum, day on, bool cancelled, struct error *error);
/* Moves it to another day; where it was planned first stays known. */
enum status STATUS_CHECKED programme_meeting_move(
	struct programme *programme, int64_t forum, day on, day to, struct error *error);

/* A meeting, recorded or not: looking at it writes nothing, and its record is made in the step that
 * first writes something into it. */
struct occasion {
	int64_t meeting; /* 0: there is no record yet */
	int64_t forum;
	day on;
};

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
 * Of a recorded one the occasion's meeting is enough. */
enum status STATUS_CHECKED programme_meeting(struct programme *programme,
	const struct occasion *occasion, struct arena *arena, struct meeting_report *out,
	struct error *error);
/* How one person took part ("" takes it away); one step. Puts the meeting's record into the
 * occasion, as the two below. */
enum status STATUS_CHECKED programme_attend(struct programme *programme, struct occasion *occasion,
	int64_t person, const char *state, bool *changed, struct error *error);
/* Everybody invited of whom nothing is recorded was present; one step. */
enum status STATUS_CHECKED programme_attend_rest(struct programme *programme,
	struct occasion *occasion, size_t *changed, struct error *error);
/* Something that came of the meeting: a record of that type with these fields, and the meeting
 * where it has a field for it; one step. */
enum status STATUS_CHECKED programme_meeting_note(struct programme *programme,
	struct occasion *occasion, const struct type *type, const struct field_text *texts,
	size_t count, struct error *error);
/* Fields of the meeting itself; one step. */
enum status STATUS_CHECKED programme_meeting_set(struct programme *programme,
	struct occasion *occasion, const struct field_text *texts, size_t count,
	struct error *error);

#endif
