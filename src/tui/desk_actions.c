/* SPDX-License-Identifier: MIT */
/*
 * Actions that concern no panel in particular: going about, undo and redo, help, commands. Must not
 * touch the stack of panels; what must happen is returned as effects.
 */
#include "desk_actions.h"

#include <stdio.h>
#include <string.h>

#include "rollout/base/text.h"
#include "export_actions.h"
#include "tui/panels/roadmap/plan_preview.h"
#include "tui/kit/record/record_actions.h"
#include "tui/panels/roadmap/proof_page.h"
#include "import_preview.h"
#include "palette.h"
#include "tui/kit/label_words.h"

/* The session is the desk's first member: actions are handed it. */
static struct desk *
desk_of(struct session *session)
{
	return (struct desk *)session;
}

static unsigned
go_tab(struct panel *panel, struct session *session)
{
	struct desk *desk = desk_of(session);
	int tab = session->press.action->by;

	(void)panel;
	desk_go(desk, tab, desk->pages[tab]);
	return EFFECT_NONE;
}

static unsigned
go_page(struct panel *panel, struct session *session)
{
	struct desk *desk = desk_of(session);
	int pages = tabs_count_pages(tabs_get(desk->tab));

	(void)panel;
	desk_go(desk, desk->tab,
		(desk->pages[desk->tab] + session->press.action->by + pages) % pages);
	return EFFECT_NONE;
}

static unsigned
go_back(struct panel *panel, struct session *session)
{
	(void)panel;
	desk_go_back(desk_of(session));
	return EFFECT_NONE;
}

static unsigned
step_back(struct panel *panel, struct session *session)
{
	bool redo = session->press.action->by > 0;
	struct arena arena = { 0 };
	struct step *step = NULL;
	struct error error = { 0 };
	enum status status;

	(void)panel;
	if (redo)
		status = programme_redo(session->programme, 1, &arena, &step, &error);
	else
		status = programme_undo(session->programme, 1, &arena, &step, &error);
	if (status == STATUS_OK)
		session_say(session, ROLE_MESSAGE, redo ? "done again: %s" : "taken back: %s",
			step->label);
	else
		session_say(session, ROLE_WARNING, "%s", error.message);
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

/* What the panel offers, else the title of its selected record. */
static unsigned
copy(struct panel *panel, struct session *session)
{
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	const struct type *type;
	int64_t id;

	if (panel->class->copy)
		panel->class->copy(panel, session, &text);
	else if (panel->class->selected && panel->class->selected(panel, &type, &id))
		buffer_append_text(&text, programme_title(session->programme, type, id, &arena));
	if (text.length > 0)
		session_copy(session, buffer_text(&text), text.length);
	else
		session_say(session, ROLE_MESSAGE, "there is nothing to copy here");
	buffer_clear(&text);
	arena_clear(&arena);
	return EFFECT_NONE;
}

static unsigned
switch_mouse(struct panel *panel, struct session *session)
{
	(void)panel;
	session->mouse = !session->mouse;
	preferences_set(&session->preferences, "mouse", session->mouse ? "on" : "off");
	session_say(session, ROLE_MESSAGE,
		session->mouse ? "the mouse selects and scrolls; hold Shift to select text"
			       : "the mouse is the terminal's own again");
	return EFFECT_NONE;
}

/* By name, else the next one. */
static unsigned
switch_theme(struct panel *panel, struct session *session)
{
	enum theme theme = (enum theme)((session->theme + 1) % THEME_COUNT);
	const char *name = session->press.argument;

	(void)panel;
	if (name && !theme_find(name, &theme)) {
		session_say(session, ROLE_WARNING,
			"there is no theme \"%s\": auto dark light contrast colour-blind mono "
			"night paper",
			name);
		return EFFECT_NONE;
	}
	session->theme = theme;
	preferences_set(&session->preferences, "theme", theme_name(theme));
	session_say(session, ROLE_MESSAGE, "theme %s: %s", theme_name(theme), theme_help(theme));
	return EFFECT_NONE;
}

static unsigned
switch_glyphs(struct panel *panel, struct session *session)
{
	(void)panel;
	if (session->ascii && !session->unicode) {
		session_say(session, ROLE_WARNING,
			"the locale of this terminal has only plain letters");
		return EFFECT_NONE;
	}
	desk_set_ascii(desk_of(session), !session->ascii);
	preferences_set(&session->preferences, "glyphs", session->ascii ? "ascii" : "unicode");
	session_say(session, ROLE_MESSAGE,
		session->ascii ? "plain letters" : "lines and marks of Unicode");
	return EFFECT_NONE;
}

static unsigned
prove(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);

	return proof_open(session, at.type, at.id);
}

