/* SPDX-License-Identifier: MIT */
/* See shim.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shim.h"

enum { SECTOR = 512 };

/* What SQLite allocates for an open file: ours, with the real one's behind it. */
struct shim_file {
	sqlite3_file base;
	struct shim *shim;
	int number;
	sqlite3_file *real;
};

static struct shim *
shim_of(sqlite3_vfs *vfs)
{
	return vfs->pAppData;
}

static struct shim_file *
file_of(sqlite3_file *file)
{
	return (struct shim_file *)(void *)file;
}

/* Counts an operation and says whether it is one that fails. */
static bool
hits(struct shim *shim, bool write)
{
	if (shim->fault != SHIM_IOERR && !write)
		return false;
	shim->count++;
	return shim->fail_at > 0 &&
	       (shim->count == shim->fail_at || (shim->sticky && shim->count > shim->fail_at));
}

static void
note(struct shim *shim, struct shim_event event, const void *bytes)
{
	if (!shim->recording)
		return;
	if (shim->event_count == shim->event_space) {
		shim->event_space = shim->event_space ? shim->event_space * 2 : 256;
		shim->events = memory_resize(shim->events, shim->event_space, sizeof *shim->events);
	}
	if (bytes) {
		event.bytes = memory_new(event.size, 1);
		memcpy(event.bytes, bytes, event.size);
	}
	shim->events[shim->event_count++] = event;
}

static int
number_of(const char *name)
{
	const char *end = name ? strrchr(name, '-') : NULL;

	return end && strcmp(end, "-journal") == 0;
}

static int
file_close(sqlite3_file *file)
{
	return file_of(file)->real->pMethods->xClose(file_of(file)->real);
}

static int
file_read(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
	if (hits(file_of(file)->shim, false))
		return SQLITE_IOERR_READ;
	return file_of(file)->real->pMethods->xRead(file_of(file)->real, out, size, offset);
}

static int
file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
	struct shim_file *mine = file_of(file);

	if (hits(mine->shim, true)) {
		if (mine->shim->fault == SHIM_SHORT && size > 1)
			mine->real->pMethods->xWrite(mine->real, bytes, size / 2, offset);
		return mine->shim->fault == SHIM_IOERR ? SQLITE_IOERR_WRITE : SQLITE_FULL;
	}
	note(mine->shim,
		(struct shim_event){ .kind = SHIM_WRITE,
			.file = mine->number,
			.offset = offset,
			.size = (size_t)size },
		bytes);
	return mine->real->pMethods->xWrite(mine->real, bytes, size, offset);
}

static int
file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	struct shim_file *mine = file_of(file);

	if (hits(mine->shim, false))
		return SQLITE_IOERR_TRUNCATE;
	note(mine->shim,
		(struct shim_event){ .kind = SHIM_TRUNCATE, .file = mine->number, .offset = size },
		NULL);
	return mine->real->pMethods->xTruncate(mine->real, size);
}

/* The real disk is left in peace: what counts is what was asked of it. */
static int
file_sync(sqlite3_file *file, int flags)
{
	struct shim_file *mine = file_of(file);

	(void)flags;
	if (hits(mine->shim, false))
		return SQLITE_IOERR_FSYNC;
	note(mine->shim, (struct shim_event){ .kind = SHIM_SYNC, .file = mine->number }, NULL);
	return SQLITE_OK;
}

static int
file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	if (hits(file_of(file)->shim, false))
		return SQLITE_IOERR_FSTAT;
	return file_of(file)->real->pMethods->xFileSize(file_of(file)->real, size);
}

static int
file_lock(sqlite3_file *file, int level)
{
	if (hits(file_of(file)->shim, false))
		return SQLITE_IOERR_LOCK;
	return file_of(file)->real->pMethods->xLock(file_of(file)->real, level);
}

static int
file_unlock(sqlite3_file *file, int level)
{
	return file_of(file)->real->pMethods->xUnlock(file_of(file)->real, level);
}

