#!/bin/sh
# SPDX-License-Identifier: MIT
# import and export: options, results, refusals.
. "$TESTS/lib.sh"

cat >harbour.json <<'J'
{ "format": "rollout.register", "version": 1,
  "stakeholders": [
    { "id": "m-quist", "name": "Mara Quist", "organisation": "Harbour", "group": "executive_sponsor", "owner": "r-osei",
      "attitude": "active", "influence": 5, "notes": "canary-notes", "main_concern": "canary-concern",
      "resistance": "executive_drift", "relationships": [ { "to": "r-osei", "kind": "blocks", "strength": 3, "note": "canary-link" } ] },
    { "id": "r-osei", "name": "Ruth Osei", "owner": "m-quist", "attitude": "passive", "status": "canary-status" } ] }
J
cat >sheet.csv <<'C'
Stakeholder Name;Job Title;Power (H/M/L);Current Attitude;Relationship Owner;Shoe size
"Quist; Mara";COO;H;Supportive;Nia Vaughan;44
Ines Farrow;VP;L;Resistant;Mara Quist;38
C
printf '{"name":"One"}\n{"name":"Two","owner":"One"}\n' >lines.jsonl
printf '[{"name":"A","influence":9},{"group":"coach"},{"name":"ok","id":"ok-1"}]' >broken.json

fresh
expect_exit 0 import register harbour.json
expect_line '2 added, 0 changed, 0 unchanged, 0 rejected'
expect_no_err
expect_exit 0 import register harbour.json --json
expect_valid
expect_equal "$(jq -c '[.added, .changed, .unchanged, .dry_run]' "$OUT")" '[0,0,2,false]'
expect_exit 0 log
expect_out 'import register'

# Other people's columns; a dry run changes nothing; one step.
cp p.rollout before
expect_exit 0 import register sheet.csv --dry-run
expect_out 'would be: 3 added'
expect_out 'Power (H/M/L)'
expect_out '(kept out)'
expect_exit 0 import register sheet.csv -n --json
expect_valid
expect_equal "$(jq -c '[.dry_run, .people_added, (.mapping[] | select(.column == "Shoe size") | has("field"))]' "$OUT")" '[true,1,false]'
expect_same p.rollout before
expect_exit 0 import register sheet.csv
expect_exit 0 show stakeholder 'Ines Farrow'
expect_out 'resistant'
expect_exit 0 undo
expect_exit 4 show stakeholder 'Ines Farrow'
run_with lines.jsonl import register -
expect_code 0
expect_line '2 added, 0 changed, 0 unchanged, 0 rejected'
expect_exit 0 import stakeholder lines.jsonl
expect_line '0 added, 0 changed, 2 unchanged, 0 rejected'
printf 'Name,Chief\nTeam X,Mara Quist\n' >teams.csv
expect_exit 0 import team teams.csv --map Chief=leader
expect_exit 0 show team 'Team X'
expect_out 'Mara Quist (m-quist)'
expect_exit 3 import team teams.csv --map Chief=nonsense
expect_exit 3 import team teams.csv --map Nowhere=leader

# All or nothing, all errors, with their places.
cp p.rollout before
expect_exit 3 import register broken.json
expect_line 'nothing was written'
expect_err 'rollout: broken.json:1:26: /0/influence: influence must be a whole number from 1 to 5, not "9"'
expect_err 'stakeholder needs a name'
expect_count 2 "$ERR"
expect_same p.rollout before
expect_exit 3 import register broken.json --json
expect_valid
expect_equal "$(jq -c '[.error_count, (.errors | length)]' "$OUT")" '[2,2]'
expect_exit 3 import register broken.json --dry-run
expect_exit 0 import register broken.json --skip-invalid --rejects rejects.json
expect_out '1 added, 0 changed, 0 unchanged, 2 rejected'
expect_file rejects.json
expect_equal "$(jq length rejects.json)" 2
expect_equal "$(stat -c %a rejects.json)" 600
expect_exit 5 import register broken.json --skip-invalid --rejects rejects.json
expect_err 'rejects.json: exists already; --force replaces it'
expect_exit 0 import register broken.json --skip-invalid --rejects rejects.json --force
expect_exit 1 import register broken.json --skip-invalid --rejects p.rollout --force
jq -n '[range(50) | {name: "N\(.)", influence: 7}]' >many.json
expect_exit 3 import register many.json
expect_err '… and 30 more'
expect_count 21 "$ERR"

