/* SPDX-License-Identifier: MIT */
/*
 * A RACI as a sheet. Private to src/exchange. Four layouts are known: activities down and roles (or
 * names) across with letters in the cells; the same turned; a row an activity with a column for
 * each letter and names in the cells; a row a letter.
 */
#ifndef ROLLOUT_EXCHANGE_RACI_SHEET_H
#define ROLLOUT_EXCHANGE_RACI_SHEET_H

#include "rollout/exchange/incoming.h"

struct incoming_reader;
struct raci_sheet;

/*
 * Reads the whole sheet, whose header is looked for below titles. *out stays NULL where it is none
 * of the layouts. What is skipped or taken otherwise than it stands there is noted.
 */
enum status STATUS_CHECKED raci_sheet_open(
	struct incoming_reader *reader, struct raci_sheet **out, struct error *error);
/* Whether the sheet at hand is one of the layouts. */
bool raci_sheet_fits(struct incoming_reader *reader);
void raci_sheet_free(struct raci_sheet *sheet);
/* The next assignment into reader->incoming; *found false at the end. */
enum status STATUS_CHECKED raci_sheet_next(struct incoming_reader *reader, struct raci_sheet *sheet,
	struct problems *problems, bool *found, struct error *error);

#endif
