/* SPDX-License-Identifier: MIT */
/* What would follow from a change, as text. Private to src/cli. */
#ifndef ROLLOUT_CLI_PRINT_WHAT_IF_H
#define ROLLOUT_CLI_PRINT_WHAT_IF_H

#include "command.h"
#include "rollout/programme/what_if.h"

void print_what_if(struct call *call, const struct what_if *what_if);

#endif
