/* SPDX-License-Identifier: MIT */
/*
 * Errors are values: a status that must be looked at, and a message set once, where the fault is
 * found, and passed up untouched. The numbers are the exit codes of the public contract, so that no
 * layer translates them.
 */
#ifndef ROLLOUT_BASE_ERROR_H
#define ROLLOUT_BASE_ERROR_H

#define STATUS_CHECKED __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

enum status {
	STATUS_OK = 0,
	STATUS_FAILED = 1, /* I/O, disk full, damaged file, internal */
	STATUS_USAGE = 2, /* the command line makes no sense */
	STATUS_INVALID = 3, /* the input is invalid; nothing was written */
	STATUS_NOT_FOUND = 4, /* no such file, record, type or field */
	STATUS_CONFLICT = 5, /* exists already, changed underneath, locked by another */
	STATUS_FINDINGS = 6, /* check found errors, verify found damage */
	STATUS_STOPPED = 7, /* stopped at a confirmation */
};

enum { ERROR_MESSAGE_SIZE = 2048 };

/*
 * The caller's storage; start from {0}. The message is one line of UTF-8 without a final newline;
 * it may quote data as it was found, so a face passes it through text_safe() before a terminal sees
 * it.
 */
struct error {
	enum status status;
	char message[ERROR_MESSAGE_SIZE];
};

/* Sets status and message (cut, at a character, to the space there is) and returns the status. */
enum status error_set(struct error *error, enum status status, const char *format, ...)
	PRINTF_LIKE(3, 4);

#endif
