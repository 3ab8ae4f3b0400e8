/* SPDX-License-Identifier: MIT */
/*
 * CSV, read and written: the dialects that spreadsheets write, what is refused and where, formulas
 * defused and restored, and random cells there and back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pieces.h"
#include "rollout/base/memory.h"
#include "rollout/exchange/csv_reader.h"
#include "rollout/exchange/csv_writer.h"

#define TEXT(text) text, sizeof text - 1

static void
show_cells(struct buffer *out, const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(strlen(cells[i].text), cells[i].length);
		buffer_format(out, "%s<%s>", i ? " " : "", cells[i].text);
	}
	buffer_append_text(out, "\n");
}

/* All rows as "<a> <b>" lines; a row that was refused, and what ended the reading, as the
 * message. */
static void
show_source(struct buffer *out, struct source *source)
{
	struct csv_reader *reader;
	struct error error = { 0 };
	const struct cell *cells;
	size_t count;
	bool row_only;
	enum status status = csv_reader_open(source, 0, &reader, &error);

	if (status != STATUS_OK) {
		buffer_format(out, "%s\n", error.message);
		return;
	}
	cells = csv_reader_header(reader, &count);
	show_cells(out, cells, count);
	do {
		status = csv_reader_next(reader, &cells, &count, &row_only, &error);
		if (status != STATUS_OK)
			buffer_format(out, "%s%s\n", error.message, row_only ? "" : " (end)");
		else if (count)
			show_cells(out, cells, count);
	} while (status == STATUS_OK ? count > 0 : row_only);
	csv_reader_close(reader);
}

static void
assert_read(const char *text, size_t length, const char *expected)
{
	struct error error = { 0 };
	struct buffer out = { 0 };
	struct source *source;
	struct pieces pieces;

	assert_int_equal(
		source_open_memory("standard input", text, length, &source, &error), STATUS_OK);
	show_source(&out, source);
	assert_string_equal(buffer_text(&out), expected);
	assert_true(source_rewind(source));
	buffer_reset(&out);
	show_source(&out, source);
	assert_string_equal(buffer_text(&out), expected);
	source_close(source);
	if (length <= PIECES_LIMIT) {
		buffer_reset(&out);
		assert_int_equal(pieces_open(&pieces, text, length, &error), STATUS_OK);
		show_source(&out, pieces.source);
		assert_string_equal(buffer_text(&out), expected);
		pieces_close(&pieces);
	}
	buffer_clear(&out);
}

static void
test_dialects(void **state)
{
	(void)state;
	assert_read(TEXT("a,b\r\n1,2\r\n"), "<a> <b>\n<1> <2>\n");
	assert_read(TEXT("a,b\n1,2"), "<a> <b>\n<1> <2>\n");
	assert_read(TEXT("a;b\n1,5;2\r"), "<a> <b>\n<1,5> <2>\n");
	/* Lines that end with a CR alone; a cell may have others inside it. */
	assert_read(TEXT("a,b\r1,2\r\r3,\"x\ny\"\r"), "<a> <b>\n<1> <2>\n<3> <x\ny>\n");
	assert_read(TEXT("\"a\nb\",c\r1,\"x\ry\"\r2,3"), "<a\nb> <c>\n<1> <x\ny>\n<2> <3>\n");
	assert_read(TEXT("a\tb\n1;5\t2,0\n"), "<a> <b>\n<1;5> <2,0>\n");
	assert_read(TEXT("\"a;b;c;d\",e\n1,2\n"), "<a;b;c;d> <e>\n<1> <2>\n");
	assert_read(TEXT("\"a\n;;;\",e\n1,2\n"), "<a\n;;;> <e>\n<1> <2>\n");
	assert_read(TEXT("\xEF\xBB\xBF\"name\"\n\xC3\x89lodie\n"), "<name>\n<\xC3\x89lodie>\n");
	assert_read(TEXT("name"), "<name>\n");
	assert_read(TEXT("\r\n \n\na;b\n\n;\n ; \n1;2\n\n"), "<a> <b>\n<1> <2>\n");
	assert_read(TEXT("a,b,c\n1\n1,\n,,3\n"), "<a> <b> <c>\n<1>\n<1> <>\n<> <> <3>\n");
	assert_read(TEXT("a,b\n\"x\"\"y\",\"1\r\n2\n3\"\r\n\"\",\"\"\"\"\n"),
		"<a> <b>\n<x\"y> <1\n2\n3>\n<> <\">\n");
	assert_read(TEXT("a,b\nsize 5\" x, \"q\"\n"), "<a> <b>\n<size 5\" x> < \"q\">\n");
	assert_read(TEXT("a,b\n\"x\",\"y\"\r"), "<a> <b>\n<x> <y>\n");
}

