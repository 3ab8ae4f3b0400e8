/* SPDX-License-Identifier: MIT */
/*
 * Which record of the programme one of the file means. A record that has an id known here is that
 * record if its name agrees; without id, one with the same natural key (a stakeholder's name and
 * organisation) is; else it is new. Names are compared by text_fold().
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "intake.h"
#include "rollout/base/text.h"

enum { NAMESAKES_MOST = 16, NAMESAKES_NUMBERED = 100, KEY_LONGEST = 48 };

/* Records whose names are compared alike; count may be larger than what is kept. */
struct namesakes {
	int64_t ids[NAMESAKES_MOST];
	size_t kept, count;
};

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

/* Whether two values of a field say the same; texts as names are compared. */
static bool
same_value(const struct value *a, const struct value *b, struct arena *arena)
{
	if (a->kind != VALUE_TEXT || b->kind != VALUE_TEXT)
		return value_equal(a, b);
	return value_equal(a, b) || strcmp(text_fold(arena, a->text, a->length),
					    text_fold(arena, b->text, b->length)) == 0;
}

/* The same name, also where one of the two is "Quist, Mara". */
static bool
same_name(const struct value *a, const struct value *b, struct arena *arena)
{
	const char *turned;
	struct value other;

	if (same_value(a, b, arena) || a->kind != VALUE_TEXT || b->kind != VALUE_TEXT)
		return same_value(a, b, arena);
	if (!strchr(a->text, ',') == !strchr(b->text, ','))
		return false;
	turned = intake_turn_name(strchr(a->text, ',') ? a->text : b->text, arena);
	if (!turned)
		return false;
	other = value_text(turned);
	return same_value(&other, strchr(a->text, ',') ? b : a, arena);
}

static bool
has_field(const struct taking *taking, int field)
{
	return (taking->incoming->present & UINT32_C(1) << field) != 0;
}

/*
 * Whether the candidate, who has the name, is the same as far as the file tells: what it leaves out
 * does not count, and a reference that means nobody known agrees with nothing.
 */
static bool
agrees(const struct taking *taking, const struct record *candidate, struct arena *arena)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(taking->now.type, parts);
	int title = type_field_index(taking->now.type, taking->now.type->title);

	for (size_t i = 0; i < count; i++) {
		bool known =
			parts[i].field != title && /* by its name it was found */
			(has_field(taking, parts[i].field) ||
				(parts[i].instead >= 0 && has_field(taking, parts[i].instead)));

		if (taking->open & UINT32_C(1) << parts[i].field)
			return false;
		if (known && !same_value(identity_value(&taking->now, &parts[i]),
				     identity_value(candidate, &parts[i]), arena))
			return false;
	}
	return !record_is_somebody_else(&taking->now, candidate);
}

enum status
intake_gather_names(struct intake *intake, const struct type *type, struct error *error)
{
	size_t index = type_index(type);

	if (intake->named[index])
		return STATUS_OK;
	intake->named[index] = true;
	return store_names_gather(intake->programme->store, type, error);
}

/* Those of the name the other way round, where either of the two has a comma. */
static enum status
find_turned(struct intake *intake, const char *name, struct namesakes *out, struct error *error)
{
	const char *turned = strchr(name, ',') ? intake_turn_name(name, &intake->arena) : NULL;

	return turned ? store_names_find(intake->programme->store, type_find("stakeholder"), turned,
				strlen(turned), out->ids, NAMESAKES_MOST, &out->count, error)
		      : STATUS_OK;
}

/* The records whose names are compared alike. */
static enum status
find_namesakes(struct intake *intake, const struct taking *taking, struct namesakes *out,
	struct error *error)
{
	const struct type *type = taking->now.type;
	const struct value *title = record_get(&taking->now, type->title);
	enum status status;

	out->count = out->kept = 0;
	if (title->kind != VALUE_TEXT)
		return STATUS_OK;
	status = intake_gather_names(intake, type, error);
	if (status == STATUS_OK)
		status = store_names_find(intake->programme->store, type, title->text,
			title->length, out->ids, NAMESAKES_MOST, &out->count, error);
	/* "Quist, Mara" is Mara Quist. */
	if (status == STATUS_OK && out->count == 0 && strcmp(type->name, "stakeholder") == 0)
		status = find_turned(intake, title->text, out, error);
	out->kept = out->count < NAMESAKES_MOST ? out->count : NAMESAKES_MOST;
	return status;
}

/* "Maud Ferrier" of this file stands beside a Maud Ferrier of another organisation: new, and said.
 */
