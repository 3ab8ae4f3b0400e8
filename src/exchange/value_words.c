/* SPDX-License-Identifier: MIT */
/*
 * What other people's files put into our fields: "High" for an influence, "Supporter" for an
 * attitude, "Fortnightly" for a cadence (import-names.md, D2). Only words whose meaning is plain;
 * one that means two things is unclear and is asked about.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "raci_letters.h"
#include "rollout/exchange/mapping.h"
#include "value_reading.h"
#include "word_fold.h"

/* Folded words with bars around each, and what they are here; to NULL: unclear; "": no value. */
struct words {
	const char *words;
	const char *to;
};

static const struct words level_words[] = {
	{ "|vh|very high|critical|h|high|strong|very strong|major|", "5" },
	{ "|m|medium|moderate|mid|med|average|", "3" },
	{ "|l|low|weak|minor|vl|very low|none|", "1" },
	{ "|n a|na|tbc|tbd|unknown|not rated|", "" },
	{ "|yes|no|y|n|", NULL },
	{ NULL, NULL },
};

static const struct words attitude_words[] = {
	{ "|leading|champion|sponsor|driver|leader|supportive|supporter|strong "
	  "supporter|ally|positive|favourable|favorable|"
	  "for|in favour|green|actively supports|active support|active supporter|support|",
		"active" },
	{ "|neutral|undecided|indifferent|0|passive support|passively supports|passive supporter|",
		"passive" },
	{ "|resistant|opposed|opponent|blocker|sceptic|skeptic|sceptical|skeptical|critic|critical|"
	  "negative|against|red|"
	  "resists|resisting|hostile|",
		"resistant" },
	{ "|unaware|not aware|not known|tbc|tbd|n a|na|not rated|", "unknown" },
	{ "|ambivalent|mixed feelings|divided|", "mixed" },
	{ "|advocate|amber|yellow|", NULL },
	{ NULL, NULL },
};

static const struct words group_words[] = {
	{ "|sponsor|executive|exec sponsor|executive team|executives|senior leadership|steering "
	  "committee|",
		"executive_sponsor" },
	{ "|strategy|strategy lead|objective owner|", "strategy_owner" },
	{ "|functional leader|function lead|function head|head of function|functional "
	  "manager|department head|line manager|",
		"functional_lead" },
	{ "|champion|team coach|okr coach|okr champion|coach or champion|coach "
	  "champion|facilitator|",
		"coach" },
	{ "|user|team member|employee|staff|teams|team|business user|", "end_user" },
	{ "|enabler|support function|enabling|enabling "
	  "team|hr|finance|it|operations|data|legal|pmo|",
		"enabling_function" },
	{ "|partner|supplier|vendor|customer|client|external|contractor|regulator|",
		"external_partner" },
	{ NULL, NULL },
};

static const struct words kind_words[] = {
	{ "|individual|human|p|", "person" },
	{ "|organisation|organization|team|committee|body|unit|g|", "group" },
	{ NULL, NULL },
};

static const struct words channel_words[] = {
	{ "|1 1|1 to 1|121|one on one|1 on 1|face to face|in person|call|phone|meeting 1 1|coffee|",
		"one_to_one" },
	{ "|workshops|working session|training|", "workshop" },
	{ "|email|e "
	  "mail|mail|brief|briefing|newsletter|report|written|memo|document|slack|chat|intranet|",
		"written_brief" },
	{ "|checkin|check ins|stand up|standup|team check in|", "check_in" },
	{ "|meeting|meetings|town hall|townhall|all hands|steering "
	  "committee|steerco|board|committee|review|forums|",
		"forum" },
	{ NULL, NULL },
};

static const struct words cadence_words[] = {
	{ "|daily|every day|", "1" },
	{ "|weekly|every week|once a week|", "7" },
	{ "|fortnightly|every fortnight|every two weeks|every other week|", "14" },
	{ "|monthly|every month|once a month|", "30" },
	{ "|quarterly|every quarter|", "91" },
	{ "|annually|yearly|every year|annual|", "365" },
	{ "|half yearly|twice a year|every six months|semi annually|", "182" },
	{ "|ad hoc|as needed|as required|when needed|none|never|n a|na|tbc|on request|", "" },
	{ "|bi weekly|biweekly|bi monthly|bimonthly|bi annually|", NULL },
	{ NULL, NULL },
};

/* What is done elsewhere is under way here until its proof is checked. */
static const struct words state_words[] = {
	{ "|to do|todo|open|new|backlog|not started|planned|selected for development|future task|"
	  "upcoming|scheduled|waiting|pending|not yet started|0|false|no|",
		"planned" },
	{ "|in progress|doing|started|active|working on it|under way|underway|ongoing|blocked|"
	  "stuck|in review|review|testing|on hold|on track|at risk|late|delayed|"
	  "done|complete|completed|closed|resolved|finished|100|true|yes|",
		"in_progress" },
	{ "|cancelled|canceled|won t do|wont do|dropped|rejected|obsolete|", "dropped" },
	{ NULL, NULL },
};

