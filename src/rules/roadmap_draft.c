/* SPDX-License-Identifier: MIT */
/*
 * Puts the roadmap together: phases one behind the other, slices of equal length in them,
 * milestones by their anchors, what they wait for. Must not know what a file holds already.
 */
#include "rollout/rules/roadmap_draft.h"

#include <stdio.h>
#include <string.h>

#include "roadmap_draft_texts.h"
#include "rollout/base/text.h"

enum { WEEK = 7, REVIEW_DAYS = 14, SLICE_USUAL = 42, TITLE_SIZE = 256, DATE_MOST = 84005 };

struct drafting {
	const struct draft_facts *facts;
	struct arena *arena;
	struct roadmap_draft *draft;
	struct draft_span pilot, scale, embed;
};

static struct draft_item *
add_item(struct drafting *drafting, const char *type, const char *key, const char *rule)
{
	struct roadmap_draft *draft = drafting->draft;

	draft->items =
		arena_grow(drafting->arena, draft->items, draft->count, sizeof *draft->items);
	draft->items[draft->count] = (struct draft_item){ .type = type, .key = key, .rule = rule };
	return &draft->items[draft->count++];
}

static void
put(struct draft_item *item, const char *name, const char *text)
{
	if (text && item->field_count < DRAFT_FIELDS_MAX)
		item->fields[item->field_count++] =
			(struct draft_field){ .name = name, .text = text };
}

static const char *
text_of(const struct draft_item *item, const char *name)
{
	for (int i = 0; i < item->field_count; i++)
		if (strcmp(item->fields[i].name, name) == 0)
			return item->fields[i].text;
	return "";
}

static const char *
put_day(struct drafting *drafting, struct draft_item *item, const char *name, day date)
{
	char text[DATE_SIZE];
	const char *copy;

	date_format(date, text);
	copy = arena_copy(drafting->arena, text, DATE_SIZE - 1);
	put(item, name, copy);
	return copy;
}

/* As a person has set it, else so many days from there on. */
static bool
lay_phase(
	const struct draft_facts *facts, int index, day from, int64_t days, struct draft_span *out)
{
	if (facts->phases[index].from != NO_DAY) {
		*out = facts->phases[index];
		return true;
	}
	if (from + days > DATE_MOST)
		return false;
	*out = (struct draft_span){ from, from + (day)days - 1 };
	return true;
}

/* A phase that is laid out ends where the next one begins that a person has set, if it has room. */
static void
close_up(const struct draft_facts *facts, int index, struct draft_span *span)
{
	const struct draft_span *next = &facts->phases[index + 1];

	if (facts->phases[index].from == NO_DAY && next->from != NO_DAY &&
		next->from - span->from >= facts->slice_days_min)
		span->to = next->from - 1;
}

static bool
lay_out(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	int cycle = facts->cycle_weeks * WEEK, least = facts->slice_days_min;
	int64_t pilot = (int64_t)facts->launches_on - facts->starts_on + cycle + REVIEW_DAYS;
	int64_t scale = (int64_t)facts->waves * cycle, embed = cycle;

	pilot = pilot > least ? pilot : least;
	scale = scale > least ? scale : least;
	embed = embed > least ? embed : least;
	if (!lay_phase(facts, 0, facts->starts_on, pilot, &drafting->pilot))
		return false;
	close_up(facts, 0, &drafting->pilot);
	if (!lay_phase(facts, 1, drafting->pilot.to + 1, scale, &drafting->scale))
		return false;
	close_up(facts, 1, &drafting->scale);
	return lay_phase(facts, 2, drafting->scale.to + 1, embed, &drafting->embed);
}

static void
add_phase(struct drafting *drafting, const char *name, const char *question, struct draft_span span)
{
	struct draft_item *item = add_item(drafting, "phase", name, NULL);

	put(item, "name", name);
	put(item, "question", question);
	put_day(drafting, item, "starts_on", span.from);
	put_day(drafting, item, "ends_on", span.to);
}

