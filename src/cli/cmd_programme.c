/* SPDX-License-Identifier: MIT */
/*
 * new, sample, backup, verify, and what `rollout` does without a command. A file in the making
 * is finished or gone before a signal ends the program.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "locate.h"
#include "rollout/programme/results.h"

static enum status
read_new(const struct call *call, day today, struct new_programme *new, day *launches_on,
	struct error *error)
{
	enum status status = STATUS_OK;

	*new = (struct new_programme){ .name = call->words[0],
		.starts_on = today,
		.templates = !call_given(call, OPTION_BARE) };
	if (call_given(call, OPTION_STARTS_ON))
		status = call_date(call, OPTION_STARTS_ON, today, &new->starts_on, error);
	if (!status && call_given(call, OPTION_LAUNCHES_ON)) {
		status = call_date(call, OPTION_LAUNCHES_ON, today, launches_on, error);
		new->launches_on = launches_on;
	}
	if (!status && new->launches_on &&*launches_on < new->starts_on)
		return error_set(error, STATUS_USAGE,
			"--launches-on must not be before the start of the programme");
	return status;
}

static enum status
cmd_programme_new(struct call *call, struct error *error)
{
	struct programme_options options;
	struct new_programme new;
	day launches_on = 0;
	const char *path;
	sigset_t signals;
	enum status status = call_prepare(call, &options, error);

	if (!status)
		status = read_new(call, options.today, &new, &launches_on, error);
	if (status)
		return status;
	path = locate_new_file(call_text(call, OPTION_FILE), new.name, &call->arena);
	call_hold_signals(&signals);
	status = programme_create(path, &new, &options, &call->programme, error);
	call_release_signals(&signals);
	if (!status)
		call_note(call, "created %s", path);
	return status;
}

static enum status
cmd_programme_sample(struct call *call, struct error *error)
{
	struct programme_options options;
	const char *path;
	struct stat file;
	sigset_t signals;
	enum status status = call_prepare(call, &options, error);

	if (status)
		return status;
	path = locate_new_file(call_text(call, OPTION_FILE), "sample", &call->arena);
	if (call_given(call, OPTION_IF_MISSING) && lstat(path, &file) == 0)
		return STATUS_OK;
	call_hold_signals(&signals);
	status = programme_create_sample(path, &options, &call->programme, error);
	call_release_signals(&signals);
	if (!status)
		call_note(call, "created %s", path);
	return status;
}

static enum status
cmd_programme_backup(struct call *call, struct error *error)
{
	sigset_t signals;
	enum status status = call_open(call, error);

	if (status)
		return status;
	call_hold_signals(&signals);
	status = programme_backup(call->programme, call->words[0], error);
	call_release_signals(&signals);
	if (!status)
		call_note(call, "copied to %s", call->words[0]);
	return status;
}

static enum status
cmd_programme_verify(struct call *call, struct error *error)
{
	struct damage damage;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_verify(call->programme, &call->arena, &damage, error);
	if (status)
		return status;
	call->findings = damage.faults > 0;
	if (call_wants_document(call))
		return call_write(call, "verify", &damage, error);
	for (size_t i = 0; i < damage.count; i++) {
		print_text(&call->paper, PRINT_PLAIN, damage.lines[i]);
		print_end_line(&call->paper);
	}
	if (damage.faults > 0)
		print_text(&call->paper, PRINT_ERROR,
			text_quantity(&call->arena, damage.faults, "fault", NULL));
	else
		print_text(&call->paper, PRINT_GOOD, "no damage found");
	print_end_line(&call->paper);
	return STATUS_OK;
}

/* Somebody who named no file, on a terminal, is asked instead of told off. */
static bool
can_welcome(const struct call *call, enum status status)
{
	const char *file = getenv("ROLLOUT_FILE");

	return status == STATUS_NOT_FOUND && call->word_count == 0 &&
	       !call_given(call, OPTION_FILE) && !call_wants_document(call) && !(file && *file) &&
	       isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static enum status
begin_new(struct call *call, const struct programme_options *options, const char *name,
	const char **path, struct error *error)
{
	const struct new_programme new = {
		.name = name, .starts_on = options->today, .templates = true
	};

	*path = locate_new_file(NULL, name, &call->arena);
	return programme_create(*path, &new, options, &call->programme, error);
}

static enum status
begin(struct call *call, const struct cli_start *start, struct cli_looks *looks,
	struct error *error)
{
	struct programme_options options;
	const char *path = start->file;
	enum status status = call_prepare(call, &options, error);

	if (status)
		return status;
	switch (start->beginning) {
	case CLI_LEAVE: break;
	case CLI_OPEN: return programme_open(path, &options, &call->programme, error);
	case CLI_SAMPLE:
		path = locate_new_file(NULL, "sample", &call->arena);
		looks->notice = "the sample is yours to play with: 1 to 7 are its panels, ? lists "
				"the keys, u takes anything back";
		return programme_create_sample(path, &options, &call->programme, error);
	case CLI_IMPORT:
		looks->import = start->file;
		return begin_new(call, &options, start->name, &path, error);
	case CLI_NEW:
		looks->notice = "begin with 1: r records what your executives answer; 3 keeps the "
				"people; P drafts the roadmap from both";
		return begin_new(call, &options, start->name, &path, error);
	}
	return STATUS_OK;
}

static enum status
welcome(struct call *call, struct cli_looks *looks, struct error *error)
{
	struct cli_start start = { .beginning = CLI_LEAVE };
	struct error why = *error;
	enum status status;

	*error = (struct error){ 0 };
	status = call->hooks->welcome(call->hooks->context, looks, why.message, &start, error);
	if (status || start.beginning == CLI_LEAVE)
		return status;
	status = begin(call, &start, looks, error);
	if (status)
		return status;
	return call->hooks->open_terminal(call->hooks->context, call->programme, looks, error);
}

static enum status
cmd_programme_default(struct call *call, struct error *error)
{
	struct cli_looks looks = { .color = options_color(&call->options),
		.ascii = call_given(call, OPTION_ASCII) };
	enum status status;

	if (call->word_count > 0 && call_given(call, OPTION_FILE))
		return error_set(error, STATUS_USAGE, "one file at a time: \"%s\" and --file %s",
			call->words[0], call_text(call, OPTION_FILE));
	if (call->word_count > 0)
		call->options.values[OPTION_FILE] = call->words[0];
	status = call_open(call, error);
	looks.state_folder = locate_state_folder(&call->arena);
	if (can_welcome(call, status))
		return welcome(call, &looks, error);
	if (status)
		return status;
	if (call_wants_document(call) || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return command_find("status")->run(call, error);
	return call->hooks->open_terminal(call->hooks->context, call->programme, &looks, error);
}

const struct command cmd_programme[] = {
	{
		.place = COMMANDS_PROGRAMME + 10,
		.name = "new",
		.arguments = "NAME",
		.summary = "start a programme in a new file",
		.help = "Makes a programme file with the question bank, workstreams, risks, RACI "
			"example, forums and playbook to start from; --bare leaves them out.\n"
			"The file is what -f or $ROLLOUT_FILE says, else the name in plain "
			"letters with .rollout behind it, in this folder.",
		.options = "starts-on launches-on bare file today as ascii help",
		.run = cmd_programme_new,
	},
	{
		.place = COMMANDS_PROGRAMME + 20,
		.name = "sample",
		.summary = "make a file with a fictional organisation to look around in",
		.help = "Makes a programme file that is nine weeks under way, in sample.rollout "
			"or what -f or $ROLLOUT_FILE says.",
		.options = "if-missing file today as ascii help",
		.run = cmd_programme_sample,
	},
	{
		.place = COMMANDS_PROGRAMME + 140,
		.name = "backup",
		.arguments = "FILE",
		.summary = "copy the programme to a new file",
		.help = "Makes a copy that is consistent also while others write. FILE must not "
			"exist yet.",
		.options = "file read-only ascii help",
		.run = cmd_programme_backup,
	},
	{
		.place = COMMANDS_PROGRAMME + 150,
		.name = "verify",
		.summary = "look for damage in the file",
		.help = "Looks at every page, index, reference, text and date. Exit code 6 when "
			"something is wrong.",
		.options = RESULT READING,
		.run = cmd_programme_verify,
	},
	{ .name = NULL },
};

const struct command command_default = {
	.name = "",
	.arguments = "[FILE]",
	.summary = "open the programme in the terminal",
	.help = "Opens the programme. Without a terminal on input and output, prints what "
		"`rollout status` prints.",
	.options = RESULT "version read-only " OPENING,
	.run = cmd_programme_default,
};
