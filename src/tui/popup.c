/* SPDX-License-Identifier: MIT */
/*
 * A box of text. Must not change anything. Its text is made again at each layout, because it is
 * wrapped to the width there is.
 */
#include "rollout/tui/popup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/cause.h"
#include "rollout/programme/sequence.h"
#include "rollout/tui/facts.h"
#include "rollout/tui/lines.h"

enum { POPUP_WIDTH = 76 };

/* A paragraph before it is wrapped. */
struct paragraph {
	enum role role;
	int indent;
	char *text;
};

struct popup {
	struct panel panel;
	struct arena arena;
	const char *title;
	struct paragraph *paragraphs;
	size_t count, space;
	struct lines lines;
	struct area box;
	int first;
};

void
popup_add(struct popup *popup, enum role role, int indent, const char *text)
{
	if (popup->count == popup->space) {
		popup->space = popup->space > 0 ? popup->space * 2 : 32;
		popup->paragraphs =
			memory_resize(popup->paragraphs, popup->space, sizeof *popup->paragraphs);
	}
	popup->paragraphs[popup->count++] =
		(struct paragraph){ role, indent, arena_copy(&popup->arena, text, strlen(text)) };
}

static int
rows_inside(const struct popup *popup)
{
	return larger_of(popup->box.rows - 2, 1);
}

static void
scroll_to(struct popup *popup, int first)
{
	int last = larger_of((int)popup->lines.count - rows_inside(popup), 0);

	popup->first = larger_of(0, smaller_of(first, last));
}

static void
popup_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct popup *popup = (struct popup *)panel;
	int columns = smaller_of(screen.columns, POPUP_WIDTH);
	int most = larger_of(content.rows, 1), rows;

	(void)session;
	lines_reset(&popup->lines);
	for (size_t i = 0; i < popup->count; i++)
		lines_wrap(&popup->lines, popup->paragraphs[i].role, larger_of(columns - 4, 1),
			popup->paragraphs[i].indent, popup->paragraphs[i].text);
	rows = smaller_of((int)popup->lines.count + 2, most);
	popup->box = (struct area){ content.row + (most - rows) / 2, (screen.columns - columns) / 2,
		rows, columns };
	scroll_to(popup, popup->first);
}

static void
popup_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct popup *popup = (const struct popup *)panel;
	struct area box = popup->box;
	int rows = rows_inside(popup);

	(void)session;
	canvas_box(canvas, box, popup->title);
	for (int i = 0; i < rows && popup->first + i < (int)popup->lines.count; i++) {
		const struct text_line *line = &popup->lines.items[popup->first + i];

		canvas_put(canvas, box.row + 1 + i, box.column + 2, box.columns - 4, line->role,
			line->text);
	}
	if (popup->first + rows < (int)popup->lines.count)
		canvas_put_right(canvas, box.row + box.rows - 1, box.column, box.columns - 2,
			ROLE_MUTED, " more below ");
	canvas_cursor(canvas, box.row + 1, box.column + 2, false);
}

static unsigned
popup_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct popup *popup = (struct popup *)panel;
	int page = larger_of(rows_inside(popup) - 1, 1);

	(void)session;
	if (press->action == ACTION_CLOSE)
		return EFFECT_BACK;
	if (press->action == ACTION_UP)
		scroll_to(popup, popup->first - 1);
	else if (press->action == ACTION_DOWN)
		scroll_to(popup, popup->first + 1);
	else if (press->action == ACTION_PAGE_UP)
		scroll_to(popup, popup->first - page);
	else if (press->action == ACTION_PAGE_DOWN)
		scroll_to(popup, popup->first + page);
	else if (press->action == ACTION_FIRST)
		scroll_to(popup, 0);
	else if (press->action == ACTION_LAST)
		scroll_to(popup, (int)popup->lines.count);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static void
popup_free(struct panel *panel)
{
	struct popup *popup = (struct popup *)panel;

	arena_clear(&popup->arena);
	lines_clear(&popup->lines);
	free(popup->paragraphs);
	free(popup);
}

static const struct panel_class popup_class = {
	.scope = SCOPE_POPUP,
	.layout = popup_layout,
	.draw = popup_draw,
	.handle = popup_handle,
	.free = popup_free,
};

struct popup *
popup_new(const char *title)
{
	struct popup *popup = memory_new(1, sizeof *popup);

	popup->panel.class = &popup_class;
	popup->title = arena_copy(&popup->arena, title, strlen(title));
	return popup;
}

static enum role
severity_role(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return ROLE_ERROR;
	case SEVERITY_WARNING: return ROLE_WARNING;
	case SEVERITY_NOTICE: return ROLE_NOTICE;
	}
	return ROLE_TEXT;
}

static void
add_facts(struct popup *popup, const char *facts)
{
	struct buffer text = { 0 };

	if (facts)
		facts_describe(facts, &text);
	if (text.length > 0) {
		popup_add(popup, ROLE_HEADING, 2, "Facts");
		popup_add(popup, ROLE_TEXT, 2, buffer_text(&text));
	}
	buffer_clear(&text);
}