/* Of about six weeks each, none shorter or longer than a slice may be. */
static void
add_slices(struct drafting *drafting, const char *phase, struct draft_span span)
{
	const struct draft_facts *facts = drafting->facts;
	int days = span.to - span.from + 1;
	int count = (days + SLICE_USUAL / 2) / SLICE_USUAL;

	count = count > 0 ? count : 1;
	while (days / count < facts->slice_days_min && count > 1)
		count--;
	while ((days + count - 1) / count > facts->slice_days_max)
		count++;
	for (int i = 0; i < count; i++) {
		struct draft_item *item = add_item(drafting, "slice",
			arena_format(drafting->arena, "%s-slice-%d", phase, i + 1), NULL);

		put(item, "name",
			arena_format(drafting->arena, "%c%s, part %d of %d", phase[0] - 'a' + 'A',
				phase + 1, i + 1, count));
		put(item, "phase", phase);
		put_day(drafting, item, "starts_on", span.from + (day)((int64_t)days * i / count));
		put_day(drafting, item, "ends_on",
			span.from + (day)((int64_t)days * (i + 1) / count) - 1);
	}
}

/* A weekday inside the span: the Friday before, or the Monday after where that would leave it. */
static day
on_weekday(day date, struct draft_span span)
{
	int past;

	date = date < span.from ? span.from : (date > span.to ? span.to : date);
	past = (int)date_weekday(date) - FRIDAY;
	if (past <= 0)
		return date;
	return date - past >= span.from ? date - past : date + (WEEK + MONDAY - FRIDAY - past);
}

static day
place(const struct drafting *drafting, const struct draft_milestone *text, struct draft_span span)
{
	const struct draft_facts *facts = drafting->facts;
	int lead = facts->launches_on - facts->starts_on;
	int rest = drafting->pilot.to - facts->launches_on;

	switch (text->anchor) {
	case ANCHOR_START: return on_weekday(facts->starts_on + lead * text->percent / 100, span);
	case ANCHOR_LAUNCH:
		return on_weekday(facts->launches_on + rest * text->percent / 100, span);
	case ANCHOR_PILOT_END:
	case ANCHOR_SCALE_END:
	case ANCHOR_EMBED_END: break;
	}
	return on_weekday(span.to, span);
}

static struct draft_span
span_of(const struct drafting *drafting, const char *phase)
{
	if (strcmp(phase, "pilot") == 0)
		return drafting->pilot;
	return strcmp(phase, "scale") == 0 ? drafting->scale : drafting->embed;
}

static const char *
owner_of(const struct draft_facts *facts, const struct draft_milestone *text)
{
	switch (text->owner) {
	case OWNER_SPONSOR: return facts->sponsor;
	case OWNER_ENABLEMENT: return facts->enablement ? facts->enablement : facts->lead;
	case OWNER_LEAD: break;
	}
	return facts->lead;
}

/* The numbers of a finding in its sentence. */
static const char *
fill_numbers(struct drafting *drafting, const struct draft_milestone *text)
{
	const struct draft_facts *facts = drafting->facts;

	if (text->rule == 6)
		return arena_format(drafting->arena,
			"Leaders keep key results out of appraisal for %d cycles and review their "
			"own "
			"misses first",
			facts->free_cycles);
	if (text->rule == 2)
		return arena_format(drafting->arena,
			"Pilot teams keep to %s and at most %d key results, with check-ins every "
			"%d weeks",
			text_quantity(drafting->arena, facts->objectives, "objective", NULL),
			facts->key_results, facts->check_in_weeks);
	return text->title;
}

/* NULL: the facts do not ask for it. */
static const struct draft_milestone *
find_drafted(const struct draft_facts *facts, const char *key)
{
	for (const struct draft_milestone *text = roadmap_draft_milestones; text->key; text++)
		if (strcmp(text->key, key) == 0)
			return text->rule == 0 || facts->fires[text->rule] ? text : NULL;
	return NULL;
}

static const char *
rule_name(struct drafting *drafting, const struct draft_milestone *text)
{
	return text->rule ? arena_format(drafting->arena, "F%d", text->rule) : NULL;
}

static void
add_criterion(struct drafting *drafting, const char *milestone, const char *rule, const char *phase,
	int number, const char *text)
{
	struct draft_item *item = add_item(drafting, "evidence",
		arena_format(drafting->arena, "%s-proof-%d", milestone, number), rule);

	item->phase = phase;
	put(item, "milestone", milestone);
	put(item, "criterion", text);
}

static void
add_dependency(struct drafting *drafting, const char *from, const char *to, const char *rule,
	const char *phase)
{
	struct draft_item *item = add_item(
		drafting, "dependency", arena_format(drafting->arena, "%s-to-%s", from, to), rule);

	item->phase = phase;
	put(item, "from", from);
	put(item, "to", to);
}

