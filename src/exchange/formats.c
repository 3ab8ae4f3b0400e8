/* SPDX-License-Identifier: MIT */
/* The table of formats, and a document from its beginning to its end. Must not know any result. */
#include "rollout/exchange/formats.h"

#include <stdlib.h>
#include <string.h>

static const struct format *const formats[] = { &format_json, &format_csv };

const struct format *
format_at(size_t index)
{
	return index < sizeof formats / sizeof *formats ? formats[index] : NULL;
}

const struct format *
format_find(const char *name)
{
	size_t index = 0;

	while (format_at(index) && strcmp(format_at(index)->name, name) != 0)
		index++;
	return format_at(index);
}

enum status
format_write(const struct format *format, const struct result *result, const void *whole,
	enum audience audience, day today, struct output *output, struct error *error)
{
	struct teller teller = { .format = format,
		.state = memory_new(1, format->state_size),
		.output = output,
		.audience = audience,
		.error = error };

	if (format->begin)
		format->begin(&teller, result, today);
	if (format->flat)
		teller_tell_list(&teller, result_list(result, NULL), whole);
	else
		teller_tell(&teller, result->columns, whole);
	if (format->end && teller.status == STATUS_OK)
		format->end(&teller);
	free(teller.state);
	arena_clear(&teller.arena);
	if (teller.status == STATUS_OK)
		return output_finish(output, error);
	output_abandon(output);
	return teller.status;
}
