/* SPDX-License-Identifier: MIT */
/* Other people's column names and values: what they are taken for, what is asked about, and what is
 * left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rollout/exchange/mapping.h"

/* field NULL: kept out; "?": asked about. */
struct expectation {
	const char *column, *value, *field;
};

static void
check_columns(const char *type, const struct expectation *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct mapping mapping;
		const struct column *column = NULL;
		struct error error = { 0 };
		enum status status;

		mapping_init(&mapping, type_find(type), false, NULL, 0);
		status = mapping_find(&mapping, rows[i].column, rows[i].value, &column, &error);
		if (rows[i].field && strcmp(rows[i].field, "?") == 0) {
			assert_int_equal(status, STATUS_INVALID);
			assert_non_null(strstr(error.message, "--map"));
			assert_string_equal(mapping.undecided, rows[i].column);
		} else if (!rows[i].field) {
			assert_int_equal(status, STATUS_OK);
			assert_true(column->target == COLUMN_IGNORED ||
				    column->target == COLUMN_NUMBER);
		} else {
			if (status != STATUS_OK || column->target != COLUMN_FIELD)
				fail_msg("%s (%s): %s", rows[i].column, rows[i].value,
					error.message);
			assert_string_equal(
				mapping.type->fields[column->field].name, rows[i].field);
		}
		mapping_clear(&mapping);
	}
}

static void
columns_of_registers_are_known(void **state)
{
	static const struct expectation rows[] = {
		{ "id", "x", "key" },
		{ "ID", "x", "key" },
		{ "#", "1", NULL },
		{ "No.", "1", NULL },
		{ "Stakeholder ID", "x", "key" },
		{ "Stakeholder Name", "x", "name" },
		{ "Full Name", "x", "name" },
		{ "NAME", "x", "name" },
		{ "Stakeholder_Group", "End users", "group" },
		{ "Job Title", "x", "job_title" },
		{ "Power (H/M/L)", "H", "influence" },
		{ "level-of-influence", "3", "influence" },
		{ "Interest Level", "M", "interest" },
		{ "Current Attitude", "For", "attitude" },
		{ "Target Attitude", "For", "desired_attitude" },
		{ "Relationship Owner", "x", "owner" },
		{ "Preferred Channel", "1:1", "channel" },
		{ "Frequency", "Weekly", "cadence_days" },
		{ "Key Concerns", "x", "main_concern" },
		{ "Last Contact", "2026-01-01", "last_contact_on" },
		{ "Comments & notes", "x", "notes" },
		{ "Organización", "x", NULL },
		{ "Organisation", "x", "organisation" },
		{ "last_contact_on", "2026-01-01", "last_contact_on" },
		{ "Favourite colour", "x", NULL },
	};

	(void)state;
	check_columns("stakeholder", rows, sizeof rows / sizeof *rows);
}

static void
a_value_decides_a_name_of_two_meanings(void **state)
{
	static const struct expectation rows[] = {
		{ "Contact", "a@b.org", "email" },
		{ "Contact", "+44 20 7946 0000", NULL },
		{ "Contact", "Ada Lund", "name" },
		{ "Position", "Head of Sales", "job_title" },
		{ "Position", "Supportive", "attitude" },
		{ "Position", "Driver", "?" },
		{ "Position", "Level 3", NULL },
		{ "Function", "Coach", "group" },
		{ "Function", "Finance", "organisation" },
		{ "Function", "Finance and Legal", "organisation" },
		{ "Role", "Executive sponsor", "group" },
		{ "Role", "VP Sales", "job_title" },
		{ "Status", "Inactive", "active" },
		{ "Status", "Agreed to chair", "status" },
		{ "Status", "Amber", "?" },
		{ "Target", "Champion", "desired_attitude" },
		{ "Target", "2026", "?" },
		{ "Category", "Internal", NULL },
		{ "Category", "End user", "group" },
		{ "Category", "A", "?" },
		{ "Type", "Person", "kind" },
	};

	(void)state;
	check_columns("stakeholder", rows, sizeof rows / sizeof *rows);
}

static void
milestones_and_risks_have_names_of_their_own(void **state)
{
	static const struct expectation milestones[] = { { "Task Name", "x", "title" },
		{ "Assignee", "x", "owner" }, { "Due Date", "2026-01-01", "forecast_on" },
		{ "Baseline Finish", "2026-01-01", "baseline_on" },
		{ "Stream", "x", "workstream" } };
	static const struct expectation risks[] = { { "Probability", "3", "likelihood" },
		{ "Mitigation", "x", "response" }, { "Severity", "3", "impact" } };

	(void)state;
	check_columns("milestone", milestones, sizeof milestones / sizeof *milestones);
	check_columns("risk", risks, sizeof risks / sizeof *risks);
}

