/* SPDX-License-Identifier: MIT */
/*
 * The options: one table of all of them, and reading them from the arguments. Which of them a
 * command goes by is said in the command table. Another is taken where what it promises holds in
 * any case (never to ask, where nothing is asked), else a usage error: no promise is broken
 * silently.
 */
#ifndef ROLLOUT_CLI_OPTIONS_H
#define ROLLOUT_CLI_OPTIONS_H

#include "rollout/base/memory.h"
#include "rollout/cli/cli.h"
#include "rollout/programme/exchange.h"

enum option_id {
	OPTION_FILE,
	OPTION_JSON,
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_FORCE,
	OPTION_BOM,
	OPTION_AUDIENCE,
	OPTION_DRY_RUN,
	OPTION_REMOVE,
	OPTION_ONLY,
	OPTION_NOT,
	OPTION_SKIP_INVALID,
	OPTION_REJECTS,
	OPTION_MAP,
	OPTION_BY,
	OPTION_DATES,
	OPTION_ENCODING,
	OPTION_OWNERS,
	OPTION_SHEET,
	OPTION_STARTS_ON,
	OPTION_LAUNCHES_ON,
	OPTION_BARE,
	OPTION_IF_MISSING,
	OPTION_SINCE,
	OPTION_SORT,
	OPTION_LIMIT,
	OPTION_AFTER,
	OPTION_COLUMNS,
	OPTION_WHERE,
	OPTION_GROUP_BY,
	OPTION_YES,
	OPTION_NO_INPUT,
	OPTION_OVERRIDE,
	OPTION_READ_ONLY,
	OPTION_TODAY,
	OPTION_AS,
	OPTION_COLOR,
	OPTION_ASCII,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_COUNT
};

struct option_row {
	const char *name; /* without the dashes */
	char letter; /* 0: none */
	const char *argument; /* "FILE"; NULL where it takes none */
	const char *words; /* what the argument may be, separated by spaces; NULL: anything,
			      but a format has its own table */
	const char *help; /* a few words */
};

enum { MAPS_MAX = 64, RENAMES_MAX = 256 };

/* Start from {0}. Borrows the arguments. */
struct options {
	/* "" for an option without an argument, NULL where it was not given; --only and --not given
	 * again add to it, behind a comma */
	const char *values[OPTION_COUNT];
	struct column_choice maps[MAPS_MAX];
	size_t map_count;
	const char *renamed[RENAMES_MAX]; /* the REFs of --by id=REF,… */
	size_t renamed_count;
	char **words; /* what is not an option, in order */
	size_t word_count;
};

const struct option_row *options_row(enum option_id id);
/* Appends what the argument may be, separated by spaces; nothing where it may be anything. */
void options_append_words(enum option_id id, struct buffer *out);
/* OPTION_COUNT when no option is called that. */
enum option_id options_find(const char *name);
bool options_given(const struct options *options, enum option_id id);
/* Whether the option makes no difference to a command with that list of options, which does not
 * name it. */
bool options_make_no_difference(const char *list, enum option_id id);
/* STATUS_USAGE for what no command would understand. */
enum status STATUS_CHECKED options_parse(
	struct options *options, int argc, char **argv, struct arena *arena, struct error *error);
/* Whether word stands among the words of list, which are separated by spaces. */
bool options_lists(const char *list, const char *word);
enum cli_color options_color(const struct options *options);

#endif
