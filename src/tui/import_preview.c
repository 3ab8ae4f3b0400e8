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
#include "rollout/programme/results.h"
#include "tui/kit/lines.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/label_words.h"
#include "tui/kit/result_lines.h"

enum { CHOICES_MOST = 64, PEEK = 4096 };

struct import_preview {
	struct panel panel;
	char *path;
	enum document document;
	const struct type *type; /* DOCUMENT_TYPE only */
	const struct type *page_type; /* of the page it was started on */
	struct arena settled; /* of what was settled by hand */
	struct column_choice choices[CHOICES_MOST];
	size_t choice_count;
	const char *sheet; /* of a workbook; NULL: the only one that fits */
	struct arena arena; /* of the result */
	struct import_result result;
	bool good; /* it can be written as it is */
	struct lines lines;
	struct area area;
};

static struct import_preview *
preview_of(struct panel *panel)
{
	return (struct import_preview *)panel;
}

static struct import_options
options_of(const struct import_preview *preview)
{
	return (struct import_options){ .document = preview->document,
		.type = preview->type,
		.raci = preview->document == DOCUMENT_TYPE &&
			strcmp(preview->type->name, "assignment") == 0,
		.path = preview->path,
		.choices = preview->choices,
		.choice_count = preview->choice_count,
		.sheet = preview->sheet };
}

static const char *
subject_name(const struct import_preview *preview)
{
	return preview->document == DOCUMENT_TYPE ? preview->type->plural
						  : document_name(preview->document);
}

static void
add_counts(struct import_preview *preview)
{
	const struct import_result *result = &preview->result;

	lines_format(&preview->lines, ROLE_TEXT,
		"%" PRId64 " would be added, %" PRId64 " changed, %" PRId64
		" are as they were, %" PRId64 " cannot be read",
		result->added, result->changed, result->unchanged, result->rejected);
	if (result->people_added > 0)
		lines_format(&preview->lines, ROLE_TEXT,
			"%" PRId64 " of them are owners that nobody knows yet, added as people",
			result->people_added);
}

static void
add_problems(struct import_preview *preview, const char *title, enum role role,
	const char *const *texts, size_t count)
{
	if (count == 0)
		return;
	lines_add(&preview->lines, ROLE_TEXT, "");
	lines_format(&preview->lines, ROLE_HEADING, "%s: %zu", title, count);
	for (size_t i = 0; i < count && i < PROBLEMS_SHOWN; i++)
		lines_wrap(&preview->lines, role, larger_of(preview->area.columns - 4, 20), 2,
			texts[i]);
	if (count > PROBLEMS_SHOWN)
		lines_format(&preview->lines, ROLE_MUTED, "  and %zu more", count - PROBLEMS_SHOWN);
}

/* A list of the result, as the command line prints it. */
static void
add_list(struct import_preview *preview, const char *name)
{
	const struct result_column *list = result_list(results_find("import"), name);

	if (result_count(list, &preview->result) == 0)
		return;
	lines_add(&preview->lines, ROLE_TEXT, "");
	result_lines_add(&preview->lines, list, &preview->result,
		larger_of(preview->area.columns - 4, 20), 2, SIZE_MAX);
}

static void
write_lines(struct import_preview *preview, const struct error *error)
{
	struct lines *lines = &preview->lines;

	lines_reset(lines);
	lines_format(lines, ROLE_TITLE, "Import %s as %s", preview->path, subject_name(preview));
	if (preview->result.undecided)
		lines_format(lines, ROLE_WARNING,
			"It is not clear what the column \"%s\" means: press m and choose",
			preview->result.undecided);
	else if (!preview->good && preview->result.error_count == 0)
		lines_wrap(lines, ROLE_ERROR, larger_of(preview->area.columns - 4, 20), 0,
			error->message);
	else
		add_counts(preview);
	if (preview->result.sheet_count > 1)
		lines_format(lines, preview->good ? ROLE_MUTED : ROLE_WARNING,
			"It is a workbook of %zu sheets: s chooses the one to read%s%s%s",
			preview->result.sheet_count, preview->sheet ? ", now \"" : "",
			preview->sheet ? preview->sheet : "", preview->sheet ? "\"" : "");
	if (preview->good)
		lines_add(lines, ROLE_NOTICE,
			"Nothing is written yet: Enter writes it, as one step.");
	add_problems(preview, "Problems", ROLE_ERROR, preview->result.errors,
		preview->result.error_count);
	add_problems(preview, "Worth a look", ROLE_WARNING, preview->result.warnings,
		preview->result.warning_count);
	add_list(preview, "mapping");
	add_list(preview, "values");
}

