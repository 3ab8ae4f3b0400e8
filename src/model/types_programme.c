/* SPDX-License-Identifier: MIT */
/*
 * The programme itself, its numbers, and the parts of the organisation it reaches: functions
 * and teams. Must not hold rules. Wave and ownership stand on the team because both change team
 * by team, not with the phase.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_stance[] = {
	{ "willing", "leads by it when helped" },
	{ "neutral", "neither for nor against" },
	{ "resistant", "works against it or waits it out" },
	{ NULL, NULL },
};

static const struct choice choices_ownership[] = {
	{ "central", "the programme runs it with the team" },
	{ "supported", "the team runs it, the programme helps" },
	{ "handed_off", "the team runs it alone" },
	{ NULL, NULL },
};

static const struct choice choices_fallback[] = {
	{ "extend_support", "keep helping for another cycle" },
	{ "simplify", "do less, but do it well" },
	{ "retrain", "teach the practice again" },
	{ NULL, NULL },
};

static const struct field programme_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What people call the programme." },
	{ .name = "purpose", .kind = FIELD_NOTE,
	  .help = "Why the organisation is doing this, in words a sceptic would accept." },
	{ .name = "success_definition", .kind = FIELD_NOTE,
	  .help = "What people will be doing differently after two cycles if it works." },
	{ .name = "sponsor", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The executive who answers for the programme." },
	{ .name = "lead", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The person who runs the programme day by day." },
	{ .name = "starts_on", .kind = FIELD_DATE, .required = true,
	  .help = "First day of the programme's own work." },
	{ .name = "launches_on", .kind = FIELD_DATE,
	  .help = "Day on which the first teams start working with OKRs." },
	{ .name = "cycle_weeks", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 52, .preset = "13",
	  .help = "Weeks in one OKR cycle; 13 is a quarter." },
	{ .name = "check_in_weeks", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 4,
	  .preset = "1",
	  .help = "Weeks between two check-ins of a team: 1 is weekly, 2 fortnightly." },
	{ .name = "escalates_to", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who answers where the sponsor is the subject." },
};

const struct type type_programme = {
	.name = "programme",
	.plural = "programmes",
	.label = "programme",
	.help = "The rollout as a whole: why it exists, when it runs and how often teams meet "
		"over their OKRs. A file holds exactly one.",
	.fields = programme_fields,
	.field_count = sizeof(programme_fields) / sizeof(programme_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
	.title = "name",
	.single = true,
};

static const struct field setting_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the number is, in a few words." },
	{ .name = "value", .kind = FIELD_TEXT, .required = true,
	  .help = "The value that rules use from now on." },
	{ .name = "unit", .kind = FIELD_TEXT,
	  .help = "What the value counts: days, working days, percent." },
	{ .name = "help", .kind = FIELD_TEXT,
	  .help = "What changes when the value does." },
};

const struct type type_setting = {
	.name = "setting",
	.plural = "settings",
	.identity = "name",
	.label = "setting",
	.help = "A number that rules use, changed for this programme. Where there is no such "
		"record the built-in value counts.",
	.fields = setting_fields,
	.field_count = sizeof(setting_fields) / sizeof(setting_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "name",
};

static const struct field function_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the function is called in the organisation." },
	{ .name = "lead", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The person who answers for adoption in this function." },
	{ .name = "stall_tell", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who is told first when adoption stalls here." },
	{ .name = "stall_support", .kind = FIELD_NOTE,
	  .help = "The help this function is offered when it stalls." },
	{ .name = "stall_reset_after_days", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 366,
	  .preset = "28",
	  .help = "Days of stalling after which the decision to reset is taken." },
};

const struct type type_function = {
	.name = "function",
	.plural = "functions",
	.identity = "name",
	.label = "function",
	.help = "A part of the organisation with one leader, such as sales or finance, and what "
		"happens there when adoption stalls.",
	.fields = function_fields,
	.field_count = sizeof(function_fields) / sizeof(function_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "name",
};

static const struct field team_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the team is called." },
	{ .name = "function", .kind = FIELD_REFERENCE, .target = "function",
	  .help = "The function the team belongs to." },
	{ .name = "leader", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "The manager who leads the team." },
	{ .name = "coach", .kind = FIELD_REFERENCE, .target = "stakeholder",
	  .owns = true,
	  .help = "Who helps the team through its first cycles." },
	{ .name = "size", .kind = FIELD_INTEGER, .minimum = 1, .maximum = 100000,
	  .help = "How many people are in the team." },
	{ .name = "capability", .kind = FIELD_CHOICE, .choices = choices_low_high,
	  .help = "How well the team already plans and reviews its work." },
	{ .name = "stance", .kind = FIELD_CHOICE, .sensitive = true, .choices = choices_stance,
	  .help = "Where the team's leader stands towards OKRs." },
	{ .name = "complexity", .kind = FIELD_CHOICE, .choices = choices_low_high,
	  .help = "How tangled the team's work is with that of others." },
	{ .name = "cross_functional", .kind = FIELD_BOOLEAN,
	  .help = "Whether the team delivers across several functions." },
	{ .name = "wave", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 99,
	  .help = "The wave in which the team starts; 0 is the pilot." },
	{ .name = "pinned_reason", .kind = FIELD_NOTE,
	  .help = "Why a person fixed this wave; without it the program may propose another." },
	{ .name = "ownership", .kind = FIELD_CHOICE, .choices = choices_ownership,
	  .preset = "central",
	  .help = "Who runs the OKR practice in this team now." },
	{ .name = "fallback", .kind = FIELD_CHOICE, .choices = choices_fallback,
	  .help = "What the team gets after failing the handoff gate." },
	{ .name = "override_reason", .kind = FIELD_NOTE,
	  .help = "Why the team counts as handed off without passing the gate; shown from then on." },
};

const struct type type_team = {
	.name = "team",
	.plural = "teams",
	.identity = "name",
	.label = "team",
	.help = "A team that takes up OKRs, with what decides when its turn comes and who runs "
		"the practice there.",
	.fields = team_fields,
	.field_count = sizeof(team_fields) / sizeof(team_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "name",
};

static const struct field wave_fields[] = {
	KEY_FIELD,
	{ .name = "number", .kind = FIELD_INTEGER, .required = true, .minimum = 0, .maximum = 99,
	  .help = "Its place in the order of waves; 0 is the pilot." },
	{ .name = "name", .kind = FIELD_TEXT,
	  .help = "What people call it." },
	{ .name = "gate", .kind = FIELD_REFERENCE, .target = "milestone",
	  .help = "The gate it waits for; its launch moves with it." },
	{ .name = "launches_on", .kind = FIELD_DATE,
	  .help = "Day on which a person wants it to launch; empty: two weeks behind its gate, on a Monday." },
	{ .name = "launched_on", .kind = FIELD_DATE,
	  .help = "Day on which its teams really started." },
	{ .name = "note", .kind = FIELD_NOTE,
	  .help = "What should be remembered about it." },
};

const struct type type_wave = {
	.name = "wave",
	.plural = "waves",
	.identity = "number",
	.label = "wave",
	.help = "Teams that start together, the gate they wait for, and the day on which they do; "
		"a team's wave is its place in one.",
	.fields = wave_fields,
	.field_count = sizeof(wave_fields) / sizeof(wave_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "number",
};

static const struct field team_link_fields[] = {
	KEY_FIELD,
	{ .name = "from", .kind = FIELD_REFERENCE, .required = true, .target = "team",
	  .help = "One of the two teams." },
	{ .name = "to", .kind = FIELD_REFERENCE, .required = true, .target = "team",
	  .help = "The other team." },
	{ .name = "note", .kind = FIELD_NOTE,
	  .help = "What ties the two teams together." },
};

const struct type type_team_link = {
	.name = "team_link",
	.plural = "team_links",
	.identity = "from to",
	.label = "team link",
	.help = "Two teams whose work depends on each other; such teams are best placed in "
		"neighbouring waves.",
	.fields = team_link_fields,
	.field_count = sizeof(team_link_fields) / sizeof(team_link_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
};
