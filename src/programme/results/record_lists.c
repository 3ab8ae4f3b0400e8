/* SPDX-License-Identifier: MIT */
/*
 * rollout.list: records, which the dictionary describes, written as document_writer writes them for
 * exports too.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/exchange/document_writer.h"
#include "rollout/programme/results.h"

struct listing {
	struct document_writer writer;
	struct error look_up; /* what document_writer says of a reference it could not look up */
	struct output *output;
	const int *columns;
	size_t count;
};

static void
begin_list(struct listing *listing, struct programme *programme, const struct type *type,
	int descriptor)
{
	*listing = (struct listing){ .output = output_open_descriptor(descriptor) };
	listing->writer = (struct document_writer){ .programme = programme,
		.audience = AUDIENCE_LEAD,
		.skip = -1,
		.cache = memory_new(1, sizeof(*listing->writer.cache)),
		.error = &listing->look_up };
	json_writer_init(&listing->writer.json, listing->output);
	document_begin(&listing->writer, "list");
	json_text(&listing->writer.json, "type", type->name, strlen(type->name));
	json_begin_array(&listing->writer.json, "records");
}

static enum status
end_list(struct listing *listing, enum status status, struct error *error)
{
	if (!status && listing->writer.status) {
		status = listing->writer.status;
		*error = listing->look_up;
	}
	free(listing->writer.cache);
	if (status) {
		output_abandon(listing->output);
		return status;
	}
	json_end_array(&listing->writer.json);
	document_end(&listing->writer);
	return output_finish(listing->output, error);
}

static void
write_record(struct listing *listing, const struct record *record)
{
	json_begin_object(&listing->writer.json, NULL);
	document_write_fields(&listing->writer, record, -1);
	json_end_object(&listing->writer.json);
}

static enum status
write_row(void *context, const struct record *record, struct error *error)
{
	struct listing *listing = context;
	struct record shown = *record;

	(void)error;
	if (listing->count > 0)
		for (size_t i = 1; i < record->type->field_count; i++)
			shown.values[i] = value_none();
	for (size_t i = 0; i < listing->count; i++)
		shown.values[listing->columns[i]] = record->values[listing->columns[i]];
	write_record(listing, &shown);
	return STATUS_OK;
}

enum status
results_write_list(struct programme *programme, const struct query *query, const int *columns,
	size_t count, int descriptor, struct error *error)
{
	struct listing listing;

	begin_list(&listing, programme, query->type, descriptor);
	listing.columns = columns;
	listing.count = count;
	return end_list(
		&listing, programme_each(programme, query, write_row, &listing, error), error);
}

enum status
results_write_record(struct programme *programme, const struct type *type, int64_t id,
	int descriptor, struct error *error)
{
	struct listing listing;
	struct arena arena = { 0 };
	struct record record;
	enum status status = programme_get(programme, type, id, &arena, &record, error);

	begin_list(&listing, programme, type, descriptor);
	if (!status)
		write_record(&listing, &record);
	status = end_list(&listing, status, error);
	arena_clear(&arena);
	return status;
}
