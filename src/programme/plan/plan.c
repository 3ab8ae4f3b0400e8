/* SPDX-License-Identifier: MIT */
/*
 * Compares the drafted roadmap with the file, part by part, and says what each part is for. Must
 * not draft again what a person has made in their own way.
 */
#include "planning.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/store/authorship.h"

void
plan_say(struct planning *planning, const struct plan_line *line)
{
	struct plan_report *report = planning->report;

	report->lines =
		arena_grow(planning->arena, report->lines, report->count, sizeof *report->lines);
	report->lines[report->count++] = *line;
	report->counts[line->action]++;
}

void
plan_field(struct draft_item *item, const char *name, const char *text)
{
	if (text && item->field_count < DRAFT_FIELDS_MAX)
		item->fields[item->field_count++] =
			(struct draft_field){ .name = name, .text = text };
}

const char *
plan_day(struct planning *planning, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	return arena_copy(planning->arena, text, DATE_SIZE - 1);
}

const char *
plan_person(struct planning *planning, const struct record *record, const char *field)
{
	int64_t id = record_number(record, field);

	return id == 0 ? NULL
		       : programme_identifier(planning->programme, type_find("stakeholder"), id,
				 planning->arena);
}

bool
plan_goes_on(const struct planning *planning)
{
	return planning->rows.status == STATUS_OK;
}

int64_t
plan_find_key(struct planning *planning, const char *type, const char *key)
{
	int64_t id = 0;

	if (plan_goes_on(planning))
		planning->rows.status = store_find_key(planning->programme->store, type_find(type),
			key, strlen(key), &id, planning->rows.error);
	return id;
}

bool
plan_is_written(struct planning *planning, const struct record *record, const char *field,
	const char *label)
{
	bool written = false;

	if (plan_goes_on(planning))
		planning->rows.status = authorship_is(planning->programme->store, record->type,
			record->id, field, label, &written, planning->rows.error);
	return written;
}

static const char *
reason_of(struct planning *planning, const struct draft_item *item)
{
	const char *because = plan_text(item, "because");

	if (because)
		return because;
	if (strncmp(item->key, DRAFT_GATE_KEY, strlen(DRAFT_GATE_KEY)) == 0)
		return "F1: nobody is trained and nothing is launched before the leaders agree";
	if (item->rule)
		return arena_format(planning->arena, "%s: part of what it asks for", item->rule);
	if (strcmp(item->type, "evidence") == 0)
		return "template: what would convince a doubter";
	if (strcmp(item->type, "dependency") == 0)
		return "template: the order in which things can be proven";
	return "dates: from the start, the launch and the cycle";
}

/* A phase of the same name under another key is the person's own; so is a wave of that number. */
static int64_t
find_named(struct planning *planning, const struct draft_item *item, const char *field)
{
	const char *name = plan_text(item, field);
	struct error inner = { 0 };
	struct record record;
	int64_t id = 0;

	if (strcmp(item->type, "wave") == 0) {
		rows_where(&planning->rows, "wave", "number", value_integer(strtol(name, NULL, 10)),
			NULL);
		while (rows_next(&planning->rows, &record))
			id = record.id;
		return id;
	}
	return programme_resolve(planning->programme, type_find(item->type), name, strlen(name),
		       &id, &inner) == STATUS_OK
		       ? id
		       : 0;
}

static void
put_drafted(struct planning *planning)
{
	const struct roadmap_draft *draft = &planning->draft;

	for (size_t i = 0; i < draft->count && plan_goes_on(planning); i++) {
		const struct draft_item *item = &draft->items[i];
		const char *reason = reason_of(planning, item);
		bool phase = strcmp(item->type, "phase") == 0;
		bool wave = strcmp(item->type, "wave") == 0;
		int64_t id = 0;

		if ((phase || wave) && !item->kept &&
			plan_find_key(planning, item->type, item->key) == 0)
			id = find_named(planning, item, phase ? "name" : "number");
		if (item->gone)
			plan_say_item(planning, PLAN_GONE, item, 0, reason, item->kept);
		else if (item->kept)
			plan_say_item(planning, PLAN_KEEP, item, 0, reason, item->kept);
		else if (phase && id != 0)
			plan_say_item(planning, PLAN_KEEP, item, id, reason,
				"the file has this phase already");
		else
			plan_put(planning, item, id, id != 0, reason);
	}
}

static const char *const *
read_deleted(struct planning *planning, size_t *count)
{
	const char **keys = NULL;

	*count = 0;
	if (plan_goes_on(planning))
		planning->rows.status = authorship_list_deleted(planning->programme->store,
			PLAN_LABEL, planning->arena, &keys, count, planning->rows.error);
	return keys;
}

static void
make_draft(struct planning *planning)
{
	if (plan_goes_on(planning) &&
		!roadmap_draft_make(&planning->facts, planning->arena, &planning->draft))
		planning->rows.status = error_set(planning->rows.error, STATUS_INVALID,
			"the roadmap would end after 2199: bring the start, the launch or the "
			"cycle nearer");
}

static enum status
run(struct planning *planning, struct error *error)
{
	const struct plan_options *options = planning->options;

	planning->rows = rows_open(planning->programme, NULL, error);
	planning->named =
		arena_alloc(planning->arena, options->only_count + options->leave_count + 1);
	memset(planning->named, 0, options->only_count + options->leave_count + 1);
	plan_gather(planning);
	planning->facts.deleted = read_deleted(planning, &planning->facts.deleted_count);
	make_draft(planning);
	if (options->only_count + options->leave_count > 0 && plan_goes_on(planning)) {
		plan_leave_out(planning);
		make_draft(planning);
	}
	if (plan_goes_on(planning)) {
		plan_note(planning);
		plan_launch(planning);
		put_drafted(planning);
		plan_risks(planning);
		plan_owners(planning);
		plan_rhythm(planning);
		plan_teams_and_people(planning);
		plan_offer_removals(planning);
		plan_promise(planning);
		plan_check_names(planning);
	}
	return rows_close(&planning->rows);
}

static const char *
label(struct arena *arena, const struct plan_report *report)
{
	const char *removed =
		report->removed == 0 ? "" : arena_format(arena, ", %zu removed", report->removed);

	return arena_format(arena, PLAN_LABEL ": %zu added, %zu changed%s",
		report->counts[PLAN_ADD], report->counts[PLAN_CHANGE], removed);
}

enum status
programme_plan(struct programme *programme, const struct plan_options *options, struct arena *arena,
	struct plan_report *out, struct error *error)
{
	struct planning planning = {
		.programme = programme, .options = options, .arena = arena, .report = out
	};
	struct snapshot snapshot;
	enum status status;

	*out = (struct plan_report){ .dry_run = !options->write, .note = "" };
	if (!options->write)
		return run(&planning, error);
	status = store_begin(programme->store, PLAN_LABEL, error);
	if (status != STATUS_OK)
		return status;
	status = snapshot_begin(programme, true, &snapshot, error);
	if (status == STATUS_OK)
		status = run(&planning, error);
	status = snapshot_end(programme, &snapshot, status, error);
	store_set_label(programme->store, label(arena, out));
	return store_end(programme->store, status, error);
}
