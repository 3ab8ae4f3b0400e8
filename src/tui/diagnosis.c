/* SPDX-License-Identifier: MIT */
/*
 * The readiness diagnosis: areas at the left, the questions of one beside them, what follows for
 * the roadmap below; where it is narrow, one under the other. The cursor goes through all three as
 * through one list. Must not judge; a mark and a word stand beside every colour.
 */
#include <stdlib.h>
#include <string.h>

#include "diagnosis_head.h"
#include "diagnosis_why.h"
#include "readiness_words.h"
#include "rollout/tui/picture.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/round.h"
#include "words.h"

enum { AREA_COLUMNS = 40, WIDE = 100, QUESTION_WIDTH = 24, DOTS_WIDTH = 14 };
enum { BAR_CELLS = 10, OWNER_FROM = 60, OWNER_MOST = 24, FULL_MEAN = 500 };

/* What the cursor can stand on, in the order it goes through them. */
enum zone { ZONE_AREA, ZONE_QUESTION, ZONE_FOLLOWS };

/* A line of what follows: the finding, its response, or an item it put on the roadmap. */
struct follow {
	const struct consequence *consequence;
	const struct caused *item; /* NULL: the finding itself */
};

struct diagnosis {
	struct panel panel;
	struct arena arena;
	struct readiness_report report;
	const char *fault; /* NULL: it could be read */
	struct follow *follows;
	size_t follow_count;
	struct area area, left, right, below;
	enum zone zone;
	int at[3]; /* in each zone */
	int first[3];
};

static void
list_follows(struct diagnosis *diagnosis)
{
	const struct readiness_report *report = &diagnosis->report;
	size_t count = 0;

	for (size_t i = 0; i < report->consequence_count; i++)
		count += 1 + report->consequences[i].count;
	diagnosis->follows =
		arena_alloc(&diagnosis->arena, (count + 1) * sizeof *diagnosis->follows);
	diagnosis->follow_count = 0;
	for (size_t i = 0; i < report->consequence_count; i++) {
		const struct consequence *consequence = &report->consequences[i];

		diagnosis->follows[diagnosis->follow_count++] =
			(struct follow){ consequence, NULL };
		for (size_t j = 0; j < consequence->count; j++)
			diagnosis->follows[diagnosis->follow_count++] =
				(struct follow){ consequence, &consequence->items[j] };
	}
}

static const struct readiness_area *
current_area(const struct diagnosis *diagnosis)
{
	return &diagnosis->report.areas[diagnosis->at[ZONE_AREA]];
}

static int
count_of(const struct diagnosis *diagnosis, enum zone zone)
{
	switch (zone) {
	case ZONE_AREA: return diagnosis->fault ? 0 : AREA_COUNT;
	case ZONE_QUESTION: return diagnosis->fault ? 0 : current_area(diagnosis)->questions;
	case ZONE_FOLLOWS: return (int)diagnosis->follow_count;
	}
	return 0;
}

static const struct area *
area_of(const struct diagnosis *diagnosis, enum zone zone)
{
	switch (zone) {
	case ZONE_AREA: return &diagnosis->left;
	case ZONE_QUESTION: return &diagnosis->right;
	case ZONE_FOLLOWS: break;
	}
	return &diagnosis->below;
}

static void
stand(struct diagnosis *diagnosis, enum zone zone, int at)
{
	int rows;

	diagnosis->zone = zone;
	diagnosis->at[zone] = larger_of(0, smaller_of(at, count_of(diagnosis, zone) - 1));
	if (zone == ZONE_AREA)
		diagnosis->at[ZONE_QUESTION] = diagnosis->first[ZONE_QUESTION] = 0;
	rows = larger_of(area_of(diagnosis, zone)->rows, 1);
	if (diagnosis->at[zone] < diagnosis->first[zone])
		diagnosis->first[zone] = diagnosis->at[zone];
	if (diagnosis->at[zone] >= diagnosis->first[zone] + rows)
		diagnosis->first[zone] = diagnosis->at[zone] - rows + 1;
}

static int
head_rows(const struct diagnosis *diagnosis)
{
	return diagnosis->fault ? 1 : diagnosis_head_rows(&diagnosis->report, diagnosis->area);
}

