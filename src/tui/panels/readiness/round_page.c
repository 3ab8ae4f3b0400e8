/* SPDX-License-Identifier: MIT */
/*
 * The grid of a round. People across are those who have answered before, else the executives, and
 * whoever is added. States and means come back with the report after each answer.
 */
#include "round_page.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/programme/reading.h"
#include "round_view.h"
#include "tui/kit/form/prompt.h"

enum { EXECUTIVES_MAX = 8, NO_ANSWER = -1 };

static bool
has_person(const struct round *round, int64_t id)
{
	for (size_t i = 0; i < round->person_count; i++)
		if (round->people[i].id == id)
			return true;
	return false;
}

static void
add_person(struct round *round, int64_t id, const char *name)
{
	if (round->person_count < PEOPLE_MAX && !has_person(round, id))
		round->people[round->person_count++] =
			(struct person){ id, arena_copy(&round->names, name, strlen(name)) };
}

static int
compare_people(const void *a, const void *b)
{
	return strcmp(((const struct person *)a)->name, ((const struct person *)b)->name);
}

/* Before anybody has answered. */
static void
propose_executives(struct round *round, struct session *session)
{
	struct query query = query_of("stakeholder");
	struct error error = { 0 };
	struct rows rows;
	struct record record;

	query.limit = EXECUTIVES_MAX;
	query_where(&query, "group", value_text("executive_sponsor"));
	query_compare(&query, "active", COMPARE_NOT_EQUAL, value_integer(0));
	rows = rows_open(session->programme, &query, &error);
	while (rows_next(&rows, &record))
		add_person(round, record.id, record_text(&record, "name"));
	if (rows_close(&rows) != STATUS_OK)
		session_fail(session, &error);
}

static void
gather_people(struct round *round, struct session *session)
{
	for (size_t i = 0; i < round->report.question_count; i++) {
		const struct readiness_question *question = &round->report.questions[i];

		for (size_t j = 0; j < question->answer_count; j++)
			add_person(
				round, question->answers[j].respondent, question->answers[j].name);
	}
	if (round->person_count == 0)
		propose_executives(round, session);
	if (round->person_count > 1)
		qsort(round->people, round->person_count, sizeof round->people[0], compare_people);
}

static void
read_question(struct round *round, struct session *session)
{
	struct error error = { 0 };

	if (round->report.question_count > 0 &&
		programme_get(session->programme, type_find("question"),
			round->report.questions[round->panel.selection.row].id, &round->arena,
			&round->question, &error) != STATUS_OK)
		session_fail(session, &error);
}

static void
round_moved(struct panel *panel, struct session *session, int before)
{
	(void)before;
	read_question((struct round *)panel, session);
}

static void
fit(struct round *round, struct session *session)
{
	struct area area = { round->area.row + 1, round->area.column, round_view_rows(round),
		round->area.columns };

	round->panel.selection.columns = (int)round->person_count;
	round->panel.selection.shown_columns = round_view_people(round);
	selection_fit(&round->panel, (int)round->report.question_count, area);
	read_question(round, session);
}

/* The question that the cursor is on; 0: there are none. */
static int64_t
question_id(const struct round *round)
{
	return round->panel.selection.row < (int)round->report.question_count
		       ? round->report.questions[round->panel.selection.row].id
		       : 0;
}

/* -1: it is gone. */
static int
find_question(const struct round *round, int64_t id)
{
	for (size_t i = 0; i < round->report.question_count; i++)
		if (round->report.questions[i].id == id)
			return (int)i;
	return -1;
}

static void
round_reload(struct panel *panel, struct session *session)
{
	struct round *round = (struct round *)panel;
	int64_t wanted = question_id(round);
	struct error error = { 0 };
	int row;

	arena_reset(&round->arena);
	round->report = (struct readiness_report){ 0 };
	if (programme_readiness(session->programme, &round->arena, &round->report, &error) !=
		STATUS_OK)
		session_fail(session, &error);
	if (round->person_count == 0)
		gather_people(round, session);
	row = find_question(round, wanted);
	panel->selection.row = row < 0 ? panel->selection.row : row;
	fit(round, session);
}

