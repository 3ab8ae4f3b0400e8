/* SPDX-License-Identifier: MIT */
/*
 * Draws the RACI matrix: names of decisions stay at the left while the roles scroll, the letters in
 * between, answers and rules at the right, who holds the role below. Must not read the file.
 */
#include "matrix_view.h"

#include <stdio.h>
#include <string.h>

#include "rollout/base/text.h"

enum {
	MARGIN = 2,
	ROLE_LEAST = 5,
	ROLE_MOST = 13,
	LABEL_LEAST = 12,
	LABEL_MOST = 36,
	FACTS_WIDE = 34,
	FACTS_MOST = 60,
	FACTS_NARROW = 12,
	FACTS_FROM = 70,
	INFO_FROM = 9,
	INFO_ROWS = 3,
};

static int
longest_name(const struct raci_report *report)
{
	int width = LABEL_LEAST;

	for (size_t i = 0; i < report->activity_count; i++)
		width = larger_of(width,
			text_width(report->activities[i].name, strlen(report->activities[i].name)));
	return smaller_of(width, LABEL_MOST);
}

/* Columns of the first words of a name, or of the last, where it stands in two rows. */
static int
part_width(const struct raci_role *role, bool last)
{
	const char *blank = strrchr(role->name, ' ');

	if (!blank)
		return text_width(role->name, strlen(role->name));
	return last ? text_width(blank + 1, strlen(blank + 1))
		    : text_width(role->name, (size_t)(blank - role->name));
}

/* What the names of the roles need, the mark of the rules and a blank behind them. */
static int
longest_role(const struct raci_report *report)
{
	int width = ROLE_LEAST;

	for (size_t i = 0; i < report->role_count; i++) {
		width = larger_of(width, part_width(&report->roles[i], false) + 1);
		width = larger_of(width, part_width(&report->roles[i], true) + 2);
	}
	return smaller_of(width, ROLE_MOST);
}

/* The names of the roles go before the words of the rules, which stand below as well. */
static int
facts_width(const struct matrix *matrix, int left)
{
	int rest = left - (int)matrix->report.role_count * longest_role(&matrix->report);

	if (matrix->area.columns < FACTS_FROM)
		return 0;
	return larger_of(FACTS_NARROW, smaller_of(rest, FACTS_MOST));
}

struct matrix_frame
matrix_frame(const struct matrix *matrix)
{
	struct matrix_frame frame = { 0 };
	struct area area = matrix->area;
	int roles = (int)matrix->report.role_count, left;

	frame.info = area.rows >= INFO_FROM ? INFO_ROWS + 1 : 0;
	frame.head = area.rows >= INFO_FROM ? 2 : 1;
	frame.rows = larger_of(area.rows - frame.head - frame.info, 1);
	frame.label = smaller_of(longest_name(&matrix->report), area.columns * 2 / 5);
	left = area.columns - MARGIN - frame.label - 1;
	frame.facts = facts_width(matrix, left);
	left = larger_of(left - frame.facts, ROLE_LEAST);
	frame.width = roles > 0 ? left / roles : left;
	frame.width = larger_of(ROLE_LEAST, smaller_of(frame.width, ROLE_MOST));
	frame.columns = larger_of(1, smaller_of(left / frame.width, roles));
	return frame;
}

int
matrix_column(const struct matrix *matrix, const struct matrix_frame *frame, int role)
{
	return matrix->area.column + MARGIN + frame->label + 1 +
	       (role - matrix->panel.selection.first_column) * frame->width;
}

/* "Functional lead" over two rows where it has two words. */
static void
draw_role(const struct matrix *matrix, const struct matrix_frame *frame,
	const struct session *session, struct canvas *canvas, int index)
{
	const struct raci_role *role = &matrix->report.roles[index];
	int column = matrix_column(matrix, frame, index), width = frame->width - 1;
	const char *blank = strrchr(role->name, ' ');
	bool marked = findings_next(&session->findings, NULL, "role", role->identifier) != NULL;
	bool here = index == matrix->panel.selection.column;
	enum role style = here ? ROLE_TITLE : ROLE_HEADING;
	int row = matrix->area.row, used;

	if (frame->head > 1 && blank) {
		canvas_write(canvas, row++, column, width, style, true, role->name,
			(size_t)(blank - role->name));
		used = canvas_put(canvas, row, column, width, style, blank + 1);
	} else {
		row += frame->head - 1;
		used = canvas_put(canvas, row, column, width, style, role->name);
	}
	if (marked)
		canvas_put(canvas, row, column + smaller_of(used, width - 1), 1, ROLE_WARNING, "!");
	if (!here || matrix->panel.selection.row != MATRIX_HEAD)
		return;
	for (int i = matrix->area.row; i <= row; i++)
		canvas_mark(canvas, i, column, width, ROLE_CELL);
	canvas_cursor(canvas, row, column, false);
}

