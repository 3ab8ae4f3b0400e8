/* SPDX-License-Identifier: MIT */
/*
 * Finds members that an object has twice. Names are compared as they are meant ("\u0061" is "a"),
 * exactly, and only after their hashes agreed. Small objects, nearly all, get by with a list and
 * one word of bits that says most names are new; from SMALL members on an object has a table, so
 * that a megabyte of members takes no longer than it must. Nothing here depends on the seed but
 * time.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "bytes.h"
#include "json_scan.h"

enum {
	SMALL = 24,
	SLACK = 8, /* bytes that hash_name() may look at behind a name */
};
_Static_assert((int)SOURCE_PADDING >= (int)SLACK, "names at the end of the window");

void
json_names_init(struct json_names *names)
{
	*names = (struct json_names){ .space = 64 };
	names->list = memory_new(names->space, sizeof *names->list);
	if (getentropy(&names->seed, sizeof names->seed) != 0)
		names->seed = BYTES_ONES;
}

void
json_names_clear(struct json_names *names)
{
	free(names->list);
	free(names->slots);
	buffer_clear(&names->copies);
	buffer_clear(&names->scratch[0]);
	buffer_clear(&names->scratch[1]);
}

void
json_scope_open(const struct json_names *names, struct json_scope *scope)
{
	*scope = (struct json_scope){
		.first = names->count, .copies = names->copies.length, .slots = names->slots_used
	};
}

void
json_scope_close(struct json_names *names, const struct json_scope *scope)
{
	names->count = scope->first;
	names->slots_used = scope->slots;
	names->copies.length = scope->copies;
}

