/* SPDX-License-Identifier: MIT */
/*
 * When it happens. The schedule works the dates out of durations and dependencies; phases begin
 * where the one before ends, and the pilot launches on the day asked for or, where the network
 * cannot keep it, on the first Monday that it can. Both are worked out anew until nothing moves: a
 * later start never brings anything forward, so that ends.
 */
#include <string.h>

#include "roadmap_draft.h"

enum { DATE_MOST = 84005, PASSES_MOST = 40, WEEKS_BEFORE_LAUNCH = 6 };

day
roadmap_draft_monday(const struct workdays *workdays, day from)
{
	int past = (int)date_weekday(from) - MONDAY;
	day monday = from + (past == 0 ? 0 : WEEK - past);

	return workdays_add(workdays, monday - 1, 1);
}

day
draft_on(const struct drafting *drafting, int node)
{
	return node == NO_NODE ? NO_DAY : drafting->items[node].expected;
}

static bool
compute(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	const struct draft_span *phases = drafting->draft->phases;

	for (size_t i = 0; i < drafting->count; i++)
		drafting->items[i].earliest = drafting->nodes[i].phase < 0
						      ? facts->starts_on
						      : phases[drafting->nodes[i].phase].from;
	return critical_path_compute(drafting->items, drafting->count, drafting->links,
		drafting->link_count, facts->workdays, facts->today);
}

/* The last day of what is expected in the phase. */
static day
last_in_phase(const struct drafting *drafting, int phase)
{
	day last = NO_DAY;

	for (size_t i = 0; i < drafting->count; i++)
		if (drafting->nodes[i].phase == phase && !drafting->items[i].dropped &&
			drafting->items[i].expected > last)
			last = drafting->items[i].expected;
	return last;
}

/* As a person has set it; else from the day behind the one before to what is expected last, but no
 * further than the next one that a person has set, if it has room. */
static struct draft_span
lay_phase(const struct drafting *drafting, int phase)
{
	const struct draft_facts *facts = drafting->facts;
	struct draft_span span = facts->phases[phase], next = { NO_DAY, NO_DAY };
	day last = last_in_phase(drafting, phase);

	if (span.from != NO_DAY)
		return span;
	if (phase > 0)
		span.from = drafting->draft->phases[phase - 1].to + 1;
	else if (facts->begun_on != NO_DAY)
		span.from = facts->begun_on;
	else
		span.from = facts->starts_on > facts->today ? facts->starts_on : facts->today;
	span.to = span.from + facts->slice_days_min - 1;
	span.to = last > span.to ? last : span.to;
	if (phase + 1 < DRAFT_PHASES)
		next = facts->phases[phase + 1];
	if (next.from != NO_DAY && next.from - span.from >= facts->slice_days_min)
		span.to = next.from - 1;
	return span;
}

static bool
lay_phases(struct drafting *drafting)
{
	bool moved = false;

	for (int i = 0; i < DRAFT_PHASES; i++) {
		struct draft_span *there = &drafting->draft->phases[i];
		struct draft_span span = lay_phase(drafting, i);

		moved = moved || span.from != there->from || span.to != there->to;
		*there = span;
	}
	return moved;
}

/* The first day on which the launch can be, by what it waits for alone. */
static day
ready_for_launch(const struct drafting *drafting)
{
	const struct schedule_item *item = &drafting->items[drafting->launch];
	int days = item->work_days > 0 ? item->work_days : 0;

	return workdays_add(drafting->facts->workdays, item->start, days);
}

static day
choose_launch(const struct draft_facts *facts, day ready)
{
	if (facts->launched_on != NO_DAY)
		return facts->launched_on;
	if (facts->launches_on != NO_DAY && facts->launches_on >= ready)
		return facts->launches_on;
	return roadmap_draft_monday(facts->workdays, ready);
}

