/* SPDX-License-Identifier: MIT */
/* Where the proof of one milestone stands: its criteria and its claims. */
#include "programme/document/document.h"
#include "rollout/programme/claim.h"

struct reading {
	struct rows rows;
	struct arena *arena;
	struct proof_report *out;
};

static const char *
person_of(const struct reading *reading, const struct record *record, const char *field)
{
	return programme_title_of(reading->rows.programme, record, field, reading->arena);
}

static void
read_criteria(struct reading *reading)
{
	struct proof_report *out = reading->out;
	struct arena *arena = reading->arena;
	struct record record;

	rows_where(&reading->rows, "evidence", "milestone", value_integer(out->milestone), NULL);
	while (rows_next(&reading->rows, &record)) {
		out->criteria = arena_grow(
			arena, out->criteria, out->criterion_count, sizeof *out->criteria);
		out->criteria[out->criterion_count++] = (struct criterion_state){ .id = record.id,
			.criterion = record_copy_text(&record, "criterion", arena),
			.kind = record_copy_text(&record, "kind", arena),
			.proof = record_copy_text(&record, "proof", arena),
			.met = record_flag(&record, "met", false),
			.checked_by = person_of(reading, &record, "checked_by"),
			.checked_on = record_copy_text(&record, "checked_on", arena) };
	}
}

/* The newest first. */
static void
read_claims(struct reading *reading)
{
	struct proof_report *out = reading->out;
	struct arena *arena = reading->arena;
	struct query query = query_of("claim");
	struct record record;

	query_where(&query, "milestone", value_integer(out->milestone));
	query.descending = true;
	rows_read(&reading->rows, &query);
	while (rows_next(&reading->rows, &record)) {
		out->claims = arena_grow(arena, out->claims, out->claim_count, sizeof *out->claims);
		out->claims[out->claim_count++] =
			(struct claim_state){ .on = record_copy_text(&record, "on", arena),
				.by = person_of(reading, &record, "by"),
				.verdict = record_copy_text(&record, "verdict", arena),
				.verdict_on = record_copy_text(&record, "verdict_on", arena),
				.verdict_by = person_of(reading, &record, "verdict_by"),
				.reason = record_copy_text(&record, "reason", arena) };
	}
}

enum status
programme_proof(struct programme *programme, int64_t milestone, struct arena *arena,
	struct proof_report *out, struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out };
	struct record record;

	*out = (struct proof_report){ .milestone = milestone };
	if (rows_get(&reading.rows, "milestone", milestone, arena, &record)) {
		out->title = record_text(&record, "title");
		out->state = record_text(&record, "state");
		out->owner = record_number(&record, "owner");
		out->owner_name = person_of(&reading, &record, "owner");
		out->override_reason = record_text(&record, "override_reason");
		read_criteria(&reading);
		read_claims(&reading);
	}
	return rows_close(&reading.rows);
}
