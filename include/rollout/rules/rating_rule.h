/* SPDX-License-Identifier: MIT */
/*
 * Delivery confidence as the facts suggest it (product.md 6). A suggestion with its reasons, never
 * a rating: that a person gives. Values in, a colour and its reasons out.
 */
#ifndef ROLLOUT_RULES_RATING_RULE_H
#define ROLLOUT_RULES_RATING_RULE_H

#include <stdbool.h>
#include <stddef.h>

enum confidence { CONFIDENCE_GREEN, CONFIDENCE_AMBER, CONFIDENCE_RED, CONFIDENCE_UNKNOWN };

/* Of one scope: a phase, a workstream or the whole. */
struct rating_facts {
	int gates_past_due; /* not accepted although their day has passed */
	int critical_slip; /* the longest of an open critical milestone, in days */
	int escalations_past_due;
	int unanswered; /* escalations open without a response */
	int due, late; /* milestones whose day has passed; those of them not accepted */
	int critical_late; /* those of the late ones that are critical */
	bool unready; /* a condition of the diagnosis is not met */
	int errors; /* findings of severity error */
	int evidence_age; /* days since the youngest evidence; -1: there is none */
	bool complete; /* everything in it is accepted: green unless something makes it red */
};

struct rating_limits {
	int critical_slip_red, critical_slip_amber; /* days: a longer slip is that */
	int late_red_percent, late_amber_percent; /* a larger share of the due is that */
	int evidence_days; /* with older evidence it is unknown */
};

enum rating_cause {
	RATING_GATE, /* red */
	RATING_CRITICAL,
	RATING_ESCALATION,
	RATING_LATE_SHARE,
	RATING_CRITICAL_LATE, /* amber */
	RATING_LATE,
	RATING_SLIPPING,
	RATING_UNANSWERED,
	RATING_UNREADY,
	RATING_ERRORS,
	RATING_OLD, /* unknown */
	RATING_NO_EVIDENCE,
	RATING_CAUSES,
};

/*
 * The gravest that holds: red, else unknown, else amber, else green. holds[RATING_CAUSES]:
 * which reasons there are, also those of a lesser colour, but each once: what is late or slips so
 * that it is red is not amber as well. Unknown replaces green and amber and
 * never hides red.
 */
enum confidence rating_rule_suggest(const struct rating_facts *facts,
	const struct rating_limits *limits, bool holds[RATING_CAUSES]);
/* The colour that reason stands for. */
enum confidence rating_rule_of_cause(enum rating_cause reason);
const char *rating_rule_cause_name(enum rating_cause reason); /* "confidence-gate" … */
const char *rating_rule_name(enum confidence confidence); /* "green" … as in the dictionary */
/* Whether a is worse than b: red, then unknown, then amber, then green. */
bool rating_rule_is_worse(enum confidence a, enum confidence b);

#endif
