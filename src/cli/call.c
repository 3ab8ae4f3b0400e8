/* SPDX-License-Identifier: MIT */
/*
 * Turns options and environment into an open programme. The clock is asked only for the default of
 * --today. A signal simply ends a command, since the file's
 * journal undoes half a change; only where a file is being made do signals wait.
 */
#include "call.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "locate.h"
#include "rollout/programme/local_time.h"
#include "rollout/programme/results.h"

enum { WHO_MAX = 200 };

bool
call_given(const struct call *call, enum option_id id)
{
	return options_given(&call->options, id);
}

const char *
call_text(const struct call *call, enum option_id id)
{
	return call->options.values[id];
}

enum status
call_override(const struct call *call, const char **out, struct error *error)
{
	*out = call_text(call, OPTION_OVERRIDE);
	if (*out && !**out)
		return error_set(error, STATUS_USAGE,
			"--override needs the reason: it is shown from then on");
	return *out ? call_check_text("--override", *out, error) : STATUS_OK;
}

bool
call_wants_document(const struct call *call)
{
	return call_given(call, OPTION_JSON) || call_given(call, OPTION_FORMAT);
}

const char *
call_format(const struct call *call)
{
	const char *format = call_text(call, OPTION_FORMAT);

	return format ? format : "json";
}

enum status
call_write(const struct call *call, const char *result, const void *whole, struct error *error)
{
	return results_write(result, whole, call->today, call_format(call), STDOUT_FILENO, error);
}

enum status
call_write_record(const struct call *call, const struct type *type, int64_t id, struct error *error)
{
	return call_write_records(call, type, &id, 1, error);
}

enum status
call_write_records(const struct call *call, const struct type *type, const int64_t *ids,
	size_t count, struct error *error)
{
	return results_write_records(
		call->programme, type, ids, count, call_format(call), STDOUT_FILENO, error);
}

void
call_note(const struct call *call, const char *format, ...)
{
	struct error line = { 0 };
	va_list arguments;

	va_start(arguments, format);
	(void)vsnprintf(line.message, sizeof(line.message), format, arguments);
	va_end(arguments);
	print_message(
		print_needs_ascii(STDERR_FILENO, call_given(call, OPTION_ASCII)), line.message);
}

enum status
call_date(const struct call *call, enum option_id id, day today, day *out, struct error *error)
{
	const char *text = call_text(call, id);

	if (date_parse_human(text, today, out))
		return STATUS_OK;
	return error_set(error, STATUS_USAGE,
		"--%s must be a date such as 2027-03-31, today or +2w, not \"%s\"",
		options_row(id)->name, text);
}

enum status
call_number(const char *name, const char *text, int64_t *out, struct error *error)
{
	char *end;
	long long number;

	if (*text >= '0' && *text <= '9' && strlen(text) <= 18) {
		number = strtoll(text, &end, 10);
		if (*end == '\0' && number >= 1) {
			*out = number;
			return STATUS_OK;
		}
	}
	return error_set(error, STATUS_USAGE, "%s must be a whole number of at least 1, not \"%s\"",
		name, text);
}

enum status
call_type(const char *word, const struct type **type, struct error *error)
{
	const char *near;

	*type = type_find(word);
	if (*type)
		return STATUS_OK;
	near = type_suggest(word);
	if (near)
		return error_set(error, STATUS_NOT_FOUND, "no such type \"%s\"; did you mean %s?",
			word, near);
	return error_set(
		error, STATUS_NOT_FOUND, "no such type \"%s\"; `rollout types` lists them", word);
}

enum status
call_check_text(const char *what, const char *text, struct error *error)
{
	return text_require_good(what, text, strlen(text), true, error);
}

enum status
call_resolve(const struct call *call, const struct type *type, const char *word, int64_t *id,
	struct error *error)
{
	enum status status = call_check_text(type->label, word, error);

	return status ? status
		      : programme_resolve_typed(
				call->programme, type, word, strlen(word), id, error);
}