/* How many there are when the bad ones are left out, as Enter offers. */
static void
count_good_ones(
	struct import_preview *preview, struct session *session, struct import_options *options)
{
	struct import_result *result = arena_alloc(&preview->arena, sizeof *result);
	struct error ignored = { 0 };

	options->skip_invalid = true;
	if (programme_import(session->programme, options, &preview->arena, result, &ignored) !=
		STATUS_OK)
		return;
	preview->result.added = result->added;
	preview->result.changed = result->changed;
	preview->result.unchanged = result->unchanged;
	preview->result.rejected = result->rejected;
	preview->result.people_added = result->people_added;
}

/* A dry run: everything is checked, nothing is written. */
static void
look(struct import_preview *preview, struct session *session)
{
	struct import_options options = options_of(preview);
	struct error error = { 0 };

	arena_reset(&preview->arena);
	preview->result = (struct import_result){ 0 };
	options.dry_run = true;
	preview->good = programme_import(session->programme, &options, &preview->arena,
				&preview->result, &error) == STATUS_OK;
	if (!preview->good && preview->result.error_count > 0)
		count_good_ones(preview, session, &options);
	write_lines(preview, &error);
	preview->panel.selection.first = 0;
	selection_fit(&preview->panel, (int)preview->lines.count, preview->area);
}

/* What a document says it is; a list without a word of it is what the page shows. */
static void
guess_subject(struct import_preview *preview)
{
	static const enum document documents[] = { DOCUMENT_REGISTER, DOCUMENT_ROADMAP,
		DOCUMENT_PROGRAMME };
	char bytes[PEEK + 1] = "", word[64];
	FILE *file = fopen(preview->path, "re");
	size_t count = file ? fread(bytes, 1, PEEK, file) : 0;

	if (file)
		fclose(file);
	bytes[count] = '\0';
	preview->document = DOCUMENT_REGISTER;
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
		snprintf(word, sizeof word, "rollout.%s", document_name(documents[i]));
		if (strstr(bytes, word)) {
			preview->document = documents[i];
			return;
		}
	}
	if (preview->page_type && strcmp(preview->page_type->name, "stakeholder") != 0) {
		preview->document = DOCUMENT_TYPE;
		preview->type = preview->page_type;
	}
}

static unsigned
write_import(struct import_preview *preview, struct session *session, const char *rejects)
{
	struct import_options options = options_of(preview);
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
		effects |= preview->document == DOCUMENT_REGISTER
				   ? session_show(session, type_find("stakeholder"), 0)
				   : (unsigned)EFFECT_NONE;
	}
	arena_clear(&arena);
	return effects;
}

static unsigned
take_subject(struct session *session, const char *answer, void *context)
{
	struct import_preview *preview = context;

	preview->type = type_find(answer);
	preview->document = DOCUMENT_TYPE;
	for (int i = DOCUMENT_REGISTER; i < DOCUMENT_TYPE; i++)
		if (strcmp(document_name((enum document)i), answer) == 0)
			preview->document = (enum document)i;
	preview->choice_count = 0;
	look(preview, session);
	return EFFECT_NONE;
}

