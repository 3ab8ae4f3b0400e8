/* SPDX-License-Identifier: MIT */
/*
 * Compares the drafted roadmap with the file, part by part, and says what each part is for. Must
 * not draft again what a person has made in their own way.
 */
#include "planning.h"

#include <string.h>

#include "rollout/programme/cause.h"
#include "rollout/store/authorship.h"

/* A start further away than this is asked about. */
enum { ODD_DAYS_AHEAD = 2 * 366 };

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

const char *
plan_action_name(enum plan_action action)
{
	switch (action) {
	case PLAN_ADD: return "add";
	case PLAN_CHANGE: return "change";
	case PLAN_KEEP: return "keep";
	case PLAN_GONE: return "gone";
	case PLAN_OFFER: return "remove";
	}
	return "";
}

static bool
is_drafted_key(const struct roadmap_draft *draft, const char *type, const char *key)
{
	for (size_t i = 0; i < draft->count; i++)
		if (strcmp(draft->items[i].type, type) == 0 &&
			strcmp(draft->items[i].key, key) == 0)
			return true;
	return false;
}

/* Whether the phase has a record of the type which is not the plan's. */
static bool
phase_has_own(struct planning *planning, const char *type, const char *phase)
{
	struct error inner = { 0 };
	struct record record;
	int64_t id = 0;
	bool ours = true;

	if (programme_resolve(planning->programme, type_find("phase"), phase, strlen(phase), &id,
		    &inner) != STATUS_OK)
		return false;
	rows_where(&planning->rows, type, "phase", value_integer(id), NULL);
	while (ours && rows_next(&planning->rows, &record)) {
		const char *key = record_text(&record, "key");

		ours = (key && is_drafted_key(&planning->draft, type, key)) ||
		       plan_is_written(planning, &record, NULL, PLAN_LABEL);
	}
	return !ours;
}

/* A phase of the same name under another key is the person's own. */
static bool
has_own_phase(struct planning *planning, const struct draft_item *item)
{
	const char *name = plan_text(item, "name");
	struct error inner = { 0 };
	int64_t named;

	return programme_resolve(planning->programme, type_find("phase"), name, strlen(name),
		       &named, &inner) == STATUS_OK;
}

/* What answers the item's rule; NULL: nothing. A risk is a worry, not an answer; what the plan
 * drafts itself is none yet. */
static const char *
find_answer(struct planning *planning, const struct draft_item *item)
{
	struct caused *items;
	size_t count = 0;

	if (plan_goes_on(planning))
		planning->rows.status = programme_caused_by(planning->programme, item->rule,
			planning->arena, &items, &count, planning->rows.error);
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].type->name, "risk") != 0 &&
			!is_drafted_key(&planning->draft, items[i].type->name, items[i].identifier))
			return arena_format(planning->arena, "answered by \"%s\"", items[i].title);
	return NULL;
}

/* Why the item is not needed; NULL: it is. */
static const char *
find_excuse(struct planning *planning, const struct draft_item *item)
{
	if (plan_find_key(planning, item->type, item->key) != 0)
		return NULL;
	if (strcmp(item->type, "phase") == 0)
		return has_own_phase(planning, item) ? "the file has this phase already" : NULL;
	if (strcmp(item->type, "dependency") == 0)
		return plan_closes_circle(planning, item)
			       ? "left out: the file has it the other way round"
			       : NULL;
	if (strcmp(item->type, "slice") == 0)
		return phase_has_own(planning, "slice", plan_text(item, "phase"))
			       ? "the phase is cut into slices already"
			       : NULL;
	if (strcmp(item->type, "milestone") == 0 && item->rule)
		return find_answer(planning, item);
	if (strcmp(item->type, "milestone") == 0)
		return phase_has_own(planning, "milestone", item->phase)
			       ? "the phase has milestones of its own"
			       : NULL;
	return NULL;
}

/* Milestones whose criteria and links are the plan's business: those it made, now or before, as
 * long as they are open: nobody has said of them yet that they are reached. */
static bool
is_ours(struct planning *planning, const char *milestone, const struct draft_item *const *added,
	size_t added_count)
{
	struct record record;
	int64_t id;

	for (size_t i = 0; i < added_count; i++)
		if (strcmp(added[i]->key, milestone) == 0)
			return true;
	id = plan_find_key(planning, "milestone", milestone);
	return id != 0 && rows_get(&planning->rows, "milestone", id, planning->arena, &record) &&
	       plan_is_written(planning, &record, "kind", PLAN_LABEL) &&
	       (record_is(&record, "state", "planned") ||
		       record_is(&record, "state", "in_progress"));
}

