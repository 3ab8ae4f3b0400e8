/* SPDX-License-Identifier: MIT */
/*
 * What the schedule says of a milestone, as rules ask for it: milestone_now('expected', id) is F of
 * product.md 3, and so on. Asking about one milestone after the other costs one schedule.
 */
#include "programme/document/document.h"

enum milestone_fact { FACT_EXPECTED, FACT_BY_PLAN, FACT_READY, FACT_DUE, FACT_LATE, FACT_GATE };

static const char *const names[] = {
	[FACT_EXPECTED] = "expected", /* F */
	[FACT_BY_PLAN] = "by_plan", /* F, if nothing had waited for today */
	[FACT_READY] = "ready", /* its start, if it had not waited for today */
	[FACT_DUE] = "due",
	[FACT_LATE] = "late", /* 1 or 0 */
	[FACT_GATE] = "gate", /* the id of the shut gate before it */
	NULL,
};

static enum status
prepare(void *context, struct error *error)
{
	const struct schedule *schedule;
	enum status status = milestone_now_read(context, &schedule, error);

	milestone_now_release(schedule);
	/* A circle has no expected dates, and rule M6 says so: rules go by what was entered. */
	return status == STATUS_INVALID ? STATUS_OK : status;
}

static enum derived
answer_day(day on, int64_t *out)
{
	*out = on;
	return on == NO_DAY ? DERIVED_NONE : DERIVED_DAY;
}

static enum derived
answer_gate(const struct programme *programme, const struct milestone_now *item, int64_t *out)
{
	const struct milestone_now *gate = milestone_now_gate(programme->milestones.schedule, item);

	*out = gate ? gate->id : 0;
	return gate ? DERIVED_NUMBER : DERIVED_NONE;
}

static enum derived
find(void *context, int fact, int64_t id, int64_t *out)
{
	const struct programme *programme = context;
	const struct milestone_now *item = milestone_now_find(programme->milestones.schedule, id);

	if (!item)
		return DERIVED_NONE;
	switch ((enum milestone_fact)fact) {
	case FACT_EXPECTED: return answer_day(item->dates.expected, out);
	case FACT_BY_PLAN: return answer_day(item->dates.by_plan, out);
	case FACT_READY: return answer_day(item->dates.ready, out);
	case FACT_DUE: return answer_day(item->due, out);
	case FACT_LATE: *out = item->late; return DERIVED_NUMBER;
	case FACT_GATE: return answer_gate(programme, item, out);
	}
	return DERIVED_NONE;
}

enum status
milestone_facts_offer(struct programme *programme, struct error *error)
{
	programme->milestones.facts =
		(struct derivation){ "milestone_now", names, prepare, find, programme };
	return rulebook_add_derivation(programme->store, &programme->milestones.facts, error);
}
