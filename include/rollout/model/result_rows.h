/* SPDX-License-Identifier: MIT */
/*
 * A list of a derived result as people read it: its heads, and row by row the texts under them. How
 * a row is laid out is whose affair who reads it; the command line and the terminal's boxes do.
 */
#ifndef ROLLOUT_MODEL_RESULT_ROWS_H
#define ROLLOUT_MODEL_RESULT_ROWS_H

#include "rollout/base/text_columns.h"
#include "rollout/model/result.h"

struct result_rows_reader {
	/* Once, before the rows. */
	void (*head)(void *context, const struct text_column *columns, size_t count);
	/* A text and what it means for each column, borrowed until the next row. */
	enum status (*row)(void *context, const char *const *texts, const enum tone *tones,
		struct error *error);
};

/* The list is a column of whole. Columns without a head are left out, and those of objects stand
 * among the others. Stops at the first status that is not OK.
 * What heads are made of is in the arena. */
enum status STATUS_CHECKED result_rows_read(const struct result_column *list, const void *whole,
	const struct result_rows_reader *reader, void *context, struct arena *arena,
	struct error *error);

#endif
