/* SPDX-License-Identifier: MIT */
/* The actions of the roadmap's pictures; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_OPEN, "open", "go to the row's record; writes a move that is looked at", "open", 1,
	  SCOPE_TIMELINE, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_LATER, "later", "a day later, with all that follows shown first", "- a day", 2,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, '+', NULL, 0 }, { INPUT_CHARACTER, '=', NULL, 0 } } },
	{ ACTION_EARLIER, "earlier", "a day earlier", NULL, 0,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, '-', NULL, 0 } } },
	{ ACTION_WEEK_LATER, "week-later", "a week later", "H a week", 3,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, 'L', NULL, 0 } } },
	{ ACTION_WEEK_EARLIER, "week-earlier", "a week earlier", NULL, 0,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, 'H', NULL, 0 } } },
	{ ACTION_STRETCH, "stretch", "move the whole bar of a phase or slice, its end, or its start", "stretch", 5,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, 't', NULL, 0 } } },
	{ ACTION_ZOOM, "zoom", "weeks, months or quarters", "zoom", 4,
	  SCOPE_TIMELINE, READS, { { INPUT_CHARACTER, 'z', NULL, 0 } } },
	{ ACTION_ADD, "add", "add a milestone", "add", 6,
	  SCOPE_TIMELINE, WRITES, { { INPUT_CHARACTER, 'a', NULL, 0 }, { .kind = INPUT_INSERT } } },
	{ ACTION_LEFT, "left", "earlier weeks", NULL, 0,
	  SCOPE_TIMELINE, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_RIGHT, "right", "later weeks", NULL, 0,
	  SCOPE_TIMELINE, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_TODAY, "today", "back to where today is", NULL, 0,
	  SCOPE_TIMELINE, READS, { { INPUT_CHARACTER, '.', NULL, 0 } } },
	{ ACTION_OPEN, "open", "go to the milestone", "open", 1,
	  SCOPE_SLIP, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_MARK, "compare", "draw this milestone's line too, or no longer", "compare", 2,
	  SCOPE_SLIP, READS, { { INPUT_CHARACTER, ' ', NULL, 0 } } },
	{ ACTION_BASELINE, "against", "slips from the first promise, or from the newest baseline", "baseline", 3,
	  SCOPE_SLIP, READS, { { INPUT_CHARACTER, 'b', NULL, 0 } } },
	{ ACTION_NEXT_PAGE, "next-page", "the next page of this panel", NULL, 0,
	  SCOPE_SLIP | SCOPE_TEAMS, READS, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_PREVIOUS_PAGE, "previous-page", "the page before it", NULL, 0,
	  SCOPE_SLIP | SCOPE_TEAMS, READS, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_OPEN, "open", "go to the team, lesson or gate of the line", "open", 1,
	  SCOPE_TEAMS, READS, { { .kind = INPUT_ENTER } } },
	{ ACTION_LATER, "wave-later", "pin the team to the next wave; asks for the reason", "- wave", 2,
	  SCOPE_TEAMS, WRITES, { { INPUT_CHARACTER, '+', NULL, 0 }, { INPUT_CHARACTER, '=', NULL, 0 } } },
	{ ACTION_EARLIER, "wave-earlier", "pin the team to the wave before; asks for the reason", NULL, 0,
	  SCOPE_TEAMS, WRITES, { { INPUT_CHARACTER, '-', NULL, 0 } } },
	{ ACTION_PIN, "pin", "pin the team to the wave it is in; asks for the reason", "pin", 3,
	  SCOPE_TEAMS, WRITES, { { INPUT_CHARACTER, 'p', NULL, 0 } } },
	{ ACTION_UNPIN, "unpin", "let the lens place the team again", "unpin", 4,
	  SCOPE_TEAMS, WRITES, { { INPUT_CHARACTER, 'o', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_roadmap = { rows, sizeof rows / sizeof rows[0] };
