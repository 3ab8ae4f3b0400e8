/* SPDX-License-Identifier: MIT */
/*
 * What must hold for every derived result and every column of it, whichever they are. Must not list
 * results: the table is the list. Each struct is filled with known values through its columns and
 * told; the JSON must say them, hold to the schema made from the same columns, and CSV must have
 * the same columns.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json_schema.h"
#include "rollout/exchange/formats.h"
#include "rollout/programme/results.h"

enum { ROWS = 2, TEXT_MOST = 4 << 20 };

static const struct rule some_rule = { .id = "S4",
	.severity = SEVERITY_WARNING,
	.title = "title",
	.meaning = "meaning",
	.response = "response",
	.sql = "" };
static const struct finding some_finding = { .rule = &some_rule };

/* Fails naming the result and the column. */
static void
require(bool holds, const struct result *result, const struct result_column *column,
	const char *what)
{
	if (!holds)
		fail_msg("%s: %s: %s", result->name,
			column ? (column->name ? column->name : column->help) : "", what);
}

static bool
is_public_name(const char *name)
{
	return strspn(name, "abcdefghijklmnopqrstuvwxyz_0123456789") == strlen(name);
}

static bool
is_sentence(const char *help)
{
	size_t length = help ? strlen(help) : 0;

	return length > 0 && length <= TEXT_LIMIT && strchr(help, ' ') && help[length - 1] == '.';
}

/* Which C members a kind can be read from. */
static bool
fits(const struct result_column *column)
{
	enum column_storage stored = column->storage;
	bool number = stored == STORED_INT || stored == STORED_INT64 || stored == STORED_SIZE ||
		      stored == STORED_SIZE_BEHIND || stored == STORED_UNSIGNED;

	switch (column->kind) {
	case COLUMN_TEXT:
		return stored == STORED_TEXT || stored == STORED_TYPE || stored == STORED_RULE ||
		       stored == STORED_INT64;
	case COLUMN_ID: return stored == STORED_TEXT || stored == STORED_INT64;
	case COLUMN_WORD: return stored == STORED_TEXT || stored == STORED_UNSIGNED;
	case COLUMN_WHOLE:
	case COLUMN_CHANGE: return number;
	case COLUMN_DECIMAL: return stored == STORED_DOUBLE || stored == STORED_INT;
	case COLUMN_BOOLEAN: return stored == STORED_BOOL || column->holds;
	case COLUMN_DAY: return stored == STORED_INT || stored == STORED_TEXT;
	case COLUMN_JSON: return stored == STORED_TEXT;
	case COLUMN_LIST:
		return column->row_size > 0 && (column->each || number || stored == STORED_TEXT);
	case COLUMN_OBJECT: return true;
	case COLUMN_END: break;
	}
	return false;
}

static void
check_columns(const struct result *result, const struct result_column *columns, int depth)
{
	require(depth < JSON_WRITER_DEPTH - 2, result, columns, "nested too deep");
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		bool nested = column->kind == COLUMN_LIST || column->kind == COLUMN_OBJECT;
		bool plain = column->name && !*column->name;

		require(is_sentence(column->help), result, column, "needs help, a sentence");
		require(column->name || column->head || column->heading, result, column,
			"nobody sees it");
		require(!column->name || is_public_name(column->name), result, column,
			"is no public name");
		require(!plain || (column == columns && column[1].kind == COLUMN_END), result,
			column, "a value alone has no others beside it");
		require(fits(column), result, column, "is stored in what its kind cannot be");
		require((column->kind == COLUMN_WORD) == (column->words != NULL), result, column,
			"only a word has words, and always");
		require(nested == (column->columns != NULL), result, column,
			"only what is nested has columns, and always");
		require(column->kind != COLUMN_DECIMAL || column->digits > 0, result, column,
			"has no digits");
		for (const struct result_column *other = columns; other != column; other++)
			require(!column->name || !other->name ||
					strcmp(column->name, other->name) != 0,
				result, column, "stands there twice");
		if (nested)
			check_columns(result, column->columns, depth + 1);
	}
}

