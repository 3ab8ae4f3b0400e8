/* SPDX-License-Identifier: MIT */
/*
 * The command table. Must not do anything itself. Options are named, not numbered, so that a row
 * can be read; a test proves that every name is one.
 */
#include "command.h"

#include <string.h>

#include "suggest.h"

/* Options of every command that opens a file. */
#define OPENING "file today as color ascii help"
/* Of those that only read it. */
#define READING "file read-only today color ascii help"
#define PLAIN "color ascii help"
/* Of those whose result can be a document. */
#define RESULT "json format "

/* clang-format off */

static const struct command programme_commands[] = {
	{
		.name = "new",
		.arguments = "NAME",
		.summary = "start a programme in a new file",
		.help = "Makes a programme file with the question bank, workstreams, risks, "
			"RACI example, forums and playbook to start from; --bare leaves them "
			"out.\n"
			"The file is what -f or $ROLLOUT_FILE says, else the name in plain "
			"letters with .rollout behind it, in this folder.",
		.options = "starts-on launches-on bare file today as ascii help",
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_FREE },
		.run = cmd_programme_new,
	},
	{
		.name = "sample",
		.arguments = "",
		.summary = "make a file with a fictional organisation to look around in",
		.help = "Makes a programme file that is nine weeks under way, in "
			"sample.rollout or what -f or $ROLLOUT_FILE says.",
		.options = "if-missing file today as ascii help",
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_programme_sample,
	},
	{
		.name = "status",
		.arguments = "",
		.summary = "what needs a decision, what is blocked, what has changed",
		.help = "Prints the control room as text.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_status_show,
	},
	{
		.name = "check",
		.arguments = "[RULE]",
		.summary = "what the rule book finds",
		.help = "Runs the rules, or only the one that is named, and lists what they "
			"find, errors first. Exit code 6 when there is an error among it.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_RULE },
		.run = cmd_check_run,
	},
	{
		.name = "plan",
		.arguments = "",
		.summary = "draft the roadmap from readiness, teams and dates",
		.help = "Adds phases, slices, milestones with criteria, dependencies, risks, waves, "
			"stall plans and engagement actions, each with the finding or date it "
			"follows from, as one step. While F1 stands, trainings and launches wait "
			"for the calibration; while F2 stands, teams check in every second week. "
			"-n only says what it would do.\n"
			"It can be run again at any time: what a person wrote stays, what they "
			"deleted does not come back. What nothing asks for any more it offers to "
			"remove; --remove does it for what nobody touched.",
		.options = "dry-run remove " RESULT "read-only " OPENING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_plan_run,
	},
	{
		.name = "claim",
		.arguments = "MILESTONE [CRITERION=PROOF…]",
		.summary = "say that a milestone is reached, with the proof",
		.help = "Writes the proof of each criterion that is given and claims the milestone, "
			"as one step. CRITERION is its place in the list, its id, or the beginning "
			"of its words. It is refused while a criterion has no proof.",
		.options = RESULT OPENING,
		.minimum = 1, .maximum = WORDS_ANY,
		.kinds = { WORD_FREE },
		.run = cmd_claim_claim,
	},
	{
		.name = "accept",
		.arguments = "MILESTONE PERSON [REASON]",
		.summary = "accept a claim that somebody has checked",
		.help = "PERSON looked at the proof and finds every criterion met; it cannot be "
			"the owner. The milestone is reached today unless it has an actual date.",
		.options = RESULT OPENING,
		.minimum = 2, .maximum = 3,
		.kinds = { WORD_FREE },
		.run = cmd_claim_accept,
	},
	{
		.name = "reject",
		.arguments = "MILESTONE PERSON REASON [CRITERION…]",
		.summary = "send a claim back",
		.help = "PERSON looked at the proof and is not convinced, for the reason given, by "
			"the criteria named. The milestone is in progress again; the claim stays "
			"on record.",
		.options = RESULT OPENING,
		.minimum = 3, .maximum = WORDS_ANY,
		.kinds = { WORD_FREE },
		.run = cmd_claim_reject,
	},
	{
		.name = "baseline",
		.arguments = "NAME REASON",
		.summary = "freeze the dates that are expected today as promises",
		.help = "Keeps the forecast of every milestone under a name and for a reason, as "
			"one step. A baseline is never changed afterwards, and nothing else moves "
			"what a milestone has promised (baseline_on); schedule tells slips from the "
			"first promise and from the newest.\n"
			"An import makes a baseline \"imported\" for what has no promise yet.",
		.options = RESULT OPENING,
		.minimum = 2, .maximum = 2,
		.kinds = { WORD_FREE },
		.run = cmd_baseline_take,
	},
	{
		.name = "rate",
		.arguments = "SCOPE COLOUR [REASON [PERSON]]",
		.summary = "give your confidence in the delivery of the whole, a phase or a workstream",
		.help = "SCOPE is programme, or the name of a phase or workstream; COLOUR is green, "
			"amber, red or unknown. What the facts suggest is kept beside it. A reason "
			"is needed where the two differ, and where it is worse than last time. "
			"PERSON judged; without one it was the programme's lead.",
		.options = RESULT OPENING,
		.minimum = 2, .maximum = 4,
		.kinds = { WORD_FREE },
		.run = cmd_rate_run,
	},
	{
		.name = "log",
		.arguments = "",
		.summary = "who changed what, and when",
		.help = "Lists the steps of the history, newest first.",
		.options = "since limit " RESULT READING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_history_log,
	},
	{
		.name = "undo",
		.arguments = "[N]",
		.summary = "take back your last change, or your last N",
		.help = "Takes back your own newest step that stands, or the last N, all or none. "
			"redo brings it back until you change something else.\n"
			"Where a later step has built on it, nothing happens and both are named. "
			"Others' steps are taken back in the log of the terminal, which asks.",
		.options = RESULT OPENING,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_FREE },
		.run = cmd_history_undo,
	},
	{
		.name = "redo",
		.arguments = "[N]",
		.summary = "bring back what you have undone",
		.help = "Brings back the step of yours that you undid last, or the last N, all or "
			"none.",
		.options = RESULT OPENING,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_FREE },
		.run = cmd_history_redo,
	},
	{
		.name = "backup",
		.arguments = "FILE",
		.summary = "copy the programme to a new file",
		.help = "Makes a copy that is consistent also while others write. FILE must "
			"not exist yet.",
		.options = "file read-only ascii help",
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_FILE },
		.run = cmd_programme_backup,
	},
	{
		.name = "verify",
		.arguments = "",
		.summary = "look for damage in the file",
		.help = "Looks at every page, index, reference, text and date. Exit code 6 "
			"when something is wrong.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_programme_verify,
	},
};

