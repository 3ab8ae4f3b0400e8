/* SPDX-License-Identifier: MIT */
/*
 * Which fields a list shows.
 */
#ifndef ROLLOUT_CLI_LIST_COLUMNS_OPTION_H
#define ROLLOUT_CLI_LIST_COLUMNS_OPTION_H

#include "call.h"

struct columns {
	int fields[FIELDS_MAX]; /* indexes; 0 is the key */
	size_t count;
};

/*
 * What --columns names, or, where it is not given, the fields that tell records of the type
 * apart.
 */
enum status STATUS_CHECKED list_columns_option_choose(
	const struct call *call, const struct type *type, struct columns *out, struct error *error);

#endif
