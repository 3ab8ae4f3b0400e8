/* SPDX-License-Identifier: MIT */
/*
 * What the completion scripts of all shells are made of: no list of commands, options or fields
 * stands here.
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
		for (const struct command *row = NULL; (row = command_next(row));)
			append_word(out, row->name);
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
