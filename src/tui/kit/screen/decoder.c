/* SPDX-License-Identifier: MIT */
/*
 * Reads keys out of bytes: UTF-8, control characters, the CSI and SS3 sequences that terminals in
 * use send, pastes. Must not let a byte of anything else through as if it had been typed: a mouse
 * report or a terminal's late answer would otherwise run as commands.
 */
#include "decoder.h"

#include <string.h>

#include "rollout/base/text.h"

enum { ESCAPE = 0x1b, SEQUENCE_MAX = 64, DELETE = 0x7f };

static const char paste_end[] = "\033[201~";

struct sequence {
	const char *bytes; /* behind ESC [ or ESC O, modifiers taken out */
	enum input_kind kind;
	uint32_t code;
};

static const struct sequence sequences[] = {
	{ "A", INPUT_UP, 0 },
	{ "B", INPUT_DOWN, 0 },
	{ "C", INPUT_RIGHT, 0 },
	{ "D", INPUT_LEFT, 0 },
	{ "H", INPUT_HOME, 0 },
	{ "F", INPUT_END, 0 },
	{ "Z", INPUT_BACK_TAB, 0 },
	{ "1~", INPUT_HOME, 0 },
	{ "7~", INPUT_HOME, 0 },
	{ "4~", INPUT_END, 0 },
	{ "8~", INPUT_END, 0 },
	{ "2~", INPUT_INSERT, 0 },
	{ "3~", INPUT_DELETE, 0 },
	{ "5~", INPUT_PAGE_UP, 0 },
	{ "6~", INPUT_PAGE_DOWN, 0 },
	{ "P", INPUT_FUNCTION, 1 },
	{ "Q", INPUT_FUNCTION, 2 },
	{ "R", INPUT_FUNCTION, 3 },
	{ "S", INPUT_FUNCTION, 4 },
	{ "[A", INPUT_FUNCTION, 1 },
	{ "[B", INPUT_FUNCTION, 2 },
	{ "[C", INPUT_FUNCTION, 3 },
	{ "[D", INPUT_FUNCTION, 4 },
	{ "[E", INPUT_FUNCTION, 5 },
	{ "11~", INPUT_FUNCTION, 1 },
	{ "12~", INPUT_FUNCTION, 2 },
	{ "13~", INPUT_FUNCTION, 3 },
	{ "14~", INPUT_FUNCTION, 4 },
	{ "15~", INPUT_FUNCTION, 5 },
	{ "17~", INPUT_FUNCTION, 6 },
	{ "18~", INPUT_FUNCTION, 7 },
	{ "19~", INPUT_FUNCTION, 8 },
	{ "20~", INPUT_FUNCTION, 9 },
	{ "21~", INPUT_FUNCTION, 10 },
	{ "23~", INPUT_FUNCTION, 11 },
	{ "24~", INPUT_FUNCTION, 12 },
	{ "a", INPUT_UP, 0 },
	{ "b", INPUT_DOWN, 0 },
	{ "c", INPUT_WORD_RIGHT, 0 },
	{ "d", INPUT_WORD_LEFT, 0 },
};

void
decoder_push(struct decoder *decoder, const char *bytes, size_t length)
{
	if (decoder->taken == decoder->bytes.length) {
		buffer_reset(&decoder->bytes);
		decoder->taken = 0;
	}
	buffer_append(&decoder->bytes, bytes, length);
}

static const char *
rest(const struct decoder *decoder, size_t *length)
{
	*length = decoder->bytes.length - decoder->taken;
	return buffer_text(&decoder->bytes) + decoder->taken;
}

static bool
emit(struct decoder *decoder, size_t bytes, enum input_kind kind, uint32_t code, struct input *out)
{
	decoder->taken += bytes;
	*out = (struct input){ .kind = kind, .code = code };
	return true;
}

