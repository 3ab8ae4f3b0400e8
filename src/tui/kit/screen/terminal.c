/* SPDX-License-Identifier: MIT */
/*
 * The only file that includes curses (its terminfo apart, terminal_type.c). Must not know what is
 * shown. Curses composes the screen and sends the least that changes it; bytes are read past it
 * (decoder.c), sizes are asked of the kernel when SIGWINCH came, so that no wait can miss one.
 */
#include "terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>

#include "base64.h"
#include "decoder.h"
#include "signals.h"
#include "theme.h"
#include "terminal_type.h"

/* Milliseconds until what was begun is given up: a lone Esc, another sequence, a paste. */
enum { WAIT_KEY = 25, WAIT_SEQUENCE = 300, WAIT_PASTE = 3000 };
enum { READ_SIZE = 4096, SIZE_MOST = 1000, COPY_MOST = 74000 };

struct terminal {
	SCREEN *screen;
	struct decoder decoder;
	struct termios before; /* the terminal's mode when we came */
	struct terminal_modes modes;
	bool mouse;
	int signal_fd;
	int rows, columns;
	int escape_wait;
	int colors;
	enum theme theme;
	bool unicode; /* the locale can show more than ASCII */
	struct canvas_cell *shown; /* what curses was handed last */
	int shown_rows, shown_columns;
	bool shown_all; /* false: all of it must be handed over again */
	bool ascii;
	bool closed;
	attr_t attributes[ROLE_COUNT];
	short pairs[ROLE_COUNT];
};

static bool
is_set(const char *name)
{
	const char *value = getenv(name);

	return value && *value;
}

/* Characters as the person's locale has them; where none is chosen or it does not exist, UTF-8. */
static bool
choose_locale(void)
{
	bool chosen = is_set("LC_ALL") || is_set("LC_CTYPE") || is_set("LANG");

	if (!chosen || !setlocale(LC_CTYPE, ""))
		if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "en_US.UTF-8"))
			setlocale(LC_CTYPE, "");
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static int
color_count(const struct tui_options *options)
{
	if (options->color == TUI_COLOR_NEVER)
		return 0;
	if (options->color == TUI_COLOR_AUTO && is_set("NO_COLOR"))
		return 0;
	if (!has_colors() || start_color() != OK)
		return 0;
	use_default_colors();
	return COLORS;
}

static attr_t
attributes_of(unsigned bits)
{
	attr_t attributes = A_NORMAL;

	if (bits & STYLE_BOLD)
		attributes |= A_BOLD;
	if (bits & STYLE_DIM)
		attributes |= A_DIM;
	if (bits & STYLE_UNDERLINE)
		attributes |= A_UNDERLINE;
	if (bits & STYLE_REVERSE)
		attributes |= A_REVERSE;
	return attributes;
}

static void
learn_styles(struct terminal *terminal)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct style style =
			theme_style(terminal->theme, (enum role)role, terminal->colors);
		bool own = style.foreground < 0 && style.background < 0;
		short pair = (short)(role + 1);

		terminal->attributes[role] = attributes_of(style.bits);
		terminal->pairs[role] = 0;
		if (own || pair >= COLOR_PAIRS)
			continue;
		if (init_pair(pair, style.foreground, style.background) == OK)
			terminal->pairs[role] = pair;
	}
}

static void
read_size(struct terminal *terminal)
{
	struct winsize size;

	terminal->shown_all = false;
	terminal->rows = LINES;
	terminal->columns = COLS;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
		if (is_term_resized(size.ws_row, size.ws_col))
			resizeterm(size.ws_row, size.ws_col);
		terminal->rows = size.ws_row;
		terminal->columns = size.ws_col;
	}
	terminal->rows = larger_of(1, smaller_of(terminal->rows, SIZE_MOST));
	terminal->columns = larger_of(1, smaller_of(terminal->columns, SIZE_MOST));
}

