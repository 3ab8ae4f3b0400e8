/* SPDX-License-Identifier: MIT */
/*
 * The working days of the programme, read once for what a file holds: schedule, simulation and the
 * time that answers take all count by these.
 */
#include "working_days.h"

#include <stdlib.h>

#include "programme/document/document.h"

struct reading {
	day *holidays;
	size_t count, space;
};

static enum status
take_holiday(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (reading->count == reading->space) {
		reading->space = reading->space > 0 ? reading->space * 2 : 32;
		reading->holidays =
			memory_resize(reading->holidays, reading->space, sizeof *reading->holidays);
	}
	reading->count += record_day(record, "on", &reading->holidays[reading->count]) ? 1 : 0;
	return STATUS_OK;
}

enum status
working_days_get(struct programme *programme, const struct workdays **out, struct error *error)
{
	struct working_days *kept = &programme->working_days;
	const struct query query = { .type = type_find("holiday") };
	struct reading reading = { 0 };
	struct edition now;
	enum status status = store_begin_read(programme->store, error);

	*out = &kept->days;
	if (status != STATUS_OK)
		return status;
	now = store_edition(programme->store);
	if (!kept->known || !edition_equal(&kept->edition, &now)) {
		status = programme_each(programme, &query, take_holiday, &reading, error);
		working_days_forget(programme);
		kept->holidays = reading.holidays;
		kept->edition = now;
		kept->known = status == STATUS_OK;
		workdays_init(&kept->days, kept->holidays, reading.count);
	}
	store_end_read(programme->store);
	return status;
}

void
working_days_forget(struct programme *programme)
{
	free(programme->working_days.holidays);
	programme->working_days = (struct working_days){ .known = false };
}
