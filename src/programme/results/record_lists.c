/* SPDX-License-Identifier: MIT */
/* rollout.list: records told like any other result, group by group where they are grouped. */
#include <stdlib.h>

#include "columns.h"
#include "programme/exchange/record_rows.h"
#include "rollout/exchange/formats.h"
#include "rollout/programme/results.h"

struct list_result {
	const struct type *type;
	const char *group_by; /* the field; NULL: they are not grouped */
	const struct record_group *groups;
	size_t group_count;
	struct record_list *list;
};

const struct result_column group_columns[] = {
	{ "value", COLUMN_TEXT, "What they have in the field; empty: nothing.",
		AT(struct record_group, word) },
	{ "name", COLUMN_TEXT, "As people read it.", AT(struct record_group, name) },
	{ "count", COLUMN_WHOLE, "How many there are.", AT(struct record_group, count),
		.minimum = 1 },
	{ 0 },
};

static bool
is_grouped(const void *row)
{
	return ((const struct list_result *)row)->group_by != NULL;
}

/* What the queries find, one after another. */
static enum status
write_list(struct programme *programme, struct list_result *list, const struct query *queries,
	size_t query_count, const int *fields, size_t count, const char *format, int descriptor,
	struct error *error)
{
	const struct query any = { .type = list->type };
	struct record_source source;
	struct result_column columns[] = {
		{ "type", COLUMN_TEXT, "What they are.", AT(struct list_result, type) },
		{ "group_by", COLUMN_TEXT, "The field they are grouped by.",
			AT(struct list_result, group_by), .optional = true, .present = is_grouped },
		{ "groups", COLUMN_LIST, "Their groups, in the order of the records.",
			ROWS(struct list_result, groups, group_count), .optional = true,
			.present = is_grouped, .columns = group_columns, .one_line = true },
		{ 0 },
		{ 0 },
	};
	const struct result result = { .name = "list", .columns = columns, .list = "records" };
	enum status status, closed;

	record_source_open(&source, programme, AUDIENCE_LEAD, error);
	source.named = true;
	list->list = record_list_new(&source, &any, fields, count, false);
	list->list->queries = queries;
	list->list->query_count = query_count;
	columns[3] = record_list_column("records", "In the order asked for.", list->list,
		offsetof(struct list_result, list));
	status = format_write(format_find(format), &result, list, AUDIENCE_LEAD,
		programme_today(programme), output_open_descriptor(descriptor), error);
	closed = record_source_close(&source);
	return status ? status : closed;
}

enum status
results_write_list(struct programme *programme, const struct query *query,
	const struct record_groups *groups, const int *fields, size_t count, const char *format,
	int descriptor, struct error *error)
{
	struct list_result list = { .type = query->type };
	struct query queries[GROUPS_MOST];

	if (!groups)
		return write_list(
			programme, &list, query, 1, fields, count, format, descriptor, error);
	for (size_t i = 0; i < groups->count; i++)
		queries[i] = programme_group_query(query, groups, &groups->items[i]);
	list.group_by = groups->type->fields[groups->field].name;
	list.groups = groups->items;
	list.group_count = groups->count;
	return write_list(
		programme, &list, queries, groups->count, fields, count, format, descriptor, error);
}

enum status
results_write_records(struct programme *programme, const struct type *type, const int64_t *ids,
	size_t count, const char *format, int descriptor, struct error *error)
{
	struct list_result list = { .type = type };
	struct query *queries = memory_new(count, sizeof *queries);
	enum status status;

	/* By id, the first behind the one before it. */
	for (size_t i = 0; i < count; i++)
		queries[i] = (struct query){ .type = type, .after = ids[i] - 1, .limit = 1 };
	status = write_list(programme, &list, queries, count, NULL, 0, format, descriptor, error);
	free(queries);
	return status;
}
