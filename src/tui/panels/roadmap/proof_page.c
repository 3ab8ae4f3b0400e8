/* SPDX-License-Identifier: MIT */
/*
 * Evidence, claim and judgement of a milestone on one screen. Must not decide what proof is enough:
 * the programme refuses what rule M5 refuses, and the message says why.
 */
#include "proof_page.h"

#include <stdlib.h>
#include <string.h>

#include "tui/kit/record/record_actions.h"
#include "rollout/programme/claim.h"
#include "rollout/programme/reading.h"
#include "tui/kit/lines.h"
#include "tui/kit/form/prompt.h"

enum { DOUBTS_MAX = 64, LINES_OF_CRITERION = 2, HEAD = 3 };

static const char gone[] = "the milestone is not there any more: Esc goes back";

struct proof {
	struct panel panel;
	int64_t milestone;
	struct arena arena; /* of the report; renewed with it */
	struct proof_report report;
	int64_t doubts[DOUBTS_MAX]; /* criteria marked as not convincing */
	size_t doubt_count;
	struct area area;
};

static bool
is_doubted(const struct proof *proof, int64_t criterion)
{
	for (size_t i = 0; i < proof->doubt_count; i++)
		if (proof->doubts[i] == criterion)
			return true;
	return false;
}

static void
switch_doubt(struct proof *proof, int64_t criterion)
{
	for (size_t i = 0; i < proof->doubt_count; i++) {
		if (proof->doubts[i] == criterion) {
			proof->doubts[i] = proof->doubts[--proof->doubt_count];
			return;
		}
	}
	if (proof->doubt_count < DOUBTS_MAX)
		proof->doubts[proof->doubt_count++] = criterion;
}

static void
fit(struct proof *proof)
{
	struct area area = proof->area;

	area.row += HEAD;
	area.rows = larger_of(area.rows - HEAD, 0);
	selection_fit_shown(&proof->panel, (int)proof->report.criterion_count, area,
		area.rows / LINES_OF_CRITERION);
}

static const struct criterion_state *
current(const struct proof *proof)
{
	return proof->report.criterion_count > 0
		       ? &proof->report.criteria[proof->panel.selection.row]
		       : NULL;
}

static void
proof_reload(struct panel *panel, struct session *session)
{
	struct proof *proof = (struct proof *)panel;
	const struct criterion_state *criterion = current(proof);
	int64_t wanted = criterion ? criterion->id : 0;
	struct error error = { 0 };

	arena_reset(&proof->arena);
	if (programme_proof(session->programme, proof->milestone, &proof->arena, &proof->report,
		    &error) != STATUS_OK) {
		proof->report = (struct proof_report){ 0 };
		session_fail(session, &error);
	}
	for (size_t i = 0; i < proof->report.criterion_count; i++)
		if (proof->report.criteria[i].id == wanted)
			panel->selection.row = (int)i;
	fit(proof);
}

static void
proof_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct proof *proof = (struct proof *)panel;

	(void)screen;
	proof->area = content;
	if (!proof->report.title)
		proof_reload(panel, session);
	fit(proof);
}

static void
draw_head(const struct proof *proof, struct canvas *canvas)
{
	const struct proof_report *report = &proof->report;
	int column = proof->area.column + 1, columns = proof->area.columns - 2;
	struct arena arena = { 0 };

	canvas_put(canvas, proof->area.row, column, columns, ROLE_TITLE, report->title);
	canvas_put(canvas, proof->area.row + 1, column, columns,
		report->owner_name ? ROLE_MUTED : ROLE_WARNING,
		arena_format(&arena, "%s; %s%s%s",
			strcmp(report->state, "in_progress") == 0 ? "in progress" : report->state,
			report->owner_name ? report->owner_name : "nobody owns it",
			report->override_reason ? "; by override: " : "",
			report->override_reason ? report->override_reason : ""));
	arena_clear(&arena);
}

