/* SPDX-License-Identifier: MIT */
/*
 * Taking records that come in into the programme: which record each one means, what it changes, and
 * who its references mean. Shared by imports, templates and the sample. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_INTAKE_H
#define ROLLOUT_PROGRAMME_INTAKE_H

#include "programme/document/document.h"
#include "rollout/base/id_set.h"
#include "rollout/exchange/incoming.h"
#include "rollout/programme/exchange.h"
#include "rollout/store/bulk.h"

enum { INTAKE_TYPES = 96, INTAKE_CACHE = 256, MANY_RECORDS = 2000, PEOPLE_NAMED = 10 };

/* A record of the file that cannot be taken, and why. */
struct reject {
	int64_t element;
	const char *reasons;
};

struct rejects {
	struct arena arena;
	struct reject *list;
	size_t count;
	bool sorted;
};

/* A reference that means nobody, until its exact place is looked up. */
struct unresolved {
	struct pending pending;
	const char *message;
};

struct early_name {
	const struct type *type;
	const char *text;
	struct place place;
	int64_t element;
};

/* What a row is called in its file; id 0: a free place. */
struct row_number {
	uint64_t hash;
	int64_t id;
};

enum { NUMBER_TWICE = -1 };

/* A record that was there, with references that are only found in the end, or a new one inside a
 * record that was there, which may turn out to say what another says. */
struct doubt {
	const struct type *type, *main_type;
	int64_t id, main_id; /* main: the record of the file that it belongs to */
	uint32_t open; /* bits of those references; 0: a new record */
	struct value *before; /* what they held, in the order of the bits */
	bool counted; /* the main one counts as changed already */
};

struct intake {
	struct programme *programme;
	struct incoming_reader *reader;
	struct source *file; /* for looking up places a second time; NULL: not possible */
	struct incoming_options options;
	const char *source; /* its name, for messages */
	struct problems *problems;
	struct rejects *rejects; /* NULL: the first problem stops everything in the end */
	const struct type *main; /* what is counted; NULL: every record */
	bool own_people; /* any person somebody refers to may be added, not owners only */
	bool keyed_people; /* and under the key the file uses */
	bool plan; /* somebody else's plan: its sections become workstreams, its tasks deliveries */
	bool raci; /* roles and decisions that are only named are added */
	bool first_owner; /* of several owners in a cell the first is meant */
	int shift_days; /* added to every date */

	bool foreign; /* numbers and keys may be somebody else's numbering: names must agree */
	const char *const *renamed; /* ids whose new names are meant (--by); borrowed */
	size_t renamed_count;

	int64_t added, changed, unchanged, rejected, people_added, merged;
	int64_t named_added; /* others that were only named: workstreams, roles, decisions */
	int64_t links_dropped; /* to people who are neither in the file nor in the programme */
	int64_t owners_dropped; /* cells with several owners, of which the first counts */
	const char *people[PEOPLE_NAMED]; /* the first of people_added */
	const char
		*alike[PEOPLE_NAMED]; /* the first of alike_count: new ones who look like others */
	int64_t alike_count;
	struct id_set touched[INTAKE_TYPES];
	struct id_set open_baselines; /* which the document may still fill */
	struct id_set promised; /* milestones that promise a day here first */
	bool promises; /* there are some */
	struct id_set ticked; /* that are said to be done (rule H1) */
	struct id_set gated; /* whose gates are looked at in the end (rules M8 and F1) */
	struct id_set claimed, evidence; /* whose proof is looked at in the end (rule M5) */
	bool restoring[INTAKE_TYPES]; /* the table was empty when the file came to it: the file's
					 order is kept */
	bool looked[INTAKE_TYPES];
	bool named[INTAKE_TYPES]; /* their names are gathered (store_names_gather) */
	int64_t inserted[INTAKE_TYPES]; /* into a table that was empty */
	int64_t previous[INTAKE_TYPES]; /* the id of the record before, while restoring */
	struct arena arena; /* of the current record */
	bool reversed; /* a link that points to its parent was seen: two records may say the same
			  link */
	struct unresolved
		unresolved[PROBLEMS_KEPT]; /* the first of them, in the order of the file */
	size_t unresolved_count;

	/* Changes: whose they are, those that are certain in the end only, and a dry run's list. */
	const struct type *main_type;
	int64_t main_id;
	bool main_existed;
	struct doubt *doubts;
	size_t doubt_count;
	struct arena *listing; /* whose texts last; NULL: no list */
	struct import_change *changes;
	size_t change_count;
	int64_t difference_count;

	const struct type
		*numbered; /* whose rows the file calls by numbers of its own; NULL: none */
	struct row_number *numbers; /* by hash, open addressing */
	size_t number_space, number_count;

