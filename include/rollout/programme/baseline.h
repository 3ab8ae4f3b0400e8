/* SPDX-License-Identifier: MIT */
/*
 * Named, dated, immutable sets of promised dates (product.md 3). Slip is told against the first
 * promise and against the current baseline, the newest.
 */
#ifndef ROLLOUT_PROGRAMME_BASELINE_H
#define ROLLOUT_PROGRAMME_BASELINE_H

#include "rollout/programme/programme.h"

/*
 * Freezes the forecast of every milestone that is not dropped as one step; adding a record of the
 * type does the same. STATUS_INVALID without a name or a reason.
 */
enum status STATUS_CHECKED programme_take_baseline(struct programme *programme, const char *name,
	const char *reason, int64_t *id, struct error *error);

#endif
