/* SPDX-License-Identifier: MIT */
/*
 * JSON as contract.md wants it: two-space indent, members in the order they are written, a final
 * newline, one pass, no tree. Strings are written as UTF-8 with only what RFC 8259 demands escaped,
 * plus DEL, C1, U+2028, U+2029 and the bidi overrides as \uXXXX, so that a document on a terminal
 * is harmless; invalid UTF-8 becomes U+FFFD.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_WRITER_H
#define ROLLOUT_EXCHANGE_JSON_WRITER_H

#include "rollout/exchange/output.h"

enum { JSON_WRITER_DEPTH = 16 };

struct json_writer {
	struct output *output;
	int depth;
	bool inline_from[JSON_WRITER_DEPTH]; /* the container is written on one line */
	bool filled[JSON_WRITER_DEPTH];
};

/* Start. name is NULL inside an array and for the document itself. */
void json_writer_init(struct json_writer *writer, struct output *output);
void json_begin_object(struct json_writer *writer, const char *name);
void json_begin_array(struct json_writer *writer, const char *name);
/* An object on one line, for small ones in long lists: { "to": "x", "kind": "influences" }. */
void json_begin_inline_object(struct json_writer *writer, const char *name);
void json_end_object(struct json_writer *writer);
void json_end_array(struct json_writer *writer);
void json_text(struct json_writer *writer, const char *name, const char *text, size_t length);
void json_integer(struct json_writer *writer, const char *name, int64_t integer);
/* An id: a number as a string. */
void json_identifier(struct json_writer *writer, const char *name, int64_t id);
void json_boolean(struct json_writer *writer, const char *name, bool boolean);
/* At most digits behind the point, no trailing zeros, whatever the locale. */
void json_number(struct json_writer *writer, const char *name, double number, int digits);
void json_null(struct json_writer *writer, const char *name);
/* Text that is JSON already. */
void json_raw(struct json_writer *writer, const char *name, const char *text, size_t length);
/* The final newline. */
void json_writer_finish(struct json_writer *writer);

#endif
