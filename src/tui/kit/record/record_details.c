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
	int selected, first; /* selected: -1 where no line leads anywhere */
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

	words_from_name(field->name, words);
	if (field->kind == FIELD_CHOICE) {
		words_from_name(text, value);
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
	char type[WORDS_SIZE], field[WORDS_SIZE];

	words_from_name(group->count == 1 ? group->type->label : group->type->plural, type);
	words_from_name(group->type->fields[group->field].name, field);
	lines_add(&details->lines, ROLE_TEXT, "");
	lines_format(&details->lines, ROLE_HEADING, "%" PRId64 " %s by \"%s\"", group->count, type,
		field);
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

static bool
leads_somewhere(const struct details *details, int index)
{
	return index >= 0 && index < (int)details->lines.count && details->lines.items[index].type;
}

static void
scroll_to(struct details *details, int first)
{
	details->first = larger_of(
		0, smaller_of(first, (int)details->lines.count - larger_of(details->area.rows, 1)));
}

/* To the next line that leads somewhere; without one on the screen it scrolls by a row. */
static void
move(struct details *details, int way)
{
	int index = details->selected + way;

	while (index >= 0 && index < (int)details->lines.count && !leads_somewhere(details, index))
		index += way;
	if (leads_somewhere(details, index) && index >= details->first - 1 &&
		index <= details->first + details->area.rows) {
		details->selected = index;
		if (index < details->first)
			scroll_to(details, index);
		else if (index >= details->first + details->area.rows)
			scroll_to(details, index - details->area.rows + 1);
	} else {
		scroll_to(details, details->first + way);
	}
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
	scroll_to(details, details->first);
out:
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
	for (int i = 0; i < area.rows && details->first + i < (int)details->lines.count; i++) {
		const struct text_line *line = &details->lines.items[details->first + i];
		int used = canvas_put(canvas, area.row + i, area.column + 2, area.columns - 3,
			line->role, line->text);

		if (line->detail && used + canvas_width(canvas, line->detail) + 4 < area.columns)
			canvas_put_right(canvas, area.row + i, area.column, area.columns - 1,
				ROLE_MUTED, line->detail);
		if (details->first + i != details->selected)
			continue;
		canvas_mark(canvas, area.row + i, area.column, area.columns, ROLE_SELECTED);
		canvas_put(canvas, area.row + i, area.column, 1, ROLE_SELECTED,
			glyph_text(canvas->ascii, GLYPH_POINTER));
		canvas_cursor(canvas, area.row + i, area.column, false);
	}
}

static unsigned
open_line(struct details *details, struct session *session)
{
	const struct text_line *line = leads_somewhere(details, details->selected)
					       ? &details->lines.items[details->selected]
					       : NULL;

	if (!line)
		return EFFECT_NONE;
	return session_show(session, type_find(line->type), strtoll(line->identifier, NULL, 10));
}

static unsigned
details_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct details *details = details_of(panel);
	int page = larger_of(details->area.rows - 1, 1);

	switch ((int)press->action) {
	case ACTION_CANCEL: return EFFECT_BACK;
	case ACTION_UP: move(details, -1); return EFFECT_NONE;
	case ACTION_DOWN: move(details, 1); return EFFECT_NONE;
	case ACTION_PAGE_UP: scroll_to(details, details->first - page); return EFFECT_NONE;
	case ACTION_PAGE_DOWN: scroll_to(details, details->first + page); return EFFECT_NONE;
	case ACTION_FIRST: scroll_to(details, 0); return EFFECT_NONE;
	case ACTION_LAST: scroll_to(details, (int)details->lines.count); return EFFECT_NONE;
	case ACTION_OPEN: return open_line(details, session);
	case ACTION_EDIT: return record_edit(session, details->type, details->id);
	case ACTION_WHY: return record_why(session, details->type, details->id);
	}
	return EFFECT_IGNORED;
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

static const struct panel_class details_class = {
	.scope = SCOPE_DETAILS,
	.whole = true,
	.layout = details_layout,
	.draw = details_draw,
	.handle = details_handle,
	.reload = details_reload,
	.selected = details_selected,
	.free = details_free,
};

struct panel *
details_new(struct session *session, const struct type *type, int64_t id)
{
	struct details *details = memory_new(1, sizeof *details);

	(void)session;
	details->panel.class = &details_class;
	details->type = type;
	details->id = id;
	details->selected = -1;
	return &details->panel;
}