static void
round_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct round *round = (struct round *)panel;

	(void)screen;
	round->area = content;
	if (round->report.question_count == 0)
		round_reload(panel, session);
	fit(round, session);
}

static unsigned
record(struct session *session, const struct round_answer *answer)
{
	struct error error = { 0 };
	size_t changed = 0;

	if (programme_record_round(session->programme, programme_today(session->programme), answer,
		    1, &changed, &error) == STATUS_OK)
		return EFFECT_RELOAD;
	return session_reject(session, &error, type_find("question"), answer->question);
}

static bool
can_answer(const struct round *round, struct session *session)
{
	if (round->person_count == 0)
		session_say(session, ROLE_MESSAGE, "a adds a person who answers first");
	return round->person_count > 0 && round->report.question_count > 0;
}

/* Down through the questions, then the next person. */
static void
move_on(struct round *round, struct session *session)
{
	const struct selection *at = &round->panel.selection;

	if (at->row + 1 < at->rows)
		selection_move(&round->panel, session, 1);
	else if (at->column + 1 < at->columns)
		selection_stand(&round->panel, session, 0, at->column + 1);
}

static unsigned
score(struct round *round, struct session *session, int points)
{
	struct round_answer answer;
	unsigned effects;

	if (points < 0 || points > 5) {
		session_say(session, ROLE_WARNING, "a score is 1 to 5, or 0 for not known");
		return EFFECT_NONE;
	}
	if (!can_answer(round, session))
		return EFFECT_NONE;
	answer = (struct round_answer){
		.question = round->report.questions[round->panel.selection.row].id,
		.respondent = round->people[round->panel.selection.column].id,
		.score = points
	};
	effects = record(session, &answer);
	move_on(round, session);
	return effects;
}

/* The key itself says it, or what is typed behind the name. */
static unsigned
answer(struct panel *panel, struct session *session)
{
	const struct input *input = session->press.input;
	const char *text = session->press.argument;
	int points = -1;

	if (text && text[0] >= '0' && text[0] <= '5' && text[1] == '\0')
		points = text[0] - '0';
	else if (!text && input)
		points = (int)input->code - '0';
	return score((struct round *)panel, session, points);
}

static unsigned
answer_not_known(struct panel *panel, struct session *session)
{
	return score((struct round *)panel, session, 0);
}

static unsigned
take_back(struct panel *panel, struct session *session)
{
	struct round *round = (struct round *)panel;
	struct query query = query_of("response");
	struct error error = { 0 };
	struct rows rows;
	struct record answer;
	char today[DATE_SIZE];
	bool found;

	if (!can_answer(round, session))
		return EFFECT_NONE;
	date_format(programme_today(session->programme), today);
	query_where(&query, "question", value_integer(question_id(round)));
	query_where(&query, "respondent",
		value_integer(round->people[round->panel.selection.column].id));
	query_where(&query, "on", value_text(today));
	rows = rows_open(session->programme, &query, &error);
	found = rows_next(&rows, &answer);
	if (rows_close(&rows) != STATUS_OK ||
		(found && programme_remove(session->programme, query.type, &answer.id, 1, &error) !=
				  STATUS_OK))
		session_fail(session, &error);
	else if (!found)
		session_say(session, ROLE_MESSAGE, "there is no answer of today here");
	return EFFECT_RELOAD;
}

/* The cell for which evidence is typed. */
struct evidence {
	struct round *round;
	int64_t question, respondent;
};

static unsigned
take_evidence(struct session *session, const char *text, void *context)
{
	const struct evidence *evidence = context;
	const struct readiness_report *report = &evidence->round->report;
	struct round_answer answer = {
		.question = evidence->question, .respondent = evidence->respondent, .evidence = text
	};
	int row = find_question(evidence->round, evidence->question);

	for (size_t i = 0; row >= 0 && i < report->questions[row].answer_count; i++)
		if (report->questions[row].answers[i].respondent == answer.respondent)
			answer.score = report->questions[row].answers[i].score;
	return record(session, &answer);
}

