/* SPDX-License-Identifier: MIT */
/*
 * Whether a milestone says who does what differently, or only that something was done (rule M2,
 * product.md 3). English only, and by vocabulary: it knows words that name actors, behaviour and
 * activity, and looks at where they stand; it does not parse. What it cannot judge it lets pass.
 */
#ifndef ROLLOUT_RULES_WORDING_H
#define ROLLOUT_RULES_WORDING_H

#include <stddef.h>

enum wording {
	WORDING_FINE,
	WORDING_ACTIVITY, /* ends with what was done: "Manager training delivered" */
	WORDING_NO_ACTOR, /* a behaviour, but nobody's: "Use the agreed format" */
	WORDING_NO_BEHAVIOUR, /* nothing that anybody does: "Measurement baseline" */
};

/* One sentence, as far as it goes: length bytes of UTF-8. */
enum wording wording_judge(const char *text, size_t length);
/*
 * A title and its criteria, one a line (NULL: none): a criterion that is fine by itself mends the
 * title.
 */
enum wording wording_judge_milestone(const char *title, const char *criteria);
/*
 * The kind of milestone that the words of a title suggest: "training", "launch", or NULL. For where
 * a person types a title and no kind; no rule goes by it. "After the launch" is no launch.
 */
const char *wording_suggest_kind(const char *title, size_t length);
/* "activity" "no_actor" "no_behaviour"; NULL for WORDING_FINE. */
const char *wording_name(enum wording wording);

#endif
