/* SPDX-License-Identifier: MIT */
/*
 * The slip chart: milestones with what was expected of each, the one that slips most first, beside
 * a picture of the selected and the marked ones and the pattern it makes. Must not name a pattern
 * itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/milestone_now.h"
#include "tui/kit/lines.h"
#include "tui/kit/record/record_actions.h"
#include "slip_view.h"

enum { WIDE = 90, LIST_COLUMNS = 46, MARKS_MAX = 5, INFO_ROWS = 2, NUMBERS_MOST = 6 };
enum { PATTERN_ROWS = 2, ROOMY = 10 };

struct slip {
	struct panel panel;
	struct arena arena; /* of the order */
	const struct schedule *schedule; /* NULL: it could not be read */
	size_t count; /* of its milestones */
	const struct milestone_now **order;
	bool read;
	struct arena charts_arena;
	struct slip_chart charts[MARKS_MAX + 1]; /* the selected one, then the marked */
	size_t chart_count;
	int64_t marked[MARKS_MAX];
	size_t marked_count;
	bool current; /* against the newest baseline, not the first */
	struct area area, list, picture;
};

static int
compare_slips(const void *a, const void *b)
{
	const struct milestone_now *left = *(const struct milestone_now *const *)a;
	const struct milestone_now *right = *(const struct milestone_now *const *)b;

	if (left->slip != right->slip)
		return left->slip > right->slip ? -1 : 1;
	if (left->dates.expected != right->dates.expected)
		return left->dates.expected < right->dates.expected ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

static const struct milestone_now *
current_item(const struct slip *slip)
{
	return slip->count > 0 ? slip->order[slip->panel.selection.row] : NULL;
}

static void
read_chart(struct slip *slip, struct session *session, int64_t milestone)
{
	struct error error = { 0 };

	if (programme_slip(session->programme, milestone, &slip->charts_arena,
		    &slip->charts[slip->chart_count], &error) == STATUS_OK)
		slip->chart_count++;
	else
		session_fail(session, &error);
}

static void
read_charts(struct slip *slip, struct session *session)
{
	const struct milestone_now *item = current_item(slip);

	arena_reset(&slip->charts_arena);
	slip->chart_count = 0;
	if (!item)
		return;
	read_chart(slip, session, item->id);
	for (size_t i = 0; i < slip->marked_count; i++)
		if (slip->marked[i] != item->id)
			read_chart(slip, session, slip->marked[i]);
}

static void
slip_moved(struct panel *panel, struct session *session, int before)
{
	if (panel->selection.row != before)
		read_charts((struct slip *)panel, session);
}

static void
slip_reload(struct panel *panel, struct session *session)
{
	struct slip *slip = (struct slip *)panel;
	struct error error = { 0 };

	arena_reset(&slip->arena);
	slip->read = true;
	milestone_now_release(slip->schedule);
	if (milestone_now_read(session->programme, &slip->schedule, &error) != STATUS_OK)
		session_fail(session, &error);
	slip->count = slip->schedule ? slip->schedule->count : 0;
	slip->order = arena_alloc(&slip->arena, (slip->count + 1) * sizeof *slip->order);
	for (size_t i = 0; i < slip->count; i++)
		slip->order[i] = &slip->schedule->milestones[i];
	if (slip->count > 1)
		qsort(slip->order, slip->count, sizeof *slip->order, compare_slips);
	selection_fit(panel, (int)slip->count, slip->list);
	read_charts(slip, session);
}

static void
slip_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct slip *slip = (struct slip *)panel;
	int upper;

	(void)screen;
	slip->area = content;
	if (content.columns >= WIDE) {
		slip->list =
			(struct area){ content.row, content.column, content.rows, LIST_COLUMNS };
		slip->picture = (struct area){ content.row, content.column + LIST_COLUMNS + 1,
			content.rows, content.columns - LIST_COLUMNS - 1 };
	} else {
		upper = larger_of(content.rows / 3, smaller_of(content.rows, 3));
		slip->list = (struct area){ content.row, content.column, upper, content.columns };
		slip->picture = (struct area){ content.row + upper, content.column,
			content.rows - upper, content.columns };
	}
	if (!slip->read)
		slip_reload(panel, session);
	selection_fit(panel, (int)slip->count, slip->list);
}

