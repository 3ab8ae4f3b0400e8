/* SPDX-License-Identifier: MIT */
/*
 * Writes one drafted record, or brings the one that is there up to date. Must not touch a value
 * that a person wrote or emptied, nor bring back a record that they deleted: the history says who
 * did what, by the label of the step.
 */
#include <string.h>

#include "planning.h"
#include "rollout/store/authorship.h"

const char *
plan_text(const struct draft_item *item, const char *field)
{
	for (int i = 0; i < item->field_count; i++)
		if (strcmp(item->fields[i].name, field) == 0)
			return item->fields[i].text;
	return NULL;
}

/* id: of the record that is there, 0: none. */
static const char *
title_of(struct planning *planning, const struct type *type, const struct draft_item *item,
	int64_t id)
{
	const char *title = type->title ? plan_text(item, type->title) : NULL;

	if (strcmp(type->name, "dependency") == 0)
		return arena_format(planning->arena, "%s before %s", plan_text(item, "from"),
			plan_text(item, "to"));
	if (!title && id != 0)
		return programme_title(planning->programme, type, id, planning->arena);
	return title ? title : item->key;
}

/* What has no meaning without the milestone it belongs to. */
static const char *
part_of(const struct draft_item *item)
{
	if (strcmp(item->type, "evidence") == 0)
		return plan_text(item, "milestone");
	return strcmp(item->type, "dependency") == 0 ? plan_text(item, "to") : NULL;
}

void
plan_say_item(struct planning *planning, enum plan_action action, const struct draft_item *item,
	int64_t id, const char *because, const char *detail)
{
	const struct type *type = type_find(item->type);

	plan_say(planning, &(struct plan_line){ .action = action,
				   .type = type,
				   .identifier = item->key,
				   .title = title_of(planning, type, item, id),
				   .because = because,
				   .detail = detail,
				   .part_of = part_of(item) });
}

/* A workstream or the like that the file does not have is left out. */
static bool
can_be_given(struct planning *planning, const struct type *type, const struct draft_field *given)
{
	const struct field *field = type_field_find(type, given->name);
	struct error inner = { 0 };
	int64_t id;

	return field->kind != FIELD_REFERENCE || field->required ||
	       programme_resolve(planning->programme, field_target(field), given->text,
		       strlen(given->text), &id, &inner) == STATUS_OK;
}

/* Two records of one fact there are not: what a person has made under another key stays. */
static bool
is_there(struct planning *planning, const struct record *record)
{
	int64_t id = 0;

	planning->rows.status =
		store_find_identity(planning->programme->store, record, &id, planning->rows.error);
	return id != 0;
}

/*
 * The record as it would be added; false where the same fact is there already. A plan has very
 * many, so that what hangs on a record (circles, moved dates) is looked at once, when all are
 * there.
 */
static bool
make_record(struct planning *planning, const struct draft_item *item, struct record *record)
{
	const struct type *type = type_find(item->type);
	struct field_text texts[DRAFT_FIELDS_MAX + 1];
	size_t count = 0;
	uint32_t touched;

	texts[count++] = (struct field_text){ "key", item->key, strlen(item->key) };
	for (int i = 0; i < item->field_count; i++)
		if (can_be_given(planning, type, &item->fields[i]))
			texts[count++] = (struct field_text){ item->fields[i].name,
				item->fields[i].text, strlen(item->fields[i].text) };
	record_init(record, type);
	planning->rows.status = fields_apply(planning->programme, record, texts, count, &touched,
		planning->arena, planning->rows.error);
	record_set_presets(record);
	if (plan_goes_on(planning))
		planning->rows.status = record_check(record, planning->rows.error);
	return plan_goes_on(planning) && !is_there(planning, record);
}

/* Whether the plan may write the field of a record that is there. */
static bool
may_write(struct planning *planning, const struct record *record, const struct draft_field *wanted,
	bool fill)
{
	const char *field = wanted->name;
	bool emptied = true;

	if (wanted->always)
		return true;
	if (plan_is_written(planning, record, field, PLAN_LABEL) ||
		(wanted->over_template && plan_is_written(planning, record, field, TEMPLATE_LABEL)))
		return true;
	if (!plan_goes_on(planning) || !fill || record_has(record, field))
		return false;
	/* What a person has emptied stays empty. */
	planning->rows.status = authorship_is_choice(planning->programme->store, record->type,
		record->id, field, REMOVAL_LABEL, &emptied, planning->rows.error);
	return !emptied;
}

