/* SPDX-License-Identifier: MIT */
/* The words for those a document is for: on the command line and in each document's head. */
#include "rollout/model/audience.h"

#include <string.h>

const char *
audience_name(enum audience audience)
{
	switch (audience) {
	case AUDIENCE_LEAD: return "lead";
	case AUDIENCE_LEADERSHIP: return "leadership";
	case AUDIENCE_TEAM: return "team";
	}
	return "";
}

bool
audience_parse(const char *word, enum audience *out)
{
	for (enum audience a = AUDIENCE_LEAD; a <= AUDIENCE_TEAM; a++) {
		if (strcmp(audience_name(a), word) == 0) {
			*out = a;
			return true;
		}
	}
	return false;
}
