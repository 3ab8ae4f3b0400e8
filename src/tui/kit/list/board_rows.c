/* SPDX-License-Identifier: MIT */
/* Puts waves, teams, coaches, proofs and lessons into rows. Must not decide who comes when. */
#include "board_rows.h"

#include <string.h>

#include "rollout/base/text.h"

static struct board_row *
add_row(struct board_rows *rows, enum role role, const char *text)
{
	rows->rows = arena_grow(&rows->arena, rows->rows, rows->count, sizeof *rows->rows);
	rows->rows[rows->count] = (struct board_row){ .role = role, .text = text, .team = -1 };
	return &rows->rows[rows->count++];
}

/* When it launches, and what it waits for. */
static void
add_launch(struct board_rows *rows, int number)
{
	const struct wave_now *wave = waves_find(&rows->waves, number);
	char on[DATE_SIZE];

	if (!wave || wave->launches_on == NO_DAY)
		return;
	date_format(wave->launches_on, on);
	add_row(rows, wave->passed ? ROLE_MUTED : ROLE_NOTICE,
		arena_format(&rows->arena, "  %s %s%s%s%s",
			wave->launched ? "launched on" : "launches on", on,
			wave->gate_title ? (wave->passed ? ", behind \"" : ", waits for \"") : "",
			wave->gate_title ? wave->gate_title : "", wave->gate_title ? "\"" : ""));
}

static void
add_wave(struct board_rows *rows, int wave)
{
	const struct sequence_report *report = &rows->sequence;
	struct board_row *row;
	int count = 0, most = wave == 0 ? report->limits.pilot_most : report->limits.wave_most;

	for (size_t i = 0; i < report->count; i++)
		count += report->teams[i].team.wave == wave ? 1 : 0;
	add_row(rows, ROLE_TEXT, "");
	if (wave == NO_WAVE) {
		add_row(rows, ROLE_WARNING,
			arena_format(&rows->arena, "no wave can carry them yet: %d", count));
		return;
	}
	row = add_row(rows, count > most ? ROLE_WARNING : ROLE_HEADING,
		arena_format(&rows->arena, "%s%d: %d of %d teams",
			wave == 0 ? "pilot, wave " : "wave ", wave, count, most));
	row->used = count;
	row->most = most;
	add_launch(rows, wave);
}

static void
add_team(struct board_rows *rows, size_t index)
{
	const struct sequenced *item = &rows->sequence.teams[index];
	bool call = item->team.order == ORDER_CALL && item->team.reason != REASON_PINNED;
	struct board_row *row = add_row(rows, call ? ROLE_WARNING : ROLE_TEXT,
		arena_format(&rows->arena, "  %s%s", item->team.name,
			item->team.pinned != NO_WAVE ? " (pinned)" : ""));

	row->detail = item->reason;
	row->type = "team";
	row->id = item->team.id;
	row->team = (int)index;
}

static void
add_teams(struct board_rows *rows)
{
	const struct sequence_report *report = &rows->sequence;

	add_row(rows, ROLE_TEXT, report->capacity);
	if (report->count == 0)
		add_row(rows, ROLE_MUTED, "there is no team yet: :teams, then a adds the first");
	else if (report->pilot == 0)
		add_row(rows, ROLE_WARNING,
			"no team qualifies for the pilot: it takes cross-functional work and a "
			"named, willing leader");
	for (size_t i = 0; i < report->count; i++) {
		if (i == 0 || report->teams[i].team.wave != report->teams[i - 1].team.wave)
			add_wave(rows, report->teams[i].team.wave);
		add_team(rows, i);
	}
}

static bool
is_first_of_coach(const struct sequence_report *report, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (report->teams[i].coach == report->teams[index].coach &&
			!report->teams[i].handed_off)
			return false;
	return true;
}

