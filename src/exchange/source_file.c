/* SPDX-License-Identifier: MIT */
/* Bytes in any order; see the header. Must not leave a file behind: what is copied has no name. */
#include "source_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source_window.h"

enum { PATH_SPACE = 4096 };

enum status
source_file_scratch(int *descriptor, struct error *error)
{
	const char *folder = getenv("TMPDIR");
	char path[PATH_SPACE];
	int length = snprintf(
		path, sizeof path, "%s/rollout-XXXXXX", folder && *folder == '/' ? folder : "/tmp");

	*descriptor = length < PATH_SPACE ? mkstemp(path) : -1;
	if (*descriptor < 0)
		return error_set(
			error, STATUS_FAILED, "cannot make a temporary file: %s", strerror(errno));
	unlink(path);
	return STATUS_OK;
}

#define PIPE_BYTES_MOST (UINT64_C(1) << 30)

static bool
write_all(int descriptor, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t put = write(descriptor, bytes, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		length -= (size_t)put;
	}
	return true;
}

/* All that comes into a file, and that file in place of what it comes from. */
static enum status
copy_pipe(struct source *source, uint64_t most, struct error *error)
{
	int scratch;
	enum status status = source_file_scratch(&scratch, error);

	while (status == STATUS_OK) {
		size_t length = (size_t)(source->end - source->window);

		if (source->taken > most)
			break;
		if (!write_all(scratch, source->window, length))
			status = error_set(error, STATUS_FAILED,
				"cannot write a temporary file: %s", strerror(errno));
		source->at = source->end;
		if (status != STATUS_OK || source->ended)
			break;
		source->end = source->at = source->counted = source->window;
		status = source_refill(source, NULL, &source->at, error);
	}
	if (source->descriptor > STDIN_FILENO)
		close(source->descriptor);
	source->descriptor = scratch;
	source->first = 0;
	return status;
}

enum status
source_file_settle(struct source *source, uint64_t most, uint64_t *size, struct error *error)
{
	struct stat file;
	enum status status = STATUS_OK;

	if (source->descriptor >= 0 && source->first < 0)
		status = copy_pipe(source, most, error);
	if (status != STATUS_OK)
		return status;
	*size = source->memory_length;
	if (source->descriptor >= 0) {
		if (fstat(source->descriptor, &file) < 0)
			return error_set(error, STATUS_FAILED, "%s: cannot read: %s", source->name,
				strerror(errno));
		*size = (uint64_t)(file.st_size - source->first);
	}
	if (*size > most || source->taken > most)
		return error_set(error, STATUS_INVALID,
			"%s: is larger than %llu MiB, more than a workbook may have", source->name,
			(unsigned long long)(most >> 20));
	return STATUS_OK;
}

enum status
source_settle(struct source *source, struct error *error)
{
	enum status status;

	if (source->descriptor < 0 || source->first >= 0)
		return STATUS_OK;
	status = copy_pipe(source, PIPE_BYTES_MOST, error);
	if (status != STATUS_OK)
		return status;
	if (source->taken > PIPE_BYTES_MOST)
		return error_set(error, STATUS_INVALID,
			"%s: is larger than %llu MiB; save it as a file first", source->name,
			(unsigned long long)(PIPE_BYTES_MOST >> 20));
	/* What was converted on its way is kept as it became. */
	if (source->converts)
		iconv_close(source->converter);
	source->mark_bytes = source->converts ? 0 : source->mark_bytes;
	source->converts = false;
	source->whole = false;
	source->expected = 0;
	return source_rewind(source)
		       ? STATUS_OK
		       : error_set(error, STATUS_FAILED, "%s: cannot be read again", source->name);
}

long
source_file_read(struct source *source, uint64_t from, void *into, size_t room)
{
	size_t got = 0;

	if (source->descriptor < 0) {
		got = from < source->memory_length ? source->memory_length - (size_t)from : 0;
		got = got < room ? got : room;
		if (got > 0)
			memcpy(into, source->memory + from, got);
		return (long)got;
	}
	while (got < room) {
		ssize_t more = pread(source->descriptor, (char *)into + got, room - got,
			source->first + (off_t)(from + got));

		if (more < 0 && errno == EINTR)
			continue;
		if (more < 0)
			return -1;
		if (more == 0)
			break;
		got += (size_t)more;
	}
	return (long)got;
}
