/* SPDX-License-Identifier: MIT */
/* The table of derived results, and telling one of them. Must not describe any. */
#include "rollout/programme/results.h"

#include <assert.h>
#include <string.h>

#include "columns.h"
#include "rollout/exchange/formats.h"

static const struct result *const results[] = {
	&result_findings,
	&result_log,
	&result_readiness,
	&result_schedule,
	&result_forecast,
	&result_what_if,
	&result_slip,
	&result_sequence,
	&result_routes,
	&result_plan,
	&result_status,
	&result_measures,
	&result_import,
	&result_removal,
	&result_hand_over,
	&result_verify,
	&result_types,
};

const struct result *
results_at(size_t index)
{
	return index < sizeof results / sizeof *results ? results[index] : NULL;
}

const struct result *
results_find(const char *name)
{
	size_t index = 0;

	while (results_at(index) && strcmp(results_at(index)->name, name) != 0)
		index++;
	return results_at(index);
}

enum status
results_write(const char *name, const void *whole, day today, const char *format, int descriptor,
	struct error *error)
{
	const struct result *result = results_find(name);
	const struct format *found = format_find(format);

	assert(result && found);
	return format_write(found, result, whole, AUDIENCE_LEAD, today,
		output_open_descriptor(descriptor), error);
}

const char *
results_format_name(size_t index)
{
	const struct format *format = format_at(index);

	return format ? format->name : NULL;
}
