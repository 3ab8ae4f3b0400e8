#!/bin/sh
# SPDX-License-Identifier: MIT
# signals: what stood on which day, by which readings; raised once, cleared by two good readings, waived for a reason and a time.
. "$TESTS/lib.sh"

stood() {
	expect_exit 0 signals --json --today "$1"
	jq -r '[.findings[].id] | join(" ")' "$OUT"
}

fresh
expect_exit 0 set programme starts_on=2026-09-07 key=whole
expect_exit 0 add stakeholder id=ada name='Ada Lund'
expect_exit 0 add forum id=review name=Review level=leadership rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-09-07
n=0
for state in present absent absent present absent present present; do
	on=$(date -d "2026-09-07 +$((7 * n)) days" +%F) n=$((n + 1))
	expect_exit 0 add meeting id="m$n" forum=review on="$on"
	expect_exit 0 add attendance meeting="m$n" stakeholder=ada state=$state
	expect_exit 0 add action meeting="m$n" text="Call $n"
done
# At any day the file tells what stood.
expect_equal "$(stood 2026-09-20)" ''
expect_equal "$(stood 2026-09-21)" 'G1/stakeholder/ada'
expect_equal "$(stood 2026-09-28)" 'G1/stakeholder/ada'
expect_equal "$(stood 2026-10-12)" 'G1/stakeholder/ada'
expect_equal "$(stood 2026-10-19)" ''
expect_exit 0 signals --json --today 2026-10-12
expect_valid
expect_equal "$(jq -c '.findings[] | select(.id == "G1/stakeholder/ada") | [.facts.since_on, .facts.readings[0].absent_on, (.false_alarms | length > 0), (.response | length > 0)]' "$OUT")" \
	'["2026-09-21",["2026-09-14","2026-09-21","2026-10-05"],true,true]'
expect_exit 0 signals --today 2026-10-12
expect_out 'chance alone: in pure noise'
expect_exit 0 add waiver finding=G1/stakeholder/ada reason='Was ill' until_on=2026-10-11 --today 2026-10-05
expect_equal "$(stood 2026-09-28)" ''
expect_equal "$(stood 2026-10-12)" 'G1/stakeholder/ada'
expect_exit 0 signals --json --today 2026-09-28
expect_equal "$(jq .waived "$OUT")" 1
# Nothing but signals: check finds more.
expect_exit 6 check --json --today 2026-09-28
expect_equal "$(jq -c '[.findings[] | select(.rule | test("^[GV]"))] | length' "$OUT")" 0
expect_exit 0 undo
expect_exit 0 signals --json --today 2026-09-28
expect_equal "$(jq -c '[.findings[].rule] | unique' "$OUT")" '["G1"]'

# R8: who holds a role changed after the row was written down, until somebody confirms it.
fresh
expect_exit 0 add activity id=row name=Drafting
expect_exit 0 add role id=lead name=Lead
expect_exit 0 add stakeholder id=ada name='Ada Lund'
expect_exit 0 add stakeholder id=ben name='Ben Hall'
expect_exit 0 add role_holder role=lead stakeholder=ada
expect_exit 0 add assignment activity=row role=lead letters=A
expect_exit 0 check R8
expect_out 'nothing found'
expect_exit 0 add role_holder id=new role=lead stakeholder=ben
expect_exit 0 check R8 --json
expect_equal "$(jq -r '.findings[] | .id + ": " + .message' "$OUT")" 'R8/activity/row: Ben Hall came to Lead since it was written down'
expect_exit 0 set activity row confirmed_on=2099-01-01
expect_exit 0 check R8
expect_out 'nothing found'

finish
