/* SPDX-License-Identifier: MIT */
/* One number for a whole schema. Kept apart because the build computes the expected ones with the
 * same code. */
#include "fingerprint.h"

#include <stddef.h>

#include <sqlite3.h>

static uint64_t
hash_bytes(uint64_t hash, const unsigned char *bytes)
{
	while (bytes && *bytes)
		hash = (hash ^ *bytes++) * UINT64_C(0x100000001b3);
	return (hash ^ 0xff) * UINT64_C(0x100000001b3);
}

bool
fingerprint_schema(struct sqlite3 *database, uint64_t *out)
{
	sqlite3_stmt *statement = NULL;
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	int result;

	if (sqlite3_prepare_v2(database,
		    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type", -1,
		    &statement, NULL) != SQLITE_OK)
		return false;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW)
		for (int column = 0; column < 4; column++)
			hash = hash_bytes(hash, sqlite3_column_text(statement, column));
	sqlite3_finalize(statement);
	*out = hash;
	return result == SQLITE_DONE;
}
