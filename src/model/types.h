/* SPDX-License-Identifier: MIT */
/*
 * The type objects that src/model/types_*.c define and src/model/type.c lists, and the choice
 * lists they share. Private to the dictionary: everybody else asks model_types() and
 * type_find().
 */
#ifndef ROLLOUT_MODEL_TYPES_H
#define ROLLOUT_MODEL_TYPES_H

#include "rollout/model/type.h"

/* The first field of every type. */
/* clang-format off */
#define KEY_FIELD \
	{ .name = "key", .kind = FIELD_KEY, \
	  .help = "A short word of your own to refer to it by: letters, digits, - and _." }
/* clang-format on */

extern const struct choice choices_attitude[];
extern const struct choice choices_channel[];
extern const struct choice choices_group[];
extern const struct choice choices_low_high[];
extern const struct choice choices_colour[];

extern const struct type type_programme;
extern const struct type type_setting;
extern const struct type type_function;
extern const struct type type_team;
extern const struct type type_team_link;
extern const struct type type_stakeholder;
extern const struct type type_relationship;
extern const struct type type_contact;
extern const struct type type_engagement;
extern const struct type type_question;
extern const struct type type_response;
extern const struct type type_phase;
extern const struct type type_slice;
extern const struct type type_workstream;
extern const struct type type_milestone;
extern const struct type type_evidence;
extern const struct type type_claim;
extern const struct type type_holiday;
extern const struct type type_dependency;
extern const struct type type_forecast;
extern const struct type type_baseline;
extern const struct type type_baseline_date;
extern const struct type type_accountability;
extern const struct type type_risk;
extern const struct type type_lesson;
extern const struct type type_activity;
extern const struct type type_role;
extern const struct type type_role_holder;
extern const struct type type_assignment;
extern const struct type type_forum;
extern const struct type type_invitee;
extern const struct type type_meeting;
extern const struct type type_attendance;
extern const struct type type_decision;
extern const struct type type_input;
extern const struct type type_action;
extern const struct type type_blocker;
extern const struct type type_pulse;
extern const struct type type_escalation;
extern const struct type type_waiver;
extern const struct type type_rating;
extern const struct type type_update;
extern const struct type type_capability;
extern const struct type type_convention;
extern const struct type type_adaptation;
extern const struct type type_handoff;
extern const struct type type_okr_review;
extern const struct type type_script;
extern const struct type type_workshop;
extern const struct type type_segment;
extern const struct type type_tip;

#endif
