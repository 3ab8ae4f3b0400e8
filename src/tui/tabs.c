/* SPDX-License-Identifier: MIT */
/*
 * Which types live in which panel. Must not say more about them than their names.
 */
#include "rollout/tui/tabs.h"

#include <string.h>

static const struct tab tabs[TAB_COUNT] = {
	{ "Control", "Control", "now", { "programme", "rating", "update", "setting" } },
	{ "Readiness", "Readiness", NULL, { "question", "response" } },
	{ "Roadmap", "Roadmap", NULL,
		{ "milestone", "phase", "slice", "workstream", "evidence", "dependency", "risk",
			"team", "team_link", "function", "holiday", "forecast", "baseline",
			"baseline_date" } },
	{ "Stakeholders", "People", NULL,
		{ "stakeholder", "relationship", "contact", "engagement" } },
	{ "RACI", "RACI", NULL,
		{ "activity", "role", "role_holder", "assignment", "accountability" } },
	{ "Cadence", "Cadence", NULL,
		{ "forum", "invitee", "meeting", "attendance", "decision", "input", "action",
			"blocker", "pulse", "escalation", "waiver" } },
	{ "Handoff", "Handoff", NULL,
		{ "handoff", "capability", "convention", "adaptation", "okr_review", "lesson" } },
	{ "Playbook", "Playbook", NULL, { "script", "workshop", "segment", "tip" } },
};

const struct tab *
tabs_get(int index)
{
	return &tabs[index];
}

static int
first_type(const struct tab *tab)
{
	return tab->overview ? 1 : 0;
}

int
tabs_count_pages(const struct tab *tab)
{
	int count = 0;

	while (count < TAB_TYPES_MAX && tab->types[count])
		count++;
	return first_type(tab) + count;
}

const struct type *
tabs_page_type(const struct tab *tab, int page)
{
	int index = page - first_type(tab);

	return index < 0 ? NULL : type_find(tab->types[index]);
}

const char *
tabs_page_name(const struct tab *tab, int page)
{
	const struct type *type = tabs_page_type(tab, page);

	return type ? type->plural : tab->overview;
}

void
tabs_find(const struct type *type, int *tab, int *page)
{
	for (int i = 0; i < TAB_COUNT; i++) {
		int pages = tabs_count_pages(&tabs[i]);

		for (int j = first_type(&tabs[i]); j < pages; j++) {
			if (strcmp(tabs[i].types[j - first_type(&tabs[i])], type->name) == 0) {
				*tab = i;
				*page = j;
				return;
			}
		}
	}
	*tab = 0;
	*page = 0;
}
