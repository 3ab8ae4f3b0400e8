/* SPDX-License-Identifier: MIT */
/* Reads and writes the file of preferences; see preferences.h. */
#include "preferences.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MOST = PREFERENCE_KEY + PREFERENCE_VALUE + 2 };

static struct preference *
find(struct preferences *preferences, const char *key)
{
	for (int i = 0; i < preferences->count; i++)
		if (strcmp(preferences->items[i].key, key) == 0)
			return &preferences->items[i];
	return NULL;
}

static bool
is_plain(const char *text)
{
	for (const char *at = text; *at; at++)
		if (*at < ' ' || *at > '~')
			return false;
	return *text != '\0';
}

static void
keep(struct preferences *preferences, const char *key, const char *value)
{
	struct preference *item = find(preferences, key);

	if (strlen(key) >= PREFERENCE_KEY || strlen(value) >= PREFERENCE_VALUE)
		return;
	if (!item && preferences->count == PREFERENCES_MOST)
		return;
	if (!item)
		item = &preferences->items[preferences->count++];
	snprintf(item->key, sizeof item->key, "%s", key);
	snprintf(item->value, sizeof item->value, "%s", value);
}

static void
read_line(struct preferences *preferences, char *line)
{
	char *blank;

	line[strcspn(line, "\n")] = '\0';
	blank = strchr(line, ' ');
	if (!blank)
		return;
	*blank = '\0';
	if (is_plain(line) && is_plain(blank + 1))
		keep(preferences, line, blank + 1);
}

void
preferences_load(struct preferences *preferences, const char *folder)
{
	char line[LINE_MOST];
	FILE *file;

	if (!folder || (size_t)snprintf(preferences->path, sizeof preferences->path,
			       "%s/preferences", folder) >= sizeof preferences->path) {
		preferences->path[0] = '\0';
		return;
	}
	file = fopen(preferences->path, "re");
	if (!file)
		return;
	for (int i = 0; i < PREFERENCES_MOST * 4 && fgets(line, sizeof line, file); i++)
		read_line(preferences, line);
	fclose(file);
}

const char *
preferences_get(const struct preferences *preferences, const char *key)
{
	for (int i = 0; i < preferences->count; i++)
		if (strcmp(preferences->items[i].key, key) == 0)
			return preferences->items[i].value;
	return "";
}

static bool
write_all(const struct preferences *preferences, int descriptor)
{
	FILE *file = fdopen(descriptor, "w");
	bool written;

	if (!file) {
		close(descriptor);
		return false;
	}
	for (int i = 0; i < preferences->count; i++)
		if (*preferences->items[i].value)
			fprintf(file, "%s %s\n", preferences->items[i].key,
				preferences->items[i].value);
	written = !ferror(file);
	return fclose(file) == 0 && written;
}

bool
preferences_set(struct preferences *preferences, const char *key, const char *value)
{
	char path[sizeof preferences->path + 8];
	int descriptor;

	keep(preferences, key, value);
	if (!preferences->path[0])
		return false;
	snprintf(path, sizeof path, "%s.new", preferences->path);
	descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (descriptor < 0)
		return false;
	if (write_all(preferences, descriptor) && rename(path, preferences->path) == 0)
		return true;
	unlink(path);
	return false;
}
