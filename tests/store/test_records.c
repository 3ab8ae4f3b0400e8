/* SPDX-License-Identifier: MIT */
/*
 * Writing and finding records. Lists are in test_query.c.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct store *store;
	struct arena arena;
	struct error error;
	const struct type *people, *teams, *links;
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	place->store = support_create(support_path(place->file, place->folder, "p.rollout"));
	place->people = type_find("stakeholder");
	place->teams = type_find("team");
	place->links = type_find("relationship");
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	store_close(place->store);
	support_remove(place->folder);
	arena_clear(&place->arena);
	free(place);
	return 0;
}

static struct record
person(struct place *place, const char *key, const char *name)
{
	struct record record;

	record_init(&record, place->people);
	*support_value(&record, "name") = value_text(name);
	*support_value(&record, "kind") = value_text("person");
	*support_value(&record, "active") = value_integer(1);
	if (key)
		record.values[0] = value_text(key);
	return record;
}

static void
insert(struct place *place, struct record *record)
{
	if (store_insert(place->store, record, &place->error) != STATUS_OK)
		fail_msg("%s", place->error.message);
}

static void
assert_stored(struct place *place, const struct record *wanted)
{
	struct record got;

	assert_int_equal(store_get(place->store, wanted->type, wanted->id, &place->arena, &got,
				 &place->error),
		STATUS_OK);
	assert_true(got.id == wanted->id);
	for (size_t i = 0; i < wanted->type->field_count; i++)
		if (!value_equal(&got.values[i], &wanted->values[i]))
			fail_msg("%s is not what was written", wanted->type->fields[i].name);
}

static void
gives_back_what_was_written(void **state)
{
	struct place *place = *state;
	struct record record;
	char *longest = memory_new(NOTE_LIMIT * 4 + 1, 1);

	for (int i = 0; i < NOTE_LIMIT; i++)
		memcpy(longest + (size_t)i * 4, "\xf0\x9f\x98\x80", 4);
	support_begin(place->store);
	for (int64_t number = 0; number < 40; number++) {
		support_fill(&record, place->people, number, &place->arena);
		insert(place, &record);
		assert_true(record.id > 0);
		assert_stored(place, &record);
	}
	*support_value(&record, "notes") = value_text(longest);
	*support_value(&record, "name") =
		value_text("Ñandú \"O'Neil\"; DROP TABLE stakeholder; --");
	record.id = INT64_MAX;
	insert(place, &record);
	assert_stored(place, &record);
	record.id = -5;
	insert(place, &record);
	support_end(place->store);
	assert_stored(place, &record);
	support_assert_whole(place->store);
	free(longest);
}

static void
numbers_grow_with_time_and_follow_each_other(void **state)
{
	struct place *place = *state;
	int64_t last = 0;

	for (int step = 0; step < 5; step++) {
		support_begin(place->store);
		for (int i = 0; i < 4; i++) {
			struct record record = person(place, NULL, "x");

			insert(place, &record);
			assert_true(record.id > last || (step > 0 && i == 0));
			assert_true(i == 0 || record.id == last + 1);
			last = record.id;
		}
		support_end(place->store);
	}
}

static void
refuses_keys_and_numbers_that_are_taken(void **state)
{
	struct place *place = *state;
	struct record first = person(place, "mara", "Mara"),
		      second = person(place, "mara", "Other");

	support_begin(place->store);
	insert(place, &first);
	assert_int_equal(store_insert(place->store, &second, &place->error), STATUS_CONFLICT);
	assert_string_equal(
		place->error.message, "there is a stakeholder with the id \"mara\" already");
	second = person(place, NULL, "Third");
	second.id = first.id;
	assert_int_equal(store_insert(place->store, &second, &place->error), STATUS_CONFLICT);
	/* The same key in another type is another record. */
	record_init(&second, place->teams);
	second.values[0] = value_text("mara");
	*support_value(&second, "name") = value_text("Team Mara");
	insert(place, &second);
	support_end(place->store);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 1);
}

static void
refuses_what_the_dictionary_forbids(void **state)
{
	struct place *place = *state;
	struct record record = person(place, NULL, "x");

	support_begin(place->store);
	*support_value(&record, "influence") = value_integer(6);
	assert_int_equal(store_insert(place->store, &record, &place->error), STATUS_INVALID);
	record = person(place, NULL, "");
	assert_int_equal(store_insert(place->store, &record, &place->error), STATUS_INVALID);
	record = person(place, NULL, "x");
	*support_value(&record, "kind") = value_text("robot");
	assert_int_equal(store_insert(place->store, &record, &place->error), STATUS_INVALID);
	record = person(place, NULL, "x");
	*support_value(&record, "status_on") = value_text("tomorrow");
	assert_int_equal(store_insert(place->store, &record, &place->error), STATUS_INVALID);
	/* What was refused leaves no trace, and the step goes on. */
	record = person(place, NULL, "good");
	insert(place, &record);
	support_end(place->store);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 1);
	support_assert_whole(place->store);
}

