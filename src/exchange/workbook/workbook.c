/* SPDX-License-Identifier: MIT */
/*
 * Opening a workbook: which of the things that people call a spreadsheet the file is, and the parts
 * that all its sheets share. Parts are found through the relations between them, as the standard
 * has it, because no two programs name them alike.
 */
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/source_file.h"
#include "rollout/base/text.h"
#include "xml_stream.h"

enum {
	RELATIONS_MOST = 4096,
	RELATION_LONGEST = 1024,
	FORMATS_MOST = 4096,
	NAME_LONGEST = 400, /* bytes; spreadsheets allow 31 characters */
	LOOK_PIECE = 1 << 16,
};

/* One part's pointer to another. */
struct relation {
	const char *id;
	const char *part;
	enum {
		RELATION_OTHER,
		RELATION_WORKBOOK,
		RELATION_SHEET,
		RELATION_TEXTS,
		RELATION_STYLES
	} kind;
};

struct format {
	long number;
	enum number_kind kind;
};

/* What is gathered while a part is read. */
struct reading {
	struct workbook *workbook;
	const char *folder; /* of the part whose relations are read: "xl/" */
	struct relation *relations;
	size_t relation_count;
	struct format *formats;
	size_t format_count;
	bool in_styles; /* in the list of what cells refer to */
	size_t length; /* of the text at hand */
	bool in_text, in_reading; /* a text; how it is pronounced, which is left out */
	size_t seen; /* sheets of any kind */
	struct xml_stream *stream;
};

enum workbook_content
workbook_look(const char *bytes, size_t length)
{
	if (length >= 4 && memcmp(bytes, "PK", 2) == 0 &&
		(memcmp(bytes + 2, "\3\4", 2) == 0 || memcmp(bytes + 2, "\5\6", 2) == 0))
		return CONTENT_ARCHIVE;
	return length >= 4 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0 ? CONTENT_OLD
									: CONTENT_OTHER;
}

bool
workbook_is_name(const char *name)
{
	static const char *const endings[] = { ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb",
		".ods" };
	const char *ending = strrchr(name, '.');

	for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return true;
	return false;
}

/* Text that was gathered by pieces of an arena's size ends up with the workbook. */
static const char *
keep(struct workbook *workbook, const char *text)
{
	return arena_copy(&workbook->arena, text, strlen(text));
}

/* "worksheets/sheet1.xml" beside xl/workbook.xml, "/xl/worksheets/sheet1.xml" from anywhere. */
static const char *
resolve(const struct reading *reading, const char *target)
{
	if (*target == '/')
		return keep(reading->workbook, target + 1);
	while (strncmp(target, "./", 2) == 0)
		target += 2;
	if (strncmp(target, "../", 3) == 0)
		return keep(reading->workbook, target + 3);
	return arena_format(&reading->workbook->arena, "%s%s", reading->folder, target);
}

static bool
ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), tail = strlen(ending);

	return length >= tail && strcmp(text + length - tail, ending) == 0;
}

static void
start_relation(void *context, const char *name, const char **attributes)
{
	struct reading *reading = context;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"),
		   *target = xml_attribute(attributes, "Target"),
		   *mode = xml_attribute(attributes, "TargetMode");
	struct relation *relation;

	if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
		(mode && strcmp(mode, "External") == 0) ||
		strlen(id) + strlen(target) > RELATION_LONGEST ||
		reading->relation_count == RELATIONS_MOST)
		return;
	reading->relations = arena_grow(&reading->workbook->arena, reading->relations,
		reading->relation_count, sizeof *relation);
	relation = &reading->relations[reading->relation_count++];
	relation->id = keep(reading->workbook, id);
	relation->part = resolve(reading, target);
	relation->kind = ends_with(type, "/officeDocument")  ? RELATION_WORKBOOK
			 : ends_with(type, "/worksheet")     ? RELATION_SHEET
			 : ends_with(type, "/sharedStrings") ? RELATION_TEXTS
			 : ends_with(type, "/styles")        ? RELATION_STYLES
							     : RELATION_OTHER;
}

static void
pass_over(void *context, const char *name)
{
	(void)context;
	(void)name;
}

static const struct xml_handler relations_handler = { start_relation, pass_over, NULL };

/* The relations of a part, "xl/workbook.xml"; none where it has none. */
static enum status
read_relations(struct reading *reading, const char *part, struct error *error)
{
	struct workbook *workbook = reading->workbook;
	const char *slash = strrchr(part, '/');
	size_t folder = slash ? (size_t)(slash - part) + 1 : 0;
	const char *beside;

	reading->folder = arena_copy(&workbook->arena, part, folder);
	reading->relations = NULL;
	reading->relation_count = 0;
	beside = arena_format(&workbook->arena, "%s_rels/%s.rels", reading->folder, part + folder);
	if (!zip_package_has(workbook->package, beside))
		return STATUS_OK;
	return xml_stream_read(
		workbook->package, beside, &relations_handler, reading, &reading->stream, error);
}

