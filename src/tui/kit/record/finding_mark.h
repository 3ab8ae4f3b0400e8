/* SPDX-License-Identifier: MIT */
/* What the rule book thinks of a record, in one cell beside it. */
#ifndef ROLLOUT_TUI_FINDING_MARK_H
#define ROLLOUT_TUI_FINDING_MARK_H

#include "tui/kit/session.h"

/* "!" for an error, a triangle for a warning, a dot for a notice: the gravest of them; nothing
 * where there is none, or the rules have not been run. */
void finding_mark(struct canvas *canvas, int row, int column, const struct session *session,
	const char *type, const char *identifier);

#endif
