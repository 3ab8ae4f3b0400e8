/* SPDX-License-Identifier: MIT */
/*
 * The RACI matrix: a letter typed goes into the cell, each a step of the history. What is
 * wrong with a row, the rule book says.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "matrix_view.h"
#include "rollout/programme/order.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/record/why.h"
#include "tui/kit/form/prompt.h"

static struct matrix *
matrix_of(struct panel *panel)
{
	return (struct matrix *)panel;
}

static const struct raci_activity *
current_activity(const struct matrix *matrix)
{
	return matrix->panel.selection.row >= 0 &&
			       matrix->panel.selection.row < (int)matrix->report.activity_count
		       ? &matrix->report.activities[matrix->panel.selection.row]
		       : NULL;
}

static const struct raci_role *
current_role(const struct matrix *matrix)
{
	return matrix->panel.selection.column < (int)matrix->report.role_count
		       ? &matrix->report.roles[matrix->panel.selection.column]
		       : NULL;
}

/* What the keys that edit, delete and move concern: the role at the head of a column, else the
 * decision of the row. id 0: there is neither. */
static const struct type *
current_record(const struct matrix *matrix, int64_t *id)
{
	const struct raci_activity *activity = current_activity(matrix);
	const struct raci_role *role = current_role(matrix);

	if (matrix->panel.selection.row == MATRIX_HEAD) {
		*id = role ? role->id : 0;
		return type_find("role");
	}
	*id = activity ? activity->id : 0;
	return type_find("activity");
}

static void
fit(struct matrix *matrix)
{
	struct matrix_frame frame = matrix_frame(matrix);
	struct area area = { matrix->area.row + frame.head, matrix->area.column, frame.rows,
		matrix->area.columns };

	matrix->panel.selection.columns = (int)matrix->report.role_count;
	matrix->panel.selection.shown_columns = frame.columns;
	selection_fit(&matrix->panel, (int)matrix->report.activity_count, area);
}

static void
read_matrix(struct matrix *matrix, struct session *session)
{
	struct error error = { 0 };

	arena_reset(&matrix->arena);
	if (programme_raci(session->programme, &matrix->arena, &matrix->report, &error) !=
		STATUS_OK) {
		matrix->report = (struct raci_report){ 0 };
		session_fail(session, &error);
	}
	matrix->read = true;
}

/* The cursor stays with its decision and its role, wherever they have moved. */
static void
matrix_reload(struct panel *panel, struct session *session)
{
	struct matrix *matrix = matrix_of(panel);
	const struct raci_activity *activity = current_activity(matrix);
	const struct raci_role *role = current_role(matrix);
	int64_t wanted = matrix->wanted != 0 ? matrix->wanted : (activity ? activity->id : 0);
	int64_t wanted_role =
		matrix->wanted_role != 0 ? matrix->wanted_role : (role ? role->id : 0);

	read_matrix(matrix, session);
	for (size_t i = 0; i < matrix->report.activity_count; i++)
		if (matrix->report.activities[i].id == wanted)
			panel->selection.row = (int)i;
	for (size_t i = 0; i < matrix->report.role_count; i++)
		if (matrix->report.roles[i].id == wanted_role)
			panel->selection.column = (int)i;
	matrix->wanted = matrix->wanted_role = 0;
	fit(matrix);
}

static void
matrix_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct matrix *matrix = matrix_of(panel);

	(void)screen;
	matrix->area = content;
	if (!matrix->read)
		matrix_reload(panel, session);
	fit(matrix);
}

static unsigned
write_letters(struct panel *panel, struct session *session)
{
	const struct matrix *matrix = matrix_of(panel);
	const char *letters = session->press.action->value;
	const struct raci_activity *activity = current_activity(matrix);
	const struct raci_role *role = current_role(matrix);
	struct error error = { 0 };
	bool changed = false;

	if (!activity && role)
		session_say(session, ROLE_MESSAGE, "stand on a decision; e renames this role");
	if (!activity || !role)
		return EFFECT_NONE;
	if (programme_raci_set(session->programme, activity->id, role->id, letters, &changed,
		    &error) != STATUS_OK)
		session_fail(session, &error);
	else if (changed)
		session_done(session, "%s: %s on \"%s\"", role->name,
			*letters ? letters : "nothing", activity->name);
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
}

