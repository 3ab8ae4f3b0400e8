/* SPDX-License-Identifier: MIT */
/* Where the fields of a form stand, and how they look. */
#ifndef ROLLOUT_TUI_FORM_VIEW_H
#define ROLLOUT_TUI_FORM_VIEW_H

#include "form_fields.h"

struct form_view {
	const char *title;
	struct area area;
	int label_width;
	int rows; /* for fields */
	int help_rows; /* below them; 0: no room */
	int first; /* the field at the top */
};

/* Settles what is in sight, so that the current field is; also inside its line. */
void form_view_layout(struct form_view *view, struct form_fields *fields, struct area area);
/* The field that stands in that row of the screen, with what is wrong with it; -1: none. */
int form_view_field(const struct form_view *view, const struct form_fields *fields, int row);
void form_view_draw(const struct form_view *view, const struct form_fields *fields, day today,
	struct canvas *canvas);

#endif
