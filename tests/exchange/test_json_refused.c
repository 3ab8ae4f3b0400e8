/* SPDX-License-Identifier: MIT */
/*
 * What the strict JSON reader refuses, and the exact place and words with which it does. Rows 1, 3
 * to 12 and 17 of the table of bad inputs in the design, and what other JSON test suites refuse.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_ways.h"

static void
test_structure(void **state)
{
	static const struct sample bad[] = {
		{ TEXT(""), "1:1: no data" },
		{ TEXT(" "), "1:2: no data" },
		{ TEXT("\n\t\r "), "2:4: no data" },
		{ TEXT("\xEF\xBB\xBF"), "1:1: no data" },
		{ TEXT("\xEF\xBB\xBF \n"), "2:1: no data" },
		{ TEXT("["), "1:2: /0: the data ends here, expected a value" },
		{ TEXT("{"), "1:2: the data ends here, expected a member's name in double quotes" },
		{ TEXT("[1"), "1:3: the data ends here, expected ',' or ']'" },
		{ TEXT("[1,"), "1:4: /1: the data ends here, expected a value" },
		{ TEXT("[1,\n 2"), "2:3: the data ends here, expected ',' or ']'" },
		{ TEXT("{\"a\""), "1:5: /a: the data ends here, expected a colon" },
		{ TEXT("{\"a\":"), "1:6: /a: the data ends here, expected a value" },
		{ TEXT("{\"a\":1"), "1:7: the data ends here, expected ',' or '}'" },
		{ TEXT("{\"a\":1,"),
			"1:8: the data ends here, expected a member's name in double quotes" },
		{ TEXT("{\""), "1:3: the data ends here, expected the rest of a string" },
		{ TEXT("[\""), "1:3: /0: the data ends here, expected the rest of a string" },
		{ TEXT("[\"a"), "1:4: /0: the data ends here, expected the rest of a string" },
		{ TEXT("[\"\\"), "1:4: /0: the data ends here, expected the rest of a string" },
		{ TEXT("[\"\\u"),
			"1:3: /0: malformed escape, expected \\u and four hexadecimal digits" },
		{ TEXT("[\"\\u00"),
			"1:3: /0: malformed escape, expected \\u and four hexadecimal digits" },
		{ TEXT("[\"\\ud800\\u"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[1}"), "1:3: found '}', expected ',' or ']'" },
		{ TEXT("{\"a\":1]"), "1:7: found ']', expected ',' or '}'" },
		{ TEXT("]"), "1:1: found ']', expected a value" },
		{ TEXT("}"), "1:1: found '}', expected a value" },
		{ TEXT("[]]"), "1:3: found ']', expected nothing behind the document" },
		{ TEXT("{}}"), "1:3: found '}', expected nothing behind the document" },
		{ TEXT("[1]x"), "1:4: found 'x', expected nothing behind the document" },
		{ TEXT("{\"a\":1}x"), "1:8: found 'x', expected nothing behind the document" },
		{ TEXT("[1][2]"), "1:4: found '[', expected nothing behind the document" },
		{ TEXT("{} {}"), "1:4: found '{', expected nothing behind the document" },
		{ TEXT("1 2"), "1:3: found '2', expected nothing behind the document" },
		{ TEXT("[] # c"), "1:4: found '#', expected nothing behind the document" },
		{ TEXT("[1]\nx"), "2:1: found 'x', expected nothing behind the document" },
		{ TEXT("[1]\n#x"), "2:1: found '#', expected nothing behind the document" },
		{ TEXT("[,1]"), "1:2: /0: found ',', expected a value" },
		{ TEXT("[1,]"), "1:4: found ']', expected a value" },
		{ TEXT("[1,,2]"), "1:4: /1: found ',', expected a value" },
		{ TEXT("[,]"), "1:2: /0: found ',', expected a value" },
		{ TEXT("[1 2]"), "1:4: found '2', expected ',' or ']'" },
		{ TEXT("[1:2]"), "1:3: found ':', expected ',' or ']'" },
		{ TEXT("{\"a\":1,}"), "1:8: found '}', expected a member's name in double quotes" },
		{ TEXT("{,\"a\":1}"), "1:2: found ',', expected a member's name in double quotes" },
		{ TEXT("{\"a\":1,,\"b\":2}"),
			"1:8: found ',', expected a member's name in double quotes" },
		{ TEXT("{\"a\" 1}"), "1:6: /a: found '1', expected a colon" },
		{ TEXT("{\"a\"::1}"), "1:6: /a: found ':', expected a value" },
		{ TEXT("{\"a\",1}"), "1:5: /a: found ',', expected a colon" },
		{ TEXT("{a:1}"), "1:2: found 'a', expected a member's name in double quotes" },
		{ TEXT("{'a':1}"), "1:2: found ''', expected a member's name in double quotes" },
		{ TEXT("{1:1}"), "1:2: found '1', expected a member's name in double quotes" },
		{ TEXT("{\"a\":1 \"b\":2}"), "1:8: found '\"', expected ',' or '}'" },
		{ TEXT("{[]:1}"), "1:2: found '[', expected a member's name in double quotes" },
		{ TEXT("{null:1}"), "1:2: found 'n', expected a member's name in double quotes" },
		{ TEXT("['a']"), "1:2: /0: found ''', expected a value" },
		{ TEXT("[a]"), "1:2: /0: found 'a', expected a value" },
		{ TEXT("[// c\n1]"), "1:2: /0: found '/', expected a value" },
		{ TEXT("[/* c */1]"), "1:2: /0: found '/', expected a value" },
		{ TEXT("[1 # c\n]"), "1:4: found '#', expected ',' or ']'" },
		{ TEXT("{\"a\":/**/1}"), "1:6: /a: found '/', expected a value" },
		{ TEXT("{\"a\":1 //c\n}"), "1:8: found '/', expected ',' or '}'" },
		{ TEXT("[True]"), "1:2: /0: found 'T', expected a value" },
		{ TEXT("[nul]"), "1:2: /0: found 'n', expected a value" },
		{ TEXT("[truth]"), "1:2: /0: found 't', expected a value" },
		{ TEXT("[nulll]"), "1:6: found 'l', expected ',' or ']'" },
		{ TEXT("tru"), "1:1: found 't', expected a value" },
		{ TEXT("[fals"), "1:2: /0: found 'f', expected a value" },
		{ TEXT("[\x00]"), "1:2: /0: found the byte 0x00, expected a value" },
		{ TEXT("[1\x00]"), "1:3: found the byte 0x00, expected ',' or ']'" },
		{ TEXT("[\x0C]"), "1:2: /0: found the byte 0x0C, expected a value" },
		{ TEXT("[1]\x00\x00\x00\x00"),
			"1:4: found the byte 0x00, expected nothing behind the document" },
		{ TEXT("[\x0B"
		       "1]"),
			"1:2: /0: found the byte 0x0B, expected a value" },
		{ TEXT("[\xC2\xA0]"), "1:2: /0: found the byte 0xC2, expected a value" },
		{ TEXT("[\xE2\x80\xA8]"), "1:2: /0: found the byte 0xE2, expected a value" },
		{ TEXT("*"), "1:1: found '*', expected a value" },
		{ TEXT("<.>"), "1:1: found '<', expected a value" },
		{ TEXT("[<null>]"), "1:2: /0: found '<', expected a value" },
		{ TEXT("[\"a\""), "1:5: the data ends here, expected ',' or ']'" },
		{ TEXT("[\"a\",\n4,\n1,\n"), "4:1: /3: the data ends here, expected a value" },
		{ TEXT("[\"x\"]]"), "1:6: found ']', expected nothing behind the document" },
		{ TEXT("{\"a\":[1,{\"b\":2,]}"),
			"1:16: /a/1: found ']', expected a member's name in double quotes" },
		{ TEXT("[{\"x\":[0,{\"a/b~c\":tru}]}]"),
			"1:19: /0/x/1/a~1b~0c: found 't', expected a value" },
		{ TEXT("abc"), "1:1: found 'a', expected a value" },
		{ TEXT("\""), "1:2: the data ends here, expected the rest of a string" },
		{ TEXT("{}\n}"), "2:1: found '}', expected nothing behind the document" },
		{ TEXT("{\"a\":}"), "1:6: /a: found '}', expected a value" },
		{ TEXT("[{\"a\":],1]"), "1:7: /0/a: found ']', expected a value" },
		{ TEXT("[\xEF\xBB\xBF"
		       "1]"),
			"1:2: /0: found the byte 0xEF, expected a value" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_refused(bad[i].text, bad[i].length, bad[i].message);
}