static void
test_refused(void **state)
{
	(void)state;
	assert_read(TEXT(""), "standard input:1:1: no data\n");
	assert_read(TEXT("\xEF\xBB\xBF"), "standard input:1:1: no data\n");
	assert_read(TEXT(" \r\n\n,,\n"), "standard input:4:1: no data\n");
	assert_read(TEXT("a,b\n1,2,3\n4,5\n"),
		"<a> <b>\nstandard input:2:5: more cells than the header has\n<4> <5>\n");
	assert_read(TEXT("a,b\n\"\xC3\xA9\"x,2\n4,5\n"),
		"<a> <b>\nstandard input:2:4: text behind the closing quote of a cell\n<4> <5>\n");
	assert_read(TEXT("a,b\n\"1\" ,\"2\n3\"\n4,5\n"),
		"<a> <b>\nstandard input:2:4: text behind the closing quote of a cell\n<4> <5>\n");
	assert_read(TEXT("a,b\n1,\"2\n3\n"),
		"<a> <b>\nstandard input:2:3: a quote that is never closed (end)\n");
	assert_read(TEXT("a,\"b\n1"), "standard input:1:3: a quote that is never closed\n");
	assert_read(TEXT("a\n\"x\ny\"\"\xC3\xA9\"\"\x01\"\nz\n"),
		"<a>\nstandard input:3:7: a control character (byte 0x01 at offset 12)\n<z>\n");
	assert_read(TEXT("a\n\"\"\"\x1b\"\nz\n"),
		"<a>\nstandard input:2:4: a control character (byte 0x1B at offset 5)\n<z>\n");
	assert_read(TEXT("a,b\nx\x01,2\nx\ry,2\n"),
		"<a> <b>\nstandard input:2:2: a control character (byte 0x01 at offset 5)\n"
		"standard input:3:2: a control character (byte 0x0D at offset 10)\n");
	assert_read(TEXT("a,b\nx,\0y\nz\n"),
		"<a> <b>\nstandard input:2:3: a control character (byte 0x00 at offset 6)\n<z>\n");
	assert_read(TEXT("a,b\nJos\xE9,2\n"),
		"<a> <b>\nstandard input:2:4: invalid UTF-8 (byte 0xE9 at offset 7)\n");
	assert_read(TEXT("a,Jos\xE9\n1,2\n"),
		"standard input:1:6: invalid UTF-8 (byte 0xE9 at offset 5)\n");
	assert_read(TEXT("a\n\"x\r\n\r\n\xE2\x80\xAE\"\n"),
		"<a>\nstandard input:4:1: a text-direction override (byte 0xE2 at offset 8)\n");
}

static void
test_limits(void **state)
{
	struct buffer text = { 0 };

	(void)state;
	buffer_append_text(&text, "a");
	for (size_t i = 0; i < CSV_COLUMNS_MAX; i++)
		buffer_append_text(&text, ",b");
	assert_read(text.data, text.length, "standard input:1:513: more than 256 columns\n");
	buffer_reset(&text);
	buffer_append_text(&text, "a\n\"");
	while (text.length < CSV_ROW_LIMIT + 100)
		buffer_append_text(&text, "0123456789abcdef\n");
	assert_read(text.data, text.length,
		"<a>\nstandard input:2:1: the row is larger than 1 MiB; is a quote not closed? "
		"(end)\n");
	buffer_clear(&text);
}

/* Writes one row of text cells and reads it back. */
static void
check_round_trip(const struct cell *cells, size_t count)
{
	struct output *output = output_open_memory();
	struct error error = { 0 };
	struct csv_writer writer;
	struct csv_reader *reader;
	struct source *source;
	const struct cell *back;
	const char *written;
	size_t length, got;
	bool row_only;

	csv_writer_init(&writer, output);
	for (size_t i = 0; i < count; i++)
		csv_text(&writer, "h", 1);
	csv_end_row(&writer);
	for (size_t i = 0; i < count; i++)
		csv_text(&writer, cells[i].text, cells[i].length);
	csv_end_row(&writer);
	written = output_memory(output, &length);
	assert_int_equal(source_open_memory("csv", written, length, &source, &error), STATUS_OK);
	assert_int_equal(csv_reader_open(source, 0, &reader, &error), STATUS_OK);
	assert_int_equal(csv_reader_next(reader, &back, &got, &row_only, &error), STATUS_OK);
	assert_int_equal(got, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(back[i].length, cells[i].length);
		assert_string_equal(back[i].text, cells[i].text);
	}
	csv_reader_close(reader);
	source_close(source);
	output_abandon(output);
}

