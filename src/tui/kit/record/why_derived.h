/* SPDX-License-Identifier: MIT */
/* What is derived of a record beside the rule book, for the box that says why. */
#ifndef ROLLOUT_TUI_WHY_DERIVED_H
#define ROLLOUT_TUI_WHY_DERIVED_H

#include "tui/kit/popup.h"
#include "tui/kit/session.h"

/* Nothing where nothing is derived of it. */
enum status STATUS_CHECKED why_add_derived(struct popup *popup, struct session *session,
	const struct type *type, int64_t id, struct error *error);

#endif
