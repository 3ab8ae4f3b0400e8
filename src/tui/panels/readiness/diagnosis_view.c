/* SPDX-License-Identifier: MIT */
/*
 * Draws the diagnosis: areas, the questions of one, what follows for the roadmap. A
 * mark and a word stand beside every colour.
 */
#include "diagnosis_view.h"

#include <string.h>

#include "diagnosis_head.h"
#include "readiness_words.h"
#include "tui/kit/picture/picture.h"
#include "tui/kit/label_words.h"

enum { QUESTION_WIDTH = 24, DOTS_WIDTH = 14, BAR_CELLS = 10, FULL_MEAN = 500 };
enum { OWNER_FROM = 60, OWNER_MOST = 24 };

const struct selection *
diagnosis_at(const struct diagnosis *diagnosis, enum zone zone)
{
	return zone == diagnosis->zone ? &diagnosis->panel.selection : &diagnosis->kept[zone];
}

const struct readiness_area *
diagnosis_area(const struct diagnosis *diagnosis)
{
	return &diagnosis->report.areas[diagnosis_at(diagnosis, ZONE_AREA)->row];
}

int
diagnosis_count(const struct diagnosis *diagnosis, enum zone zone)
{
	switch (zone) {
	case ZONE_AREA: return diagnosis->fault ? 0 : AREA_COUNT;
	case ZONE_QUESTION: return diagnosis->fault ? 0 : diagnosis_area(diagnosis)->questions;
	case ZONE_FOLLOWS: return (int)diagnosis->follow_count;
	}
	return 0;
}

const struct area *
diagnosis_zone(const struct diagnosis *diagnosis, enum zone zone)
{
	switch (zone) {
	case ZONE_AREA: return &diagnosis->left;
	case ZONE_QUESTION: return &diagnosis->right;
	case ZONE_FOLLOWS: break;
	}
	return &diagnosis->below;
}

static void
draw_cursor(const struct diagnosis *diagnosis, struct canvas *canvas, enum zone zone, int index,
	int row)
{
	const struct area *area = diagnosis_zone(diagnosis, zone);
	bool here = diagnosis->zone == zone && diagnosis_at(diagnosis, zone)->row == index;

	if (here) {
		canvas_mark(canvas, row, area->column, area->columns, ROLE_SELECTED);
		canvas_cursor(canvas, row, area->column, false);
	}
	if (here || (zone == ZONE_AREA && diagnosis_at(diagnosis, zone)->row == index))
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
		&diagnosis->report.questions[diagnosis_area(diagnosis)->first + (size_t)index];
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

	if (diagnosis->below.columns >= OWNER_FROM)
		width = smaller_of(canvas_width(canvas, owner), OWNER_MOST);
	canvas_put(canvas, row, diagnosis->below.column + 5,
		end - diagnosis->below.column - 7 - width, ROLE_TEXT,
		arena_format(&arena, "in the plan: %s%s%s", item->title, item->state ? ", " : "",
			label_words_of(item->state ? item->state : "").text));
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
	const struct area *area = diagnosis_zone(diagnosis, zone);
	int first = diagnosis_at(diagnosis, zone)->first;

	for (int i = 0; i < area->rows && first + i < diagnosis_count(diagnosis, zone); i++)
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

void
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