/* "forecast_on 2027-02-08 instead of 2027-01-11"; of a long text only that it changes. */
static void
describe_change(struct planning *planning, const struct record *before, const struct record *now,
	int index, struct buffer *names)
{
	const struct field *field = &before->type->fields[index];
	size_t at = (size_t)index;

	buffer_format(names, "%s%s", names->length > 0 ? ", " : "", field->name);
	if (field->kind == FIELD_NOTE || field->sensitive)
		return;
	if (now->values[index].kind != VALUE_NONE)
		buffer_format(names, " %s",
			programme_format(planning->programme, now, at, planning->arena));
	if (before->values[index].kind != VALUE_NONE)
		buffer_format(names, " instead of %s",
			programme_format(planning->programme, before, at, planning->arena));
}

/* The values of the item that the plan may write, put into now; names: of those that differ. */
static void
bring_up_to_date(struct planning *planning, const struct draft_item *item, bool fill,
	const struct record *before, struct record *now, struct buffer *names)
{
	for (int i = 0; i < item->field_count && plan_goes_on(planning); i++) {
		const struct draft_field *field = &item->fields[i];
		struct field_text text = { field->name, field->text, strlen(field->text) };
		int index = type_field_index(before->type, field->name);
		struct record wanted = *before;
		struct error inner = { 0 };
		uint32_t touched;

		/* What refers to a record that this plan is still to add is compared next time. */
		if (field->once || fields_apply(planning->programme, &wanted, &text, 1, &touched,
					   planning->arena, &inner) != STATUS_OK)
			continue;
		if (value_equal(&wanted.values[index], &before->values[index]) ||
			!may_write(planning, before, field, fill))
			continue;
		now->values[index] = wanted.values[index];
		describe_change(planning, before, now, index, names);
	}
}

static void
update(struct planning *planning, const struct draft_item *item, int64_t id, bool fill,
	const char *because)
{
	struct rows *rows = &planning->rows;
	struct record before, now;
	struct buffer names = { 0 };
	const char *detail;

	if (!rows_get(rows, item->type, id, planning->arena, &before))
		return;
	now = before;
	bring_up_to_date(planning, item, fill, &before, &now, &names);
	detail = arena_copy(planning->arena, buffer_text(&names), names.length);
	if (plan_goes_on(planning) && names.length > 0) {
		plan_say_item(planning, PLAN_CHANGE, item, id, because, detail);
		if (planning->options->write)
			rows->status = record_check(&now, rows->error);
		if (planning->options->write && plan_goes_on(planning))
			rows->status = store_update(
				planning->programme->store, &before, &now, rows->error);
	} else if (plan_goes_on(planning) && !fill) {
		plan_say_item(planning, PLAN_KEEP, item, id, because, "");
	}
	buffer_clear(&names);
}

/* What tells a new record from others of the same words: whom it is for, and its day. */
static const char *
detail_of_new(struct planning *planning, const struct type *type, const struct draft_item *item)
{
	static const char *const days[] = { "forecast_on", "due_on", "starts_on" };
	const struct field *person = type_field_find(
		type, strcmp(item->type, "milestone") == 0 ? "owner" : "stakeholder");
	const char *who = person ? plan_text(item, person->name) : NULL, *on = NULL;
	struct error ignored = { 0 };
	int64_t id;

	if (strcmp(item->type, "milestone") == 0 && item->on != NO_DAY)
		on = plan_day(planning, item->on);
	for (size_t i = 0; i < sizeof days / sizeof days[0] && !on; i++)
		on = type_field_find(type, days[i]) ? plan_text(item, days[i]) : NULL;
	if (who && programme_resolve(planning->programme, field_target(person), who, strlen(who),
			   &id, &ignored) == STATUS_OK)
		who = programme_title(
			planning->programme, field_target(person), id, planning->arena);
	return arena_format(
		planning->arena, "%s%s%s", who ? who : "", who && on ? ", " : "", on ? on : "");
}

void
plan_put(struct planning *planning, const struct draft_item *item, int64_t id, bool fill,
	const char *because)
{
	const struct type *type = type_find(item->type);
	struct record record;
	bool deleted = false;

	if (!plan_takes(planning, item->type, item->key))
		return;
	if (id == 0)
		id = plan_find_key(planning, item->type, item->key);
	if (!plan_goes_on(planning))
		return;
	if (id != 0) {
		update(planning, item, id, fill, because);
		return;
	}
	planning->rows.status = authorship_was_deleted(planning->programme->store, type, item->key,
		PLAN_LABEL, &deleted, planning->rows.error);
	if (!plan_goes_on(planning))
		return;
	if (deleted) {
		plan_say_item(
			planning, PLAN_GONE, item, 0, because, "deleted by hand: it stays away");
		return;
	}
	if (planning->options->write && !make_record(planning, item, &record)) {
		if (plan_goes_on(planning))
			plan_say_item(planning, PLAN_KEEP, item, 0, because,
				"the file has it already, under another key");
		return;
	}
	plan_say_item(planning, PLAN_ADD, item, 0, because, detail_of_new(planning, type, item));
	if (planning->options->write)
		planning->rows.status =
			store_insert(planning->programme->store, &record, planning->rows.error);
}
