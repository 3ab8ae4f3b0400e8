/* SPDX-License-Identifier: MIT */
/* Reads a template as any other document is read; must not write it anywhere. */
#include "template.h"

#include "rollout/base/embedded.h"
#include "rollout/exchange/incoming.h"

static enum status
read_file(const struct embedded_file *file,
	enum status (*each)(void *context, const struct record *record, struct error *error),
	void *context, struct error *error)
{
	const struct incoming_options options = { .kind = INCOMING_PROGRAMME,
		.format = "rollout.programme" };
	struct incoming_reader *reader = NULL;
	struct problems problems = { 0 };
	struct source *source = NULL;
	const struct incoming *incoming = NULL;
	enum status status = source_open_memory(file->path, file->text, file->size, &source, error);

	if (status == STATUS_OK)
		status = incoming_reader_open(source, &options, &reader, error);
	while (status == STATUS_OK) {
		status = incoming_reader_next(reader, &problems, &incoming, error);
		if (status != STATUS_OK || !incoming)
			break;
		status = each(context, &incoming->record, error);
	}
	incoming_reader_close(reader);
	source_close(source);
	problems_clear(&problems);
	return status;
}

enum status
template_each(const char *name,
	enum status (*each)(void *context, const struct record *record, struct error *error),
	void *context, struct error *error)
{
	struct arena arena = { 0 };
	size_t count;
	const struct embedded_file *files =
		embedded_list(arena_format(&arena, "templates/%s.json", name), &count);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = read_file(&files[i], each, context, error);
	arena_clear(&arena);
	return status;
}
