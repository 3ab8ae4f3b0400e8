/* SPDX-License-Identifier: MIT */
/* The actions of the log; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_OPEN, "go-to-step", "make the file as it was after this step, after asking", "go back to here", 1,
	  SCOPE_LOG, WRITES, { { .kind = INPUT_ENTER } } },
};
/* clang-format on */

const struct action_section actions_log = { rows, sizeof rows / sizeof rows[0] };
