/* SPDX-License-Identifier: MIT */
/*
 * The gate of F1: whatever trains teams or launches something waits for the milestone that proves
 * that the leaders agree, also where a person made it. What waits for it already, by way of others,
 * is left as it is; so is what the calibration itself waits for, since a circle helps nobody.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/base/id_set.h"
#include "rollout/base/text.h"
#include "rollout/programme/cause.h"

static const char because[] =
	"F1: nobody is trained and nothing is launched before the leaders agree";

struct link {
	int64_t here, there;
};

/* One way along the dependencies, sorted by where they begin. */
struct way {
	struct link *links;
	size_t count, space;
};

struct gate {
	struct planning *planning;
	int64_t id; /* of the calibration; 0: this plan is still to add it */
	const char *identifier; /* NULL: there is none to wait for */
	int64_t training; /* the workstream; 0: the file has none */
	struct way back, forth;
	struct id_set before, behind; /* what it waits for, what waits for it */
};

static void
add_link(struct way *way, int64_t here, int64_t there)
{
	if (way->count == way->space) {
		way->space = way->space > 0 ? way->space * 2 : 64;
		way->links = memory_resize(way->links, way->space, sizeof *way->links);
	}
	way->links[way->count++] = (struct link){ here, there };
}

static enum status
keep_links(void *context, const struct record *record, struct error *error)
{
	struct gate *gate = context;
	int64_t from = record_number(record, "from"), to = record_number(record, "to");
	const struct value *key = &record->values[0];

	(void)error;
	/* What an earlier plan put here is looked at again. */
	if (key->kind == VALUE_TEXT && strncmp(key->text, GATE_KEY, strlen(GATE_KEY)) == 0)
		return STATUS_OK;
	add_link(&gate->forth, from, to);
	add_link(&gate->back, to, from);
	return STATUS_OK;
}

static int
compare_links(const void *a, const void *b)
{
	const struct link *left = a, *right = b;

	return (left->here > right->here) - (left->here < right->here);
}

