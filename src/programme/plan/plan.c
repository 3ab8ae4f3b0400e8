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
	struct plan_line *lines;

	if (report->count == planning->space) {
		planning->space = planning->space > 0 ? planning->space * 2 : 64;
		lines = arena_alloc(planning->arena, planning->space * sizeof *lines);
		if (report->count > 0)
			memcpy(lines, report->lines, report->count * sizeof *lines);
		report->lines = lines;
	}
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

/* A record of the type in that phase which is not the plan's. */
struct foreign {
	struct planning *planning;
	const char *type;
	bool found;
};

static enum status
look_for_foreign(void *context, const struct record *record, struct error *error)
{
	struct foreign *foreign = context;
	const struct value *key = &record->values[0];
	bool ours = key->kind == VALUE_TEXT &&
		    is_drafted_key(&foreign->planning->draft, foreign->type, key->text);
	enum status status = STATUS_OK;

	if (!ours)
		status = authorship_is(foreign->planning->programme->store, record->type,
			record->id, NULL, PLAN_LABEL, &ours, error);
	foreign->found = !ours;
	return status == STATUS_OK && foreign->found ? STATUS_STOPPED : status;
}

static enum status
phase_has_own(struct planning *planning, const char *type, const char *phase, bool *out,
	struct error *error)
{
	struct foreign foreign = { .planning = planning, .type = type };
	struct query query = { .type = type_find(type), .condition_count = 1 };
	struct error inner = { 0 };
	int64_t id = 0;
	enum status status = programme_resolve(
		planning->programme, type_find("phase"), phase, strlen(phase), &id, &inner);

	*out = false;
	if (status != STATUS_OK)
		return STATUS_OK;
	query.conditions[0] = (struct condition){ type_field_index(query.type, "phase"),
		COMPARE_EQUAL, value_integer(id) };
	status = programme_each(planning->programme, &query, look_for_foreign, &foreign, error);
	*out = foreign.found;
	return status == STATUS_STOPPED ? STATUS_OK : status;
}

/* A phase of the same name under another key is the person's own. */
static enum status
has_own_phase(
	struct planning *planning, const struct draft_item *item, bool *out, struct error *error)
{
	const struct type *type = type_find("phase");
	const char *name = plan_text(item, "name");
	struct error inner = { 0 };
	int64_t named = 0, keyed = 0;
	enum status status = store_find_key(
		planning->programme->store, type, item->key, strlen(item->key), &keyed, error);

	*out = false;
	if (status == STATUS_OK && keyed == 0)
		*out = programme_resolve(planning->programme, type, name, strlen(name), &named,
			       &inner) == STATUS_OK;
	return status;
}

/* Why the item is not needed; NULL: it is. */
static enum status
find_excuse(struct planning *planning, const struct draft_item *item, const char **excuse,
	struct error *error)
{
	struct caused *items;
	size_t count = 0;
	bool own = false;
	int64_t id = 0;
	enum status status = store_find_key(planning->programme->store, type_find(item->type),
		item->key, strlen(item->key), &id, error);

	*excuse = NULL;
	if (status != STATUS_OK || id != 0)
		return status;
	if (strcmp(item->type, "phase") == 0) {
		status = has_own_phase(planning, item, &own, error);
		*excuse = own ? "the file has this phase already" : NULL;
	} else if (strcmp(item->type, "dependency") == 0) {
		status = plan_closes_circle(planning, item, &own, error);
		*excuse = own ? "left out: the file has it the other way round" : NULL;
	} else if (strcmp(item->type, "slice") == 0) {
		status = phase_has_own(planning, "slice", plan_text(item, "phase"), &own, error);
		*excuse = own ? "the phase is cut into slices already" : NULL;
	} else if (strcmp(item->type, "milestone") == 0 && item->rule) {
		status = programme_caused_by(
			planning->programme, item->rule, planning->arena, &items, &count, error);
		/* A risk is a worry, not an answer; what the plan drafts itself is none yet. */
		for (size_t i = 0; status == STATUS_OK && i < count && !*excuse; i++)
			if (strcmp(items[i].type->name, "risk") != 0 &&
				!is_drafted_key(
					&planning->draft, items[i].type->name, items[i].identifier))
				*excuse = arena_format(
					planning->arena, "answered by \"%s\"", items[i].title);
	} else if (strcmp(item->type, "milestone") == 0) {
		status = phase_has_own(planning, "milestone", item->phase, &own, error);
		*excuse = own ? "the phase has milestones of its own" : NULL;
	}
	return status;
}

