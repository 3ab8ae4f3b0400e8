/* SPDX-License-Identifier: MIT */
/*
 * Bytes that come in: a file, standard input or memory, read once, in pieces, through a window that
 * grows only as far as the one thing being read needs. Counts lines and columns, so that every
 * message can say where.
 */
#ifndef ROLLOUT_EXCHANGE_SOURCE_H
#define ROLLOUT_EXCHANGE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollout/base/error.h"

struct source;

struct place {
	uint64_t offset; /* bytes from the start */
	uint64_t line; /* from 1 */
	uint64_t column; /* from 1, in characters (code points) */
};

/* name is what messages call it ("people.json", "standard input"); copied. path "-" is standard
 * input. Refuses a directory or a missing file (STATUS_NOT_FOUND), reads FIFOs and devices as they
 * come. A file that is called a workbook and is none is refused. A leading UTF-8 BOM is dropped; UTF-16 with its mark is read as text, without one it is refused
 * naming it. */
enum status STATUS_CHECKED source_open(const char *path, struct source **out, struct error *error);
/* The same where somebody says how the text is encoded: "windows-1252"; "utf-8" or NULL: as above. */
enum status STATUS_CHECKED source_open_encoded(
	const char *path, const char *encoding, struct source **out, struct error *error);
/* Reads from memory that must outlive the source. */
enum status STATUS_CHECKED source_open_memory(const char *name, const char *text, size_t length,
	struct source **out, struct error *error);
void source_close(struct source *source);
const char *source_name(const struct source *source);
/* The names of a workbook's sheets in their order, once it has been opened; NULL behind the last. */
const char *source_sheet(const struct source *source, size_t index);
/* From now on the bytes can be had again, also those of a pipe: they are copied into a file without a
 * name, at most 1 GiB of them (else STATUS_INVALID). Nothing has been read so far. */
enum status STATUS_CHECKED source_settle(struct source *source, struct error *error);
/* Goes back to the first byte; false where the bytes cannot be had again (a pipe). */
bool source_rewind(struct source *source);

#endif
