#!/bin/sh
# SPDX-License-Identifier: MIT
# plan: preview, one step, nothing twice, what a person did stays, new facts move what nobody edited, causes that go.
. "$TESTS/lib.sh"

steps() {
	"$ROLLOUT" log --json | jq '.steps | length'
}

# plan_counts: [add, change, gone, remove] of the last --json.
plan_counts() {
	jq -c '[.add, .change, .gone, .remove]' "$OUT"
}

rm -f p.rollout
run new Harbour -f p.rollout --starts-on 2026-11-23 --launches-on 2027-01-11
for person in Ada Ben; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 set programme sponsor=ada lead=ben
expect_exit 0 add function name=Operations id=ops lead=ben
expect_exit 0 add team name=North id=north capability=high stance=willing cross_functional=yes leader=ben function=ops
before=$(steps)
expect_exit 0 plan --dry-run
expect_err 'nobody has answered the readiness diagnosis yet'
expect_out 'would add ('
expect_out 'phase "pilot" (2026-11-23)'
expect_exit 0 plan --dry-run --json
expect_valid
expect_equal "$(steps)" "$before"
added=$(jq .add "$OUT")
expect_exit 0 plan --json
expect_valid
expect_equal "$(jq .add "$OUT")" "$added"
expect_equal "$(steps)" $((before + 1))
expect_equal "$("$ROLLOUT" list team --json | jq -c '.records[0].wave')" 0
expect_equal "$("$ROLLOUT" show function ops --json | jq -r '.records[0].stall_tell')" ben

# What was drafted from complete facts gives the rule book nothing to say.
"$ROLLOUT" check --json >"$OUT"
expect_equal "$(jq -c '[.findings[] | select(.rule | test("^(M|P)")) | .id]' "$OUT")" '[]'

# The same facts again: nothing, not even a step.
"$ROLLOUT" export programme >first
expect_exit 0 plan
expect_out 'nothing to do'
expect_count 1 "$OUT"
expect_equal "$(steps)" $((before + 1))
"$ROLLOUT" export programme >second
expect_same first second

# A person's word stays, and what they deleted stays away; the rest moves with the launch.
expect_exit 0 set milestone pilot-launch title='Our managers tell their teams what changes' forecast_on=2027-02-10
expect_exit 0 remove milestone pilot-escalations --yes
expect_exit 0 set programme launches_on=2027-02-08
expect_exit 0 plan --json
expect_valid
expect_equal "$(jq -c '[.items[] | select(.id == "pilot-escalations") | .action] | unique' "$OUT")" '["gone"]'
# What follows the launch by what it waits for is expected later without anybody writing a date.
expect_equal "$("$ROLLOUT" schedule --json | jq -r '.milestones[] | select(.milestone == "pilot-drafts") | .forecast_on')" 2027-02-24
expect_equal "$(jq -c '[.items[] | select(.action == "add" and .type != "slice")]' "$OUT")" '[]'
expect_exit 0 show milestone pilot-launch
expect_out 'Our managers tell their teams what changes'
expect_out '2027-02-10'
expect_equal "$("$ROLLOUT" show milestone pilot-drafts --json | jq -r '.records[0].baseline_on')" 2027-01-25
expect_exit 0 plan --json
expect_equal "$(plan_counts)" '[0,0,1,0]'
expect_exit 0 undo
expect_exit 0 plan --dry-run --json
expect_equal "$(jq '.change > 0' "$OUT")" true
expect_exit 0 redo

# The diagnosis shapes it: what F3 and F1 ask for, traced both ways.
expect_exit 0 readiness Ada measurement=2 shared-motive=5 coaching=5
expect_exit 0 readiness Ben measurement=2 shared-motive=2 coaching=5
expect_exit 0 plan --json
expect_valid
expect_equal "$(jq -c '[.items[] | select(.action == "add" and .type == "milestone") | .id] | sort' "$OUT")" \
	'["leadership-calibration"]'
expect_equal "$("$ROLLOUT" show milestone baseline-measures --json | jq -r '.records[0].because' | cut -c1-3)" 'F3:'
expect_equal "$("$ROLLOUT" show risk leadership-drift --json | jq -r '.records[0].because' | cut -c1-3)" 'F1:'
expect_equal "$("$ROLLOUT" list dependency --json | jq -c '[.records[] | select(.to == "pilot-launch") | .from] | sort')" \
	'["appraisal-rule","baseline-measures","leadership-calibration","pilot-briefed"]'
