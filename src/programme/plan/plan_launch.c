/* SPDX-License-Identifier: MIT */
/*
 * The launch as the network allows it, the promises of what may be promised, and what a plan lacks.
 * What stands behind the calibration of the leaders or behind an open gate promises nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/base/text.h"
#include "rollout/programme/milestone_now.h"

/* A start further away than this is asked about. */
enum { ODD_DAYS_AHEAD = 2 * 366, LISTED_MOST = 5 };

day
plan_working_day(const struct planning *planning, day date)
{
	day today = planning->facts.today;

	return workdays_add(&planning->workdays, (date > today ? date : today) - 1, 1);
}

void
plan_launch(struct planning *planning)
{
	const struct roadmap_draft *draft = &planning->draft;
	struct plan_report *report = planning->report;
	struct draft_item item = { .type = "programme", .key = PLAN_LAUNCH_KEY };
	size_t last = draft->to_launch.count > 1 ? draft->to_launch.count - 2 : 0;
	const char *because = "dates: the first Monday on which all that it waits for can be done";

	report->launch = draft->launch;
	report->launch_asked = planning->facts.launches_on;
	report->ends_on = draft->ends_on;
	report->chain = draft->to_launch.steps;
	report->chain_count = draft->to_launch.count;
	if (draft->ready == NO_DAY || draft->launch == planning->facts.launches_stand)
		return;
	if (draft->to_launch.count > 1)
		because = arena_format(planning->arena,
			"dates: the launch waits for \"%s\", expected on %s",
			draft->to_launch.steps[last].title,
			plan_day(planning, draft->to_launch.steps[last].on));
	plan_field(&item, "launches_on", plan_day(planning, draft->launch));
	item.fields[0].always = true;
	plan_put(planning, &item, planning->head.programme, true, because);
}

/* By index: whether it stands behind a gate that is not passed. */
static bool *
find_gated(struct planning *planning, const struct schedule *schedule)
{
	bool *gated = arena_alloc(planning->arena, schedule->count + 1);
	bool grew = true;

	memset(gated, 0, schedule->count + 1);
	while (grew) {
		grew = false;
		for (size_t i = 0; i < schedule->link_count; i++) {
			const struct milestone_now *from =
				&schedule->milestones[schedule->links[i].from];
			bool *to = &gated[schedule->links[i].to];

			if (*to || !(gated[schedule->links[i].from] ||
					   (from->gate && !from->dates.accepted)))
				continue;
			grew = *to = true;
		}
	}
	return gated;
}

static size_t
promise_all(struct planning *planning, const struct schedule *schedule, const bool *gated,
	struct id_set *promised)
{
	struct store *store = planning->programme->store;
	struct rows *rows = &planning->rows;
	size_t count = 0;

	for (size_t i = 0; i < schedule->count && plan_goes_on(planning); i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		struct record before, now;
		char date[DATE_SIZE];

		if (gated[i] || item->dates.accepted || item->dates.expected == NO_DAY ||
			item->current_baseline != NO_DAY || item->unrecorded != NO_DAY)
			continue;
		count++;
		if (!planning->options->write ||
			!rows_get(rows, "milestone", item->id, planning->arena, &before))
			continue;
		date_format(item->dates.expected, date);
		now = before;
		record_put(&now, "baseline_on", value_text(date));
		rows->status = store_update(store, &before, &now, rows->error);
		id_set_add(promised, item->id);
	}
	return count;
}

static void
promise(struct planning *planning)
{
	struct programme *programme = planning->programme;
	const struct schedule *schedule = NULL;
	struct id_set promised = { 0 };
	size_t count = 0;

	planning->rows.status =
		circles_check(programme, type_find("dependency"), planning->rows.error);
	if (plan_goes_on(planning))
		planning->rows.status =
			milestone_now_read(programme, &schedule, planning->rows.error);
	if (plan_goes_on(planning))
		count = promise_all(planning, schedule, find_gated(planning, schedule), &promised);
	if (plan_goes_on(planning) && count > 0)
		planning->rows.status = baseline_record_promises(programme, &promised,
			PLAN_PROMISE_KEY, programme_today(programme),
			"Drafted from readiness, teams and dates.", planning->rows.error);
	milestone_now_release(schedule);
	id_set_clear(&promised);
}

/* One baseline of what this plan leaves without a promise, and may have one. Nothing is promised
 * where nothing is written. */
void
plan_promise(struct planning *planning)
{
	const struct plan_report *report = planning->report;
	struct draft_item item = { .type = "baseline", .key = PLAN_PROMISE_KEY };
	bool taken = plan_takes(planning, item.type, item.key);

	if (!plan_goes_on(planning) || !taken || planning->draft.promised == 0 ||
		report->counts[PLAN_ADD] + report->counts[PLAN_CHANGE] == 0)
		return;
	plan_field(&item, "name", PLAN_PROMISE_KEY);
	plan_say_item(planning, PLAN_ADD, &item, 0,
		"dates: what has no promise yet, and stands behind no open gate, gets one",
		text_quantity(
			planning->arena, (int64_t)planning->draft.promised, "milestone", NULL));
	if (planning->options->write)
		promise(planning);
}

static void
note_list(struct buffer *note, const char *what, const char *const *names, size_t count)
{
	if (count == 0)
		return;
	buffer_append_text(note, what);
	for (size_t i = 0; i < count && i < LISTED_MOST; i++)
		buffer_format(note, "%s\"%.*s\"", i > 0 ? ", " : "",
			text_quote_length(names[i], strlen(names[i])), names[i]);
	if (count > LISTED_MOST)
		buffer_format(note, " and %zu more", count - LISTED_MOST);
	buffer_append_text(note, "; ");
}

