/* SPDX-License-Identifier: MIT */
/* What is wrong with a file, as verify tells it. */
#ifndef ROLLOUT_MODEL_DAMAGE_H
#define ROLLOUT_MODEL_DAMAGE_H

#include <stddef.h>
#include <stdint.h>

enum { DAMAGE_LINES_MOST = 1000 };

/* Start from {0}. */
struct damage {
	const char **lines; /* of the first faults, one each, in words */
	size_t count;
	int64_t faults; /* all of them */
};

#endif
