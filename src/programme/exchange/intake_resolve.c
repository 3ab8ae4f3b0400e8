/* SPDX-License-Identifier: MIT */
/*
 * Who the references of a file mean. At once only what is certain (a key, a number); the rest when
 * the whole file is read: a name that exactly one record has, also as "Last, First"; an owner whom
 * neither the file nor the programme knows is added as a person.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "rollout/base/text.h"

/* Nobody is called exactly so: whoever is when names are compared as people compare them. */
static enum status
find_alike(struct intake *intake, const struct type *type, const char *text, size_t length,
	int64_t *ids, size_t *count, struct error *error)
{
	enum status status = intake_gather_names(intake, type, error);

	return status == STATUS_OK ? store_names_find(intake->programme->store, type, text, length,
					     ids, 1, count, error)
				   : status;
}

enum status
intake_find(struct intake *intake, const struct type *type, const char *text, bool by_name,
	int64_t *id, struct error *error)
{
	size_t length = strlen(text);
	uint64_t hash = text_hash(text, length);
	size_t place = (size_t)hash % INTAKE_CACHE;
	struct store *store = intake->programme->store;
	enum status status = STATUS_OK;

	*id = 0;
	/* What the rows of the file are called in the file comes before what else is called so. */
	if (intake_has_numbers(intake, type)) {
		*id = intake_find_number(intake, text);
		if (*id == NUMBER_TWICE)
			return error_set(error, STATUS_INVALID,
				"two rows of this file are called \"%s\"", text);
		if (*id != 0)
			return STATUS_OK;
	}
	if (intake->cache[place].hash == hash && intake->cache[place].type == type) {
		*id = intake->cache[place].id;
		return STATUS_OK;
	}
	if (text_is_key(text, length))
		status = store_find_key(store, type, text, length, id, error);
	if (status == STATUS_OK && *id == 0 && length >= 16 && length <= 19 &&
		strspn(text, "0123456789") == length) {
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
		if (status == STATUS_OK && count == 0)
			status = find_alike(intake, type, text, length, ids, &count, error);
		if (status == STATUS_OK && count > 1)
			return error_set(error, STATUS_INVALID,
				"\"%s\" means more than one %s; use the id", text, type->label);
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
const char *
intake_turn_name(const char *name, struct arena *arena)
{
	const char *comma = strchr(name, ','), *space = strrchr(name, ' ');

	if (comma)
		return comma[1] ? arena_format(arena, "%s %.*s", comma + 1 + strspn(comma + 1, " "),
					  (int)(comma - name), name)
				: NULL;
	return space ? arena_format(arena, "%s, %.*s", space + 1, (int)(space - name), name) : NULL;
}

static void
note_left_out(struct intake *intake, const struct value *value)
{
	if (value->kind != VALUE_TEXT)
		return;
	intake->left_out =
		array_grow(intake->left_out, intake->left_out_count, sizeof *intake->left_out);
	intake->left_out[intake->left_out_count++] = text_hash(value->text, value->length);
}

void
intake_leave_out(struct intake *intake, const struct incoming *incoming)
{
	const struct type *type = incoming->record.type;

	if (strcmp(type->name, "stakeholder") != 0)
		return;
	note_left_out(intake, &incoming->record.values[0]);
	note_left_out(intake, record_get(&incoming->record, "name"));
}

static bool
is_left_out(const struct intake *intake, const char *text)
{
	uint64_t hash = text_hash(text, strlen(text));

	for (size_t i = 0; i < intake->left_out_count; i++)
		if (intake->left_out[i] == hash)
			return true;
	return false;
}

/* A link that stands there already, from this file or before: the later one goes, and what it says
 * counts. */
static enum status
drop_double(struct intake *intake, const struct record *link, struct error *error)
{
	struct record other, now = *link;
	int64_t first = 0;
	enum status status;

	for (size_t i = 0; i < link->type->field_count; i++)
		if (type_is_identity(link->type, i) && link->values[i].kind == VALUE_INTEGER &&
			link->values[i].integer < 0)
			return STATUS_OK;
	status = store_find_identity(intake->programme->store, link, &first, error);
	if (status != STATUS_OK || first == link->id || first == 0)
		return status;
	status = store_get(
		intake->programme->store, link->type, first, &intake->arena, &other, error);
	if (status == STATUS_OK)
		status = store_delete(intake->programme->store, link->type, link->id, error);
	now.id = first;
	now.values[0] = other.values[0];
	return status == STATUS_OK ? store_update(intake->programme->store, &other, &now, error)
				   : status;
}

/* Nobody is meant: kept until the file can be looked at again for the exact place. */
static void
complain(struct intake *intake, const struct pending *pending, const char *message)
{
	if (intake->rejects)
		rejects_add(intake->rejects, pending->element, message);
	if (intake->unresolved_count < PROBLEMS_KEPT) {
		struct unresolved *kept = &intake->unresolved[intake->unresolved_count];

		kept->pending = *pending;
		kept->message = arena_copy(&intake->problems->arena, message, strlen(message));
	}
	intake->unresolved_count++;
}

/* A link that is there, with what it now says, must still make sense. */
static enum status
check_link(struct intake *intake, const struct pending *pending, struct error *error)
{
	struct record record;
	struct error inner;
	enum status status = store_get(intake->programme->store, pending->type, pending->record,
		&intake->arena, &record, error);

	if (status != STATUS_OK)
		return status;
	if (record_check(&record, &inner) != STATUS_OK) {
		complain(intake, pending, inner.message);
		return STATUS_OK;
	}
	return pending->type->identity && pending->type->fields[pending->field].required
		       ? drop_double(intake, &record, error)
		       : STATUS_OK;
}

static enum status
find_meant(struct intake *intake, const struct pending *pending, int64_t *id, struct error *error)
{
	const struct type *target = field_target(&pending->type->fields[pending->field]);
	enum status status = intake_find(intake, target, pending->text, true, id, error);
	const char *turned;

	if (status == STATUS_OK && *id == 0 && target->identity) {
		turned = intake_turn_name(pending->text, &intake->arena);
		if (turned)
			status = intake_find(intake, target, turned, true, id, error);
	}
	if (status == STATUS_OK && *id == 0 && !is_left_out(intake, pending->text))
		status = intake_add_named(intake, pending, id, error);
	if (status == STATUS_OK && *id == 0)
		return error_set(error, STATUS_INVALID,
			"there is no %s \"%s\", in this file or in the programme", target->label,
			pending->text);
	if (status == STATUS_OK && *id == pending->parent)
		return error_set(error, STATUS_INVALID, "%s must join two different records",
			pending->type->label);
	return status;
}

/* A sheet of somebody's people names managers who are not in it: the link goes, and is counted. */
static bool
may_be_dropped(const struct intake *intake, const struct pending *pending)
{
	const struct mapping *mapping =
		intake->main && intake->reader
			? incoming_reader_mapping(intake->reader, intake->main)
			: NULL;

	return mapping && mapping->flat && !mapping->own &&
	       strcmp(pending->type->name, "relationship") == 0 &&
	       strcmp(intake->main->name, "stakeholder") == 0 && !strpbrk(pending->text, ";/");
}

static enum status
resolve_one(struct intake *intake, const struct pending *pending, struct error *error)
{
	struct error inner;
	int64_t id = 0;
	enum status status;

	arena_reset(&intake->arena);
	status = find_meant(intake, pending, &id, &inner);
	if (status == STATUS_INVALID && may_be_dropped(intake, pending)) {
		intake->links_dropped++;
		return store_delete(
			intake->programme->store, pending->type, pending->record, error);
	}
	if (status == STATUS_INVALID) {
		complain(intake, pending, inner.message);
		return STATUS_OK;
	}
	if (status != STATUS_OK)
		return error_set(error, status, "%s", inner.message);
	status = store_fill_reference(intake->programme->store, pending, id, error);
	return status == STATUS_OK && !pending->parent ? check_link(intake, pending, error)
						       : status;
}

/* The places of the unresolved references, by reading the file again up to the last of them; the
 * element's own place where that cannot be done. */
static enum status
report_unresolved(struct intake *intake, struct error *error)
{
	size_t kept = intake->unresolved_count < PROBLEMS_KEPT ? intake->unresolved_count
							       : PROBLEMS_KEPT,
	       next = 0;
	struct incoming_reader *reader = NULL;
	struct problems ignored = { 0 };
	const struct incoming *incoming = NULL;
	enum status status = STATUS_OK;

	if (intake->file && source_rewind(intake->file))
		status = incoming_reader_open(intake->file, &intake->options, &reader, error);
	while (status == STATUS_OK && reader && next < kept &&
		(status = incoming_reader_next(reader, &ignored, &incoming, error)) == STATUS_OK &&
		incoming)
		for (; next < kept &&
			intake->unresolved[next].pending.element == (int64_t)incoming->element;
			next++) {
			const struct pending *pending = &intake->unresolved[next].pending;
			const struct incoming *there =
				pending->child ? &incoming->children[pending->child - 1] : incoming;
			struct incoming_place place = incoming_reader_locate(
				reader, there, pending->field, &intake->arena);

			problems_add(intake->problems, intake->source, place.place, place.pointer,
				"%s", intake->unresolved[next].message);
		}
	for (; status == STATUS_OK && next < kept; next++) {
		const struct pending *pending = &intake->unresolved[next].pending;
		struct place place = { (uint64_t)pending->offset, (uint64_t)pending->line,
			(uint64_t)pending->column };

		problems_add(intake->problems, intake->source, place, "", "%s: %s",
			pending->type->fields[pending->field].name,
			intake->unresolved[next].message);
	}
	intake->problems->count += intake->unresolved_count - kept;
	problems_clear(&ignored);
	incoming_reader_close(reader);
	return status;
}

/* A name that meant one record must not have come to mean two by what the file added. */
static enum status
check_early_names(struct intake *intake, struct error *error)
{
	for (size_t i = 0; i < intake->early_count; i++) {
		const struct early_name *name = &intake->early[i];
		int64_t ids[1];
		size_t count;
		enum status status = store_find_title(intake->programme->store, name->type,
			name->text, strlen(name->text), ids, 1, &count, error);

		if (status != STATUS_OK)
			return status;
		if (count < 2)
			continue;
		problems_add(intake->problems, intake->source, name->place, "",
			"\"%s\" means more than one %s; use the id", name->text, name->type->label);
		if (intake->rejects)
			rejects_add(intake->rejects, name->element,
				"a name in it means more than one record");
	}
	return STATUS_OK;
}

/* What the file added must not go round in a circle. */
static enum status
check_circles(struct intake *intake, struct error *error)
{
	static const char *const names[] = { "dependency", "milestone" };
	struct error inner;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof names / sizeof *names && status == STATUS_OK; i++) {
		const struct type *type = type_find(names[i]);

		if (intake->touched[type_index(type)].used == 0)
			continue;
		status = circles_check(intake->programme, type, &inner);
		if (status != STATUS_OK)
			return error_set(error, status, "%s: %s", intake->source, inner.message);
	}
	return status;
}

static enum status
check_proofs(struct intake *intake, struct error *error)
{
	struct error inner;
	enum status status =
		proof_check_all(intake->programme, &intake->claimed, &intake->evidence, &inner);

	if (status == STATUS_OK)
		status = gates_check_all(intake->programme, &intake->gated, &inner);
	if (status == STATUS_OK)
		status = ticks_check_all(intake->programme, &intake->ticked, &inner);
	return status == STATUS_OK
		       ? status
		       : error_set(error, status, "%s: %s", intake->source, inner.message);
}

static enum status
resolve_all(struct intake *intake, struct error *error)
{
	struct cursor *cursor = pending_open(intake->programme->store, error);
	struct pending pending;
	enum status closed, status = STATUS_OK;

	while (status == STATUS_OK && pending_next(cursor, &pending))
		status = resolve_one(intake, &pending, error);
	closed = cursor_close(cursor);
	return status == STATUS_OK ? closed : status;
}

enum status
intake_resolve(struct intake *intake, struct error *error)
{
	struct store *store = intake->programme->store;
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;

	/* Names are looked for now; the indexes on references wait until they are filled in. */
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (types[i]->title)
			status = store_restore_index(store, types[i],
				type_field_index(types[i], types[i]->title), error);
	if (status == STATUS_OK)
		status = resolve_all(intake, error);
	if (status == STATUS_OK)
		status = check_early_names(intake, error);
	if (status == STATUS_OK && intake->unresolved_count > 0)
		status = report_unresolved(intake, error);
	if (status == STATUS_OK && intake->problems->count == 0)
		status = check_circles(intake, error);
	if (status == STATUS_OK && intake->problems->count == 0)
		status = check_proofs(intake, error);
	if (status == STATUS_OK)
		status = store_drop_pending(store, error);
	return status == STATUS_OK ? store_restore_index(store, NULL, 0, error) : status;
}
