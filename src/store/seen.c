/* SPDX-License-Identifier: MIT */
/*
 * Which files this machine has checked in full, so that an ordinary opening need not: one line a
 * file (device, inode, a hash of the path) in the state folder. Losing the list costs one check a
 * file, so no failure here is worth an error. No name of a programme is kept.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "rollout/base/text.h"

enum { LINE_SIZE = 64, LINES_MAX = 1000 };

static void
format_line(char line[LINE_SIZE], const struct stat *identity, const char *path)
{
	snprintf(line, LINE_SIZE, "%jx:%jx:%016" PRIx64 "\n", (uintmax_t)identity->st_dev,
		(uintmax_t)identity->st_ino, text_hash(path, strlen(path)));
}

bool
seen_find(const char *state_folder, const struct stat *identity, const char *path)
{
	char name[4200], wanted[LINE_SIZE], line[LINE_SIZE];
	bool found = false;
	FILE *file;

	if (!state_folder)
		return false;
	snprintf(name, sizeof name, "%s/seen", state_folder);
	file = fopen(name, "re");
	if (!file)
		return false;
	format_line(wanted, identity, path);
	for (int i = 0; i < LINES_MAX && !found && fgets(line, sizeof line, file); i++)
		found = strcmp(line, wanted) == 0;
	fclose(file);
	return found;
}

void
seen_add(const char *state_folder, const struct stat *identity, const char *path)
{
	char name[4200], line[LINE_SIZE];
	struct stat list;
	int descriptor;

	if (!state_folder)
		return;
	snprintf(name, sizeof name, "%s/seen", state_folder);
	descriptor = open(name, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (descriptor < 0)
		return;
	/* A list that has grown too long starts anew. */
	if (fstat(descriptor, &list) == 0 && list.st_size > (off_t)LINES_MAX * 40 &&
		ftruncate(descriptor, 0) != 0)
		goto out;
	format_line(line, identity, path);
	if (write(descriptor, line, strlen(line)) < 0)
		goto out;
out:
	close(descriptor);
}
