/* SPDX-License-Identifier: MIT */
/*
 * Runs the person's editor. Must not leave what she wrote anywhere: the file is made for her alone,
 * in the folder for her session where there is one, and removed whatever happens.
 */
#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rollout/base/text.h"

enum { WORDS_MOST = 16, FILE_MOST = 1 << 20, CANNOT_RUN = 127 };

static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* The next word in its own place, as a shell would part them; NULL: there is none. */
static char *
take_word(char **rest)
{
	char *in = *rest + strspn(*rest, " \t"), *word = in, *out = in;
	char quote = '\0';

	if (!*in)
		return NULL;
	for (; *in && (quote || !strchr(" \t", *in)); in++) {
		if (*in == quote)
			quote = '\0';
		else if (!quote && strchr("\"'", *in))
			quote = *in;
		else if (*in == '\\' && quote != '\'' && in[1])
			*out++ = *++in;
		else
			*out++ = *in;
	}
	*rest = *in ? in + 1 : in;
	*out = '\0';
	return word;
}

/* Its words, as an argument vector ending in the file. */
static void
split_command(char *command, char *file, char *words[WORDS_MOST + 2])
{
	char *word;
	int count = 0;

	while (count < WORDS_MOST && (word = take_word(&command)) != NULL)
		words[count++] = word;
	words[count++] = file;
	words[count] = NULL;
}

static const char *
choose_command(void)
{
	const char *command = variable("VISUAL");

	command = command ? command : variable("EDITOR");
	return command && command[strspn(command, " \t")] ? command : "vi";
}

static void
run_child(char *file)
{
	const struct sigaction usual = { .sa_handler = SIG_DFL };
	char *words[WORDS_MOST + 2], *command = strdup(choose_command());
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	sigaction(SIGINT, &usual, NULL);
	sigaction(SIGQUIT, &usual, NULL);
	sigaction(SIGPIPE, &usual, NULL);
	sigaction(SIGTSTP, &usual, NULL);
	sigaction(SIGTERM, &usual, NULL);
	sigaction(SIGHUP, &usual, NULL);
	sigaction(SIGXFSZ, &usual, NULL);
	/* Errors of ours are kept back while the screen is drawn; the editor's are its own. */
	dup2(STDOUT_FILENO, STDERR_FILENO);
	if (command) {
		split_command(command, file, words);
		execvp(words[0], words);
	}
	_exit(CANNOT_RUN);
}

static enum status
run(char *file, struct error *error)
{
	int result = 0;
	pid_t child;

	child = fork();
	if (child == 0)
		run_child(file);
	while (child > 0 && waitpid(child, &result, 0) < 0 && errno == EINTR)
		;
	if (child < 0)
		return error_set(error, STATUS_FAILED, "no editor could be started");
	if (WIFEXITED(result) && WEXITSTATUS(result) == CANNOT_RUN)
		return error_set(error, STATUS_FAILED,
			"the editor \"%s\" is not there; set $VISUAL or $EDITOR", choose_command());
	if (!WIFEXITED(result) || WEXITSTATUS(result) != 0)
		return error_set(error, STATUS_FAILED,
			"the editor said that it failed; nothing was changed");
	return STATUS_OK;
}

/* Some editors end lines as Windows does. */
static void
drop_returns(struct buffer *text)
{
	size_t kept = 0;

	for (size_t i = 0; i < text->length; i++)
		if (text->data[i] != '\r' || i + 1 == text->length || text->data[i + 1] != '\n')
			text->data[kept++] = text->data[i];
	if (text->data)
		text->data[kept] = '\0';
	text->length = kept;
}

static enum status
read_back(const char *file, struct buffer *out, struct error *error)
{
	int descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char bytes[4096];
	size_t offset = 0;
	ssize_t count;

	buffer_reset(out);
	if (descriptor < 0)
		return error_set(error, STATUS_FAILED, "what was written is gone");
	while ((count = read(descriptor, bytes, sizeof bytes)) > 0 && out->length < FILE_MOST)
		buffer_append(out, bytes, (size_t)count);
	close(descriptor);
	if (count != 0)
		return error_set(error, STATUS_INVALID, "what was written is too long");
	drop_returns(out);
	while (out->length > 0 && strchr(" \t\r\n", out->data[out->length - 1]))
		out->data[--out->length] = '\0';
	if (memchr(buffer_text(out), '\0', out->length) ||
		text_check(buffer_text(out), out->length, true, &offset) != TEXT_GOOD)
		return error_set(error, STATUS_INVALID, "what was written is no text at byte %zu",
			offset + 1);
	return STATUS_OK;
}

static int
make_file(char *file, size_t size)
{
	const char *folder = variable("XDG_RUNTIME_DIR");
	int descriptor = -1;

	if (folder && (size_t)snprintf(file, size, "%s/rollout-XXXXXX", folder) < size)
		descriptor = mkstemp(file);
	folder = variable("TMPDIR") ? variable("TMPDIR") : "/tmp";
	if (descriptor < 0 && (size_t)snprintf(file, size, "%s/rollout-XXXXXX", folder) < size)
		descriptor = mkstemp(file);
	return descriptor;
}

enum status
editor_run(const struct buffer *text, struct buffer *out, bool *changed, struct error *error)
{
	char file[4096];
	int descriptor = make_file(file, sizeof file);
	const char *before = buffer_text(text);
	size_t length = text->length;
	enum status status = STATUS_OK;

	*changed = false;
	if (descriptor < 0)
		return error_set(error, STATUS_FAILED, "no file could be made for the editor");
	if (write(descriptor, before, length) != (ssize_t)length ||
		(length > 0 && write(descriptor, "\n", 1) != 1))
		status = error_set(error, STATUS_FAILED, "no space for the editor's file");
	close(descriptor);
	if (status == STATUS_OK)
		status = run(file, error);
	if (status == STATUS_OK)
		status = read_back(file, out, error);
	if (status == STATUS_OK)
		*changed = out->length > 0 &&
			   (out->length != length || memcmp(buffer_text(out), before, length) != 0);
	unlink(file);
	return status;
}