/* The A of the row does it as well, wherever the cursor stands in it. */
static unsigned
make_both(struct panel *panel, struct session *session)
{
	struct matrix *matrix = matrix_of(panel);
	const struct raci_activity *activity = current_activity(matrix);

	for (size_t i = matrix->report.role_count; activity && i > 0; i--)
		if (strcmp(activity->letters[i - 1], "A") == 0)
			panel->selection.column = (int)i - 1;
	fit(matrix);
	return write_letters(panel, session);
}

/* context: the number of the role. */
static unsigned
take_holder(struct session *session, const char *person, void *context)
{
	const struct type *type = type_find("role");
	const int64_t *id = context;
	struct arena arena = { 0 };
	const char *role = programme_identifier(session->programme, type, *id, &arena);
	const struct field_text texts[] = {
		{ "role", role, strlen(role) },
		{ "stakeholder", person, strlen(person) },
	};
	struct error error = { 0 };
	int64_t added;
	enum status status = programme_add(session->programme, type_find("role_holder"), texts,
		sizeof texts / sizeof texts[0], &added, &error);

	arena_clear(&arena);
	return status == STATUS_OK ? session_done(session, "added")
				   : session_reject(session, &error, type, *id);
}

static unsigned
ask_holder(struct panel *panel, struct session *session)
{
	const struct matrix *matrix = matrix_of(panel);
	const struct type *type = type_find("role_holder");
	size_t field = (size_t)type_field_index(type, "stakeholder");
	int64_t role;

	if (!current_role(matrix))
		return EFFECT_NONE;
	role = current_role(matrix)->id;
	return picker_ask(
		session, callback_with(take_holder, &role, sizeof role), &type->fields[field], "");
}

/* Behind the last, where the cursor goes. */
static unsigned
add_named(struct session *session, const char *type, const char *name, int64_t *wanted)
{
	struct error error = { 0 };

	if (!*name)
		return EFFECT_NONE;
	return programme_add_last(session->programme, type_find(type), name, wanted, &error) ==
			       STATUS_OK
		       ? session_done(session, "added")
		       : session_reject(session, &error, NULL, 0);
}

static unsigned
take_decision(struct session *session, const char *name, void *context)
{
	return add_named(session, "activity", name, &matrix_of(context)->wanted);
}

static unsigned
take_role(struct session *session, const char *name, void *context)
{
	return add_named(session, "role", name, &matrix_of(context)->wanted_role);
}

static unsigned
ask_decision(struct panel *panel, struct session *session)
{
	return prompt_ask(session, callback_to(take_decision, panel), "new decision:");
}

static unsigned
ask_role(struct panel *panel, struct session *session)
{
	return prompt_ask(session, callback_to(take_role, panel), "new role:");
}

/* The row, or the column at its head, to another place. */
static unsigned
move_record(struct panel *panel, struct session *session)
{
	int64_t id;
	const struct type *type = current_record(matrix_of(panel), &id);
	struct error error = { 0 };
	bool changed = false;

	if (id == 0)
		return EFFECT_NONE;
	if (programme_move(session->programme, type, id, session->press.action->by, &changed,
		    &error) != STATUS_OK)
		session_fail(session, &error);
	else if (changed)
		session_done(session, "moved");
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
}

/* What the rule book says about the row, else about the role. */
static unsigned
explain(struct panel *panel, struct session *session)
{
	const struct matrix *matrix = matrix_of(panel);
	const struct raci_activity *activity = current_activity(matrix);
	const struct raci_role *role = current_role(matrix);
	struct error error = { 0 };
	struct panel *popup = NULL;
	enum status status;

	if (!role)
		return EFFECT_NONE;
	status = !activity ? STATUS_OK
			   : why_new(session, type_find("activity"), activity->id, activity->name,
				     &popup, &error);
	if (status == STATUS_OK && !popup)
		status = why_new(session, type_find("role"), role->id, role->name, &popup, &error);
	if (status != STATUS_OK) {
		session_fail(session, &error);
		return EFFECT_NONE;
	}
	if (popup)
		return session_open(session, popup);
	session_say(session, ROLE_MESSAGE,
		"the rule book has nothing to say about this row or this role");
	return EFFECT_NONE;
}

static bool
matrix_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	*type = current_record((const struct matrix *)panel, id);
	return *id != 0;
}

