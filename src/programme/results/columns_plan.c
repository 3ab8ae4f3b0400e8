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
	{ "action", COLUMN_WORD, AT(struct plan_line, action), .words = action_words,
		.always = true, .help = "What is done with it." },
	{ "type", COLUMN_TEXT, AT(struct plan_line, type), .always = true,
		.help = "The record's type." },
	{ "id", COLUMN_ID, AT(struct plan_line, identifier), .always = true,
		.help = "The record's id." },
	{ "title", COLUMN_TEXT, AT(struct plan_line, title), .always = true,
		.help = "What people call it." },
	{ "rule", COLUMN_TEXT, .text = rule_text,
		.help = "The rule that asks for it, or dates, teams, template …." },
	{ "because", COLUMN_TEXT, AT(struct plan_line, because), .always = true,
		.help = "Begins with a rule's id where a finding asks for it." },
	{ "detail", COLUMN_TEXT, AT(struct plan_line, detail),
		.help = "For whom and when it is, the fields that change, or why it is kept." },
	{ 0 },
};

static const struct result_column plan_whole[] = {
	{ "dry_run", COLUMN_BOOLEAN, AT(struct plan_report, dry_run), .always = true,
		.help = "Nothing was written." },
	{ "add", COLUMN_WHOLE, AT(struct plan_report, counts[PLAN_ADD]), .always = true,
		.help = "Items that are added." },
	{ "change", COLUMN_WHOLE, AT(struct plan_report, counts[PLAN_CHANGE]), .always = true,
		.help = "Items that are changed." },
	{ "keep", COLUMN_WHOLE, AT(struct plan_report, counts[PLAN_KEEP]), .always = true,
		.help = "Items that are kept as they are." },
	{ "gone", COLUMN_WHOLE, AT(struct plan_report, counts[PLAN_GONE]), .always = true,
		.help = "Deleted by hand, and not added again." },
	{ "remove", COLUMN_WHOLE, AT(struct plan_report, counts[PLAN_OFFER]), .always = true,
		.help = "Their cause is gone." },
	{ "note", COLUMN_TEXT, AT(struct plan_report, note), .help = "What the plan lacks." },
	{ "items", COLUMN_LIST, ROWS(struct plan_report, lines, count), .columns = item_columns,
		.one_line = true, .always = true, .help = "All of them." },
	{ "findings", COLUMN_LIST, ROWS(struct plan_report, findings, finding_count),
		.columns = finding_columns, .always = true, .help = "What the plan goes by." },
	{ 0 },
};

const struct result result_plan = { "plan",
	"What a plan of the roadmap adds, changes, keeps and offers to remove.", AUDIENCE_LEAD,
	sizeof(struct plan_report), plan_whole, NULL };
