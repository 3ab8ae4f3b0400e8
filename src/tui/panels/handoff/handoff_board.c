/* SPDX-License-Identifier: MIT */
/*
 * The handoff board: teams by criteria, the newest cycles in each cell, one key a note. Must not
 * decide that a team is handed off; it shows what is reliable and what the data propose.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/programme/handoff.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/label_words.h"

enum {
	MARGIN = 2,
	NAME_LEAST = 10,
	NAME_MOST = 28,
	CELL_LEAST = 7,
	CELL_MOST = 16,
	INFO_ROWS = 4,
	INFO_FROM = 9
};
enum { STATE_COLUMNS = 14, STATE_FROM = 70 };

struct handoff {
	struct panel panel;
	struct arena arena; /* of the report; renewed with it */
	struct handoff_report report;
	const char *proposed; /* what the data say of the cell, in the arena below */
	struct arena proposal;
	int64_t proposed_team;
	int proposed_criterion;
	bool read;
	bool next; /* notes go into the cycle behind the newest */
	struct area area;
};

static struct handoff *
handoff_of(struct panel *panel)
{
	return (struct handoff *)panel;
}

static const struct handoff_team *
current_team(const struct handoff *handoff)
{
	int row = handoff->panel.selection.row;

	return row < (int)handoff->report.count ? &handoff->report.teams[row] : NULL;
}

static int
info_rows(const struct handoff *handoff)
{
	return handoff->area.rows >= INFO_FROM ? INFO_ROWS : 0;
}

static void
fit(struct handoff *handoff)
{
	struct area area = handoff->area;

	area.row++;
	area.rows = larger_of(area.rows - 1 - info_rows(handoff), 1);
	handoff->panel.selection.columns = HANDOFF_CRITERIA;
	selection_fit(&handoff->panel, (int)handoff->report.count, area);
}

static void
handoff_moved(struct panel *panel, struct session *session, int before)
{
	(void)session;
	if (panel->selection.row != before)
		handoff_of(panel)->next = false;
}

static void
handoff_reload(struct panel *panel, struct session *session)
{
	struct handoff *handoff = handoff_of(panel);
	const struct handoff_team *team = current_team(handoff);
	int64_t wanted = team ? team->id : 0;
	struct error error = { 0 };

	arena_reset(&handoff->arena);
	if (programme_handoff(session->programme, &handoff->arena, &handoff->report, &error) !=
		STATUS_OK) {
		handoff->report = (struct handoff_report){ 0 };
		session_fail(session, &error);
	}
	handoff->read = true;
	handoff->proposed_team = 0;
	for (size_t i = 0; i < handoff->report.count; i++)
		if (handoff->report.teams[i].id == wanted)
			panel->selection.row = (int)i;
	fit(handoff);
}

/* The data are asked about the cell of the cursor only, once before it is drawn. */
static void
handoff_settle(struct panel *panel, struct session *session)
{
	struct handoff *handoff = handoff_of(panel);
	const struct handoff_team *team = current_team(handoff);
	struct error error = { 0 };

	if (!team || (team->id == handoff->proposed_team &&
			     handoff->panel.selection.column == handoff->proposed_criterion))
		return;
	arena_reset(&handoff->proposal);
	handoff->proposed_team = team->id;
	handoff->proposed_criterion = handoff->panel.selection.column;
	if (programme_handoff_propose(session->programme, team->id, handoff->panel.selection.column,
		    &handoff->proposal, &handoff->proposed, &error) != STATUS_OK)
		handoff->proposed = "";
}

static void
handoff_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct handoff *handoff = handoff_of(panel);

	(void)screen;
	handoff->area = content;
	if (!handoff->read)
		handoff_reload(panel, session);
	fit(handoff);
}

static const char *
result_mark(const char *result, bool ascii)
{
	if (strcmp(result, "pass") == 0)
		return ascii ? "+" : "✓";
	if (strcmp(result, "fail") == 0)
		return ascii ? "x" : "✗";
	return strcmp(result, "not_seen") == 0 ? "?" : (ascii ? "." : "·");
}

static enum role
result_role(const char *result)
{
	if (strcmp(result, "pass") == 0)
		return ROLE_GOOD;
	return strcmp(result, "fail") == 0 ? ROLE_ERROR : ROLE_MUTED;
}

struct columns {
	int name, cell, cells; /* cells: where they begin */
	int state; /* 0: no room */
};

/* No wider than the names are, so that the criteria can be read. */
static int
name_columns(const struct handoff *handoff, int most)
{
	int width = NAME_LEAST;

	for (size_t i = 0; i < handoff->report.count; i++) {
		const char *name = handoff->report.teams[i].name;

		width = larger_of(width, text_width(name, strlen(name)));
	}
	return smaller_of(width, most);
}

