/* SPDX-License-Identifier: MIT */
/* However the program ends, or is stopped, the terminal is given back as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"

enum { INTERRUPTS = 60 };

static void
check_signal(const char *path, const char *keys, int number, int code)
{
	struct emulator emulator;

	sample_open(&emulator, 24, 80, path, NULL);
	emulator_type(&emulator, keys);
	emulator_settle(&emulator, 50);
	kill(emulator.child, number);
	assert_int_equal(emulator_end(&emulator), code);
	emulator_assert_restored(&emulator);
	emulator_clear(&emulator);
}

static void
test_signals(void **state)
{
	check_signal(*state, "", SIGTERM, 128 + SIGTERM);
	check_signal(*state, "3aTyped", SIGTERM, 128 + SIGTERM);
	check_signal(*state, "", SIGHUP, 128 + SIGHUP);
	check_signal(*state, "3/x", SIGINT, 128 + SIGINT);
	check_signal(*state, "3e", SIGQUIT, 128 + SIGQUIT);
}

/* A crash is still one to the shell that started the program; under a sanitizer it is an exit code.
 */
static void
test_crashes(void **state)
{
	static const int numbers[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE };

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		check_signal(*state, "3", numbers[i], 256 + numbers[i]);
	assert_int_equal(sample_run(*state, "verify", NULL), 0);
}

/* A terminal that goes away ends the program at once. */
static void
test_terminal_vanishes(void **state)
{
	struct emulator emulator;
	int status;

	sample_open(&emulator, 24, 80, *state, NULL);
	close(emulator.terminal);
	close(emulator.line);
	for (int i = 0; i < 500 && waitpid(emulator.child, &status, WNOHANG) == 0; i++)
		poll(NULL, 0, 10);
	assert_int_not_equal(kill(emulator.child, 0), 0);
	emulator.child = 0;
	emulator.terminal = dup(0);
	emulator.line = dup(0);
	emulator_clear(&emulator);
}

static void
test_suspend_and_resume(void **state)
{
	char shell[] = "sh", interactive[] = "-i";
	char *argv[] = { shell, interactive, NULL };
	struct emulator emulator;
	char command[SAMPLE_PATH_SIZE * 2];

	setenv("PS1", "ready> ", 1);
	emulator_start(&emulator, 24, 80, argv);
	emulator_wait(&emulator, "ready>");
	snprintf(command, sizeof command, "%s -f %s\r", sample_program(), (const char *)*state);
	emulator_type(&emulator, command);
	emulator_wait(&emulator, "0 Control");
	assert_true(emulator.alternate);
	emulator_type(&emulator, "3aHalf typed\x1a");
	emulator_wait(&emulator, "Stopped");
	assert_false(emulator.alternate);
	assert_true(emulator_cursor_is_visible(&emulator));
	emulator_resize(&emulator, 30, 100);
	emulator_type(&emulator, "fg; echo code-$?\r");
	emulator_wait(&emulator, "Half typed");
	assert_true(emulator.alternate);
	emulator_type(&emulator, "\x1b");
	emulator_wait(&emulator, "keep editing");
	emulator_type(&emulator, "dq");
	emulator_wait(&emulator, "code-0");
	emulator_type(&emulator, "exit\r");
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_clear(&emulator);
}

/* One line and not one escape code, where the terminal cannot be used. */
static void
check_type(const char *path, const char *type)
{
	char program[SAMPLE_PATH_SIZE], file[SAMPLE_PATH_SIZE], option[] = "-f";
	char *argv[] = { program, option, file, NULL };
	struct emulator emulator;

	snprintf(program, sizeof program, "%s", sample_program());
	snprintf(file, sizeof file, "%s", path);
	if (type)
		setenv("TERM", type, 1);
	else
		unsetenv("TERM");
	emulator_start(&emulator, 24, 80, argv);
	setenv("TERM", "xterm-256color", 1);
	assert_int_equal(emulator_end(&emulator), 1);
	assert_null(strchr(buffer_text(&emulator.output), '\033'));
	assert_non_null(strstr(buffer_text(&emulator.output), "TERM"));
	assert_ptr_equal(strchr(buffer_text(&emulator.output), '\n') + 1,
		buffer_text(&emulator.output) + emulator.output.length);
	emulator_clear(&emulator);
}

