/* SPDX-License-Identifier: MIT */
/*
 * Some lines of text with roles, wrapped to a width, each perhaps about a record: what popups, the
 * help and the control room show. Must not know where on the screen they stand.
 */
#ifndef ROLLOUT_TUI_LINES_H
#define ROLLOUT_TUI_LINES_H

#include <stddef.h>

#include "tui/kit/screen/canvas.h"

struct text_line {
	enum role role;
	const char *text; /* in the arena of the lines */
	const char *detail; /* at the right end; NULL: none */
	const char *type, *identifier; /* the record it is about; NULL: none */
	const char *page, *filter; /* else the page that tells more, and what is shown of its list;
				      NULL: none, and all */
	const char *rule; /* the id of the rule that speaks in it; NULL: none */
	bool goes_on; /* with the paragraph of the line above, which was too long */
};

/* Start from {0}. */
struct lines {
	struct arena arena;
	struct text_line *items;
	size_t count;
};

/* The new line; its text is copied. Borrowed until the next call. */
struct text_line *lines_add(struct lines *lines, enum role role, const char *text);
struct text_line *lines_format(struct lines *lines, enum role role, const char *format, ...)
	PRINTF_LIKE(3, 4);
/* Adds as many lines as the text takes at that width, behind indent cells; broken between words. */
void lines_wrap(struct lines *lines, enum role role, int width, int indent, const char *text);
/*
 * Of so many columns, those of a detail at the right of a text. The text goes before it: where both
 * have no room it keeps a third of the row when it is short, as who and until when, and a fifth
 * when it is a sentence.
 */
int lines_detail_width(int columns, int text, int detail);
void lines_reset(struct lines *lines);
void lines_clear(struct lines *lines);

#endif
