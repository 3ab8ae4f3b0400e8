/* SPDX-License-Identifier: MIT */
/* status: the control room as text. What is not known is said to be not known. */
#include <string.h>

#include "command.h"
#include "rollout/programme/results.h"

enum { LABEL_WIDTH = 14, ITEM_INDENT = 4, LINE_WIDTH = 80 };

static void
print_label(struct paper *paper, const char *label)
{
	print_text(paper, PRINT_MUTED, label);
	print_spaces(paper, LABEL_WIDTH - (int)strlen(label));
}

static void
print_row(struct paper *paper, const char *label, enum print_role role, const char *text)
{
	print_label(paper, label);
	if (role == PRINT_PLAIN)
		print_lines(paper, LABEL_WIDTH, text);
	else
		print_text(paper, role, text);
	print_end_line(paper);
}

static enum print_role
rating_role(const char *rating)
{
	if (strcmp(rating, "green") == 0)
		return PRINT_GOOD;
	if (strcmp(rating, "red") == 0)
		return PRINT_ERROR;
	return strcmp(rating, "amber") == 0 ? PRINT_WARNING : PRINT_PLAIN;
}

/* What was given, what is suggested, and what the suggestion rests on. */
static void
print_confidence(struct call *call, const struct status_report *status)
{
	struct paper *paper = &call->paper;
	const struct scope_confidence *whole = &status->confidence.scopes[0];
	const char *suggested = whole->suggested;

	print_label(paper, "confidence");
	print_text(paper, whole->given ? rating_role(whole->given) : PRINT_PLAIN,
		whole->given ? whole->given : "not rated yet");
	if (whole->given)
		print_format(paper, PRINT_MUTED, " (given %s)", whole->given_on);
	print_text(paper, PRINT_MUTED, "; suggested ");
	print_text(paper, rating_role(suggested), suggested);
	print_end_line(paper);
	if (whole->given_reason) {
		print_spaces(paper, LABEL_WIDTH);
		print_lines(paper, LABEL_WIDTH, whole->given_reason);
		print_end_line(paper);
	}
	for (size_t i = 0; i < whole->reason_count; i++) {
		print_spaces(paper, LABEL_WIDTH);
		print_lines(paper, LABEL_WIDTH + 2,
			arena_format(&call->arena, "• %s: %s; %s [%s]", whole->reasons[i].colour,
				whole->reasons[i].text, whole->reasons[i].response,
				whole->reasons[i].rule));
		print_end_line(paper);
	}
}

/* "pilot: amber, suggested red: a gate is past its day" */
static const char *
scope_words(struct call *call, const struct scope_confidence *scope)
{
	bool reason = scope->reason_count > 0 && strcmp(scope->suggested, "green") != 0;

	return arena_format(&call->arena, "%s: %s, suggested %s%s%s", scope->name,
		scope->given ? scope->given : "not rated", scope->suggested, reason ? ": " : "",
		reason ? scope->reasons[0].text : "");
}

static void
print_scopes(struct call *call, const struct status_report *status)
{
	for (size_t i = 1; i < status->confidence.count; i++)
		print_row(&call->paper, i == 1 ? "parts" : "", PRINT_PLAIN,
			scope_words(call, &status->confidence.scopes[i]));
}

static const char *
phase_words(struct call *call, const struct status_report *status)
{
	if (!status->phase)
		return "none today";
	return arena_format(&call->arena, "%s, week %d of %d%s%s%s", status->phase,
		status->phase_week, status->phase_weeks,
		status->wave < 0 ? "" : arena_format(&call->arena, ", wave %d", status->wave),
		status->slice ? "; slice " : "", status->slice ? status->slice : "");
}

static const char *
gate_words(struct call *call, const struct status_report *status)
{
	char date[DATE_SIZE];

	if (!status->gate)
		return "no gate ahead";
	if (status->gate_on == NO_DAY)
		memcpy(date, "no date", sizeof("no date"));
	else
		date_format(status->gate_on, date);
	return arena_format(&call->arena, "%s (%s), %s, %s; %d of %d criteria met", status->gate,
		status->gate_identifier, date,
		status->gate_owner ? status->gate_owner : "nobody owns it", status->gate_met,
		status->gate_criteria);
}

