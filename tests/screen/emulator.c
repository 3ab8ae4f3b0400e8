/* SPDX-License-Identifier: MIT */
/* A pseudo-terminal with libvterm on the other end. Must not know what runs in it. */
#include "emulator.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* libvterm writes past the end of a line of one column when a wide character comes. */
enum { PATIENCE = 10000, STEP = 20, EMULATED = 2 };

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int
set_property(VTermProp property, VTermValue *value, void *context)
{
	struct emulator *emulator = context;

	if (property == VTERM_PROP_ALTSCREEN)
		emulator->alternate = value->boolean;
	return 1;
}

static int
move_cursor(VTermPos position, VTermPos before, int visible, void *context)
{
	struct emulator *emulator = context;

	(void)before;
	(void)visible;
	emulator->cursor = position;
	return 1;
}

static void
start_emulation(struct emulator *emulator)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = set_property,
		.movecursor = move_cursor };

	emulator->vt = vterm_new(emulator->rows, emulator->columns);
	vterm_set_utf8(emulator->vt, 1);
	emulator->screen = vterm_obtain_screen(emulator->vt);
	vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
	vterm_screen_enable_altscreen(emulator->screen, 1);
	vterm_screen_reset(emulator->screen, 1);
}

static void
run_child(const struct emulator *emulator, char *const *argv)
{
	setsid();
	ioctl(emulator->line, TIOCSCTTY, 0);
	for (int i = 0; i < 3; i++)
		dup2(emulator->line, i);
	close(emulator->line);
	close(emulator->terminal);
	execvp(argv[0], argv);
	_exit(127);
}

void
emulator_start(struct emulator *emulator, int rows, int columns, char *const *argv)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	*emulator = (struct emulator){ .rows = rows, .columns = columns };
	assert_int_equal(openpty(&emulator->terminal, &emulator->line, NULL, NULL, &size), 0);
	assert_int_equal(tcgetattr(emulator->line, &emulator->before), 0);
	start_emulation(emulator);
	emulator->child = fork();
	assert_true(emulator->child >= 0);
	if (emulator->child == 0)
		run_child(emulator, argv);
	fcntl(emulator->terminal, F_SETFL, O_NONBLOCK);
}

static void
answer(struct emulator *emulator)
{
	char bytes[256];
	size_t length;

	while ((length = vterm_output_read(emulator->vt, bytes, sizeof bytes)) > 0)
		if (write(emulator->terminal, bytes, length) < 0)
			return;
}

/* Whether something was read. */
static bool
read_output(struct emulator *emulator, int milliseconds)
{
	struct pollfd file = { .fd = emulator->terminal, .events = POLLIN };
	char bytes[65536];
	ssize_t length;

	if (poll(&file, 1, milliseconds) <= 0)
		return false;
	length = read(emulator->terminal, bytes, sizeof bytes);
	if (length <= 0)
		return false;
	buffer_append(&emulator->output, bytes, (size_t)length);
	vterm_input_write(emulator->vt, bytes, (size_t)length);
	vterm_screen_flush_damage(emulator->screen);
	answer(emulator);
	return true;
}

/* The letter behind the name of the command, which is in parentheses; '\0': it is gone. */
static char
process_state(pid_t process)
{
	char path[64], line[512];
	const char *name_end;
	ssize_t length;
	int file;

	snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
	file = open(path, O_RDONLY);
	if (file < 0)
		return '\0';
	length = read(file, line, sizeof line - 1);
	close(file);
	line[length > 0 ? length : 0] = '\0';
	name_end = strrchr(line, ')');
	return name_end && name_end[1] == ' ' ? name_end[2] : '\0';
}

/* Keys lie unread, or the command runs, waits for the processor or for the disk. */
static bool
is_busy(const struct emulator *emulator)
{
	char state = process_state(emulator->child);
	int unread = 0;

	if (state == 'R' || state == 'D')
		return true;
	return state == 'S' && ioctl(emulator->line, FIONREAD, &unread) == 0 && unread > 0;
}

void
emulator_settle(struct emulator *emulator, int milliseconds)
{
	int64_t end = now() + PATIENCE;

	while (read_output(emulator, milliseconds) || (is_busy(emulator) && now() < end))
		;
}

static void
send(struct emulator *emulator, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(emulator->terminal, bytes, length);

		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
		read_output(emulator, 0);
	}
}

/* Behind Esc, the report that a terminal has the focus, which means nothing to the command: if Esc
 * was not taken for a key of its own yet, it is now. */
