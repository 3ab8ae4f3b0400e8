/* SPDX-License-Identifier: MIT */
/* What the cells of a workbook say as text, and what our CSV guards from a spreadsheet. Whole
 * workbooks are read in tests/cli/test_workbook.sh. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/csv_formula.h"
#include "exchange/value_reading.h"
#include "exchange/workbook/cell_number.h"
#include "exchange/workbook/cell_text.h"
#include "exchange/workbook/text_store.h"

static void
formats_tell_what_a_number_is(void **state)
{
	static const struct {
		const char *code;
		enum number_kind kind;
	} rows[] = {
		{ "General", NUMBER_PLAIN },
		{ "0.00", NUMBER_PLAIN },
		{ "#,##0.00 \"days\"", NUMBER_PLAIN },
		{ "0.00E+00", NUMBER_PLAIN },
		{ "[Red]#,##0;[Green]-#,##0", NUMBER_PLAIN },
		{ "[$€-407] #,##0.00", NUMBER_PLAIN },
		{ "\\d0", NUMBER_PLAIN },
		{ "0.0%", NUMBER_PERCENT },
		{ "dd.mm.yyyy", NUMBER_DATE },
		{ "[$-409]d\\-mmm\\-yy;@", NUMBER_DATE },
		{ "mmmm", NUMBER_DATE },
		{ "yyyy\"h\"mm\"s\"dd", NUMBER_DATE },
		{ "[$-411]ggge\"年\"m\"月\"d\"日\"", NUMBER_DATE },
		{ "m/d/yy h:mm AM/PM", NUMBER_MOMENT },
		{ "h:mm", NUMBER_TIME },
		{ "mm:ss.0", NUMBER_TIME },
		{ "[h]:mm:ss", NUMBER_ELAPSED },
		{ "[mm]:ss", NUMBER_ELAPSED },
		{ "@", NUMBER_PLAIN },
		{ "\"unclosed d", NUMBER_PLAIN },
		{ "", NUMBER_PLAIN },
	};
	static const struct {
		long number;
		enum number_kind kind;
	} built_in[] = { { 0, NUMBER_PLAIN }, { 4, NUMBER_PLAIN }, { 9, NUMBER_PERCENT },
		{ 14, NUMBER_DATE }, { 17, NUMBER_DATE }, { 20, NUMBER_TIME },
		{ 22, NUMBER_MOMENT }, { 31, NUMBER_DATE }, { 37, NUMBER_PLAIN },
		{ 46, NUMBER_ELAPSED }, { 58, NUMBER_DATE }, { -1, NUMBER_PLAIN },
		{ 163, NUMBER_PLAIN } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (cell_number_custom(rows[i].code) != rows[i].kind)
			fail_msg("%s is %d", rows[i].code, cell_number_custom(rows[i].code));
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
		assert_int_equal(cell_number_built_in(built_in[i].number), built_in[i].kind);
}

static void
numbers_are_written_as_they_are_meant(void **state)
{
	static const struct {
		const char *text;
		enum number_kind kind;
		bool since_1904;
		const char *wanted;
	} rows[] = {
		{ "4", NUMBER_PLAIN, false, "4" },
		{ "4.0", NUMBER_PLAIN, false, "4" },
		{ "0.30000000000000004", NUMBER_PLAIN, false, "0.3" },
		{ "-2.5E-3", NUMBER_PLAIN, false, "-0.0025" },
		{ "7143070330517338", NUMBER_PLAIN, false, "7143070330517338" },
		{ "7.1430703305173395E+17", NUMBER_PLAIN, false, "714307033051734000" },
		{ "1E+15", NUMBER_PLAIN, false, "1000000000000000" },
		{ "0.125", NUMBER_PERCENT, false, "12.5%" },
		{ "0.07", NUMBER_PERCENT, false, "7%" },
		{ "1", NUMBER_PERCENT, false, "100%" },
		{ "1", NUMBER_DATE, false, "1900-01-01" },
		{ "59", NUMBER_DATE, false, "1900-02-28" },
		{ "60", NUMBER_DATE, false, "1900-02-29" },
		{ "61", NUMBER_DATE, false, "1900-03-01" },
		{ "46412", NUMBER_DATE, false, "2027-01-25" },
		{ "46412.75", NUMBER_DATE, false, "2027-01-25" },
		{ "44950", NUMBER_DATE, true, "2027-01-25" },
		{ "0", NUMBER_DATE, true, "1904-01-01" },
		{ "0", NUMBER_DATE, false, "0" },
		{ "-1", NUMBER_DATE, false, "-1" },
		{ "1e300", NUMBER_DATE, false, "1e+300" },
		{ "2958465", NUMBER_DATE, false, "9999-12-31" },
		{ "2958466", NUMBER_DATE, false, "2958466" },
		{ "46412.604166666664", NUMBER_MOMENT, false, "2027-01-25 14:30" },
		{ "46412", NUMBER_MOMENT, false, "2027-01-25" },
		{ "46411.999999999", NUMBER_MOMENT, false, "2027-01-25" },
		{ "0.38541666666666669", NUMBER_TIME, false, "09:15" },
		{ "0.38542824074", NUMBER_TIME, false, "09:15:01" },
		{ "1.5", NUMBER_ELAPSED, false, "36:00" },
		{ "no number", NUMBER_DATE, false, "no number" },
		{ "nan", NUMBER_DATE, false, "nan" },
	};
	struct buffer out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buffer_reset(&out);
		cell_number_write(rows[i].text, rows[i].kind, rows[i].since_1904, &out);
		assert_string_equal(buffer_text(&out), rows[i].wanted);
	}
	buffer_clear(&out);
}

static void
escapes_of_texts_are_undone(void **state)
{
	static const char *const rows[][2] = {
		{ "one_x000D_\ntwo", "one\ntwo" },
		{ "one_x000D__x000A_two", "one\ntwo" },
		{ "one\rtwo\r\nthree", "one\ntwo\nthree" },
		{ "a_x005F_x000D_b", "a_x000D_b" },
		{ "_x0041_x", "Ax" },
		{ "_x00e9_ _xZZZZ_ _x41_ _", "_x00e9_ _xZZZZ_ _x41_ _" },
		{ "_x000", "_x000" },
		{ "", "" },
	};
	char text[64];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		strcpy(text, rows[i][0]);
		text[cell_text_unescape(text, strlen(text))] = '\0';
		assert_string_equal(text, rows[i][1]);
	}
}

/* More than lie in memory, among them empty and long ones, asked for back and forth. */
static void
texts_come_back_by_their_numbers(void **state)
{
	enum { COUNT = 60000, LONG = 20000 };
	struct text_store *store = text_store_new();
	struct buffer text = { 0 }, wanted = { 0 };
	struct error error;

	(void)state;
	for (int i = 0; i < COUNT; i++) {
		if (i % 7 != 0)
			buffer_format(text_store_end(store), "text number %d of the workbook", i);
		for (int k = 0; i == LONG && k < LONG; k++)
			buffer_append_char(text_store_end(store), 'x');
		assert_int_equal(text_store_add(store, &error), STATUS_OK);
	}
	assert_int_equal(text_store_count(store), COUNT);
	for (int k = 0; k < COUNT; k++) {
		int i = k % 3 == 0 ? k : (k * 7919) % COUNT;

		buffer_reset(&text);
		buffer_reset(&wanted);
		if (i % 7 != 0)
			buffer_format(&wanted, "text number %d of the workbook", i);
		for (int n = 0; i == LONG && n < LONG; n++)
			buffer_append_char(&wanted, 'x');
		assert_int_equal(text_store_get(store, (size_t)i, &text, &error), STATUS_OK);
		assert_string_equal(buffer_text(&text), buffer_text(&wanted));
	}
	buffer_clear(&text);
	buffer_clear(&wanted);
	text_store_free(store);
}

