/* SPDX-License-Identifier: MIT */
/*
 * Numbers and spans of time as other people's sheets write them. Must not round: what is no whole
 * number stays what it is, and the field refuses it.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "value_reading.h"

enum { DIGITS_MOST = 19, EXPONENT_MOST = 18, GROUP = 3 };

/* A number taken apart: its digits without what parts the thousands, and how many of them stand
 * behind the decimal mark. */
struct parts {
	char digits[DIGITS_MOST + 1];
	int count;
	int decimals;
	int exponent;
	bool negative;
	char mark; /* the only mark, standing once before exactly three digits; else 0 */
};

/* The bytes of a blank or an apostrophe that parts thousands. */
static size_t
space_length(const char *at)
{
	static const char *const spaces[] = { " ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89",
		"\xe2\x80\x99" };

	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (strncmp(at, spaces[i], strlen(spaces[i])) == 0)
			return strlen(spaces[i]);
	return 0;
}

/* Where groups end, while a number is read from left to right. */
struct groups {
	int last[2]; /* digits before the last '.' and ',' ; -1: there was none */
	int marks[2];
	int spaced; /* digits before the last blank; -1: none */
	bool even; /* every group so far behind the first has three digits */
};

static bool
take_space(struct groups *groups, const struct parts *parts)
{
	bool first = groups->spaced < 0;

	if (parts->count == 0 || groups->marks[0] + groups->marks[1] > 0 ||
		(first ? parts->count > GROUP : parts->count - groups->spaced != GROUP))
		return false;
	groups->spaced = parts->count;
	return true;
}

static bool
take_mark(struct groups *groups, const struct parts *parts, char mark)
{
	int which = mark == ',';

	if (groups->marks[which] > 0 && parts->count - groups->last[which] != GROUP)
		groups->even = false;
	/* One kind behind the other kind ends the thousands: nothing of the first comes again. */
	if (groups->marks[which] > 0 && groups->last[!which] > groups->last[which])
		return false;
	if (groups->spaced >= 0 &&
		(parts->count - groups->spaced != GROUP || groups->marks[which] > 0))
		return false;
	groups->marks[which]++;
	groups->last[which] = parts->count;
	return true;
}

static bool
take_exponent(const char *at, struct parts *parts)
{
	char *behind;
	long exponent;

	if (*at == '\0')
		return true;
	if (parts->count == 0 || (*at != 'e' && *at != 'E') ||
		(!isdigit((unsigned char)at[1]) && at[1] != '+'))
		return false;
	exponent = strtol(at + 1, &behind, 10);
	if (behind == at + 1 || *behind || exponent < 0 || exponent > EXPONENT_MOST)
		return false;
	parts->exponent = (int)exponent;
	return true;
}

/* What the marks that were met mean: decimals behind the last of two kinds, or behind one. */
static bool
settle_marks(const struct groups *groups, struct parts *parts)
{
	int dots = groups->marks[0], commas = groups->marks[1];
	int later = groups->last[1] > groups->last[0];

	if (dots + commas == 0)
		return groups->spaced < 0 || parts->count - groups->spaced == GROUP;
	if (dots > 0 && commas > 0) {
		if (groups->marks[later] != 1 ||
			groups->last[later] - groups->last[!later] != GROUP || !groups->even)
			return false;
		parts->decimals = parts->count - groups->last[later];
		return true;
	}
	if (dots + commas > 1)
		return groups->even && parts->count - groups->last[later] == GROUP;
	parts->decimals = parts->count - groups->last[later];
	if (parts->decimals == GROUP && groups->last[later] >= 1 && groups->last[later] <= GROUP &&
		parts->digits[0] != '0' && groups->spaced < 0)
		parts->mark = later ? ',' : '.';
	return true;
}

static bool
split(const char *text, struct parts *parts)
{
	struct groups groups = { { -1, -1 }, { 0, 0 }, -1, true };
	const char *at = text;

	*parts = (struct parts){ .count = 0 };
	parts->negative = *at == '-';
	at += *at == '-' || *at == '+';
	for (; *at && *at != 'e' && *at != 'E'; at++) {
		size_t space = space_length(at);

		if (isdigit((unsigned char)*at)) {
			if (parts->count == DIGITS_MOST)
				return false;
			parts->digits[parts->count++] = *at;
		} else if (space > 0 && take_space(&groups, parts))
			at += space - 1;
		else if ((*at != '.' && *at != ',') || !take_mark(&groups, parts, *at))
			return false;
	}
	return parts->count > 0 && settle_marks(&groups, parts) && take_exponent(at, parts);
}

/* The digits as a whole number; false for a fraction and for what does not fit. */
static bool
make_whole(const struct parts *parts, int decimals, int64_t *out)
{
	int64_t number = 0;
	int shift = parts->exponent - decimals;

	for (int i = 0; i < parts->count; i++) {
		bool fraction = i >= parts->count + shift;

		if (fraction && parts->digits[i] != '0')
			return false;
		if (!fraction &&
			(__builtin_mul_overflow(number, 10, &number) ||
				__builtin_add_overflow(number, parts->digits[i] - '0', &number)))
			return false;
	}
	for (; shift > 0; shift--)
		if (__builtin_mul_overflow(number, 10, &number))
			return false;
	*out = parts->negative ? -number : number;
	return true;
}

