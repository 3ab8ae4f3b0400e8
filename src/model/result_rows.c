/* SPDX-License-Identifier: MIT */
/* A format as JSON and CSV are, for people. Must not know any result. */
#include "rollout/model/result_rows.h"

#include "rollout/model/teller.h"

struct reading {
	const struct result_rows_reader *reader;
	void *context;
	const struct result_column *columns[TEXT_COLUMNS_MAX];
	struct text_column heads[TEXT_COLUMNS_MAX];
	size_t count;
	const char *texts[TEXT_COLUMNS_MAX];
	enum tone tones[TEXT_COLUMNS_MAX];
	size_t next; /* the one whose cell comes next */
	struct arena *arena; /* of the heads */
};

static bool
is_number(const struct result_column *column)
{
	return column->kind == COLUMN_WHOLE || column->kind == COLUMN_CHANGE ||
	       column->kind == COLUMN_DECIMAL;
}

static void
add_columns(
	struct reading *reading, const struct teller *teller, const struct result_column *columns)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		const char *head = column->heading ? column->heading(teller->whole, reading->arena)
						   : column->head;

		if (column->kind == COLUMN_OBJECT)
			add_columns(reading, teller, column->columns);
		if (!head || !teller_tells(teller, column))
			continue;
		reading->columns[reading->count] = column;
		reading->heads[reading->count++] = (struct text_column){ .head = head,
			.right = is_number(column),
			.wraps = column->wraps,
			.whole = column->uncut || column->kind != COLUMN_TEXT };
	}
}

static void
open_part(struct teller *teller, enum part part, const struct result_column *column)
{
	struct reading *reading = teller->state;

	if (part != PART_LIST)
		return;
	add_columns(reading, teller, column->columns);
	reading->reader->head(reading->context, reading->heads, reading->count);
}

static void
add_cell(struct teller *teller, const struct result_column *column, const struct cell *cell)
{
	struct reading *reading = teller->state;

	if (reading->next == reading->count || reading->columns[reading->next] != column)
		return;
	reading->tones[reading->next] = result_tone(teller->list, column, teller->row);
	reading->texts[reading->next++] = result_format_cell(column, cell, &teller->arena);
}

static void
close_part(struct teller *teller, enum part part, const struct result_column *column)
{
	struct reading *reading = teller->state;

	(void)column;
	if (part != PART_ROW)
		return;
	reading->next = 0;
	teller->status = reading->reader->row(
		reading->context, reading->texts, reading->tones, teller->error);
}

enum status
result_rows_read(const struct result_column *list, const void *whole,
	const struct result_rows_reader *reader, void *context, struct arena *arena,
	struct error *error)
{
	static const struct format format = { .name = "rows",
		.flat = true,
		.heads = true,
		.open = open_part,
		.field = add_cell,
		.close = close_part };
	struct reading reading = { .reader = reader, .context = context, .arena = arena };
	struct teller teller = {
		.format = &format, .state = &reading, .audience = AUDIENCE_LEAD, .error = error
	};

	teller_tell_list(&teller, list, whole);
	arena_clear(&teller.arena);
	return teller.status;
}