static unsigned
plan(struct panel *panel, struct session *session)
{
	(void)panel;
	return plan_ask(session);
}

static unsigned export(struct panel *panel, struct session *session)
{
	const struct desk *desk = desk_of(session);

	(void)panel;
	return export_ask(session, desk->tab, desk->pages[desk->tab]);
}

static unsigned
import(struct panel *panel, struct session *session)
{
	const struct desk *desk = desk_of(session);

	(void)panel;
	return import_ask(session, tabs_page_type(tabs_get(desk->tab), desk->pages[desk->tab]));
}

static unsigned
say_how_to_quit(struct panel *panel, struct session *session)
{
	(void)panel;
	session_say(session, ROLE_MESSAGE, "press q to quit; everything is saved");
	return EFFECT_NONE;
}

static unsigned
redraw(struct panel *panel, struct session *session)
{
	(void)panel;
	desk_of(session)->redraw = true;
	return EFFECT_NONE;
}

static unsigned
suspend(struct panel *panel, struct session *session)
{
	(void)panel;
	desk_of(session)->suspend = true;
	return EFFECT_NONE;
}

static unsigned
quit(struct panel *panel, struct session *session)
{
	(void)panel;
	(void)session;
	return EFFECT_QUIT;
}

/* "team links" and "team-links" are the type team_link too. */
static const struct type *
find_type(const char *text)
{
	char word[WORDS_SIZE];

	snprintf(word, sizeof word, "%s", text);
	for (char *at = word; *at; at++)
		if (*at == ' ' || *at == '-')
			*at = '_';
	return type_find(word);
}

/* Cuts "sort influence" in two; NULL: one word. */
static char *
split_argument(char *text)
{
	char *blank = strchr(text, ' ');

	if (!blank)
		return NULL;
	*blank = '\0';
	return blank + 1 + strspn(blank + 1, " ");
}

/* What was typed behind ":" or chosen from the help. */
static unsigned
do_command(struct session *session, const char *typed, void *context)
{
	struct desk *desk = context;
	struct panel *panel = desk->stack[desk->depth - 1];
	struct chain chain = desk_chain(panel->class, panel);
	struct press press = { 0 };
	struct arena arena = { 0 };
	const struct type *type;
	size_t length = strlen(typed);
	char *text;
	bool several;
	int tab, page;
	unsigned effects = EFFECT_NONE;

	text_normalise(&arena, &typed, &length);
	text = arena_copy(&arena, typed, length);
	type = find_type(text);
	if (!type && !tabs_find_page(text, &tab, &page))
		press.argument = split_argument(text);
	press.action = chain_find_name(&chain, text, &several);
	if (length == 0)
		effects = EFFECT_NONE;
	else if (type)
		effects = session_show(session, type, 0);
	else if (tabs_find_page(text, &tab, &page))
		desk_go(desk, tab, page);
	else if (press.action)
		effects = desk_press(desk, &press);
	else
		session_say(session, ROLE_WARNING,
			several ? "several actions begin with \"%s\"; ? lists them"
				: "there is no action or list \"%s\" here; ? lists them",
			text);
	arena_clear(&arena);
	return effects;
}

static unsigned
help(struct panel *panel, struct session *session)
{
	struct chain chain = desk_chain(panel->class, panel);

	return session_open(session, palette_new_help(callback_to(do_command, session), &chain,
					     session_refusal(session)));
}

