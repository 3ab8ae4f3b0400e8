/* SPDX-License-Identifier: MIT */
/*
 * A team works with its objectives in a cycle when its key results passed review, its check-ins
 * were held in rhythm, and a decision of it changed a priority. Teams count from the launch of
 * their wave on. Cycles are counted from the programme's launch; the last that is over is the
 * reading.
 */
#include "programme/cadence/adoption.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/calendar.h"

enum { DAYS_OF_WEEK = 7, CYCLES_MOST = MEASURE_SERIES_MOST + 1 };

/* One team in one cycle. */
struct conduct {
	int reviewed, failed; /* key results */
	int held, due; /* check-ins */
	bool traded_off;
};

struct adopter {
	int64_t team;
	int wave;
	day launches_on;
	struct conduct cycles[CYCLES_MOST]; /* the running one last */
};

struct adopting {
	struct rows rows;
	struct arena *arena;
	day launch; /* of the programme */
	int days; /* of a cycle */
	int first, running; /* cycles that are looked at, from 0 */
	struct adopter *teams;
	size_t count;
	int rhythm_percent;
};

static day
first_day(const struct adopting *adopting, int cycle)
{
	return adopting->launch + cycle * adopting->days;
}

static void
read_cycles(struct adopting *adopting)
{
	struct record record;

	adopting->launch = NO_DAY;
	adopting->running = -1;
	rows_of(&adopting->rows, "programme", NULL);
	while (rows_next(&adopting->rows, &record)) {
		int weeks = (int)record_number(&record, "cycle_weeks");

		adopting->launch = record_date(&record, "launches_on");
		adopting->days = DAYS_OF_WEEK * (weeks > 0 ? weeks : 13);
	}
	if (adopting->launch == NO_DAY || adopting->launch > adopting->rows.programme->today)
		return;
	adopting->running = (adopting->rows.programme->today - adopting->launch) / adopting->days;
	adopting->first = adopting->running < CYCLES_MOST ? 0 : adopting->running - CYCLES_MOST + 1;
}

static void
read_teams(struct adopting *adopting)
{
	struct value columns[FACT_COLUMNS_MAX];
	day launches;

	rows_facts(&adopting->rows, "people",
		"SELECT t.\"id\", t.\"wave\", w.\"launches_on\" FROM \"team\" t JOIN "
		"\"wave_start\" w ON w.\"wave\" = t.\"wave\" ORDER BY 1",
		adopting->rows.programme->today);
	while (rows_next_fact(&adopting->rows, columns)) {
		if (columns[2].kind != VALUE_TEXT || !date_parse(columns[2].text, &launches))
			continue;
		adopting->teams = arena_grow(
			adopting->arena, adopting->teams, adopting->count, sizeof *adopting->teams);
		adopting->teams[adopting->count++] = (struct adopter){ .team = columns[0].integer,
			.wave = (int)columns[1].integer,
			.launches_on = launches };
	}
}

/* NULL: not a team that was launched, or not a cycle that is looked at. */
static struct conduct *
conduct_of(struct adopting *adopting, int64_t team, day on)
{
	int cycle = on < adopting->launch ? -1 : (on - adopting->launch) / adopting->days;

	if (cycle < adopting->first || cycle > adopting->running)
		return NULL;
	for (size_t i = 0; i < adopting->count; i++)
		if (adopting->teams[i].team == team)
			return &adopting->teams[i].cycles[cycle - adopting->first];
	return NULL;
}

/* Of a fact that begins with a team and a day. */
static struct conduct *
conduct_of_fact(struct adopting *adopting, const struct value *columns)
{
	day on;

	if (columns[1].kind != VALUE_TEXT || !date_parse(columns[1].text, &on))
		return NULL;
	return conduct_of(adopting, columns[0].integer, on);
}

/* The last review of each key result in a cycle counts. */
static void
read_reviews(struct adopting *adopting)
{
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(&adopting->rows, "measures",
		"SELECT r.\"team\", r.\"on\", coalesce(r.\"influence\", 1) AND "
		"coalesce(r.\"owned\", "
		"1) AND coalesce(r.\"decides\", 1) FROM \"okr_review\" r WHERE r.\"on\" <= :today "
		"AND NOT EXISTS (SELECT 1 FROM \"okr_review\" l WHERE l.\"team\" = r.\"team\" AND "
		"l.\"key_result\" = r.\"key_result\" AND l.\"on\" > r.\"on\" AND l.\"on\" <= "
		":today)",
		adopting->rows.programme->today);
	while (rows_next_fact(&adopting->rows, columns)) {
		struct conduct *conduct = conduct_of_fact(adopting, columns);

		if (!conduct)
			continue;
		conduct->reviewed++;
		conduct->failed += columns[2].integer == 0;
	}
}

static void
read_sacrifices(struct adopting *adopting)
{
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(&adopting->rows, "measures",
		"SELECT r.\"team\", r.\"decided_on\" FROM \"request\" r JOIN \"decision\" d ON "
		"d.\"id\" = r.\"id\" WHERE r.\"team\" IS NOT NULL AND r.\"decided_on\" IS NOT NULL "
		"AND d.\"loses_priority\" IS NOT NULL",
		adopting->rows.programme->today);
	while (rows_next_fact(&adopting->rows, columns)) {
		struct conduct *conduct = conduct_of_fact(adopting, columns);

		if (conduct)
			conduct->traded_off = true;
	}
}

