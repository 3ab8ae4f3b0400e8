/* SPDX-License-Identifier: MIT */
/*
 * How the programme makes itself unnecessary: capability, what is common and what teams may
 * adapt, the handoff gate and key-result reviews. Must not say whether a team is handed off:
 * that follows from two cycles of results.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_capability_kind[] = {
	{ "champion", "a person others can ask" },
	{ "playbook", "a guide with own examples" },
	{ "training", "something people learn by doing" },
	{ "ownership", "a duty that outlives the programme" },
	{ NULL, NULL },
};

static const struct choice choices_capability_audience[] = {
	{ "leaders", "those who set direction" },
	{ "managers", "those who lead teams" },
	{ "members", "those who do the work" },
	{ "everyone", "all of them" },
	{ NULL, NULL },
};

static const struct choice choices_convention_rule[] = {
	{ "standardise", "every team does it alike" },
	{ "adapt", "a team may do it its own way" },
	{ NULL, NULL },
};

static const struct choice choices_criterion[] = {
	{ "sets_okrs", "writes good OKRs with little correction" },
	{ "runs_check_ins", "holds its check-ins without reminders" },
	{ "escalates", "brings dependencies and risks up in time" },
	{ "retrospects", "improves the next cycle from the last" },
	{ NULL, NULL },
};

static const struct choice choices_result[] = {
	{ "pass", "seen to hold" },
	{ "fail", "seen not to hold" },
	{ "not_seen", "no evidence either way" },
	{ NULL, NULL },
};

static const struct field capability_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What it is, in a few words." },
	{ .name = "kind", .kind = FIELD_CHOICE, .required = true,
	  .choices = choices_capability_kind,
	  .help = "What sort of capability it is." },
	{ .name = "audience", .kind = FIELD_CHOICE, .choices = choices_capability_audience,
	  .help = "Who it is for." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who builds it up." },
	{ .name = "due_on", .kind = FIELD_DATE,
	  .help = "Day it is needed by." },
	{ .name = "done_on", .kind = FIELD_DATE,
	  .help = "Day it was in place." },
	{ .name = "evidence", .kind = FIELD_NOTE,
	  .help = "What shows that it is in place." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why it counts as done without evidence; shown from then on." },
	{ .name = "link", .kind = FIELD_TEXT,
	  .help = "Web address or path of the paper that proves it." },
};

const struct type type_capability = {
	.name = "capability",
	.plural = "capabilities",
	.identity = "name",
	.label = "capability",
	.help = "Something the organisation must have of its own before the programme can leave.",
	.fields = capability_fields,
	.field_count = sizeof(capability_fields) / sizeof(capability_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "name",
	.order = "due_on",
};

static const struct field convention_fields[] = {
	KEY_FIELD,
	{ .name = "text", .kind = FIELD_TEXT, .required = true,
	  .help = "The point of practice, in one line." },
	{ .name = "rule", .kind = FIELD_CHOICE, .required = true,
	  .choices = choices_convention_rule,
	  .help = "Whether teams may depart from it." },
};

const struct type type_convention = {
	.name = "convention",
	.plural = "conventions",
	.identity = "text",
	.label = "convention",
	.help = "One point of practice that is either the same everywhere or left to each team.",
	.fields = convention_fields,
	.field_count = sizeof(convention_fields) / sizeof(convention_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "text",
};

static const struct field adaptation_fields[] = {
	KEY_FIELD,
	{ .name = "team", .kind = FIELD_REFERENCE, .required = true, .target = "team",
	  .help = "The team that departs." },
	{ .name = "convention", .kind = FIELD_REFERENCE, .target = "convention",
	  .help = "The point of practice it departs from." },
	{ .name = "text", .kind = FIELD_TEXT, .required = true,
	  .help = "What the team does instead." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it began." },
	{ .name = "decision", .kind = FIELD_REFERENCE, .target = "decision",
	  .help = "The decision that allowed it." },
	{ .name = "reason", .kind = FIELD_NOTE,
	  .help = "Why the team needs it." },
};

const struct type type_adaptation = {
	.name = "adaptation",
	.plural = "adaptations",
	.identity = "team convention on",
	.label = "adaptation",
	.help = "How one team does something its own way, and by whose leave.",
	.fields = adaptation_fields,
	.field_count = sizeof(adaptation_fields) / sizeof(adaptation_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "text",
	.order = "on",
};

static const struct field handoff_fields[] = {
	KEY_FIELD,
	{ .name = "team", .kind = FIELD_REFERENCE, .required = true, .target = "team",
	  .help = "The team that was looked at." },
	{ .name = "criterion", .kind = FIELD_CHOICE, .required = true, .choices = choices_criterion,
	  .help = "What was looked for." },
	{ .name = "cycle", .kind = FIELD_INTEGER, .required = true, .minimum = 1, .maximum = 999,
	  .help = "The team's OKR cycle, counted from 1." },
	{ .name = "result", .kind = FIELD_CHOICE, .required = true, .choices = choices_result,
	  .help = "What was seen." },
	{ .name = "evidence", .kind = FIELD_NOTE,
	  .help = "What the result rests on." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the check." },
	{ .name = "by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who checked." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why a pass counts without evidence; shown from then on." },
};

const struct type type_handoff = {
	.name = "handoff",
	.plural = "handoffs",
	.identity = "team criterion cycle",
	.label = "handoff check",
	.help = "Whether a team met one criterion of the handoff gate in one cycle. Two cycles "
		"in a row make it reliable.",
	.fields = handoff_fields,
	.field_count = sizeof(handoff_fields) / sizeof(handoff_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.order = "on",
};

static const struct field okr_review_fields[] = {
	KEY_FIELD,
	{ .name = "team", .kind = FIELD_REFERENCE, .required = true, .target = "team",
	  .help = "The team whose key result it is." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the review." },
	{ .name = "key_result", .kind = FIELD_TEXT, .required = true,
	  .help = "The key result as the team wrote it." },
	{ .name = "influence", .kind = FIELD_BOOLEAN,
	  .help = "Whether the team can really move it." },
	{ .name = "owned", .kind = FIELD_BOOLEAN,
	  .help = "Whether one person answers for it." },
	{ .name = "decides", .kind = FIELD_BOOLEAN,
	  .help = "Whether its movement would change a decision." },
	{ .name = "measurable", .kind = FIELD_BOOLEAN,
	  .help = "Whether it can be measured today." },
	{ .name = "reviewer", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who reviewed it." },
	{ .name = "note", .kind = FIELD_NOTE,
	  .help = "What should be mended in it." },
};

const struct type type_okr_review = {
	.name = "okr_review",
	.plural = "okr_reviews",
	.identity = "team key_result on",
	.label = "OKR review",
	.help = "Four questions put to one key result before a team is held to it.",
	.fields = okr_review_fields,
	.field_count = sizeof(okr_review_fields) / sizeof(okr_review_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "key_result",
	.order = "on",
};
