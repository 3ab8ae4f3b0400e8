/* SPDX-License-Identifier: MIT */
/* Asking for records by the names of type and fields. */
#include "rollout/model/query.h"

struct query
query_of(const char *type)
{
	return (struct query){ .type = type_find(type) };
}

void
query_where(struct query *query, const char *field, struct value value)
{
	query_compare(query, field, COMPARE_EQUAL, value);
}

void
query_compare(struct query *query, const char *field, enum compare compare, struct value value)
{
	query->conditions[query->condition_count++] =
		(struct condition){ type_field_index(query->type, field), compare, value };
}

void
query_order_by(struct query *query, const char *field)
{
	query->order = type_field_index(query->type, field) + 1;
}
