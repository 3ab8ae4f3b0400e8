/* SPDX-License-Identifier: MIT */
/*
 * Importing a file: one step, all or nothing. With skip_invalid the file is read until a reading
 * finds nothing more to leave out (leaving one record out may leave a reference without its
 * target); each reading but the last is rolled back.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "import_report.h"
#include "intake.h"
#include "rollout/base/text.h"
#include "rollout/exchange/rejects_writer.h"

struct import {
	struct programme *programme;
	const struct import_options *options;
	struct import_result *result;
	struct arena *arena;
	struct source *source;
	struct problems problems; /* of this reading */
	struct problems fresh; /* of the current record */
	struct rejects rejects; /* found in this reading */
	struct rejects left_out; /* found in earlier ones */
};

const char *
document_name(enum document document)
{
	switch (document) {
	case DOCUMENT_REGISTER: return "register";
	case DOCUMENT_ROADMAP: return "roadmap";
	case DOCUMENT_PROGRAMME: return "programme";
	case DOCUMENT_TYPE: return "list";
	}
	return "";
}

static enum date_order
order_of_dates(const char *word)
{
	if (!word)
		return DATES_UNKNOWN;
	return strcmp(word, "dmy") == 0   ? DATES_DMY
	       : strcmp(word, "mdy") == 0 ? DATES_MDY
					  : DATES_YMD;
}

static struct incoming_options
options_for_reading(const struct import *import, struct mapping_choice *choices)
{
	const struct import_options *options = import->options;
	struct incoming_options reading = { .choices = choices,
		.choice_count = options->choice_count,
		.sheet = options->sheet,
		.dates = order_of_dates(options->dates) };

	for (size_t i = 0; i < options->choice_count; i++)
		choices[i] = (struct mapping_choice){ options->choices[i].column,
			options->choices[i].field };
	reading.format =
		arena_format(import->arena, "rollout.%s", document_name(options->document));
	switch (options->document) {
	case DOCUMENT_REGISTER: reading.type = type_find("stakeholder"); break;
	case DOCUMENT_ROADMAP: reading.kind = INCOMING_ROADMAP; break;
	case DOCUMENT_PROGRAMME: reading.kind = INCOMING_PROGRAMME; break;
	case DOCUMENT_TYPE: reading.type = options->type; break;
	}
	return reading;
}

static enum status
open_source(struct import *import, struct error *error)
{
	const struct import_options *options = import->options;
	enum status status;

	if (import->source && source_rewind(import->source))
		return STATUS_OK;
	if (import->source) {
		source_close(import->source);
		import->source = NULL;
	}
	status = source_open_encoded(options->path, options->encoding, &import->source, error);
	return status == STATUS_OK && options->skip_invalid ? source_settle(import->source, error)
							    : status;
}

static const char *
keep(const struct import *import, const char *text)
{
	return text ? arena_copy(import->arena, text, strlen(text)) : NULL;
}

static void
report_problems(struct import *import)
{
	struct import_result *result = import->result;
	size_t kept =
		import->problems.count < PROBLEMS_SHOWN ? import->problems.count : PROBLEMS_SHOWN;

	for (size_t i = 0; i < kept; i++)
		result->errors[i] = keep(import, import->problems.kept[i].message);
	result->error_count = import->problems.count;
}

/* What the last record brought goes to the whole; a record that is left out anyway brings nothing.
 */
static void
gather_problems(struct import *import, const struct incoming *incoming, bool left_out)
{
	size_t kept = import->fresh.count < PROBLEMS_KEPT ? import->fresh.count : PROBLEMS_KEPT;

	if (import->fresh.count == 0)
		return;
	for (size_t i = 0; i < kept && !left_out; i++) {
		const struct problem *problem = &import->fresh.kept[i];

		problems_add_message(&import->problems, problem->place, problem->message,
			(size_t)(problem->words - problem->message));
		if (import->options->skip_invalid && incoming)
			rejects_add(&import->rejects, (int64_t)incoming->element, problem->words);
	}
	problems_clear(&import->fresh);
}

/* Reading all of it; records that an earlier reading found to be wrong are passed over, and written
 * down. */
static enum status
take_records(struct import *import, struct intake *intake, struct rejects_writer *writer,
	struct error *error)
{
	const struct incoming *incoming = NULL;
	int64_t read = 0;
	enum status status;

