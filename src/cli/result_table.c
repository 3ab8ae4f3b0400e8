/* SPDX-License-Identifier: MIT */
/*
 * A list of a derived result as a table: a format as JSON and CSV are, for people. Must not know
 * any result; heads, roles and what is never cut follow from the description.
 */
#include "result_table.h"

#include "rollout/model/teller.h"
#include "rollout/programme/results.h"
#include "table.h"

struct telling {
	struct table table;
	const struct result_column *columns[TABLE_COLUMNS_MAX];
	size_t next; /* the one whose cell comes next */
	size_t rows;
	struct arena heads;
};

static bool
is_number(const struct result_column *column)
{
	return column->kind == COLUMN_WHOLE || column->kind == COLUMN_CHANGE ||
	       column->kind == COLUMN_DECIMAL;
}

static void
add_columns(
	struct telling *telling, const struct teller *teller, const struct result_column *columns)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		const char *head = column->heading ? column->heading(teller->whole, &telling->heads)
						   : column->head;

		if (column->kind == COLUMN_OBJECT)
			add_columns(telling, teller, column->columns);
		if (!head || !teller_tells(teller, column))
			continue;
		telling->columns[telling->table.column_count] = column;
		table_add_column(&telling->table, head, is_number(column),
			column->uncut || column->kind != COLUMN_TEXT);
	}
}

static void
open_part(struct teller *teller, enum part part, const struct result_column *column)
{
	struct telling *telling = teller->state;

	if (part == PART_LIST)
		add_columns(telling, teller, column->columns);
}

static enum print_role
role_of(enum tone tone)
{
	switch (tone) {
	case TONE_PLAIN: return PRINT_PLAIN;
	case TONE_MUTED: return PRINT_MUTED;
	case TONE_GOOD: return PRINT_GOOD;
	case TONE_WARNING: return PRINT_WARNING;
	case TONE_BAD: return PRINT_ERROR;
	}
	return PRINT_PLAIN;
}

static void
add_cell(struct teller *teller, const struct result_column *column, const struct cell *cell)
{
	struct telling *telling = teller->state;

	if (telling->next == telling->table.column_count ||
		telling->columns[telling->next] != column)
		return;
	telling->next++;
	table_add_cell(&telling->table, role_of(result_tone(teller->list, column, teller->row)),
		result_format_cell(column, cell, &teller->arena));
}

static void
close_part(struct teller *teller, enum part part, const struct result_column *column)
{
	struct telling *telling = teller->state;

	(void)column;
	if (part != PART_ROW)
		return;
	telling->next = 0;
	telling->rows++;
	if (print_failed(telling->table.paper))
		teller->status = error_set(teller->error, STATUS_FAILED, "%s", "");
}

enum status
result_table_print(struct paper *paper, const char *result, const char *list, const void *whole,
	size_t *rows, struct error *error)
{
	static const struct format format = { .name = "table",
		.flat = true,
		.heads = true,
		.open = open_part,
		.field = add_cell,
		.close = close_part };
	struct telling telling = { .next = 0 };
	struct teller teller = {
		.format = &format, .state = &telling, .audience = AUDIENCE_LEAD, .error = error
	};

	table_init(&telling.table, paper);
	teller_tell_list(&teller, result_list(results_find(result), list), whole);
	table_finish(&telling.table);
	arena_clear(&telling.heads);
	arena_clear(&teller.arena);
	if (rows)
		*rows = telling.rows;
	return teller.status;
}
