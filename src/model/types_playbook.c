/* SPDX-License-Identifier: MIT */
/*
 * What the lead says and does in the room: message starters, workshop plans and tips. Must not
 * hold what came out of a workshop: that lands as decisions, actions and blockers. All of it is
 * the user's to edit.
 */
#include "types.h"

/* clang-format off */

static const struct field script_fields[] = {
	KEY_FIELD,
	{ .name = "audience", .kind = FIELD_TEXT, .required = true,
	  .help = "Who it is said to." },
	{ .name = "concern", .kind = FIELD_TEXT, .required = true,
	  .help = "The worry it answers." },
	{ .name = "text", .kind = FIELD_NOTE, .required = true,
	  .help = "What to say." },
};

const struct type type_script = {
	.name = "script",
	.plural = "scripts",
	.identity = "audience concern",
	.label = "script",
	.help = "A few sentences to open with, for one audience and one worry.",
	.fields = script_fields,
	.field_count = sizeof(script_fields) / sizeof(script_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "concern",
	.order = "audience",
};

static const struct field workshop_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What the session is called." },
	{ .name = "purpose", .kind = FIELD_NOTE,
	  .help = "What exists afterwards that did not before." },
};

const struct type type_workshop = {
	.name = "workshop",
	.plural = "workshops",
	.identity = "name",
	.label = "workshop",
	.help = "A session that can be run from its plan, with a clock.",
	.fields = workshop_fields,
	.field_count = sizeof(workshop_fields) / sizeof(workshop_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "name",
	.order = "name",
};

static const struct field segment_fields[] = {
	KEY_FIELD,
	{ .name = "workshop", .kind = FIELD_REFERENCE, .required = true, .target = "workshop",
	  .help = "The workshop it is a part of." },
	{ .name = "position", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 1000000,
	  .help = "Place in the session, from the start." },
	{ .name = "minutes", .kind = FIELD_INTEGER, .required = true, .minimum = 1, .maximum = 1440,
	  .help = "How long it takes." },
	{ .name = "activity", .kind = FIELD_TEXT, .required = true,
	  .help = "What people do." },
	{ .name = "purpose", .kind = FIELD_NOTE,
	  .help = "What it is good for." },
};

const struct type type_segment = {
	.name = "segment",
	.plural = "segments",
	.identity = "workshop position",
	.label = "segment",
	.help = "One time box of a workshop.",
	.fields = segment_fields,
	.field_count = sizeof(segment_fields) / sizeof(segment_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "activity",
	.order = "position",
};

static const struct field tip_fields[] = {
	KEY_FIELD,
	{ .name = "text", .kind = FIELD_NOTE, .required = true,
	  .help = "The advice, in a sentence or two." },
};

const struct type type_tip = {
	.name = "tip",
	.plural = "tips",
	.identity = "text",
	.label = "tip",
	.help = "A piece of advice for whoever leads the room.",
	.fields = tip_fields,
	.field_count = sizeof(tip_fields) / sizeof(tip_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LEAVES_OUT,
	.title = "text",
};
