/* SPDX-License-Identifier: MIT */
/*
 * Finding merged cells. Most sheets have none; whether one has is seen by looking for the word in
 * its bytes, which costs a fraction of reading it as XML.
 */
#include "merges.h"

#include <stdlib.h>
#include <string.h>

#include "worksheet.h"
#include "xml_stream.h"

enum { PIECE = 1 << 15 };

struct gathering {
	struct workbook *workbook;
	struct merges *merges;
	struct xml_stream *stream;
};

const char *
merges_read_cell(const char *text, uint32_t *row, uint32_t *column)
{
	uint32_t letters = 0, number = 0;

	text += *text == '$';
	for (; (*text | 32) >= 'a' && (*text | 32) <= 'z' && letters <= SHEET_COLUMNS_MOST; text++)
		letters = letters * 26 + (uint32_t)((*text | 32) - 'a' + 1);
	text += *text == '$';
	for (; *text >= '0' && *text <= '9' && number <= SHEET_ROWS_MOST; text++)
		number = number * 10 + (uint32_t)(*text - '0');
	if (letters == 0 || letters > SHEET_COLUMNS_MOST || number == 0 || number > SHEET_ROWS_MOST)
		return NULL;
	*row = number;
	*column = letters - 1;
	return text;
}

static void
start(void *context, const char *name, const char **attributes)
{
	struct gathering *gathering = context;
	struct merges *merges = gathering->merges;
	struct merge merge;
	uint32_t last_column;
	const char *range =
		strcmp(name, "mergeCell") == 0 ? xml_attribute(attributes, "ref") : NULL;

	range = range ? merges_read_cell(range, &merge.first, &merge.column) : NULL;
	if (!range || *range != ':' || !merges_read_cell(range + 1, &merge.last, &last_column) ||
		merge.last <= merge.first || merge.column >= CSV_COLUMNS_MAX)
		return;
	if (merges->count == MERGES_MOST) {
		xml_stream_fail(gathering->stream, STATUS_INVALID,
			"has a sheet with more than %d merged cells", MERGES_MOST);
		return;
	}
	merges->items = arena_grow(
		&gathering->workbook->arena, merges->items, merges->count, sizeof *merges->items);
	merges->items[merges->count++] = merge;
}

static void
pass_over(void *context, const char *name)
{
	(void)context;
	(void)name;
}

static int
compare(const void *left, const void *right)
{
	const struct merge *a = left, *b = right;

	return (a->first > b->first) - (a->first < b->first);
}

/* Whether the bytes of the part hold the word, or are of two bytes a character and may. */
static enum status
may_have_any(struct zip_package *package, const char *part, bool *may, struct error *error)
{
	static const char word[] = "mergeCell";
	const size_t overlap = sizeof word - 2;
	char *piece = memory_new(PIECE, 1);
	size_t kept = 0, got = 0;
	enum status status = zip_package_enter(package, part, error);

	*may = false;
	while (status == STATUS_OK && !*may) {
		status = zip_package_read(package, piece + kept, PIECE - kept, &got, error);
		if (status != STATUS_OK || got == 0)
			break;
		got += kept;
		*may = (unsigned char)piece[0] >= 0xFE;
		for (const char *at = piece, *end = piece + got;
			!*may && (size_t)(end - at) >= sizeof word - 1 &&
			(at = memchr(at, 'm', (size_t)(end - at) - sizeof word + 2));
			at++)
			*may = memcmp(at, word, sizeof word - 1) == 0;
		kept = got < overlap ? got : overlap;
		memmove(piece, piece + got - kept, kept);
	}
	zip_package_leave(package);
	free(piece);
	return status;
}

enum status
merges_read(struct workbook *workbook, size_t sheet, const struct merges **out, struct error *error)
{
	static const struct xml_handler handler = { start, pass_over, NULL };
	struct workbook_sheet *of = &workbook->sheets[sheet];
	struct gathering gathering = { .workbook = workbook };
	bool may = false;
	enum status status;

	*out = of->merges;
	if (of->merges)
		return STATUS_OK;
	gathering.merges = arena_alloc(&workbook->arena, sizeof *gathering.merges);
	*gathering.merges = (struct merges){ 0 };
	status = may_have_any(workbook->package, of->part, &may, error);
	if (status == STATUS_OK && may)
		status = xml_stream_read(workbook->package, of->part, &handler, &gathering,
			&gathering.stream, error);
	if (status != STATUS_OK)
		return status;
	if (gathering.merges->count > 1)
		qsort(gathering.merges->items, gathering.merges->count,
			sizeof *gathering.merges->items, compare);
	of->merges = *out = gathering.merges;
	return STATUS_OK;
}
