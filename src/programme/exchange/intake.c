/* SPDX-License-Identifier: MIT */
/*
 * One record after the other into the file. A record that has an id known here updates that record;
 * without id, one with the same identity (a stakeholder's name and organisation) does; else it is
 * new. Only what the file has changes. References that cannot be resolved yet are left open until
 * the whole file is read.
 */
#include "intake.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"

/* A date of a template or the sample, moved. */
static void
shift_date(struct intake *intake, struct value *value)
{
	char moved[DATE_SIZE];
	day date;

	if (intake->shift_days == 0 || value->kind != VALUE_TEXT || !date_parse(value->text, &date))
		return;
	date_format(date + intake->shift_days, moved);
	*value = value_text(arena_copy(&intake->arena, moved, DATE_SIZE - 1));
}

/* Who is meant, if that is certain already: by key or number, or by a name that one record of the
 * programme has (whether it is still the only one is looked at in the end). */
static enum status
find_early(struct intake *intake, const struct incoming *incoming, const struct type *target,
	const char *text, int64_t *id, struct error *error)
{
	struct error ambiguous;
	bool empty = false;
	enum status status;

	/* A later row may be called so. */
	if (intake_has_numbers(intake, target)) {
		*id = intake_find_number(intake, text);
		*id = *id == NUMBER_TWICE ? 0 : *id;
		return STATUS_OK;
	}
	status = intake_find(intake, target, text, false, id, error);

	if (status != STATUS_OK || *id != 0 || !target->title)
		return status;
	status = intake_was_empty(intake, target, &empty, error);
	if (status != STATUS_OK || empty)
		return status;
	status = intake_find(intake, target, text, true, id, &ambiguous);
	if (status == STATUS_INVALID)
		return STATUS_OK;
	if (status != STATUS_OK)
		return error_set(error, status, "%s", ambiguous.message);
	if (*id == 0)
		return STATUS_OK;
	intake->early = array_grow(intake->early, intake->early_count, sizeof *intake->early);
	intake->early[intake->early_count++] =
		(struct early_name){ target, arena_copy(&intake->early_texts, text, strlen(text)),
			incoming->place, (int64_t)incoming->element };
	return STATUS_OK;
}

static enum status
apply_reference(struct intake *intake, struct taking *taking, size_t field, struct error *error)
{
	const struct value *value = &taking->incoming->record.values[field];
	const struct field *described = &taking->now.type->fields[field];
	int64_t id = 0;
	enum status status;

	if (value->kind != VALUE_TEXT) {
		/* A parent's id, put there by whoever takes the children; or no value. */
		taking->now.values[field] = *value;
		return STATUS_OK;
	}
	status = find_early(
		intake, taking->incoming, field_target(described), value->text, &id, error);
	if (status != STATUS_OK)
		return status;
	if (id != 0) {
		taking->now.values[field] = value_integer(id);
		return STATUS_OK;
	}
	taking->open |= UINT32_C(1) << field;
	taking->now.values[field] =
		described->required ? value_integer(pending_placeholder((int)field)) : value_none();
	return STATUS_OK;
}

/* What the file says, with its references resolved as far as they can be, into an empty record. */
static enum status
apply_values(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct incoming *incoming = taking->incoming;
	const struct type *type = incoming->record.type;
	enum status status = STATUS_OK;

	record_init(&taking->now, type);
	taking->now.id = incoming->record.id;
	for (size_t i = 0; i < type->field_count && status == STATUS_OK; i++) {
		if (!(incoming->present & UINT32_C(1) << i))
			continue;
		if (type->fields[i].kind == FIELD_REFERENCE)
			status = apply_reference(intake, taking, i, error);
		else
			taking->now.values[i] = incoming->record.values[i];
		if (type->fields[i].kind == FIELD_DATE)
			shift_date(intake, &taking->now.values[i]);
	}
	return status;
}

