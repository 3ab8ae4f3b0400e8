/* SPDX-License-Identifier: MIT */
/*
 * The readiness diagnosis as lines: verdict, areas with their questions, what follows for the
 * roadmap. Must not judge; a mark and a word stand beside every colour.
 */
#include <stdio.h>
#include <string.h>

#include "rollout/programme/readiness.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/sheet.h"

enum { SCORES = 5, WORDS = 24, MEAN_SIZE = 16, LINE_SIZE = 256 };

static enum role
state_role(const char *state)
{
	if (strcmp(state, "red") == 0)
		return ROLE_ERROR;
	if (strcmp(state, "amber") == 0)
		return ROLE_WARNING;
	return strcmp(state, "green") == 0 ? ROLE_GOOD : ROLE_MUTED;
}

/* Read without colour. */
static const char *
state_mark(const char *state)
{
	if (strcmp(state, "red") == 0)
		return "!";
	if (strcmp(state, "amber") == 0)
		return "~";
	return strcmp(state, "green") == 0 ? "+" : "?";
}

static void
format_mean(int mean, char out[MEAN_SIZE])
{
	if (mean == MEAN_UNKNOWN)
		snprintf(out, MEAN_SIZE, " ? ");
	else
		snprintf(out, MEAN_SIZE, "%.1f", mean / 100.0);
}

/* "1 . o 3 . 5": a place a score, how many gave it. */
static void
format_dots(const struct readiness_question *question, bool ascii, char out[64])
{
	int counts[SCORES + 1] = { 0 }, used;

	for (size_t i = 0; i < question->answer_count; i++)
		counts[question->answers[i].score]++;
	used = snprintf(out, 64, "1 ");
	for (int score = 1; score <= SCORES; score++) {
		if (counts[score] > 1)
			used += snprintf(out + used, 64 - (size_t)used, "%d ", counts[score] % 100);
		else if (counts[score] == 1)
			used += snprintf(out + used, 64 - (size_t)used, ascii ? "o " : "\u25cf ");
		else
			used += snprintf(out + used, 64 - (size_t)used, ascii ? ". " : "\u00b7 ");
	}
	snprintf(out + used, 64 - (size_t)used, "5");
}

static const char *
keep(struct lines *lines, const char *text)
{
	return arena_copy(&lines->arena, text, strlen(text));
}

static void
add_question(struct lines *lines, const struct readiness_question *question, bool ascii)
{
	char mean[MEAN_SIZE], dots[64], detail[LINE_SIZE];
	struct text_line *line;

	format_mean(question->mean, mean);
	format_dots(question, ascii, dots);
	line = lines_format(lines, ROLE_TEXT, "    %s %-*.*s %s  %s", state_mark(question->state),
		WORDS, WORDS, question->identifier, dots, mean);
	line->type = "question";
	line->identifier = keep(lines, question->identifier);
	snprintf(detail, sizeof detail, "%s%s%s%s%s%s", question->state,
		question->critical ? ", critical" : "", question->misaligned ? ", misaligned" : "",
		question->not_known > 0 ? ", some do not know" : "",
		question->stale > 0 ? ", stale" : "",
		question->state_before && strcmp(question->state_before, question->state) != 0
			? arena_format(&lines->arena, ", was %s", question->state_before)
			: "");
	line->detail = keep(lines, detail);
}

static void
add_area(struct lines *lines, const struct readiness_report *report,
	const struct readiness_area *area, bool ascii)
{
	char mean[MEAN_SIZE];

	format_mean(area->mean, mean);
	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, state_role(area->state), "%s %s %s  %s%s", state_mark(area->state),
		area->area, mean, area->state,
		area->misaligned > 0
			? arena_format(&lines->arena, ", misaligned on %d", area->misaligned)
			: "");
	for (int i = 0; i < area->questions; i++)
		add_question(lines, &report->questions[area->first + (size_t)i], ascii);
}

static void
add_consequence(struct lines *lines, const struct consequence *consequence, int width)
{
	const struct finding *finding = consequence->finding;

	lines_format(lines, finding->rule->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_WARNING,
		"%s %s", finding->rule->id, finding->rule->title);
	lines_wrap(lines, ROLE_MUTED, width, 5, finding->response);
	for (size_t i = 0; i < consequence->count; i++) {
		const struct caused *item = &consequence->items[i];
		struct text_line *line = lines_format(
			lines, ROLE_TEXT, "     %s: %s", item->type->label, item->title);

		line->type = item->type->name;
		line->identifier = keep(lines, item->identifier);
		line->detail = keep(lines, item->owner ? item->owner : "no owner !");
	}
	if (consequence->count == 0)
		lines_add(lines, ROLE_WARNING, "     nothing in the plan answers it yet");
}

static void
add_report(struct lines *lines, const struct readiness_report *report, bool ascii, int width)
{
	lines_format(lines,
		strcmp(report->verdict, "ready") == 0
			? ROLE_GOOD
			: (strcmp(report->verdict, "stop") == 0 ? ROLE_ERROR : ROLE_WARNING),
		"%s: %s", report->verdict, report->reason);
	lines_format(lines, ROLE_MUTED, "%d %s answered%s%s", report->respondents,
		report->respondents == 1 ? "person has" : "people have",
		report->newest_on ? ", last on " : "", report->newest_on ? report->newest_on : "");
	for (int i = 0; i < AREA_COUNT; i++)
		add_area(lines, report, &report->areas[i], ascii);
	lines_add(lines, ROLE_TEXT, "");
	lines_add(lines, ROLE_HEADING, "What follows for the roadmap");
	for (size_t i = 0; i < report->consequence_count; i++)
		add_consequence(lines, &report->consequences[i], width);
	if (report->consequence_count == 0)
		lines_add(lines, ROLE_MUTED, "nothing");
}

static int
fill_diagnosis(struct lines *lines, struct session *session, struct area area)
{
	struct arena arena = { 0 };
	struct readiness_report report;
	struct error error = { 0 };

	if (programme_readiness(session->programme, &arena, &report, &error) == STATUS_OK)
		add_report(lines, &report, session->ascii, larger_of(area.columns - 4, 20));
	else
		lines_add(lines, ROLE_ERROR, error.message);
	arena_clear(&arena);
	return 0;
}

static const struct sheet_kind diagnosis = { fill_diagnosis };

struct panel *
diagnosis_new(const struct place *place)
{
	return sheet_new(&diagnosis, place);
}
