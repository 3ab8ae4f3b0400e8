/* SPDX-License-Identifier: MIT */
/*
 * The eight panels of the frame and the types of records each is home to. Every type of the
 * dictionary has exactly one home; a test proves it.
 */
#ifndef ROLLOUT_TUI_TABS_H
#define ROLLOUT_TUI_TABS_H

#include "rollout/model/type.h"

enum { TAB_COUNT = 8, TAB_TYPES_MAX = 16 };

struct tab {
	const char *title;
	const char *short_title; /* where there is less room */
	const char *overview; /* name of a first page that is no list; NULL: none */
	const char *types[TAB_TYPES_MAX]; /* names, NULL behind the last but one */
};

const struct tab *tabs_get(int index);
/* Pages: the overview where there is one, then the types. */
int tabs_count_pages(const struct tab *tab);
/* NULL: the overview. */
const struct type *tabs_page_type(const struct tab *tab, int page);
/* What a person calls the page: "team links". */
const char *tabs_page_name(const struct tab *tab, int page);
/* Where the type is at home. */
void tabs_find(const struct type *type, int *tab, int *page);

#endif
