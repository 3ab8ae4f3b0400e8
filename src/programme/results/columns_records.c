/* SPDX-License-Identifier: MIT */
/* What happened, or would happen, to records: an import, a removal. And what a file can hold. */
#include "columns.h"
#include "rollout/programme/results.h"

static enum tone
mapping_tone(const void *row)
{
	return ((const struct column_mapping *)row)->field ? TONE_PLAIN : TONE_WARNING;
}

static bool
goes_along(const void *row)
{
	return ((const struct removal_line *)row)->field < 0;
}

static bool
is_emptied(const void *row)
{
	return !goes_along(row);
}

static const char *
emptied_field(const void *row, struct arena *arena)
{
	const struct removal_line *line = row;

	(void)arena;
	return line->type->fields[line->field].name;
}

static const char *
field_name(const void *row, struct arena *arena)
{
	const struct field *field = row;

	(void)arena;
	return field->kind == FIELD_KEY ? "id" : field->name;
}

static const char *
kind_name(const void *row, struct arena *arena)
{
	(void)arena;
	return field_kind_name(((const struct field *)row)->kind);
}

static bool
has_limits(const void *row)
{
	return ((const struct field *)row)->kind == FIELD_INTEGER;
}

static bool
has_choices(const void *row)
{
	return ((const struct field *)row)->choices != NULL;
}

static enum status
each_choice(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct field *field = whole;
	enum status status = STATUS_OK;

	for (const struct choice *choice = field->choices; choice->name && status == STATUS_OK;
		choice++)
		status = row(context, choice, error);
	return status;
}

/* clang-format off */

static const struct result_column mapping_columns[] = {
	{ "column", COLUMN_TEXT, AT(struct column_mapping, column), .always = true,
		.head = "in the file", .help = "Column or member of the file." },
	{ "field", COLUMN_TEXT, AT(struct column_mapping, field), .head = "read as",
		.nothing = "(kept out)", .tone = mapping_tone,
		.help = "What it was read as; left out where it was not read." },
	{ "count", COLUMN_WHOLE, AT(struct column_mapping, count), .always = true,
		.head = "values", .help = "Values seen." },
	{ 0 },
};

static const struct result_column value_columns[] = {
	{ "field", COLUMN_TEXT, AT(struct value_mapping, field), .always = true, .head = "field",
		.help = "Whose value it is." },
	{ "from", COLUMN_TEXT, AT(struct value_mapping, from), .always = true,
		.head = "in the file", .help = "The word in the file." },
	{ "to", COLUMN_TEXT, AT(struct value_mapping, to), .head = "taken for",
		.nothing = "(no value)",
		.help = "What it was taken for; left out where it means no value." },
	{ "count", COLUMN_WHOLE, AT(struct value_mapping, count), .always = true, .minimum = 1,
		.head = "values", .help = "Values seen." },
	{ 0 },
};

static const struct result_column import_whole[] = {
	{ "dry_run", COLUMN_BOOLEAN, AT(struct import_result, dry_run), .always = true,
		.help = "Nothing was written." },
	{ "added", COLUMN_WHOLE, AT(struct import_result, added), .always = true,
		.help = "Records that are new." },
	{ "changed", COLUMN_WHOLE, AT(struct import_result, changed), .always = true,
		.help = "Records that were here and differ." },
	{ "unchanged", COLUMN_WHOLE, AT(struct import_result, unchanged), .always = true,
		.help = "Records that were here and do not differ." },
	{ "rejected", COLUMN_WHOLE, AT(struct import_result, rejected), .always = true,
		.help = "Records left out." },
	{ "people_added", COLUMN_WHOLE, AT(struct import_result, people_added), .always = true,
		.help = "Owners that nobody knew, added as persons; part of added." },
	{ "mapping", COLUMN_LIST, ROWS_INSIDE(struct import_result, mappings, mapping_count),
		.columns = mapping_columns, .one_line = true, .always = true,
		.help = "What was read as what." },
	{ "values", COLUMN_LIST, ROWS_INSIDE(struct import_result, values, value_count),
		.columns = value_columns, .one_line = true, .always = true,
		.help = "Words that were translated." },
	{ "warnings", COLUMN_LIST, ROWS_INSIDE(struct import_result, warnings, warning_count),
		.columns = columns_of_text, .always = true, .help = "The first of them." },
	{ "warning_count", COLUMN_WHOLE, AT(struct import_result, warning_count), .always = true,
		.help = "All of them; the first are listed." },
	{ "errors", COLUMN_LIST, ROWS_INSIDE(struct import_result, errors, error_count),
		.columns = columns_of_text, .always = true, .help = "The first of them." },
	{ "error_count", COLUMN_WHOLE, AT(struct import_result, error_count), .always = true,
		.help = "All of them; the first are listed." },
	{ 0 },
};

const struct result result_import = { "import", "What an import did, or would do.", AUDIENCE_LEAD,
	sizeof(struct import_result), import_whole, NULL };