/* "met" and the like in words, so that it is read without colour. */
static const char *
state_words(const struct proof *proof, const struct criterion_state *criterion, struct arena *arena,
	enum role *role)
{
	*role = ROLE_WARNING;
	if (is_doubted(proof, criterion->id))
		return "doubted";
	if (!criterion->proof)
		return "no proof";
	if (criterion->met) {
		*role = ROLE_GOOD;
		return arena_format(arena, "met%s%s%s%s", criterion->checked_by ? ", " : "",
			criterion->checked_by ? criterion->checked_by : "",
			criterion->checked_on ? " on " : "",
			criterion->checked_on ? criterion->checked_on : "");
	}
	if (criterion->checked_by)
		return arena_format(arena, "not met, %s", criterion->checked_by);
	*role = ROLE_NOTICE;
	return "not checked";
}

static void
draw_criterion(const struct proof *proof, struct canvas *canvas, int index, int row)
{
	const struct criterion_state *criterion = &proof->report.criteria[index];
	int column = proof->area.column, columns = proof->area.columns, state_width;
	struct arena arena = { 0 };
	enum role role;
	const char *state = state_words(proof, criterion, &arena, &role);

	state_width = smaller_of(canvas_width(canvas, state), columns / 3);
	canvas_put(canvas, row, column + 2, columns - state_width - 5, ROLE_TEXT,
		arena_format(&arena, "%d  %s", index + 1, criterion->criterion));
	canvas_put(canvas, row, column + columns - state_width - 1, state_width, role, state);
	if (row + 1 < proof->area.row + proof->area.rows)
		canvas_put(canvas, row + 1, column + 5, columns - 6, ROLE_MUTED,
			criterion->proof ? criterion->proof : "Enter writes what proves it");
	if (index == proof->panel.selection.row)
		selection_mark(canvas, row, column, columns);
	arena_clear(&arena);
}

static void
draw_claims(const struct proof *proof, struct canvas *canvas, int row)
{
	const struct proof_report *report = &proof->report;
	int column = proof->area.column + 2, columns = proof->area.columns - 3;
	int end = proof->area.row + proof->area.rows;

	if (report->claim_count == 0 || row >= end)
		return;
	canvas_put(canvas, row, column, columns, ROLE_HEADING, "Claims so far");
	for (size_t i = 0; i < report->claim_count && row + 1 + (int)i < end; i++) {
		const struct claim_state *claim = &report->claims[i];
		struct arena arena = { 0 };

		canvas_put(canvas, row + 1 + (int)i, column, columns, ROLE_MUTED,
			arena_format(&arena, "%s %s: %s%s%s%s%s%s%s", claim->on,
				claim->by ? claim->by : "", claim->verdict,
				claim->verdict_on ? " on " : "",
				claim->verdict_on ? claim->verdict_on : "",
				claim->verdict_by ? " by " : "",
				claim->verdict_by ? claim->verdict_by : "",
				claim->reason ? ": " : "", claim->reason ? claim->reason : ""));
		arena_clear(&arena);
	}
}

static void
proof_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct proof *proof = (const struct proof *)panel;
	int row = proof->area.row + HEAD;

	(void)session;
	canvas_blank(canvas, proof->area, ROLE_TEXT);
	canvas_cursor(canvas, proof->area.row, proof->area.column, false);
	if (!proof->report.title) {
		canvas_put(canvas, proof->area.row, proof->area.column + 2, proof->area.columns - 3,
			ROLE_WARNING, gone);
		return;
	}
	draw_head(proof, canvas);
	if (proof->report.criterion_count == 0)
		canvas_put(canvas, row++, proof->area.column + 2, proof->area.columns - 3,
			ROLE_WARNING,
			"It has no evidence criterion: n adds what would convince a doubter");
	for (int i = panel->selection.first; selection_shows(panel, i);
		i++, row += LINES_OF_CRITERION)
		draw_criterion(proof, canvas, i, row);
	draw_claims(proof, canvas, row + 1);
}