/* All of it: half a sequence would swallow what is shown next. */
static void
send(const struct buffer *bytes)
{
	const char *rest = buffer_text(bytes);
	size_t left = bytes->length;

	while (left > 0) {
		ssize_t written = write(STDOUT_FILENO, rest, left);

		if (written > 0) {
			rest += written;
			left -= (size_t)written;
		} else if (written == 0 || errno != EINTR) {
			return;
		}
	}
}

/* ESCDELAY is in milliseconds, as curses has it. */
static int
escape_wait(void)
{
	const char *text = getenv("ESCDELAY");
	long wait = text ? strtol(text, NULL, 10) : 0;

	return wait > 0 && wait <= 5000 ? (int)wait : WAIT_KEY;
}

static void
set_modes(void)
{
	raw();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	typeahead(-1);
	scrollok(stdscr, FALSE);
}

static void
forget(struct terminal *terminal)
{
	decoder_clear(&terminal->decoder);
	terminal_modes_clear(&terminal->modes);
	free(terminal->shown);
	free(terminal);
}

/* What curses and we changed is changed back; a crash from now on has nothing to restore. */
static void
give_back(struct terminal *terminal)
{
	curs_set(1);
	endwin();
	send(&terminal->modes.paste_off);
	send(&terminal->modes.mouse_off);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->before);
	signals_unguard();
}

/* A crash from now on gives the terminal back. */
static void
guard(const struct terminal *terminal)
{
	signals_guard(&terminal->before, buffer_text(&terminal->modes.restore),
		terminal->modes.restore.length);
}

enum status
terminal_start(const struct tui_options *options, struct terminal **out, struct error *error)
{
	struct terminal *terminal = memory_new(1, sizeof *terminal);
	enum status status = terminal_type_learn(&terminal->modes, error);

	if (status == STATUS_OK && tcgetattr(STDIN_FILENO, &terminal->before) != 0)
		status = error_set(error, STATUS_FAILED, "standard input is not a terminal");
	if (status == STATUS_OK)
		status = signals_start(&terminal->signal_fd, error);
	if (status != STATUS_OK)
		goto out;
	terminal->unicode = choose_locale();
	terminal->ascii = !terminal->unicode || options->ascii;
	terminal->escape_wait = escape_wait();
	guard(terminal);
	terminal->screen = newterm(NULL, stdout, stdin);
	if (!terminal->screen) {
		signals_stop();
		status = error_set(error, STATUS_FAILED, "the terminal cannot be used");
		goto out;
	}
	set_modes();
	terminal->colors = color_count(options);
	learn_styles(terminal);
	read_size(terminal);
	refresh();
	send(&terminal->modes.paste_on);
	*out = terminal;
	return STATUS_OK;
out:
	forget(terminal);
	return status;
}

void
terminal_stop(struct terminal *terminal)
{
	if (!terminal)
		return;
	give_back(terminal);
	delscreen(terminal->screen);
	signals_stop();
	forget(terminal);
}

void
terminal_set_theme(struct terminal *terminal, enum theme theme)
{
	if (terminal->theme == theme)
		return;
	terminal->theme = theme;
	learn_styles(terminal);
	terminal_redraw(terminal);
}

bool
terminal_has_unicode(const struct terminal *terminal)
{
	return terminal->unicode;
}

bool
terminal_is_ascii(const struct terminal *terminal)
{
	return terminal->ascii;
}

void
terminal_size(const struct terminal *terminal, int *rows, int *columns)
{
	*rows = terminal->rows;
	*columns = terminal->columns;
}

bool
terminal_set_mouse(struct terminal *terminal, bool on)
{
	if (terminal->mouse != on)
		send(on ? &terminal->modes.mouse_on : &terminal->modes.mouse_off);
	terminal->mouse = on;
	return terminal->modes.mouse_on.length > 0;
}

bool
terminal_copy(struct terminal *terminal, const char *text, size_t length)
{
	struct buffer bytes = { 0 };

	if (!terminal->modes.clipboard || length > COPY_MOST)
		return false;
	buffer_append_text(&bytes, "\033]52;c;");
	base64_append(&bytes, text, length);
	buffer_append_char(&bytes, '\a');
	send(&bytes);
	buffer_clear(&bytes);
	return true;
}

