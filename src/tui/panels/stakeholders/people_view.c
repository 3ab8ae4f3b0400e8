/* SPDX-License-Identifier: MIT */
/* Puts a person into words. What is wrong, the rule book says. */
#include "people_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "tui/kit/form/form.h"
#include "rollout/programme/routes.h"
#include "tui/kit/label_words.h"

enum { LABEL = 10, ATTITUDES_SHOWN = 8 };

/* Choices as words. */
static const char *
plain(struct arena *arena, const char *name)
{
	char *copy = name ? arena_copy(arena, name, strlen(name)) : NULL;

	for (char *at = copy; at && *at; at++)
		if (*at == '_')
			*at = ' ';
	return copy;
}

static void
add(struct lines *lines, enum role role, int width, const char *label, const char *text)
{
	size_t first = lines->count;

	if (!text || !*text)
		return;
	lines_wrap(lines, role, width, LABEL, text);
	if (first < lines->count) {
		struct text_line *line = &lines->items[first];

		line->text = arena_format(&lines->arena, "%-*s%s", LABEL, label,
			line->text + strspn(line->text, " "));
	}
}

/* From the worst stand to the best, so that it can be drawn as a line: ▁ resistant … █ active. */
static const char *
attitude_step(const char *attitude, bool ascii)
{
	static const char *const names[] = { "resistant", "mixed", "passive", "active" };
	static const char *const steps[] = { "▁", "▃", "▅", "█" };
	static const char *const ascii_steps[] = { "_", ".", "-", "#" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i], attitude) == 0)
			return ascii ? ascii_steps[i] : steps[i];
	return "?";
}

static void
add_attitude(struct lines *lines, const struct person_report *person, bool ascii, int width)
{
	struct buffer text = { 0 };
	size_t from = person->attitude_count > ATTITUDES_SHOWN
			      ? person->attitude_count - ATTITUDES_SHOWN
			      : 0;
	bool short_of = person->attitude && person->desired_attitude &&
			strcmp(person->attitude, person->desired_attitude) != 0;

	buffer_format(&text, "%s%s", person->attitude ? person->attitude : "not known",
		person->attitude_count > 0 ? " " : "");
	for (size_t i = from; i < person->attitude_count; i++)
		buffer_append_text(&text, attitude_step(person->attitudes[i], ascii));
	if (person->desired_attitude)
		buffer_format(&text, ", wanted %s", person->desired_attitude);
	add(lines, short_of ? ROLE_WARNING : ROLE_TEXT, width, "attitude", buffer_text(&text));
	buffer_clear(&text);
}

static void
add_power(struct lines *lines, const struct person_report *person, int width)
{
	char influence[16] = "?", interest[16] = "?";

	if (person->influence > 0)
		snprintf(influence, sizeof influence, "%d", person->influence);
	if (person->interest > 0)
		snprintf(interest, sizeof interest, "%d", person->interest);
	add(lines, ROLE_TEXT, width, "power",
		arena_format(&lines->arena, "influence %s, interest %s", influence, interest));
}

static void
add_next(struct lines *lines, const struct person_report *person, day today, int width)
{
	char last[DATE_SIZE], due[DATE_SIZE];
	bool late = person->due_on != NO_DAY && person->due_on < today;

	if (person->last_contact_on == NO_DAY) {
		add(lines, ROLE_WARNING, width, "contact", "none yet");
		return;
	}
	date_format(person->last_contact_on, last);
	if (person->due_on == NO_DAY) {
		add(lines, ROLE_TEXT, width, "contact", last);
		return;
	}
	date_format(person->due_on, due);
	add(lines, late ? ROLE_WARNING : ROLE_TEXT, width, "contact",
		late ? arena_format(&lines->arena, "%s, was due %s: %d days late", last, due,
			       (int)(today - person->due_on))
		     : arena_format(&lines->arena, "%s, next by %s", last, due));
}

/* The delivery-system test: what they can do to it. */
static void
add_reach(struct lines *lines, const struct person_report *person, int width)
{
	struct buffer text = { 0 };

	if (person->can_slow)
		buffer_append_text(&text, "slow decisions");
	if (person->can_reinterpret)
		buffer_format(&text, "%sreinterpret priorities", text.length > 0 ? ", " : "");
	if (person->can_ignore)
		buffer_format(&text, "%signore the cadence", text.length > 0 ? ", " : "");
	if (text.length > 0)
		add(lines, ROLE_TEXT, width, "can", buffer_text(&text));
	buffer_clear(&text);
}

static void
add_findings(struct lines *lines, struct session *session, int64_t id, int width)
{
	struct arena arena = { 0 };
	const char *identifier =
		programme_identifier(session->programme, type_find("stakeholder"), id, &arena);
	const struct finding *finding = NULL;

	while ((finding = findings_next(&session->findings, finding, "stakeholder", identifier)) !=
		NULL)
		add(lines, ROLE_WARNING, width, finding->rule->id,
			arena_format(&arena, "%s. %s", finding->message, finding->response));
	arena_clear(&arena);
}

