/* SPDX-License-Identifier: MIT */
/*
 * Plans of programmes that chance has made up (readiness, teams, people, dates, holidays): what
 * must hold of every one of them, whatever the facts. PLANS in the environment says how many; each
 * has a number, which a failure names and FIRST begins with.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "programme/document/document.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/plan.h"
#include "support.h"

enum { TODAY = 20773, PEOPLE_MOST = 24, RULES = 11, PLANS = 24 / SUPPORT_FEWER, ALL = 2000 };

/* The question that each finding goes by. */
static const char *const questions[RULES + 1] = { NULL, "shared-motive", "manager-capacity",
	"measurement", "planning-discipline", "cross-functional-trust", "psychological-safety",
	"tolerance-of-challenge", "coaching", "playbooks", "handoffs", "expected-resistance" };
/* What each puts on the roadmap. */
static const char *const milestones[RULES + 1] = { NULL, "leadership-calibration", "simple-cycle",
	"baseline-measures", "review-rhythm", "willing-unit", "appraisal-rule", "priority-limit",
	"coach-training", "playbook", "raci-complete", "resistance-heard" };

struct made_up {
	struct programme *programme;
	struct arena arena;
	uint64_t chance;
	int number;
	bool complete; /* nobody is missing whom the plan needs */
	int people, teams, functions;
	int scores[RULES + 1];
};

static void
demand(const struct made_up *made, bool holds, const char *what, const struct error *error)
{
	if (!holds)
		fail_msg("programme %d (FIRST=%d PLANS=1): %s%s%s", made->number, made->number,
			what, error && *error->message ? ": " : "", error ? error->message : "");
}

static void
add(struct made_up *made, const char *type, const struct field_text *texts, size_t count)
{
	struct field_text given[12];
	struct error error = { 0 };
	size_t kept = 0;
	int64_t id;

	for (size_t i = 0; i < count; i++)
		if (texts[i].text) {
			given[kept] = texts[i];
			given[kept++].length = strlen(texts[i].text);
		}
	demand(made,
		programme_add(made->programme, type_find(type), given, kept, &id, &error) ==
			STATUS_OK,
		type, &error);
}

static const char *
word(struct made_up *made, const char *stem, int number)
{
	return arena_format(&made->arena, "%s%d", stem, number);
}

static const char *
person(struct made_up *made)
{
	return word(made, "p", support_below(&made->chance, made->people));
}

/* One of them, or, where facts may be missing, none. */
static const char *
some(struct made_up *made, const char *text)
{
	return made->complete || support_below(&made->chance, 3) > 0 ? text : NULL;
}

static void
add_people(struct made_up *made)
{
	static const char *const groups[] = { "executive_sponsor", "strategy_owner",
		"functional_lead", "coach", "end_user", "enabling_function" };
	static const char *const attitudes[] = { "active", "passive", "mixed", "resistant" };

	for (int i = 0; i < made->people; i++)
		add(made, "stakeholder",
			(struct field_text[]){ { "key", word(made, "p", i), 0 },
				{ "name", word(made, "Person ", i), 0 },
				{ "group", groups[i % 6], 0 },
				{ "influence", word(made, "", 1 + support_below(&made->chance, 5)),
					0 },
				{ "attitude", attitudes[support_below(&made->chance, 4)], 0 } },
			5);
	for (int i = 0; i < made->functions; i++)
		add(made, "function",
			(struct field_text[]){ { "key", word(made, "f", i), 0 },
				{ "name", word(made, "Function ", i), 0 },
				{ "lead", some(made, person(made)), 0 } },
			3);
}

