/* SPDX-License-Identifier: MIT */
/*
 * Facts come from the rule book as a flat JSON object that SQLite wrote. This reads just that, for
 * showing; what is deeper is shown as it stands.
 */
#include "fact_lines.h"

#include <stdbool.h>
#include <string.h>

#include "tui/kit/label_words.h"

/* The string behind its opening quotation mark, without what JSON puts before a character. */
static const char *
read_string(const char *at, struct buffer *out)
{
	for (; *at && *at != '"'; at++) {
		if (*at == '\\' && at[1])
			at++;
		buffer_append(out, at, 1);
	}
	return *at ? at + 1 : at;
}

/* Up to the comma or brace that ends a value at this depth. */
static const char *
read_plain(const char *at, struct buffer *out)
{
	int depth = 0;

	for (; *at && (depth > 0 || (*at != ',' && *at != '}')); at++) {
		depth += *at == '[' || *at == '{' ? 1 : 0;
		depth -= *at == ']' || *at == '}' ? 1 : 0;
		buffer_append(out, at, 1);
	}
	return at;
}

static const char *
read_value(const char *at, struct buffer *out)
{
	return *at == '"' ? read_string(at + 1, out) : read_plain(at, out);
}

static void
add_fact(struct buffer *out, const char *name, const char *value)
{
	char words[WORDS_SIZE];

	if (!*value || strcmp(value, "null") == 0)
		return;
	words_from_name(name, words);
	if (strcmp(value, "true") == 0 || strcmp(value, "false") == 0)
		value = *value == 't' ? "yes" : "no";
	buffer_format(out, "%s%s %s", out->length > 0 ? ", " : "", words, value);
}

void
facts_describe(const char *json, struct buffer *out)
{
	struct buffer name = { 0 }, value = { 0 };
	const char *at = *json == '{' ? json + 1 : "";

	while (*at == '"') {
		name.length = 0;
		value.length = 0;
		at = read_string(at + 1, &name);
		at = read_value(*at == ':' ? at + 1 : at, &value);
		add_fact(out, buffer_text(&name), buffer_text(&value));
		at += *at == ',' ? 1 : 0;
	}
	buffer_clear(&name);
	buffer_clear(&value);
}
