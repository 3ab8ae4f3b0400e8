/* SPDX-License-Identifier: MIT */
/* Opening a file of records in whatever form it has, and handing its records out one by one. */
#include <stdlib.h>
#include <string.h>

#include "incoming_build.h"
#include "rollout/base/text.h"
#include "source_window.h"

static const char *
skip_space(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
		at++;
	return at;
}

/* Whether a document of the kind that is read has a member of that name. */
static bool
find_own_list(const struct incoming_reader *reader, const char *name)
{
	const struct type *type = type_find(name);

	return reader->options.type ? strcmp(name, reader->options.type->plural) == 0
				    : type != NULL && strcmp(name, type->plural) == 0;
}

/* Whether the line, as far as it is JSON, is an object with a member that only a document has. */
static bool
is_document(const struct incoming_reader *reader, const char *line, size_t length)
{
	struct source *source;
	struct json_reader *json;
	struct error error;
	const char *name;
	bool found = false;

	if (source_open_memory("", line, length, &source, &error) != STATUS_OK)
		return false;
	json = json_reader_open(source);
	json_reader_enter(json);
	while (!found && json_reader_next(json, &name)) {
		found = strcmp(name, "format") == 0 || strcmp(name, "records") == 0 ||
			find_own_list(reader, name) ||
			(incoming_is_wrapper(name) && json_reader_peek(json) == JSON_ARRAY);
		json_reader_skip(json);
	}
	json_reader_close(json);
	source_close(source);
	return found;
}

/* A first line that is a whole object, and no document of ours: one record a line. */
static bool
is_lines(const struct incoming_reader *reader, const char *at, const char *end)
{
	const char *line = memchr(at, '\n', (size_t)(end - at));
	const char *last = line ? line : end;

	while (last > at && (last[-1] == ' ' || last[-1] == '\r' || last[-1] == '\n'))
		last--;
	return last[-1] == '}' &&
	       (reader->options.type || reader->options.kind == INCOMING_ROADMAP) &&
	       !is_document(reader, at, (size_t)(last - at));
}

static bool
is_json_name(const char *name)
{
	const char *ending = strrchr(name, '.');

	return ending && (strcmp(ending, ".json") == 0 || strcmp(ending, ".jsonl") == 0);
}

static enum status
find_form(struct incoming_reader *reader, struct error *error)
{
	struct source *source = reader->source;
	const char *at = source->at, *first;
	enum status status = STATUS_OK;

	reader->form = FORM_CSV;
	if (source->archive)
		return STATUS_OK;
	if (at == source->end)
		status = source_refill(source, NULL, &at, error);
	if (status != STATUS_OK)
		return status;
	first = skip_space(source->at, source->end);
	if (first == source->end)
		return error_set(error, STATUS_INVALID, "%s: no data", source_name(source));
	if (*first == '{')
		reader->form = is_lines(reader, first, source->end) ? FORM_LINES : FORM_DOCUMENT;
	else if (*first == '[')
		reader->form = FORM_ARRAY;
	else if (is_json_name(source_name(source)))
		return error_set(error, STATUS_INVALID,
			"%s:1:1: expected a JSON object or list of records", source_name(source));
	return STATUS_OK;
}

/* A roadmap that is a bare list is somebody's plan: its rows are milestones. A programme is never a
 * bare list, but may be a table of values. */
static enum status
check_form(struct incoming_reader *reader, struct error *error)
{
	if (reader->options.type || reader->form == FORM_DOCUMENT)
		return STATUS_OK;
	if (reader->form == FORM_CSV && incoming_values_fit(reader)) {
		reader->form = FORM_VALUES;
		return STATUS_OK;
	}
	return error_set(error, STATUS_INVALID, "%s: not a document of format %s",
		source_name(reader->source), reader->options.format);
}

enum status
incoming_reader_open(struct source *source, const struct incoming_options *options,
	struct incoming_reader **out, struct error *error)
{
	struct incoming_reader *reader = memory_new(1, sizeof *reader);
	bool found;
	enum status status;

	*out = NULL;
	reader->source = source;
	reader->options = *options;
	reader->audience = "";
	reader->dates = options->dates;
	status = find_form(reader, error);
	if (reader->options.kind == INCOMING_ROADMAP && reader->form != FORM_DOCUMENT)
		reader->options.type = type_find("milestone");
	if (status == STATUS_OK && source->archive && reader->options.kind == INCOMING_PROGRAMME)
		status = incoming_sheet_begin(reader, error);
	if (status == STATUS_OK && reader->by_sheets)
		status = incoming_sheet_next(reader, &found, error);
	else if (status == STATUS_OK && reader->form == FORM_CSV)
		status = incoming_csv_open(reader, error);
	else if (status == STATUS_OK) {
		reader->json = json_reader_open(source);
		status = json_reader_status(reader->json, error);
	}
	if (status == STATUS_OK)
		status = check_form(reader, error);
	if (status != STATUS_OK) {
		incoming_reader_close(reader);
		return status;
	}
	*out = reader;
	return STATUS_OK;
}

void
incoming_reader_close(struct incoming_reader *reader)
{
	if (!reader)
		return;
	cJSON_Delete(reader->tree);
	json_reader_close(reader->json);
	if (reader->rows)
		row_reader_close(reader->rows);
	for (size_t i = 0; i < MAPPINGS; i++)
		if (reader->mappings[i]) {
			mapping_clear(reader->mappings[i]);
			free(reader->mappings[i]);
		}
	raci_sheet_free(reader->raci);
	sheet_columns_free(reader->sheet);
	arena_clear(&reader->arena);
	arena_clear(&reader->lasting);
	free(reader);
}

