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

/* Whether it says more of the line above it: what that has no room for, or what is further in. */
static bool
belongs_above(const struct sheet *sheet, int line)
{
	const struct text_line *item = &sheet->lines.items[line];

	return line > 0 && !sheet_stands(&sheet->panel, line) &&
	       (item->goes_on || *item->text == ' ');
}

/* All that is said of a line is pressed as it is. */
static bool
sheet_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	int pressed = *row;

	(void)session;
	(void)column;
	if (!area_has(panel->selection.area, mouse->row, mouse->column) ||
		pressed >= (int)sheet->lines.count)
		return false;
	while (belongs_above(sheet, *row))
		--*row;
	if (!sheet_stands(panel, *row))
		*row = pressed;
	return true;
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

static bool
leads_somewhere(const struct panel *panel)
{
	return selected_line((const struct sheet *)panel) != NULL;
}

static unsigned
open_line(struct panel *panel, struct session *session)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	const struct text_line *line = selected_line(sheet);
	const struct type *type;
	int64_t id;

	if (line->page)
		return session_show_page(session, line->page, line->filter);
	return find_record(sheet, session, &type, &id) ? session_show(session, type, id)
						       : (unsigned)EFFECT_NONE;
}

static unsigned
explain_line(struct panel *panel, struct session *session)
{
	const struct sheet *sheet = (const struct sheet *)panel;
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

/* What the rule found in the selected line, or has found about its record. */
static bool
find_finding(struct panel *panel, struct session *session, const char **rule,
	const struct type **type, int64_t *id)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	const struct text_line *line = selected_line(sheet);

	if (find_record(sheet, session, type, id)) {
		*rule = line->rule;
		return true;
	}
	if (!line || line->page)
		session_say(session, ROLE_MESSAGE, "stand on what a rule found, such as G1 or M5");
	return false;
}

static unsigned
escalate(struct panel *panel, struct session *session)
{
	const struct type *type;
	const char *rule;
	int64_t id;

	return find_finding(panel, session, &rule, &type, &id)
		       ? finding_escalate(session, rule, type, id)
		       : (unsigned)EFFECT_NONE;
}

static unsigned
snooze(struct panel *panel, struct session *session)
{
	const struct type *type;
	const char *rule;
	int64_t id;

	return find_finding(panel, session, &rule, &type, &id)
		       ? finding_ask_snooze(session, rule, type, id)
		       : (unsigned)EFFECT_NONE;
}

static unsigned
rate(struct panel *panel, struct session *session)
{
	return rating_ask(session, selected_line((const struct sheet *)panel));
}

static bool
can_add(const struct panel *panel)
{
	return ((const struct sheet *)panel)->kind->add != NULL;
}

static unsigned
add(struct panel *panel, struct session *session)
{
	return ((const struct sheet *)panel)->kind->add(session);
}

static void
sheet_free(struct panel *panel)
{
	struct sheet *sheet = (struct sheet *)panel;

	lines_clear(&sheet->lines);
	free(sheet);
}

/* The selected line with all that is said of it. */
static void
sheet_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct sheet *sheet = (const struct sheet *)panel;
	int row = panel->selection.row;

	(void)session;
	for (int i = row; selected_line(sheet) && i < (int)sheet->lines.count; i++) {
		const char *text = sheet->lines.items[i].text;

		if (i > row && !belongs_above(sheet, i))
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

/* clang-format off */
static const struct keys finding_keys = { "in the control room", {
	{ "open", "Enter", open_line, "go to the record that the line is about", "go there", 1,
	  .applies = leads_somewhere },
	{ "escalate", "e", escalate,
	  "make an escalation of what the rule found: owner, response, day", "escalate", 2,
	  .effect = WRITES },
	{ "why", "w", explain_line, "what the rule book says about the record", "why", 3,
	  .effect = READS },
	{ "snooze", "s", snooze, "live with it until a day, for a reason", "snooze", 4,
	  .effect = WRITES },
	{ "rate", "r", rate,
	  "give your confidence in the whole, or in the phase or workstream of the line", "rate", 6,
	  .effect = WRITES },
} };

static const struct keys sheet_keys = { "in a sheet of records", {
	{ "open", "Enter", open_line, "go to the record that the line is about", "go there", 1,
	  .applies = leads_somewhere },
	{ "add", "a", add, "add a record of what the page shows", "add", 2, .effect = WRITES,
	  .applies = can_add },
} };
/* clang-format on */

const struct panel_class sheet_finding_class = {
	.keys = { &finding_keys, &selection_keys },
	.layout = sheet_layout,
	.draw = sheet_draw,
	.work = sheet_work,
	.reload = sheet_reload,
	.stands = sheet_stands,
	.locate = sheet_locate,
	.copy = sheet_copy,
	.free = sheet_free,
};

const struct panel_class sheet_record_class = {
	.keys = { &sheet_keys, &record_keys, &why_keys, &selection_keys },
	.layout = sheet_layout,
	.draw = sheet_draw,
	.work = sheet_work,
	.reload = sheet_reload,
	.selected = sheet_selected,
	.stands = sheet_stands,
	.locate = sheet_locate,
	.copy = sheet_copy,
	.free = sheet_free,
};

struct panel *
sheet_new(const struct page *page, const struct place *place)
{
	struct sheet *sheet = memory_new(1, sizeof *sheet);

	(void)place;
	sheet->panel.class = page->class;
	sheet->kind = page->kind;
	sheet->panel.selection.row = -1;
	return &sheet->panel;
}
