/* SPDX-License-Identifier: MIT */
/*
 * The preview of an import. Must not write before Enter: what it shows is a dry run, made anew when
 * a column or the kind of document is settled.
 */
#include "import_preview.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/chooser.h"
#include "tui/kit/form/complete_path.h"
#include "rollout/programme/exchange.h"
#include "tui/kit/lines.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/label_words.h"

enum { CHOICES_MOST = 64, PEEK = 4096 };

struct intake {
	struct panel panel;
	char *path;
	enum document document;
	const struct type *type; /* DOCUMENT_TYPE only */
	const struct type *page_type; /* of the page it was started on */
	struct arena settled; /* of what was settled by hand */
	struct column_choice choices[CHOICES_MOST];
	size_t choice_count;
	struct arena arena; /* of the result */
	struct import_result result;
	bool good; /* it can be written as it is */
	struct lines lines;
	struct area area;
};

static struct intake *
intake_of(struct panel *panel)
{
	return (struct intake *)panel;
}

static struct import_options
options_of(const struct intake *intake)
{
	return (struct import_options){ .document = intake->document,
		.type = intake->type,
		.path = intake->path,
		.choices = intake->choices,
		.choice_count = intake->choice_count };
}

static const char *
subject_name(const struct intake *intake)
{
	return intake->document == DOCUMENT_TYPE ? intake->type->plural
						 : document_name(intake->document);
}

static void
add_counts(struct intake *intake)
{
	const struct import_result *result = &intake->result;

	lines_format(&intake->lines, ROLE_TEXT,
		"%" PRId64 " would be added, %" PRId64 " changed, %" PRId64
		" are as they were, %" PRId64 " cannot be read",
		result->added, result->changed, result->unchanged, result->rejected);
	if (result->people_added > 0)
		lines_format(&intake->lines, ROLE_TEXT,
			"%" PRId64 " of them are owners that nobody knows yet, added as people",
			result->people_added);
}

static void
add_problems(struct intake *intake, const char *title, enum role role, const char *const *texts,
	size_t count)
{
	if (count == 0)
		return;
	lines_add(&intake->lines, ROLE_TEXT, "");
	lines_format(&intake->lines, ROLE_HEADING, "%s: %zu", title, count);
	for (size_t i = 0; i < count && i < PROBLEMS_SHOWN; i++)
		lines_wrap(
			&intake->lines, role, larger_of(intake->area.columns - 4, 20), 2, texts[i]);
	if (count > PROBLEMS_SHOWN)
		lines_format(&intake->lines, ROLE_MUTED, "  and %zu more", count - PROBLEMS_SHOWN);
}

static void
add_mappings(struct intake *intake)
{
	const struct import_result *result = &intake->result;

	if (result->mapping_count == 0)
		return;
	lines_add(&intake->lines, ROLE_TEXT, "");
	lines_add(&intake->lines, ROLE_HEADING, "Columns: how they are read (m settles one)");
	for (size_t i = 0; i < result->mapping_count; i++) {
		const struct column_mapping *mapping = &result->mappings[i];

		lines_format(&intake->lines, mapping->field ? ROLE_TEXT : ROLE_MUTED,
			"  %-24s %s  %s (%" PRId64 ")", mapping->column, "->",
			words_of(mapping->field ? mapping->field : "left out").text,
			mapping->count);
	}
}

static void
add_values(struct intake *intake)
{
	const struct import_result *result = &intake->result;

	if (result->value_count == 0)
		return;
	lines_add(&intake->lines, ROLE_TEXT, "");
	lines_add(&intake->lines, ROLE_HEADING, "Words: what they are taken for");
	for (size_t i = 0; i < result->value_count; i++) {
		const struct value_mapping *value = &result->values[i];

		lines_format(&intake->lines, ROLE_TEXT, "  %-16s %s -> %s (%" PRId64 ")",
			words_of(value->field).text, value->from,
			words_of(*value->to ? value->to : "nothing").text, value->count);
	}
}

static void
write_lines(struct intake *intake, const struct error *error)
{
	struct lines *lines = &intake->lines;

	lines_reset(lines);
	lines_format(lines, ROLE_TITLE, "Import %s as %s", intake->path, subject_name(intake));
	if (intake->result.undecided)
		lines_format(lines, ROLE_WARNING,
			"It is not clear what the column \"%s\" means: press m and choose",
			intake->result.undecided);
	else if (!intake->good && intake->result.error_count == 0)
		lines_wrap(lines, ROLE_ERROR, larger_of(intake->area.columns - 4, 20), 0,
			error->message);
	else
		add_counts(intake);
	if (intake->good)
		lines_add(lines, ROLE_NOTICE,
			"Nothing is written yet: Enter writes it, as one step.");
	add_problems(
		intake, "Problems", ROLE_ERROR, intake->result.errors, intake->result.error_count);
	add_problems(intake, "Worth a look", ROLE_WARNING, intake->result.warnings,
		intake->result.warning_count);
	add_mappings(intake);
	add_values(intake);
}

