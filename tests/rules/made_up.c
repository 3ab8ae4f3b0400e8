/* SPDX-License-Identifier: MIT */
/* Programmes by chance, and the naive schedule of them. */
#include "made_up.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

unsigned
made_up_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

static bool
chance(unsigned *seed, unsigned percent)
{
	return made_up_number(seed, 100) < percent;
}

static day
some_day(unsigned *seed, day from, unsigned within)
{
	return from + (day)made_up_number(seed, within);
}

static void
make_milestone(unsigned *seed, day base, int index, struct made_milestone *out)
{
	static const enum made_state states[] = { MADE_PLANNED, MADE_PLANNED, MADE_PLANNED,
		MADE_IN_PROGRESS, MADE_IN_PROGRESS, MADE_CLAIMED, MADE_ACCEPTED, MADE_DROPPED };

	*out = (struct made_milestone){ .state = states[made_up_number(seed, 8)],
		.gate = chance(seed, 35),
		.proof = chance(seed, 50),
		.phase = (int)made_up_number(seed, 3) - 1,
		.owner = (int)made_up_number(seed, 3) - 1,
		.entered = chance(seed, 50) ? some_day(seed, base, 150) : NO_DAY,
		.baseline_on = chance(seed, 40) ? some_day(seed, base, 150) : NO_DAY,
		.actual = NO_DAY,
		.work_days = chance(seed, 50) ? (int)made_up_number(seed, 15) : -1 };
	snprintf(out->key, sizeof out->key, "m%d", index);
	if (out->state == MADE_ACCEPTED && chance(seed, 80))
		out->actual = some_day(seed, base, 150);
	for (int i = 0; i < MADE_BASELINES; i++)
		out->promises[i] = chance(seed, 25) ? some_day(seed, base, 150) : NO_DAY;
}

/* Links go from earlier names to later ones, which are shuffled: no circle, and no order. */
static void
make_links(unsigned *seed, struct made_programme *out)
{
	int names[MADE_MILESTONES], wanted = out->count > 1 ? (int)made_up_number(seed, 18) : 0;

	for (int i = 0; i < out->count; i++) {
		int place = (int)made_up_number(seed, (unsigned)i + 1);

		names[i] = names[place];
		names[place] = i;
	}
	out->link_count = 0;
	for (int i = 0; i < wanted; i++) {
		int to = 1 + (int)made_up_number(seed, (unsigned)out->count - 1);
		struct made_link link = { names[made_up_number(seed, (unsigned)to)], names[to],
			(int)made_up_number(seed, 10) - 3 };
		bool twice = false;

		for (int j = 0; j < out->link_count; j++)
			twice = twice ||
				(out->links[j].from == link.from && out->links[j].to == link.to);
		if (!twice)
			out->links[out->link_count++] = link;
	}
}

static void
make_holidays(unsigned *seed, day base, struct made_programme *out)
{
	int wanted = (int)made_up_number(seed, MADE_HOLIDAYS + 1);

	out->holiday_count = 0;
	for (int i = 0; i < wanted; i++) {
		day on = some_day(seed, base, 120);
		bool twice = false;

		for (int j = 0; j < out->holiday_count; j++)
			twice = twice || out->holidays[j] == on;
		if (!twice)
			out->holidays[out->holiday_count++] = on;
	}
}

void
made_up(unsigned *seed, struct made_programme *out)
{
	day base = date_from_civil((struct civil){ 2026, 3, 2 });

	*out = (struct made_programme){ .today = some_day(seed, base - 20, 190),
		.starts_on = some_day(seed, base, 20),
		.count = 1 + (int)made_up_number(seed, MADE_MILESTONES) };
	out->phases[0].from = some_day(seed, base, 20);
	out->phases[0].to = out->phases[0].from + 30 + (day)made_up_number(seed, 60);
	out->phases[1].from = out->phases[0].to + 1;
	out->phases[1].to = out->phases[1].from + 30 + (day)made_up_number(seed, 60);
	for (int i = 0; i < out->count; i++)
		make_milestone(seed, base, i, &out->milestones[i]);
	make_links(seed, out);
	make_holidays(seed, base, out);
}

const char *
made_up_date(day date, char out[DATE_SIZE])
{
	out[0] = '\0';
	if (date != NO_DAY)
		date_format(date, out);
	return out;
}

static void
put_date(cJSON *object, const char *name, day date)
{
	char text[DATE_SIZE];

	if (date != NO_DAY)
		cJSON_AddStringToObject(object, name, made_up_date(date, text));
}

static cJSON *
add_record(cJSON *list, const char *key)
{
	cJSON *record = cJSON_CreateObject();

	if (key)
		cJSON_AddStringToObject(record, "id", key);
	cJSON_AddItemToArray(list, record);
	return record;
}

