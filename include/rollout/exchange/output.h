/* SPDX-License-Identifier: MIT */
/*
 * Bytes that go out, in big pieces, to a file descriptor or into memory. The first failure sticks,
 * later writes do nothing, and output_finish() reports it: writers need not look at every byte. A
 * target file is written beside and renamed (output_open_file).
 */
#ifndef ROLLOUT_EXCHANGE_OUTPUT_H
#define ROLLOUT_EXCHANGE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollout/base/error.h"

struct output;

/* To an open descriptor, which stays the caller's. */
struct output *output_open_descriptor(int descriptor);
struct output *output_open_memory(void);
/* To path through a temporary file (0600, O_EXCL, random name) in the same folder, fsynced and
 * renamed by output_finish and gone after any failure. An existing target is refused
 * (STATUS_CONFLICT, naming --force) unless force; a directory always. A symbolic link at path is
 * replaced, not followed. */
enum status STATUS_CHECKED output_open_file(
	const char *path, bool force, struct output **out, struct error *error);
void output_write(struct output *output, const char *bytes, size_t length);
void output_text(struct output *output, const char *text);
/* A finite number with at most digits behind the point, no trailing zeros, whatever the locale. */
void output_decimal(struct output *output, double number, int digits);
/* Flushes, completes (rename) and frees. A closed pipe (EPIPE) is STATUS_FAILED with an empty
 * message. */
enum status STATUS_CHECKED output_finish(struct output *output, struct error *error);
/* Throws away what was not finished (the temporary file goes) and frees. NULL is fine. */
void output_abandon(struct output *output);
/* What went into memory so far; borrowed. */
const char *output_memory(const struct output *output, size_t *length);

#endif
