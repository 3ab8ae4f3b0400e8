/* SPDX-License-Identifier: MIT */
/*
 * The documents: register, roadmap, whole programme, and the list of one type (contract.md). One
 * consistent view of the file from the first byte to the last, written as it is read.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "export_document.h"
#include "rollout/exchange/formats.h"
#include "rollout/programme/exchange.h"

/* Owning something that a team may see. */
static bool
is_public_owner(const struct record_source *source, const struct referrer *referrer)
{
	return type_field_is_for(referrer->type, (size_t)referrer->field, source->audience);
}

void
export_add_column(struct export_document *document, struct result_column column)
{
	document->columns[document->column_count++] = column;
}

struct record_list *
export_add_list(
	struct export_document *document, const char *name, const struct query *query, bool inner)
{
	struct record_list *list = record_list_new(document->source, query, NULL, 0, inner);
	size_t place = document->list_count++;

	document->lists[place] = list;
	export_add_column(
		document, record_list_column(name, query->type->help, list,
				  offsetof(struct export_document, lists) + place * sizeof list));
	return list;
}

static void
describe_programme(struct export_document *document)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		const struct query query = { .type = types[i] };

		if (!type_is_for(types[i], document->source->audience))
			continue;
		export_add_list(document, types[i]->plural, &query, false);
		document->columns[document->column_count - 1].optional = true;
	}
}

void
export_describe(struct export_document *document, enum document which, bool flat)
{
	const struct query people = query_of("stakeholder"), milestones = query_of("milestone"),
			   query = { .type = document->type };

	switch (which) {
	case DOCUMENT_REGISTER: export_add_list(document, "stakeholders", &people, true); break;
	case DOCUMENT_ROADMAP:
		if (flat)
			export_add_list(document, "milestones", &milestones, false);
		else
			export_describe_roadmap(document);
		break;
	case DOCUMENT_PROGRAMME:
		if (flat)
			export_add_column(document, export_values_column);
		else
			describe_programme(document);
		break;
	case DOCUMENT_TYPE:
		export_add_column(document,
			(struct result_column){ "type", COLUMN_TEXT, "What they are.",
				AT(struct export_document, type), .audience = AUDIENCE_TEAM });
		export_add_list(document, "records", &query, false);
		break;
	}
}

/* The output is finished or, after a failure, abandoned. */
static enum status
write_document(struct programme *programme, const struct export_options *options,
	struct output *output, struct error *error)
{
	const struct format *format = options->format ? format_find(options->format) : &format_json;
	struct export_document *document = memory_new(1, sizeof *document);
	const struct result result = { .name = options->document == DOCUMENT_TYPE
						       ? "list"
						       : document_name(options->document),
		.columns = document->columns };
	struct record_source source;
	struct id_set owners = { 0 };
	enum status status, closed;

	record_source_open(&source, programme, options->audience, error);
	source.whole = options->document == DOCUMENT_PROGRAMME;
	document->source = &source;
	document->type = options->type;
	if (options->audience == AUDIENCE_TEAM) {
		record_source_find_people(&source, is_public_owner, &owners);
		source.people = &owners;
	}
	if (options->document == DOCUMENT_ROADMAP && !format->flat)
		export_read_roadmap(document);
	export_describe(document, options->document, format->flat);
	status = source.rows.status;
	if (options->mark && format == &format_csv)
		output_text(output, "\xEF\xBB\xBF");
	if (status == STATUS_OK)
		status = format_write(format, &result, document, options->audience,
			programme->today, output, error);
	else
		output_abandon(output);
	export_clear_roadmap(document);
	closed = record_source_close(&source);
	id_set_clear(&owners);
	free(document);
	return status ? status : closed;
}

enum status
programme_check_target(const struct programme *programme, const char *path, struct error *error)
{
	const char *own = programme_path(programme);
	struct stat target, file;
	const char *name = strrchr(path, '/');
	const char *own_name = strrchr(own, '/');
	size_t length;

	name = name ? name + 1 : path;
	own_name = own_name ? own_name + 1 : own;
	if (stat(own, &file) == 0 && stat(path, &target) == 0 && file.st_dev == target.st_dev &&
		file.st_ino == target.st_ino)
		return error_set(error, STATUS_FAILED, "%s: is the programme file itself", path);
	length = strlen(own_name);
	if (strncmp(name, own_name, length) == 0 && strcmp(name + length, "-journal") == 0)
		return error_set(
			error, STATUS_FAILED, "%s: is the journal of the programme file", path);
	return STATUS_OK;
}

enum status
programme_export(
	struct programme *programme, const struct export_options *options, struct error *error)
{
	struct output *output = NULL;
	enum status status = STATUS_OK;

	if (options->document == DOCUMENT_TYPE && !type_is_for(options->type, options->audience))
		return error_set(error, STATUS_INVALID,
			"%s are not for %s: they say how people are seen", options->type->plural,
			options->audience == AUDIENCE_TEAM ? "teams" : "leadership");
	if (options->path)
		status = programme_check_target(programme, options->path, error);
	if (status != STATUS_OK)
		return status;
	if (options->path)
		status = output_open_file(options->path, options->force, &output, error);
	else
		output = output_open_descriptor(options->descriptor);
	if (status != STATUS_OK)
		return status;
	return write_document(programme, options, output, error);
}
