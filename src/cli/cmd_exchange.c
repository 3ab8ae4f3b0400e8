/* SPDX-License-Identifier: MIT */
/*
 * import and export: options in, what happened out. Must not read or write documents itself.
 * The result of an import is printed also when it was refused, since how the columns were read
 * is often the reason.
 */
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

static enum status
read_document(
	const char *word, enum document *document, const struct type **type, struct error *error)
{
	static const enum document documents[] = { DOCUMENT_REGISTER, DOCUMENT_ROADMAP,
		DOCUMENT_PROGRAMME };

	*type = NULL;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		if (strcmp(document_name(documents[i]), word) == 0) {
			*document = documents[i];
			return STATUS_OK;
		}
	}
	*document = DOCUMENT_TYPE;
	return call_type(word, type, error);
}

static bool
is_csv_name(const char *path)
{
	size_t length = strlen(path);

	return length > 4 && strcmp(path + length - 4, ".csv") == 0;
}

static enum status
cmd_export_run(struct call *call, struct error *error)
{
	struct export_options options = { .descriptor = STDOUT_FILENO,
		.audience = AUDIENCE_LEAD,
		.mark = call_given(call, OPTION_BOM),
		.force = call_given(call, OPTION_FORCE) };
	const char *path = call_text(call, OPTION_OUTPUT);
	const char *format = call_text(call, OPTION_FORMAT);
	sigset_t signals;
	enum status status = read_document(call->words[0], &options.document, &options.type, error);

	if (status)
		return status;
	options.path = path && strcmp(path, "-") != 0 ? path : NULL;
	if (options.force && !options.path)
		return error_set(error, STATUS_USAGE, "--force goes with -o FILE");
	if (call_given(call, OPTION_AUDIENCE))
		audience_parse(call_text(call, OPTION_AUDIENCE), &options.audience);
	options.format = !format && options.path && is_csv_name(path) ? "csv" : format;
	if (options.format && strcmp(options.format, "json") != 0 && call_given(call, OPTION_JSON))
		return error_set(
			error, STATUS_USAGE, "--json and %s do not go together", options.format);
	status = call_open(call, error);
	if (status)
		return status;
	if (!options.path)
		return programme_export(call->programme, &options, error);
	call_hold_signals(&signals);
	status = programme_export(call->programme, &options, error);
	call_release_signals(&signals);
	return status;
}

/* How far an import is, on a terminal, once it takes longer than a moment. */
struct progress {
	struct timespec start;
	bool shown;
};

static bool
show_progress(void *context, int64_t records)
{
	struct progress *progress = context;
	struct buffer line = { 0 };
	struct timespec now;

	if (call_was_signalled())
		return false;
	if (!isatty(STDERR_FILENO) || clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
		now.tv_sec - progress->start.tv_sec < 2)
		return true;
	progress->shown = true;
	buffer_format(&line, "\r%lld records read ", (long long)records);
	(void)!write(STDERR_FILENO, line.data, line.length);
	buffer_clear(&line);
	return true;
}

static void
end_progress(const struct progress *progress)
{
	static const char wipe[] = "\r                              \r";

	if (progress->shown)
		(void)!write(STDERR_FILENO, wipe, sizeof(wipe) - 1);
}

static void
print_warnings(struct call *call, const struct import_result *result)
{
	for (size_t i = 0; i < result->warning_count && i < PROBLEMS_SHOWN; i++) {
		print_text(&call->paper, PRINT_WARNING, "warning: ");
		print_text(&call->paper, PRINT_PLAIN, result->warnings[i]);
		print_end_line(&call->paper);
	}
	if (result->warning_count > PROBLEMS_SHOWN) {
		print_format(&call->paper, PRINT_WARNING, "… and %zu more warnings",
			result->warning_count - PROBLEMS_SHOWN);
		print_end_line(&call->paper);
	}
}

static enum status
print_result(struct call *call, const struct import_result *result, enum status imported,
	struct error *error)
{
	enum status status = STATUS_OK;

