/* SPDX-License-Identifier: MIT */
/*
 * The windows of the measures, and what may be said of the pulses in them (product.md 6). Whoever
 * wants a figure about anonymous answers asks here: nothing else reads their scores. Private to
 * src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_PULSES_H
#define ROLLOUT_PROGRAMME_PULSES_H

#include "rollout/programme/programme.h"
#include "rollout/rules/chance.h"
#include "rollout/rules/window.h"
#include "rollout/store/store.h"

/* A figure over the answers of one window that is over. */
struct pulse_cut {
	int window;
	const char *by; /* "whole" "team" "group" */
	const char *of; /* the team's number, or the group; "" */
	bool shown; /* else nothing else may be told of it */
	int answers;
	int scores[MOOD_SCORES];
};

struct pulses {
	struct windows windows;
	int running; /* the window of today; less than 0: the programme has not begun */
	struct pulse_cut *cuts; /* by window; in each the whole, then teams, then groups */
	size_t count;
	/* What was written beside the answers of the last window that is over, in the order of the
	 * alphabet; none where there are too few answers to hide among. */
	const char **comments;
	size_t comment_count;
};

/* As of an edition of the file and a day. */
struct pulses_kept {
	struct pulses pulses;
	struct arena arena;
	struct edition edition;
	bool known;
};

/* Valid until the next change. */
enum status STATUS_CHECKED pulses_read(
	struct programme *programme, const struct pulses **out, struct error *error);
void pulses_forget(struct programme *programme);
/* NULL: there is no such answer. */
const struct pulse_cut *pulses_find(
	const struct pulses *pulses, int window, const char *by, const char *of);
/*
 * Their mean as it may be told: to a tenth, and not nearer to 1 or 5 than PULSES_EDGE, as a mean of
 * exactly 5 would tell every answer.
 */
enum { PULSES_EDGE_TENTHS = 2 };
double pulses_mean(const int scores[MOOD_SCORES]);

/* The newest answer there is; 0: none. */
enum status STATUS_CHECKED pulses_newest(
	struct programme *programme, int64_t *newest, struct error *error);
/* STATUS_INVALID where older answers than of today were added behind that one to a window which had
 * some: its figure would change, and the difference would tell. */
enum status STATUS_CHECKED pulses_guard_import(
	struct programme *programme, int64_t newest, struct error *error);

/* Lets rules ask for windows, waits, chances and moods. */
enum status STATUS_CHECKED measure_functions_offer(
	struct programme *programme, struct error *error);

#endif
