/* SPDX-License-Identifier: MIT */
/*
 * The roadmap's parts: phases, slices, workstreams, milestones and the evidence that proves
 * them, accountabilities, risks and lessons. Must not hold a percentage of progress: it follows
 * from accepted milestones. A milestone remembers why it exists.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_phase_name[] = {
	{ "pilot", "prove that it works here" },
	{ "scale", "spread what worked" },
	{ "embed", "make it the normal way to manage" },
	{ NULL, NULL },
};

static const struct choice choices_milestone_kind[] = {
	{ "delivery", "something is made or set up" },
	{ "adoption", "people behave differently" },
	{ "gate", "nothing behind it starts before it" },
	{ "intervention", "mends what a finding showed" },
	{ "training", "teams learn how it is done" },
	{ "launch", "teams begin to work with it" },
	{ NULL, NULL },
};

static const struct choice choices_settled[] = {
	{ "go", "it is passed: the gate is accepted" },
	{ "go_with_conditions", "passed for as long as each condition is in time" },
	{ "hold", "not yet: what stands behind it waits" },
	{ "stop", "not this way: what stands behind it is given up or planned anew" },
	{ NULL, NULL },
};

static const struct choice choices_milestone_state[] = {
	{ "planned", "not begun" },
	{ "in_progress", "under way" },
	{ "claimed", "its owner says it is proven" },
	{ "accepted", "somebody else checked the proof" },
	{ "dropped", "will not be done" },
	{ NULL, NULL },
};

static const struct choice choices_evidence_kind[] = {
	{ "document", "something written" },
	{ "observation", "somebody watched it happen" },
	{ "attendance", "who was there" },
	{ "data", "figures from a system" },
	{ "decision", "a decision that was taken" },
	{ "sample", "a few cases looked at closely" },
	{ NULL, NULL },
};

static const struct choice choices_claim_verdict[] = {
	{ "waiting", "nobody has checked it yet" },
	{ "accepted", "the proof convinced somebody else" },
	{ "rejected", "the proof did not convince; it was sent back" },
	{ "withdrawn", "taken back before anybody judged it" },
	{ NULL, NULL },
};

static const struct choice choices_accountability_area[] = {
	{ "executive_sponsorship", "direction, escalation, final word" },
	{ "programme_lead", "delivery across phases" },
	{ "functional_lead", "adoption in one function" },
	{ "enablement_lead", "skills and quality" },
	{ "design", "how OKRs work here" },
	{ "governance", "reviews and decisions" },
	{ "team_adoption", "practice inside the teams" },
	{ NULL, NULL },
};

static const struct choice choices_risk_state[] = {
	{ "open", "may still happen" },
	{ "happened", "it did" },
	{ "closed", "can no longer happen" },
	{ NULL, NULL },
};

static const struct choice choices_lesson_kind[] = {
	{ "lesson", "something to do differently" },
	{ "win", "a result others can go and see" },
	{ NULL, NULL },
};

static const struct field phase_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_CHOICE, .required = true, .choices = choices_phase_name,
	  .help = "Which of the three steps this is." },
	{ .name = "question", .kind = FIELD_TEXT,
	  .help = "The question that is answered when the phase ends." },
	{ .name = "starts_on", .kind = FIELD_DATE, .required = true,
	  .help = "First day of the phase." },
	{ .name = "ends_on", .kind = FIELD_DATE, .required = true,
	  .help = "Last day of the phase." },
};

const struct type type_phase = {
	.name = "phase",
	.plural = "phases",
	.identity = "name",
	.label = "phase",
	.help = "One of the three large steps of the rollout, with the question it must answer "
		"before the next one begins.",
	.fields = phase_fields,
	.field_count = sizeof(phase_fields) / sizeof(phase_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
	.title = "name",
	.order = "starts_on",
};

static const struct field slice_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What this stretch is about." },
	{ .name = "phase", .kind = FIELD_REFERENCE, .required = true, .target = "phase",
	  .help = "The phase it is cut from." },
	{ .name = "starts_on", .kind = FIELD_DATE, .required = true,
	  .help = "First day of the slice." },
	{ .name = "ends_on", .kind = FIELD_DATE, .required = true,
	  .help = "Last day of the slice." },
};

const struct type type_slice = {
	.name = "slice",
	.plural = "slices",
	.identity = "phase name",
	.label = "slice",
	.help = "A short stretch of a phase, two weeks to two months, that ends with something "
		"to show.",
	.fields = slice_fields,
	.field_count = sizeof(slice_fields) / sizeof(slice_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
	.title = "name",
	.order = "starts_on",
};

static const struct field workstream_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the stream is called." },
	{ .name = "lead", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The person who leads it." },
	{ .name = "position", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 1000000,
	  .help = "Place in lists and charts, from the top." },
};

const struct type type_workstream = {
	.name = "workstream",
	.plural = "workstreams",
	.identity = "name",
	.label = "workstream",
	.help = "A stream of work that runs through all phases under one named lead.",
	.fields = workstream_fields,
	.field_count = sizeof(workstream_fields) / sizeof(workstream_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "position",
};

static const struct field milestone_fields[] = {
	KEY_FIELD,
	{ .name = "title", .kind = FIELD_TEXT, .required = true,
	  .help = "Who does what differently when it is reached." },
	{ .name = "kind", .kind = FIELD_CHOICE, .choices = choices_milestone_kind,
	  .preset = "adoption",
	  .help = "What sort of step it is." },
	{ .name = "workstream", .kind = FIELD_REFERENCE, .indexed = true, .target = "workstream",
	  .help = "The stream it belongs to." },
	{ .name = "phase", .kind = FIELD_REFERENCE, .indexed = true, .target = "phase",
	  .help = "The phase in which it falls due." },
	{ .name = "slice", .kind = FIELD_REFERENCE, .indexed = true, .target = "slice",
	  .help = "The slice in which it falls due." },
	{ .name = "team", .kind = FIELD_REFERENCE, .target = "team",
	  .help = "The team it is about, where it is one." },
	{ .name = "parent", .kind = FIELD_REFERENCE, .indexed = true, .target = "milestone",
	  .help = "The larger item it is a part of." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .indexed = true, .target = "stakeholder",
	  .owns = true,
	  .help = "The one person who answers for it." },
	{ .name = "baseline_on", .kind = FIELD_DATE,
	  .help = "Day promised last; only a new baseline moves it." },
	{ .name = "forecast_on", .kind = FIELD_DATE,
	  .help = "Day its owner expects it today." },
	{ .name = "actual_on", .kind = FIELD_DATE,
	  .help = "Day on which it was really reached." },
	{ .name = "work_days", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 3660,
	  .help = "Working days it takes once it can start." },
	{ .name = "likely_late_days", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 3660,
	  .help = "Days it could easily run late; the simulation uses it." },
	{ .name = "wave", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 99,
	  .help = "The wave it is about, where it is one; 0 is the pilot." },
	{ .name = "settled", .kind = FIELD_CHOICE, .choices = choices_settled,
	  .help = "Of a gate: what was decided at it." },
	{ .name = "condition_of", .kind = FIELD_REFERENCE, .target = "milestone",
	  .help = "The gate that was passed on the condition that this is reached in time." },
	{ .name = "state", .kind = FIELD_CHOICE, .choices = choices_milestone_state,
	  .preset = "planned",
	  .help = "How far it has come." },
	{ .name = "because", .kind = FIELD_NOTE,
	  .help = "The finding or decision that put it on the roadmap." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why a rule was set aside for it; shown from then on." },
	{ .name = "link", .kind = FIELD_TEXT,
	  .help = "Web address or path of the paper that proves it." },
};

const struct type type_milestone = {
	.name = "milestone",
	.plural = "milestones",
	.identity = "title phase team parent",
	.label = "milestone",
	.help = "A change that can be proven by evidence; the roadmap is made of these.",
	.fields = milestone_fields,
	.field_count = sizeof(milestone_fields) / sizeof(milestone_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
	.title = "title",
	.order = "forecast_on",
};

static const struct field evidence_fields[] = {
	KEY_FIELD,
	{ .name = "milestone", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone it proves." },
	{ .name = "criterion", .kind = FIELD_TEXT, .required = true,
	  .help = "What would convince us." },
	{ .name = "kind", .kind = FIELD_CHOICE, .choices = choices_evidence_kind,
	  .help = "The sort of proof it takes." },
	{ .name = "proof", .kind = FIELD_NOTE,
	  .help = "Where the proof is, or what it says." },
	{ .name = "met", .kind = FIELD_BOOLEAN,
	  .help = "Whether the proof satisfies the criterion." },
	{ .name = "checked_by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who looked at the proof." },
	{ .name = "checked_on", .kind = FIELD_DATE,
	  .help = "Day on which it was looked at." },
	{ .name = "link", .kind = FIELD_TEXT,
	  .help = "Web address or path of the paper that proves it." },
};

const struct type type_evidence = {
	.name = "evidence",
	.plural = "evidence",
	.identity = "milestone criterion",
	.label = "evidence",
	.help = "One criterion that would convince a doubter that a milestone is reached, and "
		"what proves it.",
	.fields = evidence_fields,
	.field_count = sizeof(evidence_fields) / sizeof(evidence_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
	.title = "criterion",
};

static const struct field claim_fields[] = {
	KEY_FIELD,
	{ .name = "milestone", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone that was said to be reached." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it was claimed." },
	{ .name = "by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who claimed it: the owner of that day." },
	{ .name = "verdict", .kind = FIELD_CHOICE,
	  .choices = choices_claim_verdict, .preset = "waiting",
	  .help = "What came of it." },
	{ .name = "verdict_on", .kind = FIELD_DATE,
	  .help = "Day it was judged or taken back." },
	{ .name = "verdict_by", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .help = "Who judged it." },
	{ .name = "reason", .kind = FIELD_NOTE,
	  .help = "Why it was judged so; a rejection needs it." },
};

const struct type type_claim = {
	.name = "claim",
	.plural = "claims",
	.identity = "milestone on",
	.label = "claim",
	.help = "One time a milestone was said to be reached, and what came of it; written by the "
		"program when a milestone is claimed, accepted or sent back.",
	.fields = claim_fields,
	.field_count = sizeof(claim_fields) / sizeof(claim_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LISTS,
	.order = "on",
};

static const struct field accountability_fields[] = {
	KEY_FIELD,
	{ .name = "area", .kind = FIELD_CHOICE, .required = true,
	  .choices = choices_accountability_area,
	  .help = "What is answered for." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The person, never a department." },
	{ .name = "function", .kind = FIELD_REFERENCE, .target = "function",
	  .help = "The function it covers, for a functional lead." },
	{ .name = "answers_for", .kind = FIELD_NOTE,
	  .help = "What exactly this person is asked about." },
};

const struct type type_accountability = {
	.name = "accountability",
	.plural = "accountabilities",
	.identity = "area function",
	.label = "accountability",
	.help = "An area of the rollout and the one named person who answers for it.",
	.fields = accountability_fields,
	.field_count = sizeof(accountability_fields) / sizeof(accountability_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "area",
};

static const struct field risk_fields[] = {
	KEY_FIELD,
	{ .name = "title", .kind = FIELD_TEXT, .required = true,
	  .help = "What may happen, in a few words." },
	{ .name = "likelihood", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 5,
	  .help = "From 1, would surprise us, to 5, expected." },
	{ .name = "impact", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 5,
	  .help = "From 1, a nuisance, to 5, the rollout fails." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who watches it and acts." },
	{ .name = "early_sign", .kind = FIELD_NOTE,
	  .help = "What one would see first." },
	{ .name = "response", .kind = FIELD_NOTE,
	  .help = "What is done about it, now or when the sign shows." },
	{ .name = "review_on", .kind = FIELD_DATE,
	  .help = "Day on which it is looked at again." },
	{ .name = "state", .kind = FIELD_CHOICE, .choices = choices_risk_state, .preset = "open",
	  .help = "Whether it still threatens." },
	{ .name = "milestone", .kind = FIELD_REFERENCE, .target = "milestone",
	  .help = "The milestone it threatens most." },
	{ .name = "workstream", .kind = FIELD_REFERENCE, .target = "workstream",
	  .help = "The stream it threatens most." },
	{ .name = "because", .kind = FIELD_NOTE,
	  .help = "The finding or event that raised it." },
};

const struct type type_risk = {
	.name = "risk",
	.plural = "risks",
	.identity = "title",
	.label = "risk",
	.help = "Something that may hurt the rollout, watched beside the work it threatens.",
	.fields = risk_fields,
	.field_count = sizeof(risk_fields) / sizeof(risk_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "title",
	.order = "title",
};

static const struct field lesson_fields[] = {
	KEY_FIELD,
	{ .name = "kind", .kind = FIELD_CHOICE, .choices = choices_lesson_kind, .preset = "lesson",
	  .help = "Whether it teaches or proves." },
	{ .name = "text", .kind = FIELD_NOTE, .required = true,
	  .help = "What was learned, or what was won." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it was written down." },
	{ .name = "phase", .kind = FIELD_REFERENCE, .target = "phase",
	  .help = "The phase it comes from." },
	{ .name = "team", .kind = FIELD_REFERENCE, .target = "team",
	  .help = "The team it comes from." },
	{ .name = "change", .kind = FIELD_NOTE,
	  .help = "What is done differently because of it." },
	{ .name = "applied_on", .kind = FIELD_DATE,
	  .help = "Day the change took effect." },
	{ .name = "owner", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who sees the change through, or shows the win." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why it counts as applied without saying what changed; shown from then on." },
};

const struct type type_lesson = {
	.name = "lesson",
	.plural = "lessons",
	.identity = "text",
	.label = "lesson",
	.help = "Something learned and the change it led to, or an early win that a doubter can "
		"inspect.",
	.fields = lesson_fields,
	.field_count = sizeof(lesson_fields) / sizeof(lesson_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "text",
	.order = "on",
};