static void
note_look_alike(struct intake *intake, const struct taking *taking, int64_t other)
{
	const struct type *type = taking->now.type;
	const char *title = record_get(&taking->now, type->title)->text;

	if (strcmp(type->name, "stakeholder") != 0)
		return;
	if (intake->alike_count < PEOPLE_NAMED)
		intake->alike[intake->alike_count] = arena_format(&intake->early_texts,
			"\"%s\" beside %s", title,
			programme_identifier(intake->programme, type, other, &intake->early_texts));
	intake->alike_count++;
}

/* Among those of the name, the one that the file means; 0: none. */
static enum status
choose_namesake(
	struct intake *intake, const struct taking *taking, int64_t *id, struct error *error)
{
	const struct type *type = taking->now.type;
	struct namesakes namesakes;
	size_t agreeing = 0;
	enum status status = find_namesakes(intake, taking, &namesakes, error);

	*id = 0;
	for (size_t i = 0; i < namesakes.kept && status == STATUS_OK; i++) {
		struct record candidate;

		status = store_get(intake->programme->store, type, namesakes.ids[i], &intake->arena,
			&candidate, error);
		if (status == STATUS_OK && agrees(taking, &candidate, &intake->arena))
			*id = agreeing++ == 0 ? candidate.id : *id;
	}
	if (status == STATUS_OK && agreeing > 1)
		intake_complain(intake, taking->incoming,
			"\"%s\" means more than one %s; give the id or the rest of the name",
			record_get(&taking->now, type->title)->text, type->label);
	if (status == STATUS_OK && agreeing == 0 && namesakes.kept > 0)
		note_look_alike(intake, taking, namesakes.ids[0]);
	if (agreeing > 1)
		*id = 0;
	return status;
}

/* Whether a title is part of what makes two records of the type one. */
static bool
is_known_by_name(const struct type *type)
{
	return type->title && type_is_identity(type, (size_t)type_field_index(type, type->title)) &&
	       type->fields[type_field_index(type, type->title)].kind == FIELD_TEXT;
}

/* Without an id in the file: the record with the same natural key. A reference that means nobody
 * known cannot be part of a known identity. */
static enum status
find_by_identity(
	struct intake *intake, const struct taking *taking, int64_t *id, struct error *error)
{
	const struct type *type = taking->now.type;
	struct record probe;

	*id = 0;
	if (is_known_by_name(type))
		return choose_namesake(intake, taking, id, error);
	for (size_t i = 0; i < type->field_count; i++)
		if (taking->open & UINT32_C(1) << i && type_is_identity(type, i))
			return STATUS_OK;
	/* What the file leaves out is what a new record would have. */
	probe = taking->now;
	record_set_presets(&probe);
	return store_find_identity(intake->programme->store, &probe, id, error);
}

/* Fifteen digits or fewer and then zeros: what a spreadsheet makes of our numbers, also where it
 * shows them as 7.1E+17. */
static int64_t
rounding_step(int64_t number)
{
	int64_t step = 1;

	for (int64_t left = number; left >= INT64_C(1000000000000000); left /= 10)
		step *= 10;
	if (step == 1 || number % step != 0)
		return 0;
	while (number % (step * 10) == 0)
		step *= 10;
	return step;
}

/* A number that nobody has because a spreadsheet rounded it: the one of the same name whose number
 * it was. */
static enum status
find_rounded(struct intake *intake, struct taking *taking, int64_t step, int64_t *id,
	struct error *error)
{
	int64_t number = taking->incoming->record.id, found = 0;
	enum status status = choose_namesake(intake, taking, &found, error);

	*id = 0;
	if (status != STATUS_OK)
		return status;
	if (found > number - step && found < number + step)
		*id = found;
	else
		intake_complain(intake, taking->incoming,
			"a spreadsheet has rounded the id %" PRId64
			", and no %s of that name has one like it; take the column of ids out",
			number, taking->now.type->label);
	taking->now.id = *id;
	return STATUS_OK;
}

static bool
may_be_renamed(const struct intake *intake, const char *identifier)
{
	for (size_t i = 0; i < intake->renamed_count; i++)
		if (strcmp(intake->renamed[i], identifier) == 0)
			return true;
	return false;
}

/* Numbering is not identity: a known id under another name is two people, unless somebody says that
 * one of them was renamed. */
static void
check_name(struct intake *intake, struct taking *taking)
{
	const struct type *type = taking->now.type;
	char identifier[RECORD_ID_SIZE];
	const struct value *there, *here;

	if (!intake->foreign || !is_known_by_name(type) ||
		!has_field(taking, type_field_index(type, type->title)))
		return;
	there = record_get(&taking->before, type->title);
	here = record_get(&taking->now, type->title);
	record_identify(&taking->before, identifier);
	if (here->kind != VALUE_TEXT || same_name(there, here, &intake->arena) ||
		may_be_renamed(intake, identifier))
		return;
	intake_complain(intake, taking->incoming,
		"the id \"%s\" is \"%s\" in the programme and \"%s\" in this file; if that is a "
		"new "
		"name, add --by id=%s; if the column only numbers the rows, leave it out with "
		"--map COLUMN=-",
		identifier, there->text, here->text, identifier);
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

/* Whoever was found however she is written stays as she is written in the programme. */
static void
keep_spelling(struct taking *taking, struct arena *arena)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(taking->now.type, parts);

	for (size_t i = 0; i < count; i++) {
		struct value *now = &taking->now.values[parts[i].field];
		const struct value *before = &taking->before.values[parts[i].field];

		if (now->kind == VALUE_TEXT && same_name(now, before, arena))
			*now = *before;
	}
}