static unsigned
finish(struct proof *proof, struct session *session, enum status status, const struct error *error,
	const char *done)
{
	if (status != STATUS_OK)
		return session_reject(session, error, type_find("milestone"), proof->milestone);
	proof->doubt_count = 0;
	return session_done(session, "%s", done);
}

static unsigned
claim(struct panel *panel, struct session *session)
{
	struct proof *proof = (struct proof *)panel;
	struct error error = { 0 };

	return finish(proof, session,
		programme_claim(session->programme, proof->milestone, NULL, 0, NULL, &error),
		&error, "claimed: somebody else has to look at the proof");
}

static unsigned
take_criterion(struct session *session, const char *text, void *context)
{
	struct proof *proof = context;
	struct arena arena = { 0 };
	struct error error = { 0 };
	const char *milestone = programme_identifier(
		session->programme, type_find("milestone"), proof->milestone, &arena);
	const struct field_text texts[] = {
		{ "milestone", milestone, strlen(milestone) },
		{ "criterion", text, strlen(text) },
	};
	int64_t id;
	enum status status = programme_add(session->programme, type_find("evidence"), texts,
		sizeof texts / sizeof *texts, &id, &error);

	arena_clear(&arena);
	return finish(proof, session, status, &error, "the criterion is added");
}

/* What is said of a claim, and by whom. */
struct verdict {
	struct proof *proof;
	bool accepted;
	int64_t by;
};

static unsigned
judge(struct session *session, const char *reason, void *context)
{
	const struct verdict *verdict = context;
	struct proof *proof = verdict->proof;
	const struct judgement judgement = { .accepted = verdict->accepted,
		.by = verdict->by,
		.reason = reason,
		.unmet = proof->doubts,
		.unmet_count = verdict->accepted ? 0 : proof->doubt_count };
	struct error error = { 0 };

	return finish(proof, session,
		programme_judge(session->programme, proof->milestone, &judgement, &error), &error,
		verdict->accepted ? "accepted" : "sent back; the claim stays on record");
}

static unsigned
take_judge(struct session *session, const char *name, void *context)
{
	struct verdict *verdict = context;
	struct error error = { 0 };

	if (programme_resolve(session->programme, type_find("stakeholder"), name, strlen(name),
		    &verdict->by, &error) != STATUS_OK)
		return session_reject(session, &error, NULL, 0);
	if (verdict->accepted)
		return judge(session, NULL, verdict);
	return prompt_ask(
		session, callback_with(judge, verdict, sizeof *verdict), "what does it not show:");
}

/* Most often it is the lead who looks; where the lead owns it, nobody is proposed. */
static unsigned
ask_judge(struct panel *panel, struct session *session)
{
	struct proof *proof = (struct proof *)panel;
	struct verdict verdict = { proof, session->press.action->by > 0, 0 };
	struct query query = query_of("programme");
	struct rows rows;
	struct record record;
	struct arena arena = { 0 };
	struct error error = { 0 };
	const char *name = "";
	int64_t lead = 0;
	unsigned effects;

	if (strcmp(proof->report.state, "claimed") != 0) {
		session_say(session, ROLE_MESSAGE, "no claim is waiting: c claims it");
		return EFFECT_NONE;
	}
	rows = rows_open(session->programme, &query, &error);
	if (rows_next(&rows, &record))
		lead = record_number(&record, "lead");
	if (rows_close(&rows) != STATUS_OK)
		session_fail(session, &error);
	if (lead != 0 && lead != proof->report.owner)
		name = programme_title(session->programme, type_find("stakeholder"), lead, &arena);
	effects = prompt_ask_text(session, callback_with(take_judge, &verdict, sizeof verdict),
		"who looked at the proof:", name);
	arena_clear(&arena);
	return effects;
}

static bool
is_there(const struct panel *panel)
{
	return ((const struct proof *)panel)->report.title != NULL;
}

static bool
has_criterion(const struct panel *panel)
{
	return current((const struct proof *)panel) != NULL;
}

static unsigned
ask_criterion(struct panel *panel, struct session *session)
{
	return prompt_ask(session, callback_to(take_criterion, panel), "what would convince us:");
}

