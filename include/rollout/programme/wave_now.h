/* SPDX-License-Identifier: MIT */
/*
 * The waves as they stand today: when each launches, what it waits for, and whether it has. The one
 * home of these facts: the board of waves and stages, engagement, rules, what-if and the plan ask
 * here. Computed from the records, never stored.
 */
#ifndef ROLLOUT_PROGRAMME_WAVE_NOW_H
#define ROLLOUT_PROGRAMME_WAVE_NOW_H

#include "rollout/programme/programme.h"

struct wave_now {
	int64_t id, gate; /* of the record, 0: the pilot of a file without one; of the milestone it
			     waits for, 0: none */
	int number;
	const char *identifier, *name; /* name NULL: none */
	const char *gate_title; /* NULL: none */
	day gate_on; /* the gate is expected then; NO_DAY: nobody knows */
	bool passed; /* the gate is accepted, or passed with conditions that are all in time; true
			where there is none */
	day planned, launched_on; /* as persons have put it down; NO_DAY: not */
	/*
	 * Launched on, else planned; else of the pilot the programme's launch, of another wave the
	 * first Monday (a holiday: the next working day) two weeks behind its gate. NO_DAY:
	 * unknown.
	 */
	day launches_on;
	bool launched; /* that day has come, and its gate is passed */
};

struct waves_report {
	struct wave_now *waves; /* by number */
	size_t count;
	int newest; /* the highest that has launched; -1: none */
};

/* Texts in the arena. */
enum status STATUS_CHECKED programme_waves(struct programme *programme, struct arena *arena,
	struct waves_report *out, struct error *error);
const struct wave_now *waves_find(const struct waves_report *report, int number); /* NULL: none */

#endif
