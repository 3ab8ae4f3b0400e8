#!/bin/sh
# SPDX-License-Identifier: MIT
# Escalations: raised from a finding, closed with an outcome, one new date, and a ladder that is the same on every day one looks.
. "$TESTS/lib.sh"

fresh
expect_exit 0 add stakeholder id=ada name='Ada Lund'
expect_exit 0 add function id=sales name=Sales stall_reset_after_days=10
expect_exit 0 add team id=north name=North function=sales
expect_exit 0 add escalation id=e finding=G1/stakeholder/ada raised_on=2026-11-02 due_on=2026-11-06 owner=ada --today 2026-11-02 --override 'seen in the room'
expect_exit 0 add escalation id=t finding=G3/team/north raised_on=2026-11-02 due_on=2026-11-06 --today 2026-11-02 --override 'seen in the room'
expect_exit 0 set escalation e override_reason= --today 2026-11-02
expect_exit 0 set escalation t override_reason= --today 2026-11-02
# Due on a Friday: five working days later it climbs; a function says when the reset is decided.
expect_exit 0 status --json --today 2026-11-06
expect_equal "$(jq -r '[.. | .detail? // empty | select(test("due today"))] | length' "$OUT")" 2
expect_exit 0 status --json --today 2026-11-09
expect_equal "$(jq -r '[.. | .detail? // empty | select(test("^Ada Lund, support, past due since 2026-11-06; climbs to escalate on 2026-11-13"))] | length' "$OUT")" 1
expect_exit 0 status --json --today 2026-11-13
expect_equal "$(jq -r '[.. | .detail? // empty | select(test("escalate, past due since 2026-11-06; climbs to reset on 2026-12-04"))] | length' "$OUT")" 1
expect_equal "$(jq -r '[.. | .detail? // empty | select(test("climbs to reset on 2026-11-16"))] | length' "$OUT")" 1
# Looking has written nothing.
expect_exit 0 list climb --json
expect_equal "$(jq '.records | length' "$OUT")" 0
expect_exit 0 show escalation e --json
expect_equal "$(jq -r '.records[0].level' "$OUT")" support
# With the next change what it has climbed is written down, each rung with its day.
expect_exit 0 set escalation e response='The sponsor speaks with her' --today 2026-11-20
expect_exit 0 show escalation e --json
expect_equal "$(jq -r '.records[0].level' "$OUT")" escalate
expect_exit 0 list climb --json
expect_equal "$(jq -c '[.records[] | [.escalation, .level, .on]]' "$OUT")" '[["e","escalate","2026-11-13"]]'
expect_exit 0 undo
expect_exit 0 list climb --json
expect_equal "$(jq '.records | length' "$OUT")" 0
# It closes with an outcome, and then climbs no more.
expect_exit 3 set escalation e closed_on=2026-12-07 --today 2026-12-07
expect_err 'is not closed'
expect_exit 0 set escalation e closed_on=2026-12-07 outcome='She comes again' told_on=2026-12-07 --today 2026-12-07
expect_exit 0 list climb --json
expect_equal "$(jq -c '[.records[] | [.level, .on]]' "$OUT")" '[["escalate","2026-11-13"],["reset","2026-12-04"]]'
expect_exit 0 status --json --today 2026-12-08
expect_equal "$(jq -r '[.. | .detail? // empty | select(test("Ada Lund"))] | length' "$OUT")" 0
# One new date, with a reason.
expect_exit 3 set escalation t due_on=2026-11-20 --today 2026-11-09
expect_err 'takes a reason'
expect_exit 0 set escalation t due_on=2026-11-20 moved_reason='Half of them are away' --today 2026-11-09
expect_exit 0 show escalation t --json
expect_equal "$(jq -c '.records[0] | [.due_on, .moved_on]' "$OUT")" '["2026-11-20","2026-11-09"]'
expect_exit 3 set escalation t due_on=2026-11-27 --today 2026-11-16
expect_err 'one new date'
# Somebody may raise it before its day.
expect_exit 0 set escalation t level=escalate --today 2026-11-16
expect_exit 0 list climb escalation=t --json
expect_equal "$(jq -c '[.records[] | [.level, .on]]' "$OUT")" '[["escalate","2026-11-16"]]'

finish
