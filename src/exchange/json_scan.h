/* SPDX-License-Identifier: MIT */
/*
 * The inside of the JSON reader, for json_*.c only. A scanning function takes the address it scans
 * from and returns the one behind what it accepted, or NULL after it has set reader->failure. Any
 * of them may refill the window: an address from before the call is then stale, and what must
 * survive is counted from reader->keep, which moves along.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_SCAN_H
#define ROLLOUT_EXCHANGE_JSON_SCAN_H

#include "rollout/base/memory.h"
#include "rollout/exchange/json_reader.h"
#include "source_window.h"

enum {
	JSON_MEMBERS_LIMIT =
		1 << 18, /* of all open objects; more do not fit into an element anyway */
	JSON_NAMES_LIMIT = 1 << 22, /* bytes of names copied out of the window */
};

/* A member's name, seen in an object that is still open. */
struct json_name {
	uint32_t hash;
	uint32_t offset; /* into the copies, or from reader->keep */
	uint32_t length;
	bool copied; /* then unescaped and NUL-terminated */
	bool escaped; /* stands in the window as it was written, with escapes */
};

/* The names of all open objects, one behind the other; the innermost object's come last and go
 * first. */
struct json_names {
	struct json_name *list;
	size_t count;
	size_t space;
	uint32_t *slots; /* hash tables of the objects with many members: index + 1, 0 is free */
	size_t slots_used;
	size_t slots_space;
	struct buffer copies;
	struct buffer scratch[2]; /* where names are unescaped to be compared */
	uint64_t seed; /* so that nobody can prepare names that collide */
};

/* One object's part of the names. */
struct json_scope {
	size_t first; /* in list */
	size_t copies; /* length of the copies before it */
	size_t slots; /* its table's first slot */
	size_t slots_count; /* a power of two, or 0: no table yet */
	uint64_t seen; /* a bit for each hash modulo 64 */
};

/* An open container. */
struct json_frame {
	bool object;
	uint64_t count; /* elements of an array begun so far */
	struct json_scope scope;
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
	bool between; /* an error now concerns the container, not the value in it */
	bool failed;
	struct error failure;
	struct buffer pointer;
};

/* json_scan.c */
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
const char *json_scan_name(struct json_reader *reader, const char *at);
const char *json_scan_value(struct json_reader *reader, const char *at);
const char *json_push(struct json_reader *reader, const char *at);
void json_pop(struct json_reader *reader);
void json_pointer_build(struct json_reader *reader, bool inside, size_t limit);

/* json_token.c; at stands behind the opening quote, or on the first character */
const char *json_scan_string(struct json_reader *reader, const char *at);
const char *json_scan_number(struct json_reader *reader, const char *at);

/* json_names.c */
void json_names_init(struct json_names *names);
void json_names_clear(struct json_names *names);
void json_scope_open(const struct json_names *names, struct json_scope *scope);
void json_scope_close(struct json_names *names, const struct json_scope *scope);
/* Adds the name of length bytes at offset from keep to the innermost object; copied: keep will
 * not last. *twice: it was there already (and is added all the same, so that it can be named).
 * false where there are too many. */
bool json_names_add(struct json_names *names, struct json_scope *scope, const char *keep,
	struct json_name name, bool *twice);
/* The name as it is meant, borrowed until the next call. */
const char *json_names_text(
	struct json_names *names, const struct json_name *name, const char *keep, size_t *length);
/* Unescapes a checked string into out (at least length bytes; not in place) and returns its
 * length. */
size_t json_unescape(const char *text, size_t length, char *out);

#endif