/* By the number or key that the file gives; where nobody has it, by the name of somebody who has no
 * key of their own yet. */
static enum status
find_by_id(struct intake *intake, struct taking *taking, int64_t *id, struct error *error)
{
	const struct incoming *incoming = taking->incoming;
	const struct type *type = incoming->record.type;
	const struct value *key = &incoming->record.values[0];
	struct store *store = intake->programme->store;
	bool empty = false;
	enum status status = STATUS_OK;

	*id = incoming->record.id;
	/* In a table that was empty, a key that is there stands twice in the file: inserting it
	 * finds out. */
	if (*id == 0 && intake->inserted[type_index(type)] < MANY_RECORDS)
		status = store_find_key(store, type, key->text, key->length, id, error);
	else if (*id != 0)
		status = store_get(store, type, *id, &intake->arena, &taking->before, error);
	if (status == STATUS_OK && *id != 0)
		return status;
	*id = 0;
	if (status == STATUS_OK || status == STATUS_NOT_FOUND)
		status = intake_was_empty(intake, type, &empty, error);
	if (status != STATUS_OK || empty || !intake->foreign || !is_known_by_name(type))
		return status;
	if (incoming->record.id != 0 && rounding_step(incoming->record.id) > 0)
		return find_rounded(intake, taking, rounding_step(incoming->record.id), id, error);
	return choose_namesake(intake, taking, id, error);
}

enum status
intake_match(struct intake *intake, struct taking *taking, struct error *error)
{
	const struct incoming *incoming = taking->incoming;
	const struct type *type = incoming->record.type;
	bool by_id = incoming->record.id != 0 || incoming->record.values[0].kind == VALUE_TEXT;
	int64_t id = 0;
	enum status status;

	if (type->single)
		status = find_single(intake, type, &id, error);
	else if (by_id)
		status = find_by_id(intake, taking, &id, error);
	else
		status = find_by_identity(intake, taking, &id, error);
	if (status != STATUS_OK || id == 0)
		return status;
	status = store_get(
		intake->programme->store, type, id, &intake->arena, &taking->before, error);
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	taking->existing = true;
	if (status != STATUS_OK)
		return status;
	if (by_id && !type->single)
		check_name(intake, taking);
	else
		keep_spelling(taking, &intake->arena);
	if (id_set_has(&intake->touched[type_index(type)], id)) {
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

/* "mara-quist"; NULL where the name is written in other letters, or in none. */
static const char *
make_key(const struct value *title, struct arena *arena)
{
	char *key = text_fold_name(arena, title->text, title->length);
	size_t length = strlen(key);

	if (length > KEY_LONGEST)
		key[length = KEY_LONGEST] = '\0';
	for (char *at = key; *at; at++)
		if (*at == ' ')
			*at = '-';
	while (length > 0 && key[length - 1] == '-')
		key[--length] = '\0';
	return text_is_key(key, length) ? key : NULL;
}

enum status
intake_choose_key(struct intake *intake, struct record *record, struct error *error)
{
	const struct value *title = record_get(record, record->type->title);
	const char *base = title->kind == VALUE_TEXT ? make_key(title, &intake->arena) : NULL;
	const char *key = base;
	int64_t taken = 0;
	enum status status = STATUS_OK;

	for (int number = 2; key && number <= NAMESAKES_NUMBERED; number++) {
		status = store_find_key(
			intake->programme->store, record->type, key, strlen(key), &taken, error);
		if (status != STATUS_OK || taken == 0)
			break;
		key = number < NAMESAKES_NUMBERED
			      ? arena_format(&intake->arena, "%s-%d", base, number)
			      : NULL;
	}
	if (status == STATUS_OK && key)
		record->values[0] = value_text(key);
	return status;
}

enum status
intake_note_name(struct intake *intake, const struct record *record, struct error *error)
{
	const struct value *title;

	if (!intake->named[type_index(record->type)])
		return STATUS_OK;
	title = record_get(record, record->type->title);
	return title->kind == VALUE_TEXT ? store_names_add(intake->programme->store, record->type,
						   title->text, title->length, record->id, error)
					 : STATUS_OK;
}
