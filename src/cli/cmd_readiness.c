/* SPDX-License-Identifier: MIT */
/* readiness: the diagnosis as text, and recording one person's answers. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "rollout/base/text.h"
#include "rollout/programme/results.h"

enum { NAME_WIDTH = 24, MEAN_SIZE = 16, SCORES = 5, ITEM_INDENT = 6 };

static enum print_role
state_role(const char *state)
{
	if (strcmp(state, "red") == 0)
		return PRINT_ERROR;
	if (strcmp(state, "amber") == 0)
		return PRINT_WARNING;
	return strcmp(state, "green") == 0 ? PRINT_GOOD : PRINT_MUTED;
}

static void
format_mean(int mean, char out[MEAN_SIZE])
{
	if (mean == MEAN_UNKNOWN)
		snprintf(out, MEAN_SIZE, " ? ");
	else
		snprintf(out, MEAN_SIZE, "%.1f", mean / 100.0);
}

static void
print_padded(struct paper *paper, enum print_role role, const char *text, int width)
{
	print_text(paper, role, text);
	print_spaces(paper, width - text_width(text, strlen(text)));
}

/* One place a score: a dot for one answer, a number for several. */
static void
print_dots(struct paper *paper, const struct readiness_question *question)
{
	int counts[SCORES + 1] = { 0 };

	for (size_t i = 0; i < question->answer_count; i++)
		counts[question->answers[i].score]++;
	print_text(paper, PRINT_MUTED, "1 ");
	for (int score = 1; score <= SCORES; score++) {
		if (counts[score] == 0)
			print_text(paper, PRINT_MUTED, paper->ascii ? ". " : "· ");
		else if (counts[score] == 1)
			print_text(paper, PRINT_PLAIN, paper->ascii ? "o " : "● ");
		else
			print_format(paper, PRINT_PLAIN, "%d ", counts[score] % 100);
	}
	print_text(paper, PRINT_MUTED, "5  ");
}

static void
print_question(struct call *call, const struct readiness_question *question)
{
	struct paper *paper = &call->paper;
	char mean[MEAN_SIZE];

	format_mean(question->mean, mean);
	print_spaces(paper, 4);
	print_padded(paper, PRINT_PLAIN, question->identifier, NAME_WIDTH);
	print_dots(paper, question);
	print_format(paper, PRINT_PLAIN, "%s  ", mean);
	print_padded(paper, state_role(question->state), question->state, 8);
	if (question->critical)
		print_text(paper, PRINT_MUTED, "critical ");
	if (question->misaligned)
		print_format(paper, PRINT_WARNING, "misaligned by %d ", question->spread);
	if (question->not_known > 0)
		print_format(paper, PRINT_MUTED, "%d not known ", question->not_known);
	if (question->stale > 0)
		print_format(paper, PRINT_WARNING, "%d stale ", question->stale);
	if (question->state_before && strcmp(question->state_before, question->state) != 0)
		print_format(paper, PRINT_MUTED, "was %s", question->state_before);
	else if (question->mean_before != MEAN_UNKNOWN && question->mean_before != question->mean) {
		format_mean(question->mean_before, mean);
		print_format(paper, PRINT_MUTED, "was %s", mean);
	}
	print_end_line(paper);
}

static void
print_area(
	struct call *call, const struct readiness_report *report, const struct readiness_area *area)
{
	struct paper *paper = &call->paper;
	char mean[MEAN_SIZE];

	format_mean(area->mean, mean);
	print_end_line(paper);
	print_padded(paper, PRINT_TITLE, area->area, 12);
	print_format(paper, PRINT_PLAIN, "%s  ", mean);
	print_text(paper, state_role(area->state), area->state);
	if (area->misaligned > 0)
		print_format(paper, PRINT_WARNING, ", misaligned on %d", area->misaligned);
	if (area->state_before && strcmp(area->state_before, area->state) != 0)
		print_format(paper, PRINT_MUTED, ", was %s", area->state_before);
	print_end_line(paper);
	for (int i = 0; i < area->questions; i++)
		print_question(call, &report->questions[area->first + (size_t)i]);
}

