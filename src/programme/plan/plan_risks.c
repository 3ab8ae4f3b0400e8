/* SPDX-License-Identifier: MIT */
/*
 * The risks of the first day (data/templates/risks.json): a programme without them gets them, and
 * each gets an owner who is not there yet. The risk that leaders drift is raised while F1 stands
 * and lowered again when it does not; what a person has judged since is left alone.
 */
#include <string.h>

#include "planning.h"
#include "programme/document/template.h"

static const char drift_key[] = "leadership-drift";
static const char drift_because[] = "F1: leaders who are not agreed drift apart under pressure";
static const char calm_because[] =
	"F1: as long as it is not found, the leaders' drift is as likely as anywhere";
static const char risk_because[] = "template: these four threaten every rollout from the first day";

static const char *
owner_of(const struct planning *planning, const char *key)
{
	const char *sponsor = plan_role(planning, DRAFT_SPONSOR);
	const char *enablement = plan_role(planning, DRAFT_ENABLEMENT);

	if (strcmp(key, drift_key) == 0 && sponsor)
		return sponsor;
	if (strcmp(key, "manager-inconsistency") == 0 && enablement)
		return enablement;
	return plan_role(planning, DRAFT_LEAD);
}

static const char *
worded(struct planning *planning, const struct record *record, const char *field)
{
	day date = record_date(record, field);

	if (record_get(record, field)->kind == VALUE_INTEGER)
		return arena_format(
			planning->arena, "%lld", (long long)record_number(record, field));
	return date == NO_DAY ? record_copy_text(record, field, planning->arena)
			      : plan_day(planning, plan_working_day(planning,
							   date + (planning->facts.starts_on -
									  TEMPLATES_COUNT_FROM)));
}

/* All of a risk that is not there. */
static void
describe(struct planning *planning, struct draft_item *item, const struct record *template)
{
	static const char *const fields[] = { "title", "impact", "early_sign", "response",
		"review_on" };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		plan_field(item, fields[i], worded(planning, template, fields[i]));
}

static void
judge(struct planning *planning, struct draft_item *item, const struct record *template, bool there)
{
	bool drifts = strcmp(item->key, drift_key) == 0;
	const char *likelihood = worded(planning, template, "likelihood");

	if (drifts && planning->facts.fires[1]) {
		plan_field(item, "because", drift_because);
		plan_field(item, "likelihood", "5");
		item->fields[item->field_count - 1].over_template = true;
	} else if (drifts || !there) {
		plan_field(item, "likelihood", likelihood);
		plan_field(item, "because", drifts && there ? "" : NULL);
	}
}

static const char *
reason(const struct planning *planning, bool drifts, bool there)
{
	if (drifts && planning->facts.fires[1])
		return drift_because;
	return drifts && there ? calm_because : risk_because;
}

void
plan_risks(struct planning *planning)
{
	struct template_reader template = template_open("risks", planning->rows.error);
	const struct record *record;
	enum status status;

	while (plan_goes_on(planning) && (record = template_next(&template)) != NULL) {
		const char *key = worded(planning, record, "key");
		struct draft_item item = { .type = "risk", .key = key };
		bool drifts = strcmp(key, drift_key) == 0;
		int64_t id = plan_find_key(planning, "risk", key);

		if (id == 0)
			describe(planning, &item, record);
		judge(planning, &item, record, id != 0);
		plan_field(&item, "owner", owner_of(planning, key));
		plan_put(planning, &item, id, id != 0, reason(planning, drifts, id != 0));
	}
	status = template_close(&template);
	if (plan_goes_on(planning))
		planning->rows.status = status;
}
