/* SPDX-License-Identifier: MIT */
/* The one working calendar: Monday to Friday without the holidays. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_WORKING_DAYS_H
#define ROLLOUT_PROGRAMME_WORKING_DAYS_H

#include "rollout/programme/programme.h"
#include "rollout/rules/workdays.h"
#include "rollout/store/store.h"

/* As of an edition of the file. */
struct working_days {
	struct workdays days;
	day *holidays; /* what days borrows */
	struct edition edition;
	bool known;
};

/* Valid until the next change. */
enum status STATUS_CHECKED working_days_get(
	struct programme *programme, const struct workdays **out, struct error *error);
void working_days_forget(struct programme *programme);

#endif
