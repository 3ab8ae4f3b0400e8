/* SPDX-License-Identifier: MIT */
/*
 * A meeting while it goes on: attendance by one key a person, what came of it by one key and a line
 * each. Every key is a step of the history at once: there is nothing to save.
 */
#include "meeting_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/record/record_actions.h"
#include "rollout/programme/calendar.h"
#include "tui/kit/lines.h"
#include "tui/kit/form/prompt.h"

enum { STATE_COLUMNS = 12, SIDE_FROM = 90 };

enum row_kind { ROW_TEXT, ROW_PERSON, ROW_ITEM };

struct row {
	enum row_kind kind;
	enum role role;
	const char *text, *detail;
	const struct attendee *person;
	const struct meeting_item *item;
};

struct meeting {
	struct panel panel;
	struct occasion occasion;
	struct arena arena; /* of the report and the rows; renewed with them */
	struct meeting_report report;
	struct row *rows;
	int count;
	struct area area;
};

static struct meeting *
meeting_of(struct panel *panel)
{
	return (struct meeting *)panel;
}

static struct row *
add_row(struct meeting *meeting, enum row_kind kind, enum role role, const char *text)
{
	meeting->rows = array_grow(meeting->rows, (size_t)meeting->count, sizeof *meeting->rows);
	meeting->rows[meeting->count] =
		(struct row){ .kind = kind, .role = role, .text = text, .detail = "" };
	return &meeting->rows[meeting->count++];
}

static enum role
state_role(const char *state)
{
	if (strcmp(state, "absent") == 0)
		return ROLE_WARNING;
	return *state ? ROLE_TEXT : ROLE_MUTED;
}

static void
add_people(struct meeting *meeting)
{
	struct row *row;

	add_row(meeting, ROW_TEXT, ROLE_HEADING, "Who is there");
	for (size_t i = 0; i < meeting->report.people_count; i++) {
		const struct attendee *person = &meeting->report.people[i];

		row = add_row(meeting, ROW_PERSON, state_role(person->state), person->name);
		row->person = person;
		row->detail =
			!person->invited ? "not invited" : (person->required ? "" : "optional");
	}
	if (meeting->report.people_count == 0)
		add_row(meeting, ROW_TEXT, ROLE_MUTED,
			"nobody is invited: :invitees, then a adds the first");
}

static void
add_items(
	struct meeting *meeting, const char *title, const struct meeting_item *items, size_t count)
{
	add_row(meeting, ROW_TEXT, ROLE_TEXT, "");
	add_row(meeting, ROW_TEXT, ROLE_HEADING,
		arena_format(&meeting->arena, "%s: %zu", title, count));
	for (size_t i = 0; i < count; i++) {
		struct row *row = add_row(meeting, ROW_ITEM, ROLE_TEXT,
			arena_format(&meeting->arena, "%-9s %s%s", items[i].type, items[i].text,
				items[i].open ? "" : " (closed)"));

		row->item = &items[i];
		row->detail = items[i].detail;
	}
}

static void
add_agenda(struct meeting *meeting)
{
	const char *at = meeting->report.agenda;

	if (!*at)
		return;
	add_row(meeting, ROW_TEXT, ROLE_TEXT, "");
	add_row(meeting, ROW_TEXT, ROLE_HEADING, "Agenda");
	while (*at) {
		size_t length = strcspn(at, "\n");

		add_row(meeting, ROW_TEXT, ROLE_TEXT, arena_copy(&meeting->arena, at, length));
		at += length + (at[length] ? 1 : 0);
	}
}

static bool
meeting_stands(const struct panel *panel, int row)
{
	const struct meeting *meeting = (const struct meeting *)panel;

	return row < meeting->count && meeting->rows[row].kind != ROW_TEXT;
}

static void
fit(struct meeting *meeting)
{
	struct area area = meeting->area;

	area.row++;
	area.rows--;
	selection_fit(&meeting->panel, meeting->count, area);
}

