/* SPDX-License-Identifier: MIT */
/* routes: whom to ask so that somebody is won over. For the lead alone; must not score. */
#include <string.h>

#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

/* Without --limit; nobody reads further. */
enum { ROUTES_MOST = 10000 };

static void
print_nothing(struct call *call, const struct routes_report *report)
{
	if (!report->here)
		print_format(&call->paper, PRINT_MUTED,
			"%s has left: there is nobody to be won over", report->name);
	else if (!report->needed)
		print_format(&call->paper, PRINT_MUTED,
			"%s is neither mixed nor resistant: no route is looked for", report->name);
	else
		print_format(&call->paper, PRINT_WARNING,
			"no active supporter is known within %s of influence of %s",
			text_quantity(&call->arena, report->links_most, "link", NULL),
			report->name);
	print_end_line(&call->paper);
}

static enum status
cmd_routes_show(struct call *call, struct error *error)
{
	const char *audience = call_text(call, OPTION_AUDIENCE);
	const char *limit = call_text(call, OPTION_LIMIT);
	int64_t person = 0, most = ROUTES_MOST;
	struct routes_report report;
	enum status status = STATUS_OK;

	if (audience && strcmp(audience, "lead") != 0)
		return error_set(error, STATUS_INVALID,
			"routes are for the lead alone: they say how people are seen");
	if (limit)
		status = call_number("--limit", limit, &most, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = call_resolve(
			call, type_find("stakeholder"), call->words[0], &person, error);
	if (!status)
		status = programme_routes(call->programme, person,
			(size_t)(most < ROUTES_MOST ? most : ROUTES_MOST), &call->arena, &report,
			error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "routes", &report, error);
	if (report.count > 0)
		return result_table_print(&call->paper, "routes", NULL, &report, NULL, error);
	print_nothing(call, &report);
	return STATUS_OK;
}

const struct command cmd_routes[] = {
	{
		.place = COMMANDS_DERIVED + 50,
		.name = "routes",
		.arguments = "PERSON",
		.summary = "whom to ask so that a mixed or resistant person is won over",
		.help = "Lists the chains of influence that lead from an active supporter to the "
			"person, the best first: the supporter's influence out of 5 times each "
			"link's strength out of 3. A chain has at most route_links_max links (a "
			"setting, 3) and nobody twice; of equal ones the shorter comes first, "
			"then names decide.\n"
			"It tells how people are seen, so it is for the lead alone: --audience "
			"leadership and team are refused.",
		.options = "limit audience " RESULT READING,
		.run = cmd_routes_show,
	},
	{ .name = NULL },
};
