/* SPDX-License-Identifier: MIT */
/* What would follow from a change, as text. Must not change anything. */
#include "print_what_if.h"

#include <stdlib.h>

enum { SHOWN = 20, INDENT = 2 };

static const char *
day_text(struct call *call, day date)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return "none";
	date_format(date, text);
	return arena_format(&call->arena, "%s", text);
}

static void
print_head(struct call *call, const char *title, size_t count)
{
	print_format(&call->paper, PRINT_TITLE, "%s: %zu", title, count);
	print_end_line(&call->paper);
}

static void
print_line(struct call *call, enum print_role role, const char *text)
{
	print_spaces(&call->paper, INDENT);
	if (role == PRINT_PLAIN)
		print_lines(&call->paper, INDENT, text);
	else
		print_text(&call->paper, role, text);
	print_end_line(&call->paper);
}

static void
print_more(struct call *call, size_t count)
{
	if (count > SHOWN)
		print_line(call, PRINT_MUTED,
			arena_format(&call->arena, "and %zu more", count - SHOWN));
}

static void
print_milestones(struct call *call, const struct what_if *what_if)
{
	print_head(call, "forecasts that move", what_if->milestone_count);
	for (size_t i = 0; i < what_if->milestone_count && i < SHOWN; i++) {
		const struct moved_milestone *moved = &what_if->milestones[i];

		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s → %s%s: %s", day_text(call, moved->from),
				day_text(call, moved->to),
				moved->from == NO_DAY || moved->to == NO_DAY
					? ""
					: arena_format(
						  &call->arena, " (%+d)", moved->to - moved->from),
				moved->title));
	}
	print_more(call, what_if->milestone_count);
	if (what_if->end_before != what_if->end_after)
		print_line(call, PRINT_WARNING,
			arena_format(&call->arena, "the end moves from %s to %s",
				day_text(call, what_if->end_before),
				day_text(call, what_if->end_after)));
}

static void
print_findings(struct call *call, const char *title, const struct finding *findings, size_t count)
{
	if (count == 0)
		return;
	print_head(call, title, count);
	for (size_t i = 0; i < count && i < SHOWN; i++)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s %s: %s", findings[i].rule->id,
				findings[i].name ? findings[i].name : findings[i].subject,
				findings[i].message));
	print_more(call, count);
}

static const char *
wave_text(struct call *call, int wave)
{
	return wave < 0 ? "none" : arena_format(&call->arena, "%d", wave);
}

static void
print_forum(struct call *call, const struct changed_forum *forum)
{
	if (forum->from != forum->to)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s meets next: %s → %s", forum->name,
				day_text(call, forum->from), day_text(call, forum->to)));
	if (forum->chair_left)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s has nobody to chair it", forum->name));
	if (forum->invited_before != forum->invited_after)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s, people invited: %d → %d", forum->name,
				forum->invited_before, forum->invited_after));
}

static void
print_forums(struct call *call, const struct what_if *what_if)
{
	if (what_if->forum_count == 0)
		return;
	print_head(call, "forums that change", what_if->forum_count);
	for (size_t i = 0; i < what_if->forum_count && i < SHOWN; i++)
		print_forum(call, &what_if->forums[i]);
	print_more(call, what_if->forum_count);
}

void
print_what_if(struct call *call, const struct what_if *what_if)
{
	print_milestones(call, what_if);
	if (what_if->team_count > 0)
		print_head(call, "teams that change their wave", what_if->team_count);
	for (size_t i = 0; i < what_if->team_count && i < SHOWN; i++)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s: %s → %s", what_if->teams[i].name,
				wave_text(call, what_if->teams[i].from),
				wave_text(call, what_if->teams[i].to)));
	print_more(call, what_if->team_count);
	print_forums(call, what_if);
	if (what_if->colour_count > 0)
		print_head(call, "confidence that changes", what_if->colour_count);
	for (size_t i = 0; i < what_if->colour_count; i++)
		print_line(call, PRINT_PLAIN,
			arena_format(&call->arena, "%s: %s → %s", what_if->colours[i].scope,
				what_if->colours[i].from, what_if->colours[i].to));
	print_findings(call, "findings that appear", what_if->appear, what_if->appear_count);
	print_findings(call, "findings that vanish", what_if->vanish, what_if->vanish_count);
}
