/* SPDX-License-Identifier: MIT */
/*
 * The main of a fuzz target in the ordinary tests: feeds it nothing, then every file of the folders
 * given, whole. Finds nothing new; it keeps what was found from coming back.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 20, PATH_SIZE = 4096 };

static int
replay_file(const char *path, uint8_t *space)
{
	FILE *file = fopen(path, "rb");
	uint8_t *input;
	size_t size;

	if (!file) {
		perror(path);
		return 1;
	}
	size = fread(space, 1, INPUT_MAX, file);
	fclose(file);
	/* A copy of exactly its size, so that the sanitizers see a step behind it. */
	input = malloc(size ? size : 1);
	if (!input)
		return 1;
	memcpy(input, space, size);
	LLVMFuzzerTestOneInput(input, size);
	free(input);
	return 0;
}

static int
replay_folder(const char *folder, uint8_t *space, int *count)
{
	DIR *directory = opendir(folder);
	const struct dirent *entry;
	char path[PATH_SIZE];
	int bad = 0;

	if (!directory)
		return 0;
	while ((entry = readdir(directory))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		bad |= replay_file(path, space);
		++*count;
	}
	closedir(directory);
	return bad;
}

int
main(int argc, char **argv)
{
	uint8_t *space = calloc(INPUT_MAX, 1);
	int bad = 0, count = 0;

	if (!space)
		return 1;
	LLVMFuzzerTestOneInput(space, 0);
	for (int i = 1; i < argc; i++)
		bad |= replay_folder(argv[i], space, &count);
	free(space);
	printf("%d inputs\n", count);
	return bad;
}
