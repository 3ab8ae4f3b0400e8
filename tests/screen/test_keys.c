/* SPDX-License-Identifier: MIT */
/*
 * What the tables of keys say is so, on every page of every panel, of the sample and of a programme
 * with nothing in it: the footer offers what works, what writes does not where nothing may be
 * written, and whatever has a name can be done by it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample.h"
#include "tui/desk_actions.h"

/* TODAY: 2026-11-22, as for all that runs here. */
enum { ROWS = 30, COLUMNS = 200, TODAY = 20779, NAMES_MOST = 128 };

struct office {
	char path[SAMPLE_PATH_SIZE];
	struct programme *programme;
	struct desk desk;
	const struct panel_class *done; /* of the page before */
};

static int
open_office(struct office *office)
{
	const struct programme_options options = { .who = "tester", .today = TODAY };
	struct error error = { 0 };

	assert_int_equal(
		programme_open(office->path, &options, &office->programme, &error), STATUS_OK);
	desk_init(&office->desk, office->programme, false, false);
	desk_resize(&office->desk, ROWS, COLUMNS);
	return 0;
}

static int
setup(void **state)
{
	struct office *office = *state = memory_new(1, sizeof *office);

	sample_create(office->path);
	return open_office(office);
}

static int
setup_empty(void **state)
{
	struct office *office = *state = memory_new(1, sizeof *office);

	sample_create(office->path);
	unlink(office->path);
	assert_int_equal(sample_run(office->path, "new", "Nothing yet", "--bare", NULL), 0);
	return open_office(office);
}

static int
teardown(void **state)
{
	struct office *office = *state;

	desk_clear(&office->desk);
	programme_close(office->programme);
	unlink(office->path);
	free(office);
	return 0;
}

static struct panel *
top(const struct desk *desk)
{
	return desk->stack[desk->depth - 1];
}

/* All that waits for time is read, as when nobody types. */
static void
look(struct desk *desk)
{
	desk->session.findings.slow = false;
	for (int i = 0; i < 100 && desk_work(desk); i++)
		;
	desk_draw(desk);
}

/* Without what the last action has opened. */
static void
go(struct desk *desk, int tab, int page)
{
	while (desk->depth > 1)
		desk_apply(desk, EFFECT_BACK);
	desk_go(desk, tab, page);
	look(desk);
}

static void
each_page(struct office *office, void (*check)(struct office *office, const char *name))
{
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		for (int page = 0; page < tabs_count_pages(tabs_get(tab)); page++) {
			go(&office->desk, tab, page);
			check(office, tabs_page_name(tabs_get(tab), page));
		}
	}
}

/* The names of all that can be done on the page; they outlive it. */
static int
list_names(const struct desk *desk, const char *names[NAMES_MOST])
{
	struct chain chain = desk_chain(top(desk)->class, top(desk));
	const struct action *action;
	struct chain_at at = { 0 };
	int count = 0;

	while ((action = chain_next(&chain, &at)) != NULL && count < NAMES_MOST)
		names[count++] = action->name;
	return count;
}

static bool
is_offered(const struct desk *desk, const struct action *action)
{
	for (int i = 0; i < desk->spots.count; i++)
		if (desk->spots.items[i].kind == SPOT_ACTION &&
			desk->spots.items[i].action == action)
			return true;
	return false;
}

/* In a screen as wide as this all of it is there. */
static void
check_footer(struct office *office, const char *name)
{
	struct desk *desk = &office->desk;
	struct chain chain = desk_chain(top(desk)->class, top(desk));
	const struct action *action;
	struct chain_at at = { 0 };
	char keys[KEYS_NAMED];
	int offered = 0;

	while ((action = chain_next(&chain, &at)) != NULL) {
		bool wanted;

		chain_name_keys(&chain, action, keys);
		wanted = action->hint && keys[0] != '\0' &&
			 !(desk->session.read_only && action->effect == WRITES);
		if (is_offered(desk, action) != wanted)
			fail_msg("%s: %s", name, action->name);
		offered += wanted ? 1 : 0;
	}
	for (int i = 0; i < desk->spots.count; i++)
		offered -= desk->spots.items[i].kind == SPOT_ACTION ? 1 : 0;
	assert_int_equal(offered, 0);
}

static void
the_footer_offers_what_works(void **state)
{
	struct office *office = *state;

	each_page(office, check_footer);
	office->desk.session.read_only = true;
	each_page(office, check_footer);
}

/* All that is on the screen, and where the cursor is. */
static void
read_screen(const struct desk *desk, struct buffer *out)
{
	const struct canvas *canvas = &desk->canvas;

	for (int i = 0; i < ROWS * COLUMNS; i++) {
		const struct canvas_cell *cell = canvas_get(canvas, i / COLUMNS, i % COLUMNS);

		buffer_format(out, "%s/%d", cell->text, (int)cell->role);
	}
	buffer_format(out, "%d,%d", canvas->cursor_row, canvas->cursor_column);
}