/* "1;5C" is "C" with a modifier of 5, "5;3~" is "5~"; others are left alone. */
static int
take_modifier(char *body)
{
	char *semicolon = strchr(body, ';');
	int modifier = 1;

	if (semicolon && semicolon[1] >= '2' && semicolon[1] <= '9' && semicolon[2] != '\0' &&
		semicolon[3] == '\0') {
		modifier = semicolon[1] - '0';
		semicolon[0] = semicolon[2];
		semicolon[1] = '\0';
		if (body[0] == '1' && body[1] != '~' && body[2] == '\0')
			memmove(body, body + 1, strlen(body));
	}
	return modifier;
}

static void
name_sequence(const char *bytes, size_t length, struct input *out)
{
	char body[SEQUENCE_MAX + 1];
	int modifier;

	out->kind = INPUT_NONE;
	if (length > SEQUENCE_MAX)
		return;
	memcpy(body, bytes, length);
	body[length] = '\0';
	modifier = take_modifier(body);
	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
		if (strcmp(body, sequences[i].bytes) == 0) {
			out->kind = sequences[i].kind;
			out->code = sequences[i].code;
		}
	}
	if (modifier >= 3 && out->kind == INPUT_LEFT)
		out->kind = INPUT_WORD_LEFT;
	else if (modifier >= 3 && out->kind == INPUT_RIGHT)
		out->kind = INPUT_WORD_RIGHT;
}

/*
 * Bytes of the CSI sequence at text[0] = ESC, text[1] = '['; 0: its end has not come. Function keys
 * of the Linux console and old mouse reports go on behind what would be their last byte.
 */
static size_t
csi_length(const char *text, size_t length)
{
	size_t i = 2;

	if (length > 2 && text[2] == '[')
		return length > 3 ? 4 : 0;
	if (length > 2 && text[2] == 'M')
		return length > 5 ? 6 : 0;
	for (; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];

		if (byte >= 0x40 && byte <= 0x7e)
			return i + 1;
		if (byte < 0x20 || byte > 0x7e)
			return i;
	}
	return 0;
}

/* "<0;12;7M": the button, the column and the row counted from 1. Only presses and the wheel tell.
 */
static void
name_mouse(const char *bytes, size_t length, struct input *out)
{
	unsigned long numbers[3] = { 0 };
	size_t count = 0;
	struct mouse mouse = { 0 };

	for (size_t i = 1; i + 1 < length; i++) {
		if (bytes[i] == ';')
			count++;
		else if (bytes[i] < '0' || bytes[i] > '9' || count > 2)
			return;
		else
			numbers[count] =
				numbers[count] % 10000 * 10 + (unsigned long)(bytes[i] - '0');
	}
	if (count != 2 || bytes[length - 1] != 'M' || numbers[1] < 1 || numbers[2] < 1 ||
		numbers[1] > MOUSE_PLACES || numbers[2] > MOUSE_PLACES)
		return;
	if (numbers[0] != 0 && numbers[0] != 64 && numbers[0] != 65)
		return;
	mouse.kind = numbers[0] == 0    ? MOUSE_PRESS
		     : numbers[0] == 64 ? MOUSE_WHEEL_UP
					: MOUSE_WHEEL_DOWN;
	mouse.column = (int)numbers[1] - 1;
	mouse.row = (int)numbers[2] - 1;
	*out = input_from_mouse(&mouse);
}

static bool
decode_csi(struct decoder *decoder, const char *text, size_t length, bool finish, struct input *out)
{
	size_t bytes = csi_length(text, length);

	if (bytes == 0 && !finish)
		return false;
	if (bytes == 0)
		return emit(decoder, length, INPUT_NONE, 0, out);
	if (bytes == 6 && memcmp(text, "\033[200~", 6) == 0) {
		decoder->state = DECODER_PASTE;
		buffer_reset(&decoder->paste);
		return emit(decoder, bytes, INPUT_NONE, 0, out);
	}
	emit(decoder, bytes, INPUT_NONE, 0, out);
	if (text[2] == '<')
		name_mouse(text + 2, bytes - 2, out);
	else
		name_sequence(text + 2, bytes - 2, out);
	return true;
}

