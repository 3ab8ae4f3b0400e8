/* SPDX-License-Identifier: MIT */
/*
 * Reads the options. Must not look at the environment or at what a value means beyond a list of
 * words: that is for those who use it. The short-option string begins with a dash, so that
 * getopt hands out all arguments in order and POSIXLY_CORRECT changes nothing.
 */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/results.h"
#include "suggest.h"

/* A long option's value for getopt: above any letter. */
enum { LONG_BASE = 1000 };

static const struct option_row rows[OPTION_COUNT] = {
	[OPTION_FILE] = { "file", 'f', "FILE", NULL, "the programme file" },
	[OPTION_JSON] = { "json", 0, NULL, NULL, "print the result as JSON" },
	[OPTION_FORMAT] = { "format", 0, "FORMAT", NULL,
		"how it is written: see `rollout help formats`" },
	[OPTION_OUTPUT] = { "output", 'o', "FILE", NULL, "write to FILE; - is standard output" },
	[OPTION_FORCE] = { "force", 0, NULL, NULL, "replace a file that exists" },
	[OPTION_BOM] = { "bom", 0, NULL, NULL,
		"begin CSV with the mark that spreadsheets look for" },
	[OPTION_AUDIENCE] = { "audience", 0, "WHO", "lead leadership team",
		"who will read it: lead, leadership or team" },
	[OPTION_DRY_RUN] = { "dry-run", 'n', NULL, NULL, "say what would change, change nothing" },
	[OPTION_REMOVE] = { "remove", 0, NULL, NULL,
		"remove what a plan added and nothing asks for any more" },
	[OPTION_ONLY] = { "only", 0, "KEY,...", NULL, "take these items of the plan alone" },
	[OPTION_NOT] = { "not", 0, "KEY,...", NULL, "take all items of the plan but these" },
	[OPTION_SKIP_INVALID] = { "skip-invalid", 0, NULL, NULL,
		"import the valid records; needs --rejects" },
	[OPTION_REJECTS] = { "rejects", 0, "FILE", NULL,
		"write the records left out, and why, to FILE" },
	[OPTION_MAP] = { "map", 0, "COLUMN=FIELD", NULL, "read COLUMN as FIELD; may be repeated" },
	[OPTION_BY] = { "by", 0, "WHAT", NULL,
		"import: id=REF,..., whose known ids the file has under a new name; measures: "
		"what cuts them" },
	[OPTION_DATES] = { "dates", 0, "ORDER", "dmy mdy ymd",
		"how the file writes dates, where a column does not tell" },
	[OPTION_ENCODING] = { "encoding", 0, "NAME", "utf-8 windows-1252",
		"how the file's letters are encoded" },
	[OPTION_OWNERS] = { "owners", 0, "WHICH", "first",
		"of several owners in a cell the first is meant" },
	[OPTION_SHEET] = { "sheet", 0, "NAME", NULL, "which sheet of a workbook is read" },
	[OPTION_STARTS_ON] = { "starts-on", 0, "DATE", NULL,
		"first day of the programme; else today" },
	[OPTION_LAUNCHES_ON] = { "launches-on", 0, "DATE", NULL,
		"day on which the first teams start" },
	[OPTION_BARE] = { "bare", 0, NULL, NULL, "leave the templates out" },
	[OPTION_IF_MISSING] = { "if-missing", 0, NULL, NULL, "do nothing when the file exists" },
	[OPTION_SINCE] = { "since", 0, "DATE", NULL, "only from that day on" },
	[OPTION_SORT] = { "sort", 0, "FIELD", NULL, "sort by FIELD; -FIELD: from the greatest" },
	[OPTION_LIMIT] = { "limit", 0, "N", NULL, "at most N of them" },
	[OPTION_AFTER] = { "after", 0, "REF", NULL, "only what comes behind that record" },
	[OPTION_COLUMNS] = { "columns", 0, "A,B,C", NULL, "only these fields, in this order" },
	[OPTION_WHERE] = { "where", 0, "FILTER", NULL,
		"all records for which that holds, as in list; instead of REF" },
	[OPTION_GROUP_BY] = { "group-by", 0, "FIELD", NULL, "by what stands in FIELD" },
	[OPTION_YES] = { "yes", 'y', NULL, NULL, "go on without asking" },
	[OPTION_NO_INPUT] = { "no-input", 0, NULL, NULL,
		"never ask; stop where a question would be" },
	[OPTION_OVERRIDE] = { "override", 0, "REASON", NULL,
		"let through what a rule refuses, for a reason that stays visible" },
	[OPTION_READ_ONLY] = { "read-only", 0, NULL, NULL, "open the file for reading only" },
	[OPTION_TODAY] = { "today", 0, "DATE", NULL, "the day that rules and lists go by" },
	[OPTION_AS] = { "as", 0, "WHO", NULL, "who is recorded in the history" },
	[OPTION_COLOR] = { "color", 0, "WHEN", "auto always never", "auto, always or never" },
	[OPTION_ASCII] = { "ascii", 0, NULL, NULL, "show nothing but ASCII characters" },
	[OPTION_HELP] = { "help", 'h', NULL, NULL, "explain the command" },
	[OPTION_VERSION] = { "version", 0, NULL, NULL, "print the version" },
};

