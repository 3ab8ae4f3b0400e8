/* SPDX-License-Identifier: MIT */
/*
 * Results as documents: the JSON that `--json` prints, and the JSON Schemas of all documents
 * and types. Each function writes one whole document of contract.md to a descriptor, which
 * stays the caller's; a closed pipe is STATUS_FAILED with an empty message. They hold
 * everything the lead may see.
 */
#ifndef ROLLOUT_PROGRAMME_REPORT_H
#define ROLLOUT_PROGRAMME_REPORT_H

#include "rollout/programme/exchange.h"
#include "rollout/programme/forecast.h"
#include "rollout/programme/pilot.h"
#include "rollout/programme/plan.h"
#include "rollout/programme/readiness.h"
#include "rollout/programme/records.h"
#include "rollout/programme/routes.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/sequence.h"
#include "rollout/programme/slip.h"
#include "rollout/programme/status.h"
#include "rollout/programme/what_if.h"

/*
 * rollout.list: the records of the query in its order, streamed. columns: indexes of the fields
 * to write; count 0: all. Fields without a value are left out.
 */
enum status STATUS_CHECKED report_write_list(struct programme *programme, const struct query *query,
	const int *columns, size_t count, int descriptor, struct error *error);
/* rollout.list with this one record. */
enum status STATUS_CHECKED report_write_record(struct programme *programme, const struct type *type,
	int64_t id, int descriptor, struct error *error);
/* rollout.log, newest first; since and limit as for programme_log(). */
enum status STATUS_CHECKED report_write_log(struct programme *programme, const char *since,
	int64_t limit, int descriptor, struct error *error);
/* rollout.log with these steps: what an undo or redo did. */
enum status STATUS_CHECKED report_write_steps(struct programme *programme, const struct step *steps,
	size_t count, int descriptor, struct error *error);
/* rollout.findings: those of all rules, or of the one called only, streamed. *errors is set where
 * one of them is an error. */
enum status STATUS_CHECKED report_write_findings(struct programme *programme, const char *only,
	int descriptor, bool *errors, struct error *error);
enum status STATUS_CHECKED report_write_status(struct programme *programme,
	const struct status_report *status, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_readiness(struct programme *programme,
	const struct readiness_report *readiness, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_schedule(struct programme *programme,
	const struct schedule *schedule, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_slip(struct programme *programme,
	const struct slip_chart *chart, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_what_if(struct programme *programme,
	const struct what_if *what_if, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_forecast(struct programme *programme,
	const struct forecast_report *forecast, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_sequence(struct programme *programme,
	const struct sequence_report *sequence, const struct pilot_report *pilot, int descriptor,
	struct error *error);
enum status STATUS_CHECKED report_write_routes(struct programme *programme,
	const struct routes_report *routes, int descriptor, struct error *error);
/* dry_run: it has not happened. */
enum status STATUS_CHECKED report_write_plan(struct programme *programme,
	const struct plan_report *plan, bool dry_run, int descriptor, struct error *error);
enum status STATUS_CHECKED report_write_import(struct programme *programme,
	const struct import_result *result, bool dry_run, int descriptor, struct error *error);
/*
 * rollout.removal: the records named, what goes with them, what is emptied; dry_run: it has not
 * happened.
 */
enum status STATUS_CHECKED report_write_removal(struct programme *programme,
	const struct type *type, const char *const *identifiers, size_t count,
	const struct removal *removal, bool dry_run, int descriptor, struct error *error);
/* rollout.verify */
enum status STATUS_CHECKED report_write_faults(struct programme *programme,
	const char *const *lines, size_t count, int64_t faults, int descriptor,
	struct error *error);
/* rollout.types: the dictionary, or one type of it (NULL: all). */
enum status STATUS_CHECKED report_write_types(
	const struct type *only, day today, int descriptor, struct error *error);

/*
 * The names of the documents that a schema is there for, without "rollout.", counted from 0;
 * NULL behind the last.
 */
const char *report_format_name(size_t index);
/*
 * The JSON Schema of a document ("register", or "rollout.register") or of a type; a document
 * goes before a type of the same name, whose plural means the type. "sql": the tables of the
 * file as SQL. STATUS_NOT_FOUND for anything else.
 */
enum status STATUS_CHECKED report_write_schema(
	const char *word, int descriptor, struct error *error);

#endif
