/* SPDX-License-Identifier: MIT */
/*
 * Makes changes inside a transaction that is always rolled back, and compares what is derived
 * before and after. Must not work anything out itself: schedule, waves, confidence and rules do.
 */
#include "rollout/programme/what_if.h"

#include <stdlib.h>
#include <string.h>

#include "confidence_facts.h"
#include "programme/records/found.h"
#include "rollout/programme/plan.h"
#include "rollout/programme/sequence.h"
#include "what_if_forums.h"
#include "what_if_waves.h"

/* Everything that is derived, at one moment. */
struct picture {
	const struct schedule *schedule;
	struct sequence_report sequence;
	struct forum_view forums;
	struct forecast_report likely;
	struct waves_report waves;
	day plan_launch, plan_end;
	struct confidence_report confidence;
	struct found found; /* of rules that are looked at whole, however much they find */
	struct finding *findings; /* of others, and what those find at no other moment */
	size_t finding_count;
};

static void
keep_findings(
	struct arena *arena, struct picture *picture, const struct finding *findings, size_t count)
{
	struct finding *all;

	if (count == 0)
		return;
	all = arena_alloc(arena, (picture->finding_count + count) * sizeof *all);
	if (picture->finding_count > 0)
		memcpy(all, picture->findings, picture->finding_count * sizeof *all);
	memcpy(all + picture->finding_count, findings, count * sizeof *all);
	picture->findings = all;
	picture->finding_count += count;
}

static enum status
find_by_rule(struct programme *programme, const char *rule, struct arena *arena,
	struct picture *picture, struct error *error)
{
	struct finding *findings;
	size_t count = 0, waived;
	enum status status =
		programme_check(programme, rule, arena, &findings, &count, &waived, error);

	if (status == STATUS_OK)
		keep_findings(arena, picture, findings, count);
	return status;
}

static enum status
find_about(struct programme *programme, const char *rule, const char *type, int64_t id,
	struct arena *arena, struct picture *picture, struct error *error)
{
	struct finding *findings;
	size_t count = 0;
	enum status status = programme_check_record(
		programme, rule, type_find(type), id, arena, &findings, &count, error);

	if (status == STATUS_OK)
		keep_findings(arena, picture, findings, count);
	return status;
}

/* The milestone and what waits for it, the nearest first, as indexes; no more than there is space
 * for: they are looked at one by one while a key is held. */
enum { FOLLOWERS_MOST = 64, SIMULATED_MOST = 3000 };

static size_t
find_followers(const struct schedule *schedule, size_t first, int32_t *followers)
{
	size_t count = 1;

	followers[0] = (int32_t)first;
	for (size_t at = 0; at < count; at++)
		for (size_t i = 0; i < schedule->link_count && count < FOLLOWERS_MOST; i++) {
			int32_t to = schedule->links[i].to;
			size_t known = 0;

			if (schedule->links[i].from != followers[at])
				continue;
			while (known < count && followers[known] != to)
				known++;
			if (known == count)
				followers[count++] = to;
		}
	return count;
}

/* M4 is about the date of a milestone and of all that it waits for, O2 about what falls due
 * together. */
static enum status
find_about_milestone(struct programme *programme, int64_t id, struct arena *arena,
	struct picture *picture, struct error *error)
{
	const struct schedule *schedule = picture->schedule;
	const struct milestone_now *item = milestone_now_find(schedule, id);
	int32_t followers[FOLLOWERS_MOST];
	size_t count;
	enum status status = STATUS_OK;

	if (!item)
		return find_about(programme, "M4", "milestone", id, arena, picture, error);
	if (item->owner != 0)
		status = find_about(
			programme, "O2", "stakeholder", item->owner, arena, picture, error);
	count = find_followers(schedule, (size_t)(item - schedule->milestones), followers);
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		status = find_about(programme, "M4", "milestone",
			schedule->milestones[followers[i]].id, arena, picture, error);
	return status;
}

/* Puts into words, as things stand, what is found in these alone. */
static enum status
find_missing_from(struct programme *programme, struct picture *these, const struct picture *others,
	const struct intended *changes, size_t change_count, struct arena *arena,
	struct error *error)
{
	struct subject *changed = arena_alloc(arena, (change_count + 1) * sizeof *changed);
	struct finding *findings;
	size_t count;
	enum status status;

	for (size_t i = 0; i < change_count; i++)
		changed[i] = (struct subject){ changes[i].type->name, changes[i].id, "" };
	status = found_only_in(programme, &these->found, &others->found, changed, change_count,
		arena, &findings, &count, error);
	if (status == STATUS_OK)
		keep_findings(arena, these, findings, count);
	return status;
}

