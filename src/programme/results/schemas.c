/* SPDX-License-Identifier: MIT */
/*
 * Writes one whole JSON Schema: of a type, or of a document from its frame and the types in it.
 * Must not describe either.
 */
#include <string.h>

#include "rollout/programme/results.h"
#include "schema.h"
#include "rollout/store/ddl.h"

static void
write_definitions(struct json_writer *json, bool strict)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	json_begin_object(json, "$defs");
	for (size_t i = 0; i < count; i++)
		schema_type(json, types[i]->name, types[i], strict);
	json_end_object(json);
}

static void
begin_document(struct json_writer *json, const char *name, const char *help)
{
	struct buffer format = { 0 };

	buffer_format(&format, "rollout.%s", name);
	json_begin_object(json, NULL);
	schema_put_dialect(json);
	schema_put(json, "title", format.data);
	schema_put(json, "description", help);
	schema_put(json, "type", "object");
	json_begin_object(json, "properties");
	json_begin_object(json, "format");
	schema_put(json, "const", format.data);
	json_end_object(json);
	json_begin_object(json, "version");
	json_integer(json, "const", 1);
	json_end_object(json);
	json_begin_object(json, "generated_on");
	schema_put_date(json);
	schema_put(json, "description", "The day the document speaks of as today.");
	json_end_object(json);
	json_begin_object(json, "audience");
	json_begin_array(json, "enum");
	schema_put_words(json, "lead leadership team");
	json_end_array(json);
	json_end_object(json);
	buffer_clear(&format);
}

static void
begin_required(struct json_writer *json)
{
	json_end_object(json);
	json_begin_array(json, "required");
	schema_put_words(json, "format version generated_on audience");
}

static void
end_document(struct json_writer *json)
{
	json_end_array(json);
	json_boolean(json, "additionalProperties", false);
}

static void
write_result(struct json_writer *json, const struct result *result)
{
	begin_document(json, result->name, result->help);
	schema_columns(json, result->columns, result->audience);
	begin_required(json);
	schema_required_columns(json, result->columns, result->audience);
	end_document(json);
	json_end_object(json);
}

static void
write_records(struct json_writer *json, const struct record_document *document)
{
	const char *required;

	begin_document(json, document->name, document->help);
	required = document->body(json);
	begin_required(json);
	schema_put_words(json, required);
	end_document(json);
	if (document->defines != DEFINES_NOTHING)
		write_definitions(json, document->defines == DEFINES_TYPES);
	json_end_object(json);
}

static const struct record_document *
find_records(const char *name)
{
	size_t index = 0;

	while (record_document_at(index) && strcmp(record_document_at(index)->name, name) != 0)
		index++;
	return record_document_at(index);
}

const char *
results_document_name(size_t index)
{
	size_t records = 0;

	while (record_document_at(records))
		records++;
	if (index < records)
		return record_document_at(index)->name;
	return results_at(index - records) ? results_at(index - records)->name : NULL;
}

static enum status
write_sql(int descriptor, struct error *error)
{
	struct output *output = output_open_descriptor(descriptor);
	struct buffer sql = { 0 };

	ddl_append_schema(&sql);
	output_write(output, buffer_text(&sql), sql.length);
	buffer_clear(&sql);
	return output_finish(output, error);
}

enum status
results_write_schema(const char *word, int descriptor, struct error *error)
{
	static const char prefix[] = "rollout.";
	const char *name =
		strncmp(word, prefix, sizeof prefix - 1) == 0 ? word + sizeof prefix - 1 : word;
	const struct record_document *records = find_records(name);
	const struct result *result = results_find(name);
	const struct type *type = type_find(word);
	struct output *output;
	struct json_writer json;

	if (strcmp(word, "sql") == 0)
		return write_sql(descriptor, error);
	if (!records && !result && !type)
		return error_set(error, STATUS_NOT_FOUND, "no such type or format \"%s\"", word);
	output = output_open_descriptor(descriptor);
	json_writer_init(&json, output);
	if (records)
		write_records(&json, records);
	else if (result)
		write_result(&json, result);
	else
		schema_type(&json, NULL, type, true);
	json_writer_finish(&json);
	return output_finish(output, error);
}
