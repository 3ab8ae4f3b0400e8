/* SPDX-License-Identifier: MIT */
/*
 * check: what the rule book finds, with what to do next under each. Of one rule it also prints
 * the facts, since who asks for one rule asks why.
 */
#include <string.h>

#include "command.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"

/* The widest severity and rule, with a space behind each. */
enum { SEVERITY_WIDTH = 9, RULE_WIDTH = 5, INDENT = SEVERITY_WIDTH + RULE_WIDTH };

static enum print_role
severity_role(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return PRINT_ERROR;
	case SEVERITY_WARNING: return PRINT_WARNING;
	case SEVERITY_NOTICE: return PRINT_PLAIN;
	}
	return PRINT_PLAIN;
}

static void
print_padded(struct paper *paper, enum print_role role, const char *text, int width)
{
	print_text(paper, role, text);
	print_spaces(paper, width - (int)strlen(text));
}

static void
print_below(struct paper *paper, const char *text)
{
	print_spaces(paper, INDENT);
	print_lines(paper, INDENT, text);
	print_end_line(paper);
}

/* Findings while they are printed. */
struct listing {
	struct call *call;
	struct arena arena; /* of one finding's lines */
	bool one_rule;
	bool signals;
	size_t counts[SEVERITY_NOTICE + 1];
};

static size_t
count_all(const struct listing *listing)
{
	return listing->counts[SEVERITY_ERROR] + listing->counts[SEVERITY_WARNING] +
	       listing->counts[SEVERITY_NOTICE];
}

static void
print_rule(struct paper *paper, const struct rule *rule)
{
	print_format(paper, PRINT_TITLE, "%s %s", rule->id, rule->title);
	print_end_line(paper);
	print_lines(paper, 0, rule->meaning);
	print_end_line(paper);
	print_end_line(paper);
}

static void
print_finding(struct listing *listing, const struct finding *finding)
{
	struct paper *paper = &listing->call->paper;
	struct arena *arena = &listing->arena;
	const struct rule *rule = finding->rule;
	const char *response = finding->response ? finding->response : rule->response;

	if (listing->one_rule && count_all(listing) == 0)
		print_rule(paper, rule);
	listing->counts[rule->severity]++;
	print_padded(paper, severity_role(rule->severity), severity_name(rule->severity),
		SEVERITY_WIDTH);
	print_padded(paper, PRINT_TITLE, rule->id, RULE_WIDTH);
	print_lines(paper, INDENT,
		arena_format(arena, "%s: %s", finding->name ? finding->name : finding->subject,
			finding->message));
	print_end_line(paper);
	print_below(paper, arena_format(arena, "→ %s", response));
	if (listing->signals)
		print_below(paper, arena_format(arena, "chance alone: %s", rule->alarm));
	if (listing->one_rule)
		print_below(paper, arena_format(arena, "facts: %s", finding->facts));
	arena_reset(arena);
}

static const char *
count_of(struct call *call, size_t count, const char *word)
{
	return text_quantity(&call->arena, (int64_t)count, word, NULL);
}

static void
print_summary(const struct listing *listing, size_t waived)
{
	struct call *call = listing->call;
	struct paper *paper = &call->paper;

	if (count_all(listing) == 0)
		print_text(paper, PRINT_GOOD, "nothing found");
	else
		print_format(paper, PRINT_TITLE, "%s, %s, %s",
			count_of(call, listing->counts[SEVERITY_ERROR], "error"),
			count_of(call, listing->counts[SEVERITY_WARNING], "warning"),
			count_of(call, listing->counts[SEVERITY_NOTICE], "notice"));
	if (waived > 0)
		print_format(paper, PRINT_MUTED, ", %zu waived", waived);
	print_end_line(paper);
}

static enum status
print_findings(struct call *call, const char *only, bool signals, struct error *error)
{
	struct listing listing = { .call = call, .one_rule = only != NULL, .signals = signals };
	struct rows rows = rows_open(call->programme, NULL, error);
	struct finding finding;
	enum status status;

	if (signals)
		rows_check_signals(&rows);
	else
		rows_check(&rows, only);
	while (rows_next_finding(&rows, &finding))
		print_finding(&listing, &finding);
	status = rows_close(&rows);
	arena_clear(&listing.arena);
	if (status != STATUS_OK)
		return status;
	if (count_all(&listing) > 0)
		print_end_line(&call->paper);
	print_summary(&listing, rows.waived);
	call->findings = listing.counts[SEVERITY_ERROR] > 0;
	return STATUS_OK;
}

static enum status
tell_findings(struct call *call, const char *only, bool signals, struct error *error)
{
	size_t waived = 0;
	enum status status = call_open(call, error);
	const struct findings_result result = { call->programme, only, signals, &waived,
		&call->findings };

	if (status)
		return status;
	return call_wants_document(call) ? call_write(call, "findings", &result, error)
					 : print_findings(call, only, signals, error);
}

static enum status
cmd_check_run(struct call *call, struct error *error)
{
	return tell_findings(call, call->word_count > 0 ? call->words[0] : NULL, false, error);
}

static enum status
cmd_check_signals(struct call *call, struct error *error)
{
	return tell_findings(call, NULL, true, error);
}

const struct command cmd_check[] = {
	{
		.place = COMMANDS_PROGRAMME + 40,
		.name = "check",
		.arguments = "[RULE]",
		.summary = "what the rule book finds",
		.help = "Runs the rules, or only the one that is named, and lists what they find, "
			"errors first, each with what to do next. With a rule, also says why it "
			"is there and which facts fired it. Exit code 6 when there is an error "
			"among it.",
		.options = RESULT READING,
		.run = cmd_check_run,
	},
	{
		.place = COMMANDS_DERIVED + 70,
		.name = "signals",
		.summary = "which signals of the cadence stand, and which failure modes",
		.help = "Lists G1 to G4 and V1 to V5 as check does, each with the readings that "
			"raised it, what to do, and how often chance alone would. A signal about a "
			"rate is read when a window is over, one about absences, open requests and "
			"old blockers every day; it stands until two good readings. With --today, "
			"those that stood on that day. A waiver says why one is left alone, and "
			"until when: rollout add waiver finding=G1/stakeholder/ID reason=… "
			"until_on=+4w.",
		.options = RESULT READING,
		.run = cmd_check_signals,
	},
	{ .name = NULL },
};
