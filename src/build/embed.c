/* SPDX-License-Identifier: MIT */
/*
 * Build-time tool: embed ROOT FILE… writes a C source with the files' bytes to standard output,
 * sorted by path below ROOT. Runs on the building machine only; nothing of it is in the program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
write_bytes(const char *path, int number)
{
	FILE *file = fopen(path, "rb");
	int byte, column = 0;

	if (!file) {
		perror(path);
		exit(1);
	}
	printf("static const unsigned char file_%d[] = {", number);
	while ((byte = getc(file)) != EOF)
		printf("%s%d,", column++ % 24 ? "" : "\n", byte);
	puts("0};");
	fclose(file);
}

int
main(int argc, char **argv)
{
	size_t root = argc > 1 ? strlen(argv[1]) : 0;
	int count = argc - 2;

	if (count < 1)
		return 1;
	qsort(argv + 2, (size_t)count, sizeof *argv, compare);
	puts("#include \"rollout/base/embedded.h\"\n#include <string.h>");
	for (int i = 0; i < count; i++)
		write_bytes(argv[i + 2], i);
	puts("static const struct embedded_file files[] = {");
	for (int i = 0; i < count; i++)
		printf("\t{\"%s\", (const char *)file_%d, sizeof file_%d - 1},\n",
			argv[i + 2] + root, i, i);
	puts("};\n"
	     "const struct embedded_file *embedded_list(const char *folder, size_t *count)\n"
	     "{\n"
	     "\tsize_t first = 0, length = strlen(folder), all = sizeof files / sizeof *files;\n"
	     "\twhile (first < all && strncmp(files[first].path, folder, length) != 0)\n"
	     "\t\tfirst++;\n"
	     "\tfor (*count = 0; first + *count < all; ++*count)\n"
	     "\t\tif (strncmp(files[first + *count].path, folder, length) != 0)\n"
	     "\t\t\tbreak;\n"
	     "\treturn files + first;\n"
	     "}");
	return 0;
}
