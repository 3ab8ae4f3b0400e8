/* SPDX-License-Identifier: MIT */
/*
 * The derived results there are; each is described in the file that the comment names and is a row
 * of the table in results.c. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_COLUMNS_H
#define ROLLOUT_PROGRAMME_COLUMNS_H

#include "rollout/model/result.h"

/* columns_findings.c */
extern const struct result result_findings, result_verify;
/* columns_log.c */
extern const struct result result_log;
/* columns_measures.c */
extern const struct result result_measures;
/* columns_plan.c */
extern const struct result result_plan;
/* columns_readiness.c */
extern const struct result result_readiness;
/* columns_records.c */
extern const struct result result_import, result_removal, result_hand_over, result_types;
/* columns_routes.c */
extern const struct result result_routes;
/* columns_schedule.c */
extern const struct result result_schedule, result_slip, result_forecast;
/* columns_sequence.c */
extern const struct result result_sequence;
/* columns_status.c */
extern const struct result result_status;
/* columns_what_if.c */
extern const struct result result_what_if;

/* What several share. */
extern const struct result_column finding_columns[];
extern const struct result_column scope_columns[]; /* confidence */
extern const struct result_column columns_of_text[]; /* rows that are texts */
extern const struct result_column group_columns[]; /* record_lists.c */
extern const char *const colour_words[]; /* of confidence */

/* What stands inside records of the roadmap and beside them. */
extern const struct result_column *const milestone_schedule, *const team_sequence;

#endif
