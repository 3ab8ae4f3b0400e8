/* SPDX-License-Identifier: MIT */
/*
 * The readiness report. How questions and areas stand comes from the tables that the rules share;
 * only the verdict, which is over the four areas, is drawn here (product.md 2).
 */
#include "rollout/programme/readiness.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

/* What the parts share. */
struct diagnosis {
	struct programme *programme;
	struct arena *arena;
	struct readiness_report *report;
	struct rows rows;
	day gate_on; /* NO_DAY: none was accepted yet */
};

static const char select_areas[] =
	"SELECT \"area\", \"state\", CAST(round(\"mean\" * 100) AS INTEGER), \"questions\", "
	"\"known_questions\", \"not_known\", \"misaligned\", \"stale\" FROM \"area_state\" "
	"ORDER BY \"place\"";
static const char select_questions[] =
	"SELECT s.\"id\", coalesce(s.\"key\", s.\"id\"), s.\"prompt\", s.\"area\", s.\"state\", "
	"CAST(round(s.\"mean\" * 100) AS INTEGER), s.\"asked\", s.\"known\", s.\"not_known\", "
	"s.\"stale\", coalesce(s.\"spread\", 0), s.\"critical\", s.\"misaligned\" "
	"FROM \"question_state\" s JOIN \"area_state\" a ON a.\"area\" = s.\"area\" "
	"ORDER BY a.\"place\", s.\"position\" IS NULL, s.\"position\", s.\"id\"";
static const char select_answers[] =
	"SELECT a.\"question\", a.\"respondent\", p.\"name\", a.\"score\", a.\"evidence\", "
	"a.\"on\", a.\"stale\", coalesce(p.\"key\", p.\"id\") FROM \"answer\" a JOIN "
	"\"stakeholder\" p ON p.\"id\" = "
	"a.\"respondent\" ORDER BY p.\"name\", p.\"id\"";

static const char *
keep(const struct diagnosis *diagnosis, const struct value *value)
{
	return value->kind == VALUE_TEXT
		       ? arena_copy(diagnosis->arena, value->text, strlen(value->text))
		       : NULL;
}

/* A key, or a number where the record has none. */
static const char *
keep_identifier(const struct diagnosis *diagnosis, const struct value *value)
{
	return value->kind == VALUE_INTEGER
		       ? arena_format(diagnosis->arena, "%lld", (long long)value->integer)
		       : keep(diagnosis, value);
}

static int
whole(const struct value *value, int otherwise)
{
	return value->kind == VALUE_INTEGER ? (int)value->integer : otherwise;
}

static void
read_facts(struct diagnosis *diagnosis, const char *select, day on)
{
	rows_facts(&diagnosis->rows, "readiness", select, on);
}

static void
read_areas(struct diagnosis *diagnosis)
{
	struct readiness_area *area = diagnosis->report->areas;
	struct value columns[FACT_COLUMNS_MAX];

	read_facts(diagnosis, select_areas, diagnosis->programme->today);
	while (rows_next_fact(&diagnosis->rows, columns))
		*area++ = (struct readiness_area){ .area = keep(diagnosis, &columns[0]),
			.state = keep(diagnosis, &columns[1]),
			.mean = whole(&columns[2], MEAN_UNKNOWN),
			.questions = whole(&columns[3], 0),
			.known_questions = whole(&columns[4], 0),
			.not_known = whole(&columns[5], 0),
			.misaligned = whole(&columns[6], 0),
			.stale = whole(&columns[7], 0) };
}

static void
read_questions(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;
	struct value columns[FACT_COLUMNS_MAX];

	read_facts(diagnosis, select_questions, diagnosis->programme->today);
	while (rows_next_fact(&diagnosis->rows, columns)) {
		report->questions = arena_grow(diagnosis->arena, report->questions,
			report->question_count, sizeof *report->questions);
		report->questions[report->question_count++] =
			(struct readiness_question){ .id = columns[0].integer,
				.identifier = keep_identifier(diagnosis, &columns[1]),
				.prompt = keep(diagnosis, &columns[2]),
				.area = keep(diagnosis, &columns[3]),
				.state = keep(diagnosis, &columns[4]),
				.mean = whole(&columns[5], MEAN_UNKNOWN),
				.mean_before = MEAN_UNKNOWN,
				.asked = whole(&columns[6], 0),
				.known = whole(&columns[7], 0),
				.not_known = whole(&columns[8], 0),
				.stale = whole(&columns[9], 0),
				.spread = whole(&columns[10], 0),
				.critical = whole(&columns[11], 0) != 0,
				.misaligned = whole(&columns[12], 0) != 0 };
	}
}

