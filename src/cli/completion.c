/* SPDX-License-Identifier: MIT */
/*
 * What the completion scripts of all shells are made of, and the command that prints one. Must
 * not hold a list of commands, options or fields of its own.
 */
#include "completion.h"

#include <string.h>

#include "rollout/programme/results.h"

static void
append_word(struct buffer *out, const char *word)
{
	if (out->length > 0 && out->data[out->length - 1] != ' ' &&
		out->data[out->length - 1] != '\'')
		buffer_append_char(out, ' ');
	buffer_append_text(out, word);
}

static void
append_types(struct buffer *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++)
		append_word(out, types[i]->name);
}

static void
append_command(struct buffer *out, const struct command *command)
{
	append_word(out, command->name);
}

void
completion_each_command(
	struct buffer *out, void (*append)(struct buffer *out, const struct command *command))
{
	size_t count;
	const struct command_group *groups = command_groups(&count);

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < groups[i].count; j++)
			append(out, &groups[i].commands[j]);
}

void
completion_append_words(struct buffer *out, enum word_kind kind)
{
	switch (kind) {
	case WORD_TYPE: append_types(out); break;
	case WORD_DOCUMENT:
		for (int document = DOCUMENT_REGISTER; document < DOCUMENT_TYPE; document++)
			append_word(out, document_name((enum document)document));
		append_types(out);
		break;
	case WORD_SCHEMA:
		for (size_t i = 0; results_document_name(i); i++)
			append_word(out, results_document_name(i));
		append_word(out, "sql");
		append_types(out);
		break;
	case WORD_TOPIC:
		completion_each_command(out, append_command);
		append_word(out, "keys");
		append_word(out, "formats");
		append_word(out, "sharing");
		break;
	case WORD_SHELL: append_word(out, "bash zsh fish"); break;
	case WORD_NONE:
	case WORD_FREE:
	case WORD_FILE:
	case WORD_FIELD:
	case WORD_RULE: break;
	}
}

void
completion_append_options(struct buffer *out, const char *names)
{
	for (enum option_id id = OPTION_FILE; id < OPTION_COUNT; id++) {
		if (!options_lists(names, options_row(id)->name))
			continue;
		append_word(out, "--");
		buffer_append_text(out, options_row(id)->name);
	}
}

size_t
completion_count_kinds(const struct command *command)
{
	size_t count = 0;

	while (count < WORD_KINDS_MAX && command->kinds[count] != WORD_NONE)
		count++;
	return count;
}

enum status
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
