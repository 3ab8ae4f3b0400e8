/* SPDX-License-Identifier: MIT */
/* Confidence of one scope as documents tell it. */
#include <string.h>

#include "document_writer.h"
#include "rollout/programme/confidence.h"

static void
write_text(struct json_writer *json, const char *name, const char *text)
{
	if (text)
		json_text(json, name, text, strlen(text));
}

static void
write_facts(struct json_writer *json, const struct confidence_line *line)
{
	json_begin_inline_object(json, "facts");
	for (int i = 0; i < CONFIDENCE_NUMBERS_MOST && line->numbers[i].name; i++)
		json_integer(json, line->numbers[i].name, line->numbers[i].value);
	json_end_object(json);
}

void
document_write_confidence(struct json_writer *json, const struct scope_confidence *scope)
{
	json_begin_object(json, NULL);
	write_text(json, "scope", scope->scope);
	write_text(json, "suggested", scope->suggested);
	write_text(json, "given", scope->given);
	write_text(json, "given_on", scope->given_on);
	write_text(json, "given_reason", scope->given_reason);
	json_begin_array(json, "reasons");
	for (size_t i = 0; i < scope->reason_count; i++) {
		const struct confidence_line *line = &scope->reasons[i];

		json_begin_object(json, NULL);
		write_text(json, "rule", line->rule);
		write_text(json, "colour", line->colour);
		write_text(json, "message", line->text);
		write_facts(json, line);
		write_text(json, "response", line->response);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
}
