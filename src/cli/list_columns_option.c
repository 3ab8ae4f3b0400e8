/* SPDX-License-Identifier: MIT */
/*
 * Chooses columns. Must not know any type: what a list shows follows from the kinds of the
 * fields. Long texts are left to `show`; of the other kinds the first few count, since the
 * dictionary puts what matters first.
 */
#include "list_columns_option.h"

#include <string.h>

#include "rollout/programme/filter.h"

enum { COLUMNS_DEFAULT = 8 };

/* How many fields of a kind a list shows without being asked. */
static size_t
share_of(enum field_kind kind)
{
	switch (kind) {
	case FIELD_REFERENCE:
	case FIELD_CHOICE: return 3;
	case FIELD_DATE:
	case FIELD_INTEGER: return 2;
	case FIELD_TEXT:
	case FIELD_TIME:
	case FIELD_RULE: return 1;
	case FIELD_KEY:
	case FIELD_NOTE:
	case FIELD_BOOLEAN: break;
	}
	return 0;
}

static bool
is_title(const struct type *type, const struct field *field)
{
	return type->title && strcmp(type->title, field->name) == 0;
}

/* The title stands first wherever the dictionary has it. */
static void
choose_usual(const struct type *type, struct columns *out)
{
	size_t shown[FIELD_RULE + 1] = { 0 };

	if (type->title)
		out->fields[out->count++] = type_field_index(type, type->title);
	for (size_t i = 0; i < type->field_count && out->count < COLUMNS_DEFAULT; i++) {
		const struct field *field = &type->fields[i];

		if (is_title(type, field) || field->kind == FIELD_KEY)
			continue;
		if (!(field->required && field->kind != FIELD_NOTE) &&
			shown[field->kind] >= share_of(field->kind))
			continue;
		shown[field->kind]++;
		out->fields[out->count++] = (int)i;
	}
}

enum status
list_columns_option_choose(
	const struct call *call, const struct type *type, struct columns *out, struct error *error)
{
	const char *names = call_text(call, OPTION_COLUMNS);
	char name[64];

	out->count = 0;
	if (!names) {
		choose_usual(type, out);
		return STATUS_OK;
	}
	for (;;) {
		size_t length = strcspn(names, ",");
		enum status status;

		if (length == 0 || length >= sizeof(name))
			return error_set(error, STATUS_USAGE,
				"--columns must be names of fields with commas between them");
		if (out->count == FIELDS_MAX)
			return error_set(error, STATUS_USAGE, "--columns names more than %d fields",
				FIELDS_MAX);
		memcpy(name, names, length);
		name[length] = '\0';
		status = filter_field(type, name, &out->fields[out->count++], error);
		if (status || !names[length])
			return status;
		names += length + 1;
	}
}
