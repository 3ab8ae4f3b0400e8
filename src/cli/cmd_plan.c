/* SPDX-License-Identifier: MIT */
/*
 * plan: drafts the roadmap, or says what it would draft. Must not decide what belongs there.
 */
#include <string.h>

#include "command.h"
#include "rollout/programme/results.h"

enum { INDENT = 4 };

static const char *
sign(enum plan_action action)
{
	switch (action) {
	case PLAN_ADD: return "+";
	case PLAN_CHANGE: return "~";
	case PLAN_OFFER: return "-";
	case PLAN_KEEP:
	case PLAN_GONE: break;
	}
	return " ";
}

/* "2 criteria, waits for 3" */
static const char *
parts_text(struct call *call, const struct plan_report *plan, const struct plan_line *line)
{
	size_t criteria = 0, links = 0;

	for (size_t i = 0; line->type->name[0] == 'm' && i < plan->count; i++)
		if (plan->lines[i].part_of && plan->lines[i].action == line->action &&
			strcmp(plan->lines[i].part_of, line->identifier) == 0)
			*(strcmp(plan->lines[i].type->name, "evidence") == 0 ? &criteria
									     : &links) += 1;
	if (criteria + links == 0)
		return "";
	return arena_format(&call->arena, "; %s, waits for %zu",
		criteria == 1 ? "1 criterion"
			      : arena_format(&call->arena, "%zu criteria", criteria),
		links);
}

static void
print_line(struct call *call, const struct plan_report *plan, const struct plan_line *line)
{
	struct paper *paper = &call->paper;
	const char *parts = parts_text(call, plan, line);
	bool inside = *line->detail || *parts;

	print_format(paper, PRINT_PLAIN, "  %s ", sign(line->action));
	print_lines(paper, INDENT,
		arena_format(&call->arena, "%s  %s \"%s\"%s%s%s%s", line->identifier,
			line->type->label, line->title, inside ? " (" : "", line->detail, parts,
			inside ? ")" : ""));
	print_end_line(paper);
}

/* What the list calls a cause: the rule and its title, or the words before the colon. */
static const char *
cause_text(struct call *call, const struct plan_report *plan, const char *because)
{
	const char *cause = plan_cause(because, &call->arena);

	for (size_t i = 0; i < plan->finding_count; i++)
		if (strcmp(plan->findings[i].rule->id, cause) == 0)
			return arena_format(&call->arena, "%s  %s: %s", cause,
				plan->findings[i].rule->title, plan->findings[i].message);
	return cause;
}

/* Items of one cause; a reason that is the same as the line's before is not said twice. */
static void
print_cause(struct call *call, const struct plan_report *plan, const char *cause)
{
	struct paper *paper = &call->paper;
	const char *said = "";

	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_line *line = &plan->lines[i];

		if (!plan_line_is_listed(plan, line) || line->action == PLAN_OFFER ||
			line->action == PLAN_GONE ||
			strcmp(plan_cause(line->because, &call->arena), cause) != 0)
			continue;
		if (*said == '\0') {
			print_text(paper, PRINT_TITLE, cause_text(call, plan, line->because));
			print_end_line(paper);
		}
		print_line(call, plan, line);
		if (strcmp(said, line->because) != 0 && line->because[strlen(cause)] == ':') {
			print_spaces(paper, INDENT);
			print_lines(paper, INDENT, line->because + strlen(cause) + 2);
			print_end_line(paper);
		}
		said = line->because;
	}
	if (*said)
		print_end_line(paper);
}

static void
print_action(struct call *call, const struct plan_report *plan, enum plan_action action,
	const char *heading)
{
	if (plan->counts[action] == 0)
		return;
	print_format(&call->paper, PRINT_TITLE, "%s (%zu)", heading, plan->counts[action]);
	print_end_line(&call->paper);
	for (size_t i = 0; i < plan->count; i++)
		if (plan->lines[i].action == action && plan_line_is_listed(plan, &plan->lines[i]))
			print_line(call, plan, &plan->lines[i]);
	print_end_line(&call->paper);
}

static const char *
day_text(struct call *call, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	return arena_format(&call->arena, "%s", text);
}

/* Why the launch is where it is: the chain of what it waits for, the first step first. */
static void
print_chain(struct call *call, const struct plan_report *plan)
{
	struct paper *paper = &call->paper;
	bool moves = plan->launch_asked != NO_DAY && plan->launch > plan->launch_asked;

	if (plan->launch == NO_DAY)
		return;
	print_format(paper, PRINT_TITLE, "launch on %s%s%s, end on %s",
		day_text(call, plan->launch), moves ? ", not " : "",
		moves ? day_text(call, plan->launch_asked) : "",
		plan->ends_on == NO_DAY ? "no day yet" : day_text(call, plan->ends_on));
	print_end_line(paper);
	for (size_t i = 0; i + 1 < plan->chain_count; i++) {
		print_format(paper, PRINT_PLAIN, "  %s  ", day_text(call, plan->chain[i].on));
		print_lines(paper, INDENT,
			arena_format(&call->arena, "%s%s%s, %d working days",
				plan->chain[i].rule ? plan->chain[i].rule : "",
				plan->chain[i].rule ? ": " : "", plan->chain[i].title,
				plan->chain[i].work_days));
		print_end_line(paper);
	}
	print_end_line(paper);
}