static const char *const phase_names[] = { "pilot", "scale" };
static const char *const people[] = { "ada", "ben" };

static void
put_surroundings(const struct made_programme *made, cJSON *document)
{
	cJSON *list = cJSON_AddArrayToObject(document, "stakeholders");
	cJSON *record;

	for (int i = 0; i < MADE_PEOPLE; i++)
		cJSON_AddStringToObject(add_record(list, people[i]), "name", people[i]);
	list = cJSON_AddArrayToObject(document, "phases");
	for (int i = 0; i < MADE_PHASES; i++) {
		record = add_record(list, phase_names[i]);
		cJSON_AddStringToObject(record, "name", phase_names[i]);
		put_date(record, "starts_on", made->phases[i].from);
		put_date(record, "ends_on", made->phases[i].to);
	}
	list = cJSON_AddArrayToObject(document, "holidays");
	for (int i = 0; i < made->holiday_count; i++)
		put_date(add_record(list, NULL), "on", made->holidays[i]);
}

static void
put_milestones(const struct made_programme *made, cJSON *document)
{
	static const char *const states[] = { "planned", "in_progress", "claimed", "accepted",
		"dropped" };
	cJSON *list = cJSON_AddArrayToObject(document, "milestones");
	cJSON *proofs = cJSON_AddArrayToObject(document, "evidence");
	char title[40];

	for (int i = 0; i < made->count; i++) {
		const struct made_milestone *item = &made->milestones[i];
		cJSON *record = add_record(list, item->key);

		snprintf(title, sizeof title, "Managers run check-ins %d", i);
		cJSON_AddStringToObject(record, "title", title);
		cJSON_AddStringToObject(record, "kind", item->gate ? "gate" : "adoption");
		cJSON_AddStringToObject(record, "state", states[item->state]);
		if (item->phase >= 0)
			cJSON_AddStringToObject(record, "phase", phase_names[item->phase]);
		if (item->owner >= 0)
			cJSON_AddStringToObject(record, "owner", people[item->owner]);
		put_date(record, "forecast_on", item->entered);
		put_date(record, "baseline_on", item->baseline_on);
		put_date(record, "actual_on", item->actual);
		if (item->work_days >= 0)
			cJSON_AddNumberToObject(record, "work_days", item->work_days);
		cJSON_AddNumberToObject(record, "likely_late_days", 0);
		if (!item->proof)
			continue;
		record = add_record(proofs, NULL);
		cJSON_AddStringToObject(record, "milestone", item->key);
		cJSON_AddStringToObject(record, "criterion", "Seen in four reviews");
	}
}

static void
put_promises(const struct made_programme *made, cJSON *document)
{
	cJSON *baselines = cJSON_AddArrayToObject(document, "baselines");
	cJSON *dates = cJSON_AddArrayToObject(document, "baseline_dates"), *record;
	char key[16];

	/* The newer comes first in the document: what counts is their day. */
	for (int i = MADE_BASELINES - 1; i >= 0; i--) {
		snprintf(key, sizeof key, "promise-%d", i);
		record = add_record(baselines, key);
		cJSON_AddStringToObject(record, "name", key);
		cJSON_AddStringToObject(record, "reason", "agreed");
		put_date(record, "on", made->starts_on + 5 * i);
		for (int j = 0; j < made->count; j++) {
			if (made->milestones[j].promises[i] == NO_DAY)
				continue;
			record = add_record(dates, NULL);
			cJSON_AddStringToObject(record, "baseline", key);
			cJSON_AddStringToObject(record, "milestone", made->milestones[j].key);
			put_date(record, "date", made->milestones[j].promises[i]);
		}
	}
}

cJSON *
made_up_document(const struct made_programme *made)
{
	cJSON *document = cJSON_CreateObject(), *list, *record;

	cJSON_AddStringToObject(document, "format", "rollout.programme");
	cJSON_AddNumberToObject(document, "version", 1);
	put_surroundings(made, document);
	put_milestones(made, document);
	list = cJSON_AddArrayToObject(document, "dependencies");
	for (int i = 0; i < made->link_count; i++) {
		record = add_record(list, NULL);
		cJSON_AddStringToObject(record, "from", made->milestones[made->links[i].from].key);
		cJSON_AddStringToObject(record, "to", made->milestones[made->links[i].to].key);
		cJSON_AddNumberToObject(record, "lag_days", made->links[i].lag);
	}
	put_promises(made, document);
	return document;
}

/* The naive schedule. by_today: whether today counts. */
struct naive {
	const struct made_programme *made;
	bool by_today;
};

