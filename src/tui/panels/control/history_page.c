/* SPDX-License-Identifier: MIT */
/*
 * The log panel. Must not undo unasked. Steps are read a screen at a time as one scrolls towards
 * the older ones and kept while the page is open; only a change of the file reads them again.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/programme/local_time.h"
#include "rollout/programme/reading.h"
#include "tui/kit/form/prompt.h"

enum { PAGE = 64, STAMP_WIDTH = 16, WHO_WIDTH = 14, STATE_WIDTH = 16, WIDE = 70 };

struct log_step {
	int64_t id, changes;
	enum step_state state;
	const char *at, *who, *label; /* in the arena */
};

struct log {
	struct panel panel;
	struct arena arena;
	struct log_step *steps; /* the newest first */
	size_t count;
	bool complete; /* the first step of all is there */
	struct area area;
};

static const struct question_choice choices[] = {
	{ 'y', "go there" },
	{ 'n', "stay (Esc)" },
};

static const char *
keep(struct log *log, const char *text)
{
	return arena_copy(&log->arena, text ? text : "", text ? strlen(text) : 0);
}

static void
add_step(struct log *log, const struct step *step)
{
	log->steps = array_grow(log->steps, log->count, sizeof *log->steps);
	log->steps[log->count++] = (struct log_step){ .id = step->id,
		.changes = step->changes,
		.state = step->state,
		.at = keep(log, step->at),
		.who = keep(log, step->who),
		.label = keep(log, step->label) };
}

static void
read_more(struct log *log, struct session *session)
{
	int64_t before = log->count > 0 ? log->steps[log->count - 1].id : 0;
	size_t had = log->count;
	struct error error = { 0 };
	struct rows rows;
	struct step step;

	if (log->complete)
		return;
	rows = rows_open(session->programme, NULL, &error);
	rows_log(&rows, "", before, PAGE);
	while (rows_next_step(&rows, &step))
		add_step(log, &step);
	if (rows_close(&rows) != STATUS_OK)
		session_fail(session, &error);
	log->complete = log->count < had + PAGE;
}

/* As far as that row, and what fills the screen behind it. */
static void
read_to(struct log *log, struct session *session, int row)
{
	while (!log->complete && (size_t)(row + larger_of(log->area.rows, 1)) >= log->count)
		read_more(log, session);
	selection_fit(&log->panel, (int)log->count, log->area);
}

static bool
log_beyond(struct panel *panel, struct session *session, int row)
{
	read_to((struct log *)panel, session, larger_of(row, 0));
	panel->selection.row = larger_of(0, smaller_of(row, panel->selection.rows - 1));
	selection_fit(panel, panel->selection.rows, panel->selection.area);
	return true;
}

static void
log_reload(struct panel *panel, struct session *session)
{
	struct log *log = (struct log *)panel;
	int row = panel->selection.row;
	int64_t wanted = log->count > 0 && row > 0 ? log->steps[row].id : 0;

	log->count = 0;
	log->complete = false;
	arena_reset(&log->arena);
	read_to(log, session, row);
	for (size_t i = 0; i < log->count; i++)
		if (log->steps[i].id == wanted)
			panel->selection.row = (int)i;
	read_to(log, session, panel->selection.row);
}

static void
log_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct log *log = (struct log *)panel;

	(void)screen;
	log->area = content;
	if (log->count == 0)
		log_reload(panel, session);
	read_to(log, session, panel->selection.row);
}

/* As the clock here showed it. */
static void
draw_stamp(struct canvas *canvas, int row, int column, enum role role, const char *at)
{
	char text[LOCAL_MINUTE_SIZE];

	local_minute(at, text);
	canvas_put(canvas, row, column, STAMP_WIDTH, role, text);
}

static void
draw_step(const struct log *log, struct canvas *canvas, int index, int row)
{
	const struct log_step *step = &log->steps[index];
	bool gone = step->state == STEP_UNDONE || step->state == STEP_DROPPED;
	bool wide = log->area.columns >= WIDE;
	enum role role = gone ? ROLE_MUTED : ROLE_TEXT;
	int column = log->area.column + 2, end = log->area.column + log->area.columns - 1;
	const char *state = step_state_words(step->state);

	if (wide) {
		draw_stamp(canvas, row, column, ROLE_MUTED, step->at);
		column += STAMP_WIDTH + 2;
		canvas_put(canvas, row, column, WHO_WIDTH, role, step->who);
		column += WHO_WIDTH + 2;
	}
	if (*state) {
		end -= canvas_width(canvas, state) + 1;
		canvas_put(canvas, row, end + 1, STATE_WIDTH, ROLE_MUTED, state);
	}
	canvas_put(canvas, row, column, end - column, role, step->label);
	if (index == log->panel.selection.row)
		selection_mark(canvas, row, log->area.column, log->area.columns);
}

static void
log_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct log *log = (const struct log *)panel;

	(void)session;
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_step(log, canvas, i, selection_line(panel, i));
}

/* Steps that would be turned to get there, and how many of them somebody else made. */
static int
distance(const struct log *log, const char *author, bool *forward, int *others)
{
	const struct log_step *target = &log->steps[log->panel.selection.row];
	int count = 0;

	*forward = target->state == STEP_UNDONE;
	*others = 0;
	for (size_t i = 0; i < log->count; i++) {
		const struct log_step *step = &log->steps[i];

		if (*forward ? step->state != STEP_UNDONE || step->id > target->id
			     : step->state != STEP_DONE || step->id <= target->id)
			continue;
		count++;
		*others += strcmp(step->who, author) != 0 ? 1 : 0;
	}
	return count;
}

/* What the question is about. */
struct way {
	int64_t target; /* the step to go to */
	int64_t newest; /* that there was when it was asked */
};

