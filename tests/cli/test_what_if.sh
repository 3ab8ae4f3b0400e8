#!/bin/sh
# SPDX-License-Identifier: MIT
# set -n asks what if: what would follow is told, and nothing is written.
. "$TESTS/lib.sh"

fresh
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 add phase id=pilot name=pilot starts_on=2026-11-02 ends_on=2026-12-20
expect_exit 0 add milestone id=a title='Teams use their own priorities' phase=pilot owner=ada forecast_on=2026-12-01 baseline_on=2026-12-01
expect_exit 0 add milestone id=b title='Managers run their own check-ins' phase=pilot owner=ada work_days=5 baseline_on=2026-12-08
expect_exit 0 add dependency from=a to=b
"$ROLLOUT" export programme >before

# A date: the successor moves, the phase is left, confidence changes.
expect_exit 0 set milestone a forecast_on=2026-12-15 -n --json
expect_valid
expect_equal "$(jq -r '.milestones[] | "\(.milestone) \(.from) \(.to)"' "$OUT" | sort)" 'a 2026-12-01 2026-12-15
b 2026-12-08 2026-12-22'
expect_equal "$(jq -r '"\(.end_before) \(.end_after)"' "$OUT")" '2026-12-08 2026-12-22'
expect_equal "$(jq -r '[.findings_appear[].rule] | unique | join(" ")' "$OUT")" M4
expect_exit 0 set milestone a forecast_on=2026-12-15 --dry-run
expect_out 'forecasts that move: 2'
expect_out 'Teams use their own priorities    2026-12-01  2026-12-15   +14'
expect_out 'the end moves from 2026-12-08 to 2026-12-22'
expect_out 'findings that appear'

# Also the milestone that only waits for one that waits for it.
expect_exit 0 add milestone id=c title='Leaders use what teams report' phase=pilot owner=ada forecast_on=2026-12-18 baseline_on=2026-12-18
expect_exit 0 add dependency from=b to=c
expect_exit 0 set milestone a forecast_on=2026-12-14 -n --json
expect_equal "$(jq -r '.findings_appear[] | select(.rule == "M4") | .subject.id' "$OUT" | sort | tr '\n' ' ')" 'b c '
expect_equal "$(jq -r '.findings_appear[] | select(.subject.id == "c") | .message' "$OUT")" \
	'2026-12-18 is before "Managers run their own check-ins", which it waits for (2026-12-21 by the schedule)'
expect_exit 0 remove milestone c --yes

# A person who leaves: what they own is nobody's any more.
expect_exit 0 set stakeholder ada active=no -n
expect_out 'forecasts that move: 0'
expect_out 'M3    Managers run their own check-ins  the owner Ada has left'

# Much that appears at once, and a finding by another name: told in full, what is waived is not.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	printf '{"id":"m%s","title":"Teams decide %s things","owner":"ada","evidence":[]}\n' $i $i
done | jq -s '{format:"rollout.roadmap",version:1,milestones:map(del(.evidence))}' >many.json
expect_exit 0 import roadmap many.json
echo '[{"id": "w", "finding": "M3/milestone/m7", "reason": "she comes back", "until_on": "2027-01-31"}]' >waiver.json
expect_exit 0 import waiver waiver.json
expect_exit 0 set stakeholder ada active=no -n --json
expect_valid
expect_equal "$(jq -r '[.findings_appear[] | select(.rule == "M3" and (.subject.id | startswith("m")))] | length' "$OUT")" 19
expect_equal "$(jq -r '.findings_appear[] | select(.subject.id == "m8") | .message' "$OUT")" 'the owner Ada has left'
expect_exit 0 set milestone m8 id=n8 -n --json
expect_equal "$(jq -c '[.findings_vanish, .findings_appear | map(.subject.id) | unique]' "$OUT")" '[["m8"],["n8"]]'
expect_exit 0 undo
expect_exit 0 undo

# A capacity.
expect_exit 0 add team id=one name=One capability=high stance=willing leader=ada
expect_exit 0 add team id=two name=Two capability=high stance=willing leader=ada
expect_exit 0 add setting id=wave_teams name='Size of a wave' value=2
expect_exit 0 set setting wave_teams value=1 -n --json
expect_valid
expect_equal "$(jq -r '.teams[] | "\(.team) \(.from) \(.to)"' "$OUT")" 'two 1 2'

# A forum that moves, and one whose chair goes.
expect_exit 0 add forum id=review name=Review level=leadership 'rule=FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02 chair=ada
expect_exit 0 add invitee forum=review stakeholder=ada
expect_exit 0 set forum review 'rule=FREQ=WEEKLY;BYDAY=TH' -n --json
expect_valid
expect_equal "$(jq -c '.forums' "$OUT")" \
	'[{"forum":"review","name":"Review","from":"2026-11-23","to":"2026-11-26","chair_left":false,"invited_before":1,"invited_after":1}]'
expect_exit 0 set stakeholder ada active=no -n
expect_out 'forum   met next    meets next  nobody to chair it  invited  then'
expect_out 'Review  2026-11-23  2026-11-23  yes                       1     0'
expect_exit 0 set milestone a forecast_on=2026-12-15 -n
expect_not_out 'forums that change'
for id in $("$ROLLOUT" list invitee --json | jq -r '.records[].id'); do expect_exit 0 remove invitee "$id" --yes; done
expect_exit 0 remove forum review --yes

# Errors are those of the change itself; nothing was written by any of it.
expect_exit 3 set milestone a forecast_on=nonsense -n
expect_err 'forecast_on must be'
expect_exit 3 set milestone a state=claimed -n
expect_err 'M5: '
for id in one two; do expect_exit 0 remove team $id --yes; done
expect_exit 0 remove setting wave_teams --yes
"$ROLLOUT" export programme >after
expect_same before after
expect_exit 0 log --limit 1
expect_out 'remove setting'

finish
