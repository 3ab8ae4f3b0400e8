/* SPDX-License-Identifier: MIT */
/*
 * What other people's files call our fields, from registers and plans that are really kept
 * (import-names.md) and from what personnel, customer, address-book, planning and issue systems
 * export. Names are compared folded: lower case, no diacritics, punctuation as one space, bracketed
 * hints dropped.
 */
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/exchange/mapping.h"
#include "word_fold.h"

/* Names in one string, each with bars around it. A name that stands for several fields is listed in
 * column_meaning.c instead. Of two columns for one field the one of the lower rank counts and the
 * other is kept out; of one rank both, it has to be said. */
struct synonyms {
	const char *type, *field;
	int rank;
	const char *names;
};

/* clang-format off */
static const struct synonyms synonyms[] = {
	{ "stakeholder", "key", 0,
		"|stakeholder id|stk id|ref|identifier|" },
	{ "stakeholder", "key", 1, "|record id|" },
	{ "stakeholder", "name", 0,
		"|stakeholder|stakeholder name|full name|individual|user|label|person|legal name|worker|employee|"
		"employee name|display name|contact name|naam medewerker|legal full name|name of stakeholder|" },
	{ "stakeholder", "name", 1, "|preferred name|file as|known as|preferred full name|formatted name|" },
	{ "stakeholder", "kind", 0,
		"|stakeholder type|person organisation|person organization|individual group|" },
	{ "stakeholder", "group", 0,
		"|stakeholder group|segment|audience|stakeholder analysis group|impacted group|okr role|okr group|"
		"role on project|project role|role in change|roletype|role type|" },
	{ "stakeholder", "job_title", 0,
		"|title|job title|role title|designation|job|business title|functie|funktion|fonction|position title|"
		"organization title|organization 1 title|job title name|" },
	{ "stakeholder", "job_title", 1, "|job profile|job profile name|job title default|" },
	{ "stakeholder", "organisation", 0,
		"|organization|org unit|org|unit|supervisory organization|supervisory organisation|account name|"
		"organization name|organization 1 name|associated company|primary associated company|affiliatie|" },
	{ "stakeholder", "organisation", 1, "|department|department name|afdeling|abteilung|service|" },
	{ "stakeholder", "organisation", 2, "|directorate|business unit|division|organization department|"
		"organization 1 department|" },
	{ "stakeholder", "organisation", 3, "|company|company name|employer|" },
	{ "stakeholder", "email", 0,
		"|e mail|email address|mail|e mail address|work email|primary work email|email work|email 1 value|"
		"e mail 1 value|business email|email primary work|" },
	{ "stakeholder", "email", 1, "|home email|personal email|other email|email 2 value|e mail 2 value|"
		"primary home email|secondary email|" },
	{ "stakeholder", "owner", 0,
		"|named owner|relationship owner|relationship manager|account owner|contact owner|"
		"who owns the relationship|lead|responsible|managed by|" },
	{ "stakeholder", "influence", 0,
		"|influence level|level of influence|power|power level|authority|criticality|powerlevel|"
		"level of power|power influence|" },
	{ "stakeholder", "interest", 0, "|interest level|level of interest|stake|" },
	{ "stakeholder", "attitude", 0,
		"|current attitude|sentiment|stance|disposition|support|engagement level|current engagement|"
		"level current|current level|current engagement level|commitment|support level|" },
	{ "stakeholder", "desired_attitude", 0,
		"|desired|desired engagement|target attitude|desired attitude|level desired|desired level|"
		"target engagement|desired engagement level|wanted attitude|" },
	{ "stakeholder", "channel", 0,
		"|preferred channel|communication channel|communication method|method|medium|method medium|"
		"communication preference|preferred method|preferred contact method|" },
	{ "stakeholder", "cadence_days", 0,
		"|frequency|engagement cadence|timing|communication frequency|how often|timing frequency|cadence|"
		"contact frequency|" },
	{ "stakeholder", "main_concern", 0,
		"|main concern|concern|concerns|key concerns|key concern|primary concern need|primary concern|fears|"
		"pain points|issues|objections|" },
	{ "stakeholder", "last_contact_on", 0,
		"|last contact|last interaction|last contact date|date of last contact|last contacted|" },
	{ "stakeholder", "last_contact_on", 1, "|last activity|last activity date|last touch|" },
	{ "stakeholder", "status", 0, "|current status|" },
	{ "stakeholder", "active", 0,
		"|active inactive|isactive|is active|active status|currently active|" },
	{ "stakeholder", "left_on", 0, "|termination date|left on|leave date|last day of work|" },
	{ "stakeholder", "notes", 0,
		"|comments|comment|comments notes|comments and notes|remarks|commenttext|private notes|note|" },
	{ "stakeholder", "notes", 1, "|description|contact description|biography|" },

	{ "milestone", "key", 0,
		"|key|issue key|task id|unique id|uid|item id|card id|external id|task gid|" },
	{ "milestone", "key", 1, "|issue id|row id|guid|" },
	{ "milestone", "title", 0,
		"|name|task name|milestone name|item|item name|card name|summary|deliverable|activity|task|subject|"
		"issue summary|task title|card title|" },
	{ "milestone", "title", 1, "|bar|text|issue|" },
	{ "milestone", "workstream", 0,
		"|work stream|stream|lane|swimlane|track|theme|section|section column|row group|workstream name|" },
	{ "milestone", "workstream", 1, "|component s|component|components|project name|projects|project|"
		"group title|" },
	{ "milestone", "owner", 0,
		"|assigned to|assignee|assignees|responsible|lead|coordinator|resource names|resources|person|people|"
		"member|members|task owner|assigned|owner name|" },
	{ "milestone", "baseline_on", 0,
		"|baseline|baseline finish|baseline1 finish|baseline date|baseline end|baseline end date|" },
	{ "milestone", "forecast_on", 0,
		"|forecast|expected|estimated end date|revised|forecast date|revised date|" },
	{ "milestone", "forecast_on", 1,
		"|due|due date|due on|target date|deadline|target end|target finish|" },
	{ "milestone", "forecast_on", 2,
		"|end|end date|finish|finish date|ends on|timeline end|planned finish|planned end|date|launch date|" },
	{ "milestone", "actual_on", 0,
		"|actual|actual finish|completed on|actual date|completed date|completed at|completion date|resolved|"
		"date completed|actual end|done on|" },
	{ "milestone", "work_days", 0, "|duration|work days|duration days|" },
	{ "milestone", "work_days", 1, "|days|" },
	{ "milestone", "link", 0, "|url|card url|issue link|hyperlink|web link|task url|" },
	{ "milestone", "parent", 0, "|parent|parent task|parent key|parent id|parent item|summary task|" },
	{ "milestone", "parent", 1, "|epic link|custom field epic link|" },
	{ "milestone", "parent", 2, "|parent issue|parent name|parent summary|epic name|epic|" },

	{ "risk", "key", 0, "|risk id|ref|" },
	{ "risk", "title", 0, "|risk|statement|description|event|name|" },
	{ "risk", "likelihood", 0, "|probability|" },
	{ "risk", "impact", 0, "|severity|" },
	{ "risk", "owner", 0, "|risk owner|assigned to|responsible|" },
	{ "risk", "early_sign", 0, "|trigger|early sign|early warning|" },
	{ "risk", "response", 0,
		"|mitigation|treatment|strategy|response strategy|response actions|" },
	{ "risk", "review_on", 0, "|next review|review date|review|" },

	{ "relationship", "kind", 0, "|type|relationship|relationship type|connection type|link type|" },
	{ "relationship", "note", 0, "|description|comment|comments|" },
	{ "relationship", "strength", 0, "|weight|" },

	{ "assignment", "activity", 0,
		"|activity name|decision|task|process|deliverable|kind of decision|work package|step|action|topic|"
		"aufgabe|entscheidung|aktivitat|activiteit|taak|besluit|tache|decision type|" },
	{ "assignment", "role", 0,
		"|role name|person|name|who|stakeholder|party|position|assignee|rolle|rol|resource|owner|" },
	{ "assignment", "letters", 0,
		"|letter|raci|rasci|raci role|raci letter|responsibility|responsibility type|involvement|code|"
		"assignment|type|" },
};
/* clang-format on */

