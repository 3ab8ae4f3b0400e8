/* SPDX-License-Identifier: MIT */
/*
 * The documents: register, roadmap, whole programme, and the list of one type (contract.md). One
 * consistent view of the file from the first byte to the last, written as it is read.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "document_writer.h"
#include "rollout/programme/exchange.h"

/* Owning something that a team may see. */
static bool
is_public_owner(const struct document_writer *writer, const struct referrer *referrer)
{
	return type_field_is_for(referrer->type, (size_t)referrer->field, writer->audience);
}

void
document_find_people(struct document_writer *writer,
	bool (*counts)(const struct document_writer *writer, const struct referrer *referrer),
	struct id_set *set)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(writer->rows.programme->store, type_find("stakeholder"), &count);
	struct record record;

	for (size_t i = 0; i < count; i++) {
		if (!counts(writer, &referrers[i]))
			continue;
		rows_of(&writer->rows, referrers[i].type->name, NULL);
		while (rows_next(&writer->rows, &record))
			if (record.values[referrers[i].field].kind == VALUE_INTEGER)
				id_set_add(set, record.values[referrers[i].field].integer);
	}
}

static void
write_programme(struct document_writer *writer)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	document_begin(writer, "programme");
	for (size_t i = 0; i < count; i++)
		if (type_is_for(types[i], writer->audience))
			document_write_type(writer, types[i], types[i]->plural, false);
	document_end(writer);
}

static void
write_json(struct document_writer *writer, const struct export_options *options)
{
	const struct type *type = options->type;

	switch (options->document) {
	case DOCUMENT_REGISTER:
		document_begin(writer, "register");
		document_write_type(writer, type_find("stakeholder"), "stakeholders", true);
		document_end(writer);
		break;
	case DOCUMENT_ROADMAP: document_write_roadmap(writer); break;
	case DOCUMENT_PROGRAMME: write_programme(writer); break;
	case DOCUMENT_TYPE:
		document_begin(writer, "list");
		json_text(&writer->json, "type", type->name, strlen(type->name));
		document_write_type(writer, type, "records", false);
		document_end(writer);
		break;
	}
}

static void
write_csv(struct document_writer *writer, const struct export_options *options)
{
	const struct query people = query_of("stakeholder"), milestones = query_of("milestone"),
			   query = { .type = options->type };

	switch (options->document) {
	case DOCUMENT_REGISTER: document_write_table(writer, &people, true); break;
	case DOCUMENT_ROADMAP: document_write_table(writer, &milestones, false); break;
	case DOCUMENT_PROGRAMME: document_write_values(writer); break;
	case DOCUMENT_TYPE: document_write_table(writer, &query, false); break;
	}
}

static enum status
write_document(struct programme *programme, const struct export_options *options,
	struct output *output, struct error *error)
{
	struct document_writer writer = { .rows = rows_open(programme, NULL, error),
		.audience = options->audience,
		.skip = -1,
		.cache = memory_new(1, sizeof *writer.cache) };
	struct id_set owners = { 0 };

	json_writer_init(&writer.json, output);
	csv_writer_init(&writer.csv, output);
	if (options->audience == AUDIENCE_TEAM) {
		document_find_people(&writer, is_public_owner, &owners);
		writer.only = &owners;
		writer.only_type = type_find("stakeholder");
	}
	if (options->format == FORMAT_JSON)
		write_json(&writer, options);
	else
		write_csv(&writer, options);
	id_set_clear(&owners);
	free(writer.cache);
	return rows_close(&writer.rows);
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
	status = write_document(programme, options, output, error);
	if (status == STATUS_OK)
		return output_finish(output, error);
	output_abandon(output);
	return status;
}
