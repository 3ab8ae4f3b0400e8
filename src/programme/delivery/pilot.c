/* SPDX-License-Identifier: MIT */
/* Reads what the pilot has proven and taught; whether that is enough, P2 and P3 say. */
#include "rollout/programme/pilot.h"

#include <string.h>

#include "programme/document/document.h"

struct reading {
	struct programme *programme;
	struct arena *arena;
	struct pilot_report *out;
	int64_t phase;
	size_t space;
};

static const char *
text_of(const struct reading *reading, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(reading->arena, value->text, value->length)
					 : NULL;
}

static enum status
take_phase(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (record_is(record, "name", "pilot"))
		reading->phase = record->id;
	return STATUS_OK;
}

static struct pilot_lesson *
add_lesson(struct reading *reading)
{
	struct pilot_report *out = reading->out;
	struct pilot_lesson *bigger;

	if (out->lesson_count == reading->space) {
		reading->space = reading->space > 0 ? reading->space * 2 : 8;
		bigger = arena_alloc(reading->arena, reading->space * sizeof *bigger);
		if (out->lesson_count > 0)
			memcpy(bigger, out->lessons, out->lesson_count * sizeof *bigger);
		out->lessons = bigger;
	}
	return &out->lessons[out->lesson_count++];
}

static enum status
take_lesson(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	int64_t phase = record_number(record, "phase");
	char identifier[RECORD_ID_SIZE];
	struct pilot_lesson *lesson;

	(void)error;
	if (phase != 0 && phase != reading->phase)
		return STATUS_OK;
	record_identify(record, identifier);
	lesson = add_lesson(reading);
	*lesson = (struct pilot_lesson){ .id = record->id,
		.identifier = arena_copy(reading->arena, identifier, strlen(identifier)),
		.win = record_is(record, "kind", "win"),
		.text = text_of(reading, record, "text"),
		.change = text_of(reading, record, "change"),
		.applied_on = text_of(reading, record, "applied_on") };
	reading->out->changes += !lesson->win && lesson->change && lesson->applied_on ? 1 : 0;
	return STATUS_OK;
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

static enum status
read_gate(struct reading *reading, struct error *error)
{
	const struct schedule *schedule;
	enum status status = milestone_now_read(reading->programme, &schedule, error);
	int64_t gate = status == STATUS_OK ? find_gate(schedule, reading->phase) : 0;

	milestone_now_release(schedule);
	if (gate == 0)
		return status;
	reading->out->gate = programme_identifier(
		reading->programme, type_find("milestone"), gate, reading->arena);
	return programme_proof(
		reading->programme, gate, reading->arena, &reading->out->proof, error);
}

enum status
programme_pilot(struct programme *programme, struct arena *arena, struct pilot_report *out,
	struct error *error)
{
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	struct query phases = { .type = type_find("phase") };
	struct query lessons = { .type = type_find("lesson") };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct pilot_report){ 0 };
	if (status != STATUS_OK)
		return status;
	lessons.order = type_field_index(lessons.type, "on") + 1;
	status = programme_each(programme, &phases, take_phase, &reading, error);
	if (status == STATUS_OK && reading.phase != 0)
		status = read_gate(&reading, error);
	if (status == STATUS_OK)
		status = programme_each(programme, &lessons, take_lesson, &reading, error);
	store_end_read(programme->store);
	return status;
}
