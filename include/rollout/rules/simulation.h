/* SPDX-License-Identifier: MIT */
/*
 * When a schedule is likely to end (product.md 3): many times each open milestone is drawn some
 * days late and what waits for it moved along. Lateness is shared: that of milestone i in a run is
 * the quantile Phi(sqrt(v) z + sqrt(1 - v) z_i) of its distribution, with z one normal draw for the
 * whole run and z_i one of its own. The same seed gives the same dates. Values in, values out.
 */
#ifndef ROLLOUT_RULES_SIMULATION_H
#define ROLLOUT_RULES_SIMULATION_H

#include <stddef.h>
#include <stdint.h>

#include "rollout/rules/critical_path.h"

enum { LATE_FROM_HISTORY = -1, NO_GROUP = -1 };

struct simulation {
	int runs; /* at least 1 */
	uint64_t seed;
	day today; /* nothing open is reached before, nothing planned starts before */
	int shared_percent; /* v: 0 each for itself, 100 all alike */
	/* Of each item: it is between 0 and so many calendar days late, each as likely as another;
	 * LATE_FROM_HISTORY: as late as one of the past slips, on time where there is none. */
	const int *late;
	const int *slips; /* ascending, in calendar days; negative: early */
	size_t slip_count;
	const int *scale_percent; /* of each item, of a slip that is drawn; NULL: 100 for all */
	const int *group; /* of each item: from 0, or NO_GROUP */
	int groups;
};

/*
 * ends: for each group and then for the whole, the last day of its items run by run, ascending:
 * (groups + 1) * runs days of the caller's. A group without items that have a date and take part
 * ends on NO_DAY.
 * False when the links make a circle. Of the items what is given is read.
 */
bool simulation_run(const struct simulation *simulation, const struct schedule_item *items,
	size_t count, const struct schedule_link *links, size_t link_count,
	const struct workdays *workdays, day *ends);
/*
 * When so many are reached, at the pace of the past: weeks of it are drawn with replacement, each
 * as likely as another, until that many are reached. ends: so many weeks from now, run by run,
 * ascending; a run that takes longer than weeks_most ends there. paces: how many were reached in
 * each past week, at least one of them more than none.
 */
void simulation_resample(int runs, uint64_t seed, const int *paces, size_t count, int remaining,
	int weeks_most, int32_t *ends);
/* The day by which that share of the runs has ended; ends of one group, ascending. */
day simulation_percentile(const day *ends, int runs, int percent);

#endif
