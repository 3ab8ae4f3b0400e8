/* SPDX-License-Identifier: MIT */
/*
 * The accountabilities that rule O1 asks for, as far as the programme and its functions already
 * name the person: its sponsor, its lead, the lead of each function. Who enables is asked of
 * people: nothing in the file says it.
 */
#include "planning.h"

static const char because[] = "people: who sponsors or leads it answers for it";

/*
 * item: with its type and key. function: 0, and its identifier NULL, where the area is of the
 * whole.
 */
static void
put_owner(struct planning *planning, struct draft_item *item, const char *area, int64_t function,
	const char *identifier, const char *owner)
{
	struct rows rows;
	struct record record;
	bool filled = false;
	int64_t empty = 0; /* a record without an owner */

	if (!owner || !plan_goes_on(planning))
		return;
	rows = rows_open(planning->programme, NULL, planning->rows.error);
	rows_where(&rows, "accountability", "area", value_text(area), NULL);
	while (rows_next(&rows, &record)) {
		if (record_number(&record, "function") != function)
			continue;
		if (record_has(&record, "owner"))
			filled = true;
		else
			empty = record.id;
	}
	planning->rows.status = rows_close(&rows);
	if (filled)
		return;
	if (empty == 0) {
		plan_field(item, "area", area);
		plan_field(item, "function", identifier);
	}
	plan_field(item, "owner", owner);
	plan_put(planning, item, empty, empty != 0, because);
}

void
plan_owners(struct planning *planning)
{
	struct draft_item sponsorship = { .type = "accountability",
		.key = "executive-sponsorship" };
	struct draft_item leadership = { .type = "accountability", .key = "programme-lead" };
	struct record record;

	put_owner(planning, &sponsorship, "executive_sponsorship", 0, NULL,
		plan_role(planning, DRAFT_SPONSOR));
	put_owner(
		planning, &leadership, "programme_lead", 0, NULL, plan_role(planning, DRAFT_LEAD));
	rows_of(&planning->rows, "function", NULL);
	while (rows_next(&planning->rows, &record)) {
		const char *function = record_identifier(&record, planning->arena);
		struct draft_item item = { .type = "accountability" };

		item.key = arena_format(planning->arena, "lead-of-%.56s", function);
		put_owner(planning, &item, "functional_lead", record.id, function,
			plan_person(planning, &record, "lead"));
	}
}
