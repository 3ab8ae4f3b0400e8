#!/bin/sh
# SPDX-License-Identifier: MIT
# log, undo, redo: what they print, and that they give back every state byte for byte.
. "$TESTS/lib.sh"

fresh
expect_exit 4 undo
expect_err 'nothing to undo'
expect_exit 4 redo
expect_err 'nothing to redo'
expect_exit 4 undo --json
expect_no_out
expect_exit 0 log
expect_count 2 "$OUT"
expect_out 'start'

expect_exit 0 add team name=One --as 'Ruth Osei'
expect_exit 0 add team name=Two
expect_exit 0 set team Two size=7
expect_exit 0 log --json
expect_valid
expect_equal "$(jq -c '[.steps[] | [.who, .label, .changes, .undone, .state]]' "$OUT")" \
	'[["tester","set size of team \"Two\"",1,false,"done"],["tester","add team \"Two\"",1,false,"done"],["Ruth Osei","add team \"One\"",1,false,"done"],["tester","new programme \"Programme\"",1,false,"origin"]]'
expect_exit 0 log --limit 2
expect_count 3 "$OUT"
expect_exit 0 log --limit 2 --json
expect_equal "$(jq '.steps | length' "$OUT")" 2
expect_exit 0 log --since 2199-01-01
expect_no_out
expect_err 'no step since then'
expect_exit 0 log --since 2000-01-01
expect_count 5 "$OUT"
expect_exit 0 log --since 2000-01-01T10:11
expect_count 5 "$OUT"
expect_exit 0 log --since 2199-01-01 --json
expect_valid

expect_exit 0 undo
expect_out 'undone: set size of team "Two"'
expect_exit 0 undo --json
expect_valid
expect_equal "$(jq -c '[.steps[] | [.label, .undone]]' "$OUT")" '[["add team \"Two\"",true]]'
expect_exit 0 list team
expect_not_out Two
expect_exit 0 log
expect_out 'undone'
# Only who took them back brings them back, and who asks for more than there is gets nothing.
expect_exit 4 redo 2 --as Mara
expect_no_out
expect_err 'nothing to redo by Mara'
expect_err 'by tester'
expect_exit 4 redo 3
expect_no_out
expect_err 'tester has 2 steps to redo, not 3; nothing was changed'
expect_exit 0 redo 2
expect_count 2 "$OUT"
expect_exit 0 show team Two
expect_out 'size:             7'
expect_exit 4 redo
expect_exit 0 log --json
expect_valid
expect_equal "$(jq -c '[.steps[] | [.undone, .undone_by, .redone_by]]' "$OUT")" \
	'[[false,"tester","tester"],[false,"tester","tester"],[false,null,null],[false,null,null]]'
cp p.rollout before
expect_exit 4 undo 9999
expect_no_out
expect_err 'tester has 2 steps to undo, not 9999; nothing was changed'
expect_exit 4 undo 9999 --json
expect_no_out
expect_exit 4 undo --as Mara
expect_err 'nothing to undo by Mara; "set size of team "Two"" by tester'
expect_same p.rollout before
expect_exit 0 undo --as 'Ruth Osei'
expect_out 'undone: add team "One" (Ruth Osei'
expect_exit 0 redo --as 'Ruth Osei'
# What another has built on stays, and both are named.
expect_exit 0 set team One size=3
expect_exit 5 undo --as 'Ruth Osei'
expect_no_out
expect_err 'cannot undo "add team "One"" by Ruth Osei because of "set size of team "One"" by tester, which came later'
expect_exit 0 set team Two size=8 --as 'Ruth Osei'
cp p.rollout before
expect_exit 5 undo 2
expect_no_out
expect_err 'because of "set size of team "Two"" by Ruth Osei'
expect_same p.rollout before
expect_exit 0 undo --as 'Ruth Osei'
expect_exit 0 undo 2
expect_count 2 "$OUT"
# A change of one's own overtakes what one took back oneself, and nothing of anybody else.
expect_exit 0 add team name=Four --as 'Ruth Osei'
expect_exit 0 undo --as 'Ruth Osei'
expect_exit 0 add team name=Three
expect_exit 4 redo
expect_exit 0 redo --as 'Ruth Osei'
expect_out 'redone: add team "Four"'
expect_exit 0 log
expect_out 'undone for good'
expect_exit 0 log --json
expect_valid

# A label never quotes an opinion.
expect_exit 0 add stakeholder name=Ines notes='likes nobody' attitude=resistant
expect_exit 0 set stakeholder Ines main_concern='loses face'
expect_exit 0 log
expect_not_out 'likes nobody'
expect_not_out 'loses face'
expect_not_out 'resistant'

