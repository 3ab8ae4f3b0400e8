/* SPDX-License-Identifier: MIT */
/*
 * SQL about one type, made from its description. Only names of the dictionary go into the text;
 * values are always bound.
 */
#include "sql.h"

void
sql_append_columns(struct buffer *sql, const struct type *type)
{
	buffer_append_text(sql, "\"id\"");
	for (size_t i = 0; i < type->field_count; i++)
		buffer_format(sql, ", \"%s\"", type->fields[i].name);
}

void
sql_append_insert(struct buffer *sql, const struct type *type)
{
	buffer_format(sql, "INSERT INTO \"%s\" (", type->name);
	sql_append_columns(sql, type);
	buffer_append_text(sql, ") VALUES (?");
	for (size_t i = 0; i < type->field_count; i++)
		buffer_append_text(sql, ", ?");
	buffer_append_char(sql, ')');
}

void
sql_append_select(struct buffer *sql, const struct type *type)
{
	buffer_append_text(sql, "SELECT ");
	sql_append_columns(sql, type);
	buffer_format(sql, " FROM \"%s\"", type->name);
}

void
sql_append_select_of(struct buffer *sql, const struct type *type, uint32_t fields)
{
	buffer_append_text(sql, "SELECT \"id\"");
	for (size_t i = 0; i < type->field_count; i++)
		if (fields >> i & 1)
			buffer_format(sql, ", \"%s\"", type->fields[i].name);
	buffer_format(sql, " FROM \"%s\"", type->name);
}

void
sql_append_update(struct buffer *sql, const struct type *type, const struct field *field)
{
	buffer_format(sql, "UPDATE \"%s\" SET \"%s\" = ?1 WHERE \"id\" = ?2 AND \"%s\" IS ?3",
		type->name, field->name, field->name);
}

void
sql_append_row_as_json(struct buffer *sql, const struct type *type)
{
	/* Each value with a comma before it, the first comma taken off; fields without a value are
	 * left out. */
	buffer_append_text(sql, "'{' || substr(");
	for (size_t i = 0; i < type->field_count; i++)
		buffer_format(sql, "%siif(\"%s\" IS NULL, '', ',\"%s\":' || json_quote(\"%s\"))",
			i ? " || " : "", type->fields[i].name, type->fields[i].name,
			type->fields[i].name);
	buffer_append_text(sql, ", 2) || '}'");
}

void
sql_append_restore(struct buffer *sql, const struct type *type, const char *value)
{
	buffer_format(sql, "INSERT INTO \"%s\" (", type->name);
	sql_append_columns(sql, type);
	buffer_append_text(sql, ") SELECT \"record\"");
	for (size_t i = 0; i < type->field_count; i++)
		buffer_format(
			sql, ", json_extract(\"%s\", '$.\"%s\"')", value, type->fields[i].name);
	buffer_append_text(
		sql, " FROM \"change\" WHERE \"step\" = ?1 AND \"n\" = ?2 ORDER BY \"record\"");
}

void
sql_append_capture(struct buffer *sql, const struct type *type)
{
	buffer_format(sql,
		"INSERT INTO \"change\" (\"step\", \"n\", \"record\", \"last\", \"type\", "
		"\"kind\", \"new\") "
		"SELECT ?1, ?2, \"id\", \"id\", '%s', 'insert', ",
		type->name);
	sql_append_row_as_json(sql, type);
	buffer_format(
		sql, " FROM \"%s\" WHERE \"id\" BETWEEN ?3 AND ?4 ORDER BY \"id\"", type->name);
}
