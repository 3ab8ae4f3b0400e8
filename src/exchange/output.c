/* SPDX-License-Identifier: MIT */
/*
 * Bytes out. Knows no format and prints no message. A target file appears whole or not at all: it
 * is written beside, synced and then put in place, by link() where nothing may be there yet,
 * because only that refuses a file that appeared meanwhile.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output_window.h"

enum { DECIMALS_LIMIT = 17 };

static struct output *
output_new(int descriptor)
{
	struct output *output = memory_new(1, sizeof *output);

	output->descriptor = descriptor;
	(void)buffer_reserve(&output->bytes, output->descriptor < 0 ? 1 : OUTPUT_PIECE);
	return output;
}

static void
output_free(struct output *output)
{
	buffer_clear(&output->bytes);
	free(output->path);
	free(output->temporary);
	free(output);
}

struct output *
output_open_descriptor(int descriptor)
{
	return output_new(descriptor);
}

struct output *
output_open_memory(void)
{
	return output_new(-1);
}

/* Whether path is a link to what is no ordinary file, or into /proc, as /dev/stdout is:
 * replacing that would harm the system. */
static bool
is_special_link(const char *path)
{
	static const char proc[] = "/proc/";
	char target[sizeof proc];
	struct stat file;
	ssize_t length = readlink(path, target, sizeof proc - 1);

	if (length == (ssize_t)sizeof proc - 1 && memcmp(target, proc, sizeof proc - 1) == 0)
		return true;
	return stat(path, &file) == 0 && !S_ISREG(file.st_mode) && !S_ISDIR(file.st_mode);
}

static enum status
check_target(const char *path, bool force, struct error *error)
{
	struct stat file;

	if (!*path || path[strlen(path) - 1] == '/')
		return error_set(
			error, STATUS_FAILED, "%s: is a folder, expected the name of a file", path);
	if (lstat(path, &file) < 0) {
		if (errno == ENOENT)
			return STATUS_OK;
		return error_set(
			error, STATUS_FAILED, "%s: cannot write: %s", path, strerror(errno));
	}
	if (S_ISDIR(file.st_mode))
		return error_set(
			error, STATUS_FAILED, "%s: is a folder, expected the name of a file", path);
	if (S_ISLNK(file.st_mode) ? is_special_link(path) : !S_ISREG(file.st_mode))
		return error_set(error, STATUS_FAILED,
			"%s: is not an ordinary file; -o - writes to standard output", path);
	if (!force)
		return error_set(
			error, STATUS_CONFLICT, "%s: exists already; --force replaces it", path);
	return STATUS_OK;
}

enum status
output_open_file(const char *path, bool force, struct output **out, struct error *error)
{
	static const char pattern[] = ".rollout-XXXXXX";
	const char *slash = strrchr(path, '/');
	enum status status = check_target(path, force, error);
	struct output *output;

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	output = output_new(-1);
	output->force = force;
	output->path = memory_copy_text(path, strlen(path));
	output->folder = slash ? (size_t)(slash + 1 - path) : 0;
	output->temporary = memory_new(output->folder + sizeof pattern, 1);
	memcpy(output->temporary, path, output->folder);
	memcpy(output->temporary + output->folder, pattern, sizeof pattern);
	output->descriptor = mkstemp(output->temporary);
	if (output->descriptor < 0) {
		status = error_set(
			error, STATUS_FAILED, "%s: cannot write: %s", path, strerror(errno));
		output_free(output);
		return status;
	}
	(void)fcntl(output->descriptor, F_SETFD, FD_CLOEXEC);
	*out = output;
	return STATUS_OK;
}

static void
send_bytes(struct output *output, const char *bytes, size_t length)
{
	while (length && !output->failure) {
		ssize_t sent = write(output->descriptor, bytes, length);

		if (sent < 0) {
			if (errno != EINTR)
				output->failure = errno;
			continue;
		}
		bytes += sent;
		length -= (size_t)sent;
	}
}

