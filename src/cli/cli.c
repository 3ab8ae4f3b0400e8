/* SPDX-License-Identifier: MIT */
/*
 * From arguments to exit code: reads the options, finds the command, checks what applies to it,
 * runs it and prints what went wrong. A word that is no command is a file only where it looks
 * like one, so that a mistyped command never becomes "no such file".
 */
#include "rollout/cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "cmd_help.h"

static bool
looks_like_file(const char *word)
{
	static const char suffix[] = ".rollout";
	size_t length = strlen(word);
	size_t end = sizeof(suffix) - 1;
	struct stat file;

	if (strchr(word, '/') || (length > end && strcmp(word + length - end, suffix) == 0))
		return true;
	return stat(word, &file) == 0 && S_ISREG(file.st_mode);
}

static enum status
choose_command(struct call *call, struct error *error)
{
	struct options *options = &call->options;
	const char *word = options->word_count > 0 ? options->words[0] : NULL;

	call->command = word ? command_find(word) : &command_default;
	if (!call->command && word && looks_like_file(word))
		call->command = &command_default;
	if (!call->command)
		return command_fail_unknown(word, error);
	call->words = options->words + (*call->command->name ? 1 : 0);
	call->word_count = options->word_count - (*call->command->name ? 1 : 0);
	return STATUS_OK;
}

static enum status
check_options(const struct call *call, struct error *error)
{
	const char *name = *call->command->name ? call->command->name : "rollout without a command";

	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++) {
		if (call_given(call, id) &&
			!options_lists(call->command->options, options_row(id)->name) &&
			!options_make_no_difference(call->command->options, id))
			return error_set(error, STATUS_USAGE, "%s takes no option --%s", name,
				options_row(id)->name);
	}
	return STATUS_OK;
}

static enum status
check_words(struct call *call, struct error *error)
{
	const struct command *command = call->command;
	const struct command_words words = command_words(command);
	const char *synopsis = command_synopsis(command, &call->arena);

	if (call->word_count < words.least)
		return error_set(error, STATUS_USAGE, "%s: something is missing; usage: %s",
			command->name, synopsis);
	if (call->word_count > words.most)
		return error_set(error, STATUS_USAGE, "unexpected argument \"%s\"; usage: %s",
			call->words[words.most], synopsis);
	return STATUS_OK;
}

static enum status
run(struct call *call, struct error *error)
{
	enum status status = choose_command(call, error);

	if (!status && call_given(call, OPTION_HELP)) {
		cmd_help_print(&call->paper, call->command);
		return STATUS_OK;
	}
	if (!status && call_given(call, OPTION_VERSION) && !*call->command->name &&
		call->word_count == 0) {
		print_text(&call->paper, PRINT_PLAIN, "rollout " ROLLOUT_VERSION);
		print_end_line(&call->paper);
		return STATUS_OK;
	}
	if (!status)
		status = check_options(call, error);
	if (!status)
		status = check_words(call, error);
	if (!status)
		status = call->command->run(call, error);
	return status;
}

static int
finish(struct call *call, enum status status, struct error *error)
{
	struct error output = { 0 };
	bool ascii = print_needs_ascii(STDERR_FILENO, call_given(call, OPTION_ASCII));
	enum status written = print_finish(&call->paper, &output);

	if (status && *error->message)
		print_message(ascii, error->message);
	if (written && *output.message && !status)
		print_message(ascii, output.message);
	if (!status)
		status = written;
	if (!status && call->findings)
		status = STATUS_FINDINGS;
	call_close(call);
	return (int)status;
}

int
cli_run(int argc, char **argv, const struct cli_hooks *hooks)
{
	struct call call = { .hooks = hooks };
	struct error error = { 0 };
	enum status status = options_parse(&call.options, argc, argv, &call.arena, &error);
	struct cli_looks looks = { .color = options_color(&call.options),
		.ascii = call_given(&call, OPTION_ASCII) };

	print_init(&call.paper, &looks);
	if (!status)
		status = run(&call, &error);
	return finish(&call, status, &error);
}
