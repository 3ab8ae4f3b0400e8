/* SPDX-License-Identifier: MIT */
/*
 * The readiness diagnosis: areas at the left, the questions of one beside them, what follows for
 * the roadmap below; where it is narrow, one under the other. The cursor goes through all three as
 * through one list.
 */
#include <stdlib.h>
#include <string.h>

#include "diagnosis_head.h"
#include "diagnosis_view.h"
#include "diagnosis_why.h"
#include "round_page.h"
#include "tui/kit/record/record_actions.h"

enum { AREA_COLUMNS = 40, WIDE = 100 };

static void
list_follows(struct diagnosis *diagnosis)
{
	const struct readiness_report *report = &diagnosis->report;
	size_t count = 0;

	for (size_t i = 0; i < report->consequence_count; i++)
		count += 1 + report->consequences[i].count;
	diagnosis->follows =
		arena_alloc(&diagnosis->arena, (count + 1) * sizeof *diagnosis->follows);
	diagnosis->follow_count = 0;
	for (size_t i = 0; i < report->consequence_count; i++) {
		const struct consequence *consequence = &report->consequences[i];

		diagnosis->follows[diagnosis->follow_count++] =
			(struct follow){ consequence, NULL };
		for (size_t j = 0; j < consequence->count; j++)
			diagnosis->follows[diagnosis->follow_count++] =
				(struct follow){ consequence, &consequence->items[j] };
	}
}

static int
head_rows(const struct diagnosis *diagnosis)
{
	return diagnosis->fault ? 1 : diagnosis_head_rows(&diagnosis->report, diagnosis->area);
}

/* Areas and questions side by side, or one under the other; what follows gets the rest. */
static void
divide(struct diagnosis *diagnosis)
{
	struct area area = diagnosis->area;
	int row = area.row + head_rows(diagnosis), most = 0, upper;

	for (int i = 0; i < AREA_COUNT && !diagnosis->fault; i++)
		most = larger_of(most, diagnosis->report.areas[i].questions);
	if (area.columns >= WIDE) {
		upper = larger_of(AREA_COUNT, most);
		diagnosis->left = (struct area){ row, area.column, AREA_COUNT, AREA_COLUMNS };
		diagnosis->right = (struct area){ row, area.column + AREA_COLUMNS + 1, upper,
			area.columns - AREA_COLUMNS - 1 };
	} else {
		upper = AREA_COUNT + 1 + most;
		diagnosis->left = (struct area){ row, area.column, AREA_COUNT, area.columns };
		diagnosis->right =
			(struct area){ row + AREA_COUNT + 1, area.column, most, area.columns };
	}
	diagnosis->below = (struct area){ row + upper + 2, area.column,
		larger_of(area.row + area.rows - row - upper - 2, 0), area.columns };
}

/* Where there are few rows, only the zone the cursor is in is shown. */
static bool
is_short(const struct diagnosis *diagnosis)
{
	return diagnosis->below.rows < 3;
}

static void
place(struct diagnosis *diagnosis)
{
	struct area rest = diagnosis->area;
	int head = head_rows(diagnosis);

	divide(diagnosis);
	if (!is_short(diagnosis))
		return;
	rest.row += head;
	rest.rows = larger_of(rest.rows - head, 0);
	diagnosis->left = diagnosis->right = diagnosis->below = rest;
}

static void
enter(struct diagnosis *diagnosis, enum zone zone)
{
	diagnosis->kept[diagnosis->zone] = diagnosis->panel.selection;
	diagnosis->panel.selection = diagnosis->kept[zone];
	diagnosis->zone = zone;
}

/* Nobody stands in a zone that is empty; there are always areas. */
static void
fit(struct diagnosis *diagnosis)
{
	enum zone zone = diagnosis->zone;

	for (int i = ZONE_AREA; i <= ZONE_FOLLOWS; i++) {
		enter(diagnosis, (enum zone)i);
		selection_fit(&diagnosis->panel, diagnosis_count(diagnosis, (enum zone)i),
			*diagnosis_zone(diagnosis, (enum zone)i));
	}
	enter(diagnosis, diagnosis_count(diagnosis, zone) > 0 ? zone : ZONE_AREA);
}

