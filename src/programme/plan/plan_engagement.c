/* SPDX-License-Identifier: MIT */
/*
 * Engagement for every wave, by stage and group, and what has to exist when the programme is gone.
 * The actions of wave 0 are the model for the later ones, so that a lead writes them once; a file
 * that has none gets a short set to begin with.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"

enum { MODELS_MAX = 128, WEEK = 7, OFFSET_MOST = 3660 };

/* days: from the launch of the wave. */
struct model {
	const char *key, *action, *stage, *group, *channel;
	int days;
};

/* clang-format off */
static const struct model first_models[] = {
	{ "engage-pre-launch-executive-sponsor", "Let each executive name what their area stops", "pre_launch", "executive_sponsor", "workshop", -21 },
	{ "engage-pre-launch-functional-lead", "Ask each functional lead what they would lose, and agree one answer", "pre_launch", "functional_lead", "one_to_one", -14 },
	{ "engage-pre-launch-end-user", "Show the teams one real example and ask what would make it useless to them", "pre_launch", "end_user", "forum", -7 },
	{ "engage-launch-executive-sponsor", "Tell the teams in person what loses priority from today on", "launch", "executive_sponsor", "forum", 0 },
	{ "engage-launch-functional-lead", "Answer the five questions with the managers of the function", "launch", "functional_lead", "workshop", 0 },
	{ "engage-launch-end-user", "Let each team say in its own words what it drops this cycle", "launch", "end_user", "workshop", 3 },
	{ "engage-first-cycle-executive-sponsor", "Review one key result a fortnight and decide something because of it", "first_cycle", "executive_sponsor", "check_in", 28 },
	{ "engage-first-cycle-functional-lead", "Settle the dependencies that the check-ins bring up", "first_cycle", "functional_lead", "check_in", 35 },
	{ "engage-first-cycle-end-user", "Ask the teams what the check-in costs them and what it changed", "first_cycle", "end_user", "check_in", 42 },
	{ "engage-ongoing-executive-sponsor", "Close the loop: name what leaders changed because of the teams", "ongoing", "executive_sponsor", "forum", 91 },
	{ "engage-ongoing-functional-lead", "Hand the next cycle's preparation to the function", "ongoing", "functional_lead", "one_to_one", 98 },
	{ "engage-ongoing-end-user", "Let teams of this wave show the next one what they stopped", "ongoing", "end_user", "forum", 98 },
};

static const struct {
	const char *key, *name, *kind, *audience;
} capabilities[] = {
	{ "champions", "A champion in every team runs drafting and review without a coach", "champion", "members" },
	{ "manager-playbook", "Managers use a playbook with our own examples and check-in formats", "playbook", "managers" },
	{ "leader-playbook", "Leaders use one page on what to ask, decide and tell in a review", "playbook", "leaders" },
	{ "training-leaders", "Leaders have practised choosing what stops", "training", "leaders" },
	{ "training-managers", "Managers have practised drafting, check-ins and escalation", "training", "managers" },
	{ "training-members", "Members have practised writing a key result they can move", "training", "members" },
	{ "quality-ownership", "A named owner keeps up the quality of OKRs and reviews", "ownership", "everyone" },
	{ "onboarding-ownership", "A named owner introduces new managers and joiners", "ownership", "everyone" },
	{ "process-ownership", "A named owner decides on changes to the process and records them", "ownership", "everyone" },
};
/* clang-format on */

struct models {
	struct model items[MODELS_MAX];
	size_t count;
};

/* What is about one person is no model for others. */
static void
read_models(struct planning *planning, struct models *models)
{
	struct arena *arena = planning->arena;
	day launch = planning->facts.launches_on;
	struct record record;

	rows_of(&planning->rows, "engagement", NULL);
	while (rows_next(&planning->rows, &record)) {
		day due = record_date(&record, "due_on");

		if (models->count == MODELS_MAX || record_has(&record, "stakeholder") ||
			!record_has(&record, "group") || record_number(&record, "wave") != 0)
			continue;
		due = due == NO_DAY ? launch : due;
		models->items[models->count] = (struct model){
			.key = record_identifier(&record, arena),
			.action = record_copy_text(&record, "action", arena),
			.stage = record_copy_text(&record, "stage", arena),
			.group = record_copy_text(&record, "group", arena),
			.channel = record_copy_text(&record, "channel", arena),
			.days = due - launch,
		};
		models->count += abs(due - launch) <= OFFSET_MOST;
	}
}

static day
launch_of(const struct planning *planning, int wave)
{
	return planning->facts.launches_on + wave * planning->facts.cycle_weeks * WEEK;
}

static void
put_action(struct planning *planning, const struct model *model, int wave)
{
	static const char because[] =
		"template: every wave goes through pre-launch, launch, first cycle and ongoing";
	struct draft_item item = { .type = "engagement" };
	day due = launch_of(planning, wave) + model->days;

	if (due < planning->facts.starts_on)
		due = planning->facts.starts_on;
	item.key = wave == 0 ? model->key
			     : arena_format(planning->arena, "%.50s-w%d", model->key, wave);
	plan_field(&item, "action", model->action);
	plan_field(&item, "stage", model->stage);
	plan_field(&item, "group", model->group);
	plan_field(&item, "wave", arena_format(planning->arena, "%d", wave));
	plan_field(&item, "owner", planning->facts.lead);
	plan_field(&item, "channel", model->channel);
	plan_field(&item, "due_on", plan_day(planning, due));
	plan_field(&item, "because", because);
	plan_put(planning, &item, 0, false, because);
}

static bool
has_teams(const struct sequence_report *sequence, int wave)
{
	for (size_t i = 0; i < sequence->count; i++)
		if (sequence->teams[i].team.wave == wave)
			return true;
	return false;
}

void
plan_engagement(struct planning *planning)
{
	struct models *models = memory_new(1, sizeof *models);
	bool own;

	read_models(planning, models);
	own = models->count > 0;
	if (!own) {
		memcpy(models->items, first_models, sizeof first_models);
		models->count = sizeof first_models / sizeof *first_models;
	}
	for (int wave = own ? 1 : 0; wave < DRAFT_WAVES_MAX; wave++)
		for (size_t i = 0; i < models->count; i++)
			if (wave == 0 || has_teams(&planning->sequence, wave))
				put_action(planning, &models->items[i], wave);
	free(models);
}

void
plan_capabilities(struct planning *planning)
{
	static const char because[] =
		"template: what has to exist when the programme makes itself unnecessary";
	const struct draft_facts *facts = &planning->facts;
	day due = launch_of(planning, facts->waves + 1);

	for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
		struct draft_item item = { .type = "capability", .key = capabilities[i].key };
		int64_t id = plan_find_key(planning, item.type, item.key);

		if (id == 0) {
			plan_field(&item, "name", capabilities[i].name);
			plan_field(&item, "kind", capabilities[i].kind);
			plan_field(&item, "audience", capabilities[i].audience);
		}
		plan_field(&item, "owner", facts->enablement ? facts->enablement : facts->lead);
		plan_field(&item, "due_on", plan_day(planning, due));
		plan_put(planning, &item, id, id != 0, because);
	}
}
