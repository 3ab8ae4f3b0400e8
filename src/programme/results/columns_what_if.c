/* SPDX-License-Identifier: MIT */
/* What would follow from changes that were not made. */
#include "columns.h"
#include "rollout/programme/what_if.h"

/* clang-format off */

static const struct result_column milestone_columns[] = {
	{ "milestone", COLUMN_ID, "The milestone's id.", AT(struct moved_milestone, identifier) },
	{ "title", COLUMN_TEXT, "What it is called.", AT(struct moved_milestone, title),
		.head = "milestone" },
	{ "from", COLUMN_DAY, "Its forecast as things stand.", AT(struct moved_milestone, from),
		.head = "from", .nothing = "no date" },
	{ "to", COLUMN_DAY, "Its forecast with the change.", AT(struct moved_milestone, to),
		.head = "to", .nothing = "no date" },
	{ "days", COLUMN_CHANGE, "How many days later; 0 where it has no date before or after.",
		AT(struct moved_milestone, later), .head = "days" },
	{ 0 },
};

static const struct result_column team_columns[] = {
	{ "team", COLUMN_ID, "The team's id.", AT(struct moved_team, identifier) },
	{ "name", COLUMN_TEXT, "What it is called.", AT(struct moved_team, name), .head = "team" },
	{ "from", COLUMN_WHOLE, "The wave; left out for none.", AT(struct moved_team, from),
		.optional = true, .head = "from", .nothing = "none" },
	{ "to", COLUMN_WHOLE, "The wave; left out for none.", AT(struct moved_team, to),
		.optional = true, .head = "to", .nothing = "none" },
	{ 0 },
};

static const struct result_column wave_columns[] = {
	{ "wave", COLUMN_WHOLE, "The wave; 0 is the pilot.", AT(struct moved_wave, number),
		.head = "wave" },
	{ "from", COLUMN_DAY, "Its launch as things stand; left out where nobody knows.",
		AT(struct moved_wave, from), .optional = true, .head = "from", .nothing = "no date" },
	{ "to", COLUMN_DAY, "Its launch with the change.", AT(struct moved_wave, to),
		.optional = true, .head = "to", .nothing = "no date" },
	{ "days", COLUMN_CHANGE, "How many days later; 0 where it has no date before or after.",
		AT(struct moved_wave, later), .head = "days" },
	{ 0 },
};

static const struct result_column action_columns[] = {
	{ "engagement", COLUMN_ID, "The action's id.", AT(struct moved_action, identifier) },
	{ "action", COLUMN_TEXT, "What is done.", AT(struct moved_action, action),
		.head = "engagement" },
	{ "wave", COLUMN_WHOLE, "The wave whose launch it is dated by.",
		AT(struct moved_action, wave), .head = "wave" },
	{ "from", COLUMN_DAY, "When it is due as things stand.", AT(struct moved_action, from),
		.optional = true, .head = "from", .nothing = "no date" },
	{ "to", COLUMN_DAY, "When it is due with the change.", AT(struct moved_action, to),
		.optional = true, .head = "to", .nothing = "no date" },
	{ "days", COLUMN_CHANGE, "How many days later; 0 where it had no date.",
		AT(struct moved_action, later), .head = "days" },
	{ 0 },
};

static const struct result_column forum_columns[] = {
	{ "forum", COLUMN_ID, "The forum's id.", AT(struct changed_forum, identifier) },
	{ "name", COLUMN_TEXT, "What it is called.", AT(struct changed_forum, name),
		.head = "forum" },
	{ "from", COLUMN_DAY, "When it meets next as things stand; left out for not within a year.",
		AT(struct changed_forum, from), .optional = true, .head = "met next",
		.nothing = "never" },
	{ "to", COLUMN_DAY, "When it meets next with the change.", AT(struct changed_forum, to),
		.optional = true, .head = "meets next", .nothing = "never" },
	{ "chair_left", COLUMN_BOOLEAN, "Whoever chairs it would not be here.",
		AT(struct changed_forum, chair_left), .head = "nobody to chair it" },
	{ "invited_before", COLUMN_WHOLE, "Those invited who are here.",
		AT(struct changed_forum, invited_before), .head = "invited" },
	{ "invited_after", COLUMN_WHOLE, "Those invited who would be here.",
		AT(struct changed_forum, invited_after), .head = "then" },
	{ 0 },
};