static const struct command record_commands[] = {
	{
		.name = "types",
		.arguments = "[TYPE]",
		.summary = "the types of records, or the fields of one",
		.help = "Lists what a programme file can hold. With a type, lists its fields "
			"and what to write in them.",
		.options = RESULT "today " PLAIN,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_TYPE },
		.run = cmd_types_list,
	},
	{
		.name = "schema",
		.arguments = "TYPE|FORMAT",
		.summary = "the JSON Schema of a type or of a document",
		.help = "Prints a JSON Schema (2020-12). FORMAT is register, roadmap, "
			"programme, findings, list, log, status or import. sql prints the "
			"tables of the file instead. The type that is called programme is "
			"programmes here.",
		.options = "help",
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_SCHEMA },
		.run = cmd_types_schema,
	},
	{
		.name = "list",
		.arguments = "TYPE [FILTER…]",
		.summary = "the records of a type",
		.help = "Lists records. A filter is field=value, field!=value, field<value, "
			"field<=value, field>value, field>=value or field~text (contains, "
			"whatever the case); all of them must hold. Nothing behind = asks for "
			"records without a value.\n"
			"--group-by puts those together that have the same in a field, with their "
			"number; --sort and --limit then go for each group.",
		.options = "group-by sort limit after columns " RESULT READING,
		.minimum = 1, .maximum = WORDS_ANY,
		.kinds = { WORD_TYPE, WORD_FIELD },
		.run = cmd_list_run,
	},
	{
		.name = "show",
		.arguments = "TYPE REF",
		.summary = "one record with all its fields",
		.help = "REF is the record's id, its key, or its name where only one is called "
			"so. programme needs none.",
		.options = RESULT READING,
		.minimum = 1, .maximum = 2,
		.kinds = { WORD_TYPE, WORD_FREE },
		.run = cmd_records_show,
	},
	{
		.name = "add",
		.arguments = "TYPE field=value…",
		.summary = "add a record",
		.help = "Adds a record with these values. References are written as id, key or "
			"name; dates also as today, +2w or fri. `rollout types TYPE` lists the "
			"fields.",
		.options = RESULT OPENING,
		.minimum = 2, .maximum = WORDS_ANY,
		.kinds = { WORD_TYPE, WORD_FIELD },
		.run = cmd_records_add,
	},
	{
		.name = "set",
		.arguments = "TYPE REF… field=value…",
		.summary = "change fields of records",
		.help = "Nothing behind = empties the field. programme needs no REF. Several records are "
			"changed in one step, all or none; --where 'state=open owner=ada' names them by "
			"conditions, as list takes them (\"quotes\" keep blanks).\n"
			"-n asks what if: which forecasts move, which teams change their wave, what "
			"changes for the forums and in confidence, and which findings appear or vanish. "
			"Nothing is written.",
		.options = "where dry-run " RESULT OPENING,
		.minimum = 2, .maximum = WORDS_ANY,
		.kinds = { WORD_TYPE, WORD_FREE, WORD_FIELD },
		.run = cmd_records_set,
	},
	{
		.name = "remove",
		.arguments = "TYPE REF…",
		.summary = "remove records and what cannot be without them",
		.help = "Says what goes along and what is left without them, and asks; where "
			"it cannot ask it stops with exit code 7 unless --yes is given.",
		.options = "yes no-input dry-run " RESULT OPENING,
		.minimum = 2, .maximum = WORDS_ANY,
		.kinds = { WORD_TYPE, WORD_FREE },
		.run = cmd_remove_run,
	},
	{
		.name = "hand-over",
		.arguments = "PERSON to PERSON",
		.summary = "give all that somebody owns to somebody else",
		.help = "Lists what the first person still owns (relationships, milestones, actions, "
			"roles, forums, risks, workstreams, teams …) and hands it to the second, in one "
			"step. What is done, decided, closed or dropped stays with who did it.",
		.options = "dry-run " RESULT OPENING,
		.minimum = 3, .maximum = 3,
		.kinds = { WORD_FREE },
		.run = cmd_hand_over_run,
	},
};

