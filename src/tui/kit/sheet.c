/* SPDX-License-Identifier: MIT */
/*
 * A page of lines. Must not know what they say: the kind fills them in, again whenever the file or
 * the width has changed.
 */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include "tui/kit/record/finding_actions.h"
#include "tui/kit/record/rating_actions.h"
#include "tui/kit/record/record_actions.h"

enum { DETAIL_FROM = 60 };

struct sheet {
	struct panel panel;
	const struct sheet_kind *kind;
	struct lines lines;
	struct area area;
	int facts; /* lines at the top that begin with a label */
	int columns; /* that the lines were filled for */
	int first; /* line at the top */
	int selected; /* -1: none leads anywhere */
	bool stale; /* to be filled while nobody types */
};

static bool
leads_somewhere(const struct sheet *sheet, int line)
{
	const struct text_line *items = sheet->lines.items;

	return line >= 0 && line < (int)sheet->lines.count &&
	       (items[line].page || (items[line].type && items[line].identifier));
}

/* The line one stands on; NULL: none leads anywhere. */
static const struct text_line *
selected_line(const struct sheet *sheet)
{
	return leads_somewhere(sheet, sheet->selected) ? &sheet->lines.items[sheet->selected]
						       : NULL;
}

/* The nearest line from there on, in steps of way, that leads somewhere; -1: none. */
static int
find_line(const struct sheet *sheet, int from, int way)
{
	for (int i = from; i >= 0 && i < (int)sheet->lines.count; i += way)
		if (leads_somewhere(sheet, i))
			return i;
	return -1;
}

/* The first line about a record: what a page is about comes before what is told at its top. */
static int
find_beginning(const struct sheet *sheet)
{
	int first = find_line(sheet, 0, 1);

	for (int i = first; i >= 0; i = find_line(sheet, i + 1, 1))
		if (!sheet->lines.items[i].page)
			return i;
	return first;
}

static void
scroll_to(struct sheet *sheet, int first)
{
	int last = larger_of((int)sheet->lines.count - sheet->area.rows, 0);

	sheet->first = larger_of(0, smaller_of(first, last));
}

static void
keep_in_sight(struct sheet *sheet)
{
	if (sheet->selected < 0)
		return;
	if (sheet->selected < sheet->first)
		scroll_to(sheet, sheet->selected);
	else if (sheet->selected >= sheet->first + sheet->area.rows)
		scroll_to(sheet, sheet->selected - sheet->area.rows + 1);
}

/* What was there stays until all of it has been read. */
static void
fill(struct sheet *sheet, struct session *session)
{
	struct lines lines = { 0 };
	int facts = sheet->kind->fill(&lines, session, sheet->area);

	sheet->stale = facts == SHEET_LATER;
	if (sheet->stale) {
		lines_clear(&lines);
		return;
	}
	lines_clear(&sheet->lines);
	sheet->lines = lines;
	sheet->facts = facts;
	sheet->columns = sheet->area.columns;
	if (!leads_somewhere(sheet, sheet->selected))
		sheet->selected = find_beginning(sheet);
	scroll_to(sheet, sheet->first);
}

/* At once, but in a large file where rules take long: there while nobody types. */
static void
sheet_reload(struct panel *panel, struct session *session)
{
	struct sheet *sheet = (struct sheet *)panel;

	if (!session->findings.slow)
		fill(sheet, session);
	else
		sheet->stale = true;
}

static bool
sheet_work(struct panel *panel, struct session *session)
{
	struct sheet *sheet = (struct sheet *)panel;

	if (sheet->stale)
		fill(sheet, session);
	return false;
}

static void
sheet_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct sheet *sheet = (struct sheet *)panel;

	(void)screen;
	sheet->area = content;
	if (sheet->lines.count == 0 || sheet->columns != content.columns)
		sheet_reload(panel, session);
	/* What fits is shown from its beginning, also after the window was smaller. */
	scroll_to(sheet, sheet->selected < content.rows ? 0 : sheet->first);
	keep_in_sight(sheet);
}

static int
detail_width(const struct sheet *sheet, struct canvas *canvas, const struct text_line *line)
{
	return line->detail && sheet->area.columns >= DETAIL_FROM
		       ? lines_detail_width(sheet->area.columns, canvas_width(canvas, line->text),
				 canvas_width(canvas, line->detail))
		       : 0;
}

