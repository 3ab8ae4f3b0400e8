/* SPDX-License-Identifier: MIT */
/*
 * What a list panel keeps, shared by the files that make it: list.c (keys), list_load.c (reading),
 * list_find.c (order and search), list_filter.c (which rows), list_cells.c (marks and the cell
 * under the cursor); and by pages that are a list with something beside it.
 */
#ifndef ROLLOUT_TUI_LIST_STATE_H
#define ROLLOUT_TUI_LIST_STATE_H

#include "tui/kit/panel.h"
#include "list_rows.h"

enum { MARKS_MOST = 10000 };

struct list {
	struct panel panel;
	struct list_rows rows;
	struct area area; /* of the header and the rows */
	int64_t wanted; /* the record to stand on at the next load; 0: none */
	bool stale; /* the rows are to be read from the start while nobody types */
	struct buffer search;
	char filter[FILTER_SIZE]; /* as typed; "": none */
	char fault[ERROR_MESSAGE_SIZE]; /* what is wrong with it; "": nothing */
	char notice[FILTER_SIZE + 64]; /* what is filtered, to be read at any time */
	struct query conditions; /* what it means; rows.filter points here */
	struct arena words; /* of the conditions */
	int64_t *marks;
	size_t mark_count;
};

/* A list of the type; list is zero. Pages that show something beside it begin with a struct list.
 */
void list_init(struct list *list, const struct panel_class *class, const struct type *type,
	const struct place *place);
/* Frees the list itself too. */
void list_free(struct panel *panel);
extern const struct keys list_keys;
/* What a list does as a panel; see panel.h, also for the ones below. */
void list_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen);
void list_draw(const struct panel *panel, const struct session *session, struct canvas *canvas);
void list_position(const struct panel *panel, char out[POSITION_SIZE]);
const char *list_notice(const struct panel *panel);
bool list_selected(const struct panel *panel, const struct type **type, int64_t *id);
size_t list_marked(const struct panel *panel, const int64_t **ids);
bool list_go(struct panel *panel, struct session *session, const struct type *type, int64_t id);
void list_keep(const struct panel *panel, struct place *out);
bool list_beyond(struct panel *panel, struct session *session, int row);
bool list_locate(struct panel *panel, const struct session *session, const struct mouse *mouse,
	int *row, int *column);
void list_copy(const struct panel *panel, struct session *session, struct buffer *out);
void list_settle(struct panel *panel, struct session *session);
void list_reload(struct panel *panel, struct session *session);
bool list_work(struct panel *panel, struct session *session);

/* The selected row; NULL: there is none. */
const struct row *list_row(const struct list *list);
/* Tells what went wrong; what somebody cut short by typing is begun again later. */
void list_tell(struct session *session, enum status status, const struct error *error);
/* Puts the cursor where the rows have theirs. */
void list_follow(struct list *list);
/* The same columns as before leave the rows as they are. */
void list_choose_columns(struct list *list, struct session *session);
/* Reads the rows around the wanted record, or where the cursor stood. */
void list_load(struct list *list, struct session *session);
/* The same where that is cheap, else it is put off. */
void list_read(struct list *list, struct session *session);

/* To the next row with the text that was typed last, or the one before. */
void list_search(struct list *list, struct session *session, bool backwards);
/* To that record; at the next layout or reload if the list has no rows yet. */
void list_stand_on(struct list *list, struct session *session, int64_t id);
/* Shows only what the text lets through. Where it makes no sense the rows stay, and it is said. */
void list_filter_set(struct list *list, struct session *session, const char *text);

/* Takes the marks away from records that are gone. */
void list_prune_marks(struct list *list, struct session *session);
bool list_is_marked(const struct list *list, int64_t id);
/*
 * Actions of list_keys, for panels that begin with a list. Sorts by the column of the cell, or the
 * field named behind the action; by -1: turns the order round. To the next row that has what was
 * looked for last, or (-1) the one before.
 */
unsigned list_sort(struct panel *panel, struct session *session);
unsigned list_search_on(struct panel *panel, struct session *session);
/* Marks or unmarks the selected row; all rows of the filter, or none where there are some. */
unsigned list_mark(struct panel *panel, struct session *session);
unsigned list_mark_all(struct panel *panel, struct session *session);
/* To the record that the cell names; where it names none, the row is edited. */
unsigned list_open_cell(struct panel *panel, struct session *session);
/* Asks for a new value of the cell, in all marked records where there are some. */
unsigned list_change_cell(struct panel *panel, struct session *session);
/* The value before or behind the one there is. */
unsigned list_step_cell(struct panel *panel, struct session *session);

#endif
