/* SPDX-License-Identifier: MIT */
/* A file that three people work on at once, each with a connection of their own. */
#ifndef ROLLOUT_TESTS_STORE_OFFICE_H
#define ROLLOUT_TESTS_STORE_OFFICE_H

#include "support.h"

enum { ALICE, BEN, CARA, AUTHORS };

extern const char *const office_names[AUTHORS];

struct office {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct store *stores[AUTHORS];
	const struct type *people, *contacts, *invitees;
	struct arena arena;
	struct error error;
	struct step step;
};

/* For cmocka: *state is a struct office. */
int office_set_up(void **state);
int office_tear_down(void **state);

enum status office_undo(struct office *office, int who);
enum status office_redo(struct office *office, int who);
void office_expect_undo(struct office *office, int who, const char *label);
void office_expect_redo(struct office *office, int who, const char *label);
/* Nothing has happened, and the message holds each part; NULL ends them. */
void office_expect_refused(struct office *office, enum status status, enum status wanted,
	uint64_t before, const char *const *parts);
void office_insert(struct office *office, int who, const char *label, struct record *record);
/* A step "add NAME"; the person's id. */
int64_t office_add_person(struct office *office, int who, const char *key, const char *name);
enum status office_change(struct office *office, int who, const char *label,
	const struct type *type, int64_t id, const char *field, struct value value);
/* A step "set FIELD" on a person. */
void office_set(struct office *office, int who, int64_t id, const char *field, struct value value);
void office_take_away(struct office *office, int who, int64_t id);
uint64_t office_hash(struct office *office);

#endif
