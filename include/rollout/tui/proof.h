/* SPDX-License-Identifier: MIT */
/*
 * The evidence of one milestone in one form: its criteria with their proof, claiming, accepting and
 * sending back (rule M5), and the claims so far.
 */
#ifndef ROLLOUT_TUI_PROOF_H
#define ROLLOUT_TUI_PROOF_H

#include "rollout/tui/panel.h"

/* For a milestone, or the milestone of a record of evidence or a claim; NULL, with a message, for
 * any other. */
struct panel *proof_new(struct session *session, const struct type *type, int64_t id);

#endif
