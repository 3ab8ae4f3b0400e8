/* SPDX-License-Identifier: MIT */
/* Reads the rows of the timeline and puts them in order. */
#include "timeline_rows.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/programme/reading.h"

enum { RISKS_SHOWN = 4, BARS_MAX = 512 };

/* A phase or slice while rows are put in order. */
struct bar {
	int64_t id, phase; /* phase 0: it is one */
	const char *title, *question, *rating;
	day from, to;
};

struct reading {
	struct timeline_rows *rows;
	struct rows source;
	struct bar bars[BARS_MAX];
	size_t bar_count;
	const struct milestone_now **order; /* milestones by phase, slice and forecast */
};

static void
read_bars(struct reading *reading, const char *type)
{
	struct arena *arena = &reading->rows->arena;
	bool slice = strcmp(type, "slice") == 0;
	struct record record;

	rows_of(&reading->source, type, "starts_on");
	while (reading->bar_count < BARS_MAX && rows_next(&reading->source, &record))
		reading->bars[reading->bar_count++] = (struct bar){ .id = record.id,
			.phase = slice ? record_number(&record, "phase") : 0,
			.title = record_copy_text(&record, "name", arena),
			.question = slice ? NULL : record_copy_text(&record, "question", arena),
			.from = record_date(&record, "starts_on"),
			.to = record_date(&record, "ends_on") };
}

/* Ratings come by day: the last stays. Their scope names the phase by key, number or name. */
static void
read_ratings(struct reading *reading)
{
	struct arena *arena = &reading->rows->arena;
	struct record record;

	rows_of(&reading->source, "rating", "on");
	while (rows_next(&reading->source, &record)) {
		const char *scope = record_text(&record, "scope");

		if (strncmp(scope, "phase/", 6) != 0)
			continue;
		for (size_t i = 0; i < reading->bar_count; i++) {
			struct bar *bar = &reading->bars[i];

			if (bar->phase == 0 &&
				strcmp(scope + 6, programme_identifier(reading->source.programme,
							  type_find("phase"), bar->id, arena)) == 0)
				bar->rating = record_copy_text(&record, "given", arena);
		}
	}
}

struct worst {
	struct {
		int weight, likelihood, impact;
		const char *title;
	} risks[RISKS_SHOWN];
	size_t count;
};

static void
take_risk(struct worst *worst, const struct record *record, struct arena *arena)
{
	int likelihood = (int)record_number(record, "likelihood"),
	    impact = (int)record_number(record, "impact");
	size_t at = worst->count;

	while (at > 0 && worst->risks[at - 1].weight < likelihood * impact)
		at--;
	if (at == RISKS_SHOWN)
		return;
	worst->count += worst->count < RISKS_SHOWN ? 1 : 0;
	memmove(&worst->risks[at + 1], &worst->risks[at],
		(worst->count - at - 1) * sizeof worst->risks[0]);
	worst->risks[at].weight = likelihood * impact;
	worst->risks[at].likelihood = likelihood;
	worst->risks[at].impact = impact;
	worst->risks[at].title = record_copy_text(record, "title", arena);
}

static void
read_risks(struct reading *reading)
{
	struct arena *arena = &reading->rows->arena;
	struct worst worst = { .count = 0 };
	struct buffer text = { 0 };
	struct record record;

	rows_of(&reading->source, "risk", NULL);
	while (rows_next(&reading->source, &record))
		if (!record_is(&record, "state", "closed"))
			take_risk(&worst, &record, arena);
	for (size_t i = 0; i < worst.count; i++) {
		buffer_format(&text, "%s%s", i > 0 ? "   " : "", worst.risks[i].title);
		if (worst.risks[i].weight > 0)
			buffer_format(
				&text, " %dx%d", worst.risks[i].likelihood, worst.risks[i].impact);
	}
	reading->rows->risks = arena_copy(arena, buffer_text(&text), text.length);
	buffer_clear(&text);
}