static void
print_item(struct call *call, const struct caused *item)
{
	struct paper *paper = &call->paper;

	print_spaces(paper, ITEM_INDENT);
	print_lines(paper, ITEM_INDENT,
		arena_format(&call->arena, "in the plan: %s \"%s\", %s%s%s", item->type->label,
			item->title, item->owner ? item->owner : "no owner",
			item->state ? ", " : "", item->state ? item->state : ""));
	print_end_line(paper);
}

static void
print_consequence(struct call *call, const struct consequence *consequence)
{
	struct paper *paper = &call->paper;
	const struct finding *finding = consequence->finding;

	print_spaces(paper, 2);
	print_padded(paper, finding->rule->severity == SEVERITY_ERROR ? PRINT_ERROR : PRINT_WARNING,
		finding->rule->id, 4);
	print_lines(paper, ITEM_INDENT,
		arena_format(&call->arena, "%s (%s)", finding->rule->title, finding->message));
	print_end_line(paper);
	print_spaces(paper, ITEM_INDENT);
	print_lines(paper, ITEM_INDENT, arena_format(&call->arena, "→ %s", finding->response));
	print_end_line(paper);
	for (size_t i = 0; i < consequence->count; i++)
		print_item(call, &consequence->items[i]);
	if (consequence->count == 0) {
		print_spaces(paper, ITEM_INDENT);
		print_text(paper, PRINT_WARNING, "nothing in the plan answers it yet");
		print_end_line(paper);
	}
}

static void
print_report(struct call *call, const struct readiness_report *report)
{
	struct paper *paper = &call->paper;
	bool ready = strcmp(report->verdict, "ready") == 0;

	print_text(paper, PRINT_TITLE, "readiness: ");
	print_text(paper,
		ready ? PRINT_GOOD
		      : state_role(strcmp(report->verdict, "stop") == 0 ? "red" : "amber"),
		report->verdict);
	print_format(paper, PRINT_PLAIN, " (%s)", report->reason);
	print_end_line(paper);
	print_format(paper, PRINT_PLAIN, "%s", report->response);
	print_end_line(paper);
	print_format(paper, PRINT_MUTED, "%s answered%s%s",
		text_quantity(&call->arena, report->respondents, "person has", "people have"),
		report->newest_on ? ", last on " : "", report->newest_on ? report->newest_on : "");
	if (report->compared_on)
		print_format(paper, PRINT_MUTED, "; \"was\" means when \"%s\" was accepted on %s",
			report->compared_with, report->compared_on);
	print_end_line(paper);
	for (int i = 0; i < AREA_COUNT; i++)
		print_area(call, report, &report->areas[i]);
	print_end_line(paper);
	print_text(paper, PRINT_TITLE, "what follows for the roadmap");
	print_end_line(paper);
	if (report->consequence_count == 0) {
		print_text(paper, PRINT_MUTED, "  nothing");
		print_end_line(paper);
	}
	for (size_t i = 0; i < report->consequence_count; i++)
		print_consequence(call, &report->consequences[i]);
}

/* By key, number or prompt, else by the beginning of one key only. */
static enum status
find_question(struct call *call, const struct readiness_report *report, const char *word,
	int64_t *id, struct error *error)
{
	size_t length = strlen(word), found = 0;

	for (size_t i = 0; i < report->question_count; i++) {
		if (length > 0 && strncmp(report->questions[i].identifier, word, length) == 0) {
			*id = report->questions[i].id;
			found++;
			if (report->questions[i].identifier[length] == '\0')
				return STATUS_OK;
		}
	}
	if (found > 1)
		return error_set(error, STATUS_INVALID,
			"\"%s\" begins %zu questions; write more of the one you mean", word, found);
	return found == 1 ? STATUS_OK : call_resolve(call, type_find("question"), word, id, error);
}

static enum status
read_score(const char *word, const char *text, int *score, struct error *error)
{
	*score = 0;
	if (!*text || strcmp(text, "?") == 0)
		return STATUS_OK;
	if (text[0] < '1' || text[0] > '5' || text[1])
		return error_set(error, STATUS_INVALID,
			"%s: a score is 1 to 5, or ? for not known, not \"%.*s\"", word,
			text_quote_length(text, strlen(text)), text);
	*score = text[0] - '0';
	return STATUS_OK;
}

