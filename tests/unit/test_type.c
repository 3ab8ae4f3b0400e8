/* SPDX-License-Identifier: MIT */
/*
 * What must hold for every type, field, choice and setting of the dictionary, whichever they are.
 * Must not list fields: the dictionary is the list. Each check names the item that breaks it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/model/record.h"
#include "rollout/model/setting.h"
#include "rollout/model/type.h"

typedef void field_check(const struct type *type, const struct field *field);

static void
each_field(field_check *check)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < types[i]->field_count; j++)
			check(types[i], &types[i]->fields[j]);
}

/* cmocka's own message does not say which field it was. */
static void
require(bool holds, const struct type *type, const struct field *field, const char *what)
{
	if (!holds)
		fail_msg("%s.%s: %s", type->name, field ? field->name : "", what);
}

static bool
is_public_name(const char *name)
{
	return *name != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz_") == strlen(name);
}

static bool
is_sentence(const char *help)
{
	size_t length = help ? strlen(help) : 0;

	return length > 10 && length <= TEXT_LIMIT && help[length - 1] == '.';
}

static void
test_types_are_complete(void **state)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)state;
	assert_true(count > 40);
	for (size_t i = 0; i < count; i++) {
		const struct type *type = types[i];

		require(is_public_name(type->name), type, NULL, "name");
		require(is_public_name(type->plural), type, NULL, "plural");
		require(type->label && *type->label, type, NULL, "label");
		require(is_sentence(type->help), type, NULL, "help");
		require(type->field_count > 1 && type->field_count <= FIELDS_MAX, type, NULL,
			"number of fields");
		require(type->fields[0].kind == FIELD_KEY, type, NULL, "key first");
		require(type->single == (i == 0), type, NULL, "single");
		require(type->audience != 0, type, NULL, "says who may see it");
		require(type->roadmap != 0, type, NULL, "says whether the roadmap carries it");
		assert_int_equal(type_index(type), i);
	}
}

static void
test_type_names_are_unique(void **state)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(type_find(types[i]->name), types[i]);
		assert_ptr_equal(type_find(types[i]->plural), types[i]);
	}
	assert_null(type_find("stake"));
	assert_null(type_find(""));
}

static void
test_title_and_order_are_fields(void **state)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct type *type = types[i];
		const struct field *title = NULL;

		if (type->title) {
			title = type_field_find(type, type->title);
			require(title && !title->sensitive, type, title, "title");
		}
		require(!type->order || type_field_find(type, type->order), type, NULL, "order");
	}
}

/* Optional references and the name a record is found by; a required reference has its index. */
static bool
is_worth_indexing(const struct type *type, const struct field *field)
{
	if (field->kind == FIELD_REFERENCE)
		return !field->required;
	return type->title && strcmp(field->name, type->title) == 0;
}

static void
check_field_basics(const struct type *type, const struct field *field)
{
	require(is_public_name(field->name), type, field, "name");
	require(strcmp(field->name, "id") != 0, type, field, "id is not a field");
	require(is_sentence(field->help), type, field, "help");
	require(type_field_find(type, field->name) == field, type, field, "name used twice");
	require((field->kind == FIELD_KEY) == (field == type->fields), type, field, "one key");
	require(!field->indexed || is_worth_indexing(type, field), type, field, "indexed");
	require(field->minimum <= field->maximum, type, field, "bounds");
	require((field->kind == FIELD_INTEGER) == (field->maximum != 0), type, field,
		"bounds are for whole numbers");
}

static void
test_fields_are_complete(void **state)
{
	(void)state;
	each_field(check_field_basics);
}

static void
check_reference(const struct type *type, const struct field *field)
{
	require((field->kind == FIELD_REFERENCE) == (field->target != NULL), type, field, "target");
	if (field->target)
		require(field_target(field) &&
				strcmp(field_target(field)->name, field->target) == 0,
			type, field, "target is a type's name");
}

static void
test_references_resolve(void **state)
{
	(void)state;
	each_field(check_reference);
}

