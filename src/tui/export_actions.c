/* SPDX-License-Identifier: MIT */
/*
 * Exports. Must not write over a file unasked, nor hold back who will be able to read what about
 * people: the audience is always asked, and what each sees is said.
 */
#include "export_actions.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/chooser.h"
#include "tui/kit/form/complete_path.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"
#include "tabs.h"
#include "tui/kit/label_words.h"

static const struct question_choice replace_choices[] = {
	{ 'y', "replace it" },
	{ 'n', "keep it (Esc)" },
};

struct offer {
	const char *name, *label, *text;
};

static const struct offer documents[] = {
	{ "register json", "register, JSON", "people and how they bear on one another" },
	{ "register csv", "register, CSV", "the people alone, for a spreadsheet" },
	{ "roadmap json", "roadmap, JSON", "phases, milestones, evidence, baselines, forecasts" },
	{ "programme whole", "programme, JSON", "everything, to keep or to move to another file" },
};

static void
add_type(struct chooser *items, const struct type *type, const char *format, const char *text)
{
	char name[WORDS_SIZE + 8], label[WORDS_SIZE + 8];

	snprintf(name, sizeof name, "%s %s", type->name, format);
	snprintf(label, sizeof label, "%s, %s", label_words_of(type->plural).text,
		strcmp(format, "csv") == 0 ? "CSV" : "JSON");
	chooser_add(items, name, label, text, NULL);
}

static void
add_both(struct chooser *items, const struct type *type)
{
	add_type(items, type, "csv", "this list for a spreadsheet");
	add_type(items, type, "json", "this list as a document");
}

/* The lists behind a picture, such as the roles of the RACI. */
static void
add_lists(struct chooser *items, int tab)
{
	const struct tab *info = tabs_get(tab);

	for (int i = 0; i < tabs_count_pages(info); i++) {
		const struct type *type = tabs_page_type(info, i);

		if (type)
			add_type(items, type, "csv", type->help);
	}
}

/* What is to be written; the path is known last. */
struct transfer {
	struct export_options options;
	char path[8192]; /* more than any system takes */
};

static unsigned write_document(struct session *session, const char *answer, void *context);

static unsigned
take_path(struct session *session, const char *answer, void *context)
{
	struct transfer *transfer = context;
	struct buffer path = { 0 };

	complete_path_expand(answer, &path);
	snprintf(transfer->path, sizeof transfer->path, "%s", buffer_text(&path));
	buffer_clear(&path);
	return transfer->path[0] ? write_document(session, "", transfer) : (unsigned)EFFECT_NONE;
}

static unsigned
ask_path(struct session *session, struct transfer *transfer)
{
	return prompt_ask_path(session, callback_with(take_path, transfer, sizeof *transfer),
		"into the file:", transfer->path);
}

static unsigned
ask_replace(struct session *session, struct transfer *transfer)
{
	struct lines lines = { 0 };

	lines_format(&lines, ROLE_TEXT, "%s is there already.", transfer->path);
	return question_ask(session, callback_with(write_document, transfer, sizeof *transfer),
		"Export", &lines, replace_choices,
		sizeof replace_choices / sizeof replace_choices[0]);
}

/* answer: to the question whether to replace what is there. What could not be written there is
 * asked for again, to go somewhere else. */
static unsigned
write_document(struct session *session, const char *answer, void *context)
{
	struct transfer *transfer = context;
	struct error error = { 0 };
	enum status status;

	transfer->options.path = transfer->path;
	transfer->options.force = strcmp(answer, "y") == 0;
	status = programme_export(session->programme, &transfer->options, &error);
	if (status == STATUS_CONFLICT && !transfer->options.force)
		return ask_replace(session, transfer);
	if (status != STATUS_OK) {
		session_fail(session, &error);
		return ask_path(session, transfer);
	}
	session_say(session, ROLE_MESSAGE, "written to %s, readable by you alone", transfer->path);
	return EFFECT_NONE;
}

static unsigned
take_who(struct session *session, const char *answer, void *context)
{
	struct transfer *transfer = context;
	struct export_options *options = &transfer->options;

	audience_parse(answer, &options->audience);
	snprintf(transfer->path, sizeof transfer->path, "%s%s%s.%s",
		options->document == DOCUMENT_TYPE ? options->type->plural
						   : document_name(options->document),
		options->audience == AUDIENCE_LEAD ? "" : "-",
		options->audience == AUDIENCE_LEAD ? "" : answer, options->format);
	return ask_path(session, transfer);
}

/* The type that the answer begins with; NULL: it is a document of its own. */
static const struct type *
answered_type(const char *answer)
{
	char name[WORDS_SIZE];

	snprintf(name, sizeof name, "%.*s", (int)strcspn(answer, " "), answer);
	return type_find(name);
}

static unsigned
take_what(struct session *session, const char *answer, void *context)
{
	struct transfer transfer = { .options = { .document = DOCUMENT_TYPE,
					     .type = answered_type(answer),
					     .format = strstr(answer, "csv") ? "csv" : "json",
					     .descriptor = -1 } };
	struct chooser items = { 0 };

	(void)context;
	if (strncmp(answer, "register", 8) == 0)
		transfer.options.document = DOCUMENT_REGISTER;
	else if (strncmp(answer, "roadmap", 7) == 0)
		transfer.options.document = DOCUMENT_ROADMAP;
	else if (strcmp(answer, "programme whole") == 0)
		transfer.options.document = DOCUMENT_PROGRAMME;
	chooser_add(&items, "lead", "lead", "everything, candid judgements too: for your own eyes",
		NULL);
	chooser_add(&items, "leadership", "leadership",
		"attitude, influence and interest, and no other opinion", NULL);
	chooser_add(&items, "team", "team", "without any opinion about anybody", NULL);
	return picker_ask_items(session, callback_with(take_who, &transfer, sizeof transfer),
		"Who will read it", &items);
}

unsigned
export_ask(struct session *session, int tab, int page)
{
	const struct type *type = tabs_page_type(tabs_get(tab), page);
	bool first = type && strcmp(type->name, "stakeholder") != 0;
	struct chooser items = { 0 };

	if (first)
		add_both(&items, type);
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
		chooser_add(&items, documents[i].name, documents[i].label, documents[i].text, NULL);
	if (type && !first)
		add_both(&items, type);
	if (!type)
		add_lists(&items, tab);
	return picker_ask_items(session, callback_to(take_what, NULL), "Export", &items);
}
