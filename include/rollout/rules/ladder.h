/* SPDX-License-Identifier: MIT */
/*
 * The ladder of an escalation that is past due (product.md 6): support, escalate, reset. It climbs
 * by itself, on days that follow from its due date alone, so that any day tells the same.
 */
#ifndef ROLLOUT_RULES_LADDER_H
#define ROLLOUT_RULES_LADDER_H

#include "rollout/rules/workdays.h"

enum rung { RUNG_SUPPORT, RUNG_ESCALATE, RUNG_RESET, RUNGS };

enum {
	LADDER_GRACE_DAYS = 5, /* working days from the due date to the first climb */
	LADDER_RESET_DAYS = 28, /* days to the reset, where the function does not say otherwise */
};

/* On which day it comes to each rung above the one it was put on; NO_DAY for that and those below.
 * It never comes to a rung before it comes to the one below. */
struct ladder {
	day on[RUNGS];
};

struct ladder ladder_of(enum rung start, day due, int reset_days, const struct workdays *workdays);
/* Where it stands on that day. */
enum rung ladder_rung(const struct ladder *ladder, enum rung start, day on);
const char *ladder_rung_name(enum rung rung); /* "support" "escalate" "reset" */

#endif