/* Only a launch that the plan drafts, and that has not been, is its to move. */
static bool
lay_launch(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	struct roadmap_draft *draft = drafting->draft;
	day launch = facts->launches_on, before = draft->launch, entered;
	struct schedule_item *item;
	int known;

	draft->ready = NO_DAY;
	if (launch == NO_DAY)
		launch = roadmap_draft_monday(facts->workdays,
			(facts->starts_on > facts->today ? facts->starts_on : facts->today) +
				WEEKS_BEFORE_LAUNCH * WEEK);
	if (facts->launched_on != NO_DAY)
		launch = facts->launched_on;
	draft->launch = launch;
	if (drafting->launch == NO_NODE || !drafting->nodes[drafting->launch].template)
		return before != launch;
	item = &drafting->items[drafting->launch];
	known = drafting->nodes[drafting->launch].known;
	if (item->accepted || item->dropped)
		return before != launch;
	draft->ready = ready_for_launch(drafting);
	launch = choose_launch(facts, draft->ready);
	entered = facts->launch_kept ? facts->launches_on : launch;
	draft->launch =
		facts->launch_kept && facts->launches_on != NO_DAY ? facts->launches_on : launch;
	if (known < 0 || facts->known[known].ours_entered)
		item->entered = entered;
	return before != draft->launch;
}

static void
lay_waves(struct drafting *drafting)
{
	day *launches = drafting->draft->wave_launches;

	launches[0] = drafting->draft->launch;
	for (int wave = 1; wave <= DRAFT_WAVES_MAX; wave++) {
		day gate = draft_on(drafting, drafting->gates[wave]);

		launches[wave] = !drafting->waves[wave] || gate == NO_DAY
					 ? NO_DAY
					 : roadmap_draft_monday(drafting->facts->workdays,
						   gate + DRAFT_WAVE_LEAD);
	}
}

/* What it starts with: the one behind whose end it begins; NO_NODE: a day of its own decides. */
static int
decided_by(const struct drafting *drafting, int node)
{
	int by = NO_NODE;

	for (size_t i = 0; i < drafting->link_count; i++) {
		const struct schedule_link *link = &drafting->links[i];
		day reached = drafting->items[link->from].expected;

		if (link->to == node && !drafting->items[link->from].dropped && reached != NO_DAY &&
			reached + link->lag == drafting->items[node].start)
			by = link->from;
	}
	return by;
}

static void
find_chain(struct drafting *drafting, int node, struct draft_chain *out)
{
	size_t count = 0;

	for (int at = node; at != NO_NODE && count <= drafting->count; count++)
		at = decided_by(drafting, at);
	out->steps = arena_alloc(drafting->arena, (count + 1) * sizeof *out->steps);
	out->count = count;
	for (int at = node; at != NO_NODE && count > 0; at = decided_by(drafting, at)) {
		const struct draft_node *is = &drafting->nodes[at];

		out->steps[--count] = (struct draft_step){ .identifier = is->key,
			.title = is->title,
			.rule = is->template ? draft_rule(drafting, is->template->rule) : NULL,
			.on = drafting->items[at].expected,
			.work_days = drafting->items[at].work_days };
	}
}

static void
find_chains(struct drafting *drafting)
{
	struct roadmap_draft *draft = drafting->draft;
	int last = NO_NODE;

	for (size_t i = 0; i < drafting->count; i++)
		if (!drafting->items[i].dropped && drafting->items[i].expected != NO_DAY &&
			(last == NO_NODE ||
				drafting->items[i].expected > drafting->items[last].expected))
			last = (int)i;
	draft->ends_on = draft_on(drafting, last);
	find_chain(drafting, last, &draft->to_end);
	if (draft->ready != NO_DAY)
		find_chain(drafting, drafting->launch, &draft->to_launch);
}

bool
draft_dates(struct drafting *drafting)
{
	struct roadmap_draft *draft = drafting->draft;
	bool moves = true;

	for (int i = 0; i < DRAFT_PHASES; i++)
		draft->phases[i] = (struct draft_span){ drafting->facts->starts_on, NO_DAY };
	draft->launch = NO_DAY;
	for (int i = 0; i < PASSES_MOST && moves; i++) {
		/* A circle that an import brought leaves nothing to go by. */
		if (!compute(drafting))
			break;
		moves = lay_launch(drafting);
		moves = lay_phases(drafting) || moves;
	}
	for (int i = 0; i < DRAFT_PHASES; i++)
		draft->work_ends[i] = last_in_phase(drafting, i);
	lay_waves(drafting);
	find_chains(drafting);
	return draft->phases[DRAFT_PHASES - 1].to <= DATE_MOST && draft->ends_on <= DATE_MOST;
}
