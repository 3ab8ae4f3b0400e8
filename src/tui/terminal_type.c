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

enum status
terminal_type_learn(struct buffer *paste_on, struct buffer *paste_off, struct buffer *restore,
	struct error *error)
{
	enum status status = check_type(error);

	if (status != STATUS_OK)
		return status;
	append_paste_mode(paste_on, "BE", "\033[?2004h");
	append_paste_mode(paste_off, "BD", "\033[?2004l");
	buffer_append(restore, buffer_text(paste_off), paste_off->length);
	append_capability(restore, "sgr0");
	append_capability(restore, "op");
	append_capability(restore, "cnorm");
	append_capability(restore, "rmcup");
	del_curterm(cur_term);
	return STATUS_OK;
}
