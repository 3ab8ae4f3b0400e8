/* SPDX-License-Identifier: MIT */
/*
 * Engagement for every wave, by stage and group, and what has to exist when the programme is gone.
 * The actions of wave 0 are the model for the later ones, so that a lead writes them once; a file
 * that has none gets those of the templates. Each keeps its distance to the launch of its wave.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "programme/document/template.h"

enum { MODELS_MAX = 128, WEEK = 7, OFFSET_MOST = 3660, KEY_MOST = 50 };

/* days: from the launch of the wave. */
struct model {
	int64_t id; /* of the record; 0: of a template */
	const char *key, *action, *stage, *group, *channel;
	int days;
	bool done;
};

struct models {
	struct model items[MODELS_MAX];
	size_t count;
};

/* What is about one person is no model for others. */
static void
take_model(
	struct planning *planning, struct models *models, const struct record *record, day launch)
{
	struct arena *arena = planning->arena;
	day due = record_date(record, "due_on");
	const struct value *days = record_get(record, "days_from_launch");
	int offset = due == NO_DAY ? 0 : due - launch;

	if (models->count == MODELS_MAX || record_has(record, "stakeholder") ||
		!record_has(record, "group") || record_number(record, "wave") != 0)
		return;
	if (days->kind == VALUE_INTEGER)
		offset = (int)days->integer;
	models->items[models->count] = (struct model){
		.id = record->id,
		.key = record->id ? record_identifier(record, arena)
				  : record_copy_text(record, "key", arena),
		.action = record_copy_text(record, "action", arena),
		.stage = record_copy_text(record, "stage", arena),
		.group = record_copy_text(record, "group", arena),
		.channel = record_copy_text(record, "channel", arena),
		.days = offset,
		.done = record_has(record, "done_on"),
	};
	models->count += abs(offset) <= OFFSET_MOST;
}

static void
read_models(struct planning *planning, struct models *models)
{
	day launch = planning->facts.launches_stand;
	struct template_reader template;
	const struct record *there;
	struct record record;
	enum status status;

	launch = launch == NO_DAY ? planning->draft.launch : launch;
	rows_of(&planning->rows, "engagement", NULL);
	while (rows_next(&planning->rows, &record))
		take_model(planning, models, &record, launch);
	if (models->count > 0 || !plan_goes_on(planning))
		return;
	template = template_open("engagement", planning->rows.error);
	while ((there = template_next(&template)) != NULL)
		take_model(planning, models, there, NO_DAY);
	status = template_close(&template);
	if (plan_goes_on(planning))
		planning->rows.status = status;
}

/* Coaches and teams are the enablement lead's to engage, the others the programme lead's. */
static const char *
owner_for(const struct planning *planning, const char *group)
{
	const char *enablement = plan_role(planning, DRAFT_ENABLEMENT);
	bool practice = strcmp(group, "coach") == 0 || strcmp(group, "end_user") == 0;

	return practice && enablement ? enablement : plan_role(planning, DRAFT_LEAD);
}

/*
 * When it is due. What is there and late by the plan's own date stays late: only a launch that
 * moves moves it. NULL: the day stays as it is.
 */
static const char *
due_of(struct planning *planning, const char *type, int64_t id, day due)
{
	const struct record record = { .type = type_find(type), .id = id };

	if (id != 0 && due < planning->facts.today &&
		plan_is_written(planning, &record, "due_on", PLAN_LABEL))
		return NULL;
	return plan_day(planning, plan_working_day(planning, due));
}

static void
put_due(struct planning *planning, struct draft_item *item, int64_t id, day due)
{
	const char *text = due_of(planning, item->type, id, due);

	plan_field(item, "due_on", text);
	if (text)
		item->fields[item->field_count - 1].over_template = true;
}