/* What the file does not have stays as it is, or gets its preset in a new record. */
static void
fill_rest(struct taking *taking, bool plan)
{
	uint32_t present = taking->incoming->present;

	if (!taking->existing) {
		if (plan && !record_has(&taking->now, "kind"))
			record_put(&taking->now, "kind", value_text("delivery"));
		record_set_presets(&taking->now);
		return;
	}
	taking->now.id = taking->before.id;
	for (size_t i = 0; i < taking->now.type->field_count; i++)
		if (!(present & UINT32_C(1) << i) ||
			(i == 0 && taking->now.values[0].kind == VALUE_NONE))
			taking->now.values[i] = taking->before.values[i];
}

/* The one record of its type takes the number that the file gives it: nothing refers to it, so it
 * is written anew. */
static enum status
renumber_single(struct intake *intake, struct taking *taking, struct error *error)
{
	int64_t number = taking->incoming->record.id;

	if (!taking->existing || !taking->now.type->single || number == 0 ||
		number == taking->before.id)
		return STATUS_OK;
	taking->existing = false;
	taking->now.id = number;
	return store_delete(
		intake->programme->store, taking->before.type, taking->before.id, error);
}

enum status
intake_was_empty(struct intake *intake, const struct type *type, bool *empty, struct error *error)
{
	size_t index = type_index(type);
	enum status status = STATUS_OK;

	if (!intake->looked[index])
		status = store_is_empty(
			intake->programme->store, type, &intake->restoring[index], error);
	intake->looked[index] = true;
	*empty = intake->restoring[index];
	return status;
}

/* While a document is restored into an empty table its order is kept: a record with a key only goes
 * right behind the one before it, or, before the first number, into ids lower than any that a
 * program ever made (they grow with time). So exporting again gives the same order. */
static enum status
choose_id(struct intake *intake, struct record *record, bool child, struct error *error)
{
	size_t type = type_index(record->type);
	bool empty;
	enum status status = intake_was_empty(intake, record->type, &empty, error);

	if (status != STATUS_OK || child || !empty)
		return status;
	if (record->id == 0)
		record->id = intake->previous[type] ? intake->previous[type] + 1
						    : store_new_id(intake->programme->store) >> 6;
	intake->previous[type] = record->id;
	return STATUS_OK;
}

static enum status
leave_open(struct intake *intake, const struct taking *taking, int64_t parent, struct error *error)
{
	const struct incoming *incoming = taking->incoming;
	const struct type *type = taking->now.type;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < type->field_count && status == STATUS_OK; i++) {
		struct pending pending = { .record = taking->now.id,
			.type = type,
			.field = (int)i,
			.text = incoming->record.values[i].text,
			.element = (int64_t)incoming->element,
			.child = (int64_t)incoming->number,
			.parent = parent,
			.line = (int64_t)incoming->place.line,
			.column = (int64_t)incoming->place.column,
			.offset = (int64_t)incoming->place.offset };

		if (taking->open & UINT32_C(1) << i)
			status = store_add_pending(intake->programme->store, &pending, error);
	}
	return status;
}

/* Once a table that was empty turns out to become large, its indexes are set aside and sorted in
 * the end; but for those by which records are found meanwhile. */
static enum status
set_indexes_aside(struct intake *intake, const struct type *type, struct error *error)
{
	enum status status = STATUS_OK;
	bool identified = false;

	for (size_t i = 1; i < type->field_count && status == STATUS_OK; i++) {
		const struct field *field = &type->fields[i];

		if (field->kind == FIELD_REFERENCE && !identified && type_is_identity(type, i))
			identified = true;
		else if (field->indexed || (field->kind == FIELD_REFERENCE && field->required))
			status = store_defer_index(intake->programme->store, type, (int)i, error);
	}
	return status;
}

/* What was promised in this file stays: a document may repeat a baseline, bring a new one whole, or
 * bring the dates of one that came without any. */
