/* SPDX-License-Identifier: MIT */
/*
 * The readiness diagnosis: the question bank and what people answered. Must not hold verdicts:
 * those are computed from the answers. An answer without a score is a real one, "not known",
 * and never a middle mark.
 */
#include "types.h"

/* clang-format off */

static const struct choice choices_readiness_area[] = {
	{ "leadership", "whether the top agrees and acts" },
	{ "operations", "whether work can be measured and reviewed" },
	{ "culture", "whether people dare to be open" },
	{ "adoption", "whether teams will get real help" },
	{ NULL, NULL },
};

static const struct field question_fields[] = {
	KEY_FIELD,
	{ .name = "area", .kind = FIELD_CHOICE, .required = true, .choices = choices_readiness_area,
	  .help = "The area this question belongs to." },
	{ .name = "prompt", .kind = FIELD_NOTE, .required = true,
	  .help = "The question as it is asked." },
	{ .name = "failure_sign", .kind = FIELD_NOTE,
	  .help = "What one sees where the answer is bad." },
	{ .name = "low", .kind = FIELD_NOTE,
	  .help = "What a score of 1 looks like." },
	{ .name = "middle", .kind = FIELD_NOTE,
	  .help = "What a score of 3 looks like." },
	{ .name = "high", .kind = FIELD_NOTE,
	  .help = "What a score of 5 looks like." },
	{ .name = "critical", .kind = FIELD_BOOLEAN,
	  .help = "Whether a red answer here turns the whole area red." },
	{ .name = "position", .kind = FIELD_INTEGER, .minimum = 0, .maximum = 1000000,
	  .help = "Place in the bank, counted from the top." },
};

const struct type type_question = {
	.name = "question",
	.plural = "questions",
	.identity = "prompt",
	.label = "question",
	.help = "One question of the readiness diagnosis, with what to look for and what low, "
		"middle and high answers look like.",
	.fields = question_fields,
	.field_count = sizeof(question_fields) / sizeof(question_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_GROUNDS,
	.title = "prompt",
	.order = "position",
};

static const struct field response_fields[] = {
	KEY_FIELD,
	{ .name = "question", .kind = FIELD_REFERENCE, .required = true, .target = "question",
	  .help = "The question that was answered." },
	{ .name = "respondent", .kind = FIELD_REFERENCE, .required = true, .target = "stakeholder",
	  .help = "Who answered." },
	{ .name = "score", .kind = FIELD_INTEGER, .sensitive = true, .minimum = 1, .maximum = 5,
	  .help = "From 1, far from ready, to 5, ready; left empty it means not known." },
	{ .name = "evidence", .kind = FIELD_NOTE, .sensitive = true,
	  .help = "What the answer rests on." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day of the answer." },
};

const struct type type_response = {
	.name = "response",
	.plural = "responses",
	.identity = "question respondent on",
	.label = "response",
	.help = "What one person answered to one question on one day. The newest answer of each "
		"person counts.",
	.fields = response_fields,
	.field_count = sizeof(response_fields) / sizeof(response_fields[0]),
	.audience = AUDIENCE_LEAD,
	.roadmap = ROADMAP_GROUNDS,
	.order = "on",
};