/* Whose own meeting each forum is. */
struct own_forum {
	int64_t forum, team;
};

static struct own_forum *
read_forums(struct adopting *adopting, size_t *count)
{
	struct own_forum *forums = NULL;
	struct record record;

	*count = 0;
	rows_where(&adopting->rows, "forum", "level", value_text("team"), NULL);
	while (rows_next(&adopting->rows, &record)) {
		if (!record_has(&record, "team"))
			continue;
		forums = arena_grow(adopting->arena, forums, *count, sizeof *forums);
		forums[(*count)++] =
			(struct own_forum){ record.id, record_number(&record, "team") };
	}
	return forums;
}

/* What nobody has been told about is neither held nor missed. */
static void
read_check_ins(struct adopting *adopting)
{
	struct rows *rows = &adopting->rows;
	struct calendar_report calendar = { 0 };
	size_t count;
	const struct own_forum *forums = read_forums(adopting, &count);

	if (rows->status == STATUS_OK)
		rows->status =
			programme_calendar(rows->programme, first_day(adopting, adopting->first),
				rows->programme->today, adopting->arena, &calendar, rows->error);
	for (size_t i = 0; rows->status == STATUS_OK && i < calendar.count; i++) {
		const struct occurrence *item = &calendar.items[i];
		struct conduct *conduct = NULL;

		for (size_t j = 0; j < count; j++)
			if (forums[j].forum == item->forum)
				conduct = conduct_of(adopting, forums[j].team, item->on);
		if (!conduct)
			continue;
		conduct->held += item->state == OCCURRENCE_HELD;
		conduct->due += item->state == OCCURRENCE_HELD || item->state == OCCURRENCE_MISSED;
	}
}

/* Teams of that wave (less than 0: of any), in one cycle. */
struct adopters {
	int teams, passing, in_rhythm, traded_off, all;
};

static struct adopters
count_adopters(const struct adopting *adopting, int wave, int cycle)
{
	struct adopters out = { 0 };

	for (size_t i = 0; i < adopting->count; i++) {
		const struct adopter *team = &adopting->teams[i];
		const struct conduct *conduct = &team->cycles[cycle - adopting->first];
		bool passing = conduct->reviewed > 0 && conduct->failed == 0;
		bool in_rhythm = conduct->due > 0 &&
				 100 * conduct->held >= adopting->rhythm_percent * conduct->due;

		if ((wave >= 0 && team->wave != wave) ||
			team->launches_on >= first_day(adopting, cycle + 1) ||
			team->launches_on > adopting->rows.programme->today)
			continue;
		out.teams++;
		out.passing += passing;
		out.in_rhythm += in_rhythm;
		out.traded_off += conduct->traded_off;
		out.all += passing && in_rhythm && conduct->traded_off;
	}
	return out;
}

static int
share_of(const struct adopters *adopters)
{
	return adopters->teams > 0 ? (10000 * adopters->all + adopters->teams / 2) / adopters->teams
				   : MEASURE_NONE;
}

static void
add_measure(struct adopting *adopting, struct measures_report *out, int wave)
{
	struct measure item = { .kind = MEASURE_ADOPTION,
		.by = wave < 0 ? MEASURE_WHOLE : MEASURE_BY_WAVE,
		.value = MEASURE_NONE,
		.before = MEASURE_NONE,
		.so_far = MEASURE_NONE,
		.p85 = MEASURE_NONE,
		.open = MEASURE_NONE,
		.oldest_days = MEASURE_NONE,
		.passing = MEASURE_NONE,
		.in_rhythm = MEASURE_NONE,
		.traded_off = MEASURE_NONE };

	if (wave >= 0) {
		item.of = arena_format(adopting->arena, "%d", wave);
		item.name = arena_format(adopting->arena, "wave %d", wave);
	}
	for (int cycle = adopting->first; cycle <= adopting->running; cycle++) {
		struct adopters adopters = count_adopters(adopting, wave, cycle);

		item.before = item.value;
		item.value = item.so_far;
		item.so_far = share_of(&adopters);
		if (cycle < adopting->running)
			item.series[item.series_count++] = item.so_far;
		/* Of the running cycle until one is over. */
		if (cycle < adopting->running || adopting->running == 0) {
			item.n = adopters.teams;
			item.passing = adopters.passing;
			item.in_rhythm = adopters.in_rhythm;
			item.traded_off = adopters.traded_off;
		}
	}
	out->items = arena_grow(adopting->arena, out->items, out->count, sizeof *out->items);
	out->items[out->count++] = item;
}

enum status
adoption_read(struct programme *programme, bool by_wave, struct arena *arena,
	struct measures_report *out, struct error *error)
{
	struct adopting adopting = { .rows = rows_open(programme, NULL, error),
		.arena = arena,
		.rhythm_percent = (int)store_setting(programme->store, "check_ins_held_percent") };
	int last = -1;

	read_cycles(&adopting);
	if (adopting.running >= 0) {
		read_teams(&adopting);
		read_reviews(&adopting);
		read_sacrifices(&adopting);
		read_check_ins(&adopting);
	}
	add_measure(&adopting, out, -1);
	/* Waves by their number: few, and in no order yet. */
	for (int wave = 0; by_wave && wave <= 99; wave++)
		for (size_t i = 0; i < adopting.count && last < wave; i++)
			if (adopting.teams[i].wave == wave) {
				add_measure(&adopting, out, wave);
				last = wave;
			}
	return rows_close(&adopting.rows);
}
