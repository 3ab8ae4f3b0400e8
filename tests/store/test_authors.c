/* SPDX-License-Identifier: MIT */
/*
 * Undo and redo where several people work on one file: each goes by his own steps, nobody takes
 * another's away without naming it, and what a later step has built on stays. Chance does what it
 * likes with them in test_authors_mixed.c.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "office.h"

static void
each_takes_back_his_own(void **state)
{
	struct office *office = *state;
	uint64_t before;

	office_add_person(office, ALICE, NULL, "A1");
	office_add_person(office, BEN, NULL, "B1");
	office_add_person(office, ALICE, NULL, "A2");
	office_expect_undo(office, BEN, "add B1");
	before = office_hash(office);
	office_expect_refused(office, office_undo(office, BEN), STATUS_NOT_FOUND, before,
		(const char *const[]){ "nothing to undo by Ben", "\"add A2\" by Alice", NULL });
	office_expect_refused(office, office_undo(office, CARA), STATUS_NOT_FOUND, before,
		(const char *const[]){ "nothing to undo by Cara", NULL });
	office_expect_undo(office, ALICE, "add A2");
	office_expect_undo(office, ALICE, "add A1");
	assert_int_equal(office_undo(office, ALICE), STATUS_NOT_FOUND);
	assert_string_equal(office->error.message, "nothing to undo");
	before = office_hash(office);
	office_expect_refused(office, office_redo(office, CARA), STATUS_NOT_FOUND, before,
		(const char *const[]){ "nothing to redo by Cara", NULL });
	office_expect_redo(office, BEN, "add B1");
	office_expect_redo(office, ALICE, "add A1");
	office_expect_redo(office, ALICE, "add A2");
	assert_int_equal(office_redo(office, ALICE), STATUS_NOT_FOUND);
	assert_string_equal(office->error.message, "nothing to redo");
}

static void
a_later_step_on_the_same_record_is_in_the_way(void **state)
{
	struct office *office = *state;
	int64_t person = office_add_person(office, CARA, NULL, "P");
	uint64_t before;

	office_set(office, ALICE, person, "email", value_text("a@x"));
	office_set(office, BEN, person, "job_title", value_text("head"));
	before = office_hash(office);
	office_expect_refused(office, office_undo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){ "cannot undo \"set email\" by Alice",
			"\"set job_title\" by Ben, which came later", "nothing was changed",
			NULL });
	/* Who added the person sees the newest that is in the way. */
	office_expect_refused(office, office_undo(office, CARA), STATUS_CONFLICT, before,
		(const char *const[]){ "\"add P\" by Cara", "\"set job_title\" by Ben", NULL });
	office_expect_undo(office, BEN, "set job_title");
	office_expect_undo(office, ALICE, "set email");
	/* What Ben does again came after that. */
	office_expect_redo(office, BEN, "set job_title");
	before = office_hash(office);
	office_expect_refused(office, office_redo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){
			"cannot redo \"set email\" by Alice", "\"set job_title\" by Ben", NULL });
	office_take_away(office, BEN, person);
	before = office_hash(office);
	office_expect_refused(office, office_redo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){ "\"remove\" by Ben, which came later", NULL });
	office_expect_undo(office, BEN, "remove");
	office_expect_undo(office, BEN, "set job_title");
	office_expect_redo(office, ALICE, "set email");
}

/* A number alone is no record. */
static void
another_type_with_the_same_number_is_not_in_the_way(void **state)
{
	struct office *office = *state;
	int64_t person = office_add_person(office, ALICE, NULL, "P");
	struct record tip;

	record_init(&tip, type_find("tip"));
	tip.id = person;
	*support_value(&tip, "text") = value_text("one");
	office_insert(office, BEN, "add tip", &tip);
	assert_int_equal(
		office_change(office, BEN, "set text", tip.type, person, "text", value_text("two")),
		STATUS_OK);
	office_expect_undo(office, ALICE, "add P");
}

