/* SPDX-License-Identifier: MIT */
/*
 * What tests of the store share: a folder of their own, files with something in them, records made
 * from a number, and the whole content of a file as text to compare. Looks into the store
 * (database.h) on purpose: tests hold it against SQLite itself.
 */
#ifndef ROLLOUT_TESTS_STORE_SUPPORT_H
#define ROLLOUT_TESTS_STORE_SUPPORT_H

#include "store/database.h"
#include "store/fingerprint.h"
#include "rollout/store/ddl.h"

enum { SUPPORT_PATH = 512 };

/* Of tries with chance or at every point: fewer where the sanitizers make each one several times as
 * dear. */
#ifdef __SANITIZE_ADDRESS__
enum { SUPPORT_FEWER = 4 };
#else
enum { SUPPORT_FEWER = 1 };
#endif

/* A small reproducible source of chance: xorshift64*. Start from any number but 0. */
uint64_t support_random(uint64_t *state);
/* 0 … below - 1. */
int support_below(uint64_t *state, int below);

/* A new empty folder below TMPDIR, and its removal with the files in it. */
void support_folder(char folder[SUPPORT_PATH]);
void support_remove(const char *folder);
/* folder/name into path; returns path. */
const char *support_path(char path[SUPPORT_PATH], const char *folder, const char *name);

/* Files as bytes. support_read's result is freed by the caller. */
unsigned char *support_read(const char *path, size_t *size);
void support_write(const char *path, const void *bytes, size_t size);
bool support_exists(const char *path);
/* Runs SQL on the file in a connection of its own without the store's defences, as another program
 * would. */
void support_tamper(const char *path, const char *sql);

/* A new file without records, still open; with people: count stakeholders, each a step of its own
 * when apart is true. */
struct store *support_create(const char *path);
struct store *support_open(const char *path);
/* A step labelled "test": begun, and ended well; the test fails where either does. */
void support_begin(struct store *store);
void support_end(struct store *store);
/* Where a field of the record lies, by its name. */
struct value *support_value(struct record *record, const char *field);
void support_add_people(struct store *store, int count, bool apart);
/* The file at path with count people in it, closed. */
void support_make(const char *path, int count);
/* Opens and expects this status; the message must hold part (NULL: any). Closes what opens. */
void support_expect(const char *path, enum status expected, const char *part);
/* Opens with every check: STATUS_OK or refused; never anything else. True when it opened and
 * store_verify ran. */
bool support_opens(const char *path);

/* What most tests start from: a file with 20 people in a folder of its own, and its bytes. For
 * cmocka's set-up and tear-down. */
struct support_place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	unsigned char *bytes;
	size_t size;
};

int support_set_up(void **state);
int support_tear_down(void **state);
/* Refused with STATUS_FAILED and that part in the message, and the file's bytes as they were. */
void support_expect_refused(const char *path, const char *part);

/* A record of the type with values that fit, different for each number; key and references stay
 * empty. */
void support_fill(
	struct record *record, const struct type *type, int64_t number, struct arena *arena);
/* One row of every record of every type, in order: equal texts are equal contents. */
void support_dump(struct store *store, struct buffer *out);
/* The same as one number. */
uint64_t support_hash(struct store *store);
/* The one number that the SQL returns. */
int64_t support_number(struct store *store, const char *sql);
/* integrity_check, foreign keys and store_verify all find nothing. */
void support_assert_whole(struct store *store);

#endif
