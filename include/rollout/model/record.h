/* SPDX-License-Identifier: MIT */
/*
 * One record of any type, in memory: an id and one value a field. Texts are borrowed from whoever
 * filled the record in (an arena, a statement's row), so a record is plain data: copying the struct
 * copies it, and nothing needs freeing.
 */
#ifndef ROLLOUT_MODEL_RECORD_H
#define ROLLOUT_MODEL_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "rollout/base/date.h"
#include "rollout/base/error.h"
#include "rollout/base/memory.h"
#include "rollout/model/type.h"

enum value_kind { VALUE_NONE, VALUE_INTEGER, VALUE_TEXT };

struct value {
	enum value_kind kind;
	size_t length; /* bytes of text */
	int64_t integer; /* also booleans (0, 1) and references (the id) */
	const char *text; /* NUL-terminated, borrowed */
};

struct record {
	const struct type *type;
	int64_t id; /* 0: not stored yet */
	struct value values[FIELDS_MAX]; /* in the order of type->fields */
};

enum { RECORD_ID_SIZE = 72 }; /* a key or a number, and its NUL */

struct value value_none(void);
struct value value_integer(int64_t integer);
struct value value_text(const char *text); /* borrowed */
bool value_equal(const struct value *a, const struct value *b);

/* An empty record of the type: every value none. */
void record_init(struct record *record, const struct type *type);
/* Fills every none whose field has a preset. */
void record_set_presets(struct record *record);
const struct value *record_get(
	const struct record *record, const char *field); /* the field must exist */
/* Whether the field has a value. */
bool record_has(const struct record *record, const char *field);
/* The day of a date field; NO_DAY where it has none. */
day record_date(const struct record *record, const char *field);
/* The text of a field, a date's and a choice's too; NULL where it has none. Borrowed. */
const char *record_text(const struct record *record, const char *field);
/* The same in the arena. */
char *record_copy_text(const struct record *record, const char *field, struct arena *arena);
/* The same, but "" where it has none. */
const char *record_copy_words(const struct record *record, const char *field, struct arena *arena);
/* Whether a boolean field says yes; otherwise where it says nothing. */
bool record_flag(const struct record *record, const char *field, bool otherwise);
/* The number or reference of a field; 0 where it has none. */
int64_t record_number(const struct record *record, const char *field);
/* Whether the field's text is exactly that word. */
bool record_is(const struct record *record, const char *field, const char *word);
/* Whether any field has another value; both of one type. */
bool record_differs(const struct record *before, const struct record *now);
/* Two people may have one name: whether another address or key says that they are two. */
bool record_is_somebody_else(const struct record *a, const struct record *b);
/* Copies all its texts into the arena, so that they outlast what they were borrowed from. */
void record_keep(struct record *record, struct arena *arena);
/* The field must exist; a text is borrowed. */
void record_put(struct record *record, const char *field, struct value value);
/* What the record has for a part of its type's identity. */
const struct value *identity_value(const struct record *record, const struct identity_part *part);
/* What a contract document calls the record: its key, or its id as a number. */
void record_identify(const struct record *record, char out[RECORD_ID_SIZE]);
/* The same in the arena. */
char *record_identifier(const struct record *record, struct arena *arena);

/* Checks one typed value against its field and writes it as it is to be stored: choice names, ISO
 * dates, whole numbers in range, y/n/true/false/yes/no/1/0, HH:MM, recurrences; text is checked
 * (text_check), normalised to NFC, trimmed and measured. Empty text is no value. References are not
 * resolved here: calling it for one is a programming error. today lets dates be written as
 * date_parse_human reads them; NULL: ISO only. The message names field, value found and what was
 * expected ("influence must be a whole number from 1 to 5, not \"9\""); it never quotes a sensitive
 * FIELD_NOTE or FIELD_TEXT. The text of the result is in the arena or is text itself. */
enum status STATUS_CHECKED field_parse(const struct field *field, const char *text, size_t length,
	const int32_t *today, struct arena *arena, struct value *out, struct error *error);
/* What holds for the whole record: required fields there (message: "stakeholder needs a name"),
 * dates in order (ends_on and launches_on >= starts_on, resolved_on >= raised_on, decided_on >=
 * requested_on where the type has both), no reference to itself where that is senseless (dependency
 * and relationship from = to, parent = self). */
enum status STATUS_CHECKED record_check(const struct record *record, struct error *error);
/* The value as people and CSV read it (booleans yes/no); references give the number. Borrowed or in
 * the arena. */
const char *field_format(const struct field *field, const struct value *value, struct arena *arena);

/* Empties what nobody is told of such a record. */
void record_hide(struct record *record);

#endif
