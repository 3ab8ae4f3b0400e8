/* SPDX-License-Identifier: MIT */
/* What findings are about, in an order, and the words of rules: how bad what they find is (public,
 * in `check --json`) and what they are about. */
#include "rollout/model/finding.h"

#include <string.h>

int
subject_compare(const void *a, const void *b)
{
	const struct subject *left = a, *right = b;
	int order = left->type == right->type ? 0 : strcmp(left->type, right->type);

	if (order != 0)
		return order;
	if (left->id != right->id)
		return left->id < right->id ? -1 : 1;
	return strcmp(left->identifier, right->identifier);
}

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

const char *
rule_about_name(enum rule_about about)
{
	switch (about) {
	case ABOUT_PERSON: return "person";
	case ABOUT_READINESS: return "readiness";
	case ABOUT_ROADMAP: return "roadmap";
	case ABOUT_RACI: return "raci";
	case ABOUT_CADENCE: return "cadence";
	}
	return "";
}