static const struct command derived_commands[] = {
	{
		.name = "readiness",
		.arguments = "[PERSON QUESTION=SCORE…]",
		.summary = "how ready the organisation is, and what follows for the roadmap",
		.help = "Prints the verdict, the four areas with their questions and what each "
			"weakness means for the roadmap. The weakest answer decides, not the mean.\n"
			"With a person it records their answers of today as one step: "
			"QUESTION is a key or the beginning of one, SCORE is 1 to 5, or nothing or ? "
			"for not known.",
		.options = RESULT "read-only " OPENING,
		.minimum = 0, .maximum = WORDS_ANY,
		.kinds = { WORD_FREE },
		.run = cmd_readiness_run,
	},
	{
		.name = "schedule",
		.arguments = "[MILESTONE]",
		.summary = "when each milestone is expected, its slack, and what is critical",
		.help = "A milestone is expected when the days of work it takes have passed since "
			"all it waits for, or on the date its owner gave where that is later. Slack "
			"is how long it may slip without moving the end; a milestone without slack "
			"is critical. Slip is measured from the day first promised.\n"
			"With a milestone, shows what was expected of it from report to report, and "
			"whether that is a pattern: sliding, accelerating, a late surprise, frozen.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_FREE },
		.run = cmd_schedule_show,
	},
	{
		.name = "forecast",
		.arguments = "",
		.summary = "when each phase is likely to end, and how much that rests on",
		.help = "Simulates the rest of the roadmap many times: each open milestone is late "
			"by anything up to its likely_late_days, or by one of the slips so far "
			"where nobody has estimated it, and what waits for it moves along. P50 and "
			"P80 are the days by which half and four fifths of the courses have ended. "
			"The same facts give the same dates.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_forecast_show,
	},
	{
		.name = "sequence",
		.arguments = "",
		.summary = "which team comes in which wave, and why",
		.help = "Looks at each team's capability, complexity, leader and links, and fills "
			"waves with what coaches and managers can carry. Wave 0 is the pilot.\n"
			"A team stays in a wave where it has a pinned_reason: `rollout set team "
			"REF wave=2 pinned_reason=…`.",
		.options = RESULT READING,
		.minimum = 0, .maximum = 0,
		.kinds = { WORD_NONE },
		.run = cmd_sequence_show,
	},
	{
		.name = "routes",
		.arguments = "PERSON",
		.summary = "whom to ask so that a mixed or resistant person is won over",
		.help = "Lists the chains of influence that lead from an active supporter to the "
			"person, the best first: the supporter's influence out of 5 times each "
			"link's strength out of 3. A chain has at most three links and nobody "
			"twice.\n"
			"It tells how people are seen, so it is for the lead alone: --audience "
			"leadership and team are refused.",
		.options = "limit audience " RESULT READING,
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_FREE },
		.run = cmd_routes_show,
	},
};

