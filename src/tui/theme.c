/* SPDX-License-Identifier: MIT */
/*
 * The one theme so far, as a table. Must not redefine a colour of the terminal. Sixteen colours are
 * used as eight: the bright ones differ most between people's palettes.
 */
#include "rollout/tui/theme.h"

enum { OWN = -1, RED = 1, GREEN = 2, YELLOW = 3, BLUE = 4, CYAN = 6, GREY = 244 };

/* By how much the terminal can do: nothing, 8 or 16 colours, 256. */
enum palette { PALETTE_NONE, PALETTE_EIGHT, PALETTE_MANY, PALETTE_COUNT };

static const struct style styles[ROLE_COUNT][PALETTE_COUNT] = {
	[ROLE_TEXT] = { { OWN, OWN, 0 }, { OWN, OWN, 0 }, { OWN, OWN, 0 } },
	[ROLE_TITLE] = { { OWN, OWN, STYLE_BOLD }, { OWN, OWN, STYLE_BOLD },
		{ OWN, OWN, STYLE_BOLD } },
	[ROLE_TAB] = { { OWN, OWN, 0 }, { OWN, OWN, 0 }, { OWN, OWN, 0 } },
	[ROLE_TAB_ACTIVE] = { { OWN, OWN, STYLE_REVERSE | STYLE_BOLD },
		{ CYAN, OWN, STYLE_REVERSE | STYLE_BOLD },
		{ 31, OWN, STYLE_REVERSE | STYLE_BOLD } },
	[ROLE_HEADING] = { { OWN, OWN, STYLE_BOLD }, { CYAN, OWN, STYLE_BOLD },
		{ 31, OWN, STYLE_BOLD } },
	[ROLE_SELECTED] = { { OWN, OWN, STYLE_REVERSE }, { OWN, OWN, STYLE_REVERSE },
		{ OWN, OWN, STYLE_REVERSE } },
	[ROLE_CELL] = { { OWN, OWN, STYLE_REVERSE | STYLE_BOLD | STYLE_UNDERLINE },
		{ CYAN, OWN, STYLE_REVERSE | STYLE_BOLD | STYLE_UNDERLINE },
		{ 31, OWN, STYLE_REVERSE | STYLE_BOLD | STYLE_UNDERLINE } },
	[ROLE_MUTED] = { { OWN, OWN, STYLE_DIM }, { OWN, OWN, STYLE_DIM }, { GREY, OWN, 0 } },
	[ROLE_BORDER] = { { OWN, OWN, STYLE_DIM }, { OWN, OWN, STYLE_DIM }, { GREY, OWN, 0 } },
	[ROLE_LABEL] = { { OWN, OWN, 0 }, { OWN, OWN, 0 }, { GREY, OWN, 0 } },
	[ROLE_FIELD] = { { OWN, OWN, 0 }, { OWN, OWN, 0 }, { OWN, OWN, 0 } },
	[ROLE_FIELD_ACTIVE] = { { OWN, OWN, STYLE_UNDERLINE | STYLE_BOLD },
		{ OWN, OWN, STYLE_UNDERLINE | STYLE_BOLD },
		{ OWN, OWN, STYLE_UNDERLINE | STYLE_BOLD } },
	[ROLE_KEY] = { { OWN, OWN, STYLE_BOLD }, { OWN, OWN, STYLE_BOLD },
		{ OWN, OWN, STYLE_BOLD } },
	[ROLE_MESSAGE] = { { OWN, OWN, STYLE_BOLD }, { OWN, OWN, STYLE_BOLD },
		{ OWN, OWN, STYLE_BOLD } },
	[ROLE_ERROR] = { { OWN, OWN, STYLE_BOLD }, { RED, OWN, STYLE_BOLD },
		{ 160, OWN, STYLE_BOLD } },
	[ROLE_WARNING] = { { OWN, OWN, STYLE_BOLD }, { YELLOW, OWN, STYLE_BOLD },
		{ 172, OWN, STYLE_BOLD } },
	[ROLE_NOTICE] = { { OWN, OWN, 0 }, { BLUE, OWN, 0 }, { 67, OWN, 0 } },
	[ROLE_GOOD] = { { OWN, OWN, STYLE_BOLD }, { GREEN, OWN, 0 }, { 71, OWN, 0 } },
};

struct style
theme_style(enum role role, int colors)
{
	enum palette palette = PALETTE_MANY;

	if (colors < 8)
		palette = PALETTE_NONE;
	else if (colors < 256)
		palette = PALETTE_EIGHT;
	return styles[role][palette];
}