static void
meeting_reload(struct panel *panel, struct session *session)
{
	struct meeting *meeting = meeting_of(panel);
	struct error error = { 0 };
	enum status status;

	arena_reset(&meeting->arena);
	meeting->count = 0;
	status = programme_meeting(
		session->programme, &meeting->occasion, &meeting->arena, &meeting->report, &error);
	/* The step that made the record may have been taken back. */
	if (status == STATUS_NOT_FOUND && meeting->occasion.meeting != 0) {
		meeting->occasion.meeting = 0;
		status = programme_meeting(session->programme, &meeting->occasion, &meeting->arena,
			&meeting->report, &error);
	}
	if (status != STATUS_OK) {
		meeting->report = (struct meeting_report){ .name = "", .agenda = "", .notes = "" };
		add_row(meeting, ROW_TEXT, ROLE_ERROR,
			arena_copy(&meeting->arena, error.message, strlen(error.message)));
		return;
	}
	add_people(meeting);
	add_items(meeting, "What came of it", meeting->report.items, meeting->report.item_count);
	add_agenda(meeting);
	add_items(meeting, "To go through", meeting->report.waiting, meeting->report.waiting_count);
	if (*meeting->report.notes) {
		add_row(meeting, ROW_TEXT, ROLE_TEXT, "");
		add_row(meeting, ROW_TEXT, ROLE_HEADING, "Notes");
		add_row(meeting, ROW_TEXT, ROLE_TEXT, meeting->report.notes);
	}
	fit(meeting);
}

static void
meeting_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct meeting *meeting = meeting_of(panel);

	(void)session;
	(void)screen;
	meeting->area = content;
	fit(meeting);
}

static const char *
state_mark(const char *state, bool ascii)
{
	if (strcmp(state, "present") == 0)
		return ascii ? "+" : "✓";
	if (strcmp(state, "delegate") == 0)
		return ascii ? ">" : "→";
	if (strcmp(state, "excused") == 0)
		return ascii ? "o" : "○";
	if (strcmp(state, "absent") == 0)
		return ascii ? "x" : "✗";
	return ascii ? "." : "·";
}

static void
draw_row(const struct meeting *meeting, struct canvas *canvas, int index, int screen_row)
{
	const struct row *row = &meeting->rows[index];
	struct area area = meeting->area;
	int column = area.column + 2, columns = area.columns - 3, detail;

	if (row->kind == ROW_PERSON) {
		canvas_put(canvas, screen_row, column, 1, row->role,
			state_mark(row->person->state, canvas->ascii));
		canvas_put(canvas, screen_row, column + 2, STATE_COLUMNS - 2, row->role,
			*row->person->state ? row->person->state : "?");
		column += STATE_COLUMNS;
		columns -= STATE_COLUMNS;
	}
	detail = smaller_of(canvas_width(canvas, row->detail), columns / 3);
	canvas_put(canvas, screen_row, column, columns - (detail > 0 ? detail + 2 : 0), row->role,
		row->text);
	canvas_put(canvas, screen_row, column + columns - detail, detail, ROLE_MUTED, row->detail);
	if (index == meeting->panel.selection.row && row->kind != ROW_TEXT)
		selection_mark(canvas, screen_row, area.column, area.columns);
}

/* In person, or by somebody who could decide. */
static int
count_there(const struct meeting_report *report)
{
	int count = 0;

	for (size_t i = 0; i < report->people_count; i++)
		count += strcmp(report->people[i].state, "present") == 0 ||
			 strcmp(report->people[i].state, "delegate") == 0;
	return count;
}

static void
draw_head(const struct meeting *meeting, struct canvas *canvas)
{
	const struct meeting_report *report = &meeting->report;
	struct area area = meeting->area;
	char date[DATE_SIZE], text[256], confidence[32] = "not given", there[64];

	date_format(report->on, date);
	if (report->confidence > 0)
		snprintf(confidence, sizeof confidence, "%d of 10", report->confidence);
	snprintf(text, sizeof text, "%s, %s %s%s; confidence %s", report->name,
		date_weekday_name(date_weekday(report->on)), date,
		report->held ? "" : " (cancelled)", confidence);
	snprintf(there, sizeof there, "%d of %zu there", count_there(report), report->people_count);
	canvas_put_right(canvas, area.row, area.column, area.columns - 1, ROLE_TITLE, there);
	canvas_put(canvas, area.row, area.column + 1, area.columns - 4 - (int)strlen(there),
		ROLE_TITLE, text);
}

