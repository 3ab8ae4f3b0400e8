/* SPDX-License-Identifier: MIT */
/*
 * The RACI matrix as it is drawn, and what its panel keeps.
 */
#ifndef ROLLOUT_TUI_MATRIX_VIEW_H
#define ROLLOUT_TUI_MATRIX_VIEW_H

#include "rollout/programme/raci.h"
#include "tui/kit/panel.h"

/* The row of the cursor that is the role itself. */
enum { MATRIX_HEAD = -1 };

struct matrix {
	struct panel panel;
	struct arena arena; /* of the report; renewed with it */
	struct raci_report report;
	bool read;
	struct area area;
	int64_t wanted, wanted_role; /* to stand on once it is read; 0: none */
};

/* Where the parts are; columns that there is no room for scroll. */
struct matrix_frame {
	int head; /* rows above: the roles' names */
	int rows; /* decisions that fit */
	int info; /* rows below: holders, findings */
	int label; /* cells of the decisions' names */
	int width; /* cells of a role */
	int columns; /* roles that fit */
	int facts; /* cells at the right: answers and rules; 0: no room */
};

struct matrix_frame matrix_frame(const struct matrix *matrix);
/* Where the cells of a role begin. */
int matrix_column(const struct matrix *matrix, const struct matrix_frame *frame, int role);
void matrix_draw(const struct panel *panel, const struct session *session, struct canvas *canvas);

#endif
