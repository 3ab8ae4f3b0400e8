/* SPDX-License-Identifier: MIT */
/*
 * What stands behind a gate that is shut (product.md 3, rule M8): directly, or through others.
 * Values in, values out.
 */
#ifndef ROLLOUT_RULES_GATE_H
#define ROLLOUT_RULES_GATE_H

#include "rollout/rules/critical_path.h"

enum { NO_GATE = -1 };

/*
 * gates: for each item the nearest gate before it that is shut, by index, or NO_GATE; space for
 * count of them. shut: of each item. An item that is shut itself stops what is behind it, not
 * itself. False when the links make a circle. Takes time in proportion to items and links.
 */
bool gate_find(const struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const bool *shut, int32_t *gates);

#endif