static void
print_head(struct call *call, const struct status_report *status)
{
	struct paper *paper = &call->paper;
	char today[DATE_SIZE];

	date_format(programme_today(call->programme), today);
	print_lines(paper, 0,
		arena_format(&call->arena, "%s  %s%s",
			*status->name ? status->name : "no programme record yet", today,
			status->week > 0 ? arena_format(&call->arena, ", week %d", status->week)
					 : ""));
	print_end_line(paper);
	if (status->purpose && *status->purpose) {
		print_lines(paper, 0, status->purpose);
		print_end_line(paper);
	}
	print_end_line(paper);
	print_row(
		paper, "sponsor", PRINT_PLAIN, status->sponsor ? status->sponsor : "nobody named");
	print_row(paper, "lead", PRINT_PLAIN, status->lead ? status->lead : "nobody named");
	print_confidence(call, status);
	print_scopes(call, status);
	print_row(paper, "phase", PRINT_PLAIN, phase_words(call, status));
	print_row(paper, "next gate", PRINT_PLAIN, gate_words(call, status));
	if (status->measures)
		print_row(paper, "measures", PRINT_PLAIN, status->measures);
}

static void
print_counts(struct call *call, const struct status_report *status)
{
	struct paper *paper = &call->paper;
	struct arena *arena = &call->arena;

	print_row(paper, "teams", PRINT_PLAIN,
		arena_format(arena, "%d central, %d supported, %d handed off", status->central,
			status->supported, status->handed_off));
	print_row(paper, "milestones", PRINT_PLAIN,
		arena_format(arena, "%d of %d accepted, %d late", status->accepted,
			status->milestones, status->late));
	print_row(paper, "stakeholders", PRINT_PLAIN,
		arena_format(arena, "%d, %d without an owner", status->stakeholders,
			status->without_owner));
	print_row(paper, "findings", status->errors > 0 ? PRINT_ERROR : PRINT_PLAIN,
		arena_format(arena, "%s, %s, %s",
			text_quantity(arena, status->errors, "error", NULL),
			text_quantity(arena, status->warnings, "warning", NULL),
			text_quantity(arena, status->notices, "notice", NULL)));
}

static void
print_items(struct call *call, const char *title, const struct status_list *list)
{
	struct paper *paper = &call->paper;

	print_end_line(paper);
	print_format(paper, PRINT_TITLE, "%s (%zu)", title, list->count);
	print_end_line(paper);
	if (list->count == 0) {
		print_text(paper, PRINT_MUTED, "  none");
		print_end_line(paper);
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct status_item *item = &list->items[i];
		const char *text =
			item->rule ? arena_format(&call->arena, "%s  %s", item->rule, item->text)
				   : item->text;

		print_text(paper, PRINT_PLAIN, "  • ");
		print_lines(paper, ITEM_INDENT, text);
		print_end_line(paper);
		if (!item->detail || !*item->detail)
			continue;
		print_spaces(paper, ITEM_INDENT);
		print_lines(paper, ITEM_INDENT, item->detail);
		print_end_line(paper);
	}
}

static enum status
cmd_status_show(struct call *call, struct error *error)
{
	struct status_report report = { 0 };
	enum status status = call->programme ? STATUS_OK : call_open(call, error);

	if (!status)
		status = programme_status(call->programme, &call->arena, &report, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "status", &report, error);
	/* It is mailed and read in narrow windows: the same lines everywhere. */
	if (call->paper.width == 0 || call->paper.width > LINE_WIDTH)
		call->paper.width = LINE_WIDTH;
	print_head(call, &report);
	print_counts(call, &report);
	print_items(call, "decisions needed now", &report.decisions);
	print_items(call, "blocked", &report.blocked);
	print_items(call,
		report.changed_since ? arena_format(&call->arena, "changed since the review of %s",
					       report.changed_since)
				     : "changed in the last 7 days",
		&report.changed);
	return STATUS_OK;
}

const struct command cmd_status[] = {
	{
		.place = COMMANDS_PROGRAMME + 30,
		.name = "status",
		.summary = "what needs a decision, what is blocked, what has changed",
		.help = "Prints the control room as text: rating, phase, next gate, and what "
			"needs a decision, is blocked or has changed.",
		.options = RESULT READING,
		.run = cmd_status_show,
	},
	{ .name = NULL },
};
