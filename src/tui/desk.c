/* SPDX-License-Identifier: MIT */
/*
 * Keeps the panels and acts on their effects. Must not edit a record: that is the panels' work.
 * Only one list is kept at a time, the places in the others are remembered, so that memory does not
 * grow with the types one looked at.
 */
#include "desk.h"

#include <stdio.h>
#include <string.h>

#include "desk_actions.h"

static struct panel *
top(const struct desk *desk)
{
	return desk->stack[desk->depth - 1];
}

static void
lay_out(struct desk *desk, struct panel *panel)
{
	panel->class->layout(panel, &desk->session, desk->rows.content, desk->rows.screen);
}

static void
settle(struct desk *desk, struct panel *panel)
{
	if (panel->class->settle)
		panel->class->settle(panel, &desk->session);
}

static void
keep_place(struct desk *desk)
{
	struct panel *panel = desk->stack[0];
	struct place *place = &desk->places[desk->tab][desk->pages[desk->tab]];

	if (!panel)
		return;
	settle(desk, panel);
	*place = (struct place){ .known = true };
	if (panel->class->keep)
		panel->class->keep(panel, place);
	place->selection = panel->selection;
}

static void
show_page(struct desk *desk, int tab, int page)
{
	const struct place *place = &desk->places[tab][page];

	if (desk->stack[0])
		desk->stack[0]->class->free(desk->stack[0]);
	desk->tab = tab;
	desk->pages[tab] = page;
	desk->stack[0] = tabs_create_page(tabs_get(tab), page, place);
	if (place->known)
		desk->stack[0]->selection = place->selection;
	lay_out(desk, desk->stack[0]);
}

void
desk_go(struct desk *desk, int tab, int page)
{
	keep_place(desk);
	show_page(desk, tab, page);
}

/* The oldest stop is forgotten when there are too many. */
static void
leave_mark(struct desk *desk)
{
	keep_place(desk);
	if (desk->stops == TRAIL_LENGTH) {
		memmove(desk->trail, desk->trail + 1, (TRAIL_LENGTH - 1) * sizeof desk->trail[0]);
		desk->stops--;
	}
	desk->trail[desk->stops++] = (struct stop){ .tab = desk->tab,
		.page = desk->pages[desk->tab],
		.place = desk->places[desk->tab][desk->pages[desk->tab]] };
}

static void
pop(struct desk *desk)
{
	struct panel *panel = top(desk);

	if (desk->depth < 2)
		return;
	desk->depth--;
	panel->class->free(panel);
}

static void
set_filter(struct desk *desk, struct place *place)
{
	if (desk->session.target_filter)
		snprintf(place->filter, FILTER_SIZE, "%s", desk->session.target_filter);
	desk->session.target_filter = NULL;
}

/* What stands above the page closes: it was about where one was. */
static void
leave(struct desk *desk)
{
	while (desk->depth > 1)
		pop(desk);
	leave_mark(desk);
}

static void
go_page(struct desk *desk, const char *name)
{
	int tab, page;

	if (!tabs_find_page(name, &tab, &page))
		return;
	leave(desk);
	set_filter(desk, &desk->places[tab][page]);
	show_page(desk, tab, page);
}

void
desk_go_record(struct desk *desk, const struct type *type, int64_t id)
{
	struct panel *page = desk->stack[0];
	struct place *place;
	int tab, number;

	leave(desk);
	if (id != 0 && page->class->go && page->class->go(page, &desk->session, type, id))
		return;
	tabs_find(type, &tab, &number);
	place = &desk->places[tab][number];
	if (id != 0) {
		place->id = id;
		place->filter[0] = '\0';
	}
	set_filter(desk, place);
	show_page(desk, tab, number);
}

/* What was edited is stood on where the page shows it; what stands above the page stays. */
static void
stay_with(struct desk *desk, const struct type *type, int64_t id)
{
	struct panel *page = desk->stack[0];

	if (desk->depth == 1 && page->class->go)
		page->class->go(page, &desk->session, type, id);
}

static void
go_target(struct desk *desk)
{
	const struct session *session = &desk->session;

	if (session->target_page)
		go_page(desk, session->target_page);
	else if (session->target_here)
		stay_with(desk, session->target_type, session->target_id);
	else
		desk_go_record(desk, session->target_type, session->target_id);
}

