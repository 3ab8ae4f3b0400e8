/* SPDX-License-Identifier: MIT */
/*
 * The path of a file as the store uses it: the folder resolved, because SQLite refuses a symbolic
 * link anywhere in a path and a linked folder is fine; the last part as given, because a linked
 * file is not. Touches nothing.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"

enum status
path_resolve(const char *path, char **out, struct error *error)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	char folder[PATH_MAX], resolved[PATH_MAX];
	struct buffer buffer = { 0 };

	if (strlen(path) >= sizeof folder - 64 || *base == '\0')
		return error_set(error, STATUS_FAILED, "this is not the path of a file: %s", path);
	snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1,
		slash ? path : ".");
	if (!realpath(folder, resolved))
		return error_set(error, STATUS_NOT_FOUND, "there is no folder %s", folder);
	buffer_format(&buffer, "%s/%s", strcmp(resolved, "/") == 0 ? "" : resolved, base);
	*out = buffer.data;
	return STATUS_OK;
}
