/* SPDX-License-Identifier: MIT */
/*
 * Whom one person bears on and who bears on them, two steps far: the lines of the sheet lead to
 * those people. About the person of the register that was looked at last.
 */
#include <inttypes.h>

#include "people_view.h"
#include "tui/kit/sheet.h"

enum { SHOWN_MOST = 40, BEHIND_MOST = 8, ROUTES_MOST = 8 };

static void
name_step(struct lines *lines, const struct person_link *link, bool ascii, int indent)
{
	struct text_line *line =
		lines_format(lines, indent > 0 ? ROLE_MUTED : ROLE_TEXT, "%*s%s %s", indent, "",
			glyph_text(ascii, link->outward ? GLYPH_RIGHT : GLYPH_LEFT), link->name);

	line->type = "stakeholder";
	line->identifier = arena_format(&lines->arena, "%" PRId64, link->id);
	line->detail = arena_format(&lines->arena, link->strength > 0 ? "%s, strength %d" : "%s",
		link->kind, link->strength);
}

/* One step behind that: the same way on, but not back to where one came from. */
static void
add_behind(struct lines *lines, struct session *session, const struct person_link *link,
	int64_t origin)
{
	struct arena arena = { 0 };
	struct person_report person;
	struct error error = { 0 };
	int shown = 0;

	if (programme_person(session->programme, link->id, &arena, &person, &error) == STATUS_OK)
		for (size_t i = 0; i < person.link_count && shown < BEHIND_MOST; i++)
			if (person.links[i].outward == link->outward &&
				person.links[i].id != origin) {
				name_step(lines, &person.links[i], session->ascii, 4);
				shown++;
			}
	arena_clear(&arena);
}

static void
add_side(struct lines *lines, struct session *session, const struct person_report *person,
	bool outward, const char *title)
{
	int shown = 0;

	lines_add(lines, ROLE_TEXT, "");
	lines_add(lines, ROLE_HEADING, title);
	for (size_t i = 0; i < person->link_count && shown < SHOWN_MOST; i++) {
		if (person->links[i].outward != outward)
			continue;
		name_step(lines, &person->links[i], session->ascii, 0);
		add_behind(lines, session, &person->links[i], person->id);
		shown++;
	}
	if (shown == 0)
		lines_add(lines, ROLE_MUTED,
			outward ? "nobody is known; a adds a link" : "nobody is known");
}

/* Only about those who are to be won over. */
static void
add_routes(struct lines *lines, struct session *session, int64_t id)
{
	struct lines routes = { 0 };
	bool needed;

	people_describe_routes(&routes, session, id, ROUTES_MOST, &needed);
	if (needed) {
		lines_add(lines, ROLE_TEXT, "");
		lines_add(lines, ROLE_HEADING, "Who can help, best first");
		if (routes.count == 0)
			lines_add(lines, ROLE_MUTED, "nobody active is known to reach them");
		else
			people_describe_routes(lines, session, id, ROUTES_MOST, &needed);
	}
	lines_clear(&routes);
}

static int
fill_influence(struct lines *lines, struct session *session, struct area area)
{
	struct arena arena = { 0 };
	struct person_report person;
	struct error error = { 0 };

	(void)area;
	if (session->person == 0 || programme_person(session->programme, session->person, &arena,
					    &person, &error) != STATUS_OK) {
		lines_add(lines, ROLE_TEXT, "Stand on a person in the list of stakeholders first.");
		return 0;
	}
	lines_add(lines, ROLE_TITLE, person.name);
	add_routes(lines, session, person.id);
	add_side(lines, session, &person, false, "Who bears on them");
	add_side(lines, session, &person, true, "On whom they bear");
	arena_clear(&arena);
	return 0;
}

static unsigned
add_link(struct session *session)
{
	return people_add_about(session, "relationship", "from");
}

static const struct sheet_kind influence = { fill_influence, add_link };

const struct page influence_page = { &sheet_record_class, sheet_new, &influence };