static const struct command exchange_commands[] = {
	{
		.name = "import",
		.arguments = "register|roadmap|programme|TYPE FILE",
		.summary = "read records from a file",
		.help = "Reads JSON, JSON Lines or CSV; - is standard input. The whole file is "
			"checked before anything is written, and is one step of the history. "
			"A record whose id is known here and whose name agrees is changed; without "
			"id, one that is the same by its natural key is (a person's name and "
			"organisation); others are added. Numbering is no identity: a known id "
			"under another name is refused, unless --by id=REF says that it is a new "
			"name.\n"
			"Column names are matched with the dictionary's; what was taken for "
			"what is shown. --map settles a doubt.",
		.options = "dry-run skip-invalid rejects force map by dates encoding no-input " RESULT OPENING,
		.minimum = 2, .maximum = 2,
		.kinds = { WORD_DOCUMENT, WORD_FILE },
		.run = cmd_import_run,
	},
	{
		.name = "export",
		.arguments = "register|roadmap|programme|TYPE",
		.summary = "write records to a file or standard output",
		.help = "Writes the document for the audience: the lead's (the default) holds "
			"everything; leadership's has of opinions only attitude, influence and "
			"interest; the team's none about anybody. A file called *.csv is CSV "
			"without being told.",
		.options = "format output force audience " READING,
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_DOCUMENT },
		.run = cmd_export_run,
	},
};

static const struct command help_commands[] = {
	{
		.name = "help",
		.arguments = "[COMMAND|keys|formats|sharing]",
		.summary = "explain a command, the keys, the formats or sharing",
		.help = "Without a word, lists the commands.",
		.options = PLAIN,
		.minimum = 0, .maximum = 1,
		.kinds = { WORD_TOPIC },
		.run = cmd_help_run,
	},
	{
		.name = "completion",
		.arguments = "bash|zsh|fish",
		.summary = "print what makes a shell complete these commands",
		.help = "Prints a script for the shell to read.",
		.options = "help",
		.minimum = 1, .maximum = 1,
		.kinds = { WORD_SHELL },
		.run = cmd_completion_run,
	},
};

static const struct command default_command = {
	.name = "",
	.arguments = "[FILE]",
	.summary = "open the programme in the terminal",
	.help = "Opens the programme. Without a terminal on input and output, prints "
		"what `rollout status` prints.",
	.options = RESULT "version read-only " OPENING,
	.minimum = 0, .maximum = 1,
	.kinds = { WORD_FILE },
	.run = cmd_programme_default,
};

/* clang-format on */

static const struct command_group groups[] = {
	{ "programme", programme_commands,
		sizeof(programme_commands) / sizeof(programme_commands[0]) },
	{ "records", record_commands, sizeof(record_commands) / sizeof(record_commands[0]) },
	{ "derived", derived_commands, sizeof(derived_commands) / sizeof(derived_commands[0]) },
	{ "exchange", exchange_commands, sizeof(exchange_commands) / sizeof(exchange_commands[0]) },
	{ "help", help_commands, sizeof(help_commands) / sizeof(help_commands[0]) },
};

enum { GROUP_COUNT = sizeof(groups) / sizeof(groups[0]), NAMES_MAX = 64 };

const struct command_group *
command_groups(size_t *count)
{
	*count = GROUP_COUNT;
	return groups;
}

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < GROUP_COUNT; i++)
		for (size_t j = 0; j < groups[i].count; j++)
			if (strcmp(groups[i].commands[j].name, name) == 0)
				return &groups[i].commands[j];
	return NULL;
}

const struct command *
command_default(void)
{
	return &default_command;
}

const char *
command_synopsis(const struct command *command, struct arena *arena)
{
	return arena_format(arena, "rollout%s%s%s%s", *command->name ? " " : "", command->name,
		*command->arguments ? " " : "", command->arguments);
}

enum status
command_fail_unknown(const char *name, struct error *error)
{
	const char *names[NAMES_MAX];
	size_t count = 0;

	for (size_t i = 0; i < GROUP_COUNT; i++)
		for (size_t j = 0; j < groups[i].count && count < NAMES_MAX; j++)
			names[count++] = groups[i].commands[j].name;
	(void)error_set(error, STATUS_USAGE, "no such command \"%s\"", name);
	suggest_append(error, name, names, count);
	return error->status;
}
