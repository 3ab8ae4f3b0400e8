/* SPDX-License-Identifier: MIT */
/*
 * From one version of the tables to the next. There is only one yet, so the later ones here are
 * invented and handed to the store through its private header: what is proved is the way there
 * (copy, one transaction, checks, notice), not any migration.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

enum { OWN_MAX = 30, INVENTED = 2 };

/* The program's own migrations and up to two invented ones behind them. */
struct future {
	struct embedded_file migrations[OWN_MAX + INVENTED];
	uint64_t fingerprints[OWN_MAX + INVENTED];
	struct schema schema;
};

static const char second[] = "ALTER TABLE \"tip\" ADD COLUMN \"source\" TEXT;\n"
			     "UPDATE \"stakeholder\" SET \"status\" = 'moved on';\n";
static const char third[] = "CREATE TABLE \"extra\" (\"id\" INTEGER PRIMARY KEY NOT NULL) STRICT;\n"
			    "INSERT INTO \"extra\" SELECT \"id\" FROM \"stakeholder\";\n";

/* added: how many are invented, with the last one's text replaced where it is not NULL. */
static void
invent(struct future *future, int added, const char *last)
{
	const struct embedded_file invented[INVENTED] = {
		{ "schema/second.sql", second, sizeof second - 1 },
		{ "schema/third.sql", third, sizeof third - 1 },
	};
	size_t count;
	const struct embedded_file *own = embedded_list("schema/", &count);
	int versions = schema_version + added;
	sqlite3 *database;

	assert_true(schema_version <= OWN_MAX);
	memcpy(future->migrations, own, count * sizeof *own);
	memcpy(future->migrations + count, invented, sizeof invented);
	if (last)
		future->migrations[versions - 1].text = last;
	assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
	for (int i = 0; i < versions; i++) {
		sqlite3_exec(database, future->migrations[i].text, NULL, NULL, NULL);
		assert_true(fingerprint_schema(database, &future->fingerprints[i]));
	}
	sqlite3_close(database);
	future->schema = (struct schema){ future->migrations, future->fingerprints, versions };
}

static const char *
text_with(char out[SUPPORT_PATH], const char *format, int version)
{
	const char *mark = strstr(format, "%");

	snprintf(out, SUPPORT_PATH, "%.*s%d%s", (int)(mark - format), format, version, mark + 1);
	return out;
}

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	unsigned char *bytes;
	size_t size;
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), 50);
	place->bytes = support_read(place->file, &place->size);
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	support_remove(place->folder);
	free(place->bytes);
	free(place);
	return 0;
}

/* How many copies lie beside the file; the first one's path in path. */
static int
find_copies(const struct place *place, char path[SUPPORT_PATH])
{
	DIR *directory = opendir(place->folder);
	const struct dirent *entry;
	int count = 0;

	assert_non_null(directory);
	while ((entry = readdir(directory)))
		if (strstr(entry->d_name, ".bak") && ++count)
			support_path(path, place->folder, entry->d_name);
	closedir(directory);
	return count;
}

static void
assert_untouched(const struct place *place)
{
	size_t size;
	unsigned char *now = support_read(place->file, &size);

	assert_int_equal(size, place->size);
	assert_memory_equal(now, place->bytes, size);
	free(now);
}

