/* SPDX-License-Identifier: MIT */
/* Steps from value to value; see values.h. */
#include "value_step.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/date.h"

const char *
value_step_get(const struct field *field, int index)
{
	static const char *const truths[] = { "yes", "no", NULL };

	return field->kind == FIELD_BOOLEAN ? truths[index] : field->choices[index].name;
}

int
value_step_count(const struct field *field)
{
	int count = 0;

	while (value_step_get(field, count))
		count++;
	return count;
}

int
value_step_find(const struct field *field, const char *text)
{
	for (int i = 0; value_step_get(field, i); i++)
		if (strcmp(value_step_get(field, i), text) == 0)
			return i;
	return -1;
}

static bool
step_name(const struct field *field, const char *text, int way, char out[VALUE_SIZE])
{
	int count = value_step_count(field), places = count + (field->required ? 0 : 1);
	int at = value_step_find(field, text);

	if (at < 0)
		at = way > 0 ? 0 : count - 1;
	else
		at = (at + way + places) % places;
	snprintf(out, VALUE_SIZE, "%s", at < count ? value_step_get(field, at) : "");
	return true;
}

static bool
step_number(const struct field *field, const char *text, int way, char out[VALUE_SIZE])
{
	char *end;
	int64_t number = strtoll(text, &end, 10);

	if (*end != '\0')
		return false;
	number = *text ? number + way : field->minimum;
	if (number < field->minimum || number > field->maximum)
		return false;
	snprintf(out, VALUE_SIZE, "%" PRId64, number);
	return true;
}

static bool
step_date(const char *text, int way, char out[VALUE_SIZE])
{
	day date;

	if (!date_parse(text, &date))
		return false;
	date_format(date + way, out);
	return true;
}

bool
value_step_move(const struct field *field, const char *text, int way, char out[VALUE_SIZE])
{
	switch (field->kind) {
	case FIELD_CHOICE:
	case FIELD_BOOLEAN: return step_name(field, text, way, out);
	case FIELD_INTEGER: return step_number(field, text, way, out);
	case FIELD_DATE: return step_date(text, way, out);
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_TIME:
	case FIELD_REFERENCE:
	case FIELD_RULE: break;
	}
	return false;
}