static int
compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* By what is expected; what has no date comes last. */
static day
place_of(const struct milestone_now *item)
{
	return item->dates.expected == NO_DAY ? INT32_MAX : item->dates.expected;
}

static int
compare_milestones(const void *a, const void *b)
{
	const struct milestone_now *left = *(const struct milestone_now *const *)a;
	const struct milestone_now *right = *(const struct milestone_now *const *)b;
	int order = compare_numbers(left->phase, right->phase);

	if (order == 0)
		order = compare_numbers(left->slice, right->slice);
	if (order == 0)
		order = compare_numbers(place_of(left), place_of(right));
	return order != 0 ? order : compare_numbers(left->id, right->id);
}

/* The first of those of a phase and slice, or where they would stand. */
static size_t
find_first(const struct reading *reading, int64_t phase, int64_t slice)
{
	const struct milestone_now wanted = {
		.phase = phase, .slice = slice, .dates.expected = NO_DAY + 1, .id = INT64_MIN
	};
	const struct milestone_now *key = &wanted;
	size_t low = 0, high = reading->rows->schedule->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_milestones(&reading->order[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct timeline_row *
add_row(struct timeline_rows *rows, enum row_kind kind, int64_t id, const char *title)
{
	rows->rows[rows->count] =
		(struct timeline_row){ .kind = kind, .id = id, .title = title, .item = -1 };
	return &rows->rows[rows->count++];
}

/* parent: the row that counts them. */
static void
add_milestones(struct reading *reading, size_t parent, int64_t phase, int64_t slice)
{
	struct timeline_rows *rows = reading->rows;

	for (size_t i = find_first(reading, phase, slice); i < rows->schedule->count; i++) {
		const struct milestone_now *item = reading->order[i];

		if (item->phase != phase || item->slice != slice)
			break;
		add_row(rows, ROW_MILESTONE, item->id, item->title)->item =
			(int)(item - rows->schedule->milestones);
		rows->rows[parent].count++;
		rows->rows[parent].accepted += item->dates.accepted ? 1 : 0;
	}
}

static void
add_bar(struct reading *reading, const struct bar *bar)
{
	struct timeline_row *row = add_row(
		reading->rows, bar->phase == 0 ? ROW_PHASE : ROW_SLICE, bar->id, bar->title);

	row->question = bar->question;
	row->rating = bar->rating;
	row->from = bar->from;
	row->to = bar->to;
}

static void
add_phase(struct reading *reading, const struct bar *phase)
{
	struct timeline_rows *rows = reading->rows;
	size_t parent = rows->count;

	add_bar(reading, phase);
	add_milestones(reading, parent, phase->id, 0);
	for (size_t i = 0; i < reading->bar_count; i++) {
		const struct bar *slice = &reading->bars[i];
		size_t at = rows->count;

		if (slice->phase != phase->id)
			continue;
		add_bar(reading, slice);
		add_milestones(reading, at, phase->id, slice->id);
		rows->rows[parent].count += rows->rows[at].count;
		rows->rows[parent].accepted += rows->rows[at].accepted;
	}
}

static bool
has_row(const bool *taken, const struct timeline_rows *rows, const struct milestone_now *item)
{
	return taken[item - rows->schedule->milestones];
}

/* Milestones without a phase, or whose slice belongs to another. */
static void
add_rest(struct reading *reading)
{
	struct timeline_rows *rows = reading->rows;
	bool *taken = memory_new(rows->schedule->count + 1, sizeof *taken);
	size_t parent = 0, before = rows->count;

	for (size_t i = 0; i < before; i++)
		if (rows->rows[i].item >= 0)
			taken[rows->rows[i].item] = true;
	for (size_t i = 0; i < rows->schedule->count; i++) {
		const struct milestone_now *item = reading->order[i];

		if (has_row(taken, rows, item))
			continue;
		if (rows->count == before) {
			parent = rows->count;
			add_row(rows, ROW_REST, 0, "without a phase");
		}
		add_row(rows, ROW_MILESTONE, item->id, item->title)->item =
			(int)(item - rows->schedule->milestones);
		rows->rows[parent].count++;
		rows->rows[parent].accepted += item->dates.accepted ? 1 : 0;
	}
	free(taken);
}

static void
widen(struct timeline_rows *rows, day date)
{
	if (date == NO_DAY)
		return;
	if (rows->first == NO_DAY || date < rows->first)
		rows->first = date;
	if (rows->last == NO_DAY || date > rows->last)
		rows->last = date;
}

static void
find_span(struct timeline_rows *rows)
{
	rows->first = rows->last = NO_DAY;
	for (size_t i = 0; i < rows->count; i++) {
		if (rows->rows[i].kind == ROW_PHASE || rows->rows[i].kind == ROW_SLICE) {
			widen(rows, rows->rows[i].from);
			widen(rows, rows->rows[i].to);
		}
	}
	for (size_t i = 0; i < rows->schedule->count; i++) {
		widen(rows, rows->schedule->milestones[i].dates.expected);
		widen(rows, rows->schedule->milestones[i].baseline);
	}
}

static void
put_in_order(struct reading *reading)
{
	struct timeline_rows *rows = reading->rows;
	size_t count = rows->schedule->count;

	reading->order = memory_new(count + 1, sizeof *reading->order);
	for (size_t i = 0; i < count; i++)
		reading->order[i] = &rows->schedule->milestones[i];
	if (count > 1)
		qsort(reading->order, count, sizeof *reading->order, compare_milestones);
	rows->rows =
		arena_alloc(&rows->arena, (count + reading->bar_count + 2) * sizeof *rows->rows);
	rows->count = 0;
	for (size_t i = 0; i < reading->bar_count; i++)
		if (reading->bars[i].phase == 0)
			add_phase(reading, &reading->bars[i]);
	add_rest(reading);
	free(reading->order);
}

void
timeline_rows_read(struct timeline_rows *rows, struct session *session)
{
	struct reading *reading = memory_new(1, sizeof *reading);
	struct error error = { 0 };

	timeline_rows_clear(rows);
	*reading = (struct reading){ .rows = rows,
		.source = rows_open(session->programme, NULL, &error) };
	if (reading->source.status == STATUS_OK)
		reading->source.status =
			milestone_now_read(session->programme, &rows->schedule, &error);
	read_bars(reading, "phase");
	read_bars(reading, "slice");
	read_ratings(reading);
	read_risks(reading);
	if (rows_close(&reading->source) == STATUS_OK) {
		put_in_order(reading);
		find_span(rows);
	} else {
		rows->fault = arena_copy(&rows->arena, error.message, strlen(error.message));
	}
	free(reading);
}

void
timeline_rows_clear(struct timeline_rows *rows)
{
	milestone_now_release(rows->schedule);
	arena_clear(&rows->arena);
	*rows = (struct timeline_rows){ .first = NO_DAY, .last = NO_DAY, .risks = "" };
}

void
timeline_read_fact(const struct timeline_row *row, const struct milestone_now *item,
	struct session *session, struct arena *arena, struct timeline_fact *out)
{
	struct error error = { 0 };
	struct rows rows = rows_open(session->programme, NULL, &error);
	struct record record;

	*out = (struct timeline_fact){ .id = row->id };
	rows_where(&rows, "evidence", "milestone", value_integer(row->id), NULL);
	for (; rows_next(&rows, &record); out->criteria++)
		out->met += record_flag(&record, "met", false);
	if (rows_close(&rows) != STATUS_OK)
		session_fail(session, &error);
	if (item->owner != 0)
		out->owner = programme_title(
			session->programme, type_find("stakeholder"), item->owner, arena);
}