static void
add_finding(struct popup *popup, const struct finding *finding)
{
	char head[256];

	snprintf(head, sizeof head, "%s %s: %s", finding->rule->id,
		severity_name(finding->rule->severity), finding->rule->title);
	if (popup->count > 0)
		popup_add(popup, ROLE_TEXT, 0, "");
	popup_add(popup, severity_role(finding->rule->severity), 0, head);
	popup_add(popup, ROLE_TEXT, 2, finding->message);
	if (finding->rule->meaning)
		popup_add(popup, ROLE_MUTED, 2, finding->rule->meaning);
	add_facts(popup, finding->facts);
	if (finding->response) {
		popup_add(popup, ROLE_HEADING, 2, "What to do");
		popup_add(popup, ROLE_TEXT, 2, finding->response);
	}
}

static void
add_cause(struct popup *popup, const struct cause *cause)
{
	char head[256];

	snprintf(head, sizeof head, "%s: %s", cause->rule->id, cause->rule->title);
	popup_add(popup, ROLE_HEADING, 2, head);
	popup_add(popup, cause->message ? ROLE_TEXT : ROLE_MUTED, 2,
		cause->message ? cause->message : "no longer found");
	popup_add(popup, ROLE_MUTED, 2, cause->rule->meaning);
}

/* What put the record on the roadmap. */
static enum status
add_because(struct popup *popup, struct session *session, const struct type *type, int64_t id,
	struct error *error)
{
	int field = type_field_index(type, "because");
	struct arena arena = { 0 };
	struct cause *causes;
	struct record record;
	size_t count = 0;
	enum status status = STATUS_OK;

	if (field < 0)
		return STATUS_OK;
	status = programme_get(session->programme, type, id, &arena, &record, error);
	if (status == STATUS_OK && record.values[field].kind == VALUE_TEXT) {
		if (popup->count > 0)
			popup_add(popup, ROLE_TEXT, 0, "");
		popup_add(popup, ROLE_HEADING, 0, "Why it is here");
		popup_add(popup, ROLE_TEXT, 2, record.values[field].text);
		status = programme_causes(session->programme, record.values[field].text, &arena,
			&causes, &count, error);
		for (size_t i = 0; status == STATUS_OK && i < count; i++)
			add_cause(popup, &causes[i]);
	}
	arena_clear(&arena);
	return status;
}

struct panel *
popup_panel(struct popup *popup)
{
	return &popup->panel;
}

static const char *
wave_words(const struct sequenced *team, struct arena *arena)
{
	if (team->team.wave == NO_WAVE)
		return "no wave yet";
	return team->team.wave == 0 ? "wave 0, the pilot"
				    : arena_format(arena, "wave %d", team->team.wave);
}

/* Where the lens puts the team, and what it saw. */
static void
add_place(struct popup *popup, const struct sequence_report *sequence, const struct sequenced *team,
	struct arena *arena)
{
	static const char *const levels[] = { "not known", "low", "high" };
	static const char *const stances[] = { "not known", "willing", "neutral", "resistant" };

	popup_add(popup, ROLE_HEADING, 0,
		arena_format(arena, "sequencing: %s, %s", team->order, wave_words(team, arena)));
	popup_add(popup, ROLE_TEXT, 2, team->reason);
	popup_add(popup, ROLE_MUTED, 2,
		arena_format(arena,
			"capability %s, complexity %s, its leader %s, %s across functions; %s",
			levels[team->team.capability], levels[team->team.complexity],
			stances[team->team.stance],
			team->team.cross_functional ? "delivers" : "does not deliver",
			sequence->capacity));
	popup_add(popup, ROLE_HEADING, 2, "What to do");
	popup_add(popup, ROLE_TEXT, 2,
		team->team.pinned != NO_WAVE
			? "On the waves page o lets the lens place it again; + and - pin it "
			  "elsewhere."
			: (team->team.order == ORDER_CALL ? "It is your call: p on the waves page "
							    "pins it, with your reason."
							  : "On the waves page + and - pin it "
							    "elsewhere, with your reason."));
}

static enum status
add_sequence(struct popup *popup, struct session *session, int64_t id, struct error *error)
{
	struct arena arena = { 0 };
	struct sequence_report sequence;
	const struct sequenced *team;
	enum status status = programme_sequence(session->programme, &arena, &sequence, error);

	team = status == STATUS_OK ? sequence_find(&sequence, id) : NULL;
	if (team)
		add_place(popup, &sequence, team, &arena);
	arena_clear(&arena);
	return status;
}

enum status
popup_new_why(struct session *session, const struct type *type, int64_t id, const char *title,
	struct panel **out, struct error *error)
{
	struct arena arena = { 0 };
	struct finding *findings;
	size_t count = 0;
	struct popup *popup = popup_new(title);
	enum status status = programme_check_record(
		session->programme, NULL, type, id, &arena, &findings, &count, error);

	*out = NULL;
	if (status == STATUS_OK && strcmp(type->name, "team") == 0)
		status = add_sequence(popup, session, id, error);
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		add_finding(popup, &findings[i]);
	if (status == STATUS_OK)
		status = add_because(popup, session, type, id, error);
	if (status == STATUS_OK && popup->count > 0)
		*out = &popup->panel;
	else
		popup_free(&popup->panel);
	arena_clear(&arena);
	return status;
}

struct panel *
popup_new_text(
	const char *title, const char *text, const struct finding *const *findings, size_t count)
{
	struct popup *popup = popup_new(title);

	while (*text) {
		size_t length = strcspn(text, "\n");

		popup_add(popup, ROLE_TEXT, 0, arena_copy(&popup->arena, text, length));
		text += length + (text[length] == '\n' ? 1 : 0);
	}
	for (size_t i = 0; i < count; i++)
		add_finding(popup, findings[i]);
	return &popup->panel;
}
