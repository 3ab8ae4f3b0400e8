/* SPDX-License-Identifier: MIT */
/*
 * The files of data/ that the program carries inside itself, so that the binary works alone from
 * any directory. The tables are generated at build time by src/build/embed.c.
 */
#ifndef ROLLOUT_BASE_EMBEDDED_H
#define ROLLOUT_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *path; /* below data/: "rules/S4.sql" */
	const char *text; /* NUL-terminated behind size bytes */
	size_t size;
};

/*
 * All files whose path starts with folder ("rules/"), in the order of their names; *count of them,
 * contiguous.
 */
const struct embedded_file *embedded_list(const char *folder, size_t *count);

#endif
