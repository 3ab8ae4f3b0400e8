#!/bin/sh
# SPDX-License-Identifier: MIT
# Waves as records: when each launches, what moves with it, what-if, and the rules P4 and P5 about them.
. "$TESTS/lib.sh"

due() {
	"$ROLLOUT" show engagement "$1" --json | jq -r '.records[0].due_on'
}

rm -f ./*.rollout
run new Waves -f w.rollout --starts-on 2026-11-23 --launches-on 2027-01-11
# What is dated by the launch is so from the first day on.
expect_equal "$(due engage-launch-executive-sponsor)" 2027-01-11
for n in 1 2 3; do
	expect_exit 0 add stakeholder id=p$n name="Person $n"
	expect_exit 0 add team id=t$n name="Team $n" capability=high stance=willing cross_functional=yes leader=p$n
	expect_exit 0 readiness p$n shared-motive=5
done
expect_exit 0 set programme sponsor=p1 lead=p2
expect_exit 0 set setting wave_teams value=2
expect_exit 0 set team t3 wave=1 pinned_reason='after the others'
expect_exit 0 plan
expect_equal "$("$ROLLOUT" list wave --json | jq -c '[.records[] | [.number, .gate]]')" '[[0,null],[1,"pilot-gate"]]'
expect_equal "$("$ROLLOUT" check --json | jq -c '[.findings[] | select(.rule | test("^(P|M[1-8])")) | .id]')" '[]'
gate=$("$ROLLOUT" schedule --json | jq -r '.milestones[] | select(.milestone == "pilot-gate") | .forecast_on')
expect_equal "$gate" 2027-04-26
expect_equal "$(due engage-launch-executive-sponsor-w1)" 2027-05-10

# The launch moves: what would follow is told, with everything that is dated by it; then it does.
expect_exit 0 set programme launches_on=2027-02-22 --dry-run --json
expect_valid
expect_equal "$(jq -c '.waves | map([.wave, .from, .to, .days])' "$OUT")" '[[0,"2027-01-11","2027-02-22",42],[1,"2027-05-10","2027-06-21",42]]'
expect_equal "$(jq -c '[.milestones[] | select(.milestone == "pilot-launch") | .days]' "$OUT")" '[42]'
expect_equal "$(jq -c '[.engagement[] | select(.engagement == "engage-launch-executive-sponsor") | [.from, .to, .days]]' "$OUT")" '[["2027-01-11","2027-02-22",42]]'
expect_equal "$(jq '.engagement | length > 40' "$OUT")" true
expect_equal "$(due engage-launch-executive-sponsor)" 2027-01-11
expect_exit 0 set programme launches_on=2027-02-22 --dry-run
expect_out 'waves that launch on another day'
expect_out 'engagement that moves with them'
# A person's own day stays where it is.
expect_exit 0 set engagement engage-launch-coach due_on=2027-01-20
expect_equal "$("$ROLLOUT" show engagement engage-launch-coach --json | jq -r '.records[0].days_from_launch')" null
expect_exit 0 set programme launches_on=2027-02-22
expect_equal "$(due engage-launch-executive-sponsor)" 2027-02-22
expect_equal "$(due engage-launch-coach)" 2027-01-20
expect_equal "$("$ROLLOUT" show milestone pilot-launch --json | jq -r '.records[0].forecast_on')" 2027-02-22
expect_exit 0 undo
expect_equal "$(due engage-launch-executive-sponsor)" 2027-01-11
expect_equal "$("$ROLLOUT" show milestone pilot-launch --json | jq -r '.records[0].forecast_on')" 2027-01-11

# A gate that moves moves its wave, and with it what is dated by it: never before today.
expect_exit 0 set milestone pilot-gate forecast_on=2027-05-31 --dry-run --json
expect_equal "$(jq -c '.waves | map([.wave, .days])' "$OUT")" '[[1,35]]'
expect_exit 0 set milestone pilot-gate forecast_on=2027-05-31
expect_equal "$(due engage-launch-executive-sponsor-w1)" 2027-06-14
expect_equal "$(due engage-launch-executive-sponsor)" 2027-01-11
# On a holiday it is the next working day.
expect_exit 0 add holiday on=2027-06-14
expect_equal "$(due engage-launch-executive-sponsor-w1)" 2027-06-15
expect_exit 0 undo 2
expect_equal "$(due engage-launch-executive-sponsor-w1)" 2027-05-10

# A day that a person plans for a wave holds, and P4 says where it cannot; so it does for the launch itself.
expect_exit 0 set wave wave-1 launches_on=2027-04-05
expect_equal "$(due engage-launch-executive-sponsor-w1)" 2027-04-05
expect_exit 6 check P4 --json
expect_equal "$(jq -c '[.findings[].id]' "$OUT")" '["P4/wave/wave-1"]'
expect_exit 0 set wave wave-1 launches_on=
expect_exit 0 set wave wave-1 launched_on=2026-11-20
expect_exit 6 check P4
expect_out 'launched on 2026-11-20 while'
expect_exit 0 undo 3
expect_exit 0 set programme launches_on=2026-11-30
expect_exit 6 check P4
expect_out 'the launch on 2026-11-30 stands before'
expect_exit 0 undo
expect_exit 0 check P5 --json
expect_exit 0 set milestone wave-1-drafts wave=
expect_exit 0 set milestone wave-1-check-ins wave=
expect_exit 0 remove milestone handoff-t1 --yes
expect_exit 0 check P5 --json
expect_equal "$(jq -c '[.findings[].id] | sort' "$OUT")" '["P5/team/t1","P5/wave/wave-1"]'

# Where the rollout stands: the highest wave that has launched, and none before its gate is passed.
expect_exit 0 status --json --today 2026-12-01
expect_equal "$(jq -r .wave "$OUT")" null
expect_exit 0 status --json --today 2027-01-12
expect_valid
expect_equal "$(jq -r .wave "$OUT")" 0
expect_exit 0 status --today 2027-01-12
expect_out ', wave 0'
expect_exit 0 set wave wave-1 launched_on=2027-01-11
expect_exit 0 status --json --today 2027-01-12
expect_equal "$(jq -r .wave "$OUT")" 0
expect_exit 0 undo

# A capacity and a person: what a plan would say then.
expect_exit 0 set setting wave_teams value=1 --dry-run --json
expect_valid
expect_equal "$(jq -r '.plan_end_after > .plan_end_before' "$OUT")" false
expect_exit 0 set team t3 pinned_reason= wave= --dry-run
expect_exit 0 set team t2 wave=2 pinned_reason=later --dry-run
expect_out 'its end moves from'
finish
