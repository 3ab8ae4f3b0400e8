/* SPDX-License-Identifier: MIT */
/* The waves of teams as lines, each with its reason. Must not judge. */
#include <string.h>

#include "rollout/programme/sequence.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/sheet.h"

static void
add_wave(struct lines *lines, const struct sequence_report *report, int wave)
{
	int count = 0;

	for (size_t i = 0; i < report->count; i++)
		count += report->teams[i].team.wave == wave ? 1 : 0;
	lines_add(lines, ROLE_TEXT, "");
	if (wave == NO_WAVE)
		lines_format(lines, ROLE_WARNING, "no wave can carry them yet: %d", count);
	else
		lines_format(lines,
			wave > 0 && count > report->limits.wave_most ? ROLE_WARNING : ROLE_HEADING,
			"%s%d: %d of %d", wave == 0 ? "pilot, wave " : "wave ", wave, count,
			wave == 0 ? report->limits.pilot_most : report->limits.wave_most);
}

static void
add_team(struct lines *lines, const struct sequenced *item)
{
	struct text_line *line = lines_format(lines,
		item->team.order == ORDER_CALL && item->team.reason != REASON_PINNED ? ROLE_WARNING
										     : ROLE_TEXT,
		"  %s", item->team.name);

	line->detail = arena_copy(&lines->arena, item->reason, strlen(item->reason));
	line->type = "team";
	line->identifier = arena_copy(&lines->arena, item->identifier, strlen(item->identifier));
}

static int
fill_waves(struct lines *lines, struct session *session, struct area area)
{
	struct arena arena = { 0 };
	struct sequence_report report;
	struct error error = { 0 };

	(void)area;
	if (programme_sequence(session->programme, &arena, &report, &error) != STATUS_OK) {
		lines_add(lines, ROLE_ERROR, error.message);
		arena_clear(&arena);
		return 0;
	}
	lines_add(lines, ROLE_TEXT, report.capacity);
	if (report.count == 0)
		lines_add(lines, ROLE_MUTED, "there is no team yet: :teams, then a adds the first");
	else if (report.pilot == 0)
		lines_add(lines, ROLE_WARNING,
			"no team qualifies for the pilot: it takes cross-functional work and a "
			"named, willing leader");
	for (size_t i = 0; i < report.count; i++) {
		if (i == 0 || report.teams[i].team.wave != report.teams[i - 1].team.wave)
			add_wave(lines, &report, report.teams[i].team.wave);
		add_team(lines, &report.teams[i]);
	}
	arena_clear(&arena);
	return 0;
}

static const struct sheet_kind waves = { fill_waves };

struct panel *
waves_new(const struct place *place)
{
	return sheet_new(&waves, place);
}
