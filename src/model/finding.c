/* SPDX-License-Identifier: MIT */
/* The words for how bad a finding is: public, in `check --json`. */
#include "rollout/model/finding.h"

const char *
severity_name(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return "error";
	case SEVERITY_WARNING: return "warning";
	case SEVERITY_NOTICE: return "notice";
	}
	return "";
}
