/* SPDX-License-Identifier: MIT */
/* Writes one whole JSON Schema: of a document, or of a type, both from their columns. */
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "programme/exchange/export_document.h"
#include "rollout/programme/results.h"
#include "rollout/store/ddl.h"
#include "schema.h"

/* Those whose rows are records; those of the last may be of any type. */
static const struct {
	enum document document;
	const char *name, *help;
} record_documents[] = {
	{ DOCUMENT_REGISTER, "register",
		"The stakeholders, each with the relationships that go out from it." },
	{ DOCUMENT_ROADMAP, "roadmap",
		"Phases with slices and milestones, and what stands beside them." },
	{ DOCUMENT_PROGRAMME, "programme",
		"Every record of every type: the whole file but its history." },
	{ DOCUMENT_TYPE, "list", "Records of one type, with all fields or those asked for." },
};

enum { RECORD_DOCUMENTS = sizeof record_documents / sizeof *record_documents };

static void
begin_schema(struct json_writer *json, const char *title, const char *help)
{
	json_begin_object(json, NULL);
	schema_put(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
	schema_put(json, "title", title);
	schema_put(json, "description", help);
	schema_put(json, "type", "object");
	json_begin_object(json, "properties");
}

/* What all documents begin with. */
static void
begin_document(struct json_writer *json, const char *name, const char *help)
{
	struct buffer format = { 0 };

	buffer_format(&format, "rollout.%s", name);
	begin_schema(json, format.data, help);
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
begin_required(struct json_writer *json, const char *words)
{
	json_end_object(json);
	json_begin_array(json, "required");
	schema_put_words(json, words);
}

static void
end_schema(struct json_writer *json)
{
	json_end_array(json);
	json_boolean(json, "additionalProperties", false);
	json_end_object(json);
}

static void
write_document(struct json_writer *json, const char *name, const char *help,
	const struct result_column *columns, enum audience audience)
{
	begin_document(json, name, help);
	schema_columns(json, columns, audience);
	begin_required(json, "format version generated_on audience");
	schema_required_columns(json, columns, audience);
	end_schema(json);
}

static const struct result_column *
columns_of(struct record_source *source, const struct type *type)
{
	const struct query query = { .type = type };

	return record_list_new(source, &query, NULL, 0, false)->columns;
}

/* Which type the records have, the member "type" says; any field may be left out. */
static void
write_list(struct json_writer *json, struct record_source *source, const char *help)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	begin_document(json, "list", help);
	json_begin_object(json, "type");
	json_begin_array(json, "enum");
	for (size_t i = 0; i < count; i++)
		schema_put(json, NULL, types[i]->name);
	json_end_array(json);
	json_end_object(json);
	json_begin_object(json, "group_by");
	schema_put(json, "type", "string");
	schema_put(json, "description", "The field they are grouped by.");
	json_end_object(json);
	json_begin_object(json, "groups");
	schema_put(json, "type", "array");
	schema_object(json, "items", group_columns, AUDIENCE_LEAD);
	json_end_object(json);
	json_begin_object(json, "records");
	schema_put(json, "type", "array");
	json_begin_object(json, "items");
	json_begin_array(json, "anyOf");
	source->named = true;
	for (size_t i = 0; i < count; i++)
		schema_object(
			json, NULL, columns_of(source, types[i]), (enum audience)AUDIENCE_ANYBODY);
	source->named = false;
	json_end_array(json);
	json_end_object(json);
	json_end_object(json);
	begin_required(json, "format version generated_on audience type records");
	end_schema(json);
}

static void
write_type(struct json_writer *json, struct record_source *source, const struct type *type)
{
	const struct result_column *columns = columns_of(source, type);

	begin_schema(json, type->label, type->help);
	schema_columns(json, columns, type->audience);
	begin_required(json, "");
	schema_required_columns(json, columns, type->audience);
	end_schema(json);
}

/* What the dictionary describes: the document at that place, or else the type. */
static void
write_records(struct json_writer *json, size_t place, const struct type *type)
{
	struct record_source source = { .audience = AUDIENCE_LEAD };
	struct export_document *document = memory_new(1, sizeof *document);

	document->source = &source;
	if (place == RECORD_DOCUMENTS) {
		write_type(json, &source, type);
	} else if (record_documents[place].document == DOCUMENT_TYPE) {
		write_list(json, &source, record_documents[place].help);
	} else {
		export_describe(document, record_documents[place].document, false);
		write_document(json, record_documents[place].name, record_documents[place].help,
			document->columns, AUDIENCE_TEAM);
	}
	arena_clear(&source.arena);
	free(document);
}

const char *
results_document_name(size_t index)
{
	const struct result *result =
		index < RECORD_DOCUMENTS ? NULL : results_at(index - RECORD_DOCUMENTS);

	if (index < RECORD_DOCUMENTS)
		return record_documents[index].name;
	return result ? result->name : NULL;
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
	const struct result *result = results_find(name);
	const struct type *type = type_find(word);
	size_t place = 0;
	struct output *output;
	struct json_writer json;

	while (place < RECORD_DOCUMENTS && strcmp(record_documents[place].name, name) != 0)
		place++;
	if (strcmp(word, "sql") == 0)
		return write_sql(descriptor, error);
	if (place == RECORD_DOCUMENTS && !result && !type)
		return error_set(error, STATUS_NOT_FOUND, "no such type or format \"%s\"", word);
	output = output_open_descriptor(descriptor);
	json_writer_init(&json, output);
	if (place == RECORD_DOCUMENTS && result)
		write_document(
			&json, result->name, result->help, result->columns, result->audience);
	else
		write_records(&json, place, type);
	json_writer_finish(&json);
	return output_finish(output, error);
}
