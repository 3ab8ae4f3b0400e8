/* SPDX-License-Identifier: MIT */
/*
 * Writes one whole JSON Schema: of a type, or of a document from its frame and the types in it.
 * Must not describe either.
 */
#include <string.h>

#include "report_schema.h"
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
write_document(struct json_writer *json, const struct schema_document *document)
{
	struct buffer format = { 0 };
	struct buffer required = { 0 };

	buffer_format(&format, "rollout.%s", document->name);
	json_begin_object(json, NULL);
	schema_dialect(json);
	schema_put(json, "title", buffer_text(&format));
	schema_put(json, "description", document->description);
	if (document->defines != DEFINES_NOTHING)
		write_definitions(json, document->defines == DEFINES_TYPES);
	schema_put(json, "type", "object");
	json_begin_object(json, "properties");
	schema_constant(json, "format", buffer_text(&format));
	json_begin_object(json, "version");
	json_integer(json, "const", 1);
	json_end_object(json);
	schema_date(json, "generated_on", "The day the document speaks of as today.");
	schema_words(json, "audience", "lead leadership team");
	buffer_format(&required, "format version generated_on audience %s", document->body(json));
	schema_end_object(json, buffer_text(&required));
	buffer_clear(&format);
	buffer_clear(&required);
}

static const struct schema_document *
find_document(const char *word)
{
	static const char prefix[] = "rollout.";
	size_t count;
	const struct schema_document *documents = schema_documents(&count);

	if (strncmp(word, prefix, sizeof(prefix) - 1) == 0)
		word += sizeof(prefix) - 1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(documents[i].name, word) == 0)
			return &documents[i];
	return NULL;
}

const char *
report_format_name(size_t index)
{
	size_t count;
	const struct schema_document *documents = schema_documents(&count);

	return index < count ? documents[index].name : NULL;
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
report_write_schema(const char *word, int descriptor, struct error *error)
{
	const struct schema_document *document = find_document(word);
	const struct type *type = document ? NULL : type_find(word);
	struct output *output;
	struct json_writer json;

	if (strcmp(word, "sql") == 0)
		return write_sql(descriptor, error);
	if (!document && !type)
		return error_set(error, STATUS_NOT_FOUND, "no such type or format \"%s\"", word);
	output = output_open_descriptor(descriptor);
	json_writer_init(&json, output);
	if (document)
		write_document(&json, document);
	else
		schema_type(&json, NULL, type, true);
	json_writer_finish(&json);
	return output_finish(output, error);
}
