/* SPDX-License-Identifier: MIT */
/*
 * Who can help to win somebody over (product.md 4): the paths of influence that lead from active
 * supporters to them. Values in, paths out; who the people are is the caller's.
 */
#ifndef ROLLOUT_RULES_PATHS_H
#define ROLLOUT_RULES_PATHS_H

#include <stdbool.h>
#include <stddef.h>

enum { PATH_LINKS_MOST = 8, PATH_STRENGTH = 3, PATH_INFLUENCE = 5 };

struct path_person {
	const char *name; /* for the order of ties */
	int influence; /* 1 to 5; 0: not known, which counts as none */
	bool supporter; /* active, and still here: a path may start there */
};

/* from influences to; both are places among the people. */
struct path_link {
	int from, to;
	int strength; /* 1 to 3 */
};

struct path {
	double score; /* influence of the first ÷ 5 × the product of strength ÷ 3 */
	int count; /* of people, 2 to links + 1 */
	int people[PATH_LINKS_MOST + 1]; /* the supporter first, the target last */
};

struct path_graph {
	const struct path_person *people;
	const struct path_link *links;
	size_t link_count;
	int links_most; /* of one path; at most PATH_LINKS_MOST */
};

/*
 * The best of all paths to the target on which nobody comes twice, best first: by score, then fewer
 * links, then names. Of several links between the same two the strongest counts. Returns how many
 * of at most *most* it found. Where more than some million steps would have to be looked at, the
 * best of the paths found until then, strong links first.
 */
size_t paths_find(const struct path_graph *graph, int target, struct path *out, size_t most);

#endif
