/* SPDX-License-Identifier: MIT */
/*
 * Goes through the tables of commands. Their order is that of the rows, whatever file they stand
 * in.
 */
#include "command.h"

#include <string.h>

#include "suggest.h"

enum { NAMES_MAX = 128 };

static int
compare(const struct command *a, const struct command *b)
{
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return strcmp(a->name, b->name);
}

const struct command *
command_next(const struct command *behind)
{
	const struct command *next = NULL;

	for (const struct command *const *table = command_tables; *table; table++)
		for (const struct command *row = *table; row->name; row++)
			if ((!behind || compare(row, behind) > 0) &&
				(!next || compare(row, next) < 0))
				next = row;
	return next;
}

const struct command *
command_find(const char *name)
{
	const struct command *row = command_next(NULL);

	while (row && strcmp(row->name, name) != 0)
		row = command_next(row);
	return row;
}

const char *
command_group_name(const struct command *command)
{
	static const char *const names[] = { "programme", "records", "derived", "exchange",
		"help" };

	return names[command->place / COMMANDS_PROGRAMME - 1];
}

static enum word_kind
kind_of(const char *word, size_t length)
{
	static const struct {
		const char *word;
		enum word_kind kind;
	} known[] = {
		{ "TYPE", WORD_TYPE },
		{ "FILE", WORD_FILE },
		{ "RULE", WORD_RULE },
		{ "FILTER…", WORD_FIELD },
		{ "field=value…", WORD_FIELD },
		{ "TYPE|FORMAT", WORD_SCHEMA },
		{ "register|", WORD_DOCUMENT },
		{ "COMMAND|", WORD_TOPIC },
		{ "bash|", WORD_SHELL },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		size_t begin = strlen(known[i].word);
		bool list = known[i].word[begin - 1] == '|';

		if (list ? begin < length : begin == length)
			if (memcmp(known[i].word, word, begin) == 0)
				return known[i].kind;
	}
	return WORD_FREE;
}

struct command_words
command_words(const struct command *command)
{
	static const char several[] = "…";
	static const size_t ending = sizeof several - 1;
	struct command_words words = { 0 };
	int depth = 0;

	for (const char *at = command->arguments ? command->arguments : ""; *at;) {
		size_t length = strcspn(at, " []");

		if (length == 0) {
			depth += *at == '[' ? 1 : *at == ']' ? -1 : 0;
			at++;
			continue;
		}
		if (words.count < WORD_KINDS_MAX)
			words.kinds[words.count++] = kind_of(at, length);
		words.least += depth == 0;
		words.most++;
		at += length;
		if (length >= ending && memcmp(at - ending, several, ending) == 0)
			words.most = WORDS_ANY;
	}
	return words;
}

const char *
command_synopsis(const struct command *command, struct arena *arena)
{
	return arena_format(arena, "rollout%s%s%s%s", *command->name ? " " : "", command->name,
		command->arguments ? " " : "", command->arguments ? command->arguments : "");
}

enum status
command_fail_unknown(const char *name, struct error *error)
{
	const char *names[NAMES_MAX];
	size_t count = 0;

	for (const struct command *row = command_next(NULL); row && count < NAMES_MAX;
		row = command_next(row))
		names[count++] = row->name;
	(void)error_set(error, STATUS_USAGE, "no such command \"%s\"", name);
	suggest_append(error, name, names, count);
	return error->status;
}
