/* SPDX-License-Identifier: MIT */
/*
 * Expat over a part of a package. A declaration of a document type is refused as such, so that no
 * entity is ever expanded; how far expat must look for the end of what it reads is limited by
 * comparing what it was given with where it stands.
 */
#include "xml_stream.h"

#include <expat.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

enum { PIECE = 1 << 14 };

struct xml_stream {
	struct zip_package *package;
	XML_Parser parser;
	const struct xml_handler *handler;
	void *context;
	char *part;
	int depth;
	int64_t given; /* bytes */
	bool last; /* nothing comes behind those */
	bool failed;
	struct error fault;
};

static const char *
without_prefix(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

void
xml_stream_fail(struct xml_stream *stream, enum status status, const char *format, ...)
{
	char words[256];
	va_list arguments;

	if (stream->failed)
		return;
	va_start(arguments, format);
	vsnprintf(words, sizeof words, format, arguments);
	va_end(arguments);
	(void)error_set(&stream->fault, status, "%s: %s", zip_package_name(stream->package), words);
	stream->failed = true;
	XML_StopParser(stream->parser, XML_FALSE);
}

void
xml_stream_pause(struct xml_stream *stream)
{
	if (!stream->failed)
		XML_StopParser(stream->parser, XML_TRUE);
}

static void
take_start(void *context, const char *name, const char **attributes)
{
	struct xml_stream *stream = context;

	if (stream->failed)
		return;
	if (++stream->depth > XML_DEPTH_MOST)
		xml_stream_fail(stream, STATUS_INVALID, "its part \"%s\" is nested deeper than 64",
			stream->part);
	else
		stream->handler->start(stream->context, without_prefix(name), attributes);
}

static void
take_end(void *context, const char *name)
{
	struct xml_stream *stream = context;

	stream->depth--;
	if (!stream->failed)
		stream->handler->end(stream->context, without_prefix(name));
}

static void
take_text(void *context, const char *text, int length)
{
	struct xml_stream *stream = context;

	if (!stream->failed)
		stream->handler->text(stream->context, text, (size_t)length);
}

static void
refuse_doctype(void *context, const char *name, const char *system, const char *public, int subset)
{
	struct xml_stream *stream = context;

	(void)name;
	(void)system;
	(void)public;
	(void)subset;
	xml_stream_fail(stream, STATUS_INVALID,
		"its part \"%s\" declares a document type, which no spreadsheet does",
		stream->part);
}

enum status
xml_stream_open(struct zip_package *package, const char *part, const struct xml_handler *handler,
	void *context, struct xml_stream **out, struct error *error)
{
	struct xml_stream *stream;
	enum status status = zip_package_enter(package, part, error);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	stream = memory_new(1, sizeof *stream);
	stream->package = package;
	stream->handler = handler;
	stream->context = context;
	stream->part = memory_copy_text(part, strlen(part));
	stream->parser = XML_ParserCreate(NULL);
	if (!stream->parser)
		memory_exhausted();
	XML_SetUserData(stream->parser, stream);
	XML_SetElementHandler(stream->parser, take_start, take_end);
	if (handler->text)
		XML_SetCharacterDataHandler(stream->parser, take_text);
	XML_SetStartDoctypeDeclHandler(stream->parser, refuse_doctype);
	*out = stream;
	return STATUS_OK;
}

void
xml_stream_close(struct xml_stream *stream)
{
	if (!stream)
		return;
	zip_package_leave(stream->package);
	XML_ParserFree(stream->parser);
	free(stream->part);
	free(stream);
}

static enum status
fail_parsing(struct xml_stream *stream, struct error *error)
{
	enum XML_Error fault = XML_GetErrorCode(stream->parser);

	if (stream->failed) {
		*error = stream->fault;
		return stream->fault.status;
	}
	if (fault == XML_ERROR_NO_MEMORY)
		memory_exhausted();
	return error_set(error, STATUS_INVALID, "%s: its part \"%s\" is damaged: line %lu: %s",
		zip_package_name(stream->package), stream->part,
		(unsigned long)XML_GetCurrentLineNumber(stream->parser), XML_ErrorString(fault));
}

/* The next piece of the part to the parser. */
static enum status
give(struct xml_stream *stream, enum XML_Status *parsed, struct error *error)
{
	/* Asking for the buffer forgets where the parser stands. */
	int64_t behind = XML_GetCurrentByteIndex(stream->parser);
	void *into = XML_GetBuffer(stream->parser, PIECE);
	size_t got;
	enum status status;

	if (!into)
		memory_exhausted();
	if (stream->given - (behind < 0 ? 0 : behind) > XML_PIECE_MOST)
		return error_set(error, STATUS_INVALID,
			"%s: its part \"%s\" holds something longer than 1 MiB that does not end",
			zip_package_name(stream->package), stream->part);
	status = zip_package_read(stream->package, into, PIECE, &got, error);
	if (status != STATUS_OK)
		return status;
	stream->given += (int64_t)got;
	stream->last = got == 0;
	*parsed = XML_ParseBuffer(stream->parser, (int)got, stream->last);
	return STATUS_OK;
}

enum status
xml_stream_run(struct xml_stream *stream, bool *ended, struct error *error)
{
	XML_ParsingStatus state;
	enum XML_Status parsed = XML_STATUS_OK;
	enum status status = STATUS_OK;

	*ended = false;
	XML_GetParsingStatus(stream->parser, &state);
	if (state.parsing == XML_SUSPENDED)
		parsed = XML_ResumeParser(stream->parser);
	while (status == STATUS_OK && parsed == XML_STATUS_OK && !stream->last)
		status = give(stream, &parsed, error);
	if (status != STATUS_OK)
		return status;
	if (parsed == XML_STATUS_ERROR)
		return fail_parsing(stream, error);
	*ended = parsed == XML_STATUS_OK;
	return STATUS_OK;
}

enum status
xml_stream_read(struct zip_package *package, const char *part, const struct xml_handler *handler,
	void *context, struct xml_stream **stream, struct error *error)
{
	bool ended = false;
	enum status status = xml_stream_open(package, part, handler, context, stream, error);

	while (status == STATUS_OK && !ended)
		status = xml_stream_run(*stream, &ended, error);
	xml_stream_close(*stream);
	*stream = NULL;
	return status;
}

const char *
xml_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(without_prefix(*attributes), name) == 0)
			return attributes[1];
	return NULL;
}

bool
xml_attribute_is_set(const char **attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}