static unsigned
command(struct panel *panel, struct session *session)
{
	struct chain chain = desk_chain(panel->class, panel);

	return session_open(session, palette_new(callback_to(do_command, session), &chain,
					     session_refusal(session), &desk_of(session)->typed));
}

/* clang-format off */
static const struct keys page_keys = { "on every page", {
	{ "next-page", "Tab Right l", go_page, "the next page of this panel", "next page", 10,
	  .by = 1 },
	{ "previous-page", "Shift-Tab Left h", go_page, "the page before it", .by = -1 },
	{ "control", "0", go_tab, "control room", .by = 0 },
	{ "readiness", "1", go_tab, "readiness: questions and answers", .by = 1 },
	{ "roadmap", "2", go_tab, "roadmap: milestones, evidence, risks, teams", .by = 2 },
	{ "stakeholders", "3", go_tab, "stakeholders and what is done to win them", .by = 3 },
	{ "raci", "4", go_tab, "RACI: who decides what", .by = 4 },
	{ "cadence", "5", go_tab, "cadence: forums, meetings, decisions, blockers", .by = 5 },
	{ "handoff", "6", go_tab, "handoff: what the teams can do alone", .by = 6 },
	{ "playbook", "7", go_tab, "playbook: scripts, workshops, tips", .by = 7 },
	{ "prove", "v", prove, "the evidence of the milestone: claim, accept, send back",
	  .applies = record_is_selected },
	{ "command", ":", command, "do something by its name, or go to a list by its name",
	  "command", 11, .effect = READS },
	{ "plan", "P", plan, "draft the roadmap from readiness, teams and dates, after showing it",
	  .effect = WRITES },
	{ "export", "x", export, "write this list, the register, the roadmap or all into a file",
	  .effect = READS },
	{ "import", "I", import,
	  "read a register, a roadmap or a list from a file, after showing what it would do",
	  .effect = WRITES },
	{ "mouse", "m", switch_mouse, "listen to the mouse, or leave it to the terminal",
	  .effect = READS },
	{ "theme", "", switch_theme,
	  "the next theme, or the one named: auto dark light contrast colour-blind mono night paper",
	  .effect = READS },
	{ "glyphs", "", switch_glyphs, "lines and marks of Unicode, or of plain letters",
	  .effect = READS },
	{ "back", "Esc", go_back, "back to the page you came from", .effect = READS },
	{ "interrupt", "Ctrl-C", say_how_to_quit, "says how to quit", .effect = READS },
	{ "quit", "q", quit, "quit; everything is saved already", "quit", 4, .effect = READS },
} };

static const struct keys whole_keys = { "on every page, and where one fills the screen", {
	{ "undo", "u", step_back, "take the last change back", "undo", 5, .effect = WRITES,
	  .by = -1 },
	{ "redo", "Ctrl-R", step_back, "do again what was taken back", .effect = WRITES, .by = 1 },
	{ "copy", "y", copy, "copy what is selected to the terminal's clipboard", .effect = READS },
	{ "help", "? F1", help, "this help", "help", 3, .effect = READS },
} };

static const struct keys form_keys = { "in a form", {
	{ "help", "F1 Ctrl-X", help, "the keys of the form", "help", 4, .effect = READS },
} };

static const struct keys all_keys = { "everywhere", {
	{ "redraw", "Ctrl-L", redraw, "draw the screen anew", .effect = READS },
	{ "suspend", "Ctrl-Z", suspend, "back to the shell until fg", .effect = READS },
} };
/* clang-format on */

struct chain
desk_chain(const struct panel_class *class, const struct panel *panel)
{
	struct chain chain = { .panel = panel };
	int count = 0;

	while (class->keys[count]) {
		chain.tables[count] = class->keys[count];
		count++;
	}
	if (class->kind == PANEL_PAGE)
		chain.tables[count++] = &page_keys;
	if (class->kind == PANEL_PAGE || class->kind == PANEL_WHOLE)
		chain.tables[count++] = &whole_keys;
	if (class->kind == PANEL_FORM)
		chain.tables[count++] = &form_keys;
	chain.tables[count] = &all_keys;
	return chain;
}
