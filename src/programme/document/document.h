/* SPDX-License-Identifier: MIT */
/* What the files of the programme layer share. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_DOCUMENT_H
#define ROLLOUT_PROGRAMME_DOCUMENT_H

#include "programme/cadence/pulses.h"
#include "programme/cadence/working_days.h"
#include "programme/delivery/forecast_kept.h"
#include "programme/delivery/milestones_kept.h"
#include "programme/delivery/waves_kept.h"
#include "rollout/base/id_set.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/records.h"
#include "rollout/store/history.h"
#include "rollout/store/rulebook.h"

struct programme {
	struct store *store;
	struct programme_options options; /* as it was opened, to be opened anew */
	day today;
	day (*clock)(void); /* says what today is by now; NULL: it stays */
	bool trial; /* what is written will be taken back: nobody reports on it */
	struct milestones_kept milestones;
	struct forecast_kept forecast;
	struct waves_kept waves;
	struct working_days working_days;
	struct pulses_kept pulses;
};

struct store_options document_store_options(const struct programme_options *options);
/* The open document over its store, which it closes in the end; *out is there in any case. */
enum status STATUS_CHECKED document_new(struct store *store,
	const struct programme_options *options, struct programme **out, struct error *error);

/* Goes on with what a SELECT over the tables of facts gives, as facts_open(). */
void rows_facts(struct rows *rows, const char *facts, const char *select, day on);
bool rows_next_fact(struct rows *rows, struct value columns[FACT_COLUMNS_MAX]);
/* Goes on with the changes of one record, as history_open_of(). */
void rows_changes(struct rows *rows, const struct type *type, int64_t record, int64_t limit);
bool rows_next_change(struct rows *rows, struct record_change *change);

/* The id of the last record of the query, 0 where there is none: for what there is at most one of.
 */
enum status STATUS_CHECKED find_record(
	struct programme *programme, const struct query *query, int64_t *id, struct error *error);

/* Puts the fields as typed into the record (references resolved) and *touched the bits of those
 * fields. */
enum status STATUS_CHECKED fields_apply(struct programme *programme, struct record *record,
	const struct field_text *texts, size_t count, uint32_t *touched, struct arena *arena,
	struct error *error);

/* STATUS_INVALID, naming the circle, when records of the type make one (rule M6); types that cannot
 * are fine. */
enum status STATUS_CHECKED circles_check(
	struct programme *programme, const struct type *type, struct error *error);

/*
 * Rule M5. Whether the change has to be looked at: a milestone that becomes claimed or accepted
 * without an override, evidence that is new or loses what it had. before is NULL for a new record;
 * other records are fine.
 */
bool proof_is_asked(const struct record *before, const struct record *now);
/* STATUS_INVALID, naming what is missing, where a change that is made leaves a milestone claimed or
 * accepted without the evidence for it. */
enum status STATUS_CHECKED proof_check(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);
/* The same for milestones that have lost a criterion: whether what is left still carries them. */
enum status STATUS_CHECKED proof_check_left(
	struct programme *programme, const struct id_set *milestones, struct error *error);
/* The same for many at once, by what proof_is_asked() said yes to. */
enum status STATUS_CHECKED proof_check_all(struct programme *programme,
	const struct id_set *milestones, const struct id_set *evidence, struct error *error);

/*
 * Rules M8 and F1. Whether the change has to be looked at: a milestone that is claimed, accepted
 * or, where it trains or launches, begun, without an override; a gate that is settled. before is
 * NULL for a new record; other types are fine.
 */
bool gates_are_asked(const struct record *before, const struct record *now);
/* STATUS_INVALID, naming the gate and what it lacks, where a change that is made passes a gate that
 * is shut, or settles one in a way that it cannot be. */
enum status STATUS_CHECKED gates_check(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);
/* The same for many at once, by what gates_are_asked() said yes to. */
enum status STATUS_CHECKED gates_check_all(
	struct programme *programme, const struct id_set *milestones, struct error *error);
/* A gate that is accepted is settled: go. */
void gates_settle(const struct record *before, struct record *now);

/*
 * Rule H1: what is said to be handed off, passed, done, applied or closed rests on something, and
 * an escalation or waiver on a finding. Whether the change has to be looked at; before is NULL for
 * a new record; other types are fine.
 */
bool ticks_are_asked(const struct record *before, const struct record *now);
/* STATUS_INVALID, naming what is missing, where a change that is made says more than it rests on.
 */
enum status STATUS_CHECKED ticks_check(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);
/* STATUS_INVALID where an escalation or waiver is about to name a finding that does not exist;
 * asked before it is written, since a waiver hides its own. */
enum status STATUS_CHECKED ticks_check_finding(struct programme *programme,
	const struct record *before, const struct record *now, struct error *error);
