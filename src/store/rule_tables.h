/* SPDX-License-Identifier: MIT */
/* Tables of data/facts, put before the SELECT that reads them. */
#ifndef ROLLOUT_STORE_RULE_TABLES_H
#define ROLLOUT_STORE_RULE_TABLES_H

#include "rollout/store/rulebook.h"

/* Behind the comment that a file of data begins with. */
const char *rule_tables_skip_header(const char *text);
/* The tables that the name means, without their comments; NULL: there are none. */
const char *rule_tables_find(const char *name);
/* The SELECT with those tables before its own; in the arena. */
const char *rule_tables_join(struct arena *arena, const char *facts, const char *sql);

#endif