static void
migrates_over_several_versions_and_keeps_a_copy(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	struct stat status;
	char copy[SUPPORT_PATH], text[SUPPORT_PATH];

	invent(&future, 2, NULL);
	if (open_with_schema(place->file, &options, &future.schema, &store, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	assert_non_null(strstr(store_notices(store), "made by an older rollout"));
	assert_int_equal(find_copies(place, copy), 1);
	assert_non_null(strstr(store_notices(store), copy));
	assert_non_null(strstr(copy, text_with(text, "p.rollout.v%-20", schema_version)));
	assert_int_equal(support_number(store, "PRAGMA user_version"), schema_version + 2);
	assert_int_equal(support_number(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(support_number(store, "SELECT count(*) FROM extra"), 50);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM stakeholder WHERE status = 'moved on'"),
		50);
	/* It can be written at once. */
	support_add_people(store, 1, false);
	support_assert_whole(store);
	store_close(store);
	/* The copy is the old file, for its owner alone, and opens with the program that made it.
	 */
	assert_int_equal(stat(copy, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	store = support_open(copy);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM stakeholder WHERE status = 'moved on'"),
		0);
	assert_int_equal(support_number(store, "SELECT count(*) FROM stakeholder"), 50);
	store_close(store);
	/* The next opening has nothing to do or to say; the old program refuses and names both
	 * versions. */
	assert_int_equal(
		open_with_schema(place->file, &options, &future.schema, &store, &error), STATUS_OK);
	assert_string_equal(store_notices(store), "");
	store_close(store);
	assert_int_equal(find_copies(place, copy), 1);
	support_expect(place->file, STATUS_FAILED,
		text_with(
			text, "written by a newer rollout (file version %, ", schema_version + 2));
}

static const char old_books[] =
	"PRAGMA application_id = 1383033964; PRAGMA user_version = 3;"
	"INSERT INTO meta VALUES ('programme_uid', lower(hex(randomblob(16))));"
	"INSERT INTO programme (id, name, starts_on) VALUES (1, 'Old', '2026-10-01');";
static const char old_milestones[] =
	"INSERT INTO milestone (id, key, title, kind, state) VALUES "
	"(11, NULL, 'Managers are trained', 'adoption', 'planned'),"
	"(12, NULL, 'Pilot kick-off held', NULL, 'accepted'),"
	"(13, NULL, 'Leaders agree before launch', 'adoption', 'planned'),"
	"(14, NULL, 'Executives train for the gate', 'gate', 'planned'),"
	"(15, 'pilot-launch', 'Leads answer the five questions', 'adoption', 'planned'),"
	"(16, NULL, 'Teams constrain their work', 'delivery', 'planned');"
	"INSERT INTO dependency (id, \"from\", \"to\") VALUES (21, 14, 15);";

/* A file of version 3 with that in it, opened. */
static struct store *
open_old(const struct place *place, const char *content, char path[SUPPORT_PATH])
{
	sqlite3 *database;
	size_t count;
	const struct embedded_file *own = embedded_list("schema/", &count);

	support_path(path, place->folder, "old.rollout");
	assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
	for (int i = 0; i < 3; i++)
		assert_int_equal(sqlite3_exec(database, own[i].text, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(database, old_books, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(database, content, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(database);
	return support_open(path);
}

static const char old_teams[] =
	"UPDATE programme SET launches_on = '2026-11-02', cycle_weeks = 13;"
	"INSERT INTO milestone (id, key, title, kind, state) VALUES "
	"(11, 'pilot-gate', 'Leaders decide on scale', 'gate', 'planned');"
	"INSERT INTO team (id, name, wave) VALUES (21, 'A', 0), (22, 'B', 1), (23, 'C', 1), (24, "
	"'D', NULL);"
	"INSERT INTO engagement (id, action, stage, wave) VALUES (31, 'Ask', 'launch', 2);";

/* Version 7 makes waves records, each with its gate or the day that was taken for its launch. */
static void
makes_waves_of_their_numbers(void **state)
{
	char path[SUPPORT_PATH];
	struct store *store = open_old(*state, old_teams, path);

	assert_int_equal(support_number(store, "SELECT count(*) FROM wave"), 3);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM wave WHERE number = 0 AND gate IS NULL "
				      "AND launches_on IS NULL"),
		1);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM wave WHERE number = 1 AND gate = 11 "
				      "AND launches_on IS NULL"),
		1);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM wave WHERE number = 2 AND gate IS NULL "
				      "AND launches_on = '2027-05-03'"),
		1);
	assert_int_equal(
		support_number(store,
			"SELECT count(*) FROM change WHERE type = 'wave' AND kind = 'insert'"),
		3);
	support_assert_whole(store);
	store_close(store);
	store = support_open(path);
	assert_int_equal(support_number(store, "SELECT count(*) FROM wave"), 3);
	store_close(store);
}

/* Version 4 gives milestones the kinds that rules had heard in their titles, as a step. */
static void
gives_old_milestones_their_kinds(void **state)
{
	char path[SUPPORT_PATH];
	struct store *store = open_old(*state, old_milestones, path);

	assert_int_equal(support_number(store,
				 "SELECT count(*) FROM milestone WHERE (id, ifnull(kind, '')) IN "
				 "((11, 'training'), (12, 'launch'), (13, 'adoption'), "
				 "(14, 'gate'), (15, 'launch'), (16, 'delivery'))"),
		6);
	assert_int_equal(
		support_number(store, "SELECT changes FROM step WHERE who = 'rollout'"), 3);
	assert_int_equal(support_number(store,
				 "SELECT count(*) FROM change WHERE record = 12 AND field = 'kind' "
				 "AND old IS NULL AND new = 'launch'"),
		1);
	support_assert_whole(store);
	store_close(store);
	/* Once: what a person decides afterwards stays. */
	store = support_open(path);
	assert_int_equal(support_number(store, "SELECT count(*) FROM step"), 1);
	store_close(store);
}

static void
starts_where_the_file_is(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	char copy[SUPPORT_PATH], text[SUPPORT_PATH];

	invent(&future, 1, NULL);
	assert_int_equal(
		open_with_schema(place->file, &options, &future.schema, &store, &error), STATUS_OK);
	store_close(store);
	invent(&future, 2, NULL);
	assert_int_equal(
		open_with_schema(place->file, &options, &future.schema, &store, &error), STATUS_OK);
	assert_non_null(
		strstr(store_notices(store), text_with(text, ".v%-20", schema_version + 1)));
	store_close(store);
	assert_int_equal(find_copies(place, copy), 2);
}

static void
never_overwrites_an_older_copy(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	char copy[SUPPORT_PATH];

	invent(&future, 1, NULL);
	for (int i = 1; i <= 3; i++) {
		support_write(place->file, place->bytes, place->size);
		assert_int_equal(
			open_with_schema(place->file, &options, &future.schema, &store, &error),
			STATUS_OK);
		store_close(store);
		assert_int_equal(find_copies(place, copy), i);
	}
}

static void
leaves_a_file_alone_that_is_opened_for_reading(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester", .read_only = true };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	char copy[SUPPORT_PATH], text[SUPPORT_PATH];

	invent(&future, 1, NULL);
	assert_int_equal(open_with_schema(place->file, &options, &future.schema, &store, &error),
		STATUS_INVALID);
	assert_null(store);
	assert_non_null(strstr(error.message,
		text_with(text, "(file version %); open it for writing once", schema_version)));
	assert_untouched(place);
	assert_int_equal(find_copies(place, copy), 0);
}

static void
a_failed_migration_changes_nothing(void **state)
{
	struct place *place = *state;
	static const char *const broken[] = {
		"ALTER TABLE \"tip\" ADD COLUMN \"source\" TEXT; SELECT nonsense",
		"UPDATE \"stakeholder\" SET \"influence\" = 99",
		"UPDATE \"stakeholder\" SET \"owner\" = 424242",
	};
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	char copy[SUPPORT_PATH];

	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		invent(&future, 1, broken[i]);
		assert_int_equal(
			open_with_schema(place->file, &options, &future.schema, &store, &error),
			STATUS_FAILED);
		assert_null(store);
		assert_untouched(place);
		support_expect(place->file, STATUS_OK, NULL);
		/* The copy was made before and is whole. */
		assert_int_equal(find_copies(place, copy), (int)i + 1);
		support_expect(copy, STATUS_OK, NULL);
	}
	assert_non_null(strstr(error.message, "50 references would point nowhere"));
	/* What the migration made is not what it should have. */
	invent(&future, 1, NULL);
	future.fingerprints[schema_version] ^= 1;
	assert_int_equal(open_with_schema(place->file, &options, &future.schema, &store, &error),
		STATUS_FAILED);
	assert_non_null(strstr(error.message, "is not as rollout made it"));
	assert_untouched(place);
}

/* The same connection goes on checking references when a migration has failed. */
static void
references_are_watched_again_after_a_failure(void **state)
{
	struct place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	struct future future;

	invent(&future, 1, "SELECT nonsense");
	store->schema = future.schema;
	assert_int_equal(migrate_schema(store, schema_version, &error), STATUS_FAILED);
	assert_int_equal(support_number(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(sqlite3_get_autocommit(store->database), 1);
	store_close(store);
}

static void
a_damaged_file_is_not_migrated(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester", .state_folder = place->folder };
	struct store *store = NULL;
	struct error error = { 0 };
	struct future future;
	char copy[SUPPORT_PATH];

	/* Even where this machine has checked the file before. */
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	store_close(store);
	support_tamper(
		place->file, "PRAGMA foreign_keys=OFF; UPDATE stakeholder SET owner = 12345");
	invent(&future, 1, NULL);
	assert_int_equal(open_with_schema(place->file, &options, &future.schema, &store, &error),
		STATUS_FAILED);
	assert_non_null(strstr(error.message, "is damaged"));
	assert_int_equal(find_copies(place, copy), 0);
}

/* Two that open it at the same moment: one migrates, the other waits and finds it done. */
static void
two_at_once_migrate_once(void **state)
{
	struct place *place = *state;
	struct future future;
	pid_t children[2];

	/* Done twice, this would fail. */
	invent(&future, 1, NULL);
	for (int i = 0; i < 2; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] == 0) {
			struct store_options options = { .who = "tester" };
			struct store *store = NULL;
			struct error error = { 0 };
			enum status status = open_with_schema(
				place->file, &options, &future.schema, &store, &error);

			if (status != STATUS_OK)
				fprintf(stderr, "%s\n", error.message);
			_exit(status != STATUS_OK);
		}
	}
	for (int i = 0; i < 2; i++) {
		int status = 0;

		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_int_equal(status, 0);
	}
}

#define MIGRATING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MIGRATING(migrates_over_several_versions_and_keeps_a_copy),
		MIGRATING(gives_old_milestones_their_kinds),
		MIGRATING(makes_waves_of_their_numbers),
		MIGRATING(starts_where_the_file_is),
		MIGRATING(never_overwrites_an_older_copy),
		MIGRATING(leaves_a_file_alone_that_is_opened_for_reading),
		MIGRATING(a_failed_migration_changes_nothing),
		MIGRATING(references_are_watched_again_after_a_failure),
		MIGRATING(a_damaged_file_is_not_migrated),
		MIGRATING(two_at_once_migrate_once),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
