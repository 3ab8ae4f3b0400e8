/* SPDX-License-Identifier: MIT */
/*
 * The evidence of one milestone in one form: its criteria with their proof, claiming, accepting and
 * sending back (rule M5), and the claims so far.
 */
#ifndef ROLLOUT_TUI_PROOF_PAGE_H
#define ROLLOUT_TUI_PROOF_PAGE_H

#include "tui/kit/panel.h"

extern const struct panel_class proof_class;

/* Opens it for a milestone, or the milestone of a record of evidence or a claim; only a message for
 * any other. */
unsigned proof_open(struct session *session, const struct type *type, int64_t id);

#endif
