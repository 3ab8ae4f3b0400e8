/* SPDX-License-Identifier: MIT */
/*
 * Reads what the schedule is computed from (milestones, phases, dependencies, baselines, each once)
 * and keeps what came out until the file or the day is another. Must not work out a date itself.
 */
#include "rollout/programme/milestone_now.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

/* A day that belongs to a record: the start of a phase. */
struct dated {
	int64_t id;
	day on;
};

/* A schedule with everything that it points to. */
struct kept {
	struct schedule schedule; /* first: what others see of it */
	int holders;
	bool whole; /* false: dependencies make a circle, and there are no expected dates */
	struct milestone_now *milestones; /* the schedule's own */
	struct schedule_link *links; /* NULL: those of origin */
	struct arena texts;
	struct kept *origin; /* whose links and texts these are too; NULL: nobody's */
};

struct gathering {
	struct programme *programme;
	struct kept *kept;
	size_t space, link_space;
	day origin; /* the programme's start */
	struct dated *phases;
	size_t phase_count, phase_space;
	int64_t baseline; /* whose dates are read; 0: there is none */
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

static day
start_of(const struct gathering *gathering, int64_t phase)
{
	for (size_t i = 0; i < gathering->phase_count; i++)
		if (gathering->phases[i].id == phase && gathering->phases[i].on != NO_DAY)
			return gathering->phases[i].on;
	return gathering->origin;
}

static struct milestone_now *
grow(struct gathering *gathering)
{
	struct kept *kept = gathering->kept;

	if (kept->schedule.count == gathering->space) {
		gathering->space = gathering->space > 0 ? gathering->space * 2 : 64;
		kept->milestones =
			memory_resize(kept->milestones, gathering->space, sizeof *kept->milestones);
		kept->schedule.milestones = kept->milestones;
	}
	return &kept->milestones[kept->schedule.count++];
}

static int
number_or(const struct record *record, const char *field, int none)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_INTEGER ? (int)value->integer : none;
}

static enum status
take_milestone(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct arena *texts = &gathering->kept->texts;
	const struct value *title = record_get(record, "title");
	struct milestone_now *item;
	char identifier[RECORD_ID_SIZE];

	(void)error;
	if (record_is(record, "state", "dropped"))
		return STATUS_OK;
	item = grow(gathering);
	record_identify(record, identifier);
	*item = (struct milestone_now){ .id = record->id,
		.identifier = arena_copy(texts, identifier, strlen(identifier)),
		.title = arena_copy(texts, title->text, title->length),
		.owner = record_number(record, "owner"),
		.phase = record_number(record, "phase"),
		.slice = record_number(record, "slice"),
		.workstream = record_number(record, "workstream"),
		.gate = record_is(record, "kind", "gate"),
		.claimed = record_is(record, "state", "claimed"),
		.likely_late = number_or(record, "likely_late_days", -1),
		.baseline = date_of(record, "baseline_on"),
		.current_baseline = date_of(record, "baseline_on") };
	item->dates = (struct schedule_item){
		.earliest = start_of(gathering, item->phase),
		.entered = date_of(record, "forecast_on"),
		.actual = date_of(record, "actual_on"),
		.work_days = number_or(record, "work_days", NO_WORK_DAYS),
		.accepted = record_is(record, "state", "accepted"),
	};
	item->dates.planned = !item->dates.accepted && !item->claimed &&
			      !record_is(record, "state", "in_progress");
	return STATUS_OK;
}

static int
compare_ids(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct milestone_now *)item)->id;

	return (id > other) - (id < other);
}

const struct milestone_now *
milestone_now_find(const struct schedule *schedule, int64_t milestone)
{
	return schedule->count > 0 ? bsearch(&milestone, schedule->milestones, schedule->count,
					     sizeof *schedule->milestones, compare_ids)
				   : NULL;
}

static struct milestone_now *
find_own(const struct kept *kept, int64_t milestone)
{
	const struct milestone_now *found = milestone_now_find(&kept->schedule, milestone);

	return found ? &kept->milestones[found - kept->milestones] : NULL;
}

