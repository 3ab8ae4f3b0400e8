#!/bin/sh
# SPDX-License-Identifier: MIT
# list: filters, order, pages, columns.
. "$TESTS/lib.sh"

fresh
cat >people.json <<'J'
[ { "id": "ada", "name": "Ada Lund", "influence": 5, "attitude": "active", "cadence_days": 7, "last_contact_on": "2026-11-20", "active": true, "notes": "first\nsecond" },
  { "id": "bo", "name": "Bo Ćirić", "owner": "ada", "influence": 3, "attitude": "resistant", "can_slow_decisions": true, "last_contact_on": "2026-10-01", "group": "coach" },
  { "id": "cy", "name": "Cy 'o\" 100% _x", "owner": "ada", "influence": 3, "attitude": "mixed", "active": false },
  { "id": "di", "name": "陳 美玲", "owner": "bo", "attitude": "active" } ]
J
expect_exit 0 import register people.json

# ids WANTED FILTER...: the ids that list gives, in order, by name unless the filters say otherwise.
ids() {
	wanted=$1
	shift
	expect_exit 0 list stakeholder --json "$@"
	expect_equal "$(jq -r '[.records[].id] | join(" ")' "$OUT")" "$wanted"
}

ids 'ada bo cy di'
ids 'bo' name='Bo Ćirić'
ids 'bo cy' influence=3
ids 'ada di' influence!=3
ids 'ada bo cy' 'influence>=3'
ids 'ada' 'influence>3'
ids 'bo cy' 'influence<=3'
ids '' 'influence<3'
ids 'di' influence=
ids 'ada bo cy' influence!=
ids 'bo cy' owner='ada lund'
ids 'bo cy' owner=ada
ids 'di' owner=bo
ids 'ada' owner=
ids 'cy' active=no
ids 'ada bo di' active=true
ids 'bo' can_slow_decisions=yes
ids 'bo' 'last_contact_on<2026-11-01'
ids 'ada' 'last_contact_on>=-1w'
ids 'bo' id=bo
ids 'bo' key=bo
ids 'bo' group=coach
ids 'cy' influence=3 attitude=mixed
ids 'ada' 'name~LUND'
ids 'bo' 'name~ciric'
ids 'cy' "name~'o\""
ids 'cy' 'name~100%'
ids 'cy' 'name~_x'
ids '' "name~'; DROP TABLE stakeholder; --"
ids 'di' 'name~美'
ids '' 'name~%'"%"
ids 'ada' 'notes~second'
ids '' name=

# Order: a dash turns it round; ties go by id; records without a value stand first.
ids 'di bo cy ada' --sort influence
ids 'ada cy bo di' --sort -influence
ids 'ada bo cy di' --sort id
ids 'di cy bo ada' --sort -id
expect_exit 4 list stakeholder --sort nonsense
expect_err 'stakeholder has no field "nonsense"'
expect_exit 4 list stakeholder --sort '"id"; DROP'

# Pages.
ids 'ada bo' --limit 2
ids 'cy di' --after bo
ids 'cy' --after bo --limit 1
ids '' --after di
ids 'cy ada' --sort influence --after bo
expect_exit 4 list stakeholder --after nobody
expect_exit 0 list stakeholder --limit 2
expect_count 3 "$OUT"
expect_err 'there are more; go on with --after bo'
expect_exit 0 list stakeholder --limit 4
expect_no_err

# Columns.
expect_exit 0 list stakeholder --columns influence,id,name,owner
expect_line 'id   influence  name            owner'
expect_line 'ada          5  Ada Lund'
expect_line 'bo           3  Bo Ćirić        Ada Lund'
expect_exit 0 list stakeholder --columns name,influence --json
expect_valid
expect_equal "$(jq -c '.records[3], .records[0]' "$OUT" | tr '\n' ' ')" '{"id":"di","name":"陳 美玲"} {"id":"ada","name":"Ada Lund","influence":5} '
expect_exit 0 list stakeholder --columns notes
expect_line 'ada  first↵second'
expect_usage list stakeholder --columns ''
expect_usage list stakeholder --columns name,
expect_usage list stakeholder --columns ,name
expect_exit 4 list stakeholder --columns name,nam
expect_err 'stakeholder has no field "nam"; did you mean name?'

# Refusals.
expect_exit 4 list stakehlder
expect_err 'no such type "stakehlder"; did you mean stakeholder?'
expect_exit 4 list zzzzzzzz
expect_err 'no such type "zzzzzzzz"; `rollout types` lists them'
expect_exit 4 list stakeholder nam=x
expect_err 'stakeholder has no field "nam"; did you mean name?'
expect_exit 4 list stakeholder zzzzzzzz=x
expect_err '`rollout types stakeholder` lists them'
expect_exit 2 list stakeholder name
expect_err '"name" is no filter; write field=value, field>=value or field~text'
expect_exit 2 list stakeholder =x
expect_exit 2 list stakeholder 'name!x'
expect_exit 2 list stakeholder 'influence>='
expect_err 'influence>= needs a value'
expect_exit 2 list stakeholder 'owner>ada'
expect_err 'owner is a reference: only = and != compare it'
expect_exit 2 list stakeholder 'attitude<active'
expect_exit 2 list stakeholder 'influence~3'
expect_err 'influence is a whole number: ~ looks into texts only'
expect_exit 3 list stakeholder influence=9
expect_err 'influence must be a whole number from 1 to 5, not "9"'
expect_exit 3 list stakeholder attitude=grumpy
expect_exit 3 list stakeholder last_contact_on=2026-02-30
expect_exit 3 list stakeholder "name=$(printf 'a\001')"
expect_exit 3 list stakeholder "name~$(printf '\377')"
expect_exit 4 list stakeholder owner=nobody
expect_err 'owner: there is no stakeholder "nobody"'
set --
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do set -- "$@" "influence!=$((i % 5 + 1))"; done
expect_exit 0 list stakeholder "$@"
expect_exit 2 list stakeholder "$@" influence=1
expect_err 'more than 16 filters'

