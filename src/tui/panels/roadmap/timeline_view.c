/* SPDX-License-Identifier: MIT */
/*
 * Draws the timeline: a label, a strip of time, and the numbers beside it, row by row; below them
 * what the selected row waits for, the risks, or what a move would bring. Every mark has an ASCII
 * twin, and a letter says what a colour says.
 */
#include "timeline_view.h"

#include <stdlib.h>
#include <string.h>

#include "timeline_likely.h"
#include "tui/kit/record/finding_mark.h"

enum { FACTS_WIDE = 34, FACTS_NARROW = 8, WIDE = 110, MIDDLE = 70, LABEL_MOST = 46 };
enum { INFO_ROWS = 4, TALL = 15, NAMES_SHOWN = 3 };

enum mark {
	MARK_PHASE_DONE,
	MARK_PHASE,
	MARK_SLICE_DONE,
	MARK_SLICE,
	MARK_SLIP,
	MARK_TODAY,
	MARK_PROMISED,
	MARK_FORECAST,
	MARK_CRITICAL,
	MARK_LATE,
	MARK_ACCEPTED,
	MARK_LIKELY,
	MARK_COUNT
};

static const char *
mark_text(const struct canvas *canvas, enum mark mark)
{
	static const char *const texts[MARK_COUNT][2] = {
		[MARK_PHASE_DONE] = { "\u2588", "#" },
		[MARK_PHASE] = { "\u2592", "=" },
		[MARK_SLICE_DONE] = { "\u2501", "=" },
		[MARK_SLICE] = { "\u2500", "-" },
		[MARK_SLIP] = { "\u2508", "." },
		[MARK_TODAY] = { "\u2502", "|" },
		[MARK_PROMISED] = { "\u25cb", "o" },
		[MARK_FORECAST] = { "\u25c6", "*" },
		[MARK_CRITICAL] = { "\u25a0", "X" },
		[MARK_LATE] = { "!", "!" },
		[MARK_LIKELY] = { "\u2591", ":" },
		[MARK_ACCEPTED] = { "\u2713", "+" },
	};

	return texts[mark][canvas->ascii ? 1 : 0];
}

struct timeline_frame
timeline_frame(const struct timeline *timeline)
{
	struct area area = timeline->area;
	struct timeline_frame frame = { .head_rows = area.rows >= 8 ? 3 : 2 };

	if (area.rows < 3)
		frame.head_rows = 0;
	frame.info_rows = area.rows >= TALL ? INFO_ROWS : (timeline->pending.active ? 2 : 0);
	frame.rows = larger_of(area.rows - frame.head_rows - frame.info_rows, 0);
	frame.facts =
		area.columns >= WIDE ? FACTS_WIDE : (area.columns >= MIDDLE ? FACTS_NARROW : 0);
	frame.label = smaller_of(LABEL_MOST, (area.columns - frame.facts) * 2 / 5);
	frame.chart_column = area.column + frame.label + 1;
	frame.chart = larger_of(area.columns - frame.label - frame.facts - 2, 0);
	return frame;
}

const struct timeline_row *
timeline_selected(const struct timeline *timeline)
{
	int row = timeline->panel.selection.row;

	return row < (int)timeline->rows.count ? &timeline->rows.rows[row] : NULL;
}

static const struct milestone_now *
item_of(const struct timeline *timeline, const struct timeline_row *row)
{
	return row->item >= 0 ? &timeline->rows.schedule->milestones[row->item] : NULL;
}

/* When it is expected; what the pending change makes of that. */
static day
expected_of(const struct timeline *timeline, const struct milestone_now *item)
{
	const struct what_if *follows = &timeline->pending.follows;

	for (size_t i = 0; timeline->pending.active && i < follows->milestone_count; i++)
		if (follows->milestones[i].id == item->id)
			return follows->milestones[i].to;
	return item->dates.expected;
}

struct strip {
	struct canvas *canvas;
	const struct scale *scale;
	int row, column, columns;
};

static void
put_mark(const struct strip *strip, day date, enum role role, enum mark mark)
{
	int at = scale_column(strip->scale, date);
	enum glyph edge = at < 0 ? GLYPH_LEFT : GLYPH_RIGHT;

	if (strip->columns <= 0)
		return;
	if (at < 0 || at >= strip->columns)
		canvas_put(strip->canvas, strip->row,
			strip->column + (at < 0 ? 0 : strip->columns - 1), 1, role,
			glyph_text(strip->canvas->ascii, edge));
	else
		canvas_put(strip->canvas, strip->row, strip->column + at, 1, role,
			mark_text(strip->canvas, mark));
}