/* Alt with a key comes as ESC and the key. */
static bool
decode_alt(struct decoder *decoder, const char *text, struct input *out)
{
	unsigned char byte = (unsigned char)text[1];

	if (byte == ESCAPE)
		return emit(decoder, 1, INPUT_ESCAPE, 0, out);
	if (byte == DELETE || byte == '\b')
		return emit(decoder, 2, INPUT_CONTROL, 'w', out);
	if (byte == '\r' || byte == '\n')
		return emit(decoder, 2, INPUT_ALT, '\r', out);
	if (byte < 0x20 || byte > 0x7e)
		return emit(decoder, 2, INPUT_NONE, 0, out);
	return emit(decoder, 2, INPUT_ALT, byte, out);
}

static bool
decode_escape(
	struct decoder *decoder, const char *text, size_t length, bool finish, struct input *out)
{
	if (length == 1)
		return finish ? emit(decoder, 1, INPUT_ESCAPE, 0, out) : false;
	switch (text[1]) {
	case '[': return decode_csi(decoder, text, length, finish, out);
	case 'O':
		if (length == 2)
			return finish ? emit(decoder, 2, INPUT_ALT, 'O', out) : false;
		emit(decoder, 3, INPUT_NONE, 0, out);
		name_sequence(text + 2, 1, out);
		if (text[2] == 'M')
			out->kind = INPUT_ENTER;
		return true;
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		if (length == 2 && finish)
			return emit(decoder, 2, INPUT_ALT, (uint32_t)text[1], out);
		if (length == 2)
			return false;
		decoder->state = DECODER_STRING;
		return emit(decoder, 2, INPUT_NONE, 0, out);
	default: return decode_alt(decoder, text, out);
	}
}

static bool
decode_control(struct decoder *decoder, unsigned char byte, struct input *out)
{
	if (byte == '\r' || byte == '\n')
		return emit(decoder, 1, INPUT_ENTER, 0, out);
	if (byte == '\t')
		return emit(decoder, 1, INPUT_TAB, 0, out);
	if (byte == DELETE || byte == '\b')
		return emit(decoder, 1, INPUT_BACKSPACE, 0, out);
	if (byte >= 1 && byte <= 26)
		return emit(decoder, 1, INPUT_CONTROL, (uint32_t)byte + 'a' - 1, out);
	return emit(decoder, 1, INPUT_NONE, 0, out);
}

static size_t
character_bytes(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first < 0xe0)
		return 2;
	if (first >= 0xe0 && first < 0xf0)
		return 3;
	return first >= 0xf0 && first < 0xf5 ? 4 : 1;
}

static bool
decode_character(
	struct decoder *decoder, const char *text, size_t length, bool finish, struct input *out)
{
	size_t bytes = character_bytes((unsigned char)text[0]);
	uint32_t code = (unsigned char)text[0];
	size_t offset = 0;

