/* SPDX-License-Identifier: MIT */
/* rate: a person's judgement of delivery, beside what is suggested. Must not suggest. */
#include "command.h"
#include "rollout/programme/results.h"

static enum status
cmd_rate_run(struct call *call, struct error *error)
{
	struct given_rating rating = { .scope = call->words[0],
		.given = call->words[1],
		.reason = call->word_count > 2 ? call->words[2] : NULL };
	struct status_report report;
	enum status status = call_open(call, error);

	for (size_t i = 0; !status && i < call->word_count; i++)
		status = call_check_text("a rating", call->words[i], error);
	if (!status && call->word_count > 3)
		status = call_resolve(
			call, type_find("stakeholder"), call->words[3], &rating.by, error);
	if (!status)
		status = programme_rate(call->programme, &rating, error);
	if (status)
		return status;
	if (!call_wants_document(call)) {
		call_note(call, "%s is rated %s", rating.scope, rating.given);
		return STATUS_OK;
	}
	status = programme_status(call->programme, &call->arena, &report, error);
	return status ? status : call_write(call, "status", &report, error);
}

const struct command cmd_rate[] = {
	{
		.place = COMMANDS_PROGRAMME + 100,
		.name = "rate",
		.arguments = "SCOPE COLOUR [REASON [PERSON]]",
		.summary = "give your confidence in the delivery of the whole, a phase or a "
			   "workstream",
		.help = "SCOPE is programme, or the name of a phase or workstream; COLOUR is "
			"green, amber, red or unknown. What the facts suggest is kept beside it. "
			"A reason is needed where the two differ, and where it is worse than last "
			"time. PERSON judged; without one it was the programme's lead.",
		.options = RESULT OPENING,
		.run = cmd_rate_run,
	},
	{ .name = NULL },
};
