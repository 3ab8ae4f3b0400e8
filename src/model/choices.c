/* SPDX-License-Identifier: MIT */
/*
 * Lists of choices that fields of several subjects share. A list that one subject alone uses
 * stands beside its types instead. Names are public and stored in files: one may be added, none
 * renamed.
 */
#include "types.h"

const struct choice choices_attitude[] = {
	{ "active", "helps openly" },
	{ "passive", "agrees, does nothing" },
	{ "mixed", "for it here, against it there" },
	{ "resistant", "works against it" },
	{ "unknown", "nobody has asked" },
	{ NULL, NULL },
};

const struct choice choices_channel[] = {
	{ "workshop", "works it out with others" },
	{ "one_to_one", "a talk between two" },
	{ "written_brief", "something to read" },
	{ "check_in", "in the regular meeting" },
	{ "forum", "in a larger meeting" },
	{ NULL, NULL },
};

const struct choice choices_group[] = {
	{ "executive_sponsor", "answers for it at the top" },
	{ "strategy_owner", "owns what the OKRs serve" },
	{ "functional_lead", "leads a function" },
	{ "coach", "helps teams do it well" },
	{ "end_user", "works with OKRs every week" },
	{ "enabling_function", "people, finance, data, tools" },
	{ "external_partner", "outside, but touched by it" },
	{ NULL, NULL },
};

const struct choice choices_low_high[] = {
	{ "low", "little of it" },
	{ "high", "much of it" },
	{ NULL, NULL },
};

const struct choice choices_colour[] = {
	{ "green", "on course" },
	{ "amber", "in doubt, needs attention" },
	{ "red", "will not hold without change" },
	{ "unknown", "too little is known" },
	{ NULL, NULL },
};
