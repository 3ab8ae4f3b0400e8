/* SPDX-License-Identifier: MIT */
/*
 * The first minutes: no programme yet, a register to look at before it is imported; and what goes
 * out of any page.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"

enum { COMMAND_SIZE = 8192 };

/* A folder of its own, with the programme's absolute path, so that it is found from there. */
struct place {
	char folder[SAMPLE_PATH_SIZE], program[PATH_MAX];
	struct emulator emulator;
};

static int
make_place(void **state)
{
	struct place *place = memory_new(1, sizeof *place);
	const char *base = getenv("TMPDIR");

	snprintf(place->folder, sizeof place->folder, "%s/first-XXXXXX", base ? base : "/tmp");
	assert_non_null(mkdtemp(place->folder));
	assert_non_null(realpath(sample_program(), place->program));
	setenv("XDG_STATE_HOME", place->folder, 1);
	setenv("XDG_DATA_HOME", place->folder, 1);
	unsetenv("ROLLOUT_FILE");
	*state = place;
	return 0;
}

static int
remove_place(void **state)
{
	struct place *place = *state;
	char command[COMMAND_SIZE];

	snprintf(command, sizeof command, "rm -rf '%s'", place->folder);
	assert_int_equal(system(command), 0);
	free(place);
	return 0;
}

static void
open_there(struct place *place, int rows, int columns)
{
	char command[COMMAND_SIZE];
	char shell[] = "sh", option[] = "-c";
	char *const argv[] = { shell, option, command, NULL };

	snprintf(command, sizeof command, "cd '%s' && exec '%s'", place->folder, place->program);
	emulator_start(&place->emulator, rows, columns, argv);
}

static void
write_file(const struct place *place, const char *name, const char *text)
{
	char path[PATH_MAX];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", place->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static bool
is_there(const struct place *place, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/%s", place->folder, name);
	return access(path, F_OK) == 0;
}

static void
test_welcome_is_left(void **state)
{
	static const struct {
		int rows, columns;
	} sizes[] = { { 24, 80 }, { 10, 40 }, { 43, 132 }, { 1, 1 } };
	struct place *place = *state;

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		open_there(place, sizes[i].rows, sizes[i].columns);
		if (sizes[i].rows > 1)
			emulator_wait(&place->emulator, "Look around in the sample");
		emulator_settle(&place->emulator, 100);
		emulator_resize(&place->emulator, 30, 90);
		emulator_wait(&place->emulator, "Quit");
		type_and_wait(&place->emulator, "n", "name of the programme:");
		emulator_type(&place->emulator, "\033");
		emulator_wait_gone(&place->emulator, "name of the programme:");
		sample_quit(&place->emulator);
	}
	assert_false(is_there(place, "sample.rollout"));
}

/* Whatever was begun before is not made when the terminal goes away. */
static void
test_a_closed_terminal_makes_nothing(void **state)
{
	struct place *place = *state;
	int status;

	open_there(place, 24, 80);
	type_and_wait(&place->emulator, "n", "name of the programme:");
	emulator_type(&place->emulator, "\033");
	emulator_wait_gone(&place->emulator, "name of the programme:");
	close(place->emulator.terminal);
	close(place->emulator.line);
	assert_int_equal(waitpid(place->emulator.child, &status, 0), place->emulator.child);
	assert_false(is_there(place, "programme.rollout"));
	vterm_free(place->emulator.vt);
	buffer_clear(&place->emulator.output);
	buffer_clear(&place->emulator.text);
}

static void
test_the_sample_and_a_new_programme(void **state)
{
	struct place *place = *state;

	open_there(place, 24, 80);
	type_and_wait(&place->emulator, "\r", "the sample is yours to play with");
	assert_true(is_there(place, "sample.rollout"));
	sample_quit(&place->emulator);
	write_file(place, "sample.rollout.txt", "");
	assert_int_equal(remove_place(state), 0);
	assert_int_equal(make_place(state), 0);
	place = *state;
	open_there(place, 24, 80);
	type_and_wait(&place->emulator, "n", "name of the programme:");
	type_and_wait(&place->emulator, "Harbour Group\r", "begin with 1");
	assert_true(is_there(place, "harbour-group.rollout"));
	sample_quit(&place->emulator);
}

static void
test_a_register_is_looked_at_first(void **state)
{
	struct place *place = *state;
	struct emulator *emulator = &place->emulator;

	write_file(place, "people.csv",
		"Name,Power (H/M/L),Current Attitude\nMara Quist,H,Supportive\nIda "
		"Lund,L,resistant\n");
	write_file(place, "people.txt", "");
	open_there(place, 30, 100);
	type_and_wait(emulator, "i", "file of the register:");
	type_and_wait(emulator, "no-such-file\r", "no-such-file: No such file or directory");
	emulator_type(emulator, "\x15");
	type_and_wait(emulator, "peo\t", "people.txt");
	type_and_wait(emulator, "csv", "people.csv");
	type_and_wait(emulator, "\r", "name of the programme:");
	type_and_wait(emulator, "First\r", "2 would be added");
	emulator_wait(emulator, "Nothing is written yet");
	emulator_wait(emulator, "Supportive   active");
	/* The column is left out, and looked at again. */
	type_and_wait(emulator, "m", "Which column");
	type_and_wait(emulator, "power", "Power (H/M/L)");
	type_and_wait(emulator, "\r", "What it means");
	type_and_wait(emulator, "left out\r", "left out");
	emulator_wait_gone(emulator, "What it means");
	type_and_wait(emulator, "\r", "2 added, 0 changed");
	emulator_wait(emulator, "Ida Lund");
	type_and_wait(emulator, "u", "taken back");
	emulator_wait_gone(emulator, "Ida Lund");
	sample_quit(emulator);
}

