/* SPDX-License-Identifier: MIT */
/*
 * What other people's files call our fields, from registers and plans that are really kept
 * (import-names.md). Names are compared folded: lower case, no diacritics, punctuation as one
 * space, bracketed hints dropped.
 */
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/exchange/mapping.h"
#include "word_fold.h"

/* Names in one string, each with bars around it. A name that stands for several fields is listed in
 * undecided[] instead. */
struct synonyms {
	const char *type, *field, *names;
};

static const struct synonyms synonyms[] = {
	{ "stakeholder", "key", "|stakeholder id|stk id|ref|record id|identifier|" },
	{ "stakeholder", "name",
		"|stakeholder|stakeholder name|full name|individual|user|label|person|legal name|"
		"worker|employee|employee name|display name|contact name|naam medewerker|" },
	{ "stakeholder", "kind",
		"|stakeholder type|person organisation|person organization|individual group|" },
	{ "stakeholder", "group",
		"|stakeholder group|segment|audience|stakeholder analysis group|impacted group|okr "
		"role|okr group|"
		"role on project|project role|role in change|roletype|role type|" },
	{ "stakeholder", "job_title",
		"|title|job title|role title|designation|job|business title|functie|funktion|"
		"fonction|" },
	{ "stakeholder", "organisation",
		"|organization|company|department|directorate|business unit|division|org "
		"unit|org|unit|supervisory organization|supervisory organisation|account "
		"name|company name|afdeling|affiliatie|abteilung|service|" },
	{ "stakeholder", "email",
		"|e mail|email address|mail|e mail address|work email|primary work email|email 1 "
		"value|e mail 1 value|" },
	{ "stakeholder", "owner",
		"|named owner|relationship owner|relationship manager|account owner|who owns the "
		"relationship|lead|"
		"responsible|managed by|" },
	{ "stakeholder", "influence",
		"|influence level|level of influence|power|power "
		"level|authority|criticality|powerlevel|level of power|"
		"power influence|" },
	{ "stakeholder", "interest", "|interest level|level of interest|stake|" },
	{ "stakeholder", "attitude",
		"|current attitude|sentiment|stance|disposition|support|engagement level|current "
		"engagement|"
		"level current|current level|current engagement level|commitment|support level|" },
	{ "stakeholder", "desired_attitude",
		"|desired|desired engagement|target attitude|desired attitude|level "
		"desired|desired level|"
		"target engagement|desired engagement level|wanted attitude|" },
	{ "stakeholder", "channel",
		"|preferred channel|communication channel|communication "
		"method|method|medium|method medium|"
		"communication preference|preferred method|" },
	{ "stakeholder", "cadence_days",
		"|frequency|engagement cadence|timing|communication frequency|how often|timing "
		"frequency|cadence|"
		"contact frequency|" },
	{ "stakeholder", "main_concern",
		"|main concern|concern|concerns|key concerns|key concern|primary concern "
		"need|primary concern|fears|"
		"pain points|issues|objections|" },
	{ "stakeholder", "last_contact_on",
		"|last contact|last contacted|last interaction|last contact date|date of last "
		"contact|" },
	{ "stakeholder", "status", "|current status|" },
	{ "stakeholder", "active",
		"|active inactive|isactive|is active|employment status|employee status|" },
	{ "stakeholder", "notes",
		"|comments|comment|comments notes|comments and notes|remarks|commenttext|private "
		"notes|note|" },
	{ "milestone", "key", "|no|number|uid|task id|wbs|outline number|external id|row id|" },
	{ "milestone", "title",
		"|name|task name|milestone|milestone "
		"name|item|summary|deliverable|activity|task|" },
	{ "milestone", "phase", "|stage|horizon|release|bucket|" },
	{ "milestone", "workstream",
		"|work stream|stream|lane|swimlane|track|theme|section|row group|" },
	{ "milestone", "owner",
		"|assigned to|assignee|responsible|lead|coordinator|resource names|" },
	{ "milestone", "baseline_on", "|baseline|baseline finish|baseline1 finish|baseline date|" },
	{ "milestone", "forecast_on",
		"|forecast|expected|estimated end date|revised|forecast date|due|due date|end|end "
		"date|finish|target date|" },
	{ "milestone", "actual_on", "|actual|actual finish|completed on|actual date|" },
	{ "milestone", "work_days", "|duration|days|work days|" },
	{ "risk", "key", "|risk id|ref|" },
	{ "risk", "title", "|risk|statement|description|event|name|" },
	{ "risk", "likelihood", "|probability|" },
	{ "risk", "impact", "|severity|" },
	{ "risk", "owner", "|risk owner|assigned to|responsible|" },
	{ "risk", "early_sign", "|trigger|early sign|early warning|" },
	{ "risk", "response",
		"|mitigation|treatment|strategy|response strategy|response actions|" },
	{ "risk", "review_on", "|next review|review date|review|" },
};

