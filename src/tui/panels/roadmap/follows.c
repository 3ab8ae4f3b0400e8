/* SPDX-License-Identifier: MIT */
/* What would follow from a change, in a box. Whether the change is kept is decided elsewhere. */
#include "follows.h"

#include "rollout/programme/results.h"
#include "tui/kit/popup.h"
#include "tui/kit/result_lines.h"

enum { SHOWN_MOST = 100, INDENT = 2, WIDTH = 72 };

static const char *
day_words(day date, char out[DATE_SIZE])
{
	if (date == NO_DAY)
		return "never";
	date_format(date, out);
	return out;
}

struct panel *
follows_new(const char *title, const struct what_if *follows)
{
	const struct result_column *columns = results_find("what_if")->columns;
	struct popup *popup = popup_new(title);
	struct lines lines = { 0 };
	char before[DATE_SIZE], after[DATE_SIZE];

	if (follows->end_before != follows->end_after)
		lines_format(&lines, ROLE_WARNING, "the end moves from %s to %s",
			day_words(follows->end_before, before),
			day_words(follows->end_after, after));
	for (; columns->kind != COLUMN_END; columns++)
		if (columns->kind == COLUMN_LIST)
			result_lines_add(&lines, columns, follows, WIDTH, INDENT, SHOWN_MOST);
	for (size_t i = 0; i < lines.count; i++)
		popup_add(popup, lines.items[i].role, 0, lines.items[i].text);
	lines_clear(&lines);
	return popup_panel(popup);
}
