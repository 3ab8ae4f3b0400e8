/* SPDX-License-Identifier: MIT */
/* Reading and comparing what rules are about. Must not know a rule. */
#include "found.h"

#include <stdlib.h>
#include <string.h>

/* One type follows itself, as a rule. */
static const char *
keep_type(const struct found_of_rule *found, const char *type, struct arena *arena)
{
	const char *last = found->count > 0 ? found->subjects[found->count - 1].type : NULL;

	return last && strcmp(last, type) == 0 ? last : arena_copy(arena, type, strlen(type));
}

static enum status
read_rule(struct programme *programme, const struct rule *rule, struct arena *arena,
	struct found_of_rule *out, struct error *error)
{
	struct cursor *cursor = subjects_open(programme->store, rule, error);
	struct subject subject;

	*out = (struct found_of_rule){ 0 };
	while (subjects_next(cursor, &subject)) {
		subject.type = keep_type(out, subject.type, arena);
		subject.identifier = *subject.identifier ? arena_copy(arena, subject.identifier,
								   strlen(subject.identifier))
							 : "";
		out->subjects = arena_grow(arena, out->subjects, out->count, sizeof *out->subjects);
		out->subjects[out->count++] = subject;
	}
	if (out->count > 0)
		qsort(out->subjects, out->count, sizeof *out->subjects, subject_compare);
	return cursor_close(cursor);
}

enum status
found_read(struct programme *programme, const char *only, struct arena *arena, struct found *out,
	struct error *error)
{
	const struct rule *rules;
	enum status status = store_begin_read(programme->store, error);

	if (status != STATUS_OK)
		return status;
	status = rulebook_list(programme->store, &rules, &out->rule_count, error);
	if (status == STATUS_OK) {
		out->rules = arena_alloc(arena, (out->rule_count + 1) * sizeof *out->rules);
		memset(out->rules, 0, (out->rule_count + 1) * sizeof *out->rules);
	}
	for (size_t i = 0; status == STATUS_OK && i < out->rule_count; i++)
		if (!only || strcmp(only, rules[i].id) == 0)
			status = read_rule(programme, &rules[i], arena, &out->rules[i], error);
	store_end_read(programme->store);
	return status;
}

static bool
is_one_of(const struct subject *subject, const struct subject *these, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (subject_compare(subject, &these[i]) == 0)
			return true;
	return false;
}

/* Both are walked once, side by side. */
static size_t
list_missing(const struct found_of_rule *these, const struct found_of_rule *others,
	const struct subject *either, size_t either_count, struct subject *out)
{
	size_t count = 0, other = 0;

	for (size_t i = 0; i < these->count; i++) {
		const struct subject *subject = &these->subjects[i];

		while (other < others->count &&
			subject_compare(&others->subjects[other], subject) < 0)
			other++;
		if (count > 0 && subject_compare(&out[count - 1], subject) == 0)
			continue;
		if (other == others->count ||
			subject_compare(&others->subjects[other], subject) != 0 ||
			is_one_of(subject, either, either_count))
			out[count++] = *subject;
	}
	return count;
}

/* What one rule finds only in these, behind what there is. */
static enum status
add_missing(struct programme *programme, const struct rule *rule, const struct subject *missing,
	size_t missing_count, struct arena *arena, struct finding **findings, size_t *count,
	struct error *error)
{
	struct finding *more, *all;
	size_t more_count;
	enum status status = rulebook_check_subjects(
		programme->store, rule, missing, missing_count, arena, &more, &more_count, error);

	if (status != STATUS_OK || more_count == 0)
		return status;
	all = arena_alloc(arena, (*count + more_count) * sizeof *all);
	if (*count > 0)
		memcpy(all, *findings, *count * sizeof *all);
	memcpy(all + *count, more, more_count * sizeof *all);
	*findings = all;
	*count += more_count;
	return status;
}

enum status
found_only_in(struct programme *programme, const struct found *these, const struct found *others,
	const struct subject *either, size_t either_count, struct arena *arena,
	struct finding **findings, size_t *count, struct error *error)
{
	const struct rule *rules;
	size_t rule_count;
	enum status status = rulebook_list(programme->store, &rules, &rule_count, error);

	*findings = NULL;
	*count = 0;
	for (size_t i = 0; these->rules && status == STATUS_OK && i < rule_count; i++) {
		const struct found_of_rule *rule = &these->rules[i];
		struct subject *missing = memory_new(rule->count + 1, sizeof *missing);
		size_t missing_count =
			list_missing(rule, &others->rules[i], either, either_count, missing);

		if (missing_count > 0)
			status = add_missing(programme, &rules[i], missing, missing_count, arena,
				findings, count, error);
		free(missing);
	}
	return status;
}