static void
flush_bytes(struct output *output)
{
	if (output->descriptor < 0)
		return;
	send_bytes(output, output->bytes.data, output->bytes.length);
	buffer_reset(&output->bytes);
}

char *
output_make_room(struct output *output, size_t length)
{
	flush_bytes(output);
	return buffer_reserve(&output->bytes, length);
}

void
output_write(struct output *output, const char *bytes, size_t length)
{
	if (output->descriptor >= 0 && length > OUTPUT_PIECE) {
		flush_bytes(output);
		send_bytes(output, bytes, length);
		return;
	}
	memcpy(output_room(output, length), bytes, length);
	output_add(output, length);
}

void
output_text(struct output *output, const char *text)
{
	output_write(output, text, strlen(text));
}

void
output_decimal(struct output *output, double number, int digits)
{
	static const char ten[] = "0123456789";
	char text[512], *fraction;
	size_t whole, decimals;

	digits = digits < 0 ? 0 : digits > DECIMALS_LIMIT ? DECIMALS_LIMIT : digits;
	snprintf(text, sizeof text, "%.*f", digits, number);
	whole = (size_t)(*text == '-');
	whole += strspn(text + whole, ten);
	/* Whatever stands between the digits is the locale's decimal point. */
	fraction = text + whole + strcspn(text + whole, ten);
	decimals = strlen(fraction);
	while (decimals && fraction[decimals - 1] == '0')
		decimals--;
	if (!decimals && whole == 2 && memcmp(text, "-0", 2) == 0)
		output_write(output, "0", 1);
	else
		output_write(output, text, whole);
	if (decimals) {
		output_write(output, ".", 1);
		output_write(output, fraction, decimals);
	}
}

/* The new name is lost with the power unless the folder is synced too; some file systems cannot,
 * and then nothing is to be done. */
static void
sync_folder(struct output *output)
{
	int folder;

	output->path[output->folder] = '\0';
	folder = open(output->folder ? output->path : ".", O_RDONLY | O_CLOEXEC);
	if (folder < 0)
		return;
	(void)fsync(folder);
	close(folder);
}

/* Gives the temporary file its name; an errno or 0. */
static int
put_in_place(struct output *output)
{
	struct stat file;

	if (!output->force) {
		if (link(output->temporary, output->path) == 0)
			return unlink(output->temporary) == 0 ? 0 : errno;
		if (errno == EEXIST)
			return EEXIST;
		if (lstat(output->path, &file) == 0)
			return EEXIST;
	}
	return rename(output->temporary, output->path) == 0 ? 0 : errno;
}

static void
complete_file(struct output *output)
{
	if (!output->failure && fsync(output->descriptor) < 0 && errno != EINVAL)
		output->failure = errno;
	if (close(output->descriptor) < 0 && !output->failure)
		output->failure = errno;
	if (!output->failure)
		output->failure = put_in_place(output);
	if (output->failure)
		(void)unlink(output->temporary);
}

static enum status
report(const struct output *output, struct error *error)
{
	const char *name = output->path ? output->path : "output";

	switch (output->failure) {
	case 0: return STATUS_OK;
	case EPIPE: return error_set(error, STATUS_FAILED, "%s", "");
	case EEXIST:
		return error_set(
			error, STATUS_CONFLICT, "%s: exists already; --force replaces it", name);
	default:
		return error_set(error, STATUS_FAILED, "%s: cannot write: %s", name,
			strerror(output->failure));
	}
}

enum status
output_finish(struct output *output, struct error *error)
{
	enum status status;

	flush_bytes(output);
	if (output->path)
		complete_file(output);
	status = report(output, error);
	if (status == STATUS_OK && output->path)
		sync_folder(output);
	output_free(output);
	return status;
}

void
output_abandon(struct output *output)
{
	if (!output)
		return;
	if (output->path) {
		close(output->descriptor);
		(void)unlink(output->temporary);
	}
	output_free(output);
}

const char *
output_memory(const struct output *output, size_t *length)
{
	*length = output->bytes.length;
	return buffer_text(&output->bytes);
}