static void
what_somebody_refers_to_stays(void **state)
{
	struct office *office = *state;
	int64_t person = office_add_person(office, ALICE, NULL, "P"), other, owned;
	struct record contact;
	uint64_t before;

	record_init(&contact, office->contacts);
	*support_value(&contact, "stakeholder") = value_integer(person);
	*support_value(&contact, "on") = value_text("2026-11-22");
	*support_value(&contact, "summary") = value_text("s");
	office_insert(office, BEN, "add contact", &contact);
	before = office_hash(office);
	office_expect_refused(office, office_undo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){ "cannot undo \"add P\" by Alice",
			"\"add contact\" by Ben, which came later", NULL });
	office_expect_undo(office, BEN, "add contact");
	office_expect_undo(office, ALICE, "add P");
	office_expect_refused(office, office_redo(office, BEN), STATUS_CONFLICT,
		office_hash(office), (const char *const[]){ "\"add contact\" by Ben", NULL });
	/* The other way: what comes back would refer to somebody who is gone. */
	other = office_add_person(office, CARA, NULL, "Q");
	owned = office_add_person(office, CARA, NULL, "R");
	office_set(office, CARA, owned, "owner", value_integer(other));
	office_take_away(office, ALICE, owned);
	office_take_away(office, BEN, other);
	before = office_hash(office);
	office_expect_refused(office, office_undo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){
			"cannot undo \"remove\" by Alice", "\"remove\" by Ben", NULL });
	office_expect_undo(office, BEN, "remove");
	office_expect_undo(office, ALICE, "remove");
}

static void
nothing_comes_back_twice(void **state)
{
	struct office *office = *state;
	int64_t person = office_add_person(office, CARA, "ada", "Ada"), again;
	struct record forum, invitee, twin;
	uint64_t before;

	record_init(&forum, type_find("forum"));
	*support_value(&forum, "name") = value_text("F");
	*support_value(&forum, "level") = value_text("programme");
	*support_value(&forum, "rule") = value_text("FREQ=WEEKLY");
	*support_value(&forum, "starts_on") = value_text("2026-11-22");
	office_insert(office, CARA, "add F", &forum);
	/* The key is somebody else's now. */
	office_take_away(office, ALICE, person);
	again = office_add_person(office, BEN, "ada", "Ada again");
	before = office_hash(office);
	office_expect_refused(office, office_undo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){ "cannot undo \"remove\" by Alice",
			"\"add Ada again\" by Ben, which came later", NULL });
	/* The same invitation, once each. */
	record_init(&invitee, office->invitees);
	*support_value(&invitee, "forum") = value_integer(forum.id);
	*support_value(&invitee, "stakeholder") = value_integer(again);
	*support_value(&invitee, "required") = value_integer(1);
	twin = invitee;
	office_insert(office, ALICE, "invite", &invitee);
	office_expect_undo(office, ALICE, "invite");
	office_insert(office, BEN, "invite too", &twin);
	before = office_hash(office);
	office_expect_refused(office, office_redo(office, ALICE), STATUS_CONFLICT, before,
		(const char *const[]){ "cannot redo \"invite\" by Alice",
			"\"invite too\" by Ben, which came later", "two of the same", NULL });
	office_expect_undo(office, BEN, "invite too");
	office_expect_redo(office, ALICE, "invite");
}

/* The same, written in another way, of one and of many at once; two people of one name are two. */
static void
the_same_is_known_by_its_identity(void **state)
{
	struct office *office = *state;
	struct store *alice = office->stores[ALICE];
	const struct type *team = type_find("team");
	struct record record;
	int64_t ann;

	assert_int_equal(store_begin(alice, "add teams", &office->error), STATUS_OK);
	for (int i = 0; i < 3; i++) {
		record_init(&record, team);
		*support_value(&record, "name") =
			value_text(arena_format(&office->arena, "Team %d", i));
		assert_int_equal(store_insert(alice, &record, &office->error), STATUS_OK);
	}
	assert_int_equal(store_end(alice, STATUS_OK, &office->error), STATUS_OK);
	office_expect_undo(office, ALICE, "add teams");
	record_init(&record, team);
	*support_value(&record, "name") = value_text("TEAM  1");
	office_insert(office, BEN, "add TEAM 1", &record);
	office_expect_refused(office, office_redo(office, ALICE), STATUS_CONFLICT,
		office_hash(office),
		(const char *const[]){ "cannot redo \"add teams\" by Alice",
			"\"add TEAM 1\" by Ben, which came later: there would be two", NULL });
	office_expect_undo(office, BEN, "add TEAM 1");
	office_expect_redo(office, ALICE, "add teams");
	ann = office_add_person(office, CARA, NULL, "Ann");
	office_set(office, CARA, ann, "email", value_text("a@x"));
	office_take_away(office, ALICE, ann);
	ann = office_add_person(office, BEN, NULL, "Ann");
	office_set(office, BEN, ann, "email", value_text("b@x"));
	office_expect_undo(office, ALICE, "remove");
}

