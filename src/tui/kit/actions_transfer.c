/* SPDX-License-Identifier: MIT */
/* The actions of an import that is looked at; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_WRITE, "write", "write what is shown, as one step; asks where the bad ones go", "write", 1,
	  SCOPE_IMPORT, WRITES, { { .kind = INPUT_ENTER } } },
	{ ACTION_MAP, "map", "settle what a column means", "column", 2,
	  SCOPE_IMPORT, READS, { { INPUT_CHARACTER, 'm', NULL, 0 } } },
	{ ACTION_SUBJECT, "kind", "say what the file is", "kind", 3,
	  SCOPE_IMPORT, READS, { { INPUT_CHARACTER, 't', NULL, 0 } } },
	{ ACTION_CANCEL, "cancel", "leave it; nothing is written", "leave", 1,
	  SCOPE_IMPORT, READS, { { .kind = INPUT_ESCAPE }, { INPUT_CHARACTER, 'q', NULL, 0 }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_UP, "up", "up", NULL, 0,
	  SCOPE_IMPORT, READS, { { .kind = INPUT_UP }, { INPUT_CHARACTER, 'k', NULL, 0 } } },
	{ ACTION_DOWN, "down", "down", NULL, 0,
	  SCOPE_IMPORT, READS, { { .kind = INPUT_DOWN }, { INPUT_CHARACTER, 'j', NULL, 0 } } },
	{ ACTION_PAGE_UP, "page-up", "a screen up", NULL, 0,
	  SCOPE_IMPORT, READS, { { .kind = INPUT_PAGE_UP }, { INPUT_CONTROL, 'u', NULL, 0 }, { INPUT_CONTROL, 'b', NULL, 0 } } },
	{ ACTION_PAGE_DOWN, "page-down", "a screen down", NULL, 0,
	  SCOPE_IMPORT, READS, { { .kind = INPUT_PAGE_DOWN }, { INPUT_CONTROL, 'd', NULL, 0 }, { INPUT_CONTROL, 'f', NULL, 0 } } },
	{ ACTION_HELP, "help", "this help", "help", 4,
	  SCOPE_IMPORT, READS, { { INPUT_CHARACTER, '?', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_transfer = { rows, sizeof rows / sizeof rows[0] };
