/* SPDX-License-Identifier: MIT */
/*
 * The grid of a round. People across are those who have answered before, else the executives, and
 * whoever is added. Must not judge: states and means come back with the report after each answer.
 */
#include "round_page.h"

#include <stdlib.h>
#include <string.h>

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

static enum status
take_executive(void *context, const struct record *record, struct error *error)
{
	(void)error;
	add_person(context, record->id, record_get(record, "name")->text);
	return STATUS_OK;
}

/* Before anybody has answered. */
static void
propose_executives(struct round *round, struct session *session)
{
	const struct type *type = type_find("stakeholder");
	struct query query = { .type = type, .condition_count = 2, .limit = EXECUTIVES_MAX };
	struct error error = { 0 };

	query.conditions[0] = (struct condition){ type_field_index(type, "group"), COMPARE_EQUAL,
		value_text("executive_sponsor") };
	query.conditions[1] = (struct condition){ type_field_index(type, "active"),
		COMPARE_NOT_EQUAL, value_integer(0) };
	if (programme_each(session->programme, &query, take_executive, round, &error) != STATUS_OK)
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
			round->report.questions[round->row].id, &round->arena, &round->question,
			&error) != STATUS_OK)
		session_fail(session, &error);
}

static void
stand(struct round *round, struct session *session, int row, int column)
{
	int rows = round_view_rows(round), columns = round_view_people(round);

	round->row = larger_of(0, smaller_of(row, (int)round->report.question_count - 1));
	round->column = larger_of(0, smaller_of(column, (int)round->person_count - 1));
	if (round->row < round->first_row)
		round->first_row = round->row;
	if (round->row >= round->first_row + rows)
		round->first_row = round->row - rows + 1;
	if (round->column < round->first_column)
		round->first_column = round->column;
	if (round->column >= round->first_column + columns)
		round->first_column = round->column - columns + 1;
	read_question(round, session);
}

/* The question that the cursor is on; 0: there are none. */
static int64_t
question_id(const struct round *round)
{
	return round->row < (int)round->report.question_count
		       ? round->report.questions[round->row].id
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
	stand(round, session, row < 0 ? round->row : row, round->column);
}

static void
round_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct round *round = (struct round *)panel;

	(void)screen;
	round->area = content;
	if (round->report.question_count == 0)
		round_reload(panel, session);
	stand(round, session, round->row, round->column);
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
	if (session_refuses(session))
		return false;
	if (round->person_count == 0)
		session_say(session, ROLE_MESSAGE, "a adds a person who answers first");
	return round->person_count > 0 && round->report.question_count > 0;
}

/* Down through the questions, then the next person. */
static void
move_on(struct round *round, struct session *session)
{
	if (round->row + 1 < (int)round->report.question_count)
		stand(round, session, round->row + 1, round->column);
	else if (round->column + 1 < (int)round->person_count)
		stand(round, session, 0, round->column + 1);
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
	answer = (struct round_answer){ .question = round->report.questions[round->row].id,
		.respondent = round->people[round->column].id,
		.score = points };
	effects = record(session, &answer);
	move_on(round, session);
	return effects;
}

static int
read_points(const struct press *press)
{
	const char *text = press->argument;

	if (!text)
		return press->input->kind == INPUT_CHARACTER ? (int)press->input->code - '0' : -1;
	return text[0] >= '0' && text[0] <= '5' && text[1] == '\0' ? text[0] - '0' : -1;
}

static enum status
keep_id(void *context, const struct record *found, struct error *error)
{
	(void)error;
	*(int64_t *)context = found->id;
	return STATUS_OK;
}

static unsigned
take_back(struct round *round, struct session *session)
{
	const struct type *type = type_find("response");
	struct query query = { .type = type, .condition_count = 3 };
	struct error error = { 0 };
	char today[DATE_SIZE];
	int64_t id = 0;

	if (!can_answer(round, session))
		return EFFECT_NONE;
	date_format(programme_today(session->programme), today);
	query.conditions[0] = (struct condition){ type_field_index(type, "question"), COMPARE_EQUAL,
		value_integer(round->report.questions[round->row].id) };
	query.conditions[1] = (struct condition){ type_field_index(type, "respondent"),
		COMPARE_EQUAL, value_integer(round->people[round->column].id) };
	query.conditions[2] = (struct condition){ type_field_index(type, "on"), COMPARE_EQUAL,
		value_text(today) };
	if (programme_each(session->programme, &query, keep_id, &id, &error) != STATUS_OK ||
		(id != 0 &&
			programme_remove(session->programme, type, &id, 1, &error) != STATUS_OK))
		session_fail(session, &error);
	else if (id == 0)
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
ask_evidence(struct round *round, struct session *session)
{
	const struct readiness_answer *answer;
	struct evidence evidence;

	if (!can_answer(round, session))
		return EFFECT_NONE;
	evidence = (struct evidence){ round, question_id(round), round->people[round->column].id };
	answer = round_view_answer(round, round->row, round->column);
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
		stand(round, session, 0, (int)round->person_count - 1);
	}
	arena_clear(&arena);
	return EFFECT_NONE;
}

static unsigned
round_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct round *round = (struct round *)panel;

	if (press->action == ACTION_CLOSE)
		return EFFECT_BACK;
	if (press->action == ACTION_SCORE)
		return score(round, session, read_points(press));
	if (press->action == ACTION_NOT_KNOWN)
		return score(round, session, 0);
	if (press->action == ACTION_EVIDENCE)
		return ask_evidence(round, session);
	if (press->action == ACTION_DELETE)
		return take_back(round, session);
	if (press->action == ACTION_ADD)
		return prompt_ask(session, callback_to(take_person, round), "who answers:");
	if (press->action == ACTION_UP)
		stand(round, session, round->row - 1, round->column);
	else if (press->action == ACTION_DOWN)
		stand(round, session, round->row + 1, round->column);
	else if (press->action == ACTION_LEFT)
		stand(round, session, round->row, round->column - 1);
	else if (press->action == ACTION_RIGHT)
		stand(round, session, round->row, round->column + 1);
	else if (press->action == ACTION_FIRST)
		stand(round, session, 0, round->column);
	else if (press->action == ACTION_LAST)
		stand(round, session, INT32_MAX, round->column);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static unsigned
round_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct round *round = (struct round *)panel;
	int row = round->first_row + mouse->row - round->area.row - 1;
	int left = mouse->column - round->area.column - round_view_head(round);

	if (mouse->kind == MOUSE_WHEEL_UP)
		stand(round, session, round->row - 1, round->column);
	else if (mouse->kind == MOUSE_WHEEL_DOWN)
		stand(round, session, round->row + 1, round->column);
	else if (row >= round->first_row && row < (int)round->report.question_count)
		stand(round, session, row,
			left < 0 ? round->column
				 : round->first_column + left / round_view_person(round));
	return EFFECT_NONE;
}

static void
round_free(struct panel *panel)
{
	struct round *round = (struct round *)panel;

	arena_clear(&round->arena);
	arena_clear(&round->names);
	free(round);
}

static const struct panel_class round_class = {
	.scope = SCOPE_ROUND,
	.whole = true,
	.layout = round_layout,
	.draw = round_draw,
	.handle = round_handle,
	.reload = round_reload,
	.point = round_point,
	.free = round_free,
};

struct panel *
round_new(void)
{
	struct round *round = memory_new(1, sizeof *round);

	round->panel.class = &round_class;
	return &round->panel;
}
