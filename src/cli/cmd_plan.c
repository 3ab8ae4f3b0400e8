/* SPDX-License-Identifier: MIT */
/*
 * plan: drafts the roadmap, or says what it would draft. Must not decide what belongs there.
 */
#include "command.h"
#include "rollout/programme/results.h"

enum { INDENT = 4 };

static const char *
heading(enum plan_action action, const struct plan_report *plan, bool dry_run)
{
	switch (action) {
	case PLAN_ADD: return dry_run ? "would add" : "added";
	case PLAN_CHANGE: return dry_run ? "would change" : "changed";
	case PLAN_KEEP: return "kept as it is";
	case PLAN_GONE: return "deleted by hand, not added again";
	case PLAN_OFFER:
		return plan->removed > 0 ? "nothing asked for it any more; removed unless touched"
					 : "nothing asks for it any more; --remove takes away what "
					   "nobody touched";
	}
	return "";
}

static void
print_line(struct call *call, const struct plan_line *line)
{
	struct paper *paper = &call->paper;

	print_text(paper, PRINT_PLAIN, "  • ");
	print_lines(paper, INDENT,
		arena_format(&call->arena, "%s \"%s\"%s%s%s", line->type->label, line->title,
			*line->detail ? " (" : "", line->detail, *line->detail ? ")" : ""));
	print_end_line(paper);
	print_spaces(paper, INDENT);
	print_lines(paper, INDENT, line->because);
	print_end_line(paper);
}

/* The findings that the items name as their cause. */
static void
print_findings(struct call *call, const struct plan_report *plan)
{
	struct paper *paper = &call->paper;

	if (plan->finding_count == 0)
		return;
	print_text(paper, PRINT_TITLE, "what the diagnosis has found");
	print_end_line(paper);
	for (size_t i = 0; i < plan->finding_count; i++) {
		const struct finding *finding = &plan->findings[i];

		print_format(paper, PRINT_PLAIN, "  %s", finding->rule->id);
		print_lines(paper, INDENT,
			arena_format(
				&call->arena, " %s: %s", finding->rule->title, finding->message));
		print_end_line(paper);
		print_spaces(paper, INDENT);
		print_lines(paper, INDENT, finding->response);
		print_end_line(paper);
	}
	print_end_line(paper);
}

static void
print_plan(struct call *call, const struct plan_report *plan, bool dry_run)
{
	struct paper *paper = &call->paper;

	/* What stays as it is need not be read again. */
	if (plan->counts[PLAN_ADD] + plan->counts[PLAN_CHANGE] + plan->counts[PLAN_OFFER] == 0) {
		print_text(paper, PRINT_GOOD, "the roadmap is as the facts ask for; nothing to do");
		print_end_line(paper);
		return;
	}
	for (int i = 0; i <= PLAN_OFFER; i++) {
		enum plan_action action = (enum plan_action)i;

		if (plan->counts[action] == 0)
			continue;
		print_format(paper, PRINT_TITLE, "%s (%zu)", heading(action, plan, dry_run),
			plan->counts[action]);
		print_end_line(paper);
		for (size_t j = 0; j < plan->count; j++)
			if (plan->lines[j].action == action)
				print_line(call, &plan->lines[j]);
		print_end_line(paper);
	}
	print_findings(call, plan);
}

static enum status
cmd_plan_run(struct call *call, struct error *error)
{
	bool dry_run = call_given(call, OPTION_DRY_RUN);
	const struct plan_options options = { .write = !dry_run,
		.remove = call_given(call, OPTION_REMOVE) };
	struct plan_report plan;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_plan(call->programme, &options, &call->arena, &plan, error);
	if (status)
		return status;
	if (*plan.note)
		call_note(call, "%s", plan.note);
	if (call_wants_document(call))
		return call_write(call, "plan", &plan, error);
	print_plan(call, &plan, dry_run);
	return STATUS_OK;
}

const struct command cmd_plan[] = {
	{
		.place = COMMANDS_PROGRAMME + 50,
		.name = "plan",
		.summary = "draft the roadmap from readiness, teams and dates",
		.help = "Adds phases, slices, milestones with criteria, dependencies, risks, "
			"waves, stall plans and engagement actions, each with the finding or date "
			"it follows from, as one step. While F1 stands, trainings and launches "
			"wait for the calibration; while F2 stands, teams check in every second "
			"week. -n only says what it would do.\n"
			"It can be run again at any time: what a person wrote stays, what they "
			"deleted does not come back. What nothing asks for any more it offers to "
			"remove; --remove does it for what nobody touched.",
		.options = "dry-run remove " RESULT "read-only " OPENING,
		.run = cmd_plan_run,
	},
	{ .name = NULL },
};