	do {
		const char *reasons;

		status = incoming_reader_next(intake->reader, &import->fresh, &incoming, error);
		if (status != STATUS_OK || !incoming)
			break;
		reasons = rejects_find(&import->left_out, (int64_t)incoming->element);
		if (import->options->skip_invalid && (reasons || incoming->invalid))
			intake_leave_out(intake, incoming);
		if (reasons) {
			intake->rejected++;
			rejects_writer_add(writer, intake->reader, incoming, reasons);
		} else if (!incoming->invalid)
			status = intake_take(intake, incoming, error);
		gather_problems(import, incoming, reasons != NULL);
		if (import->options->progress && ++read % 1000 == 0 &&
			!import->options->progress(import->options->context, read))
			return error_set(error, STATUS_FAILED, "stopped; nothing was changed");
	} while (status == STATUS_OK);
	return status;
}

static bool
has_column(const struct incoming_reader *reader, const char *name)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		const struct mapping *mapping = incoming_reader_mapping(reader, types[i]);

		for (size_t k = 0; mapping && k < mapping->count; k++)
			if (strcmp(mapping->columns[k].name, name) == 0)
				return true;
	}
	/* A column without a single value was never decided on. */
	if (incoming_reader_is_csv(reader)) {
		const struct cell *header = incoming_reader_header(reader, &count);

		for (size_t i = 0; i < count; i++)
			if (strcmp(header[i].text, name) == 0)
				return true;
	}
	return false;
}

/* --map x=R says what a word in the cells of a RACI means. */
static bool
is_letter(const char *field)
{
	static const char *const letters[] = { "R", "A", "A/R", "C", "I", "-" };

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (strcasecmp(letters[i], field) == 0)
			return true;
	return false;
}

static enum status
check_choices(
	const struct import *import, const struct incoming_reader *reader, struct error *error)
{
	for (size_t i = 0; i < import->options->choice_count; i++)
		if (!has_column(reader, import->options->choices[i].column) &&
			!(import->options->raci && is_letter(import->options->choices[i].field)))
			return error_set(error, STATUS_INVALID, "--map: %s has no column \"%s\"",
				source_name(import->source), import->options->choices[i].column);
	return STATUS_OK;
}

static void
set_label(struct import *import, const struct intake *intake)
{
	const struct import_options *options = import->options;
	const char *what = options->raci                        ? "raci"
			   : options->document == DOCUMENT_TYPE ? options->type->name
								: document_name(options->document);

	store_set_label(import->programme->store,
		arena_format(import->arena, "import %s: %lld added, %lld changed", what,
			(long long)intake->added, (long long)intake->changed));
}

/* What the file is, now that its form is known. */
static void
prepare(const struct import *import, struct intake *intake, const struct incoming_options *reading)
{
	const struct import_options *options = import->options;
	bool document = !incoming_reader_type(intake->reader);

	intake->main = incoming_reader_type(intake->reader);
	intake->file = import->source;
	intake->options = *reading;
	intake->own_people = options->document != DOCUMENT_REGISTER;
	intake->keyed_people = document;
	intake->foreign = !document;
	intake->plan = !document && options->document == DOCUMENT_ROADMAP;
	intake->raci = options->raci;
	intake->listing = options->dry_run && !options->skip_invalid ? import->arena : NULL;
	intake->first_owner = options->first_owner;
	intake->renamed = options->renamed;
	intake->renamed_count = options->renamed_count;
}

/* One reading of the whole file inside one transaction. STATUS_STOPPED: everything was fine, and
 * nothing is to be kept (a dry run). */
static enum status
read_once(struct import *import, struct rejects_writer *writer, struct error *error)
{
	const struct import_options *options = import->options;
	struct mapping_choice choices[MAPPINGS_MAX];
	struct incoming_options reading = options_for_reading(import, choices);
	struct intake intake = { .programme = import->programme,
		.problems = &import->fresh,
		.rejects = options->skip_invalid ? &import->rejects : NULL,
		.source = source_name(import->source) };
	enum status status = incoming_reader_open(import->source, &reading, &intake.reader, error);

	if (status != STATUS_OK)
		return status;
	prepare(import, &intake, &reading);
	status = take_records(import, &intake, writer, error);
	if (status == STATUS_OK)
		status = check_choices(import, intake.reader, error);
	intake.problems = &import->problems;
	if (status == STATUS_OK)
		status = intake_resolve(&intake, error);
	if (status == STATUS_OK)
		status = intake_settle_doubts(&intake, error);
	if (status == STATUS_OK && intake.promises)
		status = baseline_record_promises(import->programme, &intake.promised, "imported",
			import->programme->today, "Promised in a file that was imported.", error);
	memset(import->result, 0, sizeof *import->result);
	if (status == STATUS_OK)
		status = import_report(&intake, import->arena, import->result, error);
	else
		import_report_counts(&intake, import->arena, import->result);
	set_label(import, &intake);
	rejects_writer_finish(writer, intake.reader);
	intake_clear(&intake);
	incoming_reader_close(intake.reader);
	if (status == STATUS_OK && import->problems.count > 0)
		return error_set(error, STATUS_INVALID, "%s", import->problems.kept[0].message);
	return status == STATUS_OK && options->dry_run ? STATUS_STOPPED : status;
}

