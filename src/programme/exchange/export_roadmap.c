/* SPDX-License-Identifier: MIT */
/*
 * The roadmap document: phases with what lies in them, what stands beside them, what is computed,
 * and what that follows from. Must not decide who sees a field: the lists do.
 */
#include <string.h>

#include "export_document.h"
#include "programme/results/columns.h"
#include "rollout/model/setting.h"

/* Whether the document holds the reference: a person whom only what is left out names stays out. */
static bool
is_in_roadmap(const struct record_source *source, const struct referrer *referrer)
{
	const struct type *type = referrer->type;

	return type->roadmap != ROADMAP_LEAVES_OUT &&
	       (type->roadmap != ROADMAP_GROUNDS || source->audience == AUDIENCE_LEAD) &&
	       type_field_is_for(type, (size_t)referrer->field, source->audience);
}

/* Somebody to whom the roadmap refers, not how they are seen; and who coaches, because waves are as
 * large as coaches can carry. */
struct person {
	const char *identifier, *name;
	const char *kind; /* NULL: a person */
	const char *group; /* NULL: of no interest here */
	bool active;
};

static enum status
each_person(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	struct record_source *source = ((const struct export_document *)whole)->source;
	struct rows rows = rows_open(source->rows.programme, NULL, error);
	struct id_set set = { 0 };
	struct record record;

	(void)list;
	record_source_find_people(source, is_in_roadmap, &set);
	rows_of(&rows, "stakeholder", NULL);
	while (rows_next(&rows, &record)) {
		const char *kind = record_text(&record, "kind");
		bool coach =
			source->audience != AUDIENCE_TEAM && record_is(&record, "group", "coach");
		const struct person person = {
			.identifier = record_source_identify(source, record.type, record.id),
			.name = record_text(&record, "name"),
			.kind = kind && strcmp(kind, "person") != 0 ? kind : NULL,
			.group = coach ? "coach" : NULL,
			.active = record_flag(&record, "active", true),
		};

		if (coach || id_set_has(&set, record.id))
			rows.status = row(context, &person, error);
	}
	id_set_clear(&set);
	if (rows.status == STATUS_OK)
		rows.status = source->rows.status;
	return rows_close(&rows);
}

static bool
has_left(const void *row)
{
	return !((const struct person *)row)->active;
}

/* Those of the roadmap's own rules; what concerns people's attitudes stays in the register, and
 * what follows from the diagnosis with its answers. */
static enum status
each_finding(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	struct programme *programme =
		((const struct export_document *)whole)->source->rows.programme;
	struct rows rows = rows_open(programme, NULL, error);
	struct finding finding;
	const struct rule *rules;
	size_t count = 0;

	(void)list;
	if (rows.status == STATUS_OK)
		rows.status = rulebook_list(programme->store, &rules, &count, error);
	for (size_t i = 0; i < count; i++) {
		if (rules[i].about == ABOUT_ROADMAP)
			rows_check(&rows, rules[i].id);
		while (rows_next_finding(&rows, &finding))
			rows.status = row(context, &finding, error);
	}
	return rows_close(&rows);
}

/* clang-format off */

static const struct result_column person_columns[] = {
	{ "id", COLUMN_ID, "The person's id.", AT(struct person, identifier),
		.audience = AUDIENCE_TEAM },
	{ "name", COLUMN_TEXT, "The person's name.", AT(struct person, name),
		.audience = AUDIENCE_TEAM },
	{ "kind", COLUMN_TEXT, "Left out for a person.", AT(struct person, kind),
		.audience = AUDIENCE_TEAM, .optional = true },
	{ "group", COLUMN_TEXT, "Whether they coach.", AT(struct person, group),
		.audience = AUDIENCE_LEADERSHIP, .optional = true },
	{ "active", COLUMN_BOOLEAN, "Left out for who is here.", AT(struct person, active),
		.present = has_left, .audience = AUDIENCE_TEAM, .optional = true },
	{ 0 },
};

static const struct result_column programme_column = { "programme", COLUMN_OBJECT,
	"The programme itself.", BEHIND(struct export_document, programme),
	.audience = AUDIENCE_TEAM, .optional = true };

