/* SPDX-License-Identifier: MIT */
/*
 * What leaves the file for whom, proved on bytes. A record of every type with a marker in every
 * field is exported in every form for each audience: what the dictionary hides must not be among
 * the bytes, and what it shows must be. Then everything hidden is changed: not one byte of what
 * the audience gets may change with it, so that nothing follows from it either. Must not list types
 * or fields: what is for whom is said in the dictionary, which tests/unit/test_type.c holds against
 * records.md.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"
#include "rollout/programme/exchange.h"

enum {
	TODAY = 20770,
	DOCUMENTS = 8,
	MARKER_SIZE = 96,
	MAIN_ID = 1000,
	PLAIN_ID = 2000,
	PERSON_ID = 100000
};

/* What a file holds where the audience must not see: the same, or something else. */
enum world { WORLD_AS_IT_IS, WORLD_CHANGED };

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH], other[SUPPORT_PATH], out[SUPPORT_PATH];
};

static bool
is_text(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
}

static bool
names_a_person(const struct field *field)
{
	return field->kind == FIELD_REFERENCE && field_target(field)->people;
}

/* What is looked for: each ends so that none is the beginning of another. */
static const char *
marker(const struct type *type, const struct field *field, char out[MARKER_SIZE])
{
	snprintf(out, MARKER_SIZE, "canary_%s-%s-x", type->name, field->name);
	return out;
}

static int64_t
main_id(const struct type *type)
{
	return MAIN_ID + (int64_t)type_index(type);
}

static int64_t
person_id(const struct type *type, size_t field)
{
	return PERSON_ID + (int64_t)type_index(type) * FIELDS_MAX + (int64_t)field;
}

/* To a plain record of the target; the second of a type that refers twice, as links do, to the
 * target's record with the markers: nothing is linked to itself. */
static int64_t
refer(const struct type *type, size_t field)
{
	const struct type *target = field_target(&type->fields[field]);

	for (size_t i = 0; i < field; i++)
		if (type->fields[i].target && field_target(&type->fields[i]) == target)
			return main_id(target);
	return PLAIN_ID + (int64_t)type_index(target);
}

static struct value
fill_value(const struct type *type, size_t index, bool other, struct arena *arena)
{
	const struct field *field = &type->fields[index];
	char text[MARKER_SIZE];

	switch (field->kind) {
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
		return value_text(arena_format(
			arena, "%s%s", marker(type, field, text), other ? "-other" : ""));
	case FIELD_INTEGER: return value_integer(other ? field->maximum : field->minimum);
	case FIELD_BOOLEAN: return value_integer(other);
	case FIELD_DATE: return value_text(other ? "2026-12-14" : "2026-12-07");
	case FIELD_TIME: return value_text(other ? "10:00" : "09:30");
	case FIELD_CHOICE: return value_text(field->choices[other].name);
	case FIELD_REFERENCE:
		if (names_a_person(field))
			return value_integer(
				other ? main_id(field_target(field)) : person_id(type, index));
		return value_integer(refer(type, index));
	case FIELD_RULE: return value_text(other ? "FREQ=WEEKLY;BYDAY=TH" : "FREQ=WEEKLY;BYDAY=TU");
	}
	return value_none();
}

static void
insert(struct store *store, struct record *record)
{
	struct error error = { 0 };

	if (store_insert(store, record, &error) != STATUS_OK)
		fail_msg("%s: %s", record->type->name, error.message);
}

/* For every field that refers to people somebody of its own, whose key and name are its marker. */
static void
add_people(struct store *store, const struct type *type)
{
	const struct type *people = type_find("stakeholder");

	for (size_t i = 0; i < type->field_count; i++) {
		struct record person;
		char text[MARKER_SIZE];

		if (!names_a_person(&type->fields[i]))
			continue;
		record_init(&person, people);
		person.id = person_id(type, i);
		person.values[0] = value_text(marker(type, &type->fields[i], text));
		*support_value(&person, "name") = person.values[0];
		insert(store, &person);
	}
}

static bool
is_target(const struct type *type)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < types[i]->field_count; j++)
			if (types[i]->fields[j].target &&
				field_target(&types[i]->fields[j]) == type)
				return true;
	return false;
}

/* Just what is required, for others to refer to. */
static void
add_plain(struct store *store, const struct type *type, struct arena *arena)
{
	struct record record;

	if (!is_target(type))
		return;
	record_init(&record, type);
	record.id = PLAIN_ID + (int64_t)type_index(type);
	for (size_t i = 1; i < type->field_count; i++)
		if (type->fields[i].required)
			record.values[i] = is_text(&type->fields[i])
						   ? value_text("plain")
						   : fill_value(type, i, false, arena);
	insert(store, &record);
}

/* In WORLD_CHANGED all that is hidden from the audience differs. */
static void
make_file(const char *path, enum world world, enum audience audience)
{
	struct store *store = support_create(path);
	struct arena arena = { 0 };
	size_t count;
	const struct type *const *types = model_types(&count);

	support_begin(store);
	for (size_t i = 0; i < count; i++) {
		struct record record;

		add_people(store, types[i]);
		add_plain(store, types[i], &arena);
		record_init(&record, types[i]);
		record.id = main_id(types[i]);
		for (size_t j = 0; j < types[i]->field_count; j++) {
			bool hidden = !type_field_is_for(types[i], j, audience);

			record.values[j] =
				fill_value(types[i], j, world == WORLD_CHANGED && hidden, &arena);
		}
		insert(store, &record);
	}
	support_end(store);
	store_close(store);
	arena_clear(&arena);
}

