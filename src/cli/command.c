/* SPDX-License-Identifier: MIT */
/*
 * The command table. Must not do anything itself. Options are named, not numbered, so that a row can be read; a test proves that every
 * name is one.
 */
#include "command.h"

#include <string.h>

#include "suggest.h"

/* Options of every command that opens a file. */
#define OPENING "file today as color ascii help"
/* Of those that only read it. */
#define READING "file read-only today color ascii help"
#define PLAIN "color ascii help"

static const struct command programme_commands[] = {
	{ "new", "NAME", "start a programme in a new file",
	  "Makes a programme file with the question bank, workstreams, risks, RACI example, forums and playbook to start "
	  "from; --bare leaves them out.\n"
	  "The file is what -f or $ROLLOUT_FILE says, else the name in plain letters with .rollout behind it, in this folder.",
	  "starts-on launches-on bare file today as ascii help", 1, 1, { WORD_FREE }, cmd_programme_new },
	{ "sample", "", "make a file with a fictional organisation to look around in",
	  "Makes a programme file that is nine weeks under way, in sample.rollout or what -f or $ROLLOUT_FILE says.",
	  "if-missing file today as ascii help", 0, 0, { WORD_NONE }, cmd_programme_sample },
	{ "status", "", "what changed, what is blocked, what decision is needed",
	  "Prints the control room as text.", "json " READING, 0, 0, { WORD_NONE }, cmd_status_show },
	{ "check", "[RULE]", "what the rule book finds",
	  "Runs the rules, or only the one that is named, and lists what they find, errors first. Exit code 6 when there is "
	  "an error among it.",
	  "json " READING, 0, 1, { WORD_RULE }, cmd_check_run },
	{ "log", "", "who changed what, and when", "Lists the steps of the history, newest first.",
	  "since limit json " READING, 0, 0, { WORD_NONE }, cmd_history_log },
	{ "undo", "[N]", "take back the last change, or the last N",
	  "Takes back the newest step that stands, whoever made it. redo brings it back until something else is changed.",
	  "json " OPENING, 0, 1, { WORD_FREE }, cmd_history_undo },
	{ "redo", "[N]", "bring back what was undone", "Brings back the step that was undone last, or the last N.",
	  "json " OPENING, 0, 1, { WORD_FREE }, cmd_history_redo },
	{ "backup", "FILE", "copy the programme to a new file",
	  "Makes a copy that is consistent also while others write. FILE must not exist yet.", "file read-only ascii help", 1, 1, { WORD_FILE },
	  cmd_programme_backup },
	{ "verify", "", "look for damage in the file",
	  "Looks at every page, index, reference, text and date. Exit code 6 when something is wrong.", "json " READING, 0, 0,
	  { WORD_NONE }, cmd_programme_verify },
};

static const struct command record_commands[] = {
	{ "types", "[TYPE]", "the types of records, or the fields of one",
	  "Lists what a programme file can hold. With a type, lists its fields and what to write in them.", "json today " PLAIN, 0, 1,
	  { WORD_TYPE }, cmd_types_list },
	{ "schema", "TYPE|FORMAT", "the JSON Schema of a type or of a document",
	  "Prints a JSON Schema (2020-12). FORMAT is register, roadmap, programme, findings, list, log, status or import. sql "
	  "prints the tables of the file instead. The type that is called programme is programmes here.",
	  "help", 1, 1, { WORD_SCHEMA }, cmd_types_schema },
	{ "list", "TYPE [FILTER…]", "the records of a type",
	  "Lists records. A filter is field=value, field!=value, field<value, field<=value, field>value, field>=value or "
	  "field~text (contains, whatever the case); all of them must hold. Nothing behind = asks for records without a value.",
	  "sort limit after columns json " READING, 1, WORDS_ANY, { WORD_TYPE, WORD_FIELD }, cmd_list_run },
	{ "show", "TYPE REF", "one record with all its fields",
	  "REF is the record's id, its key, or its name where only one is called so. programme needs none.", "json " READING, 1, 2,
	  { WORD_TYPE, WORD_FREE }, cmd_records_show },
	{ "add", "TYPE field=value…", "add a record",
	  "Adds a record with these values. References are written as id, key or name; dates also as today, +2w or fri. "
	  "`rollout types TYPE` lists the fields.",
	  "json " OPENING, 2, WORDS_ANY, { WORD_TYPE, WORD_FIELD }, cmd_records_add },
	{ "set", "TYPE REF field=value…", "change fields of a record",
	  "Nothing behind = empties the field. programme needs no REF.", "json " OPENING, 2, WORDS_ANY,
	  { WORD_TYPE, WORD_FREE, WORD_FIELD }, cmd_records_set },
	{ "remove", "TYPE REF…", "remove records and what cannot be without them",
	  "Says what goes along and what is left without them, and asks; where it cannot ask it stops with exit code 7 unless "
	  "--yes is given.",
	  "yes no-input dry-run json " OPENING, 2, WORDS_ANY, { WORD_TYPE, WORD_FREE }, cmd_remove_run },
};