static uint64_t
mix(uint64_t hash)
{
	hash *= UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

/* Looks at up to seven bytes behind the name, which must be there, whatever they hold. */
static uint32_t
hash_name(uint64_t seed, const char *text, size_t length)
{
	uint64_t hash = seed ^ length;

	for (; length > 8; text += 8, length -= 8)
		hash = mix(hash ^ bytes_load(text));
	if (length)
		hash ^= bytes_load(text) << (64 - 8 * length);
	return (uint32_t)mix(hash);
}

static unsigned
hex_value(char digit)
{
	return (unsigned)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
}

static unsigned
hex_unit(const char *text)
{
	return hex_value(text[0]) << 12 | hex_value(text[1]) << 8 | hex_value(text[2]) << 4 |
	       hex_value(text[3]);
}

static size_t
put_utf8(char *out, unsigned code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

static char
unescape_letter(char letter)
{
	switch (letter) {
	case 'b': return '\b';
	case 'f': return '\f';
	case 'n': return '\n';
	case 'r': return '\r';
	case 't': return '\t';
	default: return letter;
	}
}

size_t
json_unescape(const char *text, size_t length, char *out)
{
	const char *end = text + length;
	char *to = out;

	while (text < end) {
		unsigned unit;

		if (*text != '\\') {
			*to++ = *text++;
		} else if (text[1] != 'u') {
			*to++ = unescape_letter(text[1]);
			text += 2;
		} else {
			unit = hex_unit(text + 2);
			text += 6;
			if (unit >= 0xD800 && unit < 0xDC00) {
				unit = 0x10000 + ((unit - 0xD800) << 10) +
				       (hex_unit(text + 2) - 0xDC00);
				text += 6;
			}
			to += put_utf8(to, unit);
		}
	}
	return (size_t)(to - out);
}

static const char *
meant(struct json_names *names, const struct json_name *name, const char *keep, int scratch,
	size_t *length)
{
	struct buffer *buffer = &names->scratch[scratch];
	const char *raw = (name->copied ? names->copies.data : keep) + name->offset;

	*length = name->length;
	if (!name->escaped)
		return raw;
	buffer_reset(buffer);
	*length = json_unescape(raw, name->length, buffer_reserve(buffer, name->length + SLACK));
	return buffer->data;
}

const char *
json_names_text(
	struct json_names *names, const struct json_name *name, const char *keep, size_t *length)
{
	return meant(names, name, keep, 0, length);
}

static bool
is_same(struct json_names *names, const struct json_name *a, const struct json_name *b,
	const char *keep)
{
	size_t length_a, length_b;
	const char *text_a, *text_b;

	if (a->hash != b->hash)
		return false;
	text_a = meant(names, a, keep, 0, &length_a);
	text_b = meant(names, b, keep, 1, &length_b);
	return length_a == length_b && memcmp(text_a, text_b, length_a) == 0;
}

static uint32_t *
find_slot(struct json_names *names, const struct json_scope *scope, const struct json_name *name,
	const char *keep)
{
	uint32_t *slots = names->slots + scope->slots;
	size_t at = name->hash & (scope->slots_count - 1);

	while (slots[at] && !(keep && is_same(names, &names->list[slots[at] - 1], name, keep)))
		at = (at + 1) & (scope->slots_count - 1);
	return slots + at;
}

/* Gives the innermost object a table of at least four times its members. They all differ, so
 * they need not be compared: keep is NULL. */
static void
build_table(struct json_names *names, struct json_scope *scope)
{
	size_t count = 1;

	while (count < 4 * (names->count - scope->first))
		count *= 2;
	scope->slots_count = count;
	names->slots_used = scope->slots + count;
	if (names->slots_used > names->slots_space) {
		names->slots_space = names->slots_used;
		names->slots =
			memory_resize(names->slots, names->slots_space, sizeof *names->slots);
	}
	memset(names->slots + scope->slots, 0, count * sizeof *names->slots);
	for (size_t i = scope->first; i < names->count; i++)
		*find_slot(names, scope, &names->list[i], NULL) = (uint32_t)i + 1;
}

static bool
is_in_list(struct json_names *names, const struct json_scope *scope, const struct json_name *name,
	const char *keep)
{
	if (!(scope->seen >> (name->hash & 63) & 1))
		return false;
	for (size_t i = scope->first; i < names->count; i++)
		if (is_same(names, &names->list[i], name, keep))
			return true;
	return false;
}

/* Copies the name, unescaped, behind the other copies. */
static bool
copy_out(struct json_names *names, struct json_name *name, const char *keep)
{
	size_t length = name->length, offset = names->copies.length;
	char *out;

	if (offset + length >= JSON_NAMES_LIMIT)
		return false;
	out = buffer_reserve(&names->copies, length + SLACK);
	if (name->escaped)
		length = json_unescape(keep + name->offset, length, out);
	else
		memcpy(out, keep + name->offset, length);
	out[length] = '\0';
	names->copies.length = offset + length + 1;
	name->offset = (uint32_t)offset;
	name->length = (uint32_t)length;
	name->escaped = false;
	return true;
}

bool
json_names_add(struct json_names *names, struct json_scope *scope, const char *keep,
	struct json_name name, bool *twice)
{
	size_t length;
	const char *text;

	if (names->count == JSON_MEMBERS_LIMIT || (name.copied && !copy_out(names, &name, keep)))
		return false;
	text = meant(names, &name, keep, 0, &length);
	name.hash = hash_name(names->seed, text, length);
	if (names->count == names->space) {
		names->space *= 2;
		names->list = memory_resize(names->list, names->space, sizeof *names->list);
	}
	if (scope->slots_count) {
		uint32_t *slot = find_slot(names, scope, &name, keep);

		*twice = *slot != 0;
		*slot = (uint32_t)names->count + 1;
	} else {
		*twice = is_in_list(names, scope, &name, keep);
	}
	scope->seen |= UINT64_C(1) << (name.hash & 63);
	names->list[names->count++] = name;
	if (names->count - scope->first >= (scope->slots_count ? scope->slots_count / 2 : SMALL))
		build_table(names, scope);
	return true;
}
