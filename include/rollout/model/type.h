/* SPDX-License-Identifier: MIT */
/*
 * The dictionary: every kind of record is described once, here and in src/model/types_*.c, and that
 * description drives the tables, the lists and forms, the command line, JSON, CSV, JSON Schema,
 * messages and help (records.md). No other place lists a type's fields.
 */
#ifndef ROLLOUT_MODEL_TYPE_H
#define ROLLOUT_MODEL_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollout/model/audience.h"

enum field_kind {
	FIELD_KEY, /* the record's own key; the first field of every type */
	FIELD_TEXT, /* one line, at most TEXT_LIMIT characters */
	FIELD_NOTE, /* lines, at most NOTE_LIMIT characters */
	FIELD_INTEGER, /* from minimum to maximum */
	FIELD_BOOLEAN, /* stored 0 or 1 */
	FIELD_DATE, /* stored YYYY-MM-DD */
	FIELD_TIME, /* stored HH:MM */
	FIELD_CHOICE, /* one of choices, stored by name */
	FIELD_REFERENCE, /* the id of a record of type target */
	FIELD_RULE, /* a recurrence, the RFC 5545 subset of records.md */
};

enum { TEXT_LIMIT = 200, NOTE_LIMIT = 10000, FIELDS_MAX = 32 };

struct choice {
	const char *name;
	const char *help; /* a word or two on what it means, for pickers and schema */
};

struct field {
	const char *name; /* column, JSON member, field=value word: public */
	enum field_kind kind;
	bool required;
	bool sensitive; /* an opinion about a person: for the lead alone */
	bool leadership; /* sensitive, but leadership sees it, too */
	bool owns; /* a reference to a person who owns the record or answers for it: teams are told
		      no other names */
	bool indexed; /* optional references that are looked up backwards often; required ones are
			 indexed anyway */
	const struct choice *choices; /* ends with a NULL name; FIELD_CHOICE only */
	const char *target; /* a type's name; FIELD_REFERENCE only */
	int64_t minimum, maximum; /* FIELD_INTEGER only; always both set */
	const char *preset; /* the default, as text; NULL: none */
	const char *help; /* one sentence: what to write here */
};

/* How rollout.roadmap carries the records of a type (contract.md). 0 says nothing: each type has to
 * choose. */
enum roadmap_part {
	ROADMAP_LEAVES_OUT = 1, /* people, too: it only names those to whom the rest refers */
	ROADMAP_LISTS, /* all under their plural; of settings those that were changed */
	ROADMAP_PLACES, /* where they belong: milestones in their phase, proofs in their milestone
			 */
	ROADMAP_GROUNDS, /* all, for the lead alone: what waves and findings follow from */
};

struct type {
	const char *name; /* table and CLI word: public */
	const char *plural; /* JSON key: public */
	const char *label; /* in sentences: "team link" */
	const char *help; /* one or two sentences: what such a record is for */
	const struct field *fields; /* fields[0] is the key */
	size_t field_count;
	const char *title; /* the field that names a record to people; NULL: it is named by its
			      references and date */
	const char *identity; /* the natural key: fields (names with a space between) that make two
				 records one fact: "name organisation". "planned_on/on": the first
				 of the two that has a value. NULL: no two are one */
	const char *order; /* the field lists are sorted by at first ("position", "on", "name" …);
			      NULL: by id */
	const char *columns; /* fields a list shows before others ("name,owner"); NULL: as they are
				declared */
	bool single; /* exactly one record of it (programme) */
	bool people; /* its records are people: teams see the names of those who own something, and
			nothing else of anybody */
	bool anonymous; /* its records are answers that nobody may single out: whoever reads them
			   sees that there is one and its day; figures come from where they are safe
			 */
	enum audience audience; /* the widest one that sees such records; 0 says nothing: each type
				   has to choose */
	enum roadmap_part roadmap;
};

/* All types, in the dictionary's order, which is also the order of export. */
const struct type *const *model_types(size_t *count);
/* By name or plural; NULL when there is none. */
const struct type *type_find(const char *word);
/* A type's place in model_types(). */
size_t type_index(const struct type *type);
/* NULL, or -1, when there is none. "id" is not a field. */
const struct field *type_field_find(const struct type *type, const char *name);
int type_field_index(const struct type *type, const char *name);
/* Bit i for field i of those that are named; NULL ends the names. */
uint32_t type_field_bits(const struct type *type, const char *const *names);
/* A part of a type's identity: a field, or another instead where it has no value (-1: none). */
struct identity_part {
	int field, instead;
};
enum { IDENTITY_PARTS_MOST = 6 };

/* The parts, in the order of the identity; 0: the type has none. */
size_t type_identity(const struct type *type, struct identity_part parts[IDENTITY_PARTS_MOST]);
/* Whether the field is one of those that make the type's identity. */
bool type_is_identity(const struct type *type, size_t field);
/* Whether the audience may see such records at all (product.md, Sharing). */
bool type_is_for(const struct type *type, enum audience audience);
/* Whether it may see this field of those it sees. Leadership: no opinion but those marked for it.
 * Team: no opinion at all; of people what names them; and no person but as an owner. A reference
 * shows no more than the type it points to. */
bool type_field_is_for(const struct type *type, size_t field, enum audience audience);
/* Whether nobody is told what stands in the field of one record (anonymous types). */
bool type_field_is_hidden(const struct type *type, size_t field);
/* The type a reference points to; never NULL for FIELD_REFERENCE. */
const struct type *field_target(const struct field *field);
/* NULL when the field has no such choice. */
const struct choice *field_choice_find(const struct field *field, const char *name);
const char *field_kind_name(
	enum field_kind kind); /* "text", "date", "whole number" … for messages and help */

/* Nearest known word to a mistyped one (at most two edits), for "did you mean"; NULL when none is
 * near. */
const char *type_suggest(const char *word);
const char *type_field_suggest(const struct type *type, const char *word);

#endif
