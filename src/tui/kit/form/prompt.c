/* SPDX-License-Identifier: MIT */
/*
 * A line asked of the person at the foot of the screen. Must not know what becomes of it.
 */
#include "prompt.h"

#include <stdlib.h>
#include <string.h>

#include "complete_path.h"
#include "line.h"

enum { TEXT_MOST = 1000, PATH_MOST = 4000 };

struct prompt {
	struct panel panel;
	struct callback callback;
	void (*typed)(struct session *session, const char *text, void *context); /* or NULL */
	char *label;
	bool path;
	bool passing; /* what is typed is worth nothing unless it is answered */
	bool warned; /* that Esc, once more, drops what was typed */
	char *before; /* the text it began with */
	struct line line;
	int row, columns;
};

static int
label_cells(const struct prompt *prompt, struct canvas *canvas)
{
	return canvas_width(canvas, prompt->label) + 1;
}

static void
prompt_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct prompt *prompt = (struct prompt *)panel;

	(void)session;
	(void)content;
	prompt->row = screen.rows >= 8 ? screen.rows - 2 : screen.rows - 1;
	prompt->columns = screen.columns;
}

static void
prompt_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct prompt *prompt = (const struct prompt *)panel;
	int used = label_cells(prompt, canvas);

	(void)session;
	canvas_blank(canvas, (struct area){ prompt->row, 0, 1, canvas->columns }, ROLE_TEXT);
	canvas_put(canvas, prompt->row, 1, used, ROLE_KEY, prompt->label);
	line_draw(&prompt->line, canvas, prompt->row, used + 1, canvas->columns - used - 2, true);
}

static void
show(const struct prompt *prompt, struct session *session, const char *text)
{
	if (prompt->typed)
		prompt->typed(session, text, prompt->callback.context);
}

/* As far as all that begin so go on alike; what they are is said where it is more than one. */
static unsigned
complete(struct panel *panel, struct session *session)
{
	struct prompt *prompt = (struct prompt *)panel;
	struct buffer path = { 0 }, names = { 0 };

	prompt->warned = false;
	buffer_append_text(&path, line_text(&prompt->line));
	if (complete_path(&path, &names))
		line_set(&prompt->line, buffer_text(&path), path.length);
	if (names.length > 0)
		session_say(session, ROLE_MESSAGE, "%s", buffer_text(&names));
	buffer_clear(&path);
	buffer_clear(&names);
	return EFFECT_NONE;
}

static bool
would_lose(const struct prompt *prompt)
{
	const char *text = line_text(&prompt->line);

	return !prompt->passing && !prompt->typed && text[strspn(text, " ")] != '\0' &&
	       strcmp(text, prompt->before) != 0;
}

/* A box would be in the way of a single line: the key itself, once more, is the answer. */
static unsigned
cancel(struct panel *panel, struct session *session)
{
	struct prompt *prompt = (struct prompt *)panel;

	if (would_lose(prompt) && !prompt->warned) {
		prompt->warned = true;
		session_say(session, ROLE_WARNING,
			"not kept yet: Enter keeps what you typed, Esc once more drops it");
		return EFFECT_NONE;
	}
	show(prompt, session, prompt->before);
	return EFFECT_BACK;
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct prompt *prompt = (struct prompt *)panel;

	return session_answer(session, &prompt->callback, line_text(&prompt->line));
}

static bool
is_path(const struct panel *panel)
{
	return ((const struct prompt *)panel)->path;
}

static unsigned
prompt_type(struct panel *panel, struct session *session, const struct input *input)
{
	struct prompt *prompt = (struct prompt *)panel;

	if (input->kind == INPUT_BACKSPACE && line_length(&prompt->line) == 0)
		return cancel(panel, session);
	prompt->warned = false;
	if (line_handle(&prompt->line, input))
		show(prompt, session, line_text(&prompt->line));
	return EFFECT_NONE;
}

static void
prompt_settle(struct panel *panel, struct session *session)
{
	struct prompt *prompt = (struct prompt *)panel;

	(void)session;
	line_layout(&prompt->line, larger_of(prompt->columns - 20, 1));
}

static void
prompt_free(struct panel *panel)
{
	struct prompt *prompt = (struct prompt *)panel;

	callback_clear(&prompt->callback);
	line_clear(&prompt->line);
	free(prompt->before);
	free(prompt->label);
	free(prompt);
}

/* clang-format off */
static const struct keys prompt_keys = { "where a line is typed", {
	{ "accept", "Enter", accept, "accept what is typed", "accept", 1, .effect = READS },
	{ "cancel", "Esc Ctrl-C", cancel, "leave it; a line that was typed in, pressed twice",
	  "cancel", 2, .effect = READS },
	{ "complete", "Tab", complete, "complete the name of a file", .applies = is_path },
} };
/* clang-format on */

const struct panel_class prompt_class = {
	.kind = PANEL_LINE,
	.keys = { &prompt_keys },
	.layout = prompt_layout,
	.draw = prompt_draw,
	.type = prompt_type,
	.settle = prompt_settle,
	.free = prompt_free,
};

bool
prompt_holds(const char *text)
{
	return !strchr(text, '\n') && strlen(text) <= TEXT_MOST / 2;
}

static struct prompt *
create(struct callback callback, const char *label, const char *text)
{
	struct prompt *prompt = memory_new(1, sizeof *prompt);

	prompt->panel.class = &prompt_class;
	prompt->callback = callback_copy(callback);
	prompt->label = memory_copy_text(label, strlen(label));
	prompt->before = memory_copy_text(text, strlen(text));
	prompt->line.limit = TEXT_MOST;
	line_set(&prompt->line, text, strlen(text));
	return prompt;
}

unsigned
prompt_ask(struct session *session, struct callback callback, const char *label)
{
	return prompt_ask_text(session, callback, label, "");
}

unsigned
prompt_ask_text(
	struct session *session, struct callback callback, const char *label, const char *text)
{
	return session_open(session, &create(callback, label, text)->panel);
}

unsigned
prompt_ask_passing(struct session *session, struct callback callback, const char *label)
{
	struct prompt *prompt = create(callback, label, "");

	prompt->passing = true;
	return session_open(session, &prompt->panel);
}

unsigned
prompt_ask_live(struct session *session, struct callback callback,
	void (*typed)(struct session *session, const char *text, void *context), const char *label,
	const char *text)
{
	struct prompt *prompt = create(callback, label, text);

	prompt->typed = typed;
	return session_open(session, &prompt->panel);
}

unsigned
prompt_ask_path(
	struct session *session, struct callback callback, const char *label, const char *text)
{
	struct prompt *prompt = create(callback, label, text);

	prompt->path = true;
	prompt->line.limit = PATH_MOST;
	return session_open(session, &prompt->panel);
}
