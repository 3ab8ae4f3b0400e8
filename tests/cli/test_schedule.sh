#!/bin/sh
# SPDX-License-Identifier: MIT
# schedule: dates by hand, a slip that moves successors and never a baseline, circles, empty and far-off programmes.
. "$TESTS/lib.sh"

# On the first day of the programme, so that today moves nothing.
ROLLOUT_TODAY=2026-11-02
export ROLLOUT_TODAY
fresh --starts-on 2026-11-02
expect_exit 0 schedule
expect_line 'there is no milestone to schedule'
expect_exit 0 schedule --json
expect_valid
expect_exit 0 add milestone id=a title='Leaders agree' work_days=5
expect_exit 0 add milestone id=b title='Managers draft' work_days=2 baseline_on=2026-11-16
expect_exit 0 add milestone id=c title='Teams run check-ins' forecast_on=2026-11-20
expect_exit 0 add milestone id=d title='Board decides' work_days=0
expect_exit 0 add milestone id=x title='Never' state=dropped forecast_on=2027-11-20
expect_exit 0 add dependency from=a to=b lag_days=3
expect_exit 0 add dependency from=b to=d
expect_exit 0 add dependency from=c to=d
expect_exit 0 add dependency from=x to=d
expect_exit 0 schedule --json
expect_valid
expect_equal "$(jq -c '[.milestones[] | [.milestone, .forecast_on, .latest_on, .slack_days, .critical, .slip_days]]' "$OUT")" \
	'[["a","2026-11-09","2026-11-15",6,false,null],["b","2026-11-16","2026-11-20",4,false,0],["c","2026-11-20","2026-11-20",0,true,null],["d","2026-11-20","2026-11-20",0,true,null]]'

# A holiday and a slip move what follows; the baseline stays.
expect_exit 0 add holiday on=2026-11-13 name='Day off'
expect_exit 0 set milestone a forecast_on=2026-11-16
expect_exit 0 schedule --json
expect_equal "$(jq -c '.milestones[1] | [.forecast_on, .slip_days, .critical]' "$OUT")" '["2026-11-23",7,true]'
expect_equal "$("$ROLLOUT" show milestone b --json | jq -r '.records[0].baseline_on')" 2026-11-16
expect_exit 0 schedule
expect_out 'ends 2026-11-23, 3 of 4 milestones critical'
expect_out '+7'

# The oldest baseline counts where nothing was promised first.
cat >baselines.json <<'JSON'
[{ "id": "later", "name": "Second", "on": "2026-11-10", "reason": "replanned" },
 { "id": "first", "name": "First", "on": "2026-11-01", "reason": "agreed" }]
JSON
cat >dates.json <<'JSON'
[{ "baseline": "later", "milestone": "a", "date": "2026-11-10" },
 { "baseline": "first", "milestone": "a", "date": "2026-11-06" }]
JSON
expect_exit 0 import baseline baselines.json
expect_exit 0 import baseline_date dates.json
expect_exit 0 schedule --json
expect_equal "$(jq -c '.milestones[0].slip_days' "$OUT")" 10

# The roadmap document carries it, valid by its schema.
expect_exit 0 export roadmap
expect_valid
expect_equal "$(jq -c '[.unphased[] | .schedule.forecast_on]' "$OUT")" '["2026-11-16","2026-11-23","2026-11-20","2026-11-23",null]'

# Holidays travel with it, so that a copy computes the same.
"$ROLLOUT" export roadmap -o first.json
"$ROLLOUT" new Copy --bare -f copy.rollout 2>/dev/null
expect_exit 0 import roadmap first.json -f copy.rollout
"$ROLLOUT" list holiday --json -f copy.rollout >"$OUT"
expect_equal "$(jq -r '.records[0].on' "$OUT")" 2026-11-13

rm copy.rollout

# Nobody has said when x is there nor how long it takes: no date, no slack, and what waits for it waits for its start.
fresh --starts-on 2026-11-02
expect_exit 0 add milestone id=x title='Somebody finds out'
expect_exit 0 add milestone id=y title='Managers draft' work_days=2
expect_exit 0 add dependency from=x to=y lag_days=1
expect_exit 0 schedule --json
expect_valid
expect_equal "$(jq -c '.milestones' "$OUT")" \
	'[{"milestone":"x","name":"Somebody finds out","late":false,"latest_on":"2026-11-02","critical":false},{"milestone":"y","name":"Managers draft","forecast_on":"2026-11-05","late":false,"latest_on":"2026-11-05","slack_days":0,"critical":true}]'
expect_exit 0 schedule
expect_out 'Somebody finds out'
expect_exit 0 set milestone y work_days=
expect_exit 0 schedule
expect_line 'no milestone has a date yet'
# A promise counts where nothing else is given, and then it is due.
expect_exit 0 set milestone x baseline_on=2026-11-20
expect_exit 0 schedule --json --today 2026-11-25
expect_valid
expect_equal "$(jq -c '.milestones[0] | [.forecast_on, .due_on, .late, .slip_days]' "$OUT")" '["2026-11-25","2026-11-20",true,5]'
expect_exit 0 baseline 'First' 'agreed' --today 2026-11-03
expect_equal "$("$ROLLOUT" list baseline_date --json | jq -c '[.records[] | [.milestone, .date]]')" '[["x","2026-11-20"]]'

