/* SPDX-License-Identifier: MIT */
/*
 * Reads what the schedule is computed from (milestones, phases, dependencies, baselines, each once)
 * and keeps what came out until the file or the day is another. Must not work out a date itself.
 */
#include "rollout/programme/milestone_now.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/gate.h"

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
	int32_t *gates; /* the shut one before each, once somebody asked; NULL: nobody has */
	int64_t *ids; /* theirs, side by side: who looks one up does not jump about */
	struct schedule_link *links; /* NULL: those of origin */
	struct arena texts;
	struct kept *origin; /* whose links and texts these are too; NULL: nobody's */
};

struct gathering {
	struct rows rows;
	struct kept *kept;
	day origin; /* the programme's start */
	struct dated *phases;
	size_t phase_count;
};

static void
read_frame(struct gathering *gathering)
{
	struct record record;

	rows_of(&gathering->rows, "programme", NULL);
	while (rows_next(&gathering->rows, &record))
		if (record_has(&record, "starts_on"))
			gathering->origin = record_date(&record, "starts_on");
	rows_of(&gathering->rows, "phase", NULL);
	while (rows_next(&gathering->rows, &record)) {
		gathering->phases = array_grow(
			gathering->phases, gathering->phase_count, sizeof *gathering->phases);
		gathering->phases[gathering->phase_count++] =
			(struct dated){ record.id, record_date(&record, "starts_on") };
	}
}

static day
start_of(const struct gathering *gathering, int64_t phase)
{
	for (size_t i = 0; i < gathering->phase_count; i++)
		if (gathering->phases[i].id == phase && gathering->phases[i].on != NO_DAY)
			return gathering->phases[i].on;
	return gathering->origin;
}

static int
number_or(const struct record *record, const char *field, int none)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_INTEGER ? (int)value->integer : none;
}

static void
add_milestone(struct gathering *gathering, const struct record *record)
{
	struct kept *kept = gathering->kept;
	struct milestone_now *item;

	kept->milestones =
		array_grow(kept->milestones, kept->schedule.count, sizeof *kept->milestones);
	kept->schedule.milestones = kept->milestones;
	kept->ids = array_grow(kept->ids, kept->schedule.count, sizeof *kept->ids);
	kept->ids[kept->schedule.count] = record->id;
	item = &kept->milestones[kept->schedule.count++];
	*item = (struct milestone_now){ .id = record->id,
		.identifier = record_identifier(record, &kept->texts),
		.title = record_copy_text(record, "title", &kept->texts),
		.owner = record_number(record, "owner"),
		.phase = record_number(record, "phase"),
		.slice = record_number(record, "slice"),
		.workstream = record_number(record, "workstream"),
		.gate = record_is(record, "kind", "gate"),
		.conditional = record_is(record, "settled", "go_with_conditions"),
		.condition_of = record_number(record, "condition_of"),
		.task = record_number(record, "parent") != 0 &&
			record_is(record, "kind", "delivery"),
		.claimed = record_is(record, "state", "claimed"),
		.likely_late = number_or(record, "likely_late_days", -1),
		.baseline = NO_DAY,
		.current_baseline = NO_DAY,
		.promised_on = NO_DAY,
		.unrecorded = record_date(record, "baseline_on") };
	item->dates = (struct schedule_item){
		.earliest = start_of(gathering, item->phase),
		.entered = record_date(record, "forecast_on"),
		.actual = record_date(record, "actual_on"),
		.work_days = number_or(record, "work_days", NO_WORK_DAYS),
		.accepted = record_is(record, "state", "accepted"),
	};
	item->dates.planned = !item->dates.accepted && !item->claimed &&
			      !record_is(record, "state", "in_progress");
}

/* Of types that have very many records only what is needed. */
static void
read_fields(struct gathering *gathering, const char *type, const char *const *fields)
{
	struct query query = query_of(type);

	query.only = type_field_bits(query.type, fields);
	rows_read(&gathering->rows, &query);
}

static void
read_milestones(struct gathering *gathering)
{
	static const char *const fields[] = { "key", "title", "kind", "workstream", "phase",
		"parent", "slice", "owner", "baseline_on", "forecast_on", "actual_on", "work_days",
		"likely_late_days", "state", "settled", "condition_of", NULL };
	struct record record;

	read_fields(gathering, "milestone", fields);
	while (rows_next(&gathering->rows, &record))
		if (!record_is(&record, "state", "dropped"))
			add_milestone(gathering, &record);
}

static struct milestone_now *
find_own(const struct kept *kept, int64_t milestone)
{
	size_t low = 0, high = kept->schedule.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (kept->ids[middle] < milestone)
			low = middle + 1;
		else
			high = middle;
	}
	return low < kept->schedule.count && kept->ids[low] == milestone ? &kept->milestones[low]
									 : NULL;
}

static struct kept *
kept_of(const struct schedule *schedule)
{
	return (struct kept *)(uintptr_t)schedule;
}

const struct milestone_now *
milestone_now_find(const struct schedule *schedule, int64_t milestone)
{
	return find_own(kept_of(schedule), milestone);
}

