/* SPDX-License-Identifier: MIT */
/*
 * The columns of a register that the floors read and write, in the order of the tables and of our
 * documents. A second list of fields, on purpose: a floor must not use the program it is the
 * measure of. When the dictionary grows, the byte comparison of the two exports in run.sh fails
 * until this list has grown too.
 */
#ifndef ROLLOUT_BENCH_COLUMNS_H
#define ROLLOUT_BENCH_COLUMNS_H

enum column_kind { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_FLAG, COLUMN_REFERENCE };

struct column {
	const char *name;
	enum column_kind kind;
};

/* What a stakeholder has behind id and key. */
static const struct column stakeholder_columns[] = {
	{ "name", COLUMN_TEXT },
	{ "kind", COLUMN_TEXT },
	{ "organisation", COLUMN_TEXT },
	{ "job_title", COLUMN_TEXT },
	{ "email", COLUMN_TEXT },
	{ "group", COLUMN_TEXT },
	{ "owner", COLUMN_REFERENCE },
	{ "attitude", COLUMN_TEXT },
	{ "desired_attitude", COLUMN_TEXT },
	{ "influence", COLUMN_NUMBER },
	{ "interest", COLUMN_NUMBER },
	{ "channel", COLUMN_TEXT },
	{ "main_concern", COLUMN_TEXT },
	{ "resistance", COLUMN_TEXT },
	{ "can_slow_decisions", COLUMN_FLAG },
	{ "can_reinterpret_priorities", COLUMN_FLAG },
	{ "can_ignore_cadence", COLUMN_FLAG },
	{ "cadence_days", COLUMN_NUMBER },
	{ "last_contact_on", COLUMN_TEXT },
	{ "status", COLUMN_TEXT },
	{ "status_on", COLUMN_TEXT },
	{ "notes", COLUMN_TEXT },
	{ "active", COLUMN_FLAG },
};

/* What a relationship has behind id, key and from. */
static const struct column relationship_columns[] = {
	{ "to", COLUMN_REFERENCE },
	{ "kind", COLUMN_TEXT },
	{ "strength", COLUMN_NUMBER },
	{ "note", COLUMN_TEXT },
};

enum {
	STAKEHOLDER_COLUMNS = sizeof stakeholder_columns / sizeof *stakeholder_columns,
	RELATIONSHIP_COLUMNS = sizeof relationship_columns / sizeof *relationship_columns,
};

/* Row ids as large as the program's own, so that both files have rows of the same size. */
#define FIRST_STAKEHOLDER INT64_C(7126851111927440)
#define FIRST_RELATIONSHIP INT64_C(456118471163356233)

#endif
