#!/bin/sh
# SPDX-License-Identifier: MIT
# A milestone is claimed with proof, and accepted or sent back by somebody else; every claim stays on record.
. "$TESTS/lib.sh"

fresh
for person in Ada Ben Cyd; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 add milestone id=m title='Managers run check-ins' owner=ada
expect_exit 0 add evidence id=seen milestone=m criterion='Four check-ins seen'
expect_exit 0 add evidence id=changed milestone=m criterion='A commitment changed'
expect_exit 0 add milestone id=other title='Another' owner=ada
expect_exit 0 add evidence id=foreign milestone=other criterion='Something else'

# Refused while a criterion is without proof; nothing of it is written.
expect_exit 3 claim m 1='notes of the coach'
expect_err 'cannot be claimed: "A commitment changed" is without proof'
expect_exit 0 show evidence seen
expect_not_out 'notes of the coach'
expect_exit 2 claim m nonsense
expect_err 'write CRITERION=PROOF'
expect_exit 3 claim m foreign=here
expect_err 'is a criterion of another milestone'
expect_exit 4 claim m nothing=here
expect_exit 4 claim nowhere
expect_exit 5 accept m ben
expect_err 'is planned: no claim is waiting'

# One step, by place and by the beginning of the words.
expect_exit 3 claim m 1='notes of the coach' 'a commit=minutes of the review' 1='other notes'
expect_err '"1" is given two proofs'
expect_exit 0 set evidence changed criterion='Épée: a commitment changed'
expect_exit 3 claim m 1='notes of the coach' 'EPEE:  a commit=minutes of the review' 1='other notes'
expect_err '"1" is given two proofs'
expect_exit 0 set evidence changed criterion='A commitment changed'
expect_exit 0 claim m 1='notes of the coach' 'a commit=minutes of the review'
expect_err '"Managers run check-ins" is claimed'
expect_exit 0 log --limit 1
expect_out 'claim milestone "Managers run check-ins"'
expect_exit 0 list claim --json
expect_equal "$(jq -r '.records[] | "\(.milestone) \(.by) \(.verdict)"' "$OUT")" 'm ada waiting'
expect_exit 5 claim m
expect_err 'is claimed: there is nothing to claim'

# The owner, a group and somebody who left cannot judge it.
expect_exit 3 accept m ada
expect_err 'M5: Ada owns "Managers run check-ins"; somebody else has to look at the proof'
expect_exit 0 set stakeholder cyd active=no
expect_exit 3 accept m cyd
expect_err 'no longer active'
expect_exit 3 reject m ben ''
expect_err 'sent back with a reason'
expect_exit 3 reject m ben 'too thin' foreign
expect_err 'is a criterion of another milestone'

# Sent back: in progress, what did not convince is marked, the claim stays.
expect_exit 0 reject m ben 'only two check-ins were seen' 1
expect_exit 0 show milestone m
expect_out 'in_progress'
expect_exit 0 show evidence seen --json
expect_equal "$(jq -r '.records[0] | "\(.met) \(.checked_by) \(.proof)"' "$OUT")" 'false ben notes of the coach'
expect_exit 0 show evidence changed --json
expect_equal "$(jq -r '.records[0].checked_by' "$OUT")" null
expect_exit 0 list claim --json
expect_equal "$(jq -r '.records[] | "\(.verdict) \(.verdict_by) \(.reason)"' "$OUT")" \
	'rejected ben only two check-ins were seen'

# Claimed again and accepted; both claims are there, and both are steps that can be undone.
expect_exit 0 claim m 1='four sets of notes'
expect_exit 0 accept m ben --json
expect_equal "$(jq -r '.records[0] | "\(.state) \(.actual_on)"' "$OUT")" "accepted 2026-11-22"
expect_exit 0 show evidence seen --json
expect_equal "$(jq -r '.records[0] | "\(.met) \(.checked_by) \(.checked_on)"' "$OUT")" "true ben 2026-11-22"
expect_exit 0 list claim --json
expect_equal "$(jq -r '[.records[].verdict] | sort | join(" ")' "$OUT")" 'accepted rejected'
expect_exit 0 check M5
expect_line 'nothing found'
expect_exit 0 undo
expect_exit 0 list claim --json
expect_equal "$(jq -r '[.records[].verdict] | sort | join(" ")' "$OUT")" 'rejected waiting'

# A plain set is on record too.
expect_exit 0 set milestone m state=planned
expect_exit 0 list claim verdict=withdrawn --json
expect_equal "$(jq '.records | length' "$OUT")" 1
expect_exit 0 set milestone other state=accepted override_reason='the board saw it'
expect_exit 0 list claim milestone=other --json
expect_equal "$(jq -r '.records[0] | "\(.verdict) \(.reason)"' "$OUT")" 'accepted the board saw it'

# Opinions about a claim are the lead's own.
expect_exit 0 export programme --audience team
expect_not_out 'only two check-ins'

# A slip moves what waits for it, and each is reported on.
expect_exit 0 add milestone id=first title=First owner=ada forecast_on=2026-12-01
expect_exit 0 add milestone id=second title=Second owner=ada forecast_on=2026-12-02
expect_exit 0 add dependency from=first to=second
expect_exit 0 set milestone first forecast_on=2026-12-10 --today 2026-11-25
expect_exit 0 schedule second --today 2026-11-25
expect_out '2026-11-25  expected 2026-12-10'
expect_exit 0 undo
expect_exit 0 schedule second --today 2026-11-25
expect_not_out '2026-12-10'

# Long words are quoted in part, and never cut within a character.
long=$(printf 'x%.0s' 1 2 3; printf '\303\251%.0s' $(seq 90))
part=$(printf 'xxx'; printf '\303\251%.0s' $(seq 38))
expect_exit 4 claim "$long"
expect_err "there is no milestone \"$part\""
expect_exit 4 claim second "$long=proof"
expect_err "\"$part\""
expect_exit 2 claim second "$long"
expect_err "\"$part\" is no proof"
expect_exit 0 set milestone second title="$long"
expect_exit 5 accept second ada
expect_err "\"$part\" is planned"
expect_exit 4 readiness ada "$long=3"
expect_err "\"$part\""
expect_exit 4 set milestone second "$long=3"
expect_err "\"$part\""

finish