static struct readiness_question *
find_question(struct readiness_report *report, int64_t id)
{
	for (size_t i = 0; i < report->question_count; i++)
		if (report->questions[i].id == id)
			return &report->questions[i];
	return NULL;
}

static void
place_questions(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;

	for (int a = 0; a < AREA_COUNT; a++) {
		size_t i = 0;

		while (i < report->question_count &&
			strcmp(report->questions[i].area, report->areas[a].area) != 0)
			i++;
		report->areas[a].first = i;
		report->areas[a].items = &report->questions[i];
	}
	for (size_t i = 0; i < report->question_count; i++) {
		struct readiness_question *question = &report->questions[i];

		question->answers = arena_alloc(diagnosis->arena,
			(size_t)(question->asked + 1) * sizeof *question->answers);
	}
}

static void
read_answers(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;
	struct value columns[FACT_COLUMNS_MAX];

	read_facts(diagnosis, select_answers, diagnosis->programme->today);
	while (rows_next_fact(&diagnosis->rows, columns)) {
		struct readiness_question *question = find_question(report, columns[0].integer);
		const char *on;

		if (!question || question->answer_count >= (size_t)question->asked)
			continue;
		on = keep(diagnosis, &columns[5]);
		question->answers[question->answer_count++] =
			(struct readiness_answer){ .respondent = columns[1].integer,
				.identifier = columns[7].kind == VALUE_TEXT
						      ? keep(diagnosis, &columns[7])
						      : arena_format(diagnosis->arena, "%lld",
								(long long)columns[7].integer),
				.name = keep(diagnosis, &columns[2]),
				.score = whole(&columns[3], 0),
				.score_before = -1,
				.evidence = keep(diagnosis, &columns[4]),
				.on = on,
				.stale = whole(&columns[6], 0) != 0 };
		if (!report->newest_on || strcmp(on, report->newest_on) > 0)
			report->newest_on = on;
	}
}

/* The gate that was accepted last: the diagnosis is taken again at each (product.md 2). */
static void
find_gate(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;
	struct query query = query_of("milestone");
	struct record record;

	query_where(&query, "kind", value_text("gate"));
	query_where(&query, "state", value_text("accepted"));
	diagnosis->gate_on = NO_DAY;
	rows_read(&diagnosis->rows, &query);
	while (rows_next(&diagnosis->rows, &record)) {
		day on = record_date(&record, "actual_on");

		if (on > diagnosis->programme->today || on <= diagnosis->gate_on)
			continue;
		diagnosis->gate_on = on;
		report->compared_with = record_copy_text(&record, "title", diagnosis->arena);
		report->compared_on = record_copy_text(&record, "actual_on", diagnosis->arena);
	}
}

static void
compare_with_gate(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;
	struct value columns[FACT_COLUMNS_MAX];

	find_gate(diagnosis);
	if (diagnosis->gate_on == NO_DAY)
		return;
	read_facts(diagnosis, select_areas, diagnosis->gate_on);
	while (rows_next_fact(&diagnosis->rows, columns))
		for (int i = 0; i < AREA_COUNT; i++)
			if (strcmp(report->areas[i].area, columns[0].text) == 0)
				report->areas[i].state_before = keep(diagnosis, &columns[1]);
	read_facts(diagnosis, select_questions, diagnosis->gate_on);
	while (rows_next_fact(&diagnosis->rows, columns)) {
		struct readiness_question *question = find_question(report, columns[0].integer);

		if (!question)
			continue;
		question->state_before = keep(diagnosis, &columns[4]);
		question->mean_before = whole(&columns[5], MEAN_UNKNOWN);
	}
	read_facts(diagnosis, select_answers, diagnosis->gate_on);
	while (rows_next_fact(&diagnosis->rows, columns)) {
		struct readiness_question *question = find_question(report, columns[0].integer);

		for (size_t i = 0; question && i < question->answer_count; i++)
			if (question->answers[i].respondent == columns[1].integer)
				question->answers[i].score_before = whole(&columns[3], 0);
	}
}

