/* SPDX-License-Identifier: MIT */
/* The SQL about one type, from the dictionary; column 0 of every row is the id, column i + 1 is
 * field i. Private to src/store. */
#ifndef ROLLOUT_STORE_SQL_H
#define ROLLOUT_STORE_SQL_H

#include "rollout/base/memory.h"
#include "rollout/model/type.h"

/* "id", "key", … quoted and separated by commas. */
void sql_append_columns(struct buffer *sql, const struct type *type);
void sql_append_insert(struct buffer *sql, const struct type *type);
void sql_append_select(struct buffer *sql, const struct type *type);
/* SELECT of the id and of the fields whose bits are set, in their order. */
void sql_append_select_of(struct buffer *sql, const struct type *type, uint32_t fields);
/* UPDATE of one field of record ?2 to ?1, where it still is ?3. */
void sql_append_update(struct buffer *sql, const struct type *type, const struct field *field);
/* An expression for the row as a JSON object without the fields that have no value. */
void sql_append_row_as_json(struct buffer *sql, const struct type *type);
/* INSERT … SELECT of the rows in the column value ("old" or "new") of the history: step ?1, n ?2.
 */
void sql_append_restore(struct buffer *sql, const struct type *type, const char *value);
/* INSERT INTO change … SELECT of the rows with ids from ?3 to ?4 as undone inserts: step ?1, n ?2.
 */
void sql_append_capture(struct buffer *sql, const struct type *type);

#endif
