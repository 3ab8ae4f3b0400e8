/* SPDX-License-Identifier: MIT */
/*
 * Lists held against a model: an array in memory, filtered and sorted by the plainest code there
 * is. Read at once and page by page.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support.h"

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct store *store;
	struct arena arena;
	struct error error;
	const struct type *people;
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	place->store = support_create(support_path(place->file, place->folder, "p.rollout"));
	place->people = type_find("stakeholder");
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	store_close(place->store);
	support_remove(place->folder);
	arena_clear(&place->arena);
	free(place);
	return 0;
}

static struct record
person(struct place *place, const char *name)
{
	struct record record;

	record_init(&record, place->people);
	*support_value(&record, "name") = value_text(name);
	*support_value(&record, "kind") = value_text("person");
	*support_value(&record, "active") = value_integer(1);
	return record;
}

static void
insert(struct place *place, struct record *record)
{
	if (store_insert(place->store, record, &place->error) != STATUS_OK)
		fail_msg("%s", place->error.message);
}

/* The model. */
enum { PEOPLE = 240, QUERIES = 1500 / SUPPORT_FEWER };

struct model {
	struct record people[PEOPLE];
	size_t found[PEOPLE], count;
};

static const char *const searched[] = { "name", "email", "influence", "last_contact_on", "active",
	"attitude", "owner" };

static struct value
random_value(const char *field, uint64_t *seed)
{
	static const char *const names[] = { "Ana", "ana", "Bo", "bob", "Čech", "cech", "Ωmega",
		"100%", "a_b", "日本" };
	static const char *const mails[] = { "a@x", "A@X", "b@y", "" };
	static const char *const days[] = { "2026-01-31", "2026-02-01", "2025-12-31",
		"2026-10-10" };
	static const char *const attitudes[] = { "active", "passive", "mixed", "resistant" };

	if (strcmp(field, "name") == 0)
		return value_text(names[support_below(seed, 10)]);
	if (strcmp(field, "active") == 0)
		return value_integer(support_below(seed, 2));
	if (support_below(seed, 4) == 0)
		return value_none();
	if (strcmp(field, "email") == 0)
		return value_text(mails[support_below(seed, 3)]);
	if (strcmp(field, "influence") == 0)
		return value_integer(1 + support_below(seed, 5));
	if (strcmp(field, "last_contact_on") == 0)
		return value_text(days[support_below(seed, 4)]);
	if (strcmp(field, "attitude") == 0)
		return value_text(attitudes[support_below(seed, 4)]);
	return value_integer(1000 + support_below(seed, 5));
}

/* As SQLite orders them: nothing, numbers, texts by bytes. */
static int
compare_values(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	switch (a->kind) {
	case VALUE_NONE: return 0;
	case VALUE_INTEGER: return (a->integer > b->integer) - (a->integer < b->integer);
	case VALUE_TEXT: return strcmp(a->text, b->text);
	}
	return 0;
}

/* Without case and marks, for the few words above. */
static bool
contains(const char *text, const char *part)
{
	static const char *const same[][2] = { { "Ana", "ana" }, { "Bo", "bo" }, { "Čech", "cech" },
		{ "Ωmega", "ωmega" }, { "A@X", "a@x" } };
	const char *where = text, *what = part;

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		where = strcmp(where, same[i][0]) == 0 ? same[i][1] : where;
		what = strcmp(what, same[i][0]) == 0 ? same[i][1] : what;
	}
	return strstr(where, what) != NULL;
}

static bool
fits(const struct record *record, const struct condition *condition)
{
	const struct value *value = &record->values[condition->field];
	int order = compare_values(value, &condition->value);
	bool both = value->kind != VALUE_NONE && condition->value.kind != VALUE_NONE;

	switch (condition->compare) {
	case COMPARE_EQUAL: return order == 0;
	case COMPARE_NOT_EQUAL: return order != 0;
	case COMPARE_LESS: return both && order < 0;
	case COMPARE_LESS_EQUAL: return both && order <= 0;
	case COMPARE_GREATER: return both && order > 0;
	case COMPARE_GREATER_EQUAL: return both && order >= 0;
	case COMPARE_CONTAINS: return both && contains(value->text, condition->value.text);
	}
	return false;
}

