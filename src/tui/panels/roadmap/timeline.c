/* SPDX-License-Identifier: MIT */
/*
 * The timeline's behaviour: moving about, scaling, and moving a milestone, slice or phase by key. A
 * move is looked at first, with all that follows from it, and written as one step when it is
 * accepted; nothing is written meanwhile.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/form.h"
#include "tui/kit/record/record_actions.h"
#include "follows.h"
#include "timeline_likely.h"

enum { WEEK = 7, CHANGES_MAX = 256, DAYS_MOST = 3660 };

static const char *const end_names[] = { "the whole bar", "its end", "its start" };

static void
read_facts(struct timeline *timeline, struct session *session)
{
	struct timeline_frame frame = timeline_frame(timeline);

	arena_reset(&timeline->facts_arena);
	for (int i = 0; i < frame.rows && i < FACTS_MAX; i++) {
		size_t index = (size_t)(timeline->panel.selection.first + i);
		const struct timeline_row *row;

		if (index >= timeline->rows.count)
			return;
		row = &timeline->rows.rows[index];
		timeline->facts[i] = (struct timeline_fact){ 0 };
		if (row->item >= 0)
			timeline_read_fact(row, &timeline->rows.schedule->milestones[row->item],
				session, &timeline->facts_arena, &timeline->facts[i]);
	}
}

static void
drop(struct timeline *timeline)
{
	arena_clear(&timeline->pending.arena);
	timeline->pending = (struct pending){ .end = timeline->pending.end };
}

static void
fit(struct timeline *timeline, struct session *session)
{
	struct timeline_frame frame = timeline_frame(timeline);
	struct area area = { timeline->area.row + frame.head_rows, timeline->area.column,
		frame.rows, timeline->area.columns };

	selection_fit(&timeline->panel, (int)timeline->rows.count, area);
	read_facts(timeline, session);
	timeline_likely_read(timeline, session);
}

static void
timeline_moved(struct panel *panel, struct session *session, int before)
{
	struct timeline *timeline = (struct timeline *)panel;

	if (before != panel->selection.row && timeline->pending.active)
		drop(timeline);
	fit(timeline, session);
}

/* Today a third from the left, or the beginning where all fits. */
static void
place_scale(struct timeline *timeline, const struct session *session)
{
	struct timeline_frame frame = timeline_frame(timeline);
	day today = programme_today(session->programme);
	struct scale scale = { timeline->scale.unit, 0 };

	scale.origin = scale_monday(timeline->rows.first == NO_DAY ? today : timeline->rows.first);
	if (timeline->rows.last != NO_DAY &&
		scale_column(&scale, timeline->rows.last) >= frame.chart &&
		today > timeline->rows.first) {
		struct scale at_today = { scale.unit, scale_monday(today) };
		day wanted = scale_monday(scale_day(&at_today, -frame.chart / 3));

		if (wanted > scale.origin && today <= timeline->rows.last)
			scale.origin = wanted;
	}
	timeline->scale = scale;
}

static void
timeline_reload(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	const struct timeline_row *row = timeline_selected(timeline);
	/* A phase, a slice and a milestone may have the same number. */
	const struct timeline_row was = row ? *row : (struct timeline_row){ 0 };

	if (timeline->pending.active)
		drop(timeline);
	timeline_rows_read(&timeline->rows, session);
	timeline->read = true;
	timeline->likely_read = false;
	timeline->likely = (struct forecast_report){ 0 };
	for (size_t i = 0; was.id != 0 && i < timeline->rows.count; i++)
		if (timeline->rows.rows[i].id == was.id && timeline->rows.rows[i].kind == was.kind)
			panel->selection.row = (int)i;
	fit(timeline, session);
}

static void
timeline_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct timeline *timeline = (struct timeline *)panel;

	(void)screen;
	timeline->area = content;
	if (!timeline->read)
		timeline_reload(panel, session);
	if (!timeline->placed && timeline_frame(timeline).chart > 0) {
		place_scale(timeline, session);
		timeline->placed = true;
	}
	fit(timeline, session);
}

static const struct type *
type_of(const struct timeline_row *row)
{
	static const char *const names[] = { "phase", "slice", "milestone" };

	return row->kind == ROW_REST ? NULL : type_find(names[row->kind]);
}

