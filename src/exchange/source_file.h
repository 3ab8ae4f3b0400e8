/* SPDX-License-Identifier: MIT */
/*
 * A source whose bytes are wanted in any order, as a ZIP archive's are. Nobody outside this folder
 * includes it.
 */
#ifndef ROLLOUT_EXCHANGE_SOURCE_FILE_H
#define ROLLOUT_EXCHANGE_SOURCE_FILE_H

#include "rollout/exchange/source.h"

/* An empty file without a name, gone as soon as *descriptor is closed or the program ends, however
 * it ends. Others cannot open it. In $TMPDIR, else /tmp. */
enum status STATUS_CHECKED source_file_scratch(int *descriptor, struct error *error);
/* Lets the bytes be had in any order: what comes from a pipe is copied into a scratch file.
 * STATUS_INVALID where there are more than most of them. */
enum status STATUS_CHECKED source_file_settle(
	struct source *source, uint64_t most, uint64_t *size, struct error *error);
/* Up to room bytes from a place on, fewer only at the end; -1: they cannot be read. Settled first.
 */
long source_file_read(struct source *source, uint64_t from, void *into, size_t room);

#endif