	/* References resolved lately: owners repeat. */
	struct {
		uint64_t hash;
		const struct type *type;
		int64_t id;
	} cache[INTAKE_CACHE];

	/* Hashes of names and keys of records of the file that are left out: they are not unknown,
	 * and nobody is added in their stead. */
	uint64_t *left_out;
	size_t left_out_count;

	/* Names that meant one record of the programme when they were met: they must still do so in
	 * the end. */
	struct early_name *early;
	size_t early_count;
	struct arena early_texts;
};

/* What comes in, and what it becomes: the record as it is and as it will be. */
struct taking {
	const struct incoming *incoming;
	struct record before, now;
	bool existing;
	uint32_t open; /* bits of references that are not resolved yet */
};

/* Something is wrong with what comes in: a problem with its place. */
void intake_complain(struct intake *intake, const struct incoming *incoming, const char *format,
	...) PRINTF_LIKE(3, 4);
/* Which record of the programme is meant: by its id, else by its identity; taking->existing
 * and before tell. One that the file has already had is a problem. */
enum status STATUS_CHECKED intake_match(
	struct intake *intake, struct taking *taking, struct error *error);
/* From now on records of the type are looked for by name; the type has titles. */
enum status STATUS_CHECKED intake_gather_names(
	struct intake *intake, const struct type *type, struct error *error);
/* Records of the type that come later in the file find this one by its name. */
enum status STATUS_CHECKED intake_note_name(
	struct intake *intake, const struct record *record, struct error *error);
/* A readable key for a new person ("mara-quist", the second one "mara-quist-2"), where the name has
 * letters for one. The text is in the arena of the record at hand. */
enum status STATUS_CHECKED intake_choose_key(
	struct intake *intake, struct record *record, struct error *error);
/* One record of the file, with the ones inside it. Problems are added, never a status, unless
 * nothing can go on. */
enum status STATUS_CHECKED intake_take(
	struct intake *intake, const struct incoming *incoming, struct error *error);
/* Everything of one source: reads it to its end. */
enum status STATUS_CHECKED intake_take_all(struct intake *intake, struct error *error);
/* Notes that the file has this record, though it is left out. */
void intake_leave_out(struct intake *intake, const struct incoming *incoming);
/* Whether the type had no record when the file came to it. */
enum status STATUS_CHECKED intake_was_empty(
	struct intake *intake, const struct type *type, bool *empty, struct error *error);
/* Fills in the references that were left open; those that mean nobody become problems. */
enum status STATUS_CHECKED intake_resolve(struct intake *intake, struct error *error);
void intake_clear(struct intake *intake);
/* The id that the text means now; 0: nobody so far. Names are looked for only where by_name. */
enum status STATUS_CHECKED intake_find(struct intake *intake, const struct type *type,
	const char *text, bool by_name, int64_t *id, struct error *error);

/* "Quist, Mara" for "Mara Quist", and the other way round; NULL when it cannot be turned. */
const char *intake_turn_name(const char *name, struct arena *arena);
/* Adds whom or what a reference only names, where that may be: *id, or 0. STATUS_INVALID for
 * several people, or a department, in the place of a person. */
enum status STATUS_CHECKED intake_add_named(
	struct intake *intake, const struct pending *pending, int64_t *id, struct error *error);
/* What the rows of the file are called in it: noted, and looked up. 0: nobody is called so;
 * NUMBER_TWICE: two rows are. */
void intake_note_numbers(struct intake *intake, const struct incoming *incoming, int64_t id);
/* "1.2" stands below "1", where a row above is called so: the parent, if the file gives none. */
void intake_place(const struct intake *intake, struct incoming *incoming);
bool intake_has_numbers(const struct intake *intake, const struct type *type);
int64_t intake_find_number(const struct intake *intake, const char *text);

/* Lists what the record's fields were and are, but for open references. */
void intake_note_change(struct intake *intake, const struct taking *taking);
/* Only the end tells whether this is a change of intake->main_id. */
void intake_note_doubt(struct intake *intake, const struct taking *taking);
/* Doubts from that one on are of a record that counts as changed, or not. */
void intake_count_doubts(struct intake *intake, size_t from, bool counted);
/* In the end: counts and lists those that are changes. */
enum status STATUS_CHECKED intake_settle_doubts(struct intake *intake, struct error *error);

void rejects_add(struct rejects *rejects, int64_t element, const char *reason);
const char *rejects_find(
	struct rejects *rejects, int64_t element); /* the reasons; NULL: it is not among them */
void rejects_merge(struct rejects *into, const struct rejects *from);
void rejects_clear(struct rejects *rejects);

#endif
