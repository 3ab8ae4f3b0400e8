/* SPDX-License-Identifier: MIT */
/* See office.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office.h"

const char *const office_names[AUTHORS] = { "Alice", "Ben", "Cara" };

int
office_set_up(void **state)
{
	struct office *office = memory_new(1, sizeof *office);

	support_folder(office->folder);
	support_make(support_path(office->file, office->folder, "p.rollout"), 0);
	for (int i = 0; i < AUTHORS; i++) {
		struct store_options options = { .who = office_names[i] };

		assert_int_equal(
			store_open(office->file, &options, &office->stores[i], &office->error),
			STATUS_OK);
	}
	office->people = type_find("stakeholder");
	office->contacts = type_find("contact");
	office->invitees = type_find("invitee");
	*state = office;
	return 0;
}

int
office_tear_down(void **state)
{
	struct office *office = *state;

	support_assert_whole(office->stores[ALICE]);
	for (int i = 0; i < AUTHORS; i++)
		store_close(office->stores[i]);
	support_remove(office->folder);
	arena_clear(&office->arena);
	free(office);
	return 0;
}

enum status
office_undo(struct office *office, int who)
{
	return history_undo(office->stores[who], &office->arena, &office->step, &office->error);
}

enum status
office_redo(struct office *office, int who)
{
	return history_redo(office->stores[who], &office->arena, &office->step, &office->error);
}

void
office_expect_undo(struct office *office, int who, const char *label)
{
	if (office_undo(office, who) != STATUS_OK)
		fail_msg("%s: %s", label, office->error.message);
	assert_string_equal(office->step.label, label);
	assert_string_equal(office->step.who, office_names[who]);
}

void
office_expect_redo(struct office *office, int who, const char *label)
{
	if (office_redo(office, who) != STATUS_OK)
		fail_msg("%s: %s", label, office->error.message);
	assert_string_equal(office->step.label, label);
}

/* Nothing happens, and the message holds each part; NULL ends them. */
void
office_expect_refused(struct office *office, enum status status, enum status wanted,
	uint64_t before, const char *const *parts)
{
	assert_int_equal(status, wanted);
	for (; *parts; parts++)
		if (!strstr(office->error.message, *parts))
			fail_msg("no %s in: %s", *parts, office->error.message);
	assert_true(support_hash(office->stores[ALICE]) == before);
	support_assert_whole(office->stores[ALICE]);
}

void
office_insert(struct office *office, int who, const char *label, struct record *record)
{
	struct store *store = office->stores[who];

	if (store_begin(store, label, &office->error) != STATUS_OK ||
		store_insert(store, record, &office->error) != STATUS_OK ||
		store_end(store, STATUS_OK, &office->error) != STATUS_OK)
		fail_msg("%s: %s", label, office->error.message);
}

int64_t
office_add_person(struct office *office, int who, const char *key, const char *name)
{
	struct record record;

	record_init(&record, office->people);
	if (key)
		*support_value(&record, "key") = value_text(key);
	*support_value(&record, "name") = value_text(name);
	*support_value(&record, "kind") = value_text("person");
	office_insert(office, who, arena_format(&office->arena, "add %s", name), &record);
	return record.id;
}

enum status
office_change(struct office *office, int who, const char *label, const struct type *type,
	int64_t id, const char *field, struct value value)
{
	struct store *store = office->stores[who];
	struct record before, now;
	enum status status = store_begin(store, label, &office->error);

	assert_int_equal(status, STATUS_OK);
	status = store_get(store, type, id, &office->arena, &before, &office->error);
	now = before;
	if (status == STATUS_OK) {
		*support_value(&now, field) = value;
		status = store_update(store, &before, &now, &office->error);
	}
	return store_end(store, status, &office->error);
}

void
office_set(struct office *office, int who, int64_t id, const char *field, struct value value)
{
	if (office_change(office, who, arena_format(&office->arena, "set %s", field),
		    office->people, id, field, value) != STATUS_OK)
		fail_msg("set %s: %s", field, office->error.message);
}

void
office_take_away(struct office *office, int who, int64_t id)
{
	struct store *store = office->stores[who];

	assert_int_equal(store_begin(store, "remove", &office->error), STATUS_OK);
	assert_int_equal(store_delete(store, office->people, id, &office->error), STATUS_OK);
	assert_int_equal(store_end(store, STATUS_OK, &office->error), STATUS_OK);
}

uint64_t
office_hash(struct office *office)
{
	return support_hash(office->stores[ALICE]);
}
