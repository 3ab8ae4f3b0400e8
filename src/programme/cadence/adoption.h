/* SPDX-License-Identifier: MIT */
/* Which teams work with their objectives, cycle after cycle. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_ADOPTION_H
#define ROLLOUT_PROGRAMME_ADOPTION_H

#include "rollout/programme/measures.h"

/* Puts the whole and, where asked, each wave among the measures. */
enum status STATUS_CHECKED adoption_read(struct programme *programme, bool by_wave,
	struct arena *arena, struct measures_report *out, struct error *error);

#endif
