/* SPDX-License-Identifier: MIT */
/*
 * rollout.routes: whom to ask so that somebody is won over. References only, like every document;
 * it is never written for anybody but the lead.
 */
#include <string.h>

#include "report_writer.h"

enum { SCORE_DIGITS = 12 };

static void
write_identifier(struct report *report, const char *name, int64_t id)
{
	struct arena arena = { 0 };
	const char *identifier = programme_identifier(
		report->writer.programme, type_find("stakeholder"), id, &arena);

	json_text(&report->writer.json, name, identifier, strlen(identifier));
	arena_clear(&arena);
}

enum status
report_write_routes(struct programme *programme, const struct routes_report *routes, int descriptor,
	struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.routes", descriptor);
	write_identifier(&report, "person", routes->person);
	json_boolean(json, "needed", routes->needed);
	json_begin_array(json, "routes");
	for (size_t i = 0; i < routes->count; i++) {
		const struct person_route *route = &routes->items[i];

		json_begin_inline_object(json, NULL);
		json_number(json, "score", route->score, SCORE_DIGITS);
		json_begin_array(json, "people");
		for (int j = 0; j < route->count; j++)
			write_identifier(&report, NULL, route->ids[j]);
		json_end_array(json);
		json_end_object(json);
	}
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
