#!/bin/sh
# SPDX-License-Identifier: MIT
# measures: the five by windows of 28 days, whole and cut, and adoption by cycles; what is told of anonymous answers.
. "$TESTS/lib.sh"

# of MEASURE BY FIELD...: the values of those rows in the last JSON, one row after the other.
of() {
	jq -c --arg m "$1" --arg b "$2" "[.measures[] | select(.measure == \$m and .by == \$b) | [$3]]" "$OUT"
}

fresh
expect_exit 0 measures --json --today 2026-11-01
expect_valid
expect_exit 0 measures --today 2026-11-01
expect_usage measures --by moon
expect_usage import register nothing.csv --by team

# The first window is 2 to 29 November, the second 30 November to 27 December.
expect_exit 0 set programme starts_on=2026-11-02 launches_on=2026-11-02 cycle_weeks=4
expect_exit 0 add team id=north name=North wave=0
expect_exit 0 add team id=south name=South wave=0
for n in 1 2 3 4 5; do
	expect_exit 0 add stakeholder id=p$n name="Person $n" group=functional_lead team=south
done
expect_exit 0 add forum id=f name='North check-in' level=team team=north rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02
expect_exit 0 add forum id=g name=Review level=leadership rule='FREQ=WEEKLY;BYDAY=TU' starts_on=2026-11-02
for on in 2026-11-02 2026-11-09 2026-11-16 2026-11-23 2026-12-01; do
	expect_exit 0 add meeting id=m-$on forum=f on=$on
done
expect_exit 0 add meeting id=r forum=g on=2026-11-03
expect_exit 0 add invitee forum=g stakeholder=p5 required=no
# Four expected, of whom one is excused, one absent, one sends somebody; who need not come does not count.
expect_exit 0 add attendance meeting=m-2026-11-02 stakeholder=p1 state=present
expect_exit 0 add attendance meeting=m-2026-11-02 stakeholder=p2 state=delegate
expect_exit 0 add attendance meeting=m-2026-11-02 stakeholder=p3 state=absent
expect_exit 0 add attendance meeting=m-2026-11-02 stakeholder=p4 state=excused
expect_exit 0 add attendance meeting=r stakeholder=p1 state=absent
expect_exit 0 add attendance meeting=r stakeholder=p5 state=absent
expect_exit 0 measures --json --today 2026-11-29
expect_equal "$(of participation whole '.value, .so_far, .n')" '[[null,50,0]]'
expect_exit 0 measures --json --today 2026-11-30 --by forum
expect_valid
expect_equal "$(of participation whole '.value, .before, .so_far, .n, .series')" '[[50,null,null,4,[50]]]'
expect_equal "$(of participation forum '.of, .value, .n')" '[["f",66.67,3],["g",0,1]]'
# By the forum's team, else the person's.
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_valid
expect_equal "$(of participation team '.of, .value, .n')" '[["north",66.67,3],["south",0,1]]'
expect_exit 0 measures --json --today 2026-11-30 --by group
expect_equal "$(of participation group '.of, .value, .n')" '[["functional_lead",50,4]]'

# Answers after 2 and 4 working days, one open since Monday the 9th; of each a window of its own.
expect_exit 0 add decision id=d1 question='Who?' requested_on=2026-11-02 decided_on=2026-11-04 decided_by=p1 meeting=m-2026-11-09 loses_priority='The old way'
expect_exit 0 add decision id=d2 question='When?' requested_on=2026-11-02 decided_on=2026-11-06 decided_by=p1
expect_exit 0 add decision id=d3 question='Where?' requested_on=2026-11-09
expect_exit 0 add input decision=d1 stakeholder=p2 said='Not him' effect=changed
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_equal "$(of response whole '.value, .p85, .open, .n')" '[[4,null,1,3]]'
expect_equal "$(of decision_change whole '.value, .n')" '[[50,2]]'
expect_equal "$(of decision_change team '.of, .value')" '[["north",100],["south",0]]'
# What is still open then counts again: it has waited for 34 days of work by the end of the second window.
expect_exit 0 measures --json --today 2026-12-28
expect_equal "$(of response whole '.value, .before, .open, .n')" '[[null,4,1,1]]'
expect_exit 0 set decision d3 decided_on=2026-12-18 decided_by=p2
expect_exit 0 measures --json --today 2026-12-28
expect_equal "$(of response whole '.value, .p85, .before, .series')" '[[29,29,4,[4,29]]]'
expect_exit 0 add holiday on=2026-12-08
expect_exit 0 measures --json --today 2026-12-28
expect_equal "$(of response whole '.value')" '[[28]]'
# As of an earlier day the answer is not there yet.
expect_exit 0 measures --json --today 2026-12-17
expect_equal "$(of response whole '.so_far, .open')" '[[null,1]]'

