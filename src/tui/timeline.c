/* SPDX-License-Identifier: MIT */
/*
 * The timeline: phases as bars and milestones as marks on one scale that holds them all, with dates
 * and slack in words beside them. Must not reckon a date; every mark has an ASCII twin.
 */
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/records.h"
#include "rollout/programme/schedule.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/sheet.h"

enum { STRIP_LEAST = 12, STRIP_MOST = 120, LABEL_LEAST = 14, DETAIL = 30, MARK_SIZE = 4 };
enum { PHASES_MOST = 16 };

struct phase {
	char name[16];
	int64_t id;
	day from, to;
};

/* What a cell of the strip can be. */
enum mark {
	MARK_NONE,
	MARK_BAR,
	MARK_TODAY,
	MARK_BASELINE,
	MARK_FORECAST,
	MARK_CRITICAL,
	MARK_DONE
};

struct chart {
	struct lines *lines;
	const struct schedule_report *report;
	struct phase phases[PHASES_MOST];
	int phase_count;
	day from, to, today;
	int label, strip; /* cells */
	bool ascii;
	bool detailed; /* there is room for dates beside the strip */
};

static const char *
mark_text(enum mark mark, bool ascii)
{
	switch (mark) {
	case MARK_NONE: break;
	case MARK_BAR: return ascii ? "=" : "\u2550";
	case MARK_TODAY: return ascii ? "|" : "\u2502";
	case MARK_BASELINE: return ascii ? "o" : "\u25cb";
	case MARK_FORECAST: return ascii ? "*" : "\u25c6";
	case MARK_CRITICAL: return ascii ? "#" : "\u25a0";
	case MARK_DONE: return ascii ? "+" : "\u2713";
	}
	return ascii ? "." : "\u00b7";
}

static enum status
take_phase(void *context, const struct record *record, struct error *error)
{
	struct chart *chart = context;
	struct phase *phase = &chart->phases[chart->phase_count];
	const struct value *name = record_get(record, "name");
	const struct value *from = record_get(record, "starts_on");
	const struct value *to = record_get(record, "ends_on");

	(void)error;
	if (chart->phase_count == PHASES_MOST || !date_parse(from->text, &phase->from) ||
		!date_parse(to->text, &phase->to))
		return STATUS_OK;
	phase->id = record->id;
	strncpy(phase->name, name->text, sizeof phase->name - 1);
	chart->phase_count++;
	return STATUS_OK;
}

static void
widen(struct chart *chart, day date)
{
	if (date == NO_DAY)
		return;
	if (chart->from == NO_DAY || date < chart->from)
		chart->from = date;
	if (chart->to == NO_DAY || date > chart->to)
		chart->to = date;
}

static void
find_scale(struct chart *chart, int columns)
{
	int room = columns - 4;

	chart->from = chart->to = NO_DAY;
	widen(chart, chart->today);
	for (int i = 0; i < chart->phase_count; i++) {
		widen(chart, chart->phases[i].from);
		widen(chart, chart->phases[i].to);
	}
	for (size_t i = 0; i < chart->report->count; i++) {
		widen(chart, chart->report->milestones[i].dates.forecast);
		widen(chart, chart->report->milestones[i].baseline);
	}
	chart->detailed = room >= LABEL_LEAST + STRIP_LEAST + DETAIL + 8;
	if (chart->detailed)
		room -= DETAIL;
	chart->strip = smaller_of(STRIP_MOST, larger_of(STRIP_LEAST, room / 2));
	chart->label = larger_of(room - chart->strip - 1, LABEL_LEAST);
}

static int
cell_of(const struct chart *chart, day date)
{
	int64_t days = (int64_t)chart->to - chart->from;

	return days == 0 ? 0 : (int)(((int64_t)date - chart->from) * (chart->strip - 1) / days);
}

static void
set(const struct chart *chart, unsigned char *cells, day date, enum mark mark)
{
	if (date != NO_DAY)
		cells[cell_of(chart, date)] = (unsigned char)mark;
}

/* A label cut or padded to its cells, then the strip. */
static struct text_line *
add_row(struct chart *chart, enum role role, const char *label, const unsigned char *cells)
{
	struct buffer text = { 0 };
	struct canvas canvas = { .ascii = chart->ascii };
	struct text_line *line;

	canvas_resize(&canvas, 1, chart->label);
	canvas_put(&canvas, 0, 0, chart->label, ROLE_TEXT, label);
	for (int i = 0; i < chart->label; i++)
		buffer_append_text(&text, canvas_get(&canvas, 0, i)->text);
	buffer_append_char(&text, ' ');
	for (int i = 0; i < chart->strip; i++)
		buffer_append_text(&text, mark_text((enum mark)cells[i], chart->ascii));
	line = lines_add(chart->lines, role, buffer_text(&text));
	canvas_clear(&canvas);
	buffer_clear(&text);
	return line;
}

