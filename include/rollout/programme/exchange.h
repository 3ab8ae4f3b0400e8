/* SPDX-License-Identifier: MIT */
/*
 * Documents in and out. An import is checked whole and is one step, or nothing at all; an export
 * streams.
 */
#ifndef ROLLOUT_PROGRAMME_EXCHANGE_H
#define ROLLOUT_PROGRAMME_EXCHANGE_H

#include "rollout/programme/programme.h"

/* What a document is about. */
enum document { DOCUMENT_REGISTER, DOCUMENT_ROADMAP, DOCUMENT_PROGRAMME, DOCUMENT_TYPE };

struct export_options {
	enum document document;
	const struct type *type; /* DOCUMENT_TYPE only */
	const char *format; /* as --format takes it; NULL: JSON */
	enum audience audience;
	const char *path; /* NULL: to descriptor */
	int descriptor;
	bool force; /* an existing file is replaced */
	bool mark; /* CSV begins with a byte order mark */
};

/* Neither an export nor the rejects of an import may take the place of the programme itself or of
 * its journal, whatever was forced: STATUS_FAILED. programme_export() asks by itself. */
enum status STATUS_CHECKED programme_check_target(
	const struct programme *programme, const char *path, struct error *error);

enum status STATUS_CHECKED programme_export(
	struct programme *programme, const struct export_options *options, struct error *error);

enum { PROBLEMS_SHOWN = 20, MAPPINGS_MAX = 256, VALUES_MAX = 80, SHEETS_SHOWN = 100 };

struct column_choice {
	const char *column; /* as in the file */
	const char *field; /* the dictionary's */
};

struct import_options {
	enum document document;
	const struct type *type; /* DOCUMENT_TYPE only */
	bool raci; /* of assignments: roles and activities that are only named are added */
	const char *path; /* "-": standard input */
	bool dry_run;
	bool skip_invalid;
	const char *rejects; /* where the records left out are written, with their reasons; needed
				with skip_invalid */
	bool force; /* an existing file of rejects is replaced */
	const struct column_choice *choices; /* --map */
	size_t choice_count;
	const char *encoding; /* windows-1252 or utf-8; NULL: as the file begins */
	const char *sheet; /* of a workbook; NULL: the only one that fits */
	const char *dates; /* dmy, mdy or ymd: how every date is written; NULL: each column tells */
	bool first_owner; /* of several owners in a cell the first is meant; else it is refused */
	const char *const *renamed; /* --by id=REF,…: ids whose new names are meant */
	size_t renamed_count;
	/* Now and then; false stops the import, and nothing is changed. May be NULL. */
	bool (*progress)(void *context, int64_t records);
	void *context;
};

struct column_mapping {
	const char *column; /* column or member of the file */
	const char *field; /* NULL: kept out */
	int64_t count; /* values seen */
};

/* A value word that was translated: attitude "Supportive" → "active". */
struct value_mapping {
	const char *field;
	const char *from;
	const char *to; /* "": no value */
	int64_t count;
};

enum { CHANGES_SHOWN = 2000 };

/* One difference that an import would make. */
struct import_change {
	const char *type, *record, *name; /* whose: its id, and what people call it */
	const char *field; /* of the record; of a link or proof that it gains the type */
	const char *before, *after; /* as people read it; NULL: no value */
};

/* Texts in the arena that was handed in. */
struct import_result {
	bool dry_run; /* for who tells it: nothing was written */
	int64_t added, changed, unchanged, rejected;
	int64_t people_added; /* owners known to neither file nor programme, added as persons; part
				 of added */
	struct column_mapping mappings[MAPPINGS_MAX];
	size_t mapping_count;
	struct value_mapping values[VALUES_MAX];
	size_t value_count;
	struct import_change *changes; /* a dry run only: the first CHANGES_SHOWN */
	size_t change_count;
	int64_t difference_count; /* all of them */
	const char *undecided; /* the column that stopped the import because it could mean several
				  fields; NULL: none */
	const char *sheets[SHEETS_SHOWN]; /* of a workbook: all there are, whichever was read */
	size_t sheet_count;
	const char *warnings[PROBLEMS_SHOWN];
	size_t warning_count; /* in all; the first PROBLEMS_SHOWN are kept */
	const char *errors[PROBLEMS_SHOWN];
	size_t error_count;
};

/* STATUS_INVALID with result->errors filled, and nothing written, when anything is wrong and
 * skip_invalid is not set; the error's message is then the first of them. result is filled in every
 * case. */
enum status STATUS_CHECKED programme_import(struct programme *programme,
	const struct import_options *options, struct arena *arena, struct import_result *result,
	struct error *error);

const char *document_name(enum document document); /* "register" … */

#endif
