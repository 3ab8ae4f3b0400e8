/* SPDX-License-Identifier: MIT */
/*
 * One field of one record, from asking for a new value to writing it. Between the two another lead
 * may change the field, or the record may go: the value that is typed goes into no other record,
 * and never silently over what somebody else wrote.
 */
#ifndef ROLLOUT_TUI_FIELD_EDIT_H
#define ROLLOUT_TUI_FIELD_EDIT_H

#include "tui/kit/session.h"

/* What is being changed, from asking to writing; a callback carries it. */
struct field_edit {
	const struct type *type;
	int64_t id;
	int field; /* of the type */
	char text[]; /* what stood in it when it was shown, as it would be typed */
};

/* NULL, said in the status line: the record is gone. */
struct field_edit *field_edit_begin(struct session *session, const struct type *type, int64_t id,
	const char *field, struct arena *arena);
/* Takes the new text as field_edit_end() does. Borrows the edit until a question has copied it. */
struct callback field_edit_callback(struct field_edit *edit);
/*
 * Writes the new text and says so; asks first where somebody else has written something else.
 * EFFECT_REFUSED where it cannot be, said as well.
 */
unsigned field_edit_end(struct session *session, const struct field_edit *edit, const char *text);
/* What writing_ask() keeps a text by. */
struct written field_edit_written(const struct field_edit *edit);

#endif
