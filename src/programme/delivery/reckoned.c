/* SPDX-License-Identifier: MIT */
/*
 * The schedule's forecasts as the rule book asks for them: forecast('milestone', id) is F(m) of
 * product.md 3. What was reckoned last is kept until somebody writes; where there is nothing, a
 * rule that asks has it reckoned: asking about one milestone after the other costs one schedule.
 * Must not judge: the rules do.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

static int
compare_ids(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct reckoned *)item)->id;

	return (id > other) - (id < other);
}

static bool
is_known(const struct forecasts *forecasts, const struct edition *now)
{
	const struct edition *then = &forecasts->edition;

	return forecasts->items && then->by_others == now->by_others && then->by_us == now->by_us &&
	       then->taken_back == now->taken_back;
}

void
forecasts_take(struct programme *programme, const struct schedule_report *schedule)
{
	struct forecasts *forecasts = &programme->forecasts;

	free(forecasts->items);
	forecasts->edition = store_edition(programme->store);
	forecasts->count = schedule->count;
	forecasts->items = memory_new(schedule->count + 1, sizeof *forecasts->items);
	for (size_t i = 0; i < schedule->count; i++)
		forecasts->items[i] = (struct reckoned){ schedule->milestones[i].id,
			schedule->milestones[i].dates.forecast };
}

static enum status
prepare(void *context, struct error *error)
{
	struct programme *programme = context;
	struct arena arena = { 0 };
	struct schedule_report schedule;
	struct edition now = store_edition(programme->store);
	enum status status;

	if (is_known(&programme->forecasts, &now))
		return STATUS_OK;
	status = programme_schedule(programme, &arena, &schedule, error);
	/* A circle has no forecasts, and rule M6 says so: rules go by what was entered. */
	if (status == STATUS_INVALID) {
		schedule.count = 0;
		forecasts_take(programme, &schedule);
		status = STATUS_OK;
	}
	arena_clear(&arena);
	return status;
}

static bool
find(void *context, int64_t id, day *out)
{
	const struct forecasts *forecasts = &((const struct programme *)context)->forecasts;
	const struct reckoned *item = bsearch(
		&id, forecasts->items, forecasts->count, sizeof *forecasts->items, compare_ids);

	if (item)
		*out = item->on;
	return item != NULL;
}

enum status
forecasts_offer(struct programme *programme, struct error *error)
{
	programme->forecasts.reckoner = (struct reckoner){ "forecast", prepare, find, programme };
	return rulebook_add_reckoner(programme->store, &programme->forecasts.reckoner, error);
}
