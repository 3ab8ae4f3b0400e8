/* SPDX-License-Identifier: MIT */
/* What a change means for the waves and for what is dated by their launch. Private to the folder.
 */
#ifndef ROLLOUT_PROGRAMME_WHAT_IF_WAVES_H
#define ROLLOUT_PROGRAMME_WHAT_IF_WAVES_H

#include "rollout/programme/wave_now.h"
#include "rollout/programme/what_if.h"

/* Both reports as of before and after; the file as it stands again. */
enum status STATUS_CHECKED wave_view_compare(struct programme *programme,
	const struct waves_report *before, const struct waves_report *after, struct arena *arena,
	struct what_if *out, struct error *error);

#endif
