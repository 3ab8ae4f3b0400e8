/* SPDX-License-Identifier: MIT */
/*
 * The eight panels of the frame and the pages of each: a picture of several kinds of records, or
 * the list of one type. Every type of the dictionary has exactly one home; a test proves it. A new
 * page is a file and a row in tabs.c.
 */
#ifndef ROLLOUT_TUI_TABS_H
#define ROLLOUT_TUI_TABS_H

#include "tui/kit/panel.h"

enum { TAB_COUNT = 8, TAB_PAGES_MAX = 20 };

struct tab_page {
	const char *name; /* as a person calls it; NULL: the plural of type */
	const char *type; /* the records that are at home there; NULL: none in particular */
	const struct page *page; /* NULL: the list of type */
};

struct tab {
	const char *title;
	const char *short_title; /* where there is less room */
	struct tab_page pages[TAB_PAGES_MAX]; /* one without name and type ends them */
};

const struct tab *tabs_get(int index);
int tabs_count_pages(const struct tab *tab);
/* NULL: of no type. */
const struct type *tabs_page_type(const struct tab *tab, int page);
/* What a person calls the page: "timeline", "team links". */
const char *tabs_page_name(const struct tab *tab, int page);
/* A new panel for it; the caller owns it. */
struct panel *tabs_create_page(const struct tab *tab, int page, const struct place *place);
/* Where the type is at home. */
void tabs_find(const struct type *type, int *tab, int *page);
/* The page of that name ("slip chart", also typed slip-chart); false: there is none. */
bool tabs_find_page(const char *name, int *tab, int *page);

/* The classes of all panels there are, of the pages first, some more than once; NULL: no more. */
const struct panel_class *tabs_class(size_t index);

#endif
