/* SPDX-License-Identifier: MIT */
/*
 * The command line: one call of the program, from its arguments to its exit code. Must not
 * start the terminal itself: the layers stand side by side, so main hands in what opens it.
 */
#ifndef ROLLOUT_CLI_CLI_H
#define ROLLOUT_CLI_CLI_H

#include "rollout/programme/programme.h"

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* What the user asked of everything that is drawn. */
struct cli_looks {
	enum cli_color color;
	bool ascii;
	const char *import; /* a register to look at first; NULL: none */
	const char *notice; /* what to say first; NULL: nothing in particular */
	const char *state_folder; /* where this machine keeps what it remembers; NULL: nowhere */
};

/* How somebody begins who has no programme to open yet. */
enum cli_beginning { CLI_LEAVE, CLI_SAMPLE, CLI_NEW, CLI_IMPORT, CLI_OPEN };

struct cli_start {
	enum cli_beginning beginning;
	char name[512]; /* of a new programme */
	char file[4096]; /* of the register that is imported, or the programme that is opened */
};

struct cli_hooks {
	/* Asks how to begin, telling why there is nothing to open; with a terminal only. */
	enum status (*welcome)(void *context, const struct cli_looks *looks, const char *why,
		struct cli_start *out, struct error *error);
	/*
	 * Shows the programme until the user leaves; called only with a terminal on standard
	 * input and output.
	 */
	enum status (*open_terminal)(void *context, struct programme *programme,
		const struct cli_looks *looks, struct error *error);
	/* Tells every key of the terminal: where it works ("everywhere", in groups), which it is
	 * ("Up, k"), the name of what it does, and what that is. */
	void (*each_key)(void (*tell)(void *paper, const char *where, const char *keys,
				 const char *name, const char *help),
		void *paper);
	void *context;
};

/*
 * Runs the command that the arguments name. The exit code of contract.md; its message has been
 * printed.
 */
int cli_run(int argc, char **argv, const struct cli_hooks *hooks);

#endif
