/* SPDX-License-Identifier: MIT */
/*
 * Finds what a person owns by what the fields are called, so that a type that comes later is found
 * too. A record that would say of the other one what another says already goes.
 */
#include "rollout/programme/hand_over.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

/* What makes somebody answer for a record; what somebody has once done or said is not among it. */
static const char *const owning[] = { "owner", "lead", "leader", "coach", "chair", "sponsor",
	"escalates_to", "asked_of", "stall_tell", NULL };
/* With a day in one of these, or in one of these states, a record is of the past. */
static const char *const endings[] = { "done_on", "closed_on", "resolved_on", "decided_on",
	"sent_on", "applied_on", "ended_on", "left_on", NULL };
static const char *const ended[] = { "accepted", "dropped", "closed", NULL };

static bool
is_among(const char *const *words, const char *word)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

static bool
makes_owner(const struct type *type, const struct field *field)
{
	if (field->kind != FIELD_REFERENCE || strcmp(field_target(field)->name, "stakeholder") != 0)
		return false;
	return is_among(owning, field->name) || strcmp(type->name, "role_holder") == 0;
}

static bool
is_of_the_past(const struct record *record)
{
	const struct type *type = record->type;

	for (size_t i = 0; i < type->field_count; i++) {
		const struct value *value = &record->values[i];

		if (value->kind == VALUE_NONE)
			continue;
		if (is_among(endings, type->fields[i].name) ||
			(strcmp(type->fields[i].name, "state") == 0 &&
				is_among(ended, value->text)))
			return true;
		if (strcmp(type->fields[i].name, "active") == 0 && value->integer == 0)
			return true;
	}
	return false;
}

struct handing {
	struct programme *programme;
	int64_t from, to;
	struct arena *arena;
	struct hand_over *out;
};

static void
add(struct handing *handing, const struct record *record, int field)
{
	struct hand_over *out = handing->out;
	bool himself = strcmp(record->type->name, "stakeholder") == 0 && record->id == handing->to;

	out->items = arena_grow(handing->arena, out->items, out->count, sizeof *out->items);
	out->items[out->count++] = (struct owned){ .type = record->type,
		.id = record->id,
		.index = field,
		.field = record->type->fields[field].name,
		.ends = himself };
}

static enum status
read_field(struct handing *handing, const struct type *type, int field, struct error *error)
{
	struct rows rows = rows_open(handing->programme, NULL, error);
	struct record record;

	rows_where(&rows, type->name, type->fields[field].name, value_integer(handing->from), NULL);
	while (rows_next(&rows, &record))
		if (!is_of_the_past(&record))
			add(handing, &record, field);
	return rows_close(&rows);
}

/* What the record becomes, and whether another one says that already. */
static enum status
look(struct handing *handing, struct owned *item, struct record *before, struct record *now,
	struct error *error)
{
	int64_t same = 0;
	enum status status = programme_get(
		handing->programme, item->type, item->id, handing->arena, before, error);

	if (status != STATUS_OK)
		return status;
	*now = *before;
	now->values[item->index] = item->ends ? value_none() : value_integer(handing->to);
	if (!item->ends && type_is_identity(item->type, (size_t)item->index))
		status = store_find_identity(handing->programme->store, now, &same, error);
	item->ends = item->ends || same != 0;
	item->record =
		programme_identifier(handing->programme, item->type, item->id, handing->arena);
	item->name = programme_title(handing->programme, item->type, item->id, handing->arena);
	return status;
}

static enum status
hand_on(struct handing *handing, struct owned *item, bool write, struct error *error)
{
	struct record before, now;
	struct error inner = { 0 };
	enum status status = look(handing, item, &before, &now, error);

	if (status != STATUS_OK || !write)
		return status;
	if (item->ends && item->type->fields[item->index].required)
		status = programme_remove(handing->programme, item->type, &item->id, 1, &inner);
	else
		status = record_change(handing->programme, &before, &now, handing->arena, &inner);
	return status == STATUS_OK ? status
				   : error_set(error, status, "%s %s: %s", item->type->label,
					     item->name, inner.message);
}

static enum status
check_people(struct handing *handing, struct error *error)
{
	const struct type *type = type_find("stakeholder");
	struct hand_over *out = handing->out;
	struct record other;
	enum status status =
		programme_get(handing->programme, type, handing->to, handing->arena, &other, error);

	out->from = programme_identifier(handing->programme, type, handing->from, handing->arena);
	out->to = programme_identifier(handing->programme, type, handing->to, handing->arena);
	out->from_name = programme_title(handing->programme, type, handing->from, handing->arena);
	out->to_name = programme_title(handing->programme, type, handing->to, handing->arena);
	if (status != STATUS_OK)
		return status;
	if (handing->from == handing->to)
		return error_set(error, STATUS_INVALID, "%s cannot take over from %s", out->to_name,
			"the same person");
	if (record_is(&other, "kind", "group") ||
		(record_get(&other, "active")->kind == VALUE_INTEGER &&
			record_number(&other, "active") == 0))
		return error_set(error, STATUS_INVALID,
			"%s cannot take over: an owner is an active person", out->to_name);
	return STATUS_OK;
}

static enum status
hand_over(struct handing *handing, bool write, struct error *error)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	struct hand_over *out = handing->out;
	enum status status = check_people(handing, error);

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		for (size_t field = 0; field < types[i]->field_count && status == STATUS_OK;
			field++)
			if (makes_owner(types[i], &types[i]->fields[field]))
				status = read_field(handing, types[i], (int)field, error);
	for (size_t i = 0; i < out->count && status == STATUS_OK; i++)
		status = hand_on(handing, &out->items[i], write, error);
	return status;
}

enum status
programme_hand_over(struct programme *programme, int64_t from, int64_t to, bool write,
	struct arena *arena, struct hand_over *out, struct error *error)
{
	struct handing handing = { programme, from, to, arena, out };
	enum status status = STATUS_OK;

	*out = (struct hand_over){ .dry_run = !write };
	if (!write)
		return hand_over(&handing, false, error);
	status = store_begin(programme->store, "hand over", error);
	if (status != STATUS_OK)
		return status;
	status = hand_over(&handing, true, error);
	if (status == STATUS_OK)
		store_set_label(programme->store,
			arena_format(arena, "hand over %s from \"%s\" to \"%s\"",
				text_quantity(arena, (int64_t)out->count, "record", NULL),
				out->from_name, out->to_name));
	return store_end(programme->store, status, error);
}
