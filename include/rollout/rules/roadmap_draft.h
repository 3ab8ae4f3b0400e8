/* SPDX-License-Identifier: MIT */
/*
 * The roadmap that readiness, teams, people and dates ask for (product.md 2 and 3, Drafting): facts
 * in, items out. What may be drafted is data (data/plan/roadmap.json); this decides which of it the
 * facts ask for, works the dates out of the network of durations and dependencies, and with them
 * the launch, the phases, the slices and who can own what. Items are records by key with fields as
 * a person would type them, in the order in which they can be added; each says why it is there.
 * Comparing them with a file is the programme's work.
 */
#ifndef ROLLOUT_RULES_ROADMAP_DRAFT_H
#define ROLLOUT_RULES_ROADMAP_DRAFT_H

#include "rollout/base/memory.h"
#include "rollout/rules/critical_path.h"

enum {
	DRAFT_RULES = 12,
	DRAFT_FIELDS_MAX = 16,
	DRAFT_WAVES_MAX = 40,
	DRAFT_PHASES = 3,
	DRAFT_WAVE_LEAD = 14 /* days from a wave's gate to its launch, at the least */
};

/* Keys of milestones that the drafting itself knows. */
#define DRAFT_CALIBRATION "leadership-calibration"
#define DRAFT_LAUNCH "pilot-launch"
#define DRAFT_PILOT_GATE "pilot-gate"
/* What keys of dependencies begin with that close the gate of F1. */
#define DRAFT_GATE_KEY "gate-to-"

/* First and last days; from NO_DAY: none. */
struct draft_span {
	day from, to;
};

enum draft_each { DRAFT_ONCE, DRAFT_EACH_WAVE, DRAFT_EACH_TEAM };

/* What a milestone waits for. "{gate}" is the gate of its wave, "{start}" what its wave starts
 * with; "{wave}" and "{team}" are its own, or all of them where it is drafted once. */
struct draft_template_link {
	const char *from;
	int cycles, days; /* the lag: so many cycles and so many days more, never below 0 */
};

struct draft_template {
	const char *key; /* with "{wave}" or "{team}" where it is drafted for each */
	int rule; /* the finding that asks for it; 0: always there */
	enum draft_each each;
	const char *slice; /* the key of the slice it belongs to, and by that its phase */
	const char *kind, *workstream;
	const char *owner; /* who may own it, the likeliest first: "sponsor executives lead" */
	int wave; /* whose adoption it shows; -1: nobody's in particular */
	int slice_wave; /* of a slice of each wave, for what is drafted once */
	int work_days;
	bool in_cycle; /* the days are those of a cycle of 13 weeks */
	const char *title, *because;
	const char **proofs;
	size_t proof_count;
	struct draft_template_link *after;
	size_t after_count;
};

struct draft_slice {
	const char *key, *name;
	int phase;
	bool each_wave;
};

/* In the order of time; what waits stands behind what it waits for. */
struct draft_templates {
	struct draft_slice *slices;
	size_t slice_count;
	struct draft_template *milestones;
	size_t count;
};

/* People by their place in the facts; NOBODY: not known, or not here any more. */
enum { DRAFT_NOBODY = -1 };

enum draft_role {
	DRAFT_SPONSOR,
	DRAFT_EXECUTIVES,
	DRAFT_LEAD,
	DRAFT_ENABLEMENT,
	DRAFT_COACHES,
	DRAFT_FUNCTIONAL,
	DRAFT_ROLES
};

struct draft_people {
	int *people;
	size_t count;
};

struct draft_team {
	const char *identifier, *name;
	int wave; /* 0 to DRAFT_WAVES_MAX; another: none */
	int leader, coach, function_lead;
};

/* A milestone that the file has, dropped ones included. */
struct draft_known {
	const char *identifier, *title;
	struct schedule_item dates;
	bool ours; /* an earlier plan made it, and it is open: criteria and dependencies may join it
		    */
	bool ours_entered, ours_work; /* an earlier plan wrote the date, the working days */
	bool leaves; /* it is removed where it is not drafted */
	bool gate, trains; /* trains: its kind is training or launch */
	bool launches;
	int phase; /* -1: none */
	int owner;
};

