#!/bin/sh
# SPDX-License-Identifier: MIT
# add, set, show, remove, types.
. "$TESTS/lib.sh"

fresh
expect_exit 0 add stakeholder id=ada name='Ada Lund' influence=4
expect_line 'added stakeholder ada: Ada Lund'
expect_no_err
expect_exit 0 add stakeholder name='Bo Ćirić' owner='Ada Lund' last_contact_on=yesterday cadence_days=14 can_slow_decisions=y --json
expect_valid
expect_equal "$(jq -c '.records[0] | [.name, .owner, .last_contact_on, .can_slow_decisions, .active]' "$OUT")" \
	'["Bo Ćirić","ada","2026-11-21",true,true]'
bo=$(jq -r '.records[0].id' "$OUT")
expect_exit 0 add relationship from=ada to="$bo" strength=3
expect_exit 0 add stakeholder name='Same Name' organisation=North id=same-1
expect_exit 0 add stakeholder name='Same Name' organisation=South id=same-2

# Each refusal names the item, and nothing is written.
before=$("$ROLLOUT" log --json | jq '.steps | length')
expect_exit 4 add stakehlder name=X
expect_err 'no such type "stakehlder"; did you mean stakeholder?'
expect_exit 4 add stakeholder nam=X
expect_err 'stakeholder has no field "nam"; did you mean name?'
expect_exit 3 add stakeholder organisation=X
expect_err 'stakeholder needs a name'
expect_exit 3 add stakeholder name=
expect_exit 3 add stakeholder name=X influence=9
expect_err 'influence must be a whole number from 1 to 5, not "9"'
expect_exit 3 add stakeholder name=X attitude=grumpy
expect_err 'attitude must be one of active, passive, mixed, resistant, unknown, not "grumpy"'
expect_exit 3 add stakeholder name=X last_contact_on=2026-02-30
expect_err 'last_contact_on must be a date'
expect_exit 3 add stakeholder name=X active=perhaps
expect_exit 3 add stakeholder name=X id='a b'
expect_exit 5 add stakeholder name=X id=ada
expect_err ada
expect_exit 3 add stakeholder name=X name=Y
expect_err 'name is given twice'
expect_exit 3 add stakeholder name=X owner=nobody
expect_err 'owner: there is no stakeholder "nobody"'
expect_exit 3 add stakeholder name=X owner='Same Name'
expect_err 'owner: "Same Name" means more than one stakeholder: same-1 (North), same-2 (South)'
expect_exit 3 add stakeholder name="$(printf 'a\033b')"
expect_exit 3 add stakeholder name="$(printf 'a\342\200\256b')"
expect_exit 3 add stakeholder name="$(printf '\300\200')"
expect_exit 3 add stakeholder name="$(head -c 201 /dev/zero | tr '\0' x)"
expect_exit 3 add relationship from=ada to=ada
expect_exit 3 add phase name=pilot starts_on=2026-11-01 ends_on=2026-10-01
expect_exit 3 add forum name=F level=team rule='FREQ=SOMETIMES' starts_on=today
expect_exit 2 add stakeholder name
expect_err '"name" must be field=value'
expect_exit 2 add stakeholder =x
expect_exit 5 add programme name=Another starts_on=today
expect_err 'a file holds one programme'
expect_equal "$("$ROLLOUT" log --json | jq '.steps | length')" "$before"

# What stands in a message was never an opinion.
expect_exit 3 add stakeholder name=X notes="$(printf 'secret words\001')"
if grep -q secret "$ERR"; then fail 'a note is quoted'; else pass; fi

# set
expect_exit 0 set stakeholder 'ada lund' influence=5 attitude=active
expect_line 'changed stakeholder ada: Ada Lund'
expect_exit 0 set stakeholder ada influence=5
expect_line 'unchanged stakeholder ada: Ada Lund'
expect_exit 0 set stakeholder ada influence= --json
expect_valid
expect_equal "$(jq '.records[0] | has("influence")' "$OUT")" false
expect_exit 0 set stakeholder ada id=lund
expect_exit 4 show stakeholder ada
expect_exit 0 set stakeholder lund key=ada
expect_exit 0 set stakeholder ada name=Ada=Lund
expect_exit 0 show stakeholder ada
expect_out 'Ada=Lund'
expect_exit 0 set stakeholder ada name='Ada Lund'
expect_exit 0 set programme purpose='One short list' lead=ada
expect_exit 0 set programme "$("$ROLLOUT" show programme --json | jq -r '.records[0].id')" cycle_weeks=12
expect_exit 0 show programme
expect_line 'lead:               Ada Lund (ada)'
expect_line 'cycle_weeks:        12'
expect_exit 2 set stakeholder ada
expect_err 'nothing to write: give at least one field=value'
expect_exit 2 set programme x
expect_exit 2 set stakeholder name=X
expect_exit 4 set stakeholder nobody name=X
expect_err 'there is no stakeholder "nobody"'
expect_exit 3 set stakeholder 'Same Name' name=X
expect_err '"Same Name" means more than one stakeholder: same-1 (North), same-2 (South)'
expect_exit 3 set stakeholder ada name=
expect_exit 3 set stakeholder ada influence=x

