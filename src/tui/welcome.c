/* SPDX-License-Identifier: MIT */
/*
 * The welcome: a list of ways to begin and a line to answer in. There is no programme yet, so it
 * has a small loop of its own instead of the desk's.
 */
#include "rollout/tui/welcome.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/complete_path.h"
#include "tui/kit/form/line.h"
#include "tui/kit/lines.h"
#include "tui/kit/screen/terminal.h"

enum { WIDTH_MOST = 76, WAIT = 1000, WAYS = 5 };

static const struct way {
	enum welcome_choice choice;
	char key;
	const char *title, *text;
} ways[WAYS] = {
	{ WELCOME_SAMPLE, 's', "Look around in the sample",
		"a care company ten weeks into its rollout, in a file of its own" },
	{ WELCOME_NEW, 'n', "Start a new programme",
		"with questions for the diagnosis, workstreams, risks, forums and a playbook" },
	{ WELCOME_IMPORT, 'i', "Import a stakeholder register",
		"JSON or CSV into a new programme, looked at before it is written" },
	{ WELCOME_OPEN, 'o', "Open a programme file", "that lies somewhere else" },
	{ WELCOME_LEAVE, 'q', "Quit", "and come back later" },
};

/* What is being asked in the line at the foot. */
enum asked { ASKED_NOTHING, ASKED_NAME, ASKED_REGISTER, ASKED_FILE };

struct screen {
	struct terminal *terminal;
	struct canvas canvas;
	struct welcome *out;
	const char *why;
	int selected;
	enum asked asked;
	struct line line;
	struct buffer hint; /* what a path could go on with, or what is wrong with it */
	bool warned; /* that Esc, once more, drops what was typed */
	bool done;
	int signal;
};

static const char *
label_of(enum asked asked)
{
	switch (asked) {
	case ASKED_NOTHING: break;
	case ASKED_NAME: return "name of the programme:";
	case ASKED_REGISTER: return "file of the register:";
	case ASKED_FILE: return "programme file:";
	}
	return "";
}

/* What helps where a line is typed. */
static const char *
hint_of(const struct screen *screen)
{
	if (screen->hint.length > 0)
		return buffer_text(&screen->hint);
	return screen->asked == ASKED_NAME ? "Enter goes on, Esc goes back"
					   : "Enter goes on, Esc goes back, Tab completes a file";
}

static void
draw_ways(struct screen *screen, int row, int column, int columns)
{
	struct canvas *canvas = &screen->canvas;

	for (int i = 0; i < WAYS && row < canvas->rows - 2; i++) {
		char key[2] = { ways[i].key, '\0' };
		int used;

		canvas_put(canvas, row, column + 2, 1, ROLE_KEY, key);
		used = canvas_put(canvas, row, column + 5, columns - 6, ROLE_TEXT, ways[i].title);
		if (i == screen->selected) {
			canvas_mark(
				canvas, row, column, smaller_of(columns, used + 7), ROLE_SELECTED);
			canvas_put(canvas, row, column, 1, ROLE_SELECTED,
				glyph_text(canvas->ascii, GLYPH_POINTER));
			canvas_cursor(canvas, row, column, false);
		}
		row++;
		if (canvas->rows >= 22)
			canvas_put(
				canvas, row++, column + 5, columns - 6, ROLE_MUTED, ways[i].text);
	}
}

static void
draw(struct screen *screen)
{
	struct canvas *canvas = &screen->canvas;
	int columns = smaller_of(canvas->columns - 2, WIDTH_MOST);
	int column = larger_of((canvas->columns - columns) / 2, 0),
	    row = canvas->rows >= 12 ? 1 : 0;
	struct lines lines = { 0 };

	canvas_wipe(canvas);
	canvas_put(canvas, row++, column, columns, ROLE_TITLE,
		"rollout: plan an OKR rollout, and see early where it slips");
	lines_wrap(&lines, ROLE_MUTED, larger_of(columns, 10), 0, screen->why);
	for (size_t i = 0; i < lines.count && canvas->rows >= 12 && i < 3; i++)
		canvas_put(canvas, row++, column, columns, ROLE_MUTED, lines.items[i].text);
	lines_clear(&lines);
	draw_ways(screen, row + (canvas->rows >= 12 ? 1 : 0), column, columns);
	if (screen->asked != ASKED_NOTHING) {
		int at = column +
			 canvas_put(canvas, canvas->rows - 2, column, columns, ROLE_KEY,
				 label_of(screen->asked)) +
			 1;

		line_draw(&screen->line, canvas, canvas->rows - 2, at,
			larger_of(column + columns - at, 1), true);
		canvas_put(canvas, canvas->rows - 1, column, columns, ROLE_MUTED, hint_of(screen));
	} else {
		canvas_put(canvas, canvas->rows - 1, column, columns, ROLE_MUTED,
			"Enter chooses; inside, ? lists the keys and u takes anything back");
	}
	terminal_show(screen->terminal, canvas);
}

static void
ask(struct screen *screen, enum asked asked)
{
	screen->asked = asked;
	buffer_reset(&screen->hint);
	line_set(&screen->line, "", 0);
	line_layout(&screen->line, larger_of(screen->canvas.columns - 30, 1));
}

