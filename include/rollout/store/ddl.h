/* SPDX-License-Identifier: MIT */
/*
 * The tables that the dictionary asks for, as SQL with a comment for every table and column. The
 * first migration was written with it; a test compares what the migrations build with what it says.
 */
#ifndef ROLLOUT_STORE_DDL_H
#define ROLLOUT_STORE_DDL_H

#include "rollout/base/memory.h"
#include "rollout/model/type.h"

/* CREATE TABLE and CREATE INDEX statements of one type. */
void ddl_append_type(struct buffer *out, const struct type *type);
/* Of all types, and of the history. */
void ddl_append_schema(struct buffer *out);

#endif
