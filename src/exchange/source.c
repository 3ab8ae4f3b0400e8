/* SPDX-License-Identifier: MIT */
/*
 * Bytes in, through a window. Knows no format. Memory goes through the window like a file: the copy
 * costs next to nothing and there is one way of reading, with NULs behind the last byte, instead of
 * two. Lines are counted when bytes leave the window or a place is asked for, never by the loops
 * that scan.
 */
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes.h"
#include "exchange/workbook/workbook.h"
#include "rollout/base/memory.h"
#include "source_window.h"

enum { UTF16_MARK = 2 };

/* Code points that start in text: all bytes but the continuations (10xxxxxx). */
static uint64_t
count_characters(const char *text, size_t length)
{
	uint64_t characters = length;

	for (; length >= 8; text += 8, length -= 8) {
		uint64_t word = bytes_load(text);

		characters -= ((word >> 7 & ~(word >> 6) & BYTES_ONES) * BYTES_ONES) >> 56;
	}
	for (; length; text++, length--)
		characters -= ((unsigned char)*text & 0xC0) == 0x80;
	return characters;
}

struct place
source_place_behind(struct place place, const char *text, size_t length)
{
	const char *end = text + length, *newline;

	place.offset += length;
	while ((newline = memchr(text, '\n', (size_t)(end - text)))) {
		place.line++;
		place.column = 1;
		text = newline + 1;
	}
	place.column += count_characters(text, (size_t)(end - text));
	return place;
}

struct place
source_place(const struct source *source, const char *at)
{
	return source_place_behind(source->place, source->counted, (size_t)(at - source->counted));
}

struct place
source_count_to(struct source *source, const char *at)
{
	source->place = source_place(source, at);
	source->counted = at;
	return source->place;
}

/* Whether the file is still the one that was opened, now that all of it has been read. */
static enum status
check_unchanged(const struct source *source, struct error *error)
{
	struct stat now;

	if (!source->expected)
		return STATUS_OK;
	if (fstat(source->descriptor, &now) < 0 || source->taken != source->expected ||
		now.st_mtim.tv_sec != source->changed.tv_sec ||
		now.st_mtim.tv_nsec != source->changed.tv_nsec)
		return error_set(
			error, STATUS_FAILED, "%s: changed while it was read", source->name);
	return STATUS_OK;
}

static ssize_t
take_memory(const struct source *source, char *into, size_t room)
{
	size_t left = source->memory_length - (size_t)source->taken;
	size_t length = left < room ? left : room;

	if (length)
		memcpy(into, source->memory + source->taken, length);
	return (ssize_t)length;
}

/* Bytes as they are; 0 at their end. */
static ssize_t
take_bytes(struct source *source, char *into, size_t room, struct error *error)
{
	ssize_t got;

	if (source->descriptor < 0) {
		got = take_memory(source, into, room);
	} else {
		do
			got = read(source->descriptor, into, room);
		while (got < 0 && errno == EINTR);
	}
	if (got < 0)
		(void)error_set(
			error, STATUS_FAILED, "%s: cannot read: %s", source->name, strerror(errno));
	else
		source->taken += (uint64_t)got;
	return got;
}

/* What the converter makes of the bytes that wait; -1: they are not what they are said to be. */
static ssize_t
convert(struct source *source, char *into, size_t room, struct error *error)
{
	char *from = source->raw, *to = into;
	size_t left = source->raw_length, space = room;

	if (iconv(source->converter, &from, &left, &to, &space) == (size_t)-1 && errno == EILSEQ) {
		(void)error_set(error, STATUS_INVALID,
			"%s: a character that its encoding does not have", source->name);
		return -1;
	}
	memmove(source->raw, from, left);
	source->raw_length = left;
	return to - into;
}

