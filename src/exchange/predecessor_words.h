/* SPDX-License-Identifier: MIT */
/* The words of a column of predecessors, one by one. Private to src/exchange. */
#ifndef ROLLOUT_EXCHANGE_PREDECESSOR_WORDS_H
#define ROLLOUT_EXCHANGE_PREDECESSOR_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum link_kind {
	LINK_NONE,
	LINK_FINISH_START,
	LINK_OTHER, /* start to start and the like: ours cannot say it */
};

struct predecessor {
	const char *text; /* what the task is called by: number, key, name */
	size_t length;
	enum link_kind kind;
	int64_t lag_days; /* calendar days; may be negative */
	bool unmeasured; /* the lag is a share of the task's length: taken as none */
};

/* The next word at or behind at, which lies in all; NULL where there is none. Otherwise behind it.
 */
const char *predecessor_words_next(const char *at, const char *all, struct predecessor *out);

#endif
