/* SPDX-License-Identifier: MIT */
/*
 * ZIP by minizip, over our own reading of the source. A part is found by going through the
 * directory, which is never held in memory: an archive of many names costs time, and that is
 * limited by their number.
 */
#include "zip_package.h"

#include <string.h>
#include <stdlib.h>
#include <strings.h>
#include <unzip.h>

#include "exchange/source_file.h"
#include "rollout/base/memory.h"

enum { NAME_SPACE = 256, AHEAD = 4096, ENCRYPTED = 1 };

struct zip_package {
	struct source *source;
	unzFile zip;
	uint64_t at; /* the next byte of the archive */
	uint64_t size;
	bool faulty; /* a byte of it could not be had */
	bool entered;
	char part[NAME_SPACE];
	uint64_t packed, promised, unpacked; /* bytes of that part */
	uint64_t total; /* unpacked of all parts */
	uint64_t ahead_from; /* what was read ahead, since minizip asks byte by byte */
	size_t ahead_length;
	char ahead[AHEAD];
};

static voidpf
stream_open(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
stream_read(voidpf opaque, voidpf stream, void *into, uLong size)
{
	struct zip_package *package = opaque;
	long got;

	(void)stream;
	if (size >= AHEAD) {
		got = source_file_read(package->source, package->at, into, size);
	} else {
		uint64_t behind = package->ahead_from + package->ahead_length;

		if (package->at < package->ahead_from || package->at + size > behind) {
			got = source_file_read(package->source, package->at, package->ahead, AHEAD);
			package->ahead_from = package->at;
			package->ahead_length = got < 0 ? 0 : (size_t)got;
			behind = package->ahead_from + package->ahead_length;
		}
		got = (long)(behind - package->at < size ? behind - package->at : size);
		memcpy(into, package->ahead + (package->at - package->ahead_from), (size_t)got);
	}
	if (got < 0) {
		package->faulty = true;
		return 0;
	}
	package->at += (uint64_t)got;
	return (uLong)got;
}

static ZPOS64_T
stream_tell(voidpf opaque, voidpf stream)
{
	(void)stream;
	return ((struct zip_package *)opaque)->at;
}

static long
stream_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip_package *package = opaque;
	uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? package->at
			: origin == ZLIB_FILEFUNC_SEEK_END ? package->size
							   : 0;

	(void)stream;
	if (offset > package->size || from > package->size - offset)
		return -1;
	package->at = from + offset;
	return 0;
}

