/* SPDX-License-Identifier: MIT */
/*
 * Gathers teams, links and coaches for the lens, and puts its reasons into words. Must not decide
 * who comes when.
 */
#include "rollout/programme/sequence.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/id_set.h"

struct gathering {
	struct programme *programme;
	struct arena *arena;
	struct sequence_report *report;
	size_t space;
	struct lens_link *links;
	size_t link_count, link_space;
	struct id_set coaches, leaders;
};

static const char *
word_of(const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? value->text : "";
}

static bool
has(const struct record *record, const char *field)
{
	return record_get(record, field)->kind != VALUE_NONE;
}

static enum level
level_of(const char *word)
{
	if (strcmp(word, "high") == 0)
		return LEVEL_HIGH;
	return strcmp(word, "low") == 0 ? LEVEL_LOW : LEVEL_UNKNOWN;
}

static enum stance
stance_of(const char *word)
{
	if (strcmp(word, "willing") == 0)
		return STANCE_WILLING;
	if (strcmp(word, "neutral") == 0)
		return STANCE_NEUTRAL;
	return strcmp(word, "resistant") == 0 ? STANCE_RESISTANT : STANCE_UNKNOWN;
}

static enum status
take_team(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	struct sequence_report *report = gathering->report;
	const struct value *wave = record_get(record, "wave"), *name = record_get(record, "name");
	char identifier[RECORD_ID_SIZE];
	struct sequenced *item;

	(void)error;
	if (report->count == gathering->space) {
		gathering->space = gathering->space > 0 ? gathering->space * 2 : 32;
		report->teams =
			memory_resize(report->teams, gathering->space, sizeof *report->teams);
	}
	item = &report->teams[report->count++];
	record_identify(record, identifier);
	*item = (struct sequenced){ .identifier = arena_copy(
					    gathering->arena, identifier, strlen(identifier)),
		.stored = wave->kind == VALUE_INTEGER ? (int)wave->integer : NO_WAVE,
		.leader = record_number(record, "leader"),
		.coach = record_number(record, "coach"),
		.handed_off = record_is(record, "ownership", "handed_off") };
	item->team = (struct lens_team){
		.name = arena_copy(gathering->arena, name->text, name->length),
		.id = record->id,
		.capability = level_of(word_of(record, "capability")),
		.complexity = level_of(word_of(record, "complexity")),
		.stance = stance_of(word_of(record, "stance")),
		.cross_functional = record_number(record, "cross_functional") != 0,
		.led = has(record, "leader"), /* until it turns out that they have left */
		.unit = record_number(record, "function"),
		.pinned = has(record, "pinned_reason") ? item->stored : NO_WAVE,
	};
	if (has(record, "pinned_reason"))
		item->pinned_reason = arena_copy(gathering->arena, word_of(record, "pinned_reason"),
			record_get(record, "pinned_reason")->length);
	if (item->leader != 0)
		id_set_add(&gathering->leaders, item->leader);
	if (item->coach == 0)
		return STATUS_OK;
	id_set_add(&gathering->coaches, item->coach);
	item->coach_name = programme_title(
		gathering->programme, type_find("stakeholder"), item->coach, gathering->arena);
	return STATUS_OK;
}

static int
find_index(const struct sequence_report *report, int64_t id)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->teams[i].team.id == id)
			return (int)i;
	return -1;
}

static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	int a = find_index(gathering->report, record_get(record, "from")->integer);
	int b = find_index(gathering->report, record_get(record, "to")->integer);

	(void)error;
	if (a < 0 || b < 0)
		return STATUS_OK;
	if (gathering->link_count == gathering->link_space) {
		gathering->link_space = gathering->link_space > 0 ? gathering->link_space * 2 : 32;
		gathering->links = memory_resize(
			gathering->links, gathering->link_space, sizeof *gathering->links);
	}
	gathering->links[gathering->link_count++] = (struct lens_link){ a, b };
	return STATUS_OK;
}

