/* SPDX-License-Identifier: MIT */
/* rollout.list: records told like any other result. */
#include "programme/exchange/record_rows.h"
#include "rollout/exchange/formats.h"
#include "rollout/programme/results.h"

struct list_result {
	const struct type *type;
	struct record_list *list;
};

static enum status
write_list(struct programme *programme, const struct query *query, const int *fields, size_t count,
	const int64_t *ids, size_t id_count, const char *format, int descriptor,
	struct error *error)
{
	struct record_source source;
	struct list_result list = { .type = query->type };
	struct result_column columns[] = {
		{ "type", COLUMN_TEXT, "What they are.", AT(struct list_result, type) },
		{ 0 },
		{ 0 },
	};
	const struct result result = { .name = "list", .columns = columns };
	enum status status, closed;

	record_source_open(&source, programme, AUDIENCE_LEAD, error);
	list.list = record_list_new(&source, query, fields, count, false);
	list.list->ids = ids;
	list.list->id_count = id_count;
	columns[1] = record_list_column("records", "In the order asked for.", list.list,
		offsetof(struct list_result, list));
	status = format_write(format_find(format), &result, &list, AUDIENCE_LEAD,
		programme_today(programme), output_open_descriptor(descriptor), error);
	closed = record_source_close(&source);
	return status ? status : closed;
}

enum status
results_write_list(struct programme *programme, const struct query *query, const int *fields,
	size_t count, const char *format, int descriptor, struct error *error)
{
	return write_list(programme, query, fields, count, NULL, 0, format, descriptor, error);
}

enum status
results_write_records(struct programme *programme, const struct type *type, const int64_t *ids,
	size_t count, const char *format, int descriptor, struct error *error)
{
	const struct query query = { .type = type };

	return write_list(programme, &query, NULL, 0, ids, count, format, descriptor, error);
}