static void
put_bar(const struct strip *strip, day from, day to, day today, enum role role, enum mark done,
	enum mark rest)
{
	int first = larger_of(scale_column(strip->scale, from), 0);
	int last = smaller_of(scale_column(strip->scale, to), strip->columns - 1);
	int now = scale_column(strip->scale, today);

	for (int i = first; i <= last; i++)
		canvas_put(strip->canvas, strip->row, strip->column + i, 1, role,
			mark_text(strip->canvas, i < now ? done : rest));
}

static void
draw_milestone(const struct timeline *timeline, const struct strip *strip,
	const struct milestone_now *item, day today)
{
	day expected = expected_of(timeline, item);
	bool late = item->late;
	enum mark mark = item->dates.accepted   ? MARK_ACCEPTED
			 : late                 ? MARK_LATE
			 : item->dates.critical ? MARK_CRITICAL
						: MARK_FORECAST;
	enum role role = item->dates.accepted           ? ROLE_GOOD
			 : late || item->dates.critical ? ROLE_ERROR
							: ROLE_TITLE;

	if (expected == NO_DAY)
		return;
	if (item->baseline != NO_DAY && item->baseline < expected)
		put_bar(strip, item->baseline, expected, today, ROLE_MUTED, MARK_SLIP, MARK_SLIP);
	if (item->baseline != NO_DAY && item->baseline != expected)
		put_mark(strip, item->baseline, ROLE_MUTED, MARK_PROMISED);
	if (expected != item->dates.expected && item->dates.expected != NO_DAY)
		put_mark(strip, item->dates.expected, ROLE_MUTED, mark);
	put_mark(strip, expected, role, mark);
}

/* What the pending change makes of the bar. */
static void
bar_of(const struct timeline *timeline, const struct timeline_row *row, day *from, day *to)
{
	const struct timeline_row *selected = timeline_selected(timeline);
	const struct pending *pending = &timeline->pending;
	bool moved = pending->active && selected == row;

	*from = row->from;
	*to = row->to;
	if (moved && pending->end != MOVED_END)
		*from += pending->days;
	if (moved && pending->end != MOVED_START)
		*to += pending->days;
}

static void
draw_strip(const struct timeline *timeline, struct canvas *canvas, const struct timeline_row *row,
	int screen_row, day today)
{
	struct timeline_frame frame = timeline_frame(timeline);
	const struct strip strip = { canvas, &timeline->scale, screen_row, frame.chart_column,
		frame.chart };
	int now = scale_column(&timeline->scale, today);
	day from, to;

	if (now >= 0 && now < frame.chart)
		canvas_put(canvas, screen_row, frame.chart_column + now, 1, ROLE_NOTICE,
			mark_text(canvas, MARK_TODAY));
	bar_of(timeline, row, &from, &to);
	if (row->kind == ROW_PHASE && from != NO_DAY && to != NO_DAY)
		put_bar(&strip, from, to, today, ROLE_NOTICE, MARK_PHASE_DONE, MARK_PHASE);
	if (row->kind == ROW_PHASE)
		timeline_likely_draw(
			timeline, canvas, row, screen_row, mark_text(canvas, MARK_LIKELY));
	if (row->kind == ROW_SLICE && from != NO_DAY && to != NO_DAY)
		put_bar(&strip, from, to, today, ROLE_TEXT, MARK_SLICE_DONE, MARK_SLICE);
	else if (row->kind == ROW_MILESTONE)
		draw_milestone(timeline, &strip, item_of(timeline, row), today);
}

/* "<" before what the selected milestone waits for, ">" before what waits for it. */
static const char *
link_mark(const struct timeline *timeline, const struct timeline_row *row)
{
	const struct timeline_row *selected = timeline_selected(timeline);
	const struct schedule *schedule = timeline->rows.schedule;

	if (!selected || selected->item < 0 || row->item < 0)
		return " ";
	for (size_t i = 0; i < schedule->link_count; i++) {
		if (schedule->links[i].from == row->item && schedule->links[i].to == selected->item)
			return "<";
		if (schedule->links[i].to == row->item && schedule->links[i].from == selected->item)
			return ">";
	}
	return " ";
}