/* A key that is offered changes what is seen, or says why not. */
static void
check_hint(struct office *office, const struct action *action)
{
	struct desk *desk = &office->desk;
	const struct press press = { .action = action };
	struct buffer before = { 0 }, after = { 0 };
	bool said;

	read_screen(desk, &before);
	desk->session.message[0] = '\0';
	desk_apply(desk, desk_press(desk, &press));
	said = desk->session.message[0] != '\0' || desk->quit;
	desk->quit = false;
	look(desk);
	read_screen(desk, &after);
	if (!said && strcmp(buffer_text(&before), buffer_text(&after)) == 0)
		fail_msg("%s does nothing", action->name);
	buffer_clear(&before);
	buffer_clear(&after);
}

static void
check_hints(struct office *office, const char *name)
{
	struct desk *desk = &office->desk;
	int tab = desk->tab, page = desk->pages[tab];
	const struct action *offered[NAMES_MOST];
	int count = 0;

	(void)name;
	if (top(desk)->class == office->done)
		return;
	office->done = top(desk)->class;
	for (int i = 0; i < desk->spots.count; i++)
		if (desk->spots.items[i].kind == SPOT_ACTION)
			offered[count++] = desk->spots.items[i].action;
	for (int i = 0; i < count; i++) {
		go(desk, tab, page);
		if (is_offered(desk, offered[i]))
			check_hint(office, offered[i]);
	}
}

static void
what_the_footer_offers_does_something(void **state)
{
	each_page(*state, check_hints);
}

static unsigned
do_named(struct desk *desk, const char *name, bool *found)
{
	struct chain chain = desk_chain(top(desk)->class, top(desk));
	bool several;
	const struct press press = { .action = chain_find_name(&chain, name, &several) };

	desk->session.message[0] = '\0';
	*found = press.action != NULL;
	return *found ? desk_press(desk, &press) : (unsigned)EFFECT_NONE;
}

static int64_t
newest_step(struct office *office)
{
	struct arena arena = { 0 };
	struct step step = { 0 };
	struct error error = { 0 };

	assert_int_equal(
		programme_newest_step(office->programme, &arena, &step, &error), STATUS_OK);
	arena_clear(&arena);
	return step.id;
}

static void
check_refusals(struct office *office, const char *name)
{
	struct desk *desk = &office->desk;
	struct chain chain = desk_chain(top(desk)->class, top(desk));
	const int64_t step = newest_step(office);
	const struct action *action;
	struct chain_at at = { 0 };

	while ((action = chain_next(&chain, &at)) != NULL) {
		const struct press press = { .action = action };

		if (action->effect != WRITES)
			continue;
		desk->session.message[0] = '\0';
		if (desk_press(desk, &press) != EFFECT_NONE ||
			!strstr(desk->session.message, "reading only"))
			fail_msg("%s: %s writes", name, action->name);
	}
	assert_int_equal(newest_step(office), step);
}

static void
nothing_is_written_where_it_may_not(void **state)
{
	struct office *office = *state;

	office->desk.session.read_only = true;
	each_page(office, check_refusals);
}

/* Behind ":" there is no key that was pressed, and nothing need be selected. Of lists in a row the
 * first will do. */
static void
check_names(struct office *office, const char *name)
{
	struct desk *desk = &office->desk;
	const char *names[NAMES_MOST];
	int tab = desk->tab, page = desk->pages[tab], count = list_names(desk, names), done = 0;

	(void)name;
	if (top(desk)->class == office->done)
		return;
	office->done = top(desk)->class;
	for (int i = 0; i < count; i++) {
		bool found;

		go(desk, tab, page);
		desk_apply(desk, do_named(desk, names[i], &found));
		done += found ? 1 : 0;
		desk_draw(desk);
	}
	assert_true(count > 30 && done > count / 2);
	assert_true(desk->quit && desk->suspend && desk->redraw);
	desk->quit = desk->suspend = desk->redraw = false;
}

static void
what_has_a_name_is_done_by_it(void **state)
{
	each_page(*state, check_names);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_footer_offers_what_works, setup, teardown),
		cmocka_unit_test_setup_teardown(
			the_footer_offers_what_works, setup_empty, teardown),
		cmocka_unit_test_setup_teardown(
			what_the_footer_offers_does_something, setup, teardown),
		cmocka_unit_test_setup_teardown(
			what_the_footer_offers_does_something, setup_empty, teardown),
		cmocka_unit_test_setup_teardown(
			nothing_is_written_where_it_may_not, setup, teardown),
		cmocka_unit_test_setup_teardown(what_has_a_name_is_done_by_it, setup, teardown),
		cmocka_unit_test_setup_teardown(
			what_has_a_name_is_done_by_it, setup_empty, teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
