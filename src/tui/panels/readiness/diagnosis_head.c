/* SPDX-License-Identifier: MIT */
/*
 * The verdict is why one looks at the diagnosis: it stands there whole, in several rows where it is
 * long, and is cut only where there are few rows.
 */
#include "diagnosis_head.h"

#include <string.h>

#include "rollout/base/text.h"
#include "tui/kit/lines.h"

enum { REASON_ROWS = 3, ROOMY = 18, MARGIN = 2 };

static int
width_in(struct area area)
{
	return larger_of(area.columns - MARGIN - 1, 1);
}

static const char *
name_verdict(const struct readiness_report *report, struct arena *arena)
{
	return arena_format(arena, "%s: %s", report->verdict, report->reason);
}

static enum role
verdict_role(const struct readiness_report *report)
{
	if (strcmp(report->verdict, "ready") == 0)
		return ROLE_GOOD;
	return strcmp(report->verdict, "stop") == 0 ? ROLE_ERROR : ROLE_WARNING;
}

static void
wrap_verdict(const struct readiness_report *report, struct area area, struct lines *lines)
{
	int width = width_in(area);
	const char *verdict = name_verdict(report, &lines->arena);

	lines_wrap(lines, verdict_role(report), width, 0, verdict);
	if ((int)lines->count <= (area.rows >= ROOMY ? REASON_ROWS : 1))
		return;
	lines->count = 0;
	lines_add(lines, verdict_role(report), verdict);
}

/* What to do while nobody has answered. */
static const char *
begin_with(const struct readiness_report *report)
{
	int questions = 0;

	for (int i = 0; i < AREA_COUNT; i++)
		questions += report->areas[i].questions;
	return questions > 0 ? "nobody has answered yet: r records a round, one key an answer"
			     : "there is no question yet: type :questions, then a adds the first";
}

static const char *
name_answers(const struct readiness_report *report, struct arena *arena)
{
	if (report->respondents == 0)
		return begin_with(report);
	return arena_format(arena, "%s answered, last on %s%s%s",
		text_quantity(arena, report->respondents, "person has", "people have"),
		report->newest_on, report->compared_on ? "; \"was\" means at the gate of " : "",
		report->compared_on ? report->compared_on : "");
}

int
diagnosis_head_rows(const struct readiness_report *report, struct area area)
{
	struct lines lines = { 0 };
	int rows;

	wrap_verdict(report, area, &lines);
	rows = (int)lines.count + 1;
	lines_clear(&lines);
	return rows;
}

void
diagnosis_head_draw(const struct readiness_report *report, struct canvas *canvas, struct area area)
{
	struct lines lines = { 0 };
	int column = area.column + MARGIN, width = width_in(area), row = area.row;

	wrap_verdict(report, area, &lines);
	for (size_t i = 0; i < lines.count; i++)
		canvas_put(canvas, row++, column, width, lines.items[i].role, lines.items[i].text);
	canvas_put(canvas, row, column, width, ROLE_MUTED, name_answers(report, &lines.arena));
	lines_clear(&lines);
}
