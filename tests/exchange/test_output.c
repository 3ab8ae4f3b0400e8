/* SPDX-License-Identifier: MIT */
/*
 * Outputs: a target file appears whole or not at all, nothing is left beside it, nothing special is
 * replaced, and failures are reported once, at the end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rollout/base/memory.h"
#include "rollout/exchange/output.h"

struct folder {
	char path[64];
	char target[96];
};

static int
make_folder(void **state)
{
	struct folder *folder = memory_new(1, sizeof *folder);

	snprintf(folder->path, sizeof folder->path, "/tmp/rollout-test-XXXXXX");
	assert_non_null(mkdtemp(folder->path));
	snprintf(folder->target, sizeof folder->target, "%s/target.json", folder->path);
	*state = folder;
	return 0;
}

static int
remove_folder(void **state)
{
	struct folder *folder = *state;

	(void)chmod(folder->path, 0700);
	if (unlink(folder->target) < 0)
		(void)rmdir(folder->target);
	assert_int_equal(rmdir(folder->path), 0);
	free(folder);
	return 0;
}

static size_t
count_files(const struct folder *folder)
{
	DIR *directory = opendir(folder->path);
	size_t count = 0;

	while (readdir(directory))
		count++;
	closedir(directory);
	return count - 2;
}

static void
put_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void
assert_content(const char *path, const char *expected)
{
	char text[64] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	assert_int_equal(fread(text, 1, sizeof text - 1, file), strlen(expected));
	assert_string_equal(text, expected);
	fclose(file);
}

static enum status
write_file(const char *path, bool force, struct error *error)
{
	struct output *output;
	enum status status = output_open_file(path, force, &output, error);

	if (status != STATUS_OK) {
		assert_null(output);
		return status;
	}
	output_text(output, "new ");
	output_text(output, "text\n");
	return output_finish(output, error);
}

static void
test_new_file(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	struct output *output;
	struct stat file;

	assert_int_equal(output_open_file(folder->target, false, &output, &error), STATUS_OK);
	output_text(output, "text");
	assert_int_equal(access(folder->target, F_OK), -1);
	assert_int_equal(count_files(folder), 1);
	assert_int_equal(output_finish(output, &error), STATUS_OK);
	assert_content(folder->target, "text");
	assert_int_equal(stat(folder->target, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(count_files(folder), 1);
}

static void
test_relative_path(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	int here = open(".", O_RDONLY);

	assert_int_equal(chdir(folder->path), 0);
	assert_int_equal(write_file("target.json", false, &error), STATUS_OK);
	assert_int_equal(fchdir(here), 0);
	close(here);
	assert_content(folder->target, "new text\n");
	assert_int_equal(count_files(folder), 1);
}

static void
test_force(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	char expected[160];

	put_file(folder->target, "old");
	snprintf(expected, sizeof expected, "%s: exists already; --force replaces it",
		folder->target);
	assert_int_equal(write_file(folder->target, false, &error), STATUS_CONFLICT);
	assert_string_equal(error.message, expected);
	assert_content(folder->target, "old");
	assert_int_equal(write_file(folder->target, true, &error), STATUS_OK);
	assert_content(folder->target, "new text\n");
	assert_int_equal(count_files(folder), 1);
}

/* A file that appears while ours is being written is not replaced. */
static void
test_appears_meanwhile(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	struct output *output;

	assert_int_equal(output_open_file(folder->target, false, &output, &error), STATUS_OK);
	put_file(folder->target, "theirs");
	output_text(output, "ours");
	assert_int_equal(output_finish(output, &error), STATUS_CONFLICT);
	assert_content(folder->target, "theirs");
	assert_int_equal(count_files(folder), 1);
}

static void
test_abandon(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	struct output *output;

	put_file(folder->target, "old");
	assert_int_equal(output_open_file(folder->target, true, &output, &error), STATUS_OK);
	output_text(output, "half");
	output_abandon(output);
	output_abandon(NULL);
	assert_content(folder->target, "old");
	assert_int_equal(count_files(folder), 1);
}

