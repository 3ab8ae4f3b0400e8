/* SPDX-License-Identifier: MIT */
/*
 * The schedule of COUNT milestones with two predecessors each, beside a plain topological pass over
 * the same graph: `schedule COUNT REPEATS [shuffled]` prints the median milliseconds of both. The
 * pass groups the links, orders the items (Kahn), and goes forwards and backwards with plain
 * calendar days: no holidays, no weekends. Loading is no part of either.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rollout/rules/critical_path.h"

enum { PREDECESSORS = 2, NEAR = 1000, WORK_MOST = 10 };

struct plain {
	int32_t work, early, late;
};

static uint64_t seed = 20261124;

static uint32_t
draw(uint32_t below)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((seed >> 33) % below);
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Each item waits for two of those shortly before it; names[] hides the order where asked to. */
static size_t
make_links(struct schedule_link *links, const int32_t *names, size_t count)
{
	size_t made = 0;

	for (size_t i = 1; i < count; i++)
		for (int j = 0; j < PREDECESSORS; j++)
			links[made++] = (struct schedule_link){
				names[i - 1 - draw((uint32_t)(i < NEAR ? i : NEAR))], names[i], 0
			};
	return made;
}

static void
plain_pass(struct plain *items, size_t count, const struct schedule_link *links, size_t link_count)
{
	size_t *first = calloc(count + 2, sizeof *first), *next = calloc(count + 1, sizeof *next);
	int32_t *to = malloc((link_count + 1) * sizeof *to),
		*waits = calloc(count + 1, sizeof *waits);
	int32_t *order = malloc((count + 1) * sizeof *order), end = 0;
	size_t ordered = 0;

	for (size_t i = 0; i < link_count; i++) {
		first[links[i].from + 1]++;
		waits[links[i].to]++;
	}
	for (size_t i = 0; i < count; i++) {
		first[i + 1] += first[i];
		next[i] = first[i];
	}
	for (size_t i = 0; i < link_count; i++)
		to[next[links[i].from]++] = links[i].to;
	for (size_t i = 0; i < count; i++) {
		items[i].early = 0;
		if (waits[i] == 0)
			order[ordered++] = (int32_t)i;
	}
	for (size_t i = 0; i < ordered; i++) {
		struct plain *item = &items[order[i]];

		item->early += item->work;
		end = item->early > end ? item->early : end;
		for (size_t j = first[order[i]]; j < first[order[i] + 1]; j++) {
			struct plain *after = &items[to[j]];

			after->early = item->early > after->early ? item->early : after->early;
			if (--waits[to[j]] == 0)
				order[ordered++] = to[j];
		}
	}
	for (size_t i = ordered; i-- > 0;) {
		struct plain *item = &items[order[i]];

		item->late = end;
		for (size_t j = first[order[i]]; j < first[order[i] + 1]; j++) {
			int32_t by = items[to[j]].late - items[to[j]].work;

			item->late = by < item->late ? by : item->late;
		}
	}
	free(first);
	free(next);
	free(to);
	free(waits);
	free(order);
}

static int
compare_times(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

int
main(int argc, char **argv)
{
	size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
	int repeats = argc > 2 ? atoi(argv[2]) : 5;
	int32_t *names = malloc(count * sizeof *names);
	struct schedule_link *links = malloc((count * PREDECESSORS + 1) * sizeof *links);
	struct schedule_item *items = malloc(count * sizeof *items);
	struct plain *plain = malloc(count * sizeof *plain);
	double *ours = malloc((size_t)repeats * sizeof *ours),
	       *floors = malloc((size_t)repeats * sizeof *floors);
	day holidays[] = { 20500, 20512, 20591, 20720, 20813 };
	struct workdays workdays;
	size_t link_count;

	for (size_t i = 0; i < count; i++)
		names[i] = (int32_t)i;
	for (size_t i = count; argc > 3 && i > 1; i--) {
		size_t other = draw((uint32_t)i);
		int32_t name = names[i - 1];

		names[i - 1] = names[other];
		names[other] = name;
	}
	link_count = make_links(links, names, count);
	for (size_t i = 0; i < count; i++) {
		plain[i].work = (int32_t)draw(WORK_MOST);
		items[i] = (struct schedule_item){ .earliest = 20400,
			.entered = NO_DAY,
			.promised = NO_DAY,
			.actual = NO_DAY,
			.work_days = plain[i].work,
			.planned = true };
	}
	workdays_init(&workdays, holidays, sizeof holidays / sizeof *holidays);
	for (int i = 0; i < repeats; i++) {
		double start = now();

		if (!critical_path_compute(items, count, links, link_count, &workdays, 20400))
			return 1;
		ours[i] = now() - start;
		start = now();
		plain_pass(plain, count, links, link_count);
		floors[i] = now() - start;
	}
	qsort(ours, (size_t)repeats, sizeof *ours, compare_times);
	qsort(floors, (size_t)repeats, sizeof *floors, compare_times);
	printf("%.3f %.3f\n", ours[repeats / 2], floors[repeats / 2]);
	free(names);
	free(links);
	free(items);
	free(plain);
	free(ours);
	free(floors);
	return 0;
}