static int
file_check_lock(sqlite3_file *file, int *out)
{
	if (hits(file_of(file)->shim, false))
		return SQLITE_IOERR_CHECKRESERVEDLOCK;
	return file_of(file)->real->pMethods->xCheckReservedLock(file_of(file)->real, out);
}

static int
file_control(sqlite3_file *file, int operation, void *argument)
{
	return file_of(file)->real->pMethods->xFileControl(
		file_of(file)->real, operation, argument);
}

static int
file_sector(sqlite3_file *file)
{
	return file_of(file)->real->pMethods->xSectorSize(file_of(file)->real);
}

static int
file_device(sqlite3_file *file)
{
	return file_of(file)->real->pMethods->xDeviceCharacteristics(file_of(file)->real);
}

static int
shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	static const sqlite3_io_methods methods = { .iVersion = 1,
		.xClose = file_close,
		.xRead = file_read,
		.xWrite = file_write,
		.xTruncate = file_truncate,
		.xSync = file_sync,
		.xFileSize = file_size,
		.xLock = file_lock,
		.xUnlock = file_unlock,
		.xCheckReservedLock = file_check_lock,
		.xFileControl = file_control,
		.xSectorSize = file_sector,
		.xDeviceCharacteristics = file_device };
	struct shim *shim = shim_of(vfs);
	struct shim_file *mine = file_of(file);
	int result;

	mine->base.pMethods = NULL;
	if (hits(shim, false))
		return SQLITE_CANTOPEN;
	mine->shim = shim;
	mine->number = number_of(name);
	mine->real = (sqlite3_file *)(void *)(mine + 1);
	result = shim->real->xOpen(shim->real, name, mine->real, flags, out);
	if (result != SQLITE_OK)
		return result;
	if (flags & SQLITE_OPEN_CREATE)
		note(shim, (struct shim_event){ .kind = SHIM_CREATE, .file = mine->number }, NULL);
	mine->base.pMethods = &methods;
	return SQLITE_OK;
}

static int
shim_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	struct shim *shim = shim_of(vfs);

	if (hits(shim, false))
		return SQLITE_IOERR_DELETE;
	note(shim,
		(struct shim_event){ .kind = SHIM_DELETE,
			.file = number_of(name),
			.folder_synced = sync_folder },
		NULL);
	return shim->real->xDelete(shim->real, name, 0);
}

static int
shim_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
	if (hits(shim_of(vfs), false))
		return SQLITE_IOERR_ACCESS;
	return shim_of(vfs)->real->xAccess(shim_of(vfs)->real, name, flags, out);
}

static int
shim_full_path(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	return shim_of(vfs)->real->xFullPathname(shim_of(vfs)->real, name, size, out);
}

static int
shim_chance(sqlite3_vfs *vfs, int size, char *out)
{
	return shim_of(vfs)->real->xRandomness(shim_of(vfs)->real, size, out);
}

static int
shim_sleep(sqlite3_vfs *vfs, int microseconds)
{
	return shim_of(vfs)->real->xSleep(shim_of(vfs)->real, microseconds);
}

static int
shim_time(sqlite3_vfs *vfs, double *out)
{
	return shim_of(vfs)->real->xCurrentTime(shim_of(vfs)->real, out);
}

static int
shim_last_error(sqlite3_vfs *vfs, int size, char *out)
{
	return shim_of(vfs)->real->xGetLastError(shim_of(vfs)->real, size, out);
}

struct shim *
shim_new(void)
{
	struct shim *shim = memory_new(1, sizeof *shim);

	sqlite3_initialize();
	shim->real = sqlite3_vfs_find(NULL);
	shim->vfs = (sqlite3_vfs){ .iVersion = 1,
		.szOsFile = (int)sizeof(struct shim_file) + shim->real->szOsFile,
		.mxPathname = shim->real->mxPathname,
		.zName = "shim",
		.pAppData = shim,
		.xOpen = shim_open,
		.xDelete = shim_delete,
		.xAccess = shim_access,
		.xFullPathname = shim_full_path,
		.xRandomness = shim_chance,
		.xSleep = shim_sleep,
		.xCurrentTime = shim_time,
		.xGetLastError = shim_last_error };
	assert_int_equal(sqlite3_vfs_register(&shim->vfs, 1), SQLITE_OK);
	return shim;
}

