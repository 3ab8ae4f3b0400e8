/* SPDX-License-Identifier: MIT */
/* Why an area, a question or a finding of the diagnosis stands as it does. */
#ifndef ROLLOUT_TUI_DIAGNOSIS_WHY_H
#define ROLLOUT_TUI_DIAGNOSIS_WHY_H

#include "rollout/programme/readiness.h"
#include "tui/kit/panel.h"

struct panel *diagnosis_why_area(
	const struct readiness_report *report, const struct readiness_area *area);
struct panel *diagnosis_why_question(
	const struct readiness_report *report, const struct readiness_question *question);
struct panel *diagnosis_why_finding(const struct consequence *consequence);

#endif
