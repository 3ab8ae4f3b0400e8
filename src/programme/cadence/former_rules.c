/* SPDX-License-Identifier: MIT */
/*
 * A new rule or start of a forum holds from the day it is made: how it recurred until the day
 * before is written down in the same step, so that nobody has missed what was never planned.
 */
#include <string.h>

#include "programme/document/document.h"

static bool
differs(const struct record *before, const struct record *now, const char *field)
{
	return !value_equal(record_get(before, field), record_get(now, field));
}

static enum status
write_former(struct programme *programme, const struct record *forum, const char *until,
	struct error *error)
{
	struct record former;

	record_init(&former, type_find("former_rule"));
	record_put(&former, "forum", value_integer(forum->id));
	record_put(&former, "rule", *record_get(forum, "rule"));
	record_put(&former, "starts_on", *record_get(forum, "starts_on"));
	record_put(&former, "until_on", value_text(until));
	return store_insert(programme->store, &former, error);
}

/* What is told to have held on that day or later gives way; the first of it held until then. */
static enum status
shorten(struct programme *programme, int64_t forum, const char *until, bool *held,
	struct error *error)
{
	struct query query = { .type = type_find("former_rule") };
	struct record former, shorter;
	struct rows rows;

	query_where(&query, "forum", value_integer(forum));
	query_compare(&query, "until_on", COMPARE_GREATER_EQUAL, value_text(until));
	query.order = type_field_index(query.type, "until_on") + 1;
	*held = false;
	rows = rows_open(programme, &query, error);
	while (rows_next(&rows, &former)) {
		shorter = former;
		record_put(&shorter, "until_on", value_text(until));
		rows.status = *held ? store_delete(programme->store, former.type, former.id, error)
				    : store_update(programme->store, &former, &shorter, error);
		*held = true;
	}
	return rows_close(&rows);
}

enum status
former_rule_keep(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	char until[DATE_SIZE];
	enum status status;
	bool held;

	if (strcmp(now->type->name, "forum") != 0 ||
		(!differs(before, now, "rule") && !differs(before, now, "starts_on")))
		return STATUS_OK;
	if (record_date(before, "starts_on") >= programme->today &&
		record_date(now, "starts_on") >= programme->today)
		return STATUS_OK;
	date_format(programme->today - 1, until);
	status = shorten(programme, now->id, until, &held, error);
	return status == STATUS_OK && !held ? write_former(programme, before, until, error)
					    : status;
}
