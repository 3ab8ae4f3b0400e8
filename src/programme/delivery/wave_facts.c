/* SPDX-License-Identifier: MIT */
/* What is known of a wave, as rules and facts ask for it by its number. */
#include "programme/document/document.h"
#include "waves_kept.h"

enum wave_fact { FACT_LAUNCH, FACT_PASSED, FACT_LAUNCHED };

static const char *const names[] = {
	[FACT_LAUNCH] = "launch", /* the day */
	[FACT_PASSED] = "passed", /* 1 or 0: its gate, where it has one */
	[FACT_LAUNCHED] = "launched", /* 1 or 0 */
	NULL,
};

static enum status
prepare(void *context, struct error *error)
{
	struct programme *programme = context;

	arena_reset(&programme->waves.arena);
	return programme_waves(programme, &programme->waves.arena, &programme->waves.report, error);
}

static enum derived
find(void *context, int fact, int64_t number, int64_t *out)
{
	const struct programme *programme = context;
	const struct wave_now *wave = waves_find(&programme->waves.report, (int)number);

	if (!wave)
		return DERIVED_NONE;
	switch ((enum wave_fact)fact) {
	case FACT_LAUNCH:
		*out = wave->launches_on;
		return wave->launches_on == NO_DAY ? DERIVED_NONE : DERIVED_DAY;
	case FACT_PASSED: *out = wave->passed; return DERIVED_NUMBER;
	case FACT_LAUNCHED: *out = wave->launched; return DERIVED_NUMBER;
	}
	return DERIVED_NONE;
}

enum status
wave_facts_offer(struct programme *programme, struct error *error)
{
	programme->waves.facts = (struct derivation){ "wave_now", names, prepare, find, programme };
	return rulebook_add_derivation(programme->store, &programme->waves.facts, error);
}