static void
times_are_read_in_any_dress(void **state)
{
	static const char *const rows[][2] = {
		{ "9:15", "09:15" },
		{ "09:15:00", "09:15" },
		{ "9:15 AM", "09:15" },
		{ "09:15:00 AM", "09:15" },
		{ "01:00:00 PM", "13:00" },
		{ "12:05 am", "00:05" },
		{ "12 p.m.", "12:00" },
		{ "2pm", "14:00" },
		{ "13.30 Uhr", "13:30" },
		{ "9h15", "09:15" },
		{ "9h", "09:00" },
		{ "2027-01-25 14:30", "14:30" },
		{ "2027-01-25T14:30:00.000Z", "14:30" },
		{ "0.385416666666667", "09:15" },
		{ "9:15:20", NULL },
		{ "13:00 PM", NULL },
		{ "24:00", NULL },
		{ "9:75", NULL },
		{ "9", NULL },
		{ "9:15 o'clock", NULL },
		{ "noon", NULL },
		{ "", NULL },
		{ "0.5", NULL },
	};
	struct arena arena = { 0 };
	const char *out;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum translated read = value_time_read(rows[i][0], &arena, &out);

		if ((read == TRANSLATED) != (rows[i][1] != NULL))
			fail_msg("\"%s\" was read otherwise", rows[i][0]);
		if (rows[i][1])
			assert_string_equal(out, rows[i][1]);
	}
	arena_clear(&arena);
}

static void
what_a_spreadsheet_recasts_is_known(void **state)
{
	static const char *const recast[] = { "007", "1e5", "1.5E-3", "3/4", "3-4", "10:30", "1.50",
		"2027-01-11", "Mar 5", "5 march 2027", "10 AM", "true", "FALSE", "'007", "''3/4",
		"7143070330517338", "50%", "1,5", "$5" };
	static const char *const kept[] = { "", "0", "5", "2027", "123456789012345", "Marketing 5",
		"n-haddad", "Q3 2027", "ann-berg-2", "yes", "e5", "room 3/4", "-", "...", "march",
		"Mara 5 May", "true story", "2027-01-11 (moved)" };

	(void)state;
	for (size_t i = 0; i < sizeof recast / sizeof *recast; i++)
		if (!csv_is_recast(recast[i], strlen(recast[i])))
			fail_msg("\"%s\" would become something else", recast[i]);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (csv_is_recast(kept[i], strlen(kept[i])))
			fail_msg("\"%s\" stays what it is", kept[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_tell_what_a_number_is),
		cmocka_unit_test(numbers_are_written_as_they_are_meant),
		cmocka_unit_test(escapes_of_texts_are_undone),
		cmocka_unit_test(texts_come_back_by_their_numbers),
		cmocka_unit_test(times_are_read_in_any_dress),
		cmocka_unit_test(what_a_spreadsheet_recasts_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
