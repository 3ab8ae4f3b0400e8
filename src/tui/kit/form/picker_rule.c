/* SPDX-License-Identifier: MIT */
/*
 * The rhythms in which forums meet, by weekday; see picker.h. Must not limit what a field takes:
 * any other rule is typed into it.
 */
#include <stdio.h>

#include "chooser.h"
#include "rollout/base/date.h"
#include "picker.h"

enum { RULE_SIZE = 64, WORKING_DAYS = 5 };

/* The weekday stands at the end of both. */
static const struct rhythm {
	const char *name, *rule;
} rhythms[] = {
	{ "weekly on ", "FREQ=WEEKLY;BYDAY=" },
	{ "fortnightly on ", "FREQ=WEEKLY;INTERVAL=2;BYDAY=" },
	{ "monthly on the first ", "FREQ=MONTHLY;BYDAY=1" },
	{ "monthly on the second ", "FREQ=MONTHLY;BYDAY=2" },
	{ "monthly on the third ", "FREQ=MONTHLY;BYDAY=3" },
	{ "monthly on the last ", "FREQ=MONTHLY;BYDAY=-1" },
	{ "quarterly on the first ", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1" },
	{ "every 13 weeks on ", "FREQ=WEEKLY;INTERVAL=13;BYDAY=" },
};

static void
add_rhythm(struct chooser *items, const struct rhythm *rhythm, int weekday)
{
	static const char *const codes[WORKING_DAYS] = { "MO", "TU", "WE", "TH", "FR" };
	char rule[RULE_SIZE], name[RULE_SIZE];

	snprintf(rule, sizeof rule, "%s%s", rhythm->rule, codes[weekday]);
	snprintf(name, sizeof name, "%s%s", rhythm->name,
		date_weekday_name((enum weekday)(weekday + 1)));
	chooser_add(items, rule, name, rule, NULL);
}

unsigned
picker_ask_rule(struct session *session, struct callback callback)
{
	struct chooser items = { 0 };

	for (size_t i = 0; i < sizeof rhythms / sizeof rhythms[0]; i++)
		for (int weekday = 0; weekday < WORKING_DAYS; weekday++)
			add_rhythm(&items, &rhythms[i], weekday);
	return picker_ask_items(session, callback, "How it recurs", &items);
}
