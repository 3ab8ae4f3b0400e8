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
#include "rollout/base/text.h"

struct gathering {
	struct rows rows;
	struct arena *arena;
	struct sequence_report *report;
	struct lens_link *links;
	size_t link_count;
	struct id_set coaches, leaders;
};

static enum level
level_of(const struct record *record, const char *field)
{
	if (record_is(record, field, "high"))
		return LEVEL_HIGH;
	return record_is(record, field, "low") ? LEVEL_LOW : LEVEL_UNKNOWN;
}

static enum stance
stance_of(const struct record *record)
{
	if (record_is(record, "stance", "willing"))
		return STANCE_WILLING;
	if (record_is(record, "stance", "neutral"))
		return STANCE_NEUTRAL;
	return record_is(record, "stance", "resistant") ? STANCE_RESISTANT : STANCE_UNKNOWN;
}

static void
add_team(struct gathering *gathering, const struct record *record)
{
	struct sequence_report *report = gathering->report;
	const struct value *wave = record_get(record, "wave");
	struct sequenced *item;

	report->teams = array_grow(report->teams, report->count, sizeof *report->teams);
	item = &report->teams[report->count++];
	*item = (struct sequenced){ .identifier = record_identifier(record, gathering->arena),
		.stored = wave->kind == VALUE_INTEGER ? (int)wave->integer : NO_WAVE,
		.leader = record_number(record, "leader"),
		.coach = record_number(record, "coach"),
		.coach_name = programme_title_of(
			gathering->rows.programme, record, "coach", gathering->arena),
		.pinned_reason = record_copy_text(record, "pinned_reason", gathering->arena),
		.handed_off = record_is(record, "ownership", "handed_off") };
	item->team = (struct lens_team){
		.name = record_copy_text(record, "name", gathering->arena),
		.id = record->id,
		.capability = level_of(record, "capability"),
		.complexity = level_of(record, "complexity"),
		.stance = stance_of(record),
		.cross_functional = record_flag(record, "cross_functional", false),
		.led = item->leader != 0, /* until it turns out that they have left */
		.unit = record_number(record, "function"),
		.pinned = item->pinned_reason ? item->stored : NO_WAVE,
	};
	if (item->leader != 0)
		id_set_add(&gathering->leaders, item->leader);
	if (item->coach != 0)
		id_set_add(&gathering->coaches, item->coach);
}

static int
find_index(const struct sequence_report *report, int64_t id)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->teams[i].team.id == id)
			return (int)i;
	return -1;
}

static void
read_links(struct gathering *gathering)
{
	struct record record;

	rows_of(&gathering->rows, "team_link", NULL);
	while (rows_next(&gathering->rows, &record)) {
		int a = find_index(gathering->report, record_number(&record, "from"));
		int b = find_index(gathering->report, record_number(&record, "to"));

		if (a < 0 || b < 0)
			continue;
		gathering->links = array_grow(
			gathering->links, gathering->link_count, sizeof *gathering->links);
		gathering->links[gathering->link_count++] = (struct lens_link){ a, b };
	}
}

/* Nobody engages who is not here any more. */
static void
take_leaver(struct gathering *gathering, int64_t person)
{
	for (size_t i = 0; i < gathering->report->count; i++)
		if (gathering->report->teams[i].leader == person)
			gathering->report->teams[i].team.led = false;
}

static void
read_people(struct gathering *gathering)
{
	struct record record;

	rows_of(&gathering->rows, "stakeholder", NULL);
	while (rows_next(&gathering->rows, &record)) {
		bool coaches = id_set_has(&gathering->coaches, record.id) ||
			       record_is(&record, "group", "coach");

		if (!record_flag(&record, "active", true) &&
			id_set_has(&gathering->leaders, record.id))
			take_leaver(gathering, record.id);
		if (coaches && record_flag(&record, "active", false) &&
			!record_is(&record, "kind", "group"))
			gathering->report->coaches++;
	}
}

static bool
fires(struct gathering *gathering, const char *rule)
{
	struct finding finding;

	rows_check(&gathering->rows, rule);
	return rows_next_finding(&gathering->rows, &finding);
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
static void
find_limits(struct gathering *gathering)
{
	struct sequence_report *report = gathering->report;
	struct store *store = gathering->rows.programme->store;
	int64_t most = store_setting(store, "wave_teams");
	bool one_unit = fires(gathering, "F5");

	report->coached = fires(gathering, "F8");
	report->halved = fires(gathering, "F2");
	/* What coaches could carry beyond a usual wave makes no wave larger: a finding never does. */
	if (report->coached && report->coaches * store_setting(store, "coach_capacity_teams") < most)
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
	report->capacity = arena_format(gathering->arena, "%s a wave: %s%s%s",
		text_quantity(gathering->arena, report->limits.wave_most, "team", NULL),
		report->coached ? arena_format(gathering->arena, "F8, what %s can carry",
					  text_quantity(gathering->arena, report->coaches, "coach",
						  "coaches"))
				: "the usual size",
		report->halved ? "; F2, less because managers have no room" : "",
		one_unit ? "; F5, the pilot in one willing unit" : "");
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
	struct gathering gathering = {
		.rows = rows_open(programme, NULL, error), .arena = arena, .report = out
	};
	struct record record;

	*out = (struct sequence_report){ 0 };
	rows_of(&gathering.rows, "team", NULL);
	while (rows_next(&gathering.rows, &record))
		add_team(&gathering, &record);
	read_links(&gathering);
	read_people(&gathering);
	find_limits(&gathering);
	place(&gathering);
	id_set_clear(&gathering.coaches);
	id_set_clear(&gathering.leaders);
	free(gathering.links);
	return rows_close(&gathering.rows);
}
