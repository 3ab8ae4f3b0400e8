#!/bin/sh
# SPDX-License-Identifier: MIT
# The control room as text: narrow enough for every window, and on a day in the past without anything that came later.
. "$TESTS/lib.sh"

# expect_narrow: no line of the output is wider than 80 characters.
expect_narrow() {
	if LC_ALL=C.UTF-8 grep -nE '^.{81,}' "$OUT" >wide; then fail "lines of more than 80 characters: $(head -n 2 wide)"; else pass; fi
}

# join: the output without its line breaks, as a reader takes it in.
join() {
	tr -s '\n ' '  ' <"$OUT" >joined && cp joined "$OUT"
}

expect_exit 0 sample -f s.rollout
expect_exit 0 status -f s.rollout --today 2026-11-22
expect_narrow
join
expect_out 'Pilot teams read their outcome measures from agreed sources each week'
expect_exit 0 -f s.rollout --today 2027-03-01
expect_narrow
rm s.rollout

fresh
long=$(printf 'Word%.0s ' $(seq 60) | cut -c1-190)
expect_exit 0 set programme name="$long" purpose="$long"
expect_exit 0 add decision question="$long?" requested_on=2026-11-20
expect_exit 0 add blocker text="$(printf 'x%.0s' $(seq 190))" raised_on=2026-11-20
expect_exit 0 status
expect_narrow
expect_out "$(printf 'x%.0s' $(seq 70))"

# Day by day: what is asked, raised, decided and resolved, each from its own day on.
fresh
today() {
	"$ROLLOUT" status --json --today "$1" | jq -c "$2"
}
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 add decision id=d question='Who decides?' requested_on=2026-11-10 decided_on=2026-11-15
expect_exit 0 add blocker text='No data' raised_on=2026-11-11 escalated_on=2026-11-14 resolved_on=2026-11-16
expect_exit 0 add escalation finding=S2/stakeholder/ada raised_on=2026-11-12 due_on=2026-11-13 closed_on=2026-11-17 outcome=agreed owner=ada
expect_exit 0 rate programme red 'nothing is known'
expect_equal "$(today 2026-11-09 '[.decisions, .blocked]')" '[[],[]]'
expect_equal "$(today 2026-11-10 '[.decisions[] | [.text, .since_on, .due_on]]')" '[["Who decides?","2026-11-10",null]]'
expect_equal "$(today 2026-11-12 '[.decisions[].text]')" '["Who decides?","escalation of S2, Ada is open"]'
expect_equal "$(today 2026-11-13 '[.blocked[].detail]')" '["open 2 days"]'
expect_equal "$(today 2026-11-14 '[.blocked[].detail, .confidence.suggested]')" '["open 3 days, escalated","red"]'
expect_equal "$(today 2026-11-15 '[.decisions[].text]')" '["escalation of S2, Ada is open"]'
expect_equal "$(today 2026-11-17 '[.decisions, .blocked, .confidence.suggested]')" '[[],[],"unknown"]'
# The rating of today is none of yesterday.
expect_equal "$(today 2026-11-21 .confidence.given)" null
expect_equal "$(today 2026-11-22 .confidence.given)" '"red"'
expect_exit 0 status --today 2026-11-21
expect_out 'not rated yet'
# Changes are those up to the end of that day, by the clock of the history.
expect_equal "$(today 2020-01-10 '.changed')" '[]'
now=$(date +%Y-%m-%d)
expect_equal "$(today "$now" '[.changed[].text] | .[0]')" '"add rating \"programme\""'

# A claim, and a check of evidence, are known from their day on.
expect_exit 0 add phase id=pilot name=pilot starts_on=2026-11-01 ends_on=2027-01-31
expect_exit 0 add milestone id=m title='Managers run their own check-ins' owner=ada phase=pilot kind=gate forecast_on=2026-12-01
expect_exit 0 add evidence milestone=m criterion='Four check-ins seen' met=yes proof=notes checked_by=ada checked_on=2026-11-22
expect_exit 0 claim m --today 2026-11-24
expect_equal "$(today 2026-11-23 '[[.decisions[].text], .gate.met, .gate.criteria]')" '[[],1,1]'
expect_equal "$(today 2026-11-21 .gate.met)" 0
expect_equal "$(today 2026-11-24 '[.decisions[].id]')" '["m"]'

finish
