/* SPDX-License-Identifier: MIT */
/* Hands each question on to the reader of the kind of file that is there. */
#include "row_reader.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

struct row_reader {
	struct csv_reader *csv;
};

enum status
row_reader_open(struct source *source, size_t titles, struct row_reader **out, struct error *error)
{
	struct row_reader *reader = memory_new(1, sizeof *reader);
	enum status status = csv_reader_open(source, titles, &reader->csv, error);

	*out = reader;
	if (status != STATUS_OK) {
		row_reader_close(reader);
		*out = NULL;
	}
	return status;
}

void
row_reader_close(struct row_reader *reader)
{
	if (!reader)
		return;
	csv_reader_close(reader->csv);
	free(reader);
}

const struct cell *
row_reader_header(const struct row_reader *reader, size_t *count)
{
	return csv_reader_header(reader->csv, count);
}

enum status
row_reader_next(struct row_reader *reader, const struct cell **cells, size_t *count, bool *row_only,
	struct error *error)
{
	return csv_reader_next(reader->csv, cells, count, row_only, error);
}
