/* SPDX-License-Identifier: MIT */
/*
 * For tests of readers: a source whose every read brings one byte, so that each place where a
 * window must be refilled is met. A socket that keeps the bounds of what was sent does it without a
 * second process; it takes the place of standard input for a while.
 */
#ifndef ROLLOUT_TESTS_EXCHANGE_PIECES_H
#define ROLLOUT_TESTS_EXCHANGE_PIECES_H

#include <sys/socket.h>
#include <unistd.h>

#include "rollout/exchange/source.h"

enum { PIECES_LIMIT = 200 }; /* bytes of text: more single ones might not fit into the socket */

struct pieces {
	struct source *source; /* NULL where it was refused */
	int standard_input;
};

static inline enum status
pieces_open(struct pieces *pieces, const char *text, size_t length, struct error *error)
{
	int ends[2];

	assert_true(length <= PIECES_LIMIT);
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	for (size_t i = 0; i < length; i++)
		assert_int_equal(send(ends[1], text + i, 1, MSG_DONTWAIT), 1);
	close(ends[1]);
	pieces->standard_input = dup(STDIN_FILENO);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	return source_open("-", &pieces->source, error);
}

static inline void
pieces_close(struct pieces *pieces)
{
	source_close(pieces->source);
	assert_int_equal(dup2(pieces->standard_input, STDIN_FILENO), STDIN_FILENO);
	close(pieces->standard_input);
}

#endif
