/* SPDX-License-Identifier: MIT */
/*
 * The table of actions. Must not be repeated anywhere: help, footer and look-up read it. The order
 * is that of the footer and the help; where two rows share a key in one scope the first wins.
 */
#include "rollout/tui/actions.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const struct action_info actions[] = {
	{ ACTION_OPEN, "open", "go to the record that the line is about", "go there", 1,
	  SCOPE_CONTROL, { { .kind = INPUT_ENTER } } },
	{ ACTION_ADD, "add", "add a record to this list", "add", 1,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'a', NULL, 0 } } },
	{ ACTION_EDIT, "edit", "edit the selected record", "edit", 2,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'e', NULL, 0 }, { .kind = INPUT_ENTER } } },
	{ ACTION_DELETE, "delete", "delete the selected record, after asking", "delete", 6,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'd', NULL, 0 }, { .kind = INPUT_DELETE } } },
	{ ACTION_UNDO, "undo", "take the last change back", "undo", 5,
	  SCOPE_DESK, { { INPUT_CHARACTER, 'u', NULL, 0 } } },
	{ ACTION_REDO, "redo", "do again what was taken back", NULL, 0,
	  SCOPE_DESK, { { INPUT_CONTROL, 'r', NULL, 0 } } },
	{ ACTION_WHY, "why", "what the rule book says about the selected record", "why", 7,
	  SCOPE_LIST, { { INPUT_CHARACTER, 'w', NULL, 0 } } },
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
	{ ACTION_NEXT_LIST, "next-list", "the next list of this panel", "next list", 10,
	  SCOPE_DESK, { { .kind = INPUT_TAB }, { .kind = INPUT_RIGHT },
			{ INPUT_CHARACTER, 'l', NULL, 0 } } },
	{ ACTION_PREVIOUS_LIST, "previous-list", "the list before it", NULL, 0,
	  SCOPE_DESK, { { .kind = INPUT_BACK_TAB }, { .kind = INPUT_LEFT },
			{ INPUT_CHARACTER, 'h', NULL, 0 } } },
	{ ACTION_UP, "up", "up", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP, { { .kind = INPUT_UP }, { INPUT_CHARACTER, 'k', NULL, 0 } } },
	{ ACTION_DOWN, "down", "down", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP, { { .kind = INPUT_DOWN }, { INPUT_CHARACTER, 'j', NULL, 0 } } },
	{ ACTION_PAGE_UP, "page-up", "a screen up", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP | SCOPE_FORM | SCOPE_QUESTION,
	  { { .kind = INPUT_PAGE_UP }, { INPUT_CONTROL, 'b', NULL, 0 } } },
	{ ACTION_PAGE_DOWN, "page-down", "a screen down", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP | SCOPE_FORM | SCOPE_QUESTION,
	  { { .kind = INPUT_PAGE_DOWN }, { INPUT_CONTROL, 'f', NULL, 0 } } },
	{ ACTION_FIRST, "first", "the first row", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP, { { .kind = INPUT_HOME }, { INPUT_CHARACTER, 'g', NULL, 0 } } },
	{ ACTION_LAST, "last", "the last row", NULL, 0,
	  SCOPE_DESK | SCOPE_POPUP, { { .kind = INPUT_END }, { INPUT_CHARACTER, 'G', NULL, 0 } } },
	{ ACTION_PANEL_0, "control", "control room", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '0', NULL, 0 } } },
	{ ACTION_PANEL_1, "readiness", "readiness: questions and answers", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '1', NULL, 0 } } },
	{ ACTION_PANEL_2, "roadmap", "roadmap: milestones, evidence, risks, teams", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '2', NULL, 0 } } },
	{ ACTION_PANEL_3, "stakeholders", "stakeholders and what is done to win them", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '3', NULL, 0 } } },
	{ ACTION_PANEL_4, "raci", "RACI: who decides what", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '4', NULL, 0 } } },
	{ ACTION_PANEL_5, "cadence", "cadence: forums, meetings, decisions, blockers", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '5', NULL, 0 } } },
	{ ACTION_PANEL_6, "handoff", "handoff: what the teams can do alone", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '6', NULL, 0 } } },
	{ ACTION_PANEL_7, "playbook", "playbook: scripts, workshops, tips", NULL, 0,
	  SCOPE_DESK, { { INPUT_CHARACTER, '7', NULL, 0 } } },
	{ ACTION_ACCEPT, "accept", "the next field; at the last one save", "next", 3,
	  SCOPE_FORM, { { .kind = INPUT_ENTER } } },
	{ ACTION_ACCEPT, "accept", "accept what is typed", "accept", 1,
	  SCOPE_PROMPT, { { .kind = INPUT_ENTER } } },
	{ ACTION_SAVE, "save", "save the record", "save", 1,
	  SCOPE_FORM, { { INPUT_CONTROL, 's', NULL, 0 } } },
	{ ACTION_NEXT_FIELD, "next-field", "the next field", NULL, 0,
	  SCOPE_FORM, { { .kind = INPUT_DOWN }, { .kind = INPUT_TAB },
			{ INPUT_CONTROL, 'n', NULL, 0 } } },
	{ ACTION_PREVIOUS_FIELD, "previous-field", "the field before it", NULL, 0,
	  SCOPE_FORM, { { .kind = INPUT_UP }, { .kind = INPUT_BACK_TAB },
			{ INPUT_CONTROL, 'p', NULL, 0 } } },
	{ ACTION_CLOSE, "close", "close this", "close", 1,
	  SCOPE_POPUP, { { .kind = INPUT_ESCAPE }, { INPUT_CHARACTER, 'q', NULL, 0 },
			 { .kind = INPUT_ENTER }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_CANCEL, "cancel", "leave without saving, after asking", "cancel", 2,
	  SCOPE_FORM, { { .kind = INPUT_ESCAPE }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_CANCEL, "cancel", "leave it", "cancel", 2,
	  SCOPE_PROMPT | SCOPE_QUESTION,
	  { { .kind = INPUT_ESCAPE }, { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_COMMAND, "command", "do something by its name, or go to a list by its name", "command", 11,
	  SCOPE_DESK, { { INPUT_CHARACTER, ':', NULL, 0 } } },
	{ ACTION_HELP, "help", "this help", "help", 3,
	  SCOPE_DESK, { { INPUT_CHARACTER, '?', NULL, 0 }, { INPUT_FUNCTION, 1, NULL, 0 } } },
	{ ACTION_HELP, "help", "the keys of the form", "help", 4,
	  SCOPE_FORM, { { INPUT_FUNCTION, 1, NULL, 0 } } },
	{ ACTION_REDRAW, "redraw", "draw the screen anew", NULL, 0,
	  SCOPE_ANY, { { INPUT_CONTROL, 'l', NULL, 0 } } },
	{ ACTION_SUSPEND, "suspend", "back to the shell until fg", NULL, 0,
	  SCOPE_ANY, { { INPUT_CONTROL, 'z', NULL, 0 } } },
	{ ACTION_INTERRUPT, "interrupt", "says how to quit", NULL, 0,
	  SCOPE_DESK, { { INPUT_CONTROL, 'c', NULL, 0 } } },
	{ ACTION_QUIT, "quit", "quit; everything is saved already", "quit", 4,
	  SCOPE_DESK, { { INPUT_CHARACTER, 'q', NULL, 0 } } },
};
/* clang-format on */

enum { ACTION_COUNT = sizeof actions / sizeof actions[0] };

const struct action_info *
actions_list(size_t *count)
{
	*count = ACTION_COUNT;
	return actions;
}

static bool
has_key(const struct action_info *info, const struct input *input)
{
	for (size_t i = 0; i < ACTION_KEYS_MAX && info->keys[i].kind != INPUT_NONE; i++)
		if (info->keys[i].kind == input->kind && info->keys[i].code == input->code)
			return true;
	return false;
}

enum action
actions_find(unsigned scope, const struct input *input)
{
	for (size_t i = 0; i < ACTION_COUNT; i++)
		if ((actions[i].scopes & scope) != 0 && has_key(&actions[i], input))
			return actions[i].action;
	return ACTION_NONE;
}

enum action
actions_find_name(unsigned scope, const char *name, bool *several)
{
	enum action found = ACTION_NONE;
	size_t length = strlen(name);

	*several = false;
	for (size_t i = 0; i < ACTION_COUNT; i++) {
		if ((actions[i].scopes & scope) == 0 || strncmp(actions[i].name, name, length) != 0)
			continue;
		if (actions[i].name[length] == '\0') {
			*several = false;
			return actions[i].action;
		}
		*several = found != ACTION_NONE;
		found = actions[i].action;
	}
	return *several ? ACTION_NONE : found;
}

void
actions_name_keys(const struct action_info *info, char out[ACTION_KEYS_SIZE])
{
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < ACTION_KEYS_MAX && info->keys[i].kind != INPUT_NONE; i++) {
		char name[INPUT_NAME_SIZE];

		input_name(&info->keys[i], name);
		used += (size_t)snprintf(
			out + used, ACTION_KEYS_SIZE - used, "%s%s", used > 0 ? ", " : "", name);
		if (used >= ACTION_KEYS_SIZE)
			return;
	}
}
