/* SPDX-License-Identifier: MIT */
/*
 * remove: says what would go along and what would be left without it, asks, and removes. The
 * question goes to standard error, so that a redirected result still asks; where nobody can
 * answer, nothing is removed.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/results.h"

struct targets {
	int64_t *ids;
	const char **identifiers;
	struct removal_result result;
};

static bool
contains(const struct targets *targets, int64_t id)
{
	for (size_t i = 0; i < targets->result.count; i++)
		if (targets->ids[i] == id)
			return true;
	return false;
}

static enum status
find_targets(struct call *call, struct targets *out, struct error *error)
{
	const struct type *type = out->result.type;

	out->ids = arena_alloc(&call->arena, sizeof(*out->ids) * call->word_count);
	out->identifiers = arena_alloc(&call->arena, sizeof(*out->identifiers) * call->word_count);
	out->result.identifiers = out->identifiers;
	for (size_t i = 1; i < call->word_count; i++) {
		int64_t id;
		enum status status = call_resolve(call, type, call->words[i], &id, error);

		if (status)
			return status;
		if (contains(out, id))
			continue;
		out->ids[out->result.count] = id;
		out->identifiers[out->result.count++] =
			programme_identifier(call->programme, type, id, &call->arena);
	}
	return STATUS_OK;
}

/* "3 relationships" */
static const char *
count_of(struct call *call, int64_t count, const struct type *type)
{
	return text_quantity(&call->arena, count, type->name, type->plural);
}

static void
describe(struct call *call, const struct targets *targets,
	void (*line)(struct call *call, const char *text))
{
	const struct type *type = targets->result.type;
	const struct removal *removal = &targets->result.removal;
	const char *what = count_of(call, (int64_t)targets->result.count, type);

	if (targets->result.count == 1)
		what = arena_format(&call->arena, "%s %s", type->label,
			programme_title(call->programme, type, targets->ids[0], &call->arena));
	line(call, arena_format(&call->arena, "to be removed: %s", what));
	for (size_t i = 0; i < removal->line_count; i++) {
		const struct removal_line *entry = &removal->lines[i];
		const char *count = count_of(call, entry->count, entry->type);

		line(call, entry->field < 0
				   ? arena_format(&call->arena, "goes along: %s", count)
				   : arena_format(&call->arena, "emptied: %s of %s",
					     entry->type->fields[entry->field].name, count));
	}
}

static void
line_to_error(struct call *call, const char *text)
{
	call_note(call, "%s", text);
}

static void
line_to_paper(struct call *call, const char *text)
{
	print_text(&call->paper, PRINT_PLAIN, text);
	print_end_line(&call->paper);
}

static enum status
confirm(struct call *call, struct error *error)
{
	const char *answer;

	if (call_given(call, OPTION_YES))
		return STATUS_OK;
	if (call_given(call, OPTION_NO_INPUT) || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return error_set(error, STATUS_STOPPED,
			"not removed: say --yes to remove without being asked");
	answer = call_ask(call, "remove? [y/N] ");
	if (strcmp(answer, "y") == 0 || strcmp(answer, "Y") == 0 || strcmp(answer, "yes") == 0)
		return STATUS_OK;
	return error_set(error, STATUS_STOPPED, "not removed");
}

static enum status
remove_targets(struct call *call, struct targets *targets, struct error *error)
{
	struct removal_result *result = &targets->result;
	bool document = call_wants_document(call);
	enum status status = programme_plan_removal(call->programme, result->type, targets->ids,
		result->count, &result->removal, error);

	if (status)
		return status;
	if (!document)
		describe(call, targets, result->dry_run ? line_to_paper : line_to_error);
	if (!result->dry_run) {
		status = confirm(call, error);
		if (!status)
			status = programme_remove(
				call->programme, result->type, targets->ids, result->count, error);
	}
	if (!status && document)
		return call_write(call, "removal", result, error);
	if (!status && !result->dry_run)
		line_to_paper(call, arena_format(&call->arena, "removed %s",
					    text_quantity(&call->arena, result->removal.records,
						    "record", NULL)));
	return status;
}

static enum status
cmd_remove_run(struct call *call, struct error *error)
{
	struct targets *targets = arena_alloc(&call->arena, sizeof *targets);
	enum status status;

	*targets = (struct targets){ .result.dry_run = call_given(call, OPTION_DRY_RUN) };
	status = call_type(call->words[0], &targets->result.type, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = find_targets(call, targets, error);
	if (!status)
		status = remove_targets(call, targets, error);
	return status;
}

const struct command cmd_remove[] = {
	{
		.place = COMMANDS_RECORDS + 70,
		.name = "remove",
		.arguments = "TYPE REF…",
		.summary = "remove records and what cannot be without them",
		.help = "Says what goes along and what is left without them, and asks; where it "
			"cannot ask it stops with exit code 7 unless --yes is given.",
		.options = "yes no-input dry-run " RESULT OPENING,
		.run = cmd_remove_run,
	},
	{ .name = NULL },
};
