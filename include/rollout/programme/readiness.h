/* SPDX-License-Identifier: MIT */
/*
 * The readiness diagnosis: who answered what, what state that makes of questions and areas, the
 * verdict, how it moved since the last gate, and what follows for the roadmap. States and means
 * come from the tables in data/facts/readiness.sql that the rules F1 to F11 read too.
 */
#ifndef ROLLOUT_PROGRAMME_READINESS_H
#define ROLLOUT_PROGRAMME_READINESS_H

#include "rollout/programme/cause.h"
#include "rollout/programme/records.h"

enum { AREA_COUNT = 4, MEAN_UNKNOWN = -1 };

/* One person's newest answer to a question. */
struct readiness_answer {
	int64_t respondent;
	const char *identifier, *name;
	int score; /* 1 to 5; 0: not known */
	int score_before; /* at the last gate; 0: not known, -1: no answer then */
	const char *evidence; /* NULL: none */
	const char *on;
	bool stale;
};

struct readiness_question {
	int64_t id;
	const char *identifier, *prompt;
	const char *area;
	const char *state; /* "red" "amber" "green" "unknown" */
	const char *state_before; /* at the last gate; NULL: there was none, or no such question */
	int mean; /* in hundredths; MEAN_UNKNOWN: no score */
	int mean_before;
	int asked, known, not_known, stale; /* answers */
	int spread; /* between the highest and the lowest score */
	bool critical, misaligned;
	struct readiness_answer *answers; /* by name */
	size_t answer_count;
};

struct readiness_area {
	const char *area; /* "leadership" … */
	const char *state;
	const char *state_before; /* NULL: no gate yet */
	int mean; /* of its questions' means, in hundredths; shown, never decisive */
	int questions, known_questions; /* those with a score */
	int not_known, misaligned, stale;
	const struct readiness_question *items; /* its questions … */
	size_t first; /* … and where they stand in the report's list */
};

/* A finding F1 to F11 and what it put on the roadmap. */
struct consequence {
	const struct finding *finding;
	struct caused *items;
	size_t count;
};

struct readiness_report {
	struct readiness_area areas[AREA_COUNT];
	struct readiness_question *questions; /* by area, then position */
	size_t question_count;
	const char *verdict; /* "stop" "conditions" "ready" */
	const char *reason; /* a sentence with the areas that make it so */
	const char *response; /* what to do next */
	const char *compared_with; /* the gate's title; NULL: none was accepted yet */
	const char *compared_on;
	int respondents;
	const char *newest_on; /* day of the newest answer; NULL: none */
	struct consequence *consequences;
	size_t consequence_count;
};

/* As of today; all texts in the arena. */
enum status STATUS_CHECKED programme_readiness(struct programme *programme, struct arena *arena,
	struct readiness_report *out, struct error *error);

/* One answer of a round. */
struct round_answer {
	int64_t question, respondent;
	int score; /* 1 to 5; 0: not known */
	const char *evidence; /* NULL: leaves what is there for the same day */
};

/*
 * Writes the answers of a round dated on as one step. What a person answered on that same day is
 * changed instead of doubled; the same answer on a later day is written again, as fresh evidence.
 * *changed: how many were written. STATUS_INVALID for a score out of range.
 */
enum status STATUS_CHECKED programme_record_round(struct programme *programme, day on,
	const struct round_answer *answers, size_t count, size_t *changed, struct error *error);

#endif
