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
#include "tui/panels/roadmap/plan_actions.h"
#include "tui/kit/record/record_actions.h"
#include "tui/panels/roadmap/proof_page.h"
#include "tui/kit/record/record_details.h"
#include "import_preview.h"
#include "palette.h"
#include "tui/kit/label_words.h"

static void
next_page(struct desk *desk, int by)
{
	int pages = tabs_count_pages(tabs_get(desk->tab));

	desk_go(desk, desk->tab, (desk->pages[desk->tab] + by + pages) % pages);
}

static unsigned
step_back(struct desk *desk, bool redo)
{
	struct session *session = &desk->session;
	struct arena arena = { 0 };
	struct step *step = NULL;
	struct error error = { 0 };
	enum status status;

	if (session_refuses(session))
		return EFFECT_NONE;
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

/* What is done with the selected record is the same everywhere. */
static unsigned
act_on_record(struct session *session, enum action action, const struct panel *panel)
{
	const struct type *type;
	const int64_t *ids;
	int64_t id;
	size_t count;

	if (!panel->class->selected || !panel->class->selected(panel, &type, &id))
		return EFFECT_NONE;
	if (action == ACTION_EDIT)
		return record_edit(session, type, id);
	if (action == ACTION_WHY)
		return record_why(session, type, id);
	if (action == ACTION_PROVE)
		return proof_open(session, type, id);
	if (action == ACTION_DETAILS)
		return session_open(session, record_details_new(session, type, id));
	if (action == ACTION_EDITOR)
		return record_write(session, type, id);
	if (panel->class->marked && (count = panel->class->marked(panel, &ids)) > 0)
		return record_ask_delete(session, type, ids, count);
	return record_ask_delete(session, type, &id, 1);
}

/* What the panel offers, else the title of its selected record. */
static unsigned
copy(struct session *session, const struct panel *panel)
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

static void
switch_mouse(struct session *session)
{
	session->mouse = !session->mouse;
	preferences_set(&session->preferences, "mouse", session->mouse ? "on" : "off");
	session_say(session, ROLE_MESSAGE,
		session->mouse ? "the mouse selects and scrolls; hold Shift to select text"
			       : "the mouse is the terminal's own again");
}

/* By name, else the next one. */
static void
switch_theme(struct session *session, const char *name)
{
	enum theme theme = (enum theme)((session->theme + 1) % THEME_COUNT);

	if (name && !theme_find(name, &theme)) {
		session_say(session, ROLE_WARNING,
			"there is no theme \"%s\": auto dark light contrast colour-blind mono "
			"night paper",
			name);
		return;
	}
	session->theme = theme;
	preferences_set(&session->preferences, "theme", theme_name(theme));
	session_say(session, ROLE_MESSAGE, "theme %s: %s", theme_name(theme), theme_help(theme));
}

static void
switch_glyphs(struct desk *desk)
{
	struct session *session = &desk->session;

	if (session->ascii && !session->unicode) {
		session_say(session, ROLE_WARNING,
			"the locale of this terminal has only plain letters");
		return;
	}
	desk_set_ascii(desk, !session->ascii);
	preferences_set(&session->preferences, "glyphs", session->ascii ? "ascii" : "unicode");
	session_say(session, ROLE_MESSAGE,
		session->ascii ? "plain letters" : "lines and marks of Unicode");
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

static unsigned
run_action(struct desk *desk, enum action action, const char *argument)
{
	const struct input none = { .kind = INPUT_NONE };
	const struct press press = { .action = action, .input = &none, .argument = argument };

	return desk_press(desk, &press);
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
	unsigned scope = desk->stack[desk->depth - 1]->class->scope;
	struct arena arena = { 0 };
	const struct type *type;
	size_t length = strlen(typed);
	char *text;
	char *argument = NULL;
	enum action action;
	bool several;
	int tab, page;
	unsigned effects = EFFECT_NONE;

	text_normalise(&arena, &typed, &length);
	text = arena_copy(&arena, typed, length);
	type = find_type(text);
	if (!type && !tabs_find_page(text, &tab, &page))
		argument = split_argument(text);
	action = actions_find_name(scope, text, &several);
	if (length == 0)
		effects = EFFECT_NONE;
	else if (type)
		effects = session_show(session, type, 0);
	else if (tabs_find_page(text, &tab, &page))
		desk_go(desk, tab, page);
	else if (action != ACTION_NONE)
		effects = run_action(desk, action, argument);
	else
		session_say(session, ROLE_WARNING,
			several ? "several actions begin with \"%s\"; ? lists them"
				: "there is no action or list \"%s\" here; ? lists them",
			text);
	arena_clear(&arena);
	return effects;
}

unsigned
desk_act(struct desk *desk, const struct press *press, const struct panel *panel)
{
	enum action action = press->action;
	struct session *session = &desk->session;

	if (action >= ACTION_PANEL_0 && action <= ACTION_PANEL_7) {
		int tab = (int)action - ACTION_PANEL_0;

		desk_go(desk, tab, desk->pages[tab]);
		return EFFECT_NONE;
	}
	if (action == ACTION_EDIT || action == ACTION_WHY || action == ACTION_DELETE ||
		action == ACTION_PROVE || action == ACTION_DETAILS || action == ACTION_EDITOR)
		return act_on_record(session, action, panel);
	if (action == ACTION_COPY)
		return copy(session, panel);
	if (action == ACTION_PLAN)
		return plan_ask(session);
	if (action == ACTION_EXPORT)
		return export_ask(session, desk->tab, desk->pages[desk->tab]);
	if (action == ACTION_IMPORT)
		return import_ask(
			session, tabs_page_type(tabs_get(desk->tab), desk->pages[desk->tab]));
	if (action == ACTION_NEXT_PAGE)
		next_page(desk, 1);
	else if (action == ACTION_PREVIOUS_PAGE)
		next_page(desk, -1);
	else if (action == ACTION_BACK)
		desk_go_back(desk);
	else if (action == ACTION_UNDO || action == ACTION_REDO)
		return step_back(desk, action == ACTION_REDO);
	else if (action == ACTION_HELP)
		return session_open(
			session, palette_new_help(callback_to(do_command, desk),
					 panel->class->scope, session_refusal(session)));
	else if (action == ACTION_COMMAND)
		return session_open(
			session, palette_new(callback_to(do_command, desk), panel->class->scope,
					 session_refusal(session), &desk->typed));
	else if (action == ACTION_MOUSE)
		switch_mouse(session);
	else if (action == ACTION_THEME)
		switch_theme(session, press->argument);
	else if (action == ACTION_GLYPHS)
		switch_glyphs(desk);
	else if (action == ACTION_INTERRUPT)
		session_say(session, ROLE_MESSAGE, "press q to quit; everything is saved");
	else if (action == ACTION_REDRAW)
		desk->redraw = true;
	else if (action == ACTION_SUSPEND)
		desk->suspend = true;
	else if (action == ACTION_QUIT)
		return EFFECT_QUIT;
	return EFFECT_NONE;
}