static void
meeting_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct meeting *meeting = (const struct meeting *)panel;
	struct area area = meeting->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	draw_head(meeting, canvas);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		draw_row(meeting, canvas, i, selection_line(panel, i));
}

static const struct row *
current(const struct meeting *meeting)
{
	int row = meeting->panel.selection.row;

	return meeting_stands(&meeting->panel, row) ? &meeting->rows[row] : NULL;
}

static unsigned
attend(struct panel *panel, struct session *session)
{
	struct meeting *meeting = meeting_of(panel);
	const char *state = session->press.action->value;
	const struct row *row = current(meeting);
	struct error error = { 0 };
	bool changed = false;

	if (!row || row->kind != ROW_PERSON) {
		session_say(session, ROLE_MESSAGE, "stand on a person first");
		return EFFECT_NONE;
	}
	if (programme_attend(session->programme, &meeting->occasion, row->person->id, state,
		    &changed, &error) != STATUS_OK)
		session_fail(session, &error);
	if (row < &meeting->rows[meeting->count - 1] && row[1].kind == ROW_PERSON)
		selection_move(panel, session, 1);
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
}

static unsigned
attend_rest(struct panel *panel, struct session *session)
{
	struct meeting *meeting = meeting_of(panel);
	struct error error = { 0 };
	size_t changed = 0;

	if (programme_attend_rest(session->programme, &meeting->occasion, &changed, &error) ==
		STATUS_OK)
		return session_done(session, "%zu more were present", changed);
	session_fail(session, &error);
	return EFFECT_RELOAD;
}

/* The kinds of records that come of a meeting. */
enum item_kind { ITEM_DECISION, ITEM_ACTION, ITEM_BLOCKER };

static const struct {
	const char *type, *text_field;
	const char *day_field; /* NULL: none */
	const char *label;
} kinds[] = {
	[ITEM_DECISION] = { "decision", "question", "requested_on", "decision on:" },
	[ITEM_ACTION] = { "action", "text", NULL, "action:" },
	[ITEM_BLOCKER] = { "blocker", "text", "raised_on", "blocked by:" },
};

struct item {
	struct meeting *meeting;
	int kind;
};

/* What came of the meeting, with its day, and its team where it is a team's own. */
static unsigned
take_item(struct session *session, const char *text, void *context)
{
	const struct item *item = context;
	struct meeting *meeting = item->meeting;
	const char *day_field = kinds[item->kind].day_field;
	const struct type *type = type_find(kinds[item->kind].type);
	struct arena arena = { 0 };
	struct field_text texts[3];
	size_t count = 0;
	char on[DATE_SIZE];
	const char *team = programme_identifier(
		session->programme, type_find("team"), meeting->report.team, &arena);
	struct error error = { 0 };
	enum status status;

	if (!*text)
		return EFFECT_NONE;
	date_format(meeting->report.on, on);
	texts[count++] = (struct field_text){ kinds[item->kind].text_field, text, strlen(text) };
	if (day_field)
		texts[count++] = (struct field_text){ day_field, on, strlen(on) };
	if (meeting->report.team != 0 && type_field_index(type, "team") >= 0)
		texts[count++] = (struct field_text){ "team", team, strlen(team) };
	status = programme_meeting_note(
		session->programme, &meeting->occasion, type, texts, count, &error);
	arena_clear(&arena);
	return status != STATUS_OK
		       ? session_reject(session, &error, type_find("forum"), meeting->report.forum)
		       : session_done(session, "the %s is noted", type->name);
}

static unsigned
ask_item(struct panel *panel, struct session *session)
{
	struct item item = { meeting_of(panel), session->press.action->by };

	return prompt_ask(
		session, callback_with(take_item, &item, sizeof item), kinds[item.kind].label);
}