static void
draw_label(const struct timeline *timeline, struct canvas *canvas, const struct timeline_row *row,
	int screen_row)
{
	static const int indents[] = {
		[ROW_PHASE] = 2, [ROW_SLICE] = 3, [ROW_MILESTONE] = 5, [ROW_REST] = 2
	};
	struct timeline_frame frame = timeline_frame(timeline);
	int column = timeline->area.column, indent = indents[row->kind];
	struct arena arena = { 0 };
	const char *text = row->title;
	enum role role = ROLE_TEXT;

	if (row->kind == ROW_PHASE || row->kind == ROW_REST)
		role = ROLE_HEADING;
	if (row->kind == ROW_SLICE)
		role = ROLE_LABEL;
	if (row->kind == ROW_PHASE && row->question)
		text = arena_format(&arena, "%s: %s", row->title, row->question);
	canvas_put(canvas, screen_row, column + indent, frame.label - indent, role, text);
	if (row->kind == ROW_MILESTONE)
		canvas_put(
			canvas, screen_row, column + 3, 1, ROLE_WARNING, link_mark(timeline, row));
	arena_clear(&arena);
}

static char
rating_letter(const char *rating)
{
	return (char)(strcmp(rating, "unknown") == 0 ? '?' : rating[0] - 'a' + 'A');
}

static const char *
milestone_facts(const struct timeline *timeline, const struct timeline_row *row,
	const struct timeline_fact *fact, bool wide, struct arena *arena)
{
	const struct milestone_now *item = item_of(timeline, row);
	day expected = expected_of(timeline, item);
	const char *slip = item->baseline != NO_DAY && expected != item->baseline
				   ? arena_format(arena, "%+d d", expected - item->baseline)
				   : "";
	char critical = item->dates.critical ? 'c' : ' ';

	if (!wide)
		return arena_format(arena, "%-6s%c", slip, critical);
	return arena_format(arena, "%-7s%c %s%s", slip, critical,
		item->dates.accepted ? "accepted "
		: fact && fact->criteria > 0
			? arena_format(arena, "%d/%d proven ", fact->met, fact->criteria)
			: "no criterion ",
		fact && fact->owner ? fact->owner : "nobody");
}

static void
draw_facts(const struct timeline *timeline, struct canvas *canvas, const struct timeline_row *row,
	const struct timeline_fact *fact, int screen_row)
{
	struct timeline_frame frame = timeline_frame(timeline);
	int column = frame.chart_column + frame.chart + 1;
	bool wide = frame.facts == FACTS_WIDE;
	struct arena arena = { 0 };
	enum role role = ROLE_MUTED;
	const char *text;

	if (frame.facts == 0)
		return;
	if (row->kind == ROW_MILESTONE) {
		const struct milestone_now *item = item_of(timeline, row);

		text = milestone_facts(timeline, row, fact, wide, &arena);
		if (!item->dates.accepted && item->baseline != NO_DAY &&
			expected_of(timeline, item) > item->baseline)
			role = ROLE_WARNING;
	} else {
		text = arena_format(&arena, wide ? "%c %d of %d accepted" : "%c %d/%d",
			row->rating ? rating_letter(row->rating) : ' ', row->accepted, row->count);
	}
	canvas_put(canvas, screen_row, column, frame.facts - 1, role, text);
	arena_clear(&arena);
}

static void
draw_row(const struct timeline *timeline, const struct session *session, struct canvas *canvas,
	int index, int screen_row)
{
	const struct timeline_row *row = &timeline->rows.rows[index];
	struct timeline_frame frame = timeline_frame(timeline);
	int shown = index - timeline->panel.selection.first;

	draw_label(timeline, canvas, row, screen_row);
	if (row->kind == ROW_MILESTONE)
		finding_mark(canvas, screen_row, timeline->area.column + 1, session, "milestone",
			timeline->rows.schedule->milestones[row->item].identifier);
	draw_strip(timeline, canvas, row, screen_row, programme_today(session->programme));
	draw_facts(timeline, canvas, row, shown < FACTS_MAX ? &timeline->facts[shown] : NULL,
		screen_row);
	if (index == timeline->panel.selection.row)
		selection_mark(canvas, screen_row, timeline->area.column, frame.label);
}

