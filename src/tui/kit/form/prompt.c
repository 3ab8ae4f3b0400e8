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
	line_layout(&prompt->line, larger_of(prompt->columns - 20, 1));
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
complete(struct prompt *prompt, struct session *session)
{
	struct buffer path = { 0 }, names = { 0 };

	buffer_append_text(&path, line_text(&prompt->line));
	if (complete_path(&path, &names))
		line_set(&prompt->line, buffer_text(&path), path.length);
	if (names.length > 0)
		session_say(session, ROLE_MESSAGE, "%s", buffer_text(&names));
	line_layout(&prompt->line, larger_of(prompt->columns - 20, 1));
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
cancel(struct prompt *prompt, struct session *session)
{
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
prompt_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct prompt *prompt = (struct prompt *)panel;
	bool emptied = press->input->kind == INPUT_BACKSPACE && line_length(&prompt->line) == 0;

	if (press->action == ACTION_CANCEL || emptied)
		return cancel(prompt, session);
	prompt->warned = false;
	if (press->action == ACTION_ACCEPT)
		return session_answer(session, &prompt->callback, line_text(&prompt->line));
	if (prompt->path && press->input->kind == INPUT_TAB)
		return complete(prompt, session);
	if (!line_handle(&prompt->line, press->input))
		return EFFECT_IGNORED;
	line_layout(&prompt->line, larger_of(prompt->columns - 20, 1));
	show(prompt, session, line_text(&prompt->line));
	return EFFECT_NONE;
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

static const struct panel_class prompt_class = {
	.scope = SCOPE_PROMPT,
	.layout = prompt_layout,
	.draw = prompt_draw,
	.handle = prompt_handle,
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
