/* SPDX-License-Identifier: MIT */
/*
 * The teams board: who comes in which wave and why, what coaches carry, what the pilot has proven
 * and taught. Pinning a team takes a reason; must not place a team itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/list/board_rows.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/form/prompt.h"

enum { DETAIL_FROM = 70, BAR_FROM = 60, BAR_MOST = 20, WAVES_MOST = 1000 };

struct waves {
	struct panel panel;
	struct board_rows rows;
	bool read;
	struct area area;
};

/* Whether it leads somewhere. */
static bool
waves_stands(const struct panel *panel, int index)
{
	const struct board_rows *rows = &((const struct waves *)panel)->rows;

	return index < (int)rows->count && rows->rows[index].type;
}

static const struct board_row *
current_row(const struct waves *waves)
{
	int row = waves->panel.selection.row;

	return waves_stands(&waves->panel, row) ? &waves->rows.rows[row] : NULL;
}

static void
waves_reload(struct panel *panel, struct session *session)
{
	struct waves *waves = (struct waves *)panel;
	const struct board_row *row = current_row(waves);
	int64_t team = row && row->team >= 0 ? row->id : 0;

	board_rows_read(&waves->rows, session);
	waves->read = true;
	for (size_t i = 0; team != 0 && i < waves->rows.count; i++)
		if (waves->rows.rows[i].team >= 0 && waves->rows.rows[i].id == team)
			panel->selection.row = (int)i;
	selection_fit(panel, (int)waves->rows.count, waves->area);
}

static void
waves_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct waves *waves = (struct waves *)panel;

	(void)screen;
	waves->area = content;
	if (!waves->read)
		waves_reload(panel, session);
	selection_fit(panel, (int)waves->rows.count, content);
}

/* One cell a team; what is beyond the capacity stands out. */
static void
draw_load(struct canvas *canvas, int row, int column, int used, int most)
{
	int cells = smaller_of(larger_of(used, most), BAR_MOST);

	for (int i = 0; i < cells; i++)
		canvas_put(canvas, row, column + i, 1,
			i >= most ? ROLE_ERROR : (i < used ? ROLE_NOTICE : ROLE_MUTED),
			canvas->ascii ? (i >= most ? "!" : (i < used ? "#" : "."))
				      : (i < used ? "\u2588" : "\u2591"));
}

/* Cells of the longest short text with a detail: details behind those begin in one column. */
static int
label_width(const struct waves *waves, struct canvas *canvas)
{
	int most = waves->area.columns * 2 / 5, width = 0;

	for (size_t i = 0; i < waves->rows.count; i++) {
		int cells = canvas_width(canvas, waves->rows.rows[i].text);

		if (waves->rows.rows[i].detail && cells <= most)
			width = larger_of(width, cells);
	}
	return width;
}

/* The cells it takes, at the right end. */
static int
detail_width(
	const struct waves *waves, struct canvas *canvas, const struct board_row *row, int label)
{
	int columns = waves->area.columns, text = canvas_width(canvas, row->text);

	if (!row->detail || columns < DETAIL_FROM)
		return 0;
	return text <= label ? larger_of(columns - 5 - label, 0)
			     : lines_detail_width(columns, text, canvas_width(canvas, row->detail));
}

static void
draw_row(const struct waves *waves, struct canvas *canvas, int index, int screen_row, int label)
{
	const struct board_row *row = &waves->rows.rows[index];
	int column = waves->area.column, columns = waves->area.columns;
	int detail = detail_width(waves, canvas, row, label);

	if (detail > 0) {
		canvas_put(canvas, screen_row, column + columns - 1 - detail, detail, ROLE_MUTED,
			row->detail);
		detail += 2;
	}
	canvas_put(canvas, screen_row, column + 2, columns - 3 - detail, row->role, row->text);
	if (row->most > 0 && columns >= BAR_FROM)
		draw_load(canvas, screen_row,
			column + larger_of(38, canvas_width(canvas, row->text) + 4), row->used,
			row->most);
	if (index == waves->panel.selection.row && row->type)
		selection_mark(canvas, screen_row, column, columns);
}

static void
waves_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct waves *waves = (const struct waves *)panel;
	int label = label_width(waves, canvas);

	(void)session;
	canvas_cursor(canvas, waves->area.row, waves->area.column, false);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_row(waves, canvas, i, selection_line(panel, i), label);
}

