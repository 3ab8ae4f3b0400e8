/* SPDX-License-Identifier: MIT */
/*
 * Which milestones a draft has: those of the templates that the facts ask for, for each wave and
 * team, and beside them those that the file has, because dates depend on both. A milestone of a
 * person's that answers a finding, or decides a phase that they planned, stands in for the drafted
 * one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roadmap_draft.h"
#include "rollout/base/text.h"

enum { IDENTIFIER_MOST = 50 };

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_among(const char *const *list, size_t count, const char *type, const char *key)
{
	char text[160];
	const char *wanted = text;

	if (count == 0)
		return false;
	snprintf(text, sizeof text, "%s %s", type, key);
	return bsearch(&wanted, list, count, sizeof *list, compare_texts) != NULL;
}

bool
draft_is_left_out(const struct draft_facts *facts, const char *type, const char *key)
{
	return is_among(facts->left_out, facts->left_out_count, type, key);
}

bool
draft_is_deleted(const struct draft_facts *facts, const char *type, const char *key)
{
	return is_among(facts->deleted, facts->deleted_count, type, key);
}

static void
put_number(struct drafting *drafting, struct buffer *out, const char *name, size_t length, int wave,
	int team)
{
	const struct draft_facts *facts = drafting->facts;

	if (strncmp(name, "wave", length) == 0)
		buffer_format(out, "%d", wave);
	else if (strncmp(name, "team", length) == 0)
		buffer_format(out, "%.*s", IDENTIFIER_MOST, facts->teams[team].identifier);
	else if (strncmp(name, "name", length) == 0)
		buffer_format(out, "%.*s",
			text_quote_length(facts->teams[team].name, strlen(facts->teams[team].name)),
			facts->teams[team].name);
	else if (strncmp(name, "free_cycles", length) == 0)
		buffer_format(out, "%d", facts->free_cycles);
	else if (strncmp(name, "objectives", length) == 0)
		buffer_append_text(
			out, text_quantity(drafting->arena, facts->objectives, "objective", NULL));
	else if (strncmp(name, "key_results", length) == 0)
		buffer_format(out, "%d", facts->key_results);
	else if (strncmp(name, "check_in_weeks", length) == 0)
		buffer_format(out, "%d", facts->check_in_weeks);
}

const char *
draft_fill(struct drafting *drafting, const char *text, int wave, int team)
{
	struct buffer out = { 0 };
	const char *copy, *open;

	if (!strchr(text, '{'))
		return text;
	while ((open = strchr(text, '{')) != NULL && strchr(open, '}')) {
		const char *close = strchr(open, '}');

		buffer_append(&out, text, (size_t)(open - text));
		put_number(drafting, &out, open + 1, (size_t)(close - open - 1), wave, team);
		text = close + 1;
	}
	buffer_append_text(&out, text);
	copy = arena_copy(drafting->arena, buffer_text(&out), out.length);
	buffer_clear(&out);
	return copy;
}

/* Whether the key is the pattern with something in its place. */
static bool
matches(const char *pattern, const char *key)
{
	const char *open = strchr(pattern, '{'), *close = open ? strchr(open, '}') : NULL;
	size_t before, behind, length = strlen(key);

	if (!close)
		return strcmp(pattern, key) == 0;
	before = (size_t)(open - pattern);
	behind = strlen(close + 1);
	return length > before + behind && strncmp(pattern, key, before) == 0 &&
	       strcmp(close + 1, key + length - behind) == 0;
}

bool
roadmap_draft_is_key(const struct draft_templates *templates, const char *key)
{
	for (size_t i = 0; i < templates->count; i++)
		if (matches(templates->milestones[i].key, key))
			return true;
	return false;
}

static int
find_phase(const struct draft_templates *templates, const char *slice)
{
	for (size_t i = 0; i < templates->slice_count; i++)
		if (strcmp(templates->slices[i].key, slice) == 0)
			return templates->slices[i].phase;
	return -1;
}

/* Why the milestone is not drafted; NULL: it is. */
static const char *
find_excuse(struct drafting *drafting, const struct draft_node *node)
{
	const struct draft_facts *facts = drafting->facts;
	int rule = node->template->rule;

	if (node->known >= 0)
		return NULL;
	if (rule != 0 && facts->answers[rule] >= 0)
		return arena_format(drafting->arena, "answered by \"%s\"",
			facts->known[facts->answers[rule]].title);
	if (rule != 0 && facts->answers[rule] == -1)
		return "answered by something else";
	if (rule == 0 && facts->own[node->phase])
		return "the phase has milestones of its own";
	return NULL;
}

