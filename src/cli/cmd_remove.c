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
#include "rollout/programme/report.h"

struct targets {
	int64_t *ids;
	const char **identifiers;
	size_t count;
};

static bool
contains(const struct targets *targets, int64_t id)
{
	for (size_t i = 0; i < targets->count; i++)
		if (targets->ids[i] == id)
			return true;
	return false;
}

static enum status
find_targets(struct call *call, const struct type *type, struct targets *out, struct error *error)
{
	out->ids = arena_alloc(&call->arena, sizeof(*out->ids) * call->word_count);
	out->identifiers = arena_alloc(&call->arena, sizeof(*out->identifiers) * call->word_count);
	out->count = 0;
	for (size_t i = 1; i < call->word_count; i++) {
		int64_t id;
		enum status status = call_resolve(call, type, call->words[i], &id, error);

		if (status)
			return status;
		if (contains(out, id))
			continue;
		out->ids[out->count] = id;
		out->identifiers[out->count++] =
			programme_identifier(call->programme, type, id, &call->arena);
	}
	return STATUS_OK;
}

/* "3 relationships" */
static const char *
count_of(struct call *call, int64_t count, const struct type *type)
{
	return arena_format(
		&call->arena, "%lld %s", (long long)count, count == 1 ? type->name : type->plural);
}

static void
describe(struct call *call, const struct type *type, const struct targets *targets,
	const struct removal *removal, void (*line)(struct call *call, const char *text))
{
	const char *what = targets->count == 1 ? arena_format(&call->arena, "%s %s", type->label,
							 programme_title(call->programme, type,
								 targets->ids[0], &call->arena))
					       : count_of(call, (int64_t)targets->count, type);

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
	print_text(&call->paper, ROLE_PLAIN, text);
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
remove_targets(struct call *call, const struct type *type, const struct targets *targets,
	struct error *error)
{
	struct removal *removal = arena_alloc(&call->arena, sizeof(*removal));
	bool dry_run = call_given(call, OPTION_DRY_RUN);
	bool json = call_given(call, OPTION_JSON);
	enum status status = programme_plan_removal(
		call->programme, type, targets->ids, targets->count, removal, error);

	if (status)
		return status;
	if (!json)
		describe(call, type, targets, removal, dry_run ? line_to_paper : line_to_error);
	if (!dry_run) {
		status = confirm(call, error);
		if (!status)
			status = programme_remove(
				call->programme, type, targets->ids, targets->count, error);
	}
	if (!status && json)
		return report_write_removal(call->programme, type, targets->identifiers,
			targets->count, removal, dry_run, STDOUT_FILENO, error);
	if (!status && !dry_run)
		line_to_paper(call,
			arena_format(&call->arena, "removed %lld record%s",
				(long long)removal->records, removal->records == 1 ? "" : "s"));
	return status;
}

enum status
cmd_remove_run(struct call *call, struct error *error)
{
	const struct type *type;
	struct targets targets;
	enum status status = call_type(call->words[0], &type, error);

	if (!status)
		status = call_open(call, error);
	if (!status)
		status = find_targets(call, type, &targets, error);
	if (!status)
		status = remove_targets(call, type, &targets, error);
	return status;
}