/* The same as ticks_check() for many at once, by what ticks_are_asked() said yes to. */
enum status STATUS_CHECKED ticks_check_all(
	struct programme *programme, const struct id_set *records, struct error *error);

/* Keeps the record of claims: a milestone that becomes claimed has made one, what happens to its
 * state then settles it. before is NULL for a new record; other types are fine. */
enum status STATUS_CHECKED claim_follow(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);

/*
 * The slip chart: a dated snapshot of each open milestone whose expected date a change moves, by
 * itself or through what it waits for. snapshot_begin() reads the dates before the change where
 * wanted, snapshot_end() compares them after it and frees what was read; it passes status on.
 */
struct snapshot {
	bool wanted;
	struct arena arena;
	const struct schedule *there;
	struct entered_date entered; /* of milestone 0: more than that may have changed */
};

/* Whether the change may move an expected date; before is NULL for a new record. */
bool snapshot_is_moved_by(const struct record *before, const struct record *now);
/* Whether a record of the type may, when it goes. */
bool snapshot_is_moved_by_type(const struct type *type);
enum status STATUS_CHECKED snapshot_begin(
	struct programme *programme, bool wanted, struct snapshot *snapshot, struct error *error);
/* Says what has changed of a record, where that is not everything: it saves reading all again. */
void snapshot_narrow(
	struct snapshot *snapshot, const struct record *before, const struct record *now);
enum status STATUS_CHECKED snapshot_end(struct programme *programme, struct snapshot *snapshot,
	enum status status, struct error *error);
/* One of every open milestone, where the record is a new programme review that was held. */
enum status STATUS_CHECKED snapshot_review(
	struct programme *programme, const struct record *meeting, struct error *error);

/* Puts the dates of today into a baseline that was added; other records are fine. */
enum status STATUS_CHECKED baseline_fill(
	struct programme *programme, const struct record *baseline, struct error *error);
/* Whether it has no date: it came from a file of its own, and its dates are still to come. */
enum status STATUS_CHECKED baseline_is_empty(
	struct programme *programme, int64_t baseline, bool *empty, struct error *error);
/* A baseline of that day which holds what these milestones promise already by themselves
 * (baseline_on); the name gets a number where it is taken. */
enum status STATUS_CHECKED baseline_record_promises(struct programme *programme,
	const struct id_set *milestones, const char *name, day on, const char *reason,
	struct error *error);
/* STATUS_INVALID where a change would move what a milestone has promised; other changes, and other
 * records, are fine. */
enum status STATUS_CHECKED baseline_guard_promise(struct programme *programme,
	const struct record *before, const struct record *now, struct error *error);
/* STATUS_INVALID for what must not happen to a baseline or its dates; what: "changed", "removed".
 */
enum status STATUS_CHECKED baseline_guard(
	const struct type *type, const char *what, struct error *error);

/* Whether the meeting took place, as is known on that day: it is one that came, and nobody says that
 * it was cancelled. */
bool calendar_has_held(const struct record *meeting, day today);

/* Makes the record of a meeting where there is none yet, inside the step at hand. */
struct occasion;
enum status STATUS_CHECKED occasion_record(
	struct programme *programme, struct occasion *occasion, struct error *error);

/* Writes down how a forum recurred until today where that changes; other records are fine. */
enum status STATUS_CHECKED former_rule_keep(struct programme *programme,
	const struct record *before, const struct record *now, struct error *error);

/*
 * For a rating (others are fine): names its scope as documents do, puts the suggestion of today
 * beside it where none is given, and asks for a reason where it differs from that or is worse than
 * the last of the same scope. Texts in the arena.
 */
enum status STATUS_CHECKED rating_check(struct programme *programme, const struct record *before,
	struct record *now, struct arena *arena, struct error *error);

/* What must hold of an escalation that changes (others are fine): it gets one new date, for a reason,
 * and stands where it has climbed to by today. Texts in the arena; before NULL: it is new. */
enum status STATUS_CHECKED escalation_check(struct programme *programme,
	const struct record *before, struct record *now, struct arena *arena, struct error *error);
/* Writes down what it has climbed until today, inside the step at hand. */
enum status STATUS_CHECKED escalation_follow(struct programme *programme,
	const struct record *before, const struct record *now, struct error *error);

/* Writes one new or changed record with everything that hangs on it, inside the step at hand. Texts
 * that are put into the record meanwhile are in the arena, which must outlive it. */
enum status STATUS_CHECKED record_insert(struct programme *programme, struct record *record,
	struct arena *arena, struct error *error);
enum status STATUS_CHECKED record_change(struct programme *programme, const struct record *before,
	struct record *now, struct arena *arena, struct error *error);

#endif
