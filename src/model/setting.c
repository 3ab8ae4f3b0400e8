/* SPDX-License-Identifier: MIT */
/*
 * The built-in value of every number that product.md gives, in its order. Must not read the
 * programme file: whoever opens it puts the values found there before these. Keys stand in
 * rules and in files: one may be added, none renamed.
 */
#include "rollout/model/setting.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */

static const struct setting settings[] = {
	{ "readiness_red_mean", "Red readiness mean", "2", "points", 1, 5,
	  "A question whose mean is this or lower is red." },
	{ "readiness_amber_mean", "Amber readiness mean", "3", "points", 1, 5,
	  "A question above red whose mean is this or lower is amber." },
	{ "not_known_amber_percent", "Not known, amber", "25", "percent", 0, 100,
	  "An area with a larger share of \"not known\" answers is amber." },
	{ "answered_min_percent", "Answers needed", "67", "percent", 0, 100,
	  "An area with a smaller share of its questions answered is unknown: two thirds. The "
	  "share is rounded to a whole percent, so that two of three suffice." },
	{ "spread_misaligned", "Spread that misaligns", "2", "points", 1, 4,
	  "Answers to one question that lie this far apart are misaligned." },
	{ "evidence_stale_days", "Stale evidence", "90", "days", 0, 3660,
	  "Readiness evidence older than this is shown as stale." },
	{ "simple_objectives_max", "Objectives in a simple cycle", "1", "objectives", 0, 1000,
	  "What a team takes on at most where managers lack time (F2)." },
	{ "simple_key_results_max", "Key results in a simple cycle", "3", "key results", 0, 1000,
	  "What a team takes on at most where managers lack time (F2)." },
	{ "simple_check_in_weeks", "Check-ins in a simple cycle", "2", "weeks", 1, 13,
	  "How far check-ins are apart where managers lack time (F2)." },
	{ "simple_capacity_percent", "Wave size in a simple cycle", "50", "percent", 0, 100,
	  "The share of a wave's capacity that is used where managers lack time (F2)." },
	{ "appraisal_free_cycles", "Cycles without appraisal", "2", "cycles", 0, 1000,
	  "How long key results stay out of appraisal where people do not feel safe (F6)." },
	{ "wave_teams", "Teams in a wave", "6", "teams", 1, 1000,
	  "What a wave takes on where coaching is no bottleneck (F8 says when it is)." },
	{ "launch_weeks", "Weeks of a launch", "2", "weeks", 0, 104,
	  "How long a wave is launching before its first cycle is what matters." },
	{ "coach_capacity_teams", "Teams a coach can carry", "3", "teams", 1, 100,
	  "Coaches times this is the capacity of a wave (F8)." },
	{ "slice_days_min", "Shortest slice", "14", "days", 1, 366,
	  "A shorter slice has nothing to show at its end (P1)." },
	{ "slice_days_max", "Longest slice", "61", "days", 1, 366,
	  "A longer slice hides trouble (P1); an item this long without news is stalled (M7)." },
	{ "open_milestones_per_person", "Open milestones a person", "4", "milestones", 0, 1000,
	  "More of these falling due together is too much for one owner (O2)." },
	{ "due_window_days", "Due together", "14", "days", 0, 3660,
	  "The days ahead in which milestones count as due together (O2)." },
	{ "pilot_lessons_min", "Lessons before scaling", "1", "lessons", 0, 1000,
	  "Applied design changes without which the pilot was a rehearsal (P2)." },
	{ "pilot_teams_min", "Fewest pilot teams", "1", "teams", 1, 100,
	  "Wave 0 has at least this many teams." },
	{ "pilot_teams_max", "Most pilot teams", "3", "teams", 1, 100,
	  "Wave 0 has at most this many teams." },
	{ "slide_rate_percent", "Sliding day for day", "80", "percent", 1, 1000,
	  "A forecast that moves this share of the time that passed is sliding." },
	{ "slide_reports", "Reports that show a slide", "2", "reports", 2, 100,
	  "The last reports over which a slide is measured." },
	{ "accelerating_slips", "Slips that accelerate", "3", "slips", 2, 100,
	  "This many slips in a row, each longer than the last, accelerate." },
	{ "late_surprise_days", "Late surprise", "5", "days", 0, 3660,
	  "A first move of more than this is a surprise when it comes late." },
	{ "late_surprise_within_days", "Late for a surprise", "14", "days", 0, 3660,
	  "With fewer days than this to go, a first move comes late." },
	{ "frozen_reviews", "Frozen forecast", "3", "reviews", 1, 100,
	  "Untouched for this many reviews while what it waits for moved, a forecast is frozen." },
	{ "forecast_middle_percent", "Middle forecast", "50", "percent", 1, 99,
	  "The share of simulated ends that lie on or before the middle date (P50)." },
	{ "forecast_safe_percent", "Safe forecast", "80", "percent", 1, 99,
	  "The share of simulated ends that lie on or before the safe date (P80)." },
	{ "forecast_runs", "Simulated courses", "2000", "runs", 100, 100000,
	  "How often the rest of the roadmap is simulated." },
	{ "forecast_seed", "Seed of the simulation", "1", "number", 0, 999999999,
	  "The same seed draws the same courses." },
	{ "forecast_history_min", "Slips that say something", "7", "milestones", 0, 1000,
	  "From so many settled milestones on, lateness is drawn from the programme's own slips." },
	{ "forecast_shared_percent", "Shared lateness", "50", "percent", 0, 100,
	  "The share of a milestone's lateness that all milestones have in common." },
	{ "forecast_gap_days", "Forecasts apart", "28", "days", 0, 3660,
	  "Inside and outside view further apart than this are a finding (P6)." },
	{ "influence_high", "High influence", "4", "points", 1, 5,
	  "From here on somebody's reluctance needs an answer (S3)." },
	{ "cadence_default_days", "Cadence not agreed", "28", "days", 1, 3660,
	  "How far ahead an action counts where no cadence is agreed (S3)." },
	{ "status_stale_days", "Stale status", "90", "days", 0, 3660,
	  "A status not confirmed for longer makes the register an archive (S5)." },
	{ "relationships_per_owner", "Relationships an owner can keep", "7", "people", 0, 1000,
	  "More than this and none is looked after (S6)." },
	{ "route_links_max", "Longest route", "3", "links", 1, 6,
	  "How many links a route to a person may have." },
	{ "raci_consulted_share_percent", "Consulted roles", "50", "percent", 0, 100,
	  "More C than this on a row is consultation for show (R3)." },
	{ "raci_coach_share_percent", "Load of the coach", "50", "percent", 0, 100,
	  "R on more rows than this overloads the coach (R4)." },
	{ "raci_role_share_percent", "Load of a role", "60", "percent", 0, 100,
	  "R or A on more rows than this overloads any other role (R4)." },
	{ "raci_rows_max", "Rows of the RACI", "7", "rows", 0, 1000,
	  "With more, it is no longer about the few decisions that matter (R6)." },
	{ "raci_accountable_rows_max", "Rows one person answers for", "3", "rows", 0, 1000,
	  "A person who is A on more is a bottleneck (R7)." },
	{ "decision_sla_days", "Decision SLA", "5", "working days", 0, 366,
	  "A decision that takes longer is late (R7, G2, V3)." },
	{ "window_days", "Window of the measures", "28", "days", 7, 366,
	  "The stretch each measure covers and is compared with the one before." },
	{ "windows_shown", "Windows drawn", "8", "windows", 2, 104,
	  "How many windows a sparkline shows." },
	{ "suppress_below", "Answers that protect", "5", "answers", 2, 1000,
	  "A cut of the pulse with fewer answers is not shown, nor is the rest beside it." },
	{ "absences_in_a_row", "Absences in a row", "2", "meetings", 1, 100,
	  "Staying away this often without word or delegate raises G1." },
	{ "participation_low_percent", "Aim of participation", "75", "percent", 0, 100,
	  "A group that takes part less than this, beyond chance, raises G1." },
	{ "late_requests_open", "Late requests", "2", "decisions", 1, 1000,
	  "This many open requests beyond the SLA raise G2." },
	{ "chance_percent", "Chance", "5", "percent", 0, 100,
	  "What chance alone shows more often than this is no rise and no fall (G3, G4)." },
	{ "sentiment_drop_tenths", "Drop in sentiment", "5", "tenths of a point", 1, 40,
	  "A fall of this much between two windows of enough answers raises G3 in any case." },
	{ "sentiment_drop_answers", "Answers for a drop", "20", "answers", 0, 1000,
	  "With fewer in either window a drop is left to chance to explain (G3)." },
	{ "pulse_comments_from", "Answers around a comment", "10", "answers", 0, 1000,
	  "With fewer in a window what was written beside them is not shown." },
	{ "signal_clear_readings", "Good readings that clear", "2", "readings", 1, 100,
	  "A signal stays open until this many good readings in a row." },
	{ "veneer_reviews", "Reviews without a sacrifice", "2", "meetings", 1, 100,
	  "Leadership reviews in a row in which nothing lost priority (V1)." },
	{ "sponsor_misses", "Missed by the sponsor", "2", "meetings", 1, 100,
	  "Missing this many of the last leadership forums raises V3." },
	{ "sponsor_forums", "Sponsor's last forums", "3", "meetings", 1, 100,
	  "The number of last leadership forums that V3 looks at." },
	{ "empty_meetings", "Empty meetings in a row", "2", "meetings", 1, 100,
	  "Held meetings without a decision, action or blocker that raise V4." },
	{ "stop_grace_days", "Days to stop", "14", "days", 0, 3660,
	  "What lost its priority and goes on for so long after its day raises V5." },
	{ "run_chart_readings_min", "Readings for a run chart", "10", "readings", 2, 1000,
	  "A shorter series is too short for shifts to be looked for." },
	{ "limits_readings_min", "Readings for limits", "12", "readings", 2, 1000,
	  "From so many on, the limits of normal variation are drawn." },
	{ "early_warning_readings_min", "Readings for an early warning", "4", "readings", 2, 1000,
	  "From so many on, one that is worse than ever before is pointed out." },
	{ "run_chart_run_extra", "Longest run allowed", "3", "readings", 0, 1000,
	  "A run longer than log2 of the readings plus this is a shift." },
	{ "run_chart_crossings_percent", "Too few crossings", "5", "percent", 0, 100,
	  "Crossing the median less often than this share of chance would is a shift." },
	{ "critical_slip_red_days", "Critical slip, red", "14", "days", 0, 3660,
	  "A critical path that slips more turns confidence red." },
	{ "critical_slip_amber_days", "Critical slip, amber", "7", "days", 0, 3660,
	  "A critical path that slips more turns confidence amber." },
	{ "late_due_amber_percent", "Late milestones, amber", "10", "percent", 0, 100,
	  "A larger share of due milestones being late turns confidence amber." },
	{ "late_due_red_percent", "Late milestones, red", "25", "percent", 0, 100,
	  "A larger share of due milestones being late turns confidence red." },
	{ "unknown_after_percent", "Too old to judge", "150", "percent of a review interval", 1, 1000,
	  "With no younger evidence than this, confidence is unknown." },
	{ "reliable_cycles", "Cycles that prove a team", "2", "cycles", 1, 20,
	  "A criterion passed this often in a row is reliable." },
	{ "check_ins_held_percent", "Check-ins held", "90", "percent", 0, 100,
	  "From this share of a cycle's check-ins on, the program proposes a pass." },
};

/* clang-format on */

enum { SETTING_COUNT = sizeof(settings) / sizeof(settings[0]) };

const struct setting *
model_settings(size_t *count)
{
	*count = SETTING_COUNT;
	return settings;
}

const struct setting *
setting_find(const char *key)
{
	for (size_t i = 0; i < SETTING_COUNT; i++)
		if (strcmp(settings[i].key, key) == 0)
			return &settings[i];
	return NULL;
}

bool
setting_read(const struct setting *setting, const char *text, size_t length, int64_t *out)
{
	int64_t number = 0;

	*out = strtoll(setting->value, NULL, 10);
	if (length == 0 || length > 9 || strspn(text, "0123456789") < length)
		return false;
	for (size_t i = 0; i < length; i++)
		number = number * 10 + (text[i] - '0');
	if (number < setting->low || number > setting->high)
		return false;
	*out = number;
	return true;
}