/* The part that a relation of that kind points to; NULL: none. */
static const char *
find_part(const struct reading *reading, int kind)
{
	for (size_t i = 0; i < reading->relation_count; i++)
		if ((int)reading->relations[i].kind == kind)
			return reading->relations[i].part;
	return NULL;
}

static const struct relation *
find_relation(const struct reading *reading, const char *id)
{
	for (size_t i = 0; id && i < reading->relation_count; i++)
		if (strcmp(reading->relations[i].id, id) == 0)
			return &reading->relations[i];
	return NULL;
}

static void
start_workbook(void *context, const char *name, const char **attributes)
{
	struct reading *reading = context;
	struct workbook *workbook = reading->workbook;
	const char *called = xml_attribute(attributes, "name"),
		   *state = xml_attribute(attributes, "state");
	const struct relation *relation;

	if (strcmp(name, "workbookPr") == 0)
		workbook->since_1904 = xml_attribute_is_set(attributes, "date1904");
	if (strcmp(name, "sheet") != 0 || !called)
		return;
	if (++reading->seen > SHEETS_MOST || strlen(called) > NAME_LONGEST) {
		xml_stream_fail(reading->stream, STATUS_INVALID,
			"has more than %d sheets, or one with a name of more than %d bytes",
			SHEETS_MOST, NAME_LONGEST);
		return;
	}
	relation = find_relation(reading, xml_attribute(attributes, "id"));
	if (!relation || relation->kind != RELATION_SHEET)
		return;
	workbook->sheets = arena_grow(&workbook->arena, workbook->sheets, workbook->sheet_count,
		sizeof *workbook->sheets);
	workbook->sheets[workbook->sheet_count++] = (struct workbook_sheet){ keep(workbook, called),
		relation->part, state && strcmp(state, "visible") != 0, NULL };
}

static const struct xml_handler workbook_handler = { start_workbook, pass_over, NULL };

static void
add_format(struct reading *reading, const char *number, const char *code)
{
	if (!number || !code || reading->format_count == FORMATS_MOST)
		return;
	reading->formats = arena_grow(&reading->workbook->arena, reading->formats,
		reading->format_count, sizeof *reading->formats);
	reading->formats[reading->format_count++] =
		(struct format){ strtol(number, NULL, 10), cell_number_custom(code) };
}

static enum number_kind
kind_of_format(const struct reading *reading, long number)
{
	for (size_t i = 0; i < reading->format_count; i++)
		if (reading->formats[i].number == number)
			return reading->formats[i].kind;
	return cell_number_built_in(number);
}

static void
start_styles(void *context, const char *name, const char **attributes)
{
	struct reading *reading = context;
	struct workbook *workbook = reading->workbook;

	if (strcmp(name, "numFmt") == 0)
		add_format(reading, xml_attribute(attributes, "numFmtId"),
			xml_attribute(attributes, "formatCode"));
	else if (strcmp(name, "cellXfs") == 0)
		reading->in_styles = true;
	else if (strcmp(name, "xf") == 0 && reading->in_styles &&
		 workbook->style_count < STYLES_MOST) {
		const char *number = xml_attribute(attributes, "numFmtId");

		workbook->styles = arena_grow(&workbook->arena, workbook->styles,
			workbook->style_count, sizeof *workbook->styles);
		workbook->styles[workbook->style_count++] = (unsigned char)kind_of_format(
			reading, number ? strtol(number, NULL, 10) : 0);
	}
}

static void
end_styles(void *context, const char *name)
{
	if (strcmp(name, "cellXfs") == 0)
		((struct reading *)context)->in_styles = false;
}

static const struct xml_handler styles_handler = { start_styles, end_styles, NULL };

static void
start_texts(void *context, const char *name, const char **attributes)
{
	struct reading *reading = context;

	(void)attributes;
	if (strcmp(name, "si") == 0)
		reading->length = 0;
	else if (strcmp(name, "t") == 0)
		reading->in_text = true;
	else if (strcmp(name, "rPh") == 0)
		reading->in_reading = true;
}

static void
end_texts(void *context, const char *name)
{
	struct reading *reading = context;
	struct error error;

	if (strcmp(name, "t") == 0)
		reading->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		reading->in_reading = false;
	else if (strcmp(name, "si") == 0 &&
		 text_store_add(reading->workbook->texts, &error) != STATUS_OK)
		xml_stream_fail(reading->stream, error.status, "%s", error.message);
}

static void
take_text(void *context, const char *text, size_t length)
{
	struct reading *reading = context;

	if (!reading->in_text || reading->in_reading)
		return;
	reading->length += length;
	if (reading->length > CELL_MOST)
		xml_stream_fail(reading->stream, STATUS_INVALID,
			"has a cell of more than %d KiB of text", CELL_MOST >> 10);
	else
		buffer_append(text_store_end(reading->workbook->texts), text, length);
}

static const struct xml_handler texts_handler = { start_texts, end_texts, take_text };

