/* SPDX-License-Identifier: MIT */
/*
 * A milestone moves by evidence (product.md 3, rule M5): its owner claims it, somebody else accepts
 * it or sends it back. Each claim stays as a record, whatever came of it.
 */
#ifndef ROLLOUT_PROGRAMME_CLAIM_H
#define ROLLOUT_PROGRAMME_CLAIM_H

#include "rollout/programme/programme.h"

struct criterion_proof {
	int64_t criterion; /* a record of evidence of the milestone */
	const char *proof; /* "": takes the proof away */
};

/*
 * Writes the proofs and claims the milestone, as one step. count 0: its proof is there already.
 * override: why rules are set aside for it (M5, M8, F1), kept in the milestone; NULL: they are not.
 * STATUS_INVALID, with M5, when a criterion stays without proof; STATUS_CONFLICT when it is
 * claimed, accepted or dropped already.
 */
enum status STATUS_CHECKED programme_claim(struct programme *programme, int64_t milestone,
	const struct criterion_proof *proofs, size_t count, const char *override,
	struct error *error);
/* Only writes the proofs, as one step. */
enum status STATUS_CHECKED programme_prove(struct programme *programme, int64_t milestone,
	const struct criterion_proof *proofs, size_t count, struct error *error);

struct judgement {
	bool accepted;
	int64_t by; /* the person who looked at the proof; not the owner */
	const char *reason; /* needed to reject; may be NULL to accept */
	const char *override; /* as in programme_claim(); NULL: none. To accept */
	const int64_t *unmet; /* criteria that did not convince, to reject */
	size_t unmet_count; /* 0: none in particular */
};

/*
 * Judges the claim that is waiting, as one step. Accepted: every criterion is met, checked by that
 * person today; the milestone is reached on its actual date, today where it has none. Rejected: it
 * is in progress again, its proof stays to be mended. STATUS_CONFLICT when it is not claimed.
 */
enum status STATUS_CHECKED programme_judge(struct programme *programme, int64_t milestone,
	const struct judgement *judgement, struct error *error);

struct criterion_state {
	int64_t id;
	const char *criterion;
	const char *kind, *proof; /* NULL: none */
	bool met;
	const char *checked_by, *checked_on; /* NULL: nobody */
};

struct claim_state {
	const char *on, *by; /* by may be NULL */
	const char *verdict, *verdict_on, *verdict_by, *reason; /* all but verdict may be NULL */
};

/* Where the proof of a milestone stands. Texts in the arena. */
struct proof_report {
	int64_t milestone, owner; /* owner 0: nobody */
	const char *title, *state, *owner_name, *override_reason; /* the last two may be NULL */
	struct criterion_state *criteria;
	size_t criterion_count;
	struct claim_state *claims; /* the newest first */
	size_t claim_count;
};

enum status STATUS_CHECKED programme_proof(struct programme *programme, int64_t milestone,
	struct arena *arena, struct proof_report *out, struct error *error);

#endif
