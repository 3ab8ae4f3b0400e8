/* SPDX-License-Identifier: MIT */
/*
 * The details of a record. Must not change it: e edits, as on its page. Lines that name another
 * record lead there.
 */
#include "record_details.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "record_actions.h"
#include "rollout/programme/details.h"
#include "tui/kit/lines.h"
#include "tui/kit/label_words.h"

enum { LABEL = 27, LABEL_NARROW = 17, WIDE_FROM = 60 };

struct details {
	struct panel panel;
	const struct type *type;
	int64_t id;
	struct lines lines;
	struct area area;
};

static struct details *
details_of(struct panel *panel)
{
	return (struct details *)panel;
}

static void
lead(struct lines *lines, struct text_line *line, const struct type *type, int64_t id)
{
	line->type = type->name;
	line->identifier = arena_format(&lines->arena, "%" PRId64, id);
}

static void
add_field(struct details *details, struct session *session, const struct record *record,
	size_t index, int width)
{
	struct lines *lines = &details->lines;
	const struct field *field = &record->type->fields[index];
	struct arena arena = { 0 };
	const char *text = programme_format(session->programme, record, index, &arena);
	char words[WORDS_SIZE], value[WORDS_SIZE] = "";
	int label = width >= WIDE_FROM ? LABEL : LABEL_NARROW;
	size_t first = lines->count;
	struct text_line *line;

	label_words_from_name(field->name, words);
	if (field->kind == FIELD_CHOICE) {
		label_words_from_name(text, value);
		text = value;
	}
	if (*text) {
		lines_wrap(lines, ROLE_TEXT, width, label, text);
		line = &lines->items[first];
		line->text = arena_format(&lines->arena, "%-*.*s%s", label, label - 1, words,
			line->text + strspn(line->text, " "));
		if (field->kind == FIELD_REFERENCE)
			lead(lines, line, field_target(field), record->values[index].integer);
	} else {
		lines_format(lines, ROLE_MUTED, "%-*.*s-", label, label - 1, words);
	}
	arena_clear(&arena);
}

static void
add_group(struct details *details, struct session *session, const struct reference_group *group)
{
	struct arena arena = { 0 };

	lines_add(&details->lines, ROLE_TEXT, "");
	lines_format(&details->lines, ROLE_HEADING, "%s by \"%s\"",
		label_words_count(group->type, group->count).text,
		label_words_of(group->type->fields[group->field].name).text);
	for (size_t i = 0; i < group->shown; i++)
		lead(&details->lines,
			lines_format(&details->lines, ROLE_TEXT, "  %s",
				programme_title(
					session->programme, group->type, group->ids[i], &arena)),
			group->type, group->ids[i]);
	if (group->count > (int64_t)group->shown)
		lines_format(&details->lines, ROLE_MUTED, "  and %" PRId64 " more",
			group->count - (int64_t)group->shown);
	arena_clear(&arena);
}

static void
add_surroundings(struct details *details, struct session *session, struct error *error)
{
	struct arena arena = { 0 };
	struct record_details around;

	if (programme_details(session->programme, details->type, details->id, &arena, &around,
		    error) != STATUS_OK) {
		lines_add(&details->lines, ROLE_ERROR, error->message);
		arena_clear(&arena);
		return;
	}
	for (size_t i = 0; i < around.group_count; i++)
		add_group(details, session, &around.groups[i]);
	lines_add(&details->lines, ROLE_TEXT, "");
	lines_format(&details->lines, ROLE_HEADING, "Changes: %zu", around.event_count);
	for (size_t i = 0; i < around.event_count; i++) {
		struct text_line *line =
			lines_format(&details->lines, ROLE_TEXT, "  %s", around.events[i].text);

		line->detail = arena_format(
			&details->lines.arena, "%s %s", around.events[i].who, around.events[i].at);
	}
	arena_clear(&arena);
}

/* Whether the line leads to a record. */
static bool
details_stands(const struct panel *panel, int line)
{
	const struct lines *lines = &((const struct details *)panel)->lines;

	return line < (int)lines->count && lines->items[line].type;
}

static void
details_reload(struct panel *panel, struct session *session)
{
	struct details *details = details_of(panel);
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	struct error error = { 0 };
	int width = larger_of(details->area.columns - 4, 20);

	lines_reset(&details->lines);
	if (programme_get(session->programme, details->type, details->id, &arena, record, &error) !=
		STATUS_OK) {
		lines_add(&details->lines, ROLE_ERROR, error.message);
		goto out;
	}
	lines_add(&details->lines, ROLE_TITLE,
		programme_title(session->programme, details->type, details->id, &arena));
	for (size_t i = 1; i < record->type->field_count; i++)
		add_field(details, session, record, i, width);
	add_field(details, session, record, 0, width);
	add_surroundings(details, session, &error);
out:
	selection_fit(panel, (int)details->lines.count, details->area);
	arena_clear(&arena);
}

static void
details_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct details *details = details_of(panel);

	(void)screen;
	details->area = content;
	details_reload(panel, session);
}

static void
details_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct details *details = (const struct details *)panel;
	struct area area = details->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	for (int i = panel->selection.first; selection_shows(panel, i); i++) {
		const struct text_line *line = &details->lines.items[i];
		int row = selection_line(panel, i);
		int used = canvas_put(
			canvas, row, area.column + 2, area.columns - 3, line->role, line->text);

		if (line->detail && used + canvas_width(canvas, line->detail) + 4 < area.columns)
			canvas_put_right(canvas, row, area.column, area.columns - 1, ROLE_MUTED,
				line->detail);
		if (i == panel->selection.row && line->type)
			selection_mark(canvas, row, area.column, area.columns);
	}
}

static bool
leads_somewhere(const struct panel *panel)
{
	return details_stands(panel, panel->selection.row);
}

static unsigned
open_line(struct panel *panel, struct session *session)
{
	const struct text_line *line = &details_of(panel)->lines.items[panel->selection.row];

	return session_show(session, type_find(line->type), strtoll(line->identifier, NULL, 10));
}

static unsigned
edit(struct panel *panel, struct session *session)
{
	return record_edit(session, details_of(panel)->type, details_of(panel)->id);
}

static bool
details_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct details *details = (const struct details *)panel;

	*type = details->type;
	*id = details->id;
	return true;
}

static void
details_free(struct panel *panel)
{
	lines_clear(&details_of(panel)->lines);
	free(panel);
}

/* clang-format off */
static const struct keys details_keys = { "in the details of a record", {
	{ "open", "Enter", open_line, "go to the record the line names", "go there", 1,
	  .applies = leads_somewhere },
	{ "edit", "e", edit, "edit the record", "edit", 2, .effect = WRITES },
	{ "close", "Esc q i Ctrl-C", keys_close, "back", "close", 1, .effect = READS },
} };
/* clang-format on */

const struct panel_class record_details_class = {
	.kind = PANEL_WHOLE,
	.keys = { &details_keys, &why_keys, &selection_keys },
	.layout = details_layout,
	.draw = details_draw,
	.reload = details_reload,
	.stands = details_stands,
	.selected = details_selected,
	.free = details_free,
};

struct panel *
record_details_new(struct session *session, const struct type *type, int64_t id)
{
	struct details *details = memory_new(1, sizeof *details);

	(void)session;
	details->panel.class = &record_details_class;
	details->type = type;
	details->id = id;
	return &details->panel;
}
