/* SPDX-License-Identifier: MIT */
/*
 * Records of any type, as a person handles them: fields as typed text, references by id, key or
 * name, and what goes along with a deletion.
 */
#ifndef ROLLOUT_PROGRAMME_RECORDS_H
#define ROLLOUT_PROGRAMME_RECORDS_H

#include "rollout/programme/programme.h"

/* One field as typed; an empty text clears it. "key" (or "id") sets the record's key. */
struct field_text {
	const char *name;
	const char *text;
	size_t length;
};

/* Adds a record with these fields and the presets of the others. Errors name the field ("influence
 * must be …"), unknown fields (with the nearest one), what is required, and an ambiguous reference
 * with its candidates. *id is the new record's. */
enum status STATUS_CHECKED programme_add(struct programme *programme, const struct type *type,
	const struct field_text *texts, size_t count, int64_t *id, struct error *error);
/* Changes these fields. seen: the record as the editor had it on screen, or NULL; when another
 * process changed one of the same fields since: STATUS_CONFLICT. *changed: whether anything differs
 * now. */
enum status STATUS_CHECKED programme_set(struct programme *programme, const struct type *type,
	int64_t id, const struct field_text *texts, size_t count, const struct record *seen,
	bool *changed, struct error *error);
/* Sets the same fields of several records, in one step; *changed: how many of them differ now. The
 * error of one, which names it where there are several, leaves all as they were. */
enum status STATUS_CHECKED programme_set_each(struct programme *programme, const struct type *type,
	const int64_t *ids, size_t count, const struct field_text *texts, size_t text_count,
	size_t *changed, struct error *error);
/* Checks one field as typed, as programme_set would, without writing: for a form. id 0: of a new
 * record. */
enum status STATUS_CHECKED programme_try(struct programme *programme, const struct type *type,
	const struct field_text *text, struct error *error);

/* What the title of a new record suggests for a field that nobody has filled in (the kind of a
 * milestone); NULL: nothing. programme_add() goes by it. */
const char *programme_suggest(const struct type *type, const char *field, const char *title);

/* What removing some records would do. */
struct removal_line {
	const struct type *type;
	int field; /* emptied in count records; -1: count records go along */
	int64_t count;
};

enum { REMOVAL_LINES_MAX = 128 };

struct removal {
	struct removal_line lines[REMOVAL_LINES_MAX];
	size_t line_count;
	int64_t records; /* all that would go, the named ones included */
};

enum status STATUS_CHECKED programme_plan_removal(struct programme *programme,
	const struct type *type, const int64_t *ids, size_t count, struct removal *out,
	struct error *error);
/* Removes them with all that requires them, and empties what merely refers to them; one step. */
enum status STATUS_CHECKED programme_remove(struct programme *programme, const struct type *type,
	const int64_t *ids, size_t count, struct error *error);

/* The record that text means: its number, key, or unambiguous name (else a unique beginning of a
 * name is not enough: STATUS_INVALID, listing up to five candidates). STATUS_NOT_FOUND otherwise
 * ("there is no stakeholder \"x\""). */
enum status STATUS_CHECKED programme_resolve(struct programme *programme, const struct type *type,
	const char *text, size_t length, int64_t *id, struct error *error);
/* The same of a word that a person typed: what is not found suggests up to three names that hold
 * the word, or are spelt nearly so. */
enum status STATUS_CHECKED programme_resolve_typed(struct programme *programme,
	const struct type *type, const char *text, size_t length, int64_t *id, struct error *error);

enum status STATUS_CHECKED programme_get(struct programme *programme, const struct type *type,
	int64_t id, struct arena *arena, struct record *out, struct error *error);
/* Up to space records (query->limit at the most) copied into the arena. */
enum status STATUS_CHECKED programme_page(struct programme *programme, const struct query *query,
	struct arena *arena, struct record *records, size_t space, size_t *count,
	struct error *error);
enum status STATUS_CHECKED programme_count(struct programme *programme, const struct query *query,
	int64_t *count, struct error *error);

/* What people call the record: its title, else its key, else its references and date ("Ines Farrow,
 * 2026-11-02"). In the arena. */
const char *programme_title(
	struct programme *programme, const struct type *type, int64_t id, struct arena *arena);
/* The title of what a reference field of the record points to; NULL where it has none. In the
 * arena. */
const char *programme_title_of(struct programme *programme, const struct record *record,
	const char *field, struct arena *arena);
/* What documents call it: key or number. In the arena. */
const char *programme_identifier(
	struct programme *programme, const struct type *type, int64_t id, struct arena *arena);
/* One field of a record as a person reads it: references by title, booleans yes/no. "" for no
 * value. In the arena. */
const char *programme_format(struct programme *programme, const struct record *record, size_t field,
	struct arena *arena);

#endif
