/* SPDX-License-Identifier: MIT */
/*
 * Starts the process the way a program needs it that keeps other people's candid words, then
 * hands over to the command line. Nothing is decided here but what must be so before anything
 * else runs.
 */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rollout/cli/cli.h"
#include "rollout/tui/tui.h"
#include "rollout/tui/welcome.h"

/*
 * A descriptor 0, 1 or 2 that is closed would be given to the next file that is opened, and a
 * message would be written into it. In its place comes one that answers every attempt with an
 * error, except that input is empty.
 */
static void
keep_standard_descriptors(void)
{
	for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
		if (fcntl(descriptor, F_GETFD) != -1)
			continue;
		if (open("/dev/null", O_RDONLY) != descriptor)
			exit(STATUS_FAILED);
	}
}

/*
 * No core dump holds what people said; a closed pipe and a full quota are errors to be told,
 * not deaths.
 */
static void
protect_process(void)
{
	const struct rlimit none = { 0, 0 };
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	(void)umask(077);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)sigemptyset(&ignore.sa_mask);
	(void)sigaction(SIGPIPE, &ignore, NULL);
	(void)sigaction(SIGXFSZ, &ignore, NULL);
}

/*
 * Characters as the user has them; numbers and dates never change with the locale. Without one,
 * UTF-8 is the safer guess.
 */
static void
choose_locale(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	bool chosen = false;

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *value = getenv(variables[i]);

		chosen = chosen || (value && *value);
	}
	if (!chosen || !setlocale(LC_CTYPE, ""))
		(void)setlocale(LC_CTYPE, "C.UTF-8");
}

static struct tui_options
terminal_options(void *context, const struct cli_looks *looks)
{
	struct tui_options options = { .ascii = looks->ascii,
		.color = TUI_COLOR_AUTO,
		.import = looks->import,
		.notice = looks->notice,
		.state_folder = looks->state_folder,
		.ended_by = context };

	switch (looks->color) {
	case CLI_COLOR_AUTO: break;
	case CLI_COLOR_ALWAYS: options.color = TUI_COLOR_ALWAYS; break;
	case CLI_COLOR_NEVER: options.color = TUI_COLOR_NEVER; break;
	}
	return options;
}

/* context is where the number of the signal goes that ended the terminal. */
static enum status
open_terminal(void *context, struct programme *programme, const struct cli_looks *looks,
	struct error *error)
{
	const struct tui_options options = terminal_options(context, looks);

	return tui_run(programme, &options, error);
}

static enum status
welcome(void *context, const struct cli_looks *looks, const char *why, struct cli_start *out,
	struct error *error)
{
	static const enum cli_beginning beginnings[] = { [WELCOME_LEAVE] = CLI_LEAVE,
		[WELCOME_SAMPLE] = CLI_SAMPLE,
		[WELCOME_NEW] = CLI_NEW,
		[WELCOME_IMPORT] = CLI_IMPORT,
		[WELCOME_OPEN] = CLI_OPEN };
	const struct tui_options options = terminal_options(context, looks);
	struct welcome answer;
	enum status status = welcome_run(&options, why, &answer, error);

	*out = (struct cli_start){ .beginning = beginnings[answer.choice] };
	memcpy(out->name, answer.text, sizeof out->name);
	memcpy(out->file, answer.file, sizeof out->file);
	return status;
}

int
main(int argc, char **argv)
{
	int signal_number = 0;
	const struct cli_hooks hooks = { .welcome = welcome,
		.open_terminal = open_terminal,
		.each_key = tui_each_key,
		.context = &signal_number };
	int code;

	keep_standard_descriptors();
	protect_process();
	choose_locale();
	code = cli_run(argc, argv, &hooks);
	return signal_number ? 128 + signal_number : code;
}