bool
desk_go_back(struct desk *desk)
{
	struct stop stop;

	if (desk->stops == 0)
		return false;
	stop = desk->trail[--desk->stops];
	keep_place(desk);
	desk->places[stop.tab][stop.page] = stop.place;
	show_page(desk, stop.tab, stop.page);
	return true;
}

void
desk_init(struct desk *desk, struct programme *programme, bool ascii, bool large)
{
	*desk = (struct desk){ 0 };
	desk->session.programme = programme;
	desk->session.ascii = ascii;
	desk->session.findings.slow = large;
	desk->session.read_only = programme_is_read_only(programme);
	desk->canvas.ascii = ascii;
	desk->canvas.plain = ascii;
	desk->depth = 1;
	frame_load(&desk->facts, programme);
	desk->rows = frame_place(1, 1);
	desk_go(desk, 0, 0);
}

void
desk_clear(struct desk *desk)
{
	while (desk->depth > 1)
		pop(desk);
	desk->stack[0]->class->free(desk->stack[0]);
	findings_clear(&desk->session.findings);
	buffer_clear(&desk->session.answer);
	buffer_clear(&desk->session.clipboard);
	writing_clear(&desk->session.writing);
	recall_clear(&desk->typed);
	frame_clear(&desk->facts);
	canvas_clear(&desk->canvas);
}

void
desk_resize(struct desk *desk, int rows, int columns)
{
	canvas_resize(&desk->canvas, rows, columns);
	desk->rows = frame_place(rows, columns);
	for (int i = 0; i < desk->depth; i++)
		lay_out(desk, desk->stack[i]);
}

void
desk_reload(struct desk *desk)
{
	findings_expire(&desk->session.findings);
	frame_load(&desk->facts, desk->session.programme);
	for (int i = 0; i < desk->depth; i++)
		if (desk->stack[i]->class->reload)
			desk->stack[i]->class->reload(desk->stack[i], &desk->session);
}

void
desk_open(struct desk *desk, struct panel *panel)
{
	desk_apply(desk, session_open(&desk->session, panel));
}

void
desk_set_ascii(struct desk *desk, bool ascii)
{
	desk->session.ascii = ascii;
	desk->canvas.ascii = ascii;
	desk->canvas.plain = desk->canvas.plain && ascii;
	desk_reload(desk);
}

static void
push(struct desk *desk)
{
	struct panel *panel = desk->session.opened;

	desk->session.opened = NULL;
	if (desk->depth == DESK_DEPTH) {
		panel->class->free(panel);
		return;
	}
	desk->stack[desk->depth++] = panel;
	lay_out(desk, panel);
}

/*
 * The question leaves the screen first, as its answer may open the next; what it carries stays
 * until the answer is taken. There is nothing to mend in an empty answer.
 */
static unsigned
take_answer(struct desk *desk)
{
	struct session *session = &desk->session;
	struct panel *question = desk->stack[--desk->depth];
	unsigned effects = session->callback->take(
		session, buffer_text(&session->answer), session->callback->context);

	if ((effects & EFFECT_REFUSED) && session->answer.length > 0)
		desk->stack[desk->depth++] = question;
	else
		question->class->free(question);
	return effects;
}

void
desk_apply(struct desk *desk, unsigned effects)
{
	if (effects & EFFECT_ANSWER)
		effects = take_answer(desk);
	if (effects & EFFECT_BACK)
		pop(desk);
	if (effects & EFFECT_RELOAD)
		desk_reload(desk);
	if (effects & EFFECT_SHOW)
		go_target(desk);
	if (effects & EFFECT_OPEN)
		push(desk);
	if (effects & EFFECT_QUIT)
		desk->quit = true;
}

unsigned
desk_press(struct desk *desk, const struct press *press)
{
	struct panel *panel = top(desk);

	if (press->action->effect == WRITES && session_refuses(&desk->session))
		return EFFECT_NONE;
	if (press->action->effect != MOVES)
		settle(desk, panel);
	desk->session.press = *press;
	return press->action->act(panel, &desk->session);
}

