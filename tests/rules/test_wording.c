/* SPDX-License-Identifier: MIT */
/*
 * Titles as people write them: the four of product.md, and those that a rule which only looked for
 * words would get wrong.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rollout/rules/wording.h"

struct expected {
	enum wording wording;
	const char *title;
};

/* clang-format off */
static const struct expected titles[] = {
	/* The four examples of the rule. */
	{ WORDING_ACTIVITY, "Manager training delivered" },
	{ WORDING_ACTIVITY, "Launch complete" },
	{ WORDING_FINE, "managers have drafted team OKRs and run their first check-in in the agreed format" },
	{ WORDING_FINE, "pilot teams have completed one cycle, escalated real dependencies, and leadership has reviewed delivery confidence" },
	/* Activity with nothing after it, in every dress. */
	{ WORDING_ACTIVITY, "LAUNCH COMPLETE" },
	{ WORDING_ACTIVITY, "Launch complete." },
	{ WORDING_ACTIVITY, "Launch complete on time" },
	{ WORDING_ACTIVITY, "Kick-off held" },
	{ WORDING_ACTIVITY, "Project kicked off" },
	{ WORDING_ACTIVITY, "Programme kicked-off" },
	{ WORDING_ACTIVITY, "OKR tool configured" },
	{ WORDING_ACTIVITY, "OKR tool rolled out" },
	{ WORDING_ACTIVITY, "Tool live" },
	{ WORDING_ACTIVITY, "Comms plan published" },
	{ WORDING_ACTIVITY, "Communication sent in March" },
	{ WORDING_ACTIVITY, "All managers trained" },
	{ WORDING_ACTIVITY, "Managers trained by 2027" },
	{ WORDING_ACTIVITY, "Team workshops completed" },
	{ WORDING_ACTIVITY, "Champions network launched" },
	{ WORDING_ACTIVITY, "Coaches trained successfully" },
	{ WORDING_ACTIVITY, "Templates delivered to plan" },
	{ WORDING_ACTIVITY, "Playbook finalised" },
	{ WORDING_ACTIVITY, "Executive briefing held" },
	{ WORDING_ACTIVITY, "Quarterly review held" },
	{ WORDING_ACTIVITY, "OKR draft sent" },
	{ WORDING_ACTIVITY, "Change plan published" },
	{ WORDING_ACTIVITY, "Steering committee established" },
	{ WORDING_ACTIVITY, "Pilot announced" },
	{ WORDING_ACTIVITY, "Leadership offsite done" },
	{ WORDING_ACTIVITY, "Team onboarding 100 complete" },
	{ WORDING_ACTIVITY, "Use cases documented" },
	{ WORDING_ACTIVITY, "Sign-off complete Q3" },
	{ WORDING_ACTIVITY, "Training deployed in week 12" },
	{ WORDING_ACTIVITY, "Leadership review held" },
	{ WORDING_ACTIVITY, "Operations reviews completed" },
	{ WORDING_ACTIVITY, "Training rolled out to all managers" },
	{ WORDING_ACTIVITY, "Managers are trained in the method" },
	/* Nothing that anybody does. */
	{ WORDING_NO_BEHAVIOUR, "Measurement baseline" },
	{ WORDING_NO_BEHAVIOUR, "OKR tool configuration" },
	{ WORDING_NO_BEHAVIOUR, "Leadership alignment" },
	{ WORDING_NO_BEHAVIOUR, "Manager enablement" },
	{ WORDING_NO_BEHAVIOUR, "Communication to teams" },
	{ WORDING_NO_BEHAVIOUR, "Team awareness of the new process" },
	{ WORDING_NO_BEHAVIOUR, "Quarterly business review" },
	{ WORDING_NO_BEHAVIOUR, "Review of team drafts" },
	{ WORDING_NO_BEHAVIOUR, "Use of the scorecard" },
	{ WORDING_NO_BEHAVIOUR, "First draft of the objectives" },
	{ WORDING_NO_BEHAVIOUR, "The weekly check-in" },
	{ WORDING_NO_BEHAVIOUR, "Governance framework" },
	{ WORDING_NO_BEHAVIOUR, "Launch" },
	{ WORDING_NO_BEHAVIOUR, "Phase 1" },
	{ WORDING_NO_BEHAVIOUR, "Executive commitment" },
	{ WORDING_NO_BEHAVIOUR, "Change management" },
	{ WORDING_NO_BEHAVIOUR, "Sponsor engagement for the pilot" },
	/* Behaviour, but nobody's. */
	{ WORDING_NO_ACTOR, "Use the agreed format" },
	{ WORDING_NO_ACTOR, "Draft the first objectives" },
	{ WORDING_NO_ACTOR, "Decide what stops this quarter" },
	{ WORDING_NO_ACTOR, "Run a check-in every week" },
	{ WORDING_NO_ACTOR, "Escalate dependencies within two days" },
	{ WORDING_NO_ACTOR, "Set one objective with three key results" },
	{ WORDING_NO_ACTOR, "Team OKR template agreed" },
	{ WORDING_NO_ACTOR, "Team OKRs drafted" },
	{ WORDING_NO_ACTOR, "OKRs are reviewed" },
	{ WORDING_NO_ACTOR, "Key results are reviewed every month" },
	{ WORDING_NO_ACTOR, "Two projects dropped" },
	{ WORDING_NO_ACTOR, "OKRs drafted by March" },
	/* Somebody does something. */
	{ WORDING_FINE, "Managers draft OKRs" },
	{ WORDING_FINE, "Managers drafted OKRs" },
	{ WORDING_FINE, "Managers are drafting OKRs in pairs" },
	{ WORDING_FINE, "Pilot leads escalate blockers within two days" },
	{ WORDING_FINE, "All teams use the scorecard in weekly reviews" },
	{ WORDING_FINE, "Sponsor dropped a priority because of a key result" },
	{ WORDING_FINE, "Sponsor drops one priority" },
	{ WORDING_FINE, "The board decides from the pilot's evidence" },
	{ WORDING_FINE, "Leaders decide on scale from pilot evidence" },
	{ WORDING_FINE, "HR and leaders set the rule that key results stay out of appraisal" },
	{ WORDING_FINE, "Executives agree why, what success means and what each of them stops" },
	{ WORDING_FINE, "Leadership review decides at least one trade-off in each of two meetings" },
	{ WORDING_FINE, "Pilot teams read their outcome measures from agreed sources each week" },
	{ WORDING_FINE, "Onboarding uses one count of completed installations" },
	{ WORDING_FINE, "Dispatch decides from one punctuality figure for four weeks" },
	{ WORDING_FINE, "Two coaches and one champion run a drafting session unaided" },
	{ WORDING_FINE, "Three resistant leads have named what they would lose and agree one trade" },
	{ WORDING_FINE, "Leadership changes one priority because of an OKR signal" },
	{ WORDING_FINE, "Two nurses run a drafting session in front of a coach" },
	{ WORDING_FINE, "Field Nursing West drafts one objective with its own bases and drops one report" },
	{ WORDING_FINE, "Western bases run six check-ins and escalate what they cannot settle" },
	{ WORDING_FINE, "Budget round uses the dates and decisions of the cycle" },
	{ WORDING_FINE, "OKRs drafted by managers" },
	{ WORDING_FINE, "Key results reviewed monthly by the leadership team" },
	{ WORDING_FINE, "Comms plan published and acted on by team leads" },
	{ WORDING_FINE, "Teams can run a check-in without a coach" },
	{ WORDING_FINE, "Managers have already changed two agendas" },
	{ WORDING_FINE, "Each executive has stopped one project" },
	{ WORDING_FINE, "People challenge objectives in the open" },
	{ WORDING_FINE, "CFO applies the same measures in the budget" },
	{ WORDING_FINE, "Every team's owner reports the key result weekly" },
	{ WORDING_FINE, "Training delivered, and managers run their own check-ins" },
	{ WORDING_FINE, "Sales and Product settle their dependencies in one meeting" },
	{ WORDING_FINE, "Coaches no longer attend; teams run the reviews themselves" },
	/* What we cannot judge passes. */
	{ WORDING_FINE, "" },
	{ WORDING_FINE, "!!!" },
	{ WORDING_FINE, "Führungskräfte entwerfen ihre Ziele" },
	{ WORDING_FINE, "\u9818\u5c0e\u8005" },
};
/* clang-format on */