/* The next piece as UTF-8; 0 at the end. A character may lie across two readings. */
static ssize_t
take_piece(struct source *source, char *into, size_t room, struct error *error)
{
	ssize_t got, made = 0;

	if (!source->converts)
		return take_bytes(source, into, room, error);
	do {
		got = take_bytes(source, source->raw + source->raw_length,
			SOURCE_PIECE - source->raw_length, error);
		if (got < 0)
			return got;
		source->raw_length += (size_t)got;
		made = convert(source, into, room, error);
	} while (made == 0 && got > 0);
	if (made == 0 && source->raw_length > 0) {
		(void)error_set(error, STATUS_INVALID, "%s: ends within a character", source->name);
		return -1;
	}
	return made;
}

/* Each lone CR behind from is an LF; one at the very end is held back until it is known what
 * follows. */
static void
unify_lines(struct source *source, char *from)
{
	char *end = source->window + (source->end - source->window);

	for (char *at = from; (at = memchr(at, '\r', (size_t)(end - at))); at++)
		if (at + 1 < end ? at[1] != '\n' : source->ended)
			*at = '\n';
	source->held = end > from && end[-1] == '\r';
	if (source->held)
		*(end - 1) = '\0';
	source->end -= source->held;
}

static enum status
read_piece(struct source *source, struct error *error)
{
	size_t used = (size_t)(source->end - source->window);
	char *into = source->window + used;
	ssize_t got =
		take_piece(source, into + source->held, source->space - used - source->held, error);

	if (got < 0)
		return error->status;
	if (source->held)
		*into = got > 0 ? '\r' : '\n';
	source->end += got + source->held;
	source->held = false;
	source->ended =
		got == 0 || (source->descriptor < 0 && source->taken == source->memory_length);
	memset(source->window + (source->end - source->window), 0, SOURCE_PADDING);
	if (source->unifies)
		unify_lines(source, into);
	return got == 0 ? check_unchanged(source, error) : STATUS_OK;
}

static void
discard_before(struct source *source, size_t keep)
{
	size_t left = (size_t)(source->end - source->window) - keep;

	if (source->counted < source->window + keep)
		source_count_to(source, source->window + keep);
	memmove(source->window, source->window + keep, left + SOURCE_PADDING);
	source->counted -= keep;
	source->end -= keep;
	source->whole = false;
}

static void
grow_window(struct source *source)
{
	size_t space = source->space * 2, used = (size_t)(source->end - source->window);
	size_t counted = (size_t)(source->counted - source->window);

	if (space > SOURCE_KEEP_LIMIT + SOURCE_PIECE)
		space = SOURCE_KEEP_LIMIT + SOURCE_PIECE;
	source->window = memory_resize(source->window, space + SOURCE_PADDING, 1);
	source->space = space;
	source->end = source->window + used;
	source->counted = source->window + counted;
}

enum status
source_refill(struct source *source, const char **keep, const char **at, struct error *error)
{
	const char *window = source->window;
	size_t from = (size_t)((keep ? *keep : *at) - window),
	       behind = (size_t)(*at - window) - from;

	if (source->ended)
		return STATUS_OK;
	if (from && source->space - (size_t)(source->end - window) < source->space / 2) {
		discard_before(source, from);
		from = 0;
	}
	if (source->space - (size_t)(source->end - source->window) < SOURCE_PIECE / 4)
		grow_window(source);
	*at = source->window + from + behind;
	if (keep)
		*keep = source->window + from;
	return read_piece(source, error);
}

/* Reads until the first line has ended outside quotes, and one byte more; *at is its end. */
static enum status
find_line_end(struct source *source, const char **at, struct error *error)
{
	bool quoted = false;
	enum status status = STATUS_OK;

	for (*at = source->at; status == STATUS_OK; ++*at) {
		while (status == STATUS_OK && source->end - *at < 2 && !source->ended)
			status = source_refill(source, &source->at, at, error);
		if (*at == source->end || *at - source->at > SOURCE_KEEP_LIMIT ||
			(!quoted && (**at == '\n' || **at == '\r')))
			break;
		quoted = quoted != (**at == '"');
	}
	return status;
}

