/* SPDX-License-Identifier: MIT */
/* The actions of a page on which a record is selected; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_EDIT, "edit", "edit the selected record", "edit", 2,
	  SCOPE_RECORD, { { INPUT_CHARACTER, 'e', NULL, 0 }, { .kind = INPUT_ENTER } } },
	{ ACTION_DELETE, "delete", "delete the selected record, after asking", "delete", 6,
	  SCOPE_RECORD, { { INPUT_CHARACTER, 'd', NULL, 0 }, { .kind = INPUT_DELETE } } },
	{ ACTION_PROVE, "prove", "the evidence of the milestone: claim, accept, send back", NULL, 0,
	  SCOPE_RECORD, { { INPUT_CHARACTER, 'v', NULL, 0 } } },
	{ ACTION_WHY, "why", "what the rule book says about the selected record", "why", 7,
	  SCOPE_RECORD, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_record = { rows, sizeof rows / sizeof rows[0] };
