/* SPDX-License-Identifier: MIT */
/*
 * Which file a call is about, and the folders of this user.
 */
#ifndef ROLLOUT_CLI_LOCATE_H
#define ROLLOUT_CLI_LOCATE_H

#include "rollout/base/memory.h"

/*
 * An existing programme's file: asked (may be NULL), else $ROLLOUT_FILE, else the only
 * *.rollout of this folder, else programme.rollout in the data folder. Whether it can be opened
 * is not looked at. STATUS_USAGE when there are several here, naming them; STATUS_NOT_FOUND
 * when nothing says where.
 */
enum status STATUS_CHECKED locate_file(
	const char *asked, struct arena *arena, const char **path, struct error *error);
/*
 * A new programme's file: asked, else $ROLLOUT_FILE, else name in plain letters with .rollout
 * behind it, in this folder.
 */
const char *locate_new_file(const char *asked, const char *name, struct arena *arena);
/*
 * Where this user's machine keeps what rollout remembers between calls; made (0700) where it is
 * missing; NULL where that cannot be.
 */
const char *locate_state_folder(struct arena *arena);

#endif