/* As many signs as there is room for, each with its word. */
static void
draw_legend(struct canvas *canvas, int row, int column, int columns)
{
	static const struct {
		enum mark mark;
		const char *word;
	} signs[] = { { MARK_FORECAST, "forecast" }, { MARK_CRITICAL, "critical" },
		{ MARK_PROMISED, "promised" }, { MARK_ACCEPTED, "accepted" }, { MARK_LATE, "late" },
		{ MARK_TODAY, "today" }, { MARK_LIKELY, "likely" } };
	struct arena arena = { 0 };
	const char *text = "";

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		const char *longer = arena_format(&arena, "%s%s%s %s", text, *text ? " " : "",
			mark_text(canvas, signs[i].mark), signs[i].word);

		if (canvas_width(canvas, longer) <= columns)
			text = longer;
	}
	canvas_put_right(canvas, row, column, columns, ROLE_MUTED, text);
	arena_clear(&arena);
}

/* The scales, and what the marks mean where there is room. */
static void
draw_head(const struct timeline *timeline, struct canvas *canvas)
{
	struct timeline_frame frame = timeline_frame(timeline);
	struct area area = timeline->area;
	struct arena arena = { 0 };
	int column = area.column + 2;

	if (frame.head_rows == 3) {
		for (int i = 0; i < SCALE_COUNT; i++) {
			bool now = timeline->scale.unit == (enum scale_unit)i;

			column += canvas_put(canvas, area.row, column, area.columns - column,
					  now ? ROLE_TITLE : ROLE_MUTED,
					  arena_format(&arena, now ? "[%s]" : " %s ",
						  scale_name((enum scale_unit)i))) +
				  1;
		}
		draw_legend(canvas, area.row, column + 1, area.columns - column - 2);
	}
	if (frame.head_rows >= 2)
		scale_draw_axis(&timeline->scale, canvas, area.row + frame.head_rows - 2,
			frame.chart_column, frame.chart);
	arena_clear(&arena);
}

/* "A, B and 3 more" of what the milestone waits for, or what waits for it. */
static const char *
linked_names(const struct timeline *timeline, int item, bool predecessors, struct arena *arena)
{
	const struct schedule *schedule = timeline->rows.schedule;
	struct buffer names = { 0 };
	const char *text;
	int count = 0;

	for (size_t i = 0; i < schedule->link_count; i++) {
		const struct schedule_link *link = &schedule->links[i];
		int other = predecessors ? link->from : link->to;

		if ((predecessors ? link->to : link->from) != item)
			continue;
		if (count++ < NAMES_SHOWN)
			buffer_format(&names, "%s%s", count > 1 ? "; " : "",
				schedule->milestones[other].title);
	}
	if (count > NAMES_SHOWN)
		buffer_format(&names, "; and %d more", count - NAMES_SHOWN);
	text = count > 0 ? arena_copy(arena, buffer_text(&names), names.length) : "nothing";
	buffer_clear(&names);
	return text;
}

static const char *
day_text(day date, struct arena *arena)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return "none";
	date_format(date, text);
	return arena_copy(arena, text, DATE_SIZE - 1);
}

static void
describe_milestone(const struct timeline *timeline, const struct timeline_row *row,
	const char *lines[INFO_ROWS], struct arena *arena)
{
	const struct milestone_now *item = item_of(timeline, row);

	lines[0] =
		item->dates.expected == NO_DAY
			? "no date: nobody has said how long it takes or when it is there"
			: arena_format(arena, "forecast %s, promised %s, latest %s, slack %d%s%s",
				  day_text(item->dates.expected, arena),
				  day_text(item->baseline, arena),
				  day_text(item->dates.latest, arena), item->dates.slack,
				  item->late ? ", late" : "",
				  item->dates.critical ? ", critical: any slip moves the end" : "");
	lines[1] = arena_format(
		arena, "waits for: %s", linked_names(timeline, row->item, true, arena));
	lines[2] = arena_format(
		arena, "waited for by: %s", linked_names(timeline, row->item, false, arena));
}

static void
describe_bar(const struct timeline *timeline, const struct timeline_row *row,
	const char *lines[INFO_ROWS], struct arena *arena)
{
	lines[0] =
		row->kind == ROW_REST
			? "milestones that belong to no phase"
			: arena_format(arena, "%s to %s, %d days%s%s", day_text(row->from, arena),
				  day_text(row->to, arena),
				  row->from != NO_DAY && row->to != NO_DAY ? row->to - row->from + 1
									   : 0,
				  row->rating ? ", rated " : "", row->rating ? row->rating : "");
	lines[1] = row->question ? row->question : "";
	if (row->kind == ROW_PHASE)
		lines[2] = timeline_likely_words(timeline, row, arena);
}

static const char *
pending_dates(const struct timeline *timeline, const struct timeline_row *row, struct arena *arena)
{
	day from, to;

	bar_of(timeline, row, &from, &to);
	return arena_format(arena, "; %s to %s, %d days", day_text(from, arena),
		day_text(to, arena), to - from + 1);
}

