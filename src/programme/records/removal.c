/* SPDX-License-Identifier: MIT */
/*
 * What goes along with a deletion, read off the dictionary: a record that requires the one deleted
 * goes too, and what merely refers to it is left without it. Nothing in the file cascades by
 * itself, so that the history has every row.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/id_set.h"

struct target {
	const struct type *type;
	int64_t id;
};

enum { SETS = 96 };

/* The records that go, in the order they were found: those asked for first. */
struct closure {
	struct programme *programme;
	struct target *targets;
	size_t count;
	struct id_set sets[SETS];
	struct removal *plan;
	const struct referrer *referrer;
	bool emptying; /* second pass: references that are left empty */
};

static bool
is_going(const struct closure *closure, const struct type *type, int64_t id)
{
	return id_set_has(&closure->sets[type_index(type)], id);
}

static void
add_target(struct closure *closure, const struct type *type, int64_t id)
{
	if (!id_set_add(&closure->sets[type_index(type)], id))
		return;
	closure->targets = array_grow(closure->targets, closure->count, sizeof *closure->targets);
	closure->targets[closure->count++] = (struct target){ type, id };
}

static void
count_line(struct removal *plan, const struct type *type, int field)
{
	struct removal_line *line;

	for (size_t i = 0; i < plan->line_count; i++) {
		line = &plan->lines[i];
		if (line->type == type && line->field == field) {
			line->count++;
			return;
		}
	}
	if (plan->line_count == REMOVAL_LINES_MAX)
		return;
	plan->lines[plan->line_count++] = (struct removal_line){ type, field, 1 };
}

static enum status
empty_reference(struct closure *closure, int64_t id, struct error *error)
{
	const struct referrer *referrer = closure->referrer;
	struct arena arena = { 0 };
	struct record before, now;
	enum status status =
		store_get(closure->programme->store, referrer->type, id, &arena, &before, error);

	if (status == STATUS_OK) {
		now = before;
		now.values[referrer->field] = value_none();
		status = store_update(closure->programme->store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

static enum status
visit(struct closure *closure, int64_t id, struct error *error)
{
	const struct referrer *referrer = closure->referrer;

	if (referrer->type->fields[referrer->field].required) {
		if (!closure->emptying && !is_going(closure, referrer->type, id)) {
			add_target(closure, referrer->type, id);
			if (closure->plan)
				count_line(closure->plan, referrer->type, -1);
		}
		return STATUS_OK;
	}
	if (!closure->emptying || is_going(closure, referrer->type, id))
		return STATUS_OK;
	if (closure->plan) {
		count_line(closure->plan, referrer->type, referrer->field);
		return STATUS_OK;
	}
	return empty_reference(closure, id, error);
}

/* The ids first, because visiting one may change the very rows being listed. */
static enum status
list_referring(struct store *store, struct referrer referrer, int64_t id, int64_t **ids,
	size_t *count, struct error *error)
{
	struct cursor *cursor = references_open(store, referrer, id, error);
	int64_t found;

	for (*count = 0; references_next(cursor, &found);) {
		*ids = array_grow(*ids, *count, sizeof **ids);
		(*ids)[(*count)++] = found;
	}
	return cursor_close(cursor);
}

static enum status
visit_referrers(struct closure *closure, struct target target, struct error *error)
{
	struct store *store = closure->programme->store;
	size_t referrer_count, count;
	const struct referrer *referrers = store_referrers(store, target.type, &referrer_count);
	int64_t *ids = NULL;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < referrer_count && status == STATUS_OK; i++) {
		if (referrers[i].type->fields[referrers[i].field].required == closure->emptying)
			continue;
		closure->referrer = &referrers[i];
		status = list_referring(store, referrers[i], target.id, &ids, &count, error);
		for (size_t k = 0; k < count && status == STATUS_OK; k++)
			status = visit(closure, ids[k], error);
	}
	free(ids);
	return status;
}

/* All that goes: the list grows while it is walked. */
static enum status
close_over(struct closure *closure, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < closure->count && status == STATUS_OK; i++)
		status = visit_referrers(closure, closure->targets[i], error);
	closure->emptying = true;
	for (size_t i = 0; i < closure->count && status == STATUS_OK; i++)
		status = visit_referrers(closure, closure->targets[i], error);
	return status;
}

static void
clear(struct closure *closure)
{
	for (size_t i = 0; i < SETS; i++)
		id_set_clear(&closure->sets[i]);
	free(closure->targets);
}

enum status
programme_plan_removal(struct programme *programme, const struct type *type, const int64_t *ids,
	size_t count, struct removal *out, struct error *error)
{
	struct closure closure = { .programme = programme, .plan = out };
	enum status status = store_begin_read(programme->store, error);

	memset(out, 0, sizeof *out);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < count; i++)
		add_target(&closure, type, ids[i]);
	status = close_over(&closure, error);
	store_end_read(programme->store);
	out->records = (int64_t)closure.count;
	clear(&closure);
	return status;
}