static const struct result_column along_columns[] = {
	{ "type", COLUMN_TEXT, AT(struct removal_line, type), .always = true,
		.help = "The records' type." },
	{ "count", COLUMN_WHOLE, AT(struct removal_line, count), .always = true, .minimum = 1,
		.help = "Records that go along." },
	{ 0 },
};

static const struct result_column emptied_columns[] = {
	{ "type", COLUMN_TEXT, AT(struct removal_line, type), .always = true,
		.help = "The records' type." },
	{ "field", COLUMN_TEXT, .text = emptied_field, .always = true,
		.help = "What referred to a record that goes." },
	{ "count", COLUMN_WHOLE, AT(struct removal_line, count), .always = true, .minimum = 1,
		.help = "Records in which the field is emptied." },
	{ 0 },
};

static const struct result_column removal_whole[] = {
	{ "type", COLUMN_TEXT, AT(struct removal_result, type), .always = true,
		.help = "The type of the records named." },
	{ "dry_run", COLUMN_BOOLEAN, AT(struct removal_result, dry_run), .always = true,
		.help = "Nothing was removed." },
	{ "removed", COLUMN_LIST, ROWS(struct removal_result, identifiers, count),
		.columns = columns_of_text, .always = true, .help = "The records named." },
	{ "records", COLUMN_WHOLE, AT(struct removal_result, removal.records), .always = true,
		.help = "All records that go, the named ones included." },
	{ "along", COLUMN_LIST,
		ROWS_INSIDE(struct removal_result, removal.lines, removal.line_count),
		.only = goes_along, .columns = along_columns, .one_line = true, .always = true,
		.help = "What goes along." },
	{ "emptied", COLUMN_LIST,
		ROWS_INSIDE(struct removal_result, removal.lines, removal.line_count),
		.only = is_emptied, .columns = emptied_columns, .one_line = true, .always = true,
		.help = "What merely refers to them." },
	{ 0 },
};

const struct result result_removal = { "removal", "What a removal took along, or would take along.",
	AUDIENCE_LEAD, sizeof(struct removal_result), removal_whole, "along" };

static const struct result_column choice_column[] = {
	{ "", COLUMN_TEXT, AT(struct choice, name), .help = "A word." },
	{ 0 },
};

static const struct result_column field_columns[] = {
	{ "name", COLUMN_TEXT, .text = field_name, .always = true, .help = "As in files." },
	{ "kind", COLUMN_TEXT, .text = kind_name, .always = true, .help = "What it takes." },
	{ "required", COLUMN_BOOLEAN, AT(struct field, required), .always = true,
		.help = "Whether every record has it." },
	{ "sensitive", COLUMN_BOOLEAN, AT(struct field, sensitive), .always = true,
		.help = "Whether it is an opinion about a person." },
	{ "choices", COLUMN_LIST, EACH(each_choice, struct choice), .present = has_choices,
		.columns = choice_column, .help = "The words it takes." },
	{ "target", COLUMN_TEXT, AT(struct field, target), .help = "The type it refers to." },
	{ "minimum", COLUMN_WHOLE, AT(struct field, minimum), .present = has_limits,
		.minimum = -1000000, .help = "The least number it takes." },
	{ "maximum", COLUMN_WHOLE, AT(struct field, maximum), .present = has_limits,
		.minimum = -1000000, .help = "The greatest." },
	{ "preset", COLUMN_TEXT, AT(struct field, preset), .help = "What it is when not given." },
	{ "help", COLUMN_TEXT, AT(struct field, help), .always = true, .help = "What to write." },
	{ 0 },
};

static bool
has_fields(const void *row)
{
	return ((const struct type *)row)->field_count > 0;
}

/* All types, without their fields, or one with them. */
static enum status
each_type(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct type *only = ((const struct types_result *)whole)->only;
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	if (only)
		return row(context, only, error);
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		struct type told = *types[i];

		told.field_count = 0;
		status = row(context, &told, error);
	}
	return status;
}

static const struct result_column type_columns[] = {
	{ "name", COLUMN_TEXT, AT(struct type, name), .always = true,
		.help = "As in commands, and in references." },
	{ "plural", COLUMN_TEXT, AT(struct type, plural), .always = true,
		.help = "As in documents." },
	{ "label", COLUMN_TEXT, AT(struct type, label), .always = true,
		.help = "As in sentences." },
	{ "help", COLUMN_TEXT, AT(struct type, help), .always = true,
		.help = "What such a record is for." },
	{ "fields", COLUMN_LIST, ROWS(struct type, fields, field_count), .present = has_fields,
		.columns = field_columns, .help = "Where one type was asked for." },
	{ 0 },
};

static const struct result_column types_whole[] = {
	{ "types", COLUMN_LIST, EACH(each_type, struct type), .columns = type_columns, .always = true,
		.help = "In the dictionary's order." },
	{ 0 },
};

const struct result result_types = { "types", "The types of records, or one with its fields.",
	AUDIENCE_LEAD, sizeof(struct types_result), types_whole, NULL };
