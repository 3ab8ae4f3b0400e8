/* SPDX-License-Identifier: MIT */
/*
 * Help from the tables: the words stand in their rows. Only the topics that are no command are
 * written here.
 */
#include "cmd_help.h"

#include <string.h>

#include "rollout/programme/results.h"

enum { KEYS_WIDTH = 24, COMMAND_WIDTH = 12, OPTION_WIDTH = 26, MARGIN = 2 };

static void
print_line(struct paper *paper, const char *text)
{
	print_lines(paper, 0, text);
	print_end_line(paper);
}

static void
print_heading(struct paper *paper, const char *text)
{
	print_text(paper, PRINT_TITLE, text);
	print_end_line(paper);
}

static void
print_entry(struct paper *paper, const char *term, int width, const char *text)
{
	int used = text_width(term, strlen(term));

	print_spaces(paper, MARGIN);
	print_text(paper, PRINT_PLAIN, term);
	print_spaces(paper, used < width ? width - used : 1);
	print_lines(paper, MARGIN + width, text);
	print_end_line(paper);
}

/* "-o, --output FILE" */
static const char *
option_term(const struct option_row *row, struct arena *arena)
{
	const char *letter = row->letter ? arena_format(arena, "-%c, ", row->letter) : "    ";

	return arena_format(arena, "%s--%s%s%s", letter, row->name, row->argument ? " " : "",
		row->argument ? row->argument : "");
}

static void
print_options(struct paper *paper, const char *names, struct arena *arena)
{
	print_heading(paper, "options");
	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++) {
		const struct option_row *row = options_row(id);

		if (!names || options_lists(names, row->name))
			print_entry(paper, option_term(row, arena), OPTION_WIDTH, row->help);
	}
}

static void
print_overview(struct paper *paper, struct arena *arena)
{
	const struct command *last = NULL;

	print_line(
		paper, "usage: rollout [OPTION…] [FILE]        open the programme in the terminal");
	print_line(paper, "       rollout [OPTION…] COMMAND …");
	for (const struct command *row; (row = command_next(last)); last = row) {
		if (!last || command_group_name(last) != command_group_name(row)) {
			print_end_line(paper);
			print_heading(paper, command_group_name(row));
		}
		print_entry(paper, row->name, COMMAND_WIDTH, row->summary);
	}
	print_end_line(paper);
	print_options(paper, command_default.options, arena);
	print_end_line(paper);
	print_line(paper,
		"`rollout help COMMAND` explains one, `rollout help keys` the terminal, "
		"`rollout help formats` the documents, `rollout help sharing` how several work "
		"on one file.");
}

void
cmd_help_print(struct paper *paper, const struct command *command)
{
	struct arena arena = { 0 };

	if (!*command->name) {
		print_overview(paper, &arena);
	} else {
		print_line(paper,
			arena_format(&arena, "usage: %s", command_synopsis(command, &arena)));
		print_end_line(paper);
		print_line(paper, command->help);
		print_end_line(paper);
		print_options(paper, command->options, &arena);
	}
	arena_clear(&arena);
}

/* A key as a line of its own; a new place where keys work gets a heading. */
struct key_list {
	struct paper *paper;
	const char *where;
};

static void
print_key(void *context, const char *where, const char *keys, const char *name, const char *help)
{
	struct key_list *list = context;

	if (!list->where || strcmp(list->where, where) != 0)
		print_heading(list->paper, where);
	list->where = where;
	print_entry(list->paper, *keys ? keys : name, KEYS_WIDTH, help);
}

static void
print_keys(struct call *call)
{
	struct key_list list = { .paper = &call->paper };

	call->hooks->each_key(print_key, &list);
	print_end_line(&call->paper);
	print_line(&call->paper, "Every action has a name too, which is typed behind : in the "
				 "terminal; ? lists those "
				 "that work where you are.");
}

static void
print_formats(struct paper *paper, struct arena *arena)
{
	struct buffer names = { 0 }, formats = { 0 };

	for (size_t i = 0; results_document_name(i); i++)
		buffer_format(&names, "%s%s", i ? ", " : "", results_document_name(i));
	print_heading(paper, "documents");
	print_entry(paper, "json", COMMAND_WIDTH,
		"register, roadmap, programme and every type; the program's own format: what was "
		"exported imports again without "
		"a loss");
	print_entry(paper, "csv", COMMAND_WIDTH,
		"register, roadmap, programme and every type, for spreadsheets (--bom)");
	print_entry(paper, "xlsx", COMMAND_WIDTH,
		"import only: one sheet of a workbook, read as CSV is (--sheet NAME)");
	for (size_t i = 0; results_format_name(i); i++)
		buffer_format(&formats, "%s--format %s", i ? " or " : "", results_format_name(i));
	print_entry(paper, "results", COMMAND_WIDTH,
		arena_format(arena,
			"what status, schedule, list and the like print, by --json, or by %s",
			buffer_text(&formats)));
	print_entry(paper, "imported", COMMAND_WIDTH,
		"the same, and JSON arrays, JSON Lines and CSV with other column names, from a "
		"file or - for standard input");
	print_entry(paper, "schema", COMMAND_WIDTH,
		arena_format(arena, "`rollout schema WORD` describes a type or one of %s",
			buffer_text(&names)));
	buffer_clear(&names);
	buffer_clear(&formats);
}

static void
print_sharing(struct paper *paper)
{
	print_heading(paper, "several leads, one file");
	print_entry(paper, "at once", COMMAND_WIDTH,
		"Any number of terminals and commands may have the file open on one host, also "
		"over ssh. Each sees the others' changes within a second; no change is lost.");
	print_entry(paper, "accounts", COMMAND_WIDTH,
		"A file is its owner's alone. For people with accounts of their own make a group "
		"and a folder that hands it on: `chgrp GROUP FOLDER; chmod 2770 FOLDER`, then "
		"`chgrp GROUP FILE; chmod 660 FILE`. Copies that rollout makes keep group and "
		"rights. Nobody else should be able to read it: it holds opinions about people.");
	print_entry(paper, "names", COMMAND_WIDTH,
		"The history says who changed what: the login name, or what --as or "
		"ROLLOUT_USER says. Each takes back his own steps; another's only in the log of "
		"the terminal, which asks.");
	print_entry(paper, "copies", COMMAND_WIDTH,
		"The whole file is for leads alone; others get exports. Never work in a folder "
		"that another machine synchronises, nor on a network drive: two programs that do "
		"not see each other's locks damage a file. `rollout backup FILE` makes a copy to "
		"carry. An open terminal notices that its file was replaced, and opens the new "
		"one with what was typed.");
}

static enum status
cmd_help_run(struct call *call, struct error *error)
{
	const char *word = call->word_count > 0 ? call->words[0] : "";
	const struct command *command = *word ? command_find(word) : &command_default;

	if (command)
		cmd_help_print(&call->paper, command);
	else if (strcmp(word, "keys") == 0)
		print_keys(call);
	else if (strcmp(word, "formats") == 0)
		print_formats(&call->paper, &call->arena);
	else if (strcmp(word, "sharing") == 0)
		print_sharing(&call->paper);
	else
		return command_fail_unknown(word, error);
	return STATUS_OK;
}

const struct command cmd_help[] = {
	{
		.place = COMMANDS_HELP + 10,
		.name = "help",
		.arguments = "[COMMAND|keys|formats|sharing]",
		.summary = "explain a command, the keys, the formats or sharing",
		.help = "Without a word, lists the commands.",
		.options = PLAIN,
		.run = cmd_help_run,
	},
	{ .name = NULL },
};
