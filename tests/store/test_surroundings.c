/* SPDX-License-Identifier: MIT */
/*
 * What is around a programme file matters as much as what is in it: links, names, permissions,
 * journals that others left, other programs at work (reliability.md 5.4).
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

static void
put(struct support_place *place, const void *bytes, size_t size)
{
	support_write(place->file, bytes, size);
}

static void
links_are_refused_but_linked_folders_are_fine(void **state)
{
	struct support_place *place = *state;
	char link_path[SUPPORT_PATH], inside[SUPPORT_PATH + 16];

	assert_int_equal(symlink(place->file, support_path(link_path, place->folder, "soft")), 0);
	support_expect(link_path, STATUS_FAILED, "is a symbolic link");
	assert_int_equal(
		symlink(place->folder, support_path(link_path, place->folder, "folder")), 0);
	snprintf(inside, sizeof inside, "%s/p.rollout", link_path);
	support_expect(inside, STATUS_OK, NULL);
	assert_int_equal(link(place->file, support_path(link_path, place->folder, "hard")), 0);
	support_expect(place->file, STATUS_FAILED, "2 names (hard links)");
}

static void
names_mean_nothing_to_sqlite(void **state)
{
	struct support_place *place = *state;
	static const char *const names[] = { "a?mode=memory", "b#c", "d%20e", "file:f",
		":memory:", "-g", " h ", "i\nj", "k'l\"m", "\xff\xfe",
		"file:n?vfs=none&cache=shared" };
	char here[SUPPORT_PATH], path[SUPPORT_PATH], copy[SUPPORT_PATH + 8];
	struct error error = { 0 };

	assert_non_null(getcwd(here, sizeof here));
	assert_int_equal(chdir(place->folder), 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct store *store;

		support_make(names[i], 1);
		assert_true(support_exists(support_path(path, place->folder, names[i])));
		support_expect(names[i], STATUS_OK, NULL);
		store = support_open(names[i]);
		snprintf(copy, sizeof copy, "%s.bak", names[i]);
		assert_int_equal(store_backup(store, copy, &error), STATUS_OK);
		store_close(store);
		support_expect(copy, STATUS_OK, NULL);
		assert_int_equal(unlink(names[i]), 0);
		store = support_open(copy);
		assert_int_equal(store_backup(store, names[i], &error), STATUS_OK);
		store_close(store);
		support_expect(names[i], STATUS_OK, NULL);
	}
	assert_int_equal(chdir(here), 0);
}

static void
creates_for_the_owner_alone(void **state)
{
	struct support_place *place = *state;
	static const mode_t masks[] = { 0, 022, 077, 0777 };
	char path[SUPPORT_PATH], name[16];
	struct error error = { 0 };

	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		mode_t before = umask(masks[i]);
		struct stat status;
		struct store *store;

		snprintf(name, sizeof name, "u%zu", i);
		if (masks[i] != 0777 || geteuid() == 0) {
			store = support_create(support_path(path, place->folder, name));
			snprintf(name, sizeof name, "copy%zu", i);
			assert_int_equal(stat(path, &status), 0);
			assert_int_equal(status.st_mode & 0177, 0);
			assert_int_equal(store_backup(store,
						 support_path(path, place->folder, name), &error),
				STATUS_OK);
			assert_int_equal(stat(path, &status), 0);
			assert_int_equal(status.st_mode & 0177, 0);
			store_close(store);
		}
		umask(before);
	}
}

static void
creates_only_what_is_not_there(void **state)
{
	struct support_place *place = *state;
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	char path[SUPPORT_PATH];
	size_t size;
	unsigned char *now;

	assert_int_equal(
		store_create(place->file, "new", &options, &store, &error), STATUS_CONFLICT);
	assert_null(store);
	assert_non_null(strstr(error.message, "exists already"));
	now = support_read(place->file, &size);
	assert_int_equal(size, place->size);
	assert_memory_equal(now, place->bytes, size);
	free(now);
	support_path(path, place->folder, "no/such");
	assert_int_equal(store_create(path, "new", &options, &store, &error), STATUS_NOT_FOUND);
	assert_int_equal(symlink("nowhere", support_path(path, place->folder, "dangling")), 0);
	assert_int_equal(store_create(path, "new", &options, &store, &error), STATUS_CONFLICT);
	/* A creation that fails, or is never ended, leaves nothing. */
	support_path(path, place->folder, "failed");
	assert_int_equal(store_create(path, "new", &options, &store, &error), STATUS_OK);
	assert_int_equal(store_end(store, STATUS_INVALID, &error), STATUS_INVALID);
	store_close(store);
	assert_false(support_exists(path));
	assert_int_equal(store_create(path, "new", &options, &store, &error), STATUS_OK);
	store_close(store);
	assert_false(support_exists(path));
}

