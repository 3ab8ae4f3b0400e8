/* SPDX-License-Identifier: MIT */
/*
 * The event loop: inputs to the desk, the desk to the terminal. Must not know a panel. All inputs
 * that wait are handled before the screen is drawn once, so that a held key never lags behind.
 */
#include "rollout/tui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "desk_actions.h"
#include "import_preview.h"
#include "replaced.h"
#include "tui/kit/screen/terminal.h"

enum {
	TWICE = 400, /* milliseconds between two presses that belong together */
	TICK = 1000, /* milliseconds between two looks at the file */
	BREATH = 8, /* without a key before a page goes on reading */
	PAUSE = 200, /* without a key before the rules are run */
	INPUTS_MOST = 500, /* handled before the screen is drawn in any case */
	LARGE_FILE = 16 << 20, /* bytes: the rules are run only when asked for */
};

struct loop {
	struct desk desk;
	struct terminal *terminal;
	int64_t version;
	int64_t looked; /* when at the file, in milliseconds */
	int64_t pressed; /* when the mouse was, in milliseconds, and where */
	struct mouse press;
	int signal;
	bool closed;
	bool works; /* the page has more to read */
	int adrift; /* looks in a row at which the file was not in its place */
	int asked; /* the desk's depth with the question about that; 0: there was none */
};

