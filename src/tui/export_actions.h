/* SPDX-License-Identifier: MIT */
/*
 * Exporting from any page: what, for whom, into which file; each asked in turn.
 */
#ifndef ROLLOUT_TUI_EXPORT_ACTIONS_H
#define ROLLOUT_TUI_EXPORT_ACTIONS_H

#include "tui/kit/session.h"

/* The list of that page comes first; a picture offers all the lists of its tab. */
unsigned export_ask(struct session *session, int tab, int page);

#endif
