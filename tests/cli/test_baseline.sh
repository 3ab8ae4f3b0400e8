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

# A promise is written by baselines alone: a milestone repeats the newest, and nothing else moves it.
promise() {
	"$ROLLOUT" show milestone "$1" --json | jq -r '.records[0].baseline_on'
}
slips() {
	"$ROLLOUT" schedule --json | jq -c --arg key "$1" '.milestones[] | select(.milestone == $key) | [.slip_days, .current_slip_days]'
}
fresh
expect_exit 0 add milestone id=m title='Teams use their own priorities' forecast_on=2026-12-01
expect_exit 0 baseline First agreed
expect_equal "$(promise m)" 2026-12-01
expect_exit 0 set milestone m forecast_on=2027-01-15
expect_equal "$(slips m)" '[45,45]'
cp p.rollout before
for day in 2027-01-15 '' 2026-12-02; do
	expect_exit 3 set milestone m baseline_on="$day"
	expect_err '"Teams use their own priorities" is promised for 2026-12-01: a promise is moved by a new baseline alone'
done
expect_exit 0 set milestone m baseline_on=2026-12-01
expect_out 'unchanged'
printf 'id,title,baseline finish\nm,Teams use their own priorities,2027-01-15\n' >moved.csv
expect_exit 3 import milestone moved.csv
expect_err 'is promised for 2026-12-01'
expect_exit 3 import milestone moved.csv --dry-run
jq -n '[{id: "m", title: "Teams use their own priorities", baseline_on: "2026-12-09"}]' >moved.json
expect_exit 3 import milestone moved.json
"$ROLLOUT" export programme | jq '.milestones[0].baseline_on = "2027-01-15"' >whole.json
expect_exit 3 import programme whole.json
expect_same p.rollout before
expect_equal "$(slips m)" '[45,45]'
expect_exit 0 baseline Second 'the pilot moved'
expect_equal "$(promise m)" 2027-01-15
expect_equal "$(slips m)" '[45,0]'
expect_exit 3 set milestone m baseline_on=2026-12-01
expect_err 'is promised for 2027-01-15'
expect_exit 0 undo
expect_equal "$(promise m)" 2026-12-01
expect_equal "$(slips m)" '[45,45]'
# Also where the milestone does not say so, as in files made before.
expect_exit 0 export programme -o old.json
jq 'del(.milestones[0].baseline_on)' old.json >older.json
rm -f old.rollout
"$ROLLOUT" new Old --bare -f old.rollout 2>/dev/null
expect_exit 0 import programme older.json -f old.rollout
expect_exit 3 set milestone m baseline_on=2027-01-15 -f old.rollout
expect_err 'is promised for 2026-12-01'
expect_exit 0 set milestone m baseline_on=2026-12-01 -f old.rollout
rm old.rollout

# What has no promise may be given one: a file that is imported makes a baseline of it, once.
expect_exit 0 add milestone id=n title='Managers run their own check-ins' forecast_on=2026-12-08
printf 'id,title,baseline finish\nm,Teams use their own priorities,2026-12-01\nn,Managers run their own check-ins,2026-12-03\n,Leaders use what teams report,2026-12-20\n,Nobody dates this one,\n' >new.csv
expect_exit 0 import milestone new.csv --dry-run
expect_equal "$("$ROLLOUT" list baseline --json | jq -c '[.records[].name]')" '["First"]'
expect_exit 0 import milestone new.csv
expect_equal "$("$ROLLOUT" list baseline --json | jq -c '[.records[].name]')" '["First","imported"]'
expect_equal "$("$ROLLOUT" list baseline_date --json | jq -c '[.records[].date] | sort')" '["2026-12-01","2026-12-03","2026-12-20"]'
expect_equal "$(promise n)" 2026-12-03
expect_exit 3 set milestone n baseline_on=2026-12-04
cp p.rollout before
expect_exit 0 import milestone new.csv
expect_equal "$("$ROLLOUT" list baseline --json | jq '.records | length')" 2
expect_same p.rollout before
printf 'title,baseline finish\nSponsors decide in the review,2026-12-21\n' >more.csv
expect_exit 0 import milestone more.csv
expect_equal "$("$ROLLOUT" list baseline --json | jq -c '[.records[].name]')" '["First","imported","imported 2"]'
expect_exit 0 undo 2
expect_equal "$("$ROLLOUT" list baseline --json | jq -c '[.records[].name]')" '["First"]'

# A promise that no baseline holds yet, typed or drafted, is kept as the oldest before another one is taken.
fresh
expect_exit 0 add milestone id=m title='Teams use their own priorities' forecast_on=2026-12-01 baseline_on=2026-11-25
expect_exit 0 add milestone id=n title='Managers run their own check-ins' forecast_on=2026-12-08 baseline_on=2026-12-08
expect_equal "$(slips m)" '[6,6]'
expect_exit 0 baseline First agreed
expect_equal "$(slips m)" '[6,0]'
expect_equal "$(promise m)" 2026-12-01
expect_equal "$("$ROLLOUT" list baseline --json | jq -c '[.records[] | [.name, .on]]')" '[["earlier promises","2026-11-21"],["First","2026-11-22"]]'
expect_equal "$("$ROLLOUT" list baseline_date --json | jq -c '[.records[] | [.milestone, .date]] | sort')" \
	'[["m","2026-11-25"],["m","2026-12-01"],["n","2026-12-08"]]'
expect_exit 0 verify
"$ROLLOUT" export programme >one
rm -f copy.rollout
"$ROLLOUT" new Copy --bare -f copy.rollout 2>/dev/null
expect_exit 0 import programme one -f copy.rollout
"$ROLLOUT" export programme -f copy.rollout >two
expect_same one two
rm copy.rollout
expect_exit 0 undo
expect_equal "$(promise m)" 2026-11-25
expect_equal "$("$ROLLOUT" list baseline --json | jq '.records | length')" 0

finish
