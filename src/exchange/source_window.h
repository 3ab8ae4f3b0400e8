/* SPDX-License-Identifier: MIT */
/*
 * The inside of a source, for the readers of this folder only: they scan the window as plain memory
 * and ask for more when they come to its end. Nobody else includes it. Behind the last byte there
 * are always SOURCE_PADDING NULs, so that a scanner that stops at a NUL (no format here allows one)
 * needs no test for the end at every byte and may load eight bytes at once.
 */
#ifndef ROLLOUT_EXCHANGE_SOURCE_WINDOW_H
#define ROLLOUT_EXCHANGE_SOURCE_WINDOW_H

#include <iconv.h>
#include <sys/types.h>
#include <time.h>

#include "rollout/exchange/source.h"

enum {
	SOURCE_PIECE = 1 << 16, /* the window at first, and what is read at once at least */
	SOURCE_KEEP_LIMIT = 1 << 20, /* bytes a reader may keep while it asks for more */
	SOURCE_PADDING = 16,
};

struct workbook;

struct source {
	char *name;
	int descriptor; /* -1: memory */
	const char *memory;
	size_t memory_length;
	uint64_t taken; /* bytes read so far */
	uint64_t expected; /* bytes an ordinary file had at opening; 0: not known */
	struct timespec changed; /* when that file was last written */
	off_t first; /* where the descriptor stood; -1: it cannot go back */
	size_t mark_bytes; /* of a byte order mark at the start: 0 to 3 */
	bool archive; /* not text: a workbook, or what has to be refused as one */
	struct workbook *workbook; /* what it holds, once somebody has asked */
	bool converts; /* the bytes are not UTF-8: they come through the converter */
	unsigned char mark; /* the first byte of UTF-16's mark; 0: there was none */
	iconv_t converter;
	char *raw; /* bytes that wait for it, SOURCE_PIECE at most */
	size_t raw_length;
	char *window;
	size_t space; /* bytes it holds, the padding aside */
	const char *at; /* the first byte no reader has taken */
	const char *end; /* behind the last byte read */
	bool ended; /* nothing comes behind end */
	bool whole; /* nothing has left the window yet */
	bool unifies; /* lone CRs become LFs */
	bool held; /* a CR that was read last and is not in the window yet: an LF may follow */
	const char *counted; /* a byte in the window and its place: */
	struct place place;
};

/* Reads more behind end, or sets ended. Bytes before *keep (before *at where keep is NULL) may
 * leave the window; both pointers follow their bytes. At most SOURCE_KEEP_LIMIT bytes may be
 * kept. */
enum status STATUS_CHECKED source_refill(
	struct source *source, const char **keep, const char **at, struct error *error);
/* Where the first line ends with a CR alone, every CR that no LF follows is an LF from here on:
 * some programs end lines so. Elsewhere a lone CR stays what it is, a control character in a cell.
 */
enum status STATUS_CHECKED source_unify_lines(struct source *source, struct error *error);
/* Whether source_rewind() would still go back. */
bool source_can_rewind(const struct source *source);
/* The place of a byte in the window that is not before the last one given to source_count_to. */
struct place source_place(const struct source *source, const char *at);
/* The same, and counts go on from there: for places asked for in order. */
struct place source_count_to(struct source *source, const char *at);
/* The place length bytes behind one. */
struct place source_place_behind(struct place place, const char *text, size_t length);

#endif
