/* SPDX-License-Identifier: MIT */
/*
 * What the schedule is computed from and measured against: holidays, dependencies, forecasts
 * over time and frozen baselines. Must not hold computed dates. Forecasts are written by the
 * program, so that the slip chart cannot be tidied up by hand.
 */
#include "types.h"

/* clang-format off */

static const struct field holiday_fields[] = {
	KEY_FIELD,
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "The day that is free." },
	{ .name = "name", .kind = FIELD_TEXT,
	  .help = "What the holiday is called." },
};

const struct type type_holiday = {
	.name = "holiday",
	.plural = "holidays",
	.identity = "on",
	.label = "holiday",
	.help = "A weekday on which nobody works; the schedule steps over it.",
	.fields = holiday_fields,
	.field_count = sizeof(holiday_fields) / sizeof(holiday_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "on",
};

static const struct field dependency_fields[] = {
	KEY_FIELD,
	{ .name = "from", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone that comes first." },
	{ .name = "to", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone that waits for it." },
	{ .name = "lag_days", .kind = FIELD_INTEGER, .minimum = -366, .maximum = 3660,
	  .preset = "0",
	  .help = "Calendar days between the two; negative lets the second start earlier." },
};

const struct type type_dependency = {
	.name = "dependency",
	.plural = "dependencies",
	.identity = "from to",
	.label = "dependency",
	.help = "One milestone that must be reached before another can start.",
	.fields = dependency_fields,
	.field_count = sizeof(dependency_fields) / sizeof(dependency_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_PLACES,
};

static const struct field forecast_fields[] = {
	KEY_FIELD,
	{ .name = "milestone", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone that was forecast." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day on which it was expected so." },
	{ .name = "forecast_on", .kind = FIELD_DATE, .required = true,
	  .help = "Day it was then expected for." },
	{ .name = "reason", .kind = FIELD_NOTE,
	  .help = "Why the expectation moved." },
};

const struct type type_forecast = {
	.name = "forecast",
	.plural = "forecasts",
	.identity = "milestone on",
	.label = "forecast",
	.help = "What was expected of a milestone on a past day; the program writes one at each "
		"change and each programme review.",
	.fields = forecast_fields,
	.field_count = sizeof(forecast_fields) / sizeof(forecast_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.order = "on",
};

static const struct field baseline_fields[] = {
	KEY_FIELD,
	{ .name = "name", .kind = FIELD_TEXT, .required = true,
	  .help = "What this set of dates is called." },
	{ .name = "on", .kind = FIELD_DATE, .required = true,
	  .help = "Day on which it was frozen." },
	{ .name = "reason", .kind = FIELD_NOTE, .required = true,
	  .help = "Why the promises were made anew." },
};

const struct type type_baseline = {
	.name = "baseline",
	.plural = "baselines",
	.identity = "name",
	.label = "baseline",
	.help = "A frozen set of promised dates that slips are measured against; it is never "
		"changed afterwards.",
	.fields = baseline_fields,
	.field_count = sizeof(baseline_fields) / sizeof(baseline_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
	.title = "name",
	.order = "on",
};

static const struct field baseline_date_fields[] = {
	KEY_FIELD,
	{ .name = "baseline", .kind = FIELD_REFERENCE, .required = true, .target = "baseline",
	  .help = "The baseline it belongs to." },
	{ .name = "milestone", .kind = FIELD_REFERENCE, .required = true, .target = "milestone",
	  .help = "The milestone it is about." },
	{ .name = "date", .kind = FIELD_DATE,
	  .help = "The promised day; empty where there was none." },
};

const struct type type_baseline_date = {
	.name = "baseline_date",
	.plural = "baseline_dates",
	.identity = "baseline milestone",
	.label = "baseline date",
	.help = "The day one baseline promises for one milestone.",
	.fields = baseline_date_fields,
	.field_count = sizeof(baseline_date_fields) / sizeof(baseline_date_fields[0]),
	.audience = AUDIENCE_TEAM,
	.roadmap = ROADMAP_LISTS,
};