expect_exit 0 readiness --json
expect_equal "$(jq -c '[.consequences[] | [.rule, ([.items[] | select(.type == "milestone")] | length)]]' "$OUT")" '[["F1",1],["F3",1]]'
"$ROLLOUT" check --json >"$OUT"
expect_equal "$(jq -c '[.findings[] | select(.rule | test("^(M|P)")) | .id]' "$OUT")" '[]'
expect_exit 0 plan --json
expect_equal "$(jq -c '[.add, .change]' "$OUT")" '[0,0]'

# The cause goes: removal is offered, and done only when asked, and never of what a person touched.
expect_exit 0 readiness Ada measurement=5 shared-motive=5 --today 2026-12-01
expect_exit 0 readiness Ben measurement=5 shared-motive=5 --today 2026-12-01
expect_exit 0 set milestone leadership-calibration state=in_progress
expect_exit 0 plan --today 2026-12-01 --json
# What was assumed as long as nobody had answered is no longer found, either.
expect_equal "$(jq -c '[.items[] | select(.action == "remove" and .type == "milestone") | .id] | sort' "$OUT")" \
	'["appraisal-rule","baseline-measures","leadership-calibration","simple-cycle"]'
expect_exit 0 show milestone baseline-measures
expect_exit 0 plan --remove --today 2026-12-01
expect_exit 4 show milestone baseline-measures
expect_exit 0 show milestone leadership-calibration

# Each item names what asks for it; the findings among it stand below with facts and what to do next.
expect_exit 0 plan --dry-run --json
expect_valid
expect_equal "$(jq -c '[.findings[].rule]' "$OUT")" '["F1","F3"]'
expect_equal "$(jq -c '[.findings[] | select(.facts == null or .response == null)]' "$OUT")" '[]'
expect_equal "$(jq -r '.items[] | select(.id == "baseline-measures") | .rule' "$OUT")" F3
expect_exit 0 readiness Ada measurement=1 --today 2026-12-02
expect_exit 0 readiness Ben measurement=1 --today 2026-12-02
expect_exit 0 plan --dry-run --today 2026-12-02
expect_out 'F3  Key results would rest on numbers that nobody has'

# Every consequence of F1, F2, F5, F8 and F11 is really there, and goes with its cause.
rm -f p.rollout
run new Harbour -f p.rollout --starts-on 2026-11-23 --launches-on 2027-01-11
for person in Ada Ben Cas; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 set stakeholder cas attitude=resistant influence=4
expect_exit 0 set programme sponsor=ada lead=ben
for team in a b c d e f g; do
	expect_exit 0 add team id=$team name="Team $team" capability=high stance=willing leader=ben coach=ben cross_functional=yes
done
# A long name of a team is cut at a character, or the action would be refused.
expect_exit 0 set team g stance=resistant name="Team $(printf '\346\235\261%.0s' $(seq 60))"
expect_exit 0 add milestone id=taught title='Team leads trained' forecast_on=2027-01-08
expect_exit 0 add milestone id=party title='Launch party held' forecast_on=2027-01-11
expect_exit 0 add milestone id=other title='Managers draft their objectives' forecast_on=2027-01-11
expect_exit 0 readiness Ada shared-motive=2 manager-capacity=2 coaching=2 expected-resistance=2 cross-functional-trust=2
expect_exit 0 plan --dry-run --json
jq -S 'del(.dry_run)' "$OUT" >would
expect_exit 0 plan --json
expect_valid
jq -S 'del(.dry_run)' "$OUT" >done
expect_same would done
expect_equal "$("$ROLLOUT" list dependency from=leadership-calibration --json | jq -c '[.records[].to] | sort')" \
	'["coach-training","method-agreed","party","pilot-briefed","pilot-launch","taught","willing-unit"]'
expect_equal "$(jq -r '.items[] | select(.id == "gate-to-taught") | .because' "$OUT")" \
	'F1: nobody is trained and nothing is launched before the leaders agree'
expect_equal "$("$ROLLOUT" show risk leadership-drift --json | jq -c '.records[0] | [.likelihood, .owner]')" '[5,"ada"]'
expect_equal "$("$ROLLOUT" list programme --json | jq -c '.records[0].check_in_weeks')" 2
expect_equal "$("$ROLLOUT" show forum team-check-in --json | jq -r '.records[0].rule')" 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'
expect_equal "$("$ROLLOUT" list team --json | jq -c '[.records[].wave] | sort')" '[0,1,2,3,4,5,6]'
expect_equal "$("$ROLLOUT" list engagement --json | jq -c '[.records[] | select(.because // "" | startswith("F11")) | .id] | sort')" \
	'["hear-cas","hear-team-g"]'
