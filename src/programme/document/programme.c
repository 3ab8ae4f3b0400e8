/* SPDX-License-Identifier: MIT */
/*
 * Opening the document, and what concerns it as a whole: history, rule book, copies. Each of these
 * is the store's own work; here it only becomes an intent of the user.
 */
#include <stdio.h>
#include <stdlib.h>

#include "document.h"
#include "rollout/rules/wording.h"

struct store_options
document_store_options(const struct programme_options *options)
{
	return (struct store_options){ .read_only = options->read_only,
		.who = options->who,
		.state_folder = options->state_folder,
		.on_wait = options->on_wait,
		.on_check = options->on_check,
		.context = options->context };
}

static enum status
name_wording(void *context, const char *const texts[RULE_ARGUMENTS_MOST], struct rule_answer *out,
	struct error *error)
{
	const char *name =
		wording_name(wording_judge_milestone(texts[0] ? texts[0] : "", texts[1]));

	(void)context;
	(void)error;
	if (name)
		out->kind = RULE_ANSWERS_TEXT;
	snprintf(out->text, sizeof out->text, "%s", name ? name : "");
	return STATUS_OK;
}

/* Rule M2 asks it. */
static const struct rule_function wording = { "wording", 2, name_wording };

/* Lets rules of the store ask what is known here. */
static enum status
offer(struct programme *programme, struct error *error)
{
	enum status status = rulebook_add_function(programme->store, &wording, NULL, error);

	store_set_today(programme->store, programme->today);
	if (status == STATUS_OK)
		status = milestone_facts_offer(programme, error);
	if (status == STATUS_OK)
		status = wave_facts_offer(programme, error);
	if (status == STATUS_OK)
		status = measure_functions_offer(programme, error);
	return status == STATUS_OK ? forecast_facts_offer(programme, error) : status;
}

enum status
document_new(struct store *store, const struct programme_options *options, struct programme **out,
	struct error *error)
{
	struct programme *programme = memory_new(1, sizeof *programme);

	programme->store = store;
	programme->options = *options;
	programme->today = options->today;
	programme->clock = options->clock;
	*out = programme;
	return offer(programme, error);
}

enum status
programme_open(const char *path, const struct programme_options *options, struct programme **out,
	struct error *error)
{
	struct store_options store_options = document_store_options(options);
	struct store *store = NULL;
	enum status status = store_open(path, &store_options, &store, error);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	status = document_new(store, options, out, error);
	if (status != STATUS_OK) {
		programme_close(*out);
		*out = NULL;
	}
	return status;
}

void
programme_close(struct programme *programme)
{
	if (!programme)
		return;
	store_close(programme->store);
	milestone_now_forget(programme);
	forecast_forget(programme);
	working_days_forget(programme);
	arena_clear(&programme->waves.arena);
	pulses_forget(programme);
	free(programme);
}

const char *
programme_path(const struct programme *programme)
{
	return store_path(programme->store);
}

const char *
programme_notices(const struct programme *programme)
{
	return store_notices(programme->store);
}

enum programme_place
programme_look(const struct programme *programme)
{
	switch (store_look(programme->store)) {
	case STORE_THERE: return PROGRAMME_THERE;
	case STORE_REPLACED: return PROGRAMME_REPLACED;
	case STORE_GONE: break;
	}
	return PROGRAMME_GONE;
}

enum status
programme_open_anew(struct programme *programme, struct error *error)
{
	struct store_options options = document_store_options(&programme->options);
	struct store *old = programme->store, *store = NULL;
	enum status status = store_open(store_path(old), &options, &store, error);

	if (status != STATUS_OK)
		return status;
	programme->store = store;
	status = offer(programme, error);
	if (status != STATUS_OK) {
		programme->store = old;
		store_close(store);
		return status;
	}
	store_close(old);
	milestone_now_forget(programme);
	forecast_forget(programme);
	working_days_forget(programme);
	pulses_forget(programme);
	return STATUS_OK;
}

enum status
programme_keep_copy(
	struct programme *programme, struct arena *arena, const char **path, struct error *error)
{
	return store_copy_beside(programme->store, "kept", arena, path, error);
}

enum status
programme_put_back(struct programme *programme, struct error *error)
{
	enum status status = store_backup(programme->store, store_path(programme->store), error);

	return status == STATUS_OK ? programme_open_anew(programme, error) : status;
}

const char *
programme_author(const struct programme *programme)
{
	return store_author(programme->store);
}

bool
programme_is_read_only(const struct programme *programme)
{
	return store_is_read_only(programme->store);
}

day
programme_today(const struct programme *programme)
{
	return programme->today;
}

bool
programme_renew_today(struct programme *programme)
{
	day today = programme->clock ? programme->clock() : programme->today;

	if (today == programme->today)
		return false;
	programme->today = today;
	store_set_today(programme->store, today);
	milestone_now_forget(programme);
	pulses_forget(programme);
	forecast_forget(programme);
	return true;
}

int64_t
programme_version(struct programme *programme)
{
	return store_version(programme->store);
}

enum status
programme_begin_read(struct programme *programme, struct error *error)
{
	return store_begin_read(programme->store, error);
}

void
programme_end_read(struct programme *programme)
{
	store_end_read(programme->store);
}

void
programme_set_stop(struct programme *programme, bool (*stop)(void *context), void *context)
{
	store_set_stop(programme->store, stop, context);
}

enum status
programme_undo(struct programme *programme, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error)
{
	return history_turn_several(programme->store, true, wanted, arena, steps, error);
}

enum status
programme_redo(struct programme *programme, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error)
{
	return history_turn_several(programme->store, false, wanted, arena, steps, error);
}

enum status
programme_turn_step(struct programme *programme, bool back, int64_t id, struct arena *arena,
	struct step *step, struct error *error)
{
	return history_turn(programme->store, back, id, arena, step, error);
}

enum status
programme_go_to_step(struct programme *programme, int64_t step, int64_t newest, int64_t *moved,
	struct error *error)
{
	return history_go_to(programme->store, step, newest, moved, error);
}

enum status
programme_newest_step(
	struct programme *programme, struct arena *arena, struct step *step, struct error *error)
{
	return history_newest(programme->store, arena, step, error);
}

enum status
programme_backup(struct programme *programme, const char *path, struct error *error)
{
	return store_backup(programme->store, path, error);
}

enum status
programme_verify(
	struct programme *programme, struct arena *arena, struct damage *out, struct error *error)
{
	enum status status;

	*out = (struct damage){ 0 };
	status = store_verify(programme->store, arena, out, error);
	return status == STATUS_OK ? store_verify_doubles(programme->store, arena, out, error)
				   : status;
}

enum status
programme_check(struct programme *programme, const char *only, struct arena *arena,
	struct finding **findings, size_t *count, size_t *waived, struct error *error)
{
	return rulebook_check(programme->store, only, arena, findings, count, waived, error);
}

enum status
programme_check_record(struct programme *programme, const char *only, const struct type *type,
	int64_t id, struct arena *arena, struct finding **findings, size_t *count,
	struct error *error)
{
	return rulebook_check_record(
		programme->store, only, type, id, arena, findings, count, error);
}