static void
test_round_trip(void **state)
{
	static const char *const bits[] = {
		"=",
		"+",
		"-",
		"@",
		"\t",
		"'",
		"\"",
		" ",
		",",
		";",
		"\n",
		"x",
		"7",
		"\xC3\xA9",
		"\xEF\xBC\x9D",
		"\xC2\xA0",
		"\xF0\x9F\x98\x80",
		"cmd|' /C calc'!A0",
		"\n\n",
		"\xE3\x80\x80",
	};
	uint64_t random = 88172645463325252U;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buffer texts[3] = { { 0 } };
		struct cell cells[4] = { { .text = "x", .length = 1 } };

		for (int i = 0; i < 3; i++) {
			random ^= random << 13;
			random ^= random >> 7;
			random ^= random << 17;
			for (uint64_t left = random; left % 8; left /= 8)
				buffer_append_text(
					&texts[i], bits[left / 8 % (sizeof bits / sizeof *bits)]);
			cells[i + 1] = (struct cell){ .text = buffer_text(&texts[i]),
				.length = texts[i].length };
		}
		check_round_trip(cells, 4);
		for (int i = 0; i < 3; i++)
			buffer_clear(&texts[i]);
	}
}

static void
assert_cell(const char *text, const char *expected)
{
	struct output *output = output_open_memory();
	struct csv_writer writer;
	size_t length;

	csv_writer_init(&writer, output);
	csv_text(&writer, text, strlen(text));
	assert_string_equal(output_memory(output, &length), expected);
	output_abandon(output);
}

static void
test_formulas(void **state)
{
	(void)state;
	assert_cell("plain", "\"plain\"");
	assert_cell("a=b", "\"a=b\"");
	assert_cell("", "\"\"");
	assert_cell("'quoted'", "\"'quoted'\"");
	assert_cell("=1+1", "\"'=1+1\"");
	assert_cell("+1", "\"'+1\"");
	assert_cell("-2", "\"'-2\"");
	assert_cell("@SUM(A1)", "\"'@SUM(A1)\"");
	assert_cell("\tx", "\"'\tx\"");
	assert_cell("\rx", "\"'\rx\"");
	assert_cell("  =1", "\"'  =1\"");
	assert_cell("\"=1", "\"'\"\"=1\"");
	assert_cell("'=1", "\"''=1\"");
	assert_cell("\xEF\xBC\x9D"
		    "1",
		"\"'\xEF\xBC\x9D"
		"1\"");
	assert_cell("\xC2\xA0-1", "\"'\xC2\xA0-1\"");
	assert_read(TEXT("a\n'=1\n''=1\n'x\n-5\n"), "<a>\n<=1>\n<'=1>\n<'x>\n<-5>\n");
}

static void
test_written_cells(void **state)
{
	struct output *output = output_open_memory();
	struct csv_writer writer;
	size_t length;

	(void)state;
	csv_writer_init(&writer, output);
	csv_text(&writer, "say \"hi\", you;\n2", 16);
	csv_integer(&writer, -2);
	csv_empty(&writer);
	csv_integer(&writer, INT64_MIN);
	csv_end_row(&writer);
	csv_empty(&writer);
	csv_end_row(&writer);
	assert_string_equal(output_memory(output, &length),
		"\"say \"\"hi\"\", you;\n2\",-2,,-9223372036854775808\r\n\r\n");
	output_abandon(output);
}

/* Cells that lie across the edge of the window, and their places. */
static void
test_long_file(void **state)
{
	struct error error = { 0 };
	struct buffer text = { 0 };
	struct csv_reader *reader;
	struct source *source;
	const struct cell *cells;
	size_t count, rows = 0;
	bool row_only;

	(void)state;
	buffer_append_text(&text, "n;text\r\n");
	for (int i = 0; i < 20000; i++)
		buffer_format(&text, "%d;\"\xC3\xA9 \"\"%d\"\"\r\nx\"\r\n", i, i);
	assert_int_equal(
		source_open_memory("csv", text.data, text.length, &source, &error), STATUS_OK);
	assert_int_equal(csv_reader_open(source, 0, &reader, &error), STATUS_OK);
	for (;; rows++) {
		char expected[64];

		assert_int_equal(
			csv_reader_next(reader, &cells, &count, &row_only, &error), STATUS_OK);
		if (!count)
			break;
		snprintf(expected, sizeof expected, "\xC3\xA9 \"%zu\"\nx", rows);
		assert_string_equal(cells[1].text, expected);
		assert_int_equal(cells[1].place.line, 2 + 2 * rows);
		assert_int_equal(cells[1].place.column, snprintf(NULL, 0, "%zu", rows) + 2);
		assert_int_equal(text.data[cells[1].place.offset], '"');
	}
	assert_int_equal(rows, 20000);
	csv_reader_close(reader);
	source_close(source);
	buffer_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dialects),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_formulas),
		cmocka_unit_test(test_written_cells),
		cmocka_unit_test(test_long_file),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
