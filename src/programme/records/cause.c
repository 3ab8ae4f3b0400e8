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

struct search {
	struct programme *programme;
	const char *rule;
	struct arena *arena;
	struct caused *items;
	size_t count, space;
};

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

static struct caused *
grow(struct search *search)
{
	struct caused *items;

	if (search->count == search->space) {
		search->space = search->space > 0 ? search->space * 2 : 8;
		items = arena_alloc(search->arena, search->space * sizeof *items);
		if (search->count > 0)
			memcpy(items, search->items, search->count * sizeof *items);
		search->items = items;
	}
	return &search->items[search->count++];
}

static enum status
consider(void *context, const struct record *record, struct error *error)
{
	struct search *search = context;
	int owner = type_field_index(record->type, "owner");
	int state = type_field_index(record->type, "state");
	struct caused *item;
	char identifier[RECORD_ID_SIZE];

	(void)error;
	if (!cause_names(record_get(record, "because")->text, search->rule))
		return STATUS_OK;
	item = grow(search);
	record_identify(record, identifier);
	*item = (struct caused){ .type = record->type,
		.id = record->id,
		.identifier = arena_copy(search->arena, identifier, strlen(identifier)),
		.title =
			programme_title(search->programme, record->type, record->id, search->arena),
		.done = cause_is_done(record) };
	if (owner >= 0 && record->values[owner].kind == VALUE_INTEGER)
		item->owner = programme_title(search->programme,
			field_target(&record->type->fields[owner]), record->values[owner].integer,
			search->arena);
	if (state >= 0 && record->values[state].kind == VALUE_TEXT)
		item->state = arena_copy(
			search->arena, record->values[state].text, record->values[state].length);
	return STATUS_OK;
}

static enum status
search_type(struct search *search, const struct type *type, struct error *error)
{
	int because = type_field_index(type, "because");
	struct query query = { .type = type, .condition_count = 1 };

	if (because < 0)
		return STATUS_OK;
	query.conditions[0] =
		(struct condition){ because, COMPARE_CONTAINS, value_text(search->rule) };
	return programme_each(search->programme, &query, consider, search, error);
}

enum status
programme_caused_by(struct programme *programme, const char *rule, struct arena *arena,
	struct caused **items, size_t *count, struct error *error)
{
	struct search search = { .programme = programme, .rule = rule, .arena = arena };
	size_t type_count;
	const struct type *const *types = model_types(&type_count);
	enum status status = search_type(&search, type_find("milestone"), error);

	for (size_t i = 0; status == STATUS_OK && i < type_count; i++)
		if (types[i] != type_find("milestone"))
			status = search_type(&search, types[i], error);
	*items = search.items;
	*count = search.count;
	return status;
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
