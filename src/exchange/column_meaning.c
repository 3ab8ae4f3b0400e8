/* SPDX-License-Identifier: MIT */
/*
 * Columns whose name could mean two things: the values decide (import-names.md, collisions). Must
 * not guess: what fits nothing, or two things equally, is asked about.
 */
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/exchange/mapping.h"
#include "word_fold.h"

enum { FIELDS_MOST = 3 };

/* What the name may mean, in the order in which it is tried: a field whose words all values must
 * be; "*field", which takes any text; "-", kept out whatever it holds; "-|a|b|", kept out where all
 * values are those; "#", kept out where all are numbers or grades. */
struct meaning {
	const char *type, *names;
	const char *readings[FIELDS_MOST + 1];
};

static const struct meaning meanings[] = {
	{ "stakeholder", "|position|", { "#", "attitude", "*job_title" } },
	{ "stakeholder", "|function|", { "group", "*organisation" } },
	{ "stakeholder", "|role|", { "group", "*job_title" } },
	{ "stakeholder", "|type|", { "kind", "group" } },
	{ "stakeholder", "|category|team|classification|", { "group", "-|internal|external|" } },
	{ "stakeholder", "|employment status|employee status|worker status|", { "active", "-" } },
	{ "stakeholder", "|target|required|d|", { "desired_attitude" } },
	{ "stakeholder", "|engagement|current state|rag|c|", { "attitude" } },
	{ "milestone", "|milestone|", { "-|yes|no|y|n|true|false|1|0|x|", "*title" } },
	{ "milestone", "|type|issue type|task type|category|", { "kind", "-" } },
	{ "milestone",
		"|phase|stage|gate|horizon|release|bucket name|bucket|list name|list|board list|",
		{ "phase", "*workstream" } },
	{ "milestone",
		"|state|status|task status|progress|complete|percent complete|done|due complete|",
		{ "state", "-" } },
};

/* Words that are as often a job or a department as a stance or a group. */
static const struct {
	const char *field, *words;
} double_words[] = {
	{ "attitude", "|driver|sponsor|champion|leader|lead|advocate|critic|ally|" },
	{ "group", "|hr|finance|it|operations|data|legal|pmo|strategy|" },
};

static const struct meaning *
find_meaning(const struct type *type, const char *folded)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (strcmp(meanings[i].type, type->name) == 0 &&
			word_fold_contains(meanings[i].names, folded))
			return &meanings[i];
	return NULL;
}

static bool
is_contact(const struct type *type, const char *folded)
{
	return strcmp(type->name, "stakeholder") == 0 &&
	       word_fold_contains("|contact|contact information|contact details|", folded);
}

static bool
is_status(const struct type *type, const char *folded)
{
	return strcmp(type->name, "stakeholder") == 0 &&
	       word_fold_contains("|status|state|", folded);
}

bool
column_meaning_is_open(const struct type *type, const char *folded)
{
	return find_meaning(type, folded) || is_contact(type, folded) || is_status(type, folded);
}

int
column_meaning_rank(const struct type *type, const char *folded)
{
	const struct meaning *meaning = find_meaning(type, folded);
	int rank = 0;

	if (!meaning)
		return is_status(type, folded) ? (int)strlen(folded) : 0;
	for (const char *name = meaning->names; *name; name++) {
		size_t length = strcspn(name + 1, "|");

		if (length == strlen(folded) && strncmp(name + 1, folded, length) == 0)
			return rank;
		rank += *name == '|';
	}
	return rank;
}

static bool
is_any(const char *names, const char *value)
{
	struct arena arena = { 0 };
	bool found = word_fold_contains(names, text_fold_name(&arena, value, strlen(value)));

	arena_clear(&arena);
	return found;
}

/* Whether the value is a word that the field knows, in ours or in translation; a reference knows
 * the choices that its target's name has. */