static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct kept *kept = gathering->kept;
	const struct milestone_now *from = find_own(kept, record_number(record, "from"));
	const struct milestone_now *to = find_own(kept, record_number(record, "to"));

	(void)error;
	if (!from || !to)
		return STATUS_OK;
	if (kept->schedule.link_count == gathering->link_space) {
		gathering->link_space = gathering->link_space > 0 ? gathering->link_space * 2 : 64;
		kept->links =
			memory_resize(kept->links, gathering->link_space, sizeof *kept->links);
		kept->schedule.links = kept->links;
	}
	kept->links[kept->schedule.link_count++] =
		(struct schedule_link){ (int32_t)(from - kept->milestones),
			(int32_t)(to - kept->milestones),
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

/* Rows come from the oldest baseline to the newest: the first that has a date stays the first
 * promise, the last is the current one. */
static enum status
take_baseline_date(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct milestone_now *item = find_own(gathering->kept, record_number(record, "milestone"));
	day on = date_of(record, "date");

	(void)error;
	if (!item || on == NO_DAY)
		return STATUS_OK;
	if (item->baseline == NO_DAY)
		item->baseline = on;
	item->current_baseline = on;
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

/* What follows from the dates of each alone. */
static void
judge(struct kept *kept, day today)
{
	kept->schedule.ends_on = NO_DAY;
	for (size_t i = 0; i < kept->schedule.count; i++) {
		struct milestone_now *item = &kept->milestones[i];
		day expected = item->dates.expected;

		item->due = item->current_baseline != NO_DAY ? item->current_baseline
							     : item->dates.entered;
		item->late = !item->dates.accepted && item->due != NO_DAY && item->due < today;
		if (item->baseline != NO_DAY && expected != NO_DAY) {
			item->slip = expected - item->baseline;
			item->current_slip = expected - item->current_baseline;
		}
		if (expected > kept->schedule.ends_on)
			kept->schedule.ends_on = expected;
	}
}

static void
leave_undated(struct schedule_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct schedule_item *item = &items[i];

		item->ready = item->start = item->earliest;
		item->expected = item->by_plan = item->latest = NO_DAY;
		item->slack = 0;
		item->critical = false;
	}
}

/* Into an array side by side for the algorithm, and back. */
static enum status
compute(struct programme *programme, struct kept *kept, struct error *error)
{
	size_t count = kept->schedule.count;
	struct schedule_item *items;
	const struct workdays *workdays;
	enum status status = working_days_get(programme, &workdays, error);

	if (status != STATUS_OK)
		return status;
	items = memory_new(count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		items[i] = kept->milestones[i].dates;
		items[i].promised = kept->milestones[i].current_baseline;
	}
	kept->whole = critical_path_compute(items, count, kept->schedule.links,
		kept->schedule.link_count, workdays, programme->today);
	if (!kept->whole)
		leave_undated(items, count);
	for (size_t i = 0; i < count; i++)
		kept->milestones[i].dates = items[i];
	free(items);
	judge(kept, programme->today);
	return STATUS_OK;
}

static enum status
gather(struct gathering *gathering, struct error *error)
{
	enum status status = each(gathering, "programme", NULL, take_programme, error);

	if (status == STATUS_OK)
		status = each(gathering, "phase", NULL, take_phase, error);
	if (status == STATUS_OK)
		status = each(gathering, "milestone", milestone_fields, take_milestone, error);
	if (status == STATUS_OK)
		status = each(gathering, "dependency", link_fields, take_link, error);
	return status == STATUS_OK ? each_baseline(gathering, error) : status;
}

static struct kept *
kept_of(const struct schedule *schedule)
{
	return (struct kept *)(uintptr_t)schedule;
}

void
milestone_now_release(const struct schedule *schedule)
{
	struct kept *kept = kept_of(schedule);

	if (!kept || --kept->holders > 0)
		return;
	free(kept->milestones);
	free(kept->links);
	arena_clear(&kept->texts);
	milestone_now_release(kept->origin ? &kept->origin->schedule : NULL);
	free(kept);
}

void
milestone_now_keep(
	struct programme *programme, const struct schedule *schedule, struct edition edition)
{
	struct milestones_kept *place = &programme->milestones;

	kept_of(schedule)->holders++;
	milestone_now_release(place->schedule);
	place->schedule = schedule;
	place->edition = edition;
}

void
milestone_now_forget(struct programme *programme)
{
	milestone_now_release(programme->milestones.schedule);
	programme->milestones.schedule = NULL;
}

static enum status
read_anew(struct programme *programme, struct edition edition, struct error *error)
{
	struct kept *kept = memory_new(1, sizeof *kept);
	struct gathering gathering = {
		.programme = programme, .kept = kept, .origin = programme->today
	};
	enum status status = gather(&gathering, error);

	kept->holders = 1;
	if (status == STATUS_OK)
		status = compute(programme, kept, error);
	free(gathering.phases);
	if (status == STATUS_OK)
		milestone_now_keep(programme, &kept->schedule, edition);
	milestone_now_release(&kept->schedule);
	return status;
}

enum status
milestone_now_read(struct programme *programme, const struct schedule **out, struct error *error)
{
	struct milestones_kept *place = &programme->milestones;
	struct edition now;
	enum status status = store_begin_read(programme->store, error);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	now = store_edition(programme->store);
	if (!place->schedule || !edition_equal(&place->edition, &now))
		status = read_anew(programme, now, error);
	if (status == STATUS_OK && !kept_of(place->schedule)->whole)
		status = circles_check(programme, type_find("dependency"), error);
	else if (status == STATUS_OK) {
		*out = place->schedule;
		kept_of(*out)->holders++;
	}
	store_end_read(programme->store);
	return status;
}

enum status
milestone_now_with(struct programme *programme, const struct schedule *there,
	const struct entered_date *entered, size_t count, const struct schedule **out,
	struct error *error)
{
	struct kept *kept = memory_new(1, sizeof *kept);
	enum status status;

	*kept = (struct kept){ .schedule = *there, .holders = 1, .origin = kept_of(there) };
	kept->origin->holders++;
	kept->milestones = memory_new(there->count + 1, sizeof *kept->milestones);
	kept->schedule.milestones = kept->milestones;
	if (there->count > 0)
		memcpy(kept->milestones, there->milestones,
			there->count * sizeof *kept->milestones);
	for (size_t i = 0; i < count; i++) {
		struct milestone_now *item = find_own(kept, entered[i].milestone);

		if (item)
			item->dates.entered = entered[i].on;
	}
	status = compute(programme, kept, error);
	*out = &kept->schedule;
	if (status != STATUS_OK) {
		milestone_now_release(*out);
		*out = NULL;
	}
	return status;
}