static unsigned
press_key(struct desk *desk, const struct input *input)
{
	struct panel *panel = top(desk);
	struct chain chain = desk_chain(panel->class, panel);
	const struct press press = { .action = chain_find(&chain, input), .input = input };

	if (press.action)
		return desk_press(desk, &press);
	return panel->class->type ? panel->class->type(panel, &desk->session, input) : EFFECT_NONE;
}

/* The footer shows what worked when it was drawn, which another key may have ended since. */
static bool
still_applies(const struct desk *desk, const struct action *action)
{
	struct chain chain = desk_chain(top(desk)->class, top(desk));
	const struct action *next;
	struct chain_at at = { 0 };

	while ((next = chain_next(&chain, &at)) != NULL)
		if (next == action)
			return true;
	return false;
}

static unsigned
press_spot(struct desk *desk, const struct spot *spot)
{
	const struct press press = { .action = spot->action };

	switch (spot->kind) {
	case SPOT_ACTION:
		return still_applies(desk, spot->action) ? desk_press(desk, &press)
							 : (unsigned)EFFECT_NONE;
	case SPOT_TAB: desk_go(desk, spot->value, desk->pages[spot->value]); break;
	case SPOT_PAGE: desk_go(desk, desk->tab, spot->value); break;
	}
	return EFFECT_NONE;
}

/*
 * Tabs and names of pages count only while nothing stands above the page. Two presses on one row do
 * what Enter does.
 */
static unsigned
point(struct desk *desk, const struct mouse *mouse)
{
	const struct input enter = { .kind = INPUT_ENTER };
	const struct spot *spot = frame_find_spot(&desk->spots, mouse->row, mouse->column);

	if (mouse->kind == MOUSE_PRESS && spot && (desk->depth == 1 || spot->kind == SPOT_ACTION))
		return press_spot(desk, spot);
	if (desk->depth == 1 && !area_has(desk->rows.content, mouse->row, mouse->column))
		return EFFECT_NONE;
	return selection_point(top(desk), &desk->session, mouse) && mouse->twice
		       ? press_key(desk, &enter)
		       : (unsigned)EFFECT_NONE;
}

void
desk_input(struct desk *desk, const struct input *input)
{
	struct mouse mouse;

	desk->session.message[0] = '\0';
	if (input->kind != INPUT_MOUSE) {
		desk_apply(desk, press_key(desk, input));
		return;
	}
	mouse = input_mouse(input);
	desk_apply(desk, point(desk, &mouse));
}

bool
desk_work(struct desk *desk)
{
	bool more = false;

	session_take_time(&desk->session);
	for (int i = 0; i < desk->depth; i++)
		if (desk->stack[i]->class->work &&
			desk->stack[i]->class->work(desk->stack[i], &desk->session))
			more = true;
	session_hurry(&desk->session);
	return more;
}

static void
find_position(const struct desk *desk, char out[POSITION_SIZE])
{
	const struct panel *page = desk->stack[0];

	out[0] = '\0';
	if (page->class->position)
		page->class->position(page, out);
}

static bool
is_whole(const struct panel *panel)
{
	return panel->class->kind == PANEL_WHOLE || panel->class->kind == PANEL_FORM;
}

void
desk_draw(struct desk *desk)
{
	char position[POSITION_SIZE];
	const struct chain chain = desk_chain(top(desk)->class, top(desk));
	struct frame_view view = { .rows = desk->rows,
		.facts = &desk->facts,
		.tab = desk->tab,
		.page = desk->pages[desk->tab],
		.chain = &chain,
		.position = position };
	int first = desk->depth - 1;

	for (int i = 0; i < desk->depth; i++)
		settle(desk, desk->stack[i]);
	if (desk->stack[0]->class->notice)
		view.notice = desk->stack[0]->class->notice(desk->stack[0]);
	find_position(desk, position);
	canvas_wipe(&desk->canvas);
	while (first > 0 && !is_whole(desk->stack[first]))
		first--;
	desk->stack[first]->class->draw(desk->stack[first], &desk->session, &desk->canvas);
	frame_draw(&view, &desk->session, &desk->canvas, &desk->spots);
	for (int i = first + 1; i < desk->depth; i++)
		desk->stack[i]->class->draw(desk->stack[i], &desk->session, &desk->canvas);
}