static enum status
guard_baseline(struct intake *intake, const struct taking *taking, struct error *error)
{
	const struct record *now = &taking->now;
	const struct value *baseline;
	enum status status;
	bool empty;

	if (taking->existing) {
		status = record_differs(&taking->before, now)
				 ? baseline_guard(now->type, "changed", error)
				 : STATUS_OK;
		return status == STATUS_OK ? baseline_guard_promise(
						     intake->programme, &taking->before, now, error)
					   : status;
	}
	if (strcmp(now->type->name, "baseline_date") != 0)
		return STATUS_OK;
	baseline = record_get(now, "baseline");
	if (baseline->kind != VALUE_INTEGER ||
		id_set_has(&intake->open_baselines, baseline->integer))
		return STATUS_OK;
	status = baseline_is_empty(intake->programme, baseline->integer, &empty, error);
	if (status != STATUS_OK)
		return status;
	if (!empty)
		return baseline_guard(now->type, "added to", error);
	id_set_add(&intake->open_baselines, baseline->integer);
	return STATUS_OK;
}

/* A person whom the file gives no id is called by a readable one in what leaves the file. */
static enum status
name_key(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct type *type = taking->now.type;

	if (intake->main != type || strcmp(type->name, "stakeholder") != 0 ||
		taking->now.values[0].kind == VALUE_TEXT || taking->incoming->record.id != 0)
		return STATUS_OK;
	return intake_choose_key(intake, &taking->now, error);
}

/* Whether more than open references differ. */
static bool
differs_surely(const struct taking *taking)
{
	struct record now = taking->now;

	for (size_t i = 0; taking->open && i < now.type->field_count; i++)
		if (taking->open & UINT32_C(1) << i)
			now.values[i] = taking->before.values[i];
	return record_differs(&taking->before, &now);
}

/* A link that is new may turn out to be one that is there, once it is known whom it means. */
static void
keep_changes(struct intake *intake, const struct taking *taking, bool child, bool *changed)
{
	if (!child) {
		intake->main_type = taking->now.type;
		intake->main_id = taking->now.id;
		intake->main_existed = taking->existing;
	}
	if (!intake->main_existed)
		return;
	if (taking->existing)
		intake_note_change(intake, taking);
	if (taking->existing ? taking->open != 0 : child && (taking->open != 0 || intake->listing))
		intake_note_doubt(intake, taking);
	*changed = *changed || (!taking->existing && taking->open == 0);
}

/* An open reference of a record that was there before is filled from what it holds now. */
static enum status
write_record(struct intake *intake, struct taking *taking, bool child, bool *changed,
	struct error *error)
{
	struct store *store = intake->programme->store;
	enum status status;

	*changed = false;
	status = guard_baseline(intake, taking, error);
	if (status != STATUS_OK)
		return status;
	if (taking->existing) {
		*changed = differs_surely(taking);
		status = store_update(store, &taking->before, &taking->now, error);
		if (status == STATUS_OK && intake->foreign)
			status = former_rule_keep(
				intake->programme, &taking->before, &taking->now, error);
		return status == STATUS_OK ? intake_note_name(intake, &taking->now, error) : status;
	}
	status = choose_id(intake, &taking->now, child, error);
	if (status == STATUS_OK)
		status = name_key(intake, taking, error);
	if (status == STATUS_OK)
		status = store_insert(store, &taking->now, error);
	if (status == STATUS_OK)
		status = intake_note_name(intake, &taking->now, error);
	if (status == STATUS_OK && intake->restoring[type_index(taking->now.type)] &&
		++intake->inserted[type_index(taking->now.type)] == MANY_RECORDS)
		status = set_indexes_aside(intake, taking->now.type, error);
	return status;
}

/*
 * What the file says to be claimed or accepted, and evidence it takes away (rule M5). What is
 * restored into an empty table is taken as it was, because evidence may come in another file;
 * `check` then finds what is wrong in it.
 */
static void
keep_for_proof(struct intake *intake, const struct taking *taking)
{
	const struct type *type = taking->now.type;

	if (!proof_is_asked(taking->existing ? &taking->before : NULL, &taking->now) ||
		intake->restoring[type_index(type)])
		return;
	id_set_add(strcmp(type->name, "milestone") == 0 ? &intake->claimed : &intake->evidence,
		taking->now.id);
}

