/* SPDX-License-Identifier: MIT */
/*
 * Memory that never fails to come: allocation, arenas and growing byte strings. Must not be handed
 * a size it has not checked for overflow. Arena blocks double up to a limit, so that a short-lived
 * arena costs one small malloc and a busy one few; a reset gives back an unusually large block, so
 * that one huge record does not stay for the rest of an import.
 */
#include "rollout/base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ARENA_BLOCK_FIRST = 4096,
	ARENA_BLOCK_MOST = 65536,
	ARENA_KEPT_MOST = 1048576,
	ARRAY_FIRST = 8,
	BUFFER_FIRST = 64
};

struct arena_block {
	struct arena_block *next;
	size_t space;
	max_align_t data[];
};

_Noreturn void
memory_exhausted(void)
{
	fputs("rollout: out of memory\n", stderr);
	exit(STATUS_FAILED);
}

static size_t
product(size_t count, size_t size)
{
	if (size > 0 && count > SIZE_MAX / size)
		memory_exhausted();
	return count * size;
}

static size_t
sum(size_t a, size_t b)
{
	if (b > SIZE_MAX - a)
		memory_exhausted();
	return a + b;
}

/* What vsnprintf said, where a failure can only mean a text beyond INT_MAX. */
static size_t
formatted_length(int result)
{
	if (result < 0)
		memory_exhausted();
	return (size_t)result;
}

void *
memory_new(size_t count, size_t size)
{
	size_t bytes = product(count, size);
	void *memory = calloc(bytes > 0 ? bytes : 1, 1);

	if (!memory)
		memory_exhausted();
	return memory;
}

void *
memory_resize(void *old, size_t count, size_t size)
{
	size_t bytes = product(count, size);
	void *memory = realloc(old, bytes > 0 ? bytes : 1);

	if (!memory)
		memory_exhausted();
	return memory;
}

char *
memory_copy_text(const char *text, size_t length)
{
	char *copy = memory_resize(NULL, sum(length, 1), 1);

	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

/* Things that there must be room for before one is added to count; 0: there is room already. */
static size_t
grown_space(size_t count)
{
	if (count < ARRAY_FIRST)
		return count == 0 ? ARRAY_FIRST : 0;
	return (count & (count - 1)) == 0 ? product(count, 2) : 0;
}

void *
array_grow(void *items, size_t count, size_t size)
{
	size_t space = items && count == 0 ? 0 : grown_space(count);

	return space > 0 ? memory_resize(items, space, size) : items;
}

static void
arena_add_block(struct arena *arena, size_t size)
{
	size_t space = ARENA_BLOCK_FIRST;
	struct arena_block *block;

	if (arena->blocks) {
		space = arena->blocks->space;
		space = space < ARENA_BLOCK_MOST / 2 ? space * 2 : ARENA_BLOCK_MOST;
	}
	if (space < size)
		space = size;
	block = memory_resize(NULL, sum(sizeof *block, space), 1);
	block->next = arena->blocks;
	block->space = space;
	arena->blocks = block;
	arena->used = 0;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	size_t unit = sizeof(max_align_t);
	size_t rounded = sum(size, unit - 1) / unit * unit;
	char *memory;

	if (!arena->blocks || rounded > arena->blocks->space - arena->used)
		arena_add_block(arena, rounded);
	memory = (char *)arena->blocks->data + arena->used;
	arena->used += rounded;
	return memory;
}

void *
arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
	size_t space = grown_space(count);
	void *bigger;

	if (space == 0)
		return items;
	bigger = arena_alloc(arena, product(space, size));
	if (count > 0)
		memcpy(bigger, items, count * size);
	return bigger;
}

char *
arena_copy(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, sum(length, 1));

	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	size_t space;
	char *text;

	va_start(arguments, format);
	va_copy(again, arguments);
	space = sum(formatted_length(vsnprintf(NULL, 0, format, arguments)), 1);
	va_end(arguments);
	text = arena_alloc(arena, space);
	vsnprintf(text, space, format, again);
	va_end(again);
	return text;
}

static void
arena_free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
}

void
arena_reset(struct arena *arena)
{
	arena->used = 0;
	if (!arena->blocks)
		return;
	if (arena->blocks->space > ARENA_KEPT_MOST) {
		arena_clear(arena);
		return;
	}
	arena_free_blocks(arena->blocks->next);
	arena->blocks->next = NULL;
}

void
arena_clear(struct arena *arena)
{
	arena_free_blocks(arena->blocks);
	arena->blocks = NULL;
	arena->used = 0;
}

char *
buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t needed = sum(sum(buffer->length, more), 1);

	if (needed > buffer->space) {
		size_t space = buffer->space > 0 ? buffer->space : BUFFER_FIRST;

		while (space < needed)
			space = space > SIZE_MAX / 2 ? needed : space * 2;
		buffer->data = memory_resize(buffer->data, space, 1);
		buffer->space = space;
		buffer->data[buffer->length] = '\0';
	}
	return buffer->data + buffer->length;
}

void
buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
	char *place = buffer_reserve(buffer, length);

	if (length > 0)
		memcpy(place, bytes, length);
	place[length] = '\0';
	buffer->length += length;
}

void
buffer_append_text(struct buffer *buffer, const char *text)
{
	buffer_append(buffer, text, strlen(text));
}

void
buffer_append_char(struct buffer *buffer, char byte)
{
	char *place = buffer_reserve(buffer, 1);

	place[0] = byte;
	place[1] = '\0';
	buffer->length++;
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments, again;
	size_t length, space;
	char *place = buffer_reserve(buffer, BUFFER_FIRST);

	space = buffer->space - buffer->length;
	va_start(arguments, format);
	va_copy(again, arguments);
	length = formatted_length(vsnprintf(place, space, format, arguments));
	va_end(arguments);
	if (length >= space) {
		place = buffer_reserve(buffer, length);
		vsnprintf(place, length + 1, format, again);
	}
	va_end(again);
	buffer->length += length;
}

const char *
buffer_text(const struct buffer *buffer)
{
	return buffer->data ? buffer->data : "";
}

void
buffer_reset(struct buffer *buffer)
{
	buffer->length = 0;
	if (buffer->data)
		buffer->data[0] = '\0';
}

void
buffer_clear(struct buffer *buffer)
{
	free(buffer->data);
	buffer->data = NULL;
	buffer->length = 0;
	buffer->space = 0;
}
