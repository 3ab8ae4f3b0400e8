/* SPDX-License-Identifier: MIT */
/*
 * Memory that is there or the program ends: these functions never return NULL. Running out prints
 * one line and leaves through exit(), so that the terminal is restored by what the terminal
 * registered there; the programme file is safe because an unfinished transaction is rolled back by
 * its journal.
 *
 * An arena hands out memory that is freed all at once; a buffer is a byte string that grows.
 */
#ifndef ROLLOUT_BASE_MEMORY_H
#define ROLLOUT_BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

#include "rollout/base/error.h"

/* Ends the program: for memory that a library could not get. */
_Noreturn void memory_exhausted(void);
/* Zeroed memory for count things of size bytes; free() it. */
void *memory_new(size_t count, size_t size);
/* Like realloc() for count things of size bytes, the new part not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);
/* A copy of length bytes with a NUL behind them; free() it. */
char *memory_copy_text(const char *text, size_t length);

/*
 * An array that grows by one thing at a time: items, which holds count things of size bytes (NULL
 * before the first), with room for one more, which is not zeroed. How much room there is follows
 * from the count (it doubles at each power of two), so nobody keeps it; what was taken off the end
 * is as if it had never been there. free() it.
 */
void *array_grow(void *items, size_t count, size_t size);

/* Start from {0}. Memory stays valid until arena_reset or arena_clear. */
struct arena {
	struct arena_block *blocks; /* the newest first */
	size_t used; /* bytes of the newest block */
};

/* size bytes, aligned for any type, not zeroed. */
void *arena_alloc(struct arena *arena, size_t size);
/* A copy of length bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);
char *arena_format(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
/* array_grow() for an array that lies in the arena. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t size);
/* Forgets all that was handed out but keeps one block for the next use. */
void arena_reset(struct arena *arena);
void arena_clear(struct arena *arena);

/* Start from {0}. data is NULL or NUL-terminated behind length bytes. */
struct buffer {
	char *data;
	size_t length;
	size_t space;
};

void buffer_append(struct buffer *buffer, const char *bytes, size_t length);
void buffer_append_text(struct buffer *buffer, const char *text);
void buffer_append_char(struct buffer *buffer, char byte);
void buffer_format(struct buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);
/* Makes room for more bytes behind length and returns where they go. */
char *buffer_reserve(struct buffer *buffer, size_t more);
/* The bytes so far as text, never NULL; borrowed until the next change. */
const char *buffer_text(const struct buffer *buffer);
void buffer_reset(struct buffer *buffer); /* keeps the memory */
void buffer_clear(struct buffer *buffer); /* frees it */

#endif