/* The fields that a move changes, as texts; room for the slices of a phase. */
struct move {
	struct arena arena;
	struct intended changes[CHANGES_MAX];
	size_t count;
};

static void
add_change(struct move *move, const struct type *type, int64_t id, const char *const *names,
	const day *dates, size_t count)
{
	struct field_text *texts = arena_alloc(&move->arena, count * sizeof *texts);

	if (move->count == CHANGES_MAX)
		return;
	for (size_t i = 0; i < count; i++) {
		char text[DATE_SIZE];

		date_format(dates[i], text);
		texts[i] = (struct field_text){ names[i],
			arena_copy(&move->arena, text, DATE_SIZE - 1), DATE_SIZE - 1 };
	}
	move->changes[move->count++] = (struct intended){ type, id, texts, count };
}

static void
add_bar_change(struct move *move, const struct timeline_row *row, int days, enum bar_end end)
{
	static const char *const names[] = { "starts_on", "ends_on" };
	const day dates[] = { row->from + days, row->to + days };

	if (end == MOVED_WHOLE)
		add_change(move, type_of(row), row->id, names, dates, 2);
	else if (end == MOVED_START)
		add_change(move, type_of(row), row->id, names, dates, 1);
	else
		add_change(move, type_of(row), row->id, names + 1, dates + 1, 1);
}

/* Where a move begins: what has no date yet moves from its start. */
static day
milestone_date(const struct timeline *timeline, const struct timeline_row *row)
{
	const struct schedule_item *dates = &timeline->rows.schedule->milestones[row->item].dates;

	return dates->expected != NO_DAY ? dates->expected : dates->start;
}

/* A phase that is moved as a whole takes its slices along. */
static void
make_move(const struct timeline *timeline, struct move *move)
{
	static const char *const forecast[] = { "forecast_on" };
	const struct timeline_row *row = timeline_selected(timeline);
	const struct pending *pending = &timeline->pending;
	day date;

	if (row->kind == ROW_MILESTONE) {
		date = milestone_date(timeline, row) + pending->days;
		add_change(move, type_of(row), row->id, forecast, &date, 1);
		return;
	}
	add_bar_change(move, row, pending->days, pending->end);
	if (row->kind != ROW_PHASE || pending->end != MOVED_WHOLE)
		return;
	for (size_t i = (size_t)timeline->panel.selection.row + 1; i < timeline->rows.count; i++) {
		const struct timeline_row *other = &timeline->rows.rows[i];

		if (other->kind == ROW_PHASE || other->kind == ROW_REST)
			break;
		if (other->kind == ROW_SLICE)
			add_bar_change(move, other, pending->days, MOVED_WHOLE);
	}
}

static bool
can_move(const struct timeline *timeline, struct session *session)
{
	const struct timeline_row *row = timeline_selected(timeline);

	if (!row || row->kind == ROW_REST)
		return false;
	if (row->kind == ROW_MILESTONE &&
		timeline->rows.schedule->milestones[row->item].dates.accepted) {
		session_say(session, ROLE_MESSAGE, "it is accepted: its date is a fact");
		return false;
	}
	if (row->kind != ROW_MILESTONE && (row->from == NO_DAY || row->to == NO_DAY)) {
		session_say(session, ROLE_MESSAGE, "it has no dates yet: e edits it");
		return false;
	}
	return true;
}

/* What is moved is worth seeing: a third from the left where it lies outside the picture. */
static void
show_moved(struct timeline *timeline)
{
	const struct timeline_row *row = timeline_selected(timeline);
	const struct pending *pending = &timeline->pending;
	int chart = timeline_frame(timeline).chart, column;
	day date = row->kind == ROW_MILESTONE ? milestone_date(timeline, row)
					      : (pending->end == MOVED_END ? row->to : row->from);

	date += pending->days;
	column = scale_column(&timeline->scale, date);
	if (chart <= 0 || (column >= 0 && column < chart))
		return;
	timeline->scale.origin = scale_monday(date);
	timeline->scale.origin = scale_monday(scale_day(&timeline->scale, -chart / 3));
}

