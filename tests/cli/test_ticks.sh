#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing is done by ticking it: handed off, passed, done, applied and closed need what shows them, and an escalation or waiver its finding.
. "$TESTS/lib.sh"

ROLLOUT_TODAY=2026-11-23
export ROLLOUT_TODAY
fresh
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 add team id=north name='Sales North'

# A team is handed off by the gate: all four criteria, with evidence, in two cycles in a row.
expect_exit 3 set team north ownership=handed_off
expect_err 'H1: "Sales North" is not handed off: it has not passed all four criteria of the handoff gate in a row'
expect_err 'or give an override_reason (--override REASON)'
expect_exit 3 add handoff team=north criterion=escalates cycle=1 result=pass on=2026-11-01
expect_err 'is not passed: no evidence says so'
expect_exit 0 add handoff id=seen team=north criterion=escalates cycle=1 result=fail on=2026-11-01
expect_exit 3 set handoff seen result=pass
expect_exit 0 set handoff seen result=pass evidence='three raised in time'
expect_exit 3 set handoff seen evidence=
for cycle in 1 2; do
	for criterion in sets_okrs runs_check_ins escalates retrospects; do
		[ "$cycle $criterion" = '1 escalates' ] ||
			expect_exit 0 add handoff team=north criterion=$criterion cycle=$cycle result=pass on=2026-11-0$cycle evidence='the coach saw it'
		[ "$cycle $criterion" = '2 retrospects' ] || expect_exit 3 set team north ownership=handed_off
	done
done
expect_exit 0 set team north ownership=handed_off
expect_exit 0 add team id=south name='Sales South'
echo '[{"id": "south", "name": "Sales South", "ownership": "handed_off"}]' >teams.json
expect_exit 3 import team teams.json
expect_err 'H1: "Sales South" is not handed off'
expect_exit 0 set team south ownership=handed_off --override 'closed in spring'
expect_equal "$("$ROLLOUT" check --json | jq -r '[.findings[] | select(.rule == "H1") | "\(.subject.id) \(.message)"] | join("; ")')" 'south handed off by override'
expect_exit 0 list team --json
expect_equal "$(jq -r '.records[] | select(.id == "south") | .override_reason' "$OUT")" 'closed in spring'

# A capability rests on evidence, an applied lesson on its change.
expect_exit 3 add capability name='Two champions' kind=champion done_on=2026-11-10
expect_err 'is not done: no evidence says so'
expect_exit 0 add capability id=two name='Two champions' kind=champion
expect_exit 3 set capability two done_on=2026-11-10
expect_exit 0 set capability two done_on=2026-11-10 evidence='both ran a session'
expect_exit 3 add lesson text='Drafts take two weeks' on=2026-11-01 applied_on=2026-11-10
expect_err 'it does not say what is done differently (change)'
expect_exit 0 add lesson text='Drafts take two weeks' on=2026-11-01 applied_on=2026-11-10 change='They begin sooner'

# An escalation answers a finding that there is, and closes with its outcome.
expect_exit 3 add escalation finding=S2/stakeholder/nobody raised_on=2026-11-20 due_on=2026-11-30
expect_err 'there is no finding "S2/stakeholder/nobody" today'
expect_exit 3 add escalation finding=nonsense raised_on=2026-11-20 due_on=2026-11-30
expect_exit 0 add escalation id=e finding=S2/stakeholder/ada raised_on=2026-11-20 due_on=2026-11-30
expect_exit 3 set escalation e closed_on=2026-11-23
expect_err 'it does not say how it ended (outcome)'
expect_exit 0 set escalation e closed_on=2026-11-23 outcome='Ben looks after her'
expect_exit 3 add waiver finding=S2/stakeholder/nobody reason=no until_on=2026-12-31
expect_exit 0 add waiver finding=S2/stakeholder/ada reason='on leave' until_on=2026-12-31
# While it is waived it is still the same finding.
expect_exit 0 add waiver finding=S2/stakeholder/ada reason='on leave' until_on=2027-01-31
expect_exit 3 add waiver finding=S2/stakeholder/nobody reason=no until_on=2026-12-31

finish
