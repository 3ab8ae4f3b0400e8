/* SPDX-License-Identifier: MIT */
/*
 * Reads the waves and works out when each launches. What stands behind a gate moves with it, so
 * that nobody has to move a wave by hand.
 */
#include "rollout/programme/wave_now.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/rules/roadmap_draft.h"
#include "waves_kept.h"

struct reading {
	struct rows rows;
	struct arena *arena;
	struct waves_report *out;
	const struct schedule *schedule;
	day programme_launch;
};

static void
read_gate(struct reading *reading, struct wave_now *wave)
{
	const struct milestone_now *gate;
	struct record record;

	wave->passed = wave->gate == 0;
	if (wave->gate == 0 ||
		!rows_get(&reading->rows, "milestone", wave->gate, reading->arena, &record))
		return;
	gate = reading->schedule ? milestone_now_find(reading->schedule, wave->gate) : NULL;
	wave->gate_title = record_text(&record, "title");
	wave->gate_on = gate ? gate->dates.expected : NO_DAY;
	wave->passed = gate && gate->gate ? !milestone_now_is_shut(reading->schedule, gate)
					  : record_is(&record, "state", "accepted");
}

static day
find_launch(struct reading *reading, const struct wave_now *wave)
{
	const struct workdays *workdays;

	if (wave->launched_on != NO_DAY)
		return wave->launched_on;
	if (wave->number == 0 && reading->programme_launch != NO_DAY)
		return reading->programme_launch;
	if (wave->planned != NO_DAY || wave->gate_on == NO_DAY || reading->rows.status != STATUS_OK)
		return wave->planned;
	reading->rows.status =
		working_days_get(reading->rows.programme, &workdays, reading->rows.error);
	return reading->rows.status == STATUS_OK
		       ? roadmap_draft_monday(workdays, wave->gate_on + DRAFT_WAVE_LEAD)
		       : NO_DAY;
}

static void
add_wave(struct reading *reading, const struct record *record)
{
	struct waves_report *out = reading->out;

	out->waves = arena_grow(reading->arena, out->waves, out->count, sizeof *out->waves);
	out->waves[out->count++] = (struct wave_now){ .id = record->id,
		.gate = record_number(record, "gate"),
		.number = (int)record_number(record, "number"),
		.identifier = record_identifier(record, reading->arena),
		.name = record_copy_text(record, "name", reading->arena),
		.gate_on = NO_DAY,
		.planned = record_date(record, "launches_on"),
		.launched_on = record_date(record, "launched_on"),
		.launches_on = NO_DAY };
}

/* The pilot launches with the programme also where nobody has made it a wave. */
static void
add_pilot(struct reading *reading)
{
	struct waves_report *out = reading->out;
	const struct wave_now pilot = { .identifier = "",
		.gate_on = NO_DAY,
		.planned = NO_DAY,
		.launched_on = NO_DAY,
		.launches_on = NO_DAY };

	if (reading->programme_launch == NO_DAY || (out->count > 0 && out->waves[0].number == 0))
		return;
	out->waves = arena_grow(reading->arena, out->waves, out->count, sizeof *out->waves);
	memmove(out->waves + 1, out->waves, out->count * sizeof *out->waves);
	out->waves[0] = pilot;
	out->count++;
}

enum status
programme_waves(struct programme *programme, struct arena *arena, struct waves_report *out,
	struct error *error)
{
	struct reading reading = { .rows = rows_open(programme, NULL, error),
		.arena = arena,
		.out = out,
		.programme_launch = NO_DAY };
	struct error circle = { 0 };
	struct record record;

	*out = (struct waves_report){ .newest = -1 };
	rows_of(&reading.rows, "programme", NULL);
	while (rows_next(&reading.rows, &record))
		reading.programme_launch = record_date(&record, "launches_on");
	rows_of(&reading.rows, "wave", "number");
	while (rows_next(&reading.rows, &record))
		add_wave(&reading, &record);
	add_pilot(&reading);
	/* A circle has no expected dates, and rule M6 says so. */
	if (reading.rows.status == STATUS_OK && out->count > 0 &&
		milestone_now_read(programme, &reading.schedule, &circle) != STATUS_OK)
		reading.schedule = NULL;
	for (size_t i = 0; i < out->count && reading.rows.status == STATUS_OK; i++) {
		struct wave_now *wave = &out->waves[i];

		read_gate(&reading, wave);
		wave->launches_on = find_launch(&reading, wave);
		wave->launched = wave->launches_on != NO_DAY && wave->passed &&
				 wave->launches_on <= programme->today;
		if (wave->launched && wave->number > out->newest)
			out->newest = wave->number;
	}
	milestone_now_release(reading.schedule);
	return rows_close(&reading.rows);
}

const struct wave_now *
waves_find(const struct waves_report *report, int number)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->waves[i].number == number)
			return &report->waves[i];
	return NULL;
}
