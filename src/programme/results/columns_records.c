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
each_choice(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	const struct field *field = whole;
	enum status status = STATUS_OK;

	(void)list;
	for (const struct choice *choice = field->choices; choice->name && status == STATUS_OK;
		choice++)
		status = row(context, choice, error);
	return status;
}

/* clang-format off */

static const struct result_column mapping_columns[] = {
	{ "column", COLUMN_TEXT, "Column or member of the file.", AT(struct column_mapping, column),
		.head = "in the file" },
	{ "field", COLUMN_TEXT, "What it was read as; left out where it was not read.",
		AT(struct column_mapping, field), .head = "read as", .nothing = "(kept out)",
		.tone = mapping_tone, .optional = true },
	{ "count", COLUMN_WHOLE, "Values seen.", AT(struct column_mapping, count),
		.head = "values" },
	{ 0 },
};

static const struct result_column value_columns[] = {
	{ "field", COLUMN_TEXT, "Whose value it is.", AT(struct value_mapping, field),
		.head = "field" },
	{ "from", COLUMN_TEXT, "The word in the file.", AT(struct value_mapping, from),
		.head = "in the file" },
	{ "to", COLUMN_TEXT, "What it was taken for; left out where it means no value.",
		AT(struct value_mapping, to), .head = "taken for", .nothing = "(no value)",
		.optional = true },
	{ "count", COLUMN_WHOLE, "Values seen.", AT(struct value_mapping, count), .minimum = 1,
		.head = "values" },
	{ 0 },
};

static const struct result_column change_columns[] = {
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct import_change, type) },
	{ "record", COLUMN_ID, "Whose it is.", AT(struct import_change, record) },
	{ "name", COLUMN_TEXT, "What people call it.", AT(struct import_change, name),
		.head = "changes" },
	{ "field", COLUMN_TEXT, "What changes; of a link or proof that it gains the type.",
		AT(struct import_change, field), .head = "field" },
	{ "before", COLUMN_TEXT, "What stands there now; left out where nothing does.",
		AT(struct import_change, before), .head = "now", .optional = true },
	{ "after", COLUMN_TEXT, "What would stand there; left out where nothing would.",
		AT(struct import_change, after), .head = "then", .optional = true },
	{ 0 },
};

static const struct result_column import_whole[] = {
	{ "dry_run", COLUMN_BOOLEAN, "Nothing was written.", AT(struct import_result, dry_run) },
	{ "added", COLUMN_WHOLE, "Records that are new.", AT(struct import_result, added) },
	{ "changed", COLUMN_WHOLE, "Records that were here and differ.",
		AT(struct import_result, changed) },
	{ "unchanged", COLUMN_WHOLE, "Records that were here and do not differ.",
		AT(struct import_result, unchanged) },
	{ "rejected", COLUMN_WHOLE, "Records left out.", AT(struct import_result, rejected) },
	{ "people_added", COLUMN_WHOLE, "Owners that nobody knew, added as persons; part of added.",
		AT(struct import_result, people_added) },
	{ "mapping", COLUMN_LIST, "What was read as what.",
		ROWS_INSIDE(struct import_result, mappings, mapping_count),
		.columns = mapping_columns, .one_line = true, .head = "columns as they are read" },
	{ "values", COLUMN_LIST, "Words that were translated.",
		ROWS_INSIDE(struct import_result, values, value_count), .columns = value_columns,
		.one_line = true, .head = "words as they are taken" },
	{ "changes", COLUMN_LIST, "Of a dry run: what would change for whom. The first of them.",
		ROWS(struct import_result, changes, change_count), .columns = change_columns,
		.one_line = true, .head = "what would change" },
	{ "change_count", COLUMN_WHOLE, "All of them; the first are listed.",
		AT(struct import_result, difference_count) },
	{ "warnings", COLUMN_LIST, "The first of them.",
		ROWS_INSIDE(struct import_result, warnings, warning_count),
		.columns = columns_of_text },
	{ "warning_count", COLUMN_WHOLE, "All of them; the first are listed.",
		AT(struct import_result, warning_count) },
	{ "errors", COLUMN_LIST, "The first of them.",
		ROWS_INSIDE(struct import_result, errors, error_count),
		.columns = columns_of_text },
	{ "error_count", COLUMN_WHOLE, "All of them; the first are listed.",
		AT(struct import_result, error_count) },
	{ 0 },
};

const struct result result_import = { "import", "What an import did, or would do.", AUDIENCE_LEAD,
	sizeof(struct import_result), import_whole, NULL };

static const struct result_column along_columns[] = {
	{ "type", COLUMN_TEXT, "The records' type.", AT(struct removal_line, type) },
	{ "count", COLUMN_WHOLE, "Records that go along.", AT(struct removal_line, count),
		.minimum = 1 },
	{ 0 },
};

static const struct result_column emptied_columns[] = {
	{ "type", COLUMN_TEXT, "The records' type.", AT(struct removal_line, type) },
	{ "field", COLUMN_TEXT, "What referred to a record that goes.", .text = emptied_field },
	{ "count", COLUMN_WHOLE, "Records in which the field is emptied.",
		AT(struct removal_line, count), .minimum = 1 },
	{ 0 },
};

