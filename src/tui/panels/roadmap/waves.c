/* SPDX-License-Identifier: MIT */
/*
 * The teams board: who comes in which wave and why, what coaches carry, what the pilot has proven
 * and taught. Pinning a team takes a reason; must not place a team itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/list/board_rows.h"
#include "roadmap.h"
#include "tui/kit/form/prompt.h"

enum { DETAIL_FROM = 70, BAR_FROM = 60, BAR_MOST = 20, WAVES_MOST = 1000 };

struct waves {
	struct panel panel;
	struct board_rows rows;
	bool read;
	struct area area;
	int selected, first;
};

static bool
leads_somewhere(const struct waves *waves, int index)
{
	return index >= 0 && index < (int)waves->rows.count && waves->rows.rows[index].type;
}

static void
scroll_to(struct waves *waves, int first)
{
	waves->first = larger_of(
		0, smaller_of(first, (int)waves->rows.count - larger_of(waves->area.rows, 1)));
}

/* To the nearest row from there on, in steps of way, that leads somewhere. */
static void
stand(struct waves *waves, int index, int way)
{
	int rows = larger_of(waves->area.rows, 1);

	while (index >= 0 && index < (int)waves->rows.count && !leads_somewhere(waves, index))
		index += way;
	if (!leads_somewhere(waves, index))
		return;
	waves->selected = index;
	if (index < waves->first)
		scroll_to(waves, index);
	else if (index >= waves->first + rows)
		scroll_to(waves, index - rows + 1);
}

static const struct board_row *
current_row(const struct waves *waves)
{
	return leads_somewhere(waves, waves->selected) ? &waves->rows.rows[waves->selected] : NULL;
}

static void
waves_reload(struct panel *panel, struct session *session)
{
	struct waves *waves = (struct waves *)panel;
	const struct board_row *row = current_row(waves);
	int64_t team = row && row->team >= 0 ? row->id : 0;
	int selected = waves->selected;

	board_rows_read(&waves->rows, session);
	waves->read = true;
	for (size_t i = 0; team != 0 && i < waves->rows.count; i++)
		if (waves->rows.rows[i].team >= 0 && waves->rows.rows[i].id == team)
			selected = (int)i;
	stand(waves, larger_of(selected, 0), 1);
}

static void
waves_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct waves *waves = (struct waves *)panel;

	(void)screen;
	waves->area = content;
	if (!waves->read)
		waves_reload(panel, session);
	scroll_to(waves, waves->first);
	stand(waves, waves->selected, 1);
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
	if (index != waves->selected || !row->type)
		return;
	canvas_mark(canvas, screen_row, column, columns, ROLE_SELECTED);
	canvas_put(canvas, screen_row, column, 1, ROLE_SELECTED,
		glyph_text(canvas->ascii, GLYPH_POINTER));
	canvas_cursor(canvas, screen_row, column, false);
}

static void
waves_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct waves *waves = (const struct waves *)panel;
	int label = label_width(waves, canvas);

	(void)session;
	canvas_cursor(canvas, waves->area.row, waves->area.column, false);
	for (int i = 0; i < waves->area.rows && waves->first + i < (int)waves->rows.count; i++)
		draw_row(waves, canvas, waves->first + i, waves->area.row + i, label);
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
	session_say(session, ROLE_MESSAGE, "%s; u takes it back", done);
	return EFFECT_RELOAD;
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
ask_pin(struct waves *waves, struct session *session, int by)
{
	const struct sequenced *team = current_team(waves, session);
	struct pin pin;
	int wave;

	if (!team || session_refuses(session))
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
unpin(struct waves *waves, struct session *session)
{
	const struct sequenced *team = current_team(waves, session);

	if (!team || session_refuses(session))
		return EFFECT_NONE;
	if (team->team.pinned == NO_WAVE) {
		session_say(session, ROLE_MESSAGE, "it is not pinned: the lens has placed it");
		return EFFECT_NONE;
	}
	return write_team(session, team->team.id, "", "", "the lens places it again");
}

static unsigned
open_row(struct waves *waves, struct session *session)
{
	const struct board_row *row = current_row(waves);

	return row ? session_show(session, type_find(row->type), row->id) : EFFECT_NONE;
}

static unsigned
waves_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct waves *waves = (struct waves *)panel;
	int page = larger_of(waves->area.rows - 1, 1), last = (int)waves->rows.count - 1;

	if (press->action == ACTION_OPEN)
		return open_row(waves, session);
	if (press->action == ACTION_LATER)
		return ask_pin(waves, session, 1);
	if (press->action == ACTION_EARLIER)
		return ask_pin(waves, session, -1);
	if (press->action == ACTION_PIN)
		return ask_pin(waves, session, 0);
	if (press->action == ACTION_UNPIN)
		return unpin(waves, session);
	if (press->action == ACTION_UP)
		stand(waves, waves->selected - 1, -1);
	else if (press->action == ACTION_DOWN)
		stand(waves, waves->selected + 1, 1);
	else if (press->action == ACTION_PAGE_UP)
		stand(waves, larger_of(waves->selected - page, 0), 1);
	else if (press->action == ACTION_PAGE_DOWN)
		stand(waves, smaller_of(waves->selected + page, last), -1);
	else if (press->action == ACTION_FIRST)
		stand(waves, 0, 1);
	else if (press->action == ACTION_LAST)
		stand(waves, last, -1);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
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

static unsigned
waves_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct waves *waves = (struct waves *)panel;
	int index = waves->first + mouse->row - waves->area.row;

	if (mouse->kind == MOUSE_WHEEL_UP)
		scroll_to(waves, waves->first - 3);
	else if (mouse->kind == MOUSE_WHEEL_DOWN)
		scroll_to(waves, waves->first + 3);
	else if (leads_somewhere(waves, index))
		waves->selected = index;
	return mouse->twice && index == waves->selected ? open_row(waves, session) : EFFECT_NONE;
}

static void
waves_keep(const struct panel *panel, struct place *out)
{
	const struct waves *waves = (const struct waves *)panel;

	*out = (struct place){ .known = true, .view = { waves->selected, waves->first } };
}

static void
waves_free(struct panel *panel)
{
	struct waves *waves = (struct waves *)panel;

	board_rows_clear(&waves->rows);
	free(waves);
}

static const struct panel_class waves_class = {
	.scope = SCOPE_TEAMS | SCOPE_PAGE | SCOPE_RECORD,
	.layout = waves_layout,
	.draw = waves_draw,
	.handle = waves_handle,
	.reload = waves_reload,
	.selected = waves_record,
	.point = waves_point,
	.keep = waves_keep,
	.free = waves_free,
};

struct panel *
waves_new(const struct place *place)
{
	struct waves *waves = memory_new(1, sizeof *waves);

	waves->panel.class = &waves_class;
	if (place->known) {
		waves->selected = place->view[0];
		waves->first = place->view[1];
	}
	return &waves->panel;
}
