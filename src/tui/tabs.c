/* SPDX-License-Identifier: MIT */
/*
 * Which pages each panel has. Must not know what a page does.
 */
#include "tabs.h"

#include <string.h>

#include "tui/panels/control/control.h"
#include "tui/kit/list/list.h"
#include "tui/panels/control/history_page.h"
#include "tui/panels/cadence/cadence.h"
#include "tui/panels/handoff/handoff.h"
#include "tui/panels/playbook/playbook.h"
#include "tui/panels/raci/raci.h"
#include "tui/panels/readiness/readiness.h"
#include "tui/panels/roadmap/roadmap.h"
#include "tui/panels/stakeholders/stakeholders.h"

/* clang-format off */
static const struct tab tabs[TAB_COUNT] = {
	{ "Control", "Control", {
		{ "now", NULL, control_new },
		{ "findings", NULL, control_new_findings },
		{ "log", NULL, history_page_new },
		{ NULL, "programme", NULL },
		{ NULL, "rating", NULL },
		{ NULL, "update", NULL },
		{ NULL, "setting", NULL },
	} },
	{ "Readiness", "Readiness", {
		{ "diagnosis", NULL, diagnosis_new },
		{ NULL, "question", NULL },
		{ NULL, "response", NULL },
	} },
	{ "Roadmap", "Roadmap", {
		{ "timeline", NULL, timeline_new },
		{ "slip", NULL, slip_new },
		{ NULL, "milestone", NULL },
		{ NULL, "phase", NULL },
		{ NULL, "slice", NULL },
		{ NULL, "workstream", NULL },
		{ NULL, "evidence", NULL },
		{ NULL, "claim", NULL },
		{ NULL, "dependency", NULL },
		{ "risk grid", NULL, risk_grid_new },
		{ NULL, "risk", NULL },
		{ "waves", NULL, waves_new },
		{ NULL, "team", NULL },
		{ NULL, "team_link", NULL },
		{ NULL, "function", NULL },
		{ NULL, "holiday", NULL },
		{ NULL, "forecast", NULL },
		{ NULL, "baseline", NULL },
		{ NULL, "baseline_date", NULL },
	} },
	{ "Stakeholders", "People", {
		{ NULL, "stakeholder", register_page_new },
		{ "power and interest", NULL, people_grids_power_new },
		{ "influence", NULL, influence_new },
		{ NULL, "relationship", NULL },
		{ NULL, "contact", NULL },
		{ "by wave", NULL, people_grids_stages_new },
		{ "by stage", NULL, people_grids_engagement_new },
		{ NULL, "engagement", NULL },
	} },
	{ "RACI", "RACI", {
		{ "matrix", NULL, matrix_new },
		{ NULL, "activity", NULL },
		{ NULL, "role", NULL },
		{ NULL, "role_holder", NULL },
		{ NULL, "assignment", NULL },
		{ NULL, "accountability", NULL },
	} },
	{ "Cadence", "Cadence", {
		{ "calendar", NULL, calendar_new },
		{ NULL, "forum", NULL },
		{ NULL, "invitee", NULL },
		{ NULL, "meeting", NULL },
		{ NULL, "attendance", NULL },
		{ NULL, "decision", NULL },
		{ NULL, "input", NULL },
		{ NULL, "action", NULL },
		{ NULL, "blocker", NULL },
		{ NULL, "pulse", NULL },
		{ NULL, "escalation", NULL },
		{ NULL, "waiver", NULL },
	} },
	{ "Handoff", "Handoff", {
		{ "board", NULL, handoff_new },
		{ NULL, "handoff", NULL },
		{ NULL, "capability", NULL },
		{ NULL, "convention", NULL },
		{ NULL, "adaptation", NULL },
		{ NULL, "okr_review", NULL },
		{ NULL, "lesson", NULL },
	} },
	{ "Playbook", "Playbook", {
		{ "what to say", NULL, playbook_new },
		{ "sessions", NULL, playbook_workshops_new },
		{ NULL, "script", NULL },
		{ NULL, "workshop", NULL },
		{ NULL, "segment", NULL },
		{ NULL, "tip", NULL },
	} },
};
/* clang-format on */

const struct tab *
tabs_get(int index)
{
	return &tabs[index];
}

int
tabs_count_pages(const struct tab *tab)
{
	int count = 0;

	while (count < TAB_PAGES_MAX && (tab->pages[count].name || tab->pages[count].type))
		count++;
	return count;
}

const struct type *
tabs_page_type(const struct tab *tab, int page)
{
	return tab->pages[page].type ? type_find(tab->pages[page].type) : NULL;
}

const char *
tabs_page_name(const struct tab *tab, int page)
{
	return tab->pages[page].name ? tab->pages[page].name : tabs_page_type(tab, page)->plural;
}

struct panel *
tabs_create_page(const struct tab *tab, int page, const struct place *place)
{
	const struct page *info = &tab->pages[page];

	return info->create ? info->create(place) : list_new(type_find(info->type), place);
}

void
tabs_find(const struct type *type, int *tab, int *page)
{
	*tab = 0;
	*page = 0;
	for (int i = 0; i < TAB_COUNT; i++) {
		for (int j = 0; j < tabs_count_pages(&tabs[i]); j++) {
			if (tabs_page_type(&tabs[i], j) == type) {
				*tab = i;
				*page = j;
				return;
			}
		}
	}
}

/* Blanks, hyphens and underlines are one. */
static bool
is_same_name(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (*a != *b && (!strchr(" -_", *a) || !strchr(" -_", *b)))
			return false;
	return *a == *b;
}

bool
tabs_find_page(const char *name, int *tab, int *page)
{
	for (int i = 0; i < TAB_COUNT; i++) {
		for (int j = 0; j < tabs_count_pages(&tabs[i]); j++) {
			if (is_same_name(tabs_page_name(&tabs[i], j), name)) {
				*tab = i;
				*page = j;
				return true;
			}
		}
	}
	return false;
}
