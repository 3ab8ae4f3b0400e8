/* SPDX-License-Identifier: MIT */
/*
 * The rows of the teams board: waves with their teams, coaches with their load, what the pilot has
 * proven and taught.
 */
#ifndef ROLLOUT_TUI_BOARD_ROWS_H
#define ROLLOUT_TUI_BOARD_ROWS_H

#include "rollout/programme/pilot.h"
#include "rollout/programme/sequence.h"
#include "rollout/programme/wave_now.h"
#include "tui/kit/session.h"

struct board_row {
	enum role role;
	const char *text, *detail; /* detail: at the right; NULL: none */
	int used, most; /* of a bar; most 0: none is drawn */
	const char *type; /* NULL: it leads nowhere */
	int64_t id;
	int team; /* index in the sequence; -1: it is no team */
};

struct board_rows {
	struct arena arena;
	struct sequence_report sequence;
	struct pilot_report pilot;
	struct waves_report waves;
	struct board_row *rows;
	size_t count;
};

/* Start from {0}. */
void board_rows_read(struct board_rows *rows, struct session *session);
void board_rows_clear(struct board_rows *rows);

#endif
