/* SPDX-License-Identifier: MIT */
/*
 * What is asked of the person: a line of text at the foot of the screen, or a question with a few
 * keys in a box. Each is opened with what takes its answer, which may refuse it: the line is then
 * still there, to be mended.
 */
#ifndef ROLLOUT_TUI_PROMPT_H
#define ROLLOUT_TUI_PROMPT_H

#include "tui/kit/lines.h"
#include "tui/kit/panel.h"

extern const struct panel_class prompt_class, question_class;

/* label stands before the line; the answer is what was typed, which Esc drops only when it is
 * pressed twice. All return effects. */
unsigned prompt_ask(struct session *session, struct callback callback, const char *label);
/* The same for words that are worth nothing afterwards, as those of a search: one Esc drops them.
 */
unsigned prompt_ask_passing(struct session *session, struct callback callback, const char *label);
/*
 * Whether a text may be changed in a prompt: one line, and not too long. Others would lose what
 * does not fit.
 */
bool prompt_holds(const char *text);
/* The same, to change a text that is there; the cursor stands behind it. */
unsigned prompt_ask_text(
	struct session *session, struct callback callback, const char *label, const char *text);

/* The same; typed sees every change at once, with the context of the callback, and the old text
 * again when the person thinks better of it. */
unsigned prompt_ask_live(struct session *session, struct callback callback,
	void (*typed)(struct session *session, const char *text, void *context), const char *label,
	const char *text);

/* The same, for the name of a file: Tab completes it. */
unsigned prompt_ask_path(
	struct session *session, struct callback callback, const char *label, const char *text);

struct question_choice {
	char key; /* typed; also the answer */
	const char *text;
};

/*
 * lines are moved into the question. choices: the last is what Esc and Enter mean; an answer is
 * handed on only for the others. choices must outlive the panel. Effects.
 */
unsigned question_ask(struct session *session, struct callback callback, const char *title,
	struct lines *lines, const struct question_choice *choices, size_t count);

#endif
