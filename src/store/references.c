/* SPDX-License-Identifier: MIT */
/*
 * Who refers to whom, read off the dictionary: what a deletion would take along or leave without
 * it.
 */
#include "database.h"

static size_t
collect(const struct type *target, struct referrer *out)
{
	size_t count, found = 0;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++)
		for (size_t f = 0; f < types[i]->field_count; f++)
			if (types[i]->fields[f].kind == FIELD_REFERENCE &&
				field_target(&types[i]->fields[f]) == target) {
				if (out)
					out[found] = (struct referrer){ types[i], (int)f };
				found++;
			}
	return found;
}

const struct referrer *
store_referrers(struct store *store, const struct type *type, size_t *count)
{
	size_t index = type_index(type);

	if (!store->referrers[index]) {
		store->referrer_count[index] = collect(type, NULL);
		store->referrers[index] = arena_alloc(&store->lasting,
			(store->referrer_count[index] + 1) * sizeof **store->referrers);
		collect(type, store->referrers[index]);
	}
	*count = store->referrer_count[index];
	return store->referrers[index];
}

struct cursor *
references_open(struct store *store, struct referrer referrer, int64_t id, struct error *error)
{
	struct cursor *cursor = cursor_new(store, "looking for references", error);
	struct buffer sql = { 0 };

	buffer_format(&sql, "SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ? ORDER BY \"id\"",
		referrer.type->name, referrer.type->fields[referrer.field].name);
	cursor->status = database_prepare(store, &cursor->statement, sql.data, error);
	buffer_clear(&sql);
	if (cursor->status == STATUS_OK)
		sqlite3_bind_int64(cursor->statement, 1, id);
	return cursor;
}

bool
references_next(struct cursor *cursor, int64_t *id)
{
	if (!cursor_step(cursor))
		return false;
	*id = sqlite3_column_int64(cursor->statement, 0);
	return true;
}