# Random changes with fixed seeds: undoing all gives the first state, redoing all the last, with every state between.
random() {
	SEED=$(((SEED * 1103515245 + 12345) % 2147483648))
	RANDOM_NUMBER=$((SEED / 65536 % $1))
}
one_change() {
	random 9
	case $RANDOM_NUMBER in
	0) random 12; "$ROLLOUT" add stakeholder id="s$RANDOM_NUMBER" name="Person $SEED" influence=$((SEED % 5 + 1)) ;;
	1) random 12; a=$RANDOM_NUMBER; random 12; "$ROLLOUT" set stakeholder "s$a" owner="s$RANDOM_NUMBER" notes="note $SEED" ;;
	2) random 12; a=$RANDOM_NUMBER; random 12; "$ROLLOUT" add relationship from="s$a" to="s$RANDOM_NUMBER" ;;
	3) random 12; "$ROLLOUT" remove stakeholder "s$RANDOM_NUMBER" --yes ;;
	4) random 6; "$ROLLOUT" add team id="t$RANDOM_NUMBER" name="Team $SEED" leader="s$RANDOM_NUMBER" ;;
	5) random 6; "$ROLLOUT" set team "t$RANDOM_NUMBER" leader= size=$((SEED % 50 + 1)) ;;
	6) random 6; "$ROLLOUT" remove team "t$RANDOM_NUMBER" --yes ;;
	7) random 12
		printf '[{"id":"s%s","name":"Imported %s"},{"name":"Only %s","owner":"s%s"}]' "$RANDOM_NUMBER" "$SEED" "$SEED" \
			"$RANDOM_NUMBER" >people.json
		"$ROLLOUT" import register people.json ;;
	8) random 12; "$ROLLOUT" set stakeholder "s$RANDOM_NUMBER" key="k$SEED" ;;
	esac >/dev/null 2>&1 || true
}
steps_now() {
	"$ROLLOUT" log --json | jq '[.steps[] | select(.undone | not)] | length'
}
for SEED in 1 2; do
	seed=$SEED
	rm -rf states && mkdir states
	fresh
	"$ROLLOUT" export programme >states/1
	for _ in $(seq 25); do
		one_change
		"$ROLLOUT" export programme >"states/$(steps_now)"
	done
	last=$(steps_now)
	LAST="25 random changes of seed $seed"
	for step in $(seq $((last - 1)) -1 1); do
		"$ROLLOUT" undo >/dev/null 2>&1
		"$ROLLOUT" export programme >now
		if ! cmp -s now "states/$step"; then fail "undo does not give back state $step of $last"; break; fi
	done
	expect_same now states/1
	expect_exit 4 undo
	for step in $(seq 2 "$last"); do
		"$ROLLOUT" redo >/dev/null 2>&1
		"$ROLLOUT" export programme >now
		if ! cmp -s now "states/$step"; then fail "redo does not give back state $step of $last"; break; fi
	done
	expect_same now "states/$last"
	expect_exit 4 redo
	expect_exit 0 undo $((last - 1))
	"$ROLLOUT" export programme >now
	expect_same now states/1
	expect_exit 0 redo $((last - 1))
	"$ROLLOUT" export programme >now
	expect_same now "states/$last"
	expect_exit 0 verify
done

# The history is cut into days as people here live them: where it is ten past midnight, what was just done was done today, though
# elsewhere it is yesterday still; where it is ten to midnight, tomorrow has not begun.
zone() {
	printf 'HERE%s%02d:%02d:%02d' "$1" $(($2 / 3600)) $(($2 / 60 % 60)) $(($2 % 60))
}
of_day=$(($(date -u +%s) % 86400))
for place in "- $((86400 - of_day + 600))" "+ $((of_day + 600))"; do
	# shellcheck disable=SC2086
	TZ=$(zone $place)
	export TZ
	unset ROLLOUT_TODAY
	rm -f ./*.rollout
	fresh
	expect_exit 0 add team name=One
	expect_exit 0 log --since today
	expect_out 'add team "One"'
	expect_exit 0 log --since "$(date +%F)" --json
	expect_equal "$(jq '.steps | length' "$OUT")" 2
	expect_exit 0 log --since tomorrow
	expect_no_out
	expect_exit 0 log --since -1d
	expect_out 'add team "One"'
	expect_exit 0 status --json
	expect_equal "$(jq -r '.changed[0].detail' "$OUT")" "tester, $(date +%F)"
	# People are told when by the clock here, documents in UTC.
	expect_exit 0 log --limit 1
	expect_out "$(date +%F) "
	expect_exit 0 log --limit 1 --json
	expect_out "\"at\": \"$(date -u +%F)T"
	expect_exit 0 undo
	expect_out "(tester, $(date +%F) "
	expect_exit 0 redo
	# The control room looks a week back, by the same days.
	expect_exit 0 status --json --today "$(date -d '+8 days' +%F)"
	expect_equal "$(jq '.changed | length' "$OUT")" 0
	expect_exit 0 status --json --today "$(date -d '+7 days' +%F)"
	expect_equal "$(jq '.changed | length' "$OUT")" 1
done

finish