static enum role
letter_role(const char *letters)
{
	if (letters[0] == 'A')
		return ROLE_TITLE;
	return letters[0] == 'R' ? ROLE_TEXT : ROLE_MUTED;
}

static void
draw_cell(const struct matrix *matrix, const struct matrix_frame *frame, struct canvas *canvas,
	int index, int role, int row)
{
	const char *letters = matrix->report.activities[index].letters[role];
	int column = matrix_column(matrix, frame, role);
	bool here = index == matrix->panel.selection.row && role == matrix->panel.selection.column;

	canvas_put(canvas, row, column, frame->width - 1, letter_role(letters),
		*letters ? letters : (canvas->ascii ? "." : "·"));
	if (!here)
		return;
	canvas_mark(canvas, row, column, frame->width - 1, ROLE_CELL);
	canvas_cursor(canvas, row, column, false);
}

/* "2 d, 1 open", or "2 d +1"; "9 d ▲" where it takes longer than it may; "-" where nothing has been
 * decided yet. */
static void
name_answers(const struct matrix *matrix, const struct raci_activity *activity, bool ascii,
	bool wide, char *out, size_t size)
{
	bool slow = activity->median_days > matrix->report.sla_days || activity->late > 0;
	int used;

	if (activity->median_days < 0)
		used = snprintf(out, size, "-");
	else
		used = snprintf(out, size, "%d d", activity->median_days);
	if (activity->open > 0)
		used += snprintf(out + used, size - (size_t)used, wide ? ", %d open" : " +%d",
			activity->open);
	if (slow)
		snprintf(out + used, size - (size_t)used, " %s", glyph_text(ascii, GLYPH_UP));
}

/* The next finding about the row; those about the letters in it before those about its meetings and
 * answers, which the row tells by itself. */
static const struct finding *
next_about(const struct session *session, const struct finding *finding, const char *activity)
{
	bool letters = !finding || finding->rule->about == ABOUT_RACI;

	do {
		finding = findings_next(&session->findings, finding, "activity", activity);
		if (!finding && letters) {
			letters = false;
			finding = findings_next(&session->findings, NULL, "activity", activity);
		}
	} while (finding && (finding->rule->about == ABOUT_RACI) != letters);
	return finding;
}

/* Answers, then "R2 no role is R": all rules by id where there are several. */
static void
draw_facts(const struct matrix *matrix, const struct matrix_frame *frame,
	const struct session *session, struct canvas *canvas, int index, int row)
{
	const struct raci_activity *activity = &matrix->report.activities[index];
	const struct finding *finding = NULL;
	int column = matrix->area.column + matrix->area.columns - frame->facts, end;
	char answers[48];

	name_answers(matrix, activity, canvas->ascii, frame->facts >= FACTS_WIDE, answers,
		sizeof answers);
	end = column + frame->facts - 1;
	column += canvas_put(canvas, row, column, end - column, ROLE_TEXT, answers) + 1;
	while ((finding = next_about(session, finding, activity->identifier)) != NULL) {
		enum role role =
			finding->rule->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_WARNING;

		column +=
			canvas_put(canvas, row, column, end - column, role, finding->rule->id) + 1;
		if (frame->facts >= FACTS_WIDE)
			column += canvas_put(canvas, row, column, end - column, ROLE_MUTED,
					  finding->message) +
				  2;
	}
}

