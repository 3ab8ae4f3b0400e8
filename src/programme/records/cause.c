/* SPDX-License-Identifier: MIT */
/*
 * Finds what a rule has put on the roadmap, and the rules that put something there. Must not list
 * types by name: whatever has a field "because" can have been caused.
 */
#include "rollout/programme/cause.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/exchange/json_facts.h"

size_t
cause_facts(const struct finding *finding, struct arena *arena, struct fact **facts)
{
	return json_facts_read(finding->facts ? finding->facts : "", arena, facts);
}

bool
cause_names(const char *because, const char *rule)
{
	size_t length = strlen(rule), end = strcspn(because, ":");

	if (because[end] == '\0')
		return false;
	for (const char *at = because; at < because + end;) {
		size_t word = strcspn(at, ", :");

		if (word == length && strncmp(at, rule, length) == 0)
			return true;
		at += word;
		at += strspn(at, ", ");
	}
	return false;
}

bool
cause_is_done(const struct record *record)
{
	int state = type_field_index(record->type, "state");
	int done = type_field_index(record->type, "done_on");

	if (done >= 0)
		return record->values[done].kind != VALUE_NONE;
	if (state < 0 || record->values[state].kind != VALUE_TEXT)
		return false;
	return strcmp(record->values[state].text, "accepted") == 0 ||
	       strcmp(record->values[state].text, "closed") == 0;
}

/* All of one type, behind what there is. */
static void
search_type(struct rows *rows, const struct type *type, const char *rule, struct arena *arena,
	struct caused **items, size_t *count)
{
	int owner = type_field_index(type, "owner");
	int state = type_field_index(type, "state");
	struct query query = query_of(type->name);
	struct record record;

	if (type_field_index(type, "because") < 0)
		return;
	query_compare(&query, "because", COMPARE_CONTAINS, value_text(rule));
	rows_read(rows, &query);
	while (rows_next(rows, &record)) {
		if (!cause_names(record_text(&record, "because"), rule))
			continue;
		*items = arena_grow(arena, *items, *count, sizeof **items);
		(*items)[(*count)++] = (struct caused){ .type = type,
			.id = record.id,
			.identifier = record_identifier(&record, arena),
			.title = programme_title(rows->programme, type, record.id, arena),
			.owner = owner < 0 ? NULL
					   : programme_title_of(
						     rows->programme, &record, "owner", arena),
			.state = state < 0 ? NULL : record_copy_text(&record, "state", arena),
			.done = cause_is_done(&record) };
	}
}

enum status
programme_caused_by(struct programme *programme, const char *rule, struct arena *arena,
	struct caused **items, size_t *count, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	const struct type *milestone = type_find("milestone");
	size_t type_count;
	const struct type *const *types = model_types(&type_count);

	*items = NULL;
	*count = 0;
	search_type(&rows, milestone, rule, arena, items, count);
	for (size_t i = 0; i < type_count; i++)
		if (types[i] != milestone)
			search_type(&rows, types[i], rule, arena, items, count);
	return rows_close(&rows);
}

enum status
programme_causes(struct programme *programme, const char *because, struct arena *arena,
	struct cause **causes, size_t *count, struct error *error)
{
	const struct rule *rules;
	size_t rule_count = 0;
	enum status status = rulebook_list(programme->store, &rules, &rule_count, error);

	*count = 0;
	*causes = arena_alloc(arena, (rule_count + 1) * sizeof **causes);
	for (size_t i = 0; i < rule_count && status == STATUS_OK; i++) {
		struct finding *findings;
		size_t found = 0, waived = 0;

		if (!cause_names(because, rules[i].id))
			continue;
		status = programme_check(
			programme, rules[i].id, arena, &findings, &found, &waived, error);
		(*causes)[(*count)++] =
			(struct cause){ &rules[i], found > 0 ? findings[found - 1].message : NULL };
	}
	return status;
}
