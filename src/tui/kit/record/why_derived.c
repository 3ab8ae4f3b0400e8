/* SPDX-License-Identifier: MIT */
/*
 * The words of "why" for what no rule of the rule book says: where the lens has placed a team, how
 * the forecast of a milestone has moved, what the facts suggest of a phase or workstream.
 */
#include "why_derived.h"

#include <string.h>

#include "rollout/programme/confidence.h"
#include "rollout/programme/records.h"
#include "rollout/programme/sequence.h"
#include "rollout/programme/slip.h"

static const char *
wave_words(const struct sequenced *team, struct arena *arena)
{
	if (team->team.wave == NO_WAVE)
		return "no wave yet";
	return team->team.wave == 0 ? "wave 0, the pilot"
				    : arena_format(arena, "wave %d", team->team.wave);
}

/* Where the lens puts the team, and what it saw. */
static void
add_place(struct popup *popup, const struct sequence_report *sequence, const struct sequenced *team,
	struct arena *arena)
{
	static const char *const levels[] = { "not known", "low", "high" };
	static const char *const stances[] = { "not known", "willing", "neutral", "resistant" };

	popup_add(popup, ROLE_HEADING, 0,
		arena_format(
			arena, "%s: %s, %s", team->rule, team->order, wave_words(team, arena)));
	popup_add(popup, ROLE_TEXT, 2, team->reason);
	popup_add(popup, ROLE_MUTED, 2,
		arena_format(arena,
			"capability %s, complexity %s, its leader %s, %s across functions; %s",
			levels[team->team.capability], levels[team->team.complexity],
			stances[team->team.stance],
			team->team.cross_functional ? "delivers" : "does not deliver",
			sequence->capacity));
	popup_add(popup, ROLE_HEADING, 2, "What to do");
	popup_add(popup, ROLE_TEXT, 2, team->response);
	popup_add(popup, ROLE_TEXT, 2,
		team->team.pinned != NO_WAVE
			? "On the waves page o lets the lens place it again; + and - pin it "
			  "elsewhere."
			: (team->team.order == ORDER_CALL ? "It is your call: p on the waves page "
							    "pins it, with your reason."
							  : "On the waves page + and - pin it "
							    "elsewhere, with your reason."));
}

static enum status
add_sequence(struct popup *popup, struct session *session, int64_t id, struct error *error)
{
	struct arena arena = { 0 };
	struct sequence_report sequence;
	const struct sequenced *team;
	enum status status = programme_sequence(session->programme, &arena, &sequence, error);

	team = status == STATUS_OK ? sequence_find(&sequence, id) : NULL;
	if (team)
		add_place(popup, &sequence, team, &arena);
	arena_clear(&arena);
	return status;
}

static void
add_heading(struct popup *popup, const char *text)
{
	if (!popup_is_empty(popup))
		popup_add(popup, ROLE_TEXT, 0, "");
	popup_add(popup, ROLE_HEADING, 0, text);
}

/* The reports that the patterns were seen in. */
static const char *
report_words(const struct slip_chart *chart, struct arena *arena)
{
	const char *words = "";
	char on[DATE_SIZE], forecast[DATE_SIZE];

	for (size_t i = 0; i < chart->count; i++) {
		date_format(chart->reports[i].on, on);
		date_format(chart->reports[i].forecast, forecast);
		words = arena_format(
			arena, "%s%s%s said %s", words, i > 0 ? ", " : "", on, forecast);
	}
	return words;
}

static enum status
add_slip(struct popup *popup, struct session *session, int64_t id, struct error *error)
{
	struct arena arena = { 0 };
	struct slip_chart chart;
	enum status status = programme_slip(session->programme, id, &arena, &chart, error);

	for (size_t i = 0; status == STATUS_OK && i < chart.pattern_count; i++) {
		add_heading(popup, arena_format(&arena, "slip: %s", chart.patterns[i].name));
		popup_add(popup, ROLE_TEXT, 2, chart.patterns[i].reason);
		popup_add(popup, ROLE_HEADING, 2, "What to do");
		popup_add(popup, ROLE_TEXT, 2, chart.patterns[i].response);
	}
	if (status == STATUS_OK && chart.pattern_count > 0) {
		popup_add(popup, ROLE_HEADING, 2, "Facts");
		popup_add(popup, ROLE_TEXT, 2, report_words(&chart, &arena));
	}
	arena_clear(&arena);
	return status;
}

static void
add_suggestion(struct popup *popup, const struct scope_confidence *scope, struct arena *arena)
{
	add_heading(popup,
		arena_format(arena, "confidence: the facts suggest %s%s%s", scope->suggested,
			scope->given ? ", given is " : "", scope->given ? scope->given : ""));
	if (scope->given_reason)
		popup_add(popup, ROLE_TEXT, 2, scope->given_reason);
	for (size_t i = 0; i < scope->reason_count; i++) {
		const struct confidence_line *line = &scope->reasons[i];

		popup_add(popup, ROLE_TEXT, 2,
			arena_format(arena, "%s, %s: %s", line->rule, line->colour, line->text));
		popup_add(popup, ROLE_MUTED, 4, arena_format(arena, "%s", line->response));
	}
}

static enum status
add_confidence(struct popup *popup, struct session *session, const struct type *type, int64_t id,
	struct error *error)
{
	struct arena arena = { 0 };
	struct confidence_report report;
	const struct scope_confidence *scope;
	enum status status = programme_confidence(session->programme, &arena, &report, error);

	scope = status == STATUS_OK
			? confidence_find(&report, arena_format(&arena, "%s/%s", type->name,
							   programme_identifier(session->programme,
								   type, id, &arena)))
			: NULL;
	if (scope)
		add_suggestion(popup, scope, &arena);
	arena_clear(&arena);
	return status;
}

enum status
why_add_derived(struct popup *popup, struct session *session, const struct type *type, int64_t id,
	struct error *error)
{
	if (strcmp(type->name, "team") == 0)
		return add_sequence(popup, session, id, error);
	if (strcmp(type->name, "milestone") == 0)
		return add_slip(popup, session, id, error);
	if (strcmp(type->name, "phase") == 0 || strcmp(type->name, "workstream") == 0)
		return add_confidence(popup, session, type, id, error);
	return STATUS_OK;
}