static const struct words boolean_words[] = {
	{ "|active|current|here|ja|oui|si|sim|wahr|vrai|waar|verdadero|t|", "yes" },
	{ "|inactive|left|former|gone|terminated|nein|nee|non|nao|falsch|faux|onwaar|falso|f|",
		"no" },
	{ NULL, NULL },
};

static const struct {
	const char *field;
	enum field_kind kind; /* a field of that name may be something else in another type */
	const struct words *words;
} tables[] = {
	{ "influence", FIELD_INTEGER, level_words },
	{ "interest", FIELD_INTEGER, level_words },
	{ "likelihood", FIELD_INTEGER, level_words },
	{ "impact", FIELD_INTEGER, level_words },
	{ "cadence_days", FIELD_INTEGER, cadence_words },
	{ "attitude", FIELD_CHOICE, attitude_words },
	{ "desired_attitude", FIELD_CHOICE, attitude_words },
	{ "attitude_after", FIELD_CHOICE, attitude_words },
	{ "group", FIELD_CHOICE, group_words },
	{ "kind", FIELD_CHOICE, kind_words },
	{ "channel", FIELD_CHOICE, channel_words },
	{ "state", FIELD_CHOICE, state_words },
};

static enum translated
look_up(const struct words *words, const char *folded, const char **out)
{
	for (; words->words; words++)
		if (word_fold_contains(words->words, folded)) {
			*out = words->to;
			return !words->to   ? TRANSLATED_UNCLEAR
			       : *words->to ? TRANSLATED
					    : TRANSLATED_NOTHING;
		}
	return TRANSLATED_NOT;
}

/* "every 2 weeks", "10 days", "6 weeks". */
static enum translated
read_interval(const char *folded, struct arena *arena, const char **out)
{
	char *behind;
	long number, days = 0;

	if (strncmp(folded, "every ", 6) == 0)
		folded += 6;
	number = strtol(folded, &behind, 10);
	if (behind == folded || number < 1 || number > 366)
		return TRANSLATED_NOT;
	if (strcmp(behind, " days") == 0 || strcmp(behind, " day") == 0 || strcmp(behind, "d") == 0)
		days = number;
	else if (strcmp(behind, " weeks") == 0 || strcmp(behind, " week") == 0 ||
		 strcmp(behind, "w") == 0)
		days = number * 7;
	else if (strcmp(behind, " months") == 0 || strcmp(behind, " month") == 0)
		days = number * 30;
	if (days == 0)
		return TRANSLATED_NOT;
	*out = arena_format(arena, "%ld", days);
	return TRANSLATED;
}

/* A number on another scale: the fifth of the scale it lies in; on a scale of three 1, 3, 5. */
static enum translated
read_scaled(const char *text, int scale, struct arena *arena, const char **out)
{
	char *behind;
	double number = strtod(text, &behind);
	bool percent = *behind == '%';

	if (behind == text || (*behind != '\0' && !(percent && behind[1] == '\0')))
		return TRANSLATED_NOT;
	if (percent)
		scale = 100;
	if (scale == 0 || number < 0 || number > scale)
		return TRANSLATED_NOT;
	if (scale == 3)
		*out = number < 1.5 ? "1" : number < 2.5 ? "3" : "5";
	else {
		int fifth = (int)(number * 5 / scale + 0.9999);

		*out = arena_format(arena, "%d", fifth < 1 ? 1 : fifth > 5 ? 5 : fifth);
	}
	return TRANSLATED;
}

/* "50%": whatever has begun is under way. */
static enum translated
read_share(const char *folded, const char **out)
{
	char *behind;
	double share = strtod(folded, &behind);

	if (behind == folded || *behind || share < 0 || share > 100)
		return TRANSLATED_NOT;
	*out = share > 0 ? "in_progress" : "planned";
	return TRANSLATED;
}

/* "Executive sponsors" → "executive sponsor" → executive_sponsor. */
static enum translated
read_choice(const struct field *field, const char *folded, struct arena *arena, const char **out)
{
	size_t length = strlen(folded);
	char *name = arena_copy(arena, folded, length);

	for (int plural = 0; plural < 2; plural++) {
		for (char *c = name; *c; c++)
			if (*c == ' ')
				*c = '_';
		for (const struct choice *choice = field->choices; choice->name; choice++)
			if (strcmp(choice->name, name) == 0) {
				*out = choice->name;
				return TRANSLATED;
			}
		if (length < 2 || name[length - 1] != 's')
			break;
		name[length - 1] = '\0';
	}
	return TRANSLATED_NOT;
}