/* What getopt needs to know, made from the rows. */
struct grammar {
	struct option longs[OPTION_COUNT + 1];
	char letters[2 * OPTION_COUNT + 3];
};

const struct option_row *
options_row(enum option_id id)
{
	return &rows[id];
}

void
options_append_words(enum option_id id, struct buffer *out)
{
	if (rows[id].words)
		buffer_append_text(out, rows[id].words);
	for (size_t i = 0; id == OPTION_FORMAT && results_format_name(i); i++)
		buffer_format(out, "%s%s", i ? " " : "", results_format_name(i));
}

enum option_id
options_find(const char *name)
{
	enum option_id id = OPTION_FILE;

	while (id < OPTION_COUNT && strcmp(rows[id].name, name) != 0)
		id++;
	return id;
}

bool
options_given(const struct options *options, enum option_id id)
{
	return options->values[id] != NULL;
}

bool
options_lists(const char *list, const char *word)
{
	size_t length = strlen(word);

	while (*list) {
		size_t next = strcspn(list, " ");

		if (next == length && memcmp(list, word, length) == 0)
			return true;
		list += next + strspn(list + next, " ");
	}
	return false;
}

bool
options_make_no_difference(const char *list, enum option_id id)
{
	static const char always[] = "file json force remove skip-invalid rejects map by yes "
				     "no-input today as color ascii";

	/* Who does not write is not recorded either. */
	return id == OPTION_READ_ONLY ? !options_lists(list, "as")
				      : options_lists(always, rows[id].name);
}

enum cli_color
options_color(const struct options *options)
{
	const char *when = options->values[OPTION_COLOR];

	if (when && strcmp(when, "always") == 0)
		return CLI_COLOR_ALWAYS;
	if (when && strcmp(when, "never") == 0)
		return CLI_COLOR_NEVER;
	return CLI_COLOR_AUTO;
}

static void
fill_grammar(struct grammar *grammar)
{
	char *letter = grammar->letters;

	*letter++ = '-';
	*letter++ = ':';
	for (int id = 0; id < OPTION_COUNT; id++) {
		grammar->longs[id] = (struct option){ rows[id].name,
			rows[id].argument ? required_argument : no_argument, NULL, LONG_BASE + id };
		if (!rows[id].letter)
			continue;
		*letter++ = rows[id].letter;
		if (rows[id].argument)
			*letter++ = ':';
	}
}

static enum option_id
find_letter(int letter)
{
	enum option_id id = OPTION_FILE;

	while (id < OPTION_COUNT && rows[id].letter != letter)
		id++;
	return id;
}