/* The same of what passes a gate (rules M8 and F1), or is said to be done (rule H1). */
static void
keep_for_gates(struct intake *intake, const struct taking *taking)
{
	if (gates_are_asked(taking->existing ? &taking->before : NULL, &taking->now) &&
		!intake->restoring[type_index(taking->now.type)])
		id_set_add(&intake->gated, taking->now.id);
	if (ticks_are_asked(taking->existing ? &taking->before : NULL, &taking->now) &&
		!intake->restoring[type_index(taking->now.type)])
		id_set_add(&intake->ticked, taking->now.id);
}

/* A day that is promised in this file first becomes a baseline in the end, but for documents of our
 * own, which bring their baselines. */
static void
keep_promise(struct intake *intake, const struct taking *taking)
{
	const struct record *now = &taking->now;

	if (!intake->foreign || strcmp(now->type->name, "milestone") != 0 ||
		record_get(now, "baseline_on")->kind == VALUE_NONE ||
		(taking->existing &&
			record_get(&taking->before, "baseline_on")->kind != VALUE_NONE))
		return;
	id_set_add(&intake->promised, now->id);
	intake->promises = true;
}

static void
count_record(struct intake *intake, const struct type *type, bool existed, bool changed)
{
	if (intake->main && type != intake->main)
		return;
	if (!existed)
		intake->added++;
	else if (changed)
		intake->changed++;
	else
		intake->unchanged++;
}

/* How a record is met: by itself, or inside another one. */
struct meeting_point {
	bool child;
	int64_t fresh_parent; /* the parent, when it is new and nobody else can have the same link
				 to it; else 0 */
};

static bool
says_the_same(const struct incoming *left, const struct incoming *right)
{
	struct record a = left->record, b = right->record;

	if (a.type != b.type)
		return false;
	record_set_presets(&a);
	record_set_presets(&b);
	for (size_t field = 1; field < a.type->field_count; field++)
		if (type_is_identity(a.type, field) &&
			!value_equal(&a.values[field], &b.values[field]))
			return false;
	return true;
}

/* Whether an earlier child of the same record has the same identity, as far as the texts tell. */
static bool
repeats_sibling(const struct incoming *incoming, size_t number)
{
	for (size_t i = 0; i < number; i++)
		if (says_the_same(&incoming->children[i], &incoming->children[number]))
			return true;
	return false;
}

static enum status
take_record(struct intake *intake, const struct incoming *given, struct meeting_point point,
	int64_t *id, bool *changed, bool *existed, struct error *error)
{
	struct taking taking;
	struct error inner;
	size_t problems = intake->problems->count;
	enum status status;

	taking.incoming = given;
	taking.existing = false;
	taking.open = 0;
	status = apply_values(intake, &taking, error);
	if (status == STATUS_OK && !point.fresh_parent)
		status = intake_match(intake, &taking, error);
	if (status != STATUS_OK || intake->problems->count != problems)
		return status;
	fill_rest(&taking, intake->plan && given->record.type == intake->main);
	if (record_check(&taking.now, &inner) != STATUS_OK) {
		intake_complain(intake, given, "%s", inner.message);
		return STATUS_OK;
	}
	status = renumber_single(intake, &taking, error);
	if (status != STATUS_OK)
		return status;
	status = write_record(intake, &taking, point.child, changed, &inner);
	if (status == STATUS_CONFLICT && !taking.existing &&
		intake->restoring[type_index(taking.now.type)]) {
		char identifier[RECORD_ID_SIZE];

		record_identify(&taking.now, identifier);
		intake_complain(
			intake, given, "the id \"%s\" stands twice in this file", identifier);
		return STATUS_OK;
	}
	if (status == STATUS_CONFLICT || status == STATUS_INVALID) {
		intake_complain(intake, given, "%s", inner.message);
		return STATUS_OK;
	}
	if (status != STATUS_OK)
		return error_set(error, status, "%s", inner.message);
	*id = taking.now.id;
	*existed = taking.existing;
	keep_changes(intake, &taking, point.child, changed);
	id_set_add(&intake->touched[type_index(taking.now.type)], taking.now.id);
	keep_for_proof(intake, &taking);
	keep_for_gates(intake, &taking);
	keep_promise(intake, &taking);
	if (!taking.existing && strcmp(taking.now.type->name, "baseline") == 0)
		id_set_add(&intake->open_baselines, taking.now.id);
	return leave_open(intake, &taking, point.fresh_parent, error);
}