/* A day that was named stays today; else the clock says it, and says it again. */
static enum status
find_today(const struct call *call, struct programme_options *out, struct error *error)
{
	const char *name = "--today";
	const char *text = call_text(call, OPTION_TODAY);

	if (!text) {
		name = "ROLLOUT_TODAY";
		text = getenv("ROLLOUT_TODAY");
	}
	if (!text || !*text) {
		if (call_given(call, OPTION_TODAY))
			return error_set(error, STATUS_USAGE,
				"--today must be a date as YYYY-MM-DD, not nothing");
		out->today = local_today();
		out->clock = local_today;
		return STATUS_OK;
	}
	if (date_parse(text, &out->today))
		return STATUS_OK;
	return error_set(
		error, STATUS_USAGE, "%s must be a date as YYYY-MM-DD, not \"%s\"", name, text);
}

static enum status
find_who(struct call *call, const char **out, struct error *error)
{
	const char *name = "--as";
	const char *who = call_text(call, OPTION_AS);
	struct passwd *account;
	size_t length, offset;

	if (!who) {
		name = "ROLLOUT_USER";
		who = getenv("ROLLOUT_USER");
		if (who && !*who)
			who = NULL;
	}
	if (!who) {
		account = getpwuid(getuid());
		who = account && account->pw_name && *account->pw_name ? account->pw_name
								       : "unknown";
		who = arena_copy(&call->arena, who, strlen(who));
	}
	length = strlen(who);
	if (text_check(who, length, false, &offset) == TEXT_GOOD) {
		text_normalise(&call->arena, &who, &length);
		*out = arena_copy(&call->arena, who, length);
		if (length > 0 && text_count(who, length) <= WHO_MAX)
			return STATUS_OK;
	}
	return error_set(error, STATUS_USAGE,
		"%s must be a name of at most %d characters on one line", name, WHO_MAX);
}

static void
tell_wait(void *context)
{
	const struct call *call = context;

	if (isatty(STDERR_FILENO))
		call_note(call, "waiting for another process that is writing to the file …");
}

static void
tell_check(void *context)
{
	const struct call *call = context;

	if (isatty(STDERR_FILENO))
		call_note(call, "checking the whole file, as on its first opening here …");
}

enum status
call_prepare(struct call *call, struct programme_options *out, struct error *error)
{
	enum status status;

	*out = (struct programme_options){ .read_only = call_given(call, OPTION_READ_ONLY),
		.on_wait = tell_wait,
		.on_check = tell_check,
		.context = call };
	status = find_today(call, out, error);
	call->today = out->today;
	if (!status)
		status = find_who(call, &out->who, error);
	if (!status)
		out->state_folder = locate_state_folder(&call->arena);
	return status;
}

static void
tell_notices(const struct call *call)
{
	const char *line = programme_notices(call->programme);

	while (*line) {
		size_t length = strcspn(line, "\n");

		call_note(call, "%.*s", (int)length, line);
		line += length + (line[length] == '\n');
	}
}

enum status
call_open(struct call *call, struct error *error)
{
	struct programme_options options;
	const char *path = NULL;
	enum status status = call_prepare(call, &options, error);

	if (!status)
		status = locate_file(call_text(call, OPTION_FILE), &call->arena, &path, error);
	if (!status)
		status = programme_open(path, &options, &call->programme, error);
	if (!status)
		tell_notices(call);
	return status;
}

void
call_close(struct call *call)
{
	programme_close(call->programme);
	call->programme = NULL;
	arena_clear(&call->arena);
}

void
call_hold_signals(sigset_t *before)
{
	sigset_t ending;

	(void)sigemptyset(&ending);
	(void)sigaddset(&ending, SIGINT);
	(void)sigaddset(&ending, SIGTERM);
	(void)sigaddset(&ending, SIGHUP);
	(void)sigprocmask(SIG_BLOCK, &ending, before);
}

void
call_release_signals(const sigset_t *before)
{
	(void)sigprocmask(SIG_SETMASK, before, NULL);
}

bool
call_was_signalled(void)
{
	sigset_t waiting;

	return sigpending(&waiting) == 0 &&
	       (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 ||
		       sigismember(&waiting, SIGHUP) == 1);
}

char *
call_ask(struct call *call, const char *question)
{
	char answer[200];
	size_t length = 0;
	char byte;

	if (write(STDERR_FILENO, question, strlen(question)) < 0)
		return arena_copy(&call->arena, "", 0);
	while (read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
		if (length < sizeof(answer))
			answer[length++] = byte;
	return arena_copy(&call->arena, answer, length);
}