/* Areas and questions side by side, or one under the other; what follows gets the rest. */
static void
divide(struct diagnosis *diagnosis)
{
	struct area area = diagnosis->area;
	int row = area.row + head_rows(diagnosis), most = 0, upper;

	for (int i = 0; i < AREA_COUNT && !diagnosis->fault; i++)
		most = larger_of(most, diagnosis->report.areas[i].questions);
	if (area.columns >= WIDE) {
		upper = larger_of(AREA_COUNT, most);
		diagnosis->left = (struct area){ row, area.column, AREA_COUNT, AREA_COLUMNS };
		diagnosis->right = (struct area){ row, area.column + AREA_COLUMNS + 1, upper,
			area.columns - AREA_COLUMNS - 1 };
	} else {
		upper = AREA_COUNT + 1 + most;
		diagnosis->left = (struct area){ row, area.column, AREA_COUNT, area.columns };
		diagnosis->right =
			(struct area){ row + AREA_COUNT + 1, area.column, most, area.columns };
	}
	diagnosis->below = (struct area){ row + upper + 2, area.column,
		larger_of(area.row + area.rows - row - upper - 2, 0), area.columns };
}

/* Where there are few rows, only the zone the cursor is in is shown. */
static bool
is_short(const struct diagnosis *diagnosis)
{
	return diagnosis->below.rows < 3;
}

static void
place(struct diagnosis *diagnosis)
{
	struct area rest = diagnosis->area;
	int head = head_rows(diagnosis);

	divide(diagnosis);
	if (!is_short(diagnosis))
		return;
	rest.row += head;
	rest.rows = larger_of(rest.rows - head, 0);
	diagnosis->left = diagnosis->right = diagnosis->below = rest;
}

static void
diagnosis_reload(struct panel *panel, struct session *session)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	struct error error = { 0 };
	int question = diagnosis->at[ZONE_QUESTION];

	arena_reset(&diagnosis->arena);
	diagnosis->fault = NULL;
	if (programme_readiness(session->programme, &diagnosis->arena, &diagnosis->report,
		    &error) != STATUS_OK) {
		diagnosis->report = (struct readiness_report){ 0 };
		diagnosis->fault =
			arena_copy(&diagnosis->arena, error.message, strlen(error.message));
	}
	list_follows(diagnosis);
	place(diagnosis);
	stand(diagnosis, diagnosis->zone, diagnosis->at[diagnosis->zone]);
	diagnosis->at[ZONE_QUESTION] =
		larger_of(0, smaller_of(question, count_of(diagnosis, ZONE_QUESTION) - 1));
}

static void
diagnosis_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	(void)screen;
	diagnosis->area = content;
	if (!diagnosis->follows)
		diagnosis_reload(panel, session);
	place(diagnosis);
	stand(diagnosis, diagnosis->zone, diagnosis->at[diagnosis->zone]);
}

static void
draw_cursor(const struct diagnosis *diagnosis, struct canvas *canvas, enum zone zone, int index,
	int row)
{
	const struct area *area = area_of(diagnosis, zone);
	bool here = diagnosis->zone == zone && diagnosis->at[zone] == index;

	if (here) {
		canvas_mark(canvas, row, area->column, area->columns, ROLE_SELECTED);
		canvas_cursor(canvas, row, area->column, false);
	}
	if (here || (zone == ZONE_AREA && diagnosis->at[zone] == index))
		canvas_put(canvas, row, area->column, 1, here ? ROLE_SELECTED : ROLE_MUTED,
			glyph_text(canvas->ascii, GLYPH_POINTER));
}

/* Not known is an empty bar, and says so beside it. */
static void
draw_bar(struct canvas *canvas, int row, int column, enum role role, int mean)
{
	picture_bar(
		canvas, row, column, BAR_CELLS, role, mean == MEAN_UNKNOWN ? 0 : mean, FULL_MEAN);
}

static void
draw_area(const struct diagnosis *diagnosis, struct canvas *canvas, int index, int row)
{
	const struct readiness_area *area = &diagnosis->report.areas[index];
	int column = diagnosis->left.column + 2,
	    end = diagnosis->left.column + diagnosis->left.columns;
	enum role role = readiness_role(area->state);
	char mean[READINESS_WORD];

	readiness_mean(area->mean, mean);
	canvas_put(canvas, row, column, 1, role, readiness_mark(area->state));
	canvas_put(canvas, row, column + 2, 11, ROLE_TEXT, area->area);
	draw_bar(canvas, row, column + 13, role, area->mean);
	canvas_put(canvas, row, column + 24, 4, ROLE_TEXT, mean);
	canvas_put(canvas, row, column + 28, end - column - 28, role,
		area->misaligned > 0 ? "misaligned" : area->state);
	draw_cursor(diagnosis, canvas, ZONE_AREA, index, row);
}

