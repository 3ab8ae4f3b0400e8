/* SPDX-License-Identifier: MIT */
/* The cells of a sheet that are merged over several rows. Private to this folder. */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_MERGES_H
#define ROLLOUT_EXCHANGE_WORKBOOK_MERGES_H

#include "workbook.h"

enum { MERGES_MOST = 100000 };

/* Of a range over several columns its first column: the others show nothing of their own. */
struct merge {
	uint32_t first, last; /* rows, from 1 */
	uint32_t column; /* from 0 */
};

struct merges {
	struct merge *items; /* by their first rows */
	size_t count;
};

/* Those of the sheet, which stand behind all its rows and so are read before them, once: kept by
 * the workbook. */
enum status STATUS_CHECKED merges_read(
	struct workbook *workbook, size_t sheet, const struct merges **out, struct error *error);
/* "B7" as a row from 1 and a column from 0, and what stands behind it; NULL: no such cell. */
const char *merges_read_cell(const char *text, uint32_t *row, uint32_t *column);

#endif