static const struct sequenced *
current_team(const struct waves *waves, struct session *session)
{
	const struct board_row *row = current_row(waves);

	if (row && row->team >= 0)
		return &waves->rows.sequence.teams[row->team];
	session_say(session, ROLE_MESSAGE, "stand on a team to place it");
	return NULL;
}

static unsigned
write_team(
	struct session *session, int64_t id, const char *wave, const char *reason, const char *done)
{
	const struct field_text texts[] = {
		{ "wave", wave, strlen(wave) },
		{ "pinned_reason", reason, strlen(reason) },
	};
	struct error error = { 0 };
	bool changed;

	if (programme_set(session->programme, type_find("team"), id, texts, 2, NULL, &changed,
		    &error) != STATUS_OK)
		return session_reject(session, &error, type_find("team"), id);
	return session_done(session, "%s", done);
}

/* A team and where it is to go. */
struct pin {
	int64_t team;
	char wave[16];
};

static unsigned
take_reason(struct session *session, const char *reason, void *context)
{
	const struct pin *pin = context;

	if (*reason)
		return write_team(session, pin->team, pin->wave, reason, "pinned");
	session_say(session, ROLE_WARNING, "a team is pinned with a reason");
	return EFFECT_NONE;
}

/* by 0: to the wave it is in. */
static unsigned
ask_pin(struct panel *panel, struct session *session)
{
	struct waves *waves = (struct waves *)panel;
	int by = session->press.action->by;
	const struct sequenced *team = current_team(waves, session);
	struct pin pin;
	int wave;

	if (!team)
		return EFFECT_NONE;
	wave = (team->team.wave == NO_WAVE ? 0 : team->team.wave) + by;
	if (wave < 0 || wave > WAVES_MOST)
		return EFFECT_NONE;
	pin.team = team->team.id;
	snprintf(pin.wave, sizeof pin.wave, "%d", wave);
	session_say(session, ROLE_MESSAGE, "\"%s\" to wave %d", team->team.name, wave);
	return prompt_ask(session, callback_with(take_reason, &pin, sizeof pin), "why there:");
}

static unsigned
unpin(struct panel *panel, struct session *session)
{
	struct waves *waves = (struct waves *)panel;
	const struct sequenced *team = current_team(waves, session);

	if (!team)
		return EFFECT_NONE;
	if (team->team.pinned == NO_WAVE) {
		session_say(session, ROLE_MESSAGE, "it is not pinned: the lens has placed it");
		return EFFECT_NONE;
	}
	return write_team(session, team->team.id, "", "", "the lens places it again");
}

static bool
waves_record(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct board_row *row = current_row((const struct waves *)panel);

	if (!row)
		return false;
	*type = type_find(row->type);
	*id = row->id;
	return true;
}

static void
waves_free(struct panel *panel)
{
	struct waves *waves = (struct waves *)panel;

	board_rows_clear(&waves->rows);
	free(waves);
}

/* clang-format off */
static const struct keys waves_keys = { "on the teams board", {
	{ "open", "Enter", record_open, "go to the team, lesson or gate of the line", "open", 1,
	  .applies = record_is_selected },
	{ "wave-later", "+ =", ask_pin, "pin the team to the next wave; asks for the reason",
	  "- wave", 2, .effect = WRITES, .by = 1 },
	{ "wave-earlier", "-", ask_pin, "pin the team to the wave before; asks for the reason",
	  .effect = WRITES, .by = -1 },
	{ "pin", "p", ask_pin, "pin the team to the wave it is in; asks for the reason", "pin", 3,
	  .effect = WRITES },
	{ "unpin", "o", unpin, "let the lens place the team again", "unpin", 4, .effect = WRITES },
} };
/* clang-format on */

static const struct panel_class waves_class = {
	.keys = { &waves_keys, &record_keys, &why_keys, &selection_keys },
	.layout = waves_layout,
	.draw = waves_draw,
	.reload = waves_reload,
	.selected = waves_record,
	.stands = waves_stands,
	.free = waves_free,
};

static struct panel *
waves_new(const struct page *page, const struct place *place)
{
	struct waves *waves = memory_new(1, sizeof *waves);

	(void)place;
	waves->panel.class = page->class;
	return &waves->panel;
}

const struct page waves_page = { &waves_class, .create = waves_new };
