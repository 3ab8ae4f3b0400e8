/* SPDX-License-Identifier: MIT */
/* On which day an escalation climbs, from each rung, over weekends and holidays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rollout/rules/ladder.h"

static day
date(const char *text)
{
	day on = NO_DAY;

	assert_true(date_parse(text, &on));
	return on;
}

static void
test_climbs(void **state)
{
	const struct workdays workdays = { NULL, 0 };
	/* Due on a Friday. */
	struct ladder ladder = ladder_of(RUNG_SUPPORT, date("2026-11-06"), 28, &workdays);

	(void)state;
	assert_int_equal(ladder.on[RUNG_SUPPORT], NO_DAY);
	assert_int_equal(ladder.on[RUNG_ESCALATE], date("2026-11-13"));
	assert_int_equal(ladder.on[RUNG_RESET], date("2026-12-04"));
	assert_int_equal(ladder_rung(&ladder, RUNG_SUPPORT, date("2026-11-12")), RUNG_SUPPORT);
	assert_int_equal(ladder_rung(&ladder, RUNG_SUPPORT, date("2026-11-13")), RUNG_ESCALATE);
	assert_int_equal(ladder_rung(&ladder, RUNG_SUPPORT, date("2026-12-03")), RUNG_ESCALATE);
	assert_int_equal(ladder_rung(&ladder, RUNG_SUPPORT, date("2026-12-04")), RUNG_RESET);
}

static void
test_climbs_from_higher_up(void **state)
{
	const struct workdays workdays = { NULL, 0 };
	struct ladder ladder = ladder_of(RUNG_ESCALATE, date("2026-11-06"), 10, &workdays);

	(void)state;
	assert_int_equal(ladder.on[RUNG_ESCALATE], NO_DAY);
	assert_int_equal(ladder.on[RUNG_RESET], date("2026-11-16"));
	assert_int_equal(ladder_rung(&ladder, RUNG_ESCALATE, date("2026-11-01")), RUNG_ESCALATE);
	ladder = ladder_of(RUNG_RESET, date("2026-11-06"), 10, &workdays);
	assert_int_equal(ladder_rung(&ladder, RUNG_RESET, date("2027-11-06")), RUNG_RESET);
}

static void
test_holidays_and_early_resets(void **state)
{
	day holidays[] = { date("2026-11-09") };
	const struct workdays workdays = { holidays, 1 };
	struct ladder ladder = ladder_of(RUNG_SUPPORT, date("2026-11-06"), 2, &workdays);

	(void)state;
	assert_int_equal(ladder.on[RUNG_ESCALATE], date("2026-11-16"));
	assert_int_equal(ladder.on[RUNG_RESET], date("2026-11-16"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_climbs),
		cmocka_unit_test(test_climbs_from_higher_up),
		cmocka_unit_test(test_holidays_and_early_resets),
	};

	return cmocka_run_group_tests_name("ladder", tests, NULL, NULL);
}
