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
	assert_int_equal(count, 51);
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
	};

	return cmocka_run_group_tests_name("type", tests, NULL, NULL);
}
