/* SPDX-License-Identifier: MIT */
/*
 * The rule book against its cases: tests/rules/S4.json holds the smallest programme that fires S4,
 * with the finding it must give, and the nearest programmes that do not. Must not know any rule: a
 * new one needs a case file and no line here. Each programme goes through a real import into a new
 * file, so that a case is also something a user could do.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cjson/cJSON.h>

#include "rollout/base/embedded.h"
#include "rollout/base/memory.h"
#include "rollout/model/setting.h"
#include "rollout/model/type.h"
#include "rollout/programme/exchange.h"
#include "rollout/programme/records.h"

enum { SCENES_MAX = 1024, DOCUMENTS_MAX = 128, PATH_SIZE = 512 };

/* One programme and all that the rules named must find in it. */
struct scene {
	char *title;
	const cJSON *programme; /* NULL: what `new` makes from the templates */
	const cJSON *rules; /* one id, or an array of them */
	const cJSON *today;
	const cJSON *findings; /* one, or an array; NULL: the rules are silent */
};

struct book {
	cJSON *documents[DOCUMENTS_MAX];
	size_t document_count;
	struct scene scenes[SCENES_MAX];
	size_t scene_count;
};

/* A programme file of its own for each scene. */
struct bench {
	char folder[PATH_SIZE];
	char file[PATH_SIZE + 16];
	char input[PATH_SIZE + 16];
	struct programme *programme;
	struct arena arena;
	struct error error;
};

static void
bench_init(struct bench *bench)
{
	const char *folder = getenv("TMPDIR");

	memset(bench, 0, sizeof *bench);
	snprintf(bench->folder, sizeof bench->folder, "%s/rules-XXXXXX", folder ? folder : "/tmp");
	assert_non_null(mkdtemp(bench->folder));
	snprintf(bench->file, sizeof bench->file, "%s/case.rollout", bench->folder);
	snprintf(bench->input, sizeof bench->input, "%s/case.json", bench->folder);
}

static void
bench_clear(struct bench *bench)
{
	programme_close(bench->programme);
	unlink(bench->file);
	unlink(bench->input);
	rmdir(bench->folder);
	arena_clear(&bench->arena);
}

static void
bench_create(struct bench *bench, const char *today, bool templates)
{
	struct programme_options options = { .who = "tester" };
	struct new_programme new = { .name = "Case", .templates = templates };

	assert_true(date_parse(today, &options.today));
	new.starts_on = options.today;
	if (programme_create(bench->file, &new, &options, &bench->programme, &bench->error))
		fail_msg("%s", bench->error.message);
}