/* "2", or "2: what it rests on"; the score may be missing, the evidence as well. */
static enum status
read_reply(struct call *call, const char *question, const char *text, struct round_answer *answer,
	struct error *error)
{
	size_t length = strcspn(text, ":");
	const char *score, *evidence = text + length;

	while (length > 0 && text[length - 1] == ' ')
		length--;
	score = arena_copy(&call->arena, text, length);
	if (*evidence)
		evidence += 1 + strspn(evidence + 1, " ");
	if (*evidence)
		answer->evidence = evidence;
	return read_score(question, score, &answer->score, error);
}

static enum status
read_answer(struct call *call, const struct readiness_report *report, const char *word,
	struct round_answer *answer, struct error *error)
{
	const char *equals = strchr(word, '=');
	enum status status;

	if (!equals)
		return error_set(error, STATUS_USAGE,
			"\"%.*s\" is no answer; write QUESTION=SCORE, such as coaching=3",
			text_quote_length(word, strlen(word)), word);
	word = arena_copy(&call->arena, word, (size_t)(equals - word));
	status = call_check_text("a question", word, error);
	if (!status)
		status = find_question(call, report, word, &answer->question, error);
	return status ? status : read_reply(call, word, equals + 1, answer, error);
}

static enum status
refuse_twice(
	const struct round_answer *answers, size_t count, const char *word, struct error *error)
{
	for (size_t i = 0; i < count; i++)
		if (answers[i].question == answers[count].question)
			return error_set(error, STATUS_INVALID, "\"%.*s\" is answered twice",
				(int)strcspn(word, "="), word);
	return STATUS_OK;
}

static enum status
record_round(struct call *call, const struct readiness_report *report, struct error *error)
{
	size_t count = call->word_count - 1, changed = 0;
	struct round_answer *answers = arena_alloc(&call->arena, (count + 1) * sizeof *answers);
	int64_t person = 0;
	enum status status =
		call_resolve(call, type_find("stakeholder"), call->words[0], &person, error);

	if (!status && count == 0)
		return error_set(error, STATUS_USAGE, "say what they answered: QUESTION=SCORE…");
	for (size_t i = 0; !status && i < count; i++) {
		answers[i] = (struct round_answer){ .respondent = person };
		status = read_answer(call, report, call->words[i + 1], &answers[i], error);
		if (!status)
			status = refuse_twice(answers, i, call->words[i + 1], error);
	}
	if (!status)
		status = programme_record_round(call->programme, programme_today(call->programme),
			answers, count, &changed, error);
	if (!status)
		call_note(call, "%s recorded",
			text_quantity(&call->arena, (int64_t)changed, "answer", NULL));
	return status;
}

static enum status
cmd_readiness_run(struct call *call, struct error *error)
{
	struct readiness_report report;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_readiness(call->programme, &call->arena, &report, error);
	if (!status && call->word_count > 0) {
		status = record_round(call, &report, error);
		if (!status)
			status = programme_readiness(call->programme, &call->arena, &report, error);
	}
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "readiness", &report, error);
	print_report(call, &report);
	return STATUS_OK;
}

const struct command cmd_readiness[] = {
	{
		.place = COMMANDS_DERIVED + 10,
		.name = "readiness",
		.arguments = "[PERSON QUESTION=SCORE…]",
		.summary = "how ready the organisation is, and what follows for the roadmap",
		.help = "Prints the verdict, the four areas with their questions and what each "
			"weakness means for the roadmap. The weakest answer decides, not the "
			"mean.\n"
			"With a person it records their answers of today as one step: QUESTION is "
			"a key or the beginning of one, SCORE is 1 to 5, or nothing or ? for not "
			"known. What it rests on stands behind a colon: "
			"coaching='2: one coach for nine teams'.",
		.options = RESULT "read-only " OPENING,
		.run = cmd_readiness_run,
	},
	{ .name = NULL },
};