void
shim_free(struct shim *shim)
{
	sqlite3_vfs_unregister(&shim->vfs);
	sqlite3_vfs_register(shim->real, 1);
	for (size_t i = 0; i < shim->event_count; i++)
		free(shim->events[i].bytes);
	free(shim->events);
	free(shim);
}

void
shim_arm(struct shim *shim, enum shim_fault fault, int fail_at, bool sticky)
{
	shim->count = 0;
	shim->fault = fault;
	shim->fail_at = fail_at;
	shim->sticky = sticky;
}

void
shim_record(struct shim *shim, bool recording)
{
	shim->recording = recording;
}

/* A file on the imagined disk. */
struct image {
	unsigned char *bytes; /* as far as synced */
	size_t size, space;
	bool there, entered; /* as the program sees it; as the folder on the disk has it */
	size_t first_pending; /* events before this one are on the disk */
};

static void
resize(struct image *image, size_t size)
{
	if (size >= image->space) {
		image->space = size + size / 2 + 1;
		image->bytes = memory_resize(image->bytes, image->space, 1);
	}
	if (size > image->size)
		memset(image->bytes + image->size, 0, size - image->size);
	image->size = size;
}

/* All of it, or of each sector only what fortune leaves. */
static void
apply(struct image *image, const struct shim_event *event, uint64_t *torn)
{
	if (event->kind == SHIM_TRUNCATE)
		resize(image, (size_t)event->offset);
	if (event->kind != SHIM_WRITE)
		return;
	for (size_t done = 0; done < event->size;) {
		size_t at = (size_t)event->offset + done, part = SECTOR - at % SECTOR;

		part = part > event->size - done ? event->size - done : part;
		if (!torn || support_below(torn, 2)) {
			if (at + part > image->size)
				resize(image, at + part);
			memcpy(image->bytes + at, event->bytes + done, part);
		}
		done += part;
	}
}

static void
take_in(struct image *image, const struct shim *shim, size_t number)
{
	const struct shim_event *event = &shim->events[number];

	switch (event->kind) {
	case SHIM_CREATE:
		if (!image->there)
			resize(image, 0);
		image->there = true;
		break;
	case SHIM_SYNC:
		for (size_t i = image->first_pending; i < number; i++)
			if (shim->events[i].file == event->file)
				apply(image, &shim->events[i], NULL);
		image->first_pending = number;
		image->entered = image->there;
		break;
	case SHIM_DELETE:
		image->there = false;
		image->entered = image->entered && !event->folder_synced;
		break;
	case SHIM_WRITE:
	case SHIM_TRUNCATE: break;
	}
}

void
shim_lose_power(const struct shim *shim, size_t count, uint64_t *seed, const unsigned char *before,
	size_t size, const char *path)
{
	struct image images[2] = { { .there = true, .entered = true }, { .there = false } };
	char name[SUPPORT_PATH + 16];

	resize(&images[0], size);
	memcpy(images[0].bytes, before, size);
	for (size_t i = 0; i < count; i++)
		take_in(&images[shim->events[i].file], shim, i);
	for (int file = 0; file < 2; file++) {
		struct image *image = &images[file];

		for (size_t i = image->first_pending; i < count; i++) {
			int fate = shim->events[i].file == file ? support_below(seed, 4) : 0;

			if (fate > 0)
				apply(image, &shim->events[i], fate == 3 ? seed : NULL);
		}
		snprintf(name, sizeof name, "%s%s", path, file ? "-journal" : "");
		unlink(name);
		/* Where program and disk disagree on whether it is there, either may be so. */
		if (image->there == image->entered ? image->there : support_below(seed, 2))
			support_write(name, image->bytes ? image->bytes : (const unsigned char *)"",
				image->size);
		free(image->bytes);
	}
}