/* Nobody engages who is not here any more. */
static void
take_leaver(struct gathering *gathering, int64_t person)
{
	for (size_t i = 0; i < gathering->report->count; i++)
		if (gathering->report->teams[i].leader == person)
			gathering->report->teams[i].team.led = false;
}

static enum status
take_person(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	bool coaches =
		id_set_has(&gathering->coaches, record->id) || record_is(record, "group", "coach");

	(void)error;
	if (has(record, "active") && record_number(record, "active") == 0 &&
		id_set_has(&gathering->leaders, record->id))
		take_leaver(gathering, record->id);
	if (coaches && record_number(record, "active") != 0 && !record_is(record, "kind", "group"))
		gathering->report->coaches++;
	return STATUS_OK;
}

static enum status
each(struct gathering *gathering, const char *type,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	return programme_each(gathering->programme, &query, take, gathering, error);
}

static enum status
fires(struct gathering *gathering, const char *rule, bool *out, struct error *error)
{
	struct finding *findings;
	size_t count = 0, waived = 0;
	enum status status = programme_check(
		gathering->programme, rule, gathering->arena, &findings, &count, &waived, error);

	*out = count > 0;
	return status;
}

/* The pilot is a wave as well, but there is no rollout without one team in it. */
static int64_t
pilot_most(const struct sequence_report *report, int64_t wave_most, int64_t most)
{
	if (!report->coached && !report->halved)
		return most;
	return wave_most < 1 ? 1 : (wave_most < most ? wave_most : most);
}

/* What F8 and F2 leave of a wave, and F5 of the pilot (product.md 2). */
static enum status
find_limits(struct gathering *gathering, struct error *error)
{
	struct sequence_report *report = gathering->report;
	struct store *store = gathering->programme->store;
	int64_t most = store_setting(store, "wave_teams");
	bool one_unit = false;
	enum status status = fires(gathering, "F8", &report->coached, error);

	if (status == STATUS_OK)
		status = fires(gathering, "F2", &report->halved, error);
	if (status == STATUS_OK)
		status = fires(gathering, "F5", &one_unit, error);
	if (status != STATUS_OK)
		return status;
	if (report->coached)
		most = report->coaches * store_setting(store, "coach_capacity_teams");
	if (report->halved && most > 0) {
		most = most * store_setting(store, "simple_capacity_percent") / 100;
		most = most > 0 ? most : 1;
	}
	report->coach_most = (int)store_setting(store, "coach_capacity_teams");
	report->limits = (struct lens_limits){
		.pilot_most =
			(int)pilot_most(report, most, store_setting(store, "pilot_teams_max")),
		.one_unit = one_unit,
		.wave_most = (int)(most < INT32_MAX ? most : INT32_MAX),
	};
	report->capacity = arena_format(gathering->arena, "%d team%s a wave: %s%s%s",
		report->limits.wave_most, report->limits.wave_most == 1 ? "" : "s",
		report->coached ? arena_format(gathering->arena, "F8, what %d coach%s can carry",
					  report->coaches, report->coaches == 1 ? "" : "es")
				: "the usual size",
		report->halved ? "; F2, less because managers have no room" : "",
		one_unit ? "; F5, the pilot in one willing unit" : "");
	return STATUS_OK;
}

static const char *
order_name(enum lens_order order)
{
	switch (order) {
	case ORDER_NOW: return "now";
	case ORDER_EARLY: return "early";
	case ORDER_CALL: return "leads_call";
	case ORDER_LATER: return "later";
	}
	return "";
}

static const char *
missing_facts(const struct lens_team *team)
{
	if (team->capability == LEVEL_UNKNOWN)
		return "; its capability is not known";
	if (team->stance == STANCE_UNKNOWN)
		return "; how its leader stands is not known";
	return team->complexity == LEVEL_UNKNOWN ? "; its complexity is not known" : "";
}