/* The slice in which a milestone of the phase falls due. */
static const char *
find_slice(const struct drafting *drafting, const char *phase, const char *on)
{
	const struct roadmap_draft *draft = drafting->draft;

	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *item = &draft->items[i];

		if (strcmp(item->type, "slice") == 0 &&
			strcmp(text_of(item, "phase"), phase) == 0 &&
			strcmp(text_of(item, "starts_on"), on) <= 0 &&
			strcmp(text_of(item, "ends_on"), on) >= 0)
			return item->key;
	}
	return NULL;
}

/* Days are promised once; what is expected moves along with the facts. */
static void
put_due(struct drafting *drafting, struct draft_item *item, const char *phase, day on)
{
	const char *text = put_day(drafting, item, "forecast_on", on);

	put(item, "slice", find_slice(drafting, phase, text));
	put(item, "baseline_on", text);
	item->fields[item->field_count - 1].once = true;
}

static void
add_milestone(struct drafting *drafting, const struct draft_milestone *text)
{
	const char *rule = rule_name(drafting, text);
	struct draft_item *item = add_item(drafting, "milestone", text->key, rule);
	struct draft_span span = span_of(drafting, text->phase);
	day on = place(drafting, text, span);

	item->phase = text->phase;
	put(item, "title", fill_numbers(drafting, text));
	put(item, "kind", text->kind);
	put(item, "workstream", text->workstream);
	put(item, "phase", text->phase);
	put(item, "owner", owner_of(drafting->facts, text));
	put_due(drafting, item, text->phase, on);
	put(item, "because",
		arena_format(drafting->arena, "%s: %s", rule ? rule : "template", text->because));
	for (int i = 0; i < 3 && text->criteria[i]; i++)
		add_criterion(drafting, text->key, rule, text->phase, i + 1, text->criteria[i]);
}

/* What waits for a finding's milestone waits because of that finding; else because of its own. */
static void
add_links(struct drafting *drafting, const struct draft_milestone *text)
{
	for (const char *const *after = text->after; *after; after++) {
		const struct draft_milestone *before = find_drafted(drafting->facts, *after);

		if (before)
			add_dependency(drafting, *after, text->key,
				rule_name(drafting, before->rule ? before : text), text->phase);
	}
}

/* Each wave proves itself within its cycle of the scale phase. */
static void
add_waves(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	int days = drafting->scale.to - drafting->scale.from + 1;

	for (int wave = 1; wave <= facts->waves; wave++) {
		const char *key = arena_format(drafting->arena, "wave-%d-check-ins", wave);
		struct draft_item *item = add_item(drafting, "milestone", key, NULL);
		day on = on_weekday(drafting->scale.from + (day)((int64_t)days * (4 * wave - 1) /
								   (4 * facts->waves)),
			drafting->scale);

		item->phase = "scale";
		put(item, "title",
			arena_format(drafting->arena,
				"Managers of wave %d draft team OKRs and run their own check-ins",
				wave));
		put(item, "kind", "adoption");
		put(item, "workstream", "training-enablement");
		put(item, "phase", "scale");
		put(item, "owner", facts->lead);
		put_due(drafting, item, "scale", on);
		put(item, "because", "template: every wave proves what the pilot proved");
		add_criterion(drafting, key, NULL, "scale", 1,
			"Each team of the wave has run four check-ins and changed one commitment");
		add_dependency(drafting, "pilot-gate", key, NULL, "scale");
		add_dependency(drafting, key, "scale-gate", NULL, "scale");
	}
}

bool
roadmap_draft_make(const struct draft_facts *facts, struct arena *arena, struct roadmap_draft *out)
{
	struct drafting drafting = { .facts = facts, .arena = arena, .draft = out };

	*out = (struct roadmap_draft){ 0 };
	if (!lay_out(&drafting))
		return false;
	add_phase(&drafting, "pilot",
		"Do a few teams decide differently, and do leaders act on it?", drafting.pilot);
	add_phase(&drafting, "scale", "Does it still work with more teams and less help?",
		drafting.scale);
	add_phase(&drafting, "embed", "Can the functions run it without the programme?",
		drafting.embed);
	add_slices(&drafting, "pilot", drafting.pilot);
	add_slices(&drafting, "scale", drafting.scale);
	add_slices(&drafting, "embed", drafting.embed);
	for (const struct draft_milestone *text = roadmap_draft_milestones; text->key; text++)
		if (text->rule == 0 || facts->fires[text->rule])
			add_milestone(&drafting, text);
	for (const struct draft_milestone *text = roadmap_draft_milestones; text->key; text++)
		if (text->rule == 0 || facts->fires[text->rule])
			add_links(&drafting, text);
	add_waves(&drafting);
	return true;
}
