/* SPDX-License-Identifier: MIT */
/* Telling what an import did. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_IMPORT_REPORT_H
#define ROLLOUT_PROGRAMME_IMPORT_REPORT_H

#include "intake.h"

/* Counts and the mapping, also of an import that failed; *result is empty. Texts in the arena. */
void import_report_counts(
	const struct intake *intake, struct arena *arena, struct import_result *result);
/* These and the warnings. */
enum status STATUS_CHECKED import_report(const struct intake *intake, struct arena *arena,
	struct import_result *result, struct error *error);

#endif
