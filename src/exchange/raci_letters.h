/* SPDX-License-Identifier: MIT */
/* Letters of a RACI as people write them. Private to src/exchange. */
#ifndef ROLLOUT_EXCHANGE_RACI_LETTERS_H
#define ROLLOUT_EXCHANGE_RACI_LETTERS_H

#include <stdbool.h>

enum {
	RACI_R = 1,
	RACI_A = 2,
	RACI_C = 4,
	RACI_I = 8,
	RACI_S = 16, /* support: taken for C where nothing else stands */
};

enum raci_read {
	RACI_READ,
	RACI_NOTHING, /* "-", "n/a" */
	RACI_UNCLEAR, /* takes part, but how: "x", a tick, V, D, O */
	RACI_NOT, /* no letters */
};

/* "A/R", "r", "R, C", "I*", "(A)", "Accountable", "RA": the letters in it. */
enum raci_read raci_letters_read(const char *text, unsigned int *letters);
/* What one cell of ours holds of them: A and R both, else the strongest (A, R, C, I). *reduced:
 * some were left out. */
const char *raci_letters_keep(unsigned int letters, bool *reduced);
/* The letter that a heading such as "Responsible" stands for; 0: none. */
unsigned int raci_letters_heading(const char *folded);

#endif