/* The letter of a marked milestone; the selected one has a star. */
static char
mark_of(const struct slip *slip, int64_t milestone)
{
	for (size_t i = 0; i < slip->marked_count; i++)
		if (slip->marked[i] == milestone)
			return (char)('a' + (char)i);
	return ' ';
}

static void
draw_item(const struct slip *slip, struct canvas *canvas, int index, int row)
{
	const struct milestone_now *item = slip->order[index];
	int moved = slip->current ? item->current_slip : item->slip;
	day baseline = slip->current ? item->current_baseline : item->baseline;
	const char mark[] = { mark_of(slip, item->id), '\0' };
	int column = slip->list.column, columns = slip->list.columns;
	char text[16] = "";

	if (baseline != NO_DAY)
		snprintf(text, sizeof text, moved == 0 ? "0 d" : "%+d d", moved);
	canvas_put(canvas, row, column + 1, 1, ROLE_NOTICE, mark);
	canvas_put(canvas, row, column + 3, columns - 12, ROLE_TEXT, item->title);
	canvas_put_right(
		canvas, row, column + columns - 8, 8, moved > 0 ? ROLE_WARNING : ROLE_MUTED, text);
	if (index == slip->panel.selection.row)
		selection_mark(canvas, row, column, columns);
}

/* "2026-10-09 expected 2026-12-11 (+7)", the newest last. */
static void
draw_numbers(const struct slip_chart *chart, struct canvas *canvas, struct area area)
{
	int count = smaller_of((int)chart->count, area.rows);

	for (int i = 0; i < count; i++) {
		size_t index = chart->count - (size_t)(count - i);
		const struct slip_report *report = &chart->reports[index];
		char on[DATE_SIZE], forecast[DATE_SIZE], text[80];
		int moved = index > 0 ? report->forecast - chart->reports[index - 1].forecast : 0;

		date_format(report->on, on);
		date_format(report->forecast, forecast);
		if (moved == 0)
			snprintf(text, sizeof text, "%s  expected %s", on, forecast);
		else
			snprintf(text, sizeof text, "%s  expected %s  %+d", on, forecast, moved);
		canvas_put(canvas, area.row + i, area.column + 1, area.columns - 2,
			moved > 0 ? ROLE_WARNING : ROLE_MUTED, text);
	}
}

static void
draw_picture(const struct slip *slip, struct canvas *canvas, struct area area, day today)
{
	const struct milestone_now *item = current_item(slip);
	struct trend trends[MARKS_MAX + 1];

	for (size_t i = 0; i < slip->chart_count; i++) {
		char mark = mark_of(slip, slip->charts[i].milestone);

		trends[i] = (struct trend){ slip->charts[i].reports, slip->charts[i].count,
			(char)(mark == ' ' ? '*' : mark), i == 0 };
	}
	slip_view_draw(canvas, area, trends, slip->chart_count,
		slip->current ? item->current_baseline : item->baseline, today);
}

/* All their names, and a sentence on the gravest. */
static const char *
pattern_words(const struct slip_chart *chart, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < chart->pattern_count; i++)
		words = arena_format(
			arena, "%s%s%s", words, i > 0 ? ", " : "", chart->patterns[i].name);
	return chart->pattern_count > 0
		       ? arena_format(arena, "%s: %s: %s", words, chart->patterns[0].reason,
				 chart->patterns[0].response)
		       : chart->nothing;
}

/* What the moves look like, in two rows where it is long and there is room; the row behind it. */
static int
draw_pattern(const struct slip_chart *chart, struct canvas *canvas, struct area area)
{
	enum role role = chart->pattern_count > 0 ? ROLE_WARNING : ROLE_MUTED;
	int columns = area.columns - 2, row = area.row;
	struct lines lines = { 0 };
	const char *words = pattern_words(chart, &lines.arena);

	lines_wrap(&lines, role, larger_of(columns, 1), 0, words);
	if (area.rows >= ROOMY && (int)lines.count <= PATTERN_ROWS)
		for (size_t i = 0; i < lines.count; i++)
			canvas_put(
				canvas, row++, area.column + 1, columns, role, lines.items[i].text);
	else
		canvas_put(canvas, row++, area.column + 1, columns, role, words);
	lines_clear(&lines);
	return row;
}