	if (result->mapping_count > 0)
		status = result_table_print(&call->paper, "import", "mapping", result, NULL, error);
	if (!status && result->value_count > 0)
		status = result_table_print(&call->paper, "import", "values", result, NULL, error);
	if (!status && result->change_count > 0)
		status = result_table_print(&call->paper, "import", "changes", result, NULL, error);
	if (result->difference_count > (int64_t)result->change_count) {
		print_format(&call->paper, PRINT_PLAIN, "… and %lld more changes",
			(long long)result->difference_count - (long long)result->change_count);
		print_end_line(&call->paper);
	}
	print_warnings(call, result);
	if (imported) {
		print_text(&call->paper, PRINT_ERROR, "nothing was written");
		print_end_line(&call->paper);
		return status;
	}
	print_format(&call->paper, PRINT_TITLE,
		"%s%lld added, %lld changed, %lld unchanged, %lld rejected",
		call_given(call, OPTION_DRY_RUN) ? "would be: " : "", (long long)result->added,
		(long long)result->changed, (long long)result->unchanged,
		(long long)result->rejected);
	if (result->people_added > 0)
		print_format(&call->paper, PRINT_PLAIN,
			"; %lld of them people who were only named as owners",
			(long long)result->people_added);
	print_end_line(&call->paper);
	return status;
}

/* All errors that were kept, and how many there are beside them. */
static void
print_errors(struct call *call, const struct import_result *result)
{
	for (size_t i = 0; i < result->error_count && i < PROBLEMS_SHOWN; i++)
		call_note(call, "%s", result->errors[i]);
	if (result->error_count > PROBLEMS_SHOWN)
		call_note(call, "… and %zu more", result->error_count - PROBLEMS_SHOWN);
}

static enum status
read_import(const struct call *call, struct import_options *options, struct error *error)
{
	enum status status;

	/* A RACI is its letters; roles and kinds of decision come with them. */
	options->raci = strcmp(call->words[0], "raci") == 0;
	status = read_document(options->raci ? "assignment" : call->words[0], &options->document,
		&options->type, error);
	if (status)
		return status;
	options->path = call->words[1];
	options->dry_run = call_given(call, OPTION_DRY_RUN);
	options->skip_invalid = call_given(call, OPTION_SKIP_INVALID);
	options->rejects = call_text(call, OPTION_REJECTS);
	options->force = call_given(call, OPTION_FORCE);
	options->choices = call->options.maps;
	options->choice_count = call->options.map_count;
	options->encoding = call_text(call, OPTION_ENCODING);
	options->dates = call_text(call, OPTION_DATES);
	options->first_owner = call_given(call, OPTION_OWNERS);
	options->sheet = call_text(call, OPTION_SHEET);
	options->renamed = call->options.renamed;
	options->renamed_count = call->options.renamed_count;
	if (call_given(call, OPTION_BY) && options->renamed_count == 0)
		return error_set(error, STATUS_USAGE, "--by must be id=REF,REF..., not \"%s\"",
			call_text(call, OPTION_BY));
	if (options->skip_invalid != (options->rejects != NULL))
		return error_set(
			error, STATUS_USAGE, "--skip-invalid and --rejects FILE go together");
	if (options->force && !options->rejects)
		return error_set(error, STATUS_USAGE, "--force goes with --rejects FILE");
	return STATUS_OK;
}

static enum status
finish_import(
	struct call *call, struct import_result *result, enum status status, struct error *error)
{
	struct error output = { 0 };
	enum status written = STATUS_OK;

	result->dry_run = call_given(call, OPTION_DRY_RUN);
	if (call_wants_document(call))
		written = call_write(call, "import", result, &output);
	else if (status == STATUS_OK || status == STATUS_INVALID)
		written = print_result(call, result, status, &output);
	print_errors(call, result);
	if (status && result->error_count > 0)
		*error = (struct error){ .status = status };
	if (status || !written)
		return status;
	*error = output;
	return written;
}