static unsigned
ask_subject(struct panel *panel, struct session *session)
{
	struct import_preview *preview = preview_of(panel);
	struct chooser items = { 0 };
	size_t count;
	const struct type *const *types = model_types(&count);

	chooser_add(&items, "register", "register", "stakeholders, and what bears on them", NULL);
	chooser_add(&items, "roadmap", "roadmap", "phases, milestones, evidence", NULL);
	chooser_add(&items, "programme", "programme", "a whole programme, as exported", NULL);
	for (size_t i = 0; i < count; i++)
		chooser_add(&items, types[i]->name, label_words_of(types[i]->plural).text,
			types[i]->help, NULL);
	return picker_ask_items(session, callback_to(take_subject, preview), "What it is", &items);
}

/* The column that is being settled, and where. */
struct settling {
	struct import_preview *preview;
	const char *column;
};

static unsigned
take_field(struct session *session, const char *field, void *context)
{
	const struct settling *settling = context;
	struct import_preview *preview = settling->preview;
	size_t at = 0;

	while (at < preview->choice_count &&
		strcmp(preview->choices[at].column, settling->column) != 0)
		at++;
	if (at < CHOICES_MOST) {
		preview->choices[at] = (struct column_choice){ settling->column,
			arena_copy(&preview->settled, field, strlen(field)) };
		preview->choice_count =
			at == preview->choice_count ? at + 1 : preview->choice_count;
	}
	look(preview, session);
	return EFFECT_NONE;
}

static unsigned
take_column(struct session *session, const char *column, void *context)
{
	struct import_preview *preview = context;
	struct settling settling = { preview,
		arena_copy(&preview->settled, column, strlen(column)) };
	const struct type *type = preview->document == DOCUMENT_TYPE ? preview->type
				  : preview->document == DOCUMENT_ROADMAP
					  ? type_find("milestone")
					  : type_find("stakeholder");
	struct chooser items = { 0 };

	chooser_add(&items, "-", "(left out)", "the column is not read", NULL);
	for (size_t i = 0; i < type->field_count; i++)
		chooser_add(&items, type->fields[i].name, label_words_of(type->fields[i].name).text,
			type->fields[i].help, NULL);
	return picker_ask_items(session, callback_with(take_field, &settling, sizeof settling),
		"What it means", &items);
}

static unsigned
ask_column(struct panel *panel, struct session *session)
{
	struct import_preview *preview = preview_of(panel);
	struct chooser items = { 0 };

	if (preview->result.undecided)
		chooser_add(&items, preview->result.undecided, preview->result.undecided,
			"not clear yet", NULL);
	for (size_t i = 0; i < preview->result.mapping_count; i++) {
		const struct column_mapping *mapping = &preview->result.mappings[i];

		chooser_add(&items, mapping->column, mapping->column,
			label_words_of(mapping->field ? mapping->field : "left out").text, NULL);
	}
	return picker_ask_items(session, callback_to(take_column, preview), "Which column", &items);
}

static unsigned
take_sheet(struct session *session, const char *sheet, void *context)
{
	struct import_preview *preview = context;

	preview->sheet = arena_copy(&preview->settled, sheet, strlen(sheet));
	preview->choice_count = 0;
	look(preview, session);
	return EFFECT_NONE;
}

static unsigned
ask_sheet(struct panel *panel, struct session *session)
{
	struct import_preview *preview = preview_of(panel);
	struct chooser items = { 0 };

	if (preview->result.sheet_count == 0) {
		session_say(session, ROLE_MESSAGE, "it has no sheets to choose from");
		return EFFECT_NONE;
	}
	for (size_t i = 0; i < preview->result.sheet_count; i++)
		chooser_add(&items, preview->result.sheets[i], preview->result.sheets[i], "", NULL);
	return picker_ask_items(session, callback_to(take_sheet, preview), "Which sheet", &items);
}

/* Rows that are left out are written as rows. */
static const char *
rejects_ending(const struct import_preview *preview)
{
	const char *ending = strrchr(preview->path, '.');

	return ending && strncmp(ending, ".json", 5) == 0 ? "json" : "csv";
}

