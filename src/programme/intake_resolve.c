/* SPDX-License-Identifier: MIT */
/*
 * Who the references of a file mean. At once only what is certain (a key, a number); the rest when the whole file is read: a name that exactly one record has, also as "Last, First"; an owner whom
 * neither the file nor the programme knows is added as a person.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "rollout/base/text.h"

enum status
intake_find(struct intake *intake, const struct type *type, const char *text, bool by_name, int64_t *id,
	struct error *error)
{
	size_t length = strlen(text);
	uint64_t hash = text_hash(text, length);
	size_t place = (size_t)hash % INTAKE_CACHE;
	struct store *store = intake->programme->store;
	enum status status = STATUS_OK;

	*id = 0;
	if (intake->cache[place].hash == hash && intake->cache[place].type == type) {
		*id = intake->cache[place].id;
		return STATUS_OK;
	}
	if (text_is_key(text, length))
		status = store_find_key(store, type, text, length, id, error);
	if (status == STATUS_OK && *id == 0 && length >= 16 && length <= 19 && strspn(text, "0123456789") == length) {
		struct record record;
		int64_t number = strtoll(text, NULL, 10);

		status = store_get(store, type, number, &intake->arena, &record, error);
		*id = status == STATUS_OK ? number : 0;
		if (status == STATUS_NOT_FOUND)
			status = STATUS_OK;
	}
	if (status == STATUS_OK && *id == 0 && by_name) {
		int64_t ids[2];
		size_t count;

		status = store_find_title(store, type, text, length, ids, 1, &count, error);
		if (status == STATUS_OK && count > 1)
			return error_set(error, STATUS_INVALID, "\"%s\" means more than one %s; use the id", text, type->label);
		*id = count == 1 ? ids[0] : 0;
	}
	if (status == STATUS_OK && *id != 0) {
		intake->cache[place].hash = hash;
		intake->cache[place].type = type;
		intake->cache[place].id = *id;
	}
	return status;
}

/* "Quist, Mara" for "Mara Quist", and the other way round; NULL when it cannot be turned. */
static const char *
turn_name(const char *name, struct arena *arena)
{
	const char *comma = strchr(name, ','), *space = strrchr(name, ' ');

	if (comma)
		return comma[1] ? arena_format(arena, "%s %.*s", comma + 1 + strspn(comma + 1, " "), (int)(comma - name), name)
				: NULL;
	return space ? arena_format(arena, "%s, %.*s", space + 1, (int)(space - name), name) : NULL;
}

static bool
may_be_added(const struct intake *intake, const struct pending *pending)
{
	const struct field *field = &pending->type->fields[pending->field];

	if (strcmp(field->target, "stakeholder") != 0 || field->required)
		return false;
	return intake->own_people || strcmp(field->name, "owner") == 0;
}

static enum status
add_person(struct intake *intake, const char *name, int64_t *id, struct error *error)
{
	struct record person;
	size_t length = strlen(name);
	bool number = length >= 16 && strspn(name, "0123456789") == length;
	enum status status;

	record_init(&person, type_find("stakeholder"));
	person.values[type_field_index(person.type, "name")] = value_text(name);
	if (intake->keyed_people && number && length <= 19)
		person.id = strtoll(name, NULL, 10);
	else if (intake->keyed_people && text_is_key(name, length))
		person.values[0] = value_text(name);
	record_set_presets(&person);
	status = store_insert(intake->programme->store, &person, error);
	*id = person.id;
	if (status == STATUS_OK) {
		intake->people_added++;
		if (!intake->main || intake->main == person.type)
			intake->added++;
	}
	return status;
}

/* A link that stands there already, from this file or before: the later one goes, with what it says. */
static enum status
drop_double(struct intake *intake, const struct pending *pending, struct error *error)
{
	struct record link, other;
	struct query query = { .type = pending->type, .limit = 2 };
	struct record found[2];
	size_t count = 0;
	const char *name = pending->type->identity;
	enum status status = store_get(intake->programme->store, pending->type, pending->record, &intake->arena, &link, error);

	for (; status == STATUS_OK && name && *name; name += strcspn(name, " ") + (name[strcspn(name, " ")] == ' ')) {
		char field[32];
		int index;

		snprintf(field, sizeof field, "%.*s", (int)strcspn(name, " "), name);
		index = type_field_index(pending->type, field);
		if (link.values[index].kind == VALUE_INTEGER && link.values[index].integer < 0)
			return STATUS_OK;
		query.conditions[query.condition_count++] = (struct condition){ index, COMPARE_EQUAL, link.values[index] };
	}
	if (status == STATUS_OK)
		status = programme_page(intake->programme, &query, &intake->arena, found, 2, &count, error);
	if (status != STATUS_OK || count < 2)
		return status;
	other = found[0].id == link.id ? found[1] : found[0];
	status = store_delete(intake->programme->store, link.type, link.id, error);
	if (status == STATUS_OK) {
		struct record now = link;

		now.id = other.id;
		now.values[0] = other.values[0];
		status = store_update(intake->programme->store, &other, &now, error);
	}
	return status;
}

static void
complain(struct intake *intake, const struct pending *pending, const char *message)
{
	struct place place = { (uint64_t)pending->offset, (uint64_t)pending->line, (uint64_t)pending->column };

	problems_add(intake->problems, intake->source, place, pending->pointer, "%s", message);
	if (intake->rejects)
		rejects_add(intake->rejects, pending->element, message);
}

static enum status
resolve_one(void *context, const struct pending *pending, struct error *error)
{
	struct intake *intake = context;
	const struct field *field = &pending->type->fields[pending->field];
	const struct type *target = field_target(field);
	const char *turned;
	struct error inner = { 0 };
	struct record record;
	int64_t id = 0;
	enum status status;

	arena_reset(&intake->arena);
	turned = target->identity ? turn_name(pending->text, &intake->arena) : NULL;
	status = intake_find(intake, target, pending->text, true, &id, &inner);
	if (status == STATUS_OK && id == 0 && turned)
		status = intake_find(intake, target, turned, true, &id, &inner);
	if (status == STATUS_INVALID) {
		complain(intake, pending, inner.message);
		return STATUS_OK;
	}
	if (status == STATUS_OK && id == 0 && may_be_added(intake, pending))
		status = add_person(intake, pending->text, &id, &inner);
	if (status != STATUS_OK)
		return error_set(error, status, "%s", inner.message);
	if (id == 0) {
		error_set(&inner, STATUS_INVALID, "there is no %s \"%s\", in this file or in the programme", target->label,
			pending->text);
		complain(intake, pending, inner.message);
		return STATUS_OK;
	}
	status = store_fill_reference(intake->programme->store, pending, id, error);
	if (status == STATUS_OK)
		status = store_get(intake->programme->store, pending->type, pending->record, &intake->arena, &record, error);
	if (status == STATUS_OK && record_check(&record, &inner) != STATUS_OK) {
		complain(intake, pending, inner.message);
		return STATUS_OK;
	}
	return status == STATUS_OK && pending->type->identity && field->required ? drop_double(intake, pending, error)
										 : status;
}

enum status
intake_resolve(struct intake *intake, struct error *error)
{
	enum status status = store_each_pending(intake->programme->store, resolve_one, intake, error);

	return status == STATUS_OK ? store_drop_pending(intake->programme->store, error) : status;
}
