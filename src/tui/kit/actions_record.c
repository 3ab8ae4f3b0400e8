/* SPDX-License-Identifier: MIT */
/* The actions of a page on which a record is selected; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_EDIT, "edit", "edit the selected record", "edit", 2,
	  SCOPE_RECORD, WRITES, { { INPUT_CHARACTER, 'e', NULL, 0 }, { .kind = INPUT_ENTER } } },
	{ ACTION_DELETE, "delete", "delete the selected record, after asking", "delete", 6,
	  SCOPE_RECORD, WRITES, { { INPUT_CHARACTER, 'd', NULL, 0 }, { .kind = INPUT_DELETE } } },
	{ ACTION_PROVE, "prove", "the evidence of the milestone: claim, accept, send back", NULL, 0,
	  SCOPE_RECORD, READS, { { INPUT_CHARACTER, 'v', NULL, 0 } } },
	{ ACTION_DETAILS, "details", "every field, what refers to it, and its history", NULL, 0,
	  SCOPE_RECORD, READS, { { INPUT_CHARACTER, 'i', NULL, 0 } } },
	{ ACTION_EDITOR, "editor", "its long text in your editor ($VISUAL, $EDITOR)", NULL, 0,
	  SCOPE_RECORD, WRITES, { { INPUT_CHARACTER, 'E', NULL, 0 } } },
	{ ACTION_WHY, "why", "what the rule book says about the selected record", "why", 7,
	  SCOPE_RECORD, READS, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
	{ ACTION_OPEN, "open", "go to the record the line names", "go there", 1,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_EDIT, "edit", "edit the record", "edit", 2,
	  SCOPE_DETAILS, WRITES, { { INPUT_CHARACTER, 'e', NULL, 0 } } },
	{ ACTION_WHY, "why", "what the rule book says about it", "why", 3,
	  SCOPE_DETAILS, READS, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
	{ ACTION_CANCEL, "close", "back", "close", 1,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_ESCAPE }, { INPUT_CHARACTER, 'q', NULL, 0 }, { INPUT_CHARACTER, 'i', NULL, 0 }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_UP, "up", "up", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_UP }, { INPUT_CHARACTER, 'k', NULL, 0 } } },
	{ ACTION_DOWN, "down", "down", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_DOWN }, { INPUT_CHARACTER, 'j', NULL, 0 } } },
	{ ACTION_PAGE_UP, "page-up", "a screen up", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_PAGE_UP }, { INPUT_CONTROL, 'u', NULL, 0 }, { INPUT_CONTROL, 'b', NULL, 0 } } },
	{ ACTION_PAGE_DOWN, "page-down", "a screen down", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_PAGE_DOWN }, { INPUT_CONTROL, 'd', NULL, 0 }, { INPUT_CONTROL, 'f', NULL, 0 } } },
	{ ACTION_FIRST, "first", "the beginning", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_HOME }, { INPUT_CHARACTER, 'g', NULL, 0 } } },
	{ ACTION_LAST, "last", "the end", NULL, 0,
	  SCOPE_DETAILS, READS, { { .kind = INPUT_END }, { INPUT_CHARACTER, 'G', NULL, 0 } } },
	{ ACTION_HELP, "help", "this help", "help", 4,
	  SCOPE_DETAILS, READS, { { INPUT_CHARACTER, '?', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_record = { rows, sizeof rows / sizeof rows[0] };
