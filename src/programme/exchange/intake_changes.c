/* SPDX-License-Identifier: MIT */
/*
 * What an import changes for whom: the list that a dry run shows, and whether a record whose
 * references are only found in the end really changed. Must not be asked for more than is shown: a
 * list of a hundred thousand differences helps nobody.
 */
#include <stdlib.h>
#include <string.h>

#include "intake.h"

/* A text that lasts; NULL for none. */
static const char *
keep(const struct intake *intake, const char *text)
{
	return text && *text ? arena_copy(intake->listing, text, strlen(text)) : NULL;
}

static void
list_change(struct intake *intake, const struct record *of, const char *field, const char *before,
	const char *after)
{
	struct arena *arena = intake->listing;
	struct import_change *change;

	intake->difference_count++;
	if (intake->change_count == CHANGES_SHOWN)
		return;
	intake->changes =
		array_grow(intake->changes, intake->change_count, sizeof *intake->changes);
	change = &intake->changes[intake->change_count++];
	change->type = of->type->name;
	change->record = record_identifier(of, arena);
	change->name = keep(intake, programme_title(intake->programme, of->type, of->id, arena));
	change->field = field;
	change->before = keep(intake, before);
	change->after = keep(intake, after);
}

/* Those of the fields in mask that differ. */
static void
list_differences(
	struct intake *intake, const struct record *before, const struct record *now, uint32_t mask)
{
	for (size_t i = 0; i < now->type->field_count; i++)
		if (mask & UINT32_C(1) << i && !value_equal(&before->values[i], &now->values[i]))
			list_change(intake, before, now->type->fields[i].name,
				programme_format(intake->programme, before, i, intake->listing),
				programme_format(intake->programme, now, i, intake->listing));
}

/* "depends_on: Train the coaches": what a new record inside another one says beside that. */
static void
list_child(struct intake *intake, const struct record *child)
{
	struct buffer says = { 0 };
	const struct type *type = intake->main_type;
	struct record whole;
	struct error ignored;
	const char *words;

	for (size_t i = 1; i < child->type->field_count; i++) {
		words = programme_format(intake->programme, child, i, intake->listing);
		if (*words && !(child->type->fields[i].kind == FIELD_REFERENCE &&
				      child->values[i].integer == intake->main_id))
			buffer_format(&says, "%s%s", says.length > 0 ? ", " : "", words);
	}
	if (store_get(intake->programme->store, type, intake->main_id, intake->listing, &whole,
		    &ignored) == STATUS_OK)
		list_change(intake, &whole, child->type->name, "", buffer_text(&says));
	buffer_clear(&says);
}

void
intake_note_change(struct intake *intake, const struct taking *taking)
{
	if (!intake->listing || !taking->existing)
		return;
	list_differences(intake, &taking->before, &taking->now, ~taking->open);
}

/* Open references only: which they held before. */
void
intake_note_doubt(struct intake *intake, const struct taking *taking)
{
	struct doubt *doubt;
	size_t count = 0;

	intake->doubts = array_grow(intake->doubts, intake->doubt_count, sizeof *intake->doubts);
	doubt = &intake->doubts[intake->doubt_count++];
	*doubt = (struct doubt){ .type = taking->now.type,
		.id = taking->now.id,
		.open = taking->existing ? taking->open : 0,
		.main_type = intake->main_type,
		.main_id = intake->main_id };
	for (uint32_t bits = doubt->open; bits; bits &= bits - 1)
		count++;
	doubt->before =
		count ? arena_alloc(&intake->early_texts, count * sizeof *doubt->before) : NULL;
	count = 0;
	for (size_t i = 0; i < taking->now.type->field_count; i++)
		if (doubt->open & UINT32_C(1) << i)
			doubt->before[count++] = taking->before.values[i];
}

/* Whether the record is another than before; a new one is where it is still there: one that says
 * what another says is gone by now. */
static enum status
look_again(struct intake *intake, const struct doubt *doubt, bool *changed, struct error *error)
{
	struct record now, before;
	size_t count = 0;
	enum status status;

	arena_reset(&intake->arena);
	status = store_get(
		intake->programme->store, doubt->type, doubt->id, &intake->arena, &now, error);
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	if (status != STATUS_OK)
		return status;
	before = now;
	for (size_t i = 0; i < now.type->field_count; i++)
		if (doubt->open & UINT32_C(1) << i)
			before.values[i] = doubt->before[count++];
	*changed = *changed || !doubt->open || record_differs(&before, &now);
	intake->main_type = doubt->main_type;
	intake->main_id = doubt->main_id;
	if (intake->listing && doubt->open)
		list_differences(intake, &before, &now, doubt->open);
	else if (intake->listing)
		list_child(intake, &now);
	return STATUS_OK;
}

void
intake_count_doubts(struct intake *intake, size_t from, bool counted)
{
	for (; from < intake->doubt_count; from++)
		intake->doubts[from].counted = counted;
}

enum status
intake_settle_doubts(struct intake *intake, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < intake->doubt_count && status == STATUS_OK;) {
		const struct doubt *first = &intake->doubts[i];
		bool changed = false;

		for (; status == STATUS_OK && i < intake->doubt_count &&
			intake->doubts[i].main_id == first->main_id &&
			intake->doubts[i].main_type == first->main_type;
			i++)
			status = look_again(intake, &intake->doubts[i], &changed, error);
		if (!changed || first->counted ||
			(intake->main && first->main_type != intake->main))
			continue;
		intake->changed++;
		intake->unchanged--;
	}
	return status;
}
