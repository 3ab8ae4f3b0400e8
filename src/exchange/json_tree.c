/* SPDX-License-Identifier: MIT */
/*
 * cJSON makes a double of every number, and of the first CJSON_DIGITS characters only. So numbers
 * that are not plain and short are taken from the text: which they are the scanner has noted. A
 * tree that cannot be made of a checked text means that memory is out, and ends the program.
 */
#include "json_tree.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_scan.h"

enum { CJSON_DIGITS = 63 };

static const double EXACT_MOST = 9007199254740992; /* 2^53 */

/* The tree with the numbers that were noted, in the order of the text. */
struct digits {
	const char *text;
	const struct json_number *next, *end;
	uint32_t order; /* of the number that comes next */
};

cJSON *
json_tree_parse(const char *text, size_t length)
{
	cJSON *tree = cJSON_ParseWithLength(text, length);

	if (!tree)
		memory_exhausted();
	return tree;
}

/* The text with noughts in place of the numbers that cJSON would not read to their end. */
static cJSON *
parse_blanked(const struct json_reader *reader, const char *text, size_t length)
{
	char *copy = memory_copy_text(text, length);
	cJSON *tree;

	for (size_t i = 0; i < reader->number_count; i++) {
		const struct json_number *number = &reader->numbers[i];

		if (number->length > CJSON_DIGITS) {
			memset(copy + number->offset, ' ', number->length);
			copy[number->offset] = '0';
		}
	}
	tree = json_tree_parse(copy, length);
	free(copy);
	return tree;
}

/* What the number is, and how it is written where that says more. */
static void
set_digits(cJSON *value, const char *digits, size_t length)
{
	value->valuedouble = json_number_value(digits, digits + length);
	if (value->valuedouble == floor(value->valuedouble) &&
		fabs(value->valuedouble) < EXACT_MOST)
		return;
	value->valuestring = cJSON_malloc(length + 1);
	if (!value->valuestring)
		memory_exhausted();
	memcpy(value->valuestring, digits, length);
	value->valuestring[length] = '\0';
}

/* Every number of the tree in the order of the text. */
static void
give_digits(struct digits *digits, cJSON *value)
{
	cJSON *open[JSON_DEPTH_LIMIT];
	size_t depth = 0;

	while (value && digits->next < digits->end) {
		if (cJSON_IsNumber(value) && digits->order++ == digits->next->order) {
			set_digits(
				value, digits->text + digits->next->offset, digits->next->length);
			digits->next++;
		}
		if (value->child) {
			open[depth++] = value;
			value = value->child;
			continue;
		}
		while (!value->next && depth > 0)
			value = open[--depth];
		value = value->next;
	}
}

cJSON *
json_reader_tree(struct json_reader *reader, const char **text, size_t *length, struct place *place)
{
	struct digits digits = { 0 };
	bool long_number = false;
	cJSON *tree;

	*text = json_reader_element(reader, length, place);
	if (!*text)
		return NULL;
	digits.text = *text;
	digits.next = reader->numbers;
	digits.end = reader->numbers + reader->number_count;
	for (size_t i = 0; i < reader->number_count; i++)
		long_number = long_number || reader->numbers[i].length > CJSON_DIGITS;
	tree = long_number ? parse_blanked(reader, *text, *length)
			   : json_tree_parse(*text, *length);
	give_digits(&digits, tree);
	return tree;
}

/* Numbers come in their hundreds of thousands: printf() is slower by far. */
static const char *
write_whole(int64_t number, struct arena *arena)
{
	char digits[24];
	char *at = digits + sizeof digits;
	uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		*--at = (char)('0' + left % 10);
	while (left /= 10);
	if (number < 0)
		*--at = '-';
	return arena_copy(arena, at, (size_t)(digits + sizeof digits - at));
}

const char *
json_tree_text(const cJSON *value, struct arena *arena)
{
	if (value->valuestring)
		return value->valuestring;
	if (!cJSON_IsNumber(value))
		return cJSON_IsTrue(value) ? "true" : cJSON_IsFalse(value) ? "false" : "";
	return write_whole((int64_t)value->valuedouble, arena);
}