/* How many there are when the bad ones are left out, as Enter offers. */
static void
count_good_ones(struct intake *intake, struct session *session, struct import_options *options)
{
	struct import_result *result = arena_alloc(&intake->arena, sizeof *result);
	struct error ignored = { 0 };

	options->skip_invalid = true;
	if (programme_import(session->programme, options, &intake->arena, result, &ignored) !=
		STATUS_OK)
		return;
	intake->result.added = result->added;
	intake->result.changed = result->changed;
	intake->result.unchanged = result->unchanged;
	intake->result.rejected = result->rejected;
	intake->result.people_added = result->people_added;
}

/* A dry run: everything is checked, nothing is written. */
static void
look(struct intake *intake, struct session *session)
{
	struct import_options options = options_of(intake);
	struct error error = { 0 };

	arena_reset(&intake->arena);
	intake->result = (struct import_result){ 0 };
	options.dry_run = true;
	intake->good = programme_import(session->programme, &options, &intake->arena,
			       &intake->result, &error) == STATUS_OK;
	if (!intake->good && intake->result.error_count > 0)
		count_good_ones(intake, session, &options);
	write_lines(intake, &error);
	intake->panel.selection.first = 0;
	selection_fit(&intake->panel, (int)intake->lines.count, intake->area);
}

/* What a document says it is; a list without a word of it is what the page shows. */
static void
guess_subject(struct intake *intake)
{
	static const enum document documents[] = { DOCUMENT_REGISTER, DOCUMENT_ROADMAP,
		DOCUMENT_PROGRAMME };
	char bytes[PEEK + 1] = "", word[64];
	FILE *file = fopen(intake->path, "re");
	size_t count = file ? fread(bytes, 1, PEEK, file) : 0;

	if (file)
		fclose(file);
	bytes[count] = '\0';
	intake->document = DOCUMENT_REGISTER;
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
		snprintf(word, sizeof word, "rollout.%s", document_name(documents[i]));
		if (strstr(bytes, word)) {
			intake->document = documents[i];
			return;
		}
	}
	if (intake->page_type && strcmp(intake->page_type->name, "stakeholder") != 0) {
		intake->document = DOCUMENT_TYPE;
		intake->type = intake->page_type;
	}
}

static unsigned
write_import(struct intake *intake, struct session *session, const char *rejects)
{
	struct import_options options = options_of(intake);
	struct arena arena = { 0 };
	struct import_result *result = arena_alloc(&arena, sizeof *result);
	struct error error = { 0 };
	unsigned effects = EFFECT_BACK | EFFECT_RELOAD;

	*result = (struct import_result){ 0 };
	options.skip_invalid = rejects != NULL;
	options.rejects = rejects;
	if (programme_import(session->programme, &options, &arena, result, &error) != STATUS_OK) {
		session_say(session, ROLE_ERROR, "nothing was written: %s", error.message);
		effects = EFFECT_REFUSED;
	} else {
		session_say(session, ROLE_MESSAGE,
			"%" PRId64 " added, %" PRId64 " changed%s%s; u takes all of it back",
			result->added, result->changed, rejects ? "; the rest is in " : "",
			rejects ? rejects : "");
		effects |= intake->document == DOCUMENT_REGISTER
				   ? session_show(session, type_find("stakeholder"), 0)
				   : (unsigned)EFFECT_NONE;
	}
	arena_clear(&arena);
	return effects;
}

static unsigned
take_subject(struct session *session, const char *answer, void *context)
{
	struct intake *intake = context;

	intake->type = type_find(answer);
	intake->document = DOCUMENT_TYPE;
	for (int i = DOCUMENT_REGISTER; i < DOCUMENT_TYPE; i++)
		if (strcmp(document_name((enum document)i), answer) == 0)
			intake->document = (enum document)i;
	intake->choice_count = 0;
	look(intake, session);
	return EFFECT_NONE;
}

static unsigned
ask_subject(struct intake *intake, struct session *session)
{
	struct chooser items = { 0 };
	size_t count;
	const struct type *const *types = model_types(&count);

	chooser_add(&items, "register", "register", "stakeholders, and what bears on them", NULL);
	chooser_add(&items, "roadmap", "roadmap", "phases, milestones, evidence", NULL);
	chooser_add(&items, "programme", "programme", "a whole programme, as exported", NULL);
	for (size_t i = 0; i < count; i++)
		chooser_add(&items, types[i]->name, words_of(types[i]->plural).text, types[i]->help,
			NULL);
	return picker_ask_items(session, callback_to(take_subject, intake), "What it is", &items);
}

/* The column that is being settled, and where. */
struct settling {
	struct intake *intake;
	const char *column;
};

static unsigned
take_field(struct session *session, const char *field, void *context)
{
	const struct settling *settling = context;
	struct intake *intake = settling->intake;
	size_t at = 0;

	while (at < intake->choice_count &&
		strcmp(intake->choices[at].column, settling->column) != 0)
		at++;
	if (at < CHOICES_MOST) {
		intake->choices[at] = (struct column_choice){ settling->column,
			arena_copy(&intake->settled, field, strlen(field)) };
		intake->choice_count = at == intake->choice_count ? at + 1 : intake->choice_count;
	}
	look(intake, session);
	return EFFECT_NONE;
}

