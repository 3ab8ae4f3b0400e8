/* SPDX-License-Identifier: MIT */
/*
 * The least list there is: stakeholders by name with the columns the program shows, paged by key,
 * on bare ncurses, and the place of the cursor below them. j and k move, the page keys scroll, q
 * quits. Everything that waits is read before one paint. `floor_list FILE`
 */
#include <curses.h>
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

enum { ROWS_MOST = 500, NAME = 200 };

static struct row {
	sqlite3_int64 id;
	char name[NAME], group[24], owner[NAME], attitude[24], contact[24];
	int influence;
} rows[ROWS_MOST];
static int count, selected;
static long long first, total;

static sqlite3_stmt *
prepare(sqlite3 *database, const char *way, const char *order)
{
	char sql[512];
	sqlite3_stmt *statement = NULL;

	snprintf(sql, sizeof sql,
		"SELECT s.*, (SELECT o.name FROM stakeholder o WHERE o.id = s.owner) FROM "
		"stakeholder s WHERE (s.name, s.id) %s (?1, ?2) ORDER BY s.name %s, s.id %s LIMIT "
		"?3",
		way, order, order);
	sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
	return statement;
}

static void
copy(sqlite3_stmt *statement, int column, char *out, size_t size)
{
	const unsigned char *text = sqlite3_column_text(statement, column);

	snprintf(out, size, "%s", text ? (const char *)text : "");
}

/* The columns that the program shows at this width. */
static void
read_row(sqlite3_stmt *statement, struct row *row)
{
	int owner = sqlite3_column_count(statement) - 1;

	row->id = sqlite3_column_int64(statement, 0);
	copy(statement, 2, row->name, NAME);
	copy(statement, 7, row->group, sizeof row->group);
	copy(statement, owner, row->owner, NAME);
	copy(statement, 9, row->attitude, sizeof row->attitude);
	copy(statement, 20, row->contact, sizeof row->contact);
	row->influence = sqlite3_column_int(statement, 11);
}

static int
fetch(sqlite3_stmt *statement, const struct row *from, int limit, struct row *out)
{
	int got = 0;

	sqlite3_bind_text(statement, 1, from ? from->name : "", -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 2, from ? from->id : 0);
	sqlite3_bind_int(statement, 3, limit);
	while (sqlite3_step(statement) == SQLITE_ROW) {
		read_row(statement, &out[got++]);
	}
	sqlite3_reset(statement);
	return got;
}

static long long
count_all(sqlite3 *database)
{
	sqlite3_stmt *statement = NULL;
	long long number;

	sqlite3_prepare_v2(database, "SELECT count(*) FROM stakeholder", -1, &statement, NULL);
	sqlite3_step(statement);
	number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return number;
}

static void
draw(void)
{
	erase();
	for (int i = 0; i < count; i++) {
		if (i == selected)
			attron(A_REVERSE);
		mvprintw(i, 0, "    %-36.36s  %-9s  %5d      %-17.17s  %-21.21s  %-13.13s",
			rows[i].name, rows[i].attitude, rows[i].influence, rows[i].group,
			rows[i].owner, rows[i].contact);
		attroff(A_REVERSE);
	}
	mvprintw(LINES - 1, 0, "%lld of %lld", first + selected + 1, total);
	move(selected, 0);
	refresh();
}

static void
go_down(sqlite3_stmt *next, int by)
{
	struct row more[ROWS_MOST];
	int got;

	selected += by;
	if (selected < count)
		return;
	got = fetch(next, &rows[count - 1], selected - count + 1, more);
	memmove(rows, rows + got, (size_t)(count - got) * sizeof *rows);
	memcpy(rows + count - got, more, (size_t)got * sizeof *rows);
	selected = count - 1;
	first += got;
}

int
main(int words, char **word)
{
	sqlite3 *database;
	sqlite3_stmt *next;
	int key;

	if (words != 2 ||
		sqlite3_open_v2(word[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		return 2;
	next = prepare(database, ">", "ASC");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	count = fetch(next, NULL, LINES < ROWS_MOST ? LINES - 1 : ROWS_MOST, rows);
	for (draw(); (key = getch()) != 'q'; draw()) {
		/* The first screen does not wait for it. */
		if (total == 0)
			total = count_all(database);
		nodelay(stdscr, TRUE);
		do {
			if (key == 'j')
				go_down(next, 1);
			else if (key == KEY_NPAGE)
				go_down(next, count - 1);
			else if (key == 'k' && selected > 0)
				selected--;
		} while ((key = getch()) != ERR && key != 'q');
		nodelay(stdscr, FALSE);
		if (key == 'q')
			break;
	}
	endwin();
	sqlite3_finalize(next);
	sqlite3_close(database);
	return 0;
}