static void
count_respondents(struct readiness_report *report)
{
	int64_t *seen;
	size_t total = 0, count = 0;

	for (size_t i = 0; i < report->question_count; i++)
		total += report->questions[i].answer_count;
	seen = memory_new(total + 1, sizeof *seen);
	for (size_t i = 0; i < report->question_count; i++) {
		const struct readiness_question *question = &report->questions[i];

		for (size_t j = 0; j < question->answer_count; j++) {
			size_t k = 0;

			while (k < count && seen[k] != question->answers[j].respondent)
				k++;
			if (k == count)
				seen[count++] = question->answers[j].respondent;
		}
	}
	report->respondents = (int)count;
	free(seen);
}

/* Leadership first and in every case; then what stands in the way elsewhere. */
static void
judge(struct diagnosis *diagnosis)
{
	struct readiness_report *report = diagnosis->report;
	const struct readiness_area *leadership = &report->areas[0];
	struct buffer reason = { 0 };

	report->verdict = "ready";
	report->response = "launch as planned, and take the diagnosis again at the next gate";
	if (leadership->misaligned > 0)
		buffer_format(&reason, "leadership is misaligned on %s",
			text_quantity(diagnosis->arena, leadership->misaligned, "question", NULL));
	for (int i = 0; i < AREA_COUNT; i++) {
		const struct readiness_area *area = &report->areas[i];

		if (strcmp(area->state, "green") == 0)
			continue;
		report->verdict = "conditions";
		report->response = "ask those who have not answered, and meet what follows below "
				   "before the launch: rollout plan puts it on the roadmap";
		buffer_format(&reason, "%s%s is %s", reason.length > 0 ? ", " : "", area->area,
			area->state);
	}
	if (strcmp(leadership->state, "red") == 0 || leadership->misaligned > 0) {
		report->verdict = "stop";
		report->response = "do not launch: settle with the leaders where they differ, then "
				   "take the diagnosis again";
	}
	if (reason.length == 0)
		buffer_append_text(&reason, "all four areas are green");
	report->reason = arena_copy(diagnosis->arena, reason.data, reason.length);
	buffer_clear(&reason);
}

/* What a rule found in the answers, not on the roadmap; NULL: nothing. */
static const struct finding *
find_diagnosis(const struct finding *findings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(findings[i].type, "question") == 0)
			return &findings[i];
	return NULL;
}

/* F1 to F11 in the order of their numbers, each with what it put on the roadmap. */
static enum status
find_consequences(struct diagnosis *diagnosis, struct error *error)
{
	enum { RULES = 11 };
	struct readiness_report *report = diagnosis->report;
	enum status status = STATUS_OK;

	report->consequences = arena_alloc(diagnosis->arena, RULES * sizeof *report->consequences);
	for (int i = 1; i <= RULES && status == STATUS_OK; i++) {
		struct consequence *consequence = &report->consequences[report->consequence_count];
		const char *rule = arena_format(diagnosis->arena, "F%d", i);
		struct finding *findings;
		size_t count = 0, waived = 0;

		status = programme_check(diagnosis->programme, rule, diagnosis->arena, &findings,
			&count, &waived, error);
		if (status == STATUS_OK)
			consequence->finding = find_diagnosis(findings, count);
		if (status != STATUS_OK || !consequence->finding)
			continue;
		report->consequence_count++;
		status = programme_caused_by(diagnosis->programme, rule, diagnosis->arena,
			&consequence->items, &consequence->count, error);
	}
	return status;
}

enum status
programme_readiness(struct programme *programme, struct arena *arena, struct readiness_report *out,
	struct error *error)
{
	struct diagnosis diagnosis = { programme, arena, out, rows_open(programme, NULL, error),
		NO_DAY };

	*out = (struct readiness_report){ 0 };
	read_areas(&diagnosis);
	read_questions(&diagnosis);
	place_questions(&diagnosis);
	read_answers(&diagnosis);
	compare_with_gate(&diagnosis);
	if (diagnosis.rows.status == STATUS_OK)
		diagnosis.rows.status = find_consequences(&diagnosis, error);
	if (diagnosis.rows.status == STATUS_OK) {
		count_respondents(out);
		judge(&diagnosis);
	}
	return rows_close(&diagnosis.rows);
}