static void
nobody_makes_anothers_step_undone_for_good(void **state)
{
	struct office *office = *state;
	struct store *alice = office->stores[ALICE], *ben = office->stores[BEN];
	int64_t taken;

	office_add_person(office, BEN, NULL, "B1");
	office_expect_undo(office, BEN, "add B1");
	office_add_person(office, ALICE, NULL, "A1");
	office_expect_redo(office, BEN, "add B1");
	/* Alice takes back what Ben did, by name; what either does then leaves it there. */
	taken = support_number(alice, "SELECT max(id) FROM step WHERE label = 'add B1'");
	assert_int_equal(
		history_turn(alice, true, taken, &office->arena, &office->step, &office->error),
		STATUS_OK);
	assert_string_equal(office->step.who, "Ben");
	office_add_person(office, ALICE, NULL, "A2");
	office_add_person(office, BEN, NULL, "B2");
	assert_int_equal(office_redo(office, ALICE), STATUS_NOT_FOUND);
	assert_int_equal(office_redo(office, BEN), STATUS_NOT_FOUND);
	assert_non_null(strstr(office->error.message, "\"add B1\" by Ben"));
	assert_int_equal(
		history_turn(ben, false, taken, &office->arena, &office->step, &office->error),
		STATUS_OK);
	assert_int_equal(support_number(alice, "SELECT count(*) FROM step WHERE state = 2"), 0);
	/* One's own goes, as ever. */
	office_expect_undo(office, BEN, "add B2");
	office_add_person(office, BEN, NULL, "B3");
	assert_int_equal(support_number(alice, "SELECT count(*) FROM step WHERE state = 2"), 1);
}

static void
a_named_step_is_turned_once(void **state)
{
	struct office *office = *state;
	struct store *store = office->stores[ALICE];
	struct arena *arena = &office->arena;
	struct step *step = &office->step;
	struct error *error = &office->error;
	int64_t origin = support_number(store, "SELECT min(id) FROM step"), added, dropped;

	office_add_person(office, ALICE, NULL, "A1");
	dropped = support_number(store, "SELECT max(id) FROM step");
	office_expect_undo(office, ALICE, "add A1");
	office_add_person(office, ALICE, NULL, "A2");
	added = support_number(store, "SELECT max(id) FROM step");
	assert_int_equal(history_turn(store, true, origin, arena, step, error), STATUS_CONFLICT);
	assert_non_null(strstr(error->message, "cannot be undone"));
	assert_int_equal(history_turn(store, false, dropped, arena, step, error), STATUS_CONFLICT);
	assert_non_null(strstr(error->message, "cannot come back"));
	assert_int_equal(history_turn(store, false, added, arena, step, error), STATUS_CONFLICT);
	assert_non_null(strstr(error->message, "stands already"));
	assert_int_equal(history_turn(store, true, added, arena, step, error), STATUS_OK);
	assert_int_equal(history_turn(store, true, added, arena, step, error), STATUS_CONFLICT);
	assert_non_null(strstr(error->message, "is undone already"));
	assert_int_equal(history_turn(store, true, 77, arena, step, error), STATUS_NOT_FOUND);
}