/* Names that mean one field or another: only a value tells. */
static const char undecided[] =
	"|contact|contact information|contact details|position|category|function|target|required|"
	"status|state|role|type|team|engagement|current state|rag|d|c|";

int
synonym_find(const struct type *type, const char *folded, bool *asks)
{
	*asks = strcmp(type->name, "stakeholder") == 0 && word_fold_contains(undecided, folded);
	if (*asks)
		return -1;
	for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
		if (strcmp(synonyms[i].type, type->name) == 0 &&
			word_fold_contains(synonyms[i].names, folded))
			return type_field_index(type, synonyms[i].field);
	return -1;
}

/* Whether the value is a word that the field knows, in ours or in translation. */
static bool
fits(const struct type *type, const char *name, const char *value)
{
	struct arena arena = { 0 };
	const struct field *field = type_field_find(type, name);
	const char *ours;
	bool known = field_choice_find(field, value) ||
		     value_words_translate(type, field, NULL, value, &arena, &ours) != TRANSLATED_NOT;

	arena_clear(&arena);
	return known;
}

static bool
is_any(const char *names, const char *value)
{
	struct arena arena = { 0 };
	bool found = word_fold_contains(names, text_fold_name(&arena, value, strlen(value)));

	arena_clear(&arena);
	return found;
}

int
synonym_decide(const struct type *type, const char *folded, const char *value, bool *ignored)
{
	static const char contacts[] = "|contact|contact information|contact details|";
	const char *field = NULL;

	*ignored = false;
	if (word_fold_contains(contacts, folded)) {
		if (strchr(value, '@'))
			field = "email";
		else if (strspn(value, "+0123456789 ()-./") == strlen(value))
			*ignored = true;
		else if (strcmp(folded, "contact") == 0)
			field = "name";
	} else if (strcmp(folded, "position") == 0)
		/* A "Driver" may be a job or a stance. */
		field = fits(type, "attitude", value) ? NULL : "job_title";
	else if (strcmp(folded, "function") == 0)
		field = fits(type, "group", value) ? NULL : "organisation";
	else if (strcmp(folded, "role") == 0)
		field = fits(type, "group", value) ? "group" : "job_title";
	else if (strcmp(folded, "type") == 0)
		field = fits(type, "kind", value)    ? "kind"
			: fits(type, "group", value) ? "group"
						     : NULL;
	else if (strcmp(folded, "category") == 0 || strcmp(folded, "team") == 0) {
		field = fits(type, "group", value) ? "group" : NULL;
		*ignored = !field && is_any("|internal|external|", value);
	} else if (strcmp(folded, "target") == 0 || strcmp(folded, "required") == 0 ||
		   strcmp(folded, "d") == 0)
		field = fits(type, "desired_attitude", value) ? "desired_attitude" : NULL;
	else if (strcmp(folded, "status") == 0 || strcmp(folded, "state") == 0) {
		if (is_any("|active|inactive|left|former|current|", value))
			field = "active";
		else if (!is_any("|red|amber|yellow|green|r|a|g|blue|grey|", value) &&
			 strcmp(folded, "status") == 0)
			field = "status";
	} else
		field = fits(type, "attitude", value) ? "attitude" : NULL;
	return field ? type_field_index(type, field) : -1;
}

enum column_target
synonym_name_part(const char *folded)
{
	if (word_fold_contains(
		    "|first name|given name|forename|firstname|vorname|voornaam|prenom|nombre|",
		    folded))
		return COLUMN_FIRST_NAME;
	if (word_fold_contains("|last name|surname|family name|lastname|nachname|familienname|naam|"
			       "achternaam|nom|nom de famille|apellido|apellidos|",
		    folded))
		return COLUMN_LAST_NAME;
	return COLUMN_IGNORED;
}

const char *
synonym_link(const char *folded, bool *reversed)
{
	*reversed = strcmp(folded, "influenced by") == 0;
	if (*reversed ||
		word_fold_contains(
			"|relationships|relationship links|influences|connections|links|allies|",
			folded))
		return "influences";
	if (word_fold_contains("|reports to|line manager|manager|manager name|supervisor|", folded))
		return "reports_to";
	if (word_fold_contains("|depends on|", folded))
		return "depends_on";
	return NULL;
}

const char *
synonym_level(const char *folded)
{
	static const char *const levels[][2] = { { "unaware", "unknown" },
		{ "resistant", "resistant" }, { "neutral", "passive" }, { "supportive", "active" },
		{ "leading", "active" } };

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (strcmp(levels[i][0], folded) == 0)
			return levels[i][1];
	return NULL;
}
