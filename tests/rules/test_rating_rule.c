/* SPDX-License-Identifier: MIT */
/* What the facts suggest about delivery: each reason alone at its border, and which colour wins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rollout/rules/rating_rule.h"

static const struct rating_limits limits = { .critical_slip_red = 14,
	.critical_slip_amber = 7,
	.late_red_percent = 25,
	.late_amber_percent = 10,
	.evidence_days = 42 };

static enum confidence
suggest(const struct rating_facts *facts)
{
	bool holds[RATING_CAUSES];

	return rating_rule_suggest(facts, &limits, holds);
}

static void
each_reason_alone_at_its_border(void **state)
{
	static const struct {
		struct rating_facts facts;
		enum confidence expected;
	} cases[] = {
		{ { .evidence_age = 0 }, CONFIDENCE_GREEN },
		{ { .evidence_age = 42 }, CONFIDENCE_GREEN },
		{ { .evidence_age = 43 }, CONFIDENCE_UNKNOWN },
		{ { .evidence_age = 43, .complete = true }, CONFIDENCE_GREEN },
		{ { .evidence_age = -1 }, CONFIDENCE_UNKNOWN },
		{ { .gates_past_due = 1 }, CONFIDENCE_RED },
		{ { .critical_slip = 7 }, CONFIDENCE_GREEN },
		{ { .critical_slip = 8 }, CONFIDENCE_AMBER },
		{ { .critical_slip = 14 }, CONFIDENCE_AMBER },
		{ { .critical_slip = 15 }, CONFIDENCE_RED },
		{ { .escalations_past_due = 1 }, CONFIDENCE_RED },
		{ { .due = 10, .late = 1 }, CONFIDENCE_GREEN },
		{ { .due = 10, .late = 1, .critical_late = 1 }, CONFIDENCE_AMBER },
		{ { .due = 9, .late = 1 }, CONFIDENCE_AMBER },
		{ { .due = 4, .late = 1 }, CONFIDENCE_AMBER },
		{ { .due = 3, .late = 1 }, CONFIDENCE_RED },
		{ { .due = 100, .late = 25 }, CONFIDENCE_AMBER },
		{ { .due = 100, .late = 26 }, CONFIDENCE_RED },
		{ { .unanswered = 1 }, CONFIDENCE_AMBER },
		{ { .unready = true }, CONFIDENCE_AMBER },
		{ { .errors = 1 }, CONFIDENCE_AMBER },
		{ { .unready = true, .errors = 1, .complete = true }, CONFIDENCE_GREEN },
		{ { .evidence_age = -1, .complete = true }, CONFIDENCE_GREEN },
		{ { .escalations_past_due = 1, .complete = true }, CONFIDENCE_RED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (suggest(&cases[i].facts) != cases[i].expected)
			fail_msg("case %zu: %s, expected %s", i,
				rating_rule_name(suggest(&cases[i].facts)),
				rating_rule_name(cases[i].expected));
}

static void
unknown_replaces_green_and_amber_and_never_hides_red(void **state)
{
	struct rating_facts facts = { .evidence_age = 100, .errors = 3 };

	(void)state;
	assert_int_equal(suggest(&facts), CONFIDENCE_UNKNOWN);
	facts.gates_past_due = 1;
	assert_int_equal(suggest(&facts), CONFIDENCE_RED);
}

static void
every_reason_is_told_not_only_the_gravest(void **state)
{
	const struct rating_facts facts = { .due = 2,
		.late = 2,
		.critical_late = 1,
		.critical_slip = 9,
		.errors = 1,
		.evidence_age = 100 };
	bool holds[RATING_CAUSES];
	int count = 0;

	(void)state;
	rating_rule_suggest(&facts, &limits, holds);
	for (int i = 0; i < RATING_CAUSES; i++)
		count += holds[i] ? 1 : 0;
	assert_int_equal(count, 5);
	assert_true(holds[RATING_LATE_SHARE] && holds[RATING_CRITICAL_LATE] &&
		    holds[RATING_SLIPPING] && holds[RATING_ERRORS] && holds[RATING_OLD]);
}

static void
colours_have_an_order(void **state)
{
	(void)state;
	assert_true(rating_rule_is_worse(CONFIDENCE_RED, CONFIDENCE_UNKNOWN));
	assert_true(rating_rule_is_worse(CONFIDENCE_UNKNOWN, CONFIDENCE_AMBER));
	assert_true(rating_rule_is_worse(CONFIDENCE_AMBER, CONFIDENCE_GREEN));
	assert_false(rating_rule_is_worse(CONFIDENCE_AMBER, CONFIDENCE_AMBER));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_reason_alone_at_its_border),
		cmocka_unit_test(unknown_replaces_green_and_amber_and_never_hides_red),
		cmocka_unit_test(every_reason_is_told_not_only_the_gravest),
		cmocka_unit_test(colours_have_an_order),
	};

	return cmocka_run_group_tests_name("rating_rule", tests, NULL, NULL);
}
