/* SPDX-License-Identifier: MIT */
/* The facts of a finding out of the JSON that the rule book has written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rollout/exchange/json_facts.h"

/* "name=value;" for each. */
static void
assert_facts(const char *json, const char *expected)
{
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	struct fact *facts;
	size_t count = json_facts_read(json, &arena, &facts);

	for (size_t i = 0; i < count; i++)
		buffer_format(&out, "%s=%s;", facts[i].name, facts[i].value);
	assert_string_equal(buffer_text(&out), expected);
	buffer_clear(&out);
	arena_clear(&arena);
}

static void
facts_come_in_their_order(void **state)
{
	(void)state;
	assert_facts("{\"days\":62,\"news_on\":\"2026-09-21\",\"owner\":null}",
		"days=62;news_on=2026-09-21;");
	assert_facts("{\"met\":true,\"late\":false}", "met=true;late=false;");
	assert_facts("{\"name\":\"the \\\"new\\\" \\u00e9\\n1, }\",\"empty\":\"\"}",
		"name=the \"new\" \xC3\xA9\n1, };");
	assert_facts("{\"name\":\"null\"}", "name=null;");
	assert_facts(
		"{\"list\":[1,2],\"none\":[],\"more\":{\"a\":1},\"n\":0.5,\"id\":9007199254740993}",
		"list=[1,2];none=[];more={\"a\":1};n=0.5;id=9007199254740993;");
}

static void
anything_ends(void **state)
{
	static const char *const broken[] = { "", "{}", "null", "[1]", "{\"", "{\"a",
		"{\"a\":", "{\"a\":\"b", "{\"a\":[", "{\"a\":\"\\" };

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		assert_facts(broken[i], "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_come_in_their_order),
		cmocka_unit_test(anything_ends),
	};

	return cmocka_run_group_tests_name("json_facts", tests, NULL, NULL);
}
