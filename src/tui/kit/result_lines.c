/* SPDX-License-Identifier: MIT */
/* All rows are read before the first is laid out: the widths come from them. */
#include "result_lines.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/model/result_rows.h"

struct layout {
	struct text_column columns[TEXT_COLUMNS_MAX];
	size_t column_count;
	const char **cells;
	enum role *roles; /* of the rows */
	size_t row_count, most;
	struct arena arena;
};

static enum role
role_of(enum tone tone)
{
	switch (tone) {
	case TONE_PLAIN: return ROLE_TEXT;
	case TONE_MUTED: return ROLE_MUTED;
	case TONE_GOOD: return ROLE_GOOD;
	case TONE_WARNING: return ROLE_WARNING;
	case TONE_BAD: return ROLE_ERROR;
	}
	return ROLE_TEXT;
}

static void
take_heads(void *context, const struct text_column *columns, size_t count)
{
	struct layout *layout = context;

	memcpy(layout->columns, columns, count * sizeof *columns);
	layout->column_count = count;
	layout->cells = arena_alloc(&layout->arena, layout->most * count * sizeof *layout->cells);
	layout->roles = arena_alloc(&layout->arena, layout->most * sizeof *layout->roles);
	for (size_t i = 0; i < count; i++)
		text_column_widen(&layout->columns[i], columns[i].head);
}

/* A line has one role: the gravest of its cells. */
static enum status
take_row(void *context, const char *const *texts, const enum tone *tones, struct error *error)
{
	struct layout *layout = context;
	const char **cells = layout->cells + layout->row_count * layout->column_count;
	enum tone gravest = TONE_PLAIN;

	(void)error;
	if (layout->row_count == layout->most)
		return STATUS_OK;
	for (size_t i = 0; i < layout->column_count; i++) {
		struct buffer safe = { 0 };

		text_safe(&safe, texts[i], strlen(texts[i]), false, false);
		cells[i] = arena_copy(&layout->arena, buffer_text(&safe), safe.length);
		buffer_clear(&safe);
		text_column_widen(&layout->columns[i], cells[i]);
		gravest = tones[i] > gravest ? tones[i] : gravest;
	}
	layout->roles[layout->row_count++] = role_of(gravest);
	return STATUS_OK;
}

static void
append_cell(struct buffer *line, const struct text_column *column, const char *text)
{
	size_t length = strlen(text);
	int width = text_width(text, length);
	bool cut = width > column->width;

	if (cut)
		length = text_fit(text, length, column->width - 1, &width);
	width += cut ? 1 : 0;
	if (column->right)
		buffer_format(line, "%*s", column->width - width, "");
	buffer_format(line, "%.*s%s", (int)length, text, cut ? "…" : "");
	if (!column->right)
		buffer_format(line, "%*s", column->width - width, "");
}

static void
add_row(struct lines *lines, const struct layout *layout, const char *const *cells, enum role role,
	int width, int indent)
{
	struct buffer line = { 0 };
	const char *wrapped = "";
	size_t first = lines->count;
	int offset = 0;

	buffer_format(&line, "%*s", indent, "");
	for (size_t i = 0; i < layout->column_count && layout->columns[i].width > 0; i++) {
		const char *text = cells ? cells[i] : layout->columns[i].head;

		if (layout->columns[i].wraps) {
			offset = indent + text_columns_offset(layout->columns, i);
			wrapped = text;
			continue;
		}
		append_cell(&line, &layout->columns[i], text);
		buffer_format(&line, "%*s", TEXT_COLUMNS_GAP, "");
	}
	/* Its first line goes on behind the other cells. */
	lines_wrap(lines, role, width, offset, wrapped);
	lines->items[first].text = arena_format(
		&lines->arena, "%s%s", buffer_text(&line), lines->items[first].text + offset);
	buffer_clear(&line);
}

void
result_lines_add(struct lines *lines, const struct result_column *list, const void *whole,
	int width, int indent, size_t most)
{
	static const struct result_rows_reader reader = { take_heads, take_row };
	size_t count = result_count(list, whole);
	struct layout layout = { .most = count < most ? count : most };
	struct error ignored = { 0 };

	lines_format(lines, ROLE_HEADING, "%s: %zu", list->head, count);
	if (count == 0 || result_rows_read(list, whole, &reader, &layout, &layout.arena,
				  &ignored) != STATUS_OK)
		return;
	text_columns_fit(layout.columns, layout.column_count, width - indent);
	add_row(lines, &layout, NULL, ROLE_LABEL, width, indent);
	for (size_t i = 0; i < layout.row_count; i++)
		add_row(lines, &layout, layout.cells + i * layout.column_count, layout.roles[i],
			width, indent);
	if (count > most)
		lines_format(lines, ROLE_MUTED, "%*sand %zu more", indent, "", count - most);
	arena_clear(&layout.arena);
}
