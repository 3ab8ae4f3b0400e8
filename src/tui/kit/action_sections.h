/* SPDX-License-Identifier: MIT */
/*
 * The parts of the table of actions: a file actions_*.c for each kind of place. Where two rows
 * share a key in one scope the first wins, so what is particular to a page stands in actions.c
 * before what all pages share.
 */
#ifndef ROLLOUT_TUI_ACTION_SECTIONS_H
#define ROLLOUT_TUI_ACTION_SECTIONS_H

#include "actions.h"

struct action_section {
	const struct action_info *rows;
	size_t count;
};

extern const struct action_section actions_control;
extern const struct action_section actions_list;
extern const struct action_section actions_log;
extern const struct action_section actions_round;
extern const struct action_section actions_roadmap;
extern const struct action_section actions_matrix;
extern const struct action_section actions_grid;
extern const struct action_section actions_cadence;
extern const struct action_section actions_handoff;
extern const struct action_section actions_transfer;
extern const struct action_section actions_proof;
extern const struct action_section actions_record;
extern const struct action_section actions_form;
extern const struct action_section actions_overlay;
extern const struct action_section actions_page;

#endif
