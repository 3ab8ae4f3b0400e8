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
	char name[WORDS_SIZE + 8], words[WORDS_SIZE], label[WORDS_SIZE + 8];

	words_from_name(type->plural, words);
	snprintf(name, sizeof name, "%s %s", type->name, format);
	snprintf(label, sizeof label, "%s, %s", words, strcmp(format, "csv") == 0 ? "CSV" : "JSON");
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

unsigned
export_ask(struct session *session, int tab, int page)
{
	const struct type *type = tabs_page_type(tabs_get(tab), page);
	bool first = type && strcmp(type->name, "stakeholder") != 0;
	struct chooser items = { 0 };

	session->transfer = (struct export_options){ .descriptor = -1 };
	if (first)
		add_both(&items, type);
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
		chooser_add(&items, documents[i].name, documents[i].label, documents[i].text, NULL);
	if (type && !first)
		add_both(&items, type);
	if (!type)
		add_lists(&items, tab);
	return session_open(session, picker_new_items(ASK_EXPORT_WHAT, "Export", &items));
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
take_what(struct session *session)
{
	const char *answer = buffer_text(&session->answer);
	struct chooser items = { 0 };

	session->transfer.format = strstr(answer, "csv") ? FORMAT_CSV : FORMAT_JSON;
	session->transfer.document = DOCUMENT_TYPE;
	session->transfer.type = answered_type(answer);
	if (strncmp(answer, "register", 8) == 0)
		session->transfer.document = DOCUMENT_REGISTER;
	else if (strncmp(answer, "roadmap", 7) == 0)
		session->transfer.document = DOCUMENT_ROADMAP;
	else if (strcmp(answer, "programme whole") == 0)
		session->transfer.document = DOCUMENT_PROGRAMME;
	chooser_add(&items, "lead", "lead", "everything, candid judgements too: for your own eyes",
		NULL);
	chooser_add(&items, "leadership", "leadership",
		"attitude, influence and interest, and no other opinion", NULL);
	chooser_add(&items, "team", "team", "without any opinion about anybody", NULL);
	return session_open(session, picker_new_items(ASK_EXPORT_WHO, "Who will read it", &items));
}

static unsigned
ask_path(struct session *session, const char *path)
{
	return session_open(session, prompt_new_path(ASK_EXPORT_PATH, "into the file:", path));
}

static unsigned
take_who(struct session *session)
{
	const char *answer = buffer_text(&session->answer);
	struct export_options *transfer = &session->transfer;
	char path[160];

	audience_parse(answer, &transfer->audience);
	snprintf(path, sizeof path, "%s%s%s.%s",
		transfer->document == DOCUMENT_TYPE ? transfer->type->plural
						    : document_name(transfer->document),
		transfer->audience == AUDIENCE_LEAD ? "" : "-",
		transfer->audience == AUDIENCE_LEAD ? "" : answer,
		transfer->format == FORMAT_CSV ? "csv" : "json");
	return ask_path(session, path);
}

static unsigned
ask_replace(struct session *session)
{
	struct lines lines = { 0 };

	lines_format(
		&lines, ROLE_TEXT, "%s is there already.", buffer_text(&session->transfer_path));
	return session_open(
		session, question_new(ASK_EXPORT_REPLACE, "Export", &lines, replace_choices,
				 sizeof replace_choices / sizeof replace_choices[0]));
}

/* What could not be written there is asked for again, to go somewhere else. */
static unsigned
write_document(struct session *session, bool force)
{
	struct error error = { 0 };
	enum status status;

	session->transfer.path = buffer_text(&session->transfer_path);
	session->transfer.force = force;
	status = programme_export(session->programme, &session->transfer, &error);
	if (status == STATUS_CONFLICT && !force)
		return ask_replace(session);
	if (status != STATUS_OK) {
		session_fail(session, &error);
		return ask_path(session, session->transfer.path);
	}
	session_say(session, ROLE_MESSAGE, "written to %s, readable by you alone",
		session->transfer.path);
	return EFFECT_NONE;
}

unsigned
export_answer(struct session *session)
{
	if (session->asked == ASK_EXPORT_WHAT)
		return take_what(session);
	if (session->asked == ASK_EXPORT_WHO)
		return take_who(session);
	if (session->asked == ASK_EXPORT_REPLACE)
		return write_document(session, true);
	buffer_reset(&session->transfer_path);
	expand_path(buffer_text(&session->answer), &session->transfer_path);
	if (session->transfer_path.length == 0)
		return EFFECT_NONE;
	return write_document(session, false);
}