static void
says_who_else_can_read_it(void **state)
{
	struct support_place *place = *state;
	struct store *store;

	assert_int_equal(chmod(place->file, 0644), 0);
	store = support_open(place->file);
	assert_non_null(strstr(store_notices(store), "chmod 600"));
	assert_non_null(strstr(store_notices(store), place->file));
	store_close(store);
}

/* A group that shares the file is not told to lock its colleagues out. */
static void
says_nothing_of_a_group(void **state)
{
	struct support_place *place = *state;
	static const struct {
		mode_t mode;
		const char *said;
	} cases[] = { { 0660, NULL }, { 0640, NULL }, { 0664, "chmod 660" },
		{ 0604, "chmod 600" } };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct store *store;

		assert_int_equal(chmod(place->file, cases[i].mode), 0);
		store = support_open(place->file);
		if (cases[i].said)
			assert_non_null(strstr(store_notices(store), cases[i].said));
		else
			assert_string_equal(store_notices(store), "");
		store_close(store);
	}
}

/* Whoever may use the file may use a copy of it, and nobody else may. */
static void
copies_are_for_the_same_people(void **state)
{
	struct support_place *place = *state;
	static const mode_t modes[][2] = { { 0600, 0600 }, { 0660, 0660 }, { 0640, 0640 },
		{ 0666, 0660 }, { 0604, 0600 }, { 0770, 0660 } };
	enum { COLLEAGUES = 65533 };
	char copy[SUPPORT_PATH];

	support_path(copy, place->folder, "copy.rollout");
	if (geteuid() == 0)
		assert_int_equal(chown(place->file, (uid_t)-1, COLLEAGUES), 0);
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		struct error error = { 0 };
		struct stat made, file;
		struct store *store;

		assert_int_equal(chmod(place->file, modes[i][0]), 0);
		store = support_open(place->file);
		assert_int_equal(store_backup(store, copy, &error), STATUS_OK);
		store_close(store);
		assert_int_equal(stat(copy, &made), 0);
		assert_int_equal(stat(place->file, &file), 0);
		assert_int_equal(made.st_mode & 0777, modes[i][1]);
		if (modes[i][1] != 0600)
			assert_int_equal(made.st_gid, file.st_gid);
		assert_int_equal(unlink(copy), 0);
	}
}

