/* SPDX-License-Identifier: MIT */
/*
 * Phases are cut where something is settled: a slice ends with what it is named by. One that would
 * be too short is settled along with the next, one that is too long is cut evenly.
 */
#include <stdlib.h>
#include <string.h>

#include "roadmap_draft.h"

/* What is settled by a day. */
struct group {
	const char *key, *name;
	day end;
};

struct cutting {
	struct drafting *drafting;
	int phase;
	struct group *groups;
	size_t count;
};

static bool
belongs(const struct draft_node *node, const struct draft_slice *slice, int wave)
{
	if (!node->template || strcmp(node->template->slice, slice->key) != 0)
		return false;
	if (!slice->each_wave)
		return true;
	return (node->template->each == DRAFT_EACH_WAVE ? node->wave
							: node->template->slice_wave) == wave;
}

static void
add_group(struct cutting *cutting, const struct draft_slice *slice, int wave)
{
	struct drafting *drafting = cutting->drafting;
	day end = NO_DAY;

	for (size_t i = 0; i < drafting->count; i++)
		if (!drafting->items[i].dropped && belongs(&drafting->nodes[i], slice, wave) &&
			drafting->items[i].expected > end)
			end = drafting->items[i].expected;
	if (end == NO_DAY)
		return;
	cutting->groups = arena_grow(
		drafting->arena, cutting->groups, cutting->count, sizeof *cutting->groups);
	cutting->groups[cutting->count++] =
		(struct group){ draft_fill(drafting, slice->key, wave, -1),
			draft_fill(drafting, slice->name, wave, -1), end };
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *left = a, *right = b;

	if (left->end != right->end)
		return left->end < right->end ? -1 : 1;
	return strcmp(left->key, right->key);
}

static void
gather(struct cutting *cutting)
{
	const struct draft_templates *templates = cutting->drafting->facts->templates;

	for (size_t i = 0; i < templates->slice_count; i++) {
		const struct draft_slice *slice = &templates->slices[i];

		if (slice->phase != cutting->phase)
			continue;
		if (!slice->each_wave)
			add_group(cutting, slice, 0);
		for (int wave = 1; slice->each_wave && wave <= DRAFT_WAVES_MAX; wave++)
			if (cutting->drafting->waves[wave])
				add_group(cutting, slice, wave);
	}
	if (cutting->count > 1)
		qsort(cutting->groups, cutting->count, sizeof *cutting->groups, compare_groups);
}

static void
add_slice(struct cutting *cutting, const char *key, const char *name, day from, day to)
{
	struct drafting *drafting = cutting->drafting;
	struct draft_item *item = draft_add_item(drafting, "slice", key, NULL);

	draft_put(item, "name", name);
	draft_put(item, "phase", draft_phase_names[cutting->phase]);
	draft_put_day(drafting, item, "starts_on", from);
	draft_put_day(drafting, item, "ends_on", to);
}

/* The last piece keeps the name: it is then that it is settled. */
static void
cut(struct cutting *cutting, const struct group *group, day from, day to)
{
	struct drafting *drafting = cutting->drafting;
	int most = drafting->facts->slice_days_max, days = to - from + 1;
	int pieces = (days + most - 1) / most;

	for (int i = 1; i <= pieces; i++) {
		day begin = from + (day)((int64_t)days * (i - 1) / pieces);
		day end = from + (day)((int64_t)days * i / pieces) - 1;
		const char *key = group->key, *name = group->name;
		char until[DATE_SIZE];

		if (i < pieces) {
			date_format(end, until);
			key = arena_format(drafting->arena, "%s-%d", key, i);
			name = arena_format(
				drafting->arena, "On the way to: %s (until %s)", name, until);
		}
		add_slice(cutting, key, name, begin, end);
	}
}

static void
cut_phase(struct drafting *drafting, int phase)
{
	struct cutting cutting = { .drafting = drafting, .phase = phase };
	struct draft_span span = drafting->draft->phases[phase];
	int least = drafting->facts->slice_days_min;
	day from = span.from;

	gather(&cutting);
	for (size_t i = 0; i < cutting.count && from <= span.to; i++) {
		const struct group *group = &cutting.groups[i];
		day end = group->end < span.to ? group->end : span.to;
		bool last = i + 1 == cutting.count;

		/* What is left behind it must be long enough, too. */
		if (last || span.to - end < least)
			end = span.to;
		if (end - from + 1 < least && !last)
			continue;
		cut(&cutting, group, from, end);
		from = end + 1;
	}
}

void
draft_slices(struct drafting *drafting)
{
	for (int i = 0; i < DRAFT_PHASES; i++)
		if (!drafting->facts->cut[i])
			cut_phase(drafting, i);
}

const char *
draft_find_slice(const struct drafting *drafting, int phase, day on)
{
	const struct roadmap_draft *draft = drafting->draft;
	char text[DATE_SIZE];

	if (phase < 0 || on == NO_DAY)
		return NULL;
	date_format(on, text);
	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *item = &draft->items[i];

		if (strcmp(item->type, "slice") == 0 &&
			strcmp(draft_text(item, "phase"), draft_phase_names[phase]) == 0 &&
			strcmp(draft_text(item, "starts_on"), text) <= 0 &&
			strcmp(draft_text(item, "ends_on"), text) >= 0)
			return item->key;
	}
	return NULL;
}