void
emulator_type(struct emulator *emulator, const char *keys)
{
	static const char focus[] = "\033[I";
	size_t length = strlen(keys);

	if (length == 0)
		return;
	if (emulator->escaped)
		send(emulator, focus, sizeof focus - 1);
	emulator->escaped = keys[length - 1] == '\033';
	send(emulator, keys, length);
}

void
emulator_resize(struct emulator *emulator, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	emulator_settle(emulator, STEP);
	emulator->rows = rows;
	emulator->columns = columns;
	vterm_set_size(emulator->vt, rows, columns < EMULATED ? EMULATED : columns);
	assert_int_equal(ioctl(emulator->line, TIOCSWINSZ, &size), 0);
	emulator_settle(emulator, 5 * STEP);
}

static void
append_row(struct emulator *emulator, int row)
{
	size_t end = emulator->text.length;

	for (int column = 0; column < emulator->columns; column++) {
		VTermPos position = { row, column };
		VTermRect cell = { row, row + 1, column, column + 1 };
		char bytes[64];
		size_t length = vterm_screen_get_text(emulator->screen, bytes, sizeof bytes, cell);
		VTermScreenCell info;

		vterm_screen_get_cell(emulator->screen, position, &info);
		if (info.chars[0] == 0)
			buffer_append_char(&emulator->text, ' ');
		else if (info.chars[0] != (uint32_t)-1)
			buffer_append(&emulator->text, bytes, length);
		if (info.chars[0] != 0 && info.chars[0] != ' ')
			end = emulator->text.length;
	}
	emulator->text.length = end;
	buffer_append_char(&emulator->text, '\n');
}

const char *
emulator_text(struct emulator *emulator)
{
	buffer_reset(&emulator->text);
	for (int row = 0; row < emulator->rows; row++)
		append_row(emulator, row);
	return buffer_text(&emulator->text);
}

bool
emulator_shows(struct emulator *emulator, const char *text)
{
	return strstr(emulator_text(emulator), text) != NULL;
}

/* cmocka cuts a message off where a screen is not over yet. */
static void
fail_showing(struct emulator *emulator, const char *text, const char *what)
{
	fprintf(stderr, "%s", emulator_text(emulator));
	fail_msg("\"%s\" %s the screen", text, what);
}

static void
wait_until(struct emulator *emulator, const char *text, bool there)
{
	int64_t end = now() + PATIENCE;

	while (emulator_shows(emulator, text) != there) {
		if (now() > end)
			fail_showing(emulator, text, there ? "is not on" : "does not leave");
		read_output(emulator, STEP);
	}
}

void
emulator_wait(struct emulator *emulator, const char *text)
{
	wait_until(emulator, text, true);
}

void
emulator_wait_gone(struct emulator *emulator, const char *text)
{
	wait_until(emulator, text, false);
}

int
emulator_end(struct emulator *emulator)
{
	int64_t end = now() + PATIENCE;
	int status = 0;

	while (waitpid(emulator->child, &status, WNOHANG) == 0) {
		if (now() > end)
			fail_msg("it does not end:\n%s", emulator_text(emulator));
		read_output(emulator, STEP);
	}
	emulator->child = 0;
	emulator_settle(emulator, STEP);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

/*
 * As the command said last. The emulator is not asked: it restores the cursor's visibility with its
 * place, which other terminals do not.
 */
bool
emulator_cursor_is_visible(const struct emulator *emulator)
{
	static const char mode[] = "\033[?25";
	const char *at = buffer_text(&emulator->output);
	bool visible = true;

	while ((at = strstr(at, mode)) != NULL) {
		at += sizeof mode - 1;
		visible = *at == 'h';
	}
	return visible;
}

void
emulator_assert_restored(struct emulator *emulator)
{
	struct termios after;

	assert_int_equal(tcgetattr(emulator->line, &after), 0);
	assert_false(emulator->alternate);
	assert_true(emulator_cursor_is_visible(emulator));
	assert_int_equal(after.c_iflag, emulator->before.c_iflag);
	assert_int_equal(after.c_oflag, emulator->before.c_oflag);
	assert_int_equal(after.c_cflag, emulator->before.c_cflag);
	assert_int_equal(after.c_lflag, emulator->before.c_lflag);
	assert_memory_equal(after.c_cc, emulator->before.c_cc, sizeof after.c_cc);
	assert_non_null(strstr(buffer_text(&emulator->output), "\033[?2004l"));
}

void
emulator_clear(struct emulator *emulator)
{
	if (emulator->child > 0) {
		kill(emulator->child, SIGKILL);
		waitpid(emulator->child, NULL, 0);
	}
	close(emulator->terminal);
	close(emulator->line);
	vterm_free(emulator->vt);
	buffer_clear(&emulator->output);
	buffer_clear(&emulator->text);
}
