/* SPDX-License-Identifier: MIT */
/*
 * The list of types, which src/model/types_*.c define, and the choice lists they share. Private to
 * the dictionary: everybody else asks model_types() and type_find().
 */
#ifndef ROLLOUT_MODEL_TYPES_H
#define ROLLOUT_MODEL_TYPES_H

#include "rollout/model/type.h"

/* clang-format off */
/* The first field of every type. */
#define KEY_FIELD \
	{ .name = "key", .kind = FIELD_KEY, \
	  .help = "A short word of your own to refer to it by: letters, digits, - and _." }

extern const struct choice choices_attitude[];
extern const struct choice choices_channel[];
extern const struct choice choices_group[];
extern const struct choice choices_low_high[];
extern const struct choice choices_colour[];

/* Every type, in the dictionary's order: the one place where a new one is listed. */
#define EACH_TYPE(of) \
	of(programme) \
	of(setting) \
	of(function) \
	of(team) \
	of(wave) \
	of(team_link) \
	of(stakeholder) \
	of(relationship) \
	of(contact) \
	of(engagement) \
	of(question) \
	of(response) \
	of(phase) \
	of(slice) \
	of(workstream) \
	of(milestone) \
	of(evidence) \
	of(claim) \
	of(holiday) \
	of(dependency) \
	of(forecast) \
	of(baseline) \
	of(baseline_date) \
	of(accountability) \
	of(risk) \
	of(lesson) \
	of(activity) \
	of(role) \
	of(role_holder) \
	of(assignment) \
	of(forum) \
	of(former_rule) \
	of(invitee) \
	of(meeting) \
	of(attendance) \
	of(decision) \
	of(input) \
	of(action) \
	of(blocker) \
	of(pulse) \
	of(escalation) \
	of(climb) \
	of(waiver) \
	of(rating) \
	of(update) \
	of(capability) \
	of(convention) \
	of(adaptation) \
	of(handoff) \
	of(okr_review) \
	of(script) \
	of(workshop) \
	of(segment) \
	of(tip)

#define DECLARE_TYPE(name) extern const struct type type_##name;
EACH_TYPE(DECLARE_TYPE)
/* clang-format on */

#endif
