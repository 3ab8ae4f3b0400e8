/* SPDX-License-Identifier: MIT */
/*
 * How each role looks in each theme with 0, 8, 16 or 256 colours. Must not know curses. Foreground
 * and background are the terminal's own wherever possible, because nobody knows whether it is dark
 * or light; a meaning never hangs on colour alone, panels write a letter or a mark as well.
 */
#ifndef ROLLOUT_TUI_THEME_H
#define ROLLOUT_TUI_THEME_H

#include "canvas.h"

enum style_bits { STYLE_BOLD = 1, STYLE_DIM = 2, STYLE_UNDERLINE = 4, STYLE_REVERSE = 8 };

struct style {
	short foreground, background; /* a colour's number; -1: the terminal's own */
	unsigned bits; /* of style_bits */
};

enum theme {
	THEME_AUTO, /* makes no guess about the background */
	THEME_DARK,
	THEME_LIGHT,
	THEME_CONTRAST,
	THEME_BLIND,
	THEME_MONO,
	THEME_NIGHT, /* a ground of its own, for a terminal that is shared or of unknown colours */
	THEME_PAPER,
	THEME_COUNT,
};

/* colors: how many the terminal has and may use; 0 for none. */
struct style theme_style(enum theme theme, enum role role, int colors);
const char *theme_name(enum theme theme); /* "auto" "dark" "light" "contrast" … */
const char *theme_help(enum theme theme);
bool theme_find(const char *name, enum theme *out);

#endif
