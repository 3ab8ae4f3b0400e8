/* SPDX-License-Identifier: MIT */
/*
 * The mouse on tabs, pages and hints, its switch, and copying to the terminal's clipboard.
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

static int
setup(void **state)
{
	struct fixture *fixture = memory_new(1, sizeof *fixture);

	sample_create(fixture->path);
	sample_open(&fixture->emulator, 24, 80, fixture->path, NULL);
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;

	emulator_clear(&fixture->emulator);
	unlink(fixture->path);
	free(fixture);
	return 0;
}

/* A press where the text begins. */
static void
press(struct emulator *emulator, const char *text)
{
	char screen[16384], report[32];
	const char *found, *line;
	int row = 1;

	emulator_wait(emulator, text);
	snprintf(screen, sizeof screen, "%s", emulator_text(emulator));
	found = strstr(screen, text);
	assert_non_null(found);
	line = screen;
	for (const char *at = screen; at < found; at++) {
		if (*at == '\n') {
			row++;
			line = at + 1;
		}
	}
	snprintf(report, sizeof report, "\033[<0;%d;%dM", (int)(found - line) + 1, row);
	emulator_type(emulator, report);
}

static void
quit(struct emulator *emulator)
{
	emulator_type(emulator, "q");
	assert_int_equal(emulator_end(emulator), 0);
	emulator_assert_restored(emulator);
}

/* Whether the program has sent these bytes to the terminal so far. */
static bool
wrote(const struct emulator *emulator, const char *bytes)
{
	size_t length = strlen(bytes), all = emulator->output.length;

	for (size_t i = 0; i + length <= all; i++)
		if (memcmp(emulator->output.data + i, bytes, length) == 0)
			return true;
	return false;
}

static void
test_a_press_goes_where_it_points(void **state)
{
	struct emulator *emulator = &((struct fixture *)*state)->emulator;

	assert_true(wrote(emulator, "\033[?1000h"));
	press(emulator, "4 RACI");
	emulator_wait(emulator, "activities");
	press(emulator, "roles");
	emulator_wait(emulator, "Team coach");
	press(emulator, "? help");
	emulator_wait(emulator, "Keys");
	press(emulator, "Esc cancel");
	emulator_wait_gone(emulator, "Keys");
	quit(emulator);
}

static void
test_the_mouse_can_be_left_to_the_terminal(void **state)
{
	struct emulator *emulator = &((struct fixture *)*state)->emulator;

	assert_false(wrote(emulator, "\033[?1000l"));
	emulator_type(emulator, "m");
	emulator_wait(emulator, "terminal's own again");
	assert_true(wrote(emulator, "\033[?1000l"));
	emulator_type(emulator, "m");
	emulator_wait(emulator, "hold Shift");
	quit(emulator);
}

static void
test_copy_hands_the_title_to_the_clipboard(void **state)
{
	struct emulator *emulator = &((struct fixture *)*state)->emulator;

	emulator_type(emulator, ":roles\r");
	emulator_wait(emulator, "Executive team");
	emulator_type(emulator, "gy");
	emulator_wait(emulator, "clipboard: Executive team");
	assert_true(wrote(emulator, "\033]52;c;RXhlY3V0aXZlIHRlYW0=\a"));
	quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_press_goes_where_it_points, setup, teardown),
		cmocka_unit_test_setup_teardown(
			test_the_mouse_can_be_left_to_the_terminal, setup, teardown),
		cmocka_unit_test_setup_teardown(
			test_copy_hands_the_title_to_the_clipboard, setup, teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("mouse", tests, NULL, NULL);
}