void
terminal_redraw(struct terminal *terminal)
{
	terminal->shown_all = false;
	clearok(curscr, TRUE);
}

/* Characters that make terminals and libraries disagree about the width of what they join. */
static bool
is_joiner(wchar_t code)
{
	return code == 0x200d || (code >= 0xfe00 && code <= 0xfe0f) ||
	       (code >= 0xe0100 && code <= 0xe01ef);
}

static void
put_wide(const struct terminal *terminal, int row, int column, const wchar_t *text, enum role role)
{
	cchar_t character;

	if (setcchar(&character, text, terminal->attributes[role], terminal->pairs[role], NULL) ==
		OK)
		mvadd_wch(row, column, &character);
}

/*
 * One cluster into as many curses cells as the canvas counted for it. Only what the C library knows
 * a width for is handed to curses, which would otherwise lose count; what does not fit (the later
 * members of a joined emoji) is left out, and cells that stay free are blank.
 */
static void
show_cell(const struct terminal *terminal, int row, int column, const struct canvas_cell *cell)
{
	wchar_t part[CCHARW_MAX + 1] = { 0 };
	mbstate_t state = { 0 };
	const char *text = cell->text;
	int used = 0, start = 0, count = 0;
	size_t bytes;
	wchar_t code;

	while ((bytes = mbrtowc(&code, text, MB_CUR_MAX, &state)) > 0 && bytes <= MB_LEN_MAX) {
		int width = wcwidth(code);

		text += bytes;
		if (width < 0) {
			code = 0xfffd;
			width = 1;
		}
		if (is_joiner(code) || (width > 0 && used + width > cell->width))
			continue;
		if (width > 0) {
			if (count > 0)
				put_wide(terminal, row, column + start, part, cell->role);
			start = used;
			used += width;
			count = 0;
			wmemset(part, 0, CCHARW_MAX + 1);
		}
		if (count < CCHARW_MAX && (width > 0 || count > 0))
			part[count++] = code;
	}
	if (count > 0)
		put_wide(terminal, row, column + start, part, cell->role);
	for (; used < cell->width; used++)
		put_wide(terminal, row, column + used, L" ", cell->role);
}

/* Room for what is shown; of another size nothing is known to be on the screen. */
static void
keep_shown(struct terminal *terminal, const struct canvas *canvas)
{
	if (terminal->shown_rows == canvas->rows && terminal->shown_columns == canvas->columns)
		return;
	terminal->shown_rows = canvas->rows;
	terminal->shown_columns = canvas->columns;
	terminal->shown = memory_resize(terminal->shown,
		(size_t)canvas->rows * (size_t)canvas->columns, sizeof *terminal->shown);
	terminal->shown_all = false;
}

/* Plain characters of one role go out together, which is most of every row; returns how many. */
static int
show_run(struct terminal *terminal, int row, int column, const struct canvas_cell *cells, int most)
{
	char text[SIZE_MOST];
	enum role role = (enum role)cells[0].role;
	int count = 0;

	while (count < most && count < SIZE_MOST && cells[count].role == role &&
		cells[count].text[0] >= ' ' && cells[count].text[0] <= '~' &&
		!cells[count].text[1]) {
		text[count] = cells[count].text[0];
		count++;
	}
	if (count == 0)
		return 0;
	attr_set(terminal->attributes[role], terminal->pairs[role], NULL);
	mvaddnstr(row, column, text, count);
	attr_set(A_NORMAL, 0, NULL);
	return count;
}

/* A row that looks as it did is not handed to curses again: most keys change two of them. */
static void
show_row(struct terminal *terminal, const struct canvas *canvas, int row, int columns)
{
	const struct canvas_cell *cells = canvas_get(canvas, row, 0);
	struct canvas_cell *shown = &terminal->shown[(size_t)row * (size_t)canvas->columns];
	size_t bytes = (size_t)canvas->columns * sizeof *cells;

	if (terminal->shown_all && memcmp(shown, cells, bytes) == 0)
		return;
	memcpy(shown, cells, bytes);
	for (int column = 0; column < columns;) {
		int run = show_run(terminal, row, column, &cells[column], columns - column);

		if (run == 0 && cells[column].width > 0 && column + cells[column].width <= columns)
			show_cell(terminal, row, column, &cells[column]);
		column += larger_of(run, 1);
	}
}

