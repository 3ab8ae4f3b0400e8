/* SPDX-License-Identifier: MIT */
/* Makes programme files with the program itself. Must not leave a file behind that nobody named. */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MAX = 16 };

const char *
sample_program(void)
{
	const char *program = getenv("ROLLOUT");

	return program ? program : "build/rollout";
}

/* What one program remembers must not change what another one sees. */
static void
pin_state(void)
{
	const char *base = getenv("TMPDIR");
	char folder[SAMPLE_PATH_SIZE];

	snprintf(folder, sizeof folder, "%s/state-%ld", base ? base : "/tmp", (long)getpid());
	setenv("XDG_STATE_HOME", folder, 1);
}

void
sample_pin_environment(void)
{
	pin_state();
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("ROLLOUT_TODAY", "2026-11-22", 1);
	setenv("ROLLOUT_USER", "tester", 1);
	unsetenv("NO_COLOR");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("ESCDELAY");
}

static int
run(char *const *argv)
{
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		int nothing = open("/dev/null", O_RDWR);

		for (int i = 0; i < 3; i++)
			dup2(nothing, i);
		execvp(argv[0], argv);
		_exit(127);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int
sample_run(const char *path, ...)
{
	char *argv[WORDS_MAX + 4];
	char *words[WORDS_MAX];
	int count = 0, used = 0, code;
	va_list values;
	const char *word;

	va_start(values, path);
	while ((word = va_arg(values, const char *)) != NULL && count < WORDS_MAX)
		words[count++] = memory_copy_text(word, strlen(word));
	va_end(values);
	argv[used++] = memory_copy_text(sample_program(), strlen(sample_program()));
	for (int i = 0; i < count; i++)
		argv[used++] = words[i];
	argv[used++] = memory_copy_text("-f", 2);
	argv[used++] = memory_copy_text(path, strlen(path));
	argv[used] = NULL;
	code = run(argv);
	for (int i = 0; i < used; i++)
		free(argv[i]);
	return code;
}

void
sample_create(char path[SAMPLE_PATH_SIZE])
{
	const char *folder = getenv("TMPDIR");

	for (int i = 0; i < 1000; i++) {
		snprintf(path, SAMPLE_PATH_SIZE, "%s/screen-%ld-%d.rollout",
			folder ? folder : "/tmp", (long)getpid(), i);
		if (access(path, F_OK) != 0)
			break;
	}
	assert_int_equal(sample_run(path, "sample", NULL), 0);
}

void
sample_open(struct emulator *emulator, int rows, int columns, const char *path, const char *option)
{
	char *argv[] = { memory_copy_text(sample_program(), strlen(sample_program())),
		memory_copy_text("-f", 2), memory_copy_text(path, strlen(path)),
		option ? memory_copy_text(option, strlen(option)) : NULL, NULL };

	emulator_start(emulator, rows, columns, argv);
	for (int i = 0; argv[i]; i++)
		free(argv[i]);
	if (rows >= 8 && columns >= 30)
		emulator_wait(emulator, "Control");
	else
		emulator_settle(emulator, 300);
}

int
sample_setup(void **state)
{
	struct fixture *fixture = memory_new(1, sizeof *fixture);

	sample_create(fixture->path);
	snprintf(fixture->state, sizeof fixture->state, "%s.state", fixture->path);
	setenv("XDG_STATE_HOME", fixture->state, 1);
	*state = fixture;
	return 0;
}

/* What the program remembers between two runs, which one test must not leave to the next. */
static void
remove_state(const struct fixture *fixture)
{
	static const char *const names[] = { "/rollout/preferences", "/rollout/seen", "/rollout",
		"" };
	char name[sizeof fixture->state + 32];

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		snprintf(name, sizeof name, "%s%s", fixture->state, names[i]);
		remove(name);
	}
}

int
sample_teardown(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->path);
	remove_state(fixture);
	free(fixture);
	return 0;
}

int
sample_setup_file(void **state)
{
	char *path = memory_new(SAMPLE_PATH_SIZE, 1);

	sample_create(path);
	*state = path;
	return 0;
}

int
sample_teardown_file(void **state)
{
	unlink(*state);
	free(*state);
	return 0;
}

const struct screen_size screen_sizes[SCREEN_SIZES] = { { 24, 80, NULL }, { 10, 40, NULL },
	{ 43, 132, "--ascii" } };

void
type_and_wait(struct emulator *emulator, const char *keys, const char *text)
{
	emulator_type(emulator, keys);
	emulator_wait(emulator, text);
}

void
sample_quit(struct emulator *emulator)
{
	emulator_type(emulator, "q");
	assert_int_equal(emulator_end(emulator), 0);
	emulator_assert_restored(emulator);
	emulator_clear(emulator);
}
