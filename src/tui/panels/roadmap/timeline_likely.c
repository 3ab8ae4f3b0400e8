/* SPDX-License-Identifier: MIT */
/*
 * The simulated end of a phase: read once for what a file holds, drawn as a shade, told in words.
 * Must not simulate very many milestones between two keys.
 */
#include "timeline_likely.h"

/* AT_ONCE: read with the rows; more of them only when a phase is stood on. */
enum { AT_ONCE = 500, SIMULATED_MOST = 3000 };

static bool
is_asked(const struct timeline *timeline)
{
	const struct timeline_row *row = timeline_selected(timeline);
	size_t count = timeline->rows.schedule ? timeline->rows.schedule->count : 0;

	return row && (count <= AT_ONCE || (count <= SIMULATED_MOST && row->kind == ROW_PHASE));
}

/* The picture reaches as far as the shades. */
static void
widen(struct timeline *timeline)
{
	for (size_t i = 0; i < timeline->likely.count; i++)
		if (timeline->likely.phases[i].safe > timeline->rows.last)
			timeline->rows.last = timeline->likely.phases[i].safe;
}

void
timeline_likely_read(struct timeline *timeline, struct session *session)
{
	struct error error = { 0 };

	if (timeline->likely_read || !is_asked(timeline))
		return;
	timeline->likely_read = true;
	arena_reset(&timeline->likely_arena);
	if (programme_forecast(session->programme, &timeline->likely_arena, &timeline->likely,
		    &error) != STATUS_OK)
		session_fail(session, &error);
	else
		widen(timeline);
}

static const char *
day_text(day date, struct arena *arena)
{
	char text[DATE_SIZE];

	date_format(date, text);
	return arena_copy(arena, text, DATE_SIZE - 1);
}

/* NULL: it is not simulated. */
static const struct forecast_line *
likely_of(const struct timeline *timeline, const struct timeline_row *row)
{
	for (size_t i = 0; timeline->likely_read && i < timeline->likely.count; i++)
		if (timeline->likely.phases[i].id == row->id)
			return &timeline->likely.phases[i];
	return NULL;
}

/* When the phase is likely to end, and what that rests on. */
const char *
timeline_likely_words(
	const struct timeline *timeline, const struct timeline_row *row, struct arena *arena)
{
	const struct forecast_report *likely = &timeline->likely;
	const struct forecast_basis *basis = &likely->basis;
	const struct forecast_line *line = likely_of(timeline, row);

	if (line)
		return arena_format(arena,
			"likely to end: P%d %s, P%d %s (%d courses; %d from %d slips, %d "
			"estimated, "
			"%d taken as punctual)%s",
			likely->middle_percent, day_text(line->middle, arena), likely->safe_percent,
			day_text(line->safe, arena), likely->runs, basis->by_history,
			basis->settled + basis->overdue, basis->estimated, basis->on_time,
			likely->apart
				? arena_format(arena, "; outside P%d %s", likely->safe_percent,
					  day_text(likely->outside.safe, arena))
				: "");
	return row->count > 0 ? "likely end: rollout forecast simulates it" : "";
}

void
timeline_likely_draw(const struct timeline *timeline, struct canvas *canvas,
	const struct timeline_row *row, int screen_row, const char *mark)
{
	struct timeline_frame frame = timeline_frame(timeline);
	const struct forecast_line *line = likely_of(timeline, row);
	int first, last;

	if (!line)
		return;
	first = larger_of(scale_column(&timeline->scale, line->middle), 0);
	last = smaller_of(scale_column(&timeline->scale, line->safe), frame.chart - 1);
	for (int i = first; i <= last; i++)
		canvas_put(canvas, screen_row, frame.chart_column + i, 1, ROLE_WARNING, mark);
}
