#!/bin/sh
# SPDX-License-Identifier: MIT
# forecast: likely ends of phases, the same for the same facts, with what they rest on.
. "$TESTS/lib.sh"

fresh
expect_exit 0 forecast
expect_out 'there is no milestone to forecast'
expect_exit 0 forecast --json
expect_valid
expect_exit 0 add phase id=pilot name=pilot starts_on=2026-11-01 ends_on=2027-01-15
expect_exit 0 add phase id=scale name=scale starts_on=2027-01-16 ends_on=2027-06-30
expect_exit 0 add milestone id=a title='Teams use their own priorities' phase=pilot forecast_on=2026-12-01 likely_late_days=10
expect_exit 0 add milestone id=b title='Managers run their own check-ins' phase=pilot work_days=5
expect_exit 0 add dependency from=a to=b
expect_exit 0 forecast --json
expect_valid
expect_equal "$(jq -c '.rests_on | [.estimated, .by_history, .on_time, .settled]' "$OUT")" '[1,0,1,0]'
expect_equal "$(jq -r '[.phases[].phase, .whole.name] | join(" ")' "$OUT")" 'pilot the whole'
expect_equal "$(jq -c '[.outside.p80_on, .hit_rate, .apart_days]' "$OUT")" '[null,{"hits":0,"judged":0},null]'
# b follows a, which is 0 to 10 days late, by five working days: a week.
expect_equal "$(jq -r '.phases[0] | "\(.ends_on) \(.forecast_on) \(.open)"' "$OUT")" '2027-01-15 2026-12-08 2'
middle=$(jq -r '.phases[0].p50_on' "$OUT") safe=$(jq -r '.phases[0].p80_on' "$OUT")
case $middle in 2026-12-1[1-4]) pass ;; *) fail "P50 is $middle" ;; esac
case $safe in 2026-12-1[5-7]) pass ;; *) fail "P80 is $safe" ;; esac
"$ROLLOUT" forecast --json >first
"$ROLLOUT" forecast --json >second
expect_same first second
expect_exit 0 add setting id=forecast_seed name=Seed value=99
"$ROLLOUT" forecast --json >second
expect_equal "$(jq -c '.phases | length' second)" 1
expect_exit 0 forecast
expect_out 'P50'
expect_out 'Of the open milestones 0 are drawn from the 0 slips so far'
expect_out '1 from a likely lateness of their own, 1 taken as punctual'
expect_out 'No view from outside yet'

# From seven settled milestones on the programme's own slips stand in, also where a figure was typed: twice the usual figure, twice the slip.
for n in 1 2 3 4 5 6; do
	expect_exit 0 add milestone title="Done $n" state=accepted override_reason='before this file' \
		baseline_on=2026-10-01 actual_on=2026-10-11 likely_late_days=5
done
expect_exit 0 forecast --json
expect_equal "$(jq -c '.rests_on | [.estimated, .by_history, .on_time, .settled]' "$OUT")" '[1,0,1,6]'
expect_exit 0 add milestone title="Done 7" state=accepted override_reason='before this file' \
	baseline_on=2026-10-01 actual_on=2026-10-11 likely_late_days=5
expect_exit 0 forecast --json
expect_valid
expect_equal "$(jq -c '.rests_on | [.estimated, .by_history, .scaled, .on_time, .settled, .overdue]' "$OUT")" '[0,2,1,0,7,0]'
# Every slip was ten days: a, with a figure of ten, comes 20 days late, and b ten after its week.
expect_equal "$(jq -r '.whole.p50_on, .whole.p80_on' "$OUT" | xargs)" '2027-01-07 2027-01-07'
# What is open past its first promise has slipped so far, too.
expect_exit 0 add milestone id=late title='Leads settle what waits' phase=pilot baseline_on=2026-10-05 forecast_on=2026-12-04
expect_exit 0 forecast --json
expect_equal "$(jq -c '.rests_on | [.settled, .overdue]' "$OUT")" '[7,1]'
expect_exit 0 remove milestone late --yes

# From outside: one a week for ten weeks, and two are left.
rm -f p.rollout
"$ROLLOUT" new Pace --bare -f p.rollout --starts-on 2026-09-14 2>/dev/null
for n in 0 1 2 3 4 5 6 7 8 9; do
	expect_exit 0 add milestone title="Done $n" state=accepted override_reason='before this file' \
		actual_on="$(date -d "2026-09-16 +$((n * 7)) days" +%F)"
done
expect_exit 0 add milestone id=x title='Teams use their own priorities' work_days=10
expect_exit 0 add milestone id=y title='Managers run their own check-ins' work_days=200
expect_exit 0 add milestone id=below title='A list' kind=delivery parent=x work_days=1
expect_exit 0 forecast --json --today 2026-11-23
expect_valid
expect_equal "$(jq -c .outside "$OUT")" \
	'{"p50_on":"2026-12-07","p80_on":"2026-12-07","weeks":10,"accepted":10,"remaining":2}'
expect_exit 6 check --json --today 2026-11-23
expect_equal "$(jq -r '.findings[] | select(.rule == "P6") | .message' "$OUT")" \
	'four in five chances: 2027-08-30 by the plan, 2026-12-07 at the pace so far, 266 days earlier'
expect_exit 0 set milestone y work_days=10
expect_exit 6 check --json --today 2026-11-23
expect_equal "$(jq -r '[.findings[] | select(.rule == "P6")] | length' "$OUT")" 0
expect_exit 0 set milestone y work_days=60 -n --json --today 2026-11-23
expect_valid
expect_equal "$(jq -c '.likely[] | [.name, .p50_from, .p50_to, .p80_to]' "$OUT")" '["the whole","2026-12-07","2027-02-15","2027-02-15"]'
expect_exit 0 set milestone y work_days=60 -n --today 2026-11-23
expect_out 'likely ends that move'
expect_out 'the whole  2026-12-07'

# How often the day held that was safe when it was promised: figures of ten, 80 in 100 of which are eight.
rm -f p.rollout
"$ROLLOUT" new Hits --bare -f p.rollout --starts-on 2026-09-14 2>/dev/null
for late in 00 08 09; do
	expect_exit 0 add milestone title="Late $late" state=accepted override_reason='before this file' likely_late_days=10 \
		baseline_on=2026-10-01 actual_on="$(date -d "2026-10-01 +$late days" +%F)"
done
expect_exit 0 forecast --json
expect_equal "$(jq -c .hit_rate "$OUT")" '{"hits":2,"judged":3}'
expect_exit 0 forecast
expect_out '2 of 3 settled milestones came in'

# A second implementation draws from the same text.
if python3 "$TESTS/schedule_again.py" likely 6 20261128 >again; then pass; else fail "$(cat again)"; fi

finish
