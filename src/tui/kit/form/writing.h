/* SPDX-License-Identifier: MIT */
/*
 * A text in the person's own editor, as a question that only the loop can put: it has the terminal.
 * What comes back and cannot be taken is kept for the next time the same text is opened, because an
 * editor that has ended cannot be left open to mend it.
 */
#ifndef ROLLOUT_TUI_WRITING_H
#define ROLLOUT_TUI_WRITING_H

#include <stdbool.h>
#include <stdint.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"
#include "rollout/model/type.h"
#include "tui/kit/callback.h"

/* Which text: a field of a record, or what else the number tells apart. */
struct written {
	const struct field *field; /* NULL: none */
	int64_t id;
};

struct writing {
	bool wanted; /* the editor is to be run */
	struct callback callback; /* takes what comes back, where it differs */
	struct written about;
	const char *key; /* what opens the editor again: "E" */
	struct buffer text;
	struct written kept_about;
	struct buffer kept; /* could not be taken */
};

/* Asks the loop to give the text, or what is kept of it, to the person's editor. key is borrowed.
 */
void writing_ask(struct session *session, struct callback callback, const char *key,
	struct written about, const char *text);
/* Runs it, which needs the terminal, and hands what came back to the callback; effects. */
unsigned writing_run(struct session *session);
/* Keeps what cannot be taken, and says so behind the message that says why. */
void writing_keep(struct session *session, const char *key, struct written about, const char *text,
	size_t length);
/* Forgets what is kept of it: it was mended, or the record is another one. */
void writing_drop(struct session *session, struct written about);
void writing_clear(struct writing *writing);

#endif
