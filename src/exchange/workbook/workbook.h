/* SPDX-License-Identifier: MIT */
/*
 * A workbook (Office Open XML, ECMA-376) as far as reading its cells needs it: which sheets there
 * are, the texts that cells share, and what each format of numbers means. Charts, macros, drawings,
 * links to other files are not looked at. Private to src/exchange.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_WORKBOOK_H
#define ROLLOUT_EXCHANGE_WORKBOOK_WORKBOOK_H

#include "cell_number.h"
#include "text_store.h"
#include "zip_package.h"

enum {
	SHEETS_MOST = 1000,
	STYLES_MOST = 65536,
	CELL_MOST = 1 << 18, /* bytes; spreadsheets allow 32,767 characters */
};

struct merges;

struct workbook_sheet {
	const char *name;
	const char *part; /* "xl/worksheets/sheet1.xml" */
	bool hidden;
	const struct merges *merges; /* NULL: not looked for yet */
};

struct workbook {
	struct zip_package *package;
	struct workbook_sheet *sheets; /* of cells only, in their order */
	size_t sheet_count;
	bool since_1904;
	unsigned char *styles; /* enum number_kind by the number of a cell's style */
	size_t style_count;
	struct text_store *texts;
	struct arena arena;
};

/* What the first bytes of a file tell. */
enum workbook_content {
	CONTENT_OTHER, /* text, as far as a workbook's reader can tell */
	CONTENT_ARCHIVE, /* a ZIP archive, so perhaps a workbook */
	CONTENT_OLD, /* an OLE file: a workbook of before 2007, or one behind a password */
};

enum workbook_content workbook_look(const char *bytes, size_t length);
/* Whether a file of that name is said to be a workbook: .xlsx, .xlsm, .xls and their like. */
bool workbook_is_name(const char *name);
/* STATUS_INVALID, saying what to save it as, for everything that is no such workbook. Does not own
 * the source. */
enum status STATUS_CHECKED workbook_open(
	struct source *source, struct workbook **out, struct error *error);
void workbook_close(struct workbook *workbook);
/* The sheet of that name, else of that name but for case and blanks; -1: none. */
int workbook_find(const struct workbook *workbook, const char *name);

#endif
