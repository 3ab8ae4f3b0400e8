/* SPDX-License-Identifier: MIT */
/* The actions of a sheet of lines, as the control room is one; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_OPEN, "open", "go to the record that the line is about", "go there", 1,
	  SCOPE_CONTROL, { { .kind = INPUT_ENTER } } },
	{ ACTION_NEXT_PAGE, "next-page", "the next page of this panel", NULL, 0,
	  SCOPE_CONTROL, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_PREVIOUS_PAGE, "previous-page", "the page before it", NULL, 0,
	  SCOPE_CONTROL, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_control = { rows, sizeof rows / sizeof rows[0] };
