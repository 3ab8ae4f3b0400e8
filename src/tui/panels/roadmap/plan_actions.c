/* SPDX-License-Identifier: MIT */
/*
 * The preview of a plan as a question. Must not write unasked, and removes what nothing asks for
 * any more only where that is the answer.
 */
#include "plan_actions.h"

#include <string.h>

#include "rollout/programme/plan.h"
#include "tui/kit/form/prompt.h"

enum { WIDTH = 66 };

static const struct question_choice choices[] = {
	{ 'y', "write it" },
	{ 'n', "leave it (Esc)" },
};
static const struct question_choice removing_choices[] = {
	{ 'y', "write it" },
	{ 'd', "and remove" },
	{ 'n', "leave it (Esc)" },
};

static void
add_group(struct lines *lines, const struct plan_report *plan, enum plan_action action,
	enum role role, const char *title)
{
	if (plan->counts[action] == 0)
		return;
	lines_format(lines, role, "%s: %zu", title, plan->counts[action]);
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_line *line = &plan->lines[i];

		if (line->action != action)
			continue;
		lines_format(lines, ROLE_TEXT, "  %s: %s%s%s%s", line->type->label, line->title,
			*line->detail ? " (" : "", line->detail, *line->detail ? ")" : "");
		lines_wrap(lines, ROLE_MUTED, WIDTH, 4, line->because);
	}
}

static void
add_preview(struct lines *lines, const struct plan_report *plan)
{
	if (*plan->note)
		lines_wrap(lines, ROLE_WARNING, WIDTH, 0, plan->note);
	add_group(lines, plan, PLAN_ADD, ROLE_GOOD, "Add");
	add_group(lines, plan, PLAN_CHANGE, ROLE_NOTICE, "Change");
	add_group(lines, plan, PLAN_OFFER, ROLE_WARNING,
		"No longer asked for; d removes what nobody touched");
	add_group(lines, plan, PLAN_GONE, ROLE_MUTED, "Deleted by hand, not added again");
	add_group(lines, plan, PLAN_KEEP, ROLE_MUTED, "Keep as it is");
	lines_add(lines, ROLE_MUTED, "It is one step, which u takes back.");
}

static unsigned
write_plan(struct session *session, const char *answer, void *context)
{
	const struct plan_options options = { .write = true, .remove = strcmp(answer, "d") == 0 };
	struct arena arena = { 0 };
	struct plan_report plan;
	struct error error = { 0 };

	(void)context;
	if (programme_plan(session->programme, &options, &arena, &plan, &error) != STATUS_OK)
		session_fail(session, &error);
	else if (plan.removed > 0)
		session_done(session, "planned: %zu added, %zu changed, %zu removed",
			plan.counts[PLAN_ADD], plan.counts[PLAN_CHANGE], plan.removed);
	else
		session_done(session, "planned: %zu added, %zu changed", plan.counts[PLAN_ADD],
			plan.counts[PLAN_CHANGE]);
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

unsigned
plan_ask(struct session *session)
{
	const struct plan_options options = { 0 };
	struct arena arena = { 0 };
	struct plan_report plan;
	struct lines lines = { 0 };
	struct error error = { 0 };
	unsigned effects = EFFECT_NONE;

	if (programme_plan(session->programme, &options, &arena, &plan, &error) != STATUS_OK)
		session_fail(session, &error);
	else if (plan.counts[PLAN_ADD] + plan.counts[PLAN_CHANGE] + plan.counts[PLAN_OFFER] == 0)
		session_say(session, ROLE_MESSAGE,
			"the roadmap is as the facts ask for; nothing to do");
	else {
		bool removes = plan.counts[PLAN_OFFER] > 0;

		add_preview(&lines, &plan);
		effects = question_ask(session, callback_to(write_plan, NULL), "Plan the roadmap",
			&lines, removes ? removing_choices : choices, removes ? 3 : 2);
	}
	arena_clear(&arena);
	return effects;
}
