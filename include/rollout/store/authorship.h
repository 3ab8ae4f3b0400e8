/* SPDX-License-Identifier: MIT */
/*
 * Who wrote what stands in the file, as the history tells: whether a value is a person's, or the
 * program's own and may be moved by it. A file that was imported knows only the import.
 */
#ifndef ROLLOUT_STORE_AUTHORSHIP_H
#define ROLLOUT_STORE_AUTHORSHIP_H

#include "rollout/store/record_table.h"

/*
 * Whether the newest standing step that wrote the field (or added the record; field NULL: any step
 * that touched it) has a label that begins with prefix. False where no step is known.
 */
enum status STATUS_CHECKED authorship_is(struct store *store, const struct type *type, int64_t id,
	const char *field, const char *prefix, bool *out, struct error *error);
/* Whether the newest standing step that wrote the field did not add the record, and has a label
 * that begins otherwise. False where no step is known. */
enum status STATUS_CHECKED authorship_is_choice(struct store *store, const struct type *type,
	int64_t id, const char *field, const char *prefix, bool *out, struct error *error);
/* Whether any standing step whose label begins otherwise has touched the record. */
enum status STATUS_CHECKED authorship_is_shared(struct store *store, const struct type *type,
	int64_t id, const char *prefix, bool *out, struct error *error);
/* Whether a record of that key was deleted by a step that stands. */
enum status STATUS_CHECKED authorship_was_deleted(struct store *store, const struct type *type,
	const char *key, bool *out, struct error *error);

#endif