static struct programme *
open_programme(const char *path)
{
	struct programme_options options = { .who = "tester", .today = TODAY, .read_only = true };
	struct programme *programme = NULL;
	struct error error = { 0 };

	if (programme_open(path, &options, &programme, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	return programme;
}

/* The bytes of an export, ended by a zero; NULL where it is refused to the audience. */
static char *export(struct place *place, struct programme *programme, struct export_options options)
{
	struct error error = { 0 };
	unsigned char *bytes;
	char *text;
	size_t size;
	enum status status;

	options.path = place->out;
	options.force = true;
	status = programme_export(programme, &options, &error);
	if (status == STATUS_INVALID && options.type)
		return NULL;
	if (status != STATUS_OK)
		fail_msg("%s", error.message);
	bytes = support_read(place->out, &size);
	text = memory_new(size + 1, 1);
	memcpy(text, bytes, size);
	free(bytes);
	assert_int_equal(strlen(text), size);
	return text;
}

/* The index-th of all forms in which anything is exported; false behind the last. */
static bool
form(size_t index, enum audience audience, struct export_options *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	size_t document = index / 2;

	*out = (struct export_options){ .audience = audience,
		.format = index % 2 ? "csv" : "json",
		.document = document < DOCUMENT_TYPE ? (enum document)document : DOCUMENT_TYPE };
	if (document >= DOCUMENT_TYPE + count)
		return false;
	if (document >= DOCUMENT_TYPE)
		out->type = types[document - DOCUMENT_TYPE];
	return true;
}

static const char *
describe(const struct export_options *options, char out[MARKER_SIZE])
{
	snprintf(out, MARKER_SIZE, "%s%s%s as %s for %s",
		options->type ? "" : document_name(options->document),
		options->type ? "list of " : "", options->type ? options->type->name : "",
		options->format, audience_name(options->audience));
	return out;
}

/* Who reads the register sees everybody in it, whoever else refers to them. */
static bool
lists_everybody(const struct export_options *options)
{
	return options->audience != AUDIENCE_TEAM &&
	       (options->document == DOCUMENT_REGISTER || options->document == DOCUMENT_PROGRAMME ||
		       (options->type && options->type->people));
}

/* Whether the marker may stand there for the audience. A person who owns nothing is not listed for
 * teams. */
static bool
may_leave(const struct type *type, size_t field, const struct export_options *options)
{
	/* Anonymous answers stand in nothing but the whole file. */
	if (type_field_is_hidden(type, field) && options->document != DOCUMENT_PROGRAMME)
		return false;
	if (names_a_person(&type->fields[field]) && lists_everybody(options))
		return true;
	return type_field_is_for(type, field, options->audience) &&
	       (options->audience != AUDIENCE_TEAM || !type->people);
}

static void
check_markers(const char *bytes, const struct export_options *options)
{
	bool whole = options->document == DOCUMENT_PROGRAMME;
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < types[i]->field_count; j++) {
			const struct field *field = &types[i]->fields[j];
			char text[MARKER_SIZE], what[MARKER_SIZE];
			bool found;

			if (!is_text(field) && !names_a_person(field) && field->kind != FIELD_KEY)
				continue;
			found = strstr(bytes, marker(types[i], field, text)) != NULL;
			if (found && !may_leave(types[i], j, options))
				fail_msg("%s: holds %s", describe(options, what), text);
			if (!found && may_leave(types[i], j, options) &&
				(whole || options->type == types[i]))
				fail_msg("%s: lacks %s", describe(options, what), text);
		}
	}
}

static void
nothing_hidden_is_among_the_bytes(void **state)
{
	struct place *place = *state;
	struct programme *programme;

	make_file(place->file, WORLD_AS_IT_IS, AUDIENCE_LEAD);
	programme = open_programme(place->file);
	for (enum audience audience = AUDIENCE_LEAD; audience <= AUDIENCE_TEAM; audience++) {
		struct export_options options;

		for (size_t i = 0; form(i, audience, &options); i++) {
			char *bytes = export(place, programme, options);

			assert_int_equal(bytes == NULL,
				options.type && !type_is_for(options.type, audience));
			if (bytes)
				check_markers(bytes, &options);
			free(bytes);
		}
	}
	programme_close(programme);
}

static void
report_difference(const char *a, const char *b, const struct export_options *options)
{
	char what[MARKER_SIZE];
	size_t at = 0;

	while (a[at] == b[at])
		at++;
	at -= at < 200 ? at : 200;
	fail_msg("%s depends on what it hides:\n%.400s\n---\n%.400s", describe(options, what),
		a + at, b + at);
}

static void
nothing_follows_from_what_is_hidden(void **state)
{
	struct place *place = *state;

	make_file(place->file, WORLD_AS_IT_IS, AUDIENCE_LEAD);
	for (enum audience audience = AUDIENCE_LEADERSHIP; audience <= AUDIENCE_TEAM; audience++) {
		struct programme *one = open_programme(place->file), *other;
		struct export_options options;

		unlink(place->other);
		make_file(place->other, WORLD_CHANGED, audience);
		other = open_programme(place->other);
		for (size_t i = 0; form(i, audience, &options); i++) {
			char *a = export(place, one, options);
			char *b = export(place, other, options);

			assert_int_equal(a == NULL, b == NULL);
			if (a && strcmp(a, b) != 0)
				report_difference(a, b, &options);
			free(a);
			free(b);
		}
		programme_close(one);
		programme_close(other);
	}
}

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_path(place->file, place->folder, "one.rollout");
	support_path(place->other, place->folder, "other.rollout");
	support_path(place->out, place->folder, "out");
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	support_remove(place->folder);
	free(place);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			nothing_hidden_is_among_the_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			nothing_follows_from_what_is_hidden, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}
