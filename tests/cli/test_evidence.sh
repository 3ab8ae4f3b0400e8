#!/bin/sh
# SPDX-License-Identifier: MIT
# Milestones move by evidence: claiming and accepting are refused without it (M5), an override stays visible.
. "$TESTS/lib.sh"

fresh
for person in Ada Ben; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 add milestone id=m title='Managers run check-ins' owner=ada
expect_exit 3 set milestone m state=claimed
expect_err 'cannot be claimed: it has no evidence criterion'
expect_exit 3 set milestone m state=accepted actual_on=2026-11-22
expect_err 'cannot be accepted: it has no evidence criterion'
expect_exit 3 add milestone title='Another' state=claimed
expect_err 'cannot be claimed'

expect_exit 0 add evidence id=one milestone=m criterion='Four reviews seen'
expect_exit 0 add evidence id=two milestone=m criterion='A commitment changed' proof='minutes of 12 November'
expect_exit 3 set milestone m state=claimed
expect_err '"Four reviews seen" is without proof; give the proof, or an override_reason'
expect_exit 0 set evidence one proof='notes of the coach'
expect_exit 0 set milestone m state=claimed
expect_exit 0 check M5
expect_out 'claimed, and nobody has checked it yet'

expect_exit 3 set milestone m state=accepted actual_on=2026-11-22
expect_err '"Four reviews seen" is not met; "A commitment changed" is not met; only its owner checked it'
expect_exit 0 set evidence one met=yes checked_by=ada
expect_exit 0 set evidence two met=yes checked_by=ada
expect_exit 3 set milestone m state=accepted actual_on=2026-11-22
expect_err 'cannot be accepted: only its owner checked it'
expect_exit 0 set evidence two checked_by=ben
expect_exit 0 set milestone m state=accepted actual_on=2026-11-22
expect_exit 0 check M5
expect_line 'nothing found'
expect_exit 0 undo
expect_exit 0 show milestone m
expect_out 'claimed'

# Sent back and overridden: both stay readable.
expect_exit 0 set milestone m state=in_progress
expect_exit 0 log
expect_out 'set state of milestone "Managers run check-ins"'
expect_exit 0 set evidence two met=no
expect_exit 0 set milestone m state=accepted actual_on=2026-11-22 override_reason='the board saw it work'
expect_exit 0 check M5
expect_out 'accepted by override'
expect_exit 0 show milestone m
expect_out 'the board saw it work'

# Evidence stays with what rests on it; what adds to it is fine.
expect_exit 0 add milestone id=kept title='Managers run reviews' owner=ada
expect_exit 0 add evidence id=three milestone=kept criterion='Seen twice' proof='photo' met=yes checked_by=ben
expect_exit 0 set milestone kept state=claimed
expect_exit 3 set evidence three proof=
expect_err 'M5: "Managers run reviews" is claimed, and then "Seen twice" is without proof; send it back first'
expect_exit 3 add evidence milestone=kept criterion='And again'
expect_exit 0 set milestone kept state=accepted actual_on=2026-11-22
expect_exit 3 set evidence three met=no
expect_err '"Seen twice" is not met'
expect_exit 3 set evidence three checked_by=ada
expect_err 'only its owner checked it'
expect_exit 0 set evidence three proof='two photos'
expect_exit 0 set milestone kept state=in_progress
expect_exit 0 set evidence three met=no

# A file does not come round it either, but restores an empty one.
printf 'id,title,state\nkept,Managers run reviews,accepted\n' >states.csv
expect_exit 3 import milestone states.csv
expect_err 'states.csv: M5: "Managers run reviews" cannot be accepted: "Seen twice" is not met'
printf 'id,title,state\nother,Managers run talks,claimed\n' >states.csv
expect_exit 3 import milestone states.csv
expect_err 'M5: "Managers run talks" cannot be claimed: it has no evidence criterion'
printf 'id,title,state,override_reason\nother,Managers run talks,claimed,seen by all\n' >states.csv
expect_exit 0 import milestone states.csv
printf 'id,milestone,met\nthree,kept,no\n' >proofs.csv
expect_exit 0 set evidence three met=yes checked_by=ben
expect_exit 0 set milestone kept state=accepted actual_on=2026-11-22
expect_exit 3 import evidence proofs.csv
expect_err '"Seen twice" is not met'
rm -f other.rollout
expect_exit 0 new Other -f other.rollout --bare
printf 'id,title,state\nkept,Managers run reviews,accepted\n' >states.csv
expect_exit 0 import milestone states.csv -f other.rollout
expect_exit 0 check M5 -f other.rollout
expect_out 'accepted, but it has no evidence criterion'
rm other.rollout

# What does not touch the state is left alone.
expect_exit 0 set milestone m title='Managers run their own check-ins'

# News count by the days that records bear, never by the clock of the history: a check of long ago, written down now, is old.
expect_exit 0 add phase id=long name=pilot starts_on=2026-01-05 ends_on=2027-12-31
expect_exit 0 add milestone id=fresh title='Managers run talks again' phase=long owner=ada state=in_progress
expect_exit 0 add evidence id=seen milestone=fresh criterion='Seen at four talks' checked_on=2026-02-02
expect_exit 0 check M7
expect_out 'Managers run talks again: in progress, no progress or check since 2026-02-02, 293 days'
expect_exit 0 set evidence seen checked_on=2026-11-02
expect_exit 0 check M7
expect_not_out 'Managers run talks again'

# A cycle through five milestones names all of them.
for n in 1 2 3 4 5; do
	expect_exit 0 add milestone id=c$n title="Step $n"
done
for n in 1 2 3 4; do
	expect_exit 0 add dependency from=c$n to=c$((n + 1))
done
expect_exit 3 add dependency from=c5 to=c1
expect_err 'M6: these milestones would wait for each other in a circle: '
for n in 1 2 3 4 5; do
	expect_err "Step $n (c$n)"
done
expect_exit 0 list dependency --json
expect_equal "$(jq '.records | length' "$OUT")" 4

# What carries a claim is neither removed nor given to another milestone; with the milestone it goes.
fresh
for person in ada ben; do expect_exit 0 add stakeholder name=$person id=$person; done
for m in a b; do expect_exit 0 add milestone id=$m title="Teams run $m" owner=ada forecast_on=2027-01-01; done
expect_exit 0 add evidence milestone=a criterion='four check-ins' id=four proof=link
expect_exit 0 add evidence milestone=a criterion='five check-ins' id=five proof=link
expect_exit 0 set milestone a state=claimed
expect_exit 0 remove evidence five --yes
expect_exit 3 remove evidence four --yes
expect_err 'M5: "Teams run a" is claimed, and then it has no evidence criterion'
expect_exit 3 set evidence four milestone=b
expect_err 'M5: "Teams run a" is claimed, and then it has no evidence criterion'
expect_exit 0 undo
expect_exit 0 set evidence four met=yes checked_by=ben
expect_exit 0 set evidence five met=yes checked_by=ada
expect_exit 0 set milestone a state=accepted
expect_exit 3 remove evidence four --yes
expect_err 'only its owner checked it'
expect_exit 0 remove milestone a --yes

# An override is not taken back without the proof.
expect_exit 0 set milestone b state=claimed override_reason='no time'
expect_exit 3 set milestone b override_reason=
expect_err 'M5: "Teams run b" cannot be claimed'
expect_exit 0 set milestone b override_reason= state=planned

finish
