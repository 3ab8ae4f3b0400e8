/* SPDX-License-Identifier: MIT */
/*
 * How the cadence works: the signals that stand, to be explained, escalated or waived where they
 * are, and below them the measures, whole and cut by forum, team, group and wave.
 */
#include <string.h>

#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"
#include "tui/kit/result_lines.h"
#include "tui/kit/sheet.h"

enum { INDENT = 1, ROWS_MOST = 200 };

static enum status
add_signals(struct lines *lines, struct session *session, struct error *error)
{
	struct rows rows = rows_open(session->programme, NULL, error);
	struct finding finding;
	size_t count = 0;

	lines_add(lines, ROLE_HEADING, "Signals that stand");
	rows_check_signals(&rows);
	while (rows_next_finding(&rows, &finding)) {
		struct text_line *line = lines_format(lines, ROLE_WARNING, "  %s %s: %s",
			finding.rule->id, finding.name, finding.message);

		line->rule = finding.rule->id;
		line->type = arena_copy(&lines->arena, finding.type, strlen(finding.type));
		line->identifier =
			arena_copy(&lines->arena, finding.subject, strlen(finding.subject));
		count++;
	}
	if (count == 0)
		lines_add(lines, ROLE_GOOD, "  none");
	lines_add(lines, ROLE_TEXT, "");
	return rows_close(&rows);
}

static void
add_window(struct lines *lines, const struct measures_report *report)
{
	char from[DATE_SIZE], to[DATE_SIZE], ends[DATE_SIZE];

	if (report->ends == NO_DAY) {
		lines_add(lines, ROLE_MUTED, "The programme has not begun: nothing to measure yet");
		return;
	}
	date_format(report->ends, ends);
	if (report->to == NO_DAY) {
		lines_format(lines, ROLE_MUTED, "The first window ends on %s", ends);
		return;
	}
	date_format(report->from, from);
	date_format(report->to, to);
	lines_format(lines, ROLE_MUTED,
		"The window from %s to %s; so far is the one that ends on %s", from, to, ends);
}

/* The whole, or what is cut so; a blank line behind it. */
static void
add_measures(
	struct lines *lines, const struct measures_report *report, enum measure_cut by, int width)
{
	struct measures_report part = *report;

	part.items = NULL;
	part.count = 0;
	for (size_t i = 0; i < report->count; i++) {
		if (report->items[i].by != by)
			continue;
		if (part.count++ == 0)
			part.items = &report->items[i];
	}
	if (part.count == 0)
		return;
	if (by != MEASURE_WHOLE)
		lines_format(lines, ROLE_HEADING, "By %s", measure_cut_name(by));
	result_lines_add(lines, result_list(results_find("measures"), NULL), &part, width, INDENT,
		ROWS_MOST);
	lines_add(lines, ROLE_TEXT, "");
}

static int
fill_measures(struct lines *lines, struct session *session, struct area area)
{
	struct measures_report report;
	struct arena arena = { 0 };
	struct error error = { 0 };
	enum status status = add_signals(lines, session, &error);

	for (enum measure_cut by = MEASURE_WHOLE; by < MEASURE_CUTS && status == STATUS_OK; by++) {
		status = programme_measures(session->programme, by, &arena, &report, &error);
		if (status == STATUS_OK && by == MEASURE_WHOLE)
			add_window(lines, &report);
		if (status == STATUS_OK)
			add_measures(lines, &report, by, area.columns - 2);
	}
	arena_clear(&arena);
	if (status == STATUS_STOPPED)
		return SHEET_LATER;
	if (status != STATUS_OK)
		lines_add(lines, ROLE_ERROR, error.message);
	return 0;
}

static const struct sheet_kind measures = { fill_measures, NULL };

const struct page measures_page = { &sheet_finding_class, sheet_new, &measures };
