/* SPDX-License-Identifier: MIT */
/*
 * How the programme answers what the rules find: escalations, waivers, ratings and updates.
 * Must not hold findings: they are computed, and named here by their id. A rating keeps the
 * suggestion it was given beside.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_escalation_level[] = {
	{ "support", "the function gets help" },
	{ "escalate", "the level above takes it up" },
	{ "reset", "begin again, smaller or elsewhere" },
	{ NULL, NULL },
};

static const struct field escalation_fields[] = {
	KEY_FIELD,
	{ .name = "finding", .kind = FIELD_TEXT, .required = true,
	  .help = "Rule and subject, such as G1/stakeholder/ada-lund." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who answers it." },
	{ .name = "response", .kind = FIELD_NOTE,
	  .help = "What is being done." },
	{ .name = "raised_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it was raised." },
	{ .name = "due_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day by which the response must have worked." },
	{ .name = "level", .kind = FIELD_CHOICE, .choices = choices_escalation_level,
	  .preset = "support",
	  .help = "The rung of the ladder it stands on." },
	{ .name = "outcome", .kind = FIELD_NOTE,
	  .help = "How it ended; nothing closes without this." },
	{ .name = "closed_on", .kind = FIELD_DATE,
	  .help = "Day it ended." },
	{ .name = "told_on", .kind = FIELD_DATE,
	  .help = "Day the people affected were told." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why it is closed without an outcome, or raised without a finding; shown from then on." },
	{ .name = "moved_on", .kind = FIELD_DATE,
	  .help = "Day it got its one new due date." },
	{ .name = "moved_reason", .kind = FIELD_NOTE,
	  .help = "Why it got that." },
};

const struct type type_escalation = {
	.name = "escalation",
	.plural = "escalations",
	.identity = "finding raised_on",
	.label = "escalation",
	.help = "A finding that somebody must answer by a day, on a ladder that climbs by itself "
		"when the day passes.",
	.fields = escalation_fields,
	.field_count = sizeof(escalation_fields) / sizeof(escalation_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_GROUNDS,
	.title = "finding",
	.order = "due_on",
};

static const struct field climb_fields[] = {
	KEY_FIELD,
	{ .name = "escalation", .kind = FIELD_REFERENCE, .required = true, .target = "escalation",
	  .help = "What climbed." },
	{ .name = "level", .kind = FIELD_CHOICE, .required = true,
	  .choices = choices_escalation_level,
	  .help = "The rung it came to." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it came there." },
};

const struct type type_climb = {
	.name = "climb",
	.plural = "climbs",
	.identity = "escalation level",
	.label = "climb",
	.help = "One rung that an escalation went up because it was past due; written down with the "
		"next change of the escalation.",
	.fields = climb_fields,
	.field_count = sizeof(climb_fields) / sizeof(climb_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_GROUNDS,
	.order = "on",
};

static const struct field waiver_fields[] = {
	KEY_FIELD,
	{ .name = "finding", .kind = FIELD_TEXT, .required = true,
	  .help = "Rule and subject, such as S6/stakeholder/ada-lund." },
	{ .name = "reason", .kind = FIELD_NOTE, .required = true, .sensitive = true,
	  .help = "Why living with it is right." },
	{ .name = "until_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day after which it is shown again." },
	{ .name = "by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who accepted it." },
};

const struct type type_waiver = {
	.name = "waiver",
	.plural = "waivers",
	.identity = "finding until_on",
	.label = "waiver",
	.help = "A finding that is accepted as it is, for a reason and until a day.",
	.fields = waiver_fields,
	.field_count = sizeof(waiver_fields) / sizeof(waiver_fields[0]),
	.audience = AUDIENCE_LEAD,
	.roadmap = ROADMAP_GROUNDS,
	.title = "finding",
	.order = "until_on",
};

static const struct field rating_fields[] = {
	KEY_FIELD,
	{ .name = "scope", .kind = FIELD_TEXT, .required = true,
	  .help = "programme, or a part such as phase/pilot or workstream/tooling." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the judgement." },
	{ .name = "suggested", .kind = FIELD_CHOICE, .choices = choices_colour,
	  .help = "What the facts suggested that day." },
	{ .name = "given", .kind = FIELD_CHOICE, .choices = choices_colour,
	  .help = "What the person decided on." },
	{ .name = "reason", .kind = FIELD_NOTE,
	  .help = "Why it differs from the suggestion, or got worse." },
	{ .name = "by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who judged." },
};

const struct type type_rating = {
	.name = "rating",
	.plural = "ratings",
	.identity = "scope on",
	.label = "rating",
	.help = "Delivery confidence as a person judged it on one day, beside what the program "
		"suggested.",
	.fields = rating_fields,
	.field_count = sizeof(rating_fields) / sizeof(rating_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "scope",
	.order = "on",
};

static const struct field update_fields[] = {
	KEY_FIELD,
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it is dated." },
	{ .name = "audience", .kind = FIELD_TEXT, .required = true,
	  .help = "Who it is written for." },
	{ .name = "progress", .kind = FIELD_NOTE,
	  .help = "What moved, with its evidence." },
	{ .name = "lessons", .kind = FIELD_NOTE,
	  .help = "What was learned since the last one." },
	{ .name = "changes", .kind = FIELD_NOTE,
	  .help = "What is now done differently." },
	{ .name = "decisions", .kind = FIELD_NOTE,
	  .help = "What was decided and what gave way." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who answers questions about it." },
	{ .name = "sent_on", .kind = FIELD_DATE,
	  .help = "Day it went out; empty while a draft." },
};

const struct type type_update = {
	.name = "update",
	.plural = "updates",
	.identity = "on audience",
	.label = "update",
	.help = "What was told to an audience about the programme, and by whom.",
	.fields = update_fields,
	.field_count = sizeof(update_fields) / sizeof(update_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "audience",
	.order = "on",
};
