/* SPDX-License-Identifier: MIT */
/*
 * The people the programme depends on, how they bear on each other, and what is done to win
 * them. Must not decide who may see a field: it only marks as sensitive what is an opinion
 * about a person. A group of people is a stakeholder too, so that one register serves both.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_stakeholder_kind[] = {
	{ "person", "one named human being" },
	{ "group", "several people met as one" },
	{ NULL, NULL },
};

static const struct choice choices_resistance[] = {
	{ "executive_drift", "agrees in the meeting, moves on after it" },
	{ "middle_management_protection", "shields own people and priorities" },
	{ "team_apathy", "waits for this to pass as well" },
	{ "support_function_distance", "sees it as somebody else's work" },
	{ NULL, NULL },
};

static const struct choice choices_relationship_kind[] = {
	{ "influences", "their view counts with the other" },
	{ "reports_to", "works for the other" },
	{ "depends_on", "needs the other's work" },
	{ "advises", "is asked by the other" },
	{ "blocks", "holds the other up" },
	{ NULL, NULL },
};

static const struct choice choices_stage[] = {
	{ "pre_launch", "before the wave starts" },
	{ "launch", "the weeks around the start" },
	{ "first_cycle", "until the first review is over" },
	{ "ongoing", "every cycle after that" },
	{ NULL, NULL },
};

static const struct field stakeholder_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true, .indexed = true,
	  .help = "Full name of the person, or what the group is called." },
	{ .name = "kind", .kind = FIELD_CHOICE, .choices = choices_stakeholder_kind,
	  .preset = "person",
	  .help = "Whether this is one person or a group met as one." },
	{ .name = "organisation", .kind = FIELD_TEXT,
	  .help = "Company, department or unit they belong to." },
	{ .name = "job_title", .kind = FIELD_TEXT,
	  .help = "The post they hold." },
	{ .name = "email", .kind = FIELD_TEXT,
	  .help = "Where to write to them." },
	{ .name = "group", .kind = FIELD_CHOICE, .choices = choices_group,
	  .help = "The part they play in the rollout." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .indexed = true, .target = "stakeholder",
	  .owns = true,
	  .help = "The person who looks after this relationship." },
	{ .name = "attitude", .kind = FIELD_CHOICE, .sensitive = true, .leadership = true,
	  .choices = choices_attitude,
	  .preset = "unknown",
	  .help = "Where they stand today, judged by what they do." },
	{ .name = "desired_attitude", .kind = FIELD_CHOICE, .sensitive = true, .leadership = true,
	  .choices = choices_attitude,
	  .help = "Where they need to stand for the rollout to hold." },
	{ .name = "influence", .kind = FIELD_INTEGER, .sensitive = true, .leadership = true,
	  .minimum = 1, .maximum = 5,
	  .help = "How much their view sways others: 1 hardly, 5 decisively." },
	{ .name = "interest", .kind = FIELD_INTEGER, .sensitive = true, .leadership = true,
	  .minimum = 1, .maximum = 5,
	  .help = "How much the outcome matters to them: 1 hardly, 5 a great deal." },
	{ .name = "channel", .kind = FIELD_CHOICE, .choices = choices_channel,
	  .help = "The way they would rather be reached." },
	{ .name = "main_concern", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "What they fear to lose by it." },
	{ .name = "resistance", .kind = FIELD_CHOICE, .sensitive = true,
	  .choices = choices_resistance,
	  .help = "The way their reluctance usually shows." },
	{ .name = "can_slow_decisions", .kind = FIELD_BOOLEAN, .sensitive = true,
	  .help = "Whether they can hold a decision up." },
	{ .name = "can_reinterpret_priorities", .kind = FIELD_BOOLEAN, .sensitive = true,
	  .help = "Whether they can turn a priority into something else on its way down." },
	{ .name = "can_ignore_cadence", .kind = FIELD_BOOLEAN, .sensitive = true,
	  .help = "Whether they can stay away from the meetings unpunished." },
	{ .name = "cadence_days", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 366,
	  .help = "Days that may pass between two contacts." },
	{ .name = "last_contact_on", .kind = FIELD_DATE,
	  .help = "Day of the last real exchange with them." },
	{ .name = "status", .kind = FIELD_TEXT, .sensitive = true,
	  .help = "What holds for them at the moment, in a few words." },
	{ .name = "status_on", .kind = FIELD_DATE,
	  .help = "Day on which that was last confirmed." },
	{ .name = "notes", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "What else the lead should remember about them." },
	{ .name = "active", .kind = FIELD_BOOLEAN, .preset = "true",
	  .help = "No once they have left or no longer matter to the rollout." },
	{ .name = "team", .kind = FIELD_REFERENCE, .target = "team",
	  .help = "The team they work in." },
	{ .name = "function", .kind = FIELD_REFERENCE, .target = "function",
	  .help = "The function they work in." },
	{ .name = "left_on", .kind = FIELD_DATE,
	  .help = "Day on which they left." },
};

const struct type type_stakeholder = {
	.name = "stakeholder",
	.plural = "stakeholders",
	.identity = "name organisation",
	.label = "stakeholder",
	.help = "A person, or a group met as one, who can help the rollout, slow it or bend it: "
		"the register.",
	.fields = stakeholder_fields,
	.field_count = sizeof(stakeholder_fields) / sizeof(stakeholder_fields[0]),
	.audience = AUDIENCE_TEAM,
	.people = true,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "name",
	.order = "name",
	.columns = "name,attitude,influence,group,owner,last_contact_on,main_concern",
};

static const struct field relationship_fields[] = {
	KEY_FIELD,
	{ .name = "from", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "The person from whom it goes out." },
	{ .name = "to", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "The person it bears on." },
	{ .name = "kind", .kind = FIELD_CHOICE, .sensitive = true,
	  .choices = choices_relationship_kind, .preset = "influences",
	  .help = "What the first is to the second." },
	{ .name = "strength", .kind = FIELD_INTEGER, .sensitive = true, .minimum = 1, .maximum = 3,
	  .preset = "2",
	  .help = "How strong the link is: 1 loose, 3 close." },
	{ .name = "note", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "How one knows about it." },
};

const struct type type_relationship = {
	.name = "relationship",
	.plural = "relationships",
	.identity = "from to kind",
	.label = "relationship",
	.help = "How one stakeholder bears on another; the links that routes to a resistant "
		"person are found along.",
	.fields = relationship_fields,
	.field_count = sizeof(relationship_fields) / sizeof(relationship_fields[0]),
	.audience = AUDIENCE_LEAD,
	.roadmap = ROADMAP_LEAVES_OUT,
};

static const struct field contact_fields[] = {
	KEY_FIELD,
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "Who was spoken with." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the exchange." },
	{ .name = "by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who of us spoke with them." },
	{ .name = "channel", .kind = FIELD_CHOICE, .choices = choices_channel,
	  .help = "How the two met." },
	{ .name = "summary", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "What was said that matters later." },
	{ .name = "attitude_after", .kind = FIELD_CHOICE, .sensitive = true,
	  .choices = choices_attitude,
	  .help = "Where they stood when it was over." },
};

const struct type type_contact = {
	.name = "contact",
	.plural = "contacts",
	.identity = "stakeholder on summary",
	.label = "contact",
	.help = "One real exchange with a stakeholder: the log behind last contact and the trend "
		"of attitudes.",
	.fields = contact_fields,
	.field_count = sizeof(contact_fields) / sizeof(contact_fields[0]),
	.audience = AUDIENCE_LEAD,
	.roadmap = ROADMAP_LEAVES_OUT,
	.order = "on",
};

static const struct field engagement_fields[] = {
	KEY_FIELD,
	{ .name = "action", .kind = FIELD_TEXT, .required = true,
	  .help = "What will be done, with a verb." },
	{ .name = "stage", .kind = FIELD_CHOICE, .required = true, .choices = choices_stage,
	  .help = "The stage of the wave it belongs to." },
	{ .name = "group", .kind = FIELD_CHOICE, .choices = choices_group,
	  .help = "The group it is meant for." },
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "The person it is meant for, where it is one." },
	{ .name = "wave", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 99,
	  .help = "The wave it belongs to; 0 is the pilot." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who does it." },
	{ .name = "channel", .kind = FIELD_CHOICE, .choices = choices_channel,
	  .help = "How it reaches them." },
	{ .name = "due_on", .kind = FIELD_DATE,
	  .help = "Day by which it is to be done." },
	{ .name = "done_on", .kind = FIELD_DATE,
	  .help = "Day on which it was done." },
	{ .name = "outcome", .kind = FIELD_NOTE,
	  .help = "What came of it." },
	{ .name = "changed", .kind = FIELD_NOTE,
	  .help = "What the programme does differently since." },
	{ .name = "because", .kind = FIELD_NOTE,
	  .help = "The finding or reason that put it here." },
	{ .name = "days_from_launch", .kind = FIELD_INTEGER, .minimum = -3660, .maximum = 3660,
	  .help = "Days from its wave's launch to the day it is due; kept while the launch moves, and emptied once a person sets that day." },
};

const struct type type_engagement = {
	.name = "engagement",
	.plural = "engagements",
	.identity = "action stage wave group stakeholder",
	.label = "engagement action",
	.help = "Something done for a group or a person at one stage of a wave, so that they can "
		"take part rather than be informed.",
	.fields = engagement_fields,
	.field_count = sizeof(engagement_fields) / sizeof(engagement_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "action",
	.order = "due_on",
};
