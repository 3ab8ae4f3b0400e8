/* SPDX-License-Identifier: MIT */
/*
 * One call of the program: what was asked, and what the commands share while they do it.
 */
#ifndef ROLLOUT_CLI_CALL_H
#define ROLLOUT_CLI_CALL_H

#include <signal.h>

#include "options.h"
#include "print.h"
#include "rollout/programme/records.h"

struct command;

struct call {
	const struct cli_hooks *hooks;
	const struct command *command;
	struct options options;
	char **words; /* the arguments of the command */
	size_t word_count;
	struct arena arena; /* for the whole call */
	struct paper paper;
	struct programme *programme; /* NULL until call_open() */
	day today; /* from call_prepare() on */
	bool findings; /* the result itself asks for exit code 6 */
};

/*
 * Opens the file that the options choose, read-only where asked, and prints what the opening
 * has to tell.
 */
enum status STATUS_CHECKED call_open(struct call *call, struct error *error);
/* Today, who and the rest, as the options and the environment say them. */
enum status STATUS_CHECKED call_prepare(
	struct call *call, struct programme_options *out, struct error *error);
void call_close(struct call *call);
bool call_given(const struct call *call, enum option_id id);
const char *call_text(const struct call *call, enum option_id id); /* NULL when not given */
/* The reason for which rules are set aside; *out NULL: they are not. STATUS_USAGE for an empty one.
 */
enum status STATUS_CHECKED call_override(
	const struct call *call, const char **out, struct error *error);
/* An option's date, ISO or as a person types it. */
enum status STATUS_CHECKED call_date(
	const struct call *call, enum option_id id, day today, day *out, struct error *error);
/* A whole number of at least 1. name is what the message calls it. */
enum status STATUS_CHECKED call_number(
	const char *name, const char *text, int64_t *out, struct error *error);
/* STATUS_NOT_FOUND with the nearest name. */
enum status STATUS_CHECKED call_type(
	const char *word, const struct type **type, struct error *error);
/*
 * Whether an argument is text at all; newlines and tabs may stand in it. STATUS_INVALID,
 * calling it what.
 */
enum status STATUS_CHECKED call_check_text(const char *what, const char *text, struct error *error);
/* The record that a word means. */
enum status STATUS_CHECKED call_resolve(const struct call *call, const struct type *type,
	const char *word, int64_t *id, struct error *error);
/*
 * Whether the result is to be a document, and writing it (results_write()). Otherwise the command
 * prints it for people.
 */
bool call_wants_document(const struct call *call);
enum status STATUS_CHECKED call_write(
	const struct call *call, const char *result, const void *whole, struct error *error);
/* The same of one record. */
enum status STATUS_CHECKED call_write_record(
	const struct call *call, const struct type *type, int64_t id, struct error *error);
enum status STATUS_CHECKED call_write_records(const struct call *call, const struct type *type,
	const int64_t *ids, size_t count, struct error *error);
/* The format asked for. */
const char *call_format(const struct call *call);
/* A line on standard error. */
void call_note(const struct call *call, const char *format, ...) PRINTF_LIKE(2, 3);

/*
 * While a file comes into being, signals that would end the program wait: it is finished or
 * gone when they act.
 */
void call_hold_signals(sigset_t *before);
void call_release_signals(const sigset_t *before);
/* Whether one of the signals that are held is waiting. */
bool call_was_signalled(void);

/*
 * Asks on the terminal and reads one line, byte by byte so that nothing behind it is swallowed.
 * The answer is in the call's arena, "" at the end of input; cut at 200 bytes.
 */
char *call_ask(struct call *call, const char *question);

#endif
