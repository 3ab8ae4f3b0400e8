/* SPDX-License-Identifier: MIT */
/* What the facts suggest about delivery. Must not weigh one against another: one grave fact
 * decides. */
#include "rollout/rules/rating_rule.h"

#include <string.h>

static const enum confidence colours[CONFIDENCE_REASONS] = {
	[REASON_GATE] = CONFIDENCE_RED,
	[REASON_CRITICAL] = CONFIDENCE_RED,
	[REASON_ESCALATION] = CONFIDENCE_RED,
	[REASON_LATE_SHARE] = CONFIDENCE_RED,
	[REASON_LATE] = CONFIDENCE_AMBER,
	[REASON_SLIPPING] = CONFIDENCE_AMBER,
	[REASON_UNANSWERED] = CONFIDENCE_AMBER,
	[REASON_UNREADY] = CONFIDENCE_AMBER,
	[REASON_ERRORS] = CONFIDENCE_AMBER,
	[REASON_OLD] = CONFIDENCE_UNKNOWN,
	[REASON_NO_EVIDENCE] = CONFIDENCE_UNKNOWN,
};

/* The worse, the higher. */
static const int ranks[] = {
	[CONFIDENCE_GREEN] = 0,
	[CONFIDENCE_AMBER] = 1,
	[CONFIDENCE_UNKNOWN] = 2,
	[CONFIDENCE_RED] = 3,
};

enum confidence
confidence_of_reason(enum confidence_reason reason)
{
	return colours[reason];
}

const char *
confidence_reason_name(enum confidence_reason reason)
{
	static const char *const names[CONFIDENCE_REASONS] = {
		[REASON_GATE] = "confidence-gate",
		[REASON_CRITICAL] = "confidence-critical",
		[REASON_ESCALATION] = "confidence-escalation",
		[REASON_LATE_SHARE] = "confidence-late-share",
		[REASON_LATE] = "confidence-late",
		[REASON_SLIPPING] = "confidence-slipping",
		[REASON_UNANSWERED] = "confidence-unanswered",
		[REASON_UNREADY] = "confidence-unready",
		[REASON_ERRORS] = "confidence-errors",
		[REASON_OLD] = "confidence-old",
		[REASON_NO_EVIDENCE] = "confidence-no-evidence",
	};

	return names[reason];
}

bool
confidence_is_worse(enum confidence a, enum confidence b)
{
	return ranks[a] > ranks[b];
}

const char *
confidence_name(enum confidence confidence)
{
	static const char *const names[] = { "green", "amber", "red", "unknown" };

	return names[confidence];
}

enum confidence
confidence_suggest(const struct confidence_facts *facts, const struct confidence_limits *limits,
	bool holds[CONFIDENCE_REASONS])
{
	enum confidence worst = CONFIDENCE_GREEN;

	memset(holds, 0, CONFIDENCE_REASONS * sizeof *holds);
	holds[REASON_GATE] = facts->gates_past_due > 0;
	holds[REASON_CRITICAL] = facts->critical_slip > limits->critical_slip_days;
	holds[REASON_ESCALATION] = facts->escalations_past_due > 0;
	holds[REASON_LATE_SHARE] =
		facts->late * 100LL > (long long)facts->due * limits->late_percent;
	holds[REASON_LATE] = facts->late > 0;
	holds[REASON_SLIPPING] = facts->slipping > 0;
	holds[REASON_UNANSWERED] = facts->unanswered > 0;
	holds[REASON_UNREADY] = facts->unready;
	holds[REASON_ERRORS] = facts->errors > 0;
	holds[REASON_OLD] = !facts->complete && facts->evidence_age > limits->evidence_days;
	holds[REASON_NO_EVIDENCE] = !facts->complete && facts->evidence_age < 0;
	for (int i = 0; i < CONFIDENCE_REASONS; i++)
		if (holds[i] && confidence_is_worse(colours[i], worst))
			worst = colours[i];
	return worst;
}
