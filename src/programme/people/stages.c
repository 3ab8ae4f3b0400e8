/* SPDX-License-Identifier: MIT */
/* Reads where each wave is; see stages.h. */
#include "rollout/programme/stages.h"

#include <string.h>

#include "programme/document/document.h"

/* Its place among the stages. */
static int
stage_index(const struct value *value)
{
	const struct type *type = type_find("engagement");
	const struct choice *choices = type->fields[type_field_index(type, "stage")].choices;

	for (int i = 0; i < ENGAGEMENT_STAGES; i++)
		if (value->kind == VALUE_TEXT && strcmp(choices[i].name, value->text) == 0)
			return i;
	return STAGE_UNKNOWN;
}

static day
day_of(const struct value *value)
{
	day date = NO_DAY;

	if (value->kind != VALUE_TEXT || !date_parse(value->text, &date))
		return NO_DAY;
	return date;
}

static void
add_wave(struct stages_report *out, const struct value *columns)
{
	if (out->count < STAGES_WAVES_MAX)
		out->waves[out->count++] = (struct wave_stages){ .wave = (int)columns[0].integer,
			.teams = columns[1].integer,
			.stage = stage_index(&columns[2]),
			.launches_on = day_of(&columns[3]),
			.settles_on = day_of(&columns[4]),
			.repeats_on = day_of(&columns[5]) };
}

/* A wave of its own only for those that belong to none. */
static void
add_actions(struct stages_report *out, const struct value *columns)
{
	int wave = columns[0].kind == VALUE_INTEGER ? (int)columns[0].integer : NO_WAVE;
	int stage = stage_index(&columns[1]), at = 0;

	while (at < out->count && out->waves[at].wave != wave)
		at++;
	if (at == STAGES_WAVES_MAX || stage == STAGE_UNKNOWN)
		return;
	if (at == out->count)
		out->waves[out->count++] = (struct wave_stages){ .wave = wave,
			.stage = STAGE_UNKNOWN,
			.launches_on = NO_DAY,
			.settles_on = NO_DAY,
			.repeats_on = NO_DAY };
	out->waves[at].cells[stage] = (struct stage_cell){ .done = columns[3].integer,
		.due = columns[4].integer,
		.open = columns[2].integer - columns[3].integer - columns[4].integer };
}

enum status
programme_stages(struct programme *programme, struct stages_report *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	out->count = 0;
	rows_facts(&rows, "people",
		"SELECT \"wave\", \"teams\", \"stage\", \"launches_on\", \"settles_on\", "
		"\"repeats_on\" FROM \"wave_stage\" ORDER BY 1",
		programme->today);
	while (rows_next_fact(&rows, columns))
		add_wave(out, columns);
	rows_facts(&rows, "people",
		"SELECT \"wave\", \"stage\", \"actions\", \"done\", \"due\" FROM "
		"\"wave_actions\" ORDER BY 1",
		programme->today);
	while (rows_next_fact(&rows, columns))
		add_actions(out, columns);
	return rows_close(&rows);
}
