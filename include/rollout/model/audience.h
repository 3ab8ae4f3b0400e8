/* SPDX-License-Identifier: MIT */
/*
 * Who a document is for (product.md, Sharing). What each sees is said by the types and their fields
 * (type.h).
 */
#ifndef ROLLOUT_MODEL_AUDIENCE_H
#define ROLLOUT_MODEL_AUDIENCE_H

#include <stdbool.h>

/* From the narrowest to the widest. 0 is nobody: who forgets to choose shows nothing. */
enum audience { AUDIENCE_LEAD = 1, AUDIENCE_LEADERSHIP, AUDIENCE_TEAM };

const char *audience_name(enum audience audience); /* "lead" "leadership" "team": public */
/* False where the word names none; out is then unchanged. */
bool audience_parse(const char *word, enum audience *out);

#endif