static bool
matrix_go(struct panel *panel, struct session *session, const struct type *type, int64_t id)
{
	struct matrix *matrix = matrix_of(panel);

	if (strcmp(type->name, "activity") == 0)
		matrix->wanted = id;
	else if (strcmp(type->name, "role") == 0)
		matrix->wanted_role = id;
	else
		return false;
	matrix_reload(panel, session);
	return true;
}

/* Beside the letters only the row; in the names of the roles, the role itself. */
static bool
matrix_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	const struct matrix *matrix = (const struct matrix *)panel;
	struct matrix_frame frame = matrix_frame(matrix);
	int left = mouse->column - matrix_column(matrix, &frame, panel->selection.first_column);

	(void)session;
	if (left >= 0 && left < frame.columns * frame.width)
		*column = panel->selection.first_column + left / frame.width;
	else if (mouse->row < panel->selection.area.row)
		return false;
	if (mouse->row < panel->selection.area.row)
		*row = MATRIX_HEAD;
	return mouse->row < panel->selection.area.row + panel->selection.area.rows &&
	       *column < panel->selection.columns;
}

static void
matrix_keep(const struct panel *panel, struct place *out)
{
	const struct raci_activity *activity = current_activity((const struct matrix *)panel);

	out->id = activity ? activity->id : 0;
}

static void
matrix_free(struct panel *panel)
{
	struct matrix *matrix = matrix_of(panel);

	arena_clear(&matrix->arena);
	free(matrix);
}

/* Whose column it is, where names are cut and there is no room to say it below. */
static void
matrix_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct matrix *matrix = (const struct matrix *)panel;
	const struct raci_role *role = current_role(matrix);

	if (role && matrix_frame(matrix).info == 0)
		snprintf(out, POSITION_SIZE, "%s", role->name);
}

static bool
has_role(const struct panel *panel)
{
	return current_role((const struct matrix *)panel) != NULL;
}

/* clang-format off */
static const struct keys matrix_keys = { "in the RACI matrix", {
	{ "responsible", "r R", write_letters, "R: this role does it", "a c i letter", 1,
	  .effect = WRITES, .applies = has_role, .value = "R" },
	{ "accountable", "a A", write_letters, "A: this role answers for it", .effect = WRITES,
	  .applies = has_role, .value = "A" },
	{ "consulted", "c C", write_letters, "C: this role is asked first", .effect = WRITES,
	  .applies = has_role, .value = "C" },
	{ "informed", "i I", write_letters, "I: this role is told afterwards", .effect = WRITES,
	  .applies = has_role, .value = "I" },
	{ "both", "!", make_both, "make the A of this row an A/R: one role may do both", "A/R", 2,
	  .effect = WRITES, .applies = has_role, .value = "A/R" },
	{ "empty", "Space Backspace Del", write_letters, "take the letter away", "empty", 3,
	  .effect = WRITES, .applies = has_role, .value = "" },
	{ "person", "p", ask_holder, "name a person who holds this role", "person", 4,
	  .effect = WRITES, .applies = has_role },
	{ "add", "n Ins", ask_decision, "add a decision", "new", 5, .effect = WRITES },
	{ "add-role", "N", ask_role, "add a role, as the last column", "new role", 6,
	  .effect = WRITES },
	{ "further", "+ =", move_record,
	  "move the decision down; at the head of a column, the role to the right", "- move", 7,
	  .effect = WRITES, .applies = record_is_selected, .by = 1 },
	{ "nearer", "-", move_record,
	  "move the decision up; at the head of a column, the role to the left", .effect = WRITES,
	  .applies = record_is_selected, .by = -1 },
	{ "why", "w", explain, "what the rule book says about the row, else about the role", "why",
	  7, .effect = READS, .applies = has_role },
} };
/* clang-format on */

static const struct panel_class matrix_class = {
	.keys = { &matrix_keys, &record_keys, &selection_keys, &selection_side_keys },
	.layout = matrix_layout,
	.draw = matrix_draw,
	.reload = matrix_reload,
	.selected = matrix_selected,
	.position = matrix_position,
	.go = matrix_go,
	.locate = matrix_locate,
	.keep = matrix_keep,
	.free = matrix_free,
};

static struct panel *
matrix_new(const struct page *page, const struct place *place)
{
	struct matrix *matrix = memory_new(1, sizeof *matrix);

	matrix->panel.class = page->class;
	matrix->wanted = place->id;
	matrix->panel.selection.least = MATRIX_HEAD;
	return &matrix->panel;
}

const struct page matrix_page = { &matrix_class, .create = matrix_new };
