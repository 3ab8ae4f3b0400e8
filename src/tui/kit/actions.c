/* SPDX-License-Identifier: MIT */
/*
 * Looks things up in the table of actions, whose rows stand in actions_*.c. The order of the
 * sections is that of the footer and the help, and what is particular comes before what is common.
 */
#include "action_sections.h"

#include <stdio.h>
#include <string.h>

static const struct action_section *const sections[] = {
	&actions_round,
	&actions_roadmap,
	&actions_matrix,
	&actions_transfer,
	&actions_handoff,
	&actions_cadence,
	&actions_grid,
	&actions_proof,
	&actions_control,
	&actions_list,
	&actions_log,
	&actions_record,
	&actions_form,
	&actions_overlay,
	&actions_page,
};

enum { SECTION_COUNT = sizeof sections / sizeof sections[0] };

const struct action_info *
actions_next(const struct action_info *after)
{
	bool here = after == NULL;

	for (size_t i = 0; i < SECTION_COUNT; i++) {
		const struct action_info *rows = sections[i]->rows;

		if (here && sections[i]->count > 0)
			return rows;
		if (after >= rows && after < rows + sections[i]->count) {
			if (after + 1 < rows + sections[i]->count)
				return after + 1;
			here = true;
		}
	}
	return NULL;
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
	for (const struct action_info *info = NULL; (info = actions_next(info)) != NULL;)
		if ((info->scopes & scope) != 0 && has_key(info, input))
			return info->action;
	return ACTION_NONE;
}

enum action
actions_find_name(unsigned scope, const char *name, bool *several)
{
	enum action found = ACTION_NONE;
	size_t length = strlen(name);

	*several = false;
	for (const struct action_info *info = NULL; (info = actions_next(info)) != NULL;) {
		if ((info->scopes & scope) == 0 || strncmp(info->name, name, length) != 0)
			continue;
		if (info->name[length] == '\0') {
			*several = false;
			return info->action;
		}
		*several = found != ACTION_NONE && found != info->action;
		found = info->action;
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

const char *
actions_where(const struct action_info *info)
{
	static const struct {
		unsigned scope;
		const char *words;
	} places[] = {
		{ SCOPE_PAGE, "on every page" },
		{ SCOPE_CONTROL, "in the control room" },
		{ SCOPE_READINESS, "in the diagnosis" },
		{ SCOPE_ROUND, "in a round of the diagnosis" },
		{ SCOPE_TIMELINE, "in the timeline" },
		{ SCOPE_SLIP, "in the slip chart" },
		{ SCOPE_TEAMS, "on the teams board" },
		{ SCOPE_CLAIM, "at the evidence of a milestone" },
		{ SCOPE_MATRIX, "in the RACI matrix" },
		{ SCOPE_GRID, "in a grid of counts" },
		{ SCOPE_CALENDAR, "in the calendar" },
		{ SCOPE_MEETING, "in the record of a meeting" },
		{ SCOPE_BOARD, "on the handoff board" },
		{ SCOPE_IMPORT, "in the preview of an import" },
		{ SCOPE_DETAILS, "in the details of a record" },
		{ SCOPE_COLUMNS, "while columns are chosen" },
		{ SCOPE_PEOPLE, "in the register" },
		{ SCOPE_LIST, "in a list" },
		{ SCOPE_LOG, "in the log" },
		{ SCOPE_RECORD, "with a record selected" },
		{ SCOPE_FORM, "in a form" },
		{ SCOPE_POPUP, "in a box of text" },
		{ SCOPE_PROMPT, "where a line is typed" },
		{ SCOPE_QUESTION, "at a question" },
	};

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if ((info->scopes & places[i].scope) != 0)
			return places[i].words;
	return "elsewhere";
}
