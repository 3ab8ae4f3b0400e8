/* SPDX-License-Identifier: MIT */
/* The forecast that the open document keeps, for rules and faces alike. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_FORECAST_KEPT_H
#define ROLLOUT_PROGRAMME_FORECAST_KEPT_H

#include "rollout/programme/forecast.h"
#include "rollout/store/rulebook.h"

/* What was simulated last, as of an edition of the file. */
struct forecast_kept {
	struct arena arena;
	struct forecast_report report;
	struct edition edition;
	bool known;
	struct derivation facts; /* as rules ask for them */
};

/* The file is closed, or today is another day. */
void forecast_forget(struct programme *programme);
/* Lets rules ask for forecast_now('inside', id of the programme) and its like. */
enum status STATUS_CHECKED forecast_facts_offer(struct programme *programme, struct error *error);

#endif