static unsigned
move_by(struct timeline *timeline, struct session *session, int days)
{
	struct pending *pending = &timeline->pending;
	struct move *move;
	struct error error = { 0 };

	if (!can_move(timeline, session) || abs(pending->days + days) > DAYS_MOST)
		return EFFECT_NONE;
	pending->days += days;
	arena_reset(&pending->arena);
	pending->fault = NULL;
	pending->follows = (struct what_if){ 0 };
	pending->active = pending->days != 0;
	if (!pending->active)
		return EFFECT_NONE;
	show_moved(timeline);
	/* What follows takes rows from the picture where there are few. */
	fit(timeline, session);
	move = memory_new(1, sizeof *move);
	make_move(timeline, move);
	if (programme_what_if(session->programme, move->changes, move->count, WHAT_IF_DATES,
		    &pending->arena, &pending->follows, &error) != STATUS_OK)
		pending->fault = arena_copy(&pending->arena, error.message, strlen(error.message));
	arena_clear(&move->arena);
	free(move);
	return EFFECT_NONE;
}

static unsigned
move_dates(struct panel *panel, struct session *session)
{
	return move_by((struct timeline *)panel, session, session->press.action->by);
}

/* All that follows, which takes longer than a held key may. */
static unsigned
explain_move(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	const struct timeline_row *row = timeline_selected(timeline);
	struct move *move = memory_new(1, sizeof *move);
	struct what_if follows;
	struct error error = { 0 };
	unsigned effects = EFFECT_NONE;

	make_move(timeline, move);
	if (programme_what_if(session->programme, move->changes, move->count, WHAT_IF_ALL,
		    &move->arena, &follows, &error) != STATUS_OK)
		session_fail(session, &error);
	else
		effects = session_open(
			session, follows_new(arena_format(&move->arena, "%s %+d day%s", row->title,
						     timeline->pending.days,
						     abs(timeline->pending.days) == 1 ? "" : "s"),
					 &follows));
	arena_clear(&move->arena);
	free(move);
	return effects;
}

static unsigned
write_move(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	const struct timeline_row *row = timeline_selected(timeline);
	struct pending *pending = &timeline->pending;
	struct move *move;
	struct error error = { 0 };
	const char *label;

	if (pending->fault) {
		session_say(session, ROLE_WARNING, "%s", pending->fault);
		return EFFECT_NONE;
	}
	move = memory_new(1, sizeof *move);
	make_move(timeline, move);
	label = arena_format(&move->arena, "move %s \"%s\" by %+d day%s", type_of(row)->label,
		row->title, pending->days, abs(pending->days) == 1 ? "" : "s");
	if (programme_apply(session->programme, move->changes, move->count, label, &error) !=
		STATUS_OK)
		session_fail(session, &error);
	else
		session_say(session, ROLE_MESSAGE, "moved by %+d day%s; u takes it back",
			pending->days, abs(pending->days) == 1 ? "" : "s");
	arena_clear(&move->arena);
	free(move);
	drop(timeline);
	return EFFECT_RELOAD;
}

static bool
is_pending(const struct panel *panel)
{
	return ((const struct timeline *)panel)->pending.active;
}

static unsigned
drop_move(struct panel *panel, struct session *session)
{
	(void)session;
	drop((struct timeline *)panel);
	return EFFECT_NONE;
}

static unsigned
add_milestone(struct panel *panel, struct session *session)
{
	(void)panel;
	return session_open(session, form_new_add(session, type_find("milestone")));
}

/* By a quarter of the picture. */
static unsigned
scroll(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	int way = session->press.action->by;
	int columns = way * larger_of(timeline_frame(timeline).chart / 4, 1);
	day origin = scale_monday(scale_day(&timeline->scale, columns));

	if (origin == timeline->scale.origin)
		origin += way * WEEK;
	timeline->scale.origin = origin;
	return EFFECT_NONE;
}

static unsigned
zoom(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	const char *argument = session->press.argument;
	enum scale_unit unit = (enum scale_unit)((timeline->scale.unit + 1) % SCALE_COUNT);

	for (int i = 0; argument && i < SCALE_COUNT; i++)
		if (strcmp(argument, scale_name((enum scale_unit)i)) == 0)
			unit = (enum scale_unit)i;
	timeline->scale.unit = unit;
	place_scale(timeline, session);
	return EFFECT_NONE;
}

static unsigned
go_today(struct panel *panel, struct session *session)
{
	place_scale((struct timeline *)panel, session);
	return EFFECT_NONE;
}

