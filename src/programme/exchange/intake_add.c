/* SPDX-License-Identifier: MIT */
/*
 * Who or what a file only names: an owner whom nobody knows becomes a person, a section of somebody
 * else's plan a workstream, a role or decision of a RACI matrix what it is. Must not add what would
 * silence a rule: several people in one cell, or a department as owner.
 */
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "rollout/base/text.h"

static bool
may_be_added(const struct intake *intake, const struct pending *pending)
{
	const struct field *field = &pending->type->fields[pending->field];

	if (strcmp(field->target, "workstream") == 0)
		return intake->plan;
	if (strcmp(pending->type->name, "assignment") == 0)
		return intake->raci;
	if (strcmp(field->target, "stakeholder") != 0 || field->required)
		return false;
	return intake->own_people || strcmp(field->name, "owner") == 0;
}

static void
note_added(struct intake *intake, const struct record *record, const char *name)
{
	if (strcmp(record->type->name, "stakeholder") != 0) {
		intake->named_added++;
		return;
	}
	if (intake->people_added < PEOPLE_NAMED)
		intake->people[intake->people_added] =
			arena_copy(&intake->early_texts, name, strlen(name));
	intake->people_added++;
}

/* Rows and columns of a RACI keep the order in which they come. */
static enum status
place_last(struct intake *intake, struct record *record, struct error *error)
{
	struct query query = { .type = record->type };
	int64_t count = 0;
	enum status status = programme_count(intake->programme, &query, &count, error);

	record_put(record, "position", value_integer(count + 1));
	return status;
}

static enum status
add_named(struct intake *intake, const struct type *type, const char *name, int64_t *id,
	struct error *error)
{
	struct record record;
	size_t length = strlen(name);
	bool number = length >= 16 && strspn(name, "0123456789") == length;
	enum status status = STATUS_OK;

	record_init(&record, type);
	record.values[type_field_index(type, "name")] = value_text(name);
	if (intake->raci)
		status = place_last(intake, &record, error);
	if (status != STATUS_OK)
		return status;
	if (intake->keyed_people && number && length <= 19)
		record.id = strtoll(name, NULL, 10);
	else if (intake->keyed_people && text_is_key(name, length))
		record.values[0] = value_text(name);
	else
		status = intake_choose_key(intake, &record, error);
	record_set_presets(&record);
	if (status == STATUS_OK)
		status = store_insert(intake->programme->store, &record, error);
	if (status == STATUS_OK)
		status = intake_note_name(intake, &record, error);
	*id = record.id;
	if (status != STATUS_OK)
		return status;
	note_added(intake, &record, name);
	intake->added++;
	return STATUS_OK;
}

static const char *const separators[] = { ";", " / ", " & ", " + ", "\n", " and ", " und ",
	" et " };

/* "Ann Lee, Bob Ray", "Ann, Bob, Cy"; not "Lee, Ann" nor "Lee, Ann, PhD". */
static bool
lists_names(const char *text)
{
	const char *comma = strchr(text, ','), *second = comma ? strchr(comma + 1, ',') : NULL;
	const char *behind = comma ? comma + 1 + strspn(comma + 1, " ") : "";
	bool apart = comma && memchr(text, ' ', (size_t)(comma - text)) && strchr(behind, ' ');

	return apart || (second && strchr(second + 1, ','));
}

/* "Ann; Bob", "Ann / Bob", "Ann & Bob". */
static bool
names_several(const char *text)
{
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (strstr(text, separators[i]))
			return true;
	return lists_names(text);
}

/* Somebody who has not been heard of is added only where one person is named: several people in a
 * cell, or a department, would silence the rule that everybody has an owner. */
static enum status
refuse_no_person(
	struct intake *intake, const struct pending *pending, const char *text, struct error *error)
{
	static const char departments[] =
		"|hr|it|pmo|finance|legal|sales|marketing|operations|ops|procurement|purchasing|"
		"engineering|product|strategy|communications|comms|support|customer service|"
		"human resources|board|executive team|leadership team|management|team|department|";
	const char *const types[] = { "function", "team" };
	const char *name = pending->type->fields[pending->field].name;
	bool department =
		strstr(departments, arena_format(&intake->arena, "|%s|",
					    text_fold(&intake->arena, text, strlen(text)))) != NULL;
	enum status status = STATUS_OK;

	if (names_several(text))
		return error_set(error, STATUS_INVALID,
			"%s: \"%s\" names several people; give the one who answers for it, or "
			"--owners first",
			name, text);
	for (size_t i = 0; i < sizeof types / sizeof *types && status == STATUS_OK; i++) {
		int64_t id = 0;

		status = intake_find(intake, type_find(types[i]), text, true, &id, error);
		department = department || id != 0;
	}
	if (status == STATUS_OK && department)
		return error_set(error, STATUS_INVALID,
			"%s: \"%s\" is a department; give a person who answers for it", name, text);
	return status;
}

/* One of several in a cell, where it was said that the first is meant; the others are counted. */
static const char *
first_of_several(struct intake *intake, const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		const char *found = strstr(text, separators[i]);

		if (found && (size_t)(found - text) < length)
			length = (size_t)(found - text);
	}
	if (length == strlen(text) && lists_names(text))
		length = strcspn(text, ",");
	intake->owners_dropped++;
	while (length > 0 && text[length - 1] == ' ')
		length--;
	return arena_copy(&intake->arena, text, length);
}

/* A role that is called as a person is that person's. */
static enum status
add_holder(struct intake *intake, int64_t role, const char *name, struct error *error)
{
	struct error ambiguous;
	struct record holder;
	int64_t person = 0;
	enum status status =
		intake_find(intake, type_find("stakeholder"), name, true, &person, &ambiguous);

	if (status == STATUS_INVALID || (status == STATUS_OK && person == 0))
		return STATUS_OK;
	if (status != STATUS_OK)
		return error_set(error, status, "%s", ambiguous.message);
	record_init(&holder, type_find("role_holder"));
	record_put(&holder, "role", value_integer(role));
	record_put(&holder, "stakeholder", value_integer(person));
	record_set_presets(&holder);
	return store_insert(intake->programme->store, &holder, error);
}

enum status
intake_add_named(
	struct intake *intake, const struct pending *pending, int64_t *id, struct error *error)
{
	const struct type *target = field_target(&pending->type->fields[pending->field]);
	const char *name = pending->text;
	enum status status = STATUS_OK;

	*id = 0;
	if (!may_be_added(intake, pending))
		return STATUS_OK;
	if (strcmp(target->name, "stakeholder") == 0) {
		if (intake->first_owner && names_several(name)) {
			name = first_of_several(intake, name);
			status = intake_find(intake, target, name, true, id, error);
		}
		if (status == STATUS_OK && *id == 0)
			status = refuse_no_person(intake, pending, name, error);
	}
	if (status == STATUS_OK && *id == 0)
		status = add_named(intake, target, name, id, error);
	return status == STATUS_OK && strcmp(target->name, "role") == 0
		       ? add_holder(intake, *id, name, error)
		       : status;
}