static void
draw_activity(const struct matrix *matrix, const struct matrix_frame *frame,
	const struct session *session, struct canvas *canvas, int index, int row)
{
	const struct raci_activity *activity = &matrix->report.activities[index];
	struct area area = matrix->area;
	bool here = index == matrix->panel.selection.row;

	if (here)
		canvas_put(canvas, row, area.column, 1, ROLE_TITLE,
			glyph_text(canvas->ascii, GLYPH_POINTER));
	canvas_put(canvas, row, area.column + MARGIN, frame->label, here ? ROLE_TITLE : ROLE_TEXT,
		activity->name);
	for (int i = 0; i < frame->columns; i++)
		if (matrix->panel.selection.first_column + i < (int)matrix->report.role_count)
			draw_cell(matrix, frame, canvas, index,
				matrix->panel.selection.first_column + i, row);
	if (frame->facts > 0)
		draw_facts(matrix, frame, session, canvas, index, row);
}

/* The first finding about the row or the role of the cursor, with what to do about it. */
static const struct finding *
nearest_finding(const struct matrix *matrix, const struct session *session)
{
	const struct raci_role *role = &matrix->report.roles[matrix->panel.selection.column];
	const struct finding *found = NULL;

	if (matrix->panel.selection.row != MATRIX_HEAD)
		found = next_about(session, NULL,
			matrix->report.activities[matrix->panel.selection.row].identifier);
	return found ? found : findings_next(&session->findings, NULL, "role", role->identifier);
}

static void
draw_info(const struct matrix *matrix, const struct matrix_frame *frame,
	const struct session *session, struct canvas *canvas)
{
	const struct raci_role *role = &matrix->report.roles[matrix->panel.selection.column];
	const struct finding *finding = nearest_finding(matrix, session);
	struct area area = matrix->area;
	int row = area.row + area.rows - frame->info + 1, columns = area.columns - 2;
	char text[512];

	canvas_fill(canvas, (struct area){ row - 1, area.column, 1, area.columns }, ROLE_BORDER,
		GLYPH_HORIZONTAL);
	snprintf(text, sizeof text, "%s: %s", role->name,
		*role->holders ? role->holders : "nobody holds it; p names a person");
	canvas_put(canvas, row, area.column + 1, columns,
		role->holder_count > 0 ? ROLE_TEXT : ROLE_WARNING, text);
	if (finding) {
		snprintf(text, sizeof text, "%s %s: %s", finding->rule->id, finding->name,
			finding->message);
		canvas_put(canvas, row + 1, area.column + 1, columns, ROLE_WARNING, text);
		canvas_put(
			canvas, row + 2, area.column + 1, columns, ROLE_MUTED, finding->response);
		return;
	}
	if (matrix->panel.selection.row == MATRIX_HEAD) {
		canvas_put(canvas, row + 1, area.column + 1, columns, ROLE_MUTED,
			"the role itself: e renames it, + and - move it, d deletes it");
		return;
	}
	snprintf(text, sizeof text,
		"answers: median working days from asked to decided, of at most %d",
		matrix->report.sla_days);
	canvas_put(canvas, row + 1, area.column + 1, columns, ROLE_MUTED, text);
}

static void
draw_empty(const struct matrix *matrix, const struct session *session, struct canvas *canvas)
{
	struct area area = matrix->area;

	canvas_put(canvas, area.row, area.column + 2, area.columns - 4, ROLE_TEXT,
		matrix->report.role_count == 0 ? "There are no roles yet: N adds the first."
					       : "There are no decisions yet.");
	if (area.rows > 1 && matrix->report.role_count > 0 && !session->read_only)
		canvas_put(canvas, area.row + 1, area.column + 2, area.columns - 4, ROLE_MUTED,
			"Press n and name the decision people wait or fight over most.");
	canvas_cursor(canvas, area.row, area.column, false);
}

void
matrix_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct matrix *matrix = (const struct matrix *)panel;
	struct matrix_frame frame = matrix_frame(matrix);
	struct area area = matrix->area;

	if (area.rows <= 0)
		return;
	if (matrix->report.role_count == 0 || matrix->report.activity_count == 0) {
		draw_empty(matrix, session, canvas);
		return;
	}
	for (int i = 0; i < frame.columns; i++)
		if (matrix->panel.selection.first_column + i < (int)matrix->report.role_count)
			draw_role(matrix, &frame, session, canvas,
				matrix->panel.selection.first_column + i);
	if (frame.facts > 0)
		canvas_put(canvas, area.row + frame.head - 1,
			area.column + area.columns - frame.facts, frame.facts, ROLE_HEADING,
			"answers in");
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_activity(matrix, &frame, session, canvas, i, selection_line(panel, i));
	if (frame.info > 0)
		draw_info(matrix, &frame, session, canvas);
}