static enum status
read_in_transaction(struct import *import, struct output *rejected, struct error *error)
{
	struct rejects_writer writer;
	int64_t newest = 0;
	enum status status = open_source(import, error);

	if (status == STATUS_OK)
		status = pulses_newest(import->programme, &newest, error);
	if (status == STATUS_OK)
		status = store_begin_bulk(import->programme->store, "import", error);
	if (status != STATUS_OK)
		return status;
	rejects_writer_init(&writer, rejected);
	problems_clear(&import->problems);
	status = read_once(import, &writer, error);
	if (status == STATUS_OK)
		status = pulses_guard_import(import->programme, newest, error);
	problems_clear(&import->fresh);
	return store_end(import->programme->store, status, error);
}

/* Reads until a reading finds nothing more to leave out. */
static enum status
settle_rejects(struct import *import, struct error *error)
{
	enum status status;

	for (;;) {
		size_t before = import->rejects.count;

		status = read_in_transaction(import, NULL, error);
		if (status != STATUS_INVALID || import->rejects.count == before)
			return status;
		rejects_merge(&import->left_out, &import->rejects);
		rejects_clear(&import->rejects);
	}
}

static enum status
run_skipping(struct import *import, struct error *error)
{
	const struct import_options *options = import->options;
	struct import_options dry = *options;
	struct output *rejected = NULL;
	enum status status;

	dry.dry_run = true;
	import->options = &dry;
	status = settle_rejects(import, error);
	import->options = options;
	if (status != STATUS_STOPPED || options->dry_run)
		return status;
	status = output_open_file(options->rejects, options->force, &rejected, error);
	if (status != STATUS_OK)
		return status;
	status = read_in_transaction(import, rejected, error);
	if (status == STATUS_OK)
		return output_finish(rejected, error);
	output_abandon(rejected);
	return status;
}

static void
report_sheets(const struct import *import)
{
	struct import_result *result = import->result;
	const char *name;

	result->sheet_count = 0;
	while (import->source && result->sheet_count < SHEETS_SHOWN &&
		(name = source_sheet(import->source, result->sheet_count)))
		result->sheets[result->sheet_count++] = keep(import, name);
}

static bool
is_same_file(const char *left, const char *right)
{
	struct stat a, b;

	return stat(left, &a) == 0 && stat(right, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

enum status
programme_import(struct programme *programme, const struct import_options *options,
	struct arena *arena, struct import_result *result, struct error *error)
{
	struct import import = {
		.programme = programme, .options = options, .result = result, .arena = arena
	};
	enum status status;

	memset(result, 0, sizeof *result);
	if (options->rejects && is_same_file(options->rejects, options->path))
		return error_set(error, STATUS_FAILED,
			"%s: the rejects would replace the file that is read", options->rejects);
	if (options->choice_count > MAPPINGS_MAX)
		return error_set(error, STATUS_USAGE, "more than %d --map options", MAPPINGS_MAX);
	status = options->skip_invalid ? run_skipping(&import, error)
				       : read_in_transaction(&import, NULL, error);
	report_problems(&import);
	report_sheets(&import);
	/* A fault that stopped the reading is an error of the file like the others. */
	if (status == STATUS_INVALID &&
		(result->error_count == 0 || strcmp(error->message, result->errors[0]) != 0) &&
		result->error_count < PROBLEMS_SHOWN)
		result->errors[result->error_count++] = keep(&import, error->message);
	if (status == STATUS_STOPPED)
		status = STATUS_OK;
	problems_clear(&import.problems);
	rejects_clear(&import.rejects);
	rejects_clear(&import.left_out);
	source_close(import.source);
	return status;
}
