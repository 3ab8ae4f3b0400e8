/* SPDX-License-Identifier: MIT */
/* Days only: what a climb does to the file is not known here. */
#include "rollout/rules/ladder.h"

struct ladder
ladder_of(enum rung start, day due, int reset_days, const struct workdays *workdays)
{
	struct ladder ladder = { { NO_DAY, NO_DAY, NO_DAY } };
	day first = workdays_add(workdays, due, LADDER_GRACE_DAYS);

	if (start < RUNG_ESCALATE)
		ladder.on[RUNG_ESCALATE] = first;
	if (start < RUNG_RESET)
		ladder.on[RUNG_RESET] = due + reset_days > first ? due + reset_days : first;
	return ladder;
}

enum rung
ladder_rung(const struct ladder *ladder, enum rung start, day on)
{
	enum rung rung = start;

	for (enum rung next = start + 1; next < RUNGS; next++)
		if (ladder->on[next] != NO_DAY && ladder->on[next] <= on)
			rung = next;
	return rung;
}

const char *
ladder_rung_name(enum rung rung)
{
	switch (rung) {
	case RUNG_SUPPORT: return "support";
	case RUNG_ESCALATE: return "escalate";
	case RUNG_RESET: return "reset";
	case RUNGS: break;
	}
	return "";
}
