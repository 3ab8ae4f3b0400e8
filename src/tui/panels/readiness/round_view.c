/* SPDX-License-Identifier: MIT */
/*
 * Draws the grid of a round, and below it what the scores of the question look like. Must not read
 * the file.
 */
#include "round_view.h"

#include <limits.h>
#include <string.h>

#include "readiness_words.h"
#include "tui/kit/lines.h"

enum { GUIDE_ROWS = 5, GUIDE_LABEL = 9 };
enum {
	AREA_WIDTH = 11,
	QUESTION_WIDTH = 23,
	NARROW_WIDTH = 14,
	PERSON_LEAST = 5,
	PERSON_MOST = 13
};
enum { MEAN_WIDTH = 6, WIDE = 76 };

/* What is left below the questions says what the scores look like; on a short screen nothing. */
static int
guide_rows(const struct round *round)
{
	int left = round->area.rows - 1 - (int)round->report.question_count;

	return larger_of(0, smaller_of(left, GUIDE_ROWS));
}

int
round_view_rows(const struct round *round)
{
	return larger_of(round->area.rows - 1 - guide_rows(round), 1);
}

static bool
is_wide(const struct round *round)
{
	return round->area.columns >= WIDE;
}

int
round_view_head(const struct round *round)
{
	return is_wide(round) ? AREA_WIDTH + QUESTION_WIDTH + 2 : NARROW_WIDTH + 1;
}

int
round_view_person(const struct round *round)
{
	int left = round->area.columns - round_view_head(round) - MEAN_WIDTH;
	int each = left / larger_of((int)round->person_count, 1);

	return larger_of(PERSON_LEAST, smaller_of(each, PERSON_MOST));
}

int
round_view_people(const struct round *round)
{
	int left = round->area.columns - round_view_head(round) - MEAN_WIDTH;

	return larger_of(left / round_view_person(round), 1);
}

const struct readiness_answer *
round_view_answer(const struct round *round, int row, int column)
{
	const struct readiness_question *question = &round->report.questions[row];

	for (size_t i = 0; i < question->answer_count; i++)
		if (question->answers[i].respondent == round->people[column].id)
			return &question->answers[i];
	return NULL;
}

/* An answer of today stands out from what was said before; one with evidence has a mark. */
static void
draw_cell(const struct round *round, const struct session *session, struct canvas *canvas, int row,
	int column, struct area cell)
{
	const struct readiness_answer *answer = round_view_answer(round, row, column);
	char today[DATE_SIZE], text[8] = "";
	bool fresh,
		here = row == round->panel.selection.row && column == round->panel.selection.column;
	enum role role;

	date_format(programme_today(session->programme), today);
	fresh = answer && strcmp(answer->on, today) == 0;
	role = fresh ? ROLE_TITLE : ROLE_MUTED;
	if (!answer)
		memcpy(text, canvas->ascii ? "." : "\u00b7", canvas->ascii ? 2 : 3);
	else
		readiness_score(answer->score, answer->evidence != NULL, text);
	canvas_put(canvas, cell.row, cell.column + 1, cell.columns - 1, role, text);
	if (!here)
		return;
	canvas_mark(canvas, cell.row, cell.column, cell.columns, ROLE_SELECTED);
	canvas_cursor(canvas, cell.row, cell.column + 1, true);
}

static void
draw_heads(const struct round *round, struct canvas *canvas)
{
	int width = round_view_person(round), column = round->area.column + round_view_head(round);

	canvas_put(canvas, round->area.row, round->area.column + 1, round_view_head(round) - 2,
		ROLE_HEADING, "today's answers stand out");
	for (int i = 0; i < round_view_people(round); i++) {
		int person = round->panel.selection.first_column + i;

		if (person < (int)round->person_count)
			canvas_put(canvas, round->area.row, column + i * width + 1, width - 2,
				person == round->panel.selection.column ? ROLE_TITLE : ROLE_HEADING,
				round->people[person].name);
	}
}

