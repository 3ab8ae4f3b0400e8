/* SPDX-License-Identifier: MIT */
/*
 * The playbook as it is used: what to say, by audience and concern; the plans of workshops with
 * their time boxes; tips. The lines lead to the records, which all can be edited.
 */
#include <inttypes.h>
#include <string.h>

#include "tui/kit/form/form.h"
#include "rollout/programme/reading.h"
#include "tui/kit/sheet.h"

struct filling {
	struct lines *lines;
	struct session *session;
	int width;
};

static const char *
words(const struct filling *filling, const struct record *record, const char *field)
{
	return record_copy_words(record, field, &filling->lines->arena);
}

static void
lead_to(struct lines *lines, size_t first, const struct record *record)
{
	if (first == lines->count)
		return;
	lines->items[first].type = record->type->name;
	lines->items[first].identifier = arena_format(&lines->arena, "%" PRId64, record->id);
}

static void
end(const struct filling *filling, struct rows *rows)
{
	if (rows_close(rows) != STATUS_OK)
		lines_add(filling->lines, ROLE_ERROR, rows->error->message);
}

/* By audience, then concern: the list is ordered by the one, ties by entry. */
static void
add_scripts(const struct filling *filling)
{
	struct lines *lines = filling->lines;
	struct error error = { 0 };
	struct rows rows = rows_open(filling->session->programme, NULL, &error);
	struct record record;
	const char *last = "";

	rows_of(&rows, "script", "audience");
	while (rows_next(&rows, &record)) {
		const char *audience = words(filling, &record, "audience");
		size_t first;

		if (strcmp(last, audience) != 0) {
			lines_add(lines, ROLE_TEXT, "");
			lines_format(lines, ROLE_HEADING, "To: %s", audience);
			last = audience;
		}
		first = lines->count;
		lines_add(lines, ROLE_TITLE, words(filling, &record, "concern"));
		lead_to(lines, first, &record);
		lines_wrap(lines, ROLE_TEXT, filling->width, 2, words(filling, &record, "text"));
	}
	end(filling, &rows);
}

static void
add_segments(const struct filling *filling, int64_t workshop)
{
	struct lines *lines = filling->lines;
	struct error error = { 0 };
	struct rows rows = rows_open(filling->session->programme, NULL, &error);
	struct record record;
	int64_t minute = 0;

	rows_where(&rows, "segment", "workshop", value_integer(workshop), "position");
	while (rows_next(&rows, &record)) {
		int64_t minutes = record_number(&record, "minutes");
		struct text_line *line = lines_format(lines, ROLE_TEXT, "  %3" PRId64 " min  %s",
			minute, words(filling, &record, "activity"));

		line->detail = arena_format(&lines->arena, "%" PRId64 " min", minutes);
		lead_to(lines, lines->count - 1, &record);
		minute += minutes;
	}
	lines_format(lines, ROLE_MUTED, "  %3" PRId64 " min  end", minute);
	end(filling, &rows);
}

static void
add_workshops(const struct filling *filling)
{
	struct lines *lines = filling->lines;
	struct error error = { 0 };
	struct rows rows = rows_open(filling->session->programme, NULL, &error);
	struct record record;

	rows_of(&rows, "workshop", "name");
	while (rows_next(&rows, &record)) {
		lines_add(lines, ROLE_TEXT, "");
		lines_add(lines, ROLE_TITLE, words(filling, &record, "name"));
		lead_to(lines, lines->count - 1, &record);
		lines_wrap(
			lines, ROLE_MUTED, filling->width, 2, words(filling, &record, "purpose"));
		add_segments(filling, record.id);
	}
	end(filling, &rows);
}

static void
add_tips(const struct filling *filling)
{
	struct error error = { 0 };
	struct rows rows = rows_open(filling->session->programme, NULL, &error);
	struct record record;

	rows_of(&rows, "tip", "text");
	while (rows_next(&rows, &record)) {
		size_t first = filling->lines->count;

		lines_wrap(filling->lines, ROLE_TEXT, filling->width, 2,
			words(filling, &record, "text"));
		lead_to(filling->lines, first, &record);
	}
	end(filling, &rows);
}

static int
fill_scripts(struct lines *lines, struct session *session, struct area area)
{
	const struct filling filling = { lines, session, larger_of(area.columns - 4, 10) };

	lines_add(lines, ROLE_HEADING, "What to say, by audience and concern");
	add_scripts(&filling);
	if (lines->count == 1)
		lines_add(lines, ROLE_TEXT, "There are no scripts yet: a adds the first.");
	return 0;
}

static int
fill_workshops(struct lines *lines, struct session *session, struct area area)
{
	const struct filling filling = { lines, session, larger_of(area.columns - 4, 10) };

	lines_add(lines, ROLE_HEADING, "Plans of workshops, minute by minute");
	add_workshops(&filling);
	if (lines->count == 1)
		lines_add(lines, ROLE_TEXT,
			"There are no workshops yet: a adds the first, :segments its time boxes.");
	lines_add(lines, ROLE_TEXT, "");
	lines_add(lines, ROLE_HEADING, "Choices of whoever leads them");
	add_tips(&filling);
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

static const struct sheet_kind scripts = { fill_scripts, add_script_form };
static const struct sheet_kind plans = { fill_workshops, add_workshop_form };

const struct page scripts_page = { &sheet_record_class, sheet_new, &scripts };
const struct page workshops_page = { &sheet_record_class, sheet_new, &plans };
