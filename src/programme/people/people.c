/* SPDX-License-Identifier: MIT */
/* Reads people and counts them; see people.h. */
#include "rollout/programme/people.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

struct reading {
	struct programme *programme;
	struct arena *arena;
	struct person_report *out;
	size_t link_space, attitude_space;
	const char **attitudes;
	bool outward;
	int64_t cadence; /* days; 0: none is agreed */
};

static const char *
text_of(const struct reading *reading, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(reading->arena, value->text, value->length)
					 : NULL;
}

static void
fill_person(struct reading *reading, const struct record *record)
{
	int64_t owner = record_number(record, "owner");

	*reading->out = (struct person_report){ .id = record->id,
		.name = text_of(reading, record, "name"),
		.job_title = text_of(reading, record, "job_title"),
		.organisation = text_of(reading, record, "organisation"),
		.group = text_of(reading, record, "group"),
		.attitude = text_of(reading, record, "attitude"),
		.desired_attitude = text_of(reading, record, "desired_attitude"),
		.concern = text_of(reading, record, "main_concern"),
		.resistance = text_of(reading, record, "resistance"),
		.channel = text_of(reading, record, "channel"),
		.status = text_of(reading, record, "status"),
		.influence = (int)record_number(record, "influence"),
		.interest = (int)record_number(record, "interest"),
		.active = record_get(record, "active")->kind == VALUE_NONE ||
			  record_number(record, "active") != 0,
		.can_slow = record_number(record, "can_slow_decisions") != 0,
		.can_reinterpret = record_number(record, "can_reinterpret_priorities") != 0,
		.can_ignore = record_number(record, "can_ignore_cadence") != 0,
		.last_contact_on = NO_DAY,
		.due_on = NO_DAY };
	if (owner != 0)
		reading->out->owner =
			programme_title(reading->programme, record->type, owner, reading->arena);
	record_day(record, "last_contact_on", &reading->out->last_contact_on);
	reading->cadence = record_number(record, "cadence_days");
}

/* The later of the day on the record and the log counts, as in S4. */
static void
compute_due(struct reading *reading)
{
	struct person_report *out = reading->out;

	if (out->last_contact_on != NO_DAY && reading->cadence > 0)
		out->due_on = out->last_contact_on + (day)reading->cadence;
}

static enum status
take_contact(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	const char *attitude = text_of(reading, record, "attitude_after");
	const char **bigger;
	day on;

	(void)error;
	if (record_day(record, "on", &on) && on <= reading->programme->today &&
		(reading->out->last_contact_on == NO_DAY || on > reading->out->last_contact_on))
		reading->out->last_contact_on = on;
	if (!attitude)
		return STATUS_OK;
	if (reading->out->attitude_count == reading->attitude_space) {
		reading->attitude_space =
			reading->attitude_space > 0 ? reading->attitude_space * 2 : 8;
		bigger = arena_alloc(reading->arena, reading->attitude_space * sizeof *bigger);
		if (reading->out->attitude_count > 0)
			memcpy(bigger, reading->attitudes,
				reading->out->attitude_count * sizeof *bigger);
		reading->attitudes = bigger;
	}
	reading->attitudes[reading->out->attitude_count++] = attitude;
	reading->out->attitudes = reading->attitudes;
	return STATUS_OK;
}

static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct person_report *out = reading->out;
	int64_t other = record_number(record, reading->outward ? "to" : "from");
	struct person_link *bigger;

	(void)error;
	if (out->link_count == reading->link_space) {
		reading->link_space = reading->link_space > 0 ? reading->link_space * 2 : 8;
		bigger = arena_alloc(reading->arena, reading->link_space * sizeof *bigger);
		if (out->link_count > 0)
			memcpy(bigger, out->links, out->link_count * sizeof *bigger);
		out->links = bigger;
	}
	out->links[out->link_count++] = (struct person_link){ .id = other,
		.name = programme_title(
			reading->programme, type_find("stakeholder"), other, reading->arena),
		.kind = text_of(reading, record, "kind"),
		.outward = reading->outward,
		.strength = (int)record_number(record, "strength") };
	return STATUS_OK;
}

static enum status
each_of(struct reading *reading, const char *type, const char *field, const char *order,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type), .condition_count = 1 };

	query.conditions[0] = (struct condition){ type_field_index(query.type, field),
		COMPARE_EQUAL, value_integer(reading->out->id) };
	query.order = order ? type_field_index(query.type, order) + 1 : 0;
	return programme_each(reading->programme, &query, take, reading, error);
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
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	struct record *record = arena_alloc(arena, sizeof *record);
	enum status status =
		programme_get(programme, type_find("stakeholder"), id, arena, record, error);

	if (status != STATUS_OK)
		return status;
	fill_person(&reading, record);
	status = each_of(&reading, "contact", "stakeholder", "on", take_contact, error);
	compute_due(&reading);
	reading.outward = true;
	if (status == STATUS_OK)
		status = each_of(&reading, "relationship", "from", NULL, take_link, error);
	reading.outward = false;
	if (status == STATUS_OK)
		status = each_of(&reading, "relationship", "to", NULL, take_link, error);
	if (status == STATUS_OK && out->link_count > 0)
		qsort(out->links, out->link_count, sizeof *out->links, compare_links);
	return status;
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