static void
draw_question(const struct diagnosis *diagnosis, struct canvas *canvas, int index, int row)
{
	const struct readiness_question *question =
		&diagnosis->report.questions[current_area(diagnosis)->first + (size_t)index];
	int column = diagnosis->right.column + 2,
	    end = diagnosis->right.column + diagnosis->right.columns;
	char mean[READINESS_WORD], dots[READINESS_DOTS];
	struct arena arena = { 0 };
	const char *more = arena_format(&arena, "%s%s%s%s%s%s", question->state,
		question->critical ? ", critical" : "",
		question->misaligned ? arena_format(&arena, ", spread %d", question->spread) : "",
		question->not_known > 0
			? arena_format(&arena, ", %d not known", question->not_known)
			: "",
		question->stale > 0 ? ", stale" : "",
		question->state_before && strcmp(question->state_before, question->state) != 0
			? arena_format(&arena, ", was %s", question->state_before)
			: "");

	readiness_mean(question->mean, mean);
	readiness_dots(question, canvas->ascii, dots);
	canvas_put(canvas, row, column, 1, readiness_role(question->state),
		readiness_mark(question->state));
	canvas_put(canvas, row, column + 2, QUESTION_WIDTH - 3, ROLE_TEXT, question->identifier);
	canvas_put(canvas, row, column + QUESTION_WIDTH, DOTS_WIDTH, ROLE_TEXT, dots);
	canvas_put(canvas, row, column + QUESTION_WIDTH + DOTS_WIDTH + 1, 4, ROLE_TEXT, mean);
	canvas_put(canvas, row, column + QUESTION_WIDTH + DOTS_WIDTH + 5,
		end - column - QUESTION_WIDTH - DOTS_WIDTH - 5,
		question->misaligned ? ROLE_WARNING : readiness_role(question->state), more);
	draw_cursor(diagnosis, canvas, ZONE_QUESTION, index, row);
	arena_clear(&arena);
}

static void
draw_item(const struct diagnosis *diagnosis, struct canvas *canvas, const struct caused *item,
	int row)
{
	int end = diagnosis->below.column + diagnosis->below.columns, width = 0;
	const char *owner = item->owner ? item->owner : "no owner !";
	struct arena arena = { 0 };
	char state[WORDS_SIZE];

	words_from_name(item->state ? item->state : "", state);
	if (diagnosis->below.columns >= OWNER_FROM)
		width = smaller_of(canvas_width(canvas, owner), OWNER_MOST);
	canvas_put(canvas, row, diagnosis->below.column + 5,
		end - diagnosis->below.column - 7 - width, ROLE_TEXT,
		arena_format(
			&arena, "in the plan: %s%s%s", item->title, *state ? ", " : "", state));
	if (width > 0)
		canvas_put_right(canvas, row, end - width - 1, width,
			item->owner ? ROLE_MUTED : ROLE_WARNING, owner);
	arena_clear(&arena);
}

static void
draw_follow(const struct diagnosis *diagnosis, struct canvas *canvas, int index, int row)
{
	const struct follow *follow = &diagnosis->follows[index];
	const struct finding *finding = follow->consequence->finding;
	int column = diagnosis->below.column, columns = diagnosis->below.columns;
	bool answered = follow->consequence->count > 0;
	struct arena arena = { 0 };

	if (follow->item) {
		draw_item(diagnosis, canvas, follow->item, row);
	} else {
		canvas_put(canvas, row, column + 2, 4,
			finding->rule->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_WARNING,
			finding->rule->id);
		canvas_put(canvas, row, column + 6, columns - 7, ROLE_TEXT,
			answered ? finding->rule->title
				 : arena_format(&arena, "%s: nothing in the plan answers it yet",
					   finding->rule->title));
	}
	draw_cursor(diagnosis, canvas, ZONE_FOLLOWS, index, row);
	arena_clear(&arena);
}

static void
draw_zone(const struct diagnosis *diagnosis, struct canvas *canvas, enum zone zone,
	void (*draw)(const struct diagnosis *diagnosis, struct canvas *canvas, int index, int row))
{
	const struct area *area = area_of(diagnosis, zone);
	int first = diagnosis->first[zone];

	for (int i = 0; i < area->rows && first + i < count_of(diagnosis, zone); i++)
		draw(diagnosis, canvas, first + i, area->row + i);
}

