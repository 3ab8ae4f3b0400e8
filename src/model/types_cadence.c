/* SPDX-License-Identifier: MIT */
/*
 * The rhythm of meetings and what comes out of them: decisions, input, actions, blockers and
 * pulses. Measures and signals follow from them elsewhere. A pulse has no respondent at all: what
 * is not stored cannot leak.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_forum_level[] = {
	{ "team", "inside one team" },
	{ "leadership", "the leaders together" },
	{ "programme", "those who run the rollout" },
	{ NULL, NULL },
};

static const struct choice choices_attendance_state[] = {
	{ "present", "was there" },
	{ "delegate", "sent somebody who may decide" },
	{ "excused", "said beforehand they could not" },
	{ "absent", "stayed away" },
	{ NULL, NULL },
};

static const struct choice choices_effect[] = {
	{ "changed", "the outcome differs because of it" },
	{ "confirmed", "it backed what was decided" },
	{ "none", "it made no difference" },
	{ NULL, NULL },
};

static const struct choice choices_cause[] = {
	{ "conflicting_priorities", "two aims pull apart" },
	{ "dependency", "waits for another team" },
	{ "decision", "waits for somebody to decide" },
	{ "capacity", "too few people or hours" },
	{ "data", "figures missing or wrong" },
	{ "other", "none of these" },
	{ NULL, NULL },
};

static const struct field forum_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the meeting is called." },
	{ .name = "level", .kind = FIELD_CHOICE, .required = true, .choices = choices_forum_level,
	  .help = "Whose meeting it is." },
	{ .name = "attached_to", .kind = FIELD_TEXT,
	  .help = "The existing meeting it is a part of." },
	{ .name = "rule", .kind = FIELD_RULE, .required = true,
	  .help = "How it recurs, such as FREQ=WEEKLY;BYDAY=TU." },
	{ .name = "starts_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day from which it recurs." },
	{ .name = "at", .kind = FIELD_TIME,
	  .help = "When it begins, such as 09:30." },
	{ .name = "minutes", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 1440,
	  .help = "How long it takes." },
	{ .name = "chair", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who leads it." },
	{ .name = "team", .kind = FIELD_REFERENCE, .target = "team",
	  .help = "The team it belongs to, for a team's own meeting." },
	{ .name = "agenda", .kind = FIELD_NOTE,
	  .help = "The questions it goes through, one a line." },
};

const struct type type_forum = {
	.name = "forum",
	.plural = "forums",
	.identity = "name",
	.label = "forum",
	.help = "A meeting that recurs, bolted on to one that exists already wherever possible.",
	.fields = forum_fields,
	.field_count = sizeof(forum_fields) / sizeof(forum_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "name",
};

static const struct field former_rule_fields[] = {
	KEY_FIELD,
	{ .name = "forum", .kind = FIELD_REFERENCE, .required = true, .target = "forum",
	  .help = "The forum that recurred so." },
	{ .name = "rule", .kind = FIELD_RULE, .required = true,
	  .help = "How it recurred." },
	{ .name = "starts_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day from which it recurred, as the forum said." },
	{ .name = "until_on", .kind = FIELD_DATE, .required = true,
	  .help = "Last day on which this rule held." },
};

const struct type type_former_rule = {
	.name = "former_rule",
	.plural = "former_rules",
	.identity = "forum until_on",
	.label = "former rule",
	.help = "How a forum recurred before its rule or start was changed: what was planned by "
		"it stays as it was. Written by the program with the change.",
	.fields = former_rule_fields,
	.field_count = sizeof(former_rule_fields) / sizeof(former_rule_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_GROUNDS,
	.order = "until_on",
};

static const struct field invitee_fields[] = {
	KEY_FIELD,
	{ .name = "forum", .kind = FIELD_REFERENCE, .required = true, .target = "forum",
	  .help = "The meeting they are invited to." },
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "Who is invited." },
	{ .name = "required", .kind = FIELD_BOOLEAN, .preset = "true",
	  .help = "Whether their absence counts as non-attendance." },
};

const struct type type_invitee = {
	.name = "invitee",
	.plural = "invitees",
	.identity = "forum stakeholder",
	.label = "invitee",
	.help = "Somebody who is expected at a forum.",
	.fields = invitee_fields,
	.field_count = sizeof(invitee_fields) / sizeof(invitee_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LEAVES_OUT,
};

static const struct field meeting_fields[] = {
	KEY_FIELD,
	{ .name = "forum", .kind = FIELD_REFERENCE, .required = true, .target = "forum",
	  .help = "The forum it is an occurrence of." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it takes place." },
	{ .name = "planned_on", .kind = FIELD_DATE,
	  .help = "Day it was moved from." },
	{ .name = "held", .kind = FIELD_BOOLEAN, .preset = "true",
	  .help = "No where it was cancelled." },
	{ .name = "confidence", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 10,
	  .help = "How confident those present were of reaching the aims, 1 to 10." },
	{ .name = "notes", .kind = FIELD_NOTE,
	  .help = "What should be remembered beside the decisions." },
	{ .name = "link", .kind = FIELD_TEXT,
	  .help = "Web address or path of the paper that proves it." },
};

const struct type type_meeting = {
	.name = "meeting",
	.plural = "meetings",
	.identity = "forum planned_on/on",
	.label = "meeting",
	.help = "One occurrence of a forum that was held, moved or cancelled.",
	.fields = meeting_fields,
	.field_count = sizeof(meeting_fields) / sizeof(meeting_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_GROUNDS,
	.order = "on",
};

static const struct field attendance_fields[] = {
	KEY_FIELD,
	{ .name = "meeting", .kind = FIELD_REFERENCE, .required = true, .target = "meeting",
	  .help = "The meeting in question." },
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "The person in question." },
	{ .name = "state", .kind = FIELD_CHOICE, .required = true,
	  .choices = choices_attendance_state,
	  .help = "How they took part, or did not." },
};

const struct type type_attendance = {
	.name = "attendance",
	.plural = "attendances",
	.identity = "meeting stakeholder",
	.label = "attendance",
	.help = "Whether one person came to one meeting.",
	.fields = attendance_fields,
	.field_count = sizeof(attendance_fields) / sizeof(attendance_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LEAVES_OUT,
};

static const struct field decision_fields[] = {
	KEY_FIELD,
	{ .name = "question", .kind = FIELD_TEXT, .required = true,
	  .help = "What has to be decided." },
	{ .name = "activity", .kind = FIELD_REFERENCE, .target = "activity",
	  .help = "The RACI row that says who decides." },
	{ .name = "meeting", .kind = FIELD_REFERENCE, .indexed = true, .target = "meeting",
	  .help = "The meeting in which it was taken." },
	{ .name = "requested_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day on which the decision was asked for." },
	{ .name = "decided_on", .kind = FIELD_DATE,
	  .help = "Day on which it was taken; empty while awaited." },
	{ .name = "decided_by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who took it." },
	{ .name = "outcome", .kind = FIELD_NOTE,
	  .help = "What was decided." },
	{ .name = "loses_priority", .kind = FIELD_NOTE,
	  .help = "The work that now waits or stops." },
	{ .name = "message", .kind = FIELD_NOTE,
	  .help = "What the affected teams are told." },
	{ .name = "supersedes", .kind = FIELD_REFERENCE, .target = "decision",
	  .help = "The earlier decision it replaces." },
	{ .name = "link", .kind = FIELD_TEXT,
	  .help = "Web address or path of the paper that proves it." },
	{ .name = "asked_of", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who is to take it: one name." },
	{ .name = "stops_on", .kind = FIELD_DATE,
	  .help = "Day by which what loses its priority stops." },
	{ .name = "stopped_on", .kind = FIELD_DATE,
	  .help = "Day on which it did." },
};

const struct type type_decision = {
	.name = "decision",
	.plural = "decisions",
	.identity = "question requested_on",
	.label = "decision",
	.help = "A question that was put for decision, who decided what, and what gives way "
		"because of it.",
	.fields = decision_fields,
	.field_count = sizeof(decision_fields) / sizeof(decision_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "question",
	.order = "requested_on",
};

static const struct field input_fields[] = {
	KEY_FIELD,
	{ .name = "decision", .kind = FIELD_REFERENCE, .required = true, .target = "decision",
	  .help = "The decision it was given for." },
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "Who gave it." },
	{ .name = "said", .kind = FIELD_NOTE, .required = true, .sensitive = true,
	  .help = "What they said, in their own sense." },
	{ .name = "effect", .kind = FIELD_CHOICE, .choices = choices_effect,
	  .help = "What it did to the outcome." },
	{ .name = "replied_on", .kind = FIELD_DATE,
	  .help = "Day they were told what became of it." },
};

const struct type type_input = {
	.name = "input",
	.plural = "inputs",
	.identity = "decision stakeholder said",
	.label = "input",
	.help = "What a stakeholder said before a decision and what became of it: you said, we "
		"did.",
	.fields = input_fields,
	.field_count = sizeof(input_fields) / sizeof(input_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LEAVES_OUT,
};

static const struct field action_fields[] = {
	KEY_FIELD,
	{ .name = "text", .kind = FIELD_TEXT, .required = true,
	  .help = "What will be done, with a verb." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who promised it." },
	{ .name = "due_on", .kind = FIELD_DATE,
	  .help = "Day it was promised for." },
	{ .name = "done_on", .kind = FIELD_DATE,
	  .help = "Day it was done." },
	{ .name = "meeting", .kind = FIELD_REFERENCE, .indexed = true, .target = "meeting",
	  .help = "The meeting it came from." },
	{ .name = "team", .kind = FIELD_REFERENCE, .target = "team",
	  .help = "The team it concerns." },
};

const struct type type_action = {
	.name = "action",
	.plural = "actions",
	.identity = "text owner due_on",
	.label = "action",
	.help = "Something one person promised to do by a day.",
	.fields = action_fields,
	.field_count = sizeof(action_fields) / sizeof(action_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "text",
	.order = "due_on",
};

static const struct field blocker_fields[] = {
	KEY_FIELD,
	{ .name = "text", .kind = FIELD_TEXT, .required = true,
	  .help = "What is in the way." },
	{ .name = "team", .kind = FIELD_REFERENCE, .indexed = true, .target = "team",
	  .help = "The team that is held up." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who gets it out of the way." },
	{ .name = "cause", .kind = FIELD_CHOICE, .choices = choices_cause,
	  .help = "What sort of obstacle it is." },
	{ .name = "raised_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it was raised." },
	{ .name = "escalated_on", .kind = FIELD_DATE,
	  .help = "Day it was taken a level up." },
	{ .name = "resolved_on", .kind = FIELD_DATE,
	  .help = "Day it was out of the way." },
};

const struct type type_blocker = {
	.name = "blocker",
	.plural = "blockers",
	.identity = "text raised_on",
	.label = "blocker",
	.help = "Something that keeps a team from its key results, from the day it was raised "
		"until it is gone.",
	.fields = blocker_fields,
	.field_count = sizeof(blocker_fields) / sizeof(blocker_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "text",
	.order = "raised_on",
};

static const struct field pulse_fields[] = {
	KEY_FIELD,
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the answer." },
	{ .name = "score", .kind = FIELD_INTEGER, .required = true, .minimum = 1, .maximum = 5,
	  .help = "From 1, going badly, to 5, going well." },
	{ .name = "team", .kind = FIELD_REFERENCE, .indexed = true, .target = "team",
	  .help = "The team the answer comes from." },
	{ .name = "group", .kind = FIELD_CHOICE, .choices = choices_group,
	  .help = "The group the answer comes from." },
	{ .name = "comment", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "What the person added; it must not name them." },
};

const struct type type_pulse = {
	.name = "pulse",
	.plural = "pulses",
	.label = "pulse",
	.anonymous = true,
	.help = "One anonymous answer to how the rollout feels. Nobody can tell whose it is.",
	.fields = pulse_fields,
	.field_count = sizeof(pulse_fields) / sizeof(pulse_fields[0]),
	.audience = AUDIENCE_LEAD,
	.roadmap = ROADMAP_LEAVES_OUT,
	.order = "on",
};
