/* SPDX-License-Identifier: MIT */
/*
 * Finds the nearest name. Knows no names of its own. The dictionary compares words already, for
 * mistyped fields: the names are handed to it as the fields of a type that exists for this one
 * question, so that the program has one idea of what "near" is.
 */
#include "suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/model/type.h"

void
suggest_append(struct error *error, const char *word, const char *const *names, size_t count)
{
	struct field *fields = memory_new(count, sizeof(*fields));
	struct type type = { .fields = fields, .field_count = count };
	size_t length = strlen(error->message);
	const char *nearest;

	for (size_t i = 0; i < count; i++)
		fields[i].name = names[i];
	nearest = type_field_suggest(&type, word);
	if (nearest)
		(void)snprintf(error->message + length, sizeof(error->message) - length,
			"; did you mean %s?", nearest);
	free(fields);
}
