/* SPDX-License-Identifier: MIT */
/*
 * The scripts themselves. bash and zsh share one way: find the command among the words typed so
 * far, then offer what its row says; only how words are taken and handed back differs. fish is
 * told facts instead, one line each.
 */
#include "completion.h"

#include <string.h>

/* What differs between the two shells that run a function. */
struct dialect {
	const char *start; /* up to where current, previous and the words typed are known */
	const char *files; /* offers file names */
	const char *finish; /* offers $offers, and $options where the word begins with a dash */
};

static const struct dialect bash = {
	"# bash completion for rollout, printed by `rollout completion bash`\n\n"
	"_rollout()\n{\n"
	"\tlocal current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"\tlocal typed=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n",
	"COMPREPLY=($(compgen -f -- \"$current\"))\n\t\treturn",
	"\tif [[ $current == -* ]]; then\n\t\toffers=$options\n"
	"\telif [[ $offers == *= ]]; then\n\t\tcompopt -o nospace\n\tfi\n"
	"\tCOMPREPLY=($(compgen -W \"$offers\" -- \"$current\"))\n"
	"\tif [[ -n $files && ${#COMPREPLY[@]} == 0 ]]; then\n\t\tCOMPREPLY=($(compgen -f -- "
	"\"$current\"))\n\tfi\n"
	"}\n\ncomplete -F _rollout rollout\n",
};

static const struct dialect zsh = {
	"#compdef rollout\n# zsh completion for rollout, printed by `rollout completion zsh`\n\n"
	"_rollout()\n{\n"
	"\tsetopt local_options ksh_arrays sh_word_split\n"
	"\tlocal current=${words[CURRENT - 1]} previous=${words[CURRENT - 2]}\n"
	"\tlocal typed=(\"${words[@]:1:CURRENT-2}\")\n",
	"_files\n\t\treturn",
	"\tif [[ $current == -* ]]; then\n\t\toffers=$options\n\tfi\n"
	"\tif [[ $offers == *= ]]; then\n\t\tcompadd -S '' -- $offers\n"
	"\telse\n\t\tcompadd -- $offers\n\tfi\n"
	"\tif [[ -n $files ]]; then\n\t\t_files\n\tfi\n"
	"}\n\n_rollout \"$@\"\n",
};

static void
append_option_names(struct buffer *out, const struct option_row *row)
{
	if (row->letter)
		buffer_format(out, "-%c | ", row->letter);
	buffer_format(out, "--%s", row->name);
}

/* The pattern of all options whose value is the next word. */
static void
append_valued_pattern(struct buffer *out)
{
	bool first = true;

	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++) {
		if (!options_row(id)->argument)
			continue;
		buffer_append_text(out, first ? "" : " | ");
		append_option_names(out, options_row(id));
		first = false;
	}
}

/* What to offer behind an option that wants a value. */
static void
append_values(struct buffer *out, const struct dialect *dialect)
{
	buffer_append_text(out, "\tcase $previous in\n");
	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++) {
		const struct option_row *row = options_row(id);

		if (!row->argument)
			continue;
		buffer_append_char(out, '\t');
		append_option_names(out, row);
		if (strcmp(row->argument, "FILE") == 0) {
			buffer_format(out, ")\n\t\t%s\n\t\t;;\n", dialect->files);
		} else {
			buffer_append_text(out, ")\n\t\tcommand=value offers='");
			options_append_words(id, out);
			buffer_append_text(out, "'\n\t\t;;\n");
		}
	}
	buffer_append_text(out, "\tesac\n");
}

static void
append_kind(struct buffer *out, enum word_kind kind)
{
	if (kind == WORD_FILE) {
		buffer_append_text(out, "files=1");
	} else if (kind == WORD_FIELD) {
		buffer_append_text(out, "offers=$(_rollout_fields \"${arguments[0]}\")");
	} else {
		buffer_append_text(out, "offers='");
		completion_append_words(out, kind);
		buffer_append_char(out, '\'');
	}
}

static void
append_case(struct buffer *out, const struct command *command)
{
	const struct command_words words = command_words(command);

	buffer_format(out, "\t%s)\n\t\toptions='", *command->name ? command->name : "''");
	completion_append_options(out, command->options);
	buffer_append_text(out, "'\n");
	for (size_t i = 0; i < words.count && *command->name; i++) {
		bool last = i + 1 == words.count && words.most == WORDS_ANY;

		if (words.kinds[i] == WORD_FREE)
			continue;
		buffer_format(out, "\t\t((${#arguments[@]} %s %zu)) && ", last ? ">=" : "==", i);
		append_kind(out, words.kinds[i]);
		buffer_append_char(out, '\n');
	}
	if (!*command->name) {
		buffer_append_text(out, "\t\toffers='");
		completion_append_words(out, WORD_TOPIC);
		/* The topics behind the commands are words for help only. */
		out->length -= strlen(" keys formats sharing");
		buffer_append_text(out, "' files=1\n");
	}
	buffer_append_text(out, "\t\t;;\n");
}

static void
append_fields(struct buffer *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	buffer_append_text(out, "_rollout_fields()\n{\n\tcase $1 in\n");
	for (size_t i = 0; i < count; i++) {
		if (strcmp(types[i]->name, types[i]->plural) == 0)
			buffer_format(out, "\t%s) echo '", types[i]->name);
		else
			buffer_format(out, "\t%s | %s) echo '", types[i]->name, types[i]->plural);
		for (size_t j = 1; j < types[i]->field_count; j++)
			buffer_format(out, "%s%s=", j > 1 ? " " : "", types[i]->fields[j].name);
		buffer_append_text(out, "' ;;\n");
	}
	buffer_append_text(out, "\tesac\n}\n\n");
}