/* A part that need not be there. */
static enum status
read_part(struct reading *reading, int kind, const struct xml_handler *handler, struct error *error)
{
	struct zip_package *package = reading->workbook->package;
	const char *part = find_part(reading, kind);

	return part && zip_package_has(package, part)
		       ? xml_stream_read(package, part, handler, reading, &reading->stream, error)
		       : STATUS_OK;
}

/* What else a ZIP archive without a workbook's parts is, and what to do about it. */
static enum status
refuse_archive(struct workbook *workbook, struct error *error)
{
	static const struct {
		const char *part, *words;
	} others[] = {
		{ "xl/workbook.bin", "is a binary workbook (.xlsb); save it as .xlsx" },
		{ "Index/Document.iwa", "is a document of Numbers; export it as Excel or CSV" },
		{ "word/document.xml", "is a text document; import takes a workbook or CSV" },
		{ "content.xml", "is an OpenDocument sheet (.ods); save it as .xlsx or CSV" },
	};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (zip_package_has(workbook->package, others[i].part))
			return error_set(error, STATUS_INVALID, "%s: %s",
				zip_package_name(workbook->package), others[i].words);
	return error_set(error, STATUS_INVALID, "%s: is a ZIP archive, but holds no workbook",
		zip_package_name(workbook->package));
}

static enum status
read_parts(struct workbook *workbook, struct error *error)
{
	struct reading reading = { .workbook = workbook };
	enum status status = read_relations(&reading, "", error);
	const char *part = find_part(&reading, RELATION_WORKBOOK);

	if (status == STATUS_OK && (!part || !zip_package_has(workbook->package, part)))
		part = "xl/workbook.xml";
	if (status == STATUS_OK &&
		(!ends_with(part, ".xml") || !zip_package_has(workbook->package, part) ||
			zip_package_has(workbook->package, "word/document.xml")))
		return refuse_archive(workbook, error);
	if (status == STATUS_OK)
		status = read_relations(&reading, part, error);
	if (status == STATUS_OK)
		status = xml_stream_read(workbook->package, part, &workbook_handler, &reading,
			&reading.stream, error);
	if (status == STATUS_OK)
		status = read_part(&reading, RELATION_STYLES, &styles_handler, error);
	if (status == STATUS_OK)
		status = read_part(&reading, RELATION_TEXTS, &texts_handler, error);
	if (status == STATUS_OK && workbook->sheet_count == 0)
		return error_set(error, STATUS_INVALID, "%s: is a workbook without a sheet",
			zip_package_name(workbook->package));
	return status;
}

/* Whether the directory of an OLE file names the stream that holds a workbook behind a password. */
static bool
is_encrypted(struct source *source)
{
	static const char word[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	char *piece = memory_new(LOOK_PIECE, 1);
	bool found = false;
	long got;

	for (uint64_t from = 0; !found && (got = source_file_read(source, from, piece,
						   LOOK_PIECE)) >= (long)sizeof word;
		from += LOOK_PIECE - sizeof word)
		for (const char *at = piece;
			!found &&
			(at = memchr(at, 'E', (size_t)(piece + got - at) - sizeof word + 1));
			at++)
			found = memcmp(at, word, sizeof word) == 0;
	free(piece);
	return found;
}

static enum status
refuse_old(struct source *source, struct error *error)
{
	return error_set(error, STATUS_INVALID, "%s: %s", source_name(source),
		is_encrypted(source)
			? "is protected with a password; save it without one"
			: "is a workbook of the kind before 2007 (.xls); save it as .xlsx or CSV");
}

enum status
workbook_open(struct source *source, struct workbook **out, struct error *error)
{
	struct workbook *workbook;
	uint64_t size;
	char first[4];
	enum status status = source_file_settle(source, PACKAGE_BYTES_MOST, &size, error);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	if (source_file_read(source, 0, first, sizeof first) == sizeof first &&
		workbook_look(first, sizeof first) == CONTENT_OLD)
		return refuse_old(source, error);
	workbook = memory_new(1, sizeof *workbook);
	workbook->texts = text_store_new();
	status = zip_package_open(source, &workbook->package, error);
	if (status == STATUS_OK)
		status = read_parts(workbook, error);
	if (status == STATUS_OK)
		*out = workbook;
	else
		workbook_close(workbook);
	return status;
}

void
workbook_close(struct workbook *workbook)
{
	if (!workbook)
		return;
	zip_package_close(workbook->package);
	text_store_free(workbook->texts);
	arena_clear(&workbook->arena);
	free(workbook);
}

int
workbook_find(const struct workbook *workbook, const char *name)
{
	struct arena arena = { 0 };
	const char *folded = text_fold_name(&arena, name, strlen(name));
	int found = -1;

	for (size_t i = 0; i < workbook->sheet_count && found < 0; i++)
		if (strcmp(workbook->sheets[i].name, name) == 0)
			found = (int)i;
	for (size_t i = 0; i < workbook->sheet_count && found < 0; i++) {
		const char *called = workbook->sheets[i].name;

		if (strcmp(text_fold_name(&arena, called, strlen(called)), folded) == 0)
			found = (int)i;
	}
	arena_clear(&arena);
	return found;
}
