/* SPDX-License-Identifier: MIT */
/*
 * From the columns and members of other people's files to our fields, and from their values to ours
 * (import-names.md). A column is decided once, when its first value is seen, and stays decided;
 * what was decided is counted and shown. Nothing is guessed: where a name could mean two fields and
 * the value does not tell, it is an error that asks for a choice.
 */
#ifndef ROLLOUT_EXCHANGE_MAPPING_H
#define ROLLOUT_EXCHANGE_MAPPING_H

#include "rollout/exchange/date_words.h"
#include "rollout/model/record.h"

enum column_target {
	COLUMN_IGNORED, /* kept out, and reported */
	COLUMN_COMPUTED, /* kept out silently: our own exports carry it, the program computes it */
	COLUMN_FIELD,
	COLUMN_NESTED, /* a list of records of another type: relationships, evidence, depends_on */
	COLUMN_LINKS, /* relationships as text: "Ines Farrow; Ada Lund"; of a milestone what it
			 waits for: "3FS+2d;5" */
	COLUMN_CRITERIA, /* what would convince us, one a line */
	COLUMN_NUMBER, /* what other rows of the file call this one by; not an id */
	COLUMN_FIRST_NAME,
	COLUMN_MIDDLE_NAME,
	COLUMN_LAST_NAME,
	COLUMN_ROLE, /* of a RACI: its letters, or a letter's names */
	COLUMN_LEVEL, /* of an engagement matrix: one column a level, C and D in the cells */
};

/* What a column says of the mark before its decimals. */
enum number_marks { MARKS_UNKNOWN, MARKS_POINT, MARKS_COMMA, MARKS_MIXED };

/* Records inside a record: member of parent, each a child that refers back through the child's
 * field back. */
struct nested {
	const char *parent; /* type */
	const char *member;
	const char *child; /* type */
	const char *back; /* field of child that refers to the parent */
	const char
		*alias; /* a member of the nested object that means the field below; NULL: none */
	const char *alias_of;
};

struct column {
	const char *name; /* as in the file */
	enum column_target target;
	int field; /* COLUMN_FIELD */
	int scale; /* the greatest value of its scale: 3, 10, 100; 0: ours */
	enum number_marks marks; /* of its numbers, as far as the whole column tells */
	enum date_order dates; /* of its days, likewise */
	const struct nested *nested;
	const char *word; /* COLUMN_LINKS: the relationship's kind; COLUMN_LEVEL: the attitude */
	bool reversed; /* COLUMN_LINKS: they point to us */
	bool exact; /* the dictionary's own name */
	int rank; /* of its name among those of the field: the lower counts */
	const char *instead; /* COLUMN_IGNORED: the column that counts instead; NULL: none */
	bool unwanted; /* COLUMN_IGNORED: --map says so */
	bool by_value; /* decided by its first value: a later one may show that it was wrong */
	int64_t count; /* values seen */
};

enum { COLUMNS_MAX = 256, TRANSLATIONS_MAX = 64 };

/* One value word that was translated, for showing. */
struct translation {
	int field;
	const char *from;
	const char *to; /* "" : no value */
	int64_t count;
};

struct mapping {
	const struct type *type;
	bool own; /* a document of our own format: the dictionary's names come first */
	bool flat; /* a table: relationships stand in a cell, as text */
	struct column columns[COLUMNS_MAX];
	size_t count;
	size_t hint; /* members tend to come in the same order */
	const struct mapping_choice *choices;
	size_t choice_count;
	struct translation translations[TRANSLATIONS_MAX];
	size_t translation_count;
	const char *undecided; /* the last column whose value did not tell what it is; NULL: none */
	struct arena arena; /* lives as long as the mapping */
};

/* A choice the user made: --map COLUMN=FIELD; field "-": keep it out. */
struct mapping_choice {
	const char *column;
	const char *field;
};

void mapping_init(struct mapping *mapping, const struct type *type, bool own,
	const struct mapping_choice *choices, size_t choice_count);
void mapping_clear(struct mapping *mapping);

/* The column called name; value is one of its values, with which an undecided name is decided
 * (NULL: a list or object). STATUS_INVALID, naming --map, when the value does not decide, or two
 * columns mean the same field. The result is valid until mapping_clear. */
enum status STATUS_CHECKED mapping_find(struct mapping *mapping, const char *name,
	const char *value, const struct column **out, struct error *error);

/* Some of the values of one column, each once. */
struct column_values {
	const char *const *texts;
	size_t count;
};

/* The same for a column whose values are known before any is taken. Its count stays 0, and what it
 * is does not change by what comes: by_value is not set. */
enum status STATUS_CHECKED mapping_settle(struct mapping *mapping, const char *name,
	const struct column_values *values, struct column **out, struct error *error);

/* Whether a column of that name means something here, whatever it holds; nothing is decided yet. */
bool mapping_knows(struct mapping *mapping, const char *name);
/* Whether a column of that name can give a record its title, a part of it, or its id. The type has
 * a title. */
bool mapping_may_name(struct mapping *mapping, const char *name);

/* One value of a column, as the field takes it: *text is translated where the field does not take
 * it as it is and a translation is known. Result in the arena or *text itself. STATUS_INVALID for
 * words that mean two things ("bi-weekly"). */
enum status STATUS_CHECKED mapping_translate(struct mapping *mapping, const struct column *column,
	const char **text, size_t *length, struct arena *arena, struct error *error);

/* The field of a type by a name of import-names.md, and the name's rank among those of the field;
 * -1: none. */
int synonym_find(const struct type *type, const char *folded, int *rank);
/* Whether a column of that name only numbers the rows. */
bool synonym_numbers(const char *folded);
/* COLUMN_FIRST_NAME, _MIDDLE_ or _LAST_ for a part of a person's name; else COLUMN_IGNORED. */
enum column_target synonym_name_part(const char *folded);
/* Columns of links: "reports to", "influenced by", "predecessors" …: the kind of link; NULL: not
 * one. */
const char *synonym_link(const struct type *type, const char *folded, bool *reversed);
/* A level of an engagement matrix as a column: the attitude it stands for; NULL: not one. */
const char *synonym_level(const char *folded);
/* Whether it holds what must be true for a milestone to count. */
bool synonym_criteria(const struct type *type, const char *folded);

/* Whether the name could mean two things, so that values have to decide. */
bool column_meaning_is_open(const struct type *type, const char *folded);
/* Of two such names for one field the one of the lower rank counts. */
int column_meaning_rank(const struct type *type, const char *folded);
/* Decides such a name by its values; -1: they do not tell; *ignored: a thing we do not keep. */
int column_meaning_decide(const struct type *type, const char *folded,
	const struct column_values *values, bool *ignored);

enum translated {
	TRANSLATED_NOT,
	TRANSLATED,
	TRANSLATED_NOTHING /* means "no value" */,
	TRANSLATED_UNCLEAR
};
/* What a word of other people's files is in ours for that field; column: what is known of where it
 * stands (NULL: nothing). */
enum translated value_words_translate(const struct type *type, const struct field *field,
	const struct column *column, const char *text, struct arena *arena, const char **out);

/* The nested list that member of a record of type is; NULL when none. All of them, for writing. */
const struct nested *nested_find(const struct type *type, const char *member);
const struct nested *nested_list(size_t *count);
/* Members that our documents carry beside the dictionary's, computed by the program. */
bool nested_is_computed(const struct type *type, const char *member);

#endif
