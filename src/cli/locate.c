/* SPDX-License-Identifier: MIT */
/*
 * Finds the programme file. Must not open it. The order is contract.md's; two files in a folder
 * are never guessed between. A folder from the environment that is not absolute is ignored, as
 * the XDG base directory specification asks.
 */
#include "locate.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "rollout/base/text.h"

enum { NAMED_MAX = 5, SLUG_MAX = 60 };

static const char SUFFIX[] = ".rollout";

static bool
is_programme_name(const char *name)
{
	size_t length = strlen(name);
	size_t suffix = sizeof(SUFFIX) - 1;

	return *name != '.' && length > suffix && strcmp(name + length - suffix, SUFFIX) == 0;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum status
fail_several(const char *const *names, size_t count, struct error *error)
{
	struct buffer list = { 0 };
	enum status status;

	for (size_t i = 0; i < count && i < NAMED_MAX; i++)
		buffer_format(&list, "%s%s", i ? ", " : "", names[i]);
	status = error_set(error, STATUS_USAGE,
		"several programme files here: %s%s; choose one with -f FILE", buffer_text(&list),
		count > NAMED_MAX ? ", …" : "");
	buffer_clear(&list);
	return status;
}

/* *path is NULL when there is none here. */
static enum status
find_here(struct arena *arena, const char **path, struct error *error)
{
	DIR *folder = opendir(".");
	const char **names = NULL;
	size_t count = 0;
	enum status status = STATUS_OK;

	*path = NULL;
	for (struct dirent *entry = folder ? readdir(folder) : NULL; entry;
		entry = readdir(folder)) {
		if (!is_programme_name(entry->d_name))
			continue;
		names = array_grow(names, count, sizeof *names);
		names[count++] = arena_copy(arena, entry->d_name, strlen(entry->d_name));
	}
	if (folder)
		(void)closedir(folder);
	if (count == 1)
		*path = names[0];
	if (count > 1) {
		qsort(names, count, sizeof(*names), compare_names);
		status = fail_several(names, count, error);
	}
	free(names);
	return status;
}

/* $variable/rollout, else $HOME/under/rollout; NULL where neither is known. */
static const char *
user_folder(const char *variable, const char *under, struct arena *arena)
{
	const char *base = getenv(variable);
	const char *home = getenv("HOME");

	if (base && *base == '/')
		return arena_format(arena, "%s/rollout", base);
	if (home && *home == '/')
		return arena_format(arena, "%s/%s/rollout", home, under);
	return NULL;
}

enum status
locate_file(const char *asked, struct arena *arena, const char **path, struct error *error)
{
	const char *named = asked ? asked : getenv("ROLLOUT_FILE");
	const char *folder;
	enum status status;
	struct stat file;

	if (named && (*named || asked)) {
		*path = named;
		return *named ? STATUS_OK
			      : error_set(error, STATUS_USAGE, "the name of the file is empty");
	}
	status = find_here(arena, path, error);
	if (status || *path)
		return status;
	folder = user_folder("XDG_DATA_HOME", ".local/share", arena);
	if (folder) {
		*path = arena_format(arena, "%s/programme%s", folder, SUFFIX);
		if (lstat(*path, &file) == 0)
			return STATUS_OK;
	}
	return error_set(error, STATUS_NOT_FOUND,
		"no programme file here; start one with `rollout new NAME`, or say which with -f "
		"FILE");
}

/* Lower-case letters and digits with single dashes; accents are dropped, other scripts too. */
static const char *
make_slug(const char *name, struct arena *arena)
{
	const char *plain = text_fold(arena, name, strlen(name));
	struct buffer slug = { 0 };
	const char *copy;

	for (; *plain && slug.length < SLUG_MAX; plain++) {
		bool letter = (*plain >= 'a' && *plain <= 'z') || (*plain >= '0' && *plain <= '9');

		if (letter)
			buffer_append_char(&slug, *plain);
		else if (slug.length > 0 && slug.data[slug.length - 1] != '-')
			buffer_append_char(&slug, '-');
	}
	while (slug.length > 0 && slug.data[slug.length - 1] == '-')
		slug.length--;
	copy = slug.length ? arena_copy(arena, slug.data, slug.length) : "programme";
	buffer_clear(&slug);
	return copy;
}

const char *
locate_new_file(const char *asked, const char *name, struct arena *arena)
{
	const char *named = asked ? asked : getenv("ROLLOUT_FILE");

	if (named && (*named || asked))
		return named;
	return arena_format(arena, "%s%s", make_slug(name, arena), SUFFIX);
}

/* Makes every folder of the path that is missing, the last of them included. */
static bool
make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/');; slash = strchr(slash + 1, '/')) {
		int made;

		if (slash)
			*slash = '\0';
		made = mkdir(path, 0700);
		if (made != 0 && errno != EEXIST)
			return false;
		if (!slash)
			return true;
		*slash = '/';
	}
}

const char *
locate_state_folder(struct arena *arena)
{
	const char *folder = user_folder("XDG_STATE_HOME", ".local/state", arena);
	char *path;
	struct stat file;

	if (!folder)
		return NULL;
	path = arena_copy(arena, folder, strlen(folder));
	if (stat(path, &file) == 0)
		return S_ISDIR(file.st_mode) ? path : NULL;
	return make_folders(path) ? path : NULL;
}
