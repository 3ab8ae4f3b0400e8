/* SPDX-License-Identifier: MIT */
/*
 * What --help and `help` print, made from the command table and the option table.
 */
#ifndef ROLLOUT_CLI_CMD_HELP_H
#define ROLLOUT_CLI_CMD_HELP_H

#include "command.h"

/* One command; the default command stands for the program as a whole. */
void cmd_help_print(struct paper *paper, const struct command *command);

#endif
