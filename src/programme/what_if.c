/* SPDX-License-Identifier: MIT */
/*
 * Makes changes inside a transaction that is always rolled back, and compares what is derived
 * before and after. Must not reckon anything itself: schedule, waves, confidence and rules do.
 */
#include "rollout/programme/what_if.h"

#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "rollout/programme/confidence.h"
#include "rollout/programme/schedule.h"
#include "rollout/programme/sequence.h"

/* Everything that is derived, at one moment. */
struct picture {
	struct schedule_report schedule;
	struct sequence_report sequence;
	struct confidence_report confidence;
	struct finding *findings;
	size_t finding_count;
};

/* The rules that a moved date can break. */
static const char *const date_rules[] = { "M4", "P1", "O2" };

static enum status
find_by_rule(struct programme *programme, const char *rule, struct arena *arena,
	struct picture *picture, struct error *error)
{
	struct finding *findings, *all;
	size_t count = 0, waived;
	enum status status =
		programme_check(programme, rule, arena, &findings, &count, &waived, error);

	if (status != STATUS_OK || count == 0)
		return status;
	all = arena_alloc(arena, (picture->finding_count + count) * sizeof *all);
	if (picture->finding_count > 0)
		memcpy(all, picture->findings, picture->finding_count * sizeof *all);
	memcpy(all + picture->finding_count, findings, count * sizeof *all);
	picture->findings = all;
	picture->finding_count += count;
	return STATUS_OK;
}

static enum status
take_picture(struct programme *programme, enum what_if_depth depth, struct arena *arena,
	struct picture *out, struct error *error)
{
	enum status status = programme_schedule(programme, arena, &out->schedule, error);

	if (depth == WHAT_IF_DATES) {
		for (size_t i = 0;
			status == STATUS_OK && i < sizeof date_rules / sizeof *date_rules; i++)
			status = find_by_rule(programme, date_rules[i], arena, out, error);
		return status;
	}
	if (status == STATUS_OK)
		status = find_by_rule(programme, NULL, arena, out, error);
	if (status == STATUS_OK)
		status = programme_sequence(programme, arena, &out->sequence, error);
	if (status == STATUS_OK)
		status = programme_confidence(programme, arena, &out->confidence, error);
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
	int left_days = abs(left->to - left->from), right_days = abs(right->to - right->from);

	if (left_days != right_days)
		return left_days > right_days ? -1 : 1;
	return (left->to > right->to) - (left->to < right->to);
}

static void
compare_schedules(const struct schedule_report *before, const struct schedule_report *after,
	struct arena *arena, struct what_if *out)
{
	out->milestones = arena_alloc(arena, (after->count + 1) * sizeof *out->milestones);
	out->end_before = before->ends_on;
	out->end_after = after->ends_on;
	for (size_t i = 0; i < before->count; i++)
		out->critical_before += before->milestones[i].dates.critical ? 1 : 0;
	for (size_t i = 0; i < after->count; i++) {
		const struct scheduled *is = &after->milestones[i];
		const struct scheduled *was = schedule_find(before, is->id);

		out->critical_after += is->dates.critical ? 1 : 0;
		if (was && was->dates.forecast != is->dates.forecast)
			out->milestones[out->milestone_count++] =
				(struct moved_milestone){ is->id, is->identifier, is->title,
					was->dates.forecast, is->dates.forecast };
	}
	if (out->milestone_count > 1)
		qsort(out->milestones, out->milestone_count, sizeof *out->milestones,
			compare_moves);
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
	compare_schedules(&before->schedule, &after->schedule, arena, out);
	compare_sequences(&before->sequence, &after->sequence, arena, out);
	compare_confidence(&before->confidence, &after->confidence, arena, out);
	out->appear = missing_from(after, before, arena, &out->appear_count);
	out->vanish = missing_from(before, after, arena, &out->vanish_count);
}

enum status
programme_what_if(struct programme *programme, const struct intended *changes, size_t count,
	enum what_if_depth depth, struct arena *arena, struct what_if *out, struct error *error)
{
	struct picture before = { 0 }, after = { 0 };
	struct error stopped = { 0 };
	enum status status = store_begin(programme->store, "what if", error);

	*out = (struct what_if){ 0 };
	if (status != STATUS_OK)
		return status;
	status = take_picture(programme, depth, arena, &before, error);
	if (status == STATUS_OK)
		status = make_changes(programme, changes, count, error);
	if (status == STATUS_OK)
		status = take_picture(programme, depth, arena, &after, error);
	/* Never kept. */
	if (store_end(programme->store, status == STATUS_OK ? STATUS_STOPPED : status, &stopped) ==
		STATUS_STOPPED)
		compare(&before, &after, arena, out);
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
