/* SPDX-License-Identifier: MIT */
/*
 * An attacker who knows every figure shown, how many answers it is about, and how the figures were
 * chosen. He looks for a combination of them that says something about one or two answers, by a way
 * of his own: whatever set of cells with one or two answers he picks, his equations must not settle
 * any sum over it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "made_up.h"
#include "rollout/rules/disclosure.h"

enum { TEAMS = 4, GROUPS = 4, CELLS = TEAMS * GROUPS, CUTS = 1 + TEAMS + GROUPS, ROUNDS = 4000 };

struct office {
	struct disclosure_cell cells[CELLS];
	bool has[CUTS][CELLS];
	struct disclosure_cut cuts[CUTS];
};

static void
make_office(struct office *office)
{
	memset(office->has, 0, sizeof office->has);
	for (int cell = 0; cell < CELLS; cell++) {
		office->has[0][cell] = true;
		office->has[1 + cell / GROUPS][cell] = true;
		office->has[1 + TEAMS + cell % GROUPS][cell] = true;
	}
	for (int i = 0; i < CUTS; i++)
		office->cuts[i] = (struct disclosure_cut){ office->has[i], false };
}

static int
count_answers(const struct office *office, const bool *has)
{
	int count = 0;

	for (int i = 0; i < CELLS; i++)
		count += has[i] ? office->cells[i].answers : 0;
	return count;
}

/* The rank of the shown figures over the cells that are not left out. */
static int
rank_without(const struct office *office, int one, int other)
{
	double rows[CUTS][CELLS];
	int count = 0, rank = 0;

	for (int i = 0; i < CUTS; i++) {
		if (!office->cuts[i].shown)
			continue;
		for (int j = 0; j < CELLS; j++)
			rows[count][j] = office->has[i][j] && office->cells[j].answers > 0 &&
					 j != one && j != other;
		count++;
	}
	for (int column = 0; column < CELLS; column++) {
		int pivot = rank;

		while (pivot < count && fabs(rows[pivot][column]) < 1e-9)
			pivot++;
		if (pivot == count)
			continue;
		for (int j = 0; j < CELLS; j++) {
			double kept = rows[pivot][j];

			rows[pivot][j] = rows[rank][j];
			rows[rank][j] = kept;
		}
		for (int i = rank + 1; i < count; i++) {
			double times = rows[i][column] / rows[rank][column];

			for (int j = 0; j < CELLS; j++)
				rows[i][j] -= times * rows[rank][j];
		}
		rank++;
	}
	return rank;
}

/* If leaving cells out loses rank, some combination is about them alone. */
static void
attack(const struct office *office)
{
	int whole = rank_without(office, -1, -1);

	for (int i = 0; i < CELLS; i++) {
		int answers = office->cells[i].answers;

		if (answers == 0 || answers > 2)
			continue;
		assert_int_equal(rank_without(office, i, -1), whole);
		for (int j = i + 1; j < CELLS && answers == 1; j++)
			if (office->cells[j].answers == 1)
				assert_int_equal(rank_without(office, i, j), whole);
	}
}

static void
test_nobody_subtracts_his_way(void **state)
{
	struct office office;
	unsigned seed = 11;
	int shown = 0, hidden = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		make_office(&office);
		for (int i = 0; i < CELLS; i++)
			office.cells[i].answers = (int)made_up_number(&seed, 3) == 0
							  ? (int)made_up_number(&seed, 9)
							  : (int)made_up_number(&seed, 3);
		disclosure_choose(office.cells, CELLS, office.cuts, CUTS, 5);
		attack(&office);
		for (int i = 0; i < CUTS; i++) {
			int in = count_answers(&office, office.has[i]);
			int out = count_answers(&office, office.has[0]) - in;

			if (office.cuts[i].shown)
				assert_true(in >= 5 && (out == 0 || out >= 5));
			shown += office.cuts[i].shown && i > 0;
			hidden += !office.cuts[i].shown && in >= 5 && (out == 0 || out >= 5);
		}
	}
	/* It is not kept by showing nothing, and sizes alone would not have kept it. */
	assert_true(shown > ROUNDS);
	assert_true(hidden > ROUNDS / 100);
}

/* A whole from five on; a cut whose rest has none or five. */
static void
test_small_numbers(void **state)
{
	struct disclosure_cell cells[] = { { 6 }, { 4 } };
	const bool whole[] = { true, true }, first[] = { true, false };
	struct disclosure_cut cuts[] = { { whole, false }, { first, false } };

	(void)state;
	disclosure_choose(cells, 2, cuts, 2, 5);
	assert_true(cuts[0].shown && !cuts[1].shown);
	cells[1].answers = 5;
	disclosure_choose(cells, 2, cuts, 2, 5);
	assert_true(cuts[0].shown && cuts[1].shown);
	cells[0].answers = 4;
	cells[1].answers = 0;
	disclosure_choose(cells, 2, cuts, 2, 5);
	assert_true(!cuts[0].shown && !cuts[1].shown);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nobody_subtracts_his_way),
		cmocka_unit_test(test_small_numbers),
	};

	return cmocka_run_group_tests_name("disclosure", tests, NULL, NULL);
}
