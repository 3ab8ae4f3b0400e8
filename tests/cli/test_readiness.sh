#!/bin/sh
# SPDX-License-Identifier: MIT
# readiness: verdict, states, spread, movement, what follows; recording answers as one step.
. "$TESTS/lib.sh"

rm -f p.rollout
run new Programme -f p.rollout
expect_exit 0 readiness
expect_out 'readiness: conditions (leadership is unknown, operations is unknown'
expect_out '0 people have answered'
expect_out '  nothing'
expect_exit 0 readiness --json
expect_valid
expect_equal "$(jq -c '[.verdict, (.areas | map(.state)), .findings]' "$OUT")" '["conditions",["unknown","unknown","unknown","unknown"],[]]'
expect_equal "$(jq '[.areas[].questions | length]' "$OUT" | tr -d ' \n')" '[3,3,3,4]'

for person in Ada Ben Cleo; do
	expect_exit 0 add stakeholder name="$person" id="$(echo "$person" | tr A-Z a-z)"
done
before=$("$ROLLOUT" log --json | jq '.steps | length')
expect_exit 0 readiness Ada shared-motive=5 success=4 sponsorship=5 measurement=5 manager=5 planning=5
expect_err '6 answers recorded'
expect_equal "$("$ROLLOUT" log --json | jq '.steps | length')" $((before + 1))
expect_exit 0 readiness Ada psych=5 cross=4 tolerance=5 coaching=4 playbooks=4 handoffs=4 expected=?
expect_exit 0 readiness --json
expect_valid
expect_equal "$(jq -c '[.verdict, (.areas | map(.state))]' "$OUT")" '["ready",["green","green","green","green"]]'
expect_equal "$(jq -c '.areas[3].questions[3] | [.state, .not_known, .known]' "$OUT")" '["unknown",1,0]'

# The same again on the same day changes nothing; another person who differs does.
steps=$("$ROLLOUT" log --json | jq '.steps | length')
expect_exit 0 readiness Ada sponsorship=5
expect_err '0 answers recorded'
expect_equal "$("$ROLLOUT" log --json | jq '.steps | length')" "$steps"
expect_exit 0 readiness Ben sponsorship=3
expect_out 'readiness: stop (leadership is misaligned on 1 question)'
expect_out 'do not launch: settle with the leaders where they differ'
expect_out 'misaligned by 2'
expect_out 'F1  The leaders are not ready'
expect_out 'nothing in the plan answers it yet'
expect_exit 0 add milestone title='Leaders agree' because='F1: leaders differ' owner=ada
expect_exit 0 readiness
expect_out 'in the plan: milestone "Leaders agree", Ada, planned'
expect_exit 0 add milestone title='Another thing' because='F10, F11: more' kind=intervention
expect_exit 0 readiness --json
expect_valid
expect_equal "$(jq -c '[.consequences[] | .rule, (.items | length)]' "$OUT")" '["F1",1]'
expect_exit 0 undo 3
expect_exit 0 readiness
expect_out 'readiness: ready (all four areas are green)'

# Since the last gate: answer by answer.
expect_exit 0 add milestone id=gate title='Leaders calibrated' kind=gate
expect_exit 0 add evidence milestone=gate criterion='They said so' proof=notes met=yes checked_by=ben
expect_exit 0 set milestone gate state=claimed
expect_exit 0 set milestone gate state=accepted actual_on=2026-11-22
expect_exit 0 readiness Ada coaching=1 --today 2026-12-01
expect_out 'was green'
expect_out 'when "Leaders calibrated" was accepted on 2026-11-22'
expect_exit 0 readiness --json --today 2026-12-01
expect_valid
expect_equal "$(jq -c '.areas[3].questions[0] | [.state_before, .mean_before, .answers[0].score_before]' "$OUT")" '["green",4,4]'
expect_exit 0 readiness --today 2027-03-10
expect_out '1 stale'

expect_exit 3 readiness Ada coaching=6
expect_err 'a score is 1 to 5'
expect_exit 2 readiness Ada coaching
expect_err 'is no answer'
expect_exit 2 readiness Ada
expect_exit 4 readiness Nobody coaching=1
expect_exit 4 readiness Ada nonsense=1
expect_exit 1 readiness Ada coaching=2 --read-only
expect_exit 3 readiness Ada m=3
expect_err '"m" begins 2 questions'
expect_exit 3 readiness Ada coaching=3 playbooks=2 coach=4
expect_err '"coach" is answered twice'

# A question of one's own stands behind the bank; what trains before the gate does not hide the finding.
expect_exit 0 add question id=budget area=leadership prompt='Is money moved?' critical=yes
expect_exit 0 readiness Ada budget=1
expect_exit 3 add milestone title='Team leads trained' state=in_progress
expect_exit 0 add milestone title='Team leads trained' state=in_progress override_reason='booked before'
expect_exit 0 readiness --json
expect_valid
expect_equal "$(jq -r '.areas[0].questions[-1].question' "$OUT")" budget
expect_equal "$(jq -c '[.findings[] | select(.rule == "F1") | .subject.type]' "$OUT")" '["question"]'

# Two thirds exactly: 34 of 50 and two of three suffice, 33 of 50 do not.
leadership_with() {
	jq -n --argjson of "$1" --argjson known "$2" '{format: "rollout.programme", version: 1,
		stakeholders: [{id: "ada", name: "Ada"}],
		questions: [range($of) | {id: "q\(.)", area: "leadership", prompt: "Question \(.)"}],
		responses: [range($known) | {question: "q\(.)", respondent: "ada", score: 5, on: "2026-11-20"}]}' >bank.json
	rm -f bank.rollout
	run new Bank --bare -f bank.rollout
	expect_exit 0 import programme bank.json -f bank.rollout
	expect_exit 0 readiness --json -f bank.rollout
	expect_equal "$(jq -r '.areas[0].state' "$OUT")" "$3"
}
leadership_with 50 33 unknown
leadership_with 50 34 green
leadership_with 3 2 green
leadership_with 3 1 unknown
leadership_with 13 8 unknown
leadership_with 13 9 green

# What an answer rests on stands behind a colon; without one, what is there for the day stays.
rm -f ./*.rollout
expect_exit 0 new Templates -f p.rollout
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 readiness ada shared-motive='2: nobody: could say why' coaching=':' measurement='?:asked twice' playbooks='4 :  '
given() {
	"$ROLLOUT" list response --json | jq -c '[.records[] | [.question, .score, .evidence]] | sort'
}
expect_equal "$(given)" \
	'[["coaching",null,null],["measurement",null,"asked twice"],["playbooks",4,null],["shared-motive",2,"nobody: could say why"]]'
expect_exit 0 readiness ada shared-motive=3 playbooks='4: the October review'
expect_equal "$(given)" \
	'[["coaching",null,null],["measurement",null,"asked twice"],["playbooks",4,"the October review"],["shared-motive",3,"nobody: could say why"]]'
expect_exit 3 readiness ada coaching='six: x'
expect_err 'coaching: a score is 1 to 5'
expect_exit 3 readiness ada coaching="2: $(printf 'a\001b')"
expect_exit 0 undo 2
expect_equal "$(given)" '[]'

finish