static void
add_key(struct drafting *drafting, const char *key, int node)
{
	drafting->keys = arena_grow(
		drafting->arena, drafting->keys, drafting->key_count, sizeof *drafting->keys);
	drafting->keys[drafting->key_count++] = (struct draft_key){ key, node };
}

static void
add_node(struct drafting *drafting, const struct draft_node *node)
{
	drafting->nodes = arena_grow(
		drafting->arena, drafting->nodes, drafting->count, sizeof *drafting->nodes);
	drafting->items = arena_grow(
		drafting->arena, drafting->items, drafting->count, sizeof *drafting->items);
	drafting->nodes[drafting->count] = *node;
	if (node->known >= 0) {
		drafting->items[drafting->count] = drafting->facts->known[node->known].dates;
		drafting->known[node->known] = (int)drafting->count;
	} else {
		drafting->items[drafting->count] = (struct schedule_item){ .entered = NO_DAY,
			.promised = NO_DAY,
			.actual = NO_DAY,
			.work_days = NO_WORK_DAYS,
			.planned = true,
			.dropped = node->kept != NULL };
	}
	if (!node->kept)
		add_key(drafting, node->key, (int)drafting->count);
	drafting->count++;
}

/* Of the cycle's length, at least a day. */
static int
work_days_of(const struct draft_facts *facts, const struct draft_template *template)
{
	enum { USUAL_WEEKS = 13 };
	int days = template->work_days;

	if (template->in_cycle)
		days = (days * facts->cycle_weeks + USUAL_WEEKS / 2) / USUAL_WEEKS;
	return days > 0 ? days : 1;
}

static void
add_drafted(struct drafting *drafting, const struct draft_template *template, int wave, int team,
	int known)
{
	const struct draft_facts *facts = drafting->facts;
	struct draft_node node = { .template = template,
		.key = draft_fill(drafting, template->key, wave, team),
		.wave = template->wave >= 0 ? template->wave : wave,
		.team = team,
		.phase = find_phase(facts->templates, template->slice),
		.owner = DRAFT_NOBODY,
		.known = known };
	struct schedule_item *item;

	if (known < 0 && draft_is_left_out(facts, "milestone", node.key))
		return;
	node.title = draft_fill(drafting, template->title, wave, team);
	if (strlen(node.title) > TITLE_MOST)
		node.title = arena_copy(drafting->arena, node.title,
			(size_t)text_quote_length(node.title, strlen(node.title)));
	node.gone = known < 0 && draft_is_deleted(facts, "milestone", node.key);
	node.kept = node.gone ? DRAFT_GONE : find_excuse(drafting, &node);
	if (known >= 0)
		node.owner = facts->known[known].owner;
	add_node(drafting, &node);
	item = &drafting->items[drafting->count - 1];
	if (known < 0 || facts->known[known].ours_work)
		item->work_days = work_days_of(facts, template);
	if (known >= 0 && facts->known[known].ours_entered)
		item->entered = NO_DAY;
}

struct finder {
	const char *key;
	int known;
};

static int
compare_finders(const void *a, const void *b)
{
	return strcmp(((const struct finder *)a)->key, ((const struct finder *)b)->key);
}

/* The known by key; *taken: those that are drafted as well. */
struct index {
	struct finder *finders;
	size_t count;
	bool *taken;
};

static int
take_known(struct index *index, const char *key)
{
	const struct finder wanted = { key, 0 };
	const struct finder *found = index->count == 0
					     ? NULL
					     : bsearch(&wanted, index->finders, index->count,
						       sizeof *index->finders, compare_finders);

	if (!found)
		return -1;
	index->taken[found->known] = true;
	return found->known;
}

static void
draft_template(
	struct drafting *drafting, const struct draft_template *template, struct index *index)
{
	const struct draft_facts *facts = drafting->facts;