static void
references_must_lead_somewhere_at_the_end(void **state)
{
	struct place *place = *state;
	struct record from = person(place, NULL, "A"), to = person(place, NULL, "B"), link;

	/* In between they may dangle: the order of inserts is free. */
	support_begin(place->store);
	from.id = 10;
	to.id = 20;
	record_init(&link, place->links);
	*support_value(&link, "from") = value_integer(10);
	*support_value(&link, "to") = value_integer(20);
	insert(place, &link);
	insert(place, &from);
	insert(place, &to);
	support_end(place->store);
	support_begin(place->store);
	assert_int_equal(store_delete(place->store, place->people, 20, &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_INVALID);
	assert_non_null(strstr(place->error.message, "refer to one that is not there"));
	assert_stored(place, &to);
	support_begin(place->store);
	assert_int_equal(store_delete(place->store, place->people, 20, &place->error), STATUS_OK);
	assert_int_equal(
		store_delete(place->store, place->links, link.id, &place->error), STATUS_OK);
	support_end(place->store);
	assert_int_equal(
		store_get(place->store, place->people, 20, &place->arena, &to, &place->error),
		STATUS_NOT_FOUND);
}

static void
changes_only_what_differs(void **state)
{
	struct place *place = *state;
	struct record before, now;
	int64_t changes;

	support_begin(place->store);
	support_fill(&before, place->people, 7, &place->arena);
	insert(place, &before);
	support_end(place->store);
	changes = support_number(place->store, "SELECT count(*) FROM change");
	now = before;
	*support_value(&now, "name") = value_text("New Name");
	*support_value(&now, "email") = value_none();
	*support_value(&now, "influence") = value_integer(1);
	support_begin(place->store);
	assert_false(store_has_changed(place->store));
	assert_int_equal(store_update(place->store, &before, &now, &place->error), STATUS_OK);
	assert_true(store_has_changed(place->store));
	support_end(place->store);
	assert_stored(place, &now);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM change"), changes + 3);
	/* Nothing changed: no step. */
	changes = support_number(place->store, "SELECT count(*) FROM step");
	support_begin(place->store);
	assert_int_equal(store_update(place->store, &now, &now, &place->error), STATUS_OK);
	support_end(place->store);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM step"), changes);
}

static void
tells_when_somebody_else_was_faster(void **state)
{
	struct place *place = *state;
	struct record mine = person(place, "mara", "Mara"), before, theirs;
	struct store *other;

	support_begin(place->store);
	insert(place, &mine);
	support_end(place->store);
	before = theirs = mine;
	other = support_open(place->file);
	*support_value(&theirs, "name") = value_text("Mara Quist");
	assert_int_equal(store_begin(other, "theirs", &place->error), STATUS_OK);
	assert_int_equal(store_update(other, &before, &theirs, &place->error), STATUS_OK);
	assert_int_equal(store_end(other, STATUS_OK, &place->error), STATUS_OK);
	/* Another field: both are kept. The same: refused, naming it. */
	*support_value(&mine, "email") = value_text("mara@example.org");
	support_begin(place->store);
	assert_int_equal(store_update(place->store, &before, &mine, &place->error), STATUS_OK);
	support_end(place->store);
	*support_value(&mine, "name") = value_text("Mara Q.");
	support_begin(place->store);
	assert_int_equal(
		store_update(place->store, &before, &mine, &place->error), STATUS_CONFLICT);
	assert_string_equal(place->error.message,
		"name of stakeholder mara was changed by somebody else meanwhile");
	assert_int_equal(store_end(place->store, STATUS_CONFLICT, &place->error), STATUS_CONFLICT);
	*support_value(&theirs, "email") = value_text("mara@example.org");
	assert_stored(place, &theirs);
	assert_int_equal(store_begin(other, "theirs", &place->error), STATUS_OK);
	assert_int_equal(store_delete(other, place->people, mine.id, &place->error), STATUS_OK);
	assert_int_equal(store_end(other, STATUS_OK, &place->error), STATUS_OK);
	support_begin(place->store);
	assert_int_equal(
		store_update(place->store, &before, &mine, &place->error), STATUS_NOT_FOUND);
	assert_non_null(strstr(place->error.message, "is not there any more"));
	assert_int_equal(store_delete(place->store, place->people, mine.id, &place->error),
		STATUS_NOT_FOUND);
	assert_int_equal(
		store_end(place->store, STATUS_NOT_FOUND, &place->error), STATUS_NOT_FOUND);
	store_close(other);
}

static void
steps_nest_and_fail_as_a_whole(void **state)
{
	struct place *place = *state;
	struct record record = person(place, "in", "inner");
	int64_t steps = support_number(place->store, "SELECT count(*) FROM step");

	support_begin(place->store);
	insert(place, &record);
	support_begin(place->store);
	assert_int_equal(store_end(place->store, STATUS_INVALID, &place->error), STATUS_INVALID);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_INVALID);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 0);
	support_begin(place->store);
	insert(place, &record);
	support_begin(place->store);
	support_end(place->store);
	store_set_label(place->store, "another label");
	support_end(place->store);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 1);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM step"), steps + 1);
	assert_int_equal(
		support_number(place->store,
			"SELECT label = 'another label' AND who = 'tester' AND at LIKE '20__-%Z' "
			"FROM step ORDER BY id DESC LIMIT 1"),
		1);
}