static void
print_plan(struct call *call, const struct plan_report *plan, bool dry_run)
{
	struct paper *paper = &call->paper;
	const char **causes;
	size_t count;

	/* What stays as it is need not be read again. */
	if (plan->counts[PLAN_ADD] + plan->counts[PLAN_CHANGE] + plan->counts[PLAN_OFFER] == 0) {
		print_text(paper, PRINT_GOOD, "the roadmap is as the facts ask for; nothing to do");
		print_end_line(paper);
		return;
	}
	print_format(paper, PRINT_TITLE, "%s (%zu), %s (%zu); kept as they are: %zu",
		dry_run ? "would add" : "added", plan->counts[PLAN_ADD],
		dry_run ? "would change" : "changed", plan->counts[PLAN_CHANGE],
		plan->counts[PLAN_KEEP]);
	print_end_line(paper);
	print_end_line(paper);
	print_chain(call, plan);
	causes = plan_causes(plan, &call->arena, &count);
	for (size_t i = 0; i < count; i++)
		print_cause(call, plan, causes[i]);
	print_action(call, plan, PLAN_GONE, "deleted by hand, not added again");
	print_action(call, plan, PLAN_OFFER,
		plan->removed > 0 ? "nothing asked for it any more; removed unless touched"
				  : "nothing asks for it any more; --remove takes away what nobody "
				    "touched");
	if (dry_run) {
		print_text(paper, PRINT_MUTED,
			"plan --only KEY… takes these alone, plan --not KEY… all but these");
		print_end_line(paper);
	}
}

/* The keys of the option, and the words behind it. */
static const char *const *
read_keys(struct call *call, const char *text, size_t *count)
{
	const char **keys = NULL;

	*count = 0;
	for (const char *at = text; at && *at; at += *at == ',') {
		size_t length = strcspn(at, ",");

		keys = arena_grow(&call->arena, keys, *count, sizeof *keys);
		if (length > 0)
			keys[(*count)++] = arena_copy(&call->arena, at, length);
		at += length;
	}
	for (size_t i = 0; text && i < call->word_count; i++) {
		keys = arena_grow(&call->arena, keys, *count, sizeof *keys);
		keys[(*count)++] = call->words[i];
	}
	return keys;
}

static enum status
read_choice(struct call *call, struct plan_options *options, struct error *error)
{
	bool only = call_given(call, OPTION_ONLY), leave = call_given(call, OPTION_NOT);

	if (only && leave)
		return error_set(error, STATUS_USAGE, "--only and --not exclude each other");
	if (!only && !leave && call->word_count > 0)
		return error_set(error, STATUS_USAGE,
			"\"%s\": keys of items stand behind --only or --not", call->words[0]);
	options->only = read_keys(call, call->options.values[OPTION_ONLY], &options->only_count);
	options->leave = read_keys(call, call->options.values[OPTION_NOT], &options->leave_count);
	if (only && options->only_count == 0)
		return error_set(error, STATUS_USAGE, "--only needs the key of an item");
	return STATUS_OK;
}

static enum status
cmd_plan_run(struct call *call, struct error *error)
{
	bool dry_run = call_given(call, OPTION_DRY_RUN);
	struct plan_options options = { .write = !dry_run,
		.remove = call_given(call, OPTION_REMOVE) };
	struct plan_report plan;
	enum status status = read_choice(call, &options, error);

	if (!status)
		status = call_open(call, error);
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
		.arguments = "[KEY…]",
		.summary = "draft the roadmap from readiness, teams and dates",
		.help = "Adds phases, slices, milestones with criteria, dependencies, risks, "
			"waves, stall plans and engagement actions, each with the finding or date "
			"it follows from, as one step. Dates come from what each milestone takes "
			"and "
			"waits for: where the day asked for the launch cannot be kept, the later "
			"one "
			"is an item of the plan (launch), with the chain that decides it. While F1 "
			"stands, trainings and launches wait for the calibration; while F2 stands, "
			"teams check in every second week. What stands behind no open gate gets a "
			"promise in a baseline (drafted).\n"
			"-n only says what it would do, by cause. --only KEY... takes the items "
			"named and nothing else, --not KEY... all but those; a milestone's "
			"criteria "
			"and dependencies come and go with it. A word that means two items is "
			"written TYPE/KEY.\n"
			"It can be run again at any time: what a person wrote stays, what they "
			"deleted does not come back. What nothing asks for any more it offers to "
			"remove; --remove does it for what nobody touched.",
		.options = "dry-run only not remove " RESULT "read-only " OPENING,
		.run = cmd_plan_run,
	},
	{ .name = NULL },
};