static void
add_phase(struct chart *chart, const struct phase *phase)
{
	unsigned char cells[STRIP_MOST] = { 0 };
	char from[DATE_SIZE], to[DATE_SIZE], name[16];
	struct text_line *line;

	for (int i = cell_of(chart, phase->from); i <= cell_of(chart, phase->to); i++)
		cells[i] = MARK_BAR;
	set(chart, cells, chart->today, MARK_TODAY);
	for (size_t i = 0; i < sizeof name; i++)
		name[i] = (char)(phase->name[i] >= 'a' && phase->name[i] <= 'z'
					 ? phase->name[i] - 'a' + 'A'
					 : phase->name[i]);
	date_format(phase->from, from);
	date_format(phase->to, to);
	line = add_row(chart, ROLE_HEADING, name, cells);
	if (chart->detailed)
		line->detail = arena_format(&chart->lines->arena, "%s to %s", from, to);
}

static void
add_milestone(struct chart *chart, const struct scheduled *item)
{
	unsigned char cells[STRIP_MOST] = { 0 };
	const struct schedule_item *dates = &item->dates;
	char forecast[DATE_SIZE];
	struct text_line *line;

	set(chart, cells, chart->today, MARK_TODAY);
	set(chart, cells, item->baseline, MARK_BASELINE);
	set(chart, cells, dates->forecast,
		dates->accepted ? MARK_DONE : (dates->critical ? MARK_CRITICAL : MARK_FORECAST));
	line = add_row(chart, dates->accepted ? ROLE_MUTED : ROLE_TEXT,
		arena_format(&chart->lines->arena, " %s", item->title), cells);
	line->type = "milestone";
	line->identifier =
		arena_copy(&chart->lines->arena, item->identifier, strlen(item->identifier));
	date_format(dates->forecast, forecast);
	if (!chart->detailed)
		return;
	line->detail = arena_format(&chart->lines->arena, "%s %s%s", forecast,
		dates->accepted ? "accepted"
				: (dates->critical ? "critical"
						   : arena_format(&chart->lines->arena, "slack %d",
							     dates->slack)),
		item->baseline != NO_DAY && item->slip != 0
			? arena_format(&chart->lines->arena, " %+d d", item->slip)
			: "");
}

static int
compare_forecasts(const void *a, const void *b)
{
	const struct scheduled *left = *(const struct scheduled *const *)a;
	const struct scheduled *right = *(const struct scheduled *const *)b;

	if (left->dates.forecast != right->dates.forecast)
		return left->dates.forecast < right->dates.forecast ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

static void
add_chart(struct chart *chart)
{
	size_t count = chart->report->count;
	const struct scheduled **order = memory_new(count + 1, sizeof *order);
	char from[DATE_SIZE], to[DATE_SIZE];

	for (size_t i = 0; i < count; i++)
		order[i] = &chart->report->milestones[i];
	qsort(order, count, sizeof *order, compare_forecasts);
	date_format(chart->from, from);
	date_format(chart->to, to);
	lines_format(chart->lines, ROLE_MUTED,
		"%s to %s   %s today  %s baseline  %s forecast  %s critical  %s accepted", from, to,
		mark_text(MARK_TODAY, chart->ascii), mark_text(MARK_BASELINE, chart->ascii),
		mark_text(MARK_FORECAST, chart->ascii), mark_text(MARK_CRITICAL, chart->ascii),
		mark_text(MARK_DONE, chart->ascii));
	for (int p = 0; p <= chart->phase_count; p++) {
		int64_t phase = p < chart->phase_count ? chart->phases[p].id : 0;
		bool any = false;

		if (p < chart->phase_count)
			add_phase(chart, &chart->phases[p]);
		for (size_t i = 0; i < count; i++) {
			if (order[i]->phase != phase)
				continue;
			if (phase == 0 && !any)
				lines_add(chart->lines, ROLE_HEADING, "IN NO PHASE");
			any = true;
			add_milestone(chart, order[i]);
		}
	}
	free(order);
}

static int
fill_timeline(struct lines *lines, struct session *session, struct area area)
{
	struct query phases = { .type = type_find("phase") };
	struct arena arena = { 0 };
	struct schedule_report report;
	struct error error = { 0 };
	struct chart chart = { .lines = lines,
		.report = &report,
		.today = programme_today(session->programme),
		.ascii = session->ascii };
	enum status status = programme_schedule(session->programme, &arena, &report, &error);

	phases.order = type_field_index(phases.type, "starts_on") + 1;
	if (status == STATUS_OK)
		status = programme_each(session->programme, &phases, take_phase, &chart, &error);
	if (status != STATUS_OK) {
		lines_add(lines, ROLE_ERROR, error.message);
	} else if (report.count == 0 && chart.phase_count == 0) {
		lines_add(lines, ROLE_TEXT,
			"There is no roadmap yet: P drafts one from the diagnosis, "
			"the teams and the dates.");
	} else {
		find_scale(&chart, area.columns);
		add_chart(&chart);
	}
	arena_clear(&arena);
	return 0;
}

static const struct sheet_kind timeline = { fill_timeline };

struct panel *
timeline_new(const struct place *place)
{
	return sheet_new(&timeline, place);
}
