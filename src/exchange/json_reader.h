/* SPDX-License-Identifier: MIT */
/*
 * Strict JSON (RFC 8259 without its leniencies), walked from the outside in: enter containers, take
 * whole elements as text. What it hands out has been checked byte for byte, because cJSON, which
 * then turns an element into values, accepts much that is not JSON (reliability.md 5.1,
 * terminal-notes.md 4.4). Errors: duplicate members, invalid UTF-8, lone surrogates, NUL (raw or
 * \u0000), raw controls in strings, malformed escapes and numbers, numbers beyond a double's range,
 * depth over 64, an element over 1 MiB, trailing commas, comments, anything behind the document.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_READER_H
#define ROLLOUT_EXCHANGE_JSON_READER_H

#include "rollout/base/memory.h"
#include "rollout/exchange/source.h"

enum json_kind {
	JSON_OBJECT,
	JSON_ARRAY,
	JSON_STRING,
	JSON_NUMBER,
	JSON_TRUE,
	JSON_FALSE,
	JSON_NULL
};

enum { JSON_DEPTH_LIMIT = 64, JSON_ELEMENT_LIMIT = 1 << 20 };

struct json_reader;

/*
 * Walks a text:
 *
 *	json_reader_enter(reader);
 *	while (json_reader_next(reader, &name))
 *		json_reader_skip(reader);
 *	status = json_reader_status(reader, error);
 *
 * The first fault sticks: from then on every call does nothing and says that there is no more. Its
 * message begins "NAME:LINE:COLUMN: " and, inside a container, goes on with the JSON pointer
 *reached where there is one: "people.json:14:22: /stakeholders/3/name: invalid UTF-8". An empty
 *source (also only white space) is a fault: "no data". Does not own the source.
 */
struct json_reader *json_reader_open(struct source *source);
void json_reader_close(struct json_reader *reader); /* NULL is fine */
/* The fault, if there was one. */
enum status STATUS_CHECKED json_reader_status(
	const struct json_reader *reader, struct error *error);
/* Makes a fault of a value that is good JSON but not what is wanted; place is where it starts. */
void json_reader_refuse(struct json_reader *reader, struct place place, const char *format, ...)
	PRINTF_LIKE(3, 4);

/* The kind of the value that comes next, where one must come; JSON_NULL after a fault. */
enum json_kind json_reader_peek(struct json_reader *reader);
/* Where that value starts; after json_reader_peek(). */
struct place json_reader_place(const struct json_reader *reader);
/* Steps into the object or array that comes next. */
void json_reader_enter(struct json_reader *reader);
/* Inside a container: to its next member or element; false at its end, which is then left behind.
 * In an object *name (unescaped, NUL-terminated, valid until the next call on the reader) is the
 * member's name; in an array it is NULL. */
bool json_reader_next(struct json_reader *reader, const char **name);
/* The whole next value as checked text, borrowed until the next call; NULL after a fault. *place is
 * where it starts. */
const char *json_reader_element(struct json_reader *reader, size_t *length, struct place *place);
/* Over the next value, checked all the same, whatever its size. */
void json_reader_skip(struct json_reader *reader);
/* After the outermost value: whether another value follows (JSON Lines); anything else is a fault.
 */
bool json_reader_more(struct json_reader *reader);
/* The JSON pointer (RFC 6901) of the value last handed out: "/stakeholders/12". Borrowed until the
 * next call. */
const char *json_reader_pointer(struct json_reader *reader);

/* Makes a pointer to a container one to its member of that name. */
void json_pointer_add(struct buffer *pointer, const char *name);
/* Where, inside a checked element that starts at *start, the value at the relative pointer
 * ("/relationships/0/to") stands; *start itself where there is none. */
struct place json_locate(const char *text, size_t length, struct place start, const char *pointer);

#endif
