/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as JSON: walked from outside, skipped, and taken as one element. All three must agree
 * on what is good and, where it is not, on the message. Of what is good cJSON must make the tree
 * that walking finds: the same members in the same order, the same kinds, every number to its last
 * digit.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/json_tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static bool
is_kind(const cJSON *value, enum json_kind kind)
{
	switch (kind) {
	case JSON_OBJECT: return cJSON_IsObject(value);
	case JSON_ARRAY: return cJSON_IsArray(value);
	case JSON_STRING: return cJSON_IsString(value);
	case JSON_TRUE: return cJSON_IsTrue(value);
	case JSON_FALSE: return cJSON_IsFalse(value);
	case JSON_NULL: return cJSON_IsNull(value);
	case JSON_NUMBER: return cJSON_IsNumber(value);
	}
	return false;
}

/* A number as text is what was written, or a whole number that comes to the same. */
static void
compare_number(const cJSON *value, const char *written, size_t length)
{
	struct arena arena = { 0 };
	const char *text = json_tree_text(value, &arena);
	char *whole = memory_copy_text(written, length);

	if (strcmp(text, whole) != 0) {
		must(strspn(text + (*text == '-'), "0123456789") == strlen(text) - (*text == '-'));
		must(fabs(strtod(text, NULL)) < 9007199254740992.0);
		must(strtod(text, NULL) == strtod(whole, NULL));
	}
	free(whole);
	arena_clear(&arena);
}

/* The value that comes next, and all in it, beside the tree. */
static void
compare(struct json_reader *reader, const cJSON *value)
{
	struct error error;
	enum json_kind kind;
	const cJSON *child = value->child;
	const char *name, *text;
	size_t length;
	struct place place;
	bool more = true;

	must(json_reader_peek(reader, &kind, &error) == STATUS_OK && is_kind(value, kind));
	if (kind != JSON_OBJECT && kind != JSON_ARRAY) {
		must(json_reader_element(reader, &text, &length, &place, &error) == STATUS_OK);
		if (kind == JSON_NUMBER)
			compare_number(value, text, length);
		return;
	}
	must(json_reader_enter(reader, &error) == STATUS_OK);
	for (; more; child = child ? child->next : NULL) {
		must(json_reader_next(reader, &more, &name, &error) == STATUS_OK);
		must(more == (child != NULL));
		if (!more)
			break;
		must(!name == !child->string && (!name || strcmp(name, child->string) == 0));
		compare(reader, child);
	}
}

static void
compare_whole(const char *text, size_t length, const cJSON *tree)
{
	struct source *source;
	struct json_reader *reader;
	struct error error;

	must(source_open_memory("fuzz", text, length, &source, &error) == STATUS_OK);
	must(json_reader_open(source, &reader, &error) == STATUS_OK);
	compare(reader, tree);
	json_reader_close(reader);
	source_close(source);
}

static enum status
take_element(struct json_reader *reader, struct error *error)
{
	struct place place, inner;
	const char *text;
	size_t length;
	cJSON *tree;
	enum status status = json_reader_tree(reader, &tree, &text, &length, &place, error);

	if (status != STATUS_OK)
		return status;
	must(*json_reader_pointer(reader) == '/' || *json_reader_pointer(reader) == '\0');
	inner = json_locate(text, length, place, "/a/0");
	must(inner.offset >= place.offset && inner.offset <= place.offset + length);
	compare_whole(text, length, tree);
	cJSON_Delete(tree);
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
