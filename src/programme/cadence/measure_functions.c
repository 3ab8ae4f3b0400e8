/* SPDX-License-Identifier: MIT */
/*
 * The statistics of src/rules and the windows of the measures, as rules ask for them. A list of
 * waits is written "3 5+ 8": working days until the answer, + where none has come yet. A mood is
 * written "0 1 4 2 0": how many answers gave each score.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/survival.h"

static enum status
answer_number(struct rule_answer *out, double number)
{
	out->kind = RULE_ANSWERS_NUMBER;
	out->number = number;
	return STATUS_OK;
}

static enum status
answer_whole(struct rule_answer *out, int whole)
{
	out->kind = RULE_ANSWERS_WHOLE;
	out->number = whole;
	return STATUS_OK;
}

static int
whole_of(const char *text)
{
	return text ? (int)strtol(text, NULL, 10) : 0;
}

static enum status
number_window(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	const struct pulses *pulses;
	enum status status = pulses_read(context, &pulses, error);
	day on;

	if (status != STATUS_OK || !texts[0] || !date_parse(texts[0], &on))
		return status;
	return answer_whole(out, window_of(&pulses->windows, on));
}

static enum status
date_window_end(void *context, const char *const texts[RULE_ARGUMENTS_MOST],
	struct rule_answer *out, struct error *error)
{
	const struct pulses *pulses;
	enum status status = pulses_read(context, &pulses, error);
	char date[DATE_SIZE];

	if (status != STATUS_OK || !texts[0])
		return status;
	date_format(window_last(&pulses->windows, whole_of(texts[0])), date);
	out->kind = RULE_ANSWERS_TEXT;
	snprintf(out->text, sizeof out->text, "%s", date);
	return STATUS_OK;
}

static enum status
count_working_days(void *context, const char *const texts[RULE_ARGUMENTS_MOST],
	struct rule_answer *out, struct error *error)
{
	const struct workdays *workdays;
	enum status status = working_days_get(context, &workdays, error);
	day from, to;

	if (status != STATUS_OK || !texts[0] || !texts[1] || !date_parse(texts[0], &from) ||
		!date_parse(texts[1], &to))
		return status;
	return answer_whole(out, workdays_between(workdays, from, to));
}

/* The waits of a list, sorted; to be freed. */
static struct wait *
parse_waits(const char *text, size_t *count)
{
	struct wait *waits = NULL;

	for (*count = 0; text && *text;) {
		char *end;
		long days = strtol(text, &end, 10);

		if (end == text)
			break;
		waits = array_grow(waits, *count, sizeof *waits);
		waits[(*count)++] = (struct wait){ (int)days, *end == '+' };
		text = end + strspn(end, "+ ");
	}
	survival_sort(waits, *count);
	return waits;
}

static enum status
find_quantile(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	size_t count;
	struct wait *waits = parse_waits(texts[0], &count);
	int days;

	(void)context;
	(void)error;
	if (survival_quantile(waits, count, whole_of(texts[1]), &days))
		(void)answer_whole(out, days);
	free(waits);
	return STATUS_OK;
}

static enum status
judge_waits(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	size_t count;
	struct wait *waits = parse_waits(texts[0], &count);
	bool slow = survival_is_slow(waits, count, whole_of(texts[1]));

	(void)context;
	(void)error;
	free(waits);
	return answer_whole(out, slow);
}

static enum status
judge_share(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	(void)context;
	(void)error;
	return answer_whole(out, chance_is_below(whole_of(texts[0]), whole_of(texts[1]),
					 whole_of(texts[2]) / 100.0));
}

static enum status
find_chance_of_rise(void *context, const char *const texts[RULE_ARGUMENTS_MOST],
	struct rule_answer *out, struct error *error)
{
	(void)context;
	(void)error;
	return answer_number(out, chance_of_rise(whole_of(texts[0]), whole_of(texts[1])));
}

static bool
parse_mood(const char *text, int scores[MOOD_SCORES])
{
	for (int i = 0; i < MOOD_SCORES; i++) {
		char *end = NULL;

		scores[i] = text ? (int)strtol(text, &end, 10) : 0;
		if (!text || end == text)
			return false;
		text = end;
	}
	return true;
}

/* NULL where either mood is not told. */
static enum status
judge_fall(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	struct store *store = ((struct programme *)context)->store;
	const struct fall_limits limits = { (int)store_setting(store, "chance_percent"),
		(int)store_setting(store, "sentiment_drop_tenths"),
		(int)store_setting(store, "sentiment_drop_answers") };
	int before[MOOD_SCORES], now[MOOD_SCORES];

	(void)error;
	if (!parse_mood(texts[0], before) || !parse_mood(texts[1], now))
		return STATUS_OK;
	return answer_whole(out, chance_has_fallen(before, now, &limits));
}

static enum status
find_mean(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	int scores[MOOD_SCORES];

	(void)context;
	(void)error;
	return parse_mood(texts[0], scores) ? answer_number(out, pulses_mean(scores)) : STATUS_OK;
}

/* mood('team', 17, 3): what may be told of that window; NULL: nothing. */
static enum status
find_mood(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	const struct pulses *pulses;
	const struct pulse_cut *cut;
	enum status status = pulses_read(context, &pulses, error);

	if (status != STATUS_OK || !texts[0] || !texts[1])
		return status;
	cut = pulses_find(pulses, whole_of(texts[2]), texts[0], texts[1]);
	if (!cut || !cut->shown)
		return STATUS_OK;
	out->kind = RULE_ANSWERS_TEXT;
	snprintf(out->text, sizeof out->text, "%d %d %d %d %d", cut->scores[0], cut->scores[1],
		cut->scores[2], cut->scores[3], cut->scores[4]);
	return STATUS_OK;
}

static const struct rule_function functions[] = {
	{ "window_of", 1, number_window },
	{ "window_last", 1, date_window_end },
	{ "working_days", 2, count_working_days },
	{ "waited_days", 2, find_quantile },
	{ "is_slow", 2, judge_waits },
	{ "is_below", 3, judge_share },
	{ "chance_of_rise", 2, find_chance_of_rise },
	{ "has_fallen", 2, judge_fall },
	{ "mood", 3, find_mood },
	{ "mood_mean", 1, find_mean },
};

enum status
measure_functions_offer(struct programme *programme, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof functions / sizeof *functions && status == STATUS_OK; i++)
		status = rulebook_add_function(programme->store, &functions[i], programme, error);
	return status;
}
