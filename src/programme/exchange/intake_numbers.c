/* SPDX-License-Identifier: MIT */
/*
 * What the rows of one file are called in that file ("3FS+2d" waits for row 3). Never kept: a plan
 * numbers its tasks anew with each row that comes between.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "rollout/base/text.h"

static struct row_number *
find_slot(const struct intake *intake, uint64_t hash)
{
	size_t at = (size_t)hash & (intake->number_space - 1);

	while (intake->numbers[at].id != 0 && intake->numbers[at].hash != hash)
		at = (at + 1) & (intake->number_space - 1);
	return &intake->numbers[at];
}

static void
make_room(struct intake *intake)
{
	struct row_number *former = intake->numbers;
	size_t space = intake->number_space;

	if (intake->number_count * 2 < space)
		return;
	intake->number_space = space > 0 ? space * 2 : 64;
	intake->numbers = memory_new(intake->number_space, sizeof *intake->numbers);
	for (size_t i = 0; i < space; i++)
		if (former[i].id != 0)
			*find_slot(intake, former[i].hash) = former[i];
	free(former);
}

void
intake_note_numbers(struct intake *intake, const struct incoming *incoming, int64_t id)
{
	for (size_t i = 0; i < NUMBERS_MOST && incoming->numbers[i]; i++) {
		uint64_t hash = text_hash(incoming->numbers[i], strlen(incoming->numbers[i]));
		struct row_number *slot;

		make_room(intake);
		slot = find_slot(intake, hash);
		intake->number_count += slot->id == 0;
		slot->id = slot->id == 0 || slot->id == id ? id : NUMBER_TWICE;
		slot->hash = hash;
	}
}

bool
intake_has_numbers(const struct intake *intake, const struct type *type)
{
	return intake->numbered == type;
}

int64_t
intake_find_number(const struct intake *intake, const char *text)
{
	return intake->number_count > 0 ? find_slot(intake, text_hash(text, strlen(text)))->id : 0;
}

void
intake_place(const struct intake *intake, struct incoming *incoming)
{
	int parent = type_field_index(incoming->record.type, "parent");

	if (parent < 0 || incoming->present & UINT32_C(1) << parent)
		return;
	for (size_t i = 0; i < NUMBERS_MOST && incoming->numbers[i]; i++) {
		const char *dot = strrchr(incoming->numbers[i], '.');
		char above[64];
		int64_t id = 0;

		if (dot && (size_t)(dot - incoming->numbers[i]) < sizeof above) {
			snprintf(above, sizeof above, "%.*s", (int)(dot - incoming->numbers[i]),
				incoming->numbers[i]);
			id = intake_find_number(intake, above);
		}
		if (id > 0) {
			incoming->record.values[parent] = value_integer(id);
			incoming->present |= UINT32_C(1) << parent;
			return;
		}
	}
}