enum status
source_unify_lines(struct source *source, struct error *error)
{
	const char *at = source->at;
	enum status status = source->unifies ? STATUS_OK : find_line_end(source, &at, error);

	if (status != STATUS_OK || source->unifies || *at != '\r' || at[1] == '\n')
		return status;
	source->unifies = true;
	unify_lines(source, source->window + (source->at - source->window));
	return STATUS_OK;
}

/* Back to the first byte behind a byte order mark, which lies at the start of the window. */
static void
start_again(struct source *source)
{
	size_t mark = source->converts ? 0 : source->mark_bytes;

	source->at = source->window + mark;
	source->counted = source->at;
	source->place = (struct place){ mark, 1, 1 };
}

/* The first byte that shows the text to be UTF-16, by its mark or by every other byte being NUL;
 * -1 where it is not. */
static int
find_utf16(const unsigned char *b, size_t length)
{
	if (length >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF)))
		return 0;
	if (length < 4 || !b[0] != !b[2] || !b[1] != !b[3] || !b[0] == !b[1])
		return -1;
	return b[0] ? 1 : 0;
}

/* From here on the bytes, those that are there included, come through a converter. */
static enum status
begin_conversion(
	struct source *source, const char *encoding, size_t mark_bytes, struct error *error)
{
	size_t there = (size_t)(source->end - source->window) - mark_bytes;

	source->converter = iconv_open("UTF-8", encoding);
	if (source->converter == (iconv_t)-1)
		return error_set(error, STATUS_FAILED, "%s: %s cannot be read on this machine",
			source->name, encoding);
	source->converts = true;
	source->raw = memory_new(SOURCE_PIECE, 1);
	source->raw_length = there;
	memcpy(source->raw, source->window + mark_bytes, there);
	source->mark_bytes = mark_bytes;
	source->end = source->window;
	source->at = source->counted = source->window;
	source->place = (struct place){ 0, 1, 1 };
	return read_piece(source, error);
}

/* Reads enough to see whether it is text, and how that is encoded: as somebody says, else as its
 * first bytes tell. */
static enum status
look_at_start(struct source *source, const char *encoding, struct error *error)
{
	const unsigned char *b = (const unsigned char *)source->window;
	size_t length = 0;
	int utf16;

	while (!source->ended && length < 4) {
		enum status status = read_piece(source, error);

		if (status != STATUS_OK)
			return status;
		length = (size_t)(source->end - source->window);
	}
	source->archive = workbook_look(source->window, length) != CONTENT_OTHER;
	if (!source->archive && length > 0 && workbook_is_name(source->name))
		return error_set(error, STATUS_INVALID,
			"%s: holds no workbook; if it is text, give it a name that ends in .csv or "
			".json",
			source->name);
	if (!source->archive && encoding && strcasecmp(encoding, "utf-8") != 0)
		return begin_conversion(source, encoding, 0, error);
	utf16 = source->archive ? -1 : find_utf16(b, length);
	if (utf16 == 0 && b[0] + b[1] == 0xFE + 0xFF) {
		source->mark = b[0];
		return begin_conversion(
			source, b[0] == 0xFF ? "UTF-16LE" : "UTF-16BE", UTF16_MARK, error);
	}
	if (utf16 >= 0)
		return error_set(error, STATUS_INVALID,
			"%s:1:%d: the text is UTF-16, expected UTF-8 (byte 0x%02X at offset %d)",
			source->name, utf16 + 1, b[utf16], utf16);
	if (length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF)
		source->mark_bytes = 3;
	start_again(source);
	return STATUS_OK;
}

static struct source *
source_new(const char *name, size_t space)
{
	struct source *source = memory_new(1, sizeof *source);

	source->name = memory_copy_text(name, strlen(name));
	source->descriptor = -1;
	source->first = -1;
	source->space = space;
	source->window = memory_new(source->space + SOURCE_PADDING, 1);
	source->end = source->window;
	source->counted = source->window;
	source->whole = true;
	return source;
}

