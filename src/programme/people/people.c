/* SPDX-License-Identifier: MIT */
/* Reads people and counts them; see people.h. */
#include "rollout/programme/people.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

struct reading {
	struct rows rows;
	struct arena *arena;
	struct person_report *out;
};

static void
fill_person(struct reading *reading, const struct record *record)
{
	struct arena *arena = reading->arena;

	*reading->out = (struct person_report){ .id = record->id,
		.name = record_copy_text(record, "name", arena),
		.job_title = record_copy_text(record, "job_title", arena),
		.organisation = record_copy_text(record, "organisation", arena),
		.group = record_copy_text(record, "group", arena),
		.attitude = record_copy_text(record, "attitude", arena),
		.desired_attitude = record_copy_text(record, "desired_attitude", arena),
		.concern = record_copy_text(record, "main_concern", arena),
		.resistance = record_copy_text(record, "resistance", arena),
		.channel = record_copy_text(record, "channel", arena),
		.status = record_copy_text(record, "status", arena),
		.owner = programme_title_of(reading->rows.programme, record, "owner", arena),
		.influence = (int)record_number(record, "influence"),
		.interest = (int)record_number(record, "interest"),
		.active = record_flag(record, "active", true),
		.can_slow = record_flag(record, "can_slow_decisions", false),
		.can_reinterpret = record_flag(record, "can_reinterpret_priorities", false),
		.can_ignore = record_flag(record, "can_ignore_cadence", false),
		.last_contact_on = record_date(record, "last_contact_on"),
		.due_on = NO_DAY };
}

/* The later of the day on the record and the log counts, as in S4. */
static void
read_contacts(struct reading *reading, int64_t cadence)
{
	struct person_report *out = reading->out;
	struct record record;

	rows_where(&reading->rows, "contact", "stakeholder", value_integer(out->id), "on");
	while (rows_next(&reading->rows, &record)) {
		const char *attitude = record_copy_text(&record, "attitude_after", reading->arena);
		day on = record_date(&record, "on");

		if (on <= reading->rows.programme->today && on > out->last_contact_on)
			out->last_contact_on = on;
		if (!attitude)
			continue;
		out->attitudes = arena_grow(reading->arena, out->attitudes, out->attitude_count,
			sizeof *out->attitudes);
		out->attitudes[out->attitude_count++] = attitude;
	}
	if (out->last_contact_on != NO_DAY && cadence > 0)
		out->due_on = out->last_contact_on + (day)cadence;
}

/* Those to whom the person stands in front, or who stand in front of the person. */
static void
read_links(struct reading *reading, bool outward)
{
	struct person_report *out = reading->out;
	const char *other = outward ? "to" : "from";
	struct record record;

	rows_where(&reading->rows, "relationship", outward ? "from" : "to", value_integer(out->id),
		NULL);
	while (rows_next(&reading->rows, &record)) {
		out->links =
			arena_grow(reading->arena, out->links, out->link_count, sizeof *out->links);
		out->links[out->link_count++] =
			(struct person_link){ .id = record_number(&record, other),
				.name = programme_title_of(
					reading->rows.programme, &record, other, reading->arena),
				.kind = record_copy_text(&record, "kind", reading->arena),
				.outward = outward,
				.strength = (int)record_number(&record, "strength") };
	}
}

static int
compare_links(const void *a, const void *b)
{
	const struct person_link *left = a, *right = b;

	if (left->outward != right->outward)
		return left->outward ? -1 : 1;
	if (left->strength != right->strength)
		return right->strength - left->strength;
	return strcmp(left->name, right->name);
}

enum status
programme_person(struct programme *programme, int64_t id, struct arena *arena,
	struct person_report *out, struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out };
	struct record record;

	if (rows_get(&reading.rows, "stakeholder", id, arena, &record)) {
		fill_person(&reading, &record);
		read_contacts(&reading, record_number(&record, "cadence_days"));
		read_links(&reading, true);
		read_links(&reading, false);
	}
	if (reading.rows.status == STATUS_OK && out->link_count > 0)
		qsort(out->links, out->link_count, sizeof *out->links, compare_links);
	return rows_close(&reading.rows);
}

static bool
is_step(const struct value *value)
{
	return value->kind == VALUE_INTEGER && value->integer >= 1 && value->integer <= POWER_STEPS;
}

enum status
programme_power(struct programme *programme, struct power_report *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	*out = (struct power_report){ 0 };
	rows_facts(&rows, "people",
		"SELECT \"influence\", \"interest\", \"people\", \"resistant\" FROM "
		"\"power_interest\"",
		programme->today);
	while (rows_next_fact(&rows, columns)) {
		int64_t influence = columns[0].integer, interest = columns[1].integer;

		out->all += columns[2].integer;
		if (!is_step(&columns[0]) || !is_step(&columns[1])) {
			out->not_rated += columns[2].integer;
			continue;
		}
		out->people[influence - 1][interest - 1] += columns[2].integer;
		out->resistant[influence - 1][interest - 1] += columns[3].integer;
	}
	return rows_close(&rows);
}

enum status
programme_risk_grid(struct programme *programme, struct risk_report *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	*out = (struct risk_report){ 0 };
	rows_facts(&rows, "risks",
		"SELECT \"likelihood\", \"impact\", \"risks\", \"unowned\" FROM \"risk_grid\"",
		programme->today);
	while (rows_next_fact(&rows, columns)) {
		int64_t likelihood = columns[0].integer, impact = columns[1].integer;

		out->all += columns[2].integer;
		if (!is_step(&columns[0]) || !is_step(&columns[1])) {
			out->not_weighed += columns[2].integer;
			continue;
		}
		out->risks[likelihood - 1][impact - 1] += columns[2].integer;
		out->unowned[likelihood - 1][impact - 1] += columns[3].integer;
	}
	return rows_close(&rows);
}

/* Its place among the choices; otherwise the one behind them. */
static int
choice_index(const char *field, const struct value *value)
{
	const struct type *type = type_find("engagement");
	const struct choice *choices = type->fields[type_field_index(type, field)].choices;
	int index = 0;

	while (choices[index].name &&
		(value->kind != VALUE_TEXT || strcmp(choices[index].name, value->text) != 0))
		index++;
	return index;
}

enum status
programme_engagement(
	struct programme *programme, struct engagement_report *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	*out = (struct engagement_report){ 0 };
	rows_facts(&rows, "people",
		"SELECT \"group\", \"stage\", \"actions\", \"done\", \"late\" FROM "
		"\"engagement_state\"",
		programme->today);
	while (rows_next_fact(&rows, columns)) {
		int group = choice_index("group", &columns[0]),
		    stage = choice_index("stage", &columns[1]);
		struct engagement_cell *cell;

		if (group > ENGAGEMENT_GROUPS || stage >= ENGAGEMENT_STAGES)
			continue;
		cell = &out->cells[group][stage];
		cell->actions += columns[2].integer;
		cell->done += columns[3].integer;
		cell->late += columns[4].integer;
	}
	return rows_close(&rows);
}
