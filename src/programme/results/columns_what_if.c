/* SPDX-License-Identifier: MIT */
/* What would follow from changes that were not made. */
#include "columns.h"
#include "rollout/programme/what_if.h"

/* clang-format off */

static const struct result_column milestone_columns[] = {
	{ "milestone", COLUMN_ID, AT(struct moved_milestone, identifier), .always = true,
		.help = "The milestone's id." },
	{ "from", COLUMN_DAY, AT(struct moved_milestone, from), .always = true,
		.help = "Its forecast as things stand." },
	{ "to", COLUMN_DAY, AT(struct moved_milestone, to), .always = true,
		.help = "Its forecast with the change." },
	{ 0 },
};

static const struct result_column team_columns[] = {
	{ "team", COLUMN_ID, AT(struct moved_team, identifier), .always = true,
		.help = "The team's id." },
	{ "from", COLUMN_WHOLE, AT(struct moved_team, from),
		.help = "The wave; left out for none." },
	{ "to", COLUMN_WHOLE, AT(struct moved_team, to), .help = "The wave; left out for none." },
	{ 0 },
};

static const struct result_column forum_columns[] = {
	{ "forum", COLUMN_ID, AT(struct changed_forum, identifier), .always = true,
		.help = "The forum's id." },
	{ "from", COLUMN_DAY, AT(struct changed_forum, from),
		.help = "When it meets next as things stand; left out for not within a year." },
	{ "to", COLUMN_DAY, AT(struct changed_forum, to),
		.help = "When it meets next with the change." },
	{ "chair_left", COLUMN_BOOLEAN, AT(struct changed_forum, chair_left), .always = true,
		.help = "Whoever chairs it would not be here." },
	{ "invited_before", COLUMN_WHOLE, AT(struct changed_forum, invited_before), .always = true,
		.help = "Those invited who are here." },
	{ "invited_after", COLUMN_WHOLE, AT(struct changed_forum, invited_after), .always = true,
		.help = "Those invited who would be here." },
	{ 0 },
};

static const struct result_column confidence_columns[] = {
	{ "scope", COLUMN_TEXT, AT(struct changed_confidence, scope), .always = true,
		.help = "As in a rating: programme, phase/pilot and so on." },
	{ "from", COLUMN_WORD, AT(struct changed_confidence, from), .words = colour_words,
		.always = true, .help = "What is suggested as things stand." },
	{ "to", COLUMN_WORD, AT(struct changed_confidence, to), .words = colour_words,
		.always = true, .help = "What would be suggested with the change." },
	{ 0 },
};

static const struct result_column what_if_whole[] = {
	{ "milestones", COLUMN_LIST, ROWS(struct what_if, milestones, milestone_count),
		.columns = milestone_columns, .one_line = true, .always = true,
		.help = "Those whose forecast differs, the farthest first." },
	{ "end_before", COLUMN_DAY, AT(struct what_if, end_before),
		.help = "The latest forecast as things stand." },
	{ "end_after", COLUMN_DAY, AT(struct what_if, end_after),
		.help = "The latest forecast with the change." },
	{ "teams", COLUMN_LIST, ROWS(struct what_if, teams, team_count), .columns = team_columns,
		.one_line = true, .always = true, .help = "Those that change their wave." },
	{ "forums", COLUMN_LIST, ROWS(struct what_if, forums, forum_count),
		.columns = forum_columns, .one_line = true, .always = true,
		.help = "Those that change." },
	{ "confidence", COLUMN_LIST, ROWS(struct what_if, colours, colour_count),
		.columns = confidence_columns, .one_line = true, .always = true,
		.help = "Scopes whose suggestion changes." },
	{ "findings_appear", COLUMN_LIST, ROWS(struct what_if, appear, appear_count),
		.columns = finding_columns, .always = true, .help = "Findings that would be new." },
	{ "findings_vanish", COLUMN_LIST, ROWS(struct what_if, vanish, vanish_count),
		.columns = finding_columns, .always = true, .help = "Findings that would go." },
	{ 0 },
};

const struct result result_what_if = { "what_if",
	"What would follow from a change that was not made.", AUDIENCE_LEAD, sizeof(struct what_if),
	what_if_whole, NULL };