static bool
comes_before(const struct record *a, const struct record *b, const struct query *query)
{
	int order = query->order > 0 ? compare_values(&a->values[query->order - 1],
					       &b->values[query->order - 1])
				     : 0;

	if (order == 0)
		order = (a->id > b->id) - (a->id < b->id);
	return query->descending ? order > 0 : order < 0;
}

static void
ask_model(struct model *model, const struct query *query)
{
	model->count = 0;
	for (size_t i = 0; i < PEOPLE; i++) {
		bool all = true;
		size_t at;

		for (size_t c = 0; c < query->condition_count; c++)
			all = all && fits(&model->people[i], &query->conditions[c]);
		if (!all)
			continue;
		for (at = model->count++;
			at > 0 && comes_before(&model->people[i],
					  &model->people[model->found[at - 1]], query);
			at--)
			model->found[at] = model->found[at - 1];
		model->found[at] = i;
	}
}

/* Reads the list in pages of limit (0: in one) and holds each record against the model's. */
static void
assert_listed(struct place *place, const struct model *model, struct query query)
{
	size_t at = 0;
	bool more = true;

	while (more) {
		struct cursor *cursor = cursor_open(place->store, &query, &place->error);
		struct record record;
		int64_t here = 0;

		while (cursor_next(cursor, &record)) {
			assert_true(at < model->count);
			assert_true(record.id == model->people[model->found[at]].id);
			at++;
			here++;
			query.after = record.id;
		}
		if (cursor_close(cursor) != STATUS_OK)
			fail_msg("%s", place->error.message);
		more = query.limit > 0 && here == query.limit;
	}
	assert_int_equal(at, model->count);
}

static struct query
random_query(struct place *place, uint64_t *seed)
{
	struct query query = { .type = place->people,
		.condition_count = (size_t)support_below(seed, 3) };
	const size_t fields = sizeof searched / sizeof *searched;

	for (size_t i = 0; i < query.condition_count; i++) {
		const char *field = searched[support_below(seed, (int)fields)];
		bool text = strcmp(field, "name") == 0 || strcmp(field, "email") == 0;

		query.conditions[i].field = type_field_index(place->people, field);
		query.conditions[i].compare = (enum compare)support_below(
			seed, text ? COMPARE_CONTAINS + 1 : COMPARE_CONTAINS);
		query.conditions[i].value = random_value(field, seed);
	}
	if (support_below(seed, 4) > 0)
		query.order = type_field_index(
				      place->people, searched[support_below(seed, (int)fields)]) +
			      1;
	query.descending = support_below(seed, 2);
	return query;
}

static void
lists_as_the_model_does(void **state)
{
	struct place *place = *state;
	struct model *model = memory_new(1, sizeof *model);
	uint64_t seed = 2026;

	support_begin(place->store);
	for (int64_t i = 0; i < 5; i++) {
		struct record owner = person(place, "Owner");

		owner.id = 1000 + i;
		insert(place, &owner);
	}
	for (size_t i = 0; i < PEOPLE; i++) {
		model->people[i] = person(place, "");
		for (size_t f = 0; f < sizeof searched / sizeof *searched; f++)
			*support_value(&model->people[i], searched[f]) =
				random_value(searched[f], &seed);
		/* Not in the order of insertion. */
		model->people[i].id = (int64_t)(i * 7919 % 100003) + 2000;
		insert(place, &model->people[i]);
	}
	support_end(place->store);
	for (int i = 0; i < QUERIES; i++) {
		struct query query = random_query(place, &seed);
		int64_t count = 0;

		/* Leave the five owners out. */
		query.conditions[query.condition_count++] =
			(struct condition){ type_field_index(place->people, "name"),
				COMPARE_NOT_EQUAL, value_text("Owner") };
		ask_model(model, &query);
		assert_listed(place, model, query);
		query.limit = 1 + support_below(&seed, 30);
		assert_listed(place, model, query);
		assert_int_equal(
			store_count(place->store, &query, &count, &place->error), STATUS_OK);
		assert_true(count == (int64_t)model->count);
	}
	free(model);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_as_the_model_does, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