static void
test_columns_are_complete(void **state)
{
	(void)state;
	for (size_t i = 0; results_at(i); i++) {
		const struct result *result = results_at(i);

		require(results_find(result->name) == result, result, NULL, "its name is taken");
		require(is_sentence(result->help), result, NULL, "needs help, a sentence");
		require(result->audience != 0, result, NULL, "does not say whom it is for");
		require(!result->list || result_list(result, result->list), result, NULL,
			"has no such list");
		require(result_list(result, NULL) != NULL, result, NULL, "has no list");
		check_columns(result, result->columns, 0);
	}
}

/*
 * Columns like those given, but for lists whose rows are made while they are told: their rows are
 * stored in memory behind the struct, *size of which grows.
 */
static struct result_column *
copy_columns(const struct result_column *columns, size_t *size, struct arena *arena)
{
	size_t count = 0;
	struct result_column *copy;

	while (columns[count].kind != COLUMN_END)
		count++;
	copy = arena_alloc(arena, (count + 1) * sizeof *copy);
	memcpy(copy, columns, (count + 1) * sizeof *copy);
	for (size_t i = 0; i < count; i++) {
		if (copy[i].kind == COLUMN_OBJECT)
			copy[i].columns = copy_columns(copy[i].columns, size, arena);
		if (copy[i].kind != COLUMN_LIST)
			continue;
		copy[i].columns = copy_columns(copy[i].columns, &copy[i].row_size, arena);
		if (!copy[i].each)
			continue;
		*size = (*size + 15) / 16 * 16;
		copy[i].each = NULL;
		copy[i].offset = *size;
		copy[i].count_offset = *size + sizeof(void *);
		copy[i].count_storage = STORED_SIZE;
		*size += sizeof(void *) + sizeof(size_t);
	}
	return copy;
}

/* Each number is known by its column and row. */
static int
known_number(const struct result_column *column, int row)
{
	return (int)column->minimum < 0 ? -7 - row : (int)column->minimum + 3 + row;
}

static const char *
known_text(const struct result_column *column, int row, struct arena *arena)
{
	size_t word = 0;

	switch (column->kind) {
	case COLUMN_DAY: return arena_format(arena, "2027-03-%02d", row + 1);
	case COLUMN_JSON: return arena_format(arena, "{ \"row\": %d }", row);
	case COLUMN_WORD:
		while (!*column->words[word])
			word++;
		return column->words[word];
	case COLUMN_ID: return arena_format(arena, "id-%d", row);
	default: break;
	}
	return arena_format(arena, "%s \"%d\", =ü", column->help, row);
}

static void
fill_value(const struct result_column *column, char *at, int row, struct arena *arena)
{
	int number = column->kind == COLUMN_DAY ? 20880 + row : known_number(column, row);

	switch (column->storage) {
	case STORED_TEXT: *(const char **)at = known_text(column, row, arena); break;
	case STORED_BOOL: *(bool *)at = row == 0; break;
	case STORED_INT: *(int *)at = number; break;
	case STORED_UNSIGNED: *(unsigned *)at = (unsigned)(row + 1); break;
	case STORED_INT64: *(int64_t *)at = number; break;
	case STORED_SIZE: *(size_t *)at = (size_t)number; break;
	case STORED_SIZE_BEHIND:
		*(size_t **)at = arena_alloc(arena, sizeof(size_t));
		**(size_t **)at = (size_t)number;
		break;
	case STORED_DOUBLE: *(double *)at = row + 0.25; break;
	case STORED_TYPE: *(const struct type **)at = type_find("milestone"); break;
	case STORED_RULE: *(const struct rule **)at = &some_rule; break;
	case STORED_VALUE:
	case STORED_POINTER:
	case STORED_FULL: break;
	}
}

static void fill(const struct result_column *columns, char *row, int number, struct arena *arena);

static void
fill_list(const struct result_column *list, char *whole, struct arena *arena)
{
	char *rows = whole + list->offset;
	int count = list->count_storage == STORED_FULL ? (int)list->room : ROWS;

	if (!list->room) {
		char **pointer = (char **)rows;

		*pointer = arena_alloc(arena, ROWS * list->row_size);
		memset(*pointer, 0, ROWS * list->row_size);
		rows = *pointer;
	}
	for (int i = 0; i < count; i++)
		fill(list->columns, rows + (size_t)i * list->row_size, i, arena);
	if (list->count_storage == STORED_INT)
		*(int *)(whole + list->count_offset) = ROWS;
	else if (list->count_storage == STORED_SIZE)
		*(size_t *)(whole + list->count_offset) = ROWS;
}

