/* SPDX-License-Identifier: MIT */
/*
 * The command table: the one place that says which commands there are, what they take and what
 * they are for. Dispatch, usage errors, help and completion all read it.
 */
#ifndef ROLLOUT_CLI_COMMAND_H
#define ROLLOUT_CLI_COMMAND_H

#include "call.h"

struct command_group {
	const char *name;
	const struct command *commands;
	size_t count;
};

const struct command_group *command_groups(size_t *count);
const struct command *command_find(const char *name); /* NULL when there is none */
/* What runs where no command is named. */
const struct command *command_default(void);
/* "rollout list TYPE [FILTER…]" */
const char *command_synopsis(const struct command *command, struct arena *arena);
enum status command_fail_unknown(const char *name, struct error *error);

/* What the commands do; each is described in the table. */
enum status cmd_programme_new(struct call *call, struct error *error);
enum status cmd_programme_sample(struct call *call, struct error *error);
enum status cmd_programme_backup(struct call *call, struct error *error);
enum status cmd_programme_verify(struct call *call, struct error *error);
enum status cmd_programme_default(struct call *call, struct error *error);
enum status cmd_status_show(struct call *call, struct error *error);
enum status cmd_readiness_run(struct call *call, struct error *error);
enum status cmd_schedule_show(struct call *call, struct error *error);
enum status cmd_sequence_show(struct call *call, struct error *error);
enum status cmd_claim_claim(struct call *call, struct error *error);
enum status cmd_claim_accept(struct call *call, struct error *error);
enum status cmd_claim_reject(struct call *call, struct error *error);
enum status cmd_baseline_take(struct call *call, struct error *error);
enum status cmd_forecast_show(struct call *call, struct error *error);
enum status cmd_routes_show(struct call *call, struct error *error);
enum status cmd_rate_run(struct call *call, struct error *error);
enum status cmd_plan_run(struct call *call, struct error *error);
enum status cmd_check_run(struct call *call, struct error *error);
enum status cmd_history_log(struct call *call, struct error *error);
enum status cmd_history_undo(struct call *call, struct error *error);
enum status cmd_history_redo(struct call *call, struct error *error);
enum status cmd_types_list(struct call *call, struct error *error);
enum status cmd_types_schema(struct call *call, struct error *error);
enum status cmd_list_run(struct call *call, struct error *error);
enum status cmd_records_show(struct call *call, struct error *error);
enum status cmd_records_add(struct call *call, struct error *error);
enum status cmd_records_set(struct call *call, struct error *error);
enum status cmd_remove_run(struct call *call, struct error *error);
enum status cmd_hand_over_run(struct call *call, struct error *error);
enum status cmd_import_run(struct call *call, struct error *error);
enum status cmd_export_run(struct call *call, struct error *error);
enum status cmd_help_run(struct call *call, struct error *error);
enum status cmd_completion_run(struct call *call, struct error *error);

#endif