static struct columns
place_columns(const struct handoff *handoff)
{
	struct columns columns = { 0 };
	int left = handoff->area.columns - MARGIN;

	columns.state = left >= STATE_FROM ? STATE_COLUMNS : 0;
	columns.name = name_columns(handoff, smaller_of(NAME_MOST, left / 3));
	columns.cells = handoff->area.column + MARGIN + columns.name + 1;
	columns.cell = (left - columns.name - 1 - columns.state) / HANDOFF_CRITERIA;
	columns.cell = larger_of(CELL_LEAST - 1, smaller_of(CELL_MOST, columns.cell));
	return columns;
}

static void
draw_cell(const struct handoff *handoff, struct canvas *canvas, const struct handoff_team *team,
	int criterion, int row, int column)
{
	const struct handoff_cell *cell = &team->cells[criterion];
	int at = column;

	for (int i = 0; i < HANDOFF_CYCLES_SHOWN; i++) {
		bool before = team->cycle - (HANDOFF_CYCLES_SHOWN - 1 - i) < 1;

		if (before)
			continue;
		canvas_put(canvas, row, at++, 1, result_role(cell->results[i]),
			result_mark(cell->results[i], canvas->ascii));
	}
	if (at == column)
		canvas_put(canvas, row, at++, 1, ROLE_MUTED, "-");
	if (cell->reliable)
		canvas_put(canvas, row, at + 1, 1, ROLE_GOOD, "R");
	(void)handoff;
}

static void
draw_team(const struct handoff *handoff, struct canvas *canvas, const struct columns *columns,
	int index, int row)
{
	const struct handoff_team *team = &handoff->report.teams[index];
	struct area area = handoff->area;
	bool here = index == handoff->panel.selection.row;

	canvas_put(canvas, row, area.column + MARGIN, columns->name, here ? ROLE_TITLE : ROLE_TEXT,
		team->name);
	for (int i = 0; i < HANDOFF_CRITERIA; i++) {
		int column = columns->cells + i * columns->cell;

		draw_cell(handoff, canvas, team, i, row, column);
		if (here && i == handoff->panel.selection.column) {
			canvas_mark(canvas, row, column, columns->cell - 1, ROLE_CELL);
			canvas_cursor(canvas, row, column, false);
		}
	}
	if (here)
		canvas_put(canvas, row, area.column, 1, ROLE_TITLE,
			glyph_text(canvas->ascii, GLYPH_POINTER));
	if (columns->state > 0)
		canvas_put_right(canvas, row, area.column + area.columns - columns->state - 1,
			columns->state, ROLE_MUTED, label_words_of(team->ownership).text);
}

static void
draw_head(const struct handoff *handoff, struct canvas *canvas, const struct columns *columns)
{
	for (int i = 0; i < HANDOFF_CRITERIA; i++)
		canvas_put(canvas, handoff->area.row, columns->cells + i * columns->cell,
			columns->cell - 1,
			i == handoff->panel.selection.column ? ROLE_TITLE : ROLE_HEADING,
			label_words_of(handoff_criterion(i)).text);
}

static int
cycle_of(const struct handoff *handoff, const struct handoff_team *team)
{
	return larger_of(team->cycle, 1) + (handoff->next && team->cycle > 0 ? 1 : 0);
}

/* How far the programme has made itself unnecessary. */
static int
count_handed_off(const struct handoff_report *report)
{
	int count = 0;

	for (size_t i = 0; i < report->count; i++)
		count += strcmp(report->teams[i].ownership, "handed_off") == 0 ? 1 : 0;
	return count;
}

