/* SPDX-License-Identifier: MIT */
/*
 * What people read: results on standard output, messages on standard error. Everything from the
 * file or the arguments goes through text_safe() here, and nowhere else in the command line.
 */
#ifndef ROLLOUT_CLI_PRINT_H
#define ROLLOUT_CLI_PRINT_H

#include <stdbool.h>

#include "rollout/base/text.h"
#include "rollout/cli/cli.h"

/* What a piece of text is, never how it looks. */
enum print_role { PRINT_PLAIN, PRINT_TITLE, PRINT_ERROR, PRINT_WARNING, PRINT_GOOD, PRINT_MUTED };

/* Standard output as a sheet of lines. The first failure to write sticks. */
struct paper {
	bool color;
	bool ascii;
	int width; /* cells; 0: no terminal, so nothing is wrapped or cut */
	int failure; /* errno, or 0 */
	struct buffer text; /* safe, not written yet */
};

void print_init(struct paper *paper, const struct cli_looks *looks);
void print_text(struct paper *paper, enum print_role role, const char *text);
void print_format(struct paper *paper, enum print_role role, const char *format, ...)
	PRINTF_LIKE(3, 4);
void print_spaces(struct paper *paper, int count);
/*
 * A text of several lines, the first where the line is, the others behind indent spaces; long
 * ones wrapped at words on a terminal.
 */
void print_lines(struct paper *paper, int indent, const char *text);
void print_end_line(struct paper *paper); /* leaves no spaces at its end */
/* Text that went through text_safe() already. */
void print_safe(struct paper *paper, enum print_role role, const char *text, size_t length);
/* Whether going on writing makes no sense. */
bool print_failed(const struct paper *paper);
/* Writes what is left. STATUS_FAILED with an empty message for a closed pipe. */
enum status STATUS_CHECKED print_finish(struct paper *paper, struct error *error);

/* "rollout: WHAT" on standard error, in one line. */
void print_message(bool ascii, const char *message);
/*
 * Whether what a descriptor shows must be ASCII: asked for, or a terminal that reads no UTF-8.
 */
bool print_needs_ascii(int descriptor, bool asked);

#endif
