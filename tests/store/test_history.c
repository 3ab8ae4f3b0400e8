/* SPDX-License-Identifier: MIT */
/*
 * The history under random sequences of changes with fixed seeds: undoing everything gives back the
 * start, redoing everything the end, any mix of undo, redo and new changes what a plain stack of
 * contents says. SQLite's session extension, which sees every change of a row, is the oracle that
 * no change is missing in the history.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

enum {
	LIVE_MAX = 4000,
	STEPS_MAX = 400,
	SEEDS = 12 / SUPPORT_FEWER,
	STEPS = 50,
	MIXED = 250 / SUPPORT_FEWER
};

static const char *const kinds[] = { "stakeholder", "relationship", "team", "function", "team_link",
	"tip", "milestone", "dependency" };

enum { KINDS = sizeof kinds / sizeof *kinds };

struct sim {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct store *store;
	struct arena arena;
	struct error error;
	uint64_t seed;
	uint64_t contents[STEPS_MAX]; /* after each step that stands or can be redone */
	int at, top;
};

static void
open_sim(struct sim *sim)
{
	sim->store = support_open(sim->file);
	/* Speed; what survives a power loss is tested elsewhere. */
	sqlite3_exec(sim->store->database, "PRAGMA synchronous=OFF", NULL, NULL, NULL);
}

static struct sim *
sim_new(uint64_t seed)
{
	struct sim *sim = memory_new(1, sizeof *sim);

	support_folder(sim->folder);
	support_make(support_path(sim->file, sim->folder, "p.rollout"), 0);
	sim->seed = seed;
	open_sim(sim);
	sim->contents[0] = support_hash(sim->store);
	return sim;
}

static void
sim_free(struct sim *sim)
{
	support_assert_whole(sim->store);
	store_close(sim->store);
	support_remove(sim->folder);
	arena_clear(&sim->arena);
	free(sim);
}

static void
check(struct sim *sim, enum status status)
{
	if (status != STATUS_OK)
		fail_msg("seed %llu, step %d: %s", (unsigned long long)sim->seed, sim->at,
			sim->error.message);
}

/* Any record of the type; 0 when there is none. */
static int64_t
choose(struct sim *sim, const struct type *type)
{
	struct buffer sql = { 0 };
	int64_t count, id = 0;

	buffer_format(&sql, "SELECT count(*) FROM \"%s\"", type->name);
	count = support_number(sim->store, sql.data);
	if (count > 0) {
		buffer_reset(&sql);
		buffer_format(&sql, "SELECT id FROM \"%s\" ORDER BY id LIMIT 1 OFFSET %d",
			type->name, support_below(&sim->seed, (int)count));
		id = support_number(sim->store, sql.data);
	}
	buffer_clear(&sql);
	return id;
}

static const char *
random_text(struct sim *sim, bool lines)
{
	static const char *const parts[] = { "a", "\"", "'", "\\", "ü", "日本",
		"👩‍👩‍👧", "{\"x\":1}", "null", "12", "1e5", "[", "%", "e\xcc\x81", " ",
		"\\u0041", "true", "\xd7\xa9\xd7\x9c" };
	struct buffer text = { 0 };
	const char *copy;

	buffer_append_text(&text, "t");
	for (int i = support_below(&sim->seed, 12); i > 0; i--)
		buffer_append_text(
			&text, parts[support_below(&sim->seed, sizeof parts / sizeof *parts)]);
	if (lines)
		buffer_append_text(&text, "\nsecond line\twith a tab");
	copy = arena_copy(&sim->arena, text.data, text.length);
	buffer_clear(&text);
	return copy;
}

/* A value for the field; references lead to what is there. */
static struct value
random_value(struct sim *sim, const struct field *field)
{
	struct record filled;
	int64_t target;

	if (!field->required && support_below(&sim->seed, 3) == 0)
		return value_none();
	switch (field->kind) {
	case FIELD_KEY: return value_none();
	case FIELD_TEXT: return value_text(random_text(sim, false));
	case FIELD_NOTE: return value_text(random_text(sim, true));
	case FIELD_CHOICE:
		target = support_below(&sim->seed, 2);
		return value_text(field->choices[target].name);
	case FIELD_REFERENCE:
		target = choose(sim, field_target(field));
		return target ? value_integer(target) : value_none();
	case FIELD_INTEGER:
		return value_integer(
			field->minimum +
			support_below(&sim->seed, 3) % (int)(field->maximum - field->minimum + 1));
	case FIELD_BOOLEAN: return value_integer(support_below(&sim->seed, 2));
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_RULE: {
		const struct type one = { .name = "one", .fields = field - 1, .field_count = 2 };

		support_fill(&filled, &one, support_below(&sim->seed, 28), &sim->arena);
		return filled.values[1];
	}
	}
	return value_none();
}

