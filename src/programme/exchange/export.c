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

struct owners {
	struct id_set *set;
	int field;
};

static enum status
note_owner(void *context, const struct record *record, struct error *error)
{
	struct owners *owners = context;

	(void)error;
	if (record->values[owners->field].kind == VALUE_INTEGER)
		id_set_add(owners->set, record->values[owners->field].integer);
	return STATUS_OK;
}

/* Owning something that a team may see. */
static bool
is_public_owner(const struct document_writer *writer, const struct referrer *referrer)
{
	return type_field_is_for(referrer->type, (size_t)referrer->field, writer->audience);
}

/* The people to whom some fields refer. */
enum status
document_find_people(struct document_writer *writer,
	bool (*counts)(const struct document_writer *writer, const struct referrer *referrer),
	struct id_set *set, struct error *error)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(writer->programme->store, type_find("stakeholder"), &count);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		struct query query = { .type = referrers[i].type };
		struct owners owners = { set, referrers[i].field };

		if (counts(writer, &referrers[i]))
			status = programme_each(
				writer->programme, &query, note_owner, &owners, error);
	}
	return status;
}

static enum status
write_register(struct document_writer *writer, struct error *error)
{
	enum status status;

	document_begin(writer, "register");
	status = document_write_type(writer, type_find("stakeholder"), "stakeholders", true, error);
	document_end(writer);
	return status;
}

static enum status
write_programme(struct document_writer *writer, struct error *error)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	document_begin(writer, "programme");
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (type_is_for(types[i], writer->audience))
			status = document_write_type(
				writer, types[i], types[i]->plural, false, error);
	document_end(writer);
	return status;
}

static enum status
write_list(struct document_writer *writer, const struct type *type, struct error *error)
{
	enum status status;

	document_begin(writer, "list");
	json_text(&writer->json, "type", type->name, strlen(type->name));
	status = document_write_type(writer, type, "records", false, error);
	document_end(writer);
	return status;
}

static enum status
write_json(
	struct document_writer *writer, const struct export_options *options, struct error *error)
{
	switch (options->document) {
	case DOCUMENT_REGISTER: return write_register(writer, error);
	case DOCUMENT_ROADMAP: return document_write_roadmap(writer, error);
	case DOCUMENT_PROGRAMME: return write_programme(writer, error);
	case DOCUMENT_TYPE: return write_list(writer, options->type, error);
	}
	return STATUS_OK;
}

static enum status
write_csv(struct document_writer *writer, const struct export_options *options, struct error *error)
{
	struct query query = { .type = options->type };

	switch (options->document) {
	case DOCUMENT_REGISTER:
		query.type = type_find("stakeholder");
		return document_write_table(writer, &query, true, error);
	case DOCUMENT_ROADMAP:
		query.type = type_find("milestone");
		return document_write_table(writer, &query, false, error);
	case DOCUMENT_PROGRAMME: return document_write_values(writer, error);
	case DOCUMENT_TYPE: return document_write_table(writer, &query, false, error);
	}
	return STATUS_OK;
}

static enum status
write_document(struct programme *programme, const struct export_options *options,
	struct output *output, struct error *error)
{
	struct document_writer writer = { .programme = programme,
		.audience = options->audience,
		.skip = -1,
		.cache = memory_new(1, sizeof *writer.cache),
		.error = error };
	struct id_set owners = { 0 };
	enum status status = store_begin_read(programme->store, error);

	if (status == STATUS_OK) {
		json_writer_init(&writer.json, output);
		csv_writer_init(&writer.csv, output);
		if (options->audience == AUDIENCE_TEAM) {
			status = document_find_people(&writer, is_public_owner, &owners, error);
			writer.only = &owners;
			writer.only_type = type_find("stakeholder");
		}
		if (status == STATUS_OK)
			status = options->format == FORMAT_JSON
					 ? write_json(&writer, options, error)
					 : write_csv(&writer, options, error);
		store_end_read(programme->store);
	}
	id_set_clear(&owners);
	free(writer.cache);
	return status;
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