# show
expect_exit 0 show stakeholder "$bo"
expect_out 'Ada Lund (ada)'
expect_out 'Bo Ćirić'
expect_exit 0 show stakeholder 'bo ciric' --json
expect_valid
expect_exit 4 show stakeholder nobody
expect_exit 2 show stakeholder
expect_err 'say which stakeholder: its id, key or name'
expect_exit 4 show team Any
expect_exit 0 set stakeholder ada notes="$(printf 'first line\nsecond line, which is much longer than the first one and has to be wrapped on a terminal')"
expect_exit 0 show stakeholder ada
expect_line '                            second line, which is much longer than the first one and has to be wrapped on a terminal'
run_terminal 60 '' show stakeholder ada
expect_line '                            second line, which is much'

# remove
expect_exit 7 remove stakeholder ada
expect_err 'to be removed: stakeholder Ada Lund'
expect_err 'goes along: 1 relationship'
expect_err 'emptied: owner of 1 stakeholder'
expect_err 'emptied: lead of 1 programme'
expect_err 'not removed: say --yes to remove without being asked'
expect_exit 7 remove stakeholder ada --no-input
expect_exit 0 remove stakeholder ada --dry-run
expect_line 'goes along: 1 relationship'
expect_no_err
expect_exit 0 remove stakeholder ada -n --json
expect_valid
expect_exit 0 show stakeholder ada
for answer in n '' N no Yess yep; do
	run_terminal 80 "$answer
" remove stakeholder ada
	expect_code 7
	expect_out 'remove? [y/N]'
	expect_out 'rollout: not removed'
done
run_terminal 80 y remove stakeholder ada --no-input
expect_code 7
expect_exit 0 show stakeholder ada
run_terminal 80 "y
" remove stakeholder ada
expect_code 0
expect_out 'removed 2 records'
expect_exit 4 show stakeholder ada
expect_exit 0 show programme
expect_not_out 'lead:'
expect_exit 0 undo
expect_exit 0 remove stakeholder ada same-1 same-1 "$bo" --yes
expect_line 'removed 4 records'
expect_exit 0 undo
expect_exit 0 remove stakeholder same-1 same-2 --yes --json
expect_valid
expect_equal "$(jq -c .removed "$OUT")" '["same-1","same-2"]'
expect_exit 4 remove stakeholder ada nobody --yes
expect_exit 0 show stakeholder ada
expect_exit 3 remove programme "$("$ROLLOUT" show programme --json | jq -r '.records[0].id')" --yes

# A name that is not found suggests the nearest: one that holds the word, else one spelt nearly so.
fresh
expect_exit 0 add stakeholder id=hb name='Helga Brandt'
expect_exit 0 add stakeholder id=hk name='Helga Kern'
expect_exit 0 add stakeholder id=mq name='Mára Quist'
expect_exit 0 add stakeholder id=ro name='Ruth Osei'
expect_exit 4 show stakeholder Helga
expect_err 'there is no stakeholder "Helga"; did you mean Helga Brandt or Helga Kern?'
expect_exit 4 show stakeholder brandt
expect_err 'did you mean Helga Brandt?'
expect_exit 4 show stakeholder 'Mara Qiust'
expect_err 'did you mean Mára Quist?'
expect_exit 4 show stakeholder quisd
expect_err 'did you mean Mára Quist?'
expect_exit 4 show stakeholder Zacharias
expect_err 'there is no stakeholder "Zacharias"'
if grep -q 'did you mean' "$ERR"; then fail 'Zacharias is like nobody'; else pass; fi
expect_exit 3 add team name=T leader='Ruth Osai'
expect_err 'leader: there is no stakeholder "Ruth Osai"; did you mean Ruth Osei?'
expect_exit 4 list team leader=Ruht
expect_err 'did you mean Ruth Osei?'
expect_exit 4 set stakeholder Hlga influence=3
expect_err 'did you mean Helga Brandt or Helga Kern?'
for number in 1 2 3; do
	expect_exit 0 add stakeholder id="j$number" name="Jan Number $number"
