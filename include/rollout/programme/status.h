/* SPDX-License-Identifier: MIT */
/*
 * The control room: what can honestly be said from the records so far. No rating is made up: what
 * is not known is said to be not known.
 */
#ifndef ROLLOUT_PROGRAMME_STATUS_H
#define ROLLOUT_PROGRAMME_STATUS_H

#include "rollout/programme/confidence.h"

/* One thing that waits for somebody, or that moved. */
struct status_item {
	const char *rule; /* the rule's id, or NULL */
	const char *type; /* the record's type and identifier, or NULL */
	const char *subject;
	const char *text;
	const char *detail; /* owner, days open, what to do */
	day since; /* asked or raised; NO_DAY: nothing like it */
	day due; /* NO_DAY: none */
};

struct status_list {
	struct status_item *items;
	size_t count;
};

struct status_report {
	const char *name; /* of the programme; "" when there is none */
	const char *purpose;
	const char *sponsor, *lead; /* names, or NULL */
	int week; /* of the rollout, from 1; 0: not begun */
	const char *phase; /* the phase today lies in, or NULL */
	int phase_week, phase_weeks;
	const char *slice;
	int wave; /* the highest that has launched; -1: none */
	const char *gate; /* the open gate that is expected first, or NULL */
	const char *gate_identifier;
	const char *gate_owner;
	day gate_on; /* expected; NO_DAY: it has no date */
	int gate_met, gate_criteria; /* evidence */
	const char *rating; /* the newest given to the programme: "green" … or NULL */
	const char *rating_on;
	const char *rating_reason;
	struct confidence_report confidence; /* of all scopes, the programme's first */
	int central, supported, handed_off; /* teams */
	int milestones, accepted, late; /* dropped ones left out */
	int stakeholders, without_owner;
	const char *measures; /* the reading in one line; NULL: there is none yet */
	int errors, warnings, notices; /* findings of the rule book */
	struct status_list decisions; /* needed now */
	struct status_list blocked;
	struct status_list
		changed; /* since the last programme or leadership review, newest first */
	const char *changed_since; /* that review's date, or NULL: the last 7 days */
};

/* All texts in the arena. */
enum status STATUS_CHECKED programme_status(struct programme *programme, struct arena *arena,
	struct status_report *out, struct error *error);

#endif