static void
check_choices(const struct type *type, const struct field *field)
{
	require((field->kind == FIELD_CHOICE) == (field->choices != NULL), type, field, "choices");
	if (!field->choices) {
		require(!field_choice_find(field, "low"), type, field, "no choices");
		return;
	}
	require(field->choices[0].name && field->choices[1].name, type, field, "two choices");
	for (const struct choice *choice = field->choices; choice->name; choice++) {
		require(choice->help && strlen(choice->help) > 5, type, field, choice->name);
		require(field_choice_find(field, choice->name) == choice, type, field,
			choice->name);
	}
	require(!field_choice_find(field, "?"), type, field, "unknown choice");
}

static void
test_choices_are_complete(void **state)
{
	(void)state;
	each_field(check_choices);
}

static void
check_preset(const struct type *type, const struct field *field)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct record record;
	struct value value;

	if (!field->preset)
		return;
	require(!field->required, type, field, "a required field needs no preset");
	require(!field_parse(
			field, field->preset, strlen(field->preset), NULL, &arena, &value, &error),
		type, field, error.message);
	record_init(&record, type);
	record_set_presets(&record);
	require(value_equal(record_get(&record, field->name), &value), type, field,
		"the preset and what is filled in differ");
	arena_clear(&arena);
}

static void
test_presets_parse(void **state)
{
	(void)state;
	each_field(check_preset);
}

static void
test_kinds_have_names(void **state)
{
	(void)state;
	for (int kind = FIELD_KEY; kind <= FIELD_RULE; kind++)
		assert_string_not_equal(field_kind_name((enum field_kind)kind), "value");
}

static void
test_suggestions(void **state)
{
	const struct type *stakeholder = type_find("stakeholder");

	(void)state;
	assert_string_equal(type_suggest("stakehodler"), "stakeholder");
	assert_string_equal(type_suggest("Milestone"), "milestone");
	assert_string_equal(type_suggest("teem"), "team");
	assert_null(type_suggest("budget"));
	assert_null(type_suggest("xy"));
	assert_null(type_suggest(""));
	assert_null(type_suggest("a-word-that-is-longer-than-any-name-could-ever-be"));
	assert_string_equal(type_field_suggest(stakeholder, "atitude"), "attitude");
	assert_string_equal(type_field_suggest(stakeholder, "nmae"), "name");
	assert_null(type_field_suggest(stakeholder, "shoe_size"));
}

static void
test_settings_are_complete(void **state)
{
	size_t count;
	const struct setting *settings = model_settings(&count);

	(void)state;
	assert_true(count > 40);
	for (size_t i = 0; i < count; i++) {
		const struct setting *setting = &settings[i];
		char *end;

		assert_true(is_public_name(setting->key));
		assert_ptr_equal(setting_find(setting->key), setting);
		assert_true(strlen(setting->name) > 3 && strlen(setting->unit) > 3);
		assert_true(is_sentence(setting->help));
		assert_true(strtol(setting->value, &end, 10) > 0);
		assert_int_equal(*end, '\0');
	}
	assert_string_equal(setting_find("decision_sla_days")->value, "5");
	assert_null(setting_find("decision_sla"));
}

/* "name name" holds the name. */
static bool
is_among(const char *names, const char *name)
{
	const char *at = names;
	size_t length = strlen(name);

	while ((at = strstr(at, name)) != NULL) {
		if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
		at += length;
	}
	return false;
}

/* What records.md marks with a star, and what leadership sees of that; every other field is for
 * whoever sees its type. */
