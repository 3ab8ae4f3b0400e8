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

/* What keys of dependencies begin with that close the gate of F1. */
#define GATE_KEY "gate-to-"

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
	struct draft_facts facts;
	struct roadmap_draft draft;
	struct sequence_report sequence;
	bool answered; /* somebody has answered the diagnosis */
};

/* Whether all has gone well so far. */
bool plan_goes_on(const struct planning *planning);
/* The record of the type with that key; 0: there is none. */
int64_t plan_find_key(struct planning *planning, const char *type, const char *key);
/* Whether a step with that label wrote the field, as authorship_is() says. */
bool plan_is_written(struct planning *planning, const struct record *record, const char *field,
	const char *label);

/* plan_facts.c: fills facts and sequence. */
void plan_gather(struct planning *planning);
/* plan_offers.c: what an earlier plan added for a finding that is gone. */
void plan_offer_removals(struct planning *planning);
/* plan_risks.c: the risks that are there from the first day, each with an owner; F1 raises one. */
void plan_risks(struct planning *planning);
/* plan_owners.c: who answers for what, where the programme and its functions say who. */
void plan_owners(struct planning *planning);
/* plan_rhythm.c: check-ins of a simple first cycle (F2). */
void plan_rhythm(struct planning *planning);
/* plan_gate.c: whether a dependency would close a circle with those there are. */
bool plan_closes_circle(struct planning *planning, const struct draft_item *item);
/* plan_gate.c: no training and no launch before the leaders are calibrated (F1). */
void plan_gate(struct planning *planning);
/* plan_people.c: waves of teams, stall plans of functions, people to be heard before the launch. */
void plan_teams_and_people(struct planning *planning);
/* plan_engagement.c: actions of each wave by stage and group; what has to exist in the end. */
void plan_engagement(struct planning *planning);
void plan_capabilities(struct planning *planning);
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