/* The rules that a moved date can break, where it can: not in all of a large roadmap. */
static enum status
find_by_dates(struct programme *programme, const struct intended *changes, size_t count,
	struct arena *arena, struct picture *picture, struct error *error)
{
	bool phases = false;
	enum status status = find_by_rule(programme, "P1", arena, picture, error);

	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		if (strcmp(changes[i].type->name, "milestone") == 0)
			status = find_about_milestone(
				programme, changes[i].id, arena, picture, error);
		else if (strcmp(changes[i].type->name, "phase") == 0)
			phases = true;
	}
	return status == STATUS_OK && phases
		       ? found_read(programme, "M4", arena, &picture->found, error)
		       : status;
}

/* Whether it is something that a plan is drafted from. */
static bool
is_drafted_from(const struct intended *change)
{
	static const char *const types[] = { "setting", "team", "stakeholder", "function",
		"programme", "response" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(change->type->name, types[i]) == 0)
			return true;
	return false;
}

/* What a plan would say; that it cannot be drafted is no reason to say nothing else. */
static void
look_at_plan(struct programme *programme, struct arena *arena, struct picture *out)
{
	const struct plan_options options = { 0 };
	struct plan_report plan;
	struct error ignored = { 0 };

	out->plan_launch = out->plan_end = NO_DAY;
	if (programme_plan(programme, &options, arena, &plan, &ignored) != STATUS_OK)
		return;
	out->plan_launch = plan.launch;
	out->plan_end = plan.ends_on;
}

/* Everything but the schedule, which is there already. */
static enum status
take_picture(
	struct programme *programme, struct arena *arena, struct picture *out, struct error *error)
{
	enum status status = found_read(programme, NULL, arena, &out->found, error);

	if (status == STATUS_OK)
		status = programme_sequence(programme, arena, &out->sequence, error);
	if (status == STATUS_OK)
		status = forum_view_read(programme, arena, &out->forums, error);
	if (status == STATUS_OK && out->schedule->count <= SIMULATED_MOST)
		status = programme_forecast(programme, arena, &out->likely, error);
	if (status == STATUS_OK)
		status = programme_waves(programme, arena, &out->waves, error);
	if (status == STATUS_OK)
		status = confidence_read(programme, &out->found, arena, &out->confidence, error);
	return status;
}

static enum status
make_changes(struct programme *programme, const struct intended *changes, size_t count,
	struct error *error)
{
	enum status status = STATUS_OK;
	bool changed;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = programme_set(programme, changes[i].type, changes[i].id, changes[i].texts,
			changes[i].count, NULL, &changed, error);
	return status;
}

static int
compare_moves(const void *a, const void *b)
{
	const struct moved_milestone *left = a, *right = b;
	int64_t left_days = llabs((int64_t)left->to - left->from);
	int64_t right_days = llabs((int64_t)right->to - right->from);

	if (left_days != right_days)
		return left_days > right_days ? -1 : 1;
	return (left->to > right->to) - (left->to < right->to);
}

static void
compare_schedules(const struct schedule *before, const struct schedule *after, struct arena *arena,
	struct what_if *out)
{
	out->milestones = arena_alloc(arena, (after->count + 1) * sizeof *out->milestones);
	out->end_before = before->ends_on;
	out->end_after = after->ends_on;
	for (size_t i = 0; i < before->count; i++)
		out->critical_before += before->milestones[i].dates.critical ? 1 : 0;
	for (size_t i = 0; i < after->count; i++) {
		const struct milestone_now *is = &after->milestones[i];
		const struct milestone_now *was = milestone_now_find(before, is->id);

		out->critical_after += is->dates.critical ? 1 : 0;
		if (was && was->dates.expected != is->dates.expected)
			out->milestones[out->milestone_count++] = (struct moved_milestone){ is->id,
				arena_copy(arena, is->identifier, strlen(is->identifier)),
				arena_copy(arena, is->title, strlen(is->title)),
				was->dates.expected, is->dates.expected,
				was->dates.expected == NO_DAY || is->dates.expected == NO_DAY
					? 0
					: is->dates.expected - was->dates.expected };
	}
	if (out->milestone_count > 1)
		qsort(out->milestones, out->milestone_count, sizeof *out->milestones,
			compare_moves);
}

