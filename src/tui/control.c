/* SPDX-License-Identifier: MIT */
/*
 * Turns the status report into lines. Must not judge: every figure and every open point is what
 * programme_status() says, and what is not known is said to be not known.
 */
#include "rollout/tui/control.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/programme/status.h"
#include "rollout/tui/lines.h"

enum { LABEL_WIDTH = 13, DETAIL_FROM = 60 };

struct control {
	struct panel panel;
	struct lines lines;
	struct area area;
	int facts; /* lines before the lists */
	int first; /* line at the top */
	int selected; /* -1: none leads anywhere */
};

static const char *
copy_or_null(struct lines *lines, const char *text)
{
	return text ? arena_copy(&lines->arena, text, strlen(text)) : NULL;
}

static void
add_fact(struct lines *lines, const char *label, const char *text)
{
	if (text && *text)
		lines_format(lines, ROLE_TEXT, "%-*s%s", LABEL_WIDTH, label, text);
}

static const char *
known(const char *text)
{
	return text && *text ? text : "not known";
}

static void
add_place(struct lines *lines, const struct status_report *report)
{
	if (report->week <= 0)
		lines_format(lines, ROLE_TEXT, "%-*snot begun", LABEL_WIDTH, "Now");
	else if (report->phase)
		lines_format(lines, ROLE_TEXT, "%-*sweek %d of the rollout; %s, week %d of %d%s%s",
			LABEL_WIDTH, "Now", report->week, report->phase, report->phase_week,
			report->phase_weeks, report->slice ? "; " : "",
			report->slice ? report->slice : "");
	else
		lines_format(lines, ROLE_TEXT, "%-*sweek %d of the rollout; in no phase",
			LABEL_WIDTH, "Now", report->week);
}

static void
add_gate(struct lines *lines, const struct status_report *report)
{
	char date[DATE_SIZE] = "no date";
	struct text_line *line;

	if (!report->gate) {
		add_fact(lines, "Next gate", "none is planned");
		return;
	}
	if (report->gate_on != INT32_MIN)
		date_format(report->gate_on, date);
	line = lines_format(lines, ROLE_TEXT, "%-*s%s; %s; evidence %d of %d; owner %s",
		LABEL_WIDTH, "Next gate", report->gate, date, report->gate_met,
		report->gate_criteria, known(report->gate_owner));
	line->type = "milestone";
	line->identifier = copy_or_null(lines, report->gate_identifier);
}

static void
add_rating(struct lines *lines, const struct status_report *report)
{
	if (report->rating)
		lines_format(lines, ROLE_TEXT, "%-*s%s, given on %s%s%s", LABEL_WIDTH, "Confidence",
			report->rating, known(report->rating_on), report->rating_reason ? ": " : "",
			report->rating_reason ? report->rating_reason : "");
	else
		add_fact(lines, "Confidence", "not rated yet");
}

static void
add_facts(struct lines *lines, const struct status_report *report)
{
	add_fact(lines, "Purpose", report->purpose);
	lines_format(lines, ROLE_TEXT, "%-*s%s; lead %s", LABEL_WIDTH, "Sponsor",
		known(report->sponsor), known(report->lead));
	add_place(lines, report);
	add_gate(lines, report);
	add_rating(lines, report);
	lines_format(lines, ROLE_TEXT, "%-*scentral %d, supported %d, handed off %d", LABEL_WIDTH,
		"Teams", report->central, report->supported, report->handed_off);
	lines_format(lines, ROLE_TEXT, "%-*s%d, %d accepted, %d late", LABEL_WIDTH, "Milestones",
		report->milestones, report->accepted, report->late);
	lines_format(lines, ROLE_TEXT, "%-*s%d, %d without an owner", LABEL_WIDTH, "Stakeholders",
		report->stakeholders, report->without_owner);
	lines_format(lines, report->errors > 0 ? ROLE_WARNING : ROLE_TEXT,
		"%-*s%d errors, %d warnings, %d notices", LABEL_WIDTH, "Rule book", report->errors,
		report->warnings, report->notices);
}

static void
add_item(struct lines *lines, const struct status_item *item)
{
	const struct type *type = item->type ? type_find(item->type) : NULL;
	struct text_line *line = lines_format(lines, ROLE_TEXT, "%s%s%s",
		item->rule ? item->rule : "", item->rule ? " " : "", item->text ? item->text : "");

	line->detail = copy_or_null(lines, item->detail);
	line->type = type ? type->name : NULL;
	line->identifier = copy_or_null(lines, item->subject);
}

static void
add_list(struct lines *lines, const char *title, const struct status_list *list)
{
	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "%s: %zu", title, list->count);
	for (size_t i = 0; i < list->count; i++)
		add_item(lines, &list->items[i]);
}

static bool
leads_somewhere(const struct control *control, int line)
{
	return line >= 0 && line < (int)control->lines.count && control->lines.items[line].type &&
	       control->lines.items[line].identifier;
}

/* The nearest line from there on, in steps of way, that leads somewhere; -1: none. */
static int
find_line(const struct control *control, int from, int way)
{
	for (int i = from; i >= 0 && i < (int)control->lines.count; i += way)
		if (leads_somewhere(control, i))
			return i;
	return -1;
}

static void
scroll_to(struct control *control, int first)
{
	int last = larger_of((int)control->lines.count - control->area.rows, 0);

	control->first = larger_of(0, smaller_of(first, last));
}