static void
put_action(struct planning *planning, const struct model *model, int wave)
{
	static const char because[] =
		"template: every wave goes through pre-launch, launch, first cycle and ongoing";
	struct draft_item item = { .type = "engagement" };
	bool there = wave == 0 && model->id != 0;
	int64_t id = there ? model->id : 0;
	day due = planning->draft.wave_launches[wave] + model->days;

	item.key = wave == 0
			   ? model->key
			   : arena_format(planning->arena, "%.*s-w%d", KEY_MOST, model->key, wave);
	if (id == 0)
		id = plan_find_key(planning, item.type, item.key);
	if (!there) {
		plan_field(&item, "action", model->action);
		plan_field(&item, "stage", model->stage);
		plan_field(&item, "group", model->group);
		plan_field(&item, "wave", arena_format(planning->arena, "%d", wave));
		plan_field(&item, "channel", model->channel);
		plan_field(&item, "because", because);
		plan_field(&item, "days_from_launch",
			arena_format(planning->arena, "%d", model->days));
	}
	plan_field(&item, "owner", owner_for(planning, model->group));
	if (!there || !model->done)
		put_due(planning, &item, id, due);
	plan_put(planning, &item, id, there, because);
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

	read_models(planning, models);
	for (int wave = 0; wave <= DRAFT_WAVES_MAX; wave++)
		for (size_t i = 0; i < models->count && plan_goes_on(planning); i++)
			if (planning->draft.wave_launches[wave] != NO_DAY &&
				(wave == 0 || has_teams(&planning->sequence, wave)))
				put_action(planning, &models->items[i], wave);
	free(models);
}

/* When each kind of capability is needed: before the pilot, while it runs, with the first wave
 * behind it, or when the functions take over. nth: of its kind. */
static day
needed_on(const struct planning *planning, const char *kind, const char *audience, int nth)
{
	const struct roadmap_draft *draft = &planning->draft;
	struct draft_span embed = draft->phases[DRAFT_PHASES - 1];
	day launch = draft->launch, next = draft->wave_launches[1];
	bool leaders = strcmp(audience, "leaders") == 0;
	bool managers = strcmp(audience, "managers") == 0;

	next = next == NO_DAY ? draft->phases[1].from : next;
	if (strcmp(kind, "training") == 0)
		return leaders ? launch - 2 * WEEK : (managers ? launch - WEEK : launch + WEEK);
	if (strcmp(kind, "playbook") == 0)
		return managers ? launch : launch + 4 * WEEK;
	if (strcmp(kind, "champion") == 0)
		return next + 4 * WEEK;
	return embed.from + (day)((int64_t)(embed.to - embed.from) * (nth + 1) / 4);
}

/* One after the other of those who could; the lead where nobody else can. */
static const char *
capability_owner(const struct planning *planning, const char *kind, int nth)
{
	bool ownership = strcmp(kind, "ownership") == 0;
	const struct draft_people *people =
		&planning->facts.roles[ownership ? DRAFT_FUNCTIONAL : DRAFT_COACHES];
	const char *enablement = plan_role(planning, DRAFT_ENABLEMENT);

	if (!ownership && strcmp(kind, "champion") != 0 && nth == 0 && enablement)
		return enablement;
	if (people->count > 0)
		return planning->facts.people[people->people[(size_t)nth % people->count]];
	return !ownership && enablement ? enablement : plan_role(planning, DRAFT_LEAD);
}

static void
put_capability(struct planning *planning, const struct record *template, int nth)
{
	static const char because[] =
		"template: what has to exist when the programme makes itself unnecessary";
	struct draft_item item = { .type = "capability",
		.key = record_copy_text(template, "key", planning->arena) };
	const char *kind = record_copy_text(template, "kind", planning->arena);
	const char *audience = record_copy_text(template, "audience", planning->arena);
	int64_t id = plan_find_key(planning, item.type, item.key);

	if (id == 0) {
		plan_field(&item, "name", record_copy_text(template, "name", planning->arena));
		plan_field(&item, "kind", kind);
		plan_field(&item, "audience", audience);
	}
	plan_field(&item, "owner", capability_owner(planning, kind, nth));
	put_due(planning, &item, id, needed_on(planning, kind, audience ? audience : "", nth));
	plan_put(planning, &item, id, id != 0, because);
}

void
plan_capabilities(struct planning *planning)
{
	struct template_reader template = template_open("capabilities", planning->rows.error);
	const struct record *there;
	char last[64] = "";
	enum status status;
	int nth = 0;

	while (plan_goes_on(planning) && (there = template_next(&template)) != NULL) {
		const char *kind = record_text(there, "kind");

		nth = strcmp(last, kind) == 0 ? nth + 1 : 0;
		strncpy(last, kind, sizeof last - 1);
		put_capability(planning, there, nth);
	}
	status = template_close(&template);
	if (plan_goes_on(planning))
		planning->rows.status = status;
}