static int64_t
now(void)
{
	struct timespec time = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool
is_large(const struct programme *programme)
{
	struct stat file;

	return stat(programme_path(programme), &file) == 0 && file.st_size > LARGE_FILE;
}

/* What somebody else has just done is told, on a line of its own below what is there to read. */
static void
tell_change(struct session *session)
{
	struct arena arena = { 0 };
	struct step step;
	struct error ignored = { 0 };
	size_t length = strcspn(session->message, "\n");
	const char *news;

	if (programme_newest_step(session->programme, &arena, &step, &ignored) != STATUS_OK)
		return;
	if (step.state == STEP_UNDONE || step.state == STEP_DROPPED)
		news = arena_format(&arena, "%s took back: %s",
			step.undone_by ? step.undone_by : step.who, step.label);
	else if (step.redone_by)
		news = arena_format(&arena, "%s did again: %s", step.redone_by, step.label);
	else
		news = arena_format(&arena, "%s: %s", step.who, step.label);
	if (length == 0)
		session_say(session, ROLE_NOTICE, "%s", news);
	else
		snprintf(session->message + length, sizeof session->message - length, "\n%s", news);
	arena_clear(&arena);
}

/* Whether something else stands where the file was: it is asked about until that is settled. What
 * replaces a file may delete it first, for a moment. */
static bool
is_adrift(struct loop *loop)
{
	struct session *session = &loop->desk.session;
	enum programme_place place = programme_look(session->programme);

	loop->adrift = place == PROGRAMME_THERE ? 0 : loop->adrift + 1;
	if (loop->adrift == 0)
		loop->asked = 0;
	else if ((place == PROGRAMME_REPLACED || loop->adrift > 1) &&
		 (loop->asked == 0 || loop->desk.depth < loop->asked)) {
		desk_apply(&loop->desk, replaced_ask(session, place));
		loop->asked = loop->desk.depth;
	}
	return loop->adrift > 0;
}

/* Another process may have changed the file, and another day begun. */
static bool
look_at_file(struct loop *loop)
{
	struct session *session = &loop->desk.session;
	int64_t version;
	bool changed, tomorrow;

	if (now() - loop->looked < TICK)
		return false;
	loop->looked = now();
	if (is_adrift(loop))
		return true;
	version = programme_version(session->programme);
	changed = version != loop->version;
	tomorrow = programme_renew_today(session->programme);
	if (!changed && !tomorrow)
		return false;
	loop->version = version;
	loop->works = true;
	desk_reload(&loop->desk);
	if (changed)
		tell_change(session);
	return true;
}

static bool
wants_findings(const struct loop *loop)
{
	return !loop->desk.session.findings.fresh && !loop->desk.session.findings.slow;
}

static bool
run_rules(struct loop *loop)
{
	struct session *session = &loop->desk.session;
	struct error error = { 0 };

	if (!wants_findings(loop))
		return false;
	if (findings_refresh(&session->findings, session->programme, &error) != STATUS_OK)
		session_fail(session, &error);
	return true;
}

static bool
is_typing(void *context)
{
	return terminal_waits(context);
}

/* Nothing is asked of the terminal: time for what was put off. */
static bool
use_time(struct loop *loop)
{
	if (loop->adrift > 0)
		return false;
	if (!loop->works)
		return run_rules(loop);
	loop->works = desk_work(&loop->desk);
	return true;
}

/* A page reads on between two keys; the rules wait until nobody types. */
static int
patience(const struct loop *loop)
{
	if (loop->adrift > 0)
		return TICK;
	if (loop->works)
		return BREATH;
	return wants_findings(loop) ? PAUSE : TICK;
}

static void
fit(struct loop *loop)
{
	int rows, columns;

	terminal_size(loop->terminal, &rows, &columns);
	desk_resize(&loop->desk, rows, columns);
}

/* Hands what was copied to the terminal's clipboard and says so. */
static void
copy(struct loop *loop)
{
	struct session *session = &loop->desk.session;

	session->copies = false;
	if (terminal_copy(
		    loop->terminal, buffer_text(&session->clipboard), session->clipboard.length))
		session_say(session, ROLE_MESSAGE, "sent to the terminal's clipboard: %s",
			buffer_text(&session->clipboard));
	else
		session_say(session, ROLE_WARNING, "this terminal takes nothing into a clipboard");
}

/* The person's editor has the terminal meanwhile. */
static void
write_text(struct loop *loop)
{
	unsigned effects;

	terminal_leave(loop->terminal);
	effects = writing_run(&loop->desk.session);
	terminal_return(loop->terminal);
	fit(loop);
	desk_apply(&loop->desk, effects);
}

/* What the desk asked for that only the terminal can do. */
static void
serve(struct loop *loop)
{
	if (loop->desk.suspend) {
		terminal_suspend(loop->terminal);
		fit(loop);
	}
	if (loop->desk.session.writing.wanted)
		write_text(loop);
	if (loop->desk.redraw)
		terminal_redraw(loop->terminal);
	if (loop->desk.session.copies)
		copy(loop);
	terminal_set_theme(loop->terminal, loop->desk.session.theme);
	if (!terminal_set_mouse(loop->terminal, loop->desk.session.mouse))
		loop->desk.session.mouse = false;
	loop->desk.suspend = false;
	loop->desk.redraw = false;
}

/* Two presses at one place soon after each other are one that counts twice. */
static struct input
count_presses(struct loop *loop, const struct input *input)
{
	struct mouse mouse = input_mouse(input);
	int64_t time = now();

	mouse.twice = mouse.kind == MOUSE_PRESS && time - loop->pressed < TWICE &&
		      mouse.row == loop->press.row && mouse.column == loop->press.column;
	loop->pressed = mouse.twice ? 0 : time;
	loop->press = mouse;
	return input_from_mouse(&mouse);
}

static void
handle(struct loop *loop, const struct input *input)
{
	struct input press;

	switch (input->kind) {
	case INPUT_RESIZE: fit(loop); break;
	case INPUT_CLOSED: loop->closed = true; break;
	case INPUT_SIGNAL: loop->signal = (int)input->code; break;
	case INPUT_NONE:
	case INPUT_TICK: break;
	case INPUT_MOUSE:
		press = count_presses(loop, input);
		desk_input(&loop->desk, &press);
		serve(loop);
		break;
	case INPUT_CHARACTER:
	case INPUT_CONTROL:
	case INPUT_ALT:
	case INPUT_ENTER:
	case INPUT_TAB:
	case INPUT_BACK_TAB:
	case INPUT_ESCAPE:
	case INPUT_BACKSPACE:
	case INPUT_DELETE:
	case INPUT_INSERT:
	case INPUT_UP:
	case INPUT_DOWN:
	case INPUT_LEFT:
	case INPUT_RIGHT:
	case INPUT_WORD_LEFT:
	case INPUT_WORD_RIGHT:
	case INPUT_HOME:
	case INPUT_END:
	case INPUT_PAGE_UP:
	case INPUT_PAGE_DOWN:
	case INPUT_FUNCTION:
	case INPUT_PASTE:
		desk_input(&loop->desk, input);
		serve(loop);
		break;
	}
}

static bool
ends(const struct loop *loop)
{
	return loop->desk.quit || loop->closed || loop->signal != 0;
}

/* Waits for something, handles all that came; false: nothing changed on the screen. */
static bool
take_inputs(struct loop *loop)
{
	struct input input;
	bool changed = false;

	terminal_read(loop->terminal, patience(loop), &input);
	if (input.kind == INPUT_TICK)
		changed = use_time(loop);
	else
		loop->works = true;
	for (int i = 0; input.kind != INPUT_TICK && i < INPUTS_MOST && !ends(loop); i++) {
		handle(loop, &input);
		changed = true;
		terminal_read(loop->terminal, 0, &input);
	}
	if (input.kind != INPUT_TICK && !ends(loop)) {
		handle(loop, &input);
		changed = true;
	}
	return !ends(loop) && (look_at_file(loop) || changed);
}

static void
run(struct loop *loop)
{
	fit(loop);
	do {
		desk_draw(&loop->desk);
		terminal_show(loop->terminal, &loop->desk.canvas);
		while (!ends(loop) && !take_inputs(loop))
			;
	} while (!ends(loop));
}

/* What was chosen last time, unless the command line says otherwise. */
static void
take_preferences(struct loop *loop, const struct tui_options *options)
{
	struct session *session = &loop->desk.session;
	const struct preferences *chosen = &session->preferences;

	preferences_load(&session->preferences, options->state_folder);
	(void)theme_find(preferences_get(chosen, "theme"), &session->theme);
	session->unicode = terminal_has_unicode(loop->terminal);
	session->mouse = !options->no_mouse && strcmp(preferences_get(chosen, "mouse"), "off") != 0;
	if (!session->ascii && strcmp(preferences_get(chosen, "glyphs"), "ascii") == 0)
		desk_set_ascii(&loop->desk, true);
}

enum status
tui_run(struct programme *programme, const struct tui_options *options, struct error *error)
{
	struct loop *loop = memory_new(1, sizeof *loop);
	enum status status = terminal_start(options, &loop->terminal, error);
	int ended_by;

	if (status != STATUS_OK) {
		free(loop);
		return status;
	}
	desk_init(&loop->desk, programme, terminal_is_ascii(loop->terminal), is_large(programme));
	take_preferences(loop, options);
	loop->desk.session.waits = is_typing;
	loop->desk.session.waits_context = loop->terminal;
	loop->works = true;
	serve(loop);
	loop->version = programme_version(programme);
	if (options->notice)
		session_say(&loop->desk.session, ROLE_NOTICE, "%s", options->notice);
	if (options->import)
		desk_open(&loop->desk,
			import_preview_new(&loop->desk.session, options->import, NULL));
	if (programme_notices(programme)[0])
		session_say(&loop->desk.session, ROLE_WARNING, "%s", programme_notices(programme));
	run(loop);
	ended_by = loop->signal;
	desk_clear(&loop->desk);
	terminal_stop(loop->terminal);
	free(loop);
	if (options->ended_by)
		*options->ended_by = ended_by;
	else if (ended_by != 0)
		exit(128 + ended_by);
	return STATUS_OK;
}

enum { TABLES_MOST = 64 };

/* What is a panel's own first, then what several share; each once. */
static size_t
list_tables(const struct keys *out[TABLES_MOST])
{
	size_t count = 0;
	const struct panel_class *class;

	for (int shared = 0; shared < 2; shared++) {
		for (size_t i = 0; (class = tabs_class(i)) != NULL; i++) {
			struct chain chain = desk_chain(class, NULL);

			for (int j = shared; j < (shared ? CHAIN_MOST : 1) && chain.tables[j];
				j++) {
				size_t at = 0;

				while (at < count && out[at] != chain.tables[j])
					at++;
				if (at == count && count < TABLES_MOST)
					out[count++] = chain.tables[j];
			}
		}
	}
	return count;
}

void
tui_each_key(void (*tell)(void *context, const char *where, const char *keys, const char *name,
		     const char *help),
	void *context)
{
	const struct keys *tables[TABLES_MOST];
	size_t count = list_tables(tables);
	char keys[KEYS_NAMED];

	for (size_t i = 0; i < count; i++) {
		const char *where = tables[i] ? tables[i]->where : NULL;

		/* All tables of one place together. */
		for (size_t j = i; where && j < count; j++) {
			const struct chain chain = { .tables = { tables[j] } };
			const struct action *action;
			struct chain_at at = { 0 };

			if (!tables[j] || strcmp(tables[j]->where, where) != 0)
				continue;
			while ((action = chain_next(&chain, &at)) != NULL) {
				chain_name_keys(&chain, action, keys);
				tell(context, where, keys, action->name, action->help);
			}
			tables[j] = NULL;
		}
	}
}
