/* SPDX-License-Identifier: MIT */
/*
 * A roadmap of so many milestones, each waiting for two before it, in phases of a thousand days:
 * `roadmap NUMBER`, as a document to import.
 */
#include <stdio.h>
#include <stdlib.h>

int
main(int words, char **word)
{
	long count = words == 2 ? strtol(word[1], NULL, 10) : 0;
	unsigned seed = 7;

	if (count < 3)
		return 2;
	printf("{\"format\":\"rollout.roadmap\",\"version\":1,"
	       "\"generated_on\":\"2026-11-23\",\"milestones\":[");
	for (long i = 0; i < count; i++)
		printf("%s{\"id\":\"m%ld\",\"title\":\"Team %ld shows what "
		       "moved\",\"work_days\":%ld}",
			i > 0 ? "," : "", i, i, 1 + i % 5);
	printf("],\"dependencies\":[");
	for (long i = 2; i < count; i++) {
		seed = seed * 1103515245u + 12345u;
		printf("%s{\"from\":\"m%ld\",\"to\":\"m%ld\"},{\"from\":\"m%ld\",\"to\":\"m%ld\"}",
			i > 2 ? "," : "", i - 1 - (long)(seed >> 16) % (i < 50 ? 1 : 40), i,
			i - 2 >= 0 && i >= 60 ? i - 41 - (long)(seed >> 20) % 15 : i - 2, i);
	}
	printf("]}\n");
	return 0;
}
