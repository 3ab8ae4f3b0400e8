/* SPDX-License-Identifier: MIT */
/* Groups are found by reading the one field in its order, so that memory grows with them alone. */
#include "rollout/programme/groups.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

struct grouping {
	struct programme *programme;
	struct record_groups *out;
	struct arena *arena;
};

static const char *
keep(struct grouping *grouping, const char *text)
{
	return arena_copy(grouping->arena, text, strlen(text));
}

static const char *
word_of(struct grouping *grouping, const struct field *field, const struct value *value)
{
	if (value->kind == VALUE_NONE)
		return "";
	if (field->kind == FIELD_REFERENCE)
		return programme_identifier(
			grouping->programme, field_target(field), value->integer, grouping->arena);
	return field_format(field, value, grouping->arena);
}

static void
add(struct grouping *grouping, const struct record *record)
{
	struct record_groups *out = grouping->out;
	const struct field *field = &record->type->fields[out->field];
	struct value value = record->values[out->field];
	struct record_group *group;

	if (out->count > 0 && value_equal(&out->items[out->count - 1].value, &value)) {
		out->items[out->count - 1].count++;
		return;
	}
	if (value.kind == VALUE_TEXT)
		value.text = arena_copy(grouping->arena, value.text, value.length);
	out->items = arena_grow(grouping->arena, out->items, out->count, sizeof *out->items);
	group = &out->items[out->count++];
	*group = (struct record_group){ .value = value, .count = 1 };
	group->word = keep(grouping, word_of(grouping, field, &value));
	group->name = value.kind == VALUE_NONE
			      ? "none"
			      : keep(grouping, programme_format(grouping->programme, record,
						       (size_t)out->field, grouping->arena));
}

static int
rank(const struct field *field, const struct record_group *group)
{
	int at = 0;

	if (group->value.kind == VALUE_NONE)
		return INT32_MAX;
	while (field->kind == FIELD_CHOICE && field->choices[at].name &&
		strcmp(field->choices[at].name, group->value.text) != 0)
		at++;
	return at;
}

/* What has a rank by it, references by name; the rest as it was read. */
static bool
comes_before(const struct field *field, const struct record_group *a, const struct record_group *b)
{
	if (rank(field, a) != rank(field, b))
		return rank(field, a) < rank(field, b);
	return field->kind == FIELD_REFERENCE && strcmp(a->name, b->name) < 0;
}

/* There are few. */
static void
sort(const struct record_groups *groups)
{
	const struct field *field = &groups->type->fields[groups->field];

	for (size_t i = 1; i < groups->count; i++)
		for (size_t at = i;
			at > 0 && comes_before(field, &groups->items[at], &groups->items[at - 1]);
			at--) {
			struct record_group group = groups->items[at];

			groups->items[at] = groups->items[at - 1];
			groups->items[at - 1] = group;
		}
}

enum status
programme_group(struct programme *programme, const struct query *query, int field,
	struct arena *arena, struct record_groups *out, struct error *error)
{
	struct grouping grouping = { programme, out, arena };
	struct query asked = *query;
	struct record record;
	struct rows rows;
	enum status status;

	*out = (struct record_groups){ .type = query->type, .field = field };
	if (asked.condition_count == CONDITIONS_MAX)
		return error_set(error, STATUS_USAGE, "at most %d conditions beside a grouping",
			CONDITIONS_MAX - 1);
	asked.order = field + 1;
	asked.descending = false;
	asked.limit = asked.after = 0;
	asked.only = UINT32_C(1) << field;
	rows = rows_open(programme, &asked, error);
	while (out->count <= GROUPS_MOST && rows_next(&rows, &record))
		add(&grouping, &record);
	status = rows_close(&rows);
	if (status == STATUS_OK && out->count > GROUPS_MOST)
		return error_set(error, STATUS_INVALID,
			"%s has more than %d values: group by another field",
			query->type->fields[field].name, GROUPS_MOST);
	sort(out);
	return status;
}

struct query
programme_group_query(const struct query *query, const struct record_groups *groups,
	const struct record_group *group)
{
	struct query of_group = *query;

	query_where(&of_group, groups->type->fields[groups->field].name, group->value);
	return of_group;
}