/* The questions of another area are gone through from the first. */
static void
diagnosis_moved(struct panel *panel, struct session *session, int before)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	(void)session;
	(void)before;
	if (diagnosis->zone != ZONE_AREA || diagnosis->asked == panel->selection.row)
		return;
	diagnosis->asked = panel->selection.row;
	diagnosis->kept[ZONE_QUESTION].row = diagnosis->kept[ZONE_QUESTION].first = 0;
	fit(diagnosis);
}

static void
diagnosis_reload(struct panel *panel, struct session *session)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	struct error error = { 0 };

	arena_reset(&diagnosis->arena);
	diagnosis->fault = NULL;
	if (programme_readiness(session->programme, &diagnosis->arena, &diagnosis->report,
		    &error) != STATUS_OK) {
		diagnosis->report = (struct readiness_report){ 0 };
		diagnosis->fault =
			arena_copy(&diagnosis->arena, error.message, strlen(error.message));
	}
	list_follows(diagnosis);
	place(diagnosis);
	fit(diagnosis);
}

static void
diagnosis_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	(void)screen;
	diagnosis->area = content;
	if (!diagnosis->follows)
		diagnosis_reload(panel, session);
	place(diagnosis);
	fit(diagnosis);
}

/* Off the end of a zone into the next. */
static bool
diagnosis_beyond(struct panel *panel, struct session *session, int row)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	const struct selection *at = &panel->selection;
	bool down = row == at->rows && at->row == at->rows - 1, up = row == -1 && at->row == 0;

	(void)session;
	if (down && diagnosis->zone != ZONE_FOLLOWS && diagnosis->follow_count > 0) {
		enter(diagnosis, ZONE_FOLLOWS);
		panel->selection.row = 0;
	} else if (up && diagnosis->zone == ZONE_FOLLOWS) {
		enter(diagnosis, ZONE_QUESTION);
		panel->selection.row = diagnosis_count(diagnosis, ZONE_QUESTION) - 1;
	} else if (up && diagnosis->zone == ZONE_QUESTION && diagnosis->area.columns < WIDE) {
		enter(diagnosis, ZONE_AREA);
	} else {
		return false;
	}
	fit(diagnosis);
	return true;
}

static unsigned
open_here(struct panel *panel, struct session *session)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	const struct follow *follow;
	size_t question;

	if (diagnosis->fault)
		return EFFECT_NONE;
	if (diagnosis->zone == ZONE_AREA) {
		if (diagnosis_count(diagnosis, ZONE_QUESTION) == 0)
			session_say(session, ROLE_MESSAGE, "no questions ask about this area");
		enter(diagnosis, ZONE_QUESTION);
		diagnosis->panel.selection.row = 0;
		fit(diagnosis);
		return EFFECT_NONE;
	}
	if (diagnosis->zone == ZONE_QUESTION) {
		question =
			diagnosis_area(diagnosis)->first + (size_t)diagnosis->panel.selection.row;
		return session_show(
			session, type_find("question"), diagnosis->report.questions[question].id);
	}
	follow = &diagnosis->follows[diagnosis->panel.selection.row];
	if (follow->item)
		return session_show(session, follow->item->type, follow->item->id);
	session_say(session, ROLE_MESSAGE, "%s: %s", follow->consequence->finding->rule->id,
		follow->consequence->finding->response);
	return EFFECT_NONE;
}

static bool
stands_somewhere(const struct panel *panel)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;

	return diagnosis_count(diagnosis, diagnosis->zone) > 0;
}

static unsigned
explain(struct panel *panel, struct session *session)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;
	const struct readiness_report *report = &diagnosis->report;
	const struct readiness_area *area = diagnosis_area(diagnosis);
	size_t row = (size_t)panel->selection.row;
	const struct caused *item;

	if (diagnosis->zone == ZONE_AREA)
		return session_open(session, diagnosis_why_area(report, area));
	if (diagnosis->zone == ZONE_QUESTION)
		return session_open(session,
			diagnosis_why_question(report, &report->questions[area->first + row]));
	item = diagnosis->follows[row].item;
	return item ? record_why(session, item->type, item->id)
		    : session_open(
			      session, diagnosis_why_finding(diagnosis->follows[row].consequence));
}

static unsigned
start_round(struct panel *panel, struct session *session)
{
	(void)panel;
	return session_open(session, round_new());
}