void
terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
	int rows = smaller_of(canvas->rows, LINES);
	int columns = smaller_of(canvas->columns, COLS);

	keep_shown(terminal, canvas);
	for (int row = 0; row < rows; row++)
		show_row(terminal, canvas, row, columns);
	terminal->shown_all = true;
	curs_set(canvas->cursor_visible ? 1 : 0);
	move(smaller_of(canvas->cursor_row, rows - 1),
		smaller_of(canvas->cursor_column, columns - 1));
	refresh();
}

void
terminal_leave(struct terminal *terminal)
{
	signals_lend();
	give_back(terminal);
}

void
terminal_return(struct terminal *terminal)
{
	guard(terminal);
	read_size(terminal);
	clearok(curscr, TRUE);
	refresh();
	send(&terminal->modes.paste_on);
	if (terminal->mouse)
		send(&terminal->modes.mouse_on);
	signals_reclaim();
}

static void
suspend(struct terminal *terminal, bool group)
{
	terminal_leave(terminal);
	signals_suspend(group);
	terminal_return(terminal);
}

void
terminal_suspend(struct terminal *terminal)
{
	suspend(terminal, true);
}

/* What signals ask for; false: nothing. */
static bool
take_signal(struct terminal *terminal, struct input *out)
{
	signals_drain();
	if (signals_ending() != 0) {
		*out = (struct input){ .kind = INPUT_SIGNAL, .code = (uint32_t)signals_ending() };
		return true;
	}
	if (signals_take_stop()) {
		suspend(terminal, false);
		*out = (struct input){ .kind = INPUT_RESIZE };
		return true;
	}
	if (signals_take_continued()) {
		/* Also for this moment Ctrl-C would be a signal again, which nobody means. */
		terminal_leave(terminal);
		terminal_return(terminal);
		*out = (struct input){ .kind = INPUT_RESIZE };
		return true;
	}
	if (signals_take_resize()) {
		read_size(terminal);
		*out = (struct input){ .kind = INPUT_RESIZE };
		return true;
	}
	return false;
}

static void
read_bytes(struct terminal *terminal)
{
	char bytes[READ_SIZE];
	ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);

	if (count > 0)
		decoder_push(&terminal->decoder, bytes, (size_t)count);
	else if (count == 0 || (errno != EINTR && errno != EAGAIN))
		terminal->closed = true;
}

static int
patience(const struct terminal *terminal)
{
	if (terminal->decoder.state == DECODER_PASTE)
		return WAIT_PASTE;
	return decoder_waits_for_key(&terminal->decoder) ? terminal->escape_wait : WAIT_SEQUENCE;
}

bool
terminal_waits(const struct terminal *terminal)
{
	struct pollfd files[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = terminal->signal_fd, .events = POLLIN },
	};

	return terminal->closed || poll(files, 2, 0) > 0;
}

void
terminal_read(struct terminal *terminal, int timeout, struct input *out)
{
	struct pollfd files[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = terminal->signal_fd, .events = POLLIN },
	};

	for (;;) {
		bool waits;
		int ready;

		if (take_signal(terminal, out) || decoder_next(&terminal->decoder, false, out))
			return;
		*out = (struct input){ .kind = INPUT_CLOSED };
		if (terminal->closed)
			return;
		waits = decoder_waits(&terminal->decoder);
		ready = poll(files, 2, waits ? patience(terminal) : timeout);
		if (ready == 0 && waits && decoder_next(&terminal->decoder, true, out))
			return;
		*out = (struct input){ .kind = INPUT_TICK };
		if (ready == 0)
			return;
		if (ready > 0 && files[0].revents != 0)
			read_bytes(terminal);
	}
}
