/* SPDX-License-Identifier: MIT */
/*
 * Draws the frame. Must not read the file while drawing: what it says was loaded before.
 */
#include "frame.h"

#include <stdio.h>
#include <string.h>

#include "tui/kit/lines.h"
#include "tui/kit/picture/picture.h"
#include "tui/kit/label_words.h"

enum { TREND_FROM = 60, NARROW = 40, MESSAGE_ROWS = 4 };

struct frame_rows
frame_place(int rows, int columns)
{
	struct frame_rows out = { .title = -1,
		.tabs = -1,
		.rule = -1,
		.names = -1,
		.message = -1,
		.keys = -1,
		.screen = { 0, 0, rows, columns } };
	int top = 0, bottom = rows;

	if (rows >= 10)
		out.title = top++;
	if (rows >= 6)
		out.tabs = top++;
	if (rows >= 14)
		out.rule = top++;
	if (rows >= 5)
		out.names = top++;
	if (rows >= 3)
		out.keys = --bottom;
	out.message = rows >= 8 ? --bottom : out.keys;
	out.content = (struct area){ top, 0, bottom - top, columns };
	return out;
}

static void
load_week(struct frame_facts *facts, const struct programme *programme, const struct record *record)
{
	const struct value *starts = record_get(record, "starts_on");
	day start;

	if (starts->kind != VALUE_TEXT || !date_parse(starts->text, &start))
		return;
	if (programme_today(programme) < start)
		facts->week = arena_format(&facts->arena, "starts on %s", starts->text);
	else
		facts->week = arena_format(&facts->arena, "week %d of the rollout",
			(programme_today(programme) - start) / 7 + 1);
}

enum { RED, AMBER, GREEN };

static int
rating_step(const char *rating)
{
	if (strcmp(rating, "red") == 0)
		return RED;
	return strcmp(rating, "green") == 0 ? GREEN : AMBER;
}

/* The newest ratings of the whole; the last one stands in the title, all of them as its trend. */
static void
load_rating(struct frame_facts *facts, struct programme *programme)
{
	struct query query = { .type = type_find("rating"), .descending = true };
	struct record *records = arena_alloc(&facts->arena, TREND_MOST * sizeof *records);
	struct error error = { 0 };
	size_t count = 0;

	query.order = type_field_index(query.type, "on") + 1;
	query.conditions[0] = (struct condition){ .field = type_field_index(query.type, "scope"),
		.compare = COMPARE_EQUAL,
		.value = value_text("programme") };
	query.condition_count = 1;
	facts->trend_count = 0;
	if (programme_page(programme, &query, &facts->arena, records, TREND_MOST, &count, &error) !=
		STATUS_OK)
		return;
	for (size_t i = count; i > 0; i--) {
		const struct value *given = record_get(&records[i - 1], "given");

		if (given->kind != VALUE_TEXT)
			continue;
		facts->rating = given->text;
		facts->trend[facts->trend_count++] = rating_step(given->text);
	}
}

/* What cannot be read is left out: the lists say what is wrong with the file. */
void
frame_load(struct frame_facts *facts, struct programme *programme)
{
	struct query query = { .type = type_find("programme"), .limit = 1 };
	struct record *record;
	struct error error = { 0 };
	const struct value *name;
	size_t count = 0;

	arena_reset(&facts->arena);
	facts->name = NULL;
	facts->week = NULL;
	facts->rating = NULL;
	record = arena_alloc(&facts->arena, sizeof *record);
	if (programme_page(programme, &query, &facts->arena, record, 1, &count, &error) !=
			STATUS_OK ||
		count == 0)
		return;
	name = record_get(record, "name");
	if (name->kind == VALUE_TEXT)
		facts->name = name->text;
	load_week(facts, programme, record);
	load_rating(facts, programme);
}

void
frame_clear(struct frame_facts *facts)
{
	arena_clear(&facts->arena);
	*facts = (struct frame_facts){ 0 };
}

static enum role
rating_role(const char *rating)
{
	if (strcmp(rating, "red") == 0)
		return ROLE_ERROR;
	if (strcmp(rating, "amber") == 0)
		return ROLE_WARNING;
	return strcmp(rating, "green") == 0 ? ROLE_GOOD : ROLE_MUTED;
}

static void
add_spot(struct spots *spots, struct spot spot)
{
	if (spots->count < SPOTS_MAX && spot.columns > 0)
		spots->items[spots->count++] = spot;
}

const struct spot *
frame_find_spot(const struct spots *spots, int row, int column)
{
	for (int i = 0; i < spots->count; i++) {
		const struct spot *spot = &spots->items[i];

		if (spot->row == row && column >= spot->column &&
			column < spot->column + spot->columns)
			return spot;
	}
	return NULL;
}

