/* SPDX-License-Identifier: MIT */
/*
 * The playbook as it is used: what to say, by audience and concern; the plans of workshops with
 * their time boxes; tips. The lines lead to the records, which all can be edited.
 */
#include <inttypes.h>
#include <string.h>

#include "tui/kit/form/form.h"
#include "playbook.h"
#include "tui/kit/sheet.h"

struct filling {
	struct lines *lines;
	struct session *session;
	int width;
	int64_t minute; /* of the workshop, while its segments are listed */
	char audience[160]; /* that the last script was for */
};

static const char *
text_of(const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? value->text : "";
}

static void
lead_to(struct lines *lines, size_t first, const struct record *record)
{
	for (size_t i = first; i < lines->count && i == first; i++) {
		lines->items[i].type = record->type->name;
		lines->items[i].identifier = arena_format(&lines->arena, "%" PRId64, record->id);
	}
}

static enum status
add_script(void *context, const struct record *record, struct error *error)
{
	struct filling *filling = context;
	const char *audience = text_of(record, "audience");
	size_t first;

	(void)error;
	if (strncmp(filling->audience, audience, sizeof filling->audience - 1) != 0) {
		lines_add(filling->lines, ROLE_TEXT, "");
		lines_format(filling->lines, ROLE_HEADING, "To: %s", audience);
		strncpy(filling->audience, audience, sizeof filling->audience - 1);
	}
	first = filling->lines->count;
	lines_format(filling->lines, ROLE_TITLE, "%s", text_of(record, "concern"));
	lead_to(filling->lines, first, record);
	lines_wrap(filling->lines, ROLE_TEXT, filling->width, 2, text_of(record, "text"));
	return STATUS_OK;
}

static enum status
add_segment(void *context, const struct record *record, struct error *error)
{
	struct filling *filling = context;
	int64_t minutes = record_number(record, "minutes");
	size_t first = filling->lines->count;
	struct text_line *line = lines_format(filling->lines, ROLE_TEXT, "  %3" PRId64 " min  %s",
		filling->minute, text_of(record, "activity"));

	(void)error;
	line->detail = arena_format(&filling->lines->arena, "%" PRId64 " min", minutes);
	lead_to(filling->lines, first, record);
	filling->minute += minutes;
	return STATUS_OK;
}

static enum status
add_workshop(void *context, const struct record *record, struct error *error)
{
	struct filling *filling = context;
	const struct type *type = type_find("segment");
	struct query query = { .type = type, .condition_count = 1 };
	size_t first;
	enum status status;

	query.conditions[0] = (struct condition){ type_field_index(type, "workshop"), COMPARE_EQUAL,
		value_integer(record->id) };
	query.order = type_field_index(type, "position") + 1;
	lines_add(filling->lines, ROLE_TEXT, "");
	first = filling->lines->count;
	lines_format(filling->lines, ROLE_TITLE, "%s", text_of(record, "name"));
	lead_to(filling->lines, first, record);
	lines_wrap(filling->lines, ROLE_MUTED, filling->width, 2, text_of(record, "purpose"));
	filling->minute = 0;
	status = programme_each(filling->session->programme, &query, add_segment, filling, error);
	lines_format(filling->lines, ROLE_MUTED, "  %3" PRId64 " min  end", filling->minute);
	return status;
}

static enum status
add_tip(void *context, const struct record *record, struct error *error)
{
	struct filling *filling = context;
	size_t first = filling->lines->count;

	(void)error;
	lines_wrap(filling->lines, ROLE_TEXT, filling->width, 2, text_of(record, "text"));
	lead_to(filling->lines, first, record);
	return STATUS_OK;
}

static enum status
each(struct filling *filling, const char *type, const char *order,
	enum status (*add)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	query.order = type_field_index(query.type, order) + 1;
	return programme_each(filling->session->programme, &query, add, filling, error);
}

/* Scripts by audience, then concern: the list is ordered by the one, ties by entry. */
static int
fill_scripts(struct lines *lines, struct session *session, struct area area)
{
	struct filling filling = {
		.lines = lines, .session = session, .width = larger_of(area.columns - 4, 10)
	};
	struct error error = { 0 };

	lines_add(lines, ROLE_HEADING, "What to say, by audience and concern");
	if (each(&filling, "script", "audience", add_script, &error) != STATUS_OK)
		lines_add(lines, ROLE_ERROR, error.message);
	if (lines->count == 1)
		lines_add(lines, ROLE_TEXT, "There are no scripts yet: a adds the first.");
	return 0;
}

static int
fill_workshops(struct lines *lines, struct session *session, struct area area)
{
	struct filling filling = {
		.lines = lines, .session = session, .width = larger_of(area.columns - 4, 10)
	};
	struct error error = { 0 };

	lines_add(lines, ROLE_HEADING, "Plans of workshops, minute by minute");
	if (each(&filling, "workshop", "name", add_workshop, &error) != STATUS_OK)
		lines_add(lines, ROLE_ERROR, error.message);
	if (lines->count == 1)
		lines_add(lines, ROLE_TEXT,
			"There are no workshops yet: a adds the first, :segments its time boxes.");
	lines_add(lines, ROLE_TEXT, "");
	lines_add(lines, ROLE_HEADING, "Choices of whoever leads them");
	if (each(&filling, "tip", "text", add_tip, &error) != STATUS_OK)
		lines_add(lines, ROLE_ERROR, error.message);
	return 0;
}

static unsigned
add_script_form(struct session *session)
{
	return session_open(session, form_new_filled(session, type_find("script"), NULL, 0));
}

static unsigned
add_workshop_form(struct session *session)
{
	return session_open(session, form_new_filled(session, type_find("workshop"), NULL, 0));
}

static const struct sheet_kind scripts = { fill_scripts, true, add_script_form };
static const struct sheet_kind plans = { fill_workshops, true, add_workshop_form };

struct panel *
playbook_new(const struct place *place)
{
	return sheet_new(&scripts, place);
}

struct panel *
workshops_new(const struct place *place)
{
	return sheet_new(&plans, place);
}
