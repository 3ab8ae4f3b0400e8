/* SPDX-License-Identifier: MIT */
/*
 * One part of a package as XML, read in pieces: whoever reads it is told of elements and text as
 * they come and may pause between them. Names come without their prefixes, because what they mean
 * does not depend on them here. Private to this folder.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_XML_STREAM_H
#define ROLLOUT_EXCHANGE_WORKBOOK_XML_STREAM_H

#include "zip_package.h"

enum {
	XML_DEPTH_MOST = 64,
	XML_PIECE_MOST = 1 << 20, /* a tag, a comment, a text without an end */
};

struct xml_stream;

struct xml_handler {
	void (*start)(void *context, const char *name, const char **attributes);
	void (*end)(void *context, const char *name);
	void (*text)(void *context, const char *text, size_t length); /* NULL: of no interest */
};

enum status STATUS_CHECKED xml_stream_open(struct zip_package *package, const char *part,
	const struct xml_handler *handler, void *context, struct xml_stream **out,
	struct error *error);
/* Reads on until a handler pauses it or the part ends. What goes behind the end is an error: text
 * that is no XML, a document type, elements 65 deep. */
enum status STATUS_CHECKED xml_stream_run(
	struct xml_stream *stream, bool *ended, struct error *error);
/* For handlers: stop behind this element, to go on later; or for good, with the reason (the name of
 * the file stands before it). */
void xml_stream_pause(struct xml_stream *stream);
void xml_stream_fail(struct xml_stream *stream, enum status status, const char *format, ...)
	PRINTF_LIKE(3, 4);
void xml_stream_close(struct xml_stream *stream);
/* Reads a part from its beginning to its end; handlers find the stream in *stream meanwhile. */
enum status STATUS_CHECKED xml_stream_read(struct zip_package *package, const char *part,
	const struct xml_handler *handler, void *context, struct xml_stream **stream,
	struct error *error);
/* The value of an attribute by its name without a prefix; NULL: not there. */
const char *xml_attribute(const char **attributes, const char *name);
/* Whether it is there and says yes: "1" or "true". */
bool xml_attribute_is_set(const char **attributes, const char *name);

#endif
