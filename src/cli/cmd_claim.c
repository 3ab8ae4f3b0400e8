/* SPDX-License-Identifier: MIT */
/*
 * claim, accept and reject: moving a milestone by its evidence. What proof is enough, the
 * programme says.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/base/text.h"
#include "rollout/programme/claim.h"
#include "rollout/programme/results.h"

/* By its place in the list ("2"), or the beginning of its words where only one begins so. */
static enum status
find_criterion(struct call *call, const struct proof_report *proof, const char *word, int64_t *id,
	struct error *error)
{
	const char *folded = text_fold(&call->arena, word, strlen(word));
	size_t length = strlen(folded), found = 0;
	char *end;
	unsigned long place = strtoul(word, &end, 10);

	if (length > 0 && *end == '\0' && place >= 1 && place <= proof->criterion_count) {
		*id = proof->criteria[place - 1].id;
		return STATUS_OK;
	}
	for (size_t i = 0; i < proof->criterion_count; i++) {
		const char *criterion = proof->criteria[i].criterion;

		criterion = text_fold(&call->arena, criterion, strlen(criterion));
		if (length > 0 && strncmp(criterion, folded, length) == 0) {
			*id = proof->criteria[i].id;
			found++;
		}
	}
	if (found == 1)
		return STATUS_OK;
	if (found > 1)
		return error_set(error, STATUS_INVALID,
			"%zu criteria of \"%.*s\" begin with \"%.*s\"; write more of it, or its "
			"place in the list",
			found, text_quote_length(proof->title, strlen(proof->title)), proof->title,
			text_quote_length(word, strlen(word)), word);
	return call_resolve(call, type_find("evidence"), word, id, error);
}

static enum status
read_proof(struct call *call, const struct proof_report *proof, const char *word,
	struct criterion_proof *out, struct error *error)
{
	const char *equals = strchr(word, '=');
	enum status status;

	if (!equals)
		return error_set(error, STATUS_USAGE,
			"\"%.*s\" is no proof; write CRITERION=PROOF, such as 1=\"minutes of the "
			"review\"",
			text_quote_length(word, strlen(word)), word);
	word = arena_copy(&call->arena, word, (size_t)(equals - word));
	out->proof = equals + 1;
	status = call_check_text("a criterion", word, error);
	return status ? status : find_criterion(call, proof, word, &out->criterion, error);
}

static enum status
open_milestone(struct call *call, struct proof_report *proof, struct error *error)
{
	int64_t id = 0;
	enum status status = call_open(call, error);

	if (!status)
		status = call_resolve(call, type_find("milestone"), call->words[0], &id, error);
	return status ? status : programme_proof(call->programme, id, &call->arena, proof, error);
}

static enum status
finish(struct call *call, const struct proof_report *proof, const char *what, struct error *error)
{
	if (call_wants_document(call))
		return call_write_record(call, type_find("milestone"), proof->milestone, error);
	call_note(call, "\"%s\" %s", proof->title, what);
	return STATUS_OK;
}

static enum status
refuse_twice(
	const struct criterion_proof *proofs, size_t count, const char *word, struct error *error)
{
	for (size_t i = 0; i < count; i++)
		if (proofs[i].criterion == proofs[count].criterion)
			return error_set(error, STATUS_INVALID,
				"\"%.*s\" is given two proofs; write them as one",
				(int)strcspn(word, "="), word);
	return STATUS_OK;
}

static enum status
cmd_claim_claim(struct call *call, struct error *error)
{
	struct proof_report proof;
	size_t count = call->word_count - 1;
	struct criterion_proof *proofs = arena_alloc(&call->arena, (count + 1) * sizeof *proofs);
	const char *override;
	enum status status = call_override(call, &override, error);

	if (!status)
		status = open_milestone(call, &proof, error);

	for (size_t i = 0; !status && i < count; i++) {
		status = read_proof(call, &proof, call->words[i + 1], &proofs[i], error);
		if (!status)
			status = refuse_twice(proofs, i, call->words[i + 1], error);
	}
	if (!status)
		status = programme_claim(
			call->programme, proof.milestone, proofs, count, override, error);
	return status ? status
		      : finish(call, &proof, "is claimed; somebody else has to check it", error);
}

static enum status
judge(struct call *call, const struct proof_report *proof, struct judgement *judgement,
	const char *what, struct error *error)
{
	enum status status =
		call_resolve(call, type_find("stakeholder"), call->words[1], &judgement->by, error);

	if (!status)
		status = programme_judge(call->programme, proof->milestone, judgement, error);
	return status ? status : finish(call, proof, what, error);
}

static enum status
cmd_claim_accept(struct call *call, struct error *error)
{
	struct proof_report proof;
	struct judgement judgement = { .accepted = true };
	enum status status = call_override(call, &judgement.override, error);

	if (!status)
		status = open_milestone(call, &proof, error);

	if (!status && call->word_count > 2) {
		judgement.reason = call->words[2];
		status = call_check_text("a reason", judgement.reason, error);
	}
	return status ? status : judge(call, &proof, &judgement, "is accepted", error);
}

static enum status
cmd_claim_reject(struct call *call, struct error *error)
{
	struct proof_report proof;
	size_t count = call->word_count - 3;
	int64_t *unmet = arena_alloc(&call->arena, (count + 1) * sizeof *unmet);
	struct judgement judgement = {
		.reason = call->words[2], .unmet = unmet, .unmet_count = count
	};
	enum status status = open_milestone(call, &proof, error);

	if (!status)
		status = call_check_text("a reason", judgement.reason, error);
	for (size_t i = 0; !status && i < count; i++)
		status = find_criterion(call, &proof, call->words[i + 3], &unmet[i], error);
	return status ? status : judge(call, &proof, &judgement, "is sent back", error);
}

const struct command cmd_claim[] = {
	{
		.place = COMMANDS_PROGRAMME + 60,
		.name = "claim",
		.arguments = "MILESTONE [CRITERION=PROOF…]",
		.summary = "say that a milestone is reached, with the proof",
		.help = "Writes the proof of each criterion that is given and claims the "
			"milestone, as one step. CRITERION is its place in the list, its id, or "
			"the beginning of its words. It is refused while a criterion has no proof "
			"(M5), while a gate before it is shut (M8) and, for training and launches, "
			"while the leaders are not calibrated (F1); --override gives the reason "
			"for "
			"which it counts nevertheless.",
		.options = "override " RESULT OPENING,
		.run = cmd_claim_claim,
	},
	{
		.place = COMMANDS_PROGRAMME + 70,
		.name = "accept",
		.arguments = "MILESTONE PERSON [REASON]",
		.summary = "accept a claim that somebody has checked",
		.help = "PERSON looked at the proof and finds every criterion met; it cannot be "
			"the owner. The milestone is reached today unless it has an actual date. "
			"What refuses a claim refuses this, too; --override lets it through.",
		.options = "override " RESULT OPENING,
		.run = cmd_claim_accept,
	},
	{
		.place = COMMANDS_PROGRAMME + 80,
		.name = "reject",
		.arguments = "MILESTONE PERSON REASON [CRITERION…]",
		.summary = "send a claim back",
		.help = "PERSON looked at the proof and is not convinced, for the reason given, "
			"by the criteria named. The milestone is in progress again; the claim "
			"stays on record.",
		.options = RESULT OPENING,
		.run = cmd_claim_reject,
	},
	{ .name = NULL },
};
