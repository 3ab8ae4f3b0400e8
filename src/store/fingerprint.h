/* SPDX-License-Identifier: MIT */
/* The fingerprint of a schema: one number for all of its tables and indexes and their exact text.
 */
#ifndef ROLLOUT_STORE_FINGERPRINT_H
#define ROLLOUT_STORE_FINGERPRINT_H

#include <stdbool.h>
#include <stdint.h>

struct sqlite3;

/* FNV-1a over type, name, table and text of every row of sqlite_schema, by name. false when it
 * cannot be read. */
bool fingerprint_schema(struct sqlite3 *database, uint64_t *out);

extern const uint64_t schema_fingerprints[]; /* [version - 1]; generated at build time */
extern const int schema_version; /* the newest version, the one this program writes */

#endif