expect_exit 4 import register missing.json
expect_err 'missing.json'
expect_exit 4 import nonsense x.json
expect_err 'no such type "nonsense"'
run_with /dev/null import register -
expect_code 3
expect_err 'no data'
expect_exit 3 import register /dev/zero
expect_exit 4 import register .

# Export: to standard output, to a file whole or not at all.
expect_exit 0 export register
expect_valid
cp "$OUT" register.json
expect_exit 0 export register -o -
expect_same "$OUT" register.json
expect_exit 0 export register -o out.json
expect_no_out
expect_same out.json register.json
expect_equal "$(stat -c %a out.json)" 600
expect_exit 5 export register -o out.json
expect_err 'out.json: exists already; --force replaces it'
expect_exit 0 export register -o out.json --force
expect_exit 1 export register -o .
expect_exit 1 export register -o missing/out.json
expect_exit 1 export register -o /dev/full --force
ln -s register.json link
expect_exit 0 export register -o link --force
if [ -L link ]; then fail 'a link was followed'; else pass; fi
cp p.rollout before
for own in p.rollout ./p.rollout p.rollout-journal; do
	expect_exit 1 export register -o "$own" --force
done
expect_same p.rollout before
expect_exit 0 export register --format csv
expect_out '"Mara Quist"'
cp "$OUT" register.csv
expect_exit 0 export register -o out.csv
expect_same out.csv register.csv
expect_exit 0 export register -o out2.csv --format json
expect_same out2.csv register.json
expect_exit 4 export nonsense

# What each audience gets.
canaries='canary-notes canary-concern canary-link canary-status executive_drift passive blocks'
for format in json csv; do
	for document in register programme stakeholder; do
		expect_exit 0 export "$document" --format "$format" --audience lead
		expect_out canary-notes
		expect_exit 0 export "$document" --format "$format" --audience leadership
		for word in canary-notes canary-concern executive_drift canary-link canary-status blocks; do expect_not_out "$word"; done
		expect_exit 0 export "$document" --format "$format" --audience team
		for word in $canaries; do expect_not_out "$word"; done
	done
done
for audience in lead leadership team; do
	for document in register roadmap programme; do
		expect_exit 0 export "$document" --audience $audience
		cp "$OUT" "$document-$audience.json"
		expect_equal "$(jq -r .audience "$OUT")" $audience
	done
