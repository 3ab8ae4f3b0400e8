#!/bin/sh
# SPDX-License-Identifier: MIT
# Confidence is suggested with reasons for the whole, each phase and workstream, and given by a person.
. "$TESTS/lib.sh"

suggested() {
	"$ROLLOUT" status --json "$@" | jq -r ".confidence.scopes[] | select(.scope == \"$scope\") | .suggested"
}

reasons() {
	"$ROLLOUT" status --json "$@" | jq -r ".confidence.scopes[] | select(.scope == \"$scope\") | .reasons[].message"
}

fresh
expect_exit 0 add stakeholder id=ada name=Ada
expect_exit 0 add stakeholder id=ben name=Ben
expect_exit 0 add phase id=pilot name=pilot starts_on=2026-11-01 ends_on=2027-01-31
expect_exit 0 add workstream id=ws name='Framework design' lead=ada
expect_exit 0 set programme lead=ada
scope=phase/pilot
expect_equal "$(suggested)" unknown
expect_equal "$(reasons | head -1)" 'there is no evidence yet'

# A proven milestone is evidence; it grows old.
expect_exit 0 add milestone id=m title='Managers run their own check-ins' owner=ada phase=pilot workstream=ws \
	baseline_on=2026-11-20 forecast_on=2026-11-20
expect_exit 0 add evidence milestone=m criterion='Four check-ins seen by the coach' proof=notes
expect_exit 0 claim m
expect_exit 0 accept m ben
# What is all accepted is green, unless something makes it red.
expect_equal "$(suggested) $(reasons)" 'green '
expect_exit 0 add milestone id=n title='Teams use their own priorities' owner=ada phase=pilot workstream=ws \
	baseline_on=2026-12-10 forecast_on=2026-12-10
expect_exit 0 add evidence milestone=n criterion='Two commitments dropped because of them'
expect_equal "$(reasons)" 'a condition of the diagnosis is not met'
# Each reason has the rule, its numbers and what to do next.
"$ROLLOUT" status --json >status.json
expect_equal "$(jq -c '[.confidence.scopes[].reasons[] | select(.rule == null or .facts == null or .response == null)]' status.json)" '[]'
expect_exit 0 status
tr -s '\n ' '  ' <"$OUT" >joined && cp joined "$OUT"
expect_out 'see what follows from it: rollout readiness [confidence-unready]'
expect_equal "$(suggested)" amber
scope=workstream/ws
expect_equal "$(suggested)" green
expect_equal "$(suggested --today 2026-12-09)" green
expect_equal "$(suggested --today 2026-12-11)" red
expect_equal "$(reasons --today 2026-12-11 | head -1)" '1 of 2 milestones that were due are late'
expect_equal "$(suggested --today 2027-03-30)" red

# A slip against the first promise; on the critical path it turns red after a fortnight.
expect_exit 0 set milestone n forecast_on=2026-12-24
expect_equal "$(suggested)" amber
expect_equal "$(reasons)" 'the critical path slips: "Teams use their own priorities" comes 14 days after the first promise'
expect_exit 0 set milestone n forecast_on=2026-12-17
expect_equal "$(suggested) $(reasons)" 'green '
expect_exit 0 set milestone n forecast_on=2026-12-25
expect_equal "$(suggested)" red
expect_equal "$(reasons | head -1)" \
	'the critical path slips: "Teams use their own priorities" comes 15 days after the first promise'
expect_exit 0 set milestone n forecast_on=2026-12-10

# An escalation counts where its subject is.
expect_exit 0 add escalation finding=M7/milestone/n raised_on=2026-11-20 due_on=2026-11-21 response='ask for help' --override 'raised before the rule found it'
expect_equal "$(suggested)" red
expect_equal "$(reasons | head -1)" '1 escalation is past its day'
scope=programme
expect_equal "$(suggested)" red
expect_exit 0 undo

# A person rates; a difference and a turn for the worse need a reason.
expect_exit 3 rate ws amber
expect_err 'green is suggested, not amber: say why in the reason'
expect_exit 0 rate ws amber 'two of three managers are away in December'
expect_exit 0 rate 'Framework design' green
expect_exit 0 list rating --json
expect_equal "$(jq -r '.records[] | "\(.scope) \(.suggested) \(.given) \(.by) \(.reason)"' "$OUT" | sort)" \
	'workstream/ws green green ada null'
expect_exit 5 add rating scope=ws on=today given=green
expect_err 'that rating is there already'
expect_exit 0 set milestone n forecast_on=2026-12-20
expect_exit 3 rate workstream/ws amber
expect_err 'amber is worse than the last rating, green of 2026-11-22: say why in the reason'
expect_exit 3 rate tooling green
expect_err 'there is no scope "tooling" to rate; there is programme, phase/pilot, workstream/ws'
expect_exit 3 rate ws purple
expect_err 'given must be one of green, amber, red, unknown'
for nothing in '' ' '; do
	expect_exit 3 rate ws "$nothing" 'nobody knows'
	expect_err 'a rating is green, amber, red or unknown, not nothing'
done
expect_exit 3 add rating scope=phase/nowhere on=today given=green
expect_exit 3 add rating scope=pilot on=today given=red
expect_err 'suggested, not red'
expect_exit 0 rate pilot red 'the board is about to stop it' ben --json
expect_equal "$(jq -r '.confidence.scopes[1] | "\(.scope) \(.given) \(.given_reason)"' "$OUT")" \
	'phase/pilot red the board is about to stop it'
expect_exit 0 status
expect_out 'pilot: red, suggested amber'

# The roadmap document tells the same of its own facts.
expect_exit 0 export roadmap
expect_equal "$(jq -r '.confidence[] | "\(.scope) \(.suggested) \(.given)"' "$OUT")" \
	'programme amber null
phase/pilot amber red
workstream/ws amber green'

finish
