/* SPDX-License-Identifier: MIT */
/*
 * What the rule book finds at one moment, by subjects alone: two moments are compared, and findings
 * counted, without a word made for any that both have. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_FOUND_H
#define ROLLOUT_PROGRAMME_FOUND_H

#include "programme/document/document.h"

/* Of one rule, waived findings left out, in the order of subject_compare(). */
struct found_of_rule {
	struct subject *subjects; /* of each finding */
	size_t count;
};

struct found {
	struct found_of_rule
		*rules; /* in the order of the rule book; NULL: nothing was looked at */
	size_t rule_count;
};

/* All rules, or the one called only. */
enum status STATUS_CHECKED found_read(struct programme *programme, const char *only,
	struct arena *arena, struct found *out, struct error *error);
/*
 * The findings of these that others do not have, put into words as things stand at the moment of
 * these, in the order of rulebook_check(). Those about one of the records in either are among them
 * in any case: what is different of it may be its name.
 */
enum status STATUS_CHECKED found_only_in(struct programme *programme, const struct found *these,
	const struct found *others, const struct subject *either, size_t either_count,
	struct arena *arena, struct finding **findings, size_t *count, struct error *error);

#endif
