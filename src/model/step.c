/* SPDX-License-Identifier: MIT */
/* What people call the states of a step; what documents call them, its columns say. */
#include "rollout/model/step.h"

const char *
step_state_words(enum step_state state)
{
	switch (state) {
	case STEP_DONE: return "";
	case STEP_UNDONE: return "undone";
	case STEP_DROPPED: return "undone for good";
	case STEP_ORIGIN: return "start";
	}
	return "";
}
