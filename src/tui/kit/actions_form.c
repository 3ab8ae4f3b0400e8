/* SPDX-License-Identifier: MIT */
/* The actions of a form; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_ACCEPT, "accept", "the next field; at the last one save", "next", 3,
	  SCOPE_FORM, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_SAVE, "save", "save the record", "save", 1,
	  SCOPE_FORM, WRITES, { { INPUT_CONTROL, 's', NULL, 0 } } },
	{ ACTION_NEXT_FIELD, "next-field", "the next field", NULL, 0,
	  SCOPE_FORM, READS, { { .kind = INPUT_DOWN }, { .kind = INPUT_TAB },
			{ INPUT_CONTROL, 'n', NULL, 0 } } },
	{ ACTION_PREVIOUS_FIELD, "previous-field", "the field before it", NULL, 0,
	  SCOPE_FORM, READS, { { .kind = INPUT_UP }, { .kind = INPUT_BACK_TAB },
			{ INPUT_CONTROL, 'p', NULL, 0 } } },
	{ ACTION_PAGE_UP, "page-up", "a screen up", NULL, 0,
	  SCOPE_FORM, READS, { { .kind = INPUT_PAGE_UP } } },
	{ ACTION_PAGE_DOWN, "page-down", "a screen down", NULL, 0,
	  SCOPE_FORM, READS, { { .kind = INPUT_PAGE_DOWN } } },
	{ ACTION_PICK, "pick", "choose the value: of a list, a month, or by a name", "choose", 3,
	  SCOPE_FORM, READS, { { INPUT_CONTROL, 'o', NULL, 0 } } },
	{ ACTION_EDITOR, "editor", "this text in your editor ($VISUAL, $EDITOR)", "editor", 5,
	  SCOPE_FORM, WRITES, { { INPUT_CONTROL, 't', NULL, 0 } } },
	{ ACTION_TAKE_THEIRS, "theirs", "get what another lead has written here meanwhile", NULL, 0,
	  SCOPE_FORM, READS, { { INPUT_CONTROL, 'g', NULL, 0 } } },
	{ ACTION_CANCEL, "cancel", "leave without saving, after asking", "cancel", 2,
	  SCOPE_FORM, READS, { { .kind = INPUT_ESCAPE }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_HELP, "help", "the keys of the form", "help", 4,
	  SCOPE_FORM, READS, { { INPUT_FUNCTION, 1, NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_form = { rows, sizeof rows / sizeof rows[0] };
