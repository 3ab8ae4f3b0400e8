/* SPDX-License-Identifier: MIT */
/*
 * The register as master and detail: the list of stakeholders, and beside it (or below, where the
 * terminal is narrow) the one it stands on. It is a list that gives up a part of its screen.
 */
#include "people_view.h"
#include "tui/kit/list/list_state.h"
#include "tui/kit/record/record_actions.h"

enum { BESIDE_FROM = 100, BELOW_FROM = 16, DETAIL_COLUMNS = 46, DETAIL_ROWS = 6 };

struct people {
	struct list list;
	struct area detail; /* rows 0: no room */
	struct lines lines; /* about the person the list stands on */
	int64_t shown; /* who that is; 0: nobody */
	bool alone; /* the list has all of the screen */
	bool empty; /* nobody to describe: it has, too */
	struct area content, screen;
	bool marks; /* whether the findings were there when it was written */
};

static struct people *
people_of(struct panel *panel)
{
	return (struct people *)panel;
}

static void
describe(struct people *people, struct session *session, int64_t id)
{
	struct arena arena = { 0 };
	struct person_report person;
	struct error error = { 0 };

	lines_reset(&people->lines);
	people->shown = id;
	people->marks = session->findings.fresh;
	if (id != 0 && people->detail.rows > 0 &&
		programme_person(session->programme, id, &arena, &person, &error) == STATUS_OK)
		people_describe(&people->lines, session, &person, people->detail.columns - 1);
	arena_clear(&arena);
}

/* Once before drawing: a held key costs one look at a person, not many. */
static void
people_settle(struct panel *panel, struct session *session)
{
	struct people *people = people_of(panel);
	const struct type *type;
	int64_t id = 0;

	list_settle(panel, session);
	if (!list_selected(panel, &type, &id))
		id = 0;
	session->person = id;
	if (people->empty != (id == 0)) {
		people->empty = id == 0;
		panel->class->layout(panel, session, people->content, people->screen);
		return;
	}
	if (id != people->shown || people->marks != session->findings.fresh)
		describe(people, session, id);
}

static void
people_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct people *people = people_of(panel);
	struct area list = content;

	people->content = content;
	people->screen = screen;
	people->detail = (struct area){ 0 };
	if (people->alone || people->empty) {
		people->detail.rows = 0;
	} else if (content.columns >= BESIDE_FROM) {
		list.columns -= DETAIL_COLUMNS + 2;
		people->detail = (struct area){ content.row, content.column + list.columns + 2,
			content.rows, DETAIL_COLUMNS };
	} else if (content.rows >= BELOW_FROM) {
		list.rows -= DETAIL_ROWS + 1;
		people->detail = (struct area){ content.row + list.rows + 1, content.column + 1,
			DETAIL_ROWS, content.columns - 1 };
	}
	list_layout(panel, session, list, screen);
	people->shown = -1;
	people_settle(panel, session);
}

static void
draw_detail(const struct people *people, const struct session *session, struct canvas *canvas)
{
	static const char more[] = "more: i";
	struct area area = people->detail;
	bool beside = area.column > 1, cut = (int)people->lines.count > area.rows;

	(void)session;
	if (beside)
		canvas_fill(canvas, (struct area){ area.row, area.column - 2, area.rows, 1 },
			ROLE_BORDER, GLYPH_VERTICAL);
	else
		canvas_fill(canvas, (struct area){ area.row - 1, 0, 1, canvas->columns },
			ROLE_BORDER, GLYPH_HORIZONTAL);
	for (int i = 0; i < area.rows && i < (int)people->lines.count; i++) {
		const struct text_line *line = &people->lines.items[i];
		bool last = cut && i + 1 == area.rows;
		const char *detail = last ? more : line->detail;
		int room = area.columns - 1 - (last ? (int)sizeof more : 0);
		int used =
			canvas_put(canvas, area.row + i, area.column, room, line->role, line->text);

		if (detail && used + canvas_width(canvas, detail) + 2 <= area.columns)
			canvas_put_right(canvas, area.row + i, area.column, area.columns - 1,
				ROLE_MUTED, detail);
	}
}

static void
people_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct people *people = (const struct people *)panel;

	if (people->detail.rows > 0)
		draw_detail(people, session, canvas);
	list_draw(panel, session, canvas);
}

static unsigned
add_contact(struct panel *panel, struct session *session)
{
	(void)panel;
	return people_add_about(session, "contact", "stakeholder");
}

static unsigned
add_link(struct panel *panel, struct session *session)
{
	(void)panel;
	return people_add_about(session, "relationship", "from");
}

static unsigned
zoom(struct panel *panel, struct session *session)
{
	struct people *people = people_of(panel);

	people->alone = !people->alone;
	people_layout(panel, session, people->content, people->screen);
	return EFFECT_NONE;
}

static bool
people_work(struct panel *panel, struct session *session)
{
	struct people *people = people_of(panel);
	bool more = list_work(panel, session);

	if (people->detail.rows > 0 && people->shown > 0 &&
		findings_look_up(&session->findings, session->programme, type_find("stakeholder"),
			people->shown))
		describe(people, session, people->shown);
	return more;
}

static void
people_reload(struct panel *panel, struct session *session)
{
	list_reload(panel, session);
	people_of(panel)->shown = -1;
}

static void
people_keep(const struct panel *panel, struct place *out)
{
	list_keep(panel, out);
	out->view[0] = ((const struct people *)panel)->alone;
}

static void
people_free(struct panel *panel)
{
	lines_clear(&people_of(panel)->lines);
	list_free(panel);
}

/* clang-format off */
static const struct keys people_keys = { "in the register", {
	{ "contact", "t", add_contact, "log that somebody spoke with this person", "contact", 5,
	  .effect = WRITES, .applies = record_is_selected },
	{ "link", "L", add_link, "note on whom this person bears", "link", 9, .effect = WRITES,
	  .applies = record_is_selected },
	{ "zoom", "z", zoom, "the list alone, or with the person it stands on", .effect = READS },
} };
/* clang-format on */

static const struct panel_class people_class = {
	.keys = { &people_keys, &list_keys, &record_keys, &why_keys, &selection_keys,
		&selection_side_keys },
	.layout = people_layout,
	.draw = people_draw,
	.settle = people_settle,
	.work = people_work,
	.reload = people_reload,
	.position = list_position,
	.notice = list_notice,
	.selected = list_selected,
	.marked = list_marked,
	.go = list_go,
	.keep = people_keep,
	.beyond = list_beyond,
	.locate = list_locate,
	.copy = list_copy,
	.free = people_free,
};

static struct panel *
people_new(const struct page *page, const struct place *place)
{
	struct people *people = memory_new(1, sizeof *people);

	list_init(&people->list, page->class, type_find("stakeholder"), place);
	people->alone = place->known && place->view[0] != 0;
	return &people->list.panel;
}

const struct page register_page = { &people_class, .create = people_new };
