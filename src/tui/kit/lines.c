/* SPDX-License-Identifier: MIT */
/*
 * Lines of text. Must not clip: what does not fit is wrapped here or clipped by the canvas.
 */
#include "lines.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"

static struct text_line *
add(struct lines *lines, enum role role, char *text)
{
	lines->items = array_grow(lines->items, lines->count, sizeof *lines->items);
	lines->items[lines->count] = (struct text_line){ .role = role, .text = text };
	return &lines->items[lines->count++];
}

struct text_line *
lines_add(struct lines *lines, enum role role, const char *text)
{
	return add(lines, role, arena_copy(&lines->arena, text, strlen(text)));
}

struct text_line *
lines_format(struct lines *lines, enum role role, const char *format, ...)
{
	struct buffer text = { 0 };
	struct text_line *line;
	va_list values;
	int length;

	va_start(values, format);
	length = vsnprintf(NULL, 0, format, values);
	va_end(values);
	va_start(values, format);
	vsnprintf(buffer_reserve(&text, (size_t)larger_of(length, 0) + 1),
		(size_t)larger_of(length, 0) + 1, format, values);
	va_end(values);
	line = lines_add(lines, role, text.data);
	buffer_clear(&text);
	return line;
}

/* One paragraph, without a newline in it. */
static void
wrap_paragraph(
	struct lines *lines, enum role role, int width, int indent, const char *text, size_t length)
{
	bool goes_on = false;

	do {
		size_t next;
		size_t bytes = text_wrap(text, length, larger_of(width - indent, 1), &next);

		add(lines, role,
			arena_format(&lines->arena, "%*s%.*s", indent, "", (int)bytes, text))
			->goes_on = goes_on;
		goes_on = true;
		text += next;
		length -= next;
	} while (length > 0);
}

void
lines_wrap(struct lines *lines, enum role role, int width, int indent, const char *text)
{
	struct buffer safe = { 0 };
	const char *at;
	const char *newline;

	text_safe(&safe, text, strlen(text), true, false);
	at = buffer_text(&safe);
	while ((newline = strchr(at, '\n')) != NULL) {
		wrap_paragraph(lines, role, width, indent, at, (size_t)(newline - at));
		at = newline + 1;
	}
	wrap_paragraph(lines, role, width, indent, at, strlen(at));
	buffer_clear(&safe);
}

int
lines_detail_width(int columns, int text, int detail)
{
	int least = detail > columns / 2 ? columns / 5 : columns / 3;

	return smaller_of(detail, larger_of(columns - 5 - text, least));
}

void
lines_reset(struct lines *lines)
{
	arena_reset(&lines->arena);
	lines->count = 0;
}

void
lines_clear(struct lines *lines)
{
	arena_clear(&lines->arena);
	free(lines->items);
	*lines = (struct lines){ 0 };
}
