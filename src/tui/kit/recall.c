/* SPDX-License-Identifier: MIT */
/* Lines typed before. Must not be written anywhere. */
#include "recall.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

void
recall_add(struct recall *recall, const char *text)
{
	const char *last = recall_get(recall, 1);

	if (!*text || (last && strcmp(last, text) == 0))
		return;
	if (recall->count == RECALL_MOST) {
		free(recall->lines[0]);
		memmove(recall->lines, recall->lines + 1,
			(RECALL_MOST - 1) * sizeof recall->lines[0]);
		recall->count--;
	}
	recall->lines[recall->count++] = memory_copy_text(text, strlen(text));
}

const char *
recall_get(const struct recall *recall, int back)
{
	return back >= 1 && back <= recall->count ? recall->lines[recall->count - back] : NULL;
}

void
recall_clear(struct recall *recall)
{
	for (int i = 0; i < recall->count; i++)
		free(recall->lines[i]);
	recall->count = 0;
}