done
expect_exit 4 show stakeholder jan
expect_err 'did you mean Jan Number 1, Jan Number 2 or Jan Number 3?'
expect_exit 0 add stakeholder id=j4 name='Jan Number 4'
expect_exit 4 show stakeholder jan
if grep -q 'did you mean' "$ERR"; then fail 'four are no suggestion'; else pass; fi

# set takes several records, named or by a condition: one step, all or none.
before=$("$ROLLOUT" log --json | jq '.steps | length')
expect_exit 0 set stakeholder hb mq 'Ruth Osei' hb influence=4 interest=2
expect_line 'changed 3 of 3 stakeholders'
expect_exit 0 log --limit 1
expect_out 'change influence, interest of 3 stakeholders'
expect_equal "$("$ROLLOUT" log --json | jq '.steps | length')" $((before + 1))
expect_exit 0 set stakeholder hb hk influence=4
expect_line 'changed 1 of 2 stakeholders'
expect_exit 0 set stakeholder hb hk influence=4
expect_line 'changed 0 of 2 stakeholders'
expect_exit 0 set stakeholder hb hk influence=5 --json
expect_valid
expect_equal "$(jq -c '[.records[] | [.id, .influence]]' "$OUT")" '[["hb",5],["hk",5]]'
cp p.rollout before
expect_exit 4 set stakeholder hb nobody influence=1
expect_exit 3 set stakeholder hb hk influence=9
expect_err 'Helga Brandt: influence must be a whole number from 1 to 5'
expect_exit 5 set stakeholder hb hk key=same
expect_usage set stakeholder hb hk
expect_err 'nothing to write'
expect_same p.rollout before
expect_exit 0 set stakeholder --where 'influence>=4 name~Helga' interest=1
expect_line 'changed 2 of 2 stakeholders'
expect_exit 0 set stakeholder interest=3 --where 'name="Ruth Osei"'
expect_line 'changed stakeholder ro: Ruth Osei'
expect_exit 0 list stakeholder interest=1 --json
expect_equal "$(jq -c '[.records[].id]' "$OUT")" '["hb","hk"]'
cp p.rollout before
expect_exit 4 set stakeholder --where influence=1 interest=3
expect_err 'no stakeholder like that; nothing was changed'
expect_exit 4 set stakeholder --where nosuch=1 interest=3
expect_usage set stakeholder --where '' interest=3
expect_usage set stakeholder --where ' ' interest=3
expect_usage set stakeholder hb --where influence=5 interest=3
expect_same p.rollout before
expect_exit 0 set stakeholder --where 'name~Jan' influence=2 -n
expect_same p.rollout before
expect_exit 0 undo 2
expect_equal "$("$ROLLOUT" list stakeholder interest=1 --json | jq '.records | length')" 0

# types
expect_exit 0 types --json
count=$(jq '.types | length' "$OUT")
expect_exit 0 types
expect_count "$count" "$OUT"
expect_out 'stakeholder     A person'
expect_exit 0 types stakeholder
expect_line 'name (required)'
expect_line 'attitude (sensitive)'
expect_line '    whole number from 1 to 5'
expect_line '    one of active, passive, mixed, resistant, unknown; unknown where nothing is given'
expect_exit 4 types zzz
expect_exit 0 types --json
expect_valid
expect_exit 0 types milestone --json
expect_valid

# The words of a title suggest a kind where nobody gave one, and only then.
expect_exit 0 add milestone id=taught title='Managers are trained'
expect_exit 0 add milestone id=off title='Pilot kick-off held'
expect_exit 0 add milestone id=said title='Training of leads' kind=adoption
expect_exit 0 add milestone id=none title='Teams constrain their work after the launch'
expect_exit 0 set milestone none title='Launch of the second wave'
expect_exit 0 list milestone --json
expect_equal "$(jq -r '[.records[] | select(.id == ("taught", "off", "said", "none")) | "\(.id) \(.kind)"] | sort | join(", ")' "$OUT")" \
	'none adoption, off launch, said adoption, taught training'

finish
