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
/* Whether a record of that key was deleted by a step that stands and whose label begins otherwise.
 */
enum status STATUS_CHECKED authorship_was_deleted(struct store *store, const struct type *type,
	const char *key, const char *prefix, bool *out, struct error *error);

struct value_before {
	bool overwritten; /* a step with the label has written over what stood there */
	const char *text; /* what that was; NULL: nothing */
};

/* What others had put into the field before steps whose label begins with prefix wrote over it; not
 * overwritten where somebody else has written it since, or no such step has. In the arena. */
enum status STATUS_CHECKED authorship_find_before(struct store *store, const struct type *type,
	int64_t id, const char *field, const char *prefix, struct arena *arena,
	struct value_before *out, struct error *error);
/* All such records, as "type key", in the order of bytes. */
enum status STATUS_CHECKED authorship_list_deleted(struct store *store, const char *prefix,
	struct arena *arena, const char ***keys, size_t *count, struct error *error);

#endif