expect_exit 0 show milestone value-shown
expect_exit 0 plan
expect_out 'nothing to do'
# Without its cause: the rhythm and the risk are as they were, and what has no place is offered.
expect_exit 0 readiness Ada shared-motive=5 manager-capacity=5 coaching=5 expected-resistance=5 cross-functional-trust=5
expect_exit 0 plan --json
expect_valid
expect_equal "$(jq -c '[.items[] | select(.action == "remove" and (.type == "dependency" or .type == "milestone")) | .id]' "$OUT")" \
	'["gate-to-taught","gate-to-party","leadership-calibration","simple-cycle","willing-unit","value-shown","coach-training","resistance-heard","wave-2-briefed","wave-3-briefed","wave-4-briefed","wave-5-briefed","wave-6-briefed","wave-2-drafts","wave-3-drafts","wave-4-drafts","wave-5-drafts","wave-6-drafts","wave-2-check-ins","wave-3-check-ins","wave-4-check-ins","wave-5-check-ins","wave-6-check-ins","wave-2-review","wave-3-review","wave-4-review","wave-5-review","wave-6-review"]'
expect_equal "$(jq -c '[.items[] | select(.action == "remove" and .type == "wave") | .id]' "$OUT")" '["wave-2","wave-3","wave-4","wave-5","wave-6"]'
expect_equal "$("$ROLLOUT" list programme --json | jq -c '.records[0].check_in_weeks')" 1
expect_equal "$("$ROLLOUT" show forum team-check-in --json | jq -r '.records[0].rule')" 'FREQ=WEEKLY;BYDAY=TU'
expect_equal "$("$ROLLOUT" show risk leadership-drift --json | jq -c '.records[0] | [.likelihood, .because]')" '[4,null]'
expect_exit 0 plan --remove
expect_out 'removed unless touched'
expect_exit 0 log
expect_out ' removed'
expect_exit 0 plan
expect_out 'nothing to do'
"$ROLLOUT" check --json >"$OUT"
expect_equal "$(jq -c '[.findings[] | select(.rule | test("^(M4|P1)")) | .id]' "$OUT")" '[]'
# A rhythm of a person's own stays, and a risk they judged.
expect_exit 0 set forum team-check-in rule='FREQ=WEEKLY;BYDAY=WE'
expect_exit 0 set risk leadership-drift likelihood=3
expect_exit 0 readiness Ada manager-capacity=1 shared-motive=1
expect_exit 0 plan
expect_equal "$("$ROLLOUT" show forum team-check-in --json | jq -r '.records[0].rule')" 'FREQ=WEEKLY;BYDAY=WE'
expect_equal "$("$ROLLOUT" show risk leadership-drift --json | jq -c '.records[0].likelihood')" 3
# The four risks of the first day are drafted where a file began without them.
fresh --starts-on 2026-11-02
expect_exit 0 plan
expect_equal "$("$ROLLOUT" list risk --json | jq -c '[.records[].id] | sort')" \
	'["leadership-drift","manager-inconsistency","template-compliance","tool-overreach"]'

# A roadmap made by hand is kept and filled up, not doubled.
fresh --starts-on 2026-11-02
expect_exit 0 add phase id=mine name=pilot starts_on=2026-11-02 ends_on=2027-03-28
expect_exit 0 add slice name='All of it' phase=mine starts_on=2026-11-02 ends_on=2026-12-20
expect_exit 0 add milestone title='Managers run a first cycle' phase=mine forecast_on=2027-02-01
expect_exit 0 plan --json
expect_valid
expect_equal "$("$ROLLOUT" list phase --json | jq -c '[.records[] | [.name, .starts_on, .ends_on]] | sort')" \
	'[["embed","2027-06-04","2027-08-19"],["pilot","2026-11-02","2027-03-28"],["scale","2027-03-29","2027-06-03"]]'
expect_equal "$("$ROLLOUT" list milestone phase=mine --json | jq -c '[.records[] | select(.because == null or (.because | startswith("F") | not))] | length')" 1
expect_equal "$("$ROLLOUT" list slice phase=mine --json | jq '.records | length')" 1