static void
draw_line(const struct sheet *sheet, struct canvas *canvas, int index, int row)
{
	const struct text_line *line = &sheet->lines.items[index];
	int columns = sheet->area.columns, detail = detail_width(sheet, canvas, line);

	if (detail > 0) {
		canvas_put(canvas, row, columns - 1 - detail, detail, ROLE_MUTED, line->detail);
		detail += 2;
	}
	canvas_put(canvas, row, 2, columns - 3 - detail, line->role, line->text);
	if (index < sheet->facts)
		canvas_mark(canvas, row, 2, SHEET_LABEL_WIDTH, ROLE_MUTED);
	if (index != sheet->selected)
		return;
	canvas_mark(canvas, row, 0, columns, ROLE_SELECTED);
	canvas_put(canvas, row, 0, 1, ROLE_SELECTED, glyph_text(canvas->ascii, GLYPH_POINTER));
	canvas_cursor(canvas, row, 0, false);
}

static void
sheet_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	struct area area = sheet->area;

	(void)session;
	canvas_cursor(canvas, area.row, 0, false);
	if (sheet->stale && sheet->lines.count == 0)
		canvas_put(canvas, area.row, 2, area.columns - 3, ROLE_MUTED, "Reading…");
	for (int i = 0; i < area.rows && sheet->first + i < (int)sheet->lines.count; i++)
		draw_line(sheet, canvas, sheet->first + i, area.row + i);
}

/* To the next line that leads somewhere; where there is none, the text scrolls. */
static void
move(struct sheet *sheet, int way)
{
	int found = find_line(sheet, sheet->selected + way, way);

	if (found >= 0 && sheet->selected >= 0)
		sheet->selected = found;
	else
		scroll_to(sheet, sheet->first + way);
	if (found >= 0)
		keep_in_sight(sheet);
}

static void
move_page(struct sheet *sheet, int rows)
{
	int way = rows < 0 ? -1 : 1, found;

	scroll_to(sheet, sheet->first + rows);
	found = find_line(sheet, sheet->first + (rows < 0 ? 0 : sheet->area.rows - 1), -way);
	if (found >= sheet->first && found < sheet->first + sheet->area.rows)
		sheet->selected = found;
}

/* The record that the selected line is about; false: there is none, or it is gone. */
static bool
find_record(
	const struct sheet *sheet, struct session *session, const struct type **type, int64_t *id)
{
	const struct text_line *line = selected_line(sheet);
	struct error error = { 0 };

	if (!line || line->page)
		return false;
	*type = type_find(line->type);
	if (programme_resolve(session->programme, *type, line->identifier, strlen(line->identifier),
		    id, &error) == STATUS_OK)
		return true;
	session_fail(session, &error);
	return false;
}

static unsigned
open_line(struct sheet *sheet, struct session *session)
{
	const struct text_line *line = selected_line(sheet);
	const struct type *type;
	int64_t id;

	if (line && line->page)
		return session_show_page(session, line->page, line->filter);
	return find_record(sheet, session, &type, &id) ? session_show(session, type, id)
						       : (unsigned)EFFECT_NONE;
}

static unsigned
explain_line(struct sheet *sheet, struct session *session)
{
	const struct text_line *line = selected_line(sheet);
	const struct type *type;
	int64_t id;

	if (find_record(sheet, session, &type, &id))
		return record_why(session, type, id);
	if (!line || line->page)
		session_say(session, ROLE_MESSAGE,
			"this is about no single record; Enter goes to where it comes from");
	return EFFECT_NONE;
}

/* What the rule found in the selected line, or has found about its record, to be escalated or put
 * off. */
static unsigned
act_on_finding(struct sheet *sheet, struct session *session, enum action action)
{
	const struct text_line *line = selected_line(sheet);
	const struct type *type;
	int64_t id;

	if (!find_record(sheet, session, &type, &id)) {
		if (!line || line->page)
			session_say(session, ROLE_MESSAGE,
				"stand on what a rule found, such as G1 or M5");
		return EFFECT_NONE;
	}
	return action == ACTION_SNOOZE ? finding_ask_snooze(session, line->rule, type, id)
				       : finding_escalate(session, line->rule, type, id);
}