static void
test_numbers(void **state)
{
	static const struct sample bad[] = {
		{ TEXT("[01]"), "1:2: /0: malformed number, a zero in front" },
		{ TEXT("[-01]"), "1:2: /0: malformed number, a zero in front" },
		{ TEXT("[00]"), "1:2: /0: malformed number, a zero in front" },
		{ TEXT("[1.]"), "1:2: /0: malformed number" },
		{ TEXT("[2.e3]"), "1:2: /0: malformed number" },
		{ TEXT("[+1]"), "1:2: /0: found '+', expected a value" },
		{ TEXT("[.5]"), "1:2: /0: found '.', expected a value" },
		{ TEXT("[-.5]"), "1:2: /0: malformed number" },
		{ TEXT("[0x10]"), "1:3: found 'x', expected ',' or ']'" },
		{ TEXT("[NaN]"), "1:2: /0: found 'N', expected a value" },
		{ TEXT("[-NaN]"), "1:2: /0: malformed number" },
		{ TEXT("[Infinity]"), "1:2: /0: found 'I', expected a value" },
		{ TEXT("[-Infinity]"), "1:2: /0: malformed number" },
		{ TEXT("[-]"), "1:2: /0: malformed number" },
		{ TEXT("[--1]"), "1:2: /0: malformed number" },
		{ TEXT("[1e]"), "1:2: /0: malformed number" },
		{ TEXT("[1e+]"), "1:2: /0: malformed number" },
		{ TEXT("[1E-]"), "1:2: /0: malformed number" },
		{ TEXT("[1.5e]"), "1:2: /0: malformed number" },
		{ TEXT("[0.e1]"), "1:2: /0: malformed number" },
		{ TEXT("[1e1.5]"), "1:5: found '.', expected ',' or ']'" },
		{ TEXT("[1 000]"), "1:4: found '0', expected ',' or ']'" },
		{ TEXT("[1_000]"), "1:3: found '_', expected ',' or ']'" },
		{ TEXT("[1,5e]"), "1:4: /1: malformed number" },
		{ TEXT("[1e999]"), "1:2: /0: number out of range" },
		{ TEXT("{\"a\":-1e999}"), "1:6: /a: number out of range" },
		{ TEXT("[1.8e308]"), "1:2: /0: number out of range" },
		{ TEXT("[17.976931348623159e307]"), "1:2: /0: number out of range" },
		{ TEXT("[0.1e310]"), "1:2: /0: number out of range" },
		{ TEXT("[1e9999999999999999999999]"), "1:2: /0: number out of range" },
		{ TEXT("-"), "1:2: the data ends here, expected the rest of a number" },
		{ TEXT("1."), "1:3: the data ends here, expected the rest of a number" },
		{ TEXT("1e"), "1:3: the data ends here, expected the rest of a number" },
		{ TEXT("[1a]"), "1:3: found 'a', expected ',' or ']'" },
		{ TEXT("[\xEF\xBC\x91]"), "1:2: /0: found the byte 0xEF, expected a value" },
		{ TEXT("[-a]"), "1:2: /0: malformed number" },
		{ TEXT("[0e]"), "1:2: /0: malformed number" },
		{ TEXT("[1.2.3]"), "1:5: found '.', expected ',' or ']'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_refused(bad[i].text, bad[i].length, bad[i].message);
}

static void
test_text(void **state)
{
	static const struct sample bad[] = {
		{ TEXT("[\"\x00\"]"),
			"1:3: /0: a control character in a string (U+0000), expected an escape" },
		{ TEXT("[\"a\nb\"]"),
			"1:4: /0: a control character in a string (U+000A), expected an escape" },
		{ TEXT("[\"\t\"]"),
			"1:3: /0: a control character in a string (U+0009), expected an escape" },
		{ TEXT("[\"\x1F\"]"),
			"1:3: /0: a control character in a string (U+001F), expected an escape" },
		{ TEXT("[\"abcdefghij\x01\"]"),
			"1:13: /0: a control character in a string (U+0001), expected an escape" },
		{ TEXT("{\"a\nb\":1}"),
			"1:4: a control character in a string (U+000A), expected an escape" },
		{ TEXT("[\"\\u0000\"]"), "1:3: /0: \\u0000 is not allowed in text" },
		{ TEXT("[\"Anna\\u0000; x\"]"), "1:7: /0: \\u0000 is not allowed in text" },
		{ TEXT("{\"\\u0000\":1}"), "1:3: \\u0000 is not allowed in text" },
		{ TEXT("[\"\\uqqqq\"]"),
			"1:3: /0: malformed escape, expected \\u and four hexadecimal digits" },
		{ TEXT("[\"\\u12\"]"),
			"1:3: /0: malformed escape, expected \\u and four hexadecimal digits" },
		{ TEXT("[\"\\u123\"]"),
			"1:3: /0: malformed escape, expected \\u and four hexadecimal digits" },
		{ TEXT("[\"\\U0041\"]"), "1:3: /0: malformed escape \\U" },
		{ TEXT("[\"\\x41\"]"), "1:3: /0: malformed escape \\x" },
		{ TEXT("[\"\\a\"]"), "1:3: /0: malformed escape \\a" },
		{ TEXT("[\"\\'\"]"), "1:3: /0: malformed escape \\'" },
		{ TEXT("[\"\\0\"]"), "1:3: /0: malformed escape \\0" },
		{ TEXT("[\"\\\n\"]"), "1:3: /0: malformed escape" },
		{ TEXT("[\"\\\xC3\xA9\"]"), "1:3: /0: malformed escape" },
		{ TEXT("[\"\\ud800\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"\\uDC00\\uD800\"]"), "1:3: /0: lone surrogate \\uDC00" },
		{ TEXT("[\"\\ud800\\ud800\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"\\ud800a\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"\\ud800\\n\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"\\ud800\\u0041\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"\\udfff\"]"), "1:3: /0: lone surrogate \\uDFFF" },
		{ TEXT("[\"\\ud800\\udBFF\"]"), "1:3: /0: lone surrogate \\uD800" },
		{ TEXT("[\"Jos\xE9\"]"), "1:6: /0: invalid UTF-8 (byte 0xE9 at offset 5)" },
		{ TEXT("[\"\xFF\"]"), "1:3: /0: invalid UTF-8 (byte 0xFF at offset 2)" },
		{ TEXT("[\"\x80\"]"), "1:3: /0: invalid UTF-8 (byte 0x80 at offset 2)" },
		{ TEXT("[\"\xC0\xAF\"]"), "1:3: /0: invalid UTF-8 (byte 0xC0 at offset 2)" },
		{ TEXT("[\"\xC1\xBF\"]"), "1:3: /0: invalid UTF-8 (byte 0xC1 at offset 2)" },
		{ TEXT("[\"\xE0\x80\xAF\"]"), "1:3: /0: invalid UTF-8 (byte 0xE0 at offset 2)" },
		{ TEXT("[\"\xE0\x9F\xBF\"]"), "1:3: /0: invalid UTF-8 (byte 0xE0 at offset 2)" },
		{ TEXT("[\"\xF0\x80\x80\xAF\"]"),
			"1:3: /0: invalid UTF-8 (byte 0xF0 at offset 2)" },
		{ TEXT("[\"\xF0\x8F\xBF\xBF\"]"),
			"1:3: /0: invalid UTF-8 (byte 0xF0 at offset 2)" },
		{ TEXT("[\"\xED\xA0\x80\"]"), "1:3: /0: invalid UTF-8 (byte 0xED at offset 2)" },
		{ TEXT("[\"\xED\xBF\xBF\"]"), "1:3: /0: invalid UTF-8 (byte 0xED at offset 2)" },
		{ TEXT("[\"\xF4\x90\x80\x80\"]"),
			"1:3: /0: invalid UTF-8 (byte 0xF4 at offset 2)" },
		{ TEXT("[\"\xF5\x80\x80\x80\"]"),
			"1:3: /0: invalid UTF-8 (byte 0xF5 at offset 2)" },
		{ TEXT("[\"\xF8\x88\x80\x80\x80\"]"),
			"1:3: /0: invalid UTF-8 (byte 0xF8 at offset 2)" },
		{ TEXT("[\"\xE2\x82\"]"), "1:3: /0: invalid UTF-8 (byte 0xE2 at offset 2)" },
		{ TEXT("[\"\xF0\x9F\x98\"]"), "1:3: /0: invalid UTF-8 (byte 0xF0 at offset 2)" },
		{ TEXT("[\"\xC3\"]"), "1:3: /0: invalid UTF-8 (byte 0xC3 at offset 2)" },
		{ TEXT("[\"\xE2\x82"), "1:3: /0: invalid UTF-8 (byte 0xE2 at offset 2)" },
		{ TEXT("[\"\xC3"), "1:3: /0: invalid UTF-8 (byte 0xC3 at offset 2)" },
		{ TEXT("[\"\xC3\xA9\xC3\xA9 \xE9\"]"),
			"1:6: /0: invalid UTF-8 (byte 0xE9 at offset 7)" },
		{ TEXT("[\"ok\",\"\xC3\xA9\xC3\"]"),
			"1:9: /1: invalid UTF-8 (byte 0xC3 at offset 9)" },
		{ TEXT("{\"\xE9\":1}"), "1:3: invalid UTF-8 (byte 0xE9 at offset 2)" },
		{ TEXT("[\""), "1:3: /0: the data ends here, expected the rest of a string" },
		{ TEXT("[\"\\\""), "1:5: /0: the data ends here, expected the rest of a string" },
		{ TEXT("{\"a\":1,\"a\":2}"), "1:8: /a: duplicate member" },
		{ TEXT("{\"a\":1,\"b\":2,\"\\u0061\":3}"), "1:14: /a: duplicate member" },
		{ TEXT("{\"\\u0061\":1,\n\"b\":2,\n \"a\":3}"), "3:2: /a: duplicate member" },
		{ TEXT("{\"\":1,\"\":2}"), "1:7: /: duplicate member" },
		{ TEXT("[{\"x\":{\"a\":1,\"b\":{},\"a\":2}}]"), "1:21: /0/x/a: duplicate member" },
		{ TEXT("{\"\xC3\xA9\":1,\"\\u00e9\":2}"), "1:8: /\xC3\xA9: duplicate member" },
		{ TEXT("{\"a/b\":0,\"a\\/b\":1}"), "1:10: /a~1b: duplicate member" },
		{ TEXT("[1,{\"a\":[0,0,\"\\q\"]}]"), "1:15: /1/a/2: malformed escape \\q" },
		{ TEXT("{\"stakeholders\":[{\"id\":\"x\"},\n  "
		       "{\"id\":\"y\",\"name\":\"M\xFCller\"}]}"),
			"2:22: /stakeholders/1/name: invalid UTF-8 (byte 0xFC at offset 50)" },
		{ TEXT("\xFF\xFE[\x00]\x00"),
			"1:1: the text is UTF-16, expected UTF-8 (byte 0xFF at offset 0)" },
		{ TEXT("\xFE\xFF\x00[\x00]"),
			"1:1: the text is UTF-16, expected UTF-8 (byte 0xFE at offset 0)" },
		{ TEXT("[\x00"
		       "1\x00]\x00"),
			"1:2: the text is UTF-16, expected UTF-8 (byte 0x00 at offset 1)" },
		{ TEXT("\x00[\x00]"),
			"1:1: the text is UTF-16, expected UTF-8 (byte 0x00 at offset 0)" },
		{ TEXT("\xFF\xFE"),
			"1:1: the text is UTF-16, expected UTF-8 (byte 0xFF at offset 0)" },
		{ TEXT("\x00\x00\x00\x00"), "1:1: found the byte 0x00, expected a value" },
		{ TEXT("[\"\xF0\x9F\x98\x80\x01\"]"),
			"1:4: /0: a control character in a string (U+0001), expected an escape" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_refused(bad[i].text, bad[i].length, bad[i].message);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_structure),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests_name("json_refused", tests, NULL, NULL);
}
