/* SPDX-License-Identifier: MIT */
/*
 * A storm of keys, pastes, resizes and signals ends nothing but itself: not the program, not the
 * terminal, not the file; also while another lead takes back what the screen shows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sample.h"

enum { STORM_KEYS = 4000, STORM_BURST = 20, WAYS_OUT = 10, DEPTH_MOST = 5 };

static void
pick_key(uint64_t *seed, char out[64])
{
	static const char *const keys[] = { "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~",
		"\x1b[6~", "\t", "\x1b[Z", "\r", "\r", "\x13", "\x7f", "\x1b", "\x1b", "y", "n",
		"d", "s", "k", "a", "e", "u", "\x12", "w", "?", "/", ":", "0", "1", "2", "3", "4",
		"5", "6", "7", "G", "g", "S", "N", "+", "-", " ", "\x15", "\x0b", "\x17", "\x0c",
		"\x03", "5", "tomorrow", "\xc3\xa9", "\xcc\x81", "\xe4\xb8\xad", "\xf0\x9f\x98\x80",
		"\x1b[200~x\ny\x1b[201~", "\x1b[<0;1;1M", "\xff", "undo\r", "tips\r", "f", "c", "C",
		"i", "p", "r", "o", "v", "n", "b", "t", "h", "l", "*", "z", "!", "$", ".", "\x0f",
		"\x14", "\x19", "E", "theme\r", "glyphs\r", "D", "F", "I", "J", "K", "L", "M", "O",
		"P", "R", "T", "U", "V", "W", "Z", "m", "j", "=", "<", ">", "[", "]", "%", ",", ";",
		"\x1b[<0;20;9M", "\x1b[<64;20;9M", "\x1b[<0;60;12M", "\x1b[1;2C", "\x1b[3~" };

	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	snprintf(out, 64, "%s", keys[(*seed >> 33) % (sizeof keys / sizeof keys[0])]);
}

/* Out of what is open and to a page where the next keys mean something, in turn to all of them. */
static void
go_somewhere(struct emulator *emulator, int turn)
{
	static const char *const places[] = { "0", "0l", "1\r\r", "1r", "2", "2l", "2ll", "2lll",
		"2llll", "3", "3l", "3ll", "4", "5", "5n\r", "6", "6l", "7", ":log\r", ":plan\r",
		":milestone\rp", ":rate\r", ":import\r", ":stakeholder\rL" };

	for (int i = 0; i < DEPTH_MOST; i++)
		emulator_type(emulator, "\x1b");
	emulator_type(emulator, places[(size_t)turn % (sizeof places / sizeof places[0])]);
}

/* What does not mean to end it: a resize that was none, and being stopped and continued. */
static void
send_signal(pid_t child, int turn)
{
	if (turn % 7 == 0)
		kill(child, SIGWINCH);
	if (turn % 31 == 0) {
		kill(child, SIGSTOP);
		kill(child, SIGCONT);
	}
}

static bool
has_ended(const struct emulator *emulator)
{
	siginfo_t info = { 0 };

	return waitid(P_PID, (id_t)emulator->child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
	       info.si_pid != 0;
}

static void
step_back(struct emulator *emulator)
{
	emulator_type(emulator, "\x1b");
	emulator_settle(emulator, 100);
	while (emulator_shows(emulator, "keep editing")) {
		emulator_type(emulator, "d");
		emulator_settle(emulator, 100);
	}
}

/* Out of whatever is open, however slowly it answers. */
static void
leave(struct emulator *emulator)
{
	for (int i = 0; i < WAYS_OUT && !has_ended(emulator); i++) {
		for (int k = 0; k < DEPTH_MOST; k++)
			step_back(emulator);
		emulator_type(emulator, "q");
		emulator_settle(emulator, 100);
	}
}

static void
storm(struct emulator *emulator, int keys)
{
	static const int sizes[][2] = { { 24, 80 }, { 10, 40 }, { 1, 1 }, { 43, 132 }, { 6, 20 } };
	const char *chosen = getenv("STORM_SEED");
	uint64_t seed = chosen ? strtoull(chosen, NULL, 10) : 20261122;

	for (int i = 0; i < keys; i += STORM_BURST) {
		go_somewhere(emulator, i / STORM_BURST);
		for (int k = 0; k < STORM_BURST; k++) {
			char key[64];

			pick_key(&seed, key);
			emulator_type(emulator, key);
		}
		emulator_settle(emulator, 10);
		send_signal(emulator->child, i / STORM_BURST);
		if (i % 800 == 0)
			emulator_resize(emulator, sizes[i / 800 % 5][0], sizes[i / 800 % 5][1]);
		if (has_ended(emulator))
			fail_msg("it ended with %#x", (unsigned int)emulator_end(emulator));
	}
}

/* The same keys every time; STORM_SEED=N looks for trouble in others. */
static void
test_storm_of_keys(void **state)
{
	struct emulator emulator;

	setenv("VISUAL", "true", 1);
	sample_open(&emulator, 24, 80, *state, NULL);
	storm(&emulator, STORM_KEYS);
	emulator_resize(&emulator, 24, 80);
	leave(&emulator);
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_assert_restored(&emulator);
	emulator_clear(&emulator);
	assert_int_equal(sample_run(*state, "verify", NULL), 0);
}

/* Takes everything back and does it again, over and over. */
static pid_t
start_another_lead(const char *path)
{
	const struct timespec pause = { .tv_nsec = 200000000 };
	pid_t lead = fork();

	while (lead == 0) {
		sample_run(path, "undo", NULL);
		nanosleep(&pause, NULL);
		sample_run(path, "redo", NULL);
		nanosleep(&pause, NULL);
	}
	return lead;
}

static void
test_storm_beside_another_lead(void **state)
{
	struct emulator emulator;
	pid_t lead;

	setenv("VISUAL", "true", 1);
	sample_open(&emulator, 24, 80, *state, NULL);
	lead = start_another_lead(*state);
	assert_true(lead > 0);
	storm(&emulator, STORM_KEYS / 4);
	kill(lead, SIGKILL);
	waitpid(lead, NULL, 0);
	emulator_resize(&emulator, 24, 80);
	leave(&emulator);
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_clear(&emulator);
	assert_int_equal(sample_run(*state, "verify", NULL), 0);
}

/* Where there is next to nothing, no key finds what it needs. */
static void
test_storm_over_an_empty_programme(void **state)
{
	struct emulator emulator;

	setenv("VISUAL", "true", 1);
	unlink(*state);
	assert_int_equal(sample_run(*state, "new", "Empty", "--bare", NULL), 0);
	sample_open(&emulator, 24, 80, *state, NULL);
	storm(&emulator, STORM_KEYS / 4);
	emulator_resize(&emulator, 24, 80);
	leave(&emulator);
	assert_int_equal(emulator_end(&emulator), 0);
	emulator_assert_restored(&emulator);
	emulator_clear(&emulator);
	assert_int_equal(sample_run(*state, "verify", NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_storm_of_keys),
		cmocka_unit_test(test_storm_beside_another_lead),
		cmocka_unit_test(test_storm_over_an_empty_programme),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("storm", tests, sample_setup_file, sample_teardown_file);
}
