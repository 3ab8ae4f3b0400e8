/* SPDX-License-Identifier: MIT */
/*
 * One thing that happens to the terminal, as a plain value: a key, a paste, a new size, a second
 * without either. Must not know curses, so that panels and tests make them as they like.
 */
#ifndef ROLLOUT_TUI_INPUT_H
#define ROLLOUT_TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum input_kind {
	INPUT_NONE, /* nothing to tell: a sequence that was swallowed */
	INPUT_CHARACTER, /* code: the character */
	INPUT_CONTROL, /* code: the small letter that was typed with Ctrl */
	INPUT_ALT, /* code: the character that was typed with Alt; '\r' for Enter */
	INPUT_ENTER,
	INPUT_TAB,
	INPUT_BACK_TAB,
	INPUT_ESCAPE,
	INPUT_BACKSPACE,
	INPUT_DELETE,
	INPUT_INSERT,
	INPUT_UP,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_WORD_LEFT, /* Ctrl or Alt with the arrow */
	INPUT_WORD_RIGHT,
	INPUT_HOME,
	INPUT_END,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_FUNCTION, /* code: 1 to 12 */
	INPUT_PASTE, /* text: all of it, newlines as \n */
	INPUT_MOUSE, /* code: input_mouse() reads it */
	INPUT_RESIZE,
	INPUT_TICK, /* nothing happened for as long as was asked */
	INPUT_CLOSED, /* the terminal is gone */
	INPUT_SIGNAL, /* code: the signal that wants the program to end */
};

struct input {
	enum input_kind kind;
	uint32_t code;
	const char *text; /* INPUT_PASTE only: borrowed until the next input */
	size_t length;
};

enum mouse_kind { MOUSE_PRESS, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct mouse {
	enum mouse_kind kind;
	int row, column; /* of the screen, from 0 */
	bool twice; /* pressed twice in a row: opens what is there */
};

enum { MOUSE_PLACES = 4096, INPUT_NAME_SIZE = 16 };

/* Rows and columns are those below MOUSE_PLACES. */
struct input input_from_mouse(const struct mouse *mouse);
struct mouse input_mouse(const struct input *input);

/* What a person calls the key: "Ctrl-R", "PgUp", "a"; "" for what is no key, and beyond ASCII. */
void input_name(const struct input *input, char out[INPUT_NAME_SIZE]);

#endif
