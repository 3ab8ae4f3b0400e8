/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as JSON: walked from outside, skipped, and taken as one element. All three must agree
 * on what is good and, where it is not, on the message; what is good cJSON must parse too, with the
 * same kind. Longer numbers than cJSON's own buffer are left out of that.
 */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/exchange/json_reader.h"

enum { CJSON_NUMBER_LIMIT = 63 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static bool
has_long_number(const char *text, size_t length)
{
	size_t run = 0;

	for (size_t i = 0; i < length && run < CJSON_NUMBER_LIMIT; i++)
		run = memchr("0123456789+-.eE", text[i], 15) ? run + 1 : 0;
	return run >= CJSON_NUMBER_LIMIT;
}

static bool
is_kind(const cJSON *value, char first)
{
	switch (first) {
	case '{': return cJSON_IsObject(value);
	case '[': return cJSON_IsArray(value);
	case '"': return cJSON_IsString(value);
	case 't': return cJSON_IsTrue(value);
	case 'f': return cJSON_IsFalse(value);
	case 'n': return cJSON_IsNull(value);
	default: return cJSON_IsNumber(value);
	}
}

static enum status
take_element(struct json_reader *reader, struct error *error)
{
	struct place place, inner;
	const char *text;
	size_t length;
	enum status status = json_reader_element(reader, &text, &length, &place, error);

	if (status != STATUS_OK)
		return status;
	must(*json_reader_pointer(reader) == '/' || *json_reader_pointer(reader) == '\0');
	inner = json_locate(text, length, place, "/a/0");
	must(inner.offset >= place.offset && inner.offset <= place.offset + length);
	if (!has_long_number(text, length)) {
		cJSON *value = cJSON_ParseWithLength(text, length);

		must(value && is_kind(value, *text));
		cJSON_Delete(value);
	}
	return STATUS_OK;
}

/* Enters two containers deep and takes what is in them. */
static enum status
walk(struct json_reader *reader, struct error *error)
{
	size_t depth = 0;
	enum status status = STATUS_OK;

	do {
		enum json_kind kind;
		const char *name;
		bool more = true;

		status = json_reader_peek(reader, &kind, error);
		if (status == STATUS_OK && depth < 2 &&
			(kind == JSON_OBJECT || kind == JSON_ARRAY)) {
			status = json_reader_enter(reader, error);
			depth++;
		} else if (status == STATUS_OK) {
			status = take_element(reader, error);
		}
		for (more = false; status == STATUS_OK && depth && !more;
			depth -= !more && status == STATUS_OK)
			status = json_reader_next(reader, &more, &name, error);
	} while (status == STATUS_OK && depth);
	return status;
}

static enum status
read_value(struct json_reader *reader, int way, struct error *error)
{
	switch (way) {
	case 0: return walk(reader, error);
	case 1: return json_reader_skip(reader, error);
	default: return take_element(reader, error);
	}
}

static enum status
read_text(const char *text, size_t length, int way, struct error *error)
{
	struct source *source;
	struct json_reader *reader;
	bool more = true;
	enum status status = source_open_memory("fuzz", text, length, &source, error);

	if (status != STATUS_OK)
		return status;
	status = json_reader_open(source, &reader, error);
	if (status == STATUS_OK) {
		while (status == STATUS_OK && more) {
			status = read_value(reader, way, error);
			if (status == STATUS_OK)
				status = json_reader_more(reader, &more, error);
		}
		json_reader_close(reader);
	}
	source_close(source);
	return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct error first = { 0 };
	enum status status = read_text((const char *)data, size, 0, &first);

	must(status == STATUS_OK || status == STATUS_INVALID);
	for (int way = 1; way < 3; way++) {
		struct error error = { 0 };

		must(read_text((const char *)data, size, way, &error) == status);
		must(strcmp(error.message, first.message) == 0);
	}
	return 0;
}