# Plurals are types, too; what is empty says so.
expect_exit 0 list stakeholders
expect_exit 0 list team
expect_no_out
expect_err 'no teams'
expect_exit 0 list stakeholder name=Nobody
expect_err 'no stakeholders like that'
expect_exit 0 list team --json
expect_valid

# Every type can be listed, whether it has records or not.
"$ROLLOUT" sample -f sample.rollout 2>/dev/null
for type in $("$ROLLOUT" types --json | jq -r '.types[].name'); do
	expect_exit 0 list "$type" -f sample.rollout
	expect_exit 0 list "$type" -f sample.rollout --json
	cp "$OUT" "list-$type.json"
done
expect_valid list-*.json

# On a terminal nothing is wider than it, whatever is in it; elsewhere nothing is cut.
for width in 80 40 20; do
	run_terminal "$width" '' list milestone -f sample.rollout
	widest=$(python3 -c 'import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in l.rstrip("\n"))
	for l in open(sys.argv[1], encoding="utf-8")))' "$OUT")
	LAST="list milestone on a terminal of $width columns"
	if [ "$widest" -le "$width" ] || [ "$width" -lt 40 ]; then pass; else fail "$widest cells wide"; fi
done
rm sample.rollout
run_terminal 80 '' list stakeholder --columns name --color always
expect_out "$(printf '\033[1m')"
run_terminal 80 '' list stakeholder --columns name --color never
expect_not_out "$(printf '\033')"
run_terminal 80 '' list stakeholder --columns name
expect_not_out "$(printf '\033')"
expect_exit 0 list stakeholder --color always
expect_out "$(printf '\033[1m')"
expect_exit 0 list stakeholder --ascii
expect_out 'Bo Ciric'

# Grouped: in the order of the choices, references by name, those without a value last.
fresh
for person in ada:resistant:5 bo:active:3 cy:resistant:1 di:passive:2; do
	IFS=: read -r id attitude influence <<END
$person
END
	expect_exit 0 add stakeholder id="$id" name="Person $id" attitude="$attitude" influence="$influence"
done
expect_exit 0 list stakeholder --group-by attitude --columns name --sort -influence
expect_equal "$(grep -v '^id' "$OUT")" 'attitude: active (1)
bo  Person bo

attitude: passive (1)
di  Person di

attitude: resistant (2)
ada  Person ada
cy   Person cy'
expect_exit 0 add function id=z name=Zeta
expect_exit 0 add function id=a name=Alpha
expect_exit 0 add team id=t1 name='Team 1' function=z
expect_exit 0 add team id=t2 name='Team 2'
expect_exit 0 add team id=t3 name='Team 3' function=a
expect_exit 0 list team --group-by function --columns name
expect_equal "$(grep -v '^id' "$OUT")" 'function: Alpha (1)
t3  Team 3

function: Zeta (1)
t1  Team 1

function: none (1)
t2  Team 2'
expect_exit 0 list stakeholder influence'>='2 --group-by attitude --json
expect_valid
expect_equal "$(jq -c '[.group_by, [.groups[] | [.value, .name, .count]], [.records[].id]]' "$OUT")" \
	'["attitude",[["active","active",1],["passive","passive",1],["resistant","resistant",1]],["bo","di","ada"]]'
expect_exit 0 list team --group-by function --json
expect_valid
expect_equal "$(jq -c '[.groups[] | [.value, .name]]' "$OUT")" '[["a","Alpha"],["z","Zeta"],["","none"]]'
expect_exit 0 list stakeholder --group-by attitude --format csv --columns name
expect_count 5 "$OUT"
expect_exit 0 list stakeholder influence=4 --group-by attitude
expect_no_out
expect_err 'no stakeholders like that'
expect_exit 4 list stakeholder --group-by atitude
expect_err 'did you mean attitude?'
expect_usage list stakeholder --group-by attitude --after ada
expect_usage list stakeholder --group-by
expect_exit 0 list stakeholder --group-by name --limit 1
jq -n '[range(201) | {text: "Tip \(.)"}]' >tips.json
expect_exit 0 import tip tips.json
expect_exit 3 list tip --group-by text
expect_err 'text has more than 200 values: group by another field'

# Wherever a record is referred to, its name stands beside its id.
fresh
expect_exit 0 add stakeholder id=ada name='Ada Lund'
expect_exit 0 add milestone id=m title='Managers run their own check-ins' owner=ada
expect_exit 0 list milestone --json
expect_valid
expect_equal "$(jq -c '.records[0] | [.owner, .names]' "$OUT")" '["ada",{"owner":"Ada Lund"}]'
expect_exit 0 list milestone --json --columns title
expect_equal "$(jq -c '.records[0].names' "$OUT")" null
expect_exit 0 show milestone m --json
expect_equal "$(jq -c '.records[0].names.owner' "$OUT")" '"Ada Lund"'
expect_exit 0 list milestone --format csv
expect_out 'names_owner'
expect_exit 0 export milestone --json
expect_equal "$(jq -c '.records[0].names' "$OUT")" null
expect_exit 0 schedule --json
expect_equal "$(jq -c '.milestones[0] | [.milestone, .name]' "$OUT")" '["m","Managers run their own check-ins"]'

finish