static void
choose(struct screen *screen, enum welcome_choice choice)
{
	screen->out->choice = choice;
	switch (choice) {
	case WELCOME_LEAVE:
	case WELCOME_SAMPLE: screen->done = true; break;
	case WELCOME_NEW: ask(screen, ASKED_NAME); break;
	case WELCOME_IMPORT: ask(screen, ASKED_REGISTER); break;
	case WELCOME_OPEN: ask(screen, ASKED_FILE); break;
	}
}

/* An empty answer changes nothing, and a file that cannot be read is not gone on with: nothing has
 * been made yet that would have to be thrown away. */
static void
take_line(struct screen *screen)
{
	struct buffer path = { 0 };
	const char *text = line_text(&screen->line), *fault;

	buffer_reset(&screen->hint);
	if (!*text)
		return;
	if (screen->asked == ASKED_NAME) {
		snprintf(screen->out->text, sizeof screen->out->text, "%s", text);
		screen->done = true;
		return;
	}
	complete_path_expand(text, &path);
	snprintf(screen->out->file, sizeof screen->out->file, "%s", buffer_text(&path));
	buffer_clear(&path);
	if ((fault = complete_path_fault(screen->out->file)) != NULL)
		buffer_format(&screen->hint, "%s: %s", text, fault);
	else if (screen->asked == ASKED_REGISTER)
		ask(screen, ASKED_NAME);
	else
		screen->done = true;
}

static void
complete(struct screen *screen)
{
	struct buffer path = { 0 };

	buffer_append_text(&path, line_text(&screen->line));
	buffer_reset(&screen->hint);
	if (complete_path(&path, &screen->hint))
		line_set(&screen->line, buffer_text(&path), path.length);
	buffer_clear(&path);
}

static bool
is_key(const struct input *input, enum input_kind kind, uint32_t code)
{
	return input->kind == kind && (code == 0 || input->code == code);
}

static void
cancel(struct screen *screen)
{
	if (*line_text(&screen->line) && !screen->warned) {
		screen->warned = true;
		buffer_reset(&screen->hint);
		buffer_append_text(&screen->hint, "Esc once more drops what you typed");
		return;
	}
	screen->asked = ASKED_NOTHING;
	screen->warned = false;
}

static void
handle_line(struct screen *screen, const struct input *input)
{
	bool cancels = is_key(input, INPUT_ESCAPE, 0) || is_key(input, INPUT_CONTROL, 'c');

	if (screen->warned && !cancels)
		buffer_reset(&screen->hint);
	screen->warned = screen->warned && cancels;
	if (cancels)
		cancel(screen);
	else if (is_key(input, INPUT_ENTER, 0))
		take_line(screen);
	else if (is_key(input, INPUT_TAB, 0) && screen->asked != ASKED_NAME)
		complete(screen);
	else
		line_handle(&screen->line, input);
	line_layout(&screen->line, larger_of(screen->canvas.columns - 30, 1));
}

static void
handle_list(struct screen *screen, const struct input *input)
{
	if (is_key(input, INPUT_UP, 0) || is_key(input, INPUT_CHARACTER, 'k'))
		screen->selected = larger_of(screen->selected - 1, 0);
	else if (is_key(input, INPUT_DOWN, 0) || is_key(input, INPUT_CHARACTER, 'j'))
		screen->selected = smaller_of(screen->selected + 1, WAYS - 1);
	else if (is_key(input, INPUT_ENTER, 0))
		choose(screen, ways[screen->selected].choice);
	else if (is_key(input, INPUT_CONTROL, 'z'))
		terminal_suspend(screen->terminal);
	for (int i = 0; i < WAYS; i++) {
		if (!is_key(input, INPUT_CHARACTER, (uint32_t)ways[i].key))
			continue;
		screen->selected = i;
		choose(screen, ways[i].choice);
	}
}

static void
fit(struct screen *screen)
{
	int rows, columns;

	terminal_size(screen->terminal, &rows, &columns);
	canvas_resize(&screen->canvas, rows, columns);
}

static void
run(struct screen *screen)
{
	struct input input;

	fit(screen);
	draw(screen);
	while (!screen->done && screen->signal == 0) {
		terminal_read(screen->terminal, WAIT, &input);
		if (input.kind == INPUT_TICK || input.kind == INPUT_NONE)
			continue;
		if (input.kind == INPUT_SIGNAL)
			screen->signal = (int)input.code;
		else if (input.kind == INPUT_CLOSED)
			choose(screen, WELCOME_LEAVE);
		else if (input.kind == INPUT_RESIZE)
			fit(screen);
		else if (screen->asked != ASKED_NOTHING)
			handle_line(screen, &input);
		else
			handle_list(screen, &input);
		draw(screen);
	}
}

enum status
welcome_run(const struct tui_options *options, const char *why, struct welcome *out,
	struct error *error)
{
	struct screen screen = { .out = out, .why = why };
	enum status status = terminal_start(options, &screen.terminal, error);

	*out = (struct welcome){ .choice = WELCOME_LEAVE };
	if (status != STATUS_OK)
		return status;
	screen.canvas.ascii = terminal_is_ascii(screen.terminal);
	screen.line.limit = WELCOME_FILE - 1;
	run(&screen);
	if (!screen.done)
		out->choice = WELCOME_LEAVE;
	terminal_stop(screen.terminal);
	canvas_clear(&screen.canvas);
	line_clear(&screen.line);
	buffer_clear(&screen.hint);
	if (options->ended_by)
		*options->ended_by = screen.signal;
	return STATUS_OK;
}
