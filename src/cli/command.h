/* SPDX-License-Identifier: MIT */
/*
 * The command table: which commands there are, what they take and what they are for. Dispatch,
 * usage errors, help, completion and man page all read it. Its rows stand beside the functions:
 * each cmd_*.c ends with a table that is called as the file, and is found by that name.
 */
#ifndef ROLLOUT_CLI_COMMAND_H
#define ROLLOUT_CLI_COMMAND_H

#include "call.h"

/* Options are named, not numbered, so that a row can be read. Those of every command that writes to
 * a file: */
#define OPENING "file today as color ascii help"
/* Of those that only read it. */
#define READING "file read-only today color ascii help"
#define PLAIN "color ascii help"
/* Of those whose result can be a document. */
#define RESULT "json format "

/* What an argument is: for completion. */
enum word_kind {
	WORD_NONE,
	WORD_FREE,
	WORD_FILE,
	WORD_TYPE,
	WORD_FIELD,
	WORD_DOCUMENT,
	WORD_SCHEMA,
	WORD_TOPIC,
	WORD_SHELL,
	WORD_RULE
};

/* The parts of help, in its order: a command's place is one of them and a number below 1000. */
enum command_group {
	COMMANDS_PROGRAMME = 1000,
	COMMANDS_RECORDS = 2000,
	COMMANDS_DERIVED = 3000,
	COMMANDS_EXCHANGE = 4000,
	COMMANDS_HELP = 5000
};

/* A row; a table ends with one without a name. */
struct command {
	int place; /* help lists the small ones first */
	const char *name;
	/*
	 * As the synopsis shows them; NULL where it takes none. How many there may be, and what
	 * completion offers, follows: what stands in brackets may be left out, what ends in … may
	 * be several.
	 */
	const char *arguments;
	const char *summary; /* a few words */
	const char *help; /* sentences, one paragraph a line */
	const char *options; /* the names of those that apply, separated by spaces */
	enum status (*run)(struct call *call, struct error *error);
};

enum { WORD_KINDS_MAX = 6, WORDS_ANY = 1 << 30 };

struct command_words {
	size_t least, most; /* how many */
	size_t count;
	enum word_kind kinds[WORD_KINDS_MAX]; /* where there may be more, they are as the last */
};

/* The tables of all cmd_*.c, NULL behind the last: the build writes it from the names of the files.
 */
extern const struct command *const command_tables[];

/* What runs where no command is named. It stands in no table. */
extern const struct command command_default;

/* The first row in the order of help that comes behind one; behind NULL, the first of all. NULL at
 * the end. */
const struct command *command_next(const struct command *behind);
const struct command *command_find(const char *name); /* NULL when there is none */
/* The group of a command, as help calls it. */
const char *command_group_name(const struct command *command);
/* What its arguments say. */
struct command_words command_words(const struct command *command);
/* "rollout list TYPE [FILTER…]" */
const char *command_synopsis(const struct command *command, struct arena *arena);
enum status command_fail_unknown(const char *name, struct error *error);

#endif