/* Whether it can be relied on: it has somebody and a day, and is not late. */
static bool
holds(const struct milestone_now *condition)
{
	return condition->dates.accepted ||
	       (condition->owner != 0 && condition->due != NO_DAY && !condition->late);
}

const struct milestone_now *
milestone_now_condition(
	const struct schedule *schedule, const struct milestone_now *gate, size_t *count)
{
	const struct milestone_now *failing = NULL;

	*count = 0;
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		if (item->condition_of != gate->id)
			continue;
		++*count;
		if (!failing && !holds(item))
			failing = item;
	}
	return failing;
}

bool
milestone_now_is_shut(const struct schedule *schedule, const struct milestone_now *gate)
{
	size_t conditions = 0;

	if (!gate->gate || gate->dates.accepted)
		return false;
	return !gate->conditional || milestone_now_condition(schedule, gate, &conditions) ||
	       conditions == 0;
}

static int32_t *
find_gates(const struct schedule *schedule)
{
	size_t count = schedule->count;
	struct schedule_item *items = memory_new(count + 1, sizeof *items);
	bool *shut = memory_new(count + 1, sizeof *shut);
	int32_t *gates = memory_new(count + 1, sizeof *gates);

	for (size_t i = 0; i < count; i++)
		shut[i] = milestone_now_is_shut(schedule, &schedule->milestones[i]);
	(void)gate_find(items, count, schedule->links, schedule->link_count, shut, gates);
	free(items);
	free(shut);
	return gates;
}

const struct milestone_now *
milestone_now_gate(const struct schedule *schedule, const struct milestone_now *item)
{
	struct kept *kept = kept_of(schedule);
	int32_t gate;

	if (!kept->gates)
		kept->gates = find_gates(schedule);
	gate = kept->gates[item - schedule->milestones];
	return gate == NO_GATE ? NULL : &schedule->milestones[gate];
}

static void
read_links(struct gathering *gathering)
{
	static const char *const fields[] = { "from", "to", "lag_days", NULL };
	struct kept *kept = gathering->kept;
	struct record record;

	read_fields(gathering, "dependency", fields);
	while (rows_next(&gathering->rows, &record)) {
		const struct milestone_now *from = find_own(kept, record_number(&record, "from"));
		const struct milestone_now *to = find_own(kept, record_number(&record, "to"));

		if (!from || !to)
			continue;
		kept->links =
			array_grow(kept->links, kept->schedule.link_count, sizeof *kept->links);
		kept->schedule.links = kept->links;
		kept->links[kept->schedule.link_count++] =
			(struct schedule_link){ (int32_t)(from - kept->milestones),
				(int32_t)(to - kept->milestones),
				(int32_t)record_number(&record, "lag_days") };
	}
}

/* From the oldest baseline to the newest: the first that has a date for a milestone stays the first
 * promise, the last is the current one. */
static void
read_baselines(struct gathering *gathering)
{
	struct rows *rows = &gathering->rows;
	struct query query = query_of("baseline");
	struct record record;
	day made_on;

	query_order_by(&query, "on");
	query.limit = 1;
	for (;;) {
		rows_read(rows, &query);
		if (!rows_next(rows, &record))
			return;
		query.after = record.id;
		made_on = record_date(&record, "on");
		rows_where(rows, "baseline_date", "baseline", value_integer(record.id), NULL);
		while (rows_next(rows, &record)) {
			struct milestone_now *item =
				find_own(gathering->kept, record_number(&record, "milestone"));
			day on = record_date(&record, "date");

			if (!item || on == NO_DAY)
				continue;
			if (item->baseline == NO_DAY) {
				item->baseline = on;
				item->promised_on = made_on;
			}
			item->current_baseline = on;
		}
	}
}

/* What a baseline promised last stands in the milestone, too. Anything else there is older than all
 * baselines: it was typed, drafted, or promised before they wrote it. */
static void
settle_promises(struct kept *kept)
{
	for (size_t i = 0; i < kept->schedule.count; i++) {
		struct milestone_now *item = &kept->milestones[i];

		if (item->unrecorded == item->current_baseline)
			item->unrecorded = NO_DAY;
		if (item->unrecorded == NO_DAY)
			continue;
		item->baseline = item->unrecorded;
		item->promised_on = NO_DAY;
		if (item->current_baseline == NO_DAY)
			item->current_baseline = item->unrecorded;
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

void
milestone_now_release(const struct schedule *schedule)
{
	struct kept *kept = kept_of(schedule);

	if (!kept || --kept->holders > 0)
		return;
	free(kept->milestones);
	free(kept->ids);
	free(kept->gates);
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
		.rows = rows_open(programme, NULL, error), .kept = kept, .origin = programme->today
	};
	enum status status;

	kept->holders = 1;
	read_frame(&gathering);
	read_milestones(&gathering);
	read_links(&gathering);
	read_baselines(&gathering);
	settle_promises(gathering.kept);
	status = rows_close(&gathering.rows);
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
	kept->ids = memory_new(there->count + 1, sizeof *kept->ids);
	if (there->count > 0) {
		memcpy(kept->milestones, there->milestones,
			there->count * sizeof *kept->milestones);
		memcpy(kept->ids, kept->origin->ids, there->count * sizeof *kept->ids);
	}
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
