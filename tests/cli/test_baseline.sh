#!/bin/sh
# SPDX-License-Identifier: MIT
# Baselines are frozen in one step, several, named and never changed; slips are told from the first and the newest.
. "$TESTS/lib.sh"

fresh
expect_exit 0 add milestone id=m title='Teams use their own priorities' forecast_on=2026-12-01
expect_exit 0 add milestone id=n title='Managers run their own check-ins' forecast_on=2026-12-08 work_days=3
expect_exit 0 add milestone id=gone title='Somebody decides something' forecast_on=2026-12-08 state=dropped
expect_exit 0 add dependency from=m to=n
expect_exit 0 baseline 'First promise' 'agreed with the sponsor'
expect_err 'baseline "First promise" is taken'
cp p.rollout before
expect_exit 5 baseline 'first promise' 'agreed again'
expect_err 'there is a baseline "first promise" already'
expect_same p.rollout before
expect_exit 0 log --limit 1
expect_out 'add baseline "First promise"'
expect_exit 0 list baseline_date --json
expect_equal "$(jq -r '.records[] | "\(.milestone) \(.date)"' "$OUT" | sort)" 'm 2026-12-01
n 2026-12-08'

# A slip moves forecasts, never a baseline.
expect_exit 0 set milestone m forecast_on=2026-12-11
expect_exit 0 schedule --json
expect_valid
expect_equal "$(jq -r '.milestones[] | "\(.milestone) \(.forecast_on) \(.slip_days) \(.current_slip_days)"' "$OUT" | sort)" \
	'm 2026-12-11 10 10
n 2026-12-16 8 8'
expect_exit 0 add baseline name='Second promise' on=2026-11-22 reason='the pilot moved'
expect_exit 0 set milestone m forecast_on=2026-12-14
expect_exit 0 schedule --json
expect_equal "$(jq -r '.milestones[] | "\(.milestone) \(.slip_days) \(.current_slip_days)"' "$OUT" | sort)" 'm 13 3
n 9 1'
expect_exit 0 schedule
expect_out 'current'

# Never changed, by whatever way.
expect_exit 3 set baseline 'First promise' reason='another'
expect_err 'a baseline is not changed once it is taken'
expect_exit 3 remove baseline 'First promise' --yes
expect_err 'a baseline is not removed once it is taken'
expect_exit 0 list baseline_date --json
date=$(jq -r '.records[0].id' "$OUT")
expect_exit 3 set baseline_date "$date" date=2027-01-01
expect_exit 3 remove baseline_date "$date" --yes
expect_exit 3 add baseline_date baseline='First promise' milestone=gone date=2027-01-01
expect_exit 3 baseline 'Third' ''
expect_err 'reason'
expect_exit 2 baseline 'Third'
expect_exit 0 undo 2
expect_exit 0 list baseline --json
expect_equal "$(jq '.records | length' "$OUT")" 1

# The roadmap document carries them.
expect_exit 0 export roadmap -o roadmap.json
expect_equal "$(jq '.baselines | length' roadmap.json) $(jq '.baseline_dates | length' roadmap.json)" '1 2'

# A document may repeat what was promised and bring another promise whole; it changes none and adds to none.
expect_exit 0 export programme -o whole.json
expect_exit 0 import programme whole.json
jq '.baseline_dates[0].date = "2027-03-01"' whole.json >moved.json
expect_exit 3 import programme moved.json
expect_err 'a baseline is not changed once it is taken'
jq '.baselines[0].reason = "another"' whole.json >reason.json
expect_exit 3 import programme reason.json
expect_err 'a baseline is not changed once it is taken'
jq '.baseline_dates += [.baseline_dates[0] + {"id": "late-row", "milestone": .milestones[-1].id}]' \
	whole.json | jq '.milestones += [{"id": "new-one", "title": "Managers decide in reviews"}]
	| .baseline_dates[-1].milestone = "new-one"' >more.json
expect_exit 3 import programme more.json
expect_err 'a baseline is not added to once it is taken'
jq '{format, version, milestones, baselines: [{"id": "other", "name": "Other promise", "on": "2026-11-22", "reason": "from the other office"}],
	baseline_dates: [{"baseline": "other", "milestone": .milestones[0].id, "date": "2027-02-01"}]}' whole.json >other.json
expect_exit 0 import programme other.json
expect_exit 0 list baseline --json
expect_equal "$(jq '.records | length' "$OUT")" 2

finish
