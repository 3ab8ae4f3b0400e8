/* SPDX-License-Identifier: MIT */
/* The facts of a finding as a person reads them. */
#ifndef ROLLOUT_TUI_FACT_LINES_H
#define ROLLOUT_TUI_FACT_LINES_H

#include "rollout/base/memory.h"
#include "rollout/model/finding.h"

/* "days 62, met yes". Appended; nothing where there are none. */
void fact_lines_describe(const struct fact *facts, size_t count, struct buffer *out);

#endif