static void
draw_question(const struct round *round, const struct session *session, struct canvas *canvas,
	int index, int row)
{
	const struct readiness_question *question = &round->report.questions[index];
	bool first = index == round->panel.selection.first ||
		     strcmp(question->area, round->report.questions[index - 1].area) != 0;
	int width = round_view_person(round), column = round->area.column + round_view_head(round);
	int shown = smaller_of(round_view_people(round),
		(int)round->person_count - round->panel.selection.first_column);
	char mean[READINESS_WORD];

	if (is_wide(round) && first)
		canvas_put(canvas, row, round->area.column + 1, AREA_WIDTH - 1, ROLE_LABEL,
			question->area);
	canvas_put(canvas, row, round->area.column + (is_wide(round) ? AREA_WIDTH + 1 : 1),
		is_wide(round) ? QUESTION_WIDTH : NARROW_WIDTH,
		index == round->panel.selection.row ? ROLE_TITLE : ROLE_TEXT, question->identifier);
	for (int i = 0; i < shown; i++)
		draw_cell(round, session, canvas, index, round->panel.selection.first_column + i,
			(struct area){ row, column + i * width, 1, width });
	readiness_mean(question->mean, mean);
	canvas_put(canvas, row, column + larger_of(shown, 0) * width + 1, MEAN_WIDTH - 1,
		readiness_role(question->state), mean);
	canvas_put(canvas, row, column + larger_of(shown, 0) * width + 1 + (int)strlen(mean) + 1, 1,
		readiness_role(question->state), readiness_mark(question->state));
}

/* A label with what belongs to it, whole at that width; 0: as one line, however long. */
static void
add_guide(struct lines *lines, int width, const char *label, const char *text)
{
	size_t first = lines->count;

	lines_wrap(lines, ROLE_TEXT, width > 0 ? width : INT_MAX, GUIDE_LABEL, text);
	lines->items[first].detail = label;
}

/* How much of it there is room for. The question is read out, and the ends make the scale. */
enum guide {
	GUIDE_WHOLE, /* wrapped */
	GUIDE_LINES, /* a line each, but the question whole */
	GUIDE_ENDS, /* the same without the middle */
	GUIDE_CUT, /* a line each */
};

/* What the question is, what its scores look like, and what the answer one stands on rests on; the
 * result: how many of its lines must be seen. */
static int
write_guide(const struct round *round, struct lines *lines, int columns, enum guide guide)
{
	static const struct {
		const char *label, *field;
	} parts[] = { { "1", "low" }, { "3", "middle" }, { "5", "high" },
		{ "look for", "failure_sign" } };
	const struct readiness_answer *answer =
		round->person_count > 0 ? round_view_answer(round, round->panel.selection.row,
						  round->panel.selection.column)
					: NULL;
	int width = guide == GUIDE_WHOLE ? columns : 0, scores = 0;

	lines_reset(lines);
	lines_wrap(lines, ROLE_TITLE, guide == GUIDE_CUT ? INT_MAX : columns, 0,
		record_get(&round->question, "prompt")->text);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		const struct value *value = record_get(&round->question, parts[i].field);
		bool sign = i + 1 == sizeof parts / sizeof parts[0];

		if (sign && answer && answer->evidence)
			add_guide(lines, width, "rests on", answer->evidence);
		if (value->kind == VALUE_TEXT &&
			(guide != GUIDE_ENDS || strcmp(parts[i].field, "middle") != 0))
			add_guide(lines, width, parts[i].label, value->text);
		scores = sign ? scores : (int)lines->count;
	}
	return scores;
}

static void
draw_guide(const struct round *round, struct canvas *canvas, int row)
{
	int column = round->area.column + 1, columns = round->area.columns - 2;
	int rows = round->area.row + round->area.rows - row;
	enum guide guide = GUIDE_WHOLE;
	struct lines lines = { 0 };

	if (!round->question.type)
		return;
	while (write_guide(round, &lines, columns, guide) > rows && guide < GUIDE_CUT)
		guide++;
	for (int i = 0; i < (int)lines.count && i < rows; i++) {
		const struct text_line *line = &lines.items[i];

		canvas_put(canvas, row + i, column, columns, line->role, line->text);
		if (line->detail)
			canvas_put(
				canvas, row + i, column, GUIDE_LABEL - 1, ROLE_MUTED, line->detail);
	}
	lines_clear(&lines);
}

void
round_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct round *round = (const struct round *)panel;
	int rows = round_view_rows(round), count = (int)round->report.question_count;

	canvas_blank(canvas, round->area, ROLE_TEXT);
	if (count == 0) {
		canvas_put(canvas, round->area.row, 1, round->area.columns - 2, ROLE_MUTED,
			"There is no question yet: :questions, then a adds one");
		return;
	}
	draw_heads(round, canvas);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_question(round, session, canvas, i, selection_line(panel, i));
	if (round->person_count == 0)
		canvas_put(canvas, round->area.row + 1, round->area.column + round_view_head(round),
			round->area.columns - round_view_head(round), ROLE_WARNING,
			"a adds who answers");
	if (guide_rows(round) > 0)
		draw_guide(round, canvas, round->area.row + 1 + count + (rows > count ? 1 : 0));
}