static void
test_folder_as_target(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	char slash[128];

	assert_int_equal(mkdir(folder->target, 0700), 0);
	assert_int_equal(write_file(folder->target, true, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, ": is a folder"));
	snprintf(slash, sizeof slash, "%s/", folder->target);
	assert_int_equal(write_file(slash, true, &error), STATUS_FAILED);
	assert_int_equal(write_file("", true, &error), STATUS_FAILED);
	snprintf(slash, sizeof slash, "%s/none/x", folder->target);
	assert_int_equal(write_file(slash, true, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, ": cannot write: No such file"));
	assert_int_equal(count_files(folder), 1);
}

static void
test_link(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	char other[128];
	struct stat file;

	snprintf(other, sizeof other, "%s/other", folder->path);
	put_file(other, "other");
	assert_int_equal(symlink(other, folder->target), 0);
	assert_int_equal(write_file(folder->target, false, &error), STATUS_CONFLICT);
	assert_int_equal(write_file(folder->target, true, &error), STATUS_OK);
	assert_int_equal(lstat(folder->target, &file), 0);
	assert_true(S_ISREG(file.st_mode));
	assert_content(other, "other");
	unlink(other);
	unlink(folder->target);
	assert_int_equal(symlink("nowhere", folder->target), 0);
	assert_int_equal(write_file(folder->target, true, &error), STATUS_OK);
	assert_content(folder->target, "new text\n");
}

static void
test_special_targets(void **state)
{
	static const char *const links[] = { "/dev/null", "/proc/self/fd/1" };
	struct folder *folder = *state;
	struct error error = { 0 };
	struct stat file;

	assert_int_equal(mkfifo(folder->target, 0600), 0);
	assert_int_equal(write_file(folder->target, true, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, ": is not an ordinary file"));
	assert_int_equal(write_file("/dev/null", true, &error), STATUS_FAILED);
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		unlink(folder->target);
		assert_int_equal(symlink(links[i], folder->target), 0);
		assert_int_equal(write_file(folder->target, true, &error), STATUS_FAILED);
		assert_int_equal(lstat(folder->target, &file), 0);
		assert_true(S_ISLNK(file.st_mode));
	}
	assert_int_equal(count_files(folder), 1);
}

/* A limit on the size of files stands in for a full disk. */
static void
test_disk_full(void **state)
{
	struct folder *folder = *state;
	struct error error = { 0 };
	struct rlimit old, small;
	struct output *output;
	char *text = memory_new(1 << 20, 1);

	put_file(folder->target, "old");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 300000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(output_open_file(folder->target, true, &output, &error), STATUS_OK);
	for (int i = 0; i < 3; i++) {
		output_write(output, text, 1000);
		output_write(output, text, 1 << 20);
	}
	assert_int_equal(output_finish(output, &error), STATUS_FAILED);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_non_null(strstr(error.message, "target.json: cannot write: File too large"));
	assert_content(folder->target, "old");
	assert_int_equal(count_files(folder), 1);
	free(text);
}

static void
test_descriptors(void **state)
{
	struct error error = { 0 };
	int ends[2], full = open("/dev/full", O_WRONLY);
	struct output *output = output_open_descriptor(full);

	(void)state;
	output_text(output, "x");
	assert_int_equal(output_finish(output, &error), STATUS_FAILED);
	assert_string_equal(error.message, "output: cannot write: No space left on device");
	close(full);
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	output = output_open_descriptor(ends[1]);
	output_text(output, "x");
	assert_int_equal(output_finish(output, &error), STATUS_FAILED);
	assert_string_equal(error.message, "");
	assert_int_equal(fcntl(ends[1], F_GETFD), 0);
	close(ends[1]);
}

static void
test_memory(void **state)
{
	struct error error = { 0 };
	struct output *output = output_open_memory();
	size_t length;

	(void)state;
	assert_string_equal(output_memory(output, &length), "");
	assert_int_equal(length, 0);
	for (int i = 0; i < 100000; i++)
		output_write(output, "a\0b", 3);
	assert_memory_equal(output_memory(output, &length) + 299997, "a\0b", 4);
	assert_int_equal(length, 300000);
	assert_int_equal(output_finish(output, &error), STATUS_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_new_file, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_relative_path, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_force, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_appears_meanwhile, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_abandon, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_folder_as_target, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_link, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_special_targets, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_disk_full, make_folder, remove_folder),
		cmocka_unit_test(test_descriptors),
		cmocka_unit_test(test_memory),
	};

	return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
