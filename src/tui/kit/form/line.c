/* SPDX-License-Identifier: MIT */
/*
 * Edits one line in a buffer. Must not let the cursor stand inside a cluster: after each change it
 * is moved behind the cluster it would split, because an accent typed in the middle joins the
 * letter before it.
 */
#include "line.h"

#include <string.h>

#include "rollout/base/text.h"

static size_t
next_boundary(const struct line *line, size_t at)
{
	return at + text_next_grapheme(buffer_text(&line->text) + at, line->text.length - at);
}

static size_t
previous_boundary(const struct line *line, size_t at)
{
	return at - text_previous_grapheme(buffer_text(&line->text), at);
}

/* The first boundary that is not before at. */
static size_t
settle(const struct line *line, size_t at)
{
	size_t boundary = 0;

	if (at >= line->text.length)
		return line->text.length;
	while (boundary < at)
		boundary = next_boundary(line, boundary);
	return boundary;
}

static void
erase(struct line *line, size_t from, size_t to)
{
	char *data = line->text.data;

	if (from >= to)
		return;
	memmove(data + from, data + to, line->text.length - to + 1);
	line->text.length -= to - from;
	line->cursor = settle(line, from);
	line->first = line->first > line->cursor ? line->cursor : line->first;
}

static struct buffer *
cuts(struct line *line)
{
	return line->cuts ? line->cuts : &line->cut;
}

/* Erases, and keeps what was there: cuts in a row are one text, in the order it was written in. */
static void
cut(struct line *line, size_t from, size_t to)
{
	struct buffer *kept = cuts(line);
	size_t length = to - from, before = from < line->cursor ? 0 : kept->length;
	char *place;

	line->cutting = true;
	if (from >= to)
		return;
	if (!line->goes_on) {
		buffer_reset(kept);
		before = 0;
	}
	place = buffer_reserve(kept, length + 1) - kept->length + before;
	memmove(place + length, place, kept->length - before);
	memcpy(place, line->text.data + from, length);
	kept->length += length;
	kept->data[kept->length] = '\0';
	erase(line, from, to);
}

/* Bytes of the good character that text starts with; 0: skip one byte. */
static size_t
good_character(const char *text, size_t length)
{
	size_t bytes = 1;
	size_t offset = 0;

	while (bytes < length && bytes < 4 && ((unsigned char)text[bytes] & 0xc0) == 0x80)
		bytes++;
	return text_check(text, bytes, true, &offset) == TEXT_GOOD ? bytes : 0;
}

static void
append_good(const struct line *line, struct buffer *out, const char *text, size_t length)
{
	size_t i = 0;

	while (i < length) {
		size_t bytes = good_character(text + i, length - i);
		bool space = bytes == 1 && (text[i] == '\n' || text[i] == '\t') && !line->lines;

		if (line->limit > 0 && line->text.length + out->length + bytes > line->limit)
			return;
		if (space)
			buffer_append_char(out, ' ');
		else
			buffer_append(out, text + i, bytes);
		i += bytes > 0 ? bytes : 1;
	}
}

void
line_insert(struct line *line, const char *text, size_t length)
{
	struct buffer good = { 0 };
	size_t behind = line->text.length - line->cursor;
	char *data;

	append_good(line, &good, text, length);
	if (good.length > 0) {
		data = buffer_reserve(&line->text, good.length + 1) - behind;
		memmove(data + good.length, data, behind);
		memcpy(data, good.data, good.length);
		line->text.length += good.length;
		line->text.data[line->text.length] = '\0';
		line->cursor = settle(line, line->cursor + good.length);
	}
	buffer_clear(&good);
}

void
line_set(struct line *line, const char *text, size_t length)
{
	buffer_reset(&line->text);
	line->cursor = 0;
	line->first = 0;
	line_insert(line, text, length);
}

const char *
line_text(const struct line *line)
{
	return buffer_text(&line->text);
}

size_t
line_length(const struct line *line)
{
	return line->text.length;
}

static bool
is_space(const struct line *line, size_t at)
{
	char byte = line->text.data[at];

	return byte == ' ' || byte == '\n' || byte == '\t';
}

static size_t
word_left(const struct line *line)
{
	size_t at = line->cursor;

	while (at > 0 && is_space(line, previous_boundary(line, at)))
		at = previous_boundary(line, at);
	while (at > 0 && !is_space(line, previous_boundary(line, at)))
		at = previous_boundary(line, at);
	return at;
}

static size_t
word_right(const struct line *line)
{
	size_t at = line->cursor;

	while (at < line->text.length && is_space(line, at))
		at = next_boundary(line, at);
	while (at < line->text.length && !is_space(line, at))
		at = next_boundary(line, at);
	return at;
}

static void
insert_code(struct line *line, uint32_t code)
{
	char bytes[4];
	size_t length = 0;

	if (code < 0x80) {
		bytes[length++] = (char)code;
	} else if (code < 0x800) {
		bytes[length++] = (char)(0xc0 | code >> 6);
	} else if (code < 0x10000) {
		bytes[length++] = (char)(0xe0 | code >> 12);
		bytes[length++] = (char)(0x80 | (code >> 6 & 0x3f));
	} else {
		bytes[length++] = (char)(0xf0 | code >> 18);
		bytes[length++] = (char)(0x80 | (code >> 12 & 0x3f));
		bytes[length++] = (char)(0x80 | (code >> 6 & 0x3f));
	}
	if (code >= 0x80)
		bytes[length++] = (char)(0x80 | (code & 0x3f));
	line_insert(line, bytes, length);
}