static void
bench_import(struct bench *bench, const cJSON *document)
{
	struct import_options options = { .document = DOCUMENT_PROGRAMME, .path = bench->input };
	struct import_result *result = arena_alloc(&bench->arena, sizeof *result);
	char *text = cJSON_Print(document);
	FILE *file = fopen(bench->input, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
	cJSON_free(text);
	memset(result, 0, sizeof *result);
	if (programme_import(bench->programme, &options, &bench->arena, result, &bench->error))
		fail_msg("the case itself is wrong: %s", bench->error.message);
}

static const char *
text_of(const cJSON *object, const char *name)
{
	return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

static const struct finding *
find(const struct finding *findings, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(findings[i].id, id) == 0)
			return &findings[i];
	return NULL;
}

/* What a case leaves out (facts, response) may be anything, but must be there. */
static void
compare(const struct finding *finding, const cJSON *expected)
{
	const cJSON *facts = cJSON_GetObjectItemCaseSensitive(expected, "facts");
	const char *response = text_of(expected, "response");
	cJSON *found = cJSON_Parse(finding->facts);
	bool is_object = cJSON_IsObject(found);
	bool is_same = !facts || cJSON_Compare(found, facts, true);

	cJSON_Delete(found);
	assert_string_equal(finding->message, text_of(expected, "message"));
	if (!is_object || !is_same)
		fail_msg("%s has the facts %s", finding->id, finding->facts);
	assert_true(*finding->response != '\0' && *finding->name != '\0');
	if (response)
		assert_string_equal(finding->response, response);
}

/* How many items a member holds that may be one thing or an array of them. */
static size_t
count_of(const cJSON *one_or_more)
{
	if (!cJSON_IsArray(one_or_more))
		return one_or_more ? 1 : 0;
	return (size_t)cJSON_GetArraySize(one_or_more);
}

static const cJSON *
item_of(const cJSON *one_or_more, size_t index)
{
	return cJSON_IsArray(one_or_more) ? cJSON_GetArrayItem(one_or_more, (int)index)
					  : one_or_more;
}

/* How many of the expected findings belong to the rule; each must be among those found. */
static size_t
compare_all(const struct finding *findings, size_t count, const cJSON *expected, const char *rule)
{
	size_t matched = 0;

	for (size_t i = 0; i < count_of(expected); i++) {
		const cJSON *one = item_of(expected, i);
		const char *id = text_of(one, "id");
		const struct finding *finding;

		assert_non_null(id);
		if (strncmp(id, rule, strlen(rule)) != 0 || id[strlen(rule)] != '/')
			continue;
		finding = find(findings, count, id);
		if (finding) {
			compare(finding, one);
			matched++;
		} else
			fail_msg("%s was not found", id);
	}
	return matched;
}

/* Asked about the record alone, the rule book says the same. */
static void
ask_about_record(struct bench *bench, const struct finding *expected)
{
	const struct type *type = type_find(expected->type);
	struct finding *findings;
	const struct finding *found;
	size_t count;
	int64_t id;

	if (!type ||
		programme_resolve(bench->programme, type, expected->subject,
			strlen(expected->subject), &id, &bench->error) != STATUS_OK ||
		strcmp(programme_identifier(bench->programme, type, id, &bench->arena),
			expected->subject) != 0)
		return;
	if (programme_check_record(bench->programme, NULL, type, id, &bench->arena, &findings,
		    &count, &bench->error) != STATUS_OK)
		fail_msg("%s", bench->error.message);
	found = find(findings, count, expected->id);
	if (!found)
		fail_msg("%s is not said about the record alone", expected->id);
	assert_string_equal(found->message, expected->message);
	assert_string_equal(found->facts, expected->facts);
	for (size_t i = 0; i < count; i++) {
		assert_string_equal(findings[i].type, expected->type);
		assert_string_equal(findings[i].subject, expected->subject);
	}
}

static void
check_rule(struct bench *bench, const struct scene *scene, const char *rule)
{
	struct finding *findings;
	size_t count, waived, matched;

	if (programme_check(bench->programme, rule, &bench->arena, &findings, &count, &waived,
		    &bench->error))
		fail_msg("%s", bench->error.message);
	matched = compare_all(findings, count, scene->findings, rule);
	for (size_t i = 0; i < count && count != matched; i++)
		print_error("%s: %s\n", findings[i].id, findings[i].message);
	assert_int_equal(count, matched);
	for (size_t i = 0; i < count; i++)
		ask_about_record(bench, &findings[i]);
}

static void
test_scene(void **state)
{
	const struct scene *scene = *state;
	struct bench bench;

	bench_init(&bench);
	bench_create(&bench, cJSON_GetStringValue(scene->today), !scene->programme);
	if (scene->programme)
		bench_import(&bench, scene->programme);
	for (size_t i = 0; i < count_of(scene->rules); i++)
		check_rule(&bench, scene, cJSON_GetStringValue(item_of(scene->rules, i)));
	bench_clear(&bench);
}

/* What S1 lists itself, because no table holds it, must be the dictionary's choices. */
static void
test_groups_are_those_of_the_dictionary(void **state)
{
	const struct choice *choice = type_field_find(type_find("stakeholder"), "group")->choices;
	struct finding *findings;
	size_t count, waived, groups = 0;
	struct bench bench;

	(void)state;
	bench_init(&bench);
	bench_create(&bench, "2026-11-22", false);
	assert_int_equal(programme_check(bench.programme, "S1", &bench.arena, &findings, &count,
				 &waived, &bench.error),
		STATUS_OK);
	for (; choice->name; choice++, groups++)
		if (!find(findings, count, arena_format(&bench.arena, "S1/group/%s", choice->name)))
			fail_msg("S1 does not know the group %s", choice->name);
	assert_int_equal(count, groups);
	bench_clear(&bench);
}

static void
check_settings(const char *folder)
{
	static const char call[] = "setting('";
	size_t count;
	const struct embedded_file *files = embedded_list(folder, &count);

	assert_true(count > 0);
	for (size_t i = 0; i < count; i++)
		for (const char *at = files[i].text; (at = strstr(at, call)) != NULL;) {
			char key[64] = "";
			size_t length = strcspn(at += strlen(call), "'");

			assert_true(length < sizeof key);
			memcpy(key, at, length);
			if (!setting_find(key))
				fail_msg("%s: no setting %s", files[i].path, key);
		}
}

/* A number that no setting gives would silently be 0. */
static void
test_settings_exist(void **state)
{
	(void)state;
	check_settings("rules/");
	check_settings("facts/");
}

static void
check_clocks(const char *folder)
{
	static const char *const clocks[] = { "'now'", "current_date", "current_time", "CURRENT_" };
	size_t count;
	const struct embedded_file *files = embedded_list(folder, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < sizeof clocks / sizeof *clocks; j++)
			if (strstr(files[i].text, clocks[j]))
				fail_msg("%s asks the clock: %s", files[i].path, clocks[j]);
}

/* The day comes in as :today; who asks the clock cannot be tested, nor read as of a past day. */
static void
test_no_rule_asks_the_clock(void **state)
{
	(void)state;
	check_clocks("rules/");
	check_clocks("facts/");
}

static bool
has_cases(const struct book *book, const char *rule)
{
	for (size_t i = 0; i < book->document_count; i++) {
		const char *id = text_of(book->documents[i], "rule");

		if (id && strcmp(id, rule) == 0)
			return cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(
				       book->documents[i], "silent")) > 0;
	}
	return false;
}