static void
test_unusable_terminals(void **state)
{
	char long_name[301];

	memset(long_name, 'x', 300);
	long_name[300] = '\0';
	check_type(*state, NULL);
	check_type(*state, "dumb");
	check_type(*state, "nonesuch");
	check_type(*state, long_name);
}

static void
test_other_terminals(void **state)
{
	static const char *const types[] = { "vt100", "linux", "screen-256color", "xterm" };
	struct emulator emulator;

	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		setenv("TERM", types[i], 1);
		sample_open(&emulator, 24, 80, *state, NULL);
		emulator_type(&emulator, "3");
		emulator_wait(&emulator, "1 of 42");
		emulator_type(&emulator, "q");
		assert_int_equal(emulator_end(&emulator), 0);
		emulator_clear(&emulator);
	}
	setenv("TERM", "xterm-256color", 1);
}

enum colours { COLOURS_NONE, COLOURS_EIGHT, COLOURS_MANY };

/* The richest colours that any "ESC [ … m" of the output asked for. */
static enum colours
colours_of(const struct buffer *output)
{
	enum colours found = COLOURS_NONE;

	for (size_t i = 0; i + 2 < output->length; i++) {
		const char *at = output->data + i + 2, *end = at;

		if (output->data[i] != '\033' || output->data[i + 1] != '[')
			continue;
		end += strspn(end, "0123456789;");
		if (*end != 'm')
			continue;
		while (at < end) {
			long number = strtol(at, NULL, 10);

			if (number == 38 || number == 48)
				return COLOURS_MANY;
			if ((number >= 30 && number <= 37) || (number >= 40 && number <= 47))
				found = COLOURS_EIGHT;
			at += strcspn(at, ";m") + 1;
		}
	}
	return found;
}

/* The same page with 0, 8 and 256 colours, and with none where the person wants none. */
static void
test_colours(void **state)
{
	static const struct {
		const char *terminal, *no_color, *option;
		enum colours expected;
	} cases[] = {
		{ "xterm-256color", NULL, NULL, COLOURS_MANY },
		{ "xterm-256color", "1", NULL, COLOURS_NONE },
		{ "xterm-256color", "", NULL, COLOURS_MANY },
		{ "xterm-256color", "1", "--color=always", COLOURS_MANY },
		{ "xterm-256color", NULL, "--color=never", COLOURS_NONE },
		{ "linux", NULL, NULL, COLOURS_EIGHT },
		{ "vt100", NULL, NULL, COLOURS_NONE },
	};
	struct emulator emulator;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		setenv("TERM", cases[i].terminal, 1);
		if (cases[i].no_color)
			setenv("NO_COLOR", cases[i].no_color, 1);
		sample_open(&emulator, 43, 132, *state, cases[i].option);
		type_and_wait(&emulator, "1", "leadership");
		type_and_wait(&emulator, "3", "1 of 42");
		assert_int_equal(colours_of(&emulator.output), cases[i].expected);
		sample_quit(&emulator);
		unsetenv("NO_COLOR");
	}
	setenv("TERM", "xterm-256color", 1);
}

/* The oldest terminal in the plainest locale: every page is readable, and no byte is beyond ASCII.
 */
static void
test_vt100_in_the_c_locale(void **state)
{
	struct emulator emulator;

	setenv("TERM", "vt100", 1);
	setenv("LC_ALL", "C", 1);
	sample_open(&emulator, 24, 80, *state, NULL);
	emulator_type(&emulator, "1234567\t3");
	emulator_wait(&emulator, "1 of 42");
	emulator_type(&emulator, ":power and interest\r");
	emulator_wait(&emulator, "people are here");
	emulator_type(&emulator, "4");
	emulator_wait(&emulator, "answers in");
	emulator_type(&emulator, "5");
	emulator_wait(&emulator, "Nov 2026");
	for (size_t i = 0; i < emulator.output.length; i++)
		assert_true((unsigned char)emulator.output.data[i] < 0x80);
	emulator_type(&emulator, "q");
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_clear(&emulator);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
}

