/* SPDX-License-Identifier: MIT */
/* The rule book as it is read: the files of data/rules with their headers, in order. */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "rule_tables.h"
#include "rollout/base/date.h"
#include "rollout/base/embedded.h"

/* The text behind "-- NAME:" with its continuation lines ("--   more") joined by spaces; "" when
 * there is none. */
static const char *
header_text(struct arena *arena, const char *text, const char *name)
{
	struct buffer joined = { 0 };
	size_t length = strlen(name);
	bool inside = false;
	const char *copy;

	for (const char *line = text; strncmp(line, "--", 2) == 0;) {
		const char *end = strchr(line, '\n');
		const char *word = line + 3;

		if (!end)
			break;
		if (strncmp(word, name, length) == 0 && word[length] == ':') {
			inside = true;
			word += length + 1;
		} else if (strncmp(line, "--   ", 5) != 0)
			inside = false;
		if (inside) {
			while (*word == ' ')
				word++;
			if (joined.length > 0)
				buffer_append_char(&joined, ' ');
			buffer_append(&joined, word, (size_t)(end - word));
		}
		line = end + 1;
	}
	copy = arena_copy(arena, buffer_text(&joined), joined.length);
	buffer_clear(&joined);
	return copy;
}

static int
compare_ids(const char *a, const char *b)
{
	size_t letters = strcspn(a, "0123456789"), others = strcspn(b, "0123456789");
	int order = strncmp(a, b, letters > others ? letters : others);
	long left = strtol(a + letters, NULL, 10), right = strtol(b + others, NULL, 10);

	return order ? order : (left > right) - (left < right);
}

static int
compare_rules(const void *a, const void *b)
{
	const struct rule *left = a, *right = b;

	if (left->severity != right->severity)
		return left->severity < right->severity ? -1 : 1;
	return compare_ids(left->id, right->id);
}

static enum status
parse_rule(struct store *store, const struct embedded_file *file, struct rule *rule,
	struct error *error)
{
	const char *severity = header_text(&store->lasting, file->text, "severity");
	const char *about = header_text(&store->lasting, file->text, "about");
	const char *uses = header_text(&store->lasting, file->text, "uses");

	rule->id = header_text(&store->lasting, file->text, "id");
	rule->title = header_text(&store->lasting, file->text, "title");
	rule->meaning = header_text(&store->lasting, file->text, "meaning");
	rule->alarm = header_text(&store->lasting, file->text, "alarm");
	rule->response = header_text(&store->lasting, file->text, "response");
	rule->sql = rule_tables_skip_header(file->text);
	if (*uses && !rule_tables_find(uses))
		return error_set(error, STATUS_FAILED, "data/%s: there are no facts \"%s\"",
			file->path, uses);
	if (*uses)
		rule->sql = rule_tables_join(&store->lasting, rule_tables_find(uses), rule->sql);
	rule->severity = SEVERITY_NOTICE;
	for (enum severity s = SEVERITY_ERROR; s <= SEVERITY_NOTICE; s++)
		if (strcmp(severity, severity_name(s)) == 0)
			rule->severity = s;
	rule->about = 0;
	for (enum rule_about a = ABOUT_PERSON; a <= ABOUT_CADENCE; a++)
		if (strcmp(about, rule_about_name(a)) == 0)
			rule->about = a;
	if (!*rule->id || !*rule->title || !*rule->response || !rule->about ||
		strcmp(severity, severity_name(rule->severity)) != 0)
		return error_set(error, STATUS_FAILED,
			"data/%s: its header lacks id, severity, about, title or response",
			file->path);
	return STATUS_OK;
}

enum status
rulebook_list(struct store *store, const struct rule **rules, size_t *count, struct error *error)
{
	enum status status = STATUS_OK;

	if (!store->rules) {
		size_t files_count;
		const struct embedded_file *files = embedded_list("rules/", &files_count);
		struct rule *parsed =
			arena_alloc(&store->lasting, (files_count + 1) * sizeof *parsed);

		for (size_t i = 0; i < files_count && status == STATUS_OK; i++)
			status = parse_rule(store, &files[i], &parsed[i], error);
		if (status != STATUS_OK)
			return status;
		qsort(parsed, files_count, sizeof *parsed, compare_rules);
		store->rules = parsed;
		store->rule_count = files_count;
	}
	*rules = store->rules;
	*count = store->rule_count;
	return STATUS_OK;
}

enum status
rulebook_find(
	struct store *store, const char *finding, const struct rule **rule, struct error *error)
{
	size_t length = strcspn(finding, "/"), count;
	const struct rule *rules;
	enum status status = rulebook_list(store, &rules, &count, error);

	*rule = NULL;
	for (size_t i = 0; i < count && status == STATUS_OK && !*rule; i++)
		if (strncmp(rules[i].id, finding, length) == 0 && rules[i].id[length] == '\0')
			*rule = &rules[i];
	return status;
}