static unsigned
ask_evidence(struct panel *panel, struct session *session)
{
	struct round *round = (struct round *)panel;
	const struct readiness_answer *answer;
	struct evidence evidence;

	if (!can_answer(round, session))
		return EFFECT_NONE;
	evidence = (struct evidence){ round, question_id(round),
		round->people[round->panel.selection.column].id };
	answer =
		round_view_answer(round, round->panel.selection.row, round->panel.selection.column);
	return prompt_ask_text(session, callback_with(take_evidence, &evidence, sizeof evidence),
		"what it rests on:", answer && answer->evidence ? answer->evidence : "");
}

static unsigned
take_person(struct session *session, const char *name, void *context)
{
	struct round *round = context;
	const struct type *type = type_find("stakeholder");
	struct arena arena = { 0 };
	struct error error = { 0 };
	int64_t id = 0;

	if (programme_resolve(session->programme, type, name, strlen(name), &id, &error) !=
		STATUS_OK)
		return session_reject(session, &error, NULL, 0);
	if (has_person(round, id))
		session_say(session, ROLE_MESSAGE, "they have a column already");
	else if (round->person_count == PEOPLE_MAX)
		session_say(session, ROLE_WARNING, "more than %d people do not fit in a round",
			PEOPLE_MAX);
	else {
		add_person(round, id, programme_title(session->programme, type, id, &arena));
		fit(round, session);
		selection_stand(&round->panel, session, 0, (int)round->person_count - 1);
	}
	arena_clear(&arena);
	return EFFECT_NONE;
}

static unsigned
ask_person(struct panel *panel, struct session *session)
{
	return prompt_ask(session, callback_to(take_person, panel), "who answers:");
}

static bool
round_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	const struct round *round = (const struct round *)panel;
	int left = mouse->column - round->area.column - round_view_head(round);
	int person = panel->selection.first_column + left / round_view_person(round);

	(void)session;
	(void)row;
	if (left >= 0 && person < panel->selection.columns)
		*column = person;
	return area_has(panel->selection.area, mouse->row, mouse->column);
}

static void
round_free(struct panel *panel)
{
	struct round *round = (struct round *)panel;

	arena_clear(&round->arena);
	arena_clear(&round->names);
	free(round);
}

/* clang-format off */
static const struct keys round_keys = { "in a round of the diagnosis", {
	{ "score", "1 2 3 4 5", answer, "this person's answer, 1 to 5, and on to the next question",
	  "to 5: answer", 1, .effect = WRITES },
	{ "not-known", "0 x", answer_not_known, "this person does not know: an answer of its own",
	  "not known", 3, .effect = WRITES },
	{ "evidence-note", "e", ask_evidence, "what the answer rests on", "evidence", 4,
	  .effect = WRITES },
	{ "add-person", "a", ask_person, "one more person who answers", "person", 5,
	  .effect = WRITES },
	{ "take-back", "d Del Backspace", take_back, "take this answer of today away",
	  .effect = WRITES },
	{ "next-question", "Enter", selection_step, "the next question", .effect = MOVES, .by = 1 },
	{ "previous-person", "Shift-Tab", selection_side, "the person before", .effect = MOVES,
	  .by = -1 },
	{ "next-person", "Tab", selection_side, "the next person", .effect = MOVES, .by = 1 },
	{ "close", "Esc q Ctrl-C", keys_close, "back to the diagnosis; every answer is saved",
	  "back", 2, .effect = READS },
} };
/* clang-format on */

const struct panel_class round_class = {
	.kind = PANEL_WHOLE,
	.keys = { &round_keys, &selection_keys, &selection_side_keys },
	.layout = round_layout,
	.draw = round_draw,
	.reload = round_reload,
	.moved = round_moved,
	.locate = round_locate,
	.free = round_free,
};

struct panel *
round_new(void)
{
	struct round *round = memory_new(1, sizeof *round);

	round->panel.class = &round_class;
	return &round->panel;
}
