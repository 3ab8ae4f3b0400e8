/* SPDX-License-Identifier: MIT */
/*
 * Going back (or forward again) to a step of the history. Must not turn a step by itself: it is
 * undo or redo as often as it takes, each whole, so that a step that cannot be turned leaves those
 * before it turned and the file as it was after one of its steps.
 */
#include "document.h"

struct journey {
	int64_t target, newest; /* as the caller saw them */
	bool overtaken; /* there are newer ones now */
	enum step_state state; /* of the target */
	bool found;
	int64_t undo; /* steps that stand and are newer than the target */
	int64_t redo; /* undone ones up to the target, itself included */
};

static enum status
count_step(void *context, const struct step *step, struct error *error)
{
	struct journey *journey = context;

	(void)error;
	journey->overtaken = journey->overtaken || step->id > journey->newest;
	if (step->id > journey->target) {
		journey->undo += step->state == STEP_DONE ? 1 : 0;
		return STATUS_OK;
	}
	if (step->id == journey->target) {
		journey->found = true;
		journey->state = step->state;
	}
	journey->redo += step->state == STEP_UNDONE ? 1 : 0;
	return STATUS_OK;
}

static enum status
stop_overtaken(struct error *error)
{
	return error_set(error, STATUS_CONFLICT, "somebody has changed something meanwhile");
}

static enum status
forward(struct programme *programme, int64_t count, int64_t *moved, struct error *error)
{
	struct arena arena = { 0 };
	struct step step;
	enum status status = STATUS_OK;

	for (int64_t i = 0; i < count && status == STATUS_OK; i++) {
		arena_reset(&arena);
		status = programme_redo(programme, &arena, &step, error);
		*moved += status == STATUS_OK ? 1 : 0;
	}
	arena_clear(&arena);
	return status;
}

/* A step that came between two of ours is put back at once. */
static enum status
back(struct programme *programme, const struct journey *journey, int64_t *moved,
	struct error *error)
{
	struct arena arena = { 0 };
	struct step step;
	enum status status = STATUS_OK;

	for (int64_t i = 0; i < journey->undo && status == STATUS_OK; i++) {
		arena_reset(&arena);
		status = programme_undo(programme, &arena, &step, error);
		if (status == STATUS_OK && step.id > journey->newest) {
			status = programme_redo(programme, &arena, &step, error);
			if (status == STATUS_OK)
				status = stop_overtaken(error);
		} else if (status == STATUS_OK) {
			--*moved;
		}
	}
	arena_clear(&arena);
	return status;
}

enum status
programme_go_to_step(struct programme *programme, int64_t step, int64_t newest, int64_t *moved,
	struct error *error)
{
	struct journey journey = { .target = step, .newest = newest };
	enum status status = programme_log(programme, "", 0, 0, count_step, &journey, error);

	*moved = 0;
	if (status != STATUS_OK)
		return status;
	if (!journey.found)
		return error_set(error, STATUS_NOT_FOUND, "there is no such step in the log");
	if (journey.overtaken)
		return stop_overtaken(error);
	switch (journey.state) {
	case STEP_DONE:
	case STEP_ORIGIN: return back(programme, &journey, moved, error);
	case STEP_UNDONE: return forward(programme, journey.redo, moved, error);
	case STEP_DROPPED: break;
	}
	return error_set(error, STATUS_CONFLICT,
		"that step was undone and something else was done since: it cannot come back");
}