static unsigned
sheet_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct sheet *sheet = (struct sheet *)panel;
	int page = larger_of(sheet->area.rows - 1, 1), count = (int)sheet->lines.count;

	if (press->action == ACTION_OPEN)
		return open_line(sheet, session);
	if (press->action == ACTION_WHY && !sheet->kind->records)
		return explain_line(sheet, session);
	if (press->action == ACTION_ADD && sheet->kind->add)
		return session_refuses(session) ? (unsigned)EFFECT_NONE : sheet->kind->add(session);
	if (press->action == ACTION_ESCALATE || press->action == ACTION_SNOOZE)
		return act_on_finding(sheet, session, press->action);
	if (press->action == ACTION_RATE)
		return rating_ask(session, selected_line(sheet));
	if (press->action == ACTION_UP)
		move(sheet, -1);
	else if (press->action == ACTION_DOWN)
		move(sheet, 1);
	else if (press->action == ACTION_PAGE_UP)
		move_page(sheet, -page);
	else if (press->action == ACTION_PAGE_DOWN)
		move_page(sheet, page);
	else if (press->action == ACTION_FIRST)
		move_page(sheet, -count);
	else if (press->action == ACTION_LAST)
		move_page(sheet, count);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static void
sheet_free(struct panel *panel)
{
	struct sheet *sheet = (struct sheet *)panel;

	lines_clear(&sheet->lines);
	free(sheet);
}

static unsigned
sheet_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct sheet *sheet = (struct sheet *)panel;
	int line = sheet->first + mouse->row - sheet->area.row;

	if (mouse->kind == MOUSE_WHEEL_UP)
		scroll_to(sheet, sheet->first - 3);
	else if (mouse->kind == MOUSE_WHEEL_DOWN)
		scroll_to(sheet, sheet->first + 3);
	else if (leads_somewhere(sheet, line))
		sheet->selected = line;
	return mouse->twice && line == sheet->selected ? open_line(sheet, session) : EFFECT_NONE;
}

/* The selected line with what is said below it, further in. */
static void
sheet_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct sheet *sheet = (const struct sheet *)panel;

	(void)session;
	for (int i = sheet->selected; i >= 0 && i < (int)sheet->lines.count; i++) {
		const char *text = sheet->lines.items[i].text;

		if (i > sheet->selected && (*text != ' ' || leads_somewhere(sheet, i)))
			break;
		buffer_format(
			out, "%s%s", i > sheet->selected ? "\n" : "", text + strspn(text, " "));
	}
}

static void
sheet_keep(const struct panel *panel, struct place *out)
{
	const struct sheet *sheet = (const struct sheet *)panel;

	*out = (struct place){ .known = true, .view = { sheet->selected, sheet->first } };
}

static bool
sheet_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct sheet *sheet = (const struct sheet *)panel;

	if (!leads_somewhere(sheet, sheet->selected))
		return false;
	*type = type_find(sheet->lines.items[sheet->selected].type);
	*id = strtoll(sheet->lines.items[sheet->selected].identifier, NULL, 10);
	return *id != 0;
}

static const struct panel_class finding_class = {
	.scope = SCOPE_CONTROL | SCOPE_PAGE,
	.layout = sheet_layout,
	.draw = sheet_draw,
	.handle = sheet_handle,
	.work = sheet_work,
	.reload = sheet_reload,
	.point = sheet_point,
	.copy = sheet_copy,
	.keep = sheet_keep,
	.free = sheet_free,
};

static const struct panel_class record_class = {
	.scope = SCOPE_PLAYBOOK | SCOPE_RECORD | SCOPE_PAGE,
	.layout = sheet_layout,
	.draw = sheet_draw,
	.handle = sheet_handle,
	.work = sheet_work,
	.reload = sheet_reload,
	.selected = sheet_selected,
	.point = sheet_point,
	.copy = sheet_copy,
	.keep = sheet_keep,
	.free = sheet_free,
};

struct panel *
sheet_new(const struct sheet_kind *kind, const struct place *place)
{
	struct sheet *sheet = memory_new(1, sizeof *sheet);

	sheet->panel.class = kind->records ? &record_class : &finding_class;
	sheet->kind = kind;
	sheet->selected = place->known ? place->view[0] : -1;
	sheet->first = place->known ? place->view[1] : 0;
	return &sheet->panel;
}