/* The first of it where there is none yet. */
static unsigned
ask_proof(struct panel *panel, struct session *session)
{
	const struct criterion_state *criterion = current((const struct proof *)panel);

	return criterion ? record_ask_field(session, type_find("evidence"), criterion->id, "proof",
				   "what proves it:")
			 : ask_criterion(panel, session);
}

static unsigned
ask_delete(struct panel *panel, struct session *session)
{
	const struct criterion_state *criterion = current((const struct proof *)panel);

	return record_ask_delete(session, type_find("evidence"), &criterion->id, 1);
}

static unsigned
doubt(struct panel *panel, struct session *session)
{
	struct proof *proof = (struct proof *)panel;

	(void)session;
	switch_doubt(proof, current(proof)->id);
	return EFFECT_NONE;
}

static bool
proof_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct proof *proof = (const struct proof *)panel;

	*type = type_find("milestone");
	*id = proof->milestone;
	return true;
}

static bool
proof_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	struct area area = panel->selection.area;

	(void)session;
	(void)column;
	*row = panel->selection.first + (mouse->row - area.row) / LINES_OF_CRITERION;
	return area_has(area, mouse->row, mouse->column);
}

static void
proof_free(struct panel *panel)
{
	struct proof *proof = (struct proof *)panel;

	arena_clear(&proof->arena);
	free(proof);
}

/* clang-format off */
static const struct keys proof_keys = { "at the evidence of a milestone", {
	{ "proof", "Enter e", ask_proof, "write what proves this criterion", "proof", 1,
	  .effect = WRITES, .applies = is_there },
	{ "claim", "c", claim, "claim the milestone: every criterion has its proof", "claim", 2,
	  .effect = WRITES, .applies = is_there },
	{ "accept", "a", ask_judge, "accept the claim; asks who looked at the proof", "accept", 3,
	  .effect = WRITES, .applies = is_there, .by = 1 },
	{ "reject", "r", ask_judge, "send the claim back; asks who looked, and why", "reject", 4,
	  .effect = WRITES, .applies = is_there, .by = -1 },
	{ "doubt", "Space", doubt, "mark a criterion that does not convince, to send it back",
	  "doubt", 5, .applies = has_criterion },
	{ "add-criterion", "n", ask_criterion, "add a criterion: what would convince us",
	  "criterion", 6, .effect = WRITES, .applies = is_there },
	{ "delete-criterion", "d Del", ask_delete, "delete this criterion, after asking",
	  .effect = WRITES, .applies = has_criterion },
	{ "close", "Esc q Ctrl-C", keys_close, "back; everything is saved", "back", 2,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class proof_class = {
	.kind = PANEL_WHOLE,
	.keys = { &proof_keys, &why_keys, &selection_keys },
	.layout = proof_layout,
	.draw = proof_draw,
	.reload = proof_reload,
	.selected = proof_selected,
	.locate = proof_locate,
	.free = proof_free,
};

static struct panel *
proof_new(struct session *session, const struct type *type, int64_t id)
{
	struct proof *proof;
	struct arena arena = { 0 };
	struct record record;
	struct error error = { 0 };

	if (type_field_index(type, "milestone") >= 0) {
		if (programme_get(session->programme, type, id, &arena, &record, &error) !=
			STATUS_OK)
			session_fail(session, &error);
		else
			id = record_number(&record, "milestone");
		type = id != 0 ? type_find("milestone") : type;
		arena_clear(&arena);
	}
	if (strcmp(type->name, "milestone") != 0) {
		session_say(session, ROLE_MESSAGE, "only milestones take evidence");
		return NULL;
	}
	proof = memory_new(1, sizeof *proof);
	proof->panel.class = &proof_class;
	proof->milestone = id;
	return &proof->panel;
}

unsigned
proof_open(struct session *session, const struct type *type, int64_t id)
{
	struct panel *panel = proof_new(session, type, id);

	return panel ? session_open(session, panel) : EFFECT_NONE;
}
