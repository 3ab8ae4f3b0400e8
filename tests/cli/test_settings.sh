#!/bin/sh
# SPDX-License-Identifier: MIT
# Settings have ranges: what lies outside is refused, or does not count where a file holds it, and at both ends of every range all ends.
. "$TESTS/lib.sh"

expect_exit 0 sample -f p.rollout
"$ROLLOUT" list setting --json | jq -r '.records[].id' >keys
if [ "$(wc -l <keys)" -gt 50 ]; then pass; else fail 'the settings were not found'; fi
while read -r key; do
	expect_exit 3 set setting "$key" value=x
	expect_err "value of $key must be a whole number from "
	sed 's/.* from \([0-9]*\) to \([0-9]*\), .*/\1 \2/' "$ERR" >range
	read -r low high <range
	echo "$key $low $high" >>ranges
	for value in $((high + 1)) 4294967296 -1 '' 1.5; do expect_exit 3 set setting "$key" value="$value"; done
	[ "$low" = 0 ] || expect_exit 3 set setting "$key" value=$((low - 1))
done <keys
for column in 2 3; do
	sqlite3 p.rollout "$(awk -v column=$column '{ printf "UPDATE setting SET value = %s WHERE key = \"%s\";", "\x27" $column "\x27", $1 }' ranges)"
	for command in 'plan -n' status check schedule forecast sequence readiness 'set programme purpose=X -n'; do
		# shellcheck disable=SC2086
		run $command
		case $CODE in 0 | 6) pass ;; *) fail 'expected to end well' ;; esac
	done
done
# A file may hold anything; what is no value of the setting is as if it were not there.
"$ROLLOUT" sample -f q.rollout 2>/dev/null
"$ROLLOUT" status -f q.rollout --json >before
for value in 0 -5 4294967296 abc 99999999999999999999; do
	sqlite3 q.rollout "UPDATE setting SET value = '$value' WHERE key = 'slice_days_max' OR key = 'window_days' OR key = 'influence_high'"
	"$ROLLOUT" status -f q.rollout --json >after
	LAST="value $value"
	expect_same before after
	expect_exit 0 plan -n -f q.rollout
done

finish