void
people_describe_links(struct lines *lines, const struct person_report *person, bool ascii)
{
	for (size_t i = 0; i < person->link_count; i++) {
		const struct person_link *link = &person->links[i];
		struct text_line *line = lines_format(lines, ROLE_TEXT, "%s %s %s",
			glyph_text(ascii, link->outward ? GLYPH_RIGHT : GLYPH_LEFT),
			link->outward ? plain(&lines->arena, link->kind) : link->name,
			link->outward ? link->name : plain(&lines->arena, link->kind));

		line->type = "stakeholder";
		line->identifier = arena_format(&lines->arena, "%" PRId64, link->id);
		if (link->strength > 0)
			line->detail = arena_format(&lines->arena, "strength %d", link->strength);
	}
}

void
people_describe_routes(
	struct lines *lines, struct session *session, int64_t id, size_t most, bool *needed)
{
	struct arena arena = { 0 };
	struct routes_report routes;
	struct error ignored = { 0 };

	*needed = programme_routes(session->programme, id, most, &arena, &routes, &ignored) ==
			  STATUS_OK &&
		  routes.needed;
	for (size_t i = 0; *needed && i < routes.count; i++) {
		const struct person_route *route = &routes.items[i];
		struct buffer text = { 0 };
		struct text_line *line;

		for (int j = 0; j < route->count; j++)
			buffer_format(&text, j > 0 ? " %s %s" : "%s%s",
				j > 0 ? glyph_text(session->ascii, GLYPH_RIGHT) : "",
				route->names[j]);
		line = lines_add(lines, ROLE_TEXT, buffer_text(&text));
		line->type = "stakeholder";
		line->identifier = arena_format(&lines->arena, "%" PRId64, route->ids[0]);
		line->detail = arena_format(&lines->arena, "%.2f", route->score);
		buffer_clear(&text);
	}
	arena_clear(&arena);
}

/* Whom to ask; the best three. */
static void
add_routes(struct lines *lines, struct session *session, int64_t id, int width)
{
	enum { SHOWN = 3 };
	struct lines routes = { 0 };
	bool needed;

	people_describe_routes(&routes, session, id, SHOWN, &needed);
	for (size_t i = 0; i < routes.count; i++)
		add(lines, ROLE_TEXT, width, i == 0 ? "can help" : "", routes.items[i].text);
	if (needed && routes.count == 0)
		add(lines, ROLE_MUTED, width, "can help", "nobody active is known to reach them");
	lines_clear(&routes);
}

static void
add_name(struct lines *lines, const struct person_report *person, int width)
{
	lines_wrap(lines, ROLE_TITLE, width, 0, person->name);
	if (person->job_title || person->organisation)
		lines_wrap(lines, ROLE_MUTED, width, 0,
			arena_format(&lines->arena, "%s%s%s",
				person->job_title ? person->job_title : "",
				person->job_title && person->organisation ? ", " : "",
				person->organisation ? person->organisation : ""));
	if (!person->active)
		lines_add(lines, ROLE_WARNING, "has left");
}

void
people_describe(
	struct lines *lines, struct session *session, const struct person_report *person, int width)
{
	add_name(lines, person, width);
	lines_add(lines, ROLE_TEXT, "");
	add(lines, ROLE_TEXT, width, "group", plain(&lines->arena, person->group));
	add(lines, person->owner ? ROLE_TEXT : ROLE_WARNING, width, "owner",
		person->owner ? person->owner : "nobody");
	add_attitude(lines, person, session->ascii, width);
	add_power(lines, person, width);
	add(lines, ROLE_TEXT, width, "concern", person->concern);
	add(lines, ROLE_TEXT, width, "resists", plain(&lines->arena, person->resistance));
	add_reach(lines, person, width);
	add(lines, ROLE_TEXT, width, "channel", plain(&lines->arena, person->channel));
	add_next(lines, person, programme_today(session->programme), width);
	add(lines, ROLE_TEXT, width, "status", person->status);
	add_routes(lines, session, person->id, width);
	add_findings(lines, session, person->id, width);
	if (person->link_count > 0)
		lines_add(lines, ROLE_TEXT, "");
	people_describe_links(lines, person, session->ascii);
}

unsigned
people_add_about(struct session *session, const char *type, const char *field)
{
	const struct type *about = type_find(type);
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	char today[DATE_SIZE];
	struct field_text texts[] = { { field, "", 0 }, { "on", today, 0 } };
	unsigned effects = EFFECT_NONE;

	if (session->person == 0) {
		session_say(session, ROLE_MESSAGE,
			"stand on a person in the list of stakeholders first");
		goto out;
	}
	record_init(record, about);
	record_put(record, field, value_integer(session->person));
	texts[0].text = programme_format(
		session->programme, record, (size_t)type_field_index(about, field), &arena);
	date_format(programme_today(session->programme), today);
	effects = session_open(
		session, form_new_filled(session, about, texts, sizeof texts / sizeof texts[0]));
out:
	arena_clear(&arena);
	return effects;
}
