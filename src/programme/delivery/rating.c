/* SPDX-License-Identifier: MIT */
/*
 * Ratings: a person's judgement beside the suggestion. Never gives one in a person's place; only
 * asks for the reason where the two differ or things have got worse.
 */
#include <stdio.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"
#include "rollout/programme/confidence.h"

static enum status
fail_scope(const struct confidence_report *report, const char *text, struct error *error)
{
	struct buffer scopes = { 0 };
	enum status status;

	for (size_t i = 0; i < report->count; i++)
		buffer_format(&scopes, "%s%s", i > 0 ? ", " : "", report->scopes[i].scope);
	status = error_set(error, STATUS_INVALID, "there is no scope \"%.*s\" to rate; there is %s",
		text_quote_length(text, strlen(text)), text, buffer_text(&scopes));
	buffer_clear(&scopes);
	return status;
}

/* "pilot", "phase/pilot" and the number of the phase are one. */
static enum status
find_scope(struct programme *programme, const struct confidence_report *report, const char *text,
	const struct scope_confidence **out, struct error *error)
{
	static const char *const kinds[] = { "phase", "workstream" };
	const char *slash = strchr(text, '/'), *word = slash ? slash + 1 : text;

	*out = confidence_find(report, text);
	for (size_t i = 0; !*out && i < sizeof kinds / sizeof *kinds; i++) {
		const struct type *type = type_find(kinds[i]);
		struct arena arena = { 0 };
		struct error inner = { 0 };
		int64_t id = 0;

		if (slash && strncmp(text, kinds[i], (size_t)(slash - text)) != 0)
			continue;
		if (programme_resolve(programme, type, word, strlen(word), &id, &inner) ==
			STATUS_OK)
			*out = confidence_find(
				report, arena_format(&arena, "%s/%s", kinds[i],
						programme_identifier(programme, type, id, &arena)));
		arena_clear(&arena);
	}
	return *out ? STATUS_OK : fail_scope(report, text, error);
}

static enum confidence
colour_of(const char *word)
{
	for (int i = 0; i < CONFIDENCE_UNKNOWN; i++)
		if (strcmp(word, rating_rule_name((enum confidence)i)) == 0)
			return (enum confidence)i;
	return CONFIDENCE_UNKNOWN;
}

enum rating_reason
confidence_needs_reason(
	const struct scope_confidence *scope, const char *suggested, const char *given)
{
	if (strcmp(given, suggested) != 0)
		return RATING_DIFFERS;
	return scope->given && rating_rule_is_worse(colour_of(given), colour_of(scope->given))
		       ? RATING_WORSENS
		       : RATING_NEEDS_NONE;
}

static enum status
ask_for_reason(
	const struct scope_confidence *scope, const struct record *rating, struct error *error)
{
	const struct value *given = record_get(rating, "given");
	const char *suggested = record_get(rating, "suggested")->text;

	if (given->kind == VALUE_NONE || record_get(rating, "reason")->kind != VALUE_NONE)
		return STATUS_OK;
	switch (confidence_needs_reason(scope, suggested, given->text)) {
	case RATING_NEEDS_NONE: break;
	case RATING_DIFFERS:
		return error_set(error, STATUS_INVALID,
			"%s is suggested, not %s: say why in the reason", suggested, given->text);
	case RATING_WORSENS:
		return error_set(error, STATUS_INVALID,
			"%s is worse than the last rating, %s of %s: say why in the reason",
			given->text, scope->given, scope->given_on);
	}
	return STATUS_OK;
}

enum status
rating_check(struct programme *programme, const struct record *before, struct record *now,
	struct arena *arena, struct error *error)
{
	struct confidence_report report;
	const struct scope_confidence *scope;
	enum status status;

	if (strcmp(now->type->name, "rating") != 0 || record_get(now, "scope")->kind == VALUE_NONE)
		return STATUS_OK;
	if (before && value_equal(record_get(before, "scope"), record_get(now, "scope")) &&
		value_equal(record_get(before, "given"), record_get(now, "given")) &&
		value_equal(record_get(before, "reason"), record_get(now, "reason")))
		return STATUS_OK;
	status = programme_confidence(programme, arena, &report, error);
	if (status == STATUS_OK)
		status = find_scope(
			programme, &report, record_get(now, "scope")->text, &scope, error);
	if (status != STATUS_OK)
		return status;
	record_put(now, "scope", value_text(scope->scope));
	if (record_get(now, "suggested")->kind == VALUE_NONE)
		record_put(now, "suggested", value_text(scope->suggested));
	return ask_for_reason(scope, now, error);
}

/* 0: nobody leads. */
static enum status
find_lead(struct programme *programme, int64_t *lead, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	rows_of(&rows, "programme", NULL);
	while (rows_next(&rows, &record))
		*lead = record_number(&record, "lead");
	return rows_close(&rows);
}

/* A scope has one rating a day: who thinks again on the same day revises it. */
static enum status
write_rating(
	struct programme *programme, struct field_text *texts, size_t count, struct error *error)
{
	const struct type *type = type_find("rating");
	struct arena arena = { 0 };
	struct record rating;
	uint32_t touched;
	int64_t id = 0;
	bool changed;
	enum status status;

	record_init(&rating, type);
	status = fields_apply(programme, &rating, texts, count, &touched, &arena, error);
	/* This calls the scope by the name that the file knows it by. */
	if (status == STATUS_OK)
		status = rating_check(programme, NULL, &rating, &arena, error);
	if (status == STATUS_OK)
		status = store_find_identity(programme->store, &rating, &id, error);
	if (status == STATUS_OK && id == 0)
		status = programme_add(programme, type, texts, count, &id, error);
	else if (status == STATUS_OK) {
		texts[count++] = (struct field_text){ "suggested", "", 0 };
		status = programme_set(programme, type, id, texts, count, NULL, &changed, error);
	}
	arena_clear(&arena);
	return status;
}

enum status
programme_rate(struct programme *programme, const struct given_rating *rating, struct error *error)
{
	const char *reason = rating->reason ? rating->reason : "";
	struct field_text texts[6];
	char number[32], today[DATE_SIZE];
	int64_t by = rating->by;
	size_t count = 0;
	enum status status = STATUS_OK;

	if (rating->given[strspn(rating->given, " ")] == '\0')
		return error_set(error, STATUS_INVALID,
			"a rating is green, amber, red or unknown, not nothing");
	if (by == 0)
		status = find_lead(programme, &by, error);
	if (status != STATUS_OK)
		return status;
	date_format(programme->today, today);
	snprintf(number, sizeof number, "%lld", (long long)by);
	texts[count++] = (struct field_text){ "scope", rating->scope, strlen(rating->scope) };
	texts[count++] = (struct field_text){ "on", today, strlen(today) };
	texts[count++] = (struct field_text){ "given", rating->given, strlen(rating->given) };
	texts[count++] = (struct field_text){ "reason", reason, strlen(reason) };
	if (by != 0)
		texts[count++] = (struct field_text){ "by", number, strlen(number) };
	return write_rating(programme, texts, count, error);
}
