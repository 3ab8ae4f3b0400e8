/* SPDX-License-Identifier: MIT */
/*
 * The priority RACI: a few decisions as rows, roles as columns, letters in the cells.
 * Whether a row is sound, the rules R say. Roles are apart from the people who hold them, so that a
 * change of post does not touch the letters.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_letters[] = {
	{ "R", "does the work" },
	{ "A", "answers for it, one on a row" },
	{ "A/R", "does it and answers for it" },
	{ "C", "is asked before" },
	{ "I", "is told after" },
	{ NULL, NULL },
};

static const struct field activity_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "The kind of decision, in a few words." },
	{ .name = "forum", .kind = FIELD_REFERENCE, .target = "forum",
	  .help = "The meeting in which it is usually taken." },
	{ .name = "position", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 1000000,
	  .help = "Place among the rows, from the top." },
	{ .name = "confirmed_on", .kind = FIELD_DATE,
	  .help = "Day on which somebody last looked at the row and found it right." },
};

const struct type type_activity = {
	.name = "activity",
	.plural = "activities",
	.identity = "name",
	.label = "activity",
	.help = "A kind of decision that people are likely to fight or dither over: a row of the "
		"RACI.",
	.fields = activity_fields,
	.field_count = sizeof(activity_fields) / sizeof(activity_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "name",
	.order = "position",
};

static const struct field role_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the role is called." },
	{ .name = "position", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 1000000,
	  .help = "Place among the columns, from the left." },
};

const struct type type_role = {
	.name = "role",
	.plural = "roles",
	.identity = "name",
	.label = "role",
	.help = "A part people play in decisions: a column of the RACI.",
	.fields = role_fields,
	.field_count = sizeof(role_fields) / sizeof(role_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "name",
	.order = "position",
};

static const struct field role_holder_fields[] = {
	KEY_FIELD,
	{ .name = "role", .kind = FIELD_REFERENCE, .required = true, .target = "role",
	  .help = "The role that is held." },
	{ .name = "stakeholder", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "Who holds it." },
};

const struct type type_role_holder = {
	.name = "role_holder",
	.plural = "role_holders",
	.identity = "role stakeholder",
	.label = "role holder",
	.help = "A named person who holds a role of the RACI.",
	.fields = role_holder_fields,
	.field_count = sizeof(role_holder_fields) / sizeof(role_holder_fields[0]),
	.audience = AUDIENCE_LEADERSHIP,
	.roadmap = ROADMAP_LEAVES_OUT,
};

static const struct field assignment_fields[] = {
	KEY_FIELD,
	{ .name = "activity", .kind = FIELD_REFERENCE, .required = true, .target = "activity",
	  .help = "The row of the cell." },
	{ .name = "role", .kind = FIELD_REFERENCE, .required = true, .target = "role",
	  .help = "The column of the cell." },
	{ .name = "letters", .kind = FIELD_CHOICE, .required = true, .choices = choices_letters,
	  .help = "What the role does there." },
};

const struct type type_assignment = {
	.name = "assignment",
	.plural = "assignments",
	.identity = "activity role",
	.label = "assignment",
	.help = "What one role does in one kind of decision: a cell of the RACI.",
	.fields = assignment_fields,
	.field_count = sizeof(assignment_fields) / sizeof(assignment_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
};