/* As another user; root may write everything. 0 when what() succeeds. */
static int
as_another(void (*what)(const char *path), const char *path)
{
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(0);
		what(path);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void
read_only_there(const char *path)
{
	struct store_options options = { .who = "other" };
	struct store *store = NULL;
	struct error error = { 0 };

	if (store_open(path, &options, &store, &error) != STATUS_OK || !store_is_read_only(store) ||
		!strstr(store_notices(store), "opened read-only") ||
		store_begin(store, "x", &error) != STATUS_FAILED ||
		!strstr(error.message, "read-only"))
		_exit(1);
	if (support_number(store, "SELECT count(*) FROM stakeholder") != 20)
		_exit(2);
	store_close(store);
}

static void
refused_there(const char *path)
{
	struct store_options options = { .who = "other" };
	struct store *store = NULL;
	struct error error = { 0 };

	if (store_open(path, &options, &store, &error) != STATUS_FAILED ||
		!strstr(error.message, "cannot open"))
		_exit(1);
}

static void
permissions_are_kept_to(void **state)
{
	struct support_place *place = *state;

	/* The folder is the owner's: another user must be let in. */
	assert_int_equal(chmod(place->folder, 0755), 0);
	assert_int_equal(chmod(place->file, 0444), 0);
	assert_int_equal(as_another(read_only_there, place->file), 0);
	assert_int_equal(chmod(place->file, 0000), 0);
	assert_int_equal(as_another(refused_there, place->file), 0);
}

static void
read_only_on_request(void **state)
{
	struct support_place *place = *state;
	struct store_options options = { .who = "tester", .read_only = true };
	struct store *store = NULL;
	struct error error = { 0 };

	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	assert_true(store_is_read_only(store));
	assert_string_equal(store_notices(store), "");
	assert_int_equal(store_begin(store, "x", &error), STATUS_FAILED);
	store_close(store);
}

/* The name of the journal beside the file. */
static const char *
journal_of(char out[SUPPORT_PATH + 16], const struct support_place *place)
{
	snprintf(out, SUPPORT_PATH + 16, "%s-journal", place->file);
	return out;
}

/* A process that dies in the middle of writing its pages leaves both behind. */
static void
leave_hot_journal(const struct support_place *place)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct store *store = support_open(place->file);
		struct error error = { 0 };

		/* Spilling the cache writes pages before the end. */
		if (store_begin(store, "x", &error) != STATUS_OK ||
			database_execute(store, "PRAGMA cache_size=5", "", &error) != STATUS_OK ||
			database_execute(store, "PRAGMA cache_spill=1", "", &error) != STATUS_OK ||
			database_execute(store,
				"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c "
				"WHERE n < 3000) "
				"INSERT INTO stakeholder (id, name) SELECT n, 'x' || n FROM c",
				"", &error) != STATUS_OK)
			_exit(1);
		_exit(0);
	}
	int status = 0;

	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void
plays_back_a_hot_journal(void **state)
{
	struct support_place *place = *state;
	char journal[SUPPORT_PATH + 16];
	struct store_options options = { .who = "tester", .read_only = true };
	struct store *store = NULL;
	struct error error = { 0 };

	leave_hot_journal(place);
	assert_true(support_exists(journal_of(journal, place)));
	assert_int_not_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	assert_non_null(strstr(error.message, "open it for writing once"));
	store = support_open(place->file);
	assert_non_null(strstr(store_notices(store), "was not closed properly last time"));
	assert_int_equal(support_number(store, "SELECT count(*) FROM stakeholder"), 20);
	assert_false(support_exists(journal));
	support_assert_whole(store);
	store_close(store);
	store = support_open(place->file);
	assert_string_equal(store_notices(store), "");
	store_close(store);
}

static void
refuses_a_copy_without_its_journal(void **state)
{
	struct support_place *place = *state;
	char journal[SUPPORT_PATH + 16];

	leave_hot_journal(place);
	assert_int_equal(unlink(journal_of(journal, place)), 0);
	support_expect_refused(place->file, "is damaged");
}