	switch (template->each) {
	case DRAFT_ONCE:
		add_drafted(
			drafting, template, template->wave, -1, take_known(index, template->key));
		break;
	case DRAFT_EACH_WAVE:
		for (int wave = 1; wave <= DRAFT_WAVES_MAX; wave++)
			if (drafting->waves[wave])
				add_drafted(drafting, template, wave, -1,
					take_known(index,
						draft_fill(drafting, template->key, wave, -1)));
		break;
	case DRAFT_EACH_TEAM:
		for (size_t i = 0; i < facts->team_count; i++)
			if (facts->teams[i].wave >= 0 && facts->teams[i].wave <= DRAFT_WAVES_MAX)
				add_drafted(drafting, template, facts->teams[i].wave, (int)i,
					take_known(index,
						draft_fill(drafting, template->key, 0, (int)i)));
		break;
	}
}

/* What a person has planned in place of a drafted milestone that is left out. */
static void
stand_in(struct drafting *drafting, const struct draft_node *node)
{
	const struct draft_facts *facts = drafting->facts;
	int rule = node->template->rule, found = -1;
	bool gate = strcmp(node->template->kind, "gate") == 0;
	bool launch = strcmp(node->template->kind, "launch") == 0;

	if (rule != 0)
		found = facts->answers[rule];
	/* The phase of a person's own is decided by its last gate. */
	for (size_t i = 0; rule == 0 && (gate || launch) && i < facts->known_count; i++)
		if (!facts->known[i].dates.dropped && facts->known[i].phase == node->phase &&
			(gate ? facts->known[i].gate : facts->known[i].launches) &&
			(found < 0 ||
				facts->known[i].dates.entered > facts->known[found].dates.entered))
			found = (int)i;
	if (found >= 0)
		add_key(drafting, node->key, drafting->known[found]);
}

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(((const struct draft_key *)a)->key, ((const struct draft_key *)b)->key);
}

int
draft_find_node(const struct drafting *drafting, const char *key)
{
	const struct draft_key wanted = { key, 0 };
	const struct draft_key *found =
		drafting->key_count == 0 ? NULL
					 : bsearch(&wanted, drafting->keys, drafting->key_count,
						   sizeof *drafting->keys, compare_keys);

	return found ? found->node : NO_NODE;
}

static void
sort_keys(struct drafting *drafting)
{
	if (drafting->key_count > 0)
		qsort(drafting->keys, drafting->key_count, sizeof *drafting->keys, compare_keys);
}

/* A wave without a team is none; where nobody knows the teams yet, there is one behind the pilot.
 */
static void
count_waves(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;

	drafting->waves[0] = drafting->waves[1] = true;
	for (size_t i = 0; i < facts->team_count; i++)
		if (facts->teams[i].wave >= 0 && facts->teams[i].wave <= DRAFT_WAVES_MAX)
			drafting->waves[facts->teams[i].wave] = true;
}

void
draft_nodes(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	struct index index = { .count = facts->known_count };
	size_t drafted;

	index.finders = arena_alloc(drafting->arena, (index.count + 1) * sizeof *index.finders);
	index.taken = arena_alloc(drafting->arena, index.count + 1);
	memset(index.taken, 0, index.count + 1);
	drafting->known = arena_alloc(drafting->arena, (index.count + 1) * sizeof *drafting->known);
	for (size_t i = 0; i < index.count; i++)
		index.finders[i] = (struct finder){ facts->known[i].identifier, (int)i };
	if (index.count > 0)
		qsort(index.finders, index.count, sizeof *index.finders, compare_finders);
	count_waves(drafting);
	for (size_t i = 0; i < facts->templates->count; i++)
		if (facts->templates->milestones[i].rule == 0 ||
			facts->fires[facts->templates->milestones[i].rule])
			draft_template(drafting, &facts->templates->milestones[i], &index);
	drafted = drafting->count;
	for (size_t i = 0; i < index.count; i++)
		if (!index.taken[i]) {
			add_node(drafting, &(struct draft_node){ .key = facts->known[i].identifier,
						   .title = facts->known[i].title,
						   .known = (int)i,
						   .wave = -1,
						   .team = -1,
						   .phase = facts->known[i].phase,
						   .owner = facts->known[i].owner });
			if (facts->known[i].leaves)
				drafting->items[drafting->count - 1].dropped = true;
		}
	sort_keys(drafting);
	for (size_t i = 0; i < drafted; i++)
		if (drafting->nodes[i].kept)
			stand_in(drafting, &drafting->nodes[i]);
	sort_keys(drafting);
}
