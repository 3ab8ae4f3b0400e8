/* SPDX-License-Identifier: MIT */
/* What is wrong with a file, with places: the first few by place, and a count of all. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rollout/exchange/incoming.h"

/* Where a problem at that offset belongs among the kept ones, which are in order of place. */
static size_t
find_slot(const struct problems *problems, size_t kept, uint64_t offset)
{
	size_t slot = kept;

	while (slot > 0 && problems->kept[slot - 1].place.offset > offset)
		slot--;
	return slot;
}

void
problems_add_message(
	struct problems *problems, struct place place, const char *message, size_t prefix)
{
	size_t kept = problems->count < PROBLEMS_KEPT ? problems->count : PROBLEMS_KEPT;
	size_t slot = find_slot(problems, kept, place.offset);

	problems->count++;
	if (slot == PROBLEMS_KEPT)
		return;
	if (kept == PROBLEMS_KEPT)
		kept--;
	memmove(&problems->kept[slot + 1], &problems->kept[slot],
		(kept - slot) * sizeof *problems->kept);
	message = arena_copy(&problems->arena, message, strlen(message));
	problems->kept[slot] = (struct problem){ place, message, message + prefix };
}

void
problems_add(struct problems *problems, const char *name, struct place place, const char *pointer,
	const char *format, ...)
{
	struct error whole;
	char message[ERROR_MESSAGE_SIZE];
	size_t length;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	error_set(&whole, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s%s%s", name, place.line,
		place.column, pointer, *pointer ? ": " : "", message);
	length = strlen(whole.message);
	problems_add_message(problems, place, whole.message,
		length > strlen(message) ? length - strlen(message) : 0);
}

void
problems_clear(struct problems *problems)
{
	arena_clear(&problems->arena);
	memset(problems, 0, sizeof *problems);
}