/* The heading stands in the row above what follows. */
static void
draw_follows_head(const struct diagnosis *diagnosis, struct canvas *canvas)
{
	canvas_put(canvas, diagnosis->below.row - 1, diagnosis->below.column + 2,
		diagnosis->below.columns - 3, ROLE_HEADING,
		diagnosis->follow_count > 0 ? "What follows for the roadmap"
					    : "Nothing follows for the roadmap");
}

static void
diagnosis_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;
	bool small = diagnosis->left.row == diagnosis->below.row;

	(void)session;
	canvas_cursor(canvas, diagnosis->area.row, 0, false);
	if (diagnosis->fault) {
		canvas_put(canvas, diagnosis->area.row, diagnosis->area.column + 2,
			diagnosis->area.columns - 3, ROLE_ERROR, diagnosis->fault);
		return;
	}
	diagnosis_head_draw(&diagnosis->report, canvas, diagnosis->area);
	if (!small || diagnosis->zone == ZONE_AREA)
		draw_zone(diagnosis, canvas, ZONE_AREA, draw_area);
	if (!small || diagnosis->zone == ZONE_QUESTION)
		draw_zone(diagnosis, canvas, ZONE_QUESTION, draw_question);
	if (!small)
		draw_follows_head(diagnosis, canvas);
	if (!small || diagnosis->zone == ZONE_FOLLOWS)
		draw_zone(diagnosis, canvas, ZONE_FOLLOWS, draw_follow);
}

/* Off the end of a zone into the next. */
static void
move(struct diagnosis *diagnosis, int way)
{
	enum zone zone = diagnosis->zone;
	int at = diagnosis->at[zone] + way;

	if (at >= 0 && at < count_of(diagnosis, zone))
		stand(diagnosis, zone, at);
	else if (way > 0 && zone != ZONE_FOLLOWS && diagnosis->follow_count > 0)
		stand(diagnosis, ZONE_FOLLOWS, 0);
	else if (way < 0 && zone == ZONE_FOLLOWS)
		stand(diagnosis, ZONE_QUESTION, count_of(diagnosis, ZONE_QUESTION) - 1);
	else if (way < 0 && zone == ZONE_QUESTION && diagnosis->area.columns < WIDE)
		diagnosis->zone = ZONE_AREA;
}

static unsigned
open_here(struct diagnosis *diagnosis, struct session *session)
{
	const struct follow *follow;
	size_t question;

	if (diagnosis->fault)
		return EFFECT_NONE;
	if (diagnosis->zone == ZONE_AREA) {
		stand(diagnosis, ZONE_QUESTION, 0);
		return EFFECT_NONE;
	}
	if (diagnosis->zone == ZONE_QUESTION) {
		question = current_area(diagnosis)->first + (size_t)diagnosis->at[ZONE_QUESTION];
		return session_show(
			session, type_find("question"), diagnosis->report.questions[question].id);
	}
	follow = &diagnosis->follows[diagnosis->at[ZONE_FOLLOWS]];
	if (follow->item)
		return session_show(session, follow->item->type, follow->item->id);
	session_say(session, ROLE_MESSAGE, "%s: %s", follow->consequence->finding->rule->id,
		follow->consequence->finding->response);
	return EFFECT_NONE;
}

static unsigned
explain(const struct diagnosis *diagnosis, struct session *session)
{
	const struct readiness_report *report = &diagnosis->report;
	const struct readiness_area *area;
	const struct follow *follow;

	if (diagnosis->fault)
		return EFFECT_IGNORED;
	area = current_area(diagnosis);
	if (diagnosis->zone == ZONE_AREA)
		return session_open(session, diagnosis_why_area(report, area));
	if (count_of(diagnosis, diagnosis->zone) == 0)
		return EFFECT_IGNORED;
	if (diagnosis->zone == ZONE_QUESTION)
		return session_open(
			session, diagnosis_why_question(report,
					 &report->questions[area->first +
							    (size_t)diagnosis->at[ZONE_QUESTION]]));
	follow = &diagnosis->follows[diagnosis->at[ZONE_FOLLOWS]];
	return follow->item ? EFFECT_IGNORED
			    : session_open(session, diagnosis_why_finding(follow->consequence));
}

static void
next_zone(struct diagnosis *diagnosis, int way)
{
	int zone = (int)diagnosis->zone;

	do {
		zone = (zone + way + 3) % 3;
	} while (count_of(diagnosis, (enum zone)zone) == 0 && zone != (int)diagnosis->zone);
	diagnosis->zone = (enum zone)zone;
}

