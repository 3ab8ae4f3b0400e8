/* SPDX-License-Identifier: MIT */
/*
 * Patterns in a series of forecasts. Must not smooth: what people reported is looked at as it is.
 */
#include "rollout/rules/slip_pattern.h"

static int
move_at(const struct slip_report *reports, size_t index)
{
	return reports[index].forecast - reports[index - 1].forecast;
}

static bool
slides(const struct slip_report *reports, size_t count, const struct slip_limits *limits)
{
	size_t looked = (size_t)limits->slide_reports;
	int days, moved;

	if (looked < 2 || count < looked)
		return false;
	days = reports[count - 1].on - reports[count - looked].on;
	moved = reports[count - 1].forecast - reports[count - looked].forecast;
	return days > 0 && (int64_t)moved * 100 >= (int64_t)days * limits->slide_percent;
}

static bool
accelerates(const struct slip_report *reports, size_t count, const struct slip_limits *limits)
{
	size_t slips = (size_t)limits->accelerating_slips;
	int before = 0;

	if (count < slips + 1)
		return false;
	for (size_t i = count - slips; i < count; i++) {
		if (move_at(reports, i) <= before)
			return false;
		before = move_at(reports, i);
	}
	return true;
}

/* The first move of all, and nothing after it has taken it back. */
static bool
surprises(const struct slip_report *reports, size_t count, const struct slip_limits *limits)
{
	for (size_t i = 1; i < count; i++) {
		int left = reports[i - 1].forecast - reports[i].on;

		if (move_at(reports, i) == 0)
			continue;
		return move_at(reports, i) > limits->surprise_days &&
		       left < limits->surprise_within;
	}
	return false;
}

day
slip_pattern_unmoved_since(const struct slip_report *reports, size_t count)
{
	size_t last = 0;

	for (size_t i = 1; i < count; i++)
		if (move_at(reports, i) != 0)
			last = i;
	return reports[last].on;
}

static bool
is_frozen(const struct slip_report *reports, size_t count, const day *reviews, size_t review_count,
	const struct slip_limits *limits)
{
	day since;
	int passed = 0;

	if (count == 0)
		return false;
	since = slip_pattern_unmoved_since(reports, count);
	for (size_t i = 0; i < review_count; i++)
		passed += reviews[i] > since ? 1 : 0;
	return passed >= limits->frozen_reviews;
}

void
slip_pattern_find(const struct slip_report *reports, size_t count, const day *reviews,
	size_t review_count, bool predecessors_moved, const struct slip_limits *limits,
	bool holds[SLIP_PATTERNS])
{
	holds[SLIP_SURPRISE] = surprises(reports, count, limits);
	holds[SLIP_ACCELERATING] = accelerates(reports, count, limits);
	holds[SLIP_SLIDING] = slides(reports, count, limits);
	holds[SLIP_FROZEN] =
		predecessors_moved && is_frozen(reports, count, reviews, review_count, limits);
}

const char *
slip_pattern_name(enum slip_pattern pattern)
{
	switch (pattern) {
	case SLIP_SURPRISE: return "late surprise";
	case SLIP_ACCELERATING: return "accelerating";
	case SLIP_SLIDING: return "sliding day for day";
	case SLIP_FROZEN: return "frozen";
	case SLIP_PATTERNS: break;
	}
	return "";
}
