/* SPDX-License-Identifier: MIT */
/* Finds the nearest name. Knows no names of its own. */
#include "suggest.h"

#include <stdio.h>
#include <string.h>

#include "rollout/base/nearest.h"

void
suggest_append(struct error *error, const char *word, const char *const *names, size_t count)
{
	struct nearest nearest = nearest_to(word);
	size_t length = strlen(error->message);

	for (size_t i = 0; i < count; i++)
		(void)nearest_take(&nearest, names[i]);
	if (nearest.best)
		(void)snprintf(error->message + length, sizeof(error->message) - length,
			"; did you mean %s?", nearest.best);
}
