/* SPDX-License-Identifier: MIT */
/*
 * The register: the list with the person it stands on, power and interest, influence, engagement.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample.h"

static void
test_detail_follows_the_list(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\r", "Engineering Manager");
	emulator_wait(emulator, "influences Platform engineers");
	emulator_wait(emulator, "influence 3, interest 5");
	/* What is changed in the list changes beside it; a rule stands there with what to do. */
	type_and_wait(emulator, ":filter pumpen\r", "Medivance Pumpen");
	emulator_wait(emulator, "S2");
	emulator_wait_gone(emulator, "Engineering Manager");
	emulator_resize(emulator, 24, 80);
	emulator_wait(emulator, "owner     nobody");
	emulator_resize(emulator, 10, 40);
	emulator_wait_gone(emulator, "owner     nobody");
	emulator_wait(emulator, "Medivance Pumpen");
	sample_quit(emulator);
}

static void
test_grid_leads_to_the_people(void **state)
{
	static const struct {
		int rows, columns;
		const char *option;
	} sizes[] = { { 24, 80, NULL }, { 10, 40, NULL }, { 43, 132, "--ascii" } };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sample_open(
			emulator, sizes[i].rows, sizes[i].columns, fixture->path, sizes[i].option);
		type_and_wait(emulator, ":power and interest\r", "influence");
		type_and_wait(emulator, "jll", "[3]");
		emulator_wait(emulator, "influence 4, interest 3: 3");
		type_and_wait(emulator, "\r", "filter on");
		emulator_wait(emulator, "1 of 3");
		/* Back to the cell one came from. */
		emulator_type(emulator, "\033");
		emulator_wait_gone(emulator, "filter on");
		emulator_settle(emulator, 100);
		type_and_wait(emulator, "\033", "[3]");
		sample_quit(emulator);
	}
}

static void
test_influence_and_engagement(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\r", "Engineering Manager");
	type_and_wait(emulator, ":influence\r", "On whom they bear");
	emulator_wait(emulator, "Platform engineers");
	emulator_wait(emulator, "blocks, strength 3");
	type_and_wait(emulator, "\r", " of 42");
	type_and_wait(emulator, ":by stage\r", "pre launch");
	emulator_wait(emulator, "actions,");
	type_and_wait(emulator, ":risk grid\r", "risks are open");
	emulator_wait(emulator, "likelihood 5, impact 1: ");
	type_and_wait(emulator, "\r", "filter: likelihood=5 impact=1 state=open");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "filter on");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, ":by stage\r", "pre launch");
	type_and_wait(emulator, "\r", "filter: group=executive_sponsor stage=pre_launch");
	sample_quit(emulator);
}

/* A register whose rules take too long to be run beside the keys. */
static void
write_large_register(const char *path)
{
	enum { PEOPLE = 4000, NOTE = 5000 };
	char note[NOTE + 1];
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	memset(note, 'n', NOTE);
	note[NOTE] = '\0';
	for (int i = 0; i < PEOPLE; i++)
		fprintf(file, "%c{\"id\": \"p%d\", \"name\": \"Person %04d\", \"notes\": \"%s\"}\n",
			i == 0 ? '[' : ',', i, i, note);
	fputs("]\n", file);
	assert_int_equal(fclose(file), 0);
}

/* Even there the person it stands on comes with what the rule book says. */
static void
test_findings_in_a_large_register(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char people[SAMPLE_PATH_SIZE + 8];

	unlink(fixture->path);
	snprintf(people, sizeof people, "%s.json", fixture->path);
	write_large_register(people);
	assert_int_equal(sample_run(fixture->path, "new", "Large", "--bare", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "import", "register", people, NULL), 0);
	unlink(people);
	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3", "Person 0001");
	emulator_wait(emulator, "S2");
	type_and_wait(emulator, "G", "Person 3999");
	emulator_wait(emulator, "S2");
	type_and_wait(emulator, "w", "What to do");
	emulator_type(emulator, "\x1b");
	emulator_wait_gone(emulator, "What to do");
	/* What is mended is not said any more. */
	assert_int_equal(
		sample_run(fixture->path, "set", "stakeholder", "p3999", "owner=p1", NULL), 0);
	emulator_wait_gone(emulator, "S2");
	sample_quit(emulator);
}

/* A contact and a link are noted from the person one stands on, and one stays there. */
static void
test_contacts_and_links_of_a_person(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 100, fixture->path, NULL);
	type_and_wait(emulator, "3/devane\r", "days late");
	type_and_wait(emulator, "t", "New contact");
	emulator_wait(emulator, "2026-11-22");
	type_and_wait(emulator, "\x13", "added the contact");
	/* The log counts as in S4, which has nothing to say any more. */
	emulator_wait(emulator, "contact   2026-11-22, next by 2026-12-20");
	emulator_wait_gone(emulator, "days late");
	type_and_wait(emulator, "u", "days late");
	/* What is filled in is not asked first. */
	type_and_wait(emulator, "L", "New relationship");
	type_and_wait(emulator, "Chidinma Eze\x13", "added the relationship");
	emulator_wait(emulator, "influences Chidinma Eze");
	type_and_wait(emulator, "u", "taken back");
	sample_quit(emulator);
}

/* Only where somebody is to be won over. */
static void
test_who_can_help_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/gorski\r", "can help  Bj\u00f6rn \u00c5kesson \u25b8 Sanne");
	type_and_wait(emulator, ":influence\r", "Who can help, best first");
	emulator_wait(emulator, "0.36");
	type_and_wait(emulator, "\r", "Director of C");
	emulator_wait_gone(emulator, "can help");
	sample_quit(emulator);
}

static void
test_an_empty_register_says_how_to_begin(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char path[SAMPLE_PATH_SIZE + 8];

	snprintf(path, sizeof path, "%s.bare", fixture->path);
	assert_int_equal(sample_run(path, "new", "Bare", "--bare", NULL), 0);
	sample_open(emulator, 24, 100, path, NULL);
	type_and_wait(emulator, "3", "a adds the first, I reads them from a");
	emulator_wait(emulator, "the rollout, slow it or");
	type_and_wait(emulator, "1", "there is no question yet");
	sample_quit(emulator);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_detail_follows_the_list, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_grid_leads_to_the_people, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_influence_and_engagement, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_findings_in_a_large_register, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_contacts_and_links_of_a_person, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_who_can_help_is_named, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_an_empty_register_says_how_to_begin, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
