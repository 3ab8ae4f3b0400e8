/* SPDX-License-Identifier: MIT */
/*
 * Opening files that are not as they should be (reliability.md 5.4): refused with a reason, or
 * opened and said so; never a crash, a hang or a change on disk.
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
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "support.h"

enum { FLIPPED_FILES = 3000 / SUPPORT_FEWER, FLIPS_MAX = 20 };

static void
put(struct support_place *place, const void *bytes, size_t size)
{
	support_write(place->file, bytes, size);
}

/* The file with some bytes of its header replaced. */
static void
put_header(struct support_place *place, size_t offset, const void *bytes, size_t size)
{
	unsigned char *copy = memory_new(place->size, 1);

	memcpy(copy, place->bytes, place->size);
	memcpy(copy + offset, bytes, size);
	put(place, copy, place->size);
	free(copy);
}

static void
opens_what_it_made(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct stat status;

	assert_string_equal(store_notices(store), "");
	assert_false(store_is_read_only(store));
	assert_string_equal(store_path(store), place->file);
	assert_int_equal(support_number(store, "SELECT count(*) FROM stakeholder"), 20);
	assert_int_equal(support_number(store,
				 "SELECT length(value) FROM meta WHERE name = 'programme_uid'"),
		32);
	support_assert_whole(store);
	store_close(store);
	assert_int_equal(stat(place->file, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	assert_int_equal(
		support_number(store = support_open(place->file), "PRAGMA secure_delete"), 1);
	assert_int_equal(support_number(store, "PRAGMA synchronous"), 2);
	assert_int_equal(support_number(store, "PRAGMA foreign_keys"), 1);
	store_close(store);
}

static void
refuses_what_is_something_else(void **state)
{
	struct support_place *place = *state;
	static const unsigned char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
				   gzip[] = "\x1f\x8b\x08\0\0\0\0\0";
	unsigned char junk[5000];
	uint64_t seed = 79;

	put(place, "", 0);
	support_expect_refused(place->file, "is empty, not a programme file");
	put(place, "hello\n", 6);
	support_expect_refused(place->file, "is not a rollout programme file");
	put(place, png, sizeof png);
	support_expect_refused(place->file, "is not a rollout programme file");
	put(place, gzip, sizeof gzip);
	support_expect_refused(place->file, "is not a rollout programme file");
	for (int i = 0; i < 50; i++) {
		for (size_t k = 0; k < sizeof junk; k++)
			junk[k] = (unsigned char)support_below(&seed, 256);
		put(place, junk, (size_t)support_below(&seed, sizeof junk) + 1);
		support_expect_refused(place->file, "is not a rollout programme file");
	}
	unlink(place->file);
	support_tamper(place->file, "CREATE TABLE other (a); INSERT INTO other VALUES (1)");
	support_expect_refused(place->file, "is not a rollout programme file");
	support_tamper(place->file, "PRAGMA application_id=0x526f6c6c; PRAGMA user_version=1");
	support_expect_refused(place->file, "is not as rollout made it");
}

static void
refuses_what_is_no_file(void **state)
{
	struct support_place *place = *state;
	char path[SUPPORT_PATH];
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	struct timespec before, after;

	clock_gettime(CLOCK_MONOTONIC, &before);
	support_expect(
		support_path(path, place->folder, "none"), STATUS_NOT_FOUND, "there is no file");
	support_expect(support_path(path, place->folder, "no/folder"), STATUS_NOT_FOUND,
		"there is no folder");
	support_expect(place->folder, STATUS_FAILED, "is a folder");
	support_expect("/", STATUS_FAILED, "not the path of a file");
	support_expect("", STATUS_FAILED, "not the path of a file");
	support_expect("/dev/null", STATUS_FAILED, "is not an ordinary file");
	support_expect("/dev/zero", STATUS_FAILED, "is not an ordinary file");
	assert_int_equal(mkfifo(support_path(path, place->folder, "fifo"), 0600), 0);
	support_expect(path, STATUS_FAILED, "is not an ordinary file");
	snprintf(address.sun_path, sizeof address.sun_path, "%.90s/s", place->folder);
	assert_int_equal(bind(listener, (const struct sockaddr *)&address, sizeof address), 0);
	support_expect(address.sun_path, STATUS_FAILED, NULL);
	close(listener);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_true(after.tv_sec - before.tv_sec < 5);
}

static void
refuses_a_path_that_is_too_long(void **state)
{
	char *path = memory_new(6000, 1);

	(void)state;
	memset(path, 'a', 5000);
	path[0] = '/';
	support_expect(path, STATUS_FAILED, "not the path of a file");
	path[4096] = '\0';
	support_expect(path, STATUS_FAILED, NULL);
	free(path);
}

static void
refuses_a_file_cut_short_or_added_to(void **state)
{
	struct support_place *place = *state;
	unsigned char *longer = memory_new(place->size + 4096, 1);

	for (size_t size = (place->size - 1) / 512 * 512; size >= 512; size -= 512) {
		assert_int_equal(truncate(place->file, (off_t)size), 0);
		support_expect(place->file, STATUS_FAILED, "is damaged");
	}
	for (size_t size = 511; size > 50; size -= 50) {
		assert_int_equal(truncate(place->file, (off_t)size), 0);
		support_expect(place->file, STATUS_FAILED, NULL);
	}
	put(place, place->bytes, place->size - 1);
	support_expect_refused(place->file, "is damaged: it has");
	memcpy(longer, place->bytes, place->size);
	put(place, longer, place->size + 1);
	support_expect_refused(place->file, "is damaged: it has");
	put(place, longer, place->size + 4096);
	support_expect_refused(place->file, "is damaged: it has");
	free(longer);
	put(place, place->bytes, place->size);
	support_expect(place->file, STATUS_OK, NULL);
}

/* Overwrites one byte of the file. */
static void
flip(struct support_place *place, int descriptor, size_t at, unsigned char byte)
{
	assert_true(at < place->size);
	assert_int_equal(pwrite(descriptor, &byte, 1, (off_t)at), 1);
}

/* Some changes hit text and are none of SQLite's business; the rest must be refused. */
static void
survives_flipped_bytes(void **state)
{
	struct support_place *place = *state;
	size_t at[FLIPS_MAX];
	uint64_t seed = 81;
	int opened = 0, refused = 0, descriptor = open(place->file, O_RDWR | O_CLOEXEC);

	assert_true(descriptor >= 0);
	for (int i = 0; i < FLIPPED_FILES; i++) {
		int flips = 1 + support_below(&seed, FLIPS_MAX - 1);
		struct timespec before, after;

		for (int k = 0; k < flips; k++) {
			/* In half of the files one of them where it hurts most. */
			at[k] = (size_t)support_below(
				&seed, k == 0 && i % 2 ? 4096 : (int)place->size);
			flip(place, descriptor, at[k], (unsigned char)support_below(&seed, 256));
		}
		clock_gettime(CLOCK_MONOTONIC, &before);
		support_opens(place->file) ? opened++ : refused++;
		clock_gettime(CLOCK_MONOTONIC, &after);
		assert_true(after.tv_sec - before.tv_sec < 10);
		for (int k = 0; k < flips; k++)
			flip(place, descriptor, at[k], place->bytes[at[k]]);
	}
	close(descriptor);
	assert_true(refused > FLIPPED_FILES / 3);
	assert_true(opened > 10);
	support_expect(place->file, STATUS_OK, NULL);
}

static void
refuses_other_versions(void **state)
{
	struct support_place *place = *state;

	put_header(place, 60, "\0\0\0\144", 4);
	support_expect_refused(
		place->file, "written by a newer rollout (file version 100, this program reads up");
	put_header(place, 60, "\0\0\0\0", 4);
	support_expect_refused(place->file, "file version 0 does not exist");
	put_header(place, 60, "\xff\xff\xff\xff", 4);
	support_expect_refused(place->file, "file version -1 does not exist");
	put_header(place, 68, "Rolk", 4);
	support_expect_refused(place->file, "is not a rollout programme file");
}

static void
refuses_odd_headers(void **state)
{
	struct support_place *place = *state;
	static const struct {
		size_t offset;
		const char *bytes;
		size_t size;
	} odd[] = {
		{ 18, "\3", 1 },
		{ 19, "\3", 1 },
		{ 16, "\0\0", 2 },
		{ 16, "\0\3", 2 },
		{ 16, "\x13\x88", 2 },
		{ 16, "\1\0", 2 },
		{ 20, "\xff", 1 },
		{ 21, "\0", 1 },
		{ 44, "\0\0\0\x09", 4 },
		{ 56, "\0\0\0\2", 4 },
	};

	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		put_header(place, odd[i].offset, odd[i].bytes, odd[i].size);
		support_expect_refused(place->file, NULL);
	}
}

static void
refuses_write_ahead_logging(void **state)
{
	struct support_place *place = *state;
	char path[SUPPORT_PATH + 8];

	put_header(place, 18, "\2\2", 2);
	support_expect_refused(place->file, "write-ahead logging");
	snprintf(path, sizeof path, "%s-wal", place->file);
	assert_false(support_exists(path));
	put(place, place->bytes, place->size);
	support_write(path, "something", 9);
	support_expect_refused(place->file, "-wal lies beside it");
	unlink(path);
	support_expect(place->file, STATUS_OK, NULL);
}

/* Whatever was added to the tables or taken from them. */
static void
refuses_a_changed_schema(void **state)
{
	struct support_place *place = *state;
	static const char *const changes[] = {
		"CREATE TRIGGER t AFTER INSERT ON stakeholder BEGIN DELETE FROM stakeholder; END",
		"CREATE VIEW v AS SELECT * FROM stakeholder",
		"CREATE TABLE extra (a)",
		"CREATE INDEX extra ON stakeholder(email)",
		"DROP INDEX stakeholder_key",
		"DROP TABLE tip",
		"DROP TABLE tip; CREATE VIEW tip AS SELECT id, key FROM stakeholder",
		"ALTER TABLE stakeholder ADD COLUMN extra TEXT",
		"ALTER TABLE tip ADD COLUMN twice TEXT AS (text || text)",
		"CREATE VIRTUAL TABLE f USING fts5(a)",
		"CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
		"CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
		"SELECT n FROM c",
		"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', "
		"'') WHERE name = 'tip'",
		"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 1 "
		"AND 5', 'BETWEEN 1 AND 9') "
		"WHERE name = 'stakeholder'",
		"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage "
		"FROM sqlite_schema WHERE "
		"name = 'team') WHERE name = 'tip'",
	};

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		put(place, place->bytes, place->size);
		support_tamper(place->file, changes[i]);
		support_expect_refused(place->file, NULL);
	}
}

