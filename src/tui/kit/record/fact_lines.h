/* SPDX-License-Identifier: MIT */
/* The facts of a finding as a person reads them. */
#ifndef ROLLOUT_TUI_FACT_LINES_H
#define ROLLOUT_TUI_FACT_LINES_H

#include "rollout/base/memory.h"

/* A JSON object of plain values, "{"days":62,"owner":null}", as "days 62"; what has no value is
 * left out. "" where there is nothing to read. Appended. */
void facts_describe(const char *json, struct buffer *out);

#endif
