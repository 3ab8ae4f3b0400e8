/* SPDX-License-Identifier: MIT */
/*
 * The file is replaced, as git and programs that synchronise folders do it, or is gone, while the
 * terminal is open: it is noticed at rest, asked about, and what was typed is kept.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sample.h"

/* Another copy of the programme, with a change of its own, moved into the file's place. */
static void
replace(struct fixture *fixture, const char *text)
{
	char other[SAMPLE_PATH_SIZE + 16], argument[128];

	snprintf(other, sizeof other, "%s.other", fixture->path);
	snprintf(argument, sizeof argument, "text=%s", text);
	assert_int_equal(sample_run(fixture->path, "backup", other, NULL), 0);
	assert_int_equal(sample_run(other, "add", "tip", argument, NULL), 0);
	assert_int_equal(rename(other, fixture->path), 0);
}

/* The one file whose name matches what stands behind the file's; "" where there is none. */
static const char *
find_beside(struct fixture *fixture, const char *pattern, char out[SAMPLE_PATH_SIZE + 64])
{
	char wanted[SAMPLE_PATH_SIZE + 32];
	glob_t found;

	snprintf(wanted, sizeof wanted, "%s%s", fixture->path, pattern);
	out[0] = '\0';
	if (glob(wanted, 0, NULL, &found) == 0 && found.gl_pathc == 1)
		snprintf(out, SAMPLE_PATH_SIZE + 64, "%s", found.gl_pathv[0]);
	globfree(&found);
	return out;
}

static void
test_a_form_goes_on_over_the_new_file(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":tips\r", "1 of ");
	type_and_wait(emulator, "a", "New tip");
	type_and_wait(emulator, "Ask the sceptics first", "Ask the sceptics first");
	replace(fixture, "From the other file");
	emulator_wait(emulator, "The file was replaced");
	/* Waiting asks again; nothing is read from what is not there any more. */
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "The file was replaced");
	emulator_wait(emulator, "The file was replaced");
	type_and_wait(emulator, "o", "opened anew");
	emulator_wait(emulator, "Ask the sceptics first");
	type_and_wait(emulator, "\x13", "added the tip");
	emulator_wait(emulator, "From the other file");
	sample_quit(emulator);
	assert_int_equal(
		sample_run(fixture->path, "remove", "tip", "Ask the sceptics first", "--yes", NULL),
		0);
	assert_int_equal(
		sample_run(fixture->path, "remove", "tip", "From the other file", "--yes", NULL),
		0);
}

static void
test_what_was_open_is_kept_on_request(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char copy[SAMPLE_PATH_SIZE + 64];

	sample_open(emulator, 24, 100, fixture->path, NULL);
	assert_int_equal(
		sample_run(fixture->path, "add", "tip", "text=Only in the old one", NULL), 0);
	emulator_wait(emulator, "Only in the old one");
	assert_int_equal(sample_run(fixture->path, "undo", NULL), 0);
	emulator_wait(emulator, "took back");
	assert_int_equal(sample_run(fixture->path, "redo", NULL), 0);
	emulator_wait(emulator, "did again");
	replace(fixture, "From the other file");
	emulator_wait(emulator, "The file was replaced");
	type_and_wait(emulator, "k", "what was open is");
	type_and_wait(emulator, ":tips\rG", "From the other file");
	sample_quit(emulator);
	assert_true(*find_beside(fixture, ".kept-*.bak", copy) != '\0');
	assert_int_equal(sample_run(copy, "verify", NULL), 0);
	assert_int_equal(sample_run(copy, "undo", NULL), 0);
	assert_int_equal(unlink(copy), 0);
}

static void
test_a_file_that_is_gone_is_saved_again(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Saved again", NULL), 0);
	emulator_wait(emulator, "Saved again");
	assert_int_equal(unlink(fixture->path), 0);
	emulator_wait(emulator, "The file is gone");
	type_and_wait(emulator, "s", "saved again");
	type_and_wait(emulator, ":tips\rG", "Saved again");
	type_and_wait(emulator, "d", "Delete");
	type_and_wait(emulator, "y", "u brings it back");
	sample_quit(emulator);
	assert_int_equal(sample_run(fixture->path, "verify", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "undo", NULL), 0);
}

/* A journal beside the name belongs to whoever writes the other file: it is left alone. */
static void
test_the_other_files_journal_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char journal[SAMPLE_PATH_SIZE + 16];
	struct stat status;
	int descriptor;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	replace(fixture, "From the other file");
	snprintf(journal, sizeof journal, "%s-journal", fixture->path);
	descriptor = open(journal, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, "somebody else's journal", 23), 23);
	close(descriptor);
	emulator_wait(emulator, "The file was replaced");
	type_and_wait(emulator, "k", "another program is writing");
	emulator_wait(emulator, "The file was replaced");
	assert_int_equal(stat(journal, &status), 0);
	assert_int_equal(status.st_size, 23);
	assert_int_equal(unlink(journal), 0);
	type_and_wait(emulator, "o", "opened anew");
	sample_quit(emulator);
}

/* What is no programme is not opened, and the question stays. */
static void
test_what_is_no_programme_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char other[SAMPLE_PATH_SIZE + 16];
	FILE *file;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	snprintf(other, sizeof other, "%s.other", fixture->path);
	file = fopen(other, "we");
	assert_non_null(file);
	fputs("<<<<<<< a conflict that git left\n", file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(rename(other, fixture->path), 0);
	emulator_wait(emulator, "The file was replaced");
	type_and_wait(emulator, "o", "is not a rollout programme file");
	emulator_wait(emulator, "The file was replaced");
	assert_int_equal(unlink(fixture->path), 0);
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "The file is gone");
	type_and_wait(emulator, "s", "saved again");
	sample_quit(emulator);
	assert_int_equal(sample_run(fixture->path, "verify", NULL), 0);
}

#define REPLACING(test) cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		REPLACING(test_a_form_goes_on_over_the_new_file),
		REPLACING(test_what_was_open_is_kept_on_request),
		REPLACING(test_a_file_that_is_gone_is_saved_again),
		REPLACING(test_the_other_files_journal_is_left_alone),
		REPLACING(test_what_is_no_programme_is_refused),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("replaced", tests, NULL, NULL);
}