static bool
is_workday(const struct made_programme *made, day on)
{
	for (int i = 0; i < made->holiday_count; i++)
		if (made->holidays[i] == on)
			return false;
	return date_weekday(on) <= FRIDAY;
}

static day
work(const struct made_programme *made, day from, int days)
{
	while (days > 0)
		if (is_workday(made, ++from))
			days--;
	return from;
}

static day
later(day a, day b)
{
	return a > b ? a : b;
}

static day
promised_last(const struct made_milestone *item)
{
	for (int i = MADE_BASELINES - 1; i >= 0; i--)
		if (item->promises[i] != NO_DAY)
			return item->promises[i];
	return item->baseline_on;
}

static day
promised_first(const struct made_milestone *item)
{
	if (item->baseline_on != NO_DAY)
		return item->baseline_on;
	for (int i = 0; i < MADE_BASELINES; i++)
		if (item->promises[i] != NO_DAY)
			return item->promises[i];
	return NO_DAY;
}

static day expected_of(const struct naive *naive, int index);
static day start_of(const struct naive *naive, int index);

static day
ready_of(const struct naive *naive, int index)
{
	const struct made_programme *made = naive->made;
	int phase = made->milestones[index].phase;
	day ready = phase >= 0 ? made->phases[phase].from : made->starts_on;

	for (int i = 0; i < made->link_count; i++) {
		const struct made_link *link = &made->links[i];
		day from;

		if (link->to != index || made->milestones[link->from].state == MADE_DROPPED)
			continue;
		from = expected_of(naive, link->from);
		ready = later(
			ready, (from == NO_DAY ? start_of(naive, link->from) : from) + link->lag);
	}
	return ready;
}

static day
start_of(const struct naive *naive, int index)
{
	day ready = ready_of(naive, index);
	bool waits = naive->by_today && naive->made->milestones[index].state == MADE_PLANNED;

	return waits ? later(ready, naive->made->today) : ready;
}

static day
expected_of(const struct naive *naive, int index)
{
	const struct made_milestone *item = &naive->made->milestones[index];
	day start = start_of(naive, index), expected, promise = promised_last(item);

	if (item->state == MADE_ACCEPTED && item->actual != NO_DAY)
		return item->actual;
	if (item->entered == NO_DAY && item->work_days < 0 && promise == NO_DAY)
		return NO_DAY;
	if (item->entered == NO_DAY && item->work_days < 0)
		expected = later(promise, start);
	else
		expected = later(item->entered, work(naive->made, start, item->work_days));
	return naive->by_today && item->state != MADE_ACCEPTED ? later(expected, naive->made->today)
							       : expected;
}

static day
latest_of(const struct naive *naive, int index, day end)
{
	const struct made_programme *made = naive->made;
	day latest = INT32_MAX;

	for (int i = 0; i < made->link_count; i++) {
		const struct made_link *link = &made->links[i];
		const struct made_milestone *next = &made->milestones[link->to];
		day by, from;

		if (link->from != index || next->state == MADE_DROPPED)
			continue;
		by = from = latest_of(naive, link->to, end);
		while (work(made, from, next->work_days) > by)
			from--;
		latest = from - link->lag < latest ? from - link->lag : latest;
	}
	return latest == INT32_MAX ? end : latest;
}

static void
answer_one(const struct naive *naive, int index, day end, struct made_answer *out)
{
	const struct made_programme *made = naive->made;
	const struct made_milestone *item = &made->milestones[index];
	const struct naive plan = { made, false };
	bool dated;

	*out = (struct made_answer){ .ready = ready_of(naive, index),
		.start = start_of(naive, index),
		.expected = expected_of(naive, index),
		.by_plan = expected_of(&plan, index),
		.latest = end == NO_DAY ? NO_DAY : latest_of(naive, index, end),
		.first = promised_first(item),
		.current = promised_last(item),
		.open = item->state != MADE_ACCEPTED };
	dated = out->expected != NO_DAY;
	out->due = out->current != NO_DAY ? out->current : item->entered;
	out->late = out->open && out->due != NO_DAY && out->due < made->today;
	out->slack = dated ? out->latest - out->expected : 0;
	out->critical = dated && out->slack <= 0 && out->open;
	if (out->first != NO_DAY) {
		out->slip = out->expected - out->first;
		out->current_slip = out->expected - out->current;
	}
}

void
made_up_answer(const struct made_programme *made, struct made_answer out[MADE_MILESTONES])
{
	const struct naive naive = { made, true };
	day end = NO_DAY;

	for (int i = 0; i < made->count; i++)
		if (made->milestones[i].state != MADE_DROPPED)
			end = later(end, expected_of(&naive, i));
	for (int i = 0; i < made->count; i++)
		if (made->milestones[i].state != MADE_DROPPED)
			answer_one(&naive, i, end, &out[i]);
}
