/* SPDX-License-Identifier: MIT */
/* A programme made up by chance in a file of its own, and what the faces must say of it. */
#ifndef TESTS_RULES_BENCH_H
#define TESTS_RULES_BENCH_H

#include "made_up.h"
#include "rollout/base/memory.h"
#include "rollout/programme/programme.h"

enum { BENCH_PATH_SIZE = 512 };

struct bench {
	struct made_programme made;
	struct made_answer answers[MADE_MILESTONES];
	char folder[BENCH_PATH_SIZE], file[BENCH_PATH_SIZE + 16], input[BENCH_PATH_SIZE + 16];
	struct programme *programme;
	struct arena arena;
	struct error error;
};

/* What confidence and status count. */
struct bench_counts {
	int all, accepted, late, due, gates, critical_late, critical_slip, without_date;
};

/* The next programme by chance, imported; its day is what it was made up with. */
void bench_init(struct bench *bench, unsigned *seed);
/* The same; the file asks the clock for its day when it is told to. */
void bench_init_with(struct bench *bench, unsigned *seed, day (*clock)(void));
void bench_clear(struct bench *bench);
/* Fails with the message where it is not STATUS_OK. */
void bench_check(struct bench *bench, enum status status);
bool bench_takes_part(const struct bench *bench, int index);
int bench_index_of(const struct bench *bench, const char *key);
/* The last expected day of a phase; -1: of all. */
day bench_end_of(const struct bench *bench, int phase);
struct bench_counts bench_count(const struct bench *bench);
/* The first day on which an open gate is expected; *any: whether there is an open gate. */
day bench_next_gate(const struct bench *bench, bool *any);
/* The member holds that day, or is missing for NO_DAY. */
void bench_compare_day(const cJSON *object, const char *name, day expected);
/* An open milestone gets another date; *after: what then holds. -1: none is open. */
int bench_choose_change(struct bench *bench, unsigned *seed, struct bench *after);

#endif
