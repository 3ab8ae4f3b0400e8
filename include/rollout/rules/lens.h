/* SPDX-License-Identifier: MIT */
/*
 * Which teams come when (product.md 3): a lens that puts each team in an order with a reason, and
 * waves filled in that order within what coaching and managers can carry. Wave 0 is the pilot.
 */
#ifndef ROLLOUT_RULES_LENS_H
#define ROLLOUT_RULES_LENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum level { LEVEL_UNKNOWN, LEVEL_LOW, LEVEL_HIGH };
enum stance { STANCE_UNKNOWN, STANCE_WILLING, STANCE_NEUTRAL, STANCE_RESISTANT };

/* In the order in which waves are filled. */
enum lens_order { ORDER_NOW, ORDER_EARLY, ORDER_CALL, ORDER_LATER };

/* Why the lens says so; the first that matches. */
enum lens_reason {
	REASON_COMPLEX, /* low capability and high complexity: later */
	REASON_RESISTANT, /* high capability and a resistant leader: later */
	REASON_WILLING, /* high capability and a willing leader: now */
	REASON_CROSS_FUNCTIONAL, /* a cross-functional delivery team: early */
	REASON_CALL, /* nothing decides it: the lead's call */
	REASON_PINNED, /* the lead has decided */
};

enum { NO_WAVE = -1 };

struct lens_team {
	/* Given. */
	const char *name; /* breaks ties, then id */
	int64_t id;
	enum level capability, complexity;
	enum stance stance;
	bool cross_functional;
	bool led; /* somebody leads it */
	int64_t unit; /* the function it belongs to; 0: not known */
	int pinned; /* the wave it is pinned to; NO_WAVE: none */
	/* Found. */
	enum lens_order order;
	enum lens_reason reason;
	int wave; /* NO_WAVE: no wave can take it */
	bool linked; /* placed early because it works with a team that is in a wave */
};

/* Two teams that work together, by index. */
struct lens_link {
	int32_t a, b;
};

struct lens_limits {
	int pilot_most; /* teams of wave 0 */
	bool one_unit; /* all of them of one function (F5): the first that qualifies decides which
			*/
	int wave_most; /* teams of every other wave; 0: none can be taken on */
};

/* Judges one team by the lens alone. */
void lens_order_team(struct lens_team *team);
/*
 * Judges all teams and gives each its wave. The pilot takes cross-functional teams that somebody
 * willing leads and that are not out of their depth, those whose time is now before the others;
 * there may be none. Pinned teams stay where they are, also beyond what a wave can carry.
 */
void lens_fill_waves(struct lens_team *teams, size_t count, const struct lens_link *links,
	size_t link_count, const struct lens_limits *limits);

#endif
