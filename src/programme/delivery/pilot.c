/* SPDX-License-Identifier: MIT */
/* Reads what the pilot has proven and taught; whether that is enough, P2 and P3 say. */
#include "rollout/programme/pilot.h"

#include "programme/document/document.h"

struct reading {
	struct rows rows;
	struct arena *arena;
	struct pilot_report *out;
	int64_t phase; /* 0: there is none */
};

static void
find_phase(struct reading *reading)
{
	struct record record;

	rows_where(&reading->rows, "phase", "name", value_text("pilot"), NULL);
	while (rows_next(&reading->rows, &record))
		reading->phase = record.id;
}

static void
read_lessons(struct reading *reading)
{
	struct pilot_report *out = reading->out;
	struct arena *arena = reading->arena;
	struct record record;

	rows_of(&reading->rows, "lesson", "on");
	while (rows_next(&reading->rows, &record)) {
		int64_t phase = record_number(&record, "phase");
		struct pilot_lesson *lesson;

		if (phase != 0 && phase != reading->phase)
			continue;
		out->lessons =
			arena_grow(arena, out->lessons, out->lesson_count, sizeof *out->lessons);
		lesson = &out->lessons[out->lesson_count++];
		*lesson = (struct pilot_lesson){ .id = record.id,
			.identifier = record_identifier(&record, arena),
			.win = record_is(&record, "kind", "win"),
			.text = record_copy_text(&record, "text", arena),
			.change = record_copy_text(&record, "change", arena),
			.applied_on = record_copy_text(&record, "applied_on", arena) };
		out->changes += !lesson->win && lesson->change && lesson->applied_on;
	}
}

/* The gate that ends it is the one expected last; one without a date comes first. */
static int64_t
find_gate(const struct schedule *schedule, int64_t phase)
{
	const struct milestone_now *gate = NULL;

	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		if (item->gate && item->phase == phase &&
			(!gate || item->dates.expected >= gate->dates.expected))
			gate = item;
	}
	return gate ? gate->id : 0;
}

static void
read_gate(struct reading *reading)
{
	struct programme *programme = reading->rows.programme;
	struct rows *rows = &reading->rows;
	const struct schedule *schedule = NULL;
	int64_t gate = 0;

	if (reading->phase == 0 || rows->status != STATUS_OK)
		return;
	rows->status = milestone_now_read(programme, &schedule, rows->error);
	if (rows->status == STATUS_OK)
		gate = find_gate(schedule, reading->phase);
	milestone_now_release(schedule);
	if (gate == 0)
		return;
	reading->out->gate =
		programme_identifier(programme, type_find("milestone"), gate, reading->arena);
	rows->status =
		programme_proof(programme, gate, reading->arena, &reading->out->proof, rows->error);
}

enum status
programme_pilot(struct programme *programme, struct arena *arena, struct pilot_report *out,
	struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out, 0 };

	*out = (struct pilot_report){ 0 };
	find_phase(&reading);
	read_gate(&reading);
	read_lessons(&reading);
	return rows_close(&reading.rows);
}