static unsigned
take_rejects(struct session *session, const char *path, void *preview)
{
	return *path ? write_import(preview, session, path) : (unsigned)EFFECT_NONE;
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct import_preview *preview = preview_of(panel);
	char rejects[256];

	if (preview->good && preview->result.rejected == 0)
		return write_import(preview, session, NULL);
	if (preview->result.undecided || preview->result.error_count == 0) {
		session_say(session, ROLE_WARNING, "it cannot be written as it is");
		return EFFECT_NONE;
	}
	snprintf(rejects, sizeof rejects, "%.200s.rejected.%s", preview->path,
		rejects_ending(preview));
	return prompt_ask_path(session, callback_to(take_rejects, preview),
		"write the good ones, the others to:", rejects);
}

/* What it would do may have become something else. */
static void
preview_reload(struct panel *panel, struct session *session)
{
	int first = panel->selection.first;

	look(preview_of(panel), session);
	panel->selection.first = first;
	selection_fit(panel, panel->selection.rows, panel->selection.area);
}

static void
preview_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct import_preview *preview = preview_of(panel);

	(void)session;
	(void)screen;
	preview->area = content;
	selection_fit(panel, (int)preview->lines.count, content);
}

static void
preview_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct import_preview *preview = (const struct import_preview *)panel;
	struct area area = preview->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	for (int i = panel->selection.first; selection_shows(panel, i); i++)
		canvas_put(canvas, selection_line(panel, i), area.column + 1, area.columns - 2,
			preview->lines.items[i].role, preview->lines.items[i].text);
}

static void
preview_free(struct panel *panel)
{
	struct import_preview *preview = preview_of(panel);

	arena_clear(&preview->arena);
	arena_clear(&preview->settled);
	lines_clear(&preview->lines);
	free(preview->path);
	free(preview);
}

/* clang-format off */
static const struct keys preview_keys = { "in the preview of an import", {
	{ "write", "Enter", accept, "write what is shown, as one step; asks where the bad ones go",
	  "write", 1, .effect = WRITES },
	{ "map", "m", ask_column, "settle what a column means", "column", 2, .effect = READS },
	{ "kind", "t", ask_subject, "say what the file is", "kind", 3, .effect = READS },
	{ "sheet", "s", ask_sheet, "choose which sheet of a workbook is read", "sheet", 4,
	  .effect = READS },
	{ "close", "Esc q Ctrl-C", keys_close, "leave it; nothing is written", "leave", 1,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class import_preview_class = {
	.kind = PANEL_WHOLE,
	.keys = { &preview_keys, &selection_keys },
	.layout = preview_layout,
	.draw = preview_draw,
	.reload = preview_reload,
	.free = preview_free,
};

struct panel *
import_preview_new(struct session *session, const char *path, const struct type *type)
{
	struct import_preview *preview = memory_new(1, sizeof *preview);
	struct buffer expanded = { 0 };

	complete_path_expand(path, &expanded);
	preview->panel.class = &import_preview_class;
	preview->panel.selection.text = true;
	preview->path = memory_copy_text(buffer_text(&expanded), expanded.length);
	preview->page_type = type;
	preview->area.columns = 80;
	buffer_clear(&expanded);
	guess_subject(preview);
	look(preview, session);
	return &preview->panel;
}

static unsigned
take_path(struct session *session, const char *answer, void *context)
{
	const struct type *type = *(const struct type **)context;
	struct buffer path = { 0 };
	const char *fault;

	if (!*answer)
		return EFFECT_NONE;
	complete_path_expand(answer, &path);
	fault = complete_path_fault(buffer_text(&path));
	buffer_clear(&path);
	if (!fault)
		return session_open(session, import_preview_new(session, answer, type));
	session_say(session, ROLE_ERROR, "%s: %s", answer, fault);
	return EFFECT_REFUSED;
}

unsigned
import_ask(struct session *session, const struct type *type)
{
	return prompt_ask_path(
		session, callback_with(take_path, &type, sizeof type), "import the file:", "");
}