static void
append_function(struct buffer *out, const struct dialect *dialect)
{
	const char *body = strstr(dialect->start, "_rollout()");

	buffer_append(out, dialect->start, (size_t)(body - dialect->start));
	append_fields(out);
	buffer_append_text(out, body);
	buffer_append_text(out,
		"\tlocal command= options= offers= files= skip= word\n\tlocal arguments=()\n\n"
		"\tfor word in \"${typed[@]}\"; do\n"
		"\t\tif [[ -n $skip ]]; then\n\t\t\tskip=\n\t\t\tcontinue\n\t\tfi\n"
		"\t\tcase $word in\n\t\t");
	append_valued_pattern(out);
	buffer_append_text(out, ") skip=1 ;;\n\t\t-*) ;;\n"
				"\t\t*) if [[ -z $command ]]; then command=$word; else "
				"arguments+=(\"$word\"); fi ;;\n"
				"\t\tesac\n\tdone\n");
	append_values(out, dialect);
	buffer_append_text(out, "\tcase $command in\n");
	append_case(out, &command_default);
	for (const struct command *row = NULL; (row = command_next(row));)
		append_case(out, row);
	buffer_append_text(out, "\tesac\n");
	buffer_append_text(out, dialect->finish);
}

void
completion_append_bash(struct buffer *out)
{
	append_function(out, &bash);
}

void
completion_append_zsh(struct buffer *out)
{
	append_function(out, &zsh);
}

/* Text between single quotes; the tables hold no backslash. */
static void
append_quoted(struct buffer *out, const char *text)
{
	buffer_append_char(out, '\'');
	for (; *text; text++)
		buffer_format(out, *text == '\'' ? "\\%c" : "%c", *text);
	buffer_append_char(out, '\'');
}

static void
append_fish_option(struct buffer *out, const char *condition, enum option_id id)
{
	const struct option_row *row = options_row(id);
	struct buffer words = { 0 };

	options_append_words(id, &words);
	buffer_format(out, "complete -c rollout -n '%s' -l %s", condition, row->name);
	if (row->letter)
		buffer_format(out, " -s %c", row->letter);
	if (words.length > 0)
		buffer_format(out, " -x -a '%s'", words.data);
	else if (row->argument)
		buffer_append_text(out, strcmp(row->argument, "FILE") == 0 ? " -r -F" : " -x");
	buffer_append_text(out, " -d ");
	append_quoted(out, row->help);
	buffer_append_char(out, '\n');
	buffer_clear(&words);
}

static void
append_fish_command(struct buffer *out, const struct command *command)
{
	struct buffer condition = { 0 };
	const struct command_words words = command_words(command);

	if (*command->name)
		buffer_format(&condition, "__fish_seen_subcommand_from %s", command->name);
	else
		buffer_append_text(&condition, "__fish_use_subcommand");
	if (*command->name) {
		buffer_format(out, "complete -c rollout -f -n '__fish_use_subcommand' -a %s -d ",
			command->name);
		append_quoted(out, command->summary);
		buffer_append_char(out, '\n');
	}
	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++)
		if (options_lists(command->options, options_row(id)->name))
			append_fish_option(out, buffer_text(&condition), id);
	for (size_t i = 0; i < words.count; i++) {
		struct buffer offers = { 0 };

		completion_append_words(&offers, words.kinds[i]);
		if (words.kinds[i] == WORD_FILE)
			buffer_format(
				out, "complete -c rollout -n '%s' -F\n", buffer_text(&condition));
		else if (words.kinds[i] == WORD_FIELD)
			buffer_format(out,
				"complete -c rollout -f -n '%s' -a '(__rollout_fields)'\n",
				buffer_text(&condition));
		else if (offers.length > 0)
			buffer_format(out,
				"complete -c rollout -f -n '%s; and test (__rollout_count) -eq "
				"%zu' -a '%s'\n",
				buffer_text(&condition), i, buffer_text(&offers));
		buffer_clear(&offers);
	}
	buffer_clear(&condition);
}

static void
append_fish_fields(struct buffer *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	buffer_append_text(out, "function __rollout_words\n"
				"    commandline -opc | string match -v -- '-*'\nend\n\n"
				"function __rollout_count\n"
				"    math (count (__rollout_words)) - 2\nend\n\n"
				"function __rollout_fields\n"
				"    set -l words (__rollout_words)\n"
				"    test (count $words) -gt 2; or return\n"
				"    switch $words[3]\n");
	for (size_t i = 0; i < count; i++) {
		buffer_format(out, "        case %s %s\n            printf '%%s\\n'",
			types[i]->name, types[i]->plural);
		for (size_t j = 1; j < types[i]->field_count; j++)
			buffer_format(out, " %s=", types[i]->fields[j].name);
		buffer_append_char(out, '\n');
	}
	buffer_append_text(out, "    end\nend\n\n");
}

void
completion_append_fish(struct buffer *out)
{
	buffer_append_text(
		out, "# fish completion for rollout, printed by `rollout completion fish`\n\n");
	append_fish_fields(out);
	append_fish_command(out, &command_default);
	for (const struct command *row = NULL; (row = command_next(row));)
		append_fish_command(out, row);
}