static void
note_missing_people(struct planning *planning, struct buffer *note)
{
	const struct draft_facts *facts = &planning->facts;
	const char *missing[4];
	size_t count = 0;

	if (facts->roles[DRAFT_SPONSOR].count == 0)
		missing[count++] = "sponsor";
	if (facts->roles[DRAFT_LEAD].count == 0)
		missing[count++] = "programme lead";
	if (facts->roles[DRAFT_ENABLEMENT].count == 0)
		missing[count++] = "enablement lead";
	if (facts->roles[DRAFT_FUNCTIONAL].count == 0)
		missing[count++] = "functional lead";
	if (count == 0)
		return;
	buffer_append_text(note, "nobody is named as ");
	for (size_t i = 0; i < count; i++)
		buffer_format(
			note, "%s%s", i == 0 ? "" : (i + 1 == count ? " or " : ", "), missing[i]);
	buffer_append_text(note, ", who would own a part of it; ");
}

/* The end without what is assumed for one rule, in days before the end with it. */
static int
days_saved(struct planning *planning, int rule)
{
	struct draft_facts facts = planning->facts;
	struct roadmap_draft draft;

	facts.fires[rule] = facts.assumed[rule] = false;
	if (!roadmap_draft_make(&facts, planning->arena, &draft))
		return 0;
	return (planning->draft.launch - draft.launch) + (planning->draft.ends_on - draft.ends_on);
}

static void
note_assumed(struct planning *planning, struct buffer *note)
{
	static const struct {
		int rule;
		const char *question;
	} questions[] = { { 3, "measurement" }, { 2, "manager-capacity" },
		{ 6, "psychological-safety" } };
	int order[3] = { 0, 1, 2 }, saved[3];

	for (int i = 0; i < 3; i++)
		saved[i] = days_saved(planning, questions[i].rule);
	for (int i = 1; i < 3; i++)
		for (int j = i; j > 0 && saved[order[j]] > saved[order[j - 1]]; j--) {
			int other = order[j];

			order[j] = order[j - 1];
			order[j - 1] = other;
		}
	buffer_format(note,
		"nobody has answered the readiness diagnosis yet: critical questions are assumed "
		"to be "
		"amber, and good answers to %s, %s and %s would shorten the plan most; ",
		questions[order[0]].question, questions[order[1]].question,
		questions[order[2]].question);
}

/* Dates that are possible, but look like a slip of the pen. */
static void
note_odd_dates(struct planning *planning, struct buffer *note)
{
	const struct draft_facts *facts = &planning->facts;

	if (facts->starts_on > facts->today + ODD_DAYS_AHEAD)
		buffer_format(note, "it would begin on %s, years from now: is the start right?; ",
			plan_day(planning, facts->starts_on));
	else if (facts->starts_on < facts->today - ODD_DAYS_AHEAD)
		buffer_format(note, "it began on %s, years ago: is the start right?; ",
			plan_day(planning, facts->starts_on));
}

/* A person's phase may leave no room for the work of the one before it. */
static void
note_phases(struct planning *planning, struct buffer *note)
{
	static const char *const names[DRAFT_PHASES] = { "pilot", "scale", "embed" };
	const struct roadmap_draft *draft = &planning->draft;

	for (int i = 0; i < DRAFT_PHASES; i++)
		if (draft->work_ends[i] > draft->phases[i].to)
			buffer_format(note,
				"the work of %s ends on %s, behind the day on which it has to end "
				"as "
				"phases are set (%s): move it, or the phase behind it; ",
				names[i], plan_day(planning, draft->work_ends[i]),
				plan_day(planning, draft->phases[i].to));
}

static size_t
count_beyond(const struct sequence_report *sequence)
{
	size_t count = 0;

	for (size_t i = 0; i < sequence->count; i++)
		count += sequence->teams[i].team.wave > DRAFT_WAVES_MAX ? 1 : 0;
	return count;
}

static size_t
count_unplaced(const struct sequence_report *sequence)
{
	size_t count = 0;

	for (size_t i = 0; i < sequence->count; i++)
		count += sequence->teams[i].team.wave == NO_WAVE ? 1 : 0;
	return count;
}

static void
note_teams(struct planning *planning, struct buffer *note)
{
	size_t beyond = count_beyond(&planning->sequence);
	size_t unplaced = count_unplaced(&planning->sequence);

	if (planning->sequence.count == 0)
		buffer_append_text(note, "there is no team yet; ");
	if (unplaced > 0)
		buffer_format(note, "%s no wave can take yet (%s); ",
			text_quantity(planning->arena, (int64_t)unplaced, "team", NULL),
			planning->sequence.capacity);
	if (beyond > 0)
		buffer_format(note,
			"%zu teams would come after wave %d, which is as far as a plan goes: train "
			"coaches, or make waves larger; ",
			beyond, DRAFT_WAVES_MAX);
}

void
plan_note(struct planning *planning)
{
	const struct roadmap_draft *draft = &planning->draft;
	struct buffer note = { 0 };

	if (planning->facts.fires[1])
		buffer_append_text(&note,
			"stop: the leaders are not agreed, so nothing behind their calibration has "
			"a promised date; ");
	if (!planning->answered)
		note_assumed(planning, &note);
	note_teams(planning, &note);
	note_missing_people(planning, &note);
	note_list(&note, "without an owner yet: ", draft->unowned, draft->unowned_count);
	note_list(&note, "more at once than one person finishes, as nobody else could own it: ",
		draft->crowded, draft->crowded_count);
	note_phases(planning, &note);
	note_odd_dates(planning, &note);
	if (note.length > 2)
		note.length -= 2;
	planning->report->note = arena_copy(planning->arena, buffer_text(&note), note.length);
	buffer_clear(&note);
}