struct draft_known_link {
	int32_t from, to; /* among the known */
	int32_t lag;
	const char *key; /* NULL: none */
	bool ours; /* an earlier plan wrote the lag */
};

struct draft_facts {
	const struct draft_templates *templates;
	const struct workdays *workdays;
	day today, starts_on;
	day launches_on; /* what is asked for; NO_DAY: nothing */
	day launches_stand; /* what the file has now, which an earlier plan may have written */
	day launched_on; /* of wave 0; NO_DAY: not yet */
	bool launch_kept; /* a later launch is not taken: it stays as asked */
	struct draft_span phases[DRAFT_PHASES]; /* where a person has set them */
	day begun_on; /* of the pilot that an earlier plan drafted; NO_DAY: none */
	int cycle_weeks; /* at least 1 */
	bool fires[DRAFT_RULES]; /* [3]: finding F3 stands; [0] is not used */
	bool assumed[DRAFT_RULES]; /* nobody has answered: it is taken to stand */
	int answers[DRAFT_RULES]; /* the known milestone of a person's that answers it; -1:
				     something else does; -2: nothing */
	bool own[DRAFT_PHASES]; /* the phase has milestones of a person's: only findings add to it
				 */
	bool cut[DRAFT_PHASES]; /* the same of slices */
	/* "milestone pilot-launch", sorted: what a person does not take, and what they deleted. */
	const char *const *left_out;
	size_t left_out_count;
	const char *const *deleted;
	size_t deleted_count;
	int slice_days_min, slice_days_max;
	int objectives, key_results, check_in_weeks, free_cycles; /* of F2 and F6 */
	int owned_most, owned_within_days; /* of O2 */
	const char *const *people; /* their keys or numbers */
	size_t people_count;
	struct draft_people roles[DRAFT_ROLES];
	const struct draft_team *teams; /* by wave */
	size_t team_count;
	const struct draft_known *known;
	size_t known_count;
	const struct draft_known_link *links;
	size_t link_count;
};

struct draft_field {
	const char *name;
	const char *text;
	bool once; /* only when the record is added, or where it has none yet */
	bool over_template; /* may replace what a new programme began with */
	bool always; /* may replace what a person wrote: they are asked about it */
};

struct draft_item {
	const char *type, *key;
	const char *rule; /* "F3"; NULL: from dates and the standard way of a rollout */
	const char *kept; /* why it is not needed; NULL: it is */
	bool gone; /* a person deleted it */
	day on; /* of a milestone: expected; NO_DAY: another type */
	struct draft_field fields[DRAFT_FIELDS_MAX];
	int field_count;
};

/* One step of the chain that decides a date, the first one first. */
struct draft_step {
	const char *identifier, *title;
	const char *rule; /* NULL: none */
	day on; /* expected */
	int work_days;
};

struct draft_chain {
	struct draft_step *steps;
	size_t count;
};

struct roadmap_draft {
	struct draft_item *items;
	size_t count;
	day launch; /* of the pilot, as the network allows */
	day ready; /* the first day the network allows; NO_DAY: nothing decides it */
	day ends_on;
	struct draft_span phases[DRAFT_PHASES];
	struct draft_chain to_launch, to_end;
	day wave_launches[DRAFT_WAVES_MAX + 1]; /* by wave; NO_DAY: no such wave */
	day work_ends[DRAFT_PHASES]; /* what is expected last in each; behind its end where a
					person's dates leave no room */
	size_t promised; /* milestones without a promise that stand behind no open gate */
	const char **unowned; /* titles of what nobody can own */
	size_t unowned_count;
	const char **crowded; /* people who own more at once than O2 allows, as nobody else is there
			       */
	size_t crowded_count;
};

/*
 * Texts in the arena. False where the dates lead beyond what a date can be (the year 2199).
 */
bool roadmap_draft_make(
	const struct draft_facts *facts, struct arena *arena, struct roadmap_draft *out);
/* Whether the key is one that the templates may draft. */
bool roadmap_draft_is_key(const struct draft_templates *templates, const char *key);
/* The first Monday from that day on; a holiday: the next working day. */
day roadmap_draft_monday(const struct workdays *workdays, day from);

#endif
