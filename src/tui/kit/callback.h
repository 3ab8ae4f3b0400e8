/* SPDX-License-Identifier: MIT */
/*
 * What becomes of an answer: a question carries it from being asked to being answered, with what it
 * was asked about. So nobody else need know what half a conversation is about, and an answer finds
 * its record whatever has happened to the page meanwhile.
 */
#ifndef ROLLOUT_TUI_CALLBACK_H
#define ROLLOUT_TUI_CALLBACK_H

#include <stddef.h>

struct session;

/*
 * Called when the question is off the screen and what asked it is on top again. Answer and context
 * are good for this call only: a next question copies what it needs of them. The effects are done
 * as those of a key; with EFFECT_REFUSED among them the question comes back as it was, to be
 * mended.
 */
typedef unsigned answer_taker(struct session *session, const char *answer, void *context);

struct callback {
	answer_taker *take;
	void *context;
	/* Bytes of the context that the question copies, and frees with itself. 0: it is borrowed,
	 * as the panel that asks may be, which outlives its questions. */
	size_t size;
};

struct callback callback_to(answer_taker *take, void *borrowed);
struct callback callback_with(answer_taker *take, void *context, size_t size);
/* As a question keeps it, to be freed by callback_clear(). */
struct callback callback_copy(struct callback callback);
void callback_clear(struct callback *callback);

#endif