static void
draw_chart(const struct slip *slip, struct canvas *canvas, day today)
{
	const struct slip_chart *chart = &slip->charts[0];
	struct area area = slip->picture;
	int numbers = area.rows >= 16 ? smaller_of((int)chart->count, NUMBERS_MOST) : 0;
	int row;

	if (slip->chart_count == 0 || area.rows < INFO_ROWS + 1)
		return;
	row = draw_pattern(chart, canvas, area);
	canvas_put(canvas, row++, area.column + 1, area.columns - 2, ROLE_MUTED,
		slip->current ? "against the newest baseline; b takes the first promise"
			      : "against the first promise; b takes the newest baseline");
	draw_picture(slip, canvas,
		(struct area){
			row, area.column, area.row + area.rows - row - numbers, area.columns },
		today);
	draw_numbers(chart, canvas,
		(struct area){
			area.row + area.rows - numbers, area.column, numbers, area.columns });
}

static void
slip_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct slip *slip = (const struct slip *)panel;

	canvas_cursor(canvas, slip->area.row, slip->area.column, false);
	if (slip->count == 0) {
		canvas_put(canvas, slip->area.row, slip->area.column + 2, slip->area.columns - 3,
			ROLE_MUTED, "There is no milestone yet, so nothing can slip.");
		return;
	}
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_item(slip, canvas, i, selection_line(panel, i));
	draw_chart(slip, canvas, programme_today(session->programme));
}

static unsigned
switch_baseline(struct panel *panel, struct session *session)
{
	struct slip *slip = (struct slip *)panel;

	(void)session;
	slip->current = !slip->current;
	return EFFECT_NONE;
}

/* Adds its line or takes it away. */
static void
mark(struct slip *slip, struct session *session, const struct milestone_now *item)
{
	for (size_t i = 0; i < slip->marked_count; i++) {
		if (slip->marked[i] == item->id) {
			memmove(&slip->marked[i], &slip->marked[i + 1],
				(slip->marked_count - i - 1) * sizeof slip->marked[0]);
			slip->marked_count--;
			return;
		}
	}
	if (slip->marked_count == MARKS_MAX)
		session_say(session, ROLE_MESSAGE,
			"%d lines are all that can be told apart: Space takes one away", MARKS_MAX);
	else
		slip->marked[slip->marked_count++] = item->id;
}

static unsigned
compare(struct panel *panel, struct session *session)
{
	struct slip *slip = (struct slip *)panel;

	mark(slip, session, current_item(slip));
	read_charts(slip, session);
	return EFFECT_NONE;
}

static bool
slip_record(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct milestone_now *item = current_item((const struct slip *)panel);

	if (!item)
		return false;
	*type = type_find("milestone");
	*id = item->id;
	return true;
}

static void
slip_keep(const struct panel *panel, struct place *out)
{
	out->view[0] = ((const struct slip *)panel)->current;
}

static void
slip_free(struct panel *panel)
{
	struct slip *slip = (struct slip *)panel;

	milestone_now_release(slip->schedule);
	arena_clear(&slip->arena);
	arena_clear(&slip->charts_arena);
	free(slip);
}

/* clang-format off */
static const struct keys slip_keys = { "in the slip chart", {
	{ "open", "Enter", record_open, "go to the milestone", "open", 1,
	  .applies = record_is_selected },
	{ "compare", "Space", compare, "draw this milestone's line too, or no longer", "compare", 2,
	  .applies = record_is_selected },
	{ "against", "b", switch_baseline,
	  "slips from the first promise, or from the newest baseline", "baseline", 3,
	  .effect = READS, .applies = record_is_selected },
} };
/* clang-format on */

static const struct panel_class slip_class = {
	.keys = { &slip_keys, &record_keys, &why_keys, &selection_keys },
	.layout = slip_layout,
	.draw = slip_draw,
	.reload = slip_reload,
	.selected = slip_record,
	.position = selection_position,
	.moved = slip_moved,
	.keep = slip_keep,
	.free = slip_free,
};

static struct panel *
slip_new(const struct page *page, const struct place *place)
{
	struct slip *slip = memory_new(1, sizeof *slip);

	slip->panel.class = page->class;
	slip->current = place->view[0] != 0;
	return &slip->panel;
}

const struct page slip_page = { &slip_class, .create = slip_new };