static void
test_bad_records_are_named(void **state)
{
	struct place *place = *state;
	struct emulator *emulator = &place->emulator;

	write_file(place, "people.json",
		"{\"stakeholders\":[{\"name\":\"Mara Quist\",\"influence\":9},{\"name\":\"Ida "
		"Lund\"}]}");
	open_there(place, 30, 100);
	type_and_wait(emulator, "n", "name of the programme:");
	type_and_wait(emulator, "Second\r", "begin with 1");
	type_and_wait(emulator, "3I", "import the file:");
	/* What cannot be read is asked for again, as it was typed. */
	type_and_wait(emulator, "no-such-file\r", "no-such-file: No such file or directory");
	emulator_wait(emulator, "import the file: no-such-file");
	type_and_wait(emulator, "\x15peo\t\r", "Problems: 1");
	emulator_wait(emulator, "1 would be added, 0 changed, 0 are as they were, 1 cannot");
	type_and_wait(emulator, "\r", "the others to:");
	type_and_wait(
		emulator, "\r", "1 added, 0 changed; the rest is in people.json.rejected.json");
	assert_true(is_there(place, "people.json.rejected.json"));
	sample_quit(emulator);
}

/* A workbook of two sheets that both fit: which one is asked for. */
static void
test_import_of_a_workbook(void **state)
{
	struct place *place = *state;
	struct emulator *emulator = &place->emulator;
	char path[PATH_MAX], bytes[8192];
	FILE *from = fopen("tests/screen/two-sheets.xlsx", "rb"), *to;
	size_t length;

	assert_non_null(from);
	length = fread(bytes, 1, sizeof bytes, from);
	fclose(from);
	snprintf(path, sizeof path, "%s/people.xlsx", place->folder);
	to = fopen(path, "wb");
	assert_non_null(to);
	assert_int_equal(fwrite(bytes, 1, length, to), length);
	fclose(to);
	open_there(place, 30, 100);
	type_and_wait(emulator, "n", "name of the programme:");
	type_and_wait(emulator, "Second\r", "begin with 1");
	type_and_wait(emulator, "3I", "import the file:");
	type_and_wait(emulator, "peo\t\r", "more than one sheet may be meant");
	emulator_wait(emulator, "a workbook of 3 sheets: s chooses");
	type_and_wait(emulator, "s", "Which sheet");
	type_and_wait(emulator, "South\r", "1 would be added");
	emulator_wait(emulator, "now \"South\"");
	type_and_wait(emulator, "\r", "1 added, 0 changed");
	emulator_wait(emulator, "Sam South");
	sample_quit(emulator);
}

static void
test_export(void **state)
{
	struct place *place = *state;
	struct emulator *emulator = &place->emulator;

	open_there(place, 30, 100);
	type_and_wait(emulator, "\r", "the sample is yours");
	type_and_wait(emulator, "3x", "register, JSON");
	type_and_wait(emulator, "\r", "Who will read it");
	type_and_wait(emulator, "team\r", "into the file:");
	type_and_wait(emulator, "\r", "written to register-team.json");
	assert_true(is_there(place, "register-team.json"));
	type_and_wait(emulator, "x", "register, JSON");
	type_and_wait(emulator, "\r", "Who will read it");
	type_and_wait(emulator, "team\r", "into the file:");
	type_and_wait(emulator, "\r", "is there already");
	emulator_type(emulator, "n");
	emulator_wait_gone(emulator, "is there already");
	/* A picture offers the lists behind it. */
	type_and_wait(emulator, "4x", "register, JSON");
	type_and_wait(emulator, "activities\r", "Who will read it");
	type_and_wait(emulator, "team\r", "into the file: activities-team.csv");
	type_and_wait(emulator, "\r", "written to activities-team.csv");
	/* Not over the programme itself, whatever is agreed to. */
	type_and_wait(emulator, ":milestones\r", "milestones");
	type_and_wait(emulator, "x", "milestones, CSV");
	type_and_wait(emulator, "\r", "Who will read it");
	type_and_wait(emulator, "\r", "into the file: milestones.csv");
	type_and_wait(emulator, "\x15sample.rollout\r", "is the programme file itself");
	/* Asked again, to go somewhere else; other files that begin so are named meanwhile. */
	type_and_wait(emulator, "\x15no-folder/x\r", "No such file or directory");
	emulator_wait(emulator, "into the file: no-folder/x");
	write_file(place, "register-old.json", "");
	type_and_wait(emulator, "\x15regi\t", "register-old.json");
	type_and_wait(emulator, "\x15milestones.csv\r", "written to milestones.csv");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_welcome_is_left, make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_a_closed_terminal_makes_nothing, make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_the_sample_and_a_new_programme, make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_a_register_is_looked_at_first, make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_bad_records_are_named, make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_import_of_a_workbook, make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_export, make_place, remove_place),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