static const struct result_column confidence_columns[] = {
	{ "scope", COLUMN_TEXT, "As in a rating: programme, phase/pilot and so on.",
		AT(struct changed_confidence, scope), .head = "of" },
	{ "from", COLUMN_WORD, "What is suggested as things stand.",
		AT(struct changed_confidence, from), .words = colour_words, .head = "from" },
	{ "to", COLUMN_WORD, "What would be suggested with the change.",
		AT(struct changed_confidence, to), .words = colour_words, .head = "to" },
	{ 0 },
};

static const struct result_column end_columns[] = {
	{ "phase", COLUMN_ID, "The phase's id; left out for the whole.",
		AT(struct moved_end, identifier), .optional = true },
	{ "name", COLUMN_TEXT, "Its name.", AT(struct moved_end, name), .head = "of" },
	{ "p50_from", COLUMN_DAY, "Its even chance as things stand.",
		AT(struct moved_end, middle_from), .head = "even chance" },
	{ "p50_to", COLUMN_DAY, "The same with the change.", AT(struct moved_end, middle_to),
		.head = "then" },
	{ "p80_from", COLUMN_DAY, "Four in five as things stand.",
		AT(struct moved_end, safe_from), .head = "four in five" },
	{ "p80_to", COLUMN_DAY, "The same with the change.", AT(struct moved_end, safe_to),
		.head = "then" },
	{ 0 },
};

static const struct result_column what_if_whole[] = {
	{ "milestones", COLUMN_LIST, "Those whose forecast differs, the farthest first.",
		ROWS(struct what_if, milestones, milestone_count), .columns = milestone_columns,
		.one_line = true, .head = "forecasts that move" },
	{ "end_before", COLUMN_DAY, "The latest forecast as things stand.",
		AT(struct what_if, end_before), .optional = true },
	{ "end_after", COLUMN_DAY, "The latest forecast with the change.",
		AT(struct what_if, end_after), .optional = true },
	{ "likely", COLUMN_LIST, "Phases, and the whole, that are likely to end on another day.",
		ROWS(struct what_if, ends, end_count), .columns = end_columns, .one_line = true,
		.head = "likely ends that move" },
	{ "plan_launch_before", COLUMN_DAY,
		"The launch of a plan drafted now, where the change is one of what plans are drafted from.",
		AT(struct what_if, plan_launch_before), .optional = true },
	{ "plan_launch_after", COLUMN_DAY, "The same with the change.",
		AT(struct what_if, plan_launch_after), .optional = true },
	{ "plan_end_before", COLUMN_DAY, "The end of that plan.",
		AT(struct what_if, plan_end_before), .optional = true },
	{ "plan_end_after", COLUMN_DAY, "The same with the change.",
		AT(struct what_if, plan_end_after), .optional = true },
	{ "teams", COLUMN_LIST, "Those that change their wave.",
		ROWS(struct what_if, teams, team_count), .columns = team_columns,
		.one_line = true, .head = "teams that change their wave" },
	{ "waves", COLUMN_LIST, "Those that launch on another day.",
		ROWS(struct what_if, waves, wave_count), .columns = wave_columns,
		.one_line = true, .head = "waves that launch on another day" },
	{ "engagement", COLUMN_LIST, "Actions that move with them.",
		ROWS(struct what_if, actions, action_count), .columns = action_columns,
		.one_line = true, .head = "engagement that moves with them" },
	{ "forums", COLUMN_LIST, "Those that change.", ROWS(struct what_if, forums, forum_count),
		.columns = forum_columns, .one_line = true, .head = "forums that change" },
	{ "confidence", COLUMN_LIST, "Scopes whose suggestion changes.",
		ROWS(struct what_if, colours, colour_count), .columns = confidence_columns,
		.one_line = true, .head = "confidence that changes" },
	{ "findings_appear", COLUMN_LIST, "Findings that would be new.",
		ROWS(struct what_if, appear, appear_count), .columns = finding_columns, .head = "findings that appear" },
	{ "findings_vanish", COLUMN_LIST, "Findings that would go.",
		ROWS(struct what_if, vanish, vanish_count), .columns = finding_columns, .head = "findings that vanish" },
	{ 0 },
};

const struct result result_what_if = { "what_if",
	"What would follow from a change that was not made.", AUDIENCE_LEAD, sizeof(struct what_if),
	what_if_whole, NULL };
