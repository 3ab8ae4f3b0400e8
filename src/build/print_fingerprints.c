/* SPDX-License-Identifier: MIT */
/*
 * Build-time tool: fingerprint MIGRATION… applies the migrations to an empty database in memory and
 * writes a C source with the fingerprint of the schema after each. Opening a file compares its
 * schema with these, so that a file with a foreign table, trigger or weakened CHECK is refused
 * before the first query on its data. Shares the fingerprint itself with the program
 * (store/fingerprint.c).
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "store/fingerprint.h"

static char *
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = calloc(1, 1 << 20);

	if (!file || !text || fread(text, 1, (1 << 20) - 1, file) == 0) {
		perror(path);
		exit(1);
	}
	fclose(file);
	return text;
}

int
main(int argc, char **argv)
{
	sqlite3 *database;

	if (sqlite3_open(":memory:", &database) != SQLITE_OK)
		return 1;
	/* Declared here as in fingerprint.h, which cannot be reached from every BUILD. */
	puts("#include <stdint.h>\nextern const uint64_t schema_fingerprints[];\nextern const int "
	     "schema_version;\n"
	     "const uint64_t schema_fingerprints[] = {");
	for (int i = 1; i < argc; i++) {
		char *text = read_file(argv[i]), *message = NULL;
		uint64_t print = 0;

		if (sqlite3_exec(database, text, NULL, NULL, &message) != SQLITE_OK) {
			fprintf(stderr, "%s: %s\n", argv[i], message);
			return 1;
		}
		if (!fingerprint_schema(database, &print))
			return 1;
		printf("\tUINT64_C(0x%016" PRIx64 "),\n", print);
		free(text);
	}
	printf("};\nconst int schema_version = %d;\n", argc - 1);
	sqlite3_close(database);
	return 0;
}