static void
draw_info(const struct handoff *handoff, struct canvas *canvas)
{
	const struct handoff_team *team = current_team(handoff);
	const struct handoff_cell *cell = &team->cells[handoff->panel.selection.column];
	struct area area = handoff->area;
	int row = area.row + area.rows - INFO_ROWS, columns = area.columns - 2;
	char text[512];

	canvas_fill(canvas, (struct area){ row, area.column, 1, area.columns }, ROLE_BORDER,
		GLYPH_HORIZONTAL);
	snprintf(text, sizeof text, "%s, %s: notes go into cycle %d; %d of 4 reliable%s%s",
		team->name, label_words_of(handoff_criterion(handoff->panel.selection.column)).text,
		cycle_of(handoff, team), team->reliable, *team->fallback ? "; falls back to " : "",
		label_words_of(team->fallback).text);
	canvas_put(canvas, row + 1, area.column + 1, columns, ROLE_TEXT, text);
	snprintf(text, sizeof text, "%s%s%s%s%s%s",
		*cell->evidence ? "seen: " : "no evidence is noted", cell->evidence,
		*cell->by ? "; by " : "", cell->by, *cell->on ? ", " : "", cell->on);
	canvas_put(canvas, row + 2, area.column + 1, columns, ROLE_TEXT, text);
	if (handoff->proposed && *handoff->proposed)
		snprintf(text, sizeof text, "the data say: %s", handoff->proposed);
	else
		snprintf(text, sizeof text,
			"R: passed with evidence in %d cycles in a row; %d of %zu teams are handed "
			"off",
			handoff->report.cycles, count_handed_off(&handoff->report),
			handoff->report.count);
	canvas_put(canvas, row + 3, area.column + 1, columns, ROLE_MUTED, text);
}

static void
handoff_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct handoff *handoff = (const struct handoff *)panel;
	struct columns columns = place_columns(handoff);
	struct area area = handoff->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	if (area.rows <= 0)
		return;
	if (handoff->report.count == 0) {
		canvas_put(canvas, area.row, area.column + 2, area.columns - 4, ROLE_TEXT,
			"There are no teams yet: type :teams, then a adds the first.");
		return;
	}
	draw_head(handoff, canvas, &columns);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_team(handoff, canvas, &columns, i, selection_line(panel, i));
	if (info_rows(handoff) > 0)
		draw_info(handoff, canvas);
}

/* Whether the newest note of the cell says what it rests on. */
static bool
is_shown(const struct handoff *handoff, const struct handoff_team *team)
{
	return team->cells[handoff->panel.selection.column].shown[HANDOFF_CYCLES_SHOWN - 1];
}

/* The cell whose evidence is asked for. */
struct evidence {
	int64_t team;
	int criterion, cycle;
	bool pass; /* the evidence comes with a pass */
};

static unsigned
take_evidence(struct session *session, const char *text, void *context)
{
	const struct evidence *cell = context;
	struct error error = { 0 };
	bool changed = false;
	enum status status =
		cell->pass ? programme_handoff_set(session->programme, cell->team, cell->criterion,
				     cell->cycle, "pass", text, &changed, &error)
			   : programme_handoff_prove(session->programme, cell->team,
				     cell->criterion, cell->cycle, text, &error);

	if (status != STATUS_OK)
		return session_reject(session, &error, type_find("team"), cell->team);
	return session_done(session,
		cell->pass ? "the pass is noted with its evidence" : "the evidence is noted");
}

static unsigned
ask_shown(struct handoff *handoff, struct session *session, const struct handoff_team *team,
	bool pass)
{
	const struct type *type = type_find("handoff");
	struct evidence cell = { team->id, handoff->panel.selection.column, cycle_of(handoff, team),
		pass };
	struct callback callback = callback_with(take_evidence, &cell, sizeof cell);
	const char *text = team->cells[cell.criterion].evidence;

	if (handoff->next && pass)
		text = "";
	handoff->next = handoff->next && !pass;
	if (!*text && handoff->proposed)
		text = handoff->proposed;
	if (prompt_holds(text))
		return prompt_ask_text(session, callback, "what shows it:", text);
	writing_ask(session, callback, "the editor, opened again,",
		(struct written){ &type->fields[type_field_index(type, "evidence")],
			cell.team * HANDOFF_CRITERIA + cell.criterion },
		text);
	return EFFECT_NONE;
}

static unsigned
note(struct panel *panel, struct session *session)
{
	struct handoff *handoff = handoff_of(panel);
	const char *result = session->press.action->value;
	const struct handoff_team *team = current_team(handoff);
	struct error error = { 0 };
	bool changed = false;

	if (!team)
		return EFFECT_NONE;
	/* A pass is noted together with what shows it. */
	if (strcmp(result, "pass") == 0 && (handoff->next || !is_shown(handoff, team)))
		return ask_shown(handoff, session, team, true);
	if (programme_handoff_set(session->programme, team->id, handoff->panel.selection.column,
		    cycle_of(handoff, team), result, NULL, &changed, &error) != STATUS_OK)
		session_fail(session, &error);
	handoff->next = false;
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
}

