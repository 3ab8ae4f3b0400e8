/* SPDX-License-Identifier: MIT */
/* The actions of the RACI matrix; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_RESPONSIBLE, "responsible", "R: this role does it", "a c i letter", 1,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'r', NULL, 0 }, { INPUT_CHARACTER, 'R', NULL, 0 } } },
	{ ACTION_ACCOUNTABLE, "accountable", "A: this role answers for it", NULL, 0,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'a', NULL, 0 }, { INPUT_CHARACTER, 'A', NULL, 0 } } },
	{ ACTION_CONSULTED, "consulted", "C: this role is asked first", NULL, 0,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'c', NULL, 0 }, { INPUT_CHARACTER, 'C', NULL, 0 } } },
	{ ACTION_INFORMED, "informed", "I: this role is told afterwards", NULL, 0,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'i', NULL, 0 }, { INPUT_CHARACTER, 'I', NULL, 0 } } },
	{ ACTION_BOTH, "both", "make the A of this row an A/R: one role may do both", "A/R", 2,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, '!', NULL, 0 } } },
	{ ACTION_EMPTY, "empty", "take the letter away", "empty", 3,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, ' ', NULL, 0 }, { .kind = INPUT_BACKSPACE }, { .kind = INPUT_DELETE } } },
	{ ACTION_HOLDER, "person", "name a person who holds this role", "person", 4,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'p', NULL, 0 } } },
	{ ACTION_ADD, "add", "add a decision", "new", 5,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'n', NULL, 0 }, { .kind = INPUT_INSERT } } },
	{ ACTION_ADD_ROLE, "add-role", "add a role, as the last column", "new role", 6,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, 'N', NULL, 0 } } },
	{ ACTION_NEXT_VALUE, "further", "move the decision down; at the head of a column, the role to the right", "- move", 7,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, '+', NULL, 0 }, { INPUT_CHARACTER, '=', NULL, 0 } } },
	{ ACTION_PREVIOUS_VALUE, "nearer", "move the decision up; at the head of a column, the role to the left", NULL, 0,
	  SCOPE_MATRIX, WRITES, { { INPUT_CHARACTER, '-', NULL, 0 } } },
	{ ACTION_LEFT, "left", "the role to the left", NULL, 0,
	  SCOPE_MATRIX, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_RIGHT, "right", "the role to the right", NULL, 0,
	  SCOPE_MATRIX, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_matrix = { rows, sizeof rows / sizeof rows[0] };
