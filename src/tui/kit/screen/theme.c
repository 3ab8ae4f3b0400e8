/* SPDX-License-Identifier: MIT */
/*
 * Themes as two tables: which colour and weight a role has, and which number each theme gives that
 * colour. Must not redefine a colour of the terminal. Sixteen colours are used as eight: the bright
 * ones differ most between people's palettes.
 */
#include "theme.h"

#include <string.h>

enum { OWN = -1 };

/* What a colour is for; numbers come from the theme. */
enum colour { COLOUR_OWN, ACCENT, QUIET, BAD, DOUBTFUL, NEUTRAL, FINE, COLOUR_COUNT };

static const struct look {
	enum colour colour;
	unsigned bits;
	unsigned plain; /* bits where there is no colour */
} looks[ROLE_COUNT] = {
	[ROLE_TEXT] = { COLOUR_OWN, 0, 0 },
	[ROLE_TITLE] = { COLOUR_OWN, STYLE_BOLD, STYLE_BOLD },
	[ROLE_TAB] = { COLOUR_OWN, 0, 0 },
	[ROLE_TAB_ACTIVE] = { ACCENT, STYLE_REVERSE | STYLE_BOLD, STYLE_REVERSE | STYLE_BOLD },
	[ROLE_HEADING] = { ACCENT, STYLE_BOLD, STYLE_BOLD },
	[ROLE_SELECTED] = { COLOUR_OWN, STYLE_REVERSE, STYLE_REVERSE },
	[ROLE_CELL] = { COLOUR_OWN, STYLE_REVERSE | STYLE_BOLD | STYLE_UNDERLINE,
		STYLE_REVERSE | STYLE_BOLD | STYLE_UNDERLINE },
	[ROLE_MUTED] = { QUIET, 0, STYLE_DIM },
	[ROLE_BORDER] = { QUIET, 0, STYLE_DIM },
	[ROLE_LABEL] = { QUIET, 0, 0 },
	[ROLE_FIELD] = { COLOUR_OWN, 0, 0 },
	[ROLE_FIELD_ACTIVE] = { COLOUR_OWN, STYLE_UNDERLINE | STYLE_BOLD,
		STYLE_UNDERLINE | STYLE_BOLD },
	[ROLE_KEY] = { COLOUR_OWN, STYLE_BOLD, STYLE_BOLD },
	[ROLE_MESSAGE] = { COLOUR_OWN, STYLE_BOLD, STYLE_BOLD },
	[ROLE_ERROR] = { BAD, STYLE_BOLD, STYLE_BOLD },
	[ROLE_WARNING] = { DOUBTFUL, STYLE_BOLD, STYLE_BOLD },
	[ROLE_NOTICE] = { NEUTRAL, 0, 0 },
	[ROLE_GOOD] = { FINE, 0, STYLE_BOLD },
};

/* The colour behind everything and that of plain text, of a theme that brings its own. */
struct ground {
	short eight[2], many[2];
};

static const struct ground black = { { 0, 7 }, { 16, 252 } }, white = { { 7, 0 }, { 231, 16 } };

/* Red and green are told apart by nobody who is colour-blind: orange and blue by nearly all. */
static const struct palette {
	const char *name, *help;
	short eight[COLOUR_COUNT];
	short many[COLOUR_COUNT]; /* of 256 */
	unsigned quiet; /* bits of what is quiet */
	const struct ground *ground; /* NULL: the terminal's own */
} palettes[THEME_COUNT] = {
	[THEME_AUTO] = { "auto", "readable on dark and light", { OWN, 6, OWN, 1, 3, 4, 2 },
		{ OWN, 31, 244, 160, 172, 67, 71 }, STYLE_DIM, NULL },
	[THEME_DARK] = { "dark", "brighter, for a dark background", { OWN, 6, OWN, 1, 3, 6, 2 },
		{ OWN, 80, 249, 203, 221, 117, 114 }, STYLE_DIM, NULL },
	[THEME_LIGHT] = { "light", "deeper, for a light background", { OWN, 4, OWN, 1, 5, 4, 2 },
		{ OWN, 25, 240, 124, 130, 26, 28 }, 0, NULL },
	[THEME_CONTRAST] = { "contrast", "nothing pale: the strongest contrast there is",
		{ OWN, OWN, OWN, OWN, OWN, OWN, OWN }, { OWN, OWN, OWN, OWN, OWN, OWN, OWN }, 0,
		NULL },
	[THEME_BLIND] = { "colour-blind", "orange and blue instead of red and green",
		{ OWN, 6, OWN, 3, 3, 6, 4 }, { OWN, 67, 244, 208, 179, 67, 33 }, STYLE_DIM, NULL },
	[THEME_MONO] = { "mono", "no colour at all", { OWN, OWN, OWN, OWN, OWN, OWN, OWN },
		{ OWN, OWN, OWN, OWN, OWN, OWN, OWN }, STYLE_DIM, NULL },
	[THEME_NIGHT] = { "night", "light on black, whatever the terminal's own colours are",
		{ OWN, 6, OWN, 1, 3, 6, 2 }, { OWN, 80, 249, 203, 221, 117, 114 }, 0, &black },
	[THEME_PAPER] = { "paper", "dark on white, whatever the terminal's own colours are",
		{ OWN, 4, OWN, 1, 5, 4, 2 }, { OWN, 25, 240, 124, 130, 26, 28 }, 0, &white },
};

static void
stand_on(const struct ground *ground, int colors, struct style *style)
{
	const short *both = colors < 256 ? ground->eight : ground->many;

	style->background = both[0];
	if (style->foreground == OWN)
		style->foreground = both[1];
}

struct style
theme_style(enum theme theme, enum role role, int colors)
{
	const struct look *look = &looks[role];
	const struct palette *palette = &palettes[theme];
	struct style style = { OWN, OWN, look->plain };

	if (colors >= 8)
		style.foreground =
			colors < 256 ? palette->eight[look->colour] : palette->many[look->colour];
	if (look->colour == QUIET && style.foreground == OWN)
		style.bits = (look->plain ? palette->quiet : 0);
	else if (style.foreground != OWN)
		style.bits = look->bits;
	if (palette->ground && colors >= 8)
		stand_on(palette->ground, colors, &style);
	return style;
}

const char *
theme_name(enum theme theme)
{
	return palettes[theme].name;
}

const char *
theme_help(enum theme theme)
{
	return palettes[theme].help;
}

bool
theme_find(const char *name, enum theme *out)
{
	for (int i = 0; i < THEME_COUNT; i++) {
		if (strcmp(palettes[i].name, name) != 0)
			continue;
		*out = (enum theme)i;
		return true;
	}
	return false;
}