static void
finds_by_key_and_title(void **state)
{
	struct place *place = *state;
	struct record record;
	int64_t id = 0, ids[2];
	size_t count = 0;
	const char *identifier, *title;

	support_begin(place->store);
	for (int i = 0; i < 4; i++) {
		record = person(place, i == 0 ? "mara" : NULL, "Mara Quist");
		insert(place, &record);
		if (i == 0)
			id = record.id;
	}
	support_end(place->store);
	assert_int_equal(
		store_find_key(place->store, place->people, "maraX", 4, &ids[0], &place->error),
		STATUS_OK);
	assert_true(ids[0] == id);
	assert_int_equal(
		store_find_key(place->store, place->people, "nobody", 6, &ids[0], &place->error),
		STATUS_OK);
	assert_true(ids[0] == 0);
	assert_int_equal(store_find_title(place->store, place->people, "Mara Quist", 10, ids, 2,
				 &count, &place->error),
		STATUS_OK);
	assert_int_equal(count, 3);
	assert_true(ids[0] == id && ids[1] == id + 1);
	assert_int_equal(store_find_title(place->store, place->people, "Mara", 4, ids, 2, &count,
				 &place->error),
		STATUS_OK);
	assert_int_equal(count, 0);
	assert_int_equal(
		store_find_title(place->store, place->links, "x", 1, ids, 2, &count, &place->error),
		STATUS_OK);
	assert_int_equal(count, 0);
	assert_int_equal(store_name(place->store, place->people, id, &place->arena, &identifier,
				 &title, &place->error),
		STATUS_OK);
	assert_string_equal(identifier, "mara");
	assert_string_equal(title, "Mara Quist");
	assert_int_equal(store_name(place->store, place->people, 77, &place->arena, &identifier,
				 &title, &place->error),
		STATUS_OK);
	assert_string_equal(identifier, "77");
	assert_null(title);
}

static void
knows_who_refers_to_whom(void **state)
{
	struct place *place = *state;
	size_t count = 0, again = 0;
	const struct referrer *referrers = store_referrers(place->store, place->people, &count);
	struct record record = person(place, NULL, "A");
	int64_t owner, found[8];
	size_t found_count = 0;

	assert_true(count > 30);
	assert_ptr_equal(store_referrers(place->store, place->people, &again), referrers);
	assert_int_equal(count, again);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(
			referrers[i].type->fields[referrers[i].field].target, "stakeholder");
	support_begin(place->store);
	insert(place, &record);
	owner = record.id;
	for (int i = 0; i < 5; i++) {
		record = person(place, NULL, "B");
		*support_value(&record, "owner") = value_integer(owner);
		insert(place, &record);
	}
	support_end(place->store);
	for (size_t i = 0; i < count; i++) {
		struct cursor *cursor =
			references_open(place->store, referrers[i], owner, &place->error);

		while (found_count < 8 && references_next(cursor, &found[found_count])) {
			assert_ptr_equal(referrers[i].type, place->people);
			assert_int_equal(
				referrers[i].field, type_field_index(place->people, "owner"));
			found_count++;
		}
		assert_int_equal(cursor_close(cursor), STATUS_OK);
	}
	assert_int_equal(found_count, 5);
	assert_true(found[0] == owner + 1);
}

static void
settings_have_a_default_and_a_value(void **state)
{
	struct place *place = *state;
	struct record record;

	assert_int_equal(store_setting(place->store, "status_stale_days"), 90);
	record_init(&record, type_find("setting"));
	record.values[0] = value_text("status_stale_days");
	*support_value(&record, "name") = value_text("Days until a status is stale");
	*support_value(&record, "value") = value_text("30");
	support_begin(place->store);
	insert(place, &record);
	assert_int_equal(store_setting(place->store, "status_stale_days"), 30);
	support_end(place->store);
	assert_int_equal(store_setting(place->store, "status_stale_days"), 30);
	assert_int_equal(support_number(place->store, "SELECT setting('status_stale_days')"), 30);
}

#define RECORDS(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RECORDS(gives_back_what_was_written),
		RECORDS(numbers_grow_with_time_and_follow_each_other),
		RECORDS(refuses_keys_and_numbers_that_are_taken),
		RECORDS(refuses_what_the_dictionary_forbids),
		RECORDS(references_must_lead_somewhere_at_the_end),
		RECORDS(changes_only_what_differs),
		RECORDS(tells_when_somebody_else_was_faster),
		RECORDS(steps_nest_and_fail_as_a_whole),
		RECORDS(finds_by_key_and_title),
		RECORDS(knows_who_refers_to_whom),
		RECORDS(settings_have_a_default_and_a_value),
	};

	return cmocka_run_group_tests_name("records", tests, NULL, NULL);
}
