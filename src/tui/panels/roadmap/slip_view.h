/* SPDX-License-Identifier: MIT */
/*
 * A milestone trend chart: the day of the report across, the day that was expected up. Pure: it is
 * handed series and draws into a canvas.
 */
#ifndef ROLLOUT_TUI_SLIP_VIEW_H
#define ROLLOUT_TUI_SLIP_VIEW_H

#include "rollout/programme/slip.h"
#include "rollout/programme/milestone_now.h"
#include "tui/kit/screen/canvas.h"

struct trend {
	const struct slip_report *reports; /* by day */
	size_t count;
	char mark; /* a letter that stands for it */
	bool main; /* drawn over the others */
};

/* baseline: a level line; NO_DAY: none. today ends the chart at the right. */
void slip_view_draw(struct canvas *canvas, struct area area, const struct trend *trends,
	size_t count, day baseline, day today);

#endif