done
expect_valid ./*-lead.json ./*-leadership.json ./*-team.json
expect_exit 3 export relationship --audience leadership
expect_err 'relationships are not for leadership'
# What is done about a finding about a person is the lead's: others would read the finding in it.
"$ROLLOUT" add escalation finding=S2/stakeholder/m-quist raised_on=2026-11-20 due_on=2026-12-20 response=canary-response --override canary >/dev/null
"$ROLLOUT" add escalation finding=M1/milestone/k7 raised_on=2026-11-20 due_on=2026-12-20 response=of-a-milestone --override canary >/dev/null
for document in programme escalation; do
	for format in json csv; do
		expect_exit 0 export $document --format $format
		expect_out canary-response
		expect_exit 0 export $document --format $format --audience leadership
		expect_out of-a-milestone
		expect_not_out canary-response
		expect_not_out S2/
	done
done
# Teams read the names of those who own something, not of whoever checked or rated.
"$ROLLOUT" sample -f sample.rollout 2>/dev/null
for audience in leadership team; do
	expect_exit 0 export roadmap -f sample.rollout --audience $audience
	if [ $audience = team ]; then expect_not_out Lindqvist; else expect_out Lindqvist; fi
done
# Nor does the sample call anybody resistant by the way.
expect_not_out resistant
rm sample.rollout

# The same twice is the same; an empty programme is valid, too.
expect_exit 0 export programme
cp "$OUT" once
expect_exit 0 export programme
expect_same "$OUT" once
rm -f p.rollout
fresh
for document in register roadmap programme team; do
	expect_exit 0 export $document
	expect_valid
	expect_exit 0 export $document --format csv
done

# A phase without slices ends where the next begins, and the document goes on behind the last.
fresh
cat >phases.json <<'END'
{"format":"rollout.roadmap","version":1,"phases":[
{"id":"p","name":"pilot","starts_on":"2027-01-01","ends_on":"2027-12-31"},
{"id":"q","name":"scale","starts_on":"2028-01-01","ends_on":"2028-12-31",
"slices":[{"id":"s","name":"S","starts_on":"2028-01-01","ends_on":"2028-01-31"}]},
{"id":"r","name":"embed","starts_on":"2029-01-01","ends_on":"2029-12-31"}],
"milestones":[{"id":"a","title":"A","phase":"r"}]}
END
expect_exit 0 import roadmap phases.json
expect_exit 0 list phase --json
expect_equal "$(jq -r '[.records[].id] | join(" ")' "$OUT")" 'p q r'
expect_exit 0 list milestone --json
expect_equal "$(jq -r '.records[0].phase' "$OUT")" r
expect_exit 0 list slice --json
expect_equal "$(jq -r '.records[0].phase' "$OUT")" q

# What is wrong in a phase is named where it stands, though the phase is read member by member.
cat >phases.json <<'END'
{"format":"rollout.roadmap","version":1,
 "phases":[ {"id":"p", "name":"pilot", "starts_on":"soon",
   "note": "Ünïcode", "owner":
      "nobody we know", "ends_on": "late", "milestones":[]} ]}
END
expect_exit 3 import roadmap phases.json
expect_err 'phases.json:2:52: /phases/0/starts_on: '
expect_err 'phases.json:4:36: /phases/0/ends_on: '

# So is a member whose name has what divides a pointer.
printf '[{"name":"A",\n "e/mail":"x",\n "Influence (1/5)":"seven"}]' >slash.json
expect_exit 3 import register slash.json
expect_err 'slash.json:3:20: /0/Influence (1~15): influence must be '

# And a link, where the text stands that names it.
printf '[{"name":"A","reports_to":["A",\n "Zed"],"influences":"Yan"}]' >links.json
expect_exit 3 import register links.json
expect_err 'links.json:1:28: /0/reports_to/0: relationship must join two different records'
expect_err 'links.json:2:2: /0/reports_to/1: there is no stakeholder "Zed"'
expect_err 'links.json:2:22: /0/influences: there is no stakeholder "Yan"'

# Numbers are read to their last digit, whatever a double holds.
fresh
printf '[{"id":9007199254740993,"name":"A","influence":4.0,"interest":1e0,"x":0.%080d1}]' 0 >numbers.json
expect_exit 0 import register numbers.json
expect_exit 0 show stakeholder 9007199254740993 --json
expect_equal "$(jq -c '.records[0] | [.influence, .interest]' "$OUT")" '[4,1]'
printf '[{"name":"B","influence":2.5}]' >numbers.json
expect_exit 3 import register numbers.json
expect_err 'influence must be a whole number from 1 to 5, not "2.5"'

# One record a line, also where the first has a word of ours in it.
printf '{"name":"Format","job_title":"format","records":1}\n' >document.json
printf '{"name":"Format","job_title":"format","x":{"records":1}}\n{"name":"Two"}\n' >lines.jsonl
expect_exit 3 import register document.json
expect_err 'document.json:1:49: /records: must be a list'
expect_exit 0 import register lines.jsonl

finish
