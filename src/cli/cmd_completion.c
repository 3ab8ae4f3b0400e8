/* SPDX-License-Identifier: MIT */
/* completion: prints the script of a shell. */
#include <string.h>

#include "completion.h"

static enum status
cmd_completion_run(struct call *call, struct error *error)
{
	static const struct {
		const char *name;
		void (*append)(struct buffer *out);
	} shells[] = {
		{ "bash", completion_append_bash },
		{ "zsh", completion_append_zsh },
		{ "fish", completion_append_fish },
	};

	for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++) {
		struct buffer script = { 0 };

		if (strcmp(shells[i].name, call->words[0]) != 0)
			continue;
		shells[i].append(&script);
		print_safe(&call->paper, PRINT_PLAIN, script.data, script.length);
		buffer_clear(&script);
		return STATUS_OK;
	}
	return error_set(error, STATUS_USAGE,
		"completion is there for bash, zsh and fish, not for \"%s\"", call->words[0]);
}

const struct command cmd_completion[] = {
	{
		.place = COMMANDS_HELP + 20,
		.name = "completion",
		.arguments = "bash|zsh|fish",
		.summary = "print what makes a shell complete these commands",
		.help = "Prints a script for the shell to read.",
		.options = "help",
		.run = cmd_completion_run,
	},
	{ .name = NULL },
};