static unsigned
take_column(struct session *session, const char *column, void *context)
{
	struct intake *intake = context;
	struct settling settling = { intake, arena_copy(&intake->settled, column, strlen(column)) };
	const struct type *type =
		intake->document == DOCUMENT_TYPE ? intake->type : type_find("stakeholder");
	struct chooser items = { 0 };

	chooser_add(&items, "-", "(left out)", "the column is not read", NULL);
	for (size_t i = 0; i < type->field_count; i++)
		chooser_add(&items, type->fields[i].name, words_of(type->fields[i].name).text,
			type->fields[i].help, NULL);
	return picker_ask_items(session, callback_with(take_field, &settling, sizeof settling),
		"What it means", &items);
}

static unsigned
ask_column(struct intake *intake, struct session *session)
{
	struct chooser items = { 0 };

	if (intake->result.undecided)
		chooser_add(&items, intake->result.undecided, intake->result.undecided,
			"not clear yet", NULL);
	for (size_t i = 0; i < intake->result.mapping_count; i++) {
		const struct column_mapping *mapping = &intake->result.mappings[i];

		chooser_add(&items, mapping->column, mapping->column,
			words_of(mapping->field ? mapping->field : "left out").text, NULL);
	}
	return picker_ask_items(session, callback_to(take_column, intake), "Which column", &items);
}

static unsigned
take_rejects(struct session *session, const char *path, void *intake)
{
	return *path ? write_import(intake, session, path) : (unsigned)EFFECT_NONE;
}

static unsigned
accept(struct intake *intake, struct session *session)
{
	char rejects[256];

	if (intake->good && intake->result.rejected == 0)
		return write_import(intake, session, NULL);
	if (intake->result.undecided || intake->result.error_count == 0) {
		session_say(session, ROLE_WARNING, "it cannot be written as it is");
		return EFFECT_NONE;
	}
	snprintf(rejects, sizeof rejects, "%.200s.rejected.json", intake->path);
	return prompt_ask_path(session, callback_to(take_rejects, intake),
		"write the good ones, the others to:", rejects);
}

static unsigned
intake_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct intake *intake = intake_of(panel);

	switch ((int)press->action) {
	case ACTION_CANCEL: return EFFECT_BACK;
	case ACTION_WRITE: return accept(intake, session);
	case ACTION_SUBJECT: return ask_subject(intake, session);
	case ACTION_MAP: return ask_column(intake, session);
	}
	return selection_act(panel, session, press->action) ? EFFECT_NONE : EFFECT_IGNORED;
}

static void
intake_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct intake *intake = intake_of(panel);

	(void)session;
	(void)screen;
	intake->area = content;
	selection_fit(panel, (int)intake->lines.count, content);
}

static void
intake_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct intake *intake = (const struct intake *)panel;
	struct area area = intake->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		canvas_put(canvas, selection_line(panel, i), area.column + 1, area.columns - 2,
			intake->lines.items[i].role, intake->lines.items[i].text);
}

static void
intake_free(struct panel *panel)
{
	struct intake *intake = intake_of(panel);

	arena_clear(&intake->arena);
	arena_clear(&intake->settled);
	lines_clear(&intake->lines);
	free(intake->path);
	free(intake);
}

static const struct panel_class intake_class = {
	.scope = SCOPE_IMPORT,
	.whole = true,
	.layout = intake_layout,
	.draw = intake_draw,
	.handle = intake_handle,
	.free = intake_free,
};

struct panel *
intake_new(struct session *session, const char *path, const struct type *type)
{
	struct intake *intake = memory_new(1, sizeof *intake);
	struct buffer expanded = { 0 };

	expand_path(path, &expanded);
	intake->panel.class = &intake_class;
	intake->panel.selection.text = true;
	intake->path = memory_copy_text(buffer_text(&expanded), expanded.length);
	intake->page_type = type;
	intake->area.columns = 80;
	buffer_clear(&expanded);
	guess_subject(intake);
	look(intake, session);
	return &intake->panel;
}

static unsigned
take_path(struct session *session, const char *answer, void *context)
{
	const struct type *type = *(const struct type **)context;
	struct buffer path = { 0 };
	const char *fault;

	if (!*answer)
		return EFFECT_NONE;
	expand_path(answer, &path);
	fault = path_fault(buffer_text(&path));
	buffer_clear(&path);
	if (!fault)
		return session_open(session, intake_new(session, answer, type));
	session_say(session, ROLE_ERROR, "%s: %s", answer, fault);
	return EFFECT_REFUSED;
}

unsigned
import_ask(struct session *session, const struct type *type)
{
	if (session_refuses(session))
		return EFFECT_NONE;
	return prompt_ask_path(
		session, callback_with(take_path, &type, sizeof type), "import the file:", "");
}