static void
draw_title(const struct frame_view *view, struct canvas *canvas)
{
	const struct frame_facts *facts = view->facts;
	int row = view->rows.title, columns = canvas->columns, used = 1;
	char text[WORDS_SIZE];

	if (row < 0)
		return;
	if (facts->rating && facts->trend_count > 1 && columns >= TREND_FROM) {
		columns -= (int)facts->trend_count + 1;
		picture_sparkline(canvas, row, columns, (int)facts->trend_count, ROLE_MUTED,
			facts->trend, facts->trend_count, RED, GREEN);
	}
	if (facts->rating) {
		snprintf(text, sizeof text, "%s %s", glyph_text(canvas->ascii, GLYPH_SQUARE),
			facts->rating);
		canvas_put_right(canvas, row, 0, columns - 1, rating_role(facts->rating), text);
		columns -= canvas_width(canvas, text) + 2;
	}
	used += canvas_put(canvas, row, 1, columns - 2, ROLE_TITLE,
		facts->name ? facts->name : "no programme yet");
	if (facts->week && used + 8 < columns) {
		used += canvas_put(canvas, row, used + 1, 1, ROLE_MUTED,
				glyph_text(canvas->ascii, GLYPH_DOT)) +
			2;
		canvas_put(canvas, row, used, columns - used - 1, ROLE_MUTED, facts->week);
	}
}

/* How much of the tabs' names there is room for. */
enum tab_names { NAMES_FULL, NAMES_SHORT, NAMES_ACTIVE };

static void
name_tab(int tab, int active, enum tab_names names, char out[WORDS_SIZE])
{
	const struct tab *info = tabs_get(tab);

	if (names == NAMES_ACTIVE && tab != active)
		snprintf(out, WORDS_SIZE, "%d", tab);
	else
		snprintf(out, WORDS_SIZE, "%d %s", tab,
			names == NAMES_FULL ? info->title : info->short_title);
}

static int
tabs_width(int active, enum tab_names names, int gap)
{
	char text[WORDS_SIZE];
	int width = 2;

	for (int i = 0; i < TAB_COUNT; i++) {
		name_tab(i, active, names, text);
		width += (int)strlen(text) + (i > 0 ? gap : 0);
	}
	return width;
}

static void
draw_tabs(const struct frame_view *view, struct canvas *canvas, struct spots *spots)
{
	enum tab_names names = NAMES_FULL;
	int gap = 2, column = 1, used;
	char text[WORDS_SIZE];

	if (view->rows.tabs < 0)
		return;
	if (tabs_width(view->tab, names, gap) > canvas->columns)
		gap = 1;
	while (names < NAMES_ACTIVE && tabs_width(view->tab, names, gap) > canvas->columns)
		names++;
	for (int i = 0; i < TAB_COUNT; i++) {
		name_tab(i, view->tab, names, text);
		used = canvas_put(canvas, view->rows.tabs, column, canvas->columns - column,
			i == view->tab ? ROLE_TAB_ACTIVE : ROLE_TAB, text);
		add_spot(spots, (struct spot){ view->rows.tabs, column, used, SPOT_TAB, i, NULL });
		column += used + gap;
	}
}

static void
name_page(const struct tab *tab, int page, char out[WORDS_SIZE])
{
	label_words_from_name(tabs_page_name(tab, page), out);
}

/* The first page to name, so that the current one is on the row too. */
static int
first_page(const struct tab *tab, int current, int columns)
{
	char text[WORDS_SIZE];
	int first = current, used;

	name_page(tab, current, text);
	used = (int)strlen(text) + 2;
	while (first > 0) {
		name_page(tab, first - 1, text);
		used += (int)strlen(text) + 2;
		if (used > columns)
			break;
		first--;
	}
	return first;
}

static void
draw_names(const struct frame_view *view, struct canvas *canvas, struct spots *spots)
{
	const struct tab *tab = tabs_get(view->tab);
	int row = view->rows.names, column = 1, pages = tabs_count_pages(tab);
	int columns = canvas->columns - 3 - canvas_width(canvas, view->position);
	int first = first_page(tab, view->page, columns - 6), used;
	char text[WORDS_SIZE];

	if (row < 0)
		return;
	if (first > 0)
		column += canvas_put(canvas, row, column, 1, ROLE_MUTED,
				  glyph_text(canvas->ascii, GLYPH_LEFT)) +
			  1;
	for (int i = first; i < pages; i++) {
		int room = columns - column - (i + 1 < pages ? 2 : 0);

		name_page(tab, i, text);
		if (i != view->page && (int)strlen(text) > room) {
			canvas_put(canvas, row, column, 1, ROLE_MUTED,
				glyph_text(canvas->ascii, GLYPH_RIGHT));
			break;
		}
		used = canvas_put(canvas, row, column, room,
			i == view->page ? ROLE_HEADING : ROLE_MUTED, text);
		add_spot(spots, (struct spot){ row, column, used, SPOT_PAGE, i, NULL });
		column += used + 2;
	}
	canvas_put_right(canvas, row, 0, canvas->columns - 1, ROLE_TEXT, view->position);
}