/* What a column means that could mean several things, where there is somebody to ask. */
static bool
ask_for_column(struct call *call, struct import_options *options, const char *column)
{
	struct options *given = &call->options;
	struct buffer question = { 0 };
	char *answer;

	if (call_given(call, OPTION_NO_INPUT) || call_wants_document(call) ||
		strcmp(options->path, "-") == 0 || !isatty(STDIN_FILENO) ||
		!isatty(STDERR_FILENO) || given->map_count == MAPS_MAX)
		return false;
	buffer_format(&question, "column \"%s\" could mean more than one field", column);
	call_note(call, "%s", question.data);
	buffer_clear(&question);
	answer = call_ask(call, "which field? (- leaves it out, Enter stops) ");
	if (!*answer)
		return false;
	given->maps[given->map_count++] = (struct column_choice){ column, answer };
	options->choice_count = given->map_count;
	return true;
}

static enum status
cmd_import_run(struct call *call, struct error *error)
{
	struct import_options options = { .progress = show_progress };
	struct import_result *result = arena_alloc(&call->arena, sizeof(*result));
	struct progress progress = { .shown = false };
	sigset_t signals;
	enum status status = read_import(call, &options, error);

	memset(result, 0, sizeof(*result));
	if (!status)
		status = call_open(call, error);
	if (!status && options.rejects)
		status = programme_check_target(call->programme, options.rejects, error);
	if (status)
		return status;
	options.context = &progress;
	(void)clock_gettime(CLOCK_MONOTONIC, &progress.start);
	do {
		/* A signal stops the import at its next record; released, it ends the program. What
		 * is written by then is said: the exit code tells old from new. */
		call_hold_signals(&signals);
		status = programme_import(call->programme, &options, &call->arena, result, error);
		if (call_was_signalled())
			end_progress(&progress);
		if (status != STATUS_OK)
			call_release_signals(&signals);
	} while (status == STATUS_INVALID && result->undecided &&
		 ask_for_column(call, &options, result->undecided));
	end_progress(&progress);
	return finish_import(call, result, status, error);
}

const struct command cmd_exchange[] = {
	{
		.place = COMMANDS_EXCHANGE + 10,
		.name = "import",
		.arguments = "register|roadmap|raci|programme|TYPE FILE",
		.summary = "read records from a file",
		.help = "Reads JSON, JSON Lines, CSV or a workbook (.xlsx); - is standard "
			"input. Of a workbook with several sheets the only one that fits is "
			"read, or the one that --sheet names; of a programme every sheet that is "
			"called as a type. The whole file is checked before "
			"anything is written, and is one step of the history. A "
			"record whose id is known here and whose name agrees is changed; without "
			"id, one that is the same by its natural key is (a person's name and "
			"organisation); others are added. Numbering is no identity: a known id "
			"under another name is refused, unless --by id=REF says that it is a new "
			"name.\n"
			"Column names are matched with the dictionary's; what was taken for what "
			"is shown. --map settles a doubt; of a RACI it says what a word in the "
			"cells means, as --map x=R does. --owners first takes the first of several "
			"owners in a cell, which is refused otherwise.",
		.options = "dry-run skip-invalid rejects force map by dates encoding owners sheet "
			   "no-input " RESULT OPENING,
		.run = cmd_import_run,
	},
	{
		.place = COMMANDS_EXCHANGE + 20,
		.name = "export",
		.arguments = "register|roadmap|programme|TYPE",
		.summary = "write records to a file or standard output",
		.help = "Writes the document for the audience: the lead's (the default) holds "
			"everything; leadership's has of opinions only attitude, influence and "
			"interest; the team's none about anybody. A file called *.csv is CSV "
			"without being told; --bom lets a spreadsheet read its letters.",
		.options = "format output force bom audience " READING,
		.run = cmd_export_run,
	},
	{ .name = NULL },
};
