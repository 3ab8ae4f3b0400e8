/* SPDX-License-Identifier: MIT */
/*
 * Where each wave is on its way from pre-launch to ongoing, and what is done for it there
 * (product.md 4). The stage follows from the dates of the wave's own launch and cycles; nobody
 * types it.
 */
#ifndef ROLLOUT_PROGRAMME_STAGES_H
#define ROLLOUT_PROGRAMME_STAGES_H

#include "rollout/programme/people.h"
#include "rollout/rules/lens.h"

enum { STAGES_WAVES_MAX = 101, STAGE_UNKNOWN = -1 };

struct stage_cell {
	int64_t done;
	int64_t due; /* by today, and not done */
	int64_t open; /* the others that are not done */
};

struct wave_stages {
	int wave; /* NO_WAVE: actions that belong to none */
	int64_t teams;
	int stage; /* today, a place among the choices of engagement.stage, or STAGE_UNKNOWN */
	/* First days of launch, first cycle and ongoing; NO_DAY: not known, all three of them. */
	day launches_on, settles_on, repeats_on;
	struct stage_cell cells[ENGAGEMENT_STAGES];
};

struct stages_report {
	struct wave_stages waves[STAGES_WAVES_MAX]; /* in their order, NO_WAVE last */
	int count;
};

enum status STATUS_CHECKED programme_stages(
	struct programme *programme, struct stages_report *out, struct error *error);

#endif