/* An editor that is stopped by its key stops what it was started from as well. */
static void
test_editor_stops_with_us(void **state)
{
	char shell[] = "sh", interactive[] = "-i";
	char *argv[] = { shell, interactive, NULL };
	struct emulator emulator;
	char command[SAMPLE_PATH_SIZE * 2], script[SAMPLE_PATH_SIZE];
	FILE *file;

	snprintf(script, sizeof script, "%s.editor", (const char *)*state);
	file = fopen(script, "w");
	assert_non_null(file);
	fputs("#!/bin/sh\nkill -TSTP 0\n", file);
	fclose(file);
	assert_int_equal(chmod(script, 0700), 0);
	setenv("VISUAL", script, 1);
	setenv("PS1", "ready> ", 1);
	emulator_start(&emulator, 24, 80, argv);
	emulator_wait(&emulator, "ready>");
	snprintf(command, sizeof command, "%s -f %s\r", sample_program(), (const char *)*state);
	emulator_type(&emulator, command);
	emulator_wait(&emulator, "0 Control");
	type_and_wait(&emulator, "3", "1 of 42");
	emulator_type(&emulator, "E");
	emulator_wait(&emulator, "Stopped");
	emulator_type(&emulator, "fg; echo code-$?\r");
	emulator_wait(&emulator, "nothing was changed");
	emulator_type(&emulator, "q");
	emulator_wait(&emulator, "code-0");
	emulator_type(&emulator, "exit\r");
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_clear(&emulator);
	unsetenv("VISUAL");
}

/* Between our screen and the editor's, the key that interrupts reaches neither as a signal. */
static void
test_interrupts_around_the_editor(void **state)
{
	struct emulator emulator;

	setenv("VISUAL", "true", 1);
	sample_open(&emulator, 24, 80, *state, NULL);
	type_and_wait(&emulator, "3", "1 of 42");
	for (int i = 0; i < INTERRUPTS; i++) {
		emulator_type(&emulator, "E");
		for (int k = 0; k < 8; k++) {
			emulator_type(&emulator, "\x03");
			emulator_settle(&emulator, 1);
		}
	}
	emulator_wait(&emulator, "1 of 42");
	sample_quit(&emulator);
	unsetenv("VISUAL");
}

/* Taking the terminal back after a stop makes it no signal either. */
static void
test_interrupts_while_going_on(void **state)
{
	const struct timespec pause = { .tv_nsec = 200000 };
	struct emulator emulator;

	sample_open(&emulator, 24, 80, *state, NULL);
	type_and_wait(&emulator, "3", "1 of 42");
	for (int i = 0; i < INTERRUPTS; i++) {
		kill(emulator.child, SIGSTOP);
		kill(emulator.child, SIGCONT);
		/* As close as can be: it is a matter of a moment. */
		for (int k = 0; k < 30; k++) {
			emulator_type(&emulator, "\x03");
			nanosleep(&pause, NULL);
		}
		emulator_settle(&emulator, 5);
	}
	emulator_wait(&emulator, "1 of 42");
	sample_quit(&emulator);
}

/* Nothing tells us of SIGSTOP, and the shell has written over the screen when we go on. */
static void
test_stopped_from_outside(void **state)
{
	static const char shell[] = "\033[?1049l\033[?2004l[1]+  Stopped";
	struct emulator emulator;
	int status = 0;

	sample_open(&emulator, 24, 80, *state, NULL);
	emulator_wait(&emulator, "Purpose");
	kill(emulator.child, SIGSTOP);
	assert_int_equal(waitpid(emulator.child, &status, WUNTRACED), emulator.child);
	assert_true(WIFSTOPPED(status));
	tcsetattr(emulator.line, TCSANOW, &emulator.before);
	vterm_input_write(emulator.vt, shell, sizeof shell - 1);
	kill(emulator.child, SIGCONT);
	emulator_wait(&emulator, "Purpose");
	assert_true(emulator.alternate);
	emulator_type(&emulator, "3");
	emulator_wait(&emulator, "1 of 42");
	sample_quit(&emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_crashes),
		cmocka_unit_test(test_terminal_vanishes),
		cmocka_unit_test(test_suspend_and_resume),
		cmocka_unit_test(test_stopped_from_outside),
		cmocka_unit_test(test_unusable_terminals),
		cmocka_unit_test(test_vt100_in_the_c_locale),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_other_terminals),
		cmocka_unit_test(test_editor_stops_with_us),
		cmocka_unit_test(test_interrupts_around_the_editor),
		cmocka_unit_test(test_interrupts_while_going_on),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name(
		"ways out", tests, sample_setup_file, sample_teardown_file);
}
