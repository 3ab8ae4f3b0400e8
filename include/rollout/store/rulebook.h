/* SPDX-License-Identifier: MIT */
/*
 * The rule book: each rule that is a condition over records is one file of data/rules (S4.sql): a
 * comment header with id, severity, what it is about, title, meaning and response, and one SELECT
 * that returns type, id and name of what it concerns, the message, and the facts as JSON. The
 * SELECT sees the tables of the dictionary, :today, and setting('key'). The file is the rule's only
 * text.
 */
#ifndef ROLLOUT_STORE_RULEBOOK_H
#define ROLLOUT_STORE_RULEBOOK_H

#include "rollout/model/finding.h"
#include "rollout/store/record_table.h"

/*
 * What a rule asks that no SELECT can answer: a function of a few texts (NULL where SQL has none,
 * numbers as text). Rules call it by its name; the layer above adds it to each store it opens. An
 * answer that is not set is NULL; a failure ends the rule.
 */
enum { RULE_ARGUMENTS_MOST = 4, RULE_TEXT_SIZE = 64 };
struct rule_answer {
	enum {
		RULE_ANSWERS_NOTHING,
		RULE_ANSWERS_NUMBER,
		RULE_ANSWERS_WHOLE,
		RULE_ANSWERS_TEXT
	} kind;
	double number; /* of both */
	char text[RULE_TEXT_SIZE];
};
struct rule_function {
	const char *name;
	int arguments;
	enum status (*answer)(void *context, const char *const texts[RULE_ARGUMENTS_MOST],
		struct rule_answer *out, struct error *error);
};

/* function and context must outlive the store. */
enum status STATUS_CHECKED rulebook_add_function(struct store *store,
	const struct rule_function *function, void *context, struct error *error);

/*
 * Facts of a record that no SELECT can answer, because each follows from many records at once:
 * rules ask for them as NAME('FACT', id), NULL where there is none. prepare is called before the
 * first question of each place in a statement, and may read the store; find then answers by the
 * fact's place among facts.
 */
enum derived { DERIVED_NONE, DERIVED_NUMBER, DERIVED_DAY };
struct derivation {
	const char *name;
	const char *const *facts; /* their names, and NULL */
	enum status (*prepare)(void *context, struct error *error);
	enum derived (*find)(void *context, int fact, int64_t id, int64_t *out);
	void *context;
};

/* derivation must outlive the store. */
enum status STATUS_CHECKED rulebook_add_derivation(
	struct store *store, const struct derivation *derivation, struct error *error);

/* The rules in order of severity, then id; parsed once, owned by the store. */
enum status STATUS_CHECKED rulebook_list(
	struct store *store, const struct rule **rules, size_t *count, struct error *error);
/* The rule that an id ("S4") or a finding's id ("S4/stakeholder/k7") names; *rule NULL where there
 * is none. */
enum status STATUS_CHECKED rulebook_find(
	struct store *store, const char *finding, const struct rule **rule, struct error *error);
/* Runs them (or only the one called only, where not NULL): findings ordered by severity, rule,
 * subject's name; those under a waiver in force are left out and counted. All in the arena. */
enum status STATUS_CHECKED rulebook_check(struct store *store, const char *only,
	struct arena *arena, struct finding **findings, size_t *count, size_t *waived,
	struct error *error);
/* What they (or only the one called only) say about one record, as rulebook_check() does, but
 * looked up by its id: as quick with a million of them as with one. */
enum status STATUS_CHECKED rulebook_check_record(struct store *store, const char *only,
	const struct type *type, int64_t id, struct arena *arena, struct finding **findings,
	size_t *count, struct error *error);

/*
 * Rules that build on the same intermediate results share them as tables of data/facts, named in
 * their headers ("-- uses: readiness"); what is reported beside the rules reads the same tables
 * here, so that both always agree. select is a SELECT over the tables of facts and of the
 * dictionary, as of the day on (:today). A number with a fraction comes as text.
 */
enum { FACT_COLUMNS_MAX = 24 };
struct cursor *facts_open(
	struct store *store, const char *facts, const char *select, day on, struct error *error);
/* The next row; texts are borrowed until the next call. */
bool facts_next(struct cursor *cursor, struct value columns[FACT_COLUMNS_MAX]);

/* How many findings one of the listed rules has, waived ones left out. None is made, so neither
 * time nor memory goes into words. */
enum status STATUS_CHECKED rulebook_count(
	struct store *store, const struct rule *rule, int64_t *count, struct error *error);
/* What each of them is about. */
struct cursor *subjects_open(struct store *store, const struct rule *rule, struct error *error);
/* The next; its texts are borrowed until the next call. */
bool subjects_next(struct cursor *cursor, struct subject *subject);
/* What one of the listed rules finds about those alone, as rulebook_check() does; they are in the
 * order of subject_compare(), no two the same. */
enum status STATUS_CHECKED rulebook_check_subjects(struct store *store, const struct rule *rule,
	const struct subject *wanted, size_t wanted_count, struct arena *arena,
	struct finding **findings, size_t *count, struct error *error);

#endif