static void
test_every_rule_has_cases(void **state)
{
	size_t count;
	const struct embedded_file *files = embedded_list("rules/", &count);

	assert_true(count > 0);
	for (size_t i = 0; i < count; i++) {
		char rule[16] = "";

		assert_int_equal(sscanf(files[i].path, "rules/%15[^.].sql", rule), 1);
		if (!has_cases(*state, rule))
			fail_msg("%s has no cases, or none in which it is silent", files[i].path);
	}
}

static void
add_scene(struct book *book, const cJSON *document, const cJSON *item, const cJSON *findings)
{
	const cJSON *rules = cJSON_GetObjectItemCaseSensitive(document, "rules");
	const cJSON *rule = cJSON_GetObjectItemCaseSensitive(document, "rule");
	const char *why = text_of(item, "why");
	struct buffer title = { 0 };

	if (book->scene_count == SCENES_MAX)
		abort();
	buffer_format(&title, "%s %s: %s", rule ? cJSON_GetStringValue(rule) : "golden",
		findings ? "fires" : "is silent", why ? why : "smallest case");
	book->scenes[book->scene_count++] = (struct scene){
		.title = title.data,
		.programme = cJSON_GetObjectItemCaseSensitive(
			item, item == document && rule ? "fires" : "programme"),
		.rules = rule ? rule : rules,
		.today = cJSON_GetObjectItemCaseSensitive(document, "today"),
		.findings = findings,
	};
}

static void
add_scenes(struct book *book, const cJSON *document)
{
	const cJSON *item;
	const cJSON *one = cJSON_GetObjectItemCaseSensitive(document, "finding");

	add_scene(book, document, document,
		one ? one : cJSON_GetObjectItemCaseSensitive(document, "findings"));
	cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(document, "also"))
		add_scene(book, document, item, cJSON_GetObjectItemCaseSensitive(item, "findings"));
	cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(document, "silent"))
		add_scene(book, document, item, NULL);
}

static cJSON *
read_document(const char *path)
{
	struct buffer text = { 0 };
	FILE *file = fopen(path, "r");
	cJSON *document;
	char piece[4096];
	size_t length;

	if (!file)
		return NULL;
	while ((length = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_append(&text, piece, length);
	fclose(file);
	document = cJSON_Parse(buffer_text(&text));
	buffer_clear(&text);
	return document;
}

static bool
read_book(struct book *book, const char *folder)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);
	bool good = count > 0;

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		const char *dot = strrchr(name, '.');
		char path[PATH_SIZE];

		if (good && dot && strcmp(dot, ".json") == 0 &&
			book->document_count < DOCUMENTS_MAX) {
			cJSON *document;

			snprintf(path, sizeof path, "%s/%s", folder, name);
			document = read_document(path);
			if (document) {
				book->documents[book->document_count++] = document;
				add_scenes(book, document);
			} else
				fprintf(stderr, "%s: not read\n", path);
			good = document != NULL;
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return good;
}

static void
clear_book(struct book *book)
{
	for (size_t i = 0; i < book->scene_count; i++)
		free(book->scenes[i].title);
	for (size_t i = 0; i < book->document_count; i++)
		cJSON_Delete(book->documents[i]);
	free(book);
}

/* The case files lie beside this source; the argument names another folder. */
int
main(int argc, char **argv)
{
	struct book *book = memory_new(1, sizeof *book);
	struct CMUnitTest *tests = memory_new(SCENES_MAX + 8, sizeof *tests);
	size_t count = 0;
	int failed = 1;

	if (!read_book(book, argc > 1 ? argv[1] : "tests/rules"))
		goto out;
	for (size_t i = 0; i < book->scene_count; i++)
		tests[count++] = (struct CMUnitTest){ .name = book->scenes[i].title,
			.test_func = test_scene,
			.initial_state = &book->scenes[i] };
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test_prestate(test_every_rule_has_cases, book);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(test_groups_are_those_of_the_dictionary);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_settings_exist);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_no_rule_asks_the_clock);
	failed = _cmocka_run_group_tests("rules", tests, count, NULL, NULL);
out:
	clear_book(book);
	free(tests);
	return failed;
}
