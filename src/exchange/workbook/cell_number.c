/* SPDX-License-Identifier: MIT */
/* Numbers by their formats; see the header. Knows no cell and no sheet. */
#include "cell_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rollout/base/date.h"

enum {
	DAYS_LAST = 2958465, /* 9999-12-31 */
	DAYS_1904 = 1462, /* what 1904's count is behind 1900's */
	DAY_ZERO = -25569, /* 1899-12-30, as days since 1970 */
	DAY_THAT_WAS_NOT = 60, /* 29 February 1900 */
	DAY_SECONDS = 86400,
	DIGITS = 15,
};

enum number_kind
cell_number_built_in(long format)
{
	static const struct {
		int first, last;
		enum number_kind kind;
	} ranges[] = {
		{ 9, 10, NUMBER_PERCENT },
		{ 14, 17, NUMBER_DATE },
		{ 18, 21, NUMBER_TIME },
		{ 22, 22, NUMBER_MOMENT },
		{ 27, 31, NUMBER_DATE },
		{ 32, 35, NUMBER_TIME },
		{ 36, 36, NUMBER_DATE },
		{ 45, 45, NUMBER_TIME },
		{ 46, 46, NUMBER_ELAPSED },
		{ 47, 47, NUMBER_TIME },
		{ 50, 54, NUMBER_DATE },
		{ 55, 56, NUMBER_TIME },
		{ 57, 58, NUMBER_DATE },
		{ 67, 68, NUMBER_PERCENT },
		{ 71, 74, NUMBER_DATE },
		{ 75, 76, NUMBER_TIME },
		{ 77, 77, NUMBER_MOMENT },
		{ 78, 78, NUMBER_TIME },
		{ 79, 79, NUMBER_ELAPSED },
		{ 80, 80, NUMBER_TIME },
		{ 81, 81, NUMBER_DATE },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (format >= ranges[i].first && format <= ranges[i].last)
			return ranges[i].kind;
	return NUMBER_PLAIN;
}

/* Behind "…", \x, _x, *x, [Red], AM/PM, General, E+: what is shown as it stands, or says nothing
 * about days; at itself where a sign of the format stands there. */
static const char *
skip_literal(const char *at)
{
	static const char *const words[] = { "AM/PM", "A/P", "General", "E+", "E-" };
	const char *end;

	if (*at == '"' || *at == '[') {
		end = strchr(at + 1, *at == '"' ? '"' : ']');
		return end ? end + 1 : at + strlen(at);
	}
	if (strchr("\\_*", *at) && at[1])
		return at + 2;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncasecmp(at, words[i], strlen(words[i])) == 0)
			return at + strlen(words[i]);
	return at;
}

/* [h], [mm], [ss]: time that has gone by. */
static bool
is_elapsed(const char *at)
{
	size_t letters = *at == '[' ? strspn(at + 1, "hHmMsS") : 0;

	return letters > 0 && at[1 + letters] == ']';
}

enum number_kind
cell_number_custom(const char *code)
{
	bool year = false, month = false, time = false, percent = false;
	const char *at = code;

	while (*at && *at != ';') {
		const char *behind;

		if (is_elapsed(at))
			return NUMBER_ELAPSED;
		behind = skip_literal(at);
		if (behind != at) {
			at = behind;
			continue;
		}
		/* Years of eras, and of the Buddhist calendar, are years too. */
		year = year || strchr("yYdDeEgGbB", *at);
		month = month || *at == 'm' || *at == 'M';
		time = time || strchr("hHsS", *at);
		percent = percent || *at == '%';
		at++;
	}
	/* Beside hours or seconds an m is a minute. */
	if (year || (month && !time))
		return time ? NUMBER_MOMENT : NUMBER_DATE;
	return time ? NUMBER_TIME : percent ? NUMBER_PERCENT : NUMBER_PLAIN;
}

/* At most 15 digits, and no exponent below 10^21: spreadsheets have changed the others. */
static void
write_plain(double number, struct buffer *out)
{
	char text[32];
	int exponent;

	if (fabs(number) >= 1e15 && fabs(number) < 1e21) {
		snprintf(text, sizeof text, "%.*e", DIGITS - 1, number);
		exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
		for (const char *c = text; *c != 'e'; c++)
			if (*c != '.')
				buffer_append_char(out, *c);
		for (int i = DIGITS - 1; i < exponent; i++)
			buffer_append_char(out, '0');
		return;
	}
	buffer_format(out, "%.*g", DIGITS, number);
}

static void
write_time(int64_t seconds, struct buffer *out)
{
	buffer_format(out, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	if (seconds % 60 != 0)
		buffer_format(out, ":%02d", (int)(seconds % 60));
}

/* Whole days and the seconds behind them, as both are shown. */
static void
write_day(int64_t days, int64_t seconds, enum number_kind kind, struct buffer *out)
{
	char date[DATE_SIZE] = "1900-02-29";

	if (days != DAY_THAT_WAS_NOT)
		date_format((day)(days + (days < DAY_THAT_WAS_NOT) + DAY_ZERO), date);
	buffer_append_text(out, date);
	if (kind != NUMBER_MOMENT || seconds == 0)
		return;
	buffer_append_char(out, ' ');
	write_time(seconds, out);
}

static bool
is_whole(const char *text)
{
	text += *text == '-';
	return *text && text[strspn(text, "0123456789")] == '\0';
}

void
cell_number_write(const char *text, enum number_kind kind, bool since_1904, struct buffer *out)
{
	char *behind;
	double number = strtod(text, &behind);
	int64_t days, seconds;

	/* Whole numbers go as they stand, all their digits. */
	if (behind == text || *behind || !isfinite(number) ||
		(kind == NUMBER_PLAIN && is_whole(text))) {
		buffer_append_text(out, text);
		return;
	}
	if (kind == NUMBER_PERCENT) {
		write_plain(number * 100, out);
		buffer_append_char(out, '%');
		return;
	}
	if (since_1904 && (kind == NUMBER_DATE || kind == NUMBER_MOMENT))
		number += DAYS_1904;
	if (kind == NUMBER_PLAIN || number < 0 || number >= DAYS_LAST + 1.0) {
		write_plain(number, out);
		return;
	}
	days = (int64_t)number;
	seconds = (int64_t)((number - (double)days) * DAY_SECONDS + 0.5);
	if (kind == NUMBER_MOMENT && seconds == DAY_SECONDS) {
		days++;
		seconds = 0;
	}
	if (kind == NUMBER_ELAPSED)
		write_time(days * DAY_SECONDS + seconds, out);
	else if (days == 0 && seconds == 0 && kind != NUMBER_TIME)
		buffer_append_char(out, '0');
	else if (kind == NUMBER_TIME || days == 0)
		write_time(seconds % DAY_SECONDS, out);
	else
		write_day(days, seconds, kind, out);
}
