#!/bin/sh
# SPDX-License-Identifier: MIT
# One fact, one answer on one screen: late, due, expected, the next gate and the suggested confidence, whichever face is asked.
. "$TESTS/lib.sh"

# Promised for 20 December, entered for 1 November, and today is 27 November: due is what was promised, so it is not late;
# it is open, so it is expected today at the earliest.
fresh --starts-on 2026-10-05
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 add milestone id=m title='Managers run their own check-ins' owner=ada kind=gate state=in_progress baseline_on=2026-12-20 forecast_on=2026-11-01
expect_exit 0 status --json --today 2026-11-27
expect_valid
expect_equal "$(jq -c '[.milestones.late, .gate.on, [.confidence.scopes[0].reasons[] | select(.rule | test("late|gate")) | .rule]]' "$OUT")" '[0,"2026-11-27",[]]'
expect_exit 0 status --today 2026-11-27
expect_not_out 'were due are late'
expect_exit 0 schedule --json --today 2026-11-27
expect_equal "$(jq -c '.milestones[0] | [.forecast_on, .due_on, .late]' "$OUT")" '["2026-11-27","2026-12-20",false]'
# The day after the promise it is late, everywhere.
expect_exit 0 status --json --today 2026-12-21
expect_equal "$(jq -c '[.milestones.late, [.confidence.scopes[0].reasons[] | select(.rule == "confidence-late-share") | .facts]]' "$OUT")" '[1,[{"late":1,"due":1}]]'
expect_equal "$(jq -r '.confidence.scopes[0].reasons[0].rule' "$OUT")" confidence-gate
expect_exit 0 schedule --today 2026-12-21
expect_out 'late'
# An accepted milestone was due once its due date has passed.
expect_exit 0 add milestone id=n title='Leaders drop a priority' owner=ada state=accepted override_reason='seen' baseline_on=2026-12-01 actual_on=2026-11-10
expect_exit 0 status --json --today 2026-12-21
expect_equal "$(jq -c '[.confidence.scopes[0].reasons[] | select(.rule == "confidence-late-share") | .facts]' "$OUT")" '[{"late":1,"due":2}]'

# A slip moves the next gate; status, schedule, forecast and the roadmap document name one date.
rm -f p.rollout
"$ROLLOUT" sample -f p.rollout 2>/dev/null
expect_exit 0 set milestone baseline-measures forecast_on=2027-04-20
expect_exit 0 schedule --json
cp "$OUT" schedule.json
expect_exit 0 status --json
gate=$(jq -r .gate.milestone "$OUT") on=$(jq -r .gate.on "$OUT")
expect_equal "$(jq -r --arg gate "$gate" '.milestones[] | select(.milestone == $gate) | .forecast_on' schedule.json)" "$on"
expect_equal "$(jq -r --arg gates "$("$ROLLOUT" list milestone kind=gate --json | jq -r '[.records[] | select(.state != "accepted" and .state != "dropped") | .id] | join(" ")')" \
	'[.milestones[] | select(.milestone as $m | $gates | split(" ") | index($m)) | .forecast_on] | min' schedule.json)" "$on"
case $on in 2027-01-29) fail "the next gate is where it was entered, $on" ;; *) pass ;; esac
expect_exit 0 status
expect_out "$on"
expect_exit 0 export roadmap
expect_equal "$(jq -r --arg gate "$gate" '[.phases[].milestones[], .unphased[]] | .[] | select(.id == $gate) | .schedule.forecast_on' "$OUT")" "$on"

# The roadmap document suggests what status suggests, for whoever it is written and whenever, with the same reasons; an imported one
# still does.
for today in 2026-11-22 2027-02-01 2027-08-02; do
	expect_exit 0 status --json --today $today
	suggested=$(jq -c '[.confidence.scopes[] | [.scope, .suggested, .reasons]]' "$OUT")
	for audience in lead leadership team; do
		expect_exit 0 export roadmap --audience $audience --today $today
		expect_valid
		expect_equal "$(jq -c '[.confidence[] | [.scope, .suggested, .reasons]]' "$OUT")" "$suggested"
	done
	expect_exit 0 export roadmap --today $today -o roadmap.json --force
	"$ROLLOUT" new Copy --bare -f copy.rollout 2>/dev/null
	expect_exit 0 import roadmap roadmap.json -f copy.rollout
	expect_exit 0 export roadmap --today $today -f copy.rollout -o again.json --force
	expect_same roadmap.json again.json
	rm copy.rollout
done

# Half a year later everything open has moved, and nothing was written.
cp p.rollout before
for words in 'schedule --json' 'forecast --json' 'status --json'; do
	# shellcheck disable=SC2086
	expect_exit 0 $words --today 2027-06-01
done
expect_same p.rollout before
rm before

# A meeting of which nobody says whether it was held took place, whoever is asked; one that was cancelled did not, and one of a
# team is no review of the programme. The slip chart counts three reviews since the milestone was last reported on.
rm -f p.rollout
fresh --starts-on 2026-10-05
expect_exit 0 add milestone id=m title='Managers run check-ins' forecast_on=2026-12-20 --today 2026-10-06
expect_exit 0 add milestone id=p title='Managers plan' forecast_on=2026-12-10 --today 2026-10-06
expect_exit 0 add dependency from=p to=m --today 2026-10-06
expect_exit 0 add forum id=review name=Review level=programme rule='FREQ=WEEKLY' starts_on=2026-10-09
expect_exit 0 add forum id=team name='Check-in of a team' level=team rule='FREQ=WEEKLY' starts_on=2026-11-06
for day in 09 16 23; do
	expect_exit 0 add meeting id=m$day forum=review on=2026-10-$day
	expect_exit 0 set meeting m$day held=
done
expect_exit 0 add meeting forum=review on=2026-11-13 held=no
expect_exit 0 add meeting forum=team on=2026-11-20
expect_exit 0 status --json
expect_equal "$(jq -r .changed_since "$OUT")" 2026-10-23
expect_exit 0 add forecast milestone=p on=2026-10-28 forecast_on=2026-12-15
expect_exit 0 schedule m --json
expect_equal "$(jq -c '[.patterns[].pattern]' "$OUT")" '["frozen"]'
expect_exit 0 set meeting m16 held=no
expect_exit 0 schedule m --json
expect_equal "$(jq -c '[.patterns[].pattern]' "$OUT")" '[]'

finish