/* Numbering, which is not identity: what others of the same file call the row by. */
static const char numbering[] =
	"|no|nr|number|row|s n|lfd nr|wbs|outline number|wbs code|row number|"
	"task number|line|";

bool
synonym_numbers(const char *folded)
{
	return word_fold_contains(numbering, folded);
}

int
synonym_find(const struct type *type, const char *folded, int *rank)
{
	for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
		if (strcmp(synonyms[i].type, type->name) == 0 &&
			word_fold_contains(synonyms[i].names, folded)) {
			*rank = synonyms[i].rank;
			return type_field_index(type, synonyms[i].field);
		}
	return -1;
}

enum column_target
synonym_name_part(const char *folded)
{
	if (word_fold_contains("|first name|given name|forename|firstname|vorname|voornaam|prenom|"
			       "nombre|legal first name|preferred first name|",
		    folded))
		return COLUMN_FIRST_NAME;
	if (word_fold_contains("|middle name|additional name|middle names|legal middle name|"
			       "tussenvoegsel|",
		    folded))
		return COLUMN_MIDDLE_NAME;
	if (word_fold_contains("|last name|surname|family name|lastname|nachname|familienname|naam|"
			       "achternaam|nom|nom de famille|apellido|apellidos|legal last name|",
		    folded))
		return COLUMN_LAST_NAME;
	return COLUMN_IGNORED;
}

const char *
synonym_link(const struct type *type, const char *folded, bool *reversed)
{
	*reversed = false;
	if (strcmp(type->name, "milestone") == 0) {
		*reversed =
			word_fold_contains("|successors|unique id successors|blocking|"
					   "outward issue link|outward issue link blocks|blocks|",
				folded);
		return *reversed || word_fold_contains(
					    "|predecessors|predecessor|depends on|blocked by|"
					    "depends of|dependencies|dependency|"
					    "unique id predecessors|wbs predecessors|"
					    "inward issue link|"
					    "inward issue link blocks|is blocked by|waiting on|",
					    folded)
			       ? "depends_on"
			       : NULL;
	}
	if (strcmp(type->name, "stakeholder") != 0)
		return NULL;
	*reversed = strcmp(folded, "influenced by") == 0;
	if (*reversed ||
		word_fold_contains(
			"|relationships|relationship links|influences|connections|links|allies|",
			folded))
		return "influences";
	if (word_fold_contains(
		    "|reports to|line manager|manager|manager name|supervisor|reporting to|"
		    "supervisor name|manager s name|reports to name|",
		    folded))
		return "reports_to";
	if (word_fold_contains("|depends on|", folded))
		return "depends_on";
	return NULL;
}

bool
synonym_criteria(const struct type *type, const char *folded)
{
	return strcmp(type->name, "milestone") == 0 &&
	       word_fold_contains("|acceptance criteria|done test|definition of done|exit criteria|"
				  "success measure|success criteria|done when|",
		       folded);
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
