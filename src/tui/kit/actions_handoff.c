/* SPDX-License-Identifier: MIT */
/* The actions of the handoff board; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_PASS, "pass", "the team shows this without help", "pass", 1,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'p', NULL, 0 } } },
	{ ACTION_FAIL, "fail", "the team does not show it yet", "fail", 1,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'f', NULL, 0 } } },
	{ ACTION_NOT_KNOWN, "not-seen", "it could not be seen in this cycle", "not seen", 2,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'o', NULL, 0 } } },
	{ ACTION_EMPTY, "empty", "take the note away", NULL, 0,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, ' ', NULL, 0 }, { .kind = INPUT_BACKSPACE } } },
	{ ACTION_EVIDENCE, "evidence", "what shows it; begins with what the data say", "evidence", 2,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'v', NULL, 0 } } },
	{ ACTION_NEXT_CYCLE, "next-cycle", "the next note goes into the cycle behind the newest", "next cycle", 3,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'n', NULL, 0 } } },
	{ ACTION_FALLBACK, "fallback", "what the team gets that does not pass: support, less at once, training", "fallback", 4,
	  SCOPE_BOARD, WRITES, { { INPUT_CHARACTER, 'b', NULL, 0 } } },
	{ ACTION_OPEN, "open", "go to the team", "team", 4,
	  SCOPE_BOARD, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_LEFT, "left", "the criterion to the left", NULL, 0,
	  SCOPE_BOARD, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_RIGHT, "right", "the criterion to the right", NULL, 0,
	  SCOPE_BOARD, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_handoff = { rows, sizeof rows / sizeof rows[0] };
