/* SPDX-License-Identifier: MIT */
/* What the files of the plan share. Private to src/programme/plan. */
#ifndef ROLLOUT_PROGRAMME_PLANNING_H
#define ROLLOUT_PROGRAMME_PLANNING_H

#include "programme/document/document.h"
#include "rollout/programme/plan.h"
#include "rollout/programme/sequence.h"
#include "rollout/rules/roadmap_draft.h"

/* What steps of the plan are labelled with: the history tells by it what the plan wrote. */
#define PLAN_LABEL "plan the roadmap"
/* What the step of a new file is labelled with, which holds what the templates say. */
#define TEMPLATE_LABEL "new programme"
/* And those with which a record goes, and leaves a field empty that referred to it. */
#define REMOVAL_LABEL "remove"

/* Whom the file names, by id; 0: nobody. */
struct head {
	int64_t programme, sponsor, lead, enablement;
};

/*
 * What goes wrong sticks to the rows: nothing is read or written behind it, so it is looked at
 * once, at the end. Who reads inside a loop over them opens rows of their own.
 */
struct planning {
	struct programme *programme;
	const struct plan_options *options;
	struct arena *arena;
	struct plan_report *report;
	struct rows rows;
	struct head head;
	struct draft_facts facts;
	struct workdays workdays; /* what facts point to */
	struct roadmap_draft draft;
	struct sequence_report sequence;
	int64_t *people; /* beside those of the facts, ascending */
	size_t people_count;
	int64_t *milestones; /* beside the known of the facts, ascending */
	int64_t phase_ids[DRAFT_PHASES]; /* 0: there is none */
	bool answered; /* somebody has answered the diagnosis */
	bool *named; /* beside the keys that options take or leave: there is such an item */
};

/* Whether all has gone well so far. */
bool plan_goes_on(const struct planning *planning);
/* The record of the type with that key; 0: there is none. */
int64_t plan_find_key(struct planning *planning, const char *type, const char *key);
/* Whether a step with that label wrote the field, as authorship_is() says. */
bool plan_is_written(struct planning *planning, const struct record *record, const char *field,
	const char *label);

/* plan_templates.c: what may be drafted. */
struct draft_templates *plan_read_templates(struct arena *arena);
/* plan_known.c: what the file has of it; and the place of a person among those of the facts. */
void plan_read_known(struct planning *planning);
int plan_find_person(const struct planning *planning, int64_t id);
/* plan_facts.c: fills facts and sequence; the identifier of the first person in a role, NULL: none.
 */
void plan_gather(struct planning *planning);
const char *plan_role(const struct planning *planning, enum draft_role role);
/* plan_choice.c: whether the item is taken; what of a draft is not; names that mean no item. */
bool plan_takes(struct planning *planning, const char *type, const char *key);
void plan_leave_out(struct planning *planning);
void plan_check_names(struct planning *planning);
/* plan_launch.c: the launch as the network allows, the promises, and what the plan lacks. */
void plan_launch(struct planning *planning);
void plan_promise(struct planning *planning);
void plan_note(struct planning *planning);
/* plan_offers.c: what an earlier plan added for a finding that is gone. */
void plan_offer_removals(struct planning *planning);
/* plan_risks.c: the risks that are there from the first day, each with an owner; F1 raises one. */
void plan_risks(struct planning *planning);
/* plan_owners.c: who answers for what, where the programme and its functions say who. */
void plan_owners(struct planning *planning);
/* plan_rhythm.c: check-ins of a simple first cycle (F2). */
void plan_rhythm(struct planning *planning);
/* plan_people.c: waves of teams, stall plans of functions, people to be heard before the launch. */
void plan_teams_and_people(struct planning *planning);
/* plan_engagement.c: actions of each wave by stage and group; what has to exist in the end. */
void plan_engagement(struct planning *planning);
void plan_capabilities(struct planning *planning);
/* The day itself, or where it is past or no working day the first one from it or today on. */
day plan_working_day(const struct planning *planning, day date);
/* plan_put.c: a field of an item; NULL: it has none. */
const char *plan_text(const struct draft_item *item, const char *field);
/* One line of the report; id: of the record that is there, 0: none. */
void plan_say_item(struct planning *planning, enum plan_action action,
	const struct draft_item *item, int64_t id, const char *because, const char *detail);
/*
 * Adds the record or brings it up to date, or says why not. fill: empty fields of a record
 * that a person made are filled in. because: the reason that is shown.
 */
void plan_put(struct planning *planning, const struct draft_item *item, int64_t id, bool fill,
	const char *because);
void plan_say(struct planning *planning, const struct plan_line *line);
/* Adds a field to an item; NULL: nothing is known, and nothing is added. */
void plan_field(struct draft_item *item, const char *name, const char *text);
const char *plan_day(struct planning *planning, day date); /* as a field has it */
/* Whom a field names, as a field names them; NULL: nobody. */
const char *plan_person(struct planning *planning, const struct record *record, const char *field);

#endif