static enum status
take_children(struct intake *intake, const struct incoming *incoming, int64_t parent, bool fresh,
	bool *changed, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < incoming->child_count && status == STATUS_OK; i++) {
		struct incoming child = incoming->children[i];
		int back = type_field_index(child.record.type, child.nested->back);
		struct meeting_point point = { true, 0 };
		int64_t id;
		bool child_changed = false, existed = false;

		child.record.values[back] = value_integer(parent);
		child.present |= UINT32_C(1) << back;
		/* "Influenced by" and "successors" point the other way. */
		if (child.reversed) {
			int other = type_field_index(child.record.type,
				strcmp(child.nested->back, "to") == 0 ? "from" : "to");
			struct value swapped = child.record.values[other];

			child.record.values[other] = child.record.values[back];
			child.record.values[back] = swapped;
			intake->reversed = true;
		}
		if (fresh && !intake->reversed && !repeats_sibling(incoming, i))
			point.fresh_parent = parent;
		status = take_record(intake, &child, point, &id, &child_changed, &existed, error);
		*changed |= child_changed;
	}
	return status;
}

enum status
intake_take(struct intake *intake, const struct incoming *given, struct error *error)
{
	int64_t id = 0;
	bool changed = false, existed = false;
	size_t doubts = intake->doubt_count;
	struct incoming placed;
	const struct incoming *incoming = given;
	enum status status;

	arena_reset(&intake->arena);
	if (given->numbers[0]) {
		intake->numbered = given->record.type;
		placed = *given;
		intake_place(intake, &placed);
		incoming = &placed;
	}
	status = take_record(intake, incoming, (struct meeting_point){ false, 0 }, &id, &changed,
		&existed, error);
	/* Without an id something was wrong with it. */
	if (status != STATUS_OK || id == 0)
		return status;
	intake_note_numbers(intake, incoming, id);
	status = take_children(intake, incoming, id, !existed, &changed, error);
	count_record(intake, incoming->record.type, existed, changed);
	intake_count_doubts(intake, doubts, changed);
	return status;
}

enum status
intake_take_all(struct intake *intake, struct error *error)
{
	const struct incoming *incoming = NULL;
	enum status status = STATUS_OK;

	id_set_reset(&intake->open_baselines);
	for (size_t i = 0; i < INTAKE_TYPES; i++)
		id_set_reset(&intake->touched[i]);
	do {
		status = incoming_reader_next(intake->reader, intake->problems, &incoming, error);
		if (status == STATUS_OK && incoming && !incoming->invalid)
			status = intake_take(intake, incoming, error);
	} while (status == STATUS_OK && incoming);
	return status;
}

void
intake_clear(struct intake *intake)
{
	for (size_t i = 0; i < INTAKE_TYPES; i++)
		id_set_clear(&intake->touched[i]);
	store_names_forget(intake->programme->store);
	id_set_clear(&intake->open_baselines);
	id_set_clear(&intake->promised);
	id_set_clear(&intake->claimed);
	id_set_clear(&intake->gated);
	id_set_clear(&intake->ticked);
	id_set_clear(&intake->evidence);
	arena_clear(&intake->arena);
	arena_clear(&intake->early_texts);
	free(intake->early);
	free(intake->numbers);
	free(intake->doubts);
	free(intake->changes);
	free(intake->left_out);
}
