/* SPDX-License-Identifier: MIT */
/* The actions of a list; see actions.h. */
#include "action_sections.h"

/* clang-format off */
static const struct action_info rows[] = {
	{ ACTION_ADD, "add", "add a record to this list", "add", 1,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'a', NULL, 0 } } },
	{ ACTION_SEARCH, "search", "find the next row with some text", "search", 8,
	  SCOPE_LIST, { { INPUT_CHARACTER, '/', NULL, 0 } } },
	{ ACTION_SEARCH_NEXT, "search-next", "the next row with that text", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'n', NULL, 0 } } },
	{ ACTION_SEARCH_PREVIOUS, "search-previous", "the row with that text before this one", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'N', NULL, 0 } } },
	{ ACTION_SORT, "sort", "sort by the next column", "sort", 9,
	  SCOPE_LIST, { { INPUT_CHARACTER, 's', NULL, 0 } } },
	{ ACTION_SORT_REVERSE, "sort-reverse", "turn the order round", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'S', NULL, 0 } } },
	{ ACTION_NEXT_PAGE, "next-page", "the next page of this panel", NULL, 0,
	  SCOPE_LIST, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_PREVIOUS_PAGE, "previous-page", "the page before it", NULL, 0,
	  SCOPE_LIST, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_list = { rows, sizeof rows / sizeof rows[0] };
