/* SPDX-License-Identifier: MIT */
/*
 * Tables from the dictionary: STRICT, with a CHECK for everything the dictionary limits, references
 * deferred and without actions (deletions of dependants are explicit, so that undo stays exact), an
 * index on each key, each title and each reference that is looked up backwards.
 */
#include <inttypes.h>

#include "rollout/store/ddl.h"

static const char history_tables[] =
	"-- The file's own books: who this programme is, for merging copies of it.\n"
	"CREATE TABLE \"meta\" (\n"
	"\t\"name\" TEXT PRIMARY KEY NOT NULL,  -- programme_uid: random, the same in every copy\n"
	"\t\"value\" TEXT NOT NULL  -- its value\n"
	") STRICT, WITHOUT ROWID;\n\n"
	"-- One change by somebody: what undo, redo and the log go by.\n"
	"CREATE TABLE \"step\" (\n"
	"\t\"id\" INTEGER PRIMARY KEY NOT NULL,  -- grows with every step\n"
	"\t\"at\" TEXT NOT NULL,  -- UTC, YYYY-MM-DDTHH:MM:SSZ\n"
	"\t\"who\" TEXT NOT NULL,  -- as the author called himself\n"
	"\t\"label\" TEXT NOT NULL,  -- what was done; never an opinion about a person\n"
	"\t\"changes\" INTEGER NOT NULL,  -- records and fields changed\n"
	"\t\"state\" INTEGER NOT NULL CHECK (\"state\" BETWEEN 0 AND 3)  -- 0 done, 1 undone, 2 "
	"undone and overtaken, 3 origin\n"
	") STRICT;\n"
	"CREATE INDEX \"step_undone\" ON \"step\"(\"state\") WHERE \"state\" = 1;\n\n"
	"-- One time a step was taken back or put forward again; never changed, never deleted.\n"
	"CREATE TABLE \"turn\" (\n"
	"\t\"id\" INTEGER PRIMARY KEY NOT NULL,  -- from the clock that gives steps their ids, so "
	"that both are in one order\n"
	"\t\"step\" INTEGER NOT NULL,  -- the step that was turned\n"
	"\t\"back\" INTEGER NOT NULL CHECK (\"back\" IN (0, 1)),  -- 1 undone, 0 redone\n"
	"\t\"at\" TEXT NOT NULL,  -- UTC, YYYY-MM-DDTHH:MM:SSZ\n"
	"\t\"who\" TEXT NOT NULL  -- as the author called himself\n"
	") STRICT;\n"
	"CREATE INDEX \"turn_step\" ON \"turn\"(\"step\");\n\n"
	"-- What a step changed, in order. Values that the tables hold are not held here as well.\n"
	"CREATE TABLE \"change\" (\n"
	"\t\"step\" INTEGER NOT NULL,  -- the step it belongs to\n"
	"\t\"n\" INTEGER NOT NULL,  -- its place in the step\n"
	"\t\"record\" INTEGER NOT NULL,  -- the record, or the first of a range of inserted ones\n"
	"\t\"last\" INTEGER NOT NULL,  -- the last of the range; else the record again\n"
	"\t\"type\" TEXT NOT NULL,  -- the record's type\n"
	"\t\"kind\" TEXT NOT NULL CHECK (\"kind\" = 'insert' OR \"kind\" = 'update' OR \"kind\" = "
	"'delete'),  -- what happened to it\n"
	"\t\"field\" TEXT,  -- of an update\n"
	"\t\"old\" ANY,  -- update: the value before; delete, while done: the record as JSON\n"
	"\t\"new\" ANY,  -- update: the value after; insert, while undone: the record as JSON\n"
	"\tPRIMARY KEY (\"step\", \"n\", \"record\")\n"
	") STRICT, WITHOUT ROWID;\n"
	"CREATE INDEX \"change_record\" ON \"change\"(\"record\") WHERE \"kind\" <> "
	"'insert';\n"
	"CREATE INDEX \"change_insert\" ON \"change\"(\"last\") WHERE \"kind\" = 'insert' AND "
	"\"new\" IS NULL;\n";

