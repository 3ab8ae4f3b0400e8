/* SPDX-License-Identifier: MIT */
/*
 * What would follow from a change, in words, part by part: forecasts, waves, forums, confidence and
 * findings. Whether the change is kept is decided elsewhere.
 */
#include "follows.h"

#include "rollout/programme/sequence.h"
#include "tui/kit/popup.h"

enum { SHOWN_MOST = 100, INDENT = 2 };

struct telling {
	struct popup *popup;
	struct arena arena;
};

static const char *
day_words(struct telling *telling, day date)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return "never";
	date_format(date, text);
	return arena_format(&telling->arena, "%s", text);
}

static const char *
wave_words(struct telling *telling, int wave)
{
	return wave == NO_WAVE ? "none" : arena_format(&telling->arena, "%d", wave);
}

static void
tell_head(struct telling *telling, const char *what, size_t count)
{
	popup_add(telling->popup, ROLE_HEADING, 0,
		arena_format(&telling->arena, "%s: %zu", what, count));
}

static void
tell(struct telling *telling, enum role role, const char *text)
{
	popup_add(telling->popup, role, INDENT, text);
}

static void
tell_rest(struct telling *telling, size_t count)
{
	if (count > SHOWN_MOST)
		tell(telling, ROLE_MUTED,
			arena_format(&telling->arena, "and %zu more", count - SHOWN_MOST));
}

static void
tell_forecasts(struct telling *telling, const struct what_if *follows)
{
	tell_head(telling, "forecasts that move", follows->milestone_count);
	for (size_t i = 0; i < follows->milestone_count && i < SHOWN_MOST; i++) {
		const struct moved_milestone *moved = &follows->milestones[i];

		tell(telling, ROLE_TEXT,
			moved->from == NO_DAY || moved->to == NO_DAY
				? arena_format(&telling->arena, "%s: %s",
					  moved->to == NO_DAY ? "no date any more"
							      : day_words(telling, moved->to),
					  moved->title)
				: arena_format(&telling->arena, "%s to %s (%+d): %s",
					  day_words(telling, moved->from),
					  day_words(telling, moved->to), moved->to - moved->from,
					  moved->title));
	}
	tell_rest(telling, follows->milestone_count);
	if (follows->end_before != follows->end_after)
		tell(telling, ROLE_WARNING,
			arena_format(&telling->arena, "the end moves from %s to %s",
				day_words(telling, follows->end_before),
				day_words(telling, follows->end_after)));
}

static void
tell_teams(struct telling *telling, const struct what_if *follows)
{
	tell_head(telling, "teams that change their wave", follows->team_count);
	for (size_t i = 0; i < follows->team_count && i < SHOWN_MOST; i++)
		tell(telling, ROLE_TEXT,
			arena_format(&telling->arena, "%s: %s to %s", follows->teams[i].name,
				wave_words(telling, follows->teams[i].from),
				wave_words(telling, follows->teams[i].to)));
	tell_rest(telling, follows->team_count);
}

static void
tell_forums(struct telling *telling, const struct what_if *follows)
{
	tell_head(telling, "forums that change", follows->forum_count);
	for (size_t i = 0; i < follows->forum_count && i < SHOWN_MOST; i++) {
		const struct changed_forum *forum = &follows->forums[i];

		tell(telling, ROLE_TEXT,
			arena_format(&telling->arena, "%s: next %s, was %s; %d invited, were %d%s",
				forum->name, day_words(telling, forum->to),
				day_words(telling, forum->from), forum->invited_after,
				forum->invited_before,
				forum->chair_left ? "; nobody to chair it" : ""));
	}
	tell_rest(telling, follows->forum_count);
}

static void
tell_confidence(struct telling *telling, const struct what_if *follows)
{
	tell_head(telling, "confidence that changes", follows->colour_count);
	for (size_t i = 0; i < follows->colour_count; i++)
		tell(telling, ROLE_TEXT,
			arena_format(&telling->arena, "%s: %s to %s", follows->colours[i].scope,
				follows->colours[i].from, follows->colours[i].to));
}

static void
tell_findings(
	struct telling *telling, const char *what, const struct finding *findings, size_t count)
{
	tell_head(telling, what, count);
	for (size_t i = 0; i < count && i < SHOWN_MOST; i++)
		tell(telling, ROLE_TEXT,
			arena_format(&telling->arena, "%s %s: %s", findings[i].rule->id,
				findings[i].name, findings[i].message));
	tell_rest(telling, count);
}

struct panel *
follows_new(const char *title, const struct what_if *follows)
{
	struct telling telling = { .popup = popup_new(title) };

	tell_forecasts(&telling, follows);
	tell_teams(&telling, follows);
	tell_forums(&telling, follows);
	tell_confidence(&telling, follows);
	tell_findings(&telling, "findings that appear", follows->appear, follows->appear_count);
	tell_findings(&telling, "findings that vanish", follows->vanish, follows->vanish_count);
	arena_clear(&telling.arena);
	return popup_panel(telling.popup);
}