	for (size_t i = 1; i < bytes && i < length; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return emit(decoder, i, INPUT_NONE, 0, out);
	if (length < bytes)
		return finish ? emit(decoder, length, INPUT_NONE, 0, out) : false;
	if (text_check(text, bytes, false, &offset) != TEXT_GOOD)
		return emit(decoder, bytes, INPUT_NONE, 0, out);
	if (bytes > 1)
		code &= 0x7fU >> bytes;
	for (size_t i = 1; i < bytes; i++)
		code = code << 6 | ((unsigned char)text[i] & 0x3f);
	return emit(decoder, bytes, INPUT_CHARACTER, code, out);
}

/* Up to BEL or ESC \; an end in two pieces is waited for. */
static bool
decode_string(
	struct decoder *decoder, const char *text, size_t length, bool finish, struct input *out)
{
	for (size_t i = 0; i < length; i++) {
		bool ends = text[i] == '\a' || (unsigned char)text[i] == 0x18;
		bool escape = text[i] == ESCAPE && i + 1 < length;

		if (!ends && !escape)
			continue;
		decoder->state = DECODER_GROUND;
		if (escape && text[i + 1] == '\\')
			i++;
		else if (escape)
			i--;
		return emit(decoder, i + 1, INPUT_NONE, 0, out);
	}
	if (finish) {
		decoder->state = DECODER_GROUND;
		return emit(decoder, length, INPUT_NONE, 0, out);
	}
	if (length > 1 && text[length - 1] != ESCAPE)
		decoder->taken += length;
	else if (length > 1)
		decoder->taken += length - 1;
	return false;
}

static void
keep_paste(struct decoder *decoder, const char *text, size_t length)
{
	size_t space = DECODER_PASTE_MAX - decoder->paste.length;

	buffer_append(&decoder->paste, text, length < space ? length : space);
}

static bool
emit_paste(struct decoder *decoder, size_t bytes, struct input *out)
{
	char *text = decoder->paste.data;
	size_t kept = 0;

	decoder->state = DECODER_GROUND;
	emit(decoder, bytes, INPUT_PASTE, 0, out);
	for (size_t i = 0; i < decoder->paste.length; i++) {
		bool pair = text[i] == '\r' && i + 1 < decoder->paste.length && text[i + 1] == '\n';

		if (!pair)
			text[kept++] = text[i] == '\r' ? '\n' : text[i];
	}
	decoder->paste.length = kept;
	buffer_append(&decoder->paste, "", 0);
	out->text = buffer_text(&decoder->paste);
	out->length = kept;
	return true;
}

static bool
decode_paste(
	struct decoder *decoder, const char *text, size_t length, bool finish, struct input *out)
{
	const char *found = text;
	size_t behind = length;

	while ((found = memchr(found, ESCAPE, behind)) != NULL) {
		size_t before = (size_t)(found - text);
		size_t left = length - before;
		size_t same = left < sizeof paste_end - 1 ? left : sizeof paste_end - 1;

		behind = left - 1;
		if (memcmp(found, paste_end, same) != 0) {
			found++;
			continue;
		}
		keep_paste(decoder, text, before);
		if (same == sizeof paste_end - 1)
			return emit_paste(decoder, before + same, out);
		decoder->taken += before;
		return finish ? emit_paste(decoder, left, out) : false;
	}
	keep_paste(decoder, text, length);
	if (finish)
		return emit_paste(decoder, length, out);
	decoder->taken += length;
	return false;
}

bool
decoder_next(struct decoder *decoder, bool finish, struct input *out)
{
	size_t length;
	const char *text = rest(decoder, &length);
	unsigned char first;

	if (decoder->state == DECODER_PASTE && (length > 0 || finish))
		return decode_paste(decoder, text, length, finish, out);
	if (decoder->state == DECODER_STRING && (length > 0 || finish))
		return decode_string(decoder, text, length, finish, out);
	if (length == 0)
		return false;
	first = (unsigned char)text[0];
	if (first == ESCAPE)
		return decode_escape(decoder, text, length, finish, out);
	if (first < 0x20 || first == DELETE)
		return decode_control(decoder, first, out);
	return decode_character(decoder, text, length, finish, out);
}

bool
decoder_waits(const struct decoder *decoder)
{
	return decoder->state != DECODER_GROUND || decoder->taken < decoder->bytes.length;
}

bool
decoder_waits_for_key(const struct decoder *decoder)
{
	return decoder->state == DECODER_GROUND && decoder->bytes.length - decoder->taken == 1;
}

void
decoder_clear(struct decoder *decoder)
{
	buffer_clear(&decoder->bytes);
	buffer_clear(&decoder->paste);
	*decoder = (struct decoder){ 0 };
}