enum status
incoming_reader_next(struct incoming_reader *reader, struct problems *problems,
	const struct incoming **incoming, struct error *error)
{
	bool found = false;
	enum status status;

	arena_reset(&reader->arena);
	cJSON_Delete(reader->tree);
	reader->tree = NULL;
	status = reader->form == FORM_CSV ? incoming_csv_next(reader, problems, &found, error)
		 : reader->form == FORM_RACI
			 ? raci_sheet_next(reader, reader->raci, problems, &found, error)
		 : reader->form == FORM_VALUES
			 ? incoming_values_next(reader, problems, &found, error)
			 : incoming_document_next(reader, problems, &found, error);
	*incoming = found ? &reader->incoming : NULL;
	return status;
}

const char *
incoming_pointer(const struct incoming *incoming, struct arena *arena)
{
	if (incoming->pointer || !incoming->nested || !incoming->parent_pointer)
		return incoming->pointer ? incoming->pointer : "";
	return arena_format(arena, "%s/%s/%zu", incoming->parent_pointer, incoming->nested->member,
		incoming->list_number);
}

struct incoming_place
incoming_reader_locate(struct incoming_reader *reader, const struct incoming *incoming, int field,
	struct arena *arena)
{
	const struct incoming *whole = &reader->incoming;
	const char *name = incoming->record.type->fields[field].name;
	struct incoming_place place = { incoming->place, "" };

	if (reader->form == FORM_VALUES || reader->form == FORM_RACI)
		return place;
	if (reader->form == FORM_CSV) {
		size_t count;
		const struct cell *header = row_reader_header(reader->rows, &count);

		for (size_t i = 0; i < reader->cell_count; i++)
			if (reader->columns[i] &&
				((incoming == whole && reader->columns[i]->target == COLUMN_FIELD &&
					 reader->columns[i]->field == field) ||
					(incoming != whole &&
						reader->columns[i]->target == COLUMN_LINKS)))
				place = (struct incoming_place){ reader->cells[i].place,
					arena_copy(arena, header[i].text, header[i].length) };
		return place;
	}
	if (incoming->nested && incoming->nested->alias &&
		strcmp(incoming->nested->alias_of, name) == 0)
		name = incoming->nested->alias;
	/* A link stands where the text does that it was read from. */
	place.pointer = incoming_pointer(incoming, arena);
	if (!incoming->nested || !incoming->pointer)
		place.pointer = arena_format(arena, "%s/%s", place.pointer, name);
	place.place = json_locate(
		whole->text, whole->length, whole->place, place.pointer + strlen(whole->pointer));
	return place;
}

const struct type *
incoming_reader_type(const struct incoming_reader *reader)
{
	return reader->by_sheets ? NULL : reader->options.type;
}

const struct mapping *
incoming_reader_mapping(const struct incoming_reader *reader, const struct type *type)
{
	return reader->mappings[type_index(type)];
}

const char *
incoming_reader_ignored(const struct incoming_reader *reader, size_t index, int64_t *count)
{
	if (index >= reader->ignored_count)
		return NULL;
	*count = reader->ignored[index].count;
	return reader->ignored[index].name;
}

static void
note_rows(struct incoming_reader *reader)
{
	struct arena *arena = &reader->lasting;

	if (reader->sheet && reader->sheet->filled_down > 0)
		incoming_note(reader, "%s of merged rows hold%s what stands above",
			text_quantity(arena, reader->sheet->filled_down, "blank cell", NULL),
			reader->sheet->filled_down == 1 ? "s" : "");
	if (reader->sheet && reader->sheet->passed > 0)
		incoming_note(reader,
			"%s that repeat%s the header, or name%s a group above it, %s skipped",
			text_quantity(arena, (int64_t)reader->sheet->passed, "line", NULL),
			reader->sheet->passed == 1 ? "s" : "",
			reader->sheet->passed == 1 ? "s" : "",
			reader->sheet->passed == 1 ? "was" : "were");
	if (reader->sheet)
		reader->sheet->filled_down = (int64_t)(reader->sheet->passed = 0);
	if (reader->unusable > 0)
		incoming_note(reader,
			"%s left out: a milestone waits for the end of others, not for their start",
			text_quantity(arena, reader->unusable, "link was", "links were"));
	if (reader->lagless > 0)
		incoming_note(reader, "%s in per cent taken as none",
			text_quantity(arena, reader->lagless, "lag was", "lags were"));
}

/* The counts are known once all is read. */
void
incoming_note_counts(struct incoming_reader *reader)
{
	if (reader->sums > 0)
		incoming_note(reader, "%s of totals %s left out",
			text_quantity(&reader->lasting, reader->sums, "row", NULL),
			reader->sums == 1 ? "was" : "were");
	if (reader->wrapped > 0)
		incoming_note(reader, "%s over several lines %s joined by a blank",
			text_quantity(&reader->lasting, reader->wrapped, "cell", NULL),
			reader->wrapped == 1 ? "was" : "were");
	note_rows(reader);
	if (!reader->noted)
		incoming_sheet_note(reader);
	reader->noted = true;
	reader->sums = reader->wrapped = reader->unusable = reader->lagless = 0;
}

const char *
incoming_reader_note(struct incoming_reader *reader, size_t index)
{
	incoming_note_counts(reader);
	return index < reader->note_count ? reader->notes[index] : NULL;
}

bool
incoming_reader_is_csv(const struct incoming_reader *reader)
{
	return reader->rows != NULL;
}

const struct cell *
incoming_reader_header(const struct incoming_reader *reader, size_t *count)
{
	return row_reader_header(reader->rows, count);
}

const struct cell *
incoming_reader_row(const struct incoming_reader *reader, size_t *count)
{
	*count = reader->cell_count;
	return reader->cells;
}

const char *
incoming_reader_audience(const struct incoming_reader *reader)
{
	return reader->audience;
}
