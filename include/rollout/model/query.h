/* SPDX-License-Identifier: MIT */
/*
 * Which records, in which order: what every list asks for, whoever shows it.
 */
#ifndef ROLLOUT_MODEL_QUERY_H
#define ROLLOUT_MODEL_QUERY_H

#include "rollout/model/record.h"

enum compare {
	COMPARE_EQUAL,
	COMPARE_NOT_EQUAL,
	COMPARE_LESS,
	COMPARE_LESS_EQUAL,
	COMPARE_GREATER,
	COMPARE_GREATER_EQUAL,
	COMPARE_CONTAINS
};

enum { CONDITION_ANY_FIELD = -1 };

struct condition {
	int field; /* CONDITION_ANY_FIELD, with CONTAINS only: any text of the record, references by
		      their titles */
	enum compare compare;
	struct value value; /* none: "has no value" (EQUAL) or "has one" (NOT_EQUAL); CONTAINS
			       ignores case */
};

enum { CONDITIONS_MAX = 16 };

/* Which records, in which order. Start from {0} with type set: all of them by id. */
struct query {
	const struct type *type;
	struct condition conditions[CONDITIONS_MAX];
	size_t condition_count;
	int order; /* field + 1; 0: by id. Ties go by id; records without a value come first */
	bool descending;
	int64_t after; /* only what comes behind the record with this id, in the order asked for; 0:
			  from the start */
	int64_t limit; /* 0: all */
	uint32_t only; /* bits of the fields to read, where not all are wanted of very many records:
			  the others come without a value. 0: all */
};

/* All records of the type called so, by id. */
struct query query_of(const char *type);
/* Of those only the ones in which the field holds that value (none: holds nothing). The field must
 * exist; a text is borrowed. */
void query_where(struct query *query, const char *field, struct value value);
/* The same, compared otherwise. */
void query_compare(
	struct query *query, const char *field, enum compare compare, struct value value);
/* In the order of that field. */
void query_order_by(struct query *query, const char *field);

#endif