static const struct result_column people_column = { "people", COLUMN_LIST,
	"To whom the roadmap refers.", EACH(each_person, struct person),
	.columns = person_columns, .one_line = true, .audience = AUDIENCE_TEAM };

static const struct result_column confidence_column = { "confidence", COLUMN_LIST,
	"The programme first, then phases, then workstreams.",
	ROWS(struct export_document, confidence.scopes, confidence.count),
	.columns = scope_columns, .audience = AUDIENCE_TEAM };

static const struct result_column findings_column = { "findings", COLUMN_LIST,
	"Of the roadmap's own rules.", EACH(each_finding, struct finding),
	.columns = finding_columns, .audience = AUDIENCE_TEAM };

/* clang-format on */

/* Every new file knows the defaults. */
static bool
is_own_setting(struct record_source *source, const struct record *record)
{
	const struct value *key = &record->values[0], *value = record_get(record, "value");
	const struct setting *setting = key->kind == VALUE_TEXT ? setting_find(key->text) : NULL;

	(void)source;
	return !setting || strcmp(setting->value, value->text) != 0;
}

static bool
is_waiver_of_roadmap(struct record_source *source, const struct record *record)
{
	const struct rule *rule = record_source_rule_of(source, record);

	return rule && (rule->about == ABOUT_ROADMAP || rule->about == ABOUT_READINESS);
}

/* Of these types not every record belongs to the roadmap. */
static const struct {
	const char *type;
	bool (*chooses)(struct record_source *source, const struct record *record);
} choices[] = {
	{ "setting", is_own_setting },
	{ "waiver", is_waiver_of_roadmap },
};

/* What the roadmap lists beside its phases; for the lead, also what its waves, findings and
 * confidence follow from: a roadmap that was imported says what it said before. */
static void
add_lists(struct export_document *document, enum roadmap_part part, enum audience audience)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		const struct query query = { .type = types[i] };
		struct record_list *list;

		if (types[i]->roadmap != part || !type_is_for(types[i], document->source->audience))
			continue;
		list = export_add_list(document, types[i]->plural, &query, false);
		for (size_t k = 0; k < sizeof choices / sizeof *choices; k++)
			if (strcmp(choices[k].type, types[i]->name) == 0)
				list->chooses = choices[k].chooses;
		if (audience < types[i]->audience)
			document->columns[document->column_count - 1].audience = audience;
	}
}

void
export_describe_roadmap(struct export_document *document)
{
	struct record_source *source = document->source;
	const struct query programme = query_of("programme"), phases = query_of("phase");
	struct query unphased = query_of("milestone");
	struct result_column column = programme_column;

	source->computed = true;
	query_where(&unphased, "phase", value_none());
	column.columns = record_list_new(source, &programme, NULL, 0, false)->columns;
	export_add_column(document, column);
	export_add_column(document, people_column);
	export_add_list(document, "phases", &phases, true);
	export_add_list(document, "unphased", &unphased, true);
	add_lists(document, ROADMAP_LISTS, AUDIENCE_TEAM);
	add_lists(document, ROADMAP_GROUNDS, AUDIENCE_LEAD);
	export_add_column(document, confidence_column);
	export_add_column(document, findings_column);
}

void
export_read_roadmap(struct export_document *document)
{
	struct record_source *source = document->source;
	struct rows *rows = &source->rows;
	const struct query query = query_of("programme");
	const struct record_list *list = record_list_new(source, &query, NULL, 0, false);
	struct record record;

	rows_read(rows, &query);
	while (rows_next(rows, &record))
		document->programme = record_row_new(list, &record);
	if (rows->status == STATUS_OK)
		rows->status =
			milestone_now_read(rows->programme, &document->schedule, rows->error);
	if (rows->status == STATUS_OK)
		rows->status = programme_sequence(
			rows->programme, &source->arena, &document->sequence, rows->error);
	if (rows->status == STATUS_OK)
		rows->status = programme_confidence(
			rows->programme, &source->arena, &document->confidence, rows->error);
	source->schedule = document->schedule;
	source->sequence = &document->sequence;
}

void
export_clear_roadmap(struct export_document *document)
{
	milestone_now_release(document->schedule);
}