/* STATUS_OK also when no record could be made because nothing is there to refer to. */
static void
add(struct sim *sim, const struct type *type, int64_t id)
{
	struct record record;
	enum status status;

	record_init(&record, type);
	record.id = id;
	for (size_t i = 1; i < type->field_count; i++) {
		record.values[i] = random_value(sim, &type->fields[i]);
		if (type->fields[i].required && record.values[i].kind == VALUE_NONE)
			return;
	}
	if (support_below(&sim->seed, 3) == 0)
		record.values[0] =
			value_text(arena_format(&sim->arena, "k%d", support_below(&sim->seed, 40)));
	status = store_insert(sim->store, &record, &sim->error);
	/* The number or the key may be taken: then nothing happened. */
	if (status != STATUS_CONFLICT)
		check(sim, status);
}

static void
change(struct sim *sim, const struct type *type, int64_t id)
{
	struct record before, now;

	if (id == 0)
		return;
	check(sim, store_get(sim->store, type, id, &sim->arena, &before, &sim->error));
	now = before;
	for (int i = 1 + support_below(&sim->seed, 3); i > 0; i--) {
		size_t field = 1 + (size_t)support_below(&sim->seed, (int)type->field_count - 1);
		struct value value = random_value(sim, &type->fields[field]);

		if (!type->fields[field].required || value.kind != VALUE_NONE)
			now.values[field] = value;
	}
	check(sim, store_update(sim->store, &before, &now, &sim->error));
}

struct ids {
	int64_t ids[LIVE_MAX];
	size_t count;
};

static void
clear_reference(struct sim *sim, struct referrer referrer, int64_t id)
{
	struct record before, now;

	check(sim, store_get(sim->store, referrer.type, id, &sim->arena, &before, &sim->error));
	now = before;
	now.values[referrer.field] = value_none();
	check(sim, store_update(sim->store, &before, &now, &sim->error));
}

/* With all that cannot be without it, and out of all that can. A list of what to do, because one
 * removal leads to others. */
static void
take_away(struct sim *sim, const struct type *first, int64_t id)
{
	struct {
		const struct type *type;
		int64_t id;
	} waiting[LIVE_MAX];
	size_t done = 0, count = 0;
	struct ids *ids = memory_new(1, sizeof *ids);
	struct record there;

	if (id != 0) {
		waiting[count].type = first;
		waiting[count++].id = id;
	}
	for (; done < count; done++) {
		size_t referrers;
		const struct referrer *referrer =
			store_referrers(sim->store, waiting[done].type, &referrers);

		for (size_t r = 0; r < referrers; r++) {
			struct cursor *cursor = references_open(
				sim->store, referrer[r], waiting[done].id, &sim->error);

			ids->count = 0;
			while (ids->count < LIVE_MAX &&
				references_next(cursor, &ids->ids[ids->count]))
				ids->count++;
			check(sim, cursor_close(cursor));
			for (size_t i = 0; i < ids->count; i++) {
				if (!referrer[r].type->fields[referrer[r].field].required)
					clear_reference(sim, referrer[r], ids->ids[i]);
				else if (count < LIVE_MAX) {
					waiting[count].type = referrer[r].type;
					waiting[count++].id = ids->ids[i];
				}
			}
		}
	}
	while (count-- > 0)
		if (store_get(sim->store, waiting[count].type, waiting[count].id, &sim->arena,
			    &there, &sim->error) == STATUS_OK)
			check(sim, store_delete(sim->store, waiting[count].type, waiting[count].id,
					   &sim->error));
	free(ids);
}

static void
swap_keys(struct sim *sim, const struct type *type)
{
	int64_t one = choose(sim, type), two = choose(sim, type);
	struct record a, b, free_a, free_b;

	if (one == two || one == 0)
		return;
	check(sim, store_get(sim->store, type, one, &sim->arena, &a, &sim->error));
	check(sim, store_get(sim->store, type, two, &sim->arena, &b, &sim->error));
	free_a = a;
	free_a.values[0] = value_none();
	free_b = b;
	free_b.values[0] = a.values[0];
	check(sim, store_update(sim->store, &a, &free_a, &sim->error));
	check(sim, store_update(sim->store, &b, &free_b, &sim->error));
	a.values[0] = b.values[0];
	check(sim, store_update(sim->store, &free_a, &a, &sim->error));
}