/* A number as the field takes it, whatever marks it is written with. */
static enum translated
read_number(const struct field *field, const struct column *column, const char *text,
	struct arena *arena, const char **out)
{
	int64_t number;
	enum translated result = value_number_read(text, column ? column->marks : MARKS_UNKNOWN,
		field->minimum, field->maximum, &number);

	if (result == TRANSLATED)
		*out = arena_format(arena, "%" PRId64, number);
	return result;
}

/* "2 wks" in a field of working days or of minutes. A part of a day takes a whole one. */
static enum translated
read_span(const struct field *field, const char *text, struct arena *arena, const char **out)
{
	bool in_minutes = strcmp(field->name, "minutes") == 0;
	int64_t minutes, unit = in_minutes ? 1 : MINUTES_A_DAY;

	if ((!in_minutes && strcmp(field->name, "work_days") != 0 &&
		    strcmp(field->name, "likely_late_days") != 0) ||
		!value_span_read(text, &minutes))
		return TRANSLATED_NOT;
	*out = arena_format(arena, "%" PRId64, (minutes + unit - 1) / unit);
	return TRANSLATED;
}

/* Signs that folding takes away. */
static const char *
name_sign(const char *text)
{
	static const char *const signs[][2] = { { "+", "positive" }, { "-", "negative" },
		{ "\xe2\x88\x92", "negative" }, { "\xe2\x9c\x93", "yes" },
		{ "\xe2\x9c\x94", "yes" }, { "\xe2\x9c\x85", "yes" }, { "\xe2\x98\x91", "yes" },
		{ "\xe2\x9c\x97", "no" }, { "\xe2\x9c\x98", "no" }, { "\xe2\x9d\x8c", "no" },
		{ "\xe2\x98\x90", "no" } };
	size_t length = strlen(text);

	/* An emoji may ask to be drawn in colour. */
	if (length > 3 && strcmp(text + length - 3, "\xef\xb8\x8f") == 0)
		length -= 3;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strlen(signs[i][0]) == length && strncmp(signs[i][0], text, length) == 0)
			return signs[i][1];
	return NULL;
}

static enum translated
read_boolean(const char *folded, bool sign, const char **out)
{
	if (!sign && strcmp(folded, "x") != 0)
		return look_up(boolean_words, folded, out);
	*out = sign ? folded : "yes";
	return TRANSLATED;
}

/* "R/A" is A/R; of "R, C" a list can keep only one, so that it is asked about. */
static enum translated
read_letters(const char *text, const char **out)
{
	unsigned int letters;
	bool reduced;

	if (raci_letters_read(text, &letters) == RACI_UNCLEAR)
		return TRANSLATED_UNCLEAR;
	*out = raci_letters_keep(letters, &reduced);
	return !**out ? TRANSLATED_NOT : reduced ? TRANSLATED_UNCLEAR : TRANSLATED;
}

static enum translated
read_word(const struct field *field, const char *folded, struct arena *arena, const char **out)
{
	size_t length = strlen(folded);

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		enum translated result;

		if (tables[i].kind != field->kind || strcmp(tables[i].field, field->name) != 0)
			continue;
		result = look_up(tables[i].words, folded, out);
		if (result == TRANSLATED_NOT && length > 1 && folded[length - 1] == 's')
			result = look_up(
				tables[i].words, arena_copy(arena, folded, length - 1), out);
		if (result != TRANSLATED_NOT)
			return result;
	}
	return TRANSLATED_NOT;
}

enum translated
value_words_translate(const struct type *type, const struct field *field,
	const struct column *column, const char *text, struct arena *arena, const char **out)
{
	const char *sign = name_sign(text);
	const char *folded = sign ? sign : text_fold_name(arena, text, strlen(text));
	enum translated result = TRANSLATED_NOT;

	(void)type;
	if (field->kind == FIELD_RULE)
		return value_rule_read(text, arena, out);
	if (field->kind == FIELD_TIME)
		return value_time_read(text, arena, out);
	if (field->kind == FIELD_BOOLEAN)
		return read_boolean(folded, sign != NULL, out);
	if (field->kind == FIELD_CHOICE && strcmp(field->name, "letters") == 0)
		return read_letters(text, out);
	if (field->kind == FIELD_CHOICE)
		result = read_choice(field, folded, arena, out);
	if (result == TRANSLATED_NOT)
		result = read_word(field, folded, arena, out);
	if (result == TRANSLATED_NOT && strcmp(field->name, "state") == 0)
		result = read_share(folded, out);
	if (result != TRANSLATED_NOT || field->kind != FIELD_INTEGER)
		return result;
	if (strcmp(field->name, "cadence_days") == 0)
		result = read_interval(folded, arena, out);
	if (result == TRANSLATED_NOT && field->maximum == 5)
		result = read_scaled(text, column ? column->scale : 0, arena, out);
	if (result == TRANSLATED_NOT && !(column && column->scale))
		result = read_number(field, column, text, arena, out);
	return result == TRANSLATED_NOT ? read_span(field, text, arena, out) : result;
}
