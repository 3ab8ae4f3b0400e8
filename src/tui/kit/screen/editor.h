/* SPDX-License-Identifier: MIT */
/*
 * A long text in the person's own editor.
 */
#ifndef ROLLOUT_TUI_EDITOR_H
#define ROLLOUT_TUI_EDITOR_H

#include <stdbool.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"

/*
 * Runs $VISUAL, else $EDITOR, else vi, on a file of the text that only this user can read and that
 * is gone afterwards; the terminal must be free. The variable may hold arguments, apart by blanks;
 * no shell reads it. *changed is false where the text came back empty or as it was. STATUS_FAILED
 * where the editor cannot be run or says that it failed, STATUS_INVALID where what it wrote is no
 * text.
 */
enum status STATUS_CHECKED editor_run(
	const struct buffer *text, struct buffer *out, bool *changed, struct error *error);

#endif
