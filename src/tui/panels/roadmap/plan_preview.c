/* SPDX-License-Identifier: MIT */
/*
 * The draft of a plan as a list to choose from: the chain that decides the launch on top, items
 * below their causes, each to be taken or left. Must not write unasked, and removes what nothing
 * asks for any more only where that is the answer.
 */
#include "plan_preview.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/programme/plan.h"
#include "tui/kit/lines.h"
#include "tui/kit/panel.h"
#include "tui/kit/popup.h"

enum { NO_LINE = -1, NARROW = 20 };

struct plan_preview {
	struct panel panel;
	struct arena arena;
	struct plan_report plan;
	bool *left; /* beside the plan's lines: not taken */
	struct lines lines;
	int *items; /* beside lines: the plan's line, NO_LINE: what explains */
	struct area area;
};

static struct plan_preview *
preview_of(struct panel *panel)
{
	return (struct plan_preview *)panel;
}

static int
item_at(const struct panel *panel, int row)
{
	const struct plan_preview *preview = (const struct plan_preview *)panel;

	return row >= 0 && row < (int)preview->lines.count ? preview->items[row] : NO_LINE;
}

static void
add(struct plan_preview *preview, enum role role, int item, const char *text)
{
	size_t before = preview->lines.count;

	if (item == NO_LINE && *text)
		lines_wrap(&preview->lines, role, larger_of(preview->area.columns - 4, NARROW), 0,
			text);
	else
		lines_add(&preview->lines, role, text);
	for (size_t i = before; i < preview->lines.count; i++) {
		preview->items = array_grow(preview->items, i, sizeof *preview->items);
		preview->items[i] = item;
	}
}

static const char *
item_text(struct plan_preview *preview, int item, bool ascii)
{
	const struct plan_line *line = &preview->plan.lines[item];
	static const char *const signs[] = { "+", "~", " ", " ", "-" };

	return arena_format(&preview->lines.arena, "%s %s %s: %s%s%s%s",
		preview->left[item] ? "[ ]" : (ascii ? "[x]" : "[✓]"), signs[line->action],
		line->type->label, line->title, *line->detail ? " (" : "", line->detail,
		*line->detail ? ")" : "");
}

static const char *
cause_text(struct plan_preview *preview, const char *cause)
{
	for (size_t i = 0; i < preview->plan.finding_count; i++)
		if (strcmp(preview->plan.findings[i].rule->id, cause) == 0)
			return arena_format(&preview->lines.arena, "%s  %s", cause,
				preview->plan.findings[i].rule->title);
	return cause;
}

static const char *
day_text(struct plan_preview *preview, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	return arena_format(&preview->lines.arena, "%s", date == NO_DAY ? "no day yet" : text);
}

/* Why the launch is where it is. */
static void
add_chain(struct plan_preview *preview)
{
	const struct plan_report *plan = &preview->plan;
	bool moves = plan->launch_asked != NO_DAY && plan->launch > plan->launch_asked;

	add(preview, moves ? ROLE_WARNING : ROLE_NOTICE, NO_LINE,
		arena_format(&preview->lines.arena, "Launch on %s%s%s, end on %s",
			day_text(preview, plan->launch), moves ? ", not " : "",
			moves ? day_text(preview, plan->launch_asked) : "",
			day_text(preview, plan->ends_on)));
	for (size_t i = 0; i + 1 < plan->chain_count; i++)
		add(preview, ROLE_MUTED, NO_LINE,
			arena_format(&preview->lines.arena, "  %s  %s",
				day_text(preview, plan->chain[i].on), plan->chain[i].title));
	add(preview, ROLE_TEXT, NO_LINE, "");
}

static void
add_cause(struct plan_preview *preview, const char *cause, bool ascii)
{
	bool headed = false;

	for (size_t i = 0; i < preview->plan.count; i++) {
		const struct plan_line *line = &preview->plan.lines[i];

		if (!plan_line_is_listed(&preview->plan, line) ||
			(line->action != PLAN_ADD && line->action != PLAN_CHANGE &&
				line->action != PLAN_OFFER) ||
			strcmp(plan_cause(line->because, &preview->lines.arena), cause) != 0)
			continue;
		if (!headed)
			add(preview, ROLE_HEADING, NO_LINE, cause_text(preview, cause));
		headed = true;
		add(preview,
			preview->left[i] ? ROLE_MUTED
					 : (line->action == PLAN_OFFER ? ROLE_WARNING : ROLE_TEXT),
			(int)i, item_text(preview, (int)i, ascii));
	}
	if (headed)
		add(preview, ROLE_TEXT, NO_LINE, "");
}

static void
write_lines(struct plan_preview *preview, struct session *session)
{
	const struct plan_report *plan = &preview->plan;
	const char **causes;
	size_t count;

	lines_reset(&preview->lines);
	add(preview, ROLE_TITLE, NO_LINE,
		arena_format(&preview->lines.arena,
			"Plan the roadmap. Add: %zu, change: %zu, no longer asked for: %zu",
			plan->counts[PLAN_ADD], plan->counts[PLAN_CHANGE],
			plan->counts[PLAN_OFFER]));
	if (plan->counts[PLAN_OFFER] > 0)
		add(preview, ROLE_MUTED, NO_LINE,
			arena_format(&preview->lines.arena,
				"No longer asked for; d removes what nobody touched: %zu",
				plan->counts[PLAN_OFFER]));
	if (*plan->note)
		add(preview, ROLE_WARNING, NO_LINE, plan->note);
	add_chain(preview);
	causes = plan_causes(plan, &preview->lines.arena, &count);
	for (size_t i = 0; i < count; i++)
		add_cause(preview, causes[i], session->ascii);
}