static void
add_teams(struct made_up *made)
{
	static const char *const levels[] = { "low", "high" };
	static const char *const stances[] = { "willing", "neutral", "resistant" };

	for (int i = 0; i < made->teams; i++)
		add(made, "team",
			(struct field_text[]){ { "key", word(made, "t", i), 0 },
				{ "name", word(made, "Team ", i), 0 },
				{ "function",
					made->functions ? word(made, "f", i % made->functions)
							: NULL,
					0 },
				{ "leader", some(made, person(made)), 0 },
				{ "coach", some(made, person(made)), 0 },
				{ "capability", levels[support_below(&made->chance, 2)], 0 },
				{ "complexity", levels[support_below(&made->chance, 2)], 0 },
				{ "stance", stances[support_below(&made->chance, 3)], 0 },
				{ "cross_functional",
					support_below(&made->chance, 2) ? "yes" : "no", 0 } },
			9);
}

static const char *
day_text(struct made_up *made, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	return arena_format(&made->arena, "%s", text);
}

static void
add_holidays(struct made_up *made)
{
	int count = support_below(&made->chance, 30);

	for (int i = 0; i < count; i++)
		add(made, "holiday",
			(struct field_text[]){ { "on",
				day_text(made, TODAY + 13 * i + support_below(&made->chance, 13)),
				0 } },
			1);
}

static bool
is_there(struct made_up *made, const char *type, const char *key)
{
	struct error error = { 0 };
	int64_t id = 0;

	return store_find_key(made->programme->store, type_find(type), key, strlen(key), &id,
		       &error) == STATUS_OK &&
	       id != 0;
}

static void
set(struct made_up *made, const char *type, const char *key, const char *field, const char *text)
{
	const struct field_text given = { field, text, strlen(text) };
	struct error error = { 0 };
	int64_t id = 0;
	bool changed;
	enum status status =
		programme_resolve(made->programme, type_find(type), key, strlen(key), &id, &error);

	if (status == STATUS_OK)
		status = programme_set(
			made->programme, type_find(type), id, &given, 1, NULL, &changed, &error);
	demand(made, status == STATUS_OK, field, &error);
}

/* The one answer there is to the question. */
static void
answer(struct made_up *made, const char *question, int score)
{
	const char *key = arena_format(&made->arena, "r-%s", question);

	if (is_there(made, "response", key)) {
		set(made, "response", key, "score", word(made, "", score));
		return;
	}
	add(made, "response",
		(struct field_text[]){ { "key", key, 0 }, { "question", question, 0 },
			{ "respondent", "p0", 0 }, { "score", word(made, "", score), 0 },
			{ "on", day_text(made, TODAY), 0 } },
		5);
}

static void
add_answers(struct made_up *made)
{
	for (int rule = 1; rule <= RULES; rule++) {
		made->scores[rule] = 1 + support_below(&made->chance, 5);
		answer(made, questions[rule], made->scores[rule]);
	}
	answer(made, "success-definition", 5);
	answer(made, "sponsorship", 5);
}

static void
name_heads(struct made_up *made)
{
	if (some(made, ""))
		set(made, "programme", "Made up", "sponsor", "p0");
	if (some(made, ""))
		set(made, "programme", "Made up", "lead",
			word(made, "p", made->people > 1 ? 1 : 0));
	if (some(made, ""))
		set(made, "accountability", "enablement-lead", "owner",
			word(made, "p", made->people > 2 ? 2 : 0));
}

static void
make_up(struct made_up *made, const char *path)
{
	static const int weeks[] = { 13, 13, 13, 6, 26, 2 };
	const struct programme_options options = { .who = "test", .today = TODAY };
	day starts = TODAY + support_below(&made->chance, 120) - 60;
	day launches = starts + support_below(&made->chance, 200);
	bool asked = support_below(&made->chance, 4) > 0;
	struct error error = { 0 };

	made->complete = support_below(&made->chance, 2) == 0;
	made->people = made->complete ? 12 + support_below(&made->chance, 12)
				      : 1 + support_below(&made->chance, PEOPLE_MOST);
	made->functions = made->complete ? 1 + support_below(&made->chance, 4)
					 : support_below(&made->chance, 4);
	made->teams = support_below(&made->chance, made->complete ? 14 : 24);
	demand(made,
		programme_create(path,
			&(struct new_programme){ .name = "Made up",
				.starts_on = starts,
				.launches_on = asked ? &launches : NULL,
				.templates = true },
			&options, &made->programme, &error) == STATUS_OK,
		"new", &error);
	set(made, "programme", "Made up", "cycle_weeks",
		word(made, "", weeks[support_below(&made->chance, 6)]));
	add_people(made);
	add_teams(made);
	add_holidays(made);
	name_heads(made);
	add_answers(made);
}

