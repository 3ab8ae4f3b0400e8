/* SPDX-License-Identifier: MIT */
/* Gives a rating. Which colour the facts suggest is shown; none is chosen before a person does. */
#include "rating_actions.h"

#include <stdio.h>
#include <string.h>

#include "tui/kit/form/chooser.h"
#include "rollout/base/text.h"
#include "rollout/programme/confidence.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"

enum { NAME_CELLS = 40 };

/* What is being rated, and how. */
struct rated {
	char scope[96];
	char colour[16];
};

/* A line about what a rule or a person says of a phase is not about the phase's own rating. */
static void
name_scope(struct rated *rated, const struct text_line *line)
{
	bool part = line && line->type && line->identifier && !line->rule &&
		    (strcmp(line->type, "phase") == 0 || strcmp(line->type, "workstream") == 0);

	snprintf(rated->scope, sizeof rated->scope, "%s%s%s", part ? line->type : "programme",
		part ? "/" : "", part ? line->identifier : "");
}

/* NULL: it cannot be read, or is gone; the person is told. */
static const struct scope_confidence *
read_scope(struct session *session, const struct rated *rated, struct arena *arena)
{
	struct confidence_report report;
	const struct scope_confidence *scope = NULL;
	struct error error = { 0 };

	if (programme_confidence(session->programme, arena, &report, &error) != STATUS_OK)
		session_fail(session, &error);
	else if ((scope = confidence_find(&report, rated->scope)) == NULL)
		session_say(session, ROLE_WARNING, "what was to be rated is not there any more");
	return scope;
}

/* "suggested; given on 2026-11-12", "takes a reason" */
static const char *
colour_words(const struct scope_confidence *scope, const char *colour, struct arena *arena)
{
	bool suggested = strcmp(colour, scope->suggested) == 0;
	bool given = scope->given && strcmp(colour, scope->given) == 0;
	bool reason = confidence_needs_reason(scope, scope->suggested, colour) != RATING_NEEDS_NONE;

	return arena_format(arena, "%s%s%s%s%s%s", suggested ? "suggested" : "",
		suggested && given ? "; " : "", given ? "given on " : "",
		given ? scope->given_on : "", reason && (suggested || given) ? "; " : "",
		reason ? "takes a reason" : "");
}

static unsigned
write_rating(struct session *session, const char *reason, void *context)
{
	const struct rated *rated = context;
	const struct given_rating rating = {
		.scope = rated->scope, .given = rated->colour, .reason = reason
	};
	struct error error = { 0 };

	if (programme_rate(session->programme, &rating, &error) != STATUS_OK)
		return session_reject(session, &error, NULL, 0);
	return session_done(session, "rated %s", rated->colour);
}

static unsigned
take_colour(struct session *session, const char *colour, void *context)
{
	struct rated *rated = context;
	const struct scope_confidence *scope;
	enum rating_reason reason = RATING_NEEDS_NONE;
	struct arena arena = { 0 };

	snprintf(rated->colour, sizeof rated->colour, "%s", colour);
	scope = read_scope(session, rated, &arena);
	if (scope)
		reason = confidence_needs_reason(scope, scope->suggested, colour);
	arena_clear(&arena);
	if (!scope)
		return EFFECT_NONE;
	if (reason == RATING_NEEDS_NONE)
		return write_rating(session, NULL, rated);
	return prompt_ask(session, callback_with(write_rating, rated, sizeof *rated),
		reason == RATING_DIFFERS ? "other than suggested, because:"
					 : "worse than last time, because:");
}

unsigned
rating_ask(struct session *session, const struct text_line *line)
{
	const struct type *type = type_find("rating");
	const struct choice *colours = type->fields[type_field_index(type, "given")].choices;
	const struct scope_confidence *scope;
	struct rated rated = { .scope = "" };
	struct chooser items = { 0 };
	struct arena arena = { 0 };
	unsigned effects = EFFECT_NONE;
	int used;

	name_scope(&rated, line);
	scope = read_scope(session, &rated, &arena);
	for (int i = 0; scope && colours[i].name; i++)
		chooser_add(&items, colours[i].name, colours[i].name,
			colour_words(scope, colours[i].name, &arena), NULL);
	if (scope)
		effects = picker_ask_items(session,
			callback_with(take_colour, &rated, sizeof rated),
			arena_format(&arena, "Your confidence: %.*s",
				(int)text_fit(scope->name, strlen(scope->name), NAME_CELLS, &used),
				scope->name),
			&items);
	arena_clear(&arena);
	return effects;
}