/* What the change would bring, and how to go on. */
static void
describe_pending(const struct timeline *timeline, const char *lines[INFO_ROWS], struct arena *arena)
{
	const struct pending *pending = &timeline->pending;
	const struct what_if *follows = &pending->follows;
	const struct moved_milestone *farthest = follows->milestones;
	const struct timeline_row *row = timeline_selected(timeline);

	if (pending->fault) {
		lines[0] = pending->fault;
		lines[1] = "Esc drops it";
		return;
	}
	lines[0] = arena_format(arena, "%+d day%s: %zu milestone%s move%s%s%s%s%s", pending->days,
		abs(pending->days) == 1 ? "" : "s", follows->milestone_count,
		follows->milestone_count == 1 ? "" : "s", follows->milestone_count == 1 ? "s" : "",
		follows->milestone_count > 0
			? arena_format(arena, ", \"%s\" to %s", farthest->title,
				  day_text(farthest->to, arena))
			: "",
		follows->end_before != follows->end_after
			? arena_format(arena, "; the end moves from %s to %s",
				  day_text(follows->end_before, arena),
				  day_text(follows->end_after, arena))
			: "",
		follows->critical_before != follows->critical_after
			? arena_format(arena, "; critical %d, was %d", follows->critical_after,
				  follows->critical_before)
			: "",
		row->kind != ROW_MILESTONE ? pending_dates(timeline, row, arena) : "");
	lines[1] = "Enter writes it as one step, Esc drops it, w says all that follows";
	for (size_t i = 0; i < follows->appear_count && i < 2; i++)
		lines[2 + i] = arena_format(arena, "%s %s: %s%s", follows->appear[i].rule->id,
			follows->appear[i].name, follows->appear[i].message,
			i == 1 && follows->appear_count > 2
				? arena_format(arena, "; and %zu more", follows->appear_count - 2)
				: "");
}

static void
draw_info(const struct timeline *timeline, struct canvas *canvas)
{
	struct timeline_frame frame = timeline_frame(timeline);
	const struct timeline_row *row = timeline_selected(timeline);
	const char *lines[INFO_ROWS] = { "", "", "", "" };
	int top = timeline->area.row + timeline->area.rows - frame.info_rows;
	bool pending = timeline->pending.active;
	struct arena arena = { 0 };

	if (frame.info_rows == 0 || !row)
		return;
	if (pending)
		describe_pending(timeline, lines, &arena);
	else if (row->kind == ROW_MILESTONE)
		describe_milestone(timeline, row, lines, &arena);
	else
		describe_bar(timeline, row, lines, &arena);
	if (!pending && *timeline->rows.risks)
		lines[INFO_ROWS - 1] = arena_format(&arena, "risks: %s", timeline->rows.risks);
	for (int i = 0; i < frame.info_rows; i++)
		canvas_put(canvas, top + i, timeline->area.column + 2, timeline->area.columns - 3,
			pending ? (i == 0 ? ROLE_TITLE : (i == 1 ? ROLE_KEY : ROLE_WARNING))
				: ROLE_MUTED,
			lines[i]);
	arena_clear(&arena);
}

static void
draw_nothing(const struct timeline *timeline, struct canvas *canvas)
{
	static const char *const lines[] = {
		"There is no roadmap yet.",
		"P drafts one from the diagnosis, the teams and the dates, after showing it.",
		"a adds a milestone by hand; :phases and :slices list what holds them.",
	};

	for (int i = 0; i < (int)(sizeof lines / sizeof lines[0]) && i < timeline->area.rows; i++)
		canvas_put(canvas, timeline->area.row + i, timeline->area.column + 2,
			timeline->area.columns - 3, i == 0 ? ROLE_TEXT : ROLE_MUTED, lines[i]);
}

void
timeline_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct timeline *timeline = (const struct timeline *)panel;

	canvas_cursor(canvas, timeline->area.row, timeline->area.column, false);
	if (timeline->rows.fault) {
		canvas_put(canvas, timeline->area.row, timeline->area.column + 2,
			timeline->area.columns - 3, ROLE_ERROR, timeline->rows.fault);
		return;
	}
	if (timeline->rows.count == 0) {
		draw_nothing(timeline, canvas);
		return;
	}
	draw_head(timeline, canvas);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_row(timeline, session, canvas, i, selection_line(panel, i));
	draw_info(timeline, canvas);
}
