/* SPDX-License-Identifier: MIT */
/*
 * Filters as typed (field=value, field>=value, field~text …) into the conditions of a query.
 */
#ifndef ROLLOUT_CLI_FILTER_H
#define ROLLOUT_CLI_FILTER_H

#include "call.h"

/*
 * Adds one condition; its text is borrowed from the word or lies in the call's arena.
 * STATUS_USAGE where it has not the form of a filter, STATUS_NOT_FOUND for an unknown field,
 * STATUS_INVALID for a value that the field cannot have.
 */
enum status STATUS_CHECKED filter_add(
	struct call *call, const char *word, struct query *query, struct error *error);
/* The field called that; "id" and "key" are the first. */
enum status STATUS_CHECKED filter_field(
	const struct type *type, const char *name, int *out, struct error *error);

#endif