/* What the footer may offer: a key and a word. */
struct hint {
	const struct action *action;
	char key[KEYS_NAMED];
};

enum { HINTS_MOST = 32, RANKS = 12 };

/* While something is pending, only what ends it. */
static int
keep_ends(struct hint *hints, int count)
{
	int kept = 0;

	for (int i = 0; i < count; i++)
		if (hints[i].action->rank == 0)
			hints[kept++] = hints[i];
	return kept > 0 ? kept : count;
}

/* What would be refused is not offered, nor what no key leads to. */
static int
list_hints(const struct chain *chain, const struct session *session, struct hint out[HINTS_MOST])
{
	const struct action *action;
	struct chain_at at = { 0 };
	int count = 0;

	while (count < HINTS_MOST && (action = chain_next(chain, &at)) != NULL) {
		if (!action->hint || (session->read_only && action->effect == WRITES))
			continue;
		chain_name_keys(chain, action, out[count].key);
		out[count].key[strcspn(out[count].key, ",")] = '\0';
		out[count].action = action;
		count += out[count].key[0] ? 1 : 0;
	}
	return keep_ends(out, count);
}

/* The highest rank of hints for which there is room. */
static int
fitting_rank(const struct hint *hints, int count, int columns)
{
	for (int rank = RANKS; rank > 0; rank--) {
		int width = 0;

		for (int i = 0; i < count; i++)
			if (hints[i].action->rank <= rank)
				width += (int)(strlen(hints[i].key) +
						 strlen(hints[i].action->hint)) +
					 3;
		if (width <= columns)
			return rank;
	}
	return 0;
}

static const char *
state_of(const struct frame_view *view, const struct session *session)
{
	if (session->read_only)
		return "read-only";
	return view->notice && *view->notice ? "filter on" : "saved";
}

static void
draw_keys(const struct frame_view *view, const struct session *session, struct canvas *canvas,
	struct spots *spots)
{
	const char *state = state_of(view, session);
	int columns = canvas->columns, column = 1, row = view->rows.keys, rank, count;
	struct hint hints[HINTS_MOST];

	if (row < 0)
		return;
	if (view->chain->panel->class->kind == PANEL_PAGE &&
		(columns >= NARROW || session->read_only)) {
		canvas_put_right(canvas, row, 0, columns - 1,
			session->read_only ? ROLE_WARNING : ROLE_MUTED, state);
		columns -= (int)strlen(state) + 3;
	}
	count = list_hints(view->chain, session, hints);
	rank = fitting_rank(hints, count, columns + 1);
	for (int i = 0; i < count; i++) {
		int start = column;

		if (hints[i].action->rank > rank)
			continue;
		column +=
			canvas_put(canvas, row, column, columns - column, ROLE_KEY, hints[i].key) +
			1;
		column += canvas_put(canvas, row, column, columns - column, ROLE_MUTED,
				  hints[i].action->hint) +
			  2;
		add_spot(spots, (struct spot){ row, start, column - start - 2, SPOT_ACTION, 0,
					hints[i].action });
	}
}

/* A message that is longer than the row takes rows of the content for the moment; so does one about
 * a line that is being typed in that row. */
static void
draw_message(const struct frame_view *view, const struct session *session, struct canvas *canvas)
{
	struct lines lines = { 0 };
	bool alarm = session->message_role == ROLE_ERROR;
	int row = view->rows.message, indent = alarm ? 3 : 1, count;

	if (row >= 0 && !session->message[0] && view->notice)
		canvas_put(canvas, row, 1, canvas->columns - 2, ROLE_WARNING, view->notice);
	row -= view->chain->panel->class->kind == PANEL_LINE ? 1 : 0;
	if (row < 0 || !session->message[0])
		return;
	lines_wrap(&lines, session->message_role, canvas->columns - 1, indent, session->message);
	count = smaller_of((int)lines.count, smaller_of(MESSAGE_ROWS, row + 1));
	canvas_blank(
		canvas, (struct area){ row - count + 1, 0, count, canvas->columns }, ROLE_TEXT);
	for (int i = 0; i < count; i++)
		canvas_put(canvas, row - count + 1 + i, 0, canvas->columns, session->message_role,
			lines.items[i].text);
	if (alarm)
		canvas_put(canvas, row - count + 1, 1, 1, ROLE_ERROR, "!");
	lines_clear(&lines);
}

void
frame_draw(const struct frame_view *view, const struct session *session, struct canvas *canvas,
	struct spots *spots)
{
	spots->count = 0;
	draw_title(view, canvas);
	draw_tabs(view, canvas, spots);
	canvas_fill(canvas,
		(struct area){ view->rows.rule, 0, view->rows.rule >= 0 ? 1 : 0, canvas->columns },
		ROLE_BORDER, GLYPH_HORIZONTAL);
	draw_names(view, canvas, spots);
	draw_keys(view, session, canvas, spots);
	draw_message(view, session, canvas);
}
