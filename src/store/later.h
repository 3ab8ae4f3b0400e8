/* SPDX-License-Identifier: MIT */
/*
 * Steps that do not let another one be turned. *out has the id 0 where there is none, else its
 * texts are in the arena. Private to src/store.
 */
#ifndef ROLLOUT_STORE_LATER_H
#define ROLLOUT_STORE_LATER_H

#include "database.h"

/* Whether any step that stands came later. */
enum status STATUS_CHECKED later_exist(
	struct store *store, int64_t step, bool *out, struct error *error);
/* The newest that came later and changed or removed a record that the step changed, added or
 * removed. */
enum status STATUS_CHECKED later_find(struct store *store, int64_t step, struct arena *arena,
	struct step *out, struct error *error);
/* Inside the transaction in which the step has been turned: one that leaves a reference pointing
 * nowhere, because it refers to what is gone now, or took away what is referred to again (then it
 * may be undone itself). */
enum status STATUS_CHECKED later_find_referring(struct store *store, int64_t step,
	struct arena *arena, struct step *out, struct error *error);
/* One that came later and made or changed a record with the same identity as one of those from
 * range[0] to range[1]: there would be two of one thing. */
enum status STATUS_CHECKED later_find_twin(struct store *store, const struct type *type,
	const int64_t range[2], int64_t step, struct arena *arena, struct step *out,
	struct error *error);
/* One that gave another record the key (or number) that row n of the step would bring back from its
 * column "old" or "new". */
enum status STATUS_CHECKED later_find_holder(struct store *store, const struct type *type,
	const char *column, int64_t n, int64_t step, struct arena *arena, struct step *out,
	struct error *error);

#endif