expect_exit 0 add blocker text='No data' team=north raised_on=2026-11-20 resolved_on=2026-12-20
expect_exit 0 add blocker text='No room' team=north raised_on=2026-12-01
expect_exit 0 measures --json --today 2026-12-28 --by team
expect_equal "$(of blockers whole '.value, .before, .oldest_days, .series')" '[[1,1,27,[1,1]]]'
expect_equal "$(of blockers team '.of, .value')" '[["north",1]]'
expect_exit 0 measures --json --today 2026-12-15
expect_equal "$(of blockers whole '.value, .so_far, .oldest_days')" '[[1,1,25]]'

# A mood from five answers on; a cut from five, unless it would tell the rest.
for n in 1 2 3 4; do
	expect_exit 0 add pulse on=2026-11-0$((n + 2)) score=$n team=north comment="Said $n" --today 2026-11-0$((n + 2))
done
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_equal "$(of sentiment whole '.value, .n, .suppressed')" '[[null,0,true]]'
expect_exit 0 add pulse on=2026-11-09 score=5 team=north --today 2026-11-09
expect_exit 0 measures --json --today 2026-11-29
expect_equal "$(of sentiment whole '.value, .so_far')" '[[null,null]]'
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_equal "$(of sentiment whole '.value, .n')" '[[3,5]]'
expect_equal "$(of sentiment team '.of, .value')" '[["north",3]]'
expect_exit 0 add pulse on=2026-11-10 score=1 team=south --today 2026-11-10
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_valid
expect_equal "$(of sentiment whole '.value, .n')" '[[2.7,6]]'
expect_equal "$(of sentiment team '.of, .value, .suppressed')" '[["north",null,true],["south",null,true]]'
expect_equal "$(jq -c '.comments' "$OUT")" '[]'
for n in 1 2 3 4; do
	expect_exit 0 add pulse on=2026-11-1$((n + 1)) score=4 team=south comment="And $n" --today 2026-11-1$((n + 1))
done
expect_exit 0 measures --json --today 2026-11-30 --by team
expect_equal "$(of sentiment team '.of, .value, .suppressed')" '[["north",3,false],["south",3.4,false]]'
expect_equal "$(jq -c '.comments' "$OUT")" '["And 1","And 2","And 3","And 4","Said 1","Said 2","Said 3","Said 4"]'
# A window's figure does not change any more, and the next has none yet.
expect_exit 0 measures --json --today 2026-12-28 --by team
expect_equal "$(of sentiment team '.of, .value, .before')" '[["north",null,3],["south",null,3.4]]'
# A mean that would tell every answer is told as its edge.
for n in 1 2 3 4 5 6; do
	expect_exit 0 add pulse on=2026-12-0$n score=5 --today 2026-12-0$n
done
expect_exit 0 measures --json --today 2026-12-28
expect_equal "$(of sentiment whole '.value')" '[[4.8]]'

# Adoption: reviewed and passed, in rhythm, and a priority changed; of teams that were launched.
expect_exit 0 measures --json --today 2026-11-30 --by wave
expect_equal "$(of adoption whole '.value, .n, .passing, .in_rhythm, .traded_off')" '[[0,2,0,1,1]]'
expect_exit 0 add okr_review team=north on=2026-11-20 key_result='Fewer calls' influence=yes owned=yes decides=yes
expect_exit 0 measures --json --today 2026-11-30 --by wave
expect_valid
expect_equal "$(of adoption whole '.value, .n')" '[[50,2]]'
expect_equal "$(of adoption wave '.of, .value')" '[["0",50]]'
expect_exit 0 add okr_review team=north on=2026-11-21 key_result='Fewer calls' influence=yes owned=no decides=yes
expect_exit 0 measures --json --today 2026-11-30
expect_equal "$(of adoption whole '.value, .passing')" '[[0,0]]'
expect_exit 0 measures --today 2026-11-30 --by team
expect_out 'participation: North'
expect_exit 0 measures --format csv --today 2026-12-28

# Four readings and the worst of all: an early warning, which says that it is no alarm.
fresh
expect_exit 0 set programme starts_on=2026-07-06
for month in 1 2 3 4 5; do
	for n in $(seq 1 $((5 + month))); do
		expect_exit 0 add blocker text="Blocker $month $n" raised_on="$(date -d "2026-07-06 +$((28 * (month - 1) + n)) days" +%F)"
	done
done
expect_exit 0 measures --json --today 2026-09-30
expect_equal "$(of blockers whole '.early_warning')" '[[false]]'
expect_exit 0 measures --json --today 2026-10-26
expect_equal "$(of blockers whole '.early_warning, .beyond_chance, .value')" '[[true,false,9]]'
expect_exit 0 measures --today 2026-10-26
expect_out 'early warning: no alarm'

finish
