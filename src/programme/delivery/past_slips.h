/* SPDX-License-Identifier: MIT */
/*
 * How late milestones have run so far, as a distribution to draw from (product.md 3, Forecast): the
 * settled ones, and the open ones past their first promise by their slip so far, since those that
 * are worst off are settled last. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_PAST_SLIPS_H
#define ROLLOUT_PROGRAMME_PAST_SLIPS_H

#include "rollout/programme/forecast.h"

struct past_slips {
	int *slips; /* ascending, in calendar days; early ones negative */
	size_t count;
	int settled, overdue;
	int64_t figures; /* the sum of their likely lateness, where somebody typed one */
	int with_figure;
};

/* As known on that day, and at the latest today: slips of what was reached before it; those that
 * are open count for today alone. The slips are the caller's to free. */
void past_slips_read(struct past_slips *out, const struct schedule *schedule, day on, day today);
/* What a typed figure makes of a slip: in proportion to the usual figure of those that slipped, up
 * to four times; 100 without a figure (-1), or where none of them had one. */
int past_slips_scale(const struct past_slips *past, int likely_late);
/* How often safe days held. */
struct hit_rate past_slips_hit_rate(
	const struct schedule *schedule, int least, int safe_percent, day today);

#endif