static unsigned
next_zone(struct panel *panel, struct session *session)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;
	int zone = (int)diagnosis->zone;

	do {
		zone = (zone + session->press.action->by + 3) % 3;
	} while (diagnosis_count(diagnosis, (enum zone)zone) == 0 && zone != (int)diagnosis->zone);
	enter(diagnosis, (enum zone)zone);
	return EFFECT_NONE;
}

static bool
diagnosis_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	(void)session;
	(void)column;
	for (int i = ZONE_AREA; i <= ZONE_FOLLOWS; i++) {
		const struct selection *at = diagnosis_at(diagnosis, (enum zone)i);

		*row = at->first + mouse->row - at->area.row;
		if (area_has(at->area, mouse->row, mouse->column) && *row < at->rows &&
			(!is_short(diagnosis) || i == (int)diagnosis->zone)) {
			enter(diagnosis, (enum zone)i);
			return true;
		}
	}
	return false;
}

static bool
diagnosis_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;
	const struct follow *follow;
	size_t question;

	if (diagnosis->fault || diagnosis->zone == ZONE_AREA ||
		diagnosis_count(diagnosis, diagnosis->zone) == 0)
		return false;
	if (diagnosis->zone == ZONE_QUESTION) {
		question =
			diagnosis_area(diagnosis)->first + (size_t)diagnosis->panel.selection.row;
		*type = type_find("question");
		*id = diagnosis->report.questions[question].id;
		return true;
	}
	follow = &diagnosis->follows[diagnosis->panel.selection.row];
	if (!follow->item)
		return false;
	*type = follow->item->type;
	*id = follow->item->id;
	return true;
}

static void
diagnosis_keep(const struct panel *panel, struct place *out)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;

	out->view[0] = (int)diagnosis->zone;
	for (int i = ZONE_AREA; i <= ZONE_FOLLOWS; i++)
		out->view[i + 1] = diagnosis_at(diagnosis, (enum zone)i)->row;
}

static void
diagnosis_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct diagnosis *diagnosis = (const struct diagnosis *)panel;

	(void)session;
	if (!diagnosis->fault)
		buffer_format(out, "%s: %s", diagnosis->report.verdict, diagnosis->report.reason);
}

static void
diagnosis_free(struct panel *panel)
{
	struct diagnosis *diagnosis = (struct diagnosis *)panel;

	arena_clear(&diagnosis->arena);
	free(diagnosis);
}

/* clang-format off */
static const struct keys diagnosis_keys = { "in the diagnosis", {
	{ "open", "Enter", open_here, "go to the question or roadmap item, or into the area",
	  "go there", 1, .effect = READS },
	{ "round", "r a", start_round, "record answers of a round, one key an answer", "round", 2,
	  .effect = READS },
	{ "why", "w", explain, "why the area, question, finding or item is as it is", "why", 7,
	  .applies = stands_somewhere },
	{ "left", "Left h", next_zone, "the part of the page before", .by = -1 },
	{ "right", "Right l", next_zone,
	  "the next part of the page: areas, questions, what follows", .by = 1 },
} };
/* clang-format on */

static const struct panel_class diagnosis_class = {
	.keys = { &diagnosis_keys, &record_keys, &selection_keys },
	.layout = diagnosis_layout,
	.draw = diagnosis_draw,
	.reload = diagnosis_reload,
	.selected = diagnosis_selected,
	.keep = diagnosis_keep,
	.beyond = diagnosis_beyond,
	.moved = diagnosis_moved,
	.locate = diagnosis_locate,
	.copy = diagnosis_copy,
	.free = diagnosis_free,
};

static struct panel *
diagnosis_new(const struct page *page, const struct place *place)
{
	struct diagnosis *diagnosis = memory_new(1, sizeof *diagnosis);

	diagnosis->panel.class = page->class;
	diagnosis->zone = (enum zone)place->view[0];
	diagnosis->asked = place->view[1];
	for (int i = ZONE_AREA; i <= ZONE_FOLLOWS; i++)
		diagnosis->kept[i].row = place->view[i + 1];
	return &diagnosis->panel;
}

const struct page diagnosis_page = { &diagnosis_class, .create = diagnosis_new };
