/* SPDX-License-Identifier: MIT */
/* Where the proof of one milestone stands: its criteria and its claims. */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/claim.h"

struct reading {
	struct programme *programme;
	struct arena *arena;
	struct proof_report *out;
	size_t criterion_space, claim_space;
};

static const char *
text_of(const struct reading *reading, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(reading->arena, value->text, value->length)
					 : NULL;
}

static const char *
person_of(const struct reading *reading, const struct record *record, const char *field)
{
	int64_t id = record_number(record, field);

	return id == 0 ? NULL
		       : programme_title(
				 reading->programme, type_find("stakeholder"), id, reading->arena);
}

/* Room for one more in an array of the arena. */
static void *
grow(struct arena *arena, void *items, size_t count, size_t *space, size_t size)
{
	void *bigger;

	if (count < *space)
		return items;
	*space = *space > 0 ? *space * 2 : 8;
	bigger = arena_alloc(arena, *space * size);
	if (count > 0)
		memcpy(bigger, items, count * size);
	return bigger;
}

static enum status
take_criterion(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct proof_report *out = reading->out;

	(void)error;
	out->criteria = grow(reading->arena, out->criteria, out->criterion_count,
		&reading->criterion_space, sizeof *out->criteria);
	out->criteria[out->criterion_count++] = (struct criterion_state){ .id = record->id,
		.criterion = text_of(reading, record, "criterion"),
		.kind = text_of(reading, record, "kind"),
		.proof = text_of(reading, record, "proof"),
		.met = record_number(record, "met") != 0,
		.checked_by = person_of(reading, record, "checked_by"),
		.checked_on = text_of(reading, record, "checked_on") };
	return STATUS_OK;
}

static enum status
take_claim(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct proof_report *out = reading->out;

	(void)error;
	out->claims = grow(reading->arena, out->claims, out->claim_count, &reading->claim_space,
		sizeof *out->claims);
	out->claims[out->claim_count++] =
		(struct claim_state){ .on = text_of(reading, record, "on"),
			.by = person_of(reading, record, "by"),
			.verdict = text_of(reading, record, "verdict"),
			.verdict_on = text_of(reading, record, "verdict_on"),
			.verdict_by = person_of(reading, record, "verdict_by"),
			.reason = text_of(reading, record, "reason") };
	return STATUS_OK;
}

static enum status
each_of(struct reading *reading, const char *name, bool newest,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	const struct type *type = type_find(name);
	struct query query = { .type = type, .condition_count = 1, .descending = newest };

	query.conditions[0] = (struct condition){ type_field_index(type, "milestone"),
		COMPARE_EQUAL, value_integer(reading->out->milestone) };
	return programme_each(reading->programme, &query, take, reading, error);
}

enum status
programme_proof(struct programme *programme, int64_t milestone, struct arena *arena,
	struct proof_report *out, struct error *error)
{
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	struct record record;
	enum status status = store_begin_read(programme->store, error);

	*out = (struct proof_report){ .milestone = milestone };
	if (status != STATUS_OK)
		return status;
	status = programme_get(programme, type_find("milestone"), milestone, arena, &record, error);
	if (status == STATUS_OK) {
		out->title = text_of(&reading, &record, "title");
		out->state = text_of(&reading, &record, "state");
		out->owner = record_number(&record, "owner");
		out->owner_name = person_of(&reading, &record, "owner");
		out->override_reason = text_of(&reading, &record, "override_reason");
		status = each_of(&reading, "evidence", false, take_criterion, error);
	}
	if (status == STATUS_OK)
		status = each_of(&reading, "claim", true, take_claim, error);
	store_end_read(programme->store);
	return status;
}
