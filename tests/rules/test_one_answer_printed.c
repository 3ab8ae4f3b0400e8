/* SPDX-License-Identifier: MIT */
/*
 * One fact, one answer, as it is printed: what the documents of the command line say of programmes
 * made up by chance is what the naive schedule says, and what they say of each other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

enum { PROGRAMMES = 12 };

/* The document that the command prints; exit codes other than what it finds are failures. */
static cJSON *
ask(struct bench *bench, const char *words)
{
	char date[DATE_SIZE];
	struct buffer line = { 0 }, text = { 0 };
	cJSON *document;
	char piece[4096];
	size_t length;
	FILE *pipe;

	buffer_format(&line, "'%s' -f '%s' --today %s %s", getenv("ROLLOUT"), bench->file,
		made_up_date(bench->made.today, date), words);
	pipe = popen(buffer_text(&line), "r");
	assert_non_null(pipe);
	while ((length = fread(piece, 1, sizeof piece, pipe)) > 0)
		buffer_append(&text, piece, length);
	(void)pclose(pipe);
	document = cJSON_Parse(buffer_text(&text));
	if (!document)
		fail_msg("%s prints no document", buffer_text(&line));
	buffer_clear(&line);
	buffer_clear(&text);
	return document;
}

static const cJSON *
get(const cJSON *object, const char *name)
{
	return cJSON_GetObjectItemCaseSensitive(object, name);
}

static void
compare_printed_milestone(const struct bench *bench, const cJSON *object, const char *key)
{
	const struct made_answer *answer = &bench->answers[bench_index_of(bench, key)];

	bench_compare_day(object, "forecast_on", answer->expected);
	bench_compare_day(object, "due_on", answer->due);
	bench_compare_day(object, "latest_on", answer->latest);
	assert_int_equal(cJSON_IsTrue(get(object, "late")), answer->late);
	assert_int_equal(cJSON_IsTrue(get(object, "critical")), answer->critical);
	assert_int_equal(get(object, "slack_days") != NULL, answer->expected != NO_DAY);
	assert_int_equal(get(object, "slip_days") != NULL, answer->first != NO_DAY);
	if (answer->expected != NO_DAY)
		assert_int_equal(get(object, "slack_days")->valueint, answer->slack);
	if (answer->first != NO_DAY)
		assert_int_equal(get(object, "slip_days")->valueint, answer->slip);
}

static void
compare_printed_schedule(struct bench *bench)
{
	cJSON *document = ask(bench, "schedule --json");
	const cJSON *item;

	cJSON_ArrayForEach (item, get(document, "milestones"))
		compare_printed_milestone(
			bench, item, cJSON_GetStringValue(get(item, "milestone")));
	cJSON_Delete(document);
}

static void
compare_printed_list(const struct bench *bench, const cJSON *list)
{
	const cJSON *item;

	cJSON_ArrayForEach (item, list) {
		const char *key = cJSON_GetStringValue(get(item, "id"));

		if (bench_takes_part(bench, bench_index_of(bench, key)))
			compare_printed_milestone(bench, get(item, "schedule"), key);
		else
			assert_null(get(item, "schedule"));
	}
}

/* The suggestion and its reasons, scope by scope. */
static void
compare_printed_confidence(const cJSON *these, const cJSON *those)
{
	assert_true(cJSON_GetArraySize(these) > 0);
	if (!cJSON_Compare(these, those, true))
		fail_msg("%s\n%s", cJSON_PrintUnformatted(these), cJSON_PrintUnformatted(those));
}

static void
compare_printed_findings(const cJSON *roadmap, const cJSON *all)
{
	const cJSON *item;
	int index = 0;

	cJSON_ArrayForEach (item, all) {
		const char *rule = cJSON_GetStringValue(get(item, "rule"));

		if (strchr("MOPK", rule[0]))
			assert_true(
				cJSON_Compare(item, cJSON_GetArrayItem(roadmap, index++), true));
	}
	assert_int_equal(cJSON_GetArraySize(roadmap), index);
}

static void
compare_printed_roadmap(struct bench *bench)
{
	cJSON *roadmap = ask(bench, "export roadmap"), *status = ask(bench, "status --json");
	cJSON *check_all = ask(bench, "check --json");
	const cJSON *phase, *gate = get(status, "gate"), *counts = get(status, "milestones");
	struct bench_counts expected = bench_count(bench);
	bool any;

	cJSON_ArrayForEach (phase, get(roadmap, "phases"))
		compare_printed_list(bench, get(phase, "milestones"));
	compare_printed_list(bench, get(roadmap, "unphased"));
	compare_printed_confidence(
		get(roadmap, "confidence"), get(get(status, "confidence"), "scopes"));
	compare_printed_findings(get(roadmap, "findings"), get(check_all, "findings"));
	bench_compare_day(gate, "on", bench_next_gate(bench, &any));
	assert_int_equal(get(counts, "late")->valueint, expected.late);
	assert_int_equal(get(counts, "accepted")->valueint, expected.accepted);
	cJSON_Delete(roadmap);
	cJSON_Delete(status);
	cJSON_Delete(check_all);
}

static void
compare_printed_forecast(struct bench *bench)
{
	cJSON *document = ask(bench, "forecast --json");
	const cJSON *ends = get(document, "ends");
	int count = cJSON_GetArraySize(ends);

	if (count > 0)
		bench_compare_day(cJSON_GetArrayItem(ends, count - 1), "forecast_on",
			bench_end_of(bench, -1));
	cJSON_Delete(document);
}

static void
compare_printed_change(struct bench *bench, unsigned *seed)
{
	struct bench *after = memory_new(1, sizeof *after);
	int chosen = bench_choose_change(bench, seed, after);
	char date[DATE_SIZE], words[80];
	cJSON *document;
	const cJSON *item;

	if (chosen >= 0) {
		snprintf(words, sizeof words, "set milestone %s forecast_on=%s -n --json",
			bench->made.milestones[chosen].key,
			made_up_date(after->made.milestones[chosen].entered, date));
		document = ask(bench, words);
		cJSON_ArrayForEach (item, get(document, "milestones")) {
			int index =
				bench_index_of(bench, cJSON_GetStringValue(get(item, "milestone")));

			bench_compare_day(item, "from", bench->answers[index].expected);
			bench_compare_day(item, "to", after->answers[index].expected);
		}
		bench_compare_day(document, "end_before", bench_end_of(bench, -1));
		bench_compare_day(document, "end_after", bench_end_of(after, -1));
		cJSON_Delete(document);
	}
	arena_clear(&after->arena);
	free(after);
}

static void
documents_agree(void **state)
{
	struct bench *bench = memory_new(1, sizeof *bench);
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < PROGRAMMES; i++) {
		bench_init(bench, &seed);
		compare_printed_schedule(bench);
		compare_printed_roadmap(bench);
		compare_printed_forecast(bench);
		compare_printed_change(bench, &seed);
		bench_clear(bench);
	}
	free(bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_agree),
	};

	return cmocka_run_group_tests_name("one answer, printed", tests, NULL, NULL);
}