/* What requires others goes before them. */
static enum status
delete_all(const struct closure *closure, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = closure->count; i > 0 && status == STATUS_OK; i--)
		status = store_delete(closure->programme->store, closure->targets[i - 1].type,
			closure->targets[i - 1].id, error);
	return status;
}

/* The milestones that stay without some of their criteria. */
static enum status
find_bereft(const struct closure *closure, struct id_set *milestones, struct error *error)
{
	const struct type *evidence = type_find("evidence"), *milestone = type_find("milestone");
	struct arena arena = { 0 };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < closure->count && status == STATUS_OK; i++) {
		struct record record;

		if (closure->targets[i].type != evidence)
			continue;
		arena_reset(&arena);
		status = store_get(closure->programme->store, evidence, closure->targets[i].id,
			&arena, &record, error);
		if (status == STATUS_OK &&
			!is_going(closure, milestone, record_number(&record, "milestone")))
			id_set_add(milestones, record_number(&record, "milestone"));
	}
	arena_clear(&arena);
	return status;
}

static const char *
label_of(struct programme *programme, const struct type *type, const int64_t *ids, size_t count,
	struct arena *arena)
{
	int title = type->title ? type_field_index(type, type->title) : -1;

	if (count > 1)
		return arena_format(arena, "remove %zu %s", count, type->plural);
	if (title >= 0 && !type->fields[title].sensitive)
		return arena_format(arena, "remove %s \"%s\"", type->label,
			programme_title(programme, type, ids[0], arena));
	return arena_format(arena, "remove %s %s", type->label,
		programme_identifier(programme, type, ids[0], arena));
}

enum status
programme_remove(struct programme *programme, const struct type *type, const int64_t *ids,
	size_t count, struct error *error)
{
	struct closure closure = { .programme = programme };
	struct id_set bereft = { 0 };
	struct arena arena = { 0 };
	struct snapshot snapshot;
	struct waves_watch watch;
	enum status status = store_begin(programme->store, "remove", error);

	if (status != STATUS_OK)
		return status;
	status = waves_watch(programme, type, NULL, NULL, &watch, error);
	if (status != STATUS_OK)
		return store_end(programme->store,
			waves_follow(programme, &watch, status, error), error);
	status = snapshot_begin(programme, snapshot_is_moved_by_type(type), &snapshot, error);
	if (status == STATUS_OK)
		status = baseline_guard(type, "removed", error);
	if (status == STATUS_OK && type->single)
		status = error_set(error, STATUS_INVALID,
			"the %s itself cannot be removed; delete the file", type->label);
	if (count > 0 && status == STATUS_OK)
		store_set_label(programme->store, label_of(programme, type, ids, count, &arena));
	for (size_t i = 0; i < count; i++)
		add_target(&closure, type, ids[i]);
	if (status == STATUS_OK)
		status = close_over(&closure, error);
	if (status == STATUS_OK)
		status = find_bereft(&closure, &bereft, error);
	if (status == STATUS_OK)
		status = delete_all(&closure, error);
	if (status == STATUS_OK)
		status = proof_check_left(programme, &bereft, error);
	status = snapshot_end(programme, &snapshot, status, error);
	status = waves_follow(programme, &watch, status, error);
	id_set_clear(&bereft);
	clear(&closure);
	arena_clear(&arena);
	return store_end(programme->store, status, error);
}