static struct plan_report
plan(struct made_up *made, bool write)
{
	const struct plan_options options = { .write = write };
	struct plan_report report;
	struct error error = { 0 };

	demand(made,
		programme_plan(made->programme, &options, &made->arena, &report, &error) ==
			STATUS_OK,
		"plan", &error);
	return report;
}

static void
undo(struct made_up *made)
{
	struct step *steps;
	struct error error = { 0 };

	demand(made, programme_undo(made->programme, 1, &made->arena, &steps, &error) == STATUS_OK,
		"undo", &error);
}

/* Removing a cause moves the end earlier or leaves it, adding one never moves it earlier. A third
 * of the findings is looked at in each programme. */
static void
check_binding(struct made_up *made, const struct plan_report *base)
{
	for (int rule = 1; rule <= RULES; rule++) {
		bool fires =
			rule == 1 || rule == 5 ? made->scores[rule] <= 2 : made->scores[rule] <= 3;
		struct plan_report other;

		if ((rule + made->number) % 3 != 0)
			continue;
		answer(made, questions[rule], fires ? 5 : 1);
		other = plan(made, false);
		if (fires ? other.launch > base->launch || other.ends_on > base->ends_on
			  : other.launch < base->launch || other.ends_on < base->ends_on)
			fail_msg("programme %d (FIRST=%d PLANS=1): F%d %s moves the launch by %d "
				 "and "
				 "the end by %d days",
				made->number, made->number, rule, fires ? "gone" : "added",
				other.launch - base->launch, other.ends_on - base->ends_on);
		undo(made);
	}
}

static void
check_consequences(struct made_up *made)
{
	for (int rule = 1; rule <= RULES; rule++) {
		bool fires =
			rule == 1 || rule == 5 ? made->scores[rule] <= 2 : made->scores[rule] <= 3;

		demand(made, is_there(made, "milestone", milestones[rule]) == fires,
			milestones[rule], NULL);
	}
}

/* Whether a rule of severity error finds something, or another one about the roadmap where all that
 * it needs is known. */
static void
check_rules(struct made_up *made, const struct plan_report *report)
{
	struct finding *findings;
	struct error error = { 0 };
	size_t count, waived;
	bool crowded = strstr(report->note, "more at once") != NULL;

	demand(made,
		programme_check(made->programme, NULL, &made->arena, &findings, &count, &waived,
			&error) == STATUS_OK,
		"check", &error);
	for (size_t i = 0; i < count; i++) {
		const char *rule = findings[i].rule->id;
		bool people = strcmp(rule, "O1") == 0 || strcmp(rule, "M3") == 0;

		if (!strchr("MPO", rule[0]) || (people && !made->complete) ||
			(strcmp(rule, "O2") == 0 && crowded))
			continue;
		fail_msg("programme %d (FIRST=%d PLANS=1): %s %s: %s", made->number, made->number,
			rule, findings[i].name ? findings[i].name : findings[i].subject,
			findings[i].message);
	}
	demand(made, !made->complete || strstr(report->note, "without an owner") == NULL,
		report->note, NULL);
}

