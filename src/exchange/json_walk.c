/* SPDX-License-Identifier: MIT */
/* Walking checked JSON. Every loop here relies on the check: a string is closed, an escape
 * complete, a surrogate paired, a container balanced. */
#include "json_walk.h"

#include <string.h>

static const char *
skip_space(const char *at)
{
	while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
		at++;
	return at;
}

/* The closing quote of the string that opens before at; *escaped tells whether there is a backslash
 * in it. */
static const char *
find_quote(const char *at, bool *escaped)
{
	*escaped = false;
	for (; *at != '"'; at++)
		if (*at == '\\') {
			*escaped = true;
			at++;
		}
	return at;
}

static unsigned
read_hex(const char *at)
{
	unsigned code = 0;

	for (int i = 0; i < 4; i++) {
		unsigned digit = (unsigned char)at[i];

		code = code << 4 | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
	}
	return code;
}

static char *
put_utf8(char *out, unsigned code)
{
	if (code < 0x80)
		*out++ = (char)code;
	else if (code < 0x800) {
		*out++ = (char)(0xc0 | code >> 6);
		*out++ = (char)(0x80 | (code & 0x3f));
	} else if (code < 0x10000) {
		*out++ = (char)(0xe0 | code >> 12);
		*out++ = (char)(0x80 | (code >> 6 & 0x3f));
		*out++ = (char)(0x80 | (code & 0x3f));
	} else {
		*out++ = (char)(0xf0 | code >> 18);
		*out++ = (char)(0x80 | (code >> 12 & 0x3f));
		*out++ = (char)(0x80 | (code >> 6 & 0x3f));
		*out++ = (char)(0x80 | (code & 0x3f));
	}
	return out;
}

/* One escape; *at is behind its backslash and goes behind all of it. */
static char *
unescape(char *out, const char **at)
{
	static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
	const char *letter;
	unsigned code;

	if (**at != 'u') {
		letter = strchr(letters, **at);
		*out++ = letter ? controls[letter - letters] : **at;
		++*at;
		return out;
	}
	code = read_hex(*at + 1);
	*at += 5;
	if (code >= 0xd800 && code < 0xdc00) {
		code = 0x10000 + ((code - 0xd800) << 10) + (read_hex(*at + 2) - 0xdc00);
		*at += 6;
	}
	return put_utf8(out, code);
}

/* Text gets never longer by unescaping. at is behind the opening quote; the result is behind the
 * closing one. */
static const char *
take_string(const char *at, struct arena *arena, const char **text, size_t *length)
{
	bool escaped;
	const char *end = find_quote(at, &escaped);
	char *out, *start;

	if (!escaped) {
		*length = (size_t)(end - at);
		*text = arena_copy(arena, at, *length);
		return end + 1;
	}
	out = start = arena_alloc(arena, (size_t)(end - at) + 1);
	while (at < end)
		if (*at == '\\') {
			at++;
			out = unescape(out, &at);
		} else
			*out++ = *at++;
	*out = '\0';
	*text = start;
	*length = (size_t)(out - start);
	return end + 1;
}

static const char *
skip_container(const char *at)
{
	int depth = 0;
	bool escaped;

	do {
		if (*at == '"')
			at = find_quote(at + 1, &escaped);
		else if (*at == '{' || *at == '[')
			depth++;
		else if (*at == '}' || *at == ']')
			depth--;
		at++;
	} while (depth > 0);
	return at;
}

enum json_kind
json_walk_kind(const char *text)
{
	switch (*text) {
	case '{': return JSON_OBJECT;
	case '[': return JSON_ARRAY;
	case '"': return JSON_STRING;
	case 't': return JSON_TRUE;
	case 'f': return JSON_FALSE;
	case 'n': return JSON_NULL;
	default: return JSON_NUMBER;
	}
}

static const char *
take_value(const char *at, struct arena *arena, struct json_value *value)
{
	const char *end = at;

	value->kind = json_walk_kind(at);
	switch (value->kind) {
	case JSON_STRING: return take_string(at + 1, arena, &value->text, &value->length);
	case JSON_OBJECT:
	case JSON_ARRAY:
		end = skip_container(at);
		value->text = at;
		break;
	case JSON_TRUE:
	case JSON_NULL:
		end = at + 4;
		value->text = value->kind == JSON_TRUE ? "true" : "";
		break;
	case JSON_FALSE:
		end = at + 5;
		value->text = "false";
		break;
	case JSON_NUMBER:
		end = at + strspn(at, "+-.0123456789eE");
		value->text = arena_copy(arena, at, (size_t)(end - at));
		break;
	}
	value->length = value->kind == JSON_NULL ? 0 : (size_t)(end - at);
	return end;
}

void
json_walk_enter(struct json_walk *walk, const char *container, struct arena *arena)
{
	walk->at = container + 1;
	walk->arena = arena;
	walk->in_object = *container == '{';
}

bool
json_walk_next(struct json_walk *walk, struct json_value *value)
{
	const char *at = skip_space(walk->at);
	size_t length;

	if (*at == ',')
		at = skip_space(at + 1);
	if (*at == '}' || *at == ']')
		return false;
	value->name = NULL;
	if (walk->in_object) {
		at = skip_space(take_string(at + 1, walk->arena, &value->name, &length));
		at = skip_space(at + 1);
	}
	walk->at = take_value(at, walk->arena, value);
	return true;
}
