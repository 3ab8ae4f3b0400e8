/* SPDX-License-Identifier: MIT */
/* What a plan of the roadmap does, each line with its reason. */
#include <string.h>

#include "columns.h"
#include "rollout/programme/plan.h"

/* The rule's id, or the word for what else asks for it, before the colon; a person may have put
 * anything else there. */
static const char *
rule_text(const void *row, struct arena *arena)
{
	const char *because = ((const struct plan_line *)row)->because;
	size_t length = strcspn(because, ": ");

	return because[length] == ':' ? arena_copy(arena, because, length) : NULL;
}

/* clang-format off */

static const char *const action_words[] = { "add", "change", "keep", "gone", "remove", NULL };

static const struct result_column item_columns[] = {
	{ "action", COLUMN_WORD, "What is done with it.", AT(struct plan_line, action),
		.words = action_words },
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct plan_line, type) },
	{ "id", COLUMN_ID, "The record's id.", AT(struct plan_line, identifier) },
	{ "title", COLUMN_TEXT, "What people call it.", AT(struct plan_line, title) },
	{ "rule", COLUMN_TEXT, "The rule that asks for it, or dates, teams, template ….",
		.text = rule_text, .optional = true },
	{ "because", COLUMN_TEXT, "Begins with a rule's id where a finding asks for it.",
		AT(struct plan_line, because) },
	{ "detail", COLUMN_TEXT,
		"For whom and when it is, the fields that change, or why it is kept.",
		AT(struct plan_line, detail), .optional = true },
	{ 0 },
};

static const struct result_column plan_whole[] = {
	{ "dry_run", COLUMN_BOOLEAN, "Nothing was written.", AT(struct plan_report, dry_run) },
	{ "add", COLUMN_WHOLE, "Items that are added.", AT(struct plan_report, counts[PLAN_ADD]) },
	{ "change", COLUMN_WHOLE, "Items that are changed.",
		AT(struct plan_report, counts[PLAN_CHANGE]) },
	{ "keep", COLUMN_WHOLE, "Items that are kept as they are.",
		AT(struct plan_report, counts[PLAN_KEEP]) },
	{ "gone", COLUMN_WHOLE, "Deleted by hand, and not added again.",
		AT(struct plan_report, counts[PLAN_GONE]) },
	{ "remove", COLUMN_WHOLE, "Their cause is gone.",
		AT(struct plan_report, counts[PLAN_OFFER]) },
	{ "note", COLUMN_TEXT, "What the plan lacks.", AT(struct plan_report, note),
		.optional = true },
	{ "items", COLUMN_LIST, "All of them.", ROWS(struct plan_report, lines, count),
		.columns = item_columns, .one_line = true },
	{ "findings", COLUMN_LIST, "What the plan goes by.",
		ROWS(struct plan_report, findings, finding_count), .columns = finding_columns },
	{ 0 },
};

const struct result result_plan = { "plan",
	"What a plan of the roadmap adds, changes, keeps and offers to remove.", AUDIENCE_LEAD,
	sizeof(struct plan_report), plan_whole, NULL };
