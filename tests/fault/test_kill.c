/* SPDX-License-Identifier: MIT */
/* A hundred writers killed at random moments: what they were told is done is there, the rest is
 * not, and the file is whole each time. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../store/support.h"

enum { KILLS = 100, PEOPLE = 3 };

/* Never returns: adds people and tells each step that is done. */
static void
write_for_ever(const char *path, int teller)
{
	struct store_options options = { .who = "child" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;

	if (store_open(path, &options, &store, &error) != STATUS_OK ||
		/* Some of the pages go to the file before the end. */
		database_execute(store, "PRAGMA cache_size=10; PRAGMA cache_spill=1", "", &error) !=
			STATUS_OK)
		_exit(1);
	for (int i = 0;; i++) {
		enum status status = store_begin(store, "add", &error);

		for (int k = 0; k < PEOPLE && status == STATUS_OK; k++) {
			support_fill(&record, type_find("stakeholder"), i * PEOPLE + k, &arena);
			status = store_insert(store, &record, &error);
		}
		if (store_end(store, status, &error) != STATUS_OK || write(teller, "x", 1) != 1)
			_exit(1);
		arena_reset(&arena);
	}
}

/* How many steps it said were done before it was killed. */
static int
kill_one(const char *path, uint64_t *seed)
{
	int ends[2], status, told = 0;
	char bytes[256];
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		write_for_ever(path, ends[1]);
	}
	close(ends[1]);
	/* From its first step on: before, nothing could be lost. */
	if (read(ends[0], bytes, 1) == 1)
		told = 1;
	nanosleep(&(struct timespec){ .tv_nsec = 1000L * support_below(seed, 30000) }, NULL);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	while ((got = read(ends[0], bytes, sizeof bytes)) > 0)
		told += (int)got;
	close(ends[0]);
	return told;
}

static void
what_was_acknowledged_is_kept(void **state)
{
	char folder[SUPPORT_PATH], path[SUPPORT_PATH], journal[SUPPORT_PATH + 16];
	uint64_t seed = 103;
	int64_t before = 0, left = 0;

	(void)state;
	support_folder(folder);
	support_make(support_path(path, folder, "p.rollout"), 0);
	snprintf(journal, sizeof journal, "%s-journal", path);
	for (int i = 0; i < KILLS; i++) {
		int told = kill_one(path, &seed);
		bool hot = support_exists(journal);
		struct store *store = support_open(path);
		int64_t steps =
			support_number(store, "SELECT count(*) FROM step WHERE label = 'add'");

		left += hot;
		assert_true(told > 0);
		if (steps - before < told || steps - before > told + 1)
			fail_msg("kill %d: %d steps acknowledged, %lld found", i, told,
				(long long)(steps - before));
		assert_int_equal(
			support_number(store, "SELECT count(*) FROM stakeholder"), steps * PEOPLE);
		support_assert_whole(store);
		assert_false(support_exists(journal));
		store_close(store);
		before = steps;
	}
	/* Had none been caught in the act, this would prove nothing. */
	assert_true(left > 5);
	support_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_acknowledged_is_kept),
	};

	return cmocka_run_group_tests_name("kill", tests, NULL, NULL);
}