static int
stream_close(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static int
stream_fault(voidpf opaque, voidpf stream)
{
	(void)stream;
	return ((struct zip_package *)opaque)->faulty;
}

const char *
zip_package_name(const struct zip_package *package)
{
	return source_name(package->source);
}

static enum status
fail(const struct zip_package *package, const char *words, struct error *error)
{
	return error_set(error, STATUS_INVALID, "%s: %s%s%s%s", zip_package_name(package),
		*package->part ? "its part \"" : "", package->part, *package->part ? "\" " : "",
		words);
}

enum status
zip_package_open(struct source *source, struct zip_package **out, struct error *error)
{
	struct zip_package *package = memory_new(1, sizeof *package);
	zlib_filefunc64_def streams = { .zopen64_file = stream_open,
		.zread_file = stream_read,
		.ztell64_file = stream_tell,
		.zseek64_file = stream_seek,
		.zclose_file = stream_close,
		.zerror_file = stream_fault,
		.opaque = package };
	unz_global_info64 about;
	enum status status;

	package->source = source;
	status = source_file_settle(source, PACKAGE_BYTES_MOST, &package->size, error);
	if (status == STATUS_OK) {
		package->zip = unzOpen2_64("", &streams);
		if (!package->zip || unzGetGlobalInfo64(package->zip, &about) != UNZ_OK)
			status = fail(package,
				"is damaged or was cut off: the ZIP archive that a workbook is has "
				"no directory",
				error);
		else if (about.number_entry > PACKAGE_PARTS_MOST)
			status = fail(package,
				"has more than 10,000 parts, more than a workbook may", error);
	}
	*out = package;
	if (status != STATUS_OK) {
		zip_package_close(package);
		*out = NULL;
	}
	return status;
}

void
zip_package_close(struct zip_package *package)
{
	if (!package)
		return;
	zip_package_leave(package);
	if (package->zip)
		unzClose(package->zip);
	free(package);
}

static bool
is_called(const char *there, const char *name)
{
	for (there += *there == '/'; *there && *name; there++, name++) {
		char c = *there == '\\' ? '/' : *there;

		if (strncasecmp(&c, name, 1) != 0)
			return false;
	}
	return !*there && !*name;
}

static bool
find(struct zip_package *package, const char *name, unz_file_info64 *about)
{
	char there[NAME_SPACE];
	int result = unzGoToFirstFile(package->zip);

	for (int i = 0; i < PACKAGE_PARTS_MOST && result == UNZ_OK; i++) {
		memset(there, 0, sizeof there);
		result = unzGetCurrentFileInfo64(
			package->zip, about, there, sizeof there - 1, NULL, 0, NULL, 0);
		if (result == UNZ_OK && is_called(there, name))
			return true;
		if (result == UNZ_OK)
			result = unzGoToNextFile(package->zip);
	}
	return false;
}

bool
zip_package_has(struct zip_package *package, const char *name)
{
	unz_file_info64 about;

	zip_package_leave(package);
	return find(package, name, &about);
}

enum status
zip_package_enter(struct zip_package *package, const char *name, struct error *error)
{
	unz_file_info64 about;
	size_t length = strlen(name);

	zip_package_leave(package);
	length = length < NAME_SPACE ? length : NAME_SPACE - 1;
	memcpy(package->part, name, length);
	package->part[length] = '\0';
	if (!find(package, name, &about))
		return fail(package, "is missing", error);
	if (about.flag & ENCRYPTED)
		return fail(package, "is protected with a password; save it without one", error);
	if (about.compression_method != 0 && about.compression_method != Z_DEFLATED)
		return fail(package, "is packed in a way that no spreadsheet writes", error);
	if (about.uncompressed_size > PACKAGE_PART_MOST)
		return fail(package, "is larger than 1 GiB", error);
	if (unzOpenCurrentFile(package->zip) != UNZ_OK)
		return fail(package, "is damaged", error);
	package->entered = true;
	package->packed = about.compressed_size;
	package->promised = about.uncompressed_size;
	package->unpacked = 0;
	return STATUS_OK;
}

enum status
zip_package_read(
	struct zip_package *package, void *into, size_t room, size_t *got, struct error *error)
{
	int length = unzReadCurrentFile(package->zip, into, (unsigned)room);

	*got = 0;
	if (length < 0)
		return fail(package, "is damaged", error);
	package->unpacked += (uint64_t)length;
	package->total += (uint64_t)length;
	*got = (size_t)length;
	if (package->total >> 30 >= PACKAGE_TOTAL_MOST_GIB)
		return fail(package, "and those before it unpack to more than 16 GiB", error);
	if (package->unpacked > PACKAGE_RATIO_FROM &&
		package->unpacked / PACKAGE_RATIO_MOST > package->packed)
		return fail(package,
			"unpacks to more than 250 times its size, which no sheet of people does",
			error);
	if (length > 0)
		return STATUS_OK;
	package->entered = false;
	if (unzCloseCurrentFile(package->zip) != UNZ_OK || package->unpacked != package->promised)
		return fail(package, "is damaged: its checksum is wrong", error);
	return STATUS_OK;
}

void
zip_package_leave(struct zip_package *package)
{
	if (package->entered)
		unzCloseCurrentFile(package->zip);
	package->entered = false;
	package->part[0] = '\0';
}
