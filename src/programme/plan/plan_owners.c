/* SPDX-License-Identifier: MIT */
/*
 * The accountabilities that rule O1 asks for, as far as the programme and its functions already
 * name the person: its sponsor, its lead, the lead of each function. Who enables is asked of
 * people: nothing in the file says it.
 */
#include <string.h>

#include "planning.h"

static const char because[] = "people: who sponsors or leads it answers for it";

/* What is there for an area, and for a function where one is given. */
struct place {
	const char *area;
	int64_t function; /* 0: none in particular */
	int64_t empty; /* a record without an owner; 0: none */
	bool filled;
};

static enum status
take_accountability(void *context, const struct record *record, struct error *error)
{
	struct place *place = context;

	(void)error;
	if (strcmp(record_get(record, "area")->text, place->area) != 0 ||
		record_number(record, "function") != place->function)
		return STATUS_OK;
	if (record_number(record, "owner") != 0)
		place->filled = true;
	else
		place->empty = record->id;
	return STATUS_OK;
}

/* item: with its type and key; function: its identifier, NULL where the area is of the whole. */
static enum status
put_owner(struct planning *planning, struct draft_item *item, struct place *place,
	const char *function, const char *owner, struct error *error)
{
	struct query query = { .type = type_find("accountability") };
	enum status status;

	if (!owner)
		return STATUS_OK;
	status = programme_each(planning->programme, &query, take_accountability, place, error);
	if (status != STATUS_OK || place->filled)
		return status;
	if (place->empty == 0) {
		plan_field(item, "area", place->area);
		plan_field(item, "function", function);
	}
	plan_field(item, "owner", owner);
	return plan_put(planning, item, place->empty, place->empty != 0, because, error);
}

static enum status
put_function(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	struct place place = { .area = "functional_lead", .function = record->id };
	struct draft_item item = { .type = "accountability" };
	char function[RECORD_ID_SIZE];
	int64_t lead = record_number(record, "lead");

	if (lead == 0)
		return STATUS_OK;
	record_identify(record, function);
	item.key = arena_format(planning->arena, "lead-of-%.56s", function);
	return put_owner(planning, &item, &place,
		arena_copy(planning->arena, function, strlen(function)),
		programme_identifier(
			planning->programme, type_find("stakeholder"), lead, planning->arena),
		error);
}

enum status
plan_owners(struct planning *planning, struct error *error)
{
	struct place sponsor = { .area = "executive_sponsorship" };
	struct place lead = { .area = "programme_lead" };
	struct draft_item sponsorship = { .type = "accountability",
		.key = "executive-sponsorship" };
	struct draft_item leadership = { .type = "accountability", .key = "programme-lead" };
	struct query functions = { .type = type_find("function") };
	enum status status =
		put_owner(planning, &sponsorship, &sponsor, NULL, planning->facts.sponsor, error);

	if (status == STATUS_OK)
		status = put_owner(planning, &leadership, &lead, NULL, planning->facts.lead, error);
	return status == STATUS_OK ? programme_each(planning->programme, &functions, put_function,
					     planning, error)
				   : status;
}
