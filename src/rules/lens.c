/* SPDX-License-Identifier: MIT */
/*
 * The lens and the filling of waves. Must not depend on the order in which teams are handed in:
 * ties go by name, then id.
 */
#include "rollout/rules/lens.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

void
lens_order_team(struct lens_team *team)
{
	bool able = team->capability == LEVEL_HIGH;

	if (team->capability == LEVEL_LOW && team->complexity == LEVEL_HIGH) {
		team->order = ORDER_LATER;
		team->reason = REASON_COMPLEX;
	} else if (able && team->stance == STANCE_RESISTANT) {
		team->order = ORDER_LATER;
		team->reason = REASON_RESISTANT;
	} else if (able && team->stance == STANCE_WILLING) {
		team->order = ORDER_NOW;
		team->reason = REASON_WILLING;
	} else if (team->cross_functional) {
		team->order = ORDER_EARLY;
		team->reason = REASON_CROSS_FUNCTIONAL;
	} else {
		team->order = ORDER_CALL;
		team->reason = REASON_CALL;
	}
}

struct filling {
	struct lens_team *teams;
	size_t count;
	size_t *order; /* indexes, as they are to be placed */
	int32_t *neighbours; /* of each team, side by side */
	size_t *first; /* of each team's neighbours; count + 1 of them */
};

static int
compare_teams(const struct lens_team *a, const struct lens_team *b)
{
	int order;

	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	order = strcmp(a->name, b->name);
	return order ? order : (a->id > b->id) - (a->id < b->id);
}

static int
compare_indexed(const void *a, const void *b)
{
	return compare_teams(
		*(const struct lens_team *const *)a, *(const struct lens_team *const *)b);
}

static void
sort_teams(struct filling *filling)
{
	struct lens_team **sorted = memory_new(filling->count + 1, sizeof(*sorted));

	for (size_t i = 0; i < filling->count; i++)
		sorted[i] = &filling->teams[i];
	qsort(sorted, filling->count, sizeof(*sorted), compare_indexed);
	for (size_t i = 0; i < filling->count; i++)
		filling->order[i] = (size_t)(sorted[i] - filling->teams);
	free(sorted);
}

static void
group_links(struct filling *filling, const struct lens_link *links, size_t count)
{
	size_t *next = memory_new(filling->count + 1, sizeof *next);

	for (size_t i = 0; i < count; i++) {
		filling->first[links[i].a + 1]++;
		filling->first[links[i].b + 1]++;
	}
	for (size_t i = 0; i < filling->count; i++) {
		filling->first[i + 1] += filling->first[i];
		next[i] = filling->first[i];
	}
	for (size_t i = 0; i < count; i++) {
		filling->neighbours[next[links[i].a]++] = links[i].b;
		filling->neighbours[next[links[i].b]++] = links[i].a;
	}
	free(next);
}

static bool
works_with_placed(const struct filling *filling, size_t team)
{
	for (size_t i = filling->first[team]; i < filling->first[team + 1]; i++)
		if (filling->teams[filling->neighbours[i]].wave != NO_WAVE)
			return true;
	return false;
}

static int
count_in_wave(const struct filling *filling, int wave)
{
	int count = 0;

	for (size_t i = 0; i < filling->count; i++)
		count += filling->teams[i].wave == wave ? 1 : 0;
	return count;
}

/* Real cross-functional work, and a leader who engages. */
static bool
is_credible(const struct lens_team *team)
{
	return team->cross_functional && team->led && team->stance == STANCE_WILLING &&
	       team->order != ORDER_LATER;
}

/* The first that is in the pilot already, else the first that could be; NULL: none. */
static const struct lens_team *
find_first_pilot(const struct filling *filling)
{
	const struct lens_team *found = NULL;

	for (size_t i = 0; i < filling->count; i++) {
		const struct lens_team *team = &filling->teams[filling->order[i]];

		if (team->wave == 0)
			return team;
		if (!found && team->wave == NO_WAVE && is_credible(team))
			found = team;
	}
	return found;
}

static void
choose_pilot(struct filling *filling, const struct lens_limits *limits)
{
	const struct lens_team *first = find_first_pilot(filling);
	int taken = count_in_wave(filling, 0);

	for (size_t i = 0; i < filling->count && taken < limits->pilot_most; i++) {
		struct lens_team *team = &filling->teams[filling->order[i]];

		if (team->wave == NO_WAVE && is_credible(team) &&
			(!limits->one_unit || team->unit == first->unit)) {
			team->wave = 0;
			taken++;
		}
	}
}

/* The next of the order that is left; within it, one that works with a team in a wave comes first.
 */
static struct lens_team *
next_team(struct filling *filling)
{
	struct lens_team *found = NULL;

	for (size_t i = 0; i < filling->count; i++) {
		struct lens_team *team = &filling->teams[filling->order[i]];

		if (team->wave != NO_WAVE)
			continue;
		if (found && team->order != found->order)
			break;
		if (works_with_placed(filling, filling->order[i])) {
			team->linked = true;
			return team;
		}
		found = found ? found : team;
	}
	return found;
}

static void
fill_waves(struct filling *filling, int most)
{
	struct lens_team *team;
	int wave = 1, taken = count_in_wave(filling, 1);

	while (most > 0 && (team = next_team(filling)) != NULL) {
		while (taken >= most)
			taken = count_in_wave(filling, ++wave);
		team->wave = wave;
		taken++;
	}
}

void
lens_fill_waves(struct lens_team *teams, size_t count, const struct lens_link *links,
	size_t link_count, const struct lens_limits *limits)
{
	struct filling filling = { .teams = teams, .count = count };

	filling.order = memory_new(count + 1, sizeof *filling.order);
	filling.neighbours = memory_new(2 * link_count + 1, sizeof *filling.neighbours);
	filling.first = memory_new(count + 2, sizeof *filling.first);
	for (size_t i = 0; i < count; i++) {
		lens_order_team(&teams[i]);
		teams[i].wave = teams[i].pinned;
		teams[i].linked = false;
		if (teams[i].pinned != NO_WAVE)
			teams[i].reason = REASON_PINNED;
	}
	sort_teams(&filling);
	group_links(&filling, links, link_count);
	choose_pilot(&filling, limits);
	fill_waves(&filling, limits->wave_most);
	free(filling.order);
	free(filling.neighbours);
	free(filling.first);
}
