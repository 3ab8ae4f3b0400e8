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
	enum json_kind kind = json_reader_peek(reader);
	const cJSON *child = value->child;
	const char *name, *text;
	size_t length;
	struct place place;

	must(is_kind(value, kind));
	if (kind != JSON_OBJECT && kind != JSON_ARRAY) {
		text = json_reader_element(reader, &length, &place);
		must(text != NULL);
		if (kind == JSON_NUMBER)
			compare_number(value, text, length);
		return;
	}
	json_reader_enter(reader);
	for (; json_reader_next(reader, &name); child = child->next) {
		must(child != NULL);
		must(!name == !child->string && (!name || strcmp(name, child->string) == 0));
		compare(reader, child);
	}
	must(child == NULL);
}

static void
compare_whole(const char *text, size_t length, const cJSON *tree)
{
	struct source *source;
	struct json_reader *reader;
	struct error error;

	must(source_open_memory("fuzz", text, length, &source, &error) == STATUS_OK);
	reader = json_reader_open(source);
	compare(reader, tree);
	must(json_reader_status(reader, &error) == STATUS_OK);
	json_reader_close(reader);
	source_close(source);
}

static void
take_element(struct json_reader *reader)
{
	struct place place, inner;
	const char *text;
	size_t length;
	cJSON *tree = json_reader_tree(reader, &text, &length, &place);

	if (!tree)
		return;
	must(*json_reader_pointer(reader) == '/' || *json_reader_pointer(reader) == '\0');
	inner = json_locate(text, length, place, "/a/0");
	must(inner.offset >= place.offset && inner.offset <= place.offset + length);
	compare_whole(text, length, tree);
	cJSON_Delete(tree);
}

/* Enters two containers deep and takes what is in them. */
static void
walk(struct json_reader *reader, int depth)
{
	enum json_kind kind = json_reader_peek(reader);
	const char *name;

	if (depth == 2 || (kind != JSON_OBJECT && kind != JSON_ARRAY)) {
		take_element(reader);
		return;
	}
	json_reader_enter(reader);
	while (json_reader_next(reader, &name))
		walk(reader, depth + 1);
}

static enum status
read_text(const char *text, size_t length, int way, struct error *error)
{
	struct source *source;
	struct json_reader *reader;
	enum status status = source_open_memory("fuzz", text, length, &source, error);

	if (status != STATUS_OK)
		return status;
	reader = json_reader_open(source);
	do {
		if (way == 0)
			walk(reader, 0);
		else if (way == 1)
			json_reader_skip(reader);
		else
			take_element(reader);
	} while (json_reader_more(reader));
	status = json_reader_status(reader, error);
	json_reader_close(reader);
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