static void
check_mark(const struct type *type, const struct field *field)
{
	static const char starred[] =
		"team.stance stakeholder.attitude stakeholder.desired_attitude "
		"stakeholder.influence stakeholder.interest stakeholder.main_concern "
		"stakeholder.resistance stakeholder.can_slow_decisions "
		"stakeholder.can_reinterpret_priorities stakeholder.can_ignore_cadence "
		"stakeholder.status stakeholder.notes relationship.kind relationship.strength "
		"relationship.note contact.summary contact.attitude_after response.score "
		"response.evidence input.said pulse.comment waiver.reason";
	static const char told[] = "stakeholder.attitude stakeholder.desired_attitude "
				   "stakeholder.influence stakeholder.interest";
	size_t index = (size_t)(field - type->fields);
	char name[80];

	snprintf(name, sizeof name, "%s.%s", type->name, field->name);
	require(field->sensitive == is_among(starred, name), type, field, "sensitive");
	require(field->leadership == is_among(told, name), type, field, "told to leadership");
	require(!field->sensitive || !type_field_is_for(type, index, AUDIENCE_TEAM), type, field,
		"told to teams");
	require(!field->sensitive ||
			type_field_is_for(type, index, AUDIENCE_LEADERSHIP) == is_among(told, name),
		type, field, "what leadership sees");
	require(type_field_is_for(type, index, AUDIENCE_LEAD), type, field, "the lead sees all");
	require(!field->owns || (field->target && field_target(field)->people), type, field,
		"only people own");
}

static void
test_audiences_see_what_they_may(void **state)
{
	static const char lead[] = "relationship contact response pulse waiver";
	static const char leadership[] =
		"engagement attendance invitee role_holder input escalation claim";
	const struct type *people = type_find("stakeholder"), *risk = type_find("risk"),
			  *meeting = type_find("meeting"), *rating = type_find("rating");
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)state;
	each_field(check_mark);
	for (size_t i = 0; i < count; i++) {
		bool alone = is_among(lead, types[i]->name);

		require(!alone || !type_is_for(types[i], AUDIENCE_LEADERSHIP), types[i], NULL,
			"told to leadership");
		require(!(alone || is_among(leadership, types[i]->name)) ||
				!type_is_for(types[i], AUDIENCE_TEAM),
			types[i], NULL, "told to teams");
		require(types[i]->people == (types[i] == people), types[i], NULL, "people");
	}
	for (size_t i = 0; i < people->field_count; i++)
		require(type_field_is_for(people, i, AUDIENCE_TEAM) ==
				is_among("key name", people->fields[i].name),
			people, &people->fields[i], "of people teams see their names");
	assert_true(
		type_field_is_for(risk, (size_t)type_field_index(risk, "owner"), AUDIENCE_TEAM));
	assert_true(type_field_is_for(
		meeting, (size_t)type_field_index(meeting, "notes"), AUDIENCE_TEAM));
	assert_false(
		type_field_is_for(rating, (size_t)type_field_index(rating, "by"), AUDIENCE_TEAM));
	assert_true(type_field_is_for(
		rating, (size_t)type_field_index(rating, "by"), AUDIENCE_LEADERSHIP));
}

/* What says nothing about who may see it is shown to nobody. */
static void
test_silence_shows_nothing(void **state)
{
	const struct field fields[] = { { .name = "key" }, { .name = "word", .kind = FIELD_TEXT } };
	const struct type type = { .name = "thing", .fields = fields, .field_count = 2 };
	enum audience audience = AUDIENCE_TEAM;

	(void)state;
	for (enum audience a = AUDIENCE_LEAD; a <= AUDIENCE_TEAM; a++) {
		enum audience read;

		assert_false(type_is_for(&type, a));
		assert_false(type_field_is_for(&type, 1, a));
		assert_true(audience_parse(audience_name(a), &read));
		assert_int_equal(read, a);
	}
	assert_false(type_is_for(type_find("risk"), 0));
	assert_false(audience_parse("world", &audience));
	assert_int_equal(audience, AUDIENCE_TEAM);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_types_are_complete),
		cmocka_unit_test(test_type_names_are_unique),
		cmocka_unit_test(test_title_and_order_are_fields),
		cmocka_unit_test(test_fields_are_complete),
		cmocka_unit_test(test_references_resolve),
		cmocka_unit_test(test_choices_are_complete),
		cmocka_unit_test(test_presets_parse),
		cmocka_unit_test(test_kinds_have_names),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_settings_are_complete),
		cmocka_unit_test(test_audiences_see_what_they_may),
		cmocka_unit_test(test_silence_shows_nothing),
	};

	return cmocka_run_group_tests_name("type", tests, NULL, NULL);
}
