/* SPDX-License-Identifier: MIT */
/*
 * One draft after the other into the file. A record that has an id known here updates that record; without id, one with the same identity (a stakeholder's name and
 * organisation) does; else it is new. Only what the draft has changes. References that cannot be resolved yet are left open until the whole file is read.
 */
#include "intake.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"

/* What one draft becomes on its way: the record as it is and as it will be. */
struct taking {
	const struct draft *draft;
	struct record before, now;
	bool existing;
	uint32_t open;		/* bits of references that are not resolved yet */
	const char *open_text[FIELDS_MAX];
};

static void PRINTF_LIKE(3, 4)
complain(struct intake *intake, const struct draft *draft, const char *format, ...)
{
	struct error message;
	char text[ERROR_MESSAGE_SIZE];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	error_set(&message, STATUS_INVALID, "%s", text);
	problems_add(intake->problems, intake->source, draft->place, draft->pointer ? draft->pointer : "", "%s",
		message.message);
	if (intake->rejects)
		rejects_add(intake->rejects, (int64_t)draft->element, message.message);
}

/* Without an id in the file: the record with the same values in the fields that make its identity. */
static enum status
find_by_identity(struct intake *intake, const struct draft *draft, int64_t *id, struct error *error)
{
	const struct type *type = draft->record.type;
	struct query query = { .type = type, .limit = 1 };
	struct record found;
	size_t count = 0;
	const char *name = type->identity;
	enum status status;

	*id = 0;
	while (name && *name) {
		size_t length = strcspn(name, " ");
		char field[32];
		int index;

		snprintf(field, sizeof field, "%.*s", (int)length, name);
		index = type_field_index(type, field);
		/* Only text of a reference: not resolved, so it means nobody known. */
		if (type->fields[index].kind == FIELD_REFERENCE && draft->record.values[index].kind == VALUE_TEXT)
			return STATUS_OK;
		query.conditions[query.condition_count++] =
			(struct condition){ index, COMPARE_EQUAL, draft->record.values[index] };
		name += length + (name[length] == ' ');
	}
	if (query.condition_count == 0)
		return STATUS_OK;
	status = programme_page(intake->programme, &query, &intake->arena, &found, 1, &count, error);
	*id = count ? found.id : 0;
	return status;
}

static enum status
find_existing(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct draft *draft = taking->draft;
	const struct type *type = draft->record.type;
	const struct value *key = &draft->record.values[0];
	struct store *store = intake->programme->store;
	bool known_by_id = true;
	int64_t id = 0;
	enum status status = STATUS_OK;

	if (draft->record.id != 0)
		id = draft->record.id;
	else if (key->kind == VALUE_TEXT)
		status = store_find_key(store, type, key->text, key->length, &id, error);
	else if (type->single) {
		struct query query = { .type = type, .limit = 1 };
		struct record only;
		size_t count = 0;

		status = programme_page(intake->programme, &query, &intake->arena, &only, 1, &count, error);
		id = count ? only.id : 0;
	} else {
		known_by_id = false;
		status = find_by_identity(intake, draft, &id, error);
	}
	if (status != STATUS_OK || id == 0)
		return status;
	status = store_get(store, type, id, &intake->arena, &taking->before, error);
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	taking->existing = true;
	if (status == STATUS_OK && id_set_has(&intake->touched[type_index(type)], id)) {
		char identifier[RECORD_ID_SIZE];

		record_identify(&taking->before, identifier);
		if (known_by_id)
			complain(intake, draft, "the id \"%s\" stands twice in this file", identifier);
		else
			intake->merged++;
	}
	return status;
}

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

