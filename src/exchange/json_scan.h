/* SPDX-License-Identifier: MIT */
/*
 * The inside of the JSON reader, for json_*.c only. A scanning function takes the address it scans
 * from and returns the one behind what it accepted, or NULL after it has set reader->failure. Any
 * of them may refill the window: an address from before the call is then stale, and what must
 * survive is counted from reader->keep, which moves along.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_SCAN_H
#define ROLLOUT_EXCHANGE_JSON_SCAN_H

#include <stdarg.h>

#include "rollout/base/memory.h"
#include "json_reader.h"
#include "source_window.h"

enum {
	JSON_MEMBERS_LIMIT =
		1 << 18, /* of all open objects; more do not fit into an element anyway */
	JSON_NAMES_LIMIT = 1 << 22, /* bytes of all their names */
};

/* A member's name, seen in an object that is still open. */
struct json_name {
	uint32_t hash;
	uint32_t slot;
	uint32_t offset; /* in texts, unescaped and NUL-terminated */
	uint32_t length;
};

/* The names of all open objects, one behind the other: the innermost object's come last and go
 * first. */
struct json_names {
	struct json_name *list;
	size_t count;
	size_t space;
	uint32_t *slots; /* twice the space and more, a power of two: index in list + 1, 0 is free
			  */
	size_t slot_count;
	struct buffer texts;
	uint64_t seed; /* so that nobody can prepare names that collide */
};

/* An open container. */
struct json_frame {
	bool object;
	uint64_t count; /* elements of an array begun so far */
	size_t names; /* those before its own */
};

/* A number of the element being read whose digits a double might not give back. */
struct json_number {
	uint32_t order; /* among all numbers of the element, from 0 */
	uint32_t offset; /* in the element */
	uint32_t length;
};

enum json_state {
	JSON_AT_VALUE, /* a value must come */
	JSON_AT_FIRST, /* in a container that was just entered */
	JSON_BEHIND_VALUE, /* in a container, or behind the document */
};

struct json_reader {
	struct source *source;
	const char *at; /* between calls */
	const char *keep; /* must stay in the window; NULL: nothing */
	size_t depth;
	size_t element_depth; /* where the element that is being read started */
	bool in_element;
	struct json_frame frames[JSON_DEPTH_LIMIT];
	struct json_names names;
	enum json_state state;
	bool escaped; /* the string just scanned has escapes */
	uint32_t number_order; /* numbers of the element so far, and those to be taken as text: */
	struct json_number *numbers;
	size_t number_count;
	bool between; /* an error now concerns the container, not the value in it */
	bool failed;
	struct error failure;
	struct buffer pointer;
};

/* json_scan.c */
void json_fail_at(struct json_reader *reader, struct place place, const char *format,
	va_list arguments) PRINTF_LIKE(3, 0);
const char *json_fail(struct json_reader *reader, const char *at, const char *format, ...)
	PRINTF_LIKE(3, 4);
/* Fails because something else was expected, saying what is there. */
const char *json_fail_found(struct json_reader *reader, const char *at, const char *expected);
/* Fails because what must be kept is larger than JSON_ELEMENT_LIMIT. */
const char *json_fail_large(struct json_reader *reader);
/* Whether at stands behind the last byte of the window, so that its NUL is the padding's. */
bool json_at_end(const struct json_reader *reader, const char *at);
const char *json_refill(struct json_reader *reader, const char *at);
/* Has at least count bytes in the window, unless the data ends before (then NULs stand there). */
const char *json_ensure(struct json_reader *reader, const char *at, size_t count);
const char *json_skip_space(struct json_reader *reader, const char *at);
/* In the innermost container: over what stands before its next value, a name included, or (*more
 * is false) over the bracket that ends it. first: no value has stood in it yet. */
const char *json_step(struct json_reader *reader, const char *at, bool first, bool *more);
const char *json_scan_value(struct json_reader *reader, const char *at);
const char *json_push(struct json_reader *reader, const char *at);
void json_pop(struct json_reader *reader);
void json_pointer_build(struct json_reader *reader, bool inside, size_t limit);

/* json_token.c; at stands behind the opening quote, or on the first character */
const char *json_scan_string(struct json_reader *reader, const char *at);
const char *json_scan_number(struct json_reader *reader, const char *at);

/* What the number between text and end comes to, in any locale; infinite where a double cannot hold
 * it. */
double json_number_value(const char *text, const char *end);

/* json_names.c */
void json_names_init(struct json_names *names);
void json_names_clear(struct json_names *names);
/* Adds an unescaped name to the object whose names begin at first. *twice: it was there already
 * (and is added all the same, so that it can be named). false where there are too many. */
bool json_names_add(
	struct json_names *names, size_t first, const char *text, size_t length, bool *twice);
/* Forgets the names from first on. */
void json_names_drop(struct json_names *names, size_t first);
/* Borrowed until the next change. */
const char *json_names_text(const struct json_names *names, size_t index);

#endif
