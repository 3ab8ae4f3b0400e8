/* SPDX-License-Identifier: MIT */
/*
 * New files: with templates, without, or with the sample. Templates and sample are documents like
 * any other and are taken in the same way; only their dates are moved, from the day that the
 * document counts from to the day that is wanted.
 */
#include <string.h>

#include "programme/exchange/intake.h"
#include "template.h"
#include "rollout/base/embedded.h"
#include "rollout/model/setting.h"

static enum status
take_file(struct intake *intake, const struct embedded_file *file, struct error *error)
{
	const struct incoming_options options = { .kind = INCOMING_PROGRAMME,
		.format = "rollout.programme" };
	struct source *source = NULL;
	enum status status = source_open_memory(file->path, file->text, file->size, &source, error);

	intake->source = file->path;
	if (status == STATUS_OK)
		status = incoming_reader_open(source, &options, &intake->reader, error);
	if (status == STATUS_OK)
		status = intake_take_all(intake, error);
	incoming_reader_close(intake->reader);
	intake->reader = NULL;
	source_close(source);
	return status;
}

/* All documents of a folder of data/, their references across files included. */
static enum status
take_folder(struct programme *programme, const char *folder, int shift_days, struct error *error)
{
	struct problems problems = { 0 };
	struct intake intake = {
		.programme = programme, .problems = &problems, .shift_days = shift_days
	};
	size_t count;
	const struct embedded_file *files = embedded_list(folder, &count);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = take_file(&intake, &files[i], error);
	if (status == STATUS_OK)
		status = intake_resolve(&intake, error);
	if (status == STATUS_OK && problems.count > 0)
		status = error_set(error, STATUS_FAILED, "data/%s", problems.kept[0].message);
	intake_clear(&intake);
	problems_clear(&problems);
	return status;
}

static enum status
add_settings(struct programme *programme, struct error *error)
{
	size_t count;
	const struct setting *settings = model_settings(&count);
	const struct type *type = type_find("setting");
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		struct record record;

		record_init(&record, type);
		record.values[0] = value_text(settings[i].key);
		record.values[type_field_index(type, "name")] = value_text(settings[i].name);
		record.values[type_field_index(type, "value")] = value_text(settings[i].value);
		record.values[type_field_index(type, "unit")] = value_text(settings[i].unit);
		record.values[type_field_index(type, "help")] = value_text(settings[i].help);
		status = store_insert(programme->store, &record, error);
	}
	return status;
}

static enum status
add_programme(struct programme *programme, const struct new_programme *new, struct error *error)
{
	char starts[DATE_SIZE], launches[DATE_SIZE];
	struct field_text texts[3] = { { "name", new->name, strlen(new->name) },
		{ "starts_on", starts, DATE_SIZE - 1 },
		{ "launches_on", launches, DATE_SIZE - 1 } };
	int64_t id;

	date_format(new->starts_on, starts);
	if (new->launches_on)
		date_format(*new->launches_on, launches);
	return programme_add(
		programme, type_find("programme"), texts, new->launches_on ? 3 : 2, &id, error);
}

static enum status
create(const char *path, const char *label, const struct programme_options *options,
	struct programme **out, struct error *error)
{
	struct store_options store_options = document_store_options(options);
	struct store *store = NULL;
	enum status status = store_create(path, label, &store_options, &store, error);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	status = document_new(store, options, out, error);
	if (status != STATUS_OK) {
		programme_close(*out);
		*out = NULL;
	}
	return status;
}

static enum status
complete(struct programme **programme, const char *label, enum status status, struct error *error)
{
	store_set_label((*programme)->store, label);
	status = store_end((*programme)->store, status, error);
	if (status != STATUS_OK) {
		programme_close(*programme);
		*programme = NULL;
	}
	return status;
}

enum status
programme_create(const char *path, const struct new_programme *new,
	const struct programme_options *options, struct programme **out, struct error *error)
{
	struct arena arena = { 0 };
	enum status status = create(path, "new programme", options, out, error);

	if (status != STATUS_OK)
		return status;
	status = add_programme(*out, new, error);
	if (status == STATUS_OK && new->templates)
		status = add_settings(*out, error);
	if (status == STATUS_OK && new->templates)
		status = take_folder(
			*out, "templates/", new->starts_on - TEMPLATES_COUNT_FROM, error);
	/* Templates suppose a launch of their own. */
	if (status == STATUS_OK && new->templates && new->launches_on)
		status = waves_date_engagement(*out, error);
	status = complete(
		out, arena_format(&arena, "new programme \"%s\"", new->name), status, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_create_sample(const char *path, const struct programme_options *options,
	struct programme **out, struct error *error)
{
	/* Whole weeks, so that weekdays stay what they are. */
	day monday = options->today - (int)(date_weekday(options->today) - MONDAY);
	int shift = monday - TEMPLATES_COUNT_FROM;
	enum status status = create(path, "sample programme", options, out, error);

	if (status != STATUS_OK)
		return status;
	status = add_settings(*out, error);
	if (status == STATUS_OK)
		status = take_folder(*out, "templates/", shift, error);
	if (status == STATUS_OK)
		status = take_folder(*out, "sample/", shift, error);
	return complete(out, "sample programme", status, error);
}