/* Gone and back under the same number, with the same or other values. */
static void
replace(struct sim *sim, const struct type *type)
{
	int64_t id = choose(sim, type);

	if (id == 0)
		return;
	take_away(sim, type, id);
	add(sim, type, id);
}

static void
do_something(struct sim *sim)
{
	const struct type *type = type_find(kinds[support_below(&sim->seed, KINDS)]);
	int64_t id;

	switch (support_below(&sim->seed, 10)) {
	case 0:
	case 1:
	case 2: /* a run */
		for (int i = 1 + support_below(&sim->seed, 8); i > 0; i--)
			add(sim, type, 0);
		break;
	case 3: /* numbers given: near each other with gaps, and as far away as they go */
		id = support_below(&sim->seed, 6) == 0 ? (int64_t)(support_random(&sim->seed) >> 1)
						       : 1 + support_below(&sim->seed, 300);
		for (int i = 1 + support_below(&sim->seed, 6); i > 0 && id < INT64_MAX - 4; i--) {
			add(sim, type, id);
			id += 1 + (support_below(&sim->seed, 3) == 0);
		}
		break;
	case 4:
	case 5: change(sim, type, choose(sim, type)); break;
	case 6:
	case 7: take_away(sim, type, choose(sim, type)); break;
	case 8: swap_keys(sim, type); break;
	case 9: replace(sim, type); break;
	}
}

/* Does the change say the same as the session? old: the first time, new: the last. */
static void
expect_noted(struct sim *sim, int64_t step, const char *table, int64_t id, const char *field,
	sqlite3_value *value, bool old)
{
	sqlite3_stmt *statement = NULL;
	const char *sql = old ? "SELECT \"old\" IS ?5 FROM change WHERE step = ?1 AND type = ?2 "
				"AND record = ?3 AND field = ?4 ORDER BY n LIMIT 1"
			      : "SELECT \"new\" IS ?5 FROM change WHERE step = ?1 AND type = ?2 "
				"AND record = ?3 AND field = ?4 ORDER BY n DESC "
				"LIMIT 1";

	assert_int_equal(
		sqlite3_prepare_v2(sim->store->database, sql, -1, &statement, NULL), SQLITE_OK);
	sqlite3_bind_int64(statement, 1, step);
	sqlite3_bind_text(statement, 2, table, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 3, id);
	sqlite3_bind_text(statement, 4, field, -1, SQLITE_STATIC);
	sqlite3_bind_value(statement, 5, value);
	if (sqlite3_step(statement) != SQLITE_ROW || sqlite3_column_int(statement, 0) != 1)
		fail_msg("seed %llu: %s %lld: the history does not hold the %s of %s",
			(unsigned long long)sim->seed, table, (long long)id,
			old ? "old value" : "new value", field);
	sqlite3_finalize(statement);
}

static int64_t
count_noted(struct sim *sim, int64_t step, const char *table, int64_t id, const char *kind)
{
	struct buffer sql = { 0 };
	int64_t count;

	buffer_format(&sql,
		"SELECT count(*) FROM change WHERE step = %lld AND type = '%s' AND kind = '%s' AND "
		"%lld BETWEEN record AND last",
		(long long)step, table, kind, (long long)id);
	count = support_number(sim->store, sql.data);
	buffer_clear(&sql);
	return count;
}

static void
expect_update_noted(struct sim *sim, int64_t step, sqlite3_changeset_iter *iterator,
	const struct type *type, int64_t id)
{
	/* Deleted and added again: a row of each kind, and the values in neither or both. */
	if (count_noted(sim, step, type->name, id, "delete") > 0 &&
		count_noted(sim, step, type->name, id, "insert") > 0)
		return;
	for (int column = 1; column <= (int)type->field_count; column++) {
		sqlite3_value *old = NULL, *now = NULL;

		sqlite3changeset_old(iterator, column, &old);
		sqlite3changeset_new(iterator, column, &now);
		if (!now)
			continue;
		expect_noted(sim, step, type->name, id, type->fields[column - 1].name, old, true);
		expect_noted(sim, step, type->name, id, type->fields[column - 1].name, now, false);
	}
}

