/* SPDX-License-Identifier: MIT */
/* Reads a template as any other document is read; must not write it anywhere. */
#include "template.h"

#include <stdlib.h>

#include "rollout/base/embedded.h"
#include "rollout/exchange/incoming.h"

struct template_reader
template_open(const char *name, struct error *error)
{
	const struct incoming_options options = { .kind = INCOMING_PROGRAMME,
		.format = "rollout.programme" };
	struct template_reader template = { .error = error };
	struct arena arena = { 0 };
	size_t count;
	const struct embedded_file *file =
		embedded_list(arena_format(&arena, "templates/%s.json", name), &count);

	template.problems = memory_new(1, sizeof *template.problems);
	template.status =
		source_open_memory(file->path, file->text, file->size, &template.source, error);
	if (template.status == STATUS_OK)
		template.status =
			incoming_reader_open(template.source, &options, &template.reader, error);
	arena_clear(&arena);
	return template;
}

const struct record *
template_next(struct template_reader *template)
{
	const struct incoming *incoming = NULL;

	if (template->status == STATUS_OK)
		template->status = incoming_reader_next(
			template->reader, template->problems, &incoming, template->error);
	return incoming ? &incoming->record : NULL;
}

enum status
template_close(struct template_reader *template)
{
	incoming_reader_close(template->reader);
	source_close(template->source);
	problems_clear(template->problems);
	free(template->problems);
	return template->status;
}
