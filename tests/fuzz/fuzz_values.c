/* SPDX-License-Identifier: MIT */
/* Any bytes as one value of somebody's sheet, to every reader of values; what is read must be ours.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/predecessor_words.h"
#include "exchange/raci_letters.h"
#include "exchange/value_reading.h"
#include "rollout/exchange/date_words.h"
#include "rollout/model/rrule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LEAST = -5, MOST = 100000 };

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
read_numbers(const char *text)
{
	int64_t number = 0;
	enum number_marks judged = value_number_judge(MARKS_UNKNOWN, text);

	must(judged <= MARKS_MIXED);
	for (int marks = MARKS_UNKNOWN; marks <= MARKS_MIXED; marks++)
		if (value_number_read(text, (enum number_marks)marks, LEAST, MOST, &number) ==
			TRANSLATED)
			must(number >= LEAST && number <= MOST);
	if (value_span_read(text, &number))
		must(number >= 0);
}

static void
read_days(const char *text)
{
	day on = 0;

	must(date_words_judge(DATES_UNKNOWN, text) <= DATES_MIXED);
	for (int order = DATES_UNKNOWN; order <= DATES_MIXED; order++)
		if (date_words_read(text, (enum date_order)order, &on) == DATE_WORDS_READ)
			must(date_civil(on).year >= 1900 && date_civil(on).year <= 2199);
}

static void
read_links(const char *text, size_t length)
{
	struct predecessor word;
	const char *at = text;
	unsigned int letters = 0;
	bool reduced;

	while ((at = predecessor_words_next(at, text, &word))) {
		must(at <= text + length && word.text >= text && word.text + word.length <= at);
		must(word.kind != LINK_NONE);
	}
	if (raci_letters_read(text, &letters) == RACI_READ)
		must(*raci_letters_keep(letters, &reduced) != '\0');
}

/* Whatever the words of a rule become is a rule; an RRULE of somebody may still hold what ours has
 * not. */
static void
read_rule(const char *text, struct arena *arena)
{
	const char *rule = NULL;
	struct rrule parsed;
	struct error error;

	if (value_rule_read(text, arena, &rule) == TRANSLATED && !strpbrk(text, "=:"))
		must(rrule_parse("rule", rule, &parsed, &error) == STATUS_OK);
}

/* To every field that takes words. */
static void
read_words(const char *text, struct arena *arena)
{
	const char *const names[] = { "stakeholder", "milestone", "assignment", "forum", "risk" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct type *type = type_find(names[i]);
		const struct column_values values = { &text, 1 };
		bool ignored;

		for (size_t k = 1; k < type->field_count; k++) {
			const struct column column = { .field = (int)k, .scale = 10 };
			const char *out = NULL;

			if (value_words_translate(type, &type->fields[k], &column, text, arena,
				    &out) == TRANSLATED)
				must(out != NULL);
		}
		(void)column_meaning_decide(type, "position", &values, &ignored);
		(void)column_meaning_decide(type, "status", &values, &ignored);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	const char *nul = size > 0 ? memchr(data, '\0', size) : NULL;
	size_t length = nul ? (size_t)(nul - (const char *)data) : size;
	const char *text = arena_copy(&arena, (const char *)data, length);

	read_numbers(text);
	read_days(text);
	read_links(text, length);
	read_rule(text, &arena);
	read_words(text, &arena);
	arena_clear(&arena);
	return 0;
}
