/* SPDX-License-Identifier: MIT */
/* Facts as they are shown: a flat JSON object becomes words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/kit/record/fact_lines.h"

static void
assert_words(const char *json, const char *words)
{
	struct buffer out = { 0 };

	facts_describe(json, &out);
	assert_string_equal(buffer_text(&out), words);
	buffer_clear(&out);
}

static void
facts_are_words(void **state)
{
	(void)state;
	assert_words("{\"days\":62,\"news_on\":\"2026-09-21\",\"owner\":null}",
		"days 62, news on 2026-09-21");
	assert_words("{\"met\":true,\"late\":false}", "met yes, late no");
	assert_words("{\"name\":\"the \\\"new\\\" one\"}", "name the \"new\" one");
	assert_words("{\"list\":[1,2],\"more\":{\"a\":1},\"n\":0.5}",
		"list [1,2], more {\"a\":1}, n 0.5");
}

static void
anything_ends(void **state)
{
	(void)state;
	assert_words("", "");
	assert_words("{}", "");
	assert_words("null", "");
	assert_words("{\"", "");
	assert_words("{\"a", "");
	assert_words("{\"a\":", "");
	assert_words("{\"a\":\"b", "a b");
	assert_words("{\"a\":[", "a [");
	assert_words("{\"a\":\"\\", "a \\");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_are_words),
		cmocka_unit_test(anything_ends),
	};

	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
