/* SPDX-License-Identifier: MIT */
/*
 * What if (product.md 3): changes are made, what follows is looked at, and all of it is taken back
 * before anybody sees it. The consequences are thus the program's own, whatever is changed: a date,
 * a capacity, a person. Keeping the changes makes them one step.
 */
#ifndef ROLLOUT_PROGRAMME_WHAT_IF_H
#define ROLLOUT_PROGRAMME_WHAT_IF_H

#include "rollout/programme/records.h"
#include "rollout/programme/milestone_now.h"

/* Fields of one record as typed. */
struct intended {
	const struct type *type;
	int64_t id;
	const struct field_text *texts;
	size_t count;
};

struct moved_milestone {
	int64_t id;
	const char *identifier, *title;
	day from, to; /* expected; NO_DAY: it has no date */
	int later; /* days; 0 where it has no date before or after */
};

struct moved_end {
	const char *identifier, *name; /* of a phase; NULL identifier: the whole */
	day middle_from, middle_to, safe_from, safe_to; /* P50, P80; NO_DAY: none */
};

struct moved_team {
	const char *identifier, *name;
	int from, to; /* waves; NO_WAVE: none */
};

struct moved_wave {
	int number;
	const char *name; /* NULL: none */
	day from, to; /* its launch; NO_DAY: nobody knows */
	int later; /* days; 0 where one of them is not known */
};

/* An action that keeps its distance to a launch which moves. */
struct moved_action {
	const char *identifier, *action;
	int wave;
	day from, to; /* due; NO_DAY: no day */
	int later; /* days; 0 where it had none */
};

struct changed_forum {
	const char *identifier, *name;
	day from, to; /* when it meets next; NO_DAY: not within a year */
	bool chair_left;
	int invited_before, invited_after; /* those who are here */
};

struct changed_confidence {
	const char *scope, *from, *to; /* colours */
};

struct what_if {
	struct moved_milestone
		*milestones; /* those that are expected on another day, the farthest first */
	size_t milestone_count;
	day end_before, end_after; /* what is expected last; NO_DAY: nothing is */
	int critical_before, critical_after; /* critical milestones */
	struct moved_end
		*ends; /* likely ends that differ; not simulated for very many milestones */
	size_t end_count;
	/* What the plan would say, drafted anew, where the change is one of what it is drafted from
	 * (a capacity, a team, a person, the launch); NO_DAY: not asked, or it cannot be drafted.
	 */
	day plan_launch_before, plan_launch_after, plan_end_before, plan_end_after;
	struct moved_team *teams;
	size_t team_count;
	struct moved_wave *waves; /* those that launch on another day */
	size_t wave_count;
	struct moved_action *actions; /* engagement that moves with them, by its new day */
	size_t action_count;
	struct changed_forum *forums;
	size_t forum_count;
	struct changed_confidence *colours;
	size_t colour_count;
	struct finding *appear, *vanish; /* findings of the rule book */
	size_t appear_count, vanish_count;
};

enum what_if_depth {
	WHAT_IF_DATES, /* the schedule, and the rules about dates: quick enough for a held key */
	WHAT_IF_ALL, /* waves, forums, confidence and every rule as well */
};

/*
 * What would follow from the changes; nothing is written. Texts in the arena. Errors are those of
 * programme_set(). NO_WAVE as in sequence.h.
 */
enum status STATUS_CHECKED programme_what_if(struct programme *programme,
	const struct intended *changes, size_t count, enum what_if_depth depth, struct arena *arena,
	struct what_if *out, struct error *error);
/* Makes the changes as one step, all or none. label: what was done, without opinions. */
enum status STATUS_CHECKED programme_apply(struct programme *programme,
	const struct intended *changes, size_t count, const char *label, struct error *error);

#endif