static unsigned
go_to_step(struct session *session, const char *answer, void *context)
{
	const struct way *way = context;
	struct arena arena = { 0 };
	struct error error = { 0 };
	int64_t moved = 0, count;
	enum status status =
		programme_go_to_step(session->programme, way->target, way->newest, &moved, &error);

	(void)answer;
	count = moved < 0 ? -moved : moved;
	if (status == STATUS_CONFLICT)
		session_say(session, ROLE_WARNING, "nothing was done: %s; Enter asks again",
			error.message);
	else if (status != STATUS_OK)
		session_fail(session, &error);
	else
		session_say(session, ROLE_MESSAGE, "%s %s",
			text_quantity(&arena, count, "step", NULL),
			moved < 0 ? "taken back" : "done again");
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

static unsigned
ask(struct panel *panel, struct session *session)
{
	struct log *log = (struct log *)panel;
	const struct log_step *step;
	struct lines lines = { 0 };
	struct way way;
	bool forward;
	int count, others;

	if (log->count == 0)
		return EFFECT_NONE;
	/* Reading moves the steps. */
	while (log->steps[log->panel.selection.row].state == STEP_UNDONE && !log->complete)
		read_more(log, session);
	step = &log->steps[log->panel.selection.row];
	count = distance(log, programme_author(session->programme), &forward, &others);
	if (step->state == STEP_DROPPED) {
		session_say(session, ROLE_WARNING,
			"this was undone and its author did something else since: it cannot come "
			"back");
		return EFFECT_NONE;
	}
	if (count == 0) {
		session_say(session, ROLE_MESSAGE, "the file is as it was after this step");
		return EFFECT_NONE;
	}
	lines_format(&lines, ROLE_TEXT, forward ? "Do %s again, up to:" : "Take %s back, to:",
		text_quantity(&lines.arena, count, "step", NULL));
	lines_wrap(&lines, ROLE_TITLE, 66, 2, step->label);
	if (others > 0)
		lines_format(&lines, ROLE_WARNING, "%d of them %s somebody else's.", others,
			others == 1 ? "is" : "are");
	if (others > 0)
		lines_add(&lines, ROLE_MUTED, "They go back and forth here alone.");
	else
		lines_add(&lines, ROLE_MUTED,
			forward ? "u takes them back."
				: "Ctrl-R brings them back until you change something.");
	way = (struct way){ step->id, log->steps[0].id };
	return question_ask(session, callback_with(go_to_step, &way, sizeof way), "Go to this step",
		&lines, choices, sizeof choices / sizeof choices[0]);
}

/* One step alone, whoever made it. */
struct turn {
	int64_t step;
	bool back;
};

static const struct question_choice turns[] = {
	{ 'y', "yes" },
	{ 'n', "no (Esc)" },
};

static unsigned
turn_step(struct session *session, const char *answer, void *context)
{
	const struct turn *turn = context;
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct step step;
	enum status status = programme_turn_step(
		session->programme, turn->back, turn->step, &arena, &step, &error);

	(void)answer;
	if (status == STATUS_OK)
		session_say(session, ROLE_MESSAGE, turn->back ? "taken back: %s" : "done again: %s",
			step.label);
	else
		session_say(session, ROLE_WARNING, "%s", error.message);
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

static unsigned
ask_turn(struct panel *panel, struct session *session)
{
	struct log *log = (struct log *)panel;
	const struct log_step *step;
	struct lines lines = { 0 };
	struct turn turn;

	if (log->count == 0)
		return EFFECT_NONE;
	step = &log->steps[log->panel.selection.row];
	turn = (struct turn){ step->id, step->state != STEP_UNDONE };
	lines_add(&lines, ROLE_TEXT,
		turn.back ? "Take back this step alone:" : "Do this step again:");
	lines_wrap(&lines, ROLE_TITLE, 66, 2, step->label);
	if (strcmp(step->who, programme_author(session->programme)) != 0)
		lines_format(&lines, ROLE_WARNING, "It is %s's.", step->who);
	lines_add(&lines, ROLE_MUTED, "Where a later step has built on it, nothing happens.");
	return question_ask(session, callback_with(turn_step, &turn, sizeof turn),
		turn.back ? "Take a step back" : "Do a step again", &lines, turns,
		sizeof turns / sizeof turns[0]);
}

static void
log_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct log *log = (const struct log *)panel;

	(void)session;
	if (log->count > 0)
		buffer_append_text(out, log->steps[log->panel.selection.row].label);
}

static void
log_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct log *log = (const struct log *)panel;

	snprintf(out, POSITION_SIZE, log->complete ? "step %d of %zu" : "step %d of more than %zu",
		panel->selection.row + 1, log->count);
}

static void
log_free(struct panel *panel)
{
	struct log *log = (struct log *)panel;

	arena_clear(&log->arena);
	free(log->steps);
	free(log);
}

/* clang-format off */
static const struct keys log_keys = { "in the log", {
	{ "go-to-step", "Enter", ask, "make the file as it was after this step, after asking",
	  "go back to here", 1, .effect = WRITES },
	{ "turn-step", "t", ask_turn,
	  "take this step alone back, or do it again, after asking; also another's", "this step alone", 2,
	  .effect = WRITES },
} };
/* clang-format on */

static const struct panel_class log_class = {
	.keys = { &log_keys, &selection_keys },
	.layout = log_layout,
	.draw = log_draw,
	.reload = log_reload,
	.position = log_position,
	.beyond = log_beyond,
	.copy = log_copy,
	.free = log_free,
};

static struct panel *
log_new(const struct page *page, const struct place *place)
{
	struct log *log = memory_new(1, sizeof *log);

	(void)place;
	log->panel.class = page->class;
	return &log->panel;
}

const struct page log_page = { &log_class, .create = log_new };
