/* SPDX-License-Identifier: MIT */
/*
 * What is asked of the person: a line of text at the foot of the screen, or a question with a few
 * keys in a box. Each hands its answer to the panel below it.
 */
#ifndef ROLLOUT_TUI_PROMPT_H
#define ROLLOUT_TUI_PROMPT_H

#include "tui/kit/lines.h"
#include "tui/kit/panel.h"

/* label stands before the line; the answer is what was typed, which Esc drops only when it is
 * pressed twice. asked: of enum ask, or the panel's own number from ASK_PANEL on. */
struct panel *prompt_new(int asked, const char *label);
/* The same for words that are worth nothing afterwards, as those of a search: one Esc drops them.
 */
struct panel *prompt_new_passing(int asked, const char *label);
/*
 * Whether a text may be changed in a prompt: one line, and not too long. Others would lose what
 * does not fit.
 */
bool prompt_holds(const char *text);
/* The same, to change a text that is there; the cursor stands behind it. */
struct panel *prompt_new_text(int asked, const char *label, const char *text);

/* The same; the panel below sees every change at once (class->typed), and the old text again when
 * the person thinks better of it. */
struct panel *prompt_new_live(int asked, const char *label, const char *text);

/* The same, for the name of a file: Tab completes it. */
struct panel *prompt_new_path(int asked, const char *label, const char *text);

struct question_choice {
	char key; /* typed; also the answer */
	const char *text;
};

/*
 * lines are moved into the question. choices: the last is what Esc and Enter mean; an answer is
 * handed on only for the others. choices must outlive the panel.
 */
struct panel *question_new(int asked, const char *title, struct lines *lines,
	const struct question_choice *choices, size_t count);

#endif
