/* SPDX-License-Identifier: MIT */
/* Files for programmes made up by chance, and sums over the naive answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "rollout/programme/exchange.h"

void
bench_check(struct bench *bench, enum status status)
{
	if (status != STATUS_OK)
		fail_msg("%s", bench->error.message);
}

void
bench_init(struct bench *bench, unsigned *seed)
{
	bench_init_with(bench, seed, NULL);
}

void
bench_init_with(struct bench *bench, unsigned *seed, day (*clock)(void))
{
	const char *folder = getenv("TMPDIR");
	struct programme_options options = { .who = "tester", .clock = clock };
	struct new_programme new = { .name = "Made up" };
	struct import_options import = { .document = DOCUMENT_PROGRAMME, .path = bench->input };
	struct import_result *result;
	cJSON *document;
	char *text;
	FILE *file;

	memset(bench, 0, sizeof *bench);
	made_up(seed, &bench->made);
	made_up_answer(&bench->made, bench->answers);
	snprintf(bench->folder, sizeof bench->folder, "%s/answer-XXXXXX", folder ? folder : "/tmp");
	assert_non_null(mkdtemp(bench->folder));
	snprintf(bench->file, sizeof bench->file, "%s/made.rollout", bench->folder);
	snprintf(bench->input, sizeof bench->input, "%s/made.json", bench->folder);
	options.today = bench->made.today;
	new.starts_on = bench->made.starts_on;
	bench_check(bench,
		programme_create(bench->file, &new, &options, &bench->programme, &bench->error));
	document = made_up_document(&bench->made);
	text = cJSON_Print(document);
	file = fopen(bench->input, "w");
	assert_true(file && fputs(text, file) >= 0 && fclose(file) == 0);
	result = memory_new(1, sizeof *result);
	bench_check(bench,
		programme_import(bench->programme, &import, &bench->arena, result, &bench->error));
	free(result);
	cJSON_free(text);
	cJSON_Delete(document);
}

void
bench_clear(struct bench *bench)
{
	programme_close(bench->programme);
	unlink(bench->file);
	unlink(bench->input);
	rmdir(bench->folder);
	arena_clear(&bench->arena);
}

bool
bench_takes_part(const struct bench *bench, int index)
{
	return bench->made.milestones[index].state != MADE_DROPPED;
}

int
bench_index_of(const struct bench *bench, const char *key)
{
	for (int i = 0; key && i < bench->made.count; i++)
		if (strcmp(bench->made.milestones[i].key, key) == 0)
			return i;
	fail_msg("there is no milestone %s", key ? key : "(none)");
	return 0;
}

day
bench_end_of(const struct bench *bench, int phase)
{
	day end = NO_DAY;

	for (int i = 0; i < bench->made.count; i++)
		if (bench_takes_part(bench, i) &&
			(phase < 0 || bench->made.milestones[i].phase == phase) &&
			bench->answers[i].expected > end)
			end = bench->answers[i].expected;
	return end;
}

struct bench_counts
bench_count(const struct bench *bench)
{
	struct bench_counts out = { 0 };

	for (int i = 0; i < bench->made.count; i++) {
		const struct made_answer *answer = &bench->answers[i];

		if (!bench_takes_part(bench, i))
			continue;
		out.all++;
		out.accepted += answer->open ? 0 : 1;
		out.late += answer->late ? 1 : 0;
		out.due += answer->due != NO_DAY && answer->due < bench->made.today ? 1 : 0;
		out.gates += answer->late && bench->made.milestones[i].gate ? 1 : 0;
		out.critical_late += answer->late && answer->critical ? 1 : 0;
		out.without_date += answer->expected == NO_DAY ? 1 : 0;
		if (answer->critical && answer->slip > out.critical_slip)
			out.critical_slip = answer->slip;
	}
	return out;
}

day
bench_next_gate(const struct bench *bench, bool *any)
{
	day next = NO_DAY;

	*any = false;
	for (int i = 0; i < bench->made.count; i++) {
		day expected = bench->answers[i].expected;

		if (!bench_takes_part(bench, i) || !bench->made.milestones[i].gate ||
			!bench->answers[i].open)
			continue;
		*any = true;
		if (expected != NO_DAY && (next == NO_DAY || expected < next))
			next = expected;
	}
	return next;
}

void
bench_compare_day(const cJSON *object, const char *name, day expected)
{
	const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
	char wanted[DATE_SIZE];

	assert_string_equal(text ? text : "", made_up_date(expected, wanted));
}

int
bench_choose_change(struct bench *bench, unsigned *seed, struct bench *after)
{
	int chosen = -1;

	*after = *bench;
	after->arena = (struct arena){ 0 };
	for (int i = 0; i < bench->made.count; i++)
		if (bench_takes_part(bench, i) && bench->answers[i].open &&
			(chosen < 0 || made_up_number(seed, 3) == 0))
			chosen = i;
	if (chosen < 0)
		return -1;
	after->made.milestones[chosen].entered =
		bench->made.today + (day)made_up_number(seed, 100) - 20;
	made_up_answer(&after->made, after->answers);
	return chosen;
}
