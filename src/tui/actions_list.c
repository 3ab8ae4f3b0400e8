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
	{ ACTION_FILTER, "filter", "show only rows with these words, or with field=value, field>3 …", "filter", 3,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'f', NULL, 0 } } },
	{ ACTION_SORT, "sort", "sort by this column; again: turned round, then the order of adding", "sort", 9,
	  SCOPE_LIST, { { INPUT_CHARACTER, 's', NULL, 0 } } },
	{ ACTION_SORT_REVERSE, "sort-reverse", "turn the order round", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'S', NULL, 0 } } },
	{ ACTION_LEFT, "left", "the cell to the left", NULL, 0,
	  SCOPE_LIST, { { .kind = INPUT_LEFT }, { INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_RIGHT, "right", "the cell to the right", NULL, 0,
	  SCOPE_LIST, { { .kind = INPUT_RIGHT }, { INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_CHANGE, "change", "change this cell, of all marked rows where there are some", "change", 4,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'c', NULL, 0 } } },
	{ ACTION_NEXT_VALUE, "next-value", "the next value of this cell", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, '+', NULL, 0 }, { INPUT_CHARACTER, '=', NULL, 0 } } },
	{ ACTION_PREVIOUS_VALUE, "previous-value", "the value before it", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, '-', NULL, 0 } } },
	{ ACTION_COLUMNS, "columns", "choose the columns and their order", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'C', NULL, 0 } } },
	{ ACTION_MARK, "show", "show this column, or no longer", "show", 1,
	  SCOPE_COLUMNS, { { INPUT_CHARACTER, ' ', NULL, 0 } } },
	{ ACTION_NEXT_VALUE, "further-left", "further to the left", "- move", 2,
	  SCOPE_COLUMNS, { { INPUT_CHARACTER, '+', NULL, 0 }, { INPUT_CHARACTER, '=', NULL, 0 } } },
	{ ACTION_PREVIOUS_VALUE, "further-right", "further to the right", NULL, 0,
	  SCOPE_COLUMNS, { { INPUT_CHARACTER, '-', NULL, 0 } } },
	{ ACTION_EMPTY, "fitting", "the columns that fit, as at first", "as at first", 3,
	  SCOPE_COLUMNS, { { .kind = INPUT_BACKSPACE }, { .kind = INPUT_DELETE } } },
	{ ACTION_UP, "up", "up", NULL, 0,
	  SCOPE_COLUMNS, { { .kind = INPUT_UP }, { INPUT_CHARACTER, 'k', NULL, 0 } } },
	{ ACTION_DOWN, "down", "down", NULL, 0,
	  SCOPE_COLUMNS, { { .kind = INPUT_DOWN }, { INPUT_CHARACTER, 'j', NULL, 0 } } },
	{ ACTION_CANCEL, "close", "back to the list", "close", 1,
	  SCOPE_COLUMNS, { { .kind = INPUT_ESCAPE }, { .kind = INPUT_ENTER }, { INPUT_CHARACTER, 'q', NULL, 0 }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_MARK, "mark", "mark this row, or no longer", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, ' ', NULL, 0 } } },
	{ ACTION_MARK_ALL, "mark-all", "mark every row, or take all marks away", NULL, 0,
	  SCOPE_LIST, { { INPUT_CHARACTER, '*', NULL, 0 } } },
};
/* clang-format on */

const struct action_section actions_list = { rows, sizeof rows / sizeof rows[0] };
