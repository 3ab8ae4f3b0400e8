/* SPDX-License-Identifier: MIT */
/*
 * Draws a form: a row a field, what is wrong with a field below it, and at the foot the help of the
 * current one, always in the same place so that nothing jumps while one moves through the fields.
 */
#include "form_view.h"

#include <stdio.h>
#include <string.h>

#include "tui/kit/lines.h"
#include "tui/kit/label_words.h"

/* ROWS_SPARE: for what is wrong with fields, before the help has to move. */
enum { LABEL_MOST = 28, HELP_ROWS = 4, MARGIN = 2, GAP = 2, ROWS_SPARE = 2 };

static int
label_width(const struct form_fields *fields, int columns)
{
	int width = 0;

	for (int i = 0; i < fields->count; i++)
		width = larger_of(width, (int)strlen(fields->items[i].field->name));
	return smaller_of(smaller_of(width + 2, LABEL_MOST), larger_of(columns / 3, 1));
}

static int
value_column(const struct form_view *view)
{
	return view->area.column + MARGIN + view->label_width + GAP;
}

static int
value_width(const struct form_view *view)
{
	return larger_of(view->area.column + view->area.columns - value_column(view) - 1, 1);
}

static int
field_rows(const struct form_field *field)
{
	return field->message ? 2 : 1;
}

static bool
has_title(const struct form_view *view)
{
	return view->area.rows >= 6;
}

static void
scroll(struct form_view *view, const struct form_fields *fields)
{
	int used = 0, first = fields->current;

	while (first >= 0 && used + field_rows(&fields->items[first]) <= view->rows) {
		used += field_rows(&fields->items[first]);
		first--;
	}
	first = smaller_of(first + 1, fields->current);
	view->first = larger_of(first, smaller_of(view->first, fields->current));
}

/* Rows at the foot are not left empty while fields above are out of sight. */
static void
fill_up(struct form_view *view, const struct form_fields *fields)
{
	int used = 0;

	for (int i = view->first; i < fields->count; i++)
		used += field_rows(&fields->items[i]);
	while (view->first > 0 && used + field_rows(&fields->items[view->first - 1]) <= view->rows)
		used += field_rows(&fields->items[--view->first]);
}

void
form_view_layout(struct form_view *view, struct form_fields *fields, struct area area)
{
	view->area = area;
	view->label_width = label_width(fields, area.columns);
	view->help_rows = area.rows >= 12 ? HELP_ROWS : 0;
	view->rows = larger_of(area.rows - (has_title(view) ? 1 : 0) - view->help_rows, 1);
	scroll(view, fields);
	fill_up(view, fields);
	line_layout(&fields->items[fields->current].line, value_width(view));
}

int
form_view_field(const struct form_view *view, const struct form_fields *fields, int row)
{
	int at = row - view->area.row - (has_title(view) ? 1 : 0), field = view->first;

	if (at < 0 || at >= view->rows)
		return -1;
	while (field < fields->count && at >= field_rows(&fields->items[field]))
		at -= field_rows(&fields->items[field++]);
	return field < fields->count ? field : -1;
}

/* Choices are shown as words, though they are saved by their names. */
static struct words
name_value(const struct form_field *field)
{
	struct words words;

	if (field->field->kind == FIELD_CHOICE)
		return label_words_of(line_text(&field->line));
	snprintf(words.text, sizeof words.text, "%s", line_text(&field->line));
	return words;
}

static void
draw_picked(const struct form_view *view, const struct form_field *field, struct canvas *canvas,
	int row)
{
	int column = value_column(view), width = value_width(view), used;
	struct words value = name_value(field);

	used = canvas_put(canvas, row, column, width, ROLE_MUTED,
		       glyph_text(canvas->ascii, GLYPH_LEFT)) +
	       1;
	canvas_cursor(canvas, row, column + used, true);
	used += canvas_put(canvas, row, column + used, width - used, ROLE_FIELD_ACTIVE,
			value.text[0] ? value.text : "none") +
		1;
	canvas_put(canvas, row, column + used, width - used, ROLE_MUTED,
		glyph_text(canvas->ascii, GLYPH_RIGHT));
}

static void
draw_field(const struct form_view *view, const struct form_field *field, bool active,
	struct canvas *canvas, int row)
{
	int column = view->area.column + MARGIN;
	int used;

	used = canvas_put(canvas, row, column, view->label_width - 1,
		active ? ROLE_TITLE : ROLE_LABEL, label_words_of(field->field->name).text);
	if (field->field->required)
		canvas_put(canvas, row, column + used, 1, ROLE_WARNING, "*");
	if (active)
		canvas_put(canvas, row, view->area.column, 1, ROLE_TITLE,
			glyph_text(canvas->ascii, GLYPH_POINTER));
	if (active && form_field_is_picked(field)) {
		draw_picked(view, field, canvas, row);
	} else if (form_field_is_picked(field)) {
		canvas_put(canvas, row, value_column(view), value_width(view), ROLE_FIELD,
			name_value(field).text);
	} else {
		line_draw(&field->line, canvas, row, value_column(view), value_width(view), active);
	}
}

