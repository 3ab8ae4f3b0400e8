/* SPDX-License-Identifier: MIT */
/*
 * Filters as a person types them, into the conditions of a query. Must not compare anything
 * itself. A value is read as the field itself would read it, so that what can be stored can be
 * asked for, and a typing mistake in it is an error instead of an empty list.
 */
#ifndef ROLLOUT_PROGRAMME_FILTER_H
#define ROLLOUT_PROGRAMME_FILTER_H

#include "rollout/programme/programme.h"

/* The field called that; "id" and "key" are the first. STATUS_NOT_FOUND names the nearest. */
enum status STATUS_CHECKED filter_field(
	const struct type *type, const char *name, int *out, struct error *error);
/*
 * Adds one condition "field=value" (or != < <= > >= ~), type set in the query; its text lies in the
 * arena. STATUS_USAGE where it has not the form of a filter, STATUS_NOT_FOUND for an unknown
 * field or record, STATUS_INVALID for a value that the field cannot have.
 */
enum status STATUS_CHECKED programme_filter_add(struct programme *programme, const char *word,
	struct arena *arena, struct query *query, struct error *error);
/*
 * Adds what is typed into a live filter: words apart by blanks, each a condition ("field:value" is
 * "field=value" too) or a part of any text that the record shows, references by their titles;
 * "quotes" keep words together. Every word must hold. A word that names no field before its
 * operator is looked for as it stands. Errors as above; conditions are then left as they were.
 */
enum status STATUS_CHECKED programme_filter_read(struct programme *programme, const char *text,
	struct arena *arena, struct query *query, struct error *error);

#endif
