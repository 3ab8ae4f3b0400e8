/* SPDX-License-Identifier: MIT */
/* The grid of risks by likelihood and impact. Must not draw: kit/picture/grid.c does. */
#include <inttypes.h>
#include <stdio.h>

#include "rollout/programme/people.h"
#include "tui/kit/picture/grid.h"

static enum status
read_risks(struct grid_matter *matter, struct session *session, struct error *error)
{
	struct risk_report report;
	enum status status = programme_risk_grid(session->programme, &report, error);

	if (status != STATUS_OK)
		return status;
	grid_shape(matter, POWER_STEPS, POWER_STEPS);
	for (int i = 0; i < POWER_STEPS; i++) {
		int likelihood = POWER_STEPS - i;

		matter->row_names[i] = arena_format(&matter->arena, "%d", likelihood);
		matter->column_names[i] = arena_format(&matter->arena, "%d", i + 1);
		for (int j = 0; j < POWER_STEPS; j++) {
			int cell = i * POWER_STEPS + j;

			matter->counts[cell] = grid_count(report.risks[likelihood - 1][j]);
			matter->cells[cell] = arena_format(&matter->arena,
				"likelihood %d, impact %d: %d open, of them without an owner "
				"%" PRId64,
				likelihood, j + 1, matter->counts[cell],
				report.unowned[likelihood - 1][j]);
		}
	}
	matter->notes[0] = arena_format(&matter->arena,
		"%" PRId64 " risks are open; not weighed, and so not in the grid: %" PRId64,
		report.all, report.not_weighed);
	matter->notes[1] =
		"Likely and heavy ones stand at the top right: look at these in every review.";
	return STATUS_OK;
}

static void
filter_risks(const struct grid_matter *matter, int row, int column, char out[FILTER_TEXT])
{
	(void)matter;
	snprintf(out, FILTER_TEXT, "likelihood=%d impact=%d state=open", POWER_STEPS - row,
		column + 1);
}

static const struct grid_kind kind_risks = { "likelihood", "impact", "risk", read_risks,
	filter_risks };

const struct page risk_grid_page = { &grid_class, grid_new, &kind_risks };
