/* SPDX-License-Identifier: MIT */
/* The verdict over the diagnosis, and who has answered. */
#ifndef ROLLOUT_TUI_DIAGNOSIS_HEAD_H
#define ROLLOUT_TUI_DIAGNOSIS_HEAD_H

#include "rollout/programme/readiness.h"
#include "tui/kit/screen/canvas.h"

/* Rows that it takes of an area of that size. */
int diagnosis_head_rows(const struct readiness_report *report, struct area area);
void diagnosis_head_draw(
	const struct readiness_report *report, struct canvas *canvas, struct area area);

#endif
