/* SPDX-License-Identifier: MIT */
/* See support.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

uint64_t
support_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(0x2545f4914f6cdd1d);
}

int
support_below(uint64_t *state, int below)
{
	return (int)(support_random(state) >> 33) % below;
}

void
support_folder(char folder[SUPPORT_PATH])
{
	const char *where = getenv("TMPDIR");

	snprintf(folder, SUPPORT_PATH, "%s/rollout-store-XXXXXX", where && *where ? where : "/tmp");
	assert_non_null(mkdtemp(folder));
}

void
support_remove(const char *folder)
{
	DIR *directory = opendir(folder);
	const struct dirent *entry;

	assert_non_null(directory);
	while ((entry = readdir(directory))) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
			unlinkat(dirfd(directory), entry->d_name, 0) != 0)
			unlinkat(dirfd(directory), entry->d_name, AT_REMOVEDIR);
	}
	closedir(directory);
	rmdir(folder);
}

const char *
support_path(char path[SUPPORT_PATH], const char *folder, const char *name)
{
	assert_true(snprintf(path, SUPPORT_PATH, "%s/%s", folder, name) < SUPPORT_PATH);
	return path;
}

unsigned char *
support_read(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;
	long length;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	length = ftell(file);
	rewind(file);
	bytes = memory_new((size_t)length + 1, 1);
	*size = fread(bytes, 1, (size_t)length, file);
	assert_true(*size == (size_t)length);
	fclose(file);
	return bytes;
}

void
support_write(const char *path, const void *bytes, size_t size)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(descriptor >= 0);
	assert_true(size == 0 || write(descriptor, bytes, size) == (ssize_t)size);
	close(descriptor);
}

bool
support_exists(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0;
}

void
support_tamper(const char *path, const char *sql)
{
	sqlite3 *database;
	char *message = NULL;

	assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(database);
}

struct store *
support_create(const char *path)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };

	if (store_create(path, "new programme", &options, &store, &error) != STATUS_OK ||
		store_end(store, STATUS_OK, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	return store;
}

struct store *
support_open(const char *path)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };

	if (store_open(path, &options, &store, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	return store;
}

void
support_fill(struct record *record, const struct type *type, int64_t number, struct arena *arena)
{
	record_init(record, type);
	for (size_t i = 1; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		struct value *value = &record->values[i];

		switch (field->kind) {
		case FIELD_KEY:
		case FIELD_REFERENCE: break;
		case FIELD_TEXT:
		case FIELD_NOTE:
			*value = value_text(
				arena_format(arena, "%s %" PRId64 " – \"it's\" {ünïcode} \\ 日本",
					field->name, number));
			break;
		case FIELD_INTEGER:
			*value = value_integer(
				field->minimum + number % (field->maximum - field->minimum + 1));
			break;
		case FIELD_BOOLEAN: *value = value_integer(number & 1); break;
		case FIELD_DATE:
			*value = value_text(arena_format(arena, "2026-%02d-%02d",
				(int)(number % 12) + 1, (int)(number % 28) + 1));
			break;
		case FIELD_TIME:
			*value = value_text(arena_format(arena, "%02d:30", (int)(number % 24)));
			break;
		case FIELD_CHOICE: *value = value_text(field->choices[0].name); break;
		case FIELD_RULE: *value = value_text("FREQ=WEEKLY;BYDAY=TU"); break;
		}
	}
}

void
support_begin(struct store *store)
{
	struct error error = { 0 };

	if (store_begin(store, "test", &error) != STATUS_OK)
		fail_msg("%s", error.message);
}

void
support_end(struct store *store)
{
	struct error error = { 0 };

	if (store_end(store, STATUS_OK, &error) != STATUS_OK)
		fail_msg("%s", error.message);
}

struct value *
support_value(struct record *record, const char *field)
{
	int index = type_field_index(record->type, field);

	assert_true(index >= 0);
	return &record->values[index];
}

void
support_add_people(struct store *store, int count, bool apart)
{
	const struct type *type = type_find("stakeholder");
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;
	enum status status = STATUS_OK;

	if (!apart && store_begin(store, "add people", &error) != STATUS_OK)
		fail_msg("%s", error.message);
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		support_fill(&record, type, i, &arena);
		if (apart && store_begin(store, "add a person", &error) != STATUS_OK)
			fail_msg("%s", error.message);
		status = store_insert(store, &record, &error);
		if (apart)
			status = store_end(store, status, &error);
		arena_reset(&arena);
	}
	if (!apart)
		status = store_end(store, status, &error);
	arena_clear(&arena);
	if (status != STATUS_OK)
		fail_msg("%s", error.message);
}

void
support_make(const char *path, int count)
{
	struct store *store = support_create(path);

	if (count > 0)
		support_add_people(store, count, false);
	store_close(store);
}

void
support_expect(const char *path, enum status expected, const char *part)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	enum status status = store_open(path, &options, &store, &error);

	store_close(store);
	if (status != expected || (part && !strstr(error.message, part)))
		fail_msg("%s: status %d, \"%s\"; expected %d, \"%s\"", path, (int)status,
			error.message, (int)expected, part ? part : "");
	if (status != STATUS_OK) {
		assert_null(store);
		assert_true(error.message[0] != '\0');
		assert_null(strchr(error.message, '\n'));
	}
}

int
support_set_up(void **state)
{
	struct support_place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), 20);
	place->bytes = support_read(place->file, &place->size);
	*state = place;
	return 0;
}

int
support_tear_down(void **state)
{
	struct support_place *place = *state;

	support_remove(place->folder);
	free(place->bytes);
	free(place);
	return 0;
}

void
support_expect_refused(const char *path, const char *part)
{
	size_t before, after;
	unsigned char *old = support_read(path, &before), *now;

	support_expect(path, STATUS_FAILED, part);
	now = support_read(path, &after);
	assert_int_equal(before, after);
	assert_memory_equal(old, now, before);
	free(old);
	free(now);
}

bool
support_opens(const char *path)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct damage damage = { 0 };

	if (store_open(path, &options, &store, &error) != STATUS_OK) {
		assert_true(error.message[0] != '\0');
		return false;
	}
	if (store_verify(store, &arena, &damage, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	arena_clear(&arena);
	store_close(store);
	return true;
}

static void
append_record(struct buffer *out, const struct record *record)
{
	buffer_format(out, "%s %" PRId64, record->type->name, record->id);
	for (size_t i = 0; i < record->type->field_count; i++) {
		const struct value *value = &record->values[i];

		if (value->kind == VALUE_INTEGER)
			buffer_format(out, "|%" PRId64, value->integer);
		else if (value->kind == VALUE_TEXT)
			buffer_format(out, "|\"%s\"", value->text);
		else
			buffer_append_text(out, "|");
	}
	buffer_append_char(out, '\n');
}

void
support_dump(struct store *store, struct buffer *out)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	struct error error = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct query query = { .type = types[i] };
		struct cursor *cursor = cursor_open(store, &query, &error);
		struct record record;

		while (cursor_next(cursor, &record))
			append_record(out, &record);
		if (cursor_close(cursor) != STATUS_OK)
			fail_msg("%s", error.message);
	}
}

uint64_t
support_hash(struct store *store)
{
	struct buffer text = { 0 };
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	support_dump(store, &text);
	for (size_t i = 0; i < text.length; i++)
		hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001b3);
	buffer_clear(&text);
	return hash;
}

int64_t
support_number(struct store *store, const char *sql)
{
	struct error error = { 0 };
	int64_t number = 0;

	if (database_number(store, sql, &number, &error) != STATUS_OK)
		fail_msg("%s: %s", sql, error.message);
	return number;
}

void
support_assert_whole(struct store *store)
{
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct damage damage = { 0 };

	if (store_verify(store, &arena, &damage, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	for (size_t i = 0; i < damage.count; i++)
		print_error("%s\n", damage.lines[i]);
	assert_int_equal(damage.faults, 0);
	arena_clear(&arena);
}