static void
test_titles(void **state)
{
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
		enum wording found = wording_judge(titles[i].title, strlen(titles[i].title));

		if (found == titles[i].wording)
			continue;
		print_message("\"%s\": %s, expected %s\n", titles[i].title,
			found ? wording_name(found) : "fine",
			titles[i].wording ? wording_name(titles[i].wording) : "fine");
		failures++;
	}
	assert_int_equal(failures, 0);
}

static void
test_words_suggest_a_kind(void **state)
{
	static const char *const training[] = { "Managers are trained",
		"Manager training delivered", "TRAINING of the launch teams",
		"Upskilling of coaches", "After the launch leads are trained" };
	static const char *const launch[] = { "Pilot launch", "Launched in three units",
		"Kick-off held", "Programme kicked off", "The kickoff takes place" };
	static const char *const neither[] = { "Leaders agree before the launch",
		"Teams constrain their work", "Review held after launch", "Kick the ball",
		"Managers decide by launch what stops", "" };

	(void)state;
	for (size_t i = 0; i < sizeof training / sizeof *training; i++)
		assert_string_equal(
			wording_suggest_kind(training[i], strlen(training[i])), "training");
	for (size_t i = 0; i < sizeof launch / sizeof *launch; i++)
		assert_string_equal(wording_suggest_kind(launch[i], strlen(launch[i])), "launch");
	for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
		assert_null(wording_suggest_kind(neither[i], strlen(neither[i])));
}

static void
test_a_criterion_mends_the_title(void **state)
{
	(void)state;
	assert_int_equal(wording_judge_milestone("Launch complete", NULL), WORDING_ACTIVITY);
	assert_int_equal(
		wording_judge_milestone("Launch complete", "Slides sent"), WORDING_ACTIVITY);
	assert_int_equal(
		wording_judge_milestone("Launch complete", "Slides sent\nTeams use the template"),
		WORDING_FINE);
	assert_int_equal(
		wording_judge_milestone("Launch complete", "Teams use the template\nSlides sent"),
		WORDING_FINE);
	assert_int_equal(wording_judge_milestone("Launch complete", "\n\n"), WORDING_ACTIVITY);
}

static void
test_any_bytes_end(void **state)
{
	char text[400];

	(void)state;
	for (unsigned seed = 0; seed < 3000; seed++) {
		unsigned number = seed * 2654435761U + 1;
		size_t length = seed % sizeof text;

		for (size_t i = 0; i < length; i++) {
			number = number * 1103515245U + 12345U;
			text[i] = (char)(number >> 16);
		}
		wording_judge(text, length);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_words_suggest_a_kind),
		cmocka_unit_test(test_a_criterion_mends_the_title),
		cmocka_unit_test(test_any_bytes_end),
	};

	return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
