/* SPDX-License-Identifier: MIT */
/* Collects slips, weighs typed figures by them, and looks back at what they would have promised. */
#include "past_slips.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

enum { PERCENT = 100, SCALE_MOST = 400 };

static bool
is_settled(const struct milestone_now *item)
{
	return item->dates.accepted && item->baseline != NO_DAY && item->dates.actual != NO_DAY;
}

static bool
is_overdue(const struct milestone_now *item, day today)
{
	return !item->dates.accepted && item->baseline != NO_DAY && item->baseline < today &&
	       item->dates.expected != NO_DAY;
}

static int
compare_slips(const void *a, const void *b)
{
	int left = *(const int *)a, right = *(const int *)b;

	return (left > right) - (left < right);
}

void
past_slips_read(struct past_slips *out, const struct schedule *schedule, day on, day today)
{
	*out = (struct past_slips){ .slips = memory_new(schedule->count + 1, sizeof *out->slips) };
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		bool settled = is_settled(item) && item->dates.actual <= on;

		if (!settled && !(on >= today && is_overdue(item, today)))
			continue;
		out->settled += settled ? 1 : 0;
		out->overdue += settled ? 0 : 1;
		if (item->likely_late >= 0) {
			out->figures += item->likely_late;
			out->with_figure++;
		}
		out->slips[out->count++] = item->slip;
	}
	if (out->count > 1)
		qsort(out->slips, out->count, sizeof *out->slips, compare_slips);
}

int
past_slips_scale(const struct past_slips *past, int likely_late)
{
	int64_t percent;

	if (likely_late < 0 || past->figures == 0)
		return PERCENT;
	percent = (int64_t)likely_late * PERCENT * past->with_figure / past->figures;
	return percent < SCALE_MOST ? (int)percent : SCALE_MOST;
}

static int
compare_promises(const void *a, const void *b)
{
	const struct milestone_now *left = *(const struct milestone_now *const *)a;
	const struct milestone_now *right = *(const struct milestone_now *const *)b;

	if (left->promised_on != right->promised_on)
		return left->promised_on < right->promised_on ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

/* The lateness that was safe to plan with: a quantile as the simulation takes it. */
static int
safe_lateness(const struct past_slips *past, int least, int likely_late, int safe_percent)
{
	size_t place;

	if (past->settled >= least && past->count > 0) {
		place = past->count * (size_t)safe_percent / PERCENT;
		place = place < past->count ? place : past->count - 1;
		return (int)((int64_t)past->slips[place] * past_slips_scale(past, likely_late) /
			     PERCENT);
	}
	return likely_late > 0 ? likely_late * safe_percent / PERCENT : 0;
}

struct hit_rate
past_slips_hit_rate(const struct schedule *schedule, int least, int safe_percent, day today)
{
	const struct milestone_now **settled = memory_new(schedule->count + 1, sizeof *settled);
	struct past_slips past = { 0 };
	struct hit_rate rate = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < schedule->count; i++)
		if (is_settled(&schedule->milestones[i]))
			settled[count++] = &schedule->milestones[i];
	if (count > 1)
		qsort(settled, count, sizeof *settled, compare_promises);
	for (size_t i = 0; i < count; i++) {
		const struct milestone_now *item = settled[i];

		/* Those promised on one day knew the same. */
		if (i == 0 || settled[i - 1]->promised_on != item->promised_on) {
			free(past.slips);
			past_slips_read(&past, schedule, item->promised_on, today);
		}
		rate.judged++;
		rate.hits +=
			item->slip <= safe_lateness(&past, least, item->likely_late, safe_percent)
				? 1
				: 0;
	}
	free(past.slips);
	free(settled);
	return rate;
}