static unsigned
diagnosis_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	int page = larger_of(area_of(diagnosis, diagnosis->zone)->rows - 1, 1);
	int at = diagnosis->at[diagnosis->zone];

	if (press->action == ACTION_OPEN)
		return open_here(diagnosis, session);
	if (press->action == ACTION_ROUND)
		return session_open(session, round_new());
	if (press->action == ACTION_WHY)
		return explain(diagnosis, session);
	if (press->action == ACTION_UP)
		move(diagnosis, -1);
	else if (press->action == ACTION_DOWN)
		move(diagnosis, 1);
	else if (press->action == ACTION_LEFT)
		next_zone(diagnosis, -1);
	else if (press->action == ACTION_RIGHT)
		next_zone(diagnosis, 1);
	else if (press->action == ACTION_PAGE_UP)
		stand(diagnosis, diagnosis->zone, at - page);
	else if (press->action == ACTION_PAGE_DOWN)
		stand(diagnosis, diagnosis->zone, at + page);
	else if (press->action == ACTION_FIRST)
		stand(diagnosis, diagnosis->zone, 0);
	else if (press->action == ACTION_LAST)
		stand(diagnosis, diagnosis->zone, INT32_MAX);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static bool
is_inside(const struct area *area, const struct mouse *mouse)
{
	return mouse->row >= area->row && mouse->row < area->row + area->rows &&
	       mouse->column >= area->column && mouse->column < area->column + area->columns;
}

static unsigned
diagnosis_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	if (mouse->kind == MOUSE_WHEEL_UP || mouse->kind == MOUSE_WHEEL_DOWN) {
		move(diagnosis, mouse->kind == MOUSE_WHEEL_UP ? -1 : 1);
		return EFFECT_NONE;
	}
	for (int zone = ZONE_AREA; zone <= ZONE_FOLLOWS; zone++) {
		const struct area *area = area_of(diagnosis, (enum zone)zone);
		int at = diagnosis->first[zone] + mouse->row - area->row;

		if (is_inside(area, mouse) && at < count_of(diagnosis, (enum zone)zone)) {
			stand(diagnosis, (enum zone)zone, at);
			return mouse->twice ? open_here(diagnosis, session) : EFFECT_NONE;
		}
	}
	return EFFECT_NONE;
}

static bool
diagnosis_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;
	const struct follow *follow;
	size_t question;

	if (diagnosis->fault || diagnosis->zone == ZONE_AREA ||
		count_of(diagnosis, diagnosis->zone) == 0)
		return false;
	if (diagnosis->zone == ZONE_QUESTION) {
		question = current_area(diagnosis)->first + (size_t)diagnosis->at[ZONE_QUESTION];
		*type = type_find("question");
		*id = diagnosis->report.questions[question].id;
		return true;
	}
	follow = &diagnosis->follows[diagnosis->at[ZONE_FOLLOWS]];
	if (!follow->item)
		return false;
	*type = follow->item->type;
	*id = follow->item->id;
	return true;
}

static void
diagnosis_keep(const struct panel *panel, struct place *out)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;

	*out = (struct place){ .known = true,
		.view = { (int)diagnosis->zone, diagnosis->at[ZONE_AREA],
			diagnosis->at[ZONE_QUESTION], diagnosis->at[ZONE_FOLLOWS] } };
}

static void
diagnosis_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;

	(void)session;
	if (!diagnosis->fault)
		buffer_format(out, "%s: %s", diagnosis->report.verdict, diagnosis->report.reason);
}

static void
diagnosis_free(struct panel *panel)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	arena_clear(&diagnosis->arena);
	free(diagnosis);
}

static const struct panel_class diagnosis_class = {
	.scope = SCOPE_READINESS | SCOPE_PAGE | SCOPE_RECORD,
	.layout = diagnosis_layout,
	.draw = diagnosis_draw,
	.handle = diagnosis_handle,
	.reload = diagnosis_reload,
	.selected = diagnosis_selected,
	.keep = diagnosis_keep,
	.point = diagnosis_point,
	.copy = diagnosis_copy,
	.free = diagnosis_free,
};

struct panel *
diagnosis_new(const struct place *place)
{
	struct diagnosis *diagnosis = memory_new(1, sizeof *diagnosis);

	diagnosis->panel.class = &diagnosis_class;
	if (place->known) {
		diagnosis->zone = (enum zone)place->view[0];
		diagnosis->at[ZONE_AREA] = place->view[1];
		diagnosis->at[ZONE_QUESTION] = place->view[2];
		diagnosis->at[ZONE_FOLLOWS] = place->view[3];
	}
	return &diagnosis->panel;
}
