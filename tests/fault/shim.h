/* SPDX-License-Identifier: MIT */
/*
 * A file system between SQLite and the real one that fails on demand and keeps a log of what was
 * written. The log can be played back up to any operation as a power loss would leave it: what was
 * synced is there, of the rest some is lost, some kept, some torn at sectors.
 */
#ifndef ROLLOUT_TESTS_FAULT_SHIM_H
#define ROLLOUT_TESTS_FAULT_SHIM_H

#include "../store/support.h"

enum shim_fault {
	SHIM_IOERR, /* any operation fails */
	SHIM_FULL, /* a write finds no space */
	SHIM_SHORT, /* a write is done by half, then fails */
};

enum shim_event_kind { SHIM_CREATE, SHIM_WRITE, SHIM_TRUNCATE, SHIM_SYNC, SHIM_DELETE };

struct shim_event {
	enum shim_event_kind kind;
	int file; /* 0 the programme, 1 its journal */
	bool folder_synced; /* of a deletion */
	int64_t offset;
	size_t size;
	unsigned char *bytes;
};

struct shim {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	int count; /* operations that the fault could have hit */
	int fail_at; /* the operation that fails, from 1; 0: none */
	bool sticky; /* and all behind it */
	enum shim_fault fault;
	bool recording;
	struct shim_event *events;
	size_t event_count, event_space;
};

/* The default file system from now on, until shim_free. Connections must be closed by then. */
struct shim *shim_new(void);
void shim_free(struct shim *shim);
/* Starts counting anew; fail_at 0 only counts. */
void shim_arm(struct shim *shim, enum shim_fault fault, int fail_at, bool sticky);
void shim_record(struct shim *shim, bool recording);
/* Writes the programme at path, and its journal where there is one, as they lie on the disk after
 * the first count events and a power loss. before: the file when recording began. */
void shim_lose_power(const struct shim *shim, size_t count, uint64_t *seed,
	const unsigned char *before, size_t size, const char *path);

#endif
