#!/bin/sh
# SPDX-License-Identifier: MIT
# The command line itself: what it refuses, and how it says so.
. "$TESTS/lib.sh"

expect_usage merge
expect_err 'rollout: no such command "merge"'
expect_usage lst
expect_err 'no such command "lst"; did you mean list?'
expect_usage merge other.rollout
expect_err 'no such command "merge"'
expect_usage ''
expect_err 'no such command ""'
expect_usage list
expect_err 'list: something is missing; usage: rollout list TYPE [FILTER…]'
expect_usage status extra
expect_err 'unexpected argument "extra"; usage: rollout status'
expect_usage undo 1 2
expect_usage export register roadmap
expect_usage import register
expect_usage add stakeholder
expect_usage set stakeholder x
expect_usage completion
expect_usage completion tcsh
expect_err 'completion is there for bash, zsh and fish, not for "tcsh"'

expect_usage list team --bogus
expect_err 'no such option --bogus'
expect_usage list team --limt 3
expect_err 'no such option --limt; did you mean --limit?'
expect_usage list team -x
expect_err 'no such option -x'
expect_usage list team -nx
expect_usage list team --json=yes
expect_err '--json takes no value'
expect_usage list team --limit
expect_err '--limit needs a value'
expect_usage list team -f
expect_err '-f needs a value'
expect_usage list team --color blue
expect_err '--color must be one of auto always never, not "blue"'
expect_usage export team --format xml
expect_err '--format must be one of json csv, not "xml"'
expect_usage export team --audience world
expect_usage import register x.json --map name
expect_err '--map must be COLUMN=FIELD, not "name"'
expect_usage import register x.json --map =name
expect_usage import register x.json --map a=
expect_usage --file ''
expect_err 'the name of the file is empty'

# An option that does nothing for a command is not taken.
for line in 'status --limit 3' 'list team --format csv' 'export team --json' 'new X --json' 'help --today 2026-01-01' \
	'check --as me' 'add team --read-only name=X' 'schema team --json' 'log --sort at' 'list team --dry-run' \
	'import team x.csv --yes' 'backup x --today 2026-01-01' 'undo --force' 'verify --version'; do
	# shellcheck disable=SC2086
	expect_usage $line
	expect_err 'takes no option --'
done
expect_usage --limit 3
expect_err 'rollout without a command takes no option --limit'
expect_usage export team --force
expect_err '--force goes with -o FILE'
expect_usage import team x.csv --skip-invalid
expect_err '--skip-invalid and --rejects FILE go together'
expect_usage import team x.csv --rejects y
expect_usage import team x.csv --force
expect_err '--force goes with --rejects FILE'

# Words that must be numbers, dates, names.
fresh
for number in 0 -1 1x x '' 99999999999999999999; do
	expect_usage list team --limit "$number"
	expect_usage undo -- "$number"
done
expect_err 'must be a whole number of at least 1'
for date in 2026-02-30 tomorrow '' 20260101 1899-12-31; do
	expect_usage status --today "$date"
done
expect_err '--today must be a date as YYYY-MM-DD, not "1899-12-31"'
ROLLOUT_TODAY=nonsense
export ROLLOUT_TODAY
expect_usage status
expect_err 'ROLLOUT_TODAY must be a date as YYYY-MM-DD, not "nonsense"'
expect_exit 0 status --today 2026-11-22
ROLLOUT_TODAY=2026-11-22
expect_usage undo --as ''
expect_err '--as must be a name of at most 200 characters on one line'
expect_usage undo --as "$(printf 'a\nb')"
expect_usage log --since gestern
expect_err '--since must be a date such as 2027-03-31, today or +2w, not "gestern"'

# Options stand anywhere; behind -- nothing is one; the environment does not change that.
expect_exit 0 --json list team
expect_valid
expect_exit 0 list --json team
expect_exit 0 list team -- 'name=--json'
POSIXLY_CORRECT=1
export POSIXLY_CORRECT
expect_exit 0 list team --json
expect_valid
unset POSIXLY_CORRECT
expect_exit 2 list team -- --json
expect_err '"--json" is no filter'

# Many and long arguments.
long=$(head -c 100000 /dev/zero | tr '\0' x)
expect_exit 2 "$long"
expect_count 1 "$ERR"
expect_exit 2 list team "$long"
# shellcheck disable=SC2046
expect_exit 2 status $(seq 10000)

# Help and version need nothing at all.
for line in --help help 'help list' 'list --help' --version 'help keys' 'help formats' 'remove -h' 'types' 'schema team'; do
	LAST="rollout $line in an empty environment"
	# shellcheck disable=SC2086
	env -i "$ROLLOUT" $line >"$OUT" 2>"$ERR" </dev/null
	CODE=$?
	expect_code 0
	expect_no_err
done
expect_exit 0 --version
expect_line 'rollout 0.1.0'
expect_exit 0 help
expect_out 'usage: rollout [OPTION…] [FILE]'
for command in new sample status check log undo redo backup verify types schema list show add set remove routes import export help completion; do
	expect_exit 0 help
	expect_out "  $command "
	expect_exit 0 help "$command"
	expect_out "usage: rollout $command"
	expect_exit 0 "$command" --help
	expect_out "usage: rollout $command"
done
expect_exit 0 help
for later in merge portfolio erase measures signals calendar agenda report; do
	expect_not_out "  $later "
done
expect_exit 2 help lst
expect_err 'no such command "lst"; did you mean list?'
expect_exit 0 help keys
expect_out 'draft the roadmap from readiness'
expect_out 'in the log'
expect_exit 0 help formats
expect_out 'register, roadmap, programme'

# Every command of the table that names options names real ones, and every option belongs to a command.
for option in $("$ROLLOUT" completion bash | grep -o -- '--[a-z][a-z-]*' | sort -u); do
	hits=$("$ROLLOUT" completion bash | grep -c -- "options=.*$option[ ']")
	LAST="completion bash ($option)"
	if [ "$hits" -gt 0 ]; then pass; else fail "$option belongs to no command"; fi
done

finish
