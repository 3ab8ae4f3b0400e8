/* SPDX-License-Identifier: MIT */
/*
 * Everything shown is a sum over cells, and everything that follows from it is a combination of
 * these sums: a row space. It is kept in reduced form, where each row has a cell of its own (its
 * pivot). A combination that says something about one or two answers has its pivots among them, so
 * at most two rows make it: those alone are looked at.
 */
#include "rollout/rules/disclosure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

enum { TELLING_MOST = 2 }; /* answers about which nothing may follow */

struct shown {
	const struct disclosure_cell *cells;
	size_t width, count;
	double *rows; /* count of them */
	size_t *pivots;
};

static bool
is_zero(double number)
{
	return fabs(number) < 1e-9;
}

static double *
row_at(const struct shown *shown, size_t index)
{
	return shown->rows + index * shown->width;
}

/* Takes the row so often from the other that nothing is left at the cell. */
static void
eliminate(const struct shown *shown, double *other, const double *row, size_t pivot)
{
	double times = other[pivot];

	if (is_zero(times))
		return;
	for (size_t i = 0; i < shown->width; i++)
		other[i] -= times * row[i];
}

/* Puts the sum over the cells behind the rows; false where it follows from them. */
static bool
add_row(struct shown *shown, const bool *has)
{
	double *row = row_at(shown, shown->count);
	size_t pivot = 0;
	double first;

	for (size_t i = 0; i < shown->width; i++)
		row[i] = has[i] && shown->cells[i].answers > 0 ? 1 : 0;
	for (size_t i = 0; i < shown->count; i++)
		eliminate(shown, row, row_at(shown, i), shown->pivots[i]);
	while (pivot < shown->width && is_zero(row[pivot]))
		pivot++;
	if (pivot == shown->width)
		return false;
	first = row[pivot];
	for (size_t i = 0; i < shown->width; i++)
		row[i] /= first;
	for (size_t i = 0; i < shown->count; i++)
		eliminate(shown, row_at(shown, i), row, pivot);
	shown->pivots[shown->count++] = pivot;
	return true;
}

/* How many answers the combination a*first + b*second is about, as far as it matters. */
static int
answers_of(const struct shown *shown, const double *first, double a, const double *second, double b)
{
	int answers = 0;

	for (size_t i = 0; i < shown->width && answers <= TELLING_MOST; i++)
		if (!is_zero(a * first[i] + (second ? b * second[i] : 0)))
			answers += shown->cells[i].answers;
	return answers;
}

/* Two rows cancel each other in all but their pivots, if at all, in the proportion of the first
 * cell in which either has something else. */
static int
answers_of_pair(const struct shown *shown, size_t one, size_t other)
{
	const double *first = row_at(shown, one), *second = row_at(shown, other);

	for (size_t i = 0; i < shown->width; i++) {
		if (i == shown->pivots[one] || i == shown->pivots[other] ||
			(is_zero(first[i]) && is_zero(second[i])))
			continue;
		if (is_zero(first[i]) || is_zero(second[i]))
			return TELLING_MOST + 1;
		return answers_of(shown, first, second[i], second, -first[i]);
	}
	return answers_of(shown, first, 1, second, 1);
}

static bool
tells_too_much(const struct shown *shown)
{
	for (size_t i = 0; i < shown->count; i++) {
		if (answers_of(shown, row_at(shown, i), 1, NULL, 0) <= TELLING_MOST)
			return true;
		for (size_t j = i + 1; j < shown->count; j++)
			if (answers_of_pair(shown, i, j) <= TELLING_MOST)
				return true;
	}
	return false;
}

static bool
may_be_shown(struct shown *shown, const struct disclosure_cut *cut, int least)
{
	size_t size = (shown->count + 1) * shown->width * sizeof *shown->rows, count = shown->count;
	double *before;
	int in = 0, out = 0;
	bool good;

	for (size_t i = 0; i < shown->width; i++)
		*(cut->has[i] ? &in : &out) += shown->cells[i].answers;
	if (in < least || (out > 0 && out < least))
		return false;
	before = memory_new(size, 1);
	memcpy(before, shown->rows, size);
	good = !add_row(shown, cut->has) || !tells_too_much(shown);
	if (!good) {
		memcpy(shown->rows, before, size);
		shown->count = count;
	}
	free(before);
	return good;
}

void
disclosure_choose(const struct disclosure_cell *cells, size_t cell_count,
	struct disclosure_cut *cuts, size_t cut_count, int least)
{
	struct shown shown = { .cells = cells, .width = cell_count };

	shown.rows = memory_new((cut_count + 1) * (cell_count + 1), sizeof *shown.rows);
	shown.pivots = memory_new(cut_count + 1, sizeof *shown.pivots);
	for (size_t i = 0; i < cut_count; i++)
		cuts[i].shown = may_be_shown(&shown, &cuts[i], least);
	free(shown.rows);
	free(shown.pivots);
}
