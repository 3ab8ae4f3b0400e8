/* SPDX-License-Identifier: MIT */
/*
 * Finds the place of one value inside an element that was checked and handed out before. Runs only
 * when a message needs it, so it looks at every byte and keeps no index. Trusts the text to be
 * well-formed but never reads behind its length.
 */
#include <stdlib.h>
#include <string.h>

#include "json_scan.h"

static const char *
skip_space(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
		at++;
	return at;
}

/* Behind the string whose opening quote stands at at. */
static const char *
skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\')
			at++;
	return at < end ? at + 1 : end;
}

/* Behind the value at at. */
static const char *
skip_value(const char *at, const char *end)
{
	size_t depth = 0;

	while (at < end) {
		if (*at == '"') {
			at = skip_string(at, end);
		} else {
			if (depth == 0 && (*at == ',' || *at == ']' || *at == '}'))
				return at;
			if (*at == '{' || *at == '[')
				depth++;
			if (*at == '}' || *at == ']')
				depth--;
			at++;
		}
		if (depth == 0 && at < end && (at[-1] == '"' || at[-1] == '}' || at[-1] == ']'))
			return at;
	}
	return end;
}

/* Whether the name between the quotes at at is the pointer's token of length bytes, in which ~1
 * is / and ~0 is ~. */
static bool
is_named(const char *at, const char *behind, const char *token, size_t length)
{
	size_t raw = (size_t)(behind - at) - 2, count = 0;
	char *name = memory_new(raw + 1, 1);
	size_t size = json_unescape(at + 1, raw, name);
	bool same = true;

	for (size_t i = 0; same && i < length; i++, count++) {
		char byte = token[i];

		if (byte == '~' && i + 1 < length)
			byte = token[++i] == '1' ? '/' : '~';
		same = count < size && name[count] == byte;
	}
	free(name);
	return same && count == size;
}

/* The member or element that token names in the container at at; NULL where there is none. */
static const char *
find_child(const char *at, const char *end, const char *token, size_t length)
{
	bool object = *at == '{';
	unsigned long wanted = strtoul(token, NULL, 10);

	if (!object && (*at != '[' || *token < '0' || *token > '9'))
		return NULL;
	at = skip_space(at + 1, end);
	for (unsigned long index = 0; at < end && *at != '}' && *at != ']'; index++) {
		bool found = index == wanted;

		if (object) {
			const char *behind = skip_string(at, end);

			found = is_named(at, behind, token, length);
			at = skip_space(skip_space(behind, end) + 1, end);
		}
		if (found)
			return at;
		at = skip_space(skip_value(at, end), end);
		if (at < end && *at == ',')
			at = skip_space(at + 1, end);
	}
	return NULL;
}

struct place
json_locate(const char *text, size_t length, struct place start, const char *pointer)
{
	const char *at = text, *end = text + length;

	while (*pointer == '/' && at && at < end) {
		size_t token = strcspn(++pointer, "/");

		at = find_child(at, end, pointer, token);
		pointer += token;
	}
	return at ? place_behind(start, text, (size_t)(at - text)) : start;
}