static void
survives_strange_journals(void **state)
{
	struct support_place *place = *state;
	char journal[SUPPORT_PATH + 16], other[SUPPORT_PATH];
	unsigned char junk[3000];
	uint64_t seed = 93;
	static const unsigned char magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

	journal_of(journal, place);
	for (int i = 0; i < 60; i++) {
		for (size_t k = 0; k < sizeof junk; k++)
			junk[k] = (unsigned char)support_below(&seed, i % 3 == 2 ? 4 : 256);
		if (i % 2)
			memcpy(junk, magic, sizeof magic);
		put(place, place->bytes, place->size);
		support_write(journal, junk, sizeof junk);
		support_opens(place->file);
		unlink(journal);
	}
	put(place, place->bytes, place->size);
	assert_int_equal(mkfifo(journal, 0600), 0);
	support_expect(place->file, STATUS_FAILED, "-journal is not an ordinary file");
	unlink(journal);
	support_write(support_path(other, place->folder, "other"), "precious", 8);
	assert_int_equal(symlink(other, journal), 0);
	support_expect(place->file, STATUS_FAILED, "-journal is not an ordinary file");
	unlink(journal);
	support_expect(place->file, STATUS_OK, NULL);
}

static void
notices_that_the_file_was_replaced(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	char other[SUPPORT_PATH];

	support_make(support_path(other, place->folder, "other.rollout"), 1);
	assert_int_equal(rename(other, place->file), 0);
	assert_int_equal(store_begin(store, "x", &error), STATUS_CONFLICT);
	assert_non_null(strstr(error.message, "was replaced by another file while open"));
	assert_int_equal(unlink(place->file), 0);
	assert_int_equal(store_begin(store, "x", &error), STATUS_CONFLICT);
	assert_non_null(strstr(error.message, "was moved or deleted while open"));
	store_close(store);
}

static void
notices_that_another_program_changed_it(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	int64_t version = store_version(store);

	assert_true(store_version(store) == version);
	support_tamper(place->file, "UPDATE stakeholder SET influence = 5");
	assert_true(store_version(store) != version);
	/* Rewriting every page changes nothing of the tables. */
	support_tamper(place->file, "VACUUM");
	assert_int_equal(store_begin(store, "x", &error), STATUS_OK);
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_OK);
	support_tamper(place->file,
		"CREATE TRIGGER t AFTER INSERT ON stakeholder BEGIN DELETE FROM stakeholder; END");
	assert_int_equal(store_begin(store, "x", &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "is not as rollout made it"));
	store_close(store);
}

/* The full check is left out where this machine has done it, and done again elsewhere or after an
 * unclean end. */
static void
remembers_what_it_checked(void **state)
{
	struct support_place *place = *state;
	struct store_options options = { .who = "tester", .state_folder = place->folder };
	struct store *store = NULL;
	struct error error = { 0 };
	char list[SUPPORT_PATH];
	struct stat status;

	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	store_close(store);
	assert_int_equal(stat(support_path(list, place->folder, "seen"), &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	support_tamper(
		place->file, "PRAGMA foreign_keys=OFF; UPDATE stakeholder SET owner = 12345");
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	store_close(store);
	options.state_folder = NULL;
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "references point to records that are not there"));
	/* No place to remember is no reason to fail. */
	support_tamper(place->file, "UPDATE stakeholder SET owner = NULL");
	options.state_folder = "/nonexistent/folder";
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	store_close(store);
}

#define AROUND(test) cmocka_unit_test_setup_teardown(test, support_set_up, support_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		AROUND(links_are_refused_but_linked_folders_are_fine),
		AROUND(names_mean_nothing_to_sqlite),
		AROUND(creates_for_the_owner_alone),
		AROUND(creates_only_what_is_not_there),
		AROUND(says_who_else_can_read_it),
		AROUND(says_nothing_of_a_group),
		AROUND(copies_are_for_the_same_people),
		AROUND(permissions_are_kept_to),
		AROUND(read_only_on_request),
		AROUND(plays_back_a_hot_journal),
		AROUND(refuses_a_copy_without_its_journal),
		AROUND(survives_strange_journals),
		AROUND(notices_that_the_file_was_replaced),
		AROUND(notices_that_another_program_changed_it),
		AROUND(remembers_what_it_checked),
	};

	return cmocka_run_group_tests_name("surroundings", tests, NULL, NULL);
}
