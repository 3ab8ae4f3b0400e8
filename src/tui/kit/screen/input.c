/* SPDX-License-Identifier: MIT */
/*
 * What keys are called. Must not say a key by a letter that differs between keyboards ("C-l"):
 * people typed the hyphen.
 */
#include "input.h"

#include <stdio.h>

static const char *
fixed_name(enum input_kind kind)
{
	switch (kind) {
	case INPUT_ENTER: return "Enter";
	case INPUT_TAB: return "Tab";
	case INPUT_BACK_TAB: return "Shift-Tab";
	case INPUT_ESCAPE: return "Esc";
	case INPUT_BACKSPACE: return "Backspace";
	case INPUT_DELETE: return "Del";
	case INPUT_INSERT: return "Ins";
	case INPUT_UP: return "Up";
	case INPUT_DOWN: return "Down";
	case INPUT_LEFT: return "Left";
	case INPUT_RIGHT: return "Right";
	case INPUT_WORD_LEFT: return "Ctrl-Left";
	case INPUT_WORD_RIGHT: return "Ctrl-Right";
	case INPUT_HOME: return "Home";
	case INPUT_END: return "End";
	case INPUT_PAGE_UP: return "PgUp";
	case INPUT_PAGE_DOWN: return "PgDn";
	case INPUT_CHARACTER:
	case INPUT_CONTROL:
	case INPUT_ALT:
	case INPUT_FUNCTION:
	case INPUT_NONE:
	case INPUT_PASTE:
	case INPUT_MOUSE:
	case INPUT_RESIZE:
	case INPUT_TICK:
	case INPUT_CLOSED:
	case INPUT_SIGNAL: break;
	}
	return "";
}

/* Three numbers in the code, so that an input stays a plain value that tables can be made of. */
struct input
input_from_mouse(const struct mouse *mouse)
{
	uint32_t kind = (uint32_t)mouse->kind * 2 + (mouse->twice ? 1 : 0);

	return (struct input){ .kind = INPUT_MOUSE,
		.code = (kind * MOUSE_PLACES + (uint32_t)mouse->row) * MOUSE_PLACES +
			(uint32_t)mouse->column };
}

struct mouse
input_mouse(const struct input *input)
{
	uint32_t kind = input->code / MOUSE_PLACES / MOUSE_PLACES;

	return (struct mouse){ .kind = (enum mouse_kind)(kind / 2),
		.twice = kind % 2 != 0,
		.row = (int)(input->code / MOUSE_PLACES % MOUSE_PLACES),
		.column = (int)(input->code % MOUSE_PLACES) };
}

static char
upper(uint32_t code)
{
	return (char)(code >= 'a' && code <= 'z' ? code - 'a' + 'A' : code);
}

void
input_name(const struct input *input, char out[INPUT_NAME_SIZE])
{
	int code = (int)input->code;

	if (input->kind == INPUT_CHARACTER && input->code >= 0x7f)
		out[0] = '\0';
	else if (input->kind == INPUT_CHARACTER && code == ' ')
		snprintf(out, INPUT_NAME_SIZE, "Space");
	else if (input->kind == INPUT_CHARACTER)
		snprintf(out, INPUT_NAME_SIZE, "%c", code);
	else if (input->kind == INPUT_CONTROL)
		snprintf(out, INPUT_NAME_SIZE, "Ctrl-%c", upper(input->code));
	else if (input->kind == INPUT_ALT && input->code == '\r')
		snprintf(out, INPUT_NAME_SIZE, "Alt-Enter");
	else if (input->kind == INPUT_ALT)
		snprintf(out, INPUT_NAME_SIZE, "Alt-%c", upper(input->code));
	else if (input->kind == INPUT_FUNCTION)
		snprintf(out, INPUT_NAME_SIZE, "F%d", code);
	else
		snprintf(out, INPUT_NAME_SIZE, "%s", fixed_name(input->kind));
}
