/* SPDX-License-Identifier: MIT */
/*
 * How the cadence works, in numbers (product.md 6): adoption and the five measures, by windows of
 * 28 days counted from the programme's start. The last window that is over is the reading; the
 * running one is told as "so far" and is no reading.
 */
#ifndef ROLLOUT_PROGRAMME_MEASURES_H
#define ROLLOUT_PROGRAMME_MEASURES_H

#include "rollout/programme/programme.h"

enum measure_kind {
	MEASURE_ADOPTION, /* percent of teams that work with their objectives; by cycles */
	MEASURE_PARTICIPATION, /* percent of those invited and not excused who came or sent somebody
				*/
	MEASURE_RESPONSE, /* median of working days until a decision that was asked for */
	MEASURE_SENTIMENT, /* mean of anonymous answers from 1 to 5 */
	MEASURE_BLOCKERS, /* new in the window */
	MEASURE_DECISION_CHANGE, /* percent of decisions that something said has changed */
	MEASURE_KINDS,
};
enum measure_cut {
	MEASURE_WHOLE,
	MEASURE_BY_FORUM,
	MEASURE_BY_TEAM,
	MEASURE_BY_GROUP,
	MEASURE_BY_WAVE, /* adoption alone */
	MEASURE_CUTS,
};

enum { MEASURE_SERIES_MOST = 8, MEASURE_NONE = -1 };

/* Of all its readings, from the first on. */
struct measure_chart {
	int readings, useful;
	int median; /* hundredths, as all values; of the baseline */
	int longest, longest_most, crossings, crossings_least;
	bool shifted; /* more than normal variation */
	int mean, lower,
		upper; /* of normal variation; MEASURE_NONE: too few readings, or not for it */
};

/* Values are hundredths; MEASURE_NONE: there is none, or it may not be told. Texts in the arena. */
struct measure {
	unsigned kind, by;
	int64_t id; /* of forum or team; 0: none */
	const char *of,
		*name; /* what it is cut by: the record's identifier, a group, a wave; NULL */
	int value, before; /* the reading, and the one before it */
	int so_far;
	int n; /* what the reading counts: invitations, requests, answers, blockers, decisions,
		  teams */
	int series[MEASURE_SERIES_MOST]; /* the oldest first, the reading last */
	size_t series_count;
	bool suppressed; /* there are answers, too few to be told */
	bool early_warning; /* worse than ever before, and still within what chance explains */
	bool beyond_chance; /* a fall, a rise, or beyond its aim, as the signals judge it */
	int p85, open; /* response: working days; requests that are still open */
	int oldest_days; /* blockers: of the one that has been open longest */
	int passing, in_rhythm, traded_off; /* adoption: teams of which each is true */
	struct measure_chart chart; /* readings 0: too few of them */
};

struct measures_report {
	day from, to; /* of the reading; NO_DAY: no window is over yet */
	day ends; /* of the running window; NO_DAY: the programme has not begun */
	struct measure *items; /* the whole first, kind after kind; then cut after cut, by name */
	size_t count;
	const char **comments; /* beside the pulses of the reading, by the alphabet */
	size_t comment_count;
};

const char *measure_name(enum measure_kind kind); /* "adoption" "participation" … */
const char *measure_cut_name(enum measure_cut cut); /* "whole" "forum" … */
const char *measure_unit(enum measure_kind kind); /* "percent" "working days" "points" "blockers" */
/* Whether a higher value is worse. */
bool measure_is_worse_high(enum measure_kind kind);
/* A value as people read it: "78 %", "6 d", "3.4", "5"; "-" for none. In the arena. */
const char *measure_text(enum measure_kind kind, int value, struct arena *arena);

/* The reading of the whole in one line: "participation 78 % (before 86 %), response time 6 d beyond
 * chance, …"; NULL: there is none yet. In the arena. */
const char *measures_words(const struct measures_report *report, struct arena *arena);

/* The whole, and one cut where it is not MEASURE_WHOLE. */
enum status STATUS_CHECKED programme_measures(struct programme *programme, enum measure_cut by,
	struct arena *arena, struct measures_report *out, struct error *error);

#endif
