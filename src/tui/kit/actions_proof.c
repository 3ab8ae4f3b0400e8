/* SPDX-License-Identifier: MIT */
/* The actions of the evidence of a milestone; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_EVIDENCE, "proof", "write what proves this criterion", "proof", 1,
	  SCOPE_CLAIM, WRITES, { { .kind = INPUT_ENTER }, { INPUT_CHARACTER, 'e', NULL, 0 } } },
	{ ACTION_CLAIM, "claim", "claim the milestone: every criterion has its proof", "claim", 2,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'c', NULL, 0 } } },
	{ ACTION_CLAIM_ACCEPT, "accept", "accept the claim; asks who looked at the proof", "accept", 3,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'a', NULL, 0 } } },
	{ ACTION_REJECT, "reject", "send the claim back; asks who looked, and why", "reject", 4,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'r', NULL, 0 } } },
	{ ACTION_MARK, "doubt", "mark a criterion that does not convince, to send it back", "doubt", 5,
	  SCOPE_CLAIM, READS, { { INPUT_CHARACTER, ' ', NULL, 0 } } },
	{ ACTION_ADD, "add-criterion", "add a criterion: what would convince us", "criterion", 6,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'n', NULL, 0 } } },
	{ ACTION_DELETE, "delete-criterion", "delete this criterion, after asking", NULL, 0,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'd', NULL, 0 }, { .kind = INPUT_DELETE } } },
	{ ACTION_WHY, "why", "what the rule book says about it", "why", 7,
	  SCOPE_CLAIM, READS, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
	{ ACTION_UP, "up", "the criterion before", NULL, 0,
	  SCOPE_CLAIM, READS, { { .kind = INPUT_UP }, { INPUT_CHARACTER, 'k', NULL, 0 } } },
	{ ACTION_DOWN, "down", "the next criterion", NULL, 0,
	  SCOPE_CLAIM, READS, { { .kind = INPUT_DOWN }, { INPUT_CHARACTER, 'j', NULL, 0 } } },
	{ ACTION_UNDO, "undo", "take the last change back", "undo", 8,
	  SCOPE_CLAIM, WRITES, { { INPUT_CHARACTER, 'u', NULL, 0 } } },
	{ ACTION_REDO, "redo", "do again what was taken back", NULL, 0,
	  SCOPE_CLAIM, WRITES, { { INPUT_CONTROL, 'r', NULL, 0 } } },
	{ ACTION_HELP, "help", "this help", "help", 9,
	  SCOPE_CLAIM, READS, { { INPUT_CHARACTER, '?', NULL, 0 }, { INPUT_FUNCTION, 1, NULL, 0 } } },
	{ ACTION_CLOSE, "close", "back; everything is saved", "back", 2,
	  SCOPE_CLAIM, READS, { { .kind = INPUT_ESCAPE }, { INPUT_CHARACTER, 'q', NULL, 0 },
			 { INPUT_CONTROL, 'c', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_proof = { rows, sizeof rows / sizeof rows[0] };
