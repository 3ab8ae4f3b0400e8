/* SPDX-License-Identifier: MIT */
/*
 * Which record of the programme one of the file means. A record that has an id known here is that
 * record; without id, one with the same identity (a stakeholder's name and organisation) is; else
 * it is new.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "intake.h"

void
intake_complain(struct intake *intake, const struct incoming *incoming, const char *format, ...)
{
	struct error message;
	char text[ERROR_MESSAGE_SIZE];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	error_set(&message, STATUS_INVALID, "%s", text);
	problems_add(intake->problems, intake->source, incoming->place,
		incoming_pointer(incoming, &intake->arena), "%s", message.message);
}

/* A name without the organisation that belongs to it, in a file that does not know organisations.
 */
static bool
lacks_part_of_identity(const struct taking *taking)
{
	const struct type *type = taking->now.type;

	for (size_t i = 0; type->title && i < type->field_count; i++)
		if (type_is_identity(type, i) && !(taking->incoming->present & UINT32_C(1) << i))
			return true;
	return false;
}

/* The name alone then has to do, where only one record has it. */
static enum status
find_by_title(struct intake *intake, const struct taking *taking, int64_t *id, struct error *error)
{
	const struct type *type = taking->now.type;
	const struct value *title = record_get(&taking->now, type->title);
	size_t count = 0;
	enum status status = STATUS_OK;

	if (title->kind == VALUE_TEXT)
		status = store_find_title(intake->programme->store, type, title->text,
			title->length, id, 1, &count, error);
	if (status == STATUS_OK && count > 1)
		intake_complain(intake, taking->incoming,
			"\"%s\" means more than one %s; give the id or the rest of the name",
			title->text, type->label);
	if (count != 1)
		*id = 0;
	return status;
}

/* Without an id in the file: the record with the same values in the fields that make its identity.
 * A reference that means nobody known cannot be part of a known identity. */
static enum status
find_by_identity(
	struct intake *intake, const struct taking *taking, int64_t *id, struct error *error)
{
	const struct type *type = taking->now.type;
	struct record probe;

	*id = 0;
	for (size_t i = 0; i < type->field_count; i++)
		if (taking->open & UINT32_C(1) << i && type_is_identity(type, i))
			return STATUS_OK;
	/* A name is looked for from now on. */
	if (type->title && intake->inserted[type_index(type)] >= MANY_RECORDS) {
		enum status status = store_restore_index(
			intake->programme->store, type, type_field_index(type, type->title), error);

		if (status != STATUS_OK)
			return status;
	}
	if (lacks_part_of_identity(taking))
		return find_by_title(intake, taking, id, error);
	/* What the file leaves out is what a new record would have. */
	probe = taking->now;
	record_set_presets(&probe);
	return store_find_identity(intake->programme->store, &probe, id, error);
}

/* The one record of its type, whatever the file calls it. */
static enum status
find_single(struct intake *intake, const struct type *type, int64_t *id, struct error *error)
{
	struct query query = { .type = type, .limit = 1 };
	struct record only;
	size_t count = 0;
	enum status status =
		programme_page(intake->programme, &query, &intake->arena, &only, 1, &count, error);

	*id = count ? only.id : 0;
	return status;
}

enum status
intake_match(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct incoming *incoming = taking->incoming;
	const struct type *type = incoming->record.type;
	const struct value *key = &incoming->record.values[0];
	struct store *store = intake->programme->store;
	bool by_id = incoming->record.id != 0 || key->kind == VALUE_TEXT;
	int64_t id = incoming->record.id;
	enum status status = STATUS_OK;

	if (type->single)
		status = find_single(intake, type, &id, error);
	else if (!by_id)
		status = find_by_identity(intake, taking, &id, error);
	else if (id == 0 && intake->inserted[type_index(type)] < MANY_RECORDS)
		status = store_find_key(store, type, key->text, key->length, &id, error);
	/* In a table that was empty, a key that is there stands twice in the file: inserting it
	 * finds out. */
	if (status != STATUS_OK || id == 0)
		return status;
	status = store_get(store, type, id, &intake->arena, &taking->before, error);
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	taking->existing = true;
	if (status == STATUS_OK && id_set_has(&intake->touched[type_index(type)], id)) {
		char identifier[RECORD_ID_SIZE];

		record_identify(&taking->before, identifier);
		if (by_id)
			intake_complain(intake, incoming, "the id \"%s\" stands twice in this file",
				identifier);
		else if (!intake->main || intake->main == type)
			intake->merged++;
	}
	return status;
}