static void
check_days(struct made_up *made, const char *type, const char *field)
{
	struct error error = { 0 };
	struct rows rows = rows_open(made->programme, NULL, &error);
	struct record record;

	rows_of(&rows, type, NULL);
	while (rows_next(&rows, &record)) {
		day on = record_date(&record, field);

		if (on != NO_DAY && on < TODAY)
			fail_msg("programme %d (FIRST=%d PLANS=1): %s %s of %s is past",
				made->number, made->number, type, field,
				record_text(&record, "key"));
	}
	demand(made, rows_close(&rows) == STATUS_OK, type, &error);
}

/* Nothing before today, some chain is critical, and nobody has more at once than O2 allows. */
static void
check_schedule(struct made_up *made, const struct plan_report *report)
{
	const struct schedule *schedule;
	struct error error = { 0 };
	bool critical = false, crowded = strstr(report->note, "more at once") != NULL;

	demand(made, milestone_now_read(made->programme, &schedule, &error) == STATUS_OK,
		"schedule", &error);
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		int beside = 0;

		critical = critical || item->dates.critical;
		demand(made, item->dates.expected >= TODAY, item->identifier, NULL);
		demand(made, item->dates.work_days > 0, item->identifier, NULL);
		for (size_t j = 0; j < schedule->count; j++)
			beside +=
				schedule->milestones[j].owner == item->owner &&
				schedule->milestones[j].dates.expected >= item->dates.expected &&
				schedule->milestones[j].dates.expected <= item->dates.expected + 14;
		demand(made, beside <= 4 || crowded || item->owner == 0, item->identifier, NULL);
	}
	demand(made, critical, "no critical chain", NULL);
	demand(made, schedule->ends_on == report->ends_on, "the plan says another end", NULL);
	milestone_now_release(schedule);
	check_days(made, "engagement", "due_on");
	check_days(made, "capability", "due_on");
}

static void
check_one(int number, const char *path)
{
	struct made_up made = { .number = number, .chance = (uint64_t)number * 7919 + 1 };
	struct buffer before = { 0 }, planned = { 0 }, after = { 0 };
	struct plan_report report, again;

	for (int i = 0; i < 8; i++)
		(void)support_random(&made.chance);
	make_up(&made, path);
	report = plan(&made, false);
	check_binding(&made, &report);
	support_dump(made.programme->store, &before);
	report = plan(&made, true);
	check_consequences(&made);
	check_rules(&made, &report);
	check_schedule(&made, &report);
	support_dump(made.programme->store, &planned);
	again = plan(&made, true);
	for (size_t i = 0; i < again.count; i++)
		if (again.lines[i].action != PLAN_KEEP)
			fail_msg("programme %d (FIRST=%d PLANS=1): a second plan would %s %s (%s)",
				number, number, plan_action_name(again.lines[i].action),
				again.lines[i].identifier, again.lines[i].detail);
	support_dump(made.programme->store, &after);
	assert_string_equal(buffer_text(&planned), buffer_text(&after));
	undo(&made);
	buffer_reset(&after);
	support_dump(made.programme->store, &after);
	assert_string_equal(buffer_text(&before), buffer_text(&after));
	programme_close(made.programme);
	unlink(path);
	arena_clear(&made.arena);
	buffer_clear(&before);
	buffer_clear(&planned);
	buffer_clear(&after);
}

static int
number_of(const char *name, int usual)
{
	const char *text = getenv(name);

	return text && *text ? atoi(text) : usual;
}

static void
a_plan_holds_whatever_the_facts(void **state)
{
	char folder[SUPPORT_PATH], path[SUPPORT_PATH];
	bool all = number_of("ROLLOUT_TEST_LONG", 0) != 0;
	int first = number_of("FIRST", 1), count = number_of("PLANS", all ? ALL : PLANS);

	(void)state;
	support_folder(folder);
	support_path(path, folder, "p.rollout");
	for (int i = first; i < first + count; i++)
		check_one(i, path);
	support_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plan_holds_whatever_the_facts),
	};

	return cmocka_run_group_tests_name("random plans", tests, NULL, NULL);
}
