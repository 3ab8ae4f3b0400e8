/* SPDX-License-Identifier: MIT */
/*
 * The open document. One function per intent of the user: each validates, writes one step of the
 * history or nothing, and says in the error what is wrong. The faces (cli, tui) see the file only
 * through here.
 */
#ifndef ROLLOUT_PROGRAMME_PROGRAMME_H
#define ROLLOUT_PROGRAMME_PROGRAMME_H

#include "rollout/base/date.h"
#include "rollout/model/damage.h"
#include "rollout/model/finding.h"
#include "rollout/model/query.h"
#include "rollout/model/step.h"

struct programme;

struct programme_options {
	bool read_only;
	const char *who; /* recorded in the history; borrowed, as all of this is, for the
			    programme's life */
	day today; /* the day all rules and lists go by */
	day (*clock)(void); /* says what today is by now, for a file that stays open; NULL: what was
			       given above stays today */
	const char *state_folder; /* may be NULL; see store.h */
	void (*on_wait)(void *context); /* another process holds the file for more than a second;
					   may be NULL */
	void (*on_check)(void *context); /* opening looks at every page, and that takes more than a
					    second; may be NULL */
	void *context;
};

enum status STATUS_CHECKED programme_open(const char *path, const struct programme_options *options,
	struct programme **out, struct error *error);
void programme_close(struct programme *programme); /* NULL is fine */

/* A new file with its programme record; templates: the question bank, workstreams, risks, RACI
 * example, forums, engagement actions, playbook and settings as well, their dates moved so that
 * they count from starts_on. launches_on may be NULL. */
struct new_programme {
	const char *name;
	day starts_on;
	const day *launches_on;
	bool templates;
};

enum status STATUS_CHECKED programme_create(const char *path, const struct new_programme *new,
	const struct programme_options *options, struct programme **out, struct error *error);
/* A new file with the fictional organisation, nine weeks into its rollout on options->today. */
enum status STATUS_CHECKED programme_create_sample(const char *path,
	const struct programme_options *options, struct programme **out, struct error *error);

/*
 * Where the file is that was opened. A program that synchronises folders, or git, may have put
 * another in its place; until that is opened anew nothing may be read or written here.
 */
enum programme_place { PROGRAMME_THERE, PROGRAMME_REPLACED, PROGRAMME_GONE };
enum programme_place programme_look(const struct programme *programme);
/* Goes on with what stands in its place now, checked like any file that is opened; where that fails
 * all is as before. What was read from the programme is of another file afterwards. */
enum status STATUS_CHECKED programme_open_anew(struct programme *programme, struct error *error);
/* A copy of what was opened, beside what stands in its place; the path in the arena. */
enum status STATUS_CHECKED programme_keep_copy(
	struct programme *programme, struct arena *arena, const char **path, struct error *error);
/* What was opened under its name again, where nothing has that name, and opened anew. */
enum status STATUS_CHECKED programme_put_back(struct programme *programme, struct error *error);

const char *programme_path(const struct programme *programme);
const char *programme_notices(
	const struct programme *programme); /* lines about the opening; "" for none */
const char *programme_author(const struct programme *programme); /* of changes made here */
bool programme_is_read_only(const struct programme *programme);
day programme_today(const struct programme *programme);
/* Asks the clock again where there is one; true: another day has begun, and what was read goes by
 * the day before. */
bool programme_renew_today(struct programme *programme);
/* A number that changes when another process changed the file; cheap enough to ask every second. */
int64_t programme_version(struct programme *programme);
/* Several reads of one state of the file, locked once; nests. */
enum status STATUS_CHECKED programme_begin_read(struct programme *programme, struct error *error);
void programme_end_read(struct programme *programme);
/* While set, long reads ask it now and then whether to stop, and end with STATUS_STOPPED when it
 * says so: for a face that goes on reading while nobody types. NULL: nothing stops them. */
void programme_set_stop(struct programme *programme, bool (*stop)(void *context), void *context);

/*
 * One's own last changes, so many or none, and what one has taken back of them; *steps: which, in
 * order, with their texts in the arena. STATUS_NOT_FOUND when there are fewer, STATUS_CONFLICT when
 * a later change is in the way, both with a message that names what there is.
 */
enum status STATUS_CHECKED programme_undo(struct programme *programme, int64_t wanted,
	struct arena *arena, struct step **steps, struct error *error);
enum status STATUS_CHECKED programme_redo(struct programme *programme, int64_t wanted,
	struct arena *arena, struct step **steps, struct error *error);
/* That one change, whoever made it: ask before turning another's. */
enum status STATUS_CHECKED programme_turn_step(struct programme *programme, bool back, int64_t id,
	struct arena *arena, struct step *step, struct error *error);
/* Undoes, or redoes, one step after the other until that one is the newest that stands, whoever
 * made them; all or none. *moved: how many were redone, negative: undone. newest: the newest step
 * when that was decided; what somebody did since is never undone. STATUS_NOT_FOUND: no such step;
 * STATUS_CONFLICT: something newer is there, a step is in the way, or it was undone and overtaken.
 */
enum status STATUS_CHECKED programme_go_to_step(struct programme *programme, int64_t step,
	int64_t newest, int64_t *moved, struct error *error);
/* What was done, undone or redone last. */
enum status STATUS_CHECKED programme_newest_step(
	struct programme *programme, struct arena *arena, struct step *step, struct error *error);
enum status STATUS_CHECKED programme_backup(
	struct programme *programme, const char *path, struct error *error);
/* All that is wrong with the file; the lines are in the arena. */
enum status STATUS_CHECKED programme_verify(
	struct programme *programme, struct arena *arena, struct damage *out, struct error *error);

/* Findings by severity, rule and subject; only: one rule's id, or NULL for all. */
enum status STATUS_CHECKED programme_check(struct programme *programme, const char *only,
	struct arena *arena, struct finding **findings, size_t *count, size_t *waived,
	struct error *error);
/* The findings about one record; quick in any file. only as above. */
enum status STATUS_CHECKED programme_check_record(struct programme *programme, const char *only,
	const struct type *type, int64_t id, struct arena *arena, struct finding **findings,
	size_t *count, struct error *error);

#endif
