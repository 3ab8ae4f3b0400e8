/* SPDX-License-Identifier: MIT */
/*
 * Gathers what the schedule is reckoned from: milestones, phases, dependencies, holidays and
 * baselines, each read once. Must not reckon itself.
 */
#include "rollout/programme/schedule.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

/* A day that belongs to a record: the start of a phase, the date of a milestone in a baseline. */
struct dated {
	int64_t id;
	day on;
};

struct gathering {
	struct programme *programme;
	struct arena *arena;
	struct schedule_report *report;
	size_t space, link_space;
	day origin; /* the programme's start */
	struct dated *phases;
	size_t phase_count, phase_space;
	day *holidays;
	size_t holiday_count, holiday_space;
	int64_t baseline; /* the oldest; 0: none */
};

static day
date_of(const struct record *record, const char *field)
{
	day out;

	return record_day(record, field, &out) ? out : NO_DAY;
}

static enum status
take_programme(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;

	(void)error;
	if (date_of(record, "starts_on") != NO_DAY)
		gathering->origin = date_of(record, "starts_on");
	return STATUS_OK;
}

static enum status
take_phase(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;

	(void)error;
	if (gathering->phase_count == gathering->phase_space) {
		gathering->phase_space =
			gathering->phase_space > 0 ? gathering->phase_space * 2 : 8;
		gathering->phases = memory_resize(
			gathering->phases, gathering->phase_space, sizeof *gathering->phases);
	}
	gathering->phases[gathering->phase_count++] =
		(struct dated){ record->id, date_of(record, "starts_on") };
	return STATUS_OK;
}

static enum status
take_holiday(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;

	(void)error;
	if (gathering->holiday_count == gathering->holiday_space) {
		gathering->holiday_space =
			gathering->holiday_space > 0 ? gathering->holiday_space * 2 : 32;
		gathering->holidays = memory_resize(
			gathering->holidays, gathering->holiday_space, sizeof *gathering->holidays);
	}
	gathering->holidays[gathering->holiday_count++] = date_of(record, "on");
	return STATUS_OK;
}

static day
start_of(const struct gathering *gathering, int64_t phase)
{
	for (size_t i = 0; i < gathering->phase_count; i++)
		if (gathering->phases[i].id == phase && gathering->phases[i].on != NO_DAY)
			return gathering->phases[i].on;
	return gathering->origin;
}

static struct scheduled *
grow(struct gathering *gathering)
{
	struct schedule_report *report = gathering->report;

	if (report->count == gathering->space) {
		gathering->space = gathering->space > 0 ? gathering->space * 2 : 64;
		report->milestones = memory_resize(
			report->milestones, gathering->space, sizeof *report->milestones);
	}
	return &report->milestones[report->count++];
}

static enum status
take_milestone(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	const struct value *title = record_get(record, "title");
	struct scheduled *item;
	char identifier[RECORD_ID_SIZE];

	(void)error;
	if (record_is(record, "state", "dropped"))
		return STATUS_OK;
	item = grow(gathering);
	record_identify(record, identifier);
	*item = (struct scheduled){ .id = record->id,
		.identifier = arena_copy(gathering->arena, identifier, strlen(identifier)),
		.title = arena_copy(gathering->arena, title->text, title->length),
		.owner = record_number(record, "owner"),
		.phase = record_number(record, "phase"),
		.slice = record_number(record, "slice"),
		.workstream = record_number(record, "workstream"),
		.gate = record_is(record, "kind", "gate"),
		.baseline = date_of(record, "baseline_on"),
		.current_baseline = date_of(record, "baseline_on"),
		.entered = date_of(record, "forecast_on"),
		.likely_late = record_get(record, "likely_late_days")->kind == VALUE_NONE
				       ? -1
				       : (int)record_number(record, "likely_late_days") };
	item->dates = (struct schedule_item){
		.earliest = start_of(gathering, item->phase),
		.entered = item->entered,
		.actual = date_of(record, "actual_on"),
		.work_days = (int)record_number(record, "work_days"),
		.accepted = record_is(record, "state", "accepted"),
	};
	return STATUS_OK;
}

