/* SPDX-License-Identifier: MIT */
/*
 * The fields of a form as they are being edited: texts, what is wrong with them, and the keys that
 * change them. Must not know where on the screen they stand.
 */
#ifndef ROLLOUT_TUI_FORM_FIELDS_H
#define ROLLOUT_TUI_FORM_FIELDS_H

#include "rollout/programme/records.h"
#include "line.h"

enum { PREFIX_SIZE = 32 };

struct form_field {
	const struct field *field;
	struct line line; /* what it would be saved as */
	char *original; /* what it was when the form was opened; "" for none */
	bool suggested; /* its value is what the title suggests */
	char *message; /* what is wrong with it; NULL: nothing known */
	char *theirs; /* what another lead wrote meanwhile, where both changed it; NULL: nothing */
};

struct form_fields {
	const struct type *type;
	struct form_field items[FIELDS_MAX];
	int count;
	int current;
	char prefix[PREFIX_SIZE]; /* typed to find a choice */
	struct buffer cuts; /* what was cut from any field, for any other */
};

/* From a record: one of the file, or a new one with its presets. The key comes last. */
void form_fields_init(
	struct form_fields *fields, struct programme *programme, const struct record *record);
void form_fields_clear(struct form_fields *fields);

bool form_field_changed(const struct form_field *field);
bool form_fields_changed(const struct form_fields *fields);
/* Whether its values are picked rather than written. */
bool form_field_is_picked(const struct form_field *field);
/* Edits the current field; false: the key is not for it. */
bool form_fields_handle(struct form_fields *fields, const struct input *input);

/* Checks one field as saving would, and keeps what is wrong in its message. */
bool form_fields_check(struct form_fields *fields, struct programme *programme, int index);
/* Checks all; the current field is then the first bad one. */
bool form_fields_check_all(struct form_fields *fields, struct programme *programme);
/*
 * Takes in what the record has become. Fields that were not touched here follow; of those that
 * were, the other version is kept beside ours, and it is said. Returns how many changed there.
 */
int form_fields_follow(
	struct form_fields *fields, struct programme *programme, const struct record *record);
/* The other version instead of ours; false: there is none. */
bool form_field_take_theirs(struct form_field *field);
void form_field_set(struct form_field *field, const char *text);
/* The same before the person has begun: it is saved, but nothing is lost by leaving it. */
void form_field_fill(struct form_field *field, const char *text);
/* In a new record: what its title suggests takes the place of presets that nobody has touched. */
void form_fields_suggest(struct form_fields *fields);
void form_field_blame(struct form_field *field, const char *message); /* NULL: nothing is wrong */
/* The texts to save: of a new record (all), or what was changed. Borrowed from the lines. */
size_t form_fields_collect(
	const struct form_fields *fields, bool all, struct field_text out[FIELDS_MAX]);

#endif
