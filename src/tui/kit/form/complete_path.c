/* SPDX-License-Identifier: MIT */
/* Completes the name of a file; see complete_path.h. Files whose names begin with a dot are left
 * out until the dot is typed. */
#include "complete_path.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_MOST = 200, SCANNED_MOST = 10000 };

void
complete_path_expand(const char *path, struct buffer *out)
{
	const char *home = getenv("HOME");

	if (path[0] == '~' && (path[1] == '/' || !path[1]) && home && *home) {
		buffer_append_text(out, home);
		path++;
	}
	buffer_append_text(out, path);
}

const char *
complete_path_fault(const char *path)
{
	struct stat file;

	if (access(path, R_OK) != 0 || stat(path, &file) != 0)
		return strerror(errno);
	return S_ISDIR(file.st_mode) ? strerror(EISDIR) : NULL;
}

static bool
is_folder(const char *folder, const char *name)
{
	struct buffer path = { 0 };
	struct stat file;
	bool found;

	buffer_format(&path, "%s%s", folder, name);
	found = stat(buffer_text(&path), &file) == 0 && S_ISDIR(file.st_mode);
	buffer_clear(&path);
	return found;
}

/* Those of the folder that begin so: how they all go on, and how many there are. */
static int
scan(const char *folder, const char *beginning, struct buffer *common, struct buffer *names)
{
	DIR *files = opendir(*folder ? folder : ".");
	size_t length = strlen(beginning), alike;
	struct dirent *entry;
	int count = 0;

	for (int i = 0; files && i < SCANNED_MOST && (entry = readdir(files)) != NULL; i++) {
		const char *name = entry->d_name;

		if (strncmp(name, beginning, length) != 0 || strcmp(name, ".") == 0 ||
			strcmp(name, "..") == 0 || (name[0] == '.' && beginning[0] != '.'))
			continue;
		if (count++ == 0)
			buffer_append_text(common, name);
		for (alike = 0; alike < common->length && common->data[alike] == name[alike];)
			alike++;
		common->length = alike;
		common->data[alike] = '\0';
		if (names->length < NAMES_MOST)
			buffer_format(names, "%s%s", names->length > 0 ? "  " : "", name);
	}
	if (files)
		closedir(files);
	return count;
}

bool
complete_path(struct buffer *path, struct buffer *names)
{
	struct buffer whole = { 0 }, common = { 0 };
	char *slash, *folder, *beginning;
	int count;

	complete_path_expand(buffer_text(path), &whole);
	buffer_append_text(&whole, "");
	slash = whole.data ? strrchr(whole.data, '/') : NULL;
	beginning = memory_copy_text(slash ? slash + 1 : buffer_text(&whole),
		strlen(slash ? slash + 1 : buffer_text(&whole)));
	folder =
		memory_copy_text(buffer_text(&whole), slash ? (size_t)(slash - whole.data) + 1 : 0);
	count = scan(folder, beginning, &common, names);
	if (count > 0) {
		buffer_reset(path);
		buffer_format(path, "%s%s", folder, buffer_text(&common));
	}
	if (count == 1) {
		buffer_reset(names);
		if (is_folder(folder, buffer_text(&common)))
			buffer_append_char(path, '/');
	}
	free(folder);
	free(beginning);
	buffer_clear(&whole);
	buffer_clear(&common);
	return count > 0;
}