static int
compare_ids(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct scheduled *)item)->id;

	return (id > other) - (id < other);
}

const struct scheduled *
schedule_find(const struct schedule_report *report, int64_t milestone)
{
	return report->count > 0 ? bsearch(&milestone, report->milestones, report->count,
					   sizeof *report->milestones, compare_ids)
				 : NULL;
}

static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct schedule_report *report = gathering->report;
	const struct scheduled *from = schedule_find(report, record_number(record, "from"));
	const struct scheduled *to = schedule_find(report, record_number(record, "to"));

	(void)error;
	if (!from || !to)
		return STATUS_OK;
	if (report->link_count == gathering->link_space) {
		gathering->link_space = gathering->link_space > 0 ? gathering->link_space * 2 : 64;
		report->links =
			memory_resize(report->links, gathering->link_space, sizeof *report->links);
	}
	report->links[report->link_count++] =
		(struct schedule_link){ (int32_t)(from - report->milestones),
			(int32_t)(to - report->milestones),
			(int32_t)record_number(record, "lag_days") };
	return STATUS_OK;
}

static enum status
take_baseline(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;

	(void)error;
	gathering->baseline = record->id;
	return STATUS_OK;
}

/* Rows come from the oldest baseline to the newest: the first that holds the milestone stays the
 * first promise, the last is the current one. */
static enum status
take_baseline_date(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct scheduled *item = (struct scheduled *)(uintptr_t)schedule_find(
		gathering->report, record_number(record, "milestone"));

	(void)error;
	if (!item)
		return STATUS_OK;
	if (item->baseline == NO_DAY)
		item->baseline = date_of(record, "date");
	item->current_baseline = date_of(record, "date");
	return STATUS_OK;
}

/* What is read of the types that have very many records. */
static const char *const milestone_fields[] = { "key", "title", "kind", "workstream", "phase",
	"slice", "owner", "baseline_on", "forecast_on", "actual_on", "work_days",
	"likely_late_days", "state", NULL };
static const char *const link_fields[] = { "from", "to", "lag_days", NULL };

static enum status
each(struct gathering *gathering, const char *type, const char *const *fields,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	query.only = fields ? type_field_bits(query.type, fields) : 0;
	return programme_each(gathering->programme, &query, take, gathering, error);
}

/* The oldest baseline's rows, then those of the next. */
static enum status
each_baseline(struct gathering *gathering, struct error *error)
{
	const struct type *type = type_find("baseline"), *row = type_find("baseline_date");
	struct query query = {
		.type = type, .order = type_field_index(type, "on") + 1, .limit = 1
	};
	enum status status;

	for (;;) {
		struct query rows = { .type = row, .condition_count = 1 };

		gathering->baseline = 0;
		status = programme_each(
			gathering->programme, &query, take_baseline, gathering, error);
		if (status != STATUS_OK || gathering->baseline == 0)
			return status;
		rows.conditions[0] = (struct condition){ type_field_index(row, "baseline"),
			COMPARE_EQUAL, value_integer(gathering->baseline) };
		status = programme_each(
			gathering->programme, &rows, take_baseline_date, gathering, error);
		if (status != STATUS_OK)
			return status;
		query.after = gathering->baseline;
	}
}

static void
reckon_slips(struct schedule_report *report)
{
	report->ends_on = NO_DAY;
	for (size_t i = 0; i < report->count; i++) {
		struct scheduled *item = &report->milestones[i];

		if (item->baseline != NO_DAY)
			item->slip = item->dates.forecast - item->baseline;
		if (item->current_baseline == NO_DAY)
			item->current_baseline = item->baseline;
		if (item->current_baseline != NO_DAY)
			item->current_slip = item->dates.forecast - item->current_baseline;
		if (item->dates.forecast > report->ends_on)
			report->ends_on = item->dates.forecast;
	}
}