static void
refuses_rows_that_break_the_rules(void **state)
{
	struct support_place *place = *state;
	static const char *const changes[] = {
		"PRAGMA ignore_check_constraints=ON; UPDATE stakeholder SET influence = 77",
		"PRAGMA ignore_check_constraints=ON; UPDATE stakeholder SET attitude = 'angry'",
		"PRAGMA foreign_keys=OFF; UPDATE stakeholder SET owner = 12345",
		("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage "
		 "FROM sqlite_schema WHERE "
		 "name = 'team_key') WHERE name = 'stakeholder_key'"),
	};

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		put(place, place->bytes, place->size);
		support_tamper(place->file, changes[i]);
		support_expect_refused(place->file, NULL);
	}
}

#define OPENING(test) cmocka_unit_test_setup_teardown(test, support_set_up, support_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OPENING(opens_what_it_made),
		OPENING(refuses_what_is_something_else),
		OPENING(refuses_what_is_no_file),
		OPENING(refuses_a_path_that_is_too_long),
		OPENING(refuses_a_file_cut_short_or_added_to),
		OPENING(survives_flipped_bytes),
		OPENING(refuses_other_versions),
		OPENING(refuses_odd_headers),
		OPENING(refuses_write_ahead_logging),
		OPENING(refuses_a_changed_schema),
		OPENING(refuses_rows_that_break_the_rules),
	};

	return cmocka_run_group_tests_name("open", tests, NULL, NULL);
}
