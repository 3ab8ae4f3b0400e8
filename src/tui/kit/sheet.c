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
	bool stale; /* to be filled while nobody types */
};

/* Whether it leads somewhere. */
static bool
sheet_stands(const struct panel *panel, int line)
{
	const struct lines *lines = &((const struct sheet *)panel)->lines;

	return line >= 0 && line < (int)lines->count &&
	       (lines->items[line].page ||
		       (lines->items[line].type && lines->items[line].identifier));
}

/* The line one stands on; NULL: none leads anywhere. */
static const struct text_line *
selected_line(const struct sheet *sheet)
{
	int line = sheet->panel.selection.row;

	return sheet_stands(&sheet->panel, line) ? &sheet->lines.items[line] : NULL;
}

/* The first line about a record: what a page is about comes before what is told at its top. */
static int
find_beginning(const struct sheet *sheet)
{
	for (int i = 0; i < (int)sheet->lines.count; i++)
		if (sheet_stands(&sheet->panel, i) && !sheet->lines.items[i].page)
			return i;
	return 0;
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
	if (!selected_line(sheet))
		sheet->panel.selection.row = find_beginning(sheet);
	selection_fit(&sheet->panel, (int)lines.count, sheet->area);
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
	selection_fit(panel, (int)sheet->lines.count, content);
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
	if (line == selected_line(sheet))
		selection_mark(canvas, row, 0, columns);
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
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_line(sheet, canvas, i, selection_line(panel, i));
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
	return selection_act(panel, session, press->action) ? EFFECT_NONE : EFFECT_IGNORED;
}

static void
sheet_free(struct panel *panel)
{
	struct sheet *sheet = (struct sheet *)panel;

	lines_clear(&sheet->lines);
	free(sheet);
}

/* The selected line with what is said below it, further in. */
static void
sheet_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	int row = panel->selection.row;

	(void)session;

	for (int i = row; selected_line(sheet) && i < (int)sheet->lines.count; i++) {
		const char *text = sheet->lines.items[i].text;

		if (i > row && (*text != ' ' || sheet_stands(panel, i)))
			break;
		buffer_format(out, "%s%s", i > row ? "\n" : "", text + strspn(text, " "));
	}
}

static bool
sheet_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct text_line *line = selected_line((const struct sheet *)panel);

	if (!line || !line->type)
		return false;
	*type = type_find(line->type);
	*id = strtoll(line->identifier, NULL, 10);
	return *id != 0;
}

static const struct panel_class finding_class = {
	.scope = SCOPE_CONTROL | SCOPE_PAGE,
	.layout = sheet_layout,
	.draw = sheet_draw,
	.handle = sheet_handle,
	.work = sheet_work,
	.reload = sheet_reload,
	.stands = sheet_stands,
	.copy = sheet_copy,
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
	.stands = sheet_stands,
	.copy = sheet_copy,
	.free = sheet_free,
};

struct panel *
sheet_new(const struct sheet_kind *kind, const struct place *place)
{
	struct sheet *sheet = memory_new(1, sizeof *sheet);

	(void)place;
	sheet->panel.class = kind->records ? &record_class : &finding_class;
	sheet->kind = kind;
	sheet->panel.selection.row = -1;
	return &sheet->panel;
}
