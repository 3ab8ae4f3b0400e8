#!/bin/sh
# SPDX-License-Identifier: MIT
# hand-over: what somebody owns goes to somebody else in one step; what is over stays.
. "$TESTS/lib.sh"

fresh --starts-on 2026-11-02
expect_exit 0 add stakeholder id=old name='Olga Demir'
expect_exit 0 add stakeholder id=new name='Nils Vogt' owner=old
expect_exit 0 add stakeholder id=group name='The Council' kind=group owner=old
expect_exit 0 add stakeholder id=gone name='Gil Roth' active=no owner=old
expect_exit 0 hand-over old to new -n
expect_out 'owner'
expect_exit 0 set programme lead=old sponsor=new
expect_exit 0 add function id=ops name=Operations lead=old stall_tell=old
expect_exit 0 add team id=t name=Dispatch leader=old coach=old function=ops
expect_exit 0 add workstream id=ws name=Training lead=old
expect_exit 0 add milestone id=open title='Managers run check-ins' owner=old
expect_exit 0 add milestone id=dropped title='Managers wait' owner=old state=dropped
expect_exit 0 add milestone id=other title='Teams decide' owner=new
expect_exit 0 add action id=a text='Call Ines' owner=old due_on=2026-12-01
expect_exit 0 add action id=done text='Call Ada' owner=old done_on=2026-11-10
expect_exit 0 add risk id=r title='Leadership drift' owner=old
expect_exit 0 add risk id=closed title='Old news' owner=old state=closed
expect_exit 0 add forum id=f name=Review level=programme rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02 chair=old
expect_exit 0 add role id=lead name='Functional lead'
expect_exit 0 add role id=coach name=Coach
expect_exit 0 add role_holder id=h1 role=lead stakeholder=old
expect_exit 0 add role_holder id=h2 role=coach stakeholder=old
expect_exit 0 add role_holder id=h3 role=coach stakeholder=new
expect_exit 0 add relationship id=link from=old to=new
expect_exit 0 add accountability id=acc area=programme_lead owner=old

# What it would do, and that it does not do it.
cp p.rollout before
expect_exit 0 hand-over 'Olga Demir' to new --dry-run
expect_out 'would hand over 15 records from Olga Demir to Nils Vogt'
expect_out 'Managers run check-ins'
expect_not_out 'Managers wait'
expect_not_out 'Call Ada'
expect_not_out 'Old news'
expect_not_out 'Gil Roth'
expect_same p.rollout before
expect_exit 0 hand-over old to new -n --json
expect_valid
expect_equal "$(jq -c '[.from, .from_name, .to, .dry_run]' "$OUT")" '["old","Olga Demir","new",true]'
expect_equal "$(jq -r '.records[] | [.type, .record, .field, .ends] | join(" ")' "$OUT" | sort)" 'accountability acc owner false
action a owner false
forum f chair false
function ops lead false
function ops stall_tell false
milestone open owner false
programme '"$(jq -r '.records[] | select(.type == "programme") | .record' "$OUT")"' lead false
risk r owner false
role_holder h1 stakeholder false
role_holder h2 stakeholder true
stakeholder group owner false
stakeholder new owner true
team t coach false
team t leader false
workstream ws lead false'
expect_exit 0 hand-over old to new -n --format csv
expect_out '"milestone","open","Managers run check-ins","owner"'

# One step, which undo takes back whole.
"$ROLLOUT" export programme >one
before=$("$ROLLOUT" log --json | jq '.steps | length')
expect_exit 0 hand-over old to new
expect_out 'handed over'
expect_equal "$("$ROLLOUT" log --json | jq '.steps | length')" $((before + 1))
expect_exit 0 log --limit 1
expect_out 'from "Olga Demir" to "Nils Vogt"'
for field in 'milestone open owner' 'milestone dropped owner' 'action done owner' 'stakeholder group owner' 'stakeholder new owner' 'stakeholder gone owner' \
	'forum f chair' 'team t leader' 'team t coach' 'function ops lead' 'role_holder h1 stakeholder' 'relationship link from'; do
	# shellcheck disable=SC2086
	set -- $field
	echo "$field $("$ROLLOUT" show "$1" "$2" --json | jq -r --arg field "$3" '.records[0][$field]')"
done >got
cat >wanted <<'END'
milestone open owner new
milestone dropped owner old
action done owner old
stakeholder group owner new
stakeholder new owner null
stakeholder gone owner old
forum f chair new
team t leader new
team t coach new
function ops lead new
role_holder h1 stakeholder new
relationship link from old
END
expect_same got wanted
expect_exit 4 show role_holder h2
expect_exit 0 show role_holder h3
expect_exit 0 verify
expect_exit 0 hand-over old to new
expect_line 'Olga Demir owns nothing that is still open'
expect_exit 0 undo
"$ROLLOUT" export programme >two
expect_same one two

# Refused, and nothing is changed.
cp p.rollout before
expect_exit 3 hand-over old to old
expect_err 'Olga Demir cannot take over from the same person'
expect_exit 3 hand-over old to gone
expect_err 'Gil Roth cannot take over: an owner is an active person'
expect_exit 3 hand-over old to group
expect_exit 4 hand-over old to Nilz
expect_err 'did you mean Nils Vogt?'
expect_exit 4 hand-over nobody to new
expect_usage hand-over old new
expect_usage hand-over old for new
expect_err 'hand-over PERSON to PERSON'
expect_usage hand-over
expect_same p.rollout before

finish