struct ask {
	struct meeting *meeting;
	const char *field;
};

static unsigned
take_field(struct session *session, const char *text, void *context)
{
	const struct ask *ask = context;
	const struct field_text texts = { ask->field, text, strlen(text) };
	struct error error = { 0 };

	if (!*text)
		return EFFECT_NONE;
	if (programme_meeting_set(session->programme, &ask->meeting->occasion, &texts, 1, &error) !=
		STATUS_OK)
		return session_reject(
			session, &error, type_find("forum"), ask->meeting->report.forum);
	return session_done(session, "%s changed", ask->field);
}

/* What the record holds already is there to be changed. */
static unsigned
ask_field(struct panel *panel, struct session *session)
{
	static const char *const labels[] = { "confidence, 1 to 10:", "notes:" };
	const char *label = labels[session->press.action->by];
	struct ask ask = { meeting_of(panel), session->press.action->value };

	if (ask.meeting->occasion.meeting != 0)
		return record_ask_field(session, type_find("meeting"),
			ask.meeting->occasion.meeting, ask.field, label);
	return prompt_ask(session, callback_with(take_field, &ask, sizeof ask), label);
}

static bool
stands_on_item(const struct panel *panel)
{
	const struct row *row = current((const struct meeting *)panel);

	return row && row->item;
}

static unsigned
edit_item(struct panel *panel, struct session *session)
{
	const struct meeting_item *item = current(meeting_of(panel))->item;

	return record_edit(session, type_find(item->type), item->id);
}

static void
meeting_free(struct panel *panel)
{
	struct meeting *meeting = meeting_of(panel);

	arena_clear(&meeting->arena);
	free(meeting->rows);
	free(meeting);
}

/* clang-format off */
static const struct keys meeting_keys = { "in the record of a meeting", {
	{ "present", "p", attend, "was there", "present", 1, .effect = WRITES, .value = "present" },
	{ "delegate", "s", attend, "sent somebody who could decide", "sent one", 2,
	  .effect = WRITES, .value = "delegate" },
	{ "excused", "e", attend, "was excused", "excused", 2, .effect = WRITES,
	  .value = "excused" },
	{ "absent", "a", attend, "was absent", "absent", 1, .effect = WRITES, .value = "absent" },
	{ "empty", "Space Del", attend, "nothing is recorded about them", .effect = WRITES,
	  .value = "" },
	{ "rest", "*", attend_rest, "everybody else who is invited was there", "all others", 3,
	  .effect = WRITES },
	{ "decision", "d", ask_item, "note a decision", "decision", 1, .effect = WRITES,
	  .by = ITEM_DECISION },
	{ "action", "t", ask_item, "note an action somebody promised", "to do", 1, .effect = WRITES,
	  .by = ITEM_ACTION },
	{ "blocker", "b", ask_item, "note what is in the way", "blocker", 1, .effect = WRITES,
	  .by = ITEM_BLOCKER },
	{ "confidence", "c", ask_field, "how confident those present are, 1 to 10", "confidence",
	  4, .effect = WRITES, .value = "confidence" },
	{ "notes", "n", ask_field, "what else should be remembered", "notes", 5, .effect = WRITES,
	  .value = "notes", .by = 1 },
	{ "open", "Enter", edit_item, "edit the decision, action or blocker", .effect = WRITES,
	  .applies = stands_on_item },
	{ "close", "Esc q Ctrl-C", keys_close, "close the record; it is kept", "close", 1,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class meeting_class = {
	.kind = PANEL_WHOLE,
	.keys = { &meeting_keys, &selection_keys },
	.layout = meeting_layout,
	.draw = meeting_draw,
	.reload = meeting_reload,
	.stands = meeting_stands,
	.free = meeting_free,
};

struct panel *
meeting_new(struct session *session, const struct occasion *occasion)
{
	struct meeting *meeting = memory_new(1, sizeof *meeting);

	meeting->panel.class = &meeting_class;
	meeting->occasion = *occasion;
	meeting_reload(&meeting->panel, session);
	return &meeting->panel;
}