# A date that is taken away leaves none to report.
expect_exit 0 set milestone y forecast_on=2026-11-30
expect_exit 0 set milestone y forecast_on= --today 2026-11-05
expect_equal "$("$ROLLOUT" list forecast milestone=y --json | jq -c '[.records[] | [.on, .forecast_on]]')" '[["2026-11-02","2026-11-30"]]'

# What is open is never expected in the past, as the forecast says, too; the plan stays where it is.
rm -f p.rollout
"$ROLLOUT" sample -f p.rollout 2>/dev/null
for today in 2026-11-23 2027-05-24 2028-01-10; do
	expect_exit 0 schedule --json --today $today
	expect_equal "$(jq -c --arg today $today '[.milestones[] | select(.forecast_on < $today) | .milestone] | sort' "$OUT")" \
		"$("$ROLLOUT" list milestone state=accepted --json | jq -c '[.records[].id] | sort')"
	latest=$(jq -r '[.milestones[].forecast_on] | max' "$OUT")
	expect_exit 0 forecast --json --today $today
	expect_equal "$(jq -r '.whole.forecast_on' "$OUT")" "$latest"
done
expect_exit 0 log --limit 1
expect_out 'sample'
rm -f p.rollout
ROLLOUT_TODAY=2026-11-22

# Each change of a forecast is a report of the same step; the slip chart names the pattern.
fresh --starts-on 2026-11-02
expect_exit 0 add milestone id=m title='Teams run check-ins' forecast_on=2027-02-01 --today 2026-11-02
expect_exit 0 schedule m
expect_out 'fewer than two reports'
expect_exit 0 set milestone m forecast_on=2027-02-10 --today 2026-11-12
expect_exit 0 schedule m --json
expect_valid
expect_equal "$(jq -c '[.pattern, [.reports[] | [.on, .forecast_on]]]' "$OUT")" \
	'["sliding day for day",[["2026-11-02","2027-02-01"],["2026-11-12","2027-02-10"]]]'
expect_exit 0 set milestone m forecast_on=2027-02-11 --today 2026-11-12
expect_exit 0 schedule m
expect_out '2026-11-12  expected 2027-02-11  +10'
expect_out 'sliding day for day: '
expect_equal "$("$ROLLOUT" list forecast --json | jq '.records | length')" 2
expect_exit 0 undo
expect_exit 0 undo
expect_equal "$("$ROLLOUT" list forecast --json | jq '.records | length')" 1
expect_exit 0 redo 2
expect_exit 0 schedule m --json
expect_equal "$(jq -c '.reports[1].forecast_on' "$OUT")" '"2027-02-11"'

# Several patterns at once are all told, the gravest first.
expect_exit 0 add milestone id=late title='Leaders decide' forecast_on=2026-12-01 --today 2026-11-02
expect_exit 0 set milestone late forecast_on=2026-12-10 --today 2026-11-20
expect_exit 0 set milestone late forecast_on=2026-12-20 --today 2026-11-30
expect_exit 0 set milestone late forecast_on=2027-01-01 --today 2026-12-10
expect_exit 0 schedule late --json --today 2026-12-10
expect_valid
expect_equal "$(jq -c '[.pattern, .patterns[].pattern]' "$OUT")" \
	'["late surprise","late surprise","accelerating","sliding day for day"]'
expect_exit 0 schedule late --today 2026-12-10
expect_out 'accelerating: the last 3 slips grew each time: plan the rest of it anew'
expect_out 'sliding day for day: between'
# What was not known yet on a past day is not told of it.
expect_exit 0 schedule late --json --today 2026-11-29
expect_equal "$(jq -c '[.reports[].on]' "$OUT")" '["2026-11-02","2026-11-20"]'
expect_exit 0 remove milestone late --yes

# A programme review reports on every open milestone; other meetings do not.
expect_exit 0 add forum id=review name=Review level=programme rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02
expect_exit 0 add forum id=other name=Other level=team rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02
expect_exit 0 add meeting forum=other on=2026-11-16
expect_exit 0 add meeting forum=review on=2026-11-16 held=no
expect_equal "$("$ROLLOUT" list forecast --json | jq '.records | length')" 2
expect_exit 0 add meeting forum=review on=2026-11-22
expect_equal "$("$ROLLOUT" list forecast --json | jq -c '[.records[] | .on] | sort')" '["2026-11-02","2026-11-12","2026-11-22"]'
expect_exit 4 schedule nonsense

# A circle that came with a file is named.
fresh
cat >circle.json <<'EOF'
{ "format": "rollout.programme", "version": 1,
  "milestones": [ { "id": "one", "title": "One" }, { "id": "two", "title": "Two" } ],
  "dependencies": [ { "from": "one", "to": "two" }, { "from": "two", "to": "one" } ] }
EOF
expect_exit 3 import programme circle.json
expect_err 'M6'

for year in 1999 2099; do
	fresh --starts-on $year-12-30
	expect_exit 0 add milestone title='Somebody does it' work_days=10
	expect_exit 0 schedule --json
	expect_valid
done

# A second implementation, written from the text alone, on random programmes and on published networks.
if python3 "$TESTS/schedule_again.py" graphs 40 20261128 >again; then pass; else fail "$(cat again)"; fi
if python3 "$TESTS/schedule_again.py" published >again; then pass; else fail "$(cat again)"; fi

finish
