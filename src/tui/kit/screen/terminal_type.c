/* SPDX-License-Identifier: MIT */
/*
 * Asks terminfo. Must not write a byte: it decides whether the terminal can be used at all. The
 * sequences are taken out of terminfo as plain bytes, because a signal handler can only write().
 */
#include "terminal_type.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

/* NULL where the terminal has no such thing; terminfo says so in two ways. */
static const char *
capability(const char *name)
{
	const char *text = tigetstr(name);

	return (intptr_t)text == -1 ? NULL : text;
}

/* A capability without its padding; "" where the terminal has none. */
static void
append_capability(struct buffer *out, const char *name)
{
	const char *text = capability(name);

	while (text && *text) {
		const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;

		if (end)
			text = end + 1;
		else
			buffer_append_char(out, *text++);
	}
}

/* Bracketed paste is known to terminfo under a name that old databases lack. */
static void
append_paste_mode(struct buffer *out, const char *name, const char *usual)
{
	const char *cup = capability("cup");
	size_t before = out->length;

	append_capability(out, name);
	if (out->length == before && cup && strncmp(cup, "\033[", 2) == 0)
		buffer_append_text(out, usual);
}

static enum status
check_type(struct error *error)
{
	const char *type = getenv("TERM");
	int result = 0;

	if (!type || !*type)
		return error_set(
			error, STATUS_FAILED, "TERM is not set: the kind of terminal is unknown");
	if (setupterm(NULL, STDOUT_FILENO, &result) != OK)
		return error_set(
			error, STATUS_FAILED, "there is no terminal type \"%.40s\" (TERM)", type);
	if (!capability("cup")) {
		del_curterm(cur_term);
		return error_set(error, STATUS_FAILED,
			"a terminal of type \"%.40s\" (TERM) cannot place a cursor", type);
	}
	return STATUS_OK;
}

/* A terminal that can report a mouse is one of the xterm kind, which swallow what they do not know.
 */
static void
learn_xterm(struct terminal_modes *modes)
{
	if (!capability("kmous"))
		return;
	buffer_append_text(&modes->mouse_on, "\033[?1000h\033[?1006h");
	buffer_append_text(&modes->mouse_off, "\033[?1006l\033[?1000l");
	modes->clipboard = true;
}

enum status
terminal_type_learn(struct terminal_modes *modes, struct error *error)
{
	enum status status = check_type(error);

	if (status != STATUS_OK)
		return status;
	append_paste_mode(&modes->paste_on, "BE", "\033[?2004h");
	append_paste_mode(&modes->paste_off, "BD", "\033[?2004l");
	learn_xterm(modes);
	buffer_append(&modes->restore, buffer_text(&modes->paste_off), modes->paste_off.length);
	buffer_append(&modes->restore, buffer_text(&modes->mouse_off), modes->mouse_off.length);
	append_capability(&modes->restore, "sgr0");
	append_capability(&modes->restore, "op");
	append_capability(&modes->restore, "cnorm");
	append_capability(&modes->restore, "rmcup");
	del_curterm(cur_term);
	return STATUS_OK;
}

void
terminal_modes_clear(struct terminal_modes *modes)
{
	buffer_clear(&modes->paste_on);
	buffer_clear(&modes->paste_off);
	buffer_clear(&modes->mouse_on);
	buffer_clear(&modes->mouse_off);
	buffer_clear(&modes->restore);
}