/* Into arrays side by side for the algorithm, and back. */
static enum status
reckon(struct gathering *gathering, struct error *error)
{
	struct schedule_report *report = gathering->report;
	struct schedule_item *items = memory_new(report->count + 1, sizeof *items);
	struct workdays workdays;
	bool whole;

	workdays_init(&workdays, gathering->holidays, gathering->holiday_count);
	for (size_t i = 0; i < report->count; i++)
		items[i] = report->milestones[i].dates;
	whole = schedule_reckon(items, report->count, report->links, report->link_count, &workdays);
	for (size_t i = 0; i < report->count; i++)
		report->milestones[i].dates = items[i];
	free(items);
	if (!whole)
		return circles_check(gathering->programme, type_find("dependency"), error);
	reckon_slips(report);
	return STATUS_OK;
}

/* What grew by doubling moves into the arena. */
static void
settle(struct gathering *gathering)
{
	struct schedule_report *report = gathering->report;
	struct scheduled *milestones =
		arena_alloc(gathering->arena, (report->count + 1) * sizeof *milestones);
	struct schedule_link *links =
		arena_alloc(gathering->arena, (report->link_count + 1) * sizeof *links);

	if (report->count > 0)
		memcpy(milestones, report->milestones, report->count * sizeof *milestones);
	if (report->link_count > 0)
		memcpy(links, report->links, report->link_count * sizeof *links);
	free(report->milestones);
	free(report->links);
	free(gathering->phases);
	free(gathering->holidays);
	report->milestones = milestones;
	report->links = links;
}

enum status
programme_schedule(struct programme *programme, struct arena *arena, struct schedule_report *out,
	struct error *error)
{
	struct gathering gathering = {
		.programme = programme, .arena = arena, .report = out, .origin = programme->today
	};
	enum status status = store_begin_read(programme->store, error);

	*out = (struct schedule_report){ .ends_on = NO_DAY };
	if (status != STATUS_OK)
		return status;
	status = each(&gathering, "programme", NULL, take_programme, error);
	if (status == STATUS_OK)
		status = each(&gathering, "phase", NULL, take_phase, error);
	if (status == STATUS_OK)
		status = each(&gathering, "holiday", NULL, take_holiday, error);
	if (status == STATUS_OK)
		status = each(&gathering, "milestone", milestone_fields, take_milestone, error);
	if (status == STATUS_OK)
		status = each(&gathering, "dependency", link_fields, take_link, error);
	if (status == STATUS_OK)
		status = each_baseline(&gathering, error);
	if (status == STATUS_OK)
		status = reckon(&gathering, error);
	settle(&gathering);
	if (status == STATUS_OK)
		forecasts_take(programme, out);
	store_end_read(programme->store);
	return status;
}

enum status
programme_reschedule(struct programme *programme, const struct schedule_report *there,
	const struct entered_forecast *entered, size_t count, struct arena *arena,
	struct schedule_report *out, struct error *error)
{
	struct gathering gathering = { .programme = programme, .arena = arena, .report = out };
	enum status status = each(&gathering, "holiday", NULL, take_holiday, error);

	*out = *there;
	out->milestones = arena_alloc(arena, (there->count + 1) * sizeof *out->milestones);
	if (there->count > 0)
		memcpy(out->milestones, there->milestones, there->count * sizeof *out->milestones);
	for (size_t i = 0; i < count; i++) {
		const struct scheduled *item = schedule_find(out, entered[i].milestone);

		if (item)
			out->milestones[item - out->milestones].entered =
				out->milestones[item - out->milestones].dates.entered =
					entered[i].on;
	}
	if (status == STATUS_OK)
		status = reckon(&gathering, error);
	free(gathering.holidays);
	return status;
}
