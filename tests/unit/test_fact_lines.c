/* SPDX-License-Identifier: MIT */
/* Facts as they are shown: pairs become words. What JSON they are read from is in
 * exchange/test_json_facts.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/kit/record/fact_lines.h"

static void
assert_words(const struct fact *facts, size_t count, const char *words)
{
	struct buffer out = { 0 };

	fact_lines_describe(facts, count, &out);
	assert_string_equal(buffer_text(&out), words);
	buffer_clear(&out);
}

static void
facts_are_words(void **state)
{
	static const struct fact dates[] = { { "days", "62" }, { "news_on", "2026-09-21" } };
	static const struct fact answers[] = { { "met", "true" }, { "late", "false" } };
	static const struct fact deep[] = { { "list", "[1,2]" }, { "n", "0.5" } };

	(void)state;
	assert_words(dates, 2, "days 62, news on 2026-09-21");
	assert_words(answers, 2, "met yes, late no");
	assert_words(deep, 2, "list [1,2], n 0.5");
	assert_words(NULL, 0, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_are_words),
	};

	return cmocka_run_group_tests_name("fact_lines", tests, NULL, NULL);
}