static enum status
look_at_file(struct source *source, struct error *error)
{
	struct stat file;

	if (fstat(source->descriptor, &file) < 0)
		return error_set(
			error, STATUS_FAILED, "%s: cannot read: %s", source->name, strerror(errno));
	if (S_ISDIR(file.st_mode))
		return error_set(error, STATUS_NOT_FOUND, "%s: is a directory, expected a file",
			source->name);
	if (!S_ISREG(file.st_mode))
		return STATUS_OK;
	source->first = lseek(source->descriptor, 0, SEEK_CUR);
	if (source->first >= 0 && file.st_size > source->first) {
		source->expected = (uint64_t)(file.st_size - source->first);
		source->changed = file.st_mtim;
	}
	return STATUS_OK;
}

enum status
source_open(const char *path, struct source **out, struct error *error)
{
	return source_open_encoded(path, NULL, out, error);
}

enum status
source_open_encoded(
	const char *path, const char *encoding, struct source **out, struct error *error)
{
	bool standard = strcmp(path, "-") == 0;
	int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct source *source;
	enum status status;

	*out = NULL;
	if (descriptor < 0)
		return errno == ENOENT || errno == ENOTDIR
			       ? error_set(error, STATUS_NOT_FOUND, "%s: no such file", path)
			       : error_set(error, STATUS_FAILED, "%s: cannot open: %s", path,
					 strerror(errno));
	source = source_new(standard ? "standard input" : path, SOURCE_PIECE);
	source->descriptor = descriptor;
	status = look_at_file(source, error);
	if (status == STATUS_OK)
		status = look_at_start(source, encoding, error);
	if (status == STATUS_OK)
		*out = source;
	else
		source_close(source);
	return status;
}

enum status
source_open_memory(
	const char *name, const char *text, size_t length, struct source **out, struct error *error)
{
	struct source *source = source_new(name, length < SOURCE_PIECE ? length : SOURCE_PIECE);
	enum status status;

	source->memory = text;
	source->memory_length = length;
	status = look_at_start(source, NULL, error);
	*out = source;
	if (status != STATUS_OK) {
		source_close(source);
		*out = NULL;
	}
	return status;
}

void
source_close(struct source *source)
{
	if (!source)
		return;
	workbook_close(source->workbook);
	if (source->descriptor > STDIN_FILENO)
		close(source->descriptor);
	if (source->converts)
		iconv_close(source->converter);
	free(source->raw);
	free(source->window);
	free(source->name);
	free(source);
}

const char *
source_name(const struct source *source)
{
	return source->name;
}

const char *
source_sheet(const struct source *source, size_t index)
{
	const struct workbook *workbook = source->workbook;

	return workbook && index < workbook->sheet_count ? workbook->sheets[index].name : NULL;
}

bool
source_can_rewind(const struct source *source)
{
	return source->archive || source->descriptor < 0 || source->first >= 0;
}

bool
source_rewind(struct source *source)
{
	/* A workbook is read from any place at any time. */
	if (source->archive)
		return true;
	if (source->whole) {
		start_again(source);
		return true;
	}
	if (source->descriptor >= 0 &&
		(source->first < 0 ||
			lseek(source->descriptor, source->first + (off_t)source->mark_bytes,
				SEEK_SET) < 0))
		return false;
	if (source->converts)
		iconv(source->converter, NULL, NULL, NULL, NULL);
	source->raw_length = 0;
	source->held = false;
	source->taken = source->mark_bytes;
	source->ended = false;
	source->at = source->window;
	source->end = source->window;
	source->counted = source->window;
	source->place = (struct place){ source->mark_bytes, 1, 1 };
	memset(source->window, 0, SOURCE_PADDING);
	return true;
}
