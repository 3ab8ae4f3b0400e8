/* SPDX-License-Identifier: MIT */
/* What the rows of a plan hold beside fields: what they wait for, and what would convince us. */
#include <string.h>

#include "incoming_build.h"
#include "predecessor_words.h"

static enum status
take_predecessor(struct incoming_reader *reader, struct incoming *incoming,
	const struct column *column, const struct predecessor *predecessor, struct error *error)
{
	struct incoming *child = incoming_add_child(
		reader, incoming, nested_find(incoming->record.type, "depends_on"));
	const struct type *type = child->record.type;
	int from = type_field_index(type, "from"), lag = type_field_index(type, "lag_days");
	const char *days = arena_format(&reader->arena, "%lld", (long long)predecessor->lag_days);
	const struct column field = { .target = COLUMN_FIELD, .field = from };
	enum status status = incoming_take_text(
		reader, child, &field, predecessor->text, predecessor->length, error);

	child->reversed = column->reversed;
	reader->lagless += predecessor->unmeasured;
	if (status != STATUS_OK)
		return status;
	child->present |= UINT32_C(1) << lag;
	return field_parse(&type->fields[lag], days, strlen(days), NULL, &reader->arena,
		&child->record.values[lag], error);
}

enum status
incoming_take_predecessors(struct incoming_reader *reader, struct incoming *incoming,
	const struct column *column, const char *text, struct error *error)
{
	struct predecessor predecessor;
	const char *at = text;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && (at = predecessor_words_next(at, text, &predecessor)))
		if (predecessor.kind == LINK_OTHER)
			reader->unusable++;
		else if (predecessor.length > 0)
			status = take_predecessor(reader, incoming, column, &predecessor, error);
	return status;
}

enum status
incoming_take_criteria(struct incoming_reader *reader, struct incoming *incoming, const char *text,
	struct error *error)
{
	const struct nested *nested = nested_find(incoming->record.type, "evidence");
	enum status status = STATUS_OK;

	while (status == STATUS_OK && *text) {
		size_t length;

		text += strspn(text, " ;\n\t-*");
		length = strcspn(text, ";\n");
		if (length > 0) {
			struct incoming *child = incoming_add_child(reader, incoming, nested);
			const struct column field = { .target = COLUMN_FIELD,
				.field = type_field_index(child->record.type, "criterion") };

			status = incoming_take_text(reader, child, &field,
				arena_copy(&reader->arena, text, length), length, error);
		}
		text += length;
	}
	return status;
}