/* context: the number of the team. */
static unsigned
take_fallback(struct session *session, const char *answer, void *context)
{
	const struct type *type = type_find("team");
	const int64_t *team = context;
	const struct field_text text = { "fallback", answer, strlen(answer) };
	struct arena arena = { 0 };
	struct error error = { 0 };
	bool changed = false;
	unsigned effects = EFFECT_RELOAD;

	if (programme_set(session->programme, type, *team, &text, 1, NULL, &changed, &error) !=
		STATUS_OK)
		effects = session_reject(session, &error, type, *team);
	else if (changed)
		session_done(session, "the fallback of %s is noted",
			programme_title(session->programme, type, *team, &arena));
	arena_clear(&arena);
	return effects;
}

static unsigned
ask_fallback(struct panel *panel, struct session *session)
{
	const struct handoff *handoff = handoff_of(panel);
	const struct handoff_team *team = current_team(handoff);
	const struct type *type = type_find("team");
	int64_t id;

	if (!team)
		return EFFECT_NONE;
	id = team->id;
	return picker_ask(session, callback_with(take_fallback, &id, sizeof id),
		&type->fields[type_field_index(type, "fallback")], team->fallback);
}

static unsigned
ask_evidence(struct panel *panel, struct session *session)
{
	struct handoff *handoff = handoff_of(panel);
	const struct handoff_team *team = current_team(handoff);

	return team ? ask_shown(handoff, session, team, false) : (unsigned)EFFECT_NONE;
}

static unsigned
switch_cycle(struct panel *panel, struct session *session)
{
	struct handoff *handoff = handoff_of(panel);

	(void)session;
	handoff->next = !handoff->next;
	return EFFECT_NONE;
}

static bool
handoff_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct handoff_team *team = current_team((const struct handoff *)panel);

	*type = type_find("team");
	*id = team ? team->id : 0;
	return team != NULL;
}

static bool
handoff_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	struct columns columns = place_columns((const struct handoff *)panel);
	int cell = mouse->column - columns.cells;

	(void)session;
	(void)row;
	if (cell >= 0 && cell < columns.cell * HANDOFF_CRITERIA)
		*column = cell / columns.cell;
	return area_has(panel->selection.area, mouse->row, mouse->column);
}

static void
handoff_free(struct panel *panel)
{
	struct handoff *handoff = handoff_of(panel);

	arena_clear(&handoff->arena);
	arena_clear(&handoff->proposal);
	free(handoff);
}

/* Which criterion it is, where names are cut and there is no room to say it below. */
static void
handoff_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct handoff *handoff = (const struct handoff *)panel;

	if (info_rows(handoff) == 0 && current_team(handoff))
		snprintf(out, POSITION_SIZE, "%.*s", POSITION_SIZE - 1,
			label_words_of(handoff_criterion(handoff->panel.selection.column)).text);
}

/* clang-format off */
static const struct keys handoff_keys = { "on the handoff board", {
	{ "pass", "p", note, "the team shows this without help", "pass", 1, .effect = WRITES,
	  .applies = record_is_selected, .value = "pass" },
	{ "fail", "f", note, "the team does not show it yet", "fail", 1, .effect = WRITES,
	  .applies = record_is_selected, .value = "fail" },
	{ "not-seen", "o", note, "it could not be seen in this cycle", "not seen", 2,
	  .effect = WRITES, .applies = record_is_selected, .value = "not_seen" },
	{ "empty", "Space Backspace", note, "take the note away", .effect = WRITES,
	  .applies = record_is_selected, .value = "" },
	{ "evidence", "v", ask_evidence, "what shows it; begins with what the data say", "evidence",
	  2, .effect = WRITES, .applies = record_is_selected },
	{ "next-cycle", "n", switch_cycle, "the next note goes into the cycle behind the newest",
	  "next cycle", 3, .effect = WRITES, .applies = record_is_selected },
	{ "fallback", "b", ask_fallback,
	  "what the team gets that does not pass: support, less at once, training", "fallback", 4,
	  .effect = WRITES, .applies = record_is_selected },
	{ "open", "Enter", record_open, "go to the team", "team", 4,
	  .applies = record_is_selected },
} };
/* clang-format on */

static const struct panel_class handoff_class = {
	.keys = { &handoff_keys, &record_keys, &why_keys, &selection_keys, &selection_side_keys },
	.layout = handoff_layout,
	.draw = handoff_draw,
	.settle = handoff_settle,
	.reload = handoff_reload,
	.selected = handoff_selected,
	.position = handoff_position,
	.moved = handoff_moved,
	.locate = handoff_locate,
	.free = handoff_free,
};

static struct panel *
handoff_new(const struct page *page, const struct place *place)
{
	struct handoff *handoff = memory_new(1, sizeof *handoff);

	(void)place;
	handoff->panel.class = page->class;
	return &handoff->panel;
}

const struct page board_page = { &handoff_class, .create = handoff_new };