/* What the lens says, for each reason. */
static const struct lens {
	const char *rule, *words, *response;
} lens[] = {
	[REASON_COMPLEX] = { "lens-complex", "low capability for complex work: later",
		"build up what it can do, or begin with the simpler part of its work" },
	[REASON_RESISTANT] = { "lens-resistant", "capable, but its leader resists: later",
		"win its leader first: ask what they believe they may lose" },
	[REASON_WILLING] = { "lens-willing", "capable, and its leader is willing: now",
		"agree the first drafting session with its leader and its coach" },
	[REASON_CROSS_FUNCTIONAL] = { "lens-cross-functional", "delivers across functions: early",
		"settle with the functions it works across who decides when priorities collide" },
	[REASON_CALL] = { "lens-call",
		"nothing decides it: the lead's call, by pinning with a reason",
		"find out what is not known about it, or pin it to a wave and say why" },
	[REASON_PINNED] = { "lens-pinned",
		"pinned: ", "look at it again when the reason no longer holds" },
};

static const char *
place_words(const struct lens_limits *limits, const struct lens_team *team)
{
	if (team->wave == NO_WAVE)
		return "; no wave can carry it yet";
	if (team->wave != 0 || team->reason == REASON_PINNED)
		return "";
	return limits->one_unit ? "; pilot: cross-functional work and a leader who engages, all in "
				  "one unit (F5)"
				: "; pilot: cross-functional work and a leader who engages";
}

static void
explain(struct gathering *gathering, struct sequenced *item)
{
	const struct lens_team *team = &item->team;

	item->order = order_name(team->order);
	item->rule = lens[team->reason].rule;
	item->response = lens[team->reason].response;
	item->reason = arena_format(gathering->arena, "%s%s%s%s%s", lens[team->reason].words,
		team->reason == REASON_PINNED ? item->pinned_reason : "",
		team->reason == REASON_CALL ? missing_facts(team) : "",
		team->linked ? "; works with a team that is in already" : "",
		place_words(&gathering->report->limits, team));
}

static int
compare_places(const void *a, const void *b)
{
	const struct lens_team *left = &((const struct sequenced *)a)->team;
	const struct lens_team *right = &((const struct sequenced *)b)->team;
	unsigned first = (unsigned)left->wave, second = (unsigned)right->wave;
	int order;

	if (first != second)
		return first < second ? -1 : 1;
	if (left->order != right->order)
		return left->order < right->order ? -1 : 1;
	order = strcmp(left->name, right->name);
	return order ? order : (left->id > right->id) - (left->id < right->id);
}

static void
place(struct gathering *gathering)
{
	struct sequence_report *report = gathering->report;
	struct lens_team *teams = memory_new(report->count + 1, sizeof *teams);
	struct sequenced *kept = arena_alloc(gathering->arena, (report->count + 1) * sizeof *kept);

	for (size_t i = 0; i < report->count; i++)
		teams[i] = report->teams[i].team;
	lens_fill_waves(
		teams, report->count, gathering->links, gathering->link_count, &report->limits);
	for (size_t i = 0; i < report->count; i++) {
		kept[i] = report->teams[i];
		kept[i].team = teams[i];
		explain(gathering, &kept[i]);
		report->pilot += teams[i].wave == 0 ? 1 : 0;
	}
	if (report->count > 0)
		qsort(kept, report->count, sizeof *kept, compare_places);
	free(teams);
	free(report->teams);
	report->teams = kept;
}

const struct sequenced *
sequence_find(const struct sequence_report *report, int64_t team)
{
	int index = find_index(report, team);

	return index < 0 ? NULL : &report->teams[index];
}

enum status
programme_sequence(struct programme *programme, struct arena *arena, struct sequence_report *out,
	struct error *error)
{
	struct gathering gathering = { .programme = programme, .arena = arena, .report = out };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct sequence_report){ 0 };
	if (status != STATUS_OK)
		return status;
	status = each(&gathering, "team", take_team, error);
	if (status == STATUS_OK)
		status = each(&gathering, "team_link", take_link, error);
	if (status == STATUS_OK)
		status = each(&gathering, "stakeholder", take_person, error);
	if (status == STATUS_OK)
		status = find_limits(&gathering, error);
	place(&gathering);
	store_end_read(programme->store);
	id_set_clear(&gathering.coaches);
	id_set_clear(&gathering.leaders);
	free(gathering.links);
	return status;
}