static void
two_columns_for_one_field_are_asked_about(void **state)
{
	struct mapping mapping;
	const struct column *column;
	struct error error = { 0 };

	(void)state;
	mapping_init(&mapping, type_find("stakeholder"), false, NULL, 0);
	assert_int_equal(mapping_find(&mapping, "Stakeholder", "x", &column, &error), STATUS_OK);
	assert_int_equal(mapping_find(&mapping, "Full Name", "x", &column, &error), STATUS_INVALID);
	assert_non_null(strstr(error.message, "both mean name"));
	mapping_clear(&mapping);
}

static void
a_choice_settles_it(void **state)
{
	static const struct mapping_choice choices[] = { { "Target", "desired_attitude" },
		{ "Full Name", "-" } };
	struct mapping mapping;
	const struct column *column;
	struct error error = { 0 };

	(void)state;
	mapping_init(&mapping, type_find("stakeholder"), false, choices, 2);
	assert_int_equal(mapping_find(&mapping, "Target", "2026", &column, &error), STATUS_OK);
	assert_string_equal(mapping.type->fields[column->field].name, "desired_attitude");
	assert_int_equal(mapping_find(&mapping, "Full Name", "x", &column, &error), STATUS_OK);
	assert_int_equal(column->target, COLUMN_IGNORED);
	mapping_clear(&mapping);
}

static void
values_are_translated(void **state)
{
	/* to NULL: not ours to translate; "": no value; "?": unclear */
	static const struct {
		const char *field, *from;
		int scale;
		const char *to;
	} rows[] = {
		{ "influence", "High", 0, "5" },
		{ "influence", "M", 0, "3" },
		{ "influence", "low", 0, "1" },
		{ "influence", "8", 10, "4" },
		{ "influence", "10", 10, "5" },
		{ "influence", "2", 3, "3" },
		{ "influence", "40%", 0, "2" },
		{ "influence", "9", 0, NULL },
		{ "influence", "yes", 0, "?" },
		{ "influence", "n/a", 0, "" },
		{ "attitude", "Supporter", 0, "active" },
		{ "attitude", "Blocker", 0, "resistant" },
		{ "attitude", "Neutral", 0, "passive" },
		{ "attitude", "unaware", 0, "unknown" },
		{ "attitude", "+", 0, "active" },
		{ "attitude", "Amber", 0, "?" },
		{ "attitude", "grumpy", 0, NULL },
		{ "group", "Executive Sponsors", 0, "executive_sponsor" },
		{ "group", "End users", 0, "end_user" },
		{ "group", "OKR champions", 0, "coach" },
		{ "channel", "1:1", 0, "one_to_one" },
		{ "channel", "E-mail", 0, "written_brief" },
		{ "cadence_days", "Fortnightly", 0, "14" },
		{ "cadence_days", "every 2 weeks", 0, "14" },
		{ "cadence_days", "10 days", 0, "10" },
		{ "cadence_days", "ad hoc", 0, "" },
		{ "cadence_days", "bi-weekly", 0, "?" },
		{ "active", "Left", 0, "no" },
		{ "active", "✓", 0, "yes" },
		{ "kind", "Individual", 0, "person" },
	};
	const struct type *type = type_find("stakeholder");
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *ours = NULL;
		const struct column column = { .scale = rows[i].scale };
		enum translated result = value_words_translate(type,
			type_field_find(type, rows[i].field), &column, rows[i].from, &arena, &ours);

		if (!rows[i].to)
			assert_int_equal(result, TRANSLATED_NOT);
		else if (strcmp(rows[i].to, "?") == 0)
			assert_int_equal(result, TRANSLATED_UNCLEAR);
		else if (!*rows[i].to)
			assert_int_equal(result, TRANSLATED_NOTHING);
		else {
			if (result != TRANSLATED)
				fail_msg(
					"%s \"%s\" is not translated", rows[i].field, rows[i].from);
			assert_string_equal(ours, rows[i].to);
		}
	}
	arena_clear(&arena);
}

static void
words_mean_something_only_where_they_belong(void **state)
{
	/* okr_review.influence is a yes or no, not a level. */
	const struct type *type = type_find("okr_review");
	struct arena arena = { 0 };
	const char *ours;

	(void)state;
	assert_int_equal(value_words_translate(type, type_field_find(type, "influence"), NULL,
				 "yes", &arena, &ours),
		TRANSLATED_NOT);
	arena_clear(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_registers_are_known),
		cmocka_unit_test(a_value_decides_a_name_of_two_meanings),
		cmocka_unit_test(milestones_and_risks_have_names_of_their_own),
		cmocka_unit_test(two_columns_for_one_field_are_asked_about),
		cmocka_unit_test(a_choice_settles_it),
		cmocka_unit_test(values_are_translated),
		cmocka_unit_test(words_mean_something_only_where_they_belong),
	};

	return cmocka_run_group_tests_name("mapping", tests, NULL, NULL);
}
