#!/bin/sh
# SPDX-License-Identifier: MIT
# Who is who (product.md 4): numbering is not identity, an id and a name must agree, names are compared however they are written, and one
# fact has one record, whichever way it comes in.
. "$TESTS/lib.sh"

fresh() {
	rm -f ./*.rollout
	expect_exit 0 new Yard --bare --starts-on 2026-11-02
}
people() {
	"$ROLLOUT" list stakeholder --json | jq -r '[.records[] | "\(.id)=\(.name)"] | join(" ")'
}

# Two departments, each with a numbering of its own.
fresh
printf '#,Name,Department,Power\n1,Rhona Sill,Legal,4\n2,Per Aas,Yard,3\n' >legal.csv
printf 'Nr,Name,Department,Power\n1,Oda Brun,Sales,5\n2,Rhona Sill,Sales,1\n3,Kai Fenn,Sales,2\n' >sales.csv
expect_exit 0 import register legal.csv
expect_exit 0 import register sales.csv
expect_out 'Nr           (kept out)         3'
expect_out '1 looks like somebody of another organisation, key or address and was added as new: "Rhona Sill" beside rhona-sill'
expect_out '3 added, 0 changed, 0 unchanged, 0 rejected'
expect_equal "$(people)" 'kai-fenn=Kai Fenn oda-brun=Oda Brun per-aas=Per Aas rhona-sill=Rhona Sill rhona-sill-2=Rhona Sill'
for sheet in legal sales; do
	expect_exit 0 import register $sheet.csv --json
	expect_equal "$(jq -r '"\(.added) \(.changed)"' "$OUT")" '0 0'
done

# A column that says it is an id is one; under another name it is refused, or a renaming if somebody says so.
fresh
printf 'id,name\nyard-1,Rhona Sill\nyard-2,Per Aas\n' >first.csv
printf 'id,name\nyard-1,Oda Brun\nyard-2,per  AAS\n' >second.csv
expect_exit 0 import register first.csv
expect_exit 3 import register second.csv
expect_err 'second.csv:2:1: the id "yard-1" is "Rhona Sill" in the programme and "Oda Brun" in this file'
expect_err 'add --by id=yard-1'
expect_equal "$(people)" 'yard-2=Per Aas yard-1=Rhona Sill'
expect_exit 2 import register second.csv --by yard-1
expect_exit 0 import register second.csv --by id=yard-3,yard-1
expect_equal "$(people)" 'yard-1=Oda Brun yard-2=per  AAS'
printf '{"format":"rollout.register","version":1,"stakeholders":[{"id":"yard-2","name":"Rhona Sill"}]}' >third.json
expect_exit 3 import register third.json
expect_err '/stakeholders/0: the id "yard-2"'

# However a name is written: blanks, zero-width characters, apostrophes, hyphens, accents, case. The first spelling stays.
fresh
{
	printf 'Name,Organisation\n'
	printf 'Siobh\303\241n O\342\200\231Dea,Yard\n'
	printf 'Siobhan O\302\264Dea,Yard\n'
	printf 'SIOBHAN\302\240O`DEA,yard\n'
	printf 'Sio\342\200\213bhan\342\200\202O'"'"'Dea,Yard\n'
	printf 'Anne\342\200\221Marie Lie,Yard\n'
	printf 'Anne-Marie  Lie,Yard\n'
	printf 'Anne-Marie Lie,Legal\n'
} >spellings.csv
expect_exit 0 import register spellings.csv
expect_out '4 records in this file mean the same as an earlier one and were merged into it'
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '[.records[].name] | sort | join("|")')" \
	"$(printf 'Anne-Marie Lie|Anne\342\200\221Marie Lie|Siobh\303\241n O\342\200\231Dea')"
printf 'Name,Owner\nPer Aas,siobhan o'"'"'dea\n' >owner.csv
expect_exit 0 import register owner.csv
expect_equal "$("$ROLLOUT" show stakeholder 'Per Aas' --json | jq -r '.records[0].owner')" siobhan-o-dea

# Ids that a spreadsheet rounded are known by the name, or refused.
fresh
expect_exit 0 add stakeholder name='Rhona Sill'
number=$("$ROLLOUT" list stakeholder --json | jq -r '.records[0].id')
rounded=$(printf %s "$number" | sed 's/...$/000/')
printf 'id,name,influence\n%s,Rhona Sill,4\n' "$rounded" >rounded.csv
expect_exit 0 import register rounded.csv
expect_out '0 added, 1 changed'
printf 'id,name\n%s,Per Aas\n' "$rounded" >rounded.csv
expect_exit 3 import register rounded.csv
expect_err 'a spreadsheet has rounded the id'

# One fact, one record: add and set refuse a second and name the first.
fresh
expect_exit 0 add stakeholder id=rhona name='Rhona Sill' organisation=Legal
expect_exit 5 add stakeholder name='rhona  sill' organisation=LEGAL
expect_err 'that stakeholder is there already, rhona: Rhona Sill'
expect_exit 0 add stakeholder id=other name='Rhona Sill' organisation=Sales
expect_exit 5 set stakeholder other organisation=legal email=r@yard.example name='Rhona Sill' id=
expect_exit 0 add stakeholder id=per name='Per Aas' email=per@yard.example
expect_exit 0 add stakeholder id=per-b name='Per Aas' email=per.b@yard.example
expect_exit 0 add activity id=drafting name='Team OKR drafting'
expect_exit 0 add role id=coach name=Coach
expect_exit 0 add assignment activity=drafting role=coach letters=R
expect_exit 5 add assignment activity=drafting role=coach letters=A
expect_err 'that assignment is there already'
expect_exit 0 add forum id=review name=Review level=leadership rule='FREQ=WEEKLY;BYDAY=MO' starts_on=2026-11-02
expect_exit 0 add meeting id=moved forum=review on=2026-11-10 planned_on=2026-11-09
expect_exit 5 add meeting forum=review on=2026-11-09
expect_err 'that meeting is there already, moved'
expect_exit 0 add action text='Send the list' owner=rhona due_on=2026-12-01
expect_exit 5 add action text='send the  list' owner=rhona due_on=2026-12-01
expect_exit 0 add action text='Send the list' owner=rhona due_on=2026-12-08
expect_exit 0 add holiday on=2026-12-25 name=Christmas
expect_exit 5 add holiday on=2026-12-25 name=Xmas

# Any sheet twice adds nothing the second time.
fresh
expect_exit 0 add stakeholder id=rhona name='Rhona Sill'
printf 'text,owner,due_on\nSend the list,Rhona Sill,2026-12-01\nBook the room,,\n' >action.csv
printf 'title,likelihood,impact\nLeaders drift,3,4\nToo many tools,2,2\n' >risk.csv
printf 'text,raised_on\nNo data before the spring,2026-11-05\n' >blocker.csv
printf 'name\nYard\nLegal\n' >team.csv
for type in action risk blocker team; do
	expect_exit 0 import $type $type.csv
	expect_exit 0 import $type $type.csv --json
	expect_equal "$(jq -r '"\(.added) \(.changed)"' "$OUT")" '0 0'
done

# Doubles from before are found by verify.
fresh
expect_exit 0 add activity id=drafting name='Team OKR drafting'
expect_exit 0 add role id=coach name=Coach
expect_exit 0 add assignment id=first activity=drafting role=coach letters=R
expect_exit 0 verify
sqlite3 ./*.rollout "INSERT INTO assignment SELECT id + 1, 'second', activity, role, 'A' FROM assignment"
expect_exit 6 verify
expect_out 'two assignments are one: '

finish
