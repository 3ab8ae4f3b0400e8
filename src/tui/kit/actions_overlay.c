/* SPDX-License-Identifier: MIT */
/* The actions of popups, prompts and questions; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_CLOSE, "close", "close this", "close", 1,
	  SCOPE_POPUP, READS, { { .kind = INPUT_ESCAPE }, { INPUT_CHARACTER, 'q', NULL, 0 },
			 { .kind = INPUT_ENTER }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_ACCEPT, "accept", "accept what is typed", "accept", 1,
	  SCOPE_PROMPT, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_CANCEL, "cancel", "leave it; a line that was typed in, pressed twice", "cancel", 2,
	  SCOPE_PROMPT | SCOPE_QUESTION, READS,
	  { { .kind = INPUT_ESCAPE }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_UP, "up", "up", NULL, 0,
	  SCOPE_PROMPT | SCOPE_QUESTION, READS, { { .kind = INPUT_UP } } },
	{ ACTION_DOWN, "down", "down", NULL, 0,
	  SCOPE_PROMPT | SCOPE_QUESTION, READS, { { .kind = INPUT_DOWN } } },
	{ ACTION_PAGE_UP, "page-up", "a screen up", NULL, 0,
	  SCOPE_PROMPT, READS, { { .kind = INPUT_PAGE_UP } } },
	{ ACTION_PAGE_DOWN, "page-down", "a screen down", NULL, 0,
	  SCOPE_PROMPT, READS, { { .kind = INPUT_PAGE_DOWN } } },
};
/* clang-format on */

const struct action_section actions_overlay = { rows, sizeof rows / sizeof rows[0] };