static unsigned
switch_end(struct panel *panel, struct session *session)
{
	struct timeline *timeline = (struct timeline *)panel;
	const struct timeline_row *row = timeline_selected(timeline);
	int days = timeline->pending.days;

	if (!row || (row->kind != ROW_PHASE && row->kind != ROW_SLICE)) {
		session_say(session, ROLE_MESSAGE, "phases and slices have two ends to move");
		return EFFECT_NONE;
	}
	drop(timeline);
	timeline->pending.end = (enum bar_end)((timeline->pending.end + 1) % 3);
	session_say(session, ROLE_MESSAGE, "+ and - now move %s", end_names[timeline->pending.end]);
	return days != 0 ? move_by(timeline, session, days) : EFFECT_NONE;
}

static bool
timeline_record(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct timeline_row *row = timeline_selected((const struct timeline *)panel);

	if (!row || row->id == 0)
		return false;
	*type = type_of(row);
	*id = row->id;
	return true;
}

static void
timeline_keep(const struct panel *panel, struct place *out)
{
	const struct timeline *timeline = (const struct timeline *)panel;

	out->view[0] = (int)timeline->scale.unit;
	out->view[1] = timeline->scale.origin;
}

static void
timeline_free(struct panel *panel)
{
	struct timeline *timeline = (struct timeline *)panel;

	timeline_rows_clear(&timeline->rows);
	arena_clear(&timeline->facts_arena);
	arena_clear(&timeline->pending.arena);
	arena_clear(&timeline->likely_arena);
	free(timeline);
}

/* clang-format off */
static const struct keys timeline_keys = { "in the timeline", {
	{ "write", "Enter", write_move, "write the move that is looked at", "write", 0,
	  .effect = WRITES, .applies = is_pending },
	{ "drop", "Esc", drop_move, "drop the move that is looked at", "drop", 0,
	  .applies = is_pending },
	{ "follows", "w", explain_move, "all that follows from the move that is looked at",
	  "what follows", 0, .applies = is_pending },
	{ "open", "Enter", record_open, "go to the row's record", "open", 1,
	  .applies = record_is_selected },
	{ "later", "+ =", move_dates, "a day later, with all that follows shown first", "- a day",
	  2, .effect = WRITES, .applies = selection_has_rows, .by = 1 },
	{ "earlier", "-", move_dates, "a day earlier", .effect = WRITES,
	  .applies = selection_has_rows, .by = -1 },
	{ "week-later", "L", move_dates, "a week later", "H a week", 3, .effect = WRITES,
	  .applies = selection_has_rows, .by = WEEK },
	{ "week-earlier", "H", move_dates, "a week earlier", .effect = WRITES,
	  .applies = selection_has_rows, .by = -WEEK },
	{ "stretch", "t", switch_end,
	  "move the whole bar of a phase or slice, its end, or its start", "stretch", 5,
	  .effect = WRITES, .applies = selection_has_rows },
	{ "zoom", "z", zoom, "weeks, months or quarters", "zoom", 4, .effect = READS,
	  .applies = selection_has_rows },
	{ "add", "a Ins", add_milestone, "add a milestone", "add", 6, .effect = WRITES },
	{ "left", "Left h", scroll, "earlier weeks", .by = -1 },
	{ "right", "Right l", scroll, "later weeks", .by = 1 },
	{ "today", ".", go_today, "back to where today is", .effect = READS },
} };
/* clang-format on */

static const struct panel_class timeline_class = {
	.keys = { &timeline_keys, &record_keys, &why_keys, &selection_keys },
	.layout = timeline_layout,
	.draw = timeline_draw,
	.reload = timeline_reload,
	.position = selection_position,
	.selected = timeline_record,
	.keep = timeline_keep,
	.moved = timeline_moved,
	.free = timeline_free,
};

static struct panel *
timeline_new(const struct page *page, const struct place *place)
{
	struct timeline *timeline = memory_new(1, sizeof *timeline);

	timeline->panel.class = page->class;
	timeline->rows.first = timeline->rows.last = NO_DAY;
	timeline->rows.risks = "";
	timeline->scale = (struct scale){ (enum scale_unit)place->view[0], place->view[1] };
	timeline->placed = place->known;
	return &timeline->panel;
}

const struct page timeline_page = { &timeline_class, .create = timeline_new };