static size_t
find_first(const struct way *way, int64_t here)
{
	size_t low = 0, high = way->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (way->links[middle].here < here)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Adds the milestone and all that is reached from it. */
static void
reach(const struct way *way, int64_t from, struct id_set *set)
{
	int64_t *open = memory_new(way->count + 1, sizeof *open);
	size_t count = 0;

	if (id_set_add(set, from))
		open[count++] = from;
	while (count > 0) {
		int64_t here = open[--count];

		for (size_t i = find_first(way, here); i < way->count && way->links[i].here == here;
			i++)
			if (id_set_add(set, way->links[i].there))
				open[count++] = way->links[i].there;
	}
	free(open);
}

/* Whether the words say that somebody is trained or something is launched. */
static bool
says_so(const char *title)
{
	static const char *const words[] = { "train", "launch", "kick-off", "kickoff", "roll-out",
		"rollout" };
	struct arena arena = { 0 };
	const char *folded = text_fold(&arena, title, strlen(title));
	bool found = false;

	for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
		found = strstr(folded, words[i]) != NULL;
	arena_clear(&arena);
	return found;
}

static enum status
put_behind(void *context, const struct record *record, struct error *error)
{
	struct gate *gate = context;
	struct planning *planning = gate->planning;
	char identifier[RECORD_ID_SIZE];
	struct draft_item item = { .type = "dependency", .rule = "F1" };
	enum status status;

	if (!(record_is(record, "state", "planned") || record_is(record, "state", "in_progress")) ||
		id_set_has(&gate->before, record->id) || id_set_has(&gate->behind, record->id))
		return STATUS_OK;
	if (!(gate->training != 0 && record_number(record, "workstream") == gate->training) &&
		!says_so(record_get(record, "title")->text))
		return STATUS_OK;
	record_identify(record, identifier);
	item.key = arena_format(planning->arena, GATE_KEY "%.56s", identifier);
	plan_field(&item, "from", gate->identifier);
	plan_field(&item, "to", arena_copy(planning->arena, identifier, strlen(identifier)));
	status = plan_put(planning, &item, 0, false, because, error);
	reach(&gate->forth, record->id, &gate->behind);
	return status;
}

/* The drafted milestone, or one of a person's that answers F1; none where it is proven. */
static enum status
find_calibration(struct gate *gate, struct error *error)
{
	struct planning *planning = gate->planning;
	const struct plan_report *report = planning->report;
	const struct type *milestone = type_find("milestone");
	struct caused *items;
	size_t count = 0;
	enum status status = programme_caused_by(
		planning->programme, "F1", planning->arena, &items, &count, error);

	for (size_t i = 0; status == STATUS_OK && i < count && !gate->identifier; i++)
		if (items[i].type == milestone && !items[i].done) {
			gate->id = items[i].id;
			gate->identifier = items[i].identifier;
		}
	for (size_t i = 0; i < report->count && !gate->identifier; i++)
		if (report->lines[i].type == milestone && report->lines[i].action == PLAN_ADD &&
			cause_names(report->lines[i].because, "F1"))
			gate->identifier = report->lines[i].identifier;
	return status;
}

static enum status
close_gate(struct gate *gate, struct error *error)
{
	static const char stream[] = "training-enablement";
	struct programme *programme = gate->planning->programme;
	struct query dependencies = { .type = type_find("dependency") };
	struct query milestones = { .type = type_find("milestone") };
	enum status status = programme_each(programme, &dependencies, keep_links, gate, error);

	if (status == STATUS_OK)
		status = store_find_key(programme->store, type_find("workstream"), stream,
			strlen(stream), &gate->training, error);
	if (status != STATUS_OK)
		return status;
	if (gate->forth.count > 0) {
		qsort(gate->forth.links, gate->forth.count, sizeof(struct link), compare_links);
		qsort(gate->back.links, gate->back.count, sizeof(struct link), compare_links);
	}
	if (gate->id != 0) {
		reach(&gate->back, gate->id, &gate->before);
		reach(&gate->forth, gate->id, &gate->behind);
	}
	return programme_each(programme, &milestones, put_behind, gate, error);
}

enum status
plan_gate(struct planning *planning, struct error *error)
{
	struct gate gate = { .planning = planning };
	enum status status = STATUS_OK;

	if (planning->facts.fires[1])
		status = find_calibration(&gate, error);
	if (status == STATUS_OK && gate.identifier)
		status = close_gate(&gate, error);
	free(gate.back.links);
	free(gate.forth.links);
	id_set_clear(&gate.before);
	id_set_clear(&gate.behind);
	return status;
}

/* What has been reached, one after the other; each once. */
struct walk {
	struct id_set seen;
	int64_t *ids;
	size_t count, space;
};

static enum status
step(void *context, const struct record *record, struct error *error)
{
	struct walk *walk = context;
	int64_t to = record_number(record, "to");

	(void)error;
	if (!id_set_add(&walk->seen, to))
		return STATUS_OK;
	if (walk->count == walk->space) {
		walk->space = walk->space > 0 ? walk->space * 2 : 64;
		walk->ids = memory_resize(walk->ids, walk->space, sizeof *walk->ids);
	}
	walk->ids[walk->count++] = to;
	return STATUS_OK;
}

/* Whether there is a way along the dependencies from one milestone to another. */
static enum status
leads_to(struct programme *programme, int64_t from, int64_t to, bool *out, struct error *error)
{
	struct query query = { .type = type_find("dependency"), .condition_count = 1 };
	struct walk walk = { 0 };
	int64_t here = from;
	enum status status = STATUS_OK;

	for (size_t next = 0; status == STATUS_OK; here = walk.ids[next++]) {
		query.conditions[0] = (struct condition){ type_field_index(query.type, "from"),
			COMPARE_EQUAL, value_integer(here) };
		status = programme_each(programme, &query, step, &walk, error);
		if (next == walk.count || id_set_has(&walk.seen, to))
			break;
	}
	*out = id_set_has(&walk.seen, to);
	free(walk.ids);
	id_set_clear(&walk.seen);
	return status;
}

enum status
plan_closes_circle(
	struct planning *planning, const struct draft_item *item, bool *out, struct error *error)
{
	struct store *store = planning->programme->store;
	const struct type *milestone = type_find("milestone");
	const char *from = plan_text(item, "from"), *to = plan_text(item, "to");
	int64_t first = 0, last = 0;
	enum status status = store_find_key(store, milestone, from, strlen(from), &first, error);

	*out = false;
	if (status == STATUS_OK)
		status = store_find_key(store, milestone, to, strlen(to), &last, error);
	if (status == STATUS_OK && first != 0 && last != 0)
		status = leads_to(planning->programme, last, first, out, error);
	return status;
}
