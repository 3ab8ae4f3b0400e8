/* SPDX-License-Identifier: MIT */
/*
 * Nothing is done by ticking it (product.md, principle 2): handed off, passed, done, applied and
 * closed are refused without what shows it, and an escalation or waiver without its finding. The
 * faults come from the table that rule H1 reads too (data/facts/ticks.sql). Only what a change
 * brings about is refused: what a file held already, `check` finds.
 */
#include <inttypes.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

/* What a record must not say by itself. */
static const struct {
	const char *type, *field, *value; /* value NULL: anything */
} ticks[] = {
	{ "team", "ownership", "handed_off" },
	{ "handoff", "result", "pass" },
	{ "capability", "done_on", NULL },
	{ "lesson", "applied_on", NULL },
	{ "escalation", "closed_on", NULL },
};

static bool
says(const struct record *record, size_t tick)
{
	return ticks[tick].value ? record_is(record, ticks[tick].field, ticks[tick].value)
				 : record_has(record, ticks[tick].field);
}

/* Whether the change says so, or takes away what it rests on. */
static bool
is_ticked(const struct record *before, const struct record *now)
{
	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
		if (strcmp(now->type->name, ticks[i].type) == 0)
			return says(now, i) && !record_has(now, "override_reason") &&
			       (!before || record_differs(before, now));
	return false;
}

static bool
names_finding(const struct record *before, const struct record *now)
{
	const char *type = now->type->name;

	return (strcmp(type, "escalation") == 0 || strcmp(type, "waiver") == 0) &&
	       (!before || !value_equal(record_get(before, "finding"), record_get(now, "finding")));
}

bool
ticks_are_asked(const struct record *before, const struct record *now)
{
	return is_ticked(before, now);
}

static enum status
check_tick(struct programme *programme, const struct record *now, struct error *error)
{
	struct arena arena = { 0 };
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];
	const char *said = NULL, *lacks = NULL, *title = NULL;
	enum status status;

	rows_facts(&rows, "ticks",
		arena_format(&arena,
			"SELECT \"title\", \"said\", \"lacks\" FROM \"ticked\" WHERE \"type\" = "
			"'%s' AND \"id\" = %" PRId64,
			now->type->name, now->id),
		programme->today);
	while (rows_next_fact(&rows, columns)) {
		title = arena_copy(&arena, columns[0].text, columns[0].length);
		said = arena_copy(&arena, columns[1].text, columns[1].length);
		lacks = arena_copy(&arena, columns[2].text, columns[2].length);
	}
	status = rows_close(&rows);
	if (status == STATUS_OK && said)
		status = error_set(error, STATUS_INVALID,
			"H1: \"%.*s\" is not %s: %s; write that down first, or give an "
			"override_reason (--override REASON)",
			text_quote_length(title, strlen(title)), title, said, lacks);
	arena_clear(&arena);
	return status;
}

static bool
is_found(const struct finding *findings, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(findings[i].id, id) == 0)
			return true;
	return false;
}

/* A waiver in force hides the finding: it existed when that was given. */
static enum status
find_waiver(
	struct programme *programme, const struct record *now, bool *waived, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	*waived = false;
	rows_where(&rows, "waiver", "finding", *record_get(now, "finding"), NULL);
	while (rows_next(&rows, &record))
		*waived = *waived || record.id != now->id;
	return rows_close(&rows);
}

static enum status
check_finding(struct programme *programme, const struct record *now, struct error *error)
{
	const char *id = record_text(now, "finding");
	struct arena arena = { 0 };
	const struct rule *rule = NULL;
	struct finding *findings = NULL;
	size_t count = 0, hidden = 0;
	bool waived = false;
	enum status status = rulebook_find(programme->store, id, &rule, error);

	if (status == STATUS_OK && rule)
		status = programme_check(
			programme, rule->id, &arena, &findings, &count, &hidden, error);
	if (status == STATUS_OK && hidden > 0)
		status = find_waiver(programme, now, &waived, error);
	if (status == STATUS_OK && !waived && !is_found(findings, count, id))
		status = error_set(error, STATUS_INVALID,
			"there is no finding \"%.*s\" today; `rollout check` and `rollout signals` "
			"list what there is",
			text_quote_length(id, strlen(id)), id);
	arena_clear(&arena);
	return status;
}

enum status
ticks_check_finding(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error)
{
	if (!names_finding(before, now) || !record_has(now, "finding") ||
		(strcmp(now->type->name, "escalation") == 0 && record_has(now, "override_reason")))
		return STATUS_OK;
	return check_finding(programme, now, error);
}

enum status
ticks_check(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	return is_ticked(before, now) ? check_tick(programme, now, error) : STATUS_OK;
}

enum status
ticks_check_all(struct programme *programme, const struct id_set *records, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0;
		records->used > 0 && status == STATUS_OK && i < sizeof ticks / sizeof *ticks; i++) {
		struct rows rows = rows_open(programme, NULL, error);
		struct record record;

		rows_of(&rows, ticks[i].type, NULL);
		while (rows_next(&rows, &record))
			if (id_set_has(records, record.id))
				rows.status = is_ticked(NULL, &record)
						      ? check_tick(programme, &record, error)
						      : STATUS_OK;
		status = rows_close(&rows);
	}
	return status;
}