static bool
fits(const struct type *type, const char *name, const char *value)
{
	struct arena arena = { 0 };
	const struct field *field = type_field_find(type, name);
	const char *ours;
	bool known;

	if (field->kind == FIELD_REFERENCE) {
		type = type_find(field->target);
		field = type_field_find(type, type->title);
	}
	known = (field->kind == FIELD_CHOICE && field_choice_find(field, value)) ||
		(field->kind == FIELD_BOOLEAN && is_any("|yes|no|y|n|true|false|1|0|", value)) ||
		value_words_translate(type, field, NULL, value, &arena, &ours) != TRANSLATED_NOT;
	arena_clear(&arena);
	return known;
}

enum fit { FITS_NOT, FITS, FITS_TWICE /* each value is as well something else */ };

static enum fit
look_at_fit(const struct type *type, const char *field, const struct column_values *values)
{
	const char *doubles = "";
	size_t doubtful = 0;

	for (size_t i = 0; i < sizeof double_words / sizeof *double_words; i++)
		if (strcmp(double_words[i].field, field) == 0)
			doubles = double_words[i].words;
	for (size_t i = 0; i < values->count; i++) {
		if (!fits(type, field, values->texts[i]))
			return FITS_NOT;
		doubtful += is_any(doubles, values->texts[i]);
	}
	return values->count == 0 ? FITS_NOT : doubtful < values->count ? FITS : FITS_TWICE;
}

static bool
all_are(const char *names, const struct column_values *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (!is_any(names, values->texts[i]))
			return false;
	return values->count > 0;
}

/* "3", "Level 4", "Grade B", "E5": a place in the hierarchy. */
static bool
is_grade(const char *value)
{
	struct arena arena = { 0 };
	const char *folded = text_fold_name(&arena, value, strlen(value));
	static const char *const words[] = { "level", "grade", "band", "tier", "stufe", "rank" };
	bool grade = strlen(folded) <= 3 && strpbrk(folded, "0123456789");

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		grade = grade || (strncmp(folded, words[i], strlen(words[i])) == 0 &&
					 strlen(folded) <= strlen(words[i]) + 3);
	arena_clear(&arena);
	return grade;
}

static bool
all_grades(const struct column_values *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (!is_grade(values->texts[i]))
			return false;
	return values->count > 0;
}

/* An address, a number to call, or a name. */
static const char *
decide_contact(const char *folded, const struct column_values *values, bool *ignored)
{
	size_t addresses = 0, numbers = 0;

	for (size_t i = 0; i < values->count; i++) {
		const char *text = values->texts[i];

		addresses += strchr(text, '@') != NULL;
		numbers += strspn(text, "+0123456789 ()-./") == strlen(text);
	}
	if (addresses == values->count)
		return "email";
	*ignored = numbers == values->count;
	return !*ignored && addresses == 0 && strcmp(folded, "contact") == 0 ? "name" : NULL;
}

/* Here or gone, or words about how things stand; not a traffic light. */
static const char *
decide_status(const char *folded, const struct column_values *values)
{
	if (all_are("|active|inactive|left|former|current|terminated|gone|", values))
		return "active";
	for (size_t i = 0; i < values->count; i++)
		if (is_any("|red|amber|yellow|green|r|a|g|blue|grey|", values->texts[i]))
			return NULL;
	return strcmp(folded, "status") == 0 ? "status" : NULL;
}

int
column_meaning_decide(const struct type *type, const char *folded,
	const struct column_values *values, bool *ignored)
{
	const struct meaning *meaning = find_meaning(type, folded);
	const char *field = NULL;

	*ignored = false;
	if (is_contact(type, folded))
		field = decide_contact(folded, values, ignored);
	else if (is_status(type, folded))
		field = decide_status(folded, values);
	for (size_t i = 0; meaning && !field && !*ignored && meaning->readings[i]; i++) {
		const char *reading = meaning->readings[i];

		if (*reading == '*')
			field = reading + 1;
		else if (*reading == '#')
			*ignored = all_grades(values);
		else if (*reading == '-')
			*ignored = reading[1] == '\0' || all_are(reading + 1, values);
		else if (look_at_fit(type, reading, values) == FITS)
			field = reading;
		else if (strcmp(reading, "attitude") == 0 &&
			 look_at_fit(type, reading, values) == FITS_TWICE)
			return -1;
	}
	return field ? type_field_index(type, field) : -1;
}
