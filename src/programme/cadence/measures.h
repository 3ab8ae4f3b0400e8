/* SPDX-License-Identifier: MIT */
/* What the files that measure share. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_CADENCE_MEASURES_H
#define ROLLOUT_PROGRAMME_CADENCE_MEASURES_H

#include "programme/cadence/pulses.h"
#include "rollout/programme/measures.h"

/* What one window says. */
struct measure_reading {
	int value; /* hundredths, or MEASURE_NONE */
	int n;
	int p85, open;
	bool beyond_chance;
	const int *scores; /* of a mood that may be told; NULL */
};

/* One measure of one cut, window after window. */
struct measure_series {
	unsigned kind, by;
	int64_t id;
	const char *of;
	struct measure_reading *readings; /* one a window, the running one last */
	bool hidden; /* answers of the last window that is over are not told */
};

struct measuring {
	struct programme *programme;
	struct arena *arena;
	const struct pulses *pulses;
	int windows; /* the running one included */
	struct measure_series *series;
	size_t count;
};

/* The series of that cut, made where there is none. */
struct measure_series *measuring_series(
	struct measuring *measuring, unsigned kind, unsigned by, int64_t id, const char *of);
/* Reads all five for one cut into series. */
enum status STATUS_CHECKED measuring_read(
	struct measuring *measuring, enum measure_cut by, struct error *error);
/* What a series comes to; MEASURE_BLOCKERS without oldest_days. */
struct measure measuring_judge(struct measuring *measuring, const struct measure_series *series);

#endif
