/* SPDX-License-Identifier: MIT */
/*
 * What a rule says, and what it found. A finding explains itself: the rule's id, the facts that
 * fired it, and what to do next.
 */
#ifndef ROLLOUT_MODEL_FINDING_H
#define ROLLOUT_MODEL_FINDING_H

#include <stdint.h>

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTICE };

/*
 * What a rule is about, which decides where its findings count (product.md). Those about the
 * roadmap go with it, and its errors weigh in confidence; those about a person are nobody's but the
 * lead's; those about the RACI are housekeeping, as those about a person are; those about the
 * cadence say how meetings, answers and moods go. 0 says nothing: a
 * rule without it is refused.
 */
enum rule_about { ABOUT_PERSON = 1, ABOUT_READINESS, ABOUT_ROADMAP, ABOUT_RACI, ABOUT_CADENCE };

struct rule {
	const char *id; /* "S4" */
	enum severity severity;
	enum rule_about about;
	const char *title;
	const char *meaning;
	const char *response; /* what to do next, unless a row says better */
	/* How often chance alone raises it. "": it is no signal, and no failure mode. */
	const char *alarm;
	const char *sql;
};

struct finding {
	const char *id; /* rule/type/record: "M1/milestone/k7"; for what concerns no record,
			   rule/type/word */
	const struct rule *rule;
	const char *type; /* a type's name */
	const char *subject; /* key or number of the record, or a word ("coach", a group without
				people) */
	const char *name; /* for people */
	const char *message;
	const char *facts; /* a JSON object */
	const char *response;
};

/* One of a finding's facts. */
struct fact {
	const char *name; /* "days_overdue" */
	const char *value; /* "62", "true"; what is deeper as JSON */
};

/* What a finding is about: a record by its id or, where a rule lists what ought to be there, its
 * key; or a word. */
struct subject {
	const char *type; /* a type's name */
	int64_t id; /* 0: not a record by its id */
	const char *identifier; /* the key or word; "" where the id says it */
};

/* By type, id and identifier, as qsort() and bsearch() ask for it. */
int subject_compare(const void *a, const void *b);

const char *severity_name(enum severity severity); /* "error" "warning" "notice" */
const char *rule_about_name(
	enum rule_about about); /* "person" "readiness" "roadmap" "raci" "cadence" */

#endif