static const struct command exchange_commands[] = {
	{ "import", "register|roadmap|programme|TYPE FILE", "read records from a file",
	  "Reads JSON, JSON Lines or CSV; - is standard input. The whole file is checked before anything is written, and is one "
	  "step of the history. Records with an id that is known here are changed, others are added.\n"
	  "Column names are matched with the dictionary's; what was taken for what is shown. --map settles a doubt.",
	  "dry-run skip-invalid rejects force map json " OPENING, 2, 2, { WORD_DOCUMENT, WORD_FILE }, cmd_import_run },
	{ "export", "register|roadmap|programme|TYPE", "write records to a file or standard output",
	  "Writes the document for the audience: the lead's (the default) holds everything; leadership's leaves notes, concerns "
	  "and resistance out; the team's has no opinion about anybody. A file called *.csv is CSV without being told.",
	  "format output force audience " READING, 1, 1, { WORD_DOCUMENT }, cmd_export_run },
};

static const struct command help_commands[] = {
	{ "help", "[COMMAND|keys|formats]", "explain a command, the keys or the formats", "Without a word, lists the commands.",
	  PLAIN, 0, 1, { WORD_TOPIC }, cmd_help_run },
	{ "completion", "bash|zsh|fish", "print what makes a shell complete these commands",
	  "Prints a script for the shell to read.", "help", 1, 1, { WORD_SHELL }, cmd_completion_run },
};

static const struct command default_command = {
	"", "[FILE]", "open the programme in the terminal",
	"Opens the programme. Without a terminal on input and output, prints what `rollout status` prints.",
	"json version read-only " OPENING, 0, 1, { WORD_FILE }, cmd_programme_default
};

static const struct command_group groups[] = {
	{ "programme", programme_commands, sizeof(programme_commands) / sizeof(programme_commands[0]) },
	{ "records", record_commands, sizeof(record_commands) / sizeof(record_commands[0]) },
	{ "exchange", exchange_commands, sizeof(exchange_commands) / sizeof(exchange_commands[0]) },
	{ "help", help_commands, sizeof(help_commands) / sizeof(help_commands[0]) },
};

enum { GROUP_COUNT = sizeof(groups) / sizeof(groups[0]), NAMES_MAX = 64 };

const struct command_group *
command_groups(size_t *count)
{
	*count = GROUP_COUNT;
	return groups;
}

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < GROUP_COUNT; i++)
		for (size_t j = 0; j < groups[i].count; j++)
			if (strcmp(groups[i].commands[j].name, name) == 0)
				return &groups[i].commands[j];
	return NULL;
}

const struct command *
command_default(void)
{
	return &default_command;
}

const char *
command_synopsis(const struct command *command, struct arena *arena)
{
	return arena_format(arena, "rollout%s%s%s%s", *command->name ? " " : "", command->name,
		*command->arguments ? " " : "", command->arguments);
}

enum status
command_fail_unknown(const char *name, struct error *error)
{
	const char *names[NAMES_MAX];
	size_t count = 0;

	for (size_t i = 0; i < GROUP_COUNT; i++)
		for (size_t j = 0; j < groups[i].count && count < NAMES_MAX; j++)
			names[count++] = groups[i].commands[j].name;
	(void)error_set(error, STATUS_USAGE, "no such command \"%s\"", name);
	suggest_append(error, name, names, count);
	return error->status;
}
