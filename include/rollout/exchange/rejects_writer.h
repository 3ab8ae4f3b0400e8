/* SPDX-License-Identifier: MIT */
/*
 * The records that an import left out, in the form they came in, each with the reasons: as JSON
 * with one more member "rejected", as CSV with one more column "rejected". Once mended, the file
 * can be imported as it is, because members and columns of that name are passed over.
 */
#ifndef ROLLOUT_EXCHANGE_REJECTS_WRITER_H
#define ROLLOUT_EXCHANGE_REJECTS_WRITER_H

#include "rollout/exchange/csv_writer.h"
#include "rollout/exchange/incoming.h"
#include "rollout/exchange/json_writer.h"

struct rejects_writer {
	struct output *output; /* NULL: writes nothing */
	struct json_writer json;
	struct csv_writer csv;
	bool begun;
};

void rejects_writer_init(struct rejects_writer *writer, struct output *output);
void rejects_writer_add(struct rejects_writer *writer, const struct incoming_reader *reader,
	const struct incoming *incoming, const char *reasons);
/* Completes the text; the output stays the caller's. */
void rejects_writer_finish(struct rejects_writer *writer, const struct incoming_reader *reader);

#endif