/* Not IN (…): for more than two choices SQLite would build a table of them for every row that is
 * checked. */
static void
append_choices(struct buffer *out, const struct field *field)
{
	for (const struct choice *choice = field->choices; choice->name; choice++)
		buffer_format(out, "%s\"%s\" = '%s'", choice == field->choices ? "" : " OR ",
			field->name, choice->name);
}

static void
append_check(struct buffer *out, const struct field *field)
{
	switch (field->kind) {
	case FIELD_KEY:
		buffer_format(out, " CHECK (length(\"%s\") BETWEEN 1 AND 64)", field->name);
		break;
	case FIELD_TEXT:
		buffer_format(
			out, " CHECK (length(\"%s\") BETWEEN 1 AND %d)", field->name, TEXT_LIMIT);
		break;
	case FIELD_NOTE:
		buffer_format(
			out, " CHECK (length(\"%s\") BETWEEN 1 AND %d)", field->name, NOTE_LIMIT);
		break;
	case FIELD_INTEGER:
		buffer_format(out, " CHECK (\"%s\" BETWEEN %" PRId64 " AND %" PRId64 ")",
			field->name, field->minimum, field->maximum);
		break;
	case FIELD_BOOLEAN: buffer_format(out, " CHECK (\"%s\" IN (0, 1))", field->name); break;
	case FIELD_DATE:
		buffer_format(out,
			" CHECK (\"%s\" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')",
			field->name);
		break;
	case FIELD_TIME:
		buffer_format(out, " CHECK (\"%s\" GLOB '[0-2][0-9]:[0-5][0-9]')", field->name);
		break;
	case FIELD_CHOICE:
		buffer_append_text(out, " CHECK (");
		append_choices(out, field);
		buffer_append_char(out, ')');
		break;
	case FIELD_REFERENCE:
		buffer_format(out, " REFERENCES \"%s\"(\"id\") DEFERRABLE INITIALLY DEFERRED",
			field->target);
		break;
	case FIELD_RULE:
		buffer_format(
			out, " CHECK (length(\"%s\") BETWEEN 6 AND %d)", field->name, TEXT_LIMIT);
		break;
	}
}

static bool
is_number(const struct field *field)
{
	return field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN ||
	       field->kind == FIELD_REFERENCE;
}

static void
append_indexes(struct buffer *out, const struct type *type)
{
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];

		if (field->kind == FIELD_KEY)
			buffer_format(out,
				"CREATE UNIQUE INDEX \"%s_key\" ON \"%s\"(\"key\") WHERE \"key\" "
				"IS NOT NULL;\n",
				type->name, type->name);
		else if (field->indexed || (field->kind == FIELD_REFERENCE && field->required))
			buffer_format(out, "CREATE INDEX \"%s_%s\" ON \"%s\"(\"%s\");\n",
				type->name, field->name, type->name, field->name);
	}
}

void
ddl_append_type(struct buffer *out, const struct type *type)
{
	buffer_format(out, "-- %s\nCREATE TABLE \"%s\" (\n\t\"id\" INTEGER PRIMARY KEY NOT NULL",
		type->help, type->name);
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];

		/* The comment of a column stands behind the comma, which closes the line before. */
		buffer_format(out, ",  -- %s\n\t\"%s\" %s%s",
			i == 0 ? "Time-ordered, random between copies of a file."
			       : type->fields[i - 1].help,
			field->name, is_number(field) ? "INTEGER" : "TEXT",
			field->required ? " NOT NULL" : "");
		append_check(out, field);
	}
	buffer_format(out, "  -- %s\n) STRICT;\n", type->fields[type->field_count - 1].help);
	append_indexes(out, type);
}

void
ddl_append_schema(struct buffer *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	buffer_append_text(out, history_tables);
	for (size_t i = 0; i < count; i++) {
		buffer_append_char(out, '\n');
		ddl_append_type(out, types[i]);
	}
}
