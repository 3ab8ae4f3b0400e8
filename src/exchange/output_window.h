/* SPDX-License-Identifier: MIT */
/*
 * The inside of an output, for the writers of this folder that put bytes straight into its buffer:
 * a call for every comma would cost more than the text. Nobody else includes it.
 */
#ifndef ROLLOUT_EXCHANGE_OUTPUT_WINDOW_H
#define ROLLOUT_EXCHANGE_OUTPUT_WINDOW_H

#include "rollout/base/memory.h"
#include "rollout/exchange/output.h"

enum { OUTPUT_PIECE = 1 << 16 }; /* bytes that go out at once */

struct output {
	int descriptor; /* -1: memory */
	int failure; /* errno of the first failure, or 0 */
	bool force;
	char *path; /* the target; NULL where the descriptor is the caller's */
	char *temporary; /* what is written meanwhile */
	size_t folder; /* bytes of path that name its folder, with the last slash */
	struct buffer bytes; /* not yet out */
};

/* output_room() for when the buffer is full. */
char *output_make_room(struct output *output, size_t length);

/* Where length bytes, at most OUTPUT_PIECE unless it is memory, may be put; output_add() says
 * how many were. */
static inline char *
output_room(struct output *output, size_t length)
{
	if (output->bytes.length + length < output->bytes.space)
		return output->bytes.data + output->bytes.length;
	return output_make_room(output, length);
}

static inline void
output_add(struct output *output, size_t length)
{
	output->bytes.length += length;
	output->bytes.data[output->bytes.length] = '\0';
}

#endif
