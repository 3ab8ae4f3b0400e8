/* SPDX-License-Identifier: MIT */
/* When phases are likely to end, on their rows of the timeline. */
#ifndef ROLLOUT_TUI_TIMELINE_LIKELY_H
#define ROLLOUT_TUI_TIMELINE_LIKELY_H

#include "timeline_view.h"

/* Simulates, where it has not been done and takes no time that is felt. */
void timeline_likely_read(struct timeline *timeline, struct session *session);
/* In words, and what that rests on. */
const char *timeline_likely_words(
	const struct timeline *timeline, const struct timeline_row *row, struct arena *arena);
/* A shade from P50 to P80 on the row of a phase; nothing where it is not known. */
void timeline_likely_draw(const struct timeline *timeline, struct canvas *canvas,
	const struct timeline_row *row, int screen_row, const char *mark);

#endif
