/* SPDX-License-Identifier: MIT */
/* The diagnosis in a few cells each. */
#include "readiness_words.h"

#include <stdio.h>
#include <string.h>

enum { SCORES = 5 };

enum role
readiness_role(const char *state)
{
	if (strcmp(state, "red") == 0)
		return ROLE_ERROR;
	if (strcmp(state, "amber") == 0)
		return ROLE_WARNING;
	return strcmp(state, "green") == 0 ? ROLE_GOOD : ROLE_MUTED;
}

const char *
readiness_mark(const char *state)
{
	if (strcmp(state, "red") == 0)
		return "!";
	if (strcmp(state, "amber") == 0)
		return "~";
	return strcmp(state, "green") == 0 ? "+" : "?";
}

void
readiness_mean(int mean, char out[READINESS_WORD])
{
	if (mean == MEAN_UNKNOWN)
		snprintf(out, READINESS_WORD, " ? ");
	else
		snprintf(out, READINESS_WORD, "%.1f", mean / 100.0);
}

void
readiness_score(int score, bool evidence, char out[8])
{
	if (score == 0)
		snprintf(out, 8, "?%s", evidence ? "'" : "");
	else
		snprintf(out, 8, "%d%s", score % 10, evidence ? "'" : "");
}

void
readiness_dots(const struct readiness_question *question, bool ascii, char out[READINESS_DOTS])
{
	int counts[SCORES + 1] = { 0 };
	size_t used;

	for (size_t i = 0; i < question->answer_count; i++)
		counts[question->answers[i].score]++;
	used = (size_t)snprintf(out, READINESS_DOTS, "1 ");
	for (int score = 1; score <= SCORES; score++) {
		const char *dot =
			counts[score] == 0 ? (ascii ? "." : "\u00b7") : (ascii ? "o" : "\u25cf");

		if (counts[score] > 1)
			used += (size_t)snprintf(
				out + used, READINESS_DOTS - used, "%d ", counts[score] % 100);
		else
			used += (size_t)snprintf(out + used, READINESS_DOTS - used, "%s ", dot);
	}
	snprintf(out + used, READINESS_DOTS - used, "5");
}