static void
fill(const struct result_column *columns, char *row, int number, struct arena *arena)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		char *at = row + column->offset;

		if (column->kind == COLUMN_LIST)
			fill_list(column, row, arena);
		else if (column->kind == COLUMN_OBJECT)
			fill(column->columns, at, number, arena);
		else if (column->name && !column->text && !column->holds)
			fill_value(column, at, number, arena);
	}
}

static void
check_value(const struct result *result, const struct result_column *column, const cJSON *value,
	int row, struct arena *arena)
{
	const char *text = known_text(column, row, arena);

	switch (column->kind) {
	case COLUMN_TEXT:
	case COLUMN_ID:
	case COLUMN_DAY:
		if (column->storage == STORED_TYPE)
			text = "milestone";
		if (column->storage == STORED_RULE)
			text = some_rule.id;
		if (column->storage == STORED_INT64)
			text = arena_format(arena, "%d", known_number(column, row));
		if (column->storage == STORED_INT)
			text = row == 0 ? "2027-03-03" : "2027-03-04";
		require(cJSON_IsString(value) && strcmp(value->valuestring, text) == 0, result,
			column, "says another text");
		break;
	case COLUMN_WORD:
		if (column->storage == STORED_UNSIGNED)
			text = column->words[row + 1];
		require(cJSON_IsString(value) && strcmp(value->valuestring, text) == 0, result,
			column, "says another word");
		break;
	case COLUMN_WHOLE:
	case COLUMN_CHANGE:
		require(cJSON_IsNumber(value) && value->valueint == known_number(column, row),
			result, column, "says another number");
		break;
	case COLUMN_DECIMAL:
		require(cJSON_IsNumber(value) &&
				(column->storage == STORED_DOUBLE
						? value->valuedouble == row + 0.25
						: value->valuedouble ==
							  known_number(column, row) / 100.0),
			result, column, "says another number");
		break;
	case COLUMN_BOOLEAN:
		require(cJSON_IsBool(value) && cJSON_IsTrue(value) == (row == 0), result, column,
			"says the opposite");
		break;
	case COLUMN_JSON:
		require(cJSON_IsObject(value) && cJSON_GetObjectItem(value, "row")->valueint == row,
			result, column, "says another object");
		break;
	case COLUMN_OBJECT:
	case COLUMN_LIST:
	case COLUMN_END: break;
	}
}

/* What is stored is what is told; what is computed is at least there where it always is. */
static void
check_told(const struct result *result, const struct result_column *columns, const cJSON *object,
	int row, struct arena *arena)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		const cJSON *value = column->name && *column->name
					     ? cJSON_GetObjectItem(object, column->name)
					     : object;
		bool computed = column->text || column->holds || column->present || column->only;

		if (!column->name)
			continue;
		require(value || computed, result, column, "is not told");
		require(value || column->optional, result, column, "is not told, though always");
		if (value && column->kind == COLUMN_OBJECT)
			check_told(result, column->columns, value, row, arena);
		if (value && column->kind == COLUMN_LIST && !column->only) {
			require(cJSON_GetArraySize(value) >= ROWS, result, column, "lacks rows");
			for (int i = 0; i < ROWS; i++)
				check_told(result, column->columns, cJSON_GetArrayItem(value, i), i,
					arena);
		}
		if (value && !column->text && !column->holds)
			check_value(result, column, value, row, arena);
	}
}

struct filled {
	struct result result; /* with columns of its own */
	void *whole;
	struct arena arena;
};

static struct filled
fill_result(const struct result *result)
{
	struct filled filled = { .result = *result };

	filled.result.columns = copy_columns(result->columns, &filled.result.size, &filled.arena);
	filled.whole = arena_alloc(&filled.arena, filled.result.size);
	memset(filled.whole, 0, filled.result.size);
	fill(filled.result.columns, filled.whole, 0, &filled.arena);
	/* The rule of a consequence is that of its finding, which no column holds. */
	if (strcmp(result->name, "readiness") == 0)
		for (int i = 0; i < ROWS; i++)
			((struct readiness_report *)filled.whole)->consequences[i].finding =
				&some_finding;
	return filled;
}

