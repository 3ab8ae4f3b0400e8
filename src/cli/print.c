/* SPDX-License-Identifier: MIT */
/*
 * Writes lines for people. Must not know what they say. Results collect in a buffer and leave
 * in big pieces, so that a list of a million rows costs few system calls; a message is one
 * write, so that those of parallel processes do not mix.
 */
#include "print.h"

#include <errno.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { PIECE = 1 << 16, WIDTH_MAX = 1000, WRAP_MIN = 20 };

static const char *const escapes[] = {
	[PRINT_PLAIN] = "",
	[PRINT_TITLE] = "\033[1m",
	[PRINT_ERROR] = "\033[1;31m",
	[PRINT_WARNING] = "\033[33m",
	[PRINT_GOOD] = "\033[32m",
	[PRINT_MUTED] = "\033[2m",
};

bool
print_needs_ascii(int descriptor, bool asked)
{
	return asked || (isatty(descriptor) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0);
}

static int
terminal_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 80;
	return size.ws_col < WIDTH_MAX ? size.ws_col : WIDTH_MAX;
}

static bool
wants_color(enum cli_color color)
{
	const char *term = getenv("TERM");
	const char *refused = getenv("NO_COLOR");

	switch (color) {
	case CLI_COLOR_ALWAYS: return true;
	case CLI_COLOR_NEVER: return false;
	case CLI_COLOR_AUTO: break;
	}
	return isatty(STDOUT_FILENO) && !(refused && *refused) && term && *term &&
	       strcmp(term, "dumb") != 0;
}

void
print_init(struct paper *paper, const struct cli_looks *looks)
{
	memset(paper, 0, sizeof(*paper));
	paper->color = wants_color(looks->color);
	paper->ascii = print_needs_ascii(STDOUT_FILENO, looks->ascii);
	paper->width = terminal_width();
}

static int
write_all(int descriptor, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t sent = write(descriptor, bytes, length);

		if (sent < 0 && errno != EINTR)
			return errno;
		if (sent > 0) {
			bytes += sent;
			length -= (size_t)sent;
		}
	}
	return 0;
}

static void
flush(struct paper *paper)
{
	if (!paper->failure)
		paper->failure =
			write_all(STDOUT_FILENO, buffer_text(&paper->text), paper->text.length);
	buffer_reset(&paper->text);
}

void
print_safe(struct paper *paper, enum print_role role, const char *text, size_t length)
{
	bool dressed = paper->color && role != PRINT_PLAIN && length > 0;

	if (dressed)
		buffer_append_text(&paper->text, escapes[role]);
	buffer_append(&paper->text, text, length);
	if (dressed)
		buffer_append_text(&paper->text, "\033[0m");
}

void
print_text(struct paper *paper, enum print_role role, const char *text)
{
	struct buffer safe = { 0 };

	text_safe(&safe, text, strlen(text), false, paper->ascii);
	print_safe(paper, role, buffer_text(&safe), safe.length);
	buffer_clear(&safe);
}

void
print_format(struct paper *paper, enum print_role role, const char *format, ...)
{
	struct arena arena = { 0 };
	va_list arguments;
	char *text;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		return;
	text = arena_alloc(&arena, (size_t)length + 1);
	va_start(arguments, format);
	(void)vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	print_text(paper, role, text);
	arena_clear(&arena);
}

void
print_spaces(struct paper *paper, int count)
{
	while (count-- > 0)
		buffer_append_char(&paper->text, ' ');
}

void
print_end_line(struct paper *paper)
{
	while (paper->text.length > 0 && paper->text.data[paper->text.length - 1] == ' ')
		paper->text.length--;
	buffer_append_char(&paper->text, '\n');
	if (paper->text.length >= PIECE)
		flush(paper);
}

static void
print_wrapped(struct paper *paper, int indent, const char *line, size_t length)
{
	int cells = paper->width - indent;

	while (paper->width > 0 && cells >= WRAP_MIN && length > 0) {
		size_t next, fits = text_wrap(line, length, cells, &next);

		buffer_append(&paper->text, line, fits);
		line += next;
		length -= next;
		if (length == 0)
			return;
		print_end_line(paper);
		print_spaces(paper, indent);
	}
	buffer_append(&paper->text, line, length);
}

void
print_lines(struct paper *paper, int indent, const char *text)
{
	struct buffer safe = { 0 };
	const char *line;

	text_safe(&safe, text, strlen(text), true, paper->ascii);
	line = buffer_text(&safe);
	for (;;) {
		size_t length = strcspn(line, "\n");

		print_wrapped(paper, indent, line, length);
		if (!line[length])
			break;
		line += length + 1;
		print_end_line(paper);
		print_spaces(paper, *line && *line != '\n' ? indent : 0);
	}
	buffer_clear(&safe);
}

bool
print_failed(const struct paper *paper)
{
	return paper->failure != 0;
}

enum status
print_finish(struct paper *paper, struct error *error)
{
	int failure;

	flush(paper);
	failure = paper->failure;
	buffer_clear(&paper->text);
	paper->failure = 0;
	if (failure == 0)
		return STATUS_OK;
	if (failure == EPIPE)
		return error_set(error, STATUS_FAILED, "%s", "");
	return error_set(
		error, STATUS_FAILED, "standard output: cannot write: %s", strerror(failure));
}

void
print_message(bool ascii, const char *message)
{
	struct buffer line = { 0 };

	buffer_append_text(&line, "rollout: ");
	text_safe(&line, message, strlen(message), false, ascii);
	buffer_append_char(&line, '\n');
	(void)write_all(STDERR_FILENO, line.data, line.length);
	buffer_clear(&line);
}
