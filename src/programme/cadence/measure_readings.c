/* SPDX-License-Identifier: MIT */
/*
 * Reads what each window says of the five measures. The counting is done by the tables of
 * data/facts/measures.sql, which the signals read as well.
 */
#include <stdio.h>
#include <string.h>

#include "programme/cadence/measures.h"
#include "programme/document/document.h"
#include "rollout/rules/survival.h"

/* A part of a whole, whether it is beyond chance, and how long was waited; see take_row(). */
static const char *const selects[MEASURE_KINDS] = {
	[MEASURE_PARTICIPATION] =
		"sum(\"there\") AS \"part\", sum(\"invited\") AS \"whole\", "
		"is_below(sum(\"there\"), sum(\"invited\"), setting('participation_low_percent')) "
		"AS \"beyond\", NULL AS \"waits\" FROM \"taken_part\"",
	[MEASURE_RESPONSE] =
		"sum(\"open\") AS \"part\", count(*) AS \"whole\", NULL AS \"beyond\", "
		"group_concat(\"days\" || iif(\"open\", '+', ''), ' ') AS \"waits\" FROM "
		"\"waited\"",
	[MEASURE_BLOCKERS] = "count(*) AS \"part\", count(*) AS \"whole\", NULL AS \"beyond\", "
			     "NULL AS \"waits\" FROM \"hindrance\"",
	[MEASURE_DECISION_CHANGE] =
		"sum(\"changed\") AS \"part\", count(*) AS \"whole\", NULL AS \"beyond\", "
		"NULL AS \"waits\" FROM \"decided\"",
};

/* How each is cut: the column, and whether the table has it. */
static const char *const cut_columns[] = {
	[MEASURE_WHOLE] = "''",
	[MEASURE_BY_FORUM] = "\"forum\"",
	[MEASURE_BY_TEAM] = "\"team\"",
	[MEASURE_BY_GROUP] = "\"group\"",
};

static bool
is_cut_by(enum measure_kind kind, enum measure_cut by)
{
	return by <= MEASURE_BY_GROUP && selects[kind] &&
	       (kind != MEASURE_BLOCKERS || by == MEASURE_WHOLE || by == MEASURE_BY_TEAM);
}

struct measure_series *
measuring_series(
	struct measuring *measuring, unsigned kind, unsigned by, int64_t id, const char *of)
{
	struct measure_series *series;
	size_t size = (size_t)measuring->windows * sizeof *series->readings;

	for (size_t i = measuring->count; i > 0; i--) {
		series = &measuring->series[i - 1];
		if (series->kind == kind && series->by == by && series->id == id &&
			strcmp(series->of, of) == 0)
			return series;
	}
	measuring->series = arena_grow(
		measuring->arena, measuring->series, measuring->count, sizeof *measuring->series);
	series = &measuring->series[measuring->count++];
	*series = (struct measure_series){ .kind = kind,
		.by = by,
		.id = id,
		.of = arena_copy(measuring->arena, of, strlen(of)),
		.readings = arena_alloc(measuring->arena, size) };
	/* A window without blockers is a reading, too. */
	for (int i = 0; i < measuring->windows; i++)
		series->readings[i] = (struct measure_reading){
			.value = kind == MEASURE_BLOCKERS ? 0 : MEASURE_NONE
		};
	return series;
}

static int
percent_of(int64_t part, int64_t whole)
{
	return whole > 0 ? (int)((part * 10000 + whole / 2) / whole) : MEASURE_NONE;
}

static void
take_row(struct measuring *measuring, unsigned kind, unsigned by, const struct value *columns)
{
	bool word = columns[1].kind == VALUE_TEXT;
	int window = (int)columns[0].integer;
	struct measure_reading *reading;
	int64_t part = columns[2].integer, whole = columns[3].integer;

	if (window < 0 || window >= measuring->windows)
		return;
	reading = &measuring_series(
		measuring, kind, by, word ? 0 : columns[1].integer, word ? columns[1].text : "")
			   ->readings[window];
	reading->n = (int)whole;
	reading->beyond_chance = columns[4].integer != 0;
	if (kind == MEASURE_BLOCKERS) {
		reading->value = 100 * (int)whole;
	} else if (kind == MEASURE_RESPONSE) {
		reading->open = (int)part;
		reading->value = columns[5].kind == VALUE_INTEGER ? 100 * (int)columns[5].integer
								  : MEASURE_NONE;
		reading->p85 =
			columns[6].kind == VALUE_INTEGER ? (int)columns[6].integer : MEASURE_NONE;
	} else {
		reading->value = percent_of(part, whole);
	}
}

static void
read_kind(struct measuring *measuring, struct rows *rows, unsigned kind, unsigned by)
{
	struct value columns[FACT_COLUMNS_MAX];
	const char *of = cut_columns[by];
	const char *select = arena_format(measuring->arena,
		"SELECT \"n\", \"of\", \"part\", \"whole\", coalesce(\"beyond\", "
		"is_slow(\"waits\", setting('decision_sla_days'))), waited_days(\"waits\", 50), "
		"waited_days(\"waits\", 85) FROM (SELECT \"n\", %s AS \"of\", %s WHERE %s IS NOT "
		"NULL GROUP BY \"n\", %s)",
		of, selects[kind], of, of);

	rows_facts(rows, "measures", select, measuring->programme->today);
	while (rows_next_fact(rows, columns))
		take_row(measuring, kind, by, columns);
}

static void
read_sentiment(struct measuring *measuring, unsigned by)
{
	const char *word = measure_cut_name(by);

	for (size_t i = 0; i < measuring->pulses->count; i++) {
		const struct pulse_cut *cut = &measuring->pulses->cuts[i];
		struct measure_series *series;
		struct measure_reading *reading;
		int64_t id = 0;

		if (strcmp(cut->by, word) != 0)
			continue;
		if (by == MEASURE_BY_TEAM)
			(void)sscanf(cut->of, "%lld", (long long *)&id);
		series = measuring_series(
			measuring, MEASURE_SENTIMENT, by, id, by == MEASURE_BY_TEAM ? "" : cut->of);
		series->hidden = cut->window == measuring->windows - 2 && !cut->shown;
		if (!cut->shown)
			continue;
		reading = &series->readings[cut->window];
		reading->value = (int)(pulses_mean(cut->scores) * 100 + 0.5);
		reading->n = cut->answers;
		reading->scores = cut->scores;
	}
}

enum status
measuring_read(struct measuring *measuring, enum measure_cut by, struct error *error)
{
	struct rows rows = rows_open(measuring->programme, NULL, error);

	for (unsigned kind = 0; kind < MEASURE_KINDS && measuring->windows > 0; kind++) {
		if (by == MEASURE_WHOLE && kind != MEASURE_ADOPTION)
			(void)measuring_series(measuring, kind, by, 0, "");
		if (kind == MEASURE_SENTIMENT && by != MEASURE_BY_FORUM && by != MEASURE_BY_WAVE)
			read_sentiment(measuring, by);
		if (is_cut_by(kind, by))
			read_kind(measuring, &rows, kind, by);
	}
	return rows_close(&rows);
}