/* Nobody has said of it yet that it is reached. */
static enum status
is_open(struct planning *planning, int64_t milestone, bool *out, struct error *error)
{
	struct record record;
	enum status status = programme_get(planning->programme, type_find("milestone"), milestone,
		planning->arena, &record, error);

	if (status == STATUS_OK)
		*out = record_is(&record, "state", "planned") ||
		       record_is(&record, "state", "in_progress");
	return status;
}

/* Milestones whose criteria and links are the plan's business: those it made, now or before, as
 * long as they are open. */
static enum status
is_ours(struct planning *planning, const char *milestone, const struct draft_item *const *added,
	size_t added_count, bool *out, struct error *error)
{
	const struct type *type = type_find("milestone");
	int64_t id = 0;
	enum status status;

	*out = false;
	for (size_t i = 0; i < added_count; i++)
		if (strcmp(added[i]->key, milestone) == 0)
			*out = true;
	if (*out)
		return STATUS_OK;
	status = store_find_key(
		planning->programme->store, type, milestone, strlen(milestone), &id, error);
	if (status == STATUS_OK && id != 0)
		status = authorship_is(
			planning->programme->store, type, id, "kind", PLAN_LABEL, out, error);
	if (status == STATUS_OK && *out)
		status = is_open(planning, id, out, error);
	return status;
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

static enum status
put_drafted(struct planning *planning, struct error *error)
{
	const struct roadmap_draft *draft = &planning->draft;
	const struct draft_item **added =
		arena_alloc(planning->arena, (draft->count + 1) * sizeof *added);
	size_t added_count = 0;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < draft->count && status == STATUS_OK; i++) {
		const struct draft_item *item = &draft->items[i];
		bool evidence = strcmp(item->type, "evidence") == 0;
		bool link = strcmp(item->type, "dependency") == 0, ours = true;
		const char *excuse = NULL;

		if (evidence || link)
			status = is_ours(planning, plan_text(item, evidence ? "milestone" : "to"),
				added, added_count, &ours, error);
		if (status == STATUS_OK && ours && link)
			status = is_ours(planning, plan_text(item, "from"), added, added_count,
				&ours, error);
		if (status != STATUS_OK || !ours)
			continue;
		status = find_excuse(planning, item, &excuse, error);
		if (status == STATUS_OK && excuse) {
			plan_say_item(
				planning, PLAN_KEEP, item, 0, reason_of(planning, item), excuse);
			continue;
		}
		if (status == STATUS_OK)
			status = plan_put(
				planning, item, 0, false, reason_of(planning, item), error);
		if (status == STATUS_OK &&
			planning->report->lines[planning->report->count - 1].action == PLAN_ADD)
			added[added_count++] = item;
	}
	return status;
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
	enum status status = plan_gather(planning, error);

	if (status != STATUS_OK)
		return status;
	if (!roadmap_draft_make(&planning->facts, planning->arena, &planning->draft))
		return error_set(error, STATUS_INVALID,
			"the roadmap would end after 2199: bring the start, the launch or the "
			"cycle "
			"nearer");
	take_note(planning);
	status = put_drafted(planning, error);
	if (status == STATUS_OK)
		status = plan_gate(planning, error);
	if (status == STATUS_OK)
		status = plan_risks(planning, error);
	if (status == STATUS_OK)
		status = plan_owners(planning, error);
	if (status == STATUS_OK)
		status = plan_rhythm(planning, error);
	if (status == STATUS_OK)
		status = plan_teams_and_people(planning, error);
	return status == STATUS_OK ? plan_offer_removals(planning, error) : status;
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
