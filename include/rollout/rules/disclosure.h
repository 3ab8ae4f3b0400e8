/* SPDX-License-Identifier: MIT */
/*
 * Which figures about anonymous answers may be shown, so that nobody can subtract his way to a
 * single one (product.md 6). It goes by how many answers there are alone, never by what they say:
 * what is left out tells nothing either.
 */
#ifndef ROLLOUT_RULES_DISCLOSURE_H
#define ROLLOUT_RULES_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>

/* Answers that have everything in common by which they can be cut: one team and one group. */
struct disclosure_cell {
	int answers;
};

/* A figure over some of the cells. */
struct disclosure_cut {
	const bool *has; /* by cell */
	bool shown; /* set */
};

/*
 * Goes through the cuts in their order and shows each that can be: it has at least so many answers,
 * all others together are none or as many, and of everything shown then no combination is a figure
 * about one or two answers. The first cut is the whole, and each of its cells is one.
 */
void disclosure_choose(const struct disclosure_cell *cells, size_t cell_count,
	struct disclosure_cut *cuts, size_t cut_count, int least);

#endif