static bool
preview_stands(const struct panel *panel, int row)
{
	return item_at(panel, row) != NO_LINE;
}

static void
preview_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct plan_preview *preview = preview_of(panel);

	(void)screen;
	preview->area = content;
	write_lines(preview, session);
	selection_fit(panel, (int)preview->lines.count, content);
}

static void
preview_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct plan_preview *preview = (const struct plan_preview *)panel;
	struct area area = preview->area;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	for (int i = panel->selection.first; selection_shows(panel, i); i++) {
		canvas_put(canvas, selection_line(panel, i), area.column + 2, area.columns - 3,
			preview->lines.items[i].role, preview->lines.items[i].text);
		if (i == panel->selection.row && item_at(panel, i) != NO_LINE)
			selection_mark(canvas, selection_line(panel, i), area.column, area.columns);
	}
}

static unsigned
toggle(struct panel *panel, struct session *session)
{
	struct plan_preview *preview = preview_of(panel);
	int item = item_at(panel, panel->selection.row);

	if (item == NO_LINE)
		return EFFECT_NONE;
	preview->left[item] = !preview->left[item];
	write_lines(preview, session);
	selection_move(panel, session, 1);
	return EFFECT_NONE;
}

static unsigned
explain(struct panel *panel, struct session *session)
{
	struct plan_preview *preview = preview_of(panel);
	int item = item_at(panel, panel->selection.row);
	const struct plan_line *line;
	struct popup *popup;

	if (item == NO_LINE)
		return EFFECT_NONE;
	line = &preview->plan.lines[item];
	popup = popup_new("Why it is in the plan");
	popup_add(popup, ROLE_TITLE, 0, line->title);
	popup_add(popup, ROLE_TEXT, 0, line->because);
	if (*line->detail)
		popup_add(popup, ROLE_TEXT, 0, line->detail);
	for (size_t i = 0; i < preview->plan.count; i++) {
		const struct plan_line *part = &preview->plan.lines[i];

		if (part->part_of && part->action == line->action &&
			strcmp(part->part_of, line->identifier) == 0)
			popup_add(popup, ROLE_MUTED, 2,
				arena_format(
					&preview->arena, "%s: %s", part->type->label, part->title));
	}
	return session_open(session, popup_panel(popup));
}

static unsigned
write_plan(struct panel *panel, struct session *session)
{
	struct plan_preview *preview = preview_of(panel);
	const char **leave =
		arena_alloc(&preview->arena, (preview->plan.count + 1) * sizeof *leave);
	struct plan_options options = {
		.write = true, .remove = session->press.action->by != 0, .leave = leave
	};
	struct arena arena = { 0 };
	struct plan_report plan;
	struct error error = { 0 };
	unsigned effects = EFFECT_BACK | EFFECT_RELOAD;

	for (size_t i = 0; i < preview->plan.count; i++)
		if (preview->left[i])
			leave[options.leave_count++] = arena_format(&preview->arena, "%s/%s",
				preview->plan.lines[i].type->name,
				preview->plan.lines[i].identifier);
	if (programme_plan(session->programme, &options, &arena, &plan, &error) != STATUS_OK) {
		session_fail(session, &error);
		effects = EFFECT_REFUSED;
	} else {
		effects |= session_done(session, "planned: %zu added, %zu changed%s",
			plan.counts[PLAN_ADD], plan.counts[PLAN_CHANGE],
			plan.removed == 0 ? ""
					  : arena_format(&arena, ", %zu removed", plan.removed));
	}
	arena_clear(&arena);
	return effects;
}

static void
preview_free(struct panel *panel)
{
	struct plan_preview *preview = preview_of(panel);

	arena_clear(&preview->arena);
	lines_clear(&preview->lines);
	free(preview->items);
	free(preview);
}

/* clang-format off */
static const struct keys preview_keys = { "in the preview of a plan", {
	{ "take", "Space", toggle, "take or leave the item", "take or leave", 1, .effect = READS },
	{ "explain", "Enter", explain, "say why the item is in the plan, and what belongs to it", "why", 2,
	  .effect = READS },
	{ "write", "y", write_plan, "write what is taken, as one step", "write", 1, .effect = WRITES },
	{ "write-and-remove", "d", write_plan,
	  "the same, and remove what nothing asks for any more and nobody touched", "and remove", 3,
	  .effect = WRITES, .by = 1 },
	{ "close", "Esc q n Ctrl-C", keys_close, "leave it; nothing is written", "leave", 1,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class plan_preview_class = {
	.kind = PANEL_WHOLE,
	.keys = { &preview_keys, &selection_keys },
	.layout = preview_layout,
	.draw = preview_draw,
	.stands = preview_stands,
	.position = selection_position,
	.free = preview_free,
};

unsigned
plan_ask(struct session *session)
{
	const struct plan_options options = { 0 };
	struct plan_preview *preview = memory_new(1, sizeof *preview);
	const struct plan_report *plan = &preview->plan;
	struct error error = { 0 };

	preview->panel.class = &plan_preview_class;
	if (programme_plan(session->programme, &options, &preview->arena, &preview->plan, &error) !=
		STATUS_OK)
		session_fail(session, &error);
	else if (plan->counts[PLAN_ADD] + plan->counts[PLAN_CHANGE] + plan->counts[PLAN_OFFER] == 0)
		session_say(session, ROLE_MESSAGE,
			"the roadmap is as the facts ask for; nothing to do");
	else {
		preview->left =
			arena_alloc(&preview->arena, (plan->count + 1) * sizeof *preview->left);
		memset(preview->left, 0, (plan->count + 1) * sizeof *preview->left);
		return session_open(session, &preview->panel);
	}
	preview_free(&preview->panel);
	return EFFECT_NONE;
}
