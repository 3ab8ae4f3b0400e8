/* SPDX-License-Identifier: MIT */
/* How states, scores and means of the diagnosis are written, in whatever picture they stand. */
#ifndef ROLLOUT_TUI_READINESS_WORDS_H
#define ROLLOUT_TUI_READINESS_WORDS_H

#include "rollout/programme/readiness.h"
#include "tui/kit/screen/canvas.h"

enum { READINESS_WORD = 16, READINESS_DOTS = 64 };

enum role readiness_role(const char *state);
/* Read without colour: "!" red, "~" amber, "+" green, "?" unknown. */
const char *readiness_mark(const char *state);
/* "3.4"; "?" where nobody knows. */
void readiness_mean(int mean, char out[READINESS_WORD]);
/* "4", "?" for not known; with a mark where evidence stands beside it. */
void readiness_score(int score, bool evidence, char out[8]);
/* "1 . o 3 . 5": a place a score, how many gave it. */
void readiness_dots(
	const struct readiness_question *question, bool ascii, char out[READINESS_DOTS]);

#endif
