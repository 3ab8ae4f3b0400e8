/* SPDX-License-Identifier: MIT */
/* The actions of a sheet of lines, as the control room is one; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_OPEN, "open", "go to the record that the line is about", "go there", 1,
	  SCOPE_CONTROL | SCOPE_PLAYBOOK, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_ADD, "add", "add a record of what the page shows", "add", 2,
	  SCOPE_PLAYBOOK, WRITES, { { INPUT_CHARACTER, 'a', NULL, 0 } } },
	{ ACTION_ESCALATE, "escalate", "make an escalation of what the rule found: owner, response, day", "escalate", 2,
	  SCOPE_CONTROL, WRITES, { { INPUT_CHARACTER, 'e', NULL, 0 } } },
	{ ACTION_WHY, "why", "what the rule book says about the record", "why", 3,
	  SCOPE_CONTROL, READS, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
	{ ACTION_SNOOZE, "snooze", "live with it until a day, for a reason", "snooze", 4,
	  SCOPE_CONTROL, WRITES, { { INPUT_CHARACTER, 's', NULL, 0 } } },
	{ ACTION_RATE, "rate", "give your confidence in the whole, or in the phase or workstream of the line", "rate", 6,
	  SCOPE_CONTROL, WRITES, { { INPUT_CHARACTER, 'r', NULL, 0 } } },
	{ ACTION_NEXT_PAGE, "next-page", "the next page of this panel", NULL, 0,
	  SCOPE_CONTROL | SCOPE_PLAYBOOK, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_PREVIOUS_PAGE, "previous-page", "the page before it", NULL, 0,
	  SCOPE_CONTROL | SCOPE_PLAYBOOK, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_control = { rows, sizeof rows / sizeof rows[0] };
