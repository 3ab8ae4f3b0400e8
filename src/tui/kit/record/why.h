/* SPDX-License-Identifier: MIT */
/*
 * Why something is shown as it is, in a box: principle 1 of product.md, "every verdict explains
 * itself".
 */
#ifndef ROLLOUT_TUI_WHY_H
#define ROLLOUT_TUI_WHY_H

#include "tui/kit/panel.h"

/*
 * What the rule book says about the record, what put it on the roadmap, and what else is derived:
 * of a team its place, of a milestone how its forecast has slipped, of a phase or workstream the
 * suggested confidence. *out stays NULL where there is nothing to say. title: of the record.
 */
enum status STATUS_CHECKED why_new(struct session *session, const struct type *type, int64_t id,
	const char *title, struct panel **out, struct error *error);
/* Paragraphs, one a line of text, with what the rule book found beside them. Copied. */
struct panel *why_new_text(
	const char *title, const char *text, const struct finding *const *findings, size_t count);

#endif
