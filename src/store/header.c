/* SPDX-License-Identifier: MIT */
/*
 * The first look at a programme file, before SQLite sees it: is it an ordinary file with one name,
 * one of ours, whole, and of a version that this program can read? Must run before the process has
 * any connection to the file, because closing a descriptor drops SQLite's locks. Sources: the
 * SQLite file format, and reliability.md 4.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "database.h"
#include "fingerprint.h"

enum {
	HEADER_SIZE = 100,
	LOOKS = 3, /* at what another process may just be changing */
	PAUSE_NS = 2000000,
};

/* SQLite's byte for "I am about to write" (file format, os.h: PENDING_BYTE + 1). */
static const off_t reserved_byte = 0x40000001;

static uint32_t
number_at(const unsigned char *header, size_t offset)
{
	return (uint32_t)header[offset] << 24 | (uint32_t)header[offset + 1] << 16 |
	       (uint32_t)header[offset + 2] << 8 | header[offset + 3];
}

static enum status
check_identity(const char *path, const struct stat *identity, struct error *error)
{
	if (S_ISDIR(identity->st_mode))
		return error_set(
			error, STATUS_FAILED, "%s is a folder, not a programme file", path);
	if (!S_ISREG(identity->st_mode))
		return error_set(error, STATUS_FAILED, "%s is not an ordinary file", path);
	if (identity->st_nlink > 1)
		return error_set(error, STATUS_FAILED,
			"%s has %lu names (hard links); writing through one would surprise the "
			"others: copy it first",
			path, (unsigned long)identity->st_nlink);
	if (identity->st_size == 0)
		return error_set(error, STATUS_FAILED, "%s is empty, not a programme file", path);
	return STATUS_OK;
}

static enum status
check_format(const char *path, const unsigned char *header, int newest, struct error *error)
{
	int version = (int)number_at(header, 60);
	uint32_t page = (uint32_t)header[16] << 8 | header[17];

	if (memcmp(header, "SQLite format 3", 16) != 0 || number_at(header, 68) != APPLICATION_ID)
		return error_set(error, STATUS_FAILED, "%s is not a rollout programme file", path);
	if (header[18] == 2 || header[19] == 2)
		return error_set(error, STATUS_FAILED,
			"%s was switched to write-ahead logging by another program; switch it back "
			"with "
			"sqlite3 FILE 'PRAGMA journal_mode=DELETE'",
			path);
	/* 1 stands for 65536. */
	if (header[18] != 1 || header[19] != 1 || header[20] != 0 ||
		(page != 1 && (page < 512 || (page & (page - 1)) != 0)))
		return error_set(
			error, STATUS_FAILED, "%s is damaged: its header makes no sense", path);
	if (version > newest)
		return error_set(error, STATUS_FAILED,
			"%s was written by a newer rollout (file version %d, this program reads up "
			"to %d)",
			path, version, newest);
	if (version < 1)
		return error_set(error, STATUS_FAILED,
			"%s is damaged: file version %d does not exist", path, version);
	return STATUS_OK;
}

/* SQLite itself does not notice when bytes are missing behind the last page that is in use, or too
 * many. */
static enum status
check_size(const char *path, const unsigned char *header, int64_t size, struct error *error)
{
	uint32_t page = (uint32_t)header[16] << 8 | header[17];
	int64_t expected = (int64_t)number_at(header, 28) * (page == 1 ? 65536 : page);

	if (size == expected)
		return STATUS_OK;
	return error_set(error, STATUS_FAILED,
		"%s is damaged: it has %lld bytes where %lld were written (cut short, added to, or "
		"copied without its journal)",
		path, (long long)size, (long long)expected);
}

/* A file beside it, as SQLite names them: *size is -1 when there is none. */
static enum status
look_beside(const char *path, const char *suffix, int64_t *size, struct error *error)
{
	struct buffer name = { 0 };
	struct stat status;
	enum status result = STATUS_OK;

	*size = -1;
	buffer_format(&name, "%s%s", path, suffix);
	if (lstat(buffer_text(&name), &status) == 0) {
		*size = status.st_size;
		/* SQLite would wait for a pipe for ever. */
		if (!S_ISREG(status.st_mode))
			result = error_set(error, STATUS_FAILED,
				"%s is not an ordinary file; it must not be there",
				buffer_text(&name));
	}
	buffer_clear(&name);
	return result;
}

/* Asks who holds the lock without taking one. */
static bool
is_being_written(int descriptor)
{
	struct flock lock = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = reserved_byte, .l_len = 1
	};

	return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/*
 * Header, size and journal belong together, but another process may be writing between our looks at
 * them. What is wrong at one look and right at the next was never wrong.
 */
static enum status
look(int descriptor, const char *path, int newest, struct stat *identity, bool *journal,
	struct error *error)
{
	unsigned char header[HEADER_SIZE] = { 0 };
	int64_t left = -1, write_ahead = -1;
	enum status status = look_beside(path, "-journal", &left, error);

	if (status == STATUS_OK)
		status = look_beside(path, "-wal", &write_ahead, error);
	if (status == STATUS_OK && write_ahead > 0)
		status = error_set(error, STATUS_FAILED,
			"%s-wal lies beside it: another program wrote it in a way that rollout "
			"does not; close that program",
			path);
	if (status != STATUS_OK)
		return status;
	*journal = left >= 0 && !is_being_written(descriptor);
	if (fstat(descriptor, identity) != 0)
		return error_set(
			error, STATUS_FAILED, "cannot look at %s: %s", path, strerror(errno));
	if (pread(descriptor, header, sizeof header, 0) < (ssize_t)sizeof header)
		return error_set(error, STATUS_FAILED, "%s is not a rollout programme file", path);
	status = check_format(path, header, newest, error);
	/* A journal may be about to mend a file whose size is between two states. */
	return status == STATUS_OK && left <= 0 ? check_size(path, header, identity->st_size, error)
						: status;
}

enum status
header_check(const char *path, const struct schema *schema, struct stat *identity, bool *journal,
	struct error *error)
{
	enum status status;
	int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (descriptor < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return error_set(error, STATUS_NOT_FOUND, "there is no file %s", path);
		if (errno == ELOOP)
			return error_set(error, STATUS_FAILED,
				"%s is a symbolic link; name the file it points to", path);
		return error_set(error, STATUS_FAILED, "cannot open %s: %s", path, strerror(errno));
	}
	if (fstat(descriptor, identity) != 0)
		status = error_set(
			error, STATUS_FAILED, "cannot look at %s: %s", path, strerror(errno));
	else
		status = check_identity(path, identity, error);
	if (status != STATUS_OK)
		goto out;
	status = look(descriptor, path, schema->version, identity, journal, error);
	for (int i = 1; i < LOOKS && (status != STATUS_OK || *journal); i++) {
		nanosleep(&(struct timespec){ .tv_nsec = PAUSE_NS }, NULL);
		status = look(descriptor, path, schema->version, identity, journal, error);
	}
out:
	close(descriptor);
	return status;
}
