/* SPDX-License-Identifier: MIT */
/*
 * One field of one record, from asking for a new value to writing it. Between the two another lead
 * may change the field, or the record may go: the value that is typed goes into no other record,
 * and never silently over what somebody else wrote.
 */
#ifndef ROLLOUT_TUI_FIELD_EDIT_H
#define ROLLOUT_TUI_FIELD_EDIT_H

#include "tui/kit/session.h"

/*
 * Keeps in session->edit which field is about to be changed, and the text in it now, as it would be
 * typed: the result, borrowed until the next edit. NULL, said in the status line: the record is
 * gone.
 */
const char *field_edit_begin(
	struct session *session, const struct type *type, int64_t id, const char *field);
/* Writes the new text and says so; asks first where somebody else has written something else. */
unsigned field_edit_end(struct session *session, const char *text);
/* Acts on the answer to that question. */
unsigned field_edit_settle(struct session *session);

#endif