static bool
handle_control(struct line *line, uint32_t letter)
{
	switch (letter) {
	case 'a': line->cursor = 0; return true;
	case 'b': line->cursor = previous_boundary(line, line->cursor); return true;
	case 'd': erase(line, line->cursor, next_boundary(line, line->cursor)); return true;
	case 'e': line->cursor = line->text.length; return true;
	case 'f': line->cursor = next_boundary(line, line->cursor); return true;
	case 'k': cut(line, line->cursor, line->text.length); return true;
	case 'u': cut(line, 0, line->cursor); return true;
	case 'w': cut(line, word_left(line), line->cursor); return true;
	case 'y': line_insert(line, buffer_text(cuts(line)), cuts(line)->length); return true;
	default: return false;
	}
}

static bool
handle_alt(struct line *line, uint32_t letter)
{
	switch (letter) {
	case 'b': line->cursor = word_left(line); return true;
	case 'd': cut(line, line->cursor, word_right(line)); return true;
	case 'f': line->cursor = word_right(line); return true;
	case '\r':
		if (line->lines)
			line_insert(line, "\n", 1);
		return line->lines;
	default: return false;
	}
}

bool
line_handle(struct line *line, const struct input *input)
{
	line->goes_on = line->cutting;
	line->cutting = false;
	switch (input->kind) {
	case INPUT_CHARACTER: insert_code(line, input->code); return true;
	case INPUT_PASTE: line_insert(line, input->text, input->length); return true;
	case INPUT_CONTROL: return handle_control(line, input->code);
	case INPUT_ALT: return handle_alt(line, input->code);
	case INPUT_BACKSPACE:
		erase(line, previous_boundary(line, line->cursor), line->cursor);
		return true;
	case INPUT_DELETE:
		erase(line, line->cursor, next_boundary(line, line->cursor));
		return true;
	case INPUT_LEFT: line->cursor = previous_boundary(line, line->cursor); return true;
	case INPUT_RIGHT: line->cursor = next_boundary(line, line->cursor); return true;
	case INPUT_WORD_LEFT: line->cursor = word_left(line); return true;
	case INPUT_WORD_RIGHT: line->cursor = word_right(line); return true;
	case INPUT_HOME: line->cursor = 0; return true;
	case INPUT_END: line->cursor = line->text.length; return true;
	case INPUT_NONE:
	case INPUT_ENTER:
	case INPUT_TAB:
	case INPUT_BACK_TAB:
	case INPUT_ESCAPE:
	case INPUT_INSERT:
	case INPUT_UP:
	case INPUT_DOWN:
	case INPUT_PAGE_UP:
	case INPUT_PAGE_DOWN:
	case INPUT_FUNCTION:
	case INPUT_RESIZE:
	case INPUT_TICK:
	case INPUT_CLOSED:
	case INPUT_MOUSE:
	case INPUT_SIGNAL: break;
	}
	return false;
}

/* Cells of the cluster at that place, as the canvas shows it. */
static int
cluster_cells(const struct line *line, size_t at, size_t bytes, struct buffer *scratch)
{
	buffer_reset(scratch);
	text_safe(scratch, line->text.data + at, bytes, false, false);
	return text_width(buffer_text(scratch), scratch->length);
}

/*
 * Where the part begins that ends at that place and fills the columns, one cell kept for the
 * cursor. Walking back stops where the line is full, so a long text costs what is on the screen.
 */
static size_t
part_before(const struct line *line, size_t end, int columns)
{
	struct buffer scratch = { 0 };
	size_t at = end;
	int used = 1;

	while (at > 0) {
		size_t before = previous_boundary(line, at);

		used += cluster_cells(line, before, at - before, &scratch);
		if (used > columns)
			break;
		at = before;
	}
	buffer_clear(&scratch);
	return at;
}

void
line_layout(struct line *line, int columns)
{
	size_t earliest = part_before(line, line->cursor, columns);
	size_t latest = part_before(line, line->text.length, columns);

	if (line->first > latest)
		line->first = latest;
	if (line->first > line->cursor || line->first < earliest)
		line->first = earliest;
}

void
line_draw(const struct line *line, struct canvas *canvas, int row, int column, int columns,
	bool active)
{
	enum role role = active ? ROLE_FIELD_ACTIVE : ROLE_FIELD;
	size_t at = active ? line->first : 0;
	int used = 0, cursor = 0;

	canvas_blank(canvas, (struct area){ row, column, 1, columns }, role);
	if (!active) {
		canvas_write(canvas, row, column, columns, role, true, line_text(line),
			line->text.length);
		return;
	}
	while (at < line->text.length && used < columns) {
		size_t bytes = next_boundary(line, at) - at;

		if (at == line->cursor)
			cursor = used;
		used += canvas_write(canvas, row, column + used, columns - used, role, false,
			line->text.data + at, bytes);
		at += bytes;
	}
	if (line->cursor >= at)
		cursor = used;
	canvas_cursor(canvas, row, column + smaller_of(cursor, columns - 1), true);
}

void
line_clear(struct line *line)
{
	buffer_clear(&line->text);
	buffer_clear(&line->cut);
	*line = (struct line){ 0 };
}
