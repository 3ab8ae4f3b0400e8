/* SPDX-License-Identifier: MIT */
/* See nearest.h. Words are compared by their bytes: accents are the caller's to fold. */
#include "rollout/base/nearest.h"

#include <string.h>

enum { LENGTH_MOST = 40, EDITS_MOST = 2 };

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static char
lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool
same_letter(char a, char b)
{
	return lower(a) == lower(b);
}

/* Letters to add, drop, replace or swap with their neighbour until one word is the other; at least
 * LENGTH_MOST for a word that is too long to compare. */
static size_t
count_edits(const char *a, const char *b)
{
	size_t rows[3][LENGTH_MOST + 1];
	size_t a_length = strlen(a);
	size_t b_length = strlen(b);

	if (a_length > LENGTH_MOST || b_length > LENGTH_MOST)
		return LENGTH_MOST;
	for (size_t j = 0; j <= b_length; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t *row = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3];
		const size_t *before = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t replace = above[j - 1] + (same_letter(a[i - 1], b[j - 1]) ? 0 : 1);

			row[j] = smaller(replace, smaller(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
				same_letter(a[i - 2], b[j - 1]))
				row[j] = smaller(row[j], before[j - 2] + 1);
		}
	}
	return rows[a_length % 3][b_length];
}

/* One more than the edits that are still a slip: in three letters, two would be a guess. */
struct nearest
nearest_to(const char *word)
{
	return (struct nearest){ .word = word, .edits = smaller(EDITS_MOST, strlen(word) / 2) + 1 };
}

bool
nearest_take(struct nearest *nearest, const char *candidate)
{
	size_t edits = count_edits(nearest->word, candidate);

	if (edits >= nearest->edits)
		return false;
	nearest->edits = edits;
	nearest->best = candidate;
	return true;
}