static enum status
fail_unknown(const char *argument, int letter, struct arena *arena, struct error *error)
{
	const char *names[OPTION_COUNT];
	const char *word;

	if (argument[0] != '-' || argument[1] != '-')
		return error_set(error, STATUS_USAGE, "no such option -%c", letter);
	word = arena_copy(arena, argument, strcspn(argument, "="));
	if (options_find(word + 2) < OPTION_COUNT)
		return error_set(error, STATUS_USAGE, "%s takes no value", word);
	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++)
		names[id] = arena_format(arena, "--%s", rows[id].name);
	(void)error_set(error, STATUS_USAGE, "no such option %s", word);
	suggest_append(error, word, names, OPTION_COUNT);
	return STATUS_USAGE;
}

static enum status
add_map(struct options *options, const char *text, struct arena *arena, struct error *error)
{
	const char *equals = strrchr(text, '=');

	if (!equals || equals == text || !equals[1])
		return error_set(
			error, STATUS_USAGE, "--map must be COLUMN=FIELD, not \"%s\"", text);
	if (options->map_count == MAPS_MAX)
		return error_set(
			error, STATUS_USAGE, "--map is given more than %d times", MAPS_MAX);
	options->maps[options->map_count++] = (struct column_choice){
		.column = arena_copy(arena, text, (size_t)(equals - text)),
		.field = equals + 1,
	};
	return STATUS_OK;
}

static enum status
add_renamed(struct options *options, const char *text, struct arena *arena, struct error *error)
{
	const char *at = text + strlen("id=");

	/* What else there is, the command knows. */
	if (strncmp(text, "id=", strlen("id=")) != 0 || !*at)
		return STATUS_OK;
	for (; *at; at += *at == ',') {
		size_t length = strcspn(at, ",");

		if (options->renamed_count == RENAMES_MAX)
			return error_set(error, STATUS_USAGE, "--by names more than %d records",
				RENAMES_MAX);
		if (length > 0)
			options->renamed[options->renamed_count++] = arena_copy(arena, at, length);
		at += length;
	}
	return STATUS_OK;
}

static enum status
take_option(struct options *options, enum option_id id, const char *value, struct arena *arena,
	struct error *error)
{
	struct buffer words = { 0 };
	bool refused;

	options_append_words(id, &words);
	refused = words.length > 0 && value && !options_lists(words.data, value);
	if (refused)
		(void)error_set(error, STATUS_USAGE, "--%s must be one of %s, not \"%s\"",
			rows[id].name, words.data, value);
	buffer_clear(&words);
	if (refused)
		return STATUS_USAGE;
	if ((id == OPTION_ONLY || id == OPTION_NOT) && options->values[id])
		value = arena_format(arena, "%s,%s", options->values[id], value);
	options->values[id] = value ? value : "";
	if (id == OPTION_BY && value)
		return add_renamed(options, value, arena, error);
	return id == OPTION_MAP && value ? add_map(options, value, arena, error) : STATUS_OK;
}

enum status
options_parse(
	struct options *options, int argc, char **argv, struct arena *arena, struct error *error)
{
	struct grammar grammar = { .letters = "" };
	enum status status = STATUS_OK;

	fill_grammar(&grammar);
	options->words = arena_alloc(arena, sizeof(*options->words) * ((size_t)argc + 1));
	opterr = 0;
	optind = 1;
	while (status == STATUS_OK) {
		int before = optind;
		int found = getopt_long(argc, argv, grammar.letters, grammar.longs, NULL);

		if (found == -1)
			break;
		if (found == 1)
			options->words[options->word_count++] = optarg;
		else if (found == '?')
			status = fail_unknown(argv[before], optopt, arena, error);
		else if (found == ':')
			status = error_set(
				error, STATUS_USAGE, "%s needs a value", argv[optind - 1]);
		else
			status = take_option(options,
				found >= LONG_BASE ? (enum option_id)(found - LONG_BASE)
						   : find_letter(found),
				optarg, arena, error);
	}
	while (optind < argc && status == STATUS_OK)
		options->words[options->word_count++] = argv[optind++];
	return status;
}
