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
expect_err '--format must be one of json csv'
expect_usage export team --audience world
expect_usage import register x.json --map name
expect_err '--map must be COLUMN=FIELD, not "name"'
expect_usage import register x.json --map =name
expect_usage import register x.json --map a=
expect_usage --file ''
expect_err 'the name of the file is empty'

# An option whose promise a command would break is not taken.
for line in 'status --limit 3' 'add team --read-only name=X' 'log --sort at' 'undo --dry-run' 'list team --audience team' \
	'list team -o x' 'export team -n' 'backup x -n' 'sample --starts-on 2027-01-01' 'verify --version'; do
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

# One that makes no difference is taken and does nothing, by every command alike.
fresh
for option in --yes -y --no-input --json '-f p.rollout' '--as me' '--today 2026-11-22' --ascii '--color never' --force '--map a=b' \
	'--rejects not-made'; do
	for line in status check log verify types 'types team' 'schema team' 'list team' 'show programme' readiness schedule forecast sequence \
		help 'help keys' 'completion bash' 'set programme purpose=X' 'add tip text=Y' 'remove tip Y --yes' undo redo plan; do
		# shellcheck disable=SC2086
		run $line $option
		case $CODE in
		0 | 6) pass ;;
		*) fail 'expected to be taken' ;;
		esac
	done
done
expect_no_file not-made
expect_exit 0 export team --json
expect_valid
expect_exit 0 export team --format json --json
expect_usage export team --format csv --json
expect_err '--json'
expect_usage export team -o x.csv --json
expect_no_file x.csv
expect_exit 0 types --read-only
expect_exit 0 schema team --read-only -f nowhere.rollout
expect_exit 0 new X --json --no-input --yes -f x.rollout --bare
expect_no_out
rm x.rollout
expect_exit 0 sample --json --no-input -f x.rollout
rm x.rollout
expect_exit 0 backup x --json --today 2026-01-01 --as me
rm x

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
for line in --help help 'help list' 'list --help' --version 'help keys' 'help formats' 'help sharing' 'remove -h' 'types' 'schema team'; do
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
expect_exit 2 help lst
expect_err 'no such command "lst"; did you mean list?'
expect_exit 0 help keys
expect_out 'draft the roadmap from readiness'
expect_out 'in the log'
expect_exit 0 help formats
expect_out 'register, roadmap, programme'

# The command table, as completion prints it: each command and its options, a line each. What help, the other shells and the man page
# say must be the same commands and the same options.
# table SCRIPT: of bash or zsh.
table() {
	awk '/^\tcase \$command in$/ { inside = 1 }
		inside && /^\t[a-z-]+\)$/ { name = $1; sub(/\)/, "", name) }
		inside && name && /^\t\toptions=/ { sub(/^\t\toptions=./, ""); sub(/.$/, ""); gsub(/--/, ""); print name, $0; name = "" }' "$1"
}

# has FILE LINE: as expect_line, of a file.
has() {
	if grep -qxF -- "$2" "$1"; then pass; else fail "${1##*/} lacks: $2"; fi
}

for shell in bash zsh fish; do "$ROLLOUT" completion $shell >script.$shell; done
table script.bash >table
table script.zsh >table.zsh
sed -n "s/^complete -c rollout -n '__fish_seen_subcommand_from \([a-z-]*\)' -l \([a-z-]*\).*/\1 \2/p" script.fish >table.fish
sed -e 's/\\-/-/g' "$TESTS/../../data/man/rollout.1" >page
"$ROLLOUT" help >overview
LAST='completion zsh'
expect_same table table.zsh
LAST=help
awk '/^options/ { exit } /^  [a-z]/ { print $1 }' overview | sort >named
cut -d' ' -f1 table | sort >commands
expect_same named commands
if [ "$(wc -l <commands)" -gt 20 ]; then pass; else fail 'the table was not found'; fi
sed -n 's/^\.It Cm \([a-z-]*\).*/\1/p' page | sort -u >named
LAST='the man page'
expect_same named commands

while read -r command options; do
	expect_exit 0 help "$command"
	if head -n 1 "$OUT" | grep -q "^usage: rollout $command"; then pass; else fail 'no usage'; fi
	cp "$OUT" help
	sed -n 's/^  \(-[a-z], \|    \)--\([a-z-]*\).*/\2/p' help | xargs >named
	expect_equal "$(cat named)" "$options"
	expect_exit 0 "$command" --help
	expect_same "$OUT" help
	expect_usage "$command" --no-such-option
	expect_err 'no such option --no-such-option'
	LAST='completion fish'
	for option in $options; do has table.fish "$command $option"; done
	if [ "$(grep -c "^$command " table.fish)" -eq "$(wc -w <named)" ]; then pass; else fail "fish offers $command other options"; fi
done <table
# Every option is explained, and belongs to a command; version alone belongs to none.
sed -n 's/^complete -c rollout .* -l \([a-z-]*\).*/\1/p' script.fish | sort -u >all
for option in $(cat all); do
	LAST="the option --$option"
	if grep -qE "^\.It .*Fl -$option( |\$)|, -$option( |\$)" page; then pass; else fail 'the man page does not explain it'; fi
	if grep -q " $option\$" table.fish || [ "$option" = version ]; then pass; else fail 'it belongs to no command'; fi
done

finish
