/* SPDX-License-Identifier: MIT */
/*
 * list: records of one type, filtered, sorted and paged. Must not keep rows: they are printed
 * as they are read.
 */
#include <string.h>
#include <unistd.h>

#include "list_columns_option.h"
#include "command.h"
#include "rollout/programme/filter.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"
#include "table.h"

struct listing {
	struct call *call;
	const struct columns *columns;
	struct table table;
	struct arena row;
};

static enum status
read_order(struct call *call, struct query *query, struct error *error)
{
	const char *name = call_text(call, OPTION_SORT);
	const struct type *type = query->type;
	enum status status;
	int field;

	if (!name) {
		query->order = type->order ? type_field_index(type, type->order) + 1 : 0;
		return STATUS_OK;
	}
	query->descending = *name == '-';
	if (query->descending)
		name++;
	if (strcmp(name, "id") == 0)
		return STATUS_OK;
	status = filter_field(type, name, &field, error);
	query->order = field + 1;
	return status;
}

static enum status
read_query(struct call *call, struct query *query, struct error *error)
{
	const char *after = call_text(call, OPTION_AFTER);
	enum status status = read_order(call, query, error);

	for (size_t i = 1; i < call->word_count && !status; i++)
		status = programme_filter_add(
			call->programme, call->words[i], &call->arena, query, error);
	if (!status && call_given(call, OPTION_LIMIT))
		status =
			call_number("--limit", call_text(call, OPTION_LIMIT), &query->limit, error);
	if (!status && after)
		status = call_resolve(call, query->type, after, &query->after, error);
	return status;
}

static void
start_table(struct listing *listing, const struct type *type)
{
	table_init(&listing->table, &listing->call->paper);
	table_add_column(&listing->table, &(struct text_column){ "id", .whole = true });
	for (size_t i = 0; i < listing->columns->count; i++) {
		const struct field *field = &type->fields[listing->columns->fields[i]];

		if (field->kind != FIELD_KEY)
			table_add_column(
				&listing->table, &(struct text_column){ field->name,
							 .right = field->kind == FIELD_INTEGER });
	}
}

static void
print_record(struct listing *listing, const struct record *record)
{
	char identifier[RECORD_ID_SIZE];

	arena_reset(&listing->row);
	record_identify(record, identifier);
	table_add_cell(&listing->table, PRINT_MUTED, identifier);
	for (size_t i = 0; i < listing->columns->count; i++) {
		int field = listing->columns->fields[i];

		if (field > 0)
			table_add_cell(&listing->table, PRINT_PLAIN,
				programme_format(listing->call->programme, record, (size_t)field,
					&listing->row));
	}
}

static enum status
print_list(struct call *call, const struct query *query, const struct columns *columns,
	struct error *error)
{
	struct listing listing = { .call = call, .columns = columns };
	struct query asked = *query;
	struct rows rows;
	struct record record;
	int64_t count = 0, last = 0;
	bool more = false;
	enum status status;

	/* One more, to know whether there are more. */
	if (asked.limit > 0)
		asked.limit++;
	start_table(&listing, query->type);
	rows = rows_open(call->programme, &asked, error);
	while (rows_next(&rows, &record)) {
		more = query->limit > 0 && count == query->limit;
		if (more)
			break;
		print_record(&listing, &record);
		last = record.id;
		count++;
		if (print_failed(&call->paper))
			rows.status = error_set(error, STATUS_FAILED, "%s", "");
	}
	status = rows_close(&rows);
	table_finish(&listing.table);
	arena_clear(&listing.row);
	if (!status && count == 0)
		call_note(call, "no %s%s", query->type->plural,
			query->condition_count > 0 ? " like that" : "");
	if (!status && more)
		call_note(call, "there are more; go on with --after %s",
			programme_identifier(call->programme, query->type, last, &call->arena));
	return status;
}

static enum status
read_groups(struct call *call, const struct query *query, struct record_groups *groups,
	struct error *error)
{
	int field;
	enum status status =
		filter_field(query->type, call_text(call, OPTION_GROUP_BY), &field, error);

	if (!status && query->after != 0)
		return error_set(error, STATUS_USAGE, "--after and --group-by do not go together");
	return status ? status
		      : programme_group(call->programme, query, field, &call->arena, groups, error);
}

static enum status
print_groups(struct call *call, const struct query *query, const struct record_groups *groups,
	const struct columns *columns, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < groups->count && !status; i++) {
		const struct record_group *group = &groups->items[i];
		struct query of_group = programme_group_query(query, groups, group);

		if (i > 0)
			print_end_line(&call->paper);
		print_format(&call->paper, PRINT_TITLE, "%s: %s (%lld)",
			groups->type->fields[groups->field].name, group->name,
			(long long)group->count);
		print_end_line(&call->paper);
		status = print_list(call, &of_group, columns, error);
	}
	if (!status && groups->count == 0)
		call_note(call, "no %s%s", query->type->plural,
			query->condition_count > 0 ? " like that" : "");
	return status;
}

static enum status
cmd_list_run(struct call *call, struct error *error)
{
	struct query query = { 0 };
	struct columns columns;
	struct record_groups groups = { .count = 0 };
	bool grouped = call_given(call, OPTION_GROUP_BY);
	enum status status = call_type(call->words[0], &query.type, error);

	if (!status)
		status = list_columns_option_choose(call, query.type, &columns, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = read_query(call, &query, error);
	if (!status && grouped)
		status = read_groups(call, &query, &groups, error);
	if (status)
		return status;
	if (!call_wants_document(call))
		return grouped ? print_groups(call, &query, &groups, &columns, error)
			       : print_list(call, &query, &columns, error);
	if (!call_given(call, OPTION_COLUMNS))
		columns.count = 0;
	return results_write_list(call->programme, &query, grouped ? &groups : NULL, columns.fields,
		columns.count, call_format(call), STDOUT_FILENO, error);
}

const struct command cmd_list[] = {
	{
		.place = COMMANDS_RECORDS + 30,
		.name = "list",
		.arguments = "TYPE [FILTER…]",
		.summary = "the records of a type",
		.help = "Lists records. A filter is field=value, field!=value, field<value, "
			"field<=value, field>value, field>=value or field~text (contains, "
			"whatever the case); all of them must hold. Nothing behind = asks for "
			"records without a value.\n"
			"--group-by puts those together that have the same in a field, with their "
			"number; --sort and --limit then go for each group.",
		.options = "group-by sort limit after columns " RESULT READING,
		.run = cmd_list_run,
	},
	{ .name = NULL },
};