static enum status
apply_reference(struct intake *intake, struct taking *taking, size_t field, struct error *error)
{
	const struct value *value = &taking->draft->record.values[field];
	const struct field *described = &taking->now.type->fields[field];
	int64_t id = 0;
	enum status status;

	if (value->kind != VALUE_TEXT) {
		/* A parent's id, put there by whoever takes the children; or no value. */
		taking->now.values[field] = *value;
		return STATUS_OK;
	}
	status = intake_find(intake, field_target(described), value->text, false, &id, error);
	if (status != STATUS_OK)
		return status;
	if (id != 0) {
		taking->now.values[field] = value_integer(id);
		return STATUS_OK;
	}
	taking->open |= UINT32_C(1) << field;
	taking->open_text[field] = value->text;
	taking->now.values[field] = described->required ? value_integer(pending_placeholder((int)field)) : value_none();
	return STATUS_OK;
}

static enum status
apply_draft(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct draft *draft = taking->draft;
	const struct type *type = draft->record.type;
	enum status status = STATUS_OK;

	if (taking->existing)
		taking->now = taking->before;
	else {
		record_init(&taking->now, type);
		taking->now.id = draft->record.id;
	}
	for (size_t i = 0; i < type->field_count && status == STATUS_OK; i++) {
		if (!(draft->present & UINT32_C(1) << i))
			continue;
		if (type->fields[i].kind == FIELD_REFERENCE)
			status = apply_reference(intake, taking, i, error);
		else if (i > 0 || draft->record.values[0].kind != VALUE_NONE)
			taking->now.values[i] = draft->record.values[i];
		if (type->fields[i].kind == FIELD_DATE)
			shift_date(intake, &taking->now.values[i]);
	}
	if (!taking->existing)
		record_set_presets(&taking->now);
	return status;
}

/* While a document is restored into an empty table its order is kept: a record with a key only goes right behind the one before it, or, before the first number, into ids lower than any that a program
 * ever made (they grow with time). So exporting again gives the same order. */
static enum status
choose_id(struct intake *intake, struct record *record, bool child, struct error *error)
{
	size_t type = type_index(record->type);
	enum status status = STATUS_OK;

	if (!intake->looked[type]) {
		intake->looked[type] = true;
		status = store_is_empty(intake->programme->store, record->type, &intake->restoring[type], error);
	}
	if (status != STATUS_OK || child || !intake->restoring[type])
		return status;
	if (record->id == 0)
		record->id = intake->previous[type] ? intake->previous[type] + 1 : store_new_id(intake->programme->store) >> 6;
	intake->previous[type] = record->id;
	return STATUS_OK;
}

