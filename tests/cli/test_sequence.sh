#!/bin/sh
# SPDX-License-Identifier: MIT
# sequence: the lens with its reasons, capacity by F8 and F2, pins, links, an empty file; what an export says of it.
. "$TESTS/lib.sh"

fresh
expect_exit 0 sequence
expect_out 'there is no team yet'
expect_exit 0 sequence --json
expect_valid
expect_exit 0 add stakeholder id=lea name=Lea
expect_exit 0 add team id=a name=Alpha capability=high stance=willing cross_functional=yes leader=lea
expect_exit 0 add team id=b name=Beta capability=high stance=resistant
expect_exit 0 add team id=c name=Gamma capability=low complexity=high
expect_exit 0 add team id=d name=Delta
expect_exit 0 sequence --json
expect_valid
expect_equal "$(jq -c '[.capacity, (.teams[] | [.team, .order, .wave])]' "$OUT")" \
	'[6,["a","now",0],["d","leads_call",1],["b","later",1],["c","later",1]]'
# Each place explains itself: the line of the lens, what it looked at, and what to do next.
expect_equal "$(jq -c '.teams | map(.rule)' "$OUT")" '["lens-willing","lens-call","lens-resistant","lens-complex"]'
expect_equal "$(jq -c '.teams[0].facts' "$OUT")" \
	'{"capability":"high","stance":"willing","cross_functional":true,"works_with_placed":false}'
expect_equal "$(jq -c '[.teams[] | select((.response // "") == "")]' "$OUT")" '[]'
expect_exit 0 sequence
expect_out 'what to do next'
expect_out 'lens-resistant  '
expect_out "nothing decides it: the lead's call, by pinning with a reason; its capability is not known"
expect_out 'low capability for complex work: later'

# F8 leaves what the coaches carry, F2 half of it.
expect_exit 0 add question id=coaching area=adoption prompt='Who helps?'
expect_exit 0 add response question=coaching respondent=lea score=2 on=2026-11-01
expect_exit 0 sequence --json
expect_valid
expect_equal "$(jq -c '[.capacity, .capacity_reason, (.teams[1:][] | .wave)]' "$OUT")" \
	'[0,"0 teams a wave: F8, what 0 coaches can carry",null,null,null]'
expect_exit 0 set team a coach=lea
expect_exit 0 sequence --json
expect_equal "$(jq -c '[.capacity, (.teams[] | .wave)]' "$OUT")" '[3,0,1,1,1]'
expect_exit 0 add question id=manager-capacity area=operations prompt='Time?'
expect_exit 0 add response question=manager-capacity respondent=lea score=3 on=2026-11-01
expect_exit 0 sequence --json
expect_equal "$(jq -c '[.capacity, (.teams[] | .wave)]' "$OUT")" '[1,0,1,2,3]'
expect_exit 0 set team c wave=1 pinned_reason='their director insists'
expect_exit 0 sequence --json
expect_valid
expect_equal "$(jq -c '[.teams[] | [.team, .wave]]' "$OUT")" '[["a",0],["c",1],["d",2],["b",3]]'
expect_equal "$(jq -r '.teams[] | select(.team == "c") | .reason' "$OUT")" 'pinned: their director insists'
expect_exit 0 sequence
expect_out 'pinned: their director insists'

# The pilot is a wave: what coaches and managers can carry holds for it too.
expect_exit 0 add team id=e name=Epsilon capability=high stance=willing cross_functional=yes leader=lea
expect_exit 0 sequence --json
expect_equal "$(jq -c '[.teams[] | select(.wave == 0) | .team]' "$OUT")" '["a"]'
expect_exit 0 remove team e --yes

# Whoever has left does not engage: their team is no pilot.
expect_exit 0 add stakeholder id=gone name=Gone active=no
expect_exit 0 set team a leader=gone
expect_exit 0 sequence --json
expect_equal "$(jq -c '[.teams[] | select(.wave == 0)]' "$OUT")" '[]'
expect_exit 0 undo 2

# How a leader stands is not for teams.
expect_exit 0 export roadmap
expect_valid
expect_equal "$(jq -c '[.teams[] | .sequence.order]' "$OUT")" '["now","later","later","leads_call"]'
expect_exit 0 export roadmap --audience leadership
expect_valid
expect_exit 0 export roadmap --audience team
expect_valid
expect_not_out resist
expect_not_out '"order"'
expect_equal "$(jq -c '[.teams[] | .sequence]' "$OUT")" '[{"wave":0},{"wave":3},{"wave":1},{"wave":2}]'

finish
