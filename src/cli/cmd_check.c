/* SPDX-License-Identifier: MIT */
/*
 * check: what the rule book finds, with what to do next under each. Of one rule it also prints
 * the facts, since who asks for one rule asks why.
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/report.h"

/* The widest severity and rule, with a space behind each. */
enum { SEVERITY_WIDTH = 9, RULE_WIDTH = 5, INDENT = SEVERITY_WIDTH + RULE_WIDTH };

static enum role
severity_role(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return ROLE_ERROR;
	case SEVERITY_WARNING: return ROLE_WARNING;
	case SEVERITY_NOTICE: return ROLE_PLAIN;
	}
	return ROLE_PLAIN;
}

static void
print_padded(struct paper *paper, enum role role, const char *text, int width)
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

static void
print_finding(struct call *call, const struct finding *finding, bool facts)
{
	struct paper *paper = &call->paper;
	const struct rule *rule = finding->rule;
	const char *response = finding->response ? finding->response : rule->response;

	print_padded(paper, severity_role(rule->severity), severity_name(rule->severity),
		SEVERITY_WIDTH);
	print_padded(paper, ROLE_TITLE, rule->id, RULE_WIDTH);
	print_lines(paper, INDENT,
		arena_format(&call->arena, "%s: %s",
			finding->name ? finding->name : finding->subject, finding->message));
	print_end_line(paper);
	print_below(
		paper, arena_format(&call->arena, "%s %s", paper->ascii ? "->" : "→", response));
	if (facts)
		print_below(paper, arena_format(&call->arena, "facts: %s", finding->facts));
}

static const char *
count_of(struct call *call, size_t count, const char *word)
{
	return arena_format(&call->arena, "%zu %s%s", count, word, count == 1 ? "" : "s");
}

static void
print_summary(struct call *call, const size_t counts[SEVERITY_NOTICE + 1], size_t waived)
{
	struct paper *paper = &call->paper;

	if (counts[SEVERITY_ERROR] + counts[SEVERITY_WARNING] + counts[SEVERITY_NOTICE] == 0)
		print_text(paper, ROLE_GOOD, "nothing found");
	else
		print_format(paper, ROLE_TITLE, "%s, %s, %s",
			count_of(call, counts[SEVERITY_ERROR], "error"),
			count_of(call, counts[SEVERITY_WARNING], "warning"),
			count_of(call, counts[SEVERITY_NOTICE], "notice"));
	if (waived > 0)
		print_format(paper, ROLE_MUTED, ", %zu waived", waived);
	print_end_line(paper);
}

static void
print_findings(struct call *call, const struct finding *findings, size_t count, size_t waived,
	bool one_rule)
{
	size_t counts[SEVERITY_NOTICE + 1] = { 0 };

	if (one_rule && count > 0) {
		print_format(&call->paper, ROLE_TITLE, "%s %s", findings[0].rule->id,
			findings[0].rule->title);
		print_end_line(&call->paper);
		print_lines(&call->paper, 0, findings[0].rule->meaning);
		print_end_line(&call->paper);
		print_end_line(&call->paper);
	}
	for (size_t i = 0; i < count; i++) {
		print_finding(call, &findings[i], one_rule);
		counts[findings[i].rule->severity]++;
	}
	if (count > 0)
		print_end_line(&call->paper);
	print_summary(call, counts, waived);
}

enum status
cmd_check_run(struct call *call, struct error *error)
{
	const char *only = call->word_count > 0 ? call->words[0] : NULL;
	struct finding *findings;
	size_t count = 0, waived = 0;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_check(
			call->programme, only, &call->arena, &findings, &count, &waived, error);
	if (status)
		return status;
	for (size_t i = 0; i < count; i++)
		if (findings[i].rule->severity == SEVERITY_ERROR)
			call->findings = true;
	if (call_given(call, OPTION_JSON))
		return report_write_findings(
			call->programme, findings, count, waived, STDOUT_FILENO, error);
	print_findings(call, findings, count, waived, only != NULL);
	return STATUS_OK;
}