static const char *
reason_of(struct planning *planning, const struct draft_item *item)
{
	const char *because = plan_text(item, "because");

	if (because)
		return because;
	if (item->rule)
		return arena_format(planning->arena, "%s: part of what it asks for", item->rule);
	if (strcmp(item->type, "evidence") == 0)
		return "template: what would convince a doubter";
	if (strcmp(item->type, "dependency") == 0)
		return "template: the order in which things can be proven";
	return "dates: from the start, the launch and the cycle";
}

static void
put_drafted(struct planning *planning)
{
	const struct roadmap_draft *draft = &planning->draft;
	const struct draft_item **added =
		arena_alloc(planning->arena, (draft->count + 1) * sizeof *added);
	size_t added_count = 0;

	for (size_t i = 0; i < draft->count && plan_goes_on(planning); i++) {
		const struct draft_item *item = &draft->items[i];
		bool evidence = strcmp(item->type, "evidence") == 0;
		bool link = strcmp(item->type, "dependency") == 0;
		const char *excuse, *reason = reason_of(planning, item);

		if ((evidence &&
			    !is_ours(planning, plan_text(item, "milestone"), added, added_count)) ||
			(link && (!is_ours(planning, plan_text(item, "to"), added, added_count) ||
					 !is_ours(planning, plan_text(item, "from"), added,
						 added_count))))
			continue;
		excuse = find_excuse(planning, item);
		if (!plan_goes_on(planning))
			return;
		if (excuse)
			plan_say_item(planning, PLAN_KEEP, item, 0, reason, excuse);
		else
			plan_put(planning, item, 0, false, reason);
		if (plan_goes_on(planning) &&
			planning->report->lines[planning->report->count - 1].action == PLAN_ADD)
			added[added_count++] = item;
	}
}

static size_t
count_beyond(const struct sequence_report *sequence)
{
	size_t count = 0;

	for (size_t i = 0; i < sequence->count; i++)
		count += sequence->teams[i].team.wave > DRAFT_WAVES_MAX ? 1 : 0;
	return count;
}

/* Dates that are possible, but look like a slip of the pen. */
static void
note_odd_dates(struct planning *planning, struct buffer *note)
{
	day today = programme_today(planning->programme), ends_on = NO_DAY;
	const struct roadmap_draft *draft = &planning->draft;

	for (size_t i = 0; i < draft->count; i++)
		if (strcmp(draft->items[i].type, "phase") == 0)
			date_parse(plan_text(&draft->items[i], "ends_on"), &ends_on);
	if (ends_on != NO_DAY && ends_on < today)
		buffer_format(note,
			"all of it would be over by %s, before today: is the start right?; ",
			plan_day(planning, ends_on));
	else if (planning->facts.starts_on > today + ODD_DAYS_AHEAD)
		buffer_format(note, "it would begin on %s, years from now: is the start right?; ",
			plan_day(planning, planning->facts.starts_on));
}

static void
take_note(struct planning *planning)
{
	size_t beyond = count_beyond(&planning->sequence);
	const struct draft_facts *facts = &planning->facts;
	struct buffer note = { 0 };

	if (!planning->answered)
		buffer_append_text(&note,
			"nobody has answered the readiness diagnosis yet: take it first, and plan "
			"again; ");
	if (planning->sequence.count == 0)
		buffer_append_text(&note, "there is no team yet; ");
	if (!facts->sponsor || !facts->lead)
		buffer_format(&note, "the programme names no %s, so milestones lack owners; ",
			facts->sponsor ? "lead"
				       : (facts->lead ? "sponsor" : "sponsor and no lead"));
	note_odd_dates(planning, &note);
	if (beyond > 0)
		buffer_format(&note,
			"%zu teams would come after wave %d, which is as far as a plan goes: train "
			"coaches, or make waves larger; ",
			beyond, DRAFT_WAVES_MAX);
	if (note.length > 2)
		note.length -= 2;
	planning->report->note = arena_copy(planning->arena, buffer_text(&note), note.length);
	buffer_clear(&note);
}

static enum status
run(struct planning *planning, struct error *error)
{
	planning->rows = rows_open(planning->programme, NULL, error);
	plan_gather(planning);
	if (plan_goes_on(planning) &&
		!roadmap_draft_make(&planning->facts, planning->arena, &planning->draft))
		planning->rows.status = error_set(error, STATUS_INVALID,
			"the roadmap would end after 2199: bring the start, the launch or the "
			"cycle nearer");
	if (plan_goes_on(planning)) {
		take_note(planning);
		put_drafted(planning);
		plan_gate(planning);
		plan_risks(planning);
		plan_owners(planning);
		plan_rhythm(planning);
		plan_teams_and_people(planning);
		plan_offer_removals(planning);
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
