/* SPDX-License-Identifier: MIT */
/*
 * The working days of the programme, read once for what a file holds: schedule, simulation and the
 * time that answers take all count by these.
 */
#include "working_days.h"

#include <stdlib.h>

#include "programme/document/document.h"

static enum status
read_holidays(struct programme *programme, struct working_days *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;
	size_t count = 0;

	rows_of(&rows, "holiday", NULL);
	while (rows_next(&rows, &record)) {
		out->holidays = array_grow(out->holidays, count, sizeof *out->holidays);
		out->holidays[count] = record_date(&record, "on");
		count += out->holidays[count] != NO_DAY;
	}
	workdays_init(&out->days, out->holidays, count);
	return rows_close(&rows);
}

enum status
working_days_get(struct programme *programme, const struct workdays **out, struct error *error)
{
	struct working_days *kept = &programme->working_days;
	struct edition now;
	enum status status = store_begin_read(programme->store, error);

	*out = &kept->days;
	if (status != STATUS_OK)
		return status;
	now = store_edition(programme->store);
	if (!kept->known || !edition_equal(&kept->edition, &now)) {
		working_days_forget(programme);
		status = read_holidays(programme, kept, error);
		kept->edition = now;
		kept->known = status == STATUS_OK;
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