# What is drafted before a phase of one's own ends where that begins.
fresh --starts-on 2026-12-01
expect_exit 0 add phase id=own name=scale starts_on=2027-03-15 ends_on=2027-06-30
expect_exit 0 plan
expect_equal "$("$ROLLOUT" show phase pilot --json | jq -r '.records[0].ends_on')" 2027-03-14
expect_equal "$("$ROLLOUT" show phase embed --json | jq -r '.records[0].starts_on')" 2027-07-01
expect_exit 0 plan
expect_err 'the work of pilot ends on'
"$ROLLOUT" check --json >"$OUT"
expect_equal "$(jq -c '[.findings[] | select(.rule | test("^P1")) | .id]' "$OUT")" '[]'

# Facts that cannot be planned from, and odd ones that can.
fresh --starts-on 2026-11-02
expect_exit 3 set programme launches_on=2026-10-01
expect_err 'launches_on must not be before starts_on: 2026-10-01 is before 2026-11-02'
expect_exit 1 plan --read-only
fresh --starts-on 2199-06-01
expect_exit 3 plan
expect_err 'after 2199'
for facts in '1999-01-01 13' '2099-12-31 13' '2026-11-02 1' '2026-11-02 52'; do
	fresh --starts-on "${facts% *}"
	expect_exit 0 set programme cycle_weeks="${facts#* }"
	expect_exit 0 plan --dry-run --read-only
	case $facts in 1999*) expect_err 'it began on 1999-01-01, years ago' ;; esac
	case $facts in 2099*) expect_err 'it would begin on 2099-12-31, years from now' ;; esac
	expect_exit 0 plan
	# As of its first day: what is open years later is expected later than it was entered for.
	"$ROLLOUT" check --json --today "${facts% *}" >"$OUT"
	expect_equal "$(jq -c '[.findings[] | select(.rule | test("^(M[124]|P1)")) | .id]' "$OUT")" '[]'
done

# A dependency the other way round stays, and the plan says what it left out.
fresh --starts-on 2026-11-02
expect_exit 0 add question id=shared-motive area=leadership prompt='Why?' critical=yes
expect_exit 0 add question id=measurement area=operations prompt='What is measured?'
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 readiness ada measurement=1
expect_exit 0 plan
expect_exit 0 remove dependency baseline-measures-to-pilot-launch --yes
expect_exit 0 add dependency from=pilot-launch to=baseline-measures
expect_exit 0 readiness ada shared-motive=1
expect_exit 0 plan
expect_out 'left out: the file has it the other way round'
expect_exit 0 plan
expect_out 'nothing to do'

