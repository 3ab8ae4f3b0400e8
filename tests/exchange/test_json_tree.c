/* SPDX-License-Identifier: MIT */
/*
 * What cJSON makes of a checked element, and what it must not do to it: round a number, stop at a
 * long one, cut a text. Rows 13 to 16 of the table of bad inputs in the design.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "exchange/json_tree.h"

struct reading {
	struct source *source;
	struct json_reader *reader;
	cJSON *tree;
	struct arena arena;
};

static void
read_text(struct reading *reading, const char *text)
{
	struct error error = { 0 };
	struct place place;
	const char *element;
	size_t length;

	*reading = (struct reading){ 0 };
	assert_int_equal(source_open_memory("t.json", text, strlen(text), &reading->source, &error),
		STATUS_OK);
	reading->reader = json_reader_open(reading->source);
	reading->tree = json_reader_tree(reading->reader, &element, &length, &place);
	if (json_reader_status(reading->reader, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	assert_int_equal(length, strlen(text));
}

static void
end_reading(struct reading *reading)
{
	cJSON_Delete(reading->tree);
	json_reader_close(reading->reader);
	source_close(reading->source);
	arena_clear(&reading->arena);
}

/* The texts of the elements of an array, one after the other. */
static void
assert_texts(const char *array, const char *const *texts)
{
	struct reading reading;
	const cJSON *value;

	read_text(&reading, array);
	cJSON_ArrayForEach (value, reading.tree)
		assert_string_equal(json_tree_text(value, &reading.arena), *texts++);
	assert_null(*texts);
	end_reading(&reading);
}

static void
whole_numbers_are_exact(void **state)
{
	(void)state;
	assert_texts("[0,-0,7,-7,999999999999999,1234567890123456]",
		(const char *const[]){
			"0", "0", "7", "-7", "999999999999999", "1234567890123456", NULL });
	assert_texts("[9007199254740991,9007199254740992,9007199254740993,-9007199254740993]",
		(const char *const[]){ "9007199254740991", "9007199254740992", "9007199254740993",
			"-9007199254740993", NULL });
	assert_texts("[9223372036854775807,18446744073709551616,99999999999]",
		(const char *const[]){
			"9223372036854775807", "18446744073709551616", "99999999999", NULL });
}

static void
a_whole_number_may_have_a_point(void **state)
{
	(void)state;
	assert_texts("[4.0,-0.0,1e2,1.5E+1,250e-1,0e5]",
		(const char *const[]){ "4", "0", "100", "15", "25", "0", NULL });
	assert_texts("[0.5,-0.25,1e-7,1e300,9007199254740993.0]",
		(const char *const[]){
			"0.5", "-0.25", "1e-7", "1e300", "9007199254740993.0", NULL });
}

/* cJSON reads 63 characters of a number and takes what follows for something else. */
static void
a_number_may_be_long(void **state)
{
	static const char pi[] =
		"3.14159265358979323846264338327950288419716939937510582097494459230781640628";
	struct reading reading;
	char text[512];

	(void)state;
	snprintf(text, sizeof text, "{\"before\":2.5,\"pi\":%s,\"in\":[%s,{\"x\":1e3}],\"n\":4}",
		pi, pi);
	read_text(&reading, text);
	assert_string_equal(json_tree_text(cJSON_GetObjectItemCaseSensitive(reading.tree, "pi"),
				    &reading.arena),
		pi);
	assert_string_equal(
		json_tree_text(cJSON_GetObjectItemCaseSensitive(reading.tree, "in")->child,
			&reading.arena),
		pi);
	assert_string_equal(
		json_tree_text(
			cJSON_GetObjectItemCaseSensitive(reading.tree, "in")->child->next->child,
			&reading.arena),
		"1000");
	assert_string_equal(
		json_tree_text(cJSON_GetObjectItemCaseSensitive(reading.tree, "n"), &reading.arena),
		"4");
	end_reading(&reading);
	assert_texts("[4.00000000000000000000000000000000000000000000000000000000000000000000,"
		     "0.000000000000000000000000000000000000000000000000000000000000000000003e69]",
		(const char *const[]){ "4", "3", NULL });
}

/* What is not read as a number of its own is counted all the same. */
static void
numbers_are_told_apart(void **state)
{
	(void)state;
	assert_texts("[1,2.5,\"3.5\",[4.5,{\"five\":5.5,\"six\":6}],7.5,true,8,9.5]",
		(const char *const[]){ "1", "2.5", "3.5", "", "7.5", "true", "8", "9.5", NULL });
}

static void
texts_are_whole(void **state)
{
	(void)state;
	assert_texts("[\"\",\"Anna\\\\u0000; x\",\"\\u00e9\\ud83d\\ude00\\n\\t\\/\",null,false,{}]",
		(const char *const[]){ "", "Anna\\u0000; x", "\xC3\xA9\xF0\x9F\x98\x80\n\t/", "",
			"false", "", NULL });
}

static void
names_are_told_apart_by_case(void **state)
{
	struct reading reading;
	const cJSON *value;
	size_t count = 0;

	(void)state;
	read_text(&reading, "{\"name\":\"a\",\"Name\":\"b\",\"\\u006eAME\":\"c\"}");
	cJSON_ArrayForEach (value, reading.tree)
		count++;
	assert_int_equal(count, 3);
	assert_string_equal(reading.tree->child->next->next->string, "nAME");
	end_reading(&reading);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_numbers_are_exact),
		cmocka_unit_test(a_whole_number_may_have_a_point),
		cmocka_unit_test(a_number_may_be_long),
		cmocka_unit_test(numbers_are_told_apart),
		cmocka_unit_test(texts_are_whole),
		cmocka_unit_test(names_are_told_apart_by_case),
	};

	return cmocka_run_group_tests_name("json_tree", tests, NULL, NULL);
}