static void
draw_fields(const struct form_view *view, const struct form_fields *fields, struct canvas *canvas)
{
	int row = view->area.row + (has_title(view) ? 1 : 0), behind = row + view->rows;

	for (int i = view->first; i < fields->count && row < behind; i++) {
		const struct form_field *field = &fields->items[i];

		draw_field(view, field, i == fields->current, canvas, row++);
		if (field->message && row < behind) {
			canvas_put(canvas, row, value_column(view) - 2, 1, ROLE_ERROR, "!");
			canvas_put(canvas, row++, value_column(view), value_width(view), ROLE_ERROR,
				field->message);
		}
	}
}

static const char *
choice_help(const struct form_field *field)
{
	const struct choice *choice = field_choice_find(field->field, line_text(&field->line));

	return choice ? choice->help : NULL;
}

/* The weekday and week of a date, however it was typed. */
static void
describe_date(const char *text, day today, char out[WORDS_SIZE])
{
	char iso[DATE_SIZE];
	struct iso_week week;
	day date;

	out[0] = '\0';
	if (!date_parse_human(text, today, &date))
		return;
	date_format(date, iso);
	week = date_iso_week(date);
	snprintf(out, WORDS_SIZE, "%s %s, week %d", date_weekday_name(date_weekday(date)), iso,
		week.week);
}

static void
add_kind(struct lines *lines, const struct form_field *field, day today)
{
	char text[WORDS_SIZE];
	const char *help;

	switch (field->field->kind) {
	case FIELD_CHOICE:
		help = choice_help(field);
		if (help)
			lines_format(lines, ROLE_TEXT, "%s: %s", name_value(field).text, help);
		else
			lines_add(lines, ROLE_MUTED, "Space or + and - for the values");
		break;
	case FIELD_DATE:
		describe_date(line_text(&field->line), today, text);
		lines_add(lines, text[0] ? ROLE_TEXT : ROLE_MUTED,
			text[0] ? text : "2026-12-01, tomorrow, fri, +2w, q3 or w48");
		break;
	case FIELD_INTEGER:
		lines_format(lines, ROLE_MUTED, "a whole number from %lld to %lld",
			(long long)field->field->minimum, (long long)field->field->maximum);
		break;
	case FIELD_REFERENCE:
		lines_format(lines, ROLE_MUTED, "name, key or number of a %s",
			label_words_of(field_target(field->field)->label).text);
		break;
	case FIELD_TIME: lines_add(lines, ROLE_MUTED, "hours and minutes: 09:30"); break;
	case FIELD_NOTE: lines_add(lines, ROLE_MUTED, "Alt-Enter starts a new line"); break;
	case FIELD_RULE:
		lines_add(lines, ROLE_MUTED,
			"Ctrl-O chooses a rhythm; any other is a rule of RFC 5545");
		break;
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_BOOLEAN: break;
	}
}

static void
draw_help(const struct form_view *view, const struct form_fields *fields, day today,
	struct canvas *canvas)
{
	const struct form_field *field = &fields->items[fields->current];
	int row = view->area.row + 1 + smaller_of(view->rows, fields->count + ROWS_SPARE);
	int width = view->area.columns - 2 * MARGIN;
	struct lines lines = { 0 };

	if (view->help_rows == 0)
		return;
	canvas_fill(canvas, (struct area){ row, view->area.column, 1, view->area.columns },
		ROLE_BORDER, GLYPH_HORIZONTAL);
	if (field->message)
		lines_wrap(&lines, ROLE_ERROR, width, 0, field->message);
	if (field->field->help)
		lines_wrap(&lines, ROLE_TEXT, width, 0, field->field->help);
	add_kind(&lines, field, today);
	if (field->field->sensitive)
		lines_add(
			&lines, ROLE_MUTED, "an opinion about a person: only in your own exports");
	for (int i = 0; i < (int)lines.count && i < view->help_rows - 1; i++)
		canvas_put(canvas, row + 1 + i, view->area.column + MARGIN, width,
			lines.items[i].role, lines.items[i].text);
	lines_clear(&lines);
}

void
form_view_draw(const struct form_view *view, const struct form_fields *fields, day today,
	struct canvas *canvas)
{
	char place[WORDS_SIZE];

	if (view->area.rows <= 0)
		return;
	if (has_title(view)) {
		snprintf(place, sizeof place, "%sfield %d of %d",
			form_fields_changed(fields) ? "changed, " : "", fields->current + 1,
			fields->count);
		canvas_put_right(canvas, view->area.row, view->area.column, view->area.columns - 1,
			ROLE_MUTED, place);
		canvas_put(canvas, view->area.row, view->area.column + 1,
			larger_of(view->area.columns - (int)strlen(place) - 4, 1), ROLE_TITLE,
			view->title);
	}
	draw_fields(view, fields, canvas);
	draw_help(view, fields, today, canvas);
}