static void
keep_in_sight(struct control *control)
{
	if (control->selected < 0)
		return;
	if (control->selected < control->first)
		scroll_to(control, control->selected);
	else if (control->selected >= control->first + control->area.rows)
		scroll_to(control, control->selected - control->area.rows + 1);
}

static void
control_reload(struct panel *panel, struct session *session)
{
	struct control *control = (struct control *)panel;
	struct lines *lines = &control->lines;
	struct arena arena = { 0 };
	struct status_report report = { 0 };
	struct error error = { 0 };
	const char *since;

	lines_reset(lines);
	if (programme_status(session->programme, &arena, &report, &error) == STATUS_OK) {
		add_facts(lines, &report);
		control->facts = (int)lines->count;
		add_list(lines, "Decisions needed now", &report.decisions);
		add_list(lines, "Blocked", &report.blocked);
		since = report.changed_since
				? arena_format(&arena, "Changed since the review of %s",
					  report.changed_since)
				: "Changed in the last seven days";
		add_list(lines, since, &report.changed);
	} else {
		lines_add(lines, ROLE_ERROR, error.message);
	}
	if (!leads_somewhere(control, control->selected))
		control->selected = find_line(control, 0, 1);
	scroll_to(control, control->first);
	arena_clear(&arena);
}

static void
control_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct control *control = (struct control *)panel;

	(void)screen;
	control->area = content;
	if (control->lines.count == 0)
		control_reload(panel, session);
	scroll_to(control, 0);
	keep_in_sight(control);
}

/* The text goes before what stands at its right, which keeps a fifth of the row. */
static int
detail_width(const struct control *control, struct canvas *canvas, const struct text_line *line)
{
	int columns = control->area.columns;
	int left = columns - 5 - canvas_width(canvas, line->text);

	if (!line->detail || columns < DETAIL_FROM)
		return 0;
	return smaller_of(canvas_width(canvas, line->detail), larger_of(left, columns / 5));
}

static void
draw_line(const struct control *control, struct canvas *canvas, int index, int row)
{
	const struct text_line *line = &control->lines.items[index];
	int columns = control->area.columns, detail = detail_width(control, canvas, line);

	if (detail > 0) {
		canvas_put(canvas, row, columns - 1 - detail, detail, ROLE_MUTED, line->detail);
		detail += 2;
	}
	canvas_put(canvas, row, 2, columns - 3 - detail, line->role, line->text);
	if (index < control->facts)
		canvas_mark(canvas, row, 2, LABEL_WIDTH, ROLE_MUTED);
	if (index != control->selected)
		return;
	canvas_mark(canvas, row, 0, columns, ROLE_SELECTED);
	canvas_put(canvas, row, 0, 1, ROLE_SELECTED, glyph_text(canvas->ascii, GLYPH_POINTER));
	canvas_cursor(canvas, row, 0, false);
}

static void
control_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct control *control = (const struct control *)panel;
	struct area area = control->area;

	(void)session;
	canvas_cursor(canvas, area.row, 0, false);
	for (int i = 0; i < area.rows && control->first + i < (int)control->lines.count; i++)
		draw_line(control, canvas, control->first + i, area.row + i);
}

/* To the next line that leads somewhere; where there is none, the text scrolls. */
static void
move(struct control *control, int way)
{
	int found = find_line(control, control->selected + way, way);

	if (found >= 0 && control->selected >= 0)
		control->selected = found;
	else
		scroll_to(control, control->first + way);
	if (found >= 0)
		keep_in_sight(control);
}

static void
move_page(struct control *control, int rows)
{
	int way = rows < 0 ? -1 : 1, found;

	scroll_to(control, control->first + rows);
	found = find_line(control, control->first + (rows < 0 ? 0 : control->area.rows - 1), -way);
	if (found >= control->first && found < control->first + control->area.rows)
		control->selected = found;
}

static unsigned
open_line(struct control *control, struct session *session)
{
	const struct text_line *line;
	const struct type *type;
	struct error error = { 0 };
	int64_t id;

	if (!leads_somewhere(control, control->selected))
		return EFFECT_NONE;
	line = &control->lines.items[control->selected];
	type = type_find(line->type);
	if (programme_resolve(session->programme, type, line->identifier, strlen(line->identifier),
		    &id, &error) != STATUS_OK) {
		session_fail(session, &error);
		return EFFECT_NONE;
	}
	return session_show(session, type, id);
}

static unsigned
control_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct control *control = (struct control *)panel;
	int page = larger_of(control->area.rows - 1, 1), count = (int)control->lines.count;

	if (press->action == ACTION_OPEN)
		return open_line(control, session);
	if (press->action == ACTION_UP)
		move(control, -1);
	else if (press->action == ACTION_DOWN)
		move(control, 1);
	else if (press->action == ACTION_PAGE_UP)
		move_page(control, -page);
	else if (press->action == ACTION_PAGE_DOWN)
		move_page(control, page);
	else if (press->action == ACTION_FIRST)
		move_page(control, -count);
	else if (press->action == ACTION_LAST)
		move_page(control, count);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static void
control_free(struct panel *panel)
{
	struct control *control = (struct control *)panel;

	lines_clear(&control->lines);
	free(control);
}

static const struct panel_class control_class = {
	.scope = SCOPE_CONTROL | SCOPE_PAGE,
	.layout = control_layout,
	.draw = control_draw,
	.handle = control_handle,
	.reload = control_reload,
	.free = control_free,
};

struct panel *
control_new(const struct place *place)
{
	struct control *control = memory_new(1, sizeof *control);

	(void)place;
	control->panel.class = &control_class;
	control->selected = -1;
	return &control->panel;
}