static enum status
leave_open(struct intake *intake, const struct taking *taking, struct error *error)
{
	const struct type *type = taking->now.type;

	for (size_t i = 0; i < type->field_count; i++) {
		struct draft_place place;
		struct pending pending;
		enum status status;

		if (!(taking->open & UINT32_C(1) << i))
			continue;
		place = draft_reader_locate(intake->reader, taking->draft, (int)i, &intake->arena);
		pending = (struct pending){ .record = taking->now.id, .type = type, .field = (int)i,
			.text = taking->open_text[i], .element = (int64_t)taking->draft->element,
			.line = (int64_t)place.place.line, .column = (int64_t)place.place.column,
			.offset = (int64_t)place.place.offset, .pointer = place.pointer };
		status = store_add_pending(intake->programme->store, &pending, error);
		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

/* An open reference of a record that was there before is filled from what it holds now. */
static enum status
write_record(struct intake *intake, struct taking *taking, bool child, bool *changed, struct error *error)
{
	struct store *store = intake->programme->store;
	enum status status;

	*changed = taking->open != 0;
	if (taking->existing) {
		for (size_t i = 0; i < taking->now.type->field_count; i++)
			if (!value_equal(&taking->before.values[i], &taking->now.values[i]))
				*changed = true;
		return store_update(store, &taking->before, &taking->now, error);
	}
	status = choose_id(intake, &taking->now, child, error);
	return status == STATUS_OK ? store_insert(store, &taking->now, error) : status;
}

static void
count_record(struct intake *intake, const struct taking *taking, bool changed)
{
	if (intake->main && taking->now.type != intake->main)
		return;
	if (!taking->existing)
		intake->added++;
	else if (changed)
		intake->changed++;
	else
		intake->unchanged++;
}

static enum status take_record(struct intake *intake, const struct draft *draft, bool child, int64_t *id, bool *changed,
	bool *existed, struct error *error);

static enum status
take_children(struct intake *intake, const struct draft *draft, int64_t parent, bool *changed, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < draft->child_count && status == STATUS_OK; i++) {
		struct draft child = draft->children[i];
		int back = type_field_index(child.record.type, child.nested->back);
		int64_t id;
		bool child_changed = false, existed = false;

		child.record.values[back] = value_integer(parent);
		child.present |= UINT32_C(1) << back;
		/* "Influenced by" points the other way. */
		if (child.reversed) {
			int to = type_field_index(child.record.type, "to");
			struct value swapped = child.record.values[to];

			child.record.values[to] = child.record.values[back];
			child.record.values[back] = swapped;
		}
		status = take_record(intake, &child, true, &id, &child_changed, &existed, error);
		*changed |= child_changed || !existed;
	}
	return status;
}

static enum status
take_record(struct intake *intake, const struct draft *given, bool child, int64_t *id, bool *changed, bool *existed,
	struct error *error)
{
	struct taking taking = { .draft = given };
	struct draft resolved;
	struct error inner = { 0 };
	size_t problems = intake->problems->count;
	enum status status;

	/* A child's identity lies in its references, so they are resolved first. */
	if (given->record.values[0].kind == VALUE_NONE && given->record.id == 0 && given->record.type->identity) {
		resolved = *given;
		for (size_t i = 0; i < given->record.type->field_count; i++)
			if (given->record.type->fields[i].kind == FIELD_REFERENCE && given->record.values[i].kind == VALUE_TEXT) {
				int64_t target = 0;

				status = intake_find(intake, field_target(&given->record.type->fields[i]),
					given->record.values[i].text, false, &target, error);
				if (status != STATUS_OK)
					return status;
				if (target)
					resolved.record.values[i] = value_integer(target);
			}
		taking.draft = &resolved;
	}
	status = find_existing(intake, &taking, error);
	if (status != STATUS_OK)
		return status;
	taking.draft = given;
	if (intake->problems->count != problems)
		return STATUS_OK;
	status = apply_draft(intake, &taking, error);
	if (status != STATUS_OK)
		return status;
	if (record_check(&taking.now, &inner) != STATUS_OK) {
		complain(intake, given, "%s", inner.message);
		return STATUS_OK;
	}
	status = write_record(intake, &taking, child, changed, &inner);
	if (status == STATUS_CONFLICT || status == STATUS_INVALID) {
		complain(intake, given, "%s", inner.message);
		return STATUS_OK;
	}
	if (status != STATUS_OK)
		return error_set(error, status, "%s", inner.message);
	*id = taking.now.id;
	*existed = taking.existing;
	id_set_add(&intake->touched[type_index(taking.now.type)], taking.now.id);
	status = leave_open(intake, &taking, error);
	if (status == STATUS_OK)
		status = take_children(intake, given, taking.now.id, changed, error);
	if (status == STATUS_OK && !child)
		count_record(intake, &taking, *changed);
	return status;
}

enum status
intake_take(struct intake *intake, const struct draft *draft, struct error *error)
{
	int64_t id;
	bool changed = false, existed;

	arena_reset(&intake->arena);
	return take_record(intake, draft, false, &id, &changed, &existed, error);
}

enum status
intake_take_all(struct intake *intake, struct error *error)
{
	const struct draft *draft = NULL;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < INTAKE_TYPES; i++)
		id_set_reset(&intake->touched[i]);
	do {
		status = draft_reader_next(intake->reader, intake->problems, &draft, error);
		if (status == STATUS_OK && draft && !draft->invalid)
			status = intake_take(intake, draft, error);
	} while (status == STATUS_OK && draft);
	return status;
}

void
intake_clear(struct intake *intake)
{
	for (size_t i = 0; i < INTAKE_TYPES; i++)
		id_set_clear(&intake->touched[i]);
	arena_clear(&intake->arena);
}
