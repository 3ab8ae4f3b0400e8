/* SPDX-License-Identifier: MIT */
/* What the facts suggest about delivery. Must not weigh one against another: one grave fact
 * decides. */
#include "rollout/rules/rating_rule.h"

#include <string.h>

static const enum confidence colours[RATING_CAUSES] = {
	[RATING_GATE] = CONFIDENCE_RED,
	[RATING_CRITICAL] = CONFIDENCE_RED,
	[RATING_ESCALATION] = CONFIDENCE_RED,
	[RATING_LATE_SHARE] = CONFIDENCE_RED,
	[RATING_CRITICAL_LATE] = CONFIDENCE_AMBER,
	[RATING_LATE] = CONFIDENCE_AMBER,
	[RATING_SLIPPING] = CONFIDENCE_AMBER,
	[RATING_UNANSWERED] = CONFIDENCE_AMBER,
	[RATING_UNREADY] = CONFIDENCE_AMBER,
	[RATING_ERRORS] = CONFIDENCE_AMBER,
	[RATING_OLD] = CONFIDENCE_UNKNOWN,
	[RATING_NO_EVIDENCE] = CONFIDENCE_UNKNOWN,
};

/* The worse, the higher. */
static const int ranks[] = {
	[CONFIDENCE_GREEN] = 0,
	[CONFIDENCE_AMBER] = 1,
	[CONFIDENCE_UNKNOWN] = 2,
	[CONFIDENCE_RED] = 3,
};

enum confidence
rating_rule_of_cause(enum rating_cause reason)
{
	return colours[reason];
}

const char *
rating_rule_cause_name(enum rating_cause reason)
{
	static const char *const names[RATING_CAUSES] = {
		[RATING_GATE] = "confidence-gate",
		[RATING_CRITICAL] = "confidence-critical",
		[RATING_ESCALATION] = "confidence-escalation",
		[RATING_LATE_SHARE] = "confidence-late-share",
		[RATING_CRITICAL_LATE] = "confidence-critical-late",
		[RATING_LATE] = "confidence-late",
		[RATING_SLIPPING] = "confidence-slipping",
		[RATING_UNANSWERED] = "confidence-unanswered",
		[RATING_UNREADY] = "confidence-unready",
		[RATING_ERRORS] = "confidence-errors",
		[RATING_OLD] = "confidence-old",
		[RATING_NO_EVIDENCE] = "confidence-no-evidence",
	};

	return names[reason];
}

bool
rating_rule_is_worse(enum confidence a, enum confidence b)
{
	return ranks[a] > ranks[b];
}

const char *
rating_rule_name(enum confidence confidence)
{
	static const char *const names[] = { "green", "amber", "red", "unknown" };

	return names[confidence];
}

static bool
is_more(int part, int percent, int whole)
{
	return part * 100LL > (long long)whole * percent;
}

enum confidence
rating_rule_suggest(const struct rating_facts *facts, const struct rating_limits *limits,
	bool holds[RATING_CAUSES])
{
	enum confidence worst = CONFIDENCE_GREEN;

	memset(holds, 0, RATING_CAUSES * sizeof *holds);
	holds[RATING_GATE] = facts->gates_past_due > 0;
	holds[RATING_CRITICAL] = facts->critical_slip > limits->critical_slip_red;
	holds[RATING_ESCALATION] = facts->escalations_past_due > 0;
	holds[RATING_LATE_SHARE] = is_more(facts->late, limits->late_red_percent, facts->due);
	holds[RATING_CRITICAL_LATE] = facts->critical_late > 0;
	holds[RATING_LATE] = !holds[RATING_LATE_SHARE] &&
			     is_more(facts->late, limits->late_amber_percent, facts->due);
	holds[RATING_SLIPPING] =
		!holds[RATING_CRITICAL] && facts->critical_slip > limits->critical_slip_amber;
	holds[RATING_UNANSWERED] = facts->unanswered > 0;
	holds[RATING_UNREADY] = facts->unready;
	holds[RATING_ERRORS] = facts->errors > 0;
	holds[RATING_OLD] = facts->evidence_age > limits->evidence_days;
	holds[RATING_NO_EVIDENCE] = facts->evidence_age < 0;
	for (int i = 0; i < RATING_CAUSES; i++) {
		if (facts->complete && colours[i] != CONFIDENCE_RED)
			holds[i] = false;
		if (holds[i] && rating_rule_is_worse(colours[i], worst))
			worst = colours[i];
	}
	return worst;
}
