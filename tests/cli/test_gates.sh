#!/bin/sh
# SPDX-License-Identifier: MIT
# What stands behind a gate waits for it, no team is trained or launched before the leaders agree, and an override is seen ever after.
. "$TESTS/lib.sh"

ROLLOUT_TODAY=2026-11-23
export ROLLOUT_TODAY

# All red: the drafted launch has no word in its title, and is refused by its kind; the message names the gate, what it lacks and the way out.
rm -f p.rollout
run new Harbour -f p.rollout --starts-on 2026-11-23 --launches-on 2027-01-11
expect_exit 0 add stakeholder id=ada name=Ada group=executive_sponsor
expect_exit 0 add stakeholder id=ben name=Ben
expect_exit 0 set programme sponsor=ada lead=ben
for question in $("$ROLLOUT" list question --json | jq -r '.records[].id'); do
	run readiness ada "$question=1"
done
expect_exit 0 plan
expect_equal "$("$ROLLOUT" show milestone pilot-launch --json | jq -r '.records[0].kind')" launch
expect_exit 0 set evidence --where milestone=pilot-launch proof='notes' met=yes checked_by=ada
expect_exit 3 claim pilot-launch
expect_err 'F1: "Pilot managers answer'
expect_err 'the leaders are not calibrated; "Executives name one shared reason'
expect_err 'is planned, 0 of 2 criteria met; prove it first, or give an override_reason (--override REASON)'
expect_exit 3 set milestone pilot-launch state=in_progress
expect_exit 3 set milestone pilot-launch state=accepted
expect_err 'F1: '
expect_exit 3 add milestone title='Managers draft' kind=training state=in_progress
expect_exit 0 add milestone id=taught title='Managers draft' kind=training owner=ben
expect_exit 0 add milestone id=told title='Managers are told after the launch' owner=ben
expect_exit 0 set milestone told state=in_progress
# The empty word is no reason; a reason is kept, and the claim has it.
expect_exit 2 claim pilot-launch --override ''
expect_exit 0 claim pilot-launch --override 'the board asked for it'
expect_exit 0 list claim milestone=pilot-launch --json
expect_equal "$(jq -r '.records[0].reason' "$OUT")" 'the board asked for it'
expect_exit 0 accept pilot-launch ada
expect_exit 6 check --json
expect_equal "$(jq -r '[.findings[] | select(.subject.id == "pilot-launch") | "\(.rule) \(.message)"] | join("; ")' "$OUT")" 'M5 accepted by override'
expect_exit 0 export roadmap
expect_valid
expect_equal "$(jq -r '[.. | objects | select(.id? == "pilot-launch") | .override_reason] | first' "$OUT")" 'the board asked for it'
# Without the reason it would be as it was refused.
expect_exit 3 set milestone pilot-launch override_reason=
expect_exit 0 set milestone taught state=in_progress --override 'booked before'
# A change by a sheet is no way around.
echo '[{"id": "pilot-gate", "title": "Leaders decide on scale from what the pilot proved"}, {"id": "told", "title": "Managers are told after the launch", "kind": "launch", "state": "in_progress"}]' >sheet.json
expect_exit 3 import milestone sheet.json
expect_err 'F1: "Managers are told'

# Behind a gate, directly or through others, whatever the kind; M5 first, since proof is asked for in any case.
fresh
for person in Ada Ben Cyd; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 add milestone id=gate title='Leaders decide on scale' kind=gate owner=ada forecast_on=2026-12-10
expect_exit 0 add evidence id=g1 milestone=gate criterion='A decision is on record'
expect_exit 0 add milestone id=mid title='Teams draft' owner=ben
expect_exit 0 add milestone id=x title='Teams run check-ins' owner=ben
expect_exit 0 add evidence milestone=x criterion='Four seen' proof='notes'
expect_exit 0 add dependency from=gate to=mid
expect_exit 0 add dependency from=mid to=x
expect_exit 0 set milestone x state=in_progress
expect_exit 3 claim x
expect_err 'M8: "Teams run check-ins" cannot be claimed: the gate "Leaders decide on scale" before it is planned, 0 of 1 criteria met'
expect_err 'accept the gate, pass it with conditions, or give an override_reason (--override REASON)'

# Settled by a decision: go by accepting; with conditions that have an owner and a date, for as long as all are in time.
expect_exit 3 set milestone mid settled=hold
expect_err 'is no gate; only a gate is settled'
expect_exit 3 set milestone gate settled=go
expect_err 'is passed by accepting it'
expect_exit 3 set milestone gate settled=go_with_conditions
expect_err 'has no condition yet'
expect_exit 0 add milestone id=coach title='A second coach is found' condition_of=gate
expect_exit 0 set milestone gate settled=go_with_conditions
expect_exit 3 claim x
expect_err 'its condition "A second coach is found" has no owner'
expect_exit 0 set milestone coach owner=cyd
expect_exit 3 claim x
expect_err 'its condition "A second coach is found" has no date'
expect_exit 0 set milestone coach forecast_on=2026-12-05
expect_exit 0 claim x
expect_equal "$("$ROLLOUT" check --json | jq '[.findings[] | select(.rule == "M8")] | length')" 0
expect_equal "$("$ROLLOUT" check --json --today 2026-12-06 | jq -r '.findings[] | select(.rule == "M8") | .message')" \
	'claimed, though the gate "Leaders decide on scale" before it is held by a condition that is not in time'
expect_exit 3 accept x cyd --today 2026-12-06
expect_err 'its condition "A second coach is found" is late'
expect_exit 0 accept x cyd

# An accepted gate is settled: go.
expect_exit 0 claim gate 1='minutes'
expect_exit 0 accept gate cyd
expect_equal "$("$ROLLOUT" show milestone gate --json | jq -r '.records[0].settled')" go

finish
