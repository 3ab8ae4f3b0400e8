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

struct planning {
	struct programme *programme;
	const struct plan_options *options;
	struct arena *arena;
	struct plan_report *report;
	size_t space;
	struct draft_facts facts;
	struct roadmap_draft draft;
	struct sequence_report sequence;
	bool answered; /* somebody has answered the diagnosis */
};

/* plan_facts.c: fills facts and sequence. */
enum status STATUS_CHECKED plan_gather(struct planning *planning, struct error *error);
/* plan_offers.c: what an earlier plan added for a finding that is gone. */
enum status STATUS_CHECKED plan_offer_removals(struct planning *planning, struct error *error);
/* plan_risks.c: the risks that are there from the first day, each with an owner; F1 raises one. */
enum status STATUS_CHECKED plan_risks(struct planning *planning, struct error *error);
/* plan_owners.c: who answers for what, where the programme and its functions say who. */
enum status STATUS_CHECKED plan_owners(struct planning *planning, struct error *error);
/* plan_rhythm.c: check-ins of a simple first cycle (F2). */
enum status STATUS_CHECKED plan_rhythm(struct planning *planning, struct error *error);
/* plan_gate.c: whether a dependency would close a circle with those there are. */
enum status STATUS_CHECKED plan_closes_circle(
	struct planning *planning, const struct draft_item *item, bool *out, struct error *error);
/* plan_gate.c: no training and no launch before the leaders are calibrated (F1). */
enum status STATUS_CHECKED plan_gate(struct planning *planning, struct error *error);
/* plan_people.c: waves of teams, stall plans of functions, people to be heard before the launch. */
enum status STATUS_CHECKED plan_teams_and_people(struct planning *planning, struct error *error);
/* plan_engagement.c: actions of each wave by stage and group; what has to exist in the end. */
enum status STATUS_CHECKED plan_engagement(struct planning *planning, struct error *error);
enum status STATUS_CHECKED plan_capabilities(struct planning *planning, struct error *error);
/* plan_put.c: a field of an item; NULL: it has none. */
const char *plan_text(const struct draft_item *item, const char *field);
/* One line of the report; id: of the record that is there, 0: none. */
void plan_say_item(struct planning *planning, enum plan_action action,
	const struct draft_item *item, int64_t id, const char *because, const char *detail);
/*
 * Adds the record or brings it up to date, or says why not. fill: empty fields of a record
 * that a person made are filled in. because: the reason that is shown.
 */
enum status STATUS_CHECKED plan_put(struct planning *planning, const struct draft_item *item,
	int64_t id, bool fill, const char *because, struct error *error);
void plan_say(struct planning *planning, const struct plan_line *line);
/* Adds a field to an item; NULL: nothing is known, and nothing is added. */
void plan_field(struct draft_item *item, const char *name, const char *text);
const char *plan_day(struct planning *planning, day date); /* as a field has it */

#endif
