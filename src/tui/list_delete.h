/* SPDX-License-Identifier: MIT */
/* Deleting a record from a list: what is asked first, and the deed. */
#ifndef ROLLOUT_TUI_LIST_DELETE_H
#define ROLLOUT_TUI_LIST_DELETE_H

#include "rollout/tui/session.h"

/* Opens the question, which says what would go with it or be left without it. Effects. */
unsigned list_ask_delete(struct session *session, const struct type *type, int64_t id);
unsigned list_delete(struct session *session, const struct type *type, int64_t id);

#endif