static const struct forecast_line *
find_end(const struct forecast_report *report, int64_t phase)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->phases[i].id == phase)
			return &report->phases[i];
	return NULL;
}

static void
compare_end(const struct forecast_line *was, const struct forecast_line *is, struct what_if *out)
{
	if (was && is && (was->middle != is->middle || was->safe != is->safe))
		out->ends[out->end_count++] = (struct moved_end){ is->identifier, is->name,
			was->middle, is->middle, was->safe, is->safe };
}

static void
compare_likely(const struct forecast_report *before, const struct forecast_report *after,
	struct arena *arena, struct what_if *out)
{
	out->ends = arena_alloc(arena, (after->count + 1) * sizeof *out->ends);
	for (size_t i = 0; i < after->count; i++)
		compare_end(find_end(before, after->phases[i].id), &after->phases[i], out);
	compare_end(&before->whole, &after->whole, out);
}

static void
compare_sequences(const struct sequence_report *before, const struct sequence_report *after,
	struct arena *arena, struct what_if *out)
{
	out->teams = arena_alloc(arena, (after->count + 1) * sizeof *out->teams);
	for (size_t i = 0; i < after->count; i++) {
		const struct sequenced *is = &after->teams[i];
		const struct sequenced *was = sequence_find(before, is->team.id);

		if (was && was->team.wave != is->team.wave)
			out->teams[out->team_count++] = (struct moved_team){ is->identifier,
				is->team.name, was->team.wave, is->team.wave };
	}
}

static void
compare_confidence(const struct confidence_report *before, const struct confidence_report *after,
	struct arena *arena, struct what_if *out)
{
	out->colours = arena_alloc(arena, (after->count + 1) * sizeof *out->colours);
	for (size_t i = 0; i < after->count; i++) {
		const struct scope_confidence *is = &after->scopes[i];
		const struct scope_confidence *was = confidence_find(before, is->scope);

		if (was && strcmp(was->suggested, is->suggested) != 0)
			out->colours[out->colour_count++] = (struct changed_confidence){ is->scope,
				was->suggested, is->suggested };
	}
}

static int
compare_findings(const void *a, const void *b)
{
	return strcmp(((const struct finding *)a)->id, ((const struct finding *)b)->id);
}

static struct finding *
missing_from(const struct picture *these, const struct picture *others, struct arena *arena,
	size_t *count)
{
	struct finding *sorted = arena_alloc(arena, (others->finding_count + 1) * sizeof *sorted);
	struct finding *out = arena_alloc(arena, (these->finding_count + 1) * sizeof *out);

	if (others->finding_count > 0) {
		memcpy(sorted, others->findings, others->finding_count * sizeof *sorted);
		qsort(sorted, others->finding_count, sizeof *sorted, compare_findings);
	}
	for (size_t i = 0; i < these->finding_count; i++)
		if (others->finding_count == 0 ||
			!bsearch(&these->findings[i], sorted, others->finding_count, sizeof *sorted,
				compare_findings))
			out[(*count)++] = these->findings[i];
	return out;
}

static void
compare(const struct picture *before, const struct picture *after, struct arena *arena,
	struct what_if *out)
{
	compare_schedules(before->schedule, after->schedule, arena, out);
	compare_likely(&before->likely, &after->likely, arena, out);
	out->plan_launch_before = before->plan_launch;
	out->plan_launch_after = after->plan_launch;
	out->plan_end_before = before->plan_end;
	out->plan_end_after = after->plan_end;
	compare_sequences(&before->sequence, &after->sequence, arena, out);
	forum_view_compare(&before->forums, &after->forums, arena, out);
	compare_confidence(&before->confidence, &after->confidence, arena, out);
	out->appear = missing_from(after, before, arena, &out->appear_count);
	out->vanish = missing_from(before, after, arena, &out->vanish_count);
}

struct trial {
	struct programme *programme;
	const struct intended *changes;
	size_t count;
	enum what_if_depth depth;
	struct arena *arena;
};

static enum status
look(const struct trial *trial, struct picture *out, struct error *error)
{
	switch (trial->depth) {
	case WHAT_IF_DATES:
		return find_by_dates(
			trial->programme, trial->changes, trial->count, trial->arena, out, error);
	case WHAT_IF_ALL:
		out->plan_launch = out->plan_end = NO_DAY;
		for (size_t i = 0; i < trial->count; i++)
			if (is_drafted_from(&trial->changes[i])) {
				look_at_plan(trial->programme, trial->arena, out);
				break;
			}
		return take_picture(trial->programme, trial->arena, out, error);
	}
	return STATUS_OK;
}

