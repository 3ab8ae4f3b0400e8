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
expect_equal "$(jq -c '[.estimated, .by_history, .on_time, .history]' "$OUT")" '[1,0,1,0]'
expect_equal "$(jq -r '.ends | map(.name) | join(" ")' "$OUT")" 'pilot the whole'
# b follows a, which is 0 to 10 days late, by five working days: a week.
expect_equal "$(jq -r '.ends[0] | "\(.ends_on) \(.forecast_on) \(.open)"' "$OUT")" '2027-01-15 2026-12-08 2'
middle=$(jq -r '.ends[0].middle_on' "$OUT") safe=$(jq -r '.ends[0].safe_on' "$OUT")
case $middle in 2026-12-1[1-4]) pass ;; *) fail "P50 is $middle" ;; esac
case $safe in 2026-12-1[5-7]) pass ;; *) fail "P80 is $safe" ;; esac
"$ROLLOUT" forecast --json >first
"$ROLLOUT" forecast --json >second
expect_same first second
expect_exit 0 add setting id=forecast_seed name=Seed value=99
"$ROLLOUT" forecast --json >second
expect_equal "$(jq -c '.ends | length' second)" 2
expect_exit 0 forecast
expect_out 'P50'
expect_out '1 open milestone is drawn from a likely lateness of its own, 0 from the 0 slips so far, 1 taken as punctual'

# The programme's own slips stand in once there are enough.
for n in 1 2 3 4 5; do
	expect_exit 0 add milestone title="Done $n" state=accepted override_reason='before this file' \
		baseline_on=2026-10-01 actual_on=2026-10-0$((n + 1))
done
expect_exit 0 forecast --json
expect_equal "$(jq -c '[.estimated, .by_history, .on_time, .history]' "$OUT")" '[1,1,0,5]'

finish
