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
struct confidence_facts {
	int gates_past_due; /* not accepted although their day has passed */
	int critical_slip; /* the longest of an open critical milestone, in days */
	int escalations_past_due;
	int unanswered; /* escalations open without a response */
	int due, late; /* milestones whose day has passed; those of them not accepted */
	int slipping; /* open ones expected after the day first promised */
	bool unready; /* a condition of the diagnosis is not met */
	int errors; /* findings of severity error */
	int evidence_age; /* days since the youngest evidence; -1: there is none */
	bool complete; /* everything in it is accepted: nothing is left to be evidenced */
};

struct confidence_limits {
	int critical_slip_days; /* a longer slip is red */
	int late_percent; /* a larger share of the due is red */
	int evidence_days; /* with older evidence it is unknown */
};

enum confidence_reason {
	REASON_GATE, /* red */
	REASON_CRITICAL,
	REASON_ESCALATION,
	REASON_LATE_SHARE,
	REASON_LATE, /* amber */
	REASON_SLIPPING,
	REASON_UNANSWERED,
	REASON_UNREADY,
	REASON_ERRORS,
	REASON_OLD, /* unknown */
	REASON_NO_EVIDENCE,
	CONFIDENCE_REASONS,
};

/*
 * The gravest that holds: red, else unknown, else amber, else green. holds[CONFIDENCE_REASONS]:
 * which reasons there are, also those of a lesser colour. Unknown replaces green and amber and
 * never hides red.
 */
enum confidence confidence_suggest(const struct confidence_facts *facts,
	const struct confidence_limits *limits, bool holds[CONFIDENCE_REASONS]);
/* The colour that reason stands for. */
enum confidence confidence_of_reason(enum confidence_reason reason);
const char *confidence_reason_name(enum confidence_reason reason); /* "confidence-gate" … */
const char *confidence_name(enum confidence confidence); /* "green" … as in the dictionary */
/* Whether a is worse than b: red, then unknown, then amber, then green. */
bool confidence_is_worse(enum confidence a, enum confidence b);

#endif