static const struct result_column removal_whole[] = {
	{ "type", COLUMN_TEXT, "The type of the records named.", AT(struct removal_result, type) },
	{ "dry_run", COLUMN_BOOLEAN, "Nothing was removed.", AT(struct removal_result, dry_run) },
	{ "removed", COLUMN_LIST, "The records named.",
		ROWS(struct removal_result, identifiers, count), .columns = columns_of_text },
	{ "records", COLUMN_WHOLE, "All records that go, the named ones included.",
		AT(struct removal_result, removal.records) },
	{ "along", COLUMN_LIST, "What goes along.",
		ROWS_INSIDE(struct removal_result, removal.lines, removal.line_count),
		.only = goes_along, .columns = along_columns, .one_line = true },
	{ "emptied", COLUMN_LIST, "What merely refers to them.",
		ROWS_INSIDE(struct removal_result, removal.lines, removal.line_count),
		.only = is_emptied, .columns = emptied_columns, .one_line = true },
	{ 0 },
};

const struct result result_removal = { "removal", "What a removal took along, or would take along.",
	AUDIENCE_LEAD, sizeof(struct removal_result), removal_whole, "along" };

static const char *
owned_ends(const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct owned *)row)->ends ? "ends" : "";
}

static const struct result_column owned_columns[] = {
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct owned, type), .head = "type",
		.uncut = true },
	{ "record", COLUMN_ID, "The record.", AT(struct owned, record) },
	{ "name", COLUMN_TEXT, "What people call it.", AT(struct owned, name), .head = "of" },
	{ "field", COLUMN_TEXT, "What names the person.", AT(struct owned, field), .head = "field",
		.uncut = true },
	{ "ends", COLUMN_BOOLEAN,
		"It is not handed over: the other one has the same already, or would own themselves.",
		AT(struct owned, ends) },
	{ NULL, COLUMN_TEXT, "Ends, where it does.", .text = owned_ends, .head = "", .muted = true },
	{ 0 },
};

static const struct result_column hand_over_whole[] = {
	{ "from", COLUMN_ID, "Who owned it.", AT(struct hand_over, from) },
	{ "from_name", COLUMN_TEXT, "What people call the first.", AT(struct hand_over, from_name) },
	{ "to", COLUMN_ID, "Who owns it now.", AT(struct hand_over, to) },
	{ "to_name", COLUMN_TEXT, "What people call the second.", AT(struct hand_over, to_name) },
	{ "dry_run", COLUMN_BOOLEAN, "Nothing was changed.", AT(struct hand_over, dry_run) },
	{ "records", COLUMN_LIST, "What was still open.", ROWS(struct hand_over, items, count),
		.columns = owned_columns, .one_line = true },
	{ 0 },
};

const struct result result_hand_over = { "hand_over",
	"What went from one owner to another, or would go.", AUDIENCE_LEAD,
	sizeof(struct hand_over), hand_over_whole, "records" };

static const struct result_column choice_column[] = {
	{ "", COLUMN_TEXT, "A word.", AT(struct choice, name) },
	{ 0 },
};

static const struct result_column field_columns[] = {
	{ "name", COLUMN_TEXT, "As in files.", .text = field_name },
	{ "kind", COLUMN_TEXT, "What it takes.", .text = kind_name },
	{ "required", COLUMN_BOOLEAN, "Whether every record has it.", AT(struct field, required) },
	{ "sensitive", COLUMN_BOOLEAN, "Whether it is an opinion about a person.",
		AT(struct field, sensitive) },
	{ "choices", COLUMN_LIST, "The words it takes.", EACH(each_choice, struct choice),
		.present = has_choices, .columns = choice_column, .optional = true },
	{ "target", COLUMN_TEXT, "The type it refers to.", AT(struct field, target),
		.optional = true },
	{ "minimum", COLUMN_WHOLE, "The least number it takes.", AT(struct field, minimum),
		.present = has_limits, .minimum = -1000000, .optional = true },
	{ "maximum", COLUMN_WHOLE, "The greatest.", AT(struct field, maximum),
		.present = has_limits, .minimum = -1000000, .optional = true },
	{ "preset", COLUMN_TEXT, "What it is when not given.", AT(struct field, preset),
		.optional = true },
	{ "help", COLUMN_TEXT, "What to write.", AT(struct field, help) },
	{ 0 },
};

static bool
has_fields(const void *row)
{
	return ((const struct type *)row)->field_count > 0;
}

/* All types, without their fields, or one with them. */
static enum status
each_type(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	const struct type *only = ((const struct types_result *)whole)->only;
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	(void)list;
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
	{ "name", COLUMN_TEXT, "As in commands, and in references.", AT(struct type, name) },
	{ "plural", COLUMN_TEXT, "As in documents.", AT(struct type, plural) },
	{ "label", COLUMN_TEXT, "As in sentences.", AT(struct type, label) },
	{ "help", COLUMN_TEXT, "What such a record is for.", AT(struct type, help) },
	{ "fields", COLUMN_LIST, "Where one type was asked for.",
		ROWS(struct type, fields, field_count), .present = has_fields,
		.columns = field_columns, .optional = true },
	{ 0 },
};

static const struct result_column types_whole[] = {
	{ "types", COLUMN_LIST, "In the dictionary's order.", EACH(each_type, struct type),
		.columns = type_columns },
	{ 0 },
};

const struct result result_types = { "types", "The types of records, or one with its fields.",
	AUDIENCE_LEAD, sizeof(struct types_result), types_whole, NULL };
