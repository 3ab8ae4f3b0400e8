/* SPDX-License-Identifier: MIT */
/*
 * The register seen in other ways than as rows (product.md 4): one person with all that bears on
 * them, counts by power and interest, engagement by group and stage; and risks in the same way. All
 * of it may be candid: it is for the lead's own eyes.
 */
#ifndef ROLLOUT_PROGRAMME_PEOPLE_H
#define ROLLOUT_PROGRAMME_PEOPLE_H

#include "rollout/programme/programme.h"
#include "rollout/programme/programme.h"

struct person_link {
	int64_t id; /* the other person */
	const char *name;
	const char *kind; /* "influences" "reports_to" … */
	bool outward; /* from this person to the other */
	int strength; /* 1 to 3; 0: not known */
};

struct person_report {
	int64_t id;
	const char *name, *job_title, *organisation,
		*group; /* NULL: not known, as all that follow */
	const char *owner, *attitude, *desired_attitude, *concern, *resistance, *channel, *status;
	int influence, interest; /* 0: not known */
	bool active, can_slow, can_reinterpret, can_ignore;
	day last_contact_on, due_on; /* NO_DAY: none; due: the last contact and the cadence */
	const char **attitudes; /* after each contact that says one, the oldest first */
	size_t attitude_count;
	struct person_link *links; /* outward ones first, the strongest first */
	size_t link_count;
};

/* Everything about one person, in the arena. STATUS_NOT_FOUND where they are gone. */
enum status STATUS_CHECKED programme_person(struct programme *programme, int64_t id,
	struct arena *arena, struct person_report *out, struct error *error);

enum { POWER_STEPS = 5 };

struct power_report {
	int64_t people[POWER_STEPS][POWER_STEPS]; /* [influence - 1][interest - 1] */
	int64_t resistant[POWER_STEPS][POWER_STEPS];
	int64_t not_rated; /* influence or interest is not known */
	int64_t all; /* who are still here */
};

enum status STATUS_CHECKED programme_power(
	struct programme *programme, struct power_report *out, struct error *error);

struct risk_report {
	int64_t risks[POWER_STEPS][POWER_STEPS]; /* open ones, [likelihood - 1][impact - 1] */
	int64_t unowned[POWER_STEPS][POWER_STEPS]; /* of them nobody looks after */
	int64_t not_weighed, all;
};

enum status STATUS_CHECKED programme_risk_grid(
	struct programme *programme, struct risk_report *out, struct error *error);

enum { ENGAGEMENT_GROUPS = 7, ENGAGEMENT_STAGES = 4 };

struct engagement_cell {
	int64_t actions, done, late;
};

struct engagement_report {
	/* In the order of the dictionary's choices; the last row is of actions without a group. */
	struct engagement_cell cells[ENGAGEMENT_GROUPS + 1][ENGAGEMENT_STAGES];
};

enum status STATUS_CHECKED programme_engagement(
	struct programme *programme, struct engagement_report *out, struct error *error);

#endif