/* Teams that were handed off weigh nothing. */
static void
add_coaches(struct board_rows *rows)
{
	const struct sequence_report *report = &rows->sequence;
	bool headed = false;

	for (size_t i = 0; i < report->count; i++) {
		const struct sequenced *item = &report->teams[i];
		struct board_row *row;
		int count = 0;

		if (item->coach == 0 || item->handed_off || !is_first_of_coach(report, i))
			continue;
		for (size_t j = i; j < report->count; j++)
			count += report->teams[j].coach == item->coach &&
						 !report->teams[j].handed_off
					 ? 1
					 : 0;
		if (!headed) {
			add_row(rows, ROLE_TEXT, "");
			add_row(rows, ROLE_HEADING, "Coaches");
			headed = true;
		}
		row = add_row(rows, count > report->coach_most ? ROLE_WARNING : ROLE_TEXT,
			arena_format(&rows->arena, "  %s: %d of %d teams", item->coach_name, count,
				report->coach_most));
		row->used = count;
		row->most = report->coach_most;
		row->type = "stakeholder";
		row->id = item->coach;
	}
}

static void
add_proofs(struct board_rows *rows)
{
	const struct pilot_report *pilot = &rows->pilot;
	int met = 0;

	add_row(rows, ROLE_TEXT, "");
	if (!pilot->gate) {
		add_row(rows, ROLE_WARNING, "No gate ends the pilot yet, so it can prove nothing");
		return;
	}
	for (size_t i = 0; i < pilot->proof.criterion_count; i++)
		met += pilot->proof.criteria[i].met ? 1 : 0;
	add_row(rows, ROLE_HEADING,
		arena_format(&rows->arena, "What the pilot proves: %d of %zu", met,
			pilot->proof.criterion_count));
	for (size_t i = 0; i < pilot->proof.criterion_count; i++) {
		const struct criterion_state *criterion = &pilot->proof.criteria[i];
		struct board_row *row = add_row(rows, criterion->met ? ROLE_GOOD : ROLE_TEXT,
			arena_format(&rows->arena, "  %s  %s",
				criterion->met ? "met"
					       : (criterion->proof ? "not checked" : "no proof"),
				criterion->criterion));

		row->detail = criterion->met ? criterion->checked_by : criterion->proof;
		row->type = "milestone";
		row->id = pilot->proof.milestone;
	}
}

static void
add_lessons(struct board_rows *rows)
{
	const struct pilot_report *pilot = &rows->pilot;

	add_row(rows, ROLE_TEXT, "");
	add_row(rows, pilot->changes > 0 ? ROLE_HEADING : ROLE_WARNING,
		arena_format(&rows->arena, "What it has taught: %s of the design applied",
			text_quantity(&rows->arena, pilot->changes, "change", NULL)));
	for (size_t i = 0; i < pilot->lesson_count; i++) {
		const struct pilot_lesson *lesson = &pilot->lessons[i];
		struct board_row *row = add_row(rows, ROLE_TEXT,
			arena_format(&rows->arena, "  %s  %s", lesson->win ? "win" : "lesson",
				lesson->text));

		if (!lesson->win)
			row->detail = lesson->change ? (lesson->applied_on ? lesson->change
									   : "not applied yet")
						     : "nothing changed yet";
		row->type = "lesson";
		row->id = lesson->id;
	}
}

void
board_rows_read(struct board_rows *rows, struct session *session)
{
	struct error error = { 0 };
	enum status status;

	board_rows_clear(rows);
	status = programme_sequence(session->programme, &rows->arena, &rows->sequence, &error);
	if (status == STATUS_OK)
		status = programme_pilot(session->programme, &rows->arena, &rows->pilot, &error);
	if (status == STATUS_OK)
		status = programme_waves(session->programme, &rows->arena, &rows->waves, &error);
	if (status != STATUS_OK) {
		add_row(rows, ROLE_ERROR,
			arena_copy(&rows->arena, error.message, strlen(error.message)));
		return;
	}
	add_teams(rows);
	add_coaches(rows);
	add_proofs(rows);
	add_lessons(rows);
}

void
board_rows_clear(struct board_rows *rows)
{
	arena_clear(&rows->arena);
	*rows = (struct board_rows){ 0 };
}
