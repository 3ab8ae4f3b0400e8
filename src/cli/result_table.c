/* SPDX-License-Identifier: MIT */
/* Lists of derived results as tables. Must not know any result. */
#include "result_table.h"

#include "rollout/model/result_rows.h"
#include "rollout/programme/results.h"
#include "table.h"

struct printing {
	struct table table;
	size_t rows, most;
	struct arena arena; /* of heads */
};

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
print_heads(void *context, const struct text_column *columns, size_t count)
{
	struct printing *printing = context;

	for (size_t i = 0; i < count; i++)
		table_add_column(&printing->table, &columns[i]);
}

static enum status
print_row(void *context, const char *const *texts, const enum tone *tones, struct error *error)
{
	struct printing *printing = context;
	struct table *table = &printing->table;

	if (++printing->rows > printing->most)
		return STATUS_OK;
	for (size_t i = 0; i < table->column_count; i++)
		table_add_cell(table, role_of(tones[i]), texts[i]);
	return print_failed(table->paper) ? error_set(error, STATUS_FAILED, "%s", "") : STATUS_OK;
}

static const struct result_rows_reader printer = { print_heads, print_row };

enum status
result_table_print(struct paper *paper, const char *result, const char *list, const void *whole,
	size_t *rows, struct error *error)
{
	struct printing printing = { .most = SIZE_MAX };
	enum status status;

	table_init(&printing.table, paper);
	status = result_rows_read(result_list(results_find(result), list), whole, &printer,
		&printing, &printing.arena, error);
	table_finish(&printing.table);
	arena_clear(&printing.arena);
	if (rows)
		*rows = printing.rows;
	return status;
}

static enum status
print_part(struct paper *paper, const struct result_column *list, const void *whole, size_t most,
	struct error *error)
{
	size_t count = result_count(list, whole);
	struct printing printing = { .most = most };
	enum status status;

	print_format(paper, PRINT_TITLE, "%s: %zu", list->head, count);
	print_end_line(paper);
	if (count == 0)
		return STATUS_OK;
	table_init(&printing.table, paper);
	printing.table.indent = 2;
	status = result_rows_read(list, whole, &printer, &printing, &printing.arena, error);
	table_finish(&printing.table);
	arena_clear(&printing.arena);
	if (count > most) {
		print_format(paper, PRINT_MUTED, "  and %zu more", count - most);
		print_end_line(paper);
	}
	return status;
}

enum status
result_table_print_parts(struct paper *paper, const char *result, const void *whole, size_t most,
	struct error *error)
{
	const struct result_column *columns = results_find(result)->columns;
	enum status status = STATUS_OK;

	for (size_t i = 0; columns[i].kind != COLUMN_END && status == STATUS_OK; i++)
		if (columns[i].kind == COLUMN_LIST && columns[i].head &&
			(i == 0 || result_count(&columns[i], whole) > 0))
			status = print_part(paper, &columns[i], whole, most, error);
	return status;
}