static bool
is_entered_date(const struct intended *change)
{
	return strcmp(change->type->name, "milestone") == 0 && change->count == 1 &&
	       strcmp(change->texts[0].name, "forecast_on") == 0;
}

/* Whether all that the schedule sees of the changes are other dates entered; it does not look at
 * slices. */
static bool
are_entered_dates(const struct trial *trial)
{
	for (size_t i = 0; i < trial->count; i++)
		if (!is_entered_date(&trial->changes[i]) &&
			strcmp(trial->changes[i].type->name, "slice") != 0)
			return false;
	return true;
}

/* As the changes have left it. A held key waits for nothing that has not moved. */
static enum status
schedule_after(const struct trial *trial, const struct schedule *before,
	const struct schedule **out, struct error *error)
{
	struct entered_date *entered;
	enum status status = STATUS_OK;
	struct record record;
	size_t count = 0;

	if (!are_entered_dates(trial))
		return milestone_now_read(trial->programme, out, error);
	entered = arena_alloc(trial->arena, (trial->count + 1) * sizeof *entered);
	for (size_t i = 0; i < trial->count && status == STATUS_OK; i++) {
		const struct intended *change = &trial->changes[i];

		if (!is_entered_date(change))
			continue;
		status = programme_get(
			trial->programme, change->type, change->id, trial->arena, &record, error);
		if (status == STATUS_OK)
			entered[count++] = (struct entered_date){ change->id,
				record_date(&record, "forecast_on") };
	}
	if (status == STATUS_OK)
		status = milestone_now_with(trial->programme, before, entered, count, out, error);
	if (status == STATUS_OK)
		milestone_now_keep(trial->programme, *out, store_edition(trial->programme->store));
	return status;
}

static enum status
try_changes(const struct trial *trial, struct picture *before, struct picture *after,
	struct error *error)
{
	struct programme *programme = trial->programme;
	enum status status = milestone_now_read(programme, &before->schedule, error);

	if (status == STATUS_OK)
		status = look(trial, before, error);
	programme->trial = true;
	if (status == STATUS_OK)
		status = make_changes(programme, trial->changes, trial->count, error);
	programme->trial = false;
	if (status == STATUS_OK)
		status = schedule_after(trial, before->schedule, &after->schedule, error);
	if (status == STATUS_OK)
		status = look(trial, after, error);
	return status == STATUS_OK ? find_missing_from(programme, after, before, trial->changes,
					     trial->count, trial->arena, error)
				   : status;
}

/* All is as it was: what others may have written since the changes were taken back shows in the
 * edition's part that is not ours. */
static void
keep_what_was(struct programme *programme, const struct schedule *schedule, int64_t by_others)
{
	struct edition edition = store_edition(programme->store);

	edition.by_others = by_others;
	milestone_now_keep(programme, schedule, edition);
}

enum status
programme_what_if(struct programme *programme, const struct intended *changes, size_t count,
	enum what_if_depth depth, struct arena *arena, struct what_if *out, struct error *error)
{
	const struct trial trial = { programme, changes, count, depth, arena };
	struct picture before = { .plan_launch = NO_DAY, .plan_end = NO_DAY }, after = before;
	struct error stopped = { 0 };
	int64_t by_others;
	enum status status = store_begin(programme->store, "what if", error);

	*out = (struct what_if){ 0 };
	if (status != STATUS_OK)
		return status;
	status = try_changes(&trial, &before, &after, error);
	by_others = store_edition(programme->store).by_others;
	/* Never kept. */
	if (store_end(programme->store, status == STATUS_OK ? STATUS_STOPPED : status, &stopped) ==
		STATUS_STOPPED) {
		keep_what_was(programme, before.schedule, by_others);
		status =
			find_missing_from(programme, &before, &after, changes, count, arena, error);
		if (status == STATUS_OK)
			compare(&before, &after, arena, out);
		if (status == STATUS_OK)
			status = wave_view_compare(
				programme, &before.waves, &after.waves, arena, out, error);
	}
	milestone_now_release(before.schedule);
	milestone_now_release(after.schedule);
	return status;
}

enum status
programme_apply(struct programme *programme, const struct intended *changes, size_t count,
	const char *label, struct error *error)
{
	enum status status = store_begin(programme->store, label, error);

	if (status != STATUS_OK)
		return status;
	status = make_changes(programme, changes, count, error);
	store_set_label(programme->store, label);
	return store_end(programme->store, status, error);
}
