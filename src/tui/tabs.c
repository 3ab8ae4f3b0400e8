/* SPDX-License-Identifier: MIT */
/*
 * Which pages each panel has. Must not know what a page does.
 */
#include "tabs.h"

#include <string.h>

#include "import_preview.h"
#include "palette.h"
#include "tui/kit/form/form.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/picker_date.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/list/column_chooser.h"
#include "tui/kit/list/list.h"
#include "tui/kit/popup.h"
#include "tui/kit/record/record_details.h"
#include "tui/panels/cadence/meeting_page.h"
#include "tui/panels/readiness/round_page.h"
#include "tui/panels/roadmap/plan_preview.h"
#include "tui/panels/roadmap/proof_page.h"

/* Each is defined in a file of its panel, where nobody else needs it: a new one is declared here.
 */
extern const struct page now_page, findings_page, log_page, diagnosis_page, timeline_page,
	slip_page, risk_grid_page, waves_page, register_page, power_page, influence_page,
	stages_page, engagement_page, matrix_page, calendar_page, measures_page, board_page, scripts_page,
	workshops_page;

/* What stands above a page. */
static const struct panel_class *const others[] = {
	&meeting_class,
	&round_class,
	&proof_class,
	&import_preview_class,
	&plan_preview_class,
	&record_details_class,
	&form_class,
	&column_chooser_class,
	&popup_class,
	&prompt_class,
	&question_class,
	&picker_class,
	&picker_date_class,
	&palette_class,
};

/* clang-format off */
static const struct tab tabs[TAB_COUNT] = {
	{ "Control", "Control", {
		{ "now", NULL, &now_page },
		{ "findings", NULL, &findings_page },
		{ "log", NULL, &log_page },
		{ NULL, "programme", NULL },
		{ NULL, "rating", NULL },
		{ NULL, "update", NULL },
		{ NULL, "setting", NULL },
	} },
	{ "Readiness", "Readiness", {
		{ "diagnosis", NULL, &diagnosis_page },
		{ NULL, "question", NULL },
		{ NULL, "response", NULL },
	} },
	{ "Roadmap", "Roadmap", {
		{ "timeline", NULL, &timeline_page },
		{ "slip", NULL, &slip_page },
		{ NULL, "milestone", NULL },
		{ NULL, "phase", NULL },
		{ NULL, "slice", NULL },
		{ NULL, "workstream", NULL },
		{ NULL, "evidence", NULL },
		{ NULL, "claim", NULL },
		{ NULL, "dependency", NULL },
		{ "risk grid", NULL, &risk_grid_page },
		{ NULL, "risk", NULL },
		{ NULL, "wave", &waves_page },
		{ NULL, "team", NULL },
		{ NULL, "team_link", NULL },
		{ NULL, "function", NULL },
		{ NULL, "holiday", NULL },
		{ NULL, "forecast", NULL },
		{ NULL, "baseline", NULL },
		{ NULL, "baseline_date", NULL },
	} },
	{ "Stakeholders", "People", {
		{ NULL, "stakeholder", &register_page },
		{ "power and interest", NULL, &power_page },
		{ "influence", NULL, &influence_page },
		{ NULL, "relationship", NULL },
		{ NULL, "contact", NULL },
		{ "by wave", NULL, &stages_page },
		{ "by stage", NULL, &engagement_page },
		{ NULL, "engagement", NULL },
	} },
	{ "RACI", "RACI", {
		{ "matrix", NULL, &matrix_page },
		{ NULL, "activity", NULL },
		{ NULL, "role", NULL },
		{ NULL, "role_holder", NULL },
		{ NULL, "assignment", NULL },
		{ NULL, "accountability", NULL },
	} },
	{ "Cadence", "Cadence", {
		{ "calendar", NULL, &calendar_page },
		{ "measures", NULL, &measures_page },
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
		{ NULL, "climb", NULL },
		{ NULL, "waiver", NULL },
		{ NULL, "former_rule", NULL },
	} },
	{ "Handoff", "Handoff", {
		{ "board", NULL, &board_page },
		{ NULL, "handoff", NULL },
		{ NULL, "capability", NULL },
		{ NULL, "convention", NULL },
		{ NULL, "adaptation", NULL },
		{ NULL, "okr_review", NULL },
		{ NULL, "lesson", NULL },
	} },
	{ "Playbook", "Playbook", {
		{ "what to say", NULL, &scripts_page },
		{ "sessions", NULL, &workshops_page },
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
	const struct tab_page *info = &tab->pages[page];

	return info->page ? info->page->create(info->page, place)
			  : list_new(type_find(info->type), place);
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

const struct panel_class *
tabs_class(size_t index)
{
	for (int i = 0; i < TAB_COUNT; i++) {
		size_t pages = (size_t)tabs_count_pages(&tabs[i]);

		if (index < pages)
			return tabs[i].pages[index].page ? tabs[i].pages[index].page->class
							 : &list_class;
		index -= pages;
	}
	return index < sizeof others / sizeof others[0] ? others[index] : NULL;
}