enum translated
value_number_read(
	const char *text, enum number_marks marks, int64_t minimum, int64_t maximum, int64_t *out)
{
	struct parts parts;
	int64_t grouped = 0, decimal = 0;
	bool may_group, may_point;

	if (!split(text, &parts))
		return TRANSLATED_NOT;
	may_group = parts.mark && make_whole(&parts, 0, &grouped);
	may_point = make_whole(&parts, parts.decimals, &decimal);
	if (parts.mark && marks != MARKS_UNKNOWN && marks != MARKS_MIXED) {
		bool is_decimal = (parts.mark == ',') == (marks == MARKS_COMMA);

		may_group = may_group && !is_decimal;
		may_point = may_point && is_decimal;
	}
	may_group = may_group && grouped >= minimum && grouped <= maximum;
	may_point = may_point && decimal >= minimum && decimal <= maximum;
	if (may_group && may_point)
		return TRANSLATED_UNCLEAR;
	if (!may_group && !may_point)
		return TRANSLATED_NOT;
	*out = may_group ? grouped : decimal;
	return TRANSLATED;
}

enum number_marks
value_number_judge(enum number_marks so_far, const char *text)
{
	struct parts parts;
	enum number_marks says;
	const char *dot = strrchr(text, '.'), *comma = strrchr(text, ',');

	if ((!dot && !comma) || !split(text, &parts) || parts.mark)
		return so_far;
	/* What comes last parts the decimals, unless there are none: then it parts thousands. */
	says = (comma && (!dot || comma > dot)) == (parts.decimals > 0) ? MARKS_COMMA : MARKS_POINT;
	return so_far == MARKS_UNKNOWN || so_far == says ? says : MARKS_MIXED;
}

/* Units of a span, longest words first where one begins another, in working minutes. */
static int64_t
unit_minutes(const char *word, size_t length)
{
	static const struct {
		const char *words;
		int64_t minutes;
	} units[] = {
		{ "|m|min|mins|minute|minutes|minuten|", 1 },
		{ "|h|hr|hrs|hour|hours|std|stunde|stunden|uur|", 60 },
		{ "|d|dy|day|days|ed|eday|edays|tag|tage|dag|dagen|jour|jours|wd|working day|"
		  "working days|workday|workdays|",
			MINUTES_A_DAY },
		{ "|w|wk|wks|week|weeks|ew|ewk|ewks|eweek|eweeks|woche|wochen|weken|semaine|"
		  "semaines|",
			INT64_C(5) * MINUTES_A_DAY },
		{ "|mo|mon|mons|month|months|monat|monate|maand|maanden|mois|",
			INT64_C(20) * MINUTES_A_DAY },
	};
	char folded[16];

	if (length == 0 || length >= sizeof folded - 2)
		return 0;
	folded[0] = '|';
	for (size_t i = 0; i < length; i++)
		folded[i + 1] = (char)tolower((unsigned char)word[i]);
	memcpy(folded + length + 1, "|", 2);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strstr(units[i].words, folded))
			return units[i].minutes;
	return 0;
}

/* One amount, with a point or a comma before its decimals, in thousandths. */
static const char *
take_amount(const char *at, int64_t *thousandths)
{
	int64_t scale = 1000;
	const char *start = at;

	*thousandths = 0;
	for (; isdigit((unsigned char)*at) && *thousandths < INT64_C(1000000000); at++)
		*thousandths = *thousandths * 10 + (*at - '0') * INT64_C(1000);
	if (at == start)
		return NULL;
	if ((*at == '.' || *at == ',') && isdigit((unsigned char)at[1]))
		for (at++; isdigit((unsigned char)*at); at++)
			*thousandths += (*at - '0') * (scale /= 10);
	return at;
}

/* "PT80H0M0S" and "P1DT4H": the letters say more than the words do (M is a month before the T). */
static bool
read_iso_span(const char *at, int64_t *minutes)
{
	bool time = false, any = false;

	*minutes = 0;
	for (at++; *at; at++) {
		static const char letters[] = "YMWDHS";
		int64_t amount, unit;

		if (*at == 'T' && !time) {
			time = true;
			continue;
		}
		at = take_amount(at, &amount);
		if (!at || *at == '\0' || !strchr(letters, *at))
			return false;
		unit = *at == 'H'           ? 60
		       : *at == 'M' && time ? 1
		       : *at == 'D'         ? MINUTES_A_DAY
		       : *at == 'W'         ? INT64_C(5) * MINUTES_A_DAY
		       : *at == 'M'         ? INT64_C(20) * MINUTES_A_DAY
		       : *at == 'S'         ? 0
					    : -1;
		if (unit < 0)
			return false;
		*minutes += amount * unit / 1000;
		any = true;
	}
	return any;
}

bool
value_span_read(const char *text, int64_t *minutes)
{
	const char *at = text + strspn(text, " ");

	*minutes = 0;
	if (*at == 'P' && (isdigit((unsigned char)at[1]) || at[1] == 'T'))
		return read_iso_span(at, minutes);
	while (*at) {
		int64_t amount, unit;
		size_t length = 0;

		at = take_amount(at, &amount);
		if (!at)
			return false;
		at += strspn(at, " ");
		while (isalpha((unsigned char)at[length]) ||
			(at[length] == ' ' && isalpha((unsigned char)at[length + 1])))
			length++;
		unit = unit_minutes(at, length);
		if (unit == 0)
			return false;
		*minutes += amount * unit / 1000;
		at += length;
		/* "5 days?" is an estimate, "10d," the first of two amounts. */
		at += strspn(at, "?.,");
		at += strspn(at, " ");
	}
	return *text != '\0';
}