/* Every row that the session saw changing is in the history of the step. */
static void
expect_all_noted(struct sim *sim, int size, void *changes)
{
	int64_t step = support_number(sim->store, "SELECT max(id) FROM step");
	sqlite3_changeset_iter *iterator = NULL;

	assert_int_equal(sqlite3changeset_start(&iterator, size, changes), SQLITE_OK);
	while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
		const char *table;
		int columns, operation, indirect;
		const struct type *type;
		sqlite3_value *key = NULL;
		int64_t id;

		sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
		type = type_find(table);
		assert_non_null(type);
		assert_int_equal(columns, (int)type->field_count + 1);
		if (operation == SQLITE_INSERT)
			sqlite3changeset_new(iterator, 0, &key);
		else
			sqlite3changeset_old(iterator, 0, &key);
		id = sqlite3_value_int64(key);
		if (operation == SQLITE_UPDATE)
			expect_update_noted(sim, step, iterator, type, id);
		else if (count_noted(sim, step, table, id,
				 operation == SQLITE_INSERT ? "insert" : "delete") == 0)
			fail_msg("seed %llu: %s %lld was %s and the history does not say so",
				(unsigned long long)sim->seed, table, (long long)id,
				operation == SQLITE_INSERT ? "added" : "deleted");
	}
	sqlite3changeset_finalize(iterator);
}

static int
is_dictionary(void *context, const char *table)
{
	(void)context;
	return type_find(table) != NULL;
}

/* One step of a few changes; tells the stack of contents. A step that changed nothing is none. */
static void
make_step(struct sim *sim)
{
	sqlite3_session *session = NULL;
	void *changes = NULL;
	int size = 0;
	bool changed;

	check(sim, store_begin(sim->store, "a random step", &sim->error));
	assert_int_equal(sqlite3session_create(sim->store->database, "main", &session), SQLITE_OK);
	sqlite3session_table_filter(session, is_dictionary, NULL);
	sqlite3session_attach(session, NULL);
	for (int i = 1 + support_below(&sim->seed, 6); i > 0; i--)
		do_something(sim);
	changed = store_has_changed(sim->store);
	assert_int_equal(sqlite3session_changeset(session, &size, &changes), SQLITE_OK);
	sqlite3session_delete(session);
	check(sim, store_end(sim->store, STATUS_OK, &sim->error));
	assert_true(changed || size == 0);
	if (size > 0)
		expect_all_noted(sim, size, changes);
	sqlite3_free(changes);
	if (changed) {
		assert_true(sim->at + 1 < STEPS_MAX);
		sim->top = ++sim->at;
		sim->contents[sim->at] = support_hash(sim->store);
	}
	arena_reset(&sim->arena);
}

static void
undo(struct sim *sim)
{
	struct step step;
	enum status status = history_undo(sim->store, &sim->arena, &step, &sim->error);

	if (sim->at == 0) {
		assert_int_equal(status, STATUS_NOT_FOUND);
		return;
	}
	check(sim, status);
	assert_string_equal(step.label, "a random step");
	sim->at--;
	assert_true(support_hash(sim->store) == sim->contents[sim->at]);
}

static void
redo(struct sim *sim)
{
	struct step step;
	enum status status = history_redo(sim->store, &sim->arena, &step, &sim->error);

	if (sim->at == sim->top) {
		assert_int_equal(status, STATUS_NOT_FOUND);
		return;
	}
	check(sim, status);
	sim->at++;
	assert_true(support_hash(sim->store) == sim->contents[sim->at]);
}

static void
all_back_and_all_forward(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct sim *sim = sim_new(seed * 7919);
		struct buffer start = { 0 }, end = { 0 }, now = { 0 };

		support_dump(sim->store, &start);
		for (int i = 0; i < STEPS; i++)
			make_step(sim);
		support_dump(sim->store, &end);
		assert_true(end.length > start.length);
		while (sim->at > 0)
			undo(sim);
		undo(sim);
		support_dump(sim->store, &now);
		assert_string_equal(buffer_text(&now), buffer_text(&start));
		support_assert_whole(sim->store);
		while (sim->at < sim->top)
			redo(sim);
		redo(sim);
		buffer_reset(&now);
		support_dump(sim->store, &now);
		assert_string_equal(buffer_text(&now), buffer_text(&end));
		buffer_clear(&start);
		buffer_clear(&end);
		buffer_clear(&now);
		sim_free(sim);
	}
}

static void
any_mix_is_what_the_stack_says(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 4; seed++) {
		struct sim *sim = sim_new(seed * 104729);

		for (int i = 0; i < MIXED; i++) {
			int what = support_below(&sim->seed, 8);

			if (what < 4)
				make_step(sim);
			else if (what < 6)
				undo(sim);
			else if (what < 7)
				redo(sim);
			else {
				store_close(sim->store);
				open_sim(sim);
				assert_true(support_hash(sim->store) == sim->contents[sim->at]);
			}
		}
		sim_free(sim);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_back_and_all_forward),
		cmocka_unit_test(any_mix_is_what_the_stack_says),
	};

	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