static char *
read_all(int descriptor)
{
	char *text = calloc(1, TEXT_MOST);
	ssize_t length;

	assert_non_null(text);
	assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
	length = read(descriptor, text, TEXT_MOST - 1);
	assert_true(length > 0 && length < TEXT_MOST - 1);
	assert_int_equal(ftruncate(descriptor, 0), 0);
	assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
	return text;
}

static char *
told(const struct filled *filled, const char *format, int descriptor)
{
	struct error error = { 0 };

	assert_int_equal(format_write(format_find(format), &filled->result, filled->whole,
				 AUDIENCE_LEAD, 20880, output_open_descriptor(descriptor), &error),
		STATUS_OK);
	return read_all(descriptor);
}

static cJSON *
parsed(char *text)
{
	cJSON *json = cJSON_Parse(text);

	if (!json)
		fail_msg("no JSON: %.200s", text);
	free(text);
	return json;
}

static void
test_json_says_what_is_there_and_holds_to_the_schema(void **state)
{
	int descriptor = *(int *)*state;

	for (size_t i = 0; results_at(i); i++) {
		struct filled filled = fill_result(results_at(i));
		struct error error = { 0 };
		cJSON *json = parsed(told(&filled, "json", descriptor)), *schema;

		check_told(&filled.result, filled.result.columns, json, 0, &filled.arena);
		assert_int_equal(
			results_write_schema(filled.result.name, descriptor, &error), STATUS_OK);
		schema = parsed(read_all(descriptor));
		json_schema_require(filled.result.name, schema, json);
		cJSON_Delete(schema);
		cJSON_Delete(json);
		arena_clear(&filled.arena);
	}
}

static void
append_head(const struct result_column *columns, const char *before, struct buffer *head)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		struct buffer name = { 0 };

		buffer_format(&name, "%s%s", before, column->name ? column->name : "");
		if (column->name && column->kind == COLUMN_OBJECT) {
			buffer_append_char(&name, '_');
			append_head(column->columns, name.data, head);
		} else if (column->name &&
			   (column->kind != COLUMN_LIST || result_is_plain(column))) {
			buffer_format(head, "%s\"%s\"", head->length ? "," : "", name.data);
		}
		buffer_clear(&name);
	}
}

/* Cells of the line, outside quotes; *text is then the next. */
static size_t
count_cells(const char **text)
{
	size_t cells = 1;
	bool quoted = false;

	for (; **text && (quoted || **text != '\r'); ++*text) {
		quoted = quoted != (**text == '"');
		cells += !quoted && **text == ',';
	}
	*text += strlen("\r\n");
	return cells;
}

static void
test_csv_has_the_same_columns(void **state)
{
	int descriptor = *(int *)*state;

	for (size_t i = 0; results_at(i); i++) {
		struct filled filled = fill_result(results_at(i));
		const struct result_column *list = result_list(&filled.result, NULL);
		char *csv = told(&filled, "csv", descriptor);
		const char *line = csv;
		struct buffer head = { 0 };
		size_t cells, rows = 0;

		/* Plain values have no name but the list's. */
		if (result_is_plain(list))
			buffer_format(&head, "\"%s\"", list->name);
		else
			append_head(list->columns, "", &head);
		require(strncmp(csv, buffer_text(&head), head.length) == 0 &&
				csv[head.length] == '\r',
			&filled.result, list, "CSV has another head");
		cells = count_cells(&line);
		for (; *line; rows++)
			require(count_cells(&line) == cells, &filled.result, list,
				"a line of CSV lacks cells, or has more");
		require(rows == ROWS || list->only || list->room, &filled.result, list,
			"CSV lacks rows");
		buffer_clear(&head);
		free(csv);
		arena_clear(&filled.arena);
	}
}

static int
open_scratch(void **state)
{
	static int descriptor;
	FILE *file = tmpfile();

	descriptor = file ? dup(fileno(file)) : -1;
	if (file)
		fclose(file);
	*state = &descriptor;
	return descriptor < 0;
}

static int
close_scratch(void **state)
{
	return close(*(int *)*state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_columns_are_complete),
		cmocka_unit_test_setup_teardown(
			test_json_says_what_is_there_and_holds_to_the_schema, open_scratch,
			close_scratch),
		cmocka_unit_test_setup_teardown(
			test_csv_has_the_same_columns, open_scratch, close_scratch),
	};

	return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
