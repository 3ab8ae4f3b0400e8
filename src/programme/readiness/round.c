/* SPDX-License-Identifier: MIT */
/*
 * Recording a round of answers. Must not double an answer of the same day: that is changed, or left
 * alone where it says the same. On a later day the same answer is written again, because it shows
 * that the evidence still holds.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/readiness.h"

static enum status
find_answer(struct programme *programme, const struct round_answer *answer, const char *on,
	int64_t *id, struct error *error)
{
	struct query query = query_of("response");

	query_where(&query, "question", value_integer(answer->question));
	query_where(&query, "respondent", value_integer(answer->respondent));
	query_where(&query, "on", value_text(on));
	query.descending = true;
	query.limit = 1;
	return find_record(programme, &query, id, error);
}

static struct value
score_value(const struct round_answer *answer)
{
	return answer->score > 0 ? value_integer(answer->score) : value_none();
}

static enum status
fill_answer(struct record *record, const struct round_answer *answer, struct arena *arena,
	struct error *error)
{
	int evidence = type_field_index(record->type, "evidence");

	record_put(record, "score", score_value(answer));
	if (!answer->evidence)
		return STATUS_OK;
	return field_parse(&record->type->fields[evidence], answer->evidence,
		strlen(answer->evidence), NULL, arena, &record->values[evidence], error);
}

static enum status
insert_answer(struct programme *programme, const struct round_answer *answer, const char *on,
	struct arena *arena, struct error *error)
{
	struct record record;
	enum status status;

	record_init(&record, type_find("response"));
	record_put(&record, "question", value_integer(answer->question));
	record_put(&record, "respondent", value_integer(answer->respondent));
	record_put(&record, "on", value_text(on));
	status = fill_answer(&record, answer, arena, error);
	if (status == STATUS_OK)
		status = record_check(&record, error);
	return status == STATUS_OK ? store_insert(programme->store, &record, error) : status;
}

static enum status
write_answer(struct programme *programme, const struct round_answer *answer, const char *on,
	struct arena *arena, size_t *changed, struct error *error)
{
	struct record before, now;
	int64_t id;
	enum status status;

	if (answer->score < 0 || answer->score > 5)
		return error_set(error, STATUS_INVALID,
			"score must be a whole number from 1 to 5, or not known, not %d",
			answer->score);
	status = find_answer(programme, answer, on, &id, error);
	if (status != STATUS_OK)
		return status;
	if (id == 0) {
		++*changed;
		return insert_answer(programme, answer, on, arena, error);
	}
	status = store_get(programme->store, type_find("response"), id, arena, &before, error);
	if (status != STATUS_OK)
		return status;
	now = before;
	status = fill_answer(&now, answer, arena, error);
	if (status != STATUS_OK)
		return status;
	if (!value_equal(record_get(&now, "score"), record_get(&before, "score")) ||
		!value_equal(record_get(&now, "evidence"), record_get(&before, "evidence")))
		++*changed;
	return store_update(programme->store, &before, &now, error);
}

enum status
programme_record_round(struct programme *programme, day on, const struct round_answer *answers,
	size_t count, size_t *changed, struct error *error)
{
	struct arena arena = { 0 };
	char date[DATE_SIZE];
	enum status status = store_begin(programme->store, "record a readiness round", error);

	*changed = 0;
	if (status != STATUS_OK)
		return status;
	date_format(on, date);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = write_answer(programme, &answers[i], date, &arena, changed, error);
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}
