/* SPDX-License-Identifier: MIT */
/* The actions of grids of counts; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_OPEN, "open", "list what the cell counts", "list", 1,
	  SCOPE_GRID, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_LEFT, "left", "the cell to the left", NULL, 0,
	  SCOPE_GRID, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_RIGHT, "right", "the cell to the right", NULL, 0,
	  SCOPE_GRID, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_grid = { rows, sizeof rows / sizeof rows[0] };
