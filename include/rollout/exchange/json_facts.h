/* SPDX-License-Identifier: MIT */
/* The facts of a finding, which the rule book has written as a JSON object, one by one. */
#ifndef ROLLOUT_EXCHANGE_JSON_FACTS_H
#define ROLLOUT_EXCHANGE_JSON_FACTS_H

#include "rollout/base/memory.h"
#include "rollout/model/finding.h"

/* The members of the object that have a value, in their order; lists and objects as JSON. Names and
 * values are in the arena. 0 where json is no object, or not strict JSON. */
size_t json_facts_read(const char *json, struct arena *arena, struct fact **facts);

#endif
