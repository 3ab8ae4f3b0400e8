/* SPDX-License-Identifier: MIT */
/* No space: the limit on the size of files stands in for a full disk or a quota. The change fails
 * with a reason, the old file stays, nothing is left lying about. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../store/support.h"

enum { SIZES = 20, FILE_MOST = 1 << 20, DONE = 0, REFUSED = 1, WRONG = 2 };

static struct store *
open_within(const char *path, size_t limit)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct rlimit size = { limit, limit };

	/* As main() does: without it the process would be killed. */
	signal(SIGXFSZ, SIG_IGN);
	if (store_open(path, &options, &store, &error) != STATUS_OK ||
		setrlimit(RLIMIT_FSIZE, &size) != 0)
		_exit(WRONG);
	return store;
}

static int
says_no(enum status status, const struct error *error)
{
	if (status == STATUS_OK)
		return DONE;
	return status == STATUS_FAILED && error->message[0] ? REFUSED : WRONG;
}

static int
add_people(const char *path, size_t limit)
{
	struct store *store = open_within(path, limit);
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;
	enum status status = store_begin(store, "add", &error);
	int64_t count = 0;
	int answer;

	for (int i = 0; i < 1500 && status == STATUS_OK; i++) {
		support_fill(&record, type_find("stakeholder"), i, &arena);
		status = store_insert(store, &record, &error);
		arena_reset(&arena);
	}
	status = store_end(store, status, &error);
	answer = says_no(status, &error);
	/* The connection is none the worse: the next look sees the old file. Only below the file's
	 * own size even going back finds no space. */
	if (answer == REFUSED && limit > FILE_MOST &&
		(store_count(store, &(struct query){ .type = type_find("stakeholder") }, &count,
			 &error) != STATUS_OK ||
			count != 100))
		answer = WRONG;
	store_close(store);
	arena_clear(&arena);
	return answer;
}

static int
undo(const char *path, size_t limit)
{
	struct store *store = open_within(path, limit);
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct step step;
	int answer = says_no(history_undo(store, &arena, &step, &error), &error);

	store_close(store);
	arena_clear(&arena);
	return answer;
}

static int
back_up(const char *path, size_t limit)
{
	struct store *store = open_within(path, limit);
	struct error error = { 0 };
	char copy[SUPPORT_PATH + 16];
	int answer;

	snprintf(copy, sizeof copy, "%s.copy", path);
	answer = says_no(store_backup(store, copy, &error), &error);
	if (support_exists(copy) != (answer == DONE))
		answer = WRONG;
	unlink(copy);
	store_close(store);
	return answer;
}

static int
create(const char *path, size_t limit)
{
	struct store *store = open_within(path, limit), *made = NULL;
	struct store_options options = { .who = "child" };
	struct error error = { 0 };
	char other[SUPPORT_PATH + 16];
	enum status status;
	int answer;

	snprintf(other, sizeof other, "%s.new", path);
	status = store_create(other, "new", &options, &made, &error);
	if (status == STATUS_OK)
		status = store_end(made, STATUS_OK, &error);
	answer = says_no(status, &error);
	store_close(made);
	if (support_exists(other) != (answer == DONE))
		answer = WRONG;
	unlink(other);
	store_close(store);
	return answer;
}

static int
entries(const char *folder)
{
	DIR *directory = opendir(folder);
	int count = 0;

	assert_non_null(directory);
	while (readdir(directory))
		count++;
	closedir(directory);
	return count;
}

/* From far too little to enough. */
static void
try_sizes(int (*what)(const char *path, size_t limit), bool changes)
{
	char folder[SUPPORT_PATH], path[SUPPORT_PATH];
	int done = 0, refused = 0;
	unsigned char *before;
	size_t size;
	uint64_t old;
	struct store *store;

	support_folder(folder);
	support_make(support_path(path, folder, "p.rollout"), 100);
	before = support_read(path, &size);
	assert_true(size < FILE_MOST);
	store = support_open(path);
	old = support_hash(store);
	store_close(store);
	for (size_t i = 0; i < SIZES; i++) {
		pid_t child = fork();
		int status = 0;

		assert_true(child >= 0);
		if (child == 0)
			_exit(what(path, i * size / 8));
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFEXITED(status));
		assert_int_not_equal(WEXITSTATUS(status), WRONG);
		store = support_open(path);
		assert_int_equal(entries(folder), 3);
		if (i > SIZES / 2)
			assert_string_equal(store_notices(store), "");
		assert_int_equal(
			support_hash(store) == old, !changes || WEXITSTATUS(status) == REFUSED);
		support_assert_whole(store);
		store_close(store);
		WEXITSTATUS(status) == DONE ? done++ : refused++;
		support_write(path, before, size);
	}
	assert_true(done > 0);
	assert_true(refused > 0);
	free(before);
	support_remove(folder);
}

static void
a_change_without_space(void **state)
{
	(void)state;
	try_sizes(add_people, true);
}

static void
an_undo_without_space(void **state)
{
	(void)state;
	try_sizes(undo, true);
}

static void
a_backup_without_space(void **state)
{
	(void)state;
	try_sizes(back_up, false);
}

static void
a_new_file_without_space(void **state)
{
	(void)state;
	try_sizes(create, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_without_space),
		cmocka_unit_test(an_undo_without_space),
		cmocka_unit_test(a_backup_without_space),
		cmocka_unit_test(a_new_file_without_space),
	};

	return cmocka_run_group_tests_name("space", tests, NULL, NULL);
}