static void
several_are_all_or_none(void **state)
{
	struct office *office = *state;
	struct store *store = office->stores[ALICE];
	struct step *steps;
	int64_t person;
	uint64_t before;

	person = office_add_person(office, ALICE, NULL, "A1");
	office_add_person(office, BEN, NULL, "B1");
	office_set(office, BEN, person, "email", value_text("b@x"));
	office_add_person(office, ALICE, NULL, "A2");
	before = office_hash(office);
	office_expect_refused(office,
		history_turn_several(store, true, 9999, &office->arena, &steps, &office->error),
		STATUS_NOT_FOUND, before,
		(const char *const[]){ "Alice has 2 steps to undo, not 9999", NULL });
	/* The second is in the way of nobody, the first is. */
	office_expect_refused(office,
		history_turn_several(store, true, 2, &office->arena, &steps, &office->error),
		STATUS_CONFLICT, before,
		(const char *const[]){ "\"add A1\" by Alice", "\"set email\" by Ben", NULL });
	assert_int_equal(support_number(store, "SELECT count(*) FROM turn"), 0);
	office_expect_undo(office, BEN, "set email");
	assert_int_equal(
		history_turn_several(store, true, 2, &office->arena, &steps, &office->error),
		STATUS_OK);
	assert_string_equal(steps[0].label, "add A2");
	assert_string_equal(steps[1].label, "add A1");
	assert_int_equal(
		history_turn_several(store, false, 3, &office->arena, &steps, &office->error),
		STATUS_NOT_FOUND);
	assert_non_null(strstr(office->error.message, "Alice has 2 steps to redo, not 3"));
	assert_int_equal(
		history_turn_several(store, false, 2, &office->arena, &steps, &office->error),
		STATUS_OK);
	assert_string_equal(steps[0].label, "add A1");
	office_expect_redo(office, BEN, "set email");
	assert_true(office_hash(office) == before);
}

static void
the_way_to_a_step_is_gone_whole(void **state)
{
	struct office *office = *state;
	struct store *store = office->stores[ALICE];
	int64_t first, last, moved = 5;
	uint64_t empty = office_hash(office), full;

	first = support_number(store, "SELECT max(id) FROM step");
	office_add_person(office, ALICE, NULL, "A1");
	office_add_person(office, BEN, NULL, "B1");
	office_add_person(office, CARA, NULL, "C1");
	last = support_number(store, "SELECT max(id) FROM step");
	full = office_hash(office);
	assert_int_equal(
		history_go_to(store, first, last - 1, &moved, &office->error), STATUS_CONFLICT);
	assert_int_equal(moved, 0);
	assert_int_equal(history_go_to(store, first, last, &moved, &office->error), STATUS_OK);
	assert_int_equal(moved, -3);
	assert_true(office_hash(office) == empty);
	assert_int_equal(history_go_to(store, last, last, &moved, &office->error), STATUS_OK);
	assert_int_equal(moved, 3);
	assert_true(office_hash(office) == full);
	/* One of them cannot be turned: none is. */
	support_tamper(office->file, "DELETE FROM stakeholder WHERE name = 'A1'");
	assert_int_equal(
		history_go_to(store, first, last, &moved, &office->error), STATUS_CONFLICT);
	assert_int_equal(moved, 0);
	assert_int_equal(support_number(store, "SELECT count(*) FROM stakeholder"), 2);
	support_tamper(office->file, "DELETE FROM stakeholder; DELETE FROM change WHERE type = "
				     "'stakeholder'; UPDATE step SET state = 3");
}

#define TOGETHER(test) cmocka_unit_test_setup_teardown(test, office_set_up, office_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TOGETHER(each_takes_back_his_own),
		TOGETHER(a_later_step_on_the_same_record_is_in_the_way),
		TOGETHER(another_type_with_the_same_number_is_not_in_the_way),
		TOGETHER(what_somebody_refers_to_stays),
		TOGETHER(nothing_comes_back_twice),
		TOGETHER(the_same_is_known_by_its_identity),
		TOGETHER(nobody_makes_anothers_step_undone_for_good),
		TOGETHER(a_named_step_is_turned_once),
		TOGETHER(several_are_all_or_none),
		TOGETHER(the_way_to_a_step_is_gone_whole),
	};

	return cmocka_run_group_tests_name("authors", tests, NULL, NULL);
}