# What is taken: one item with what belongs to it, or all but some; a word that is none is told.
rm -f ./*.rollout
run new Choice -f p.rollout --starts-on 2026-11-23 --launches-on 2026-12-01
expect_exit 0 plan --dry-run
expect_out 'launch on 2026-12-28, not 2026-12-01, end on '
expect_out '2026-12-21  F3: Pilot teams read'
expect_exit 2 plan pilot-gate
expect_exit 2 plan --only pilot --not scale
expect_exit 4 plan --only pilot-gat
expect_err 'the plan has no item "pilot-gat"'
expect_exit 0 plan --only pilot-gate --json
expect_valid
expect_equal "$(jq -c '[.items[] | select(.action == "add") | .type] | unique' "$OUT")" '["evidence","milestone","phase","slice"]'
expect_equal "$("$ROLLOUT" list milestone --json | jq -c '[.records[].id]')" '["pilot-gate"]'
expect_equal "$("$ROLLOUT" list programme --json | jq -r '.records[0].launches_on')" 2026-12-01
expect_exit 0 undo
expect_exit 0 plan --not launch pilot-escalations risk/tool-overreach --dry-run --json
expect_equal "$(jq -c '[.items[] | select(.id == "launch" or .id == "pilot-escalations" or .id == "tool-overreach")]' "$OUT")" '[]'
expect_exit 0 plan --not launch,pilot-escalations
expect_equal "$("$ROLLOUT" list programme --json | jq -r '.records[0].launches_on')" 2026-12-01
expect_exit 4 show milestone pilot-escalations
# What was left stands on the next plan again, and everything dated by the launch moves with it.
expect_exit 0 plan --json
expect_equal "$(jq -c '[.items[] | select(.action == "add" and .type == "milestone") | .id]' "$OUT")" '["pilot-escalations"]'
expect_equal "$("$ROLLOUT" list programme --json | jq -r '.records[0].launches_on')" 2026-12-28
expect_equal "$("$ROLLOUT" show engagement engage-launch-executive-sponsor --json | jq -r '.records[0].due_on')" 2026-12-28
expect_exit 0 plan
expect_out 'nothing to do'
expect_count 1 "$OUT"

# The sample has a roadmap: what its findings ask for is there, and nothing is drafted beside it.
rm p.rollout
"$ROLLOUT" sample -f p.rollout 2>/dev/null
expect_exit 0 plan --dry-run --json
expect_valid
expect_equal "$(jq -c '[.items[] | select(.action == "add" and .type != "engagement" and .type != "wave" and .type != "baseline") | .id]' "$OUT")" '[]'

# Every wave with teams has its actions by stage and group, after the model of the first; capabilities get a day;
# a risk that came with the templates is raised where leaders are not agreed, one that a person weighed is left.
rm -f ./*.rollout
expect_exit 0 new Waves -f waves.rollout --starts-on 2026-11-23 --launches-on 2027-01-04
for n in 1 2 3 4; do
	expect_exit 0 add stakeholder id=p$n name="Person $n" group=executive_sponsor
	expect_exit 0 add team id=t$n name="Team $n" capability=high stance=willing complexity=low cross_functional=yes leader=p$n
	expect_exit 0 readiness p$n shared-motive=$n
done
expect_exit 0 set setting wave_teams value=1
expect_exit 0 set programme lead=p1 sponsor=p2
expect_exit 0 plan --json
expect_exit 0 list engagement wave=1 --json
first=$(jq '.records | length' "$OUT")
expect_equal "$(jq -r '[.records[] | select(.stage == "launch" and .group == "end_user")] | length' "$OUT")" 1
expect_equal "$first" "$("$ROLLOUT" list engagement wave=0 --json | jq '[.records[] | select(.stakeholder == null)] | length')"
expect_equal "$(jq -r '[.records[].owner] | unique | join(" ")' "$OUT")" p1
expect_exit 0 show risk leadership-drift --json
expect_equal "$(jq -r '.records[0].likelihood' "$OUT")" 5
expect_exit 0 list capability due_on= --json
expect_equal "$(jq '.records | length' "$OUT")" 0
expect_exit 0 plan
expect_out 'the roadmap is as the facts ask for'
expect_exit 0 undo
expect_exit 0 set risk leadership-drift likelihood=2
expect_exit 0 plan
expect_exit 0 show risk leadership-drift --json
expect_equal "$(jq -r '.records[0].likelihood' "$OUT")" 2
expect_exit 0 remove engagement "$("$ROLLOUT" list engagement wave=1 --json | jq -r '.records[0].id')" --yes
expect_exit 0 plan --json
expect_equal "$(jq -c '[.add, .gone]' "$OUT")" '[0,1]'

# Actions of the same words are told apart by the person they are for.
run sample -f s.rollout
expect_exit 0 plan --dry-run -f s.rollout
expect_out 'before the launch" (Tadeusz Wójcik, '
# Who answers for what follows from the programme and its functions; what a person empties stays so.
rm -f owners.rollout
ROLLOUT_FILE=$PWD/owners.rollout
export ROLLOUT_FILE
run new Owners -f owners.rollout --starts-on 2026-11-23
for person in Ada Ben Eve; do
	expect_exit 0 add stakeholder name=$person id="$(echo $person | tr A-Z a-z)"
done
expect_exit 0 set programme sponsor=ada lead=ben
expect_exit 0 add function name=Operations id=ops lead=eve
expect_exit 6 check O1 --json
expect_equal "$(jq '.findings | length' "$OUT")" 4
expect_exit 0 plan
expect_exit 6 check O1 --json
expect_equal "$(jq -c '[.findings[].subject.id]' "$OUT")" '["enablement_lead"]'
expect_exit 0 set accountability lead-of-ops owner=
expect_exit 0 set risk tool-overreach owner=
expect_exit 0 plan --json
expect_equal "$(jq -c '[.add, .change]' "$OUT")" '[0,0]'
# What a removed person leaves empty is nobody's choice.
expect_exit 0 remove stakeholder ben --yes
expect_exit 0 set programme lead=eve
expect_exit 0 plan --json
expect_equal "$("$ROLLOUT" show accountability programme-lead --json | jq -r '.records[0].owner')" eve
expect_equal "$("$ROLLOUT" show risk template-compliance --json | jq -r '.records[0].owner')" eve
expect_equal "$("$ROLLOUT" show risk tool-overreach --json | jq -r '.records[0].owner')" null

finish
