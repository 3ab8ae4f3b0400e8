#!/bin/sh
# SPDX-License-Identifier: MIT
# Other people's sheets: how they are laid out, what they call things, how they write days and letters (contract.md).
. "$TESTS/lib.sh"

fresh() {
	rm -f ./*.rollout
	expect_exit 0 new Yard --bare --starts-on 2026-11-02
}
names() {
	"$ROLLOUT" list stakeholder --json | jq -r '[.records[].name] | sort | join("|")'
}
days() {
	"$ROLLOUT" list stakeholder --json | jq -r '[.records | sort_by(.name)[] | .last_contact_on] | join(" ")'
}

# Lines of titles above the header, blank ones among them; the separator of the header counts, or the one that is named.
fresh
printf 'Stakeholders of the yard\nOwner: PMO, 3rd floor\n\nas of 3 March;;;\nFull Name;Department;Power;Interest\nRhona Sill;Legal;High;Low\n' >titles.csv
expect_exit 0 import register titles.csv
expect_out 'warning: 3 lines above the header were skipped'
printf 'sep=|\nFull Name|Power\nPer, Aas|3\n' >pipe.csv
expect_exit 0 import register pipe.csv
expect_equal "$(names)" 'Per, Aas|Rhona Sill'
# A header with one known name is the first line; without any there is one error, at the header.
printf 'Name,Shoe size\nOda Brun,38\nKai Fenn,44\n' >one.csv
expect_exit 0 import register one.csv
printf 'Shoe size,Customer Name\n38,Oda\n44,Kai\n39,Per\n' >none.csv
expect_exit 3 import register none.csv
expect_equal "$(cat "$ERR")" 'rollout: none.csv:1:1: no column gives the name of a stakeholder; say which does with --map COLUMN=name, perhaps "Customer Name"'
expect_exit 0 import register none.csv --map 'Customer Name=name'

# Sums are nobody, in several languages; a person may be called so where an id says that it is one.
fresh
printf 'Name,Power\nRhona Sill,4\nTotal,4\nPer Aas,3\nGrand Total:,7\nSumme,7\n' >sums.csv
expect_exit 0 import register sums.csv
expect_out '3 rows of totals were left out'
expect_equal "$(names)" 'Per Aas|Rhona Sill'
printf 'id,Name\nt-1,Total\n' >called.csv
expect_exit 0 import register called.csv
expect_equal "$(names)" 'Per Aas|Rhona Sill|Total'

# A name that a narrow column broke over two lines.
fresh
printf 'Name,Power\n"Rhona\nSill",4\n' >wrapped.csv
expect_exit 0 import register wrapped.csv
expect_out '1 cell over several lines was joined by a blank'
expect_equal "$(names)" 'Rhona Sill'

# First and last names in several languages, and two columns that --map joins in its own order.
fresh
printf 'Nachname;Vorname\nSill;Rhona\n' >parts.csv
expect_exit 0 import register parts.csv
printf 'Roepnaam;Achter\nPer;Aas\n' >joined.csv
expect_exit 0 import register joined.csv --map Roepnaam=name --map Achter=name
printf 'Achter;Roepnaam\nBrun;Oda\n' >joined.csv
expect_exit 0 import register joined.csv --map Roepnaam=name --map Achter=name
expect_equal "$(names)" 'Oda Brun|Per Aas|Rhona Sill'
printf 'A,B,C\n1,2,3\n' >three.csv
expect_exit 3 import register three.csv --map A=name --map B=email --map C=email
expect_err 'columns "B" and "C" are both mapped to email'

# What a personnel system writes.
fresh
printf 'Employee ID,Worker,Business Title,Supervisory Organization,Work Email,Employment Status\n77,Rhona Sill,Counsel,Legal,r@yard.example,Terminated\n' >hr.csv
expect_exit 0 import register hr.csv
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '.records[0] | "\(.name) \(.job_title) \(.organisation) \(.email) \(.active)"')" \
	'Rhona Sill Counsel Legal r@yard.example false'

# Days: the column settles which number is the day, or nobody guesses.
fresh
printf 'Name,Last Contact\nA,03/02/2026\nB,25/01/2026\nC,4.2.26\n' >dmy.csv
expect_exit 0 import register dmy.csv
expect_equal "$(days)" '2026-02-03 2026-01-25 2026-02-04'
fresh
printf 'Name,Last Contact\nA,03/02/2026\nB,01/25/2026\n' >mdy.csv
expect_exit 0 import register mdy.csv
expect_equal "$(days)" '2026-03-02 2026-01-25'
fresh
printf 'Name,Last Contact\nA,03/02/2026\nB,04/04/2026\n' >either.csv
expect_exit 3 import register either.csv
expect_err '"03/02/2026" has its day first or its month first; say which with --dates dmy or --dates mdy'
expect_exit 0 import register either.csv --dates dmy
expect_equal "$(days)" '2026-02-03 2026-04-04'
fresh
printf 'Name,Last Contact\nA,13/02/2026\nB,02/13/2026\n' >mixed.csv
expect_exit 3 import register mixed.csv
expect_err 'this column has some days first and some months first'
printf 'Name,Last Contact\nA,45987\nB,2026-01-25T09:30:00Z\nC,5 Jan 2026\nD,"Feb 3rd, 2026"\nE,2026/01/31\nF,25-Dec-2025 08:00\n' >ways.csv
expect_exit 0 import register ways.csv
expect_equal "$(days)" '2025-11-26 2026-01-25 2026-01-05 2026-02-03 2026-01-31 2025-12-25'
printf 'Name,Last Contact\nG,31/02/2026\n' >never.csv
expect_exit 3 import register never.csv
expect_exit 2 import register never.csv --dates ddmm

# Letters: UTF-16 with its mark both ways round, Windows-1252 where somebody says so.
fresh
printf 'Name,Org\nJos\303\251 Nu\303\261ez,Yard\n' >utf8.csv
iconv -f UTF-8 -t UTF-16LE utf8.csv | { printf '\377\376'; cat; } >le.csv
iconv -f UTF-8 -t UTF-16BE utf8.csv | { printf '\376\377'; cat; } >be.csv
iconv -f UTF-8 -t WINDOWS-1252 utf8.csv >old.csv
expect_exit 0 import register utf8.csv
for sheet in le be; do
	expect_exit 0 import register $sheet.csv --json
	expect_equal "$(jq -r '"\(.added) \(.unchanged)"' "$OUT")" '0 1'
done
expect_exit 3 import register old.csv
expect_exit 0 import register old.csv --encoding windows-1252 --json
expect_equal "$(jq -r '"\(.added) \(.unchanged)"' "$OUT")" '0 1'
{ cat le.csv; printf 'x'; } >odd.csv
expect_exit 3 import register odd.csv
expect_err 'odd.csv: ends within a character'

# Lines that end with a CR alone.
fresh
printf 'Name,Power\rRhona Sill,4\rPer Aas,3\r' >cr.csv
expect_exit 0 import register cr.csv
expect_equal "$(names)" 'Per Aas|Rhona Sill'

# Numbers as spreadsheets of several countries write them; a span is working days, a rule of another calendar ours.
fresh
printf 'Name;Power;Interest;Frequency\nRhona Sill;4,0;2.00;every 2 weeks\n' >numbers.csv
expect_exit 0 import register numbers.csv
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '.records[0] | "\(.influence) \(.interest) \(.cadence_days)"')" '4 2 14'
printf 'Name;Power\nPer Aas;3,5\n' >half.csv
expect_exit 3 import register half.csv
expect_err 'influence must be a whole number from 1 to 5, not "3,5"'
printf 'Title,Duration\nA,3d\nB,2 weeks\nC,16h\nD,12\n' >spans.csv
expect_exit 0 import milestone spans.csv
expect_equal "$("$ROLLOUT" list milestone --json | jq -r '[.records | sort_by(.title)[].work_days] | join(" ")')" '3 10 2 12'
printf 'name,level,rule,starts_on\nA,team,every second Tuesday,2026-11-03\nB,team,"RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO,TU",2026-11-02\n' >rules.csv
expect_exit 0 import forum rules.csv
expect_equal "$("$ROLLOUT" list forum --json | jq -r '[.records | sort_by(.name)[].rule] | join(" ")')" \
	'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU FREQ=WEEKLY;BYDAY=MO,TU'

# A number that a spreadsheet rounded or wrote with an exponent is matched by the name it stands beside, or refused.
fresh
expect_exit 0 add stakeholder name='Rhona Sill' influence=3
number=$("$ROLLOUT" list stakeholder --json | jq -r '.records[0].id')
LC_ALL=C printf 'id,Name,Power\n%.2E,Rhona Sill,5\n' "$number" >rounded.csv
expect_exit 0 import register rounded.csv --json
expect_equal "$(jq -r '"\(.added) \(.changed)"' "$OUT")" '0 1'
printf 'id,Name\n7.1E+17,Someone Else\n' >other.csv
expect_exit 3 import register other.csv
expect_err 'a spreadsheet has rounded the id'

# The same value means the same in a document of our own as in a bare list.
for value in '"influence":"High"' '"influence":"4,0"' '"attitude":"Supporter"' '"last_contact_on":"3 Feb 2026"' '"owner":"TBD"' '"active":"Left"'; do
	fresh
	printf '[{"name":"Rhona Sill",%s}]' "$value" >bare.json
	printf '{"format":"rollout.register","version":1,"stakeholders":[{"name":"Rhona Sill",%s}]}' "$value" >own.json
	expect_exit 0 import register bare.json
	"$ROLLOUT" list stakeholder --json | jq '.records[] | del(.id)' >bare.out
	fresh
	expect_exit 0 import register own.json
	"$ROLLOUT" list stakeholder --json | jq '.records[] | del(.id)' >own.out
	expect_same bare.out own.out
done

# Blank cells of merged rows hold what stands above them, left of the name; a blank elsewhere, or where values repeat, is no value.
fresh
printf 'Department,Name,Power\nLegal,Rhona Sill,4\n,Per Aas,3\nOps,Oda Brun,\n,Kai Fenn,2\n' >merged.csv
expect_exit 0 import register merged.csv
expect_out '2 blank cells of merged rows hold what stands above'
expect_equal "$("$ROLLOUT" list stakeholder --json | jq -r '[.records | sort_by(.name)[] | .organisation] | join(" ")')" 'Ops Ops Legal Legal'
for sheet in 'Name,Department\nRhona Sill,Legal\nPer Aas,\n' 'Department,Name\nLegal,Rhona Sill\nLegal,Oda Brun\n,Per Aas\n' \
	'Department,Name\n,Per Aas\nLegal,Rhona Sill\n,Kai Fenn\n'; do
	fresh
	# shellcheck disable=SC2059
	printf "$sheet" >blank.csv
	expect_exit 0 import register blank.csv
	expect_not_out 'merged rows'
	expect_equal "$("$ROLLOUT" list stakeholder 'name=Per Aas' --json | jq -r '.records[0] | has("organisation")')" 'false'
done

# What is kept out is said with its count, once; what --map leaves out was asked for. A column without a name is kept out, too.
fresh
printf 'Name,Shoe size,,No\nRhona Sill,38,x,1\nPer Aas,,y,2\n' >kept.csv
expect_exit 0 import register kept.csv --json
expect_equal "$(jq -r '.warnings[0]' "$OUT")" '3 columns were kept out: "Shoe size" (1 value), "" (2 values), "No" (numbers the rows)'
expect_exit 0 import register kept.csv --map 'Shoe size=-' --json
expect_equal "$(jq -r '.warnings[0]' "$OUT")" '2 columns were kept out: "" (2 values), "No" (numbers the rows)'
# A name that stands twice is refused where both hold a field, and said where both are kept out.
printf 'Name,Power,Power\nRhona Sill,3,4\n' >power.csv
expect_exit 3 import register power.csv
expect_err 'power.csv:1:12: column "Power" stands twice'
printf 'Name,Tag,Tag\nRhona Sill,a,b\n' >tags.csv
expect_exit 0 import register tags.csv
expect_out '1 column was kept out: "Tag" (2 values)'
printf 'Name,Power,Power\nRhona Sill,3,\n' >power.csv
expect_exit 0 import register power.csv
# What every record needs and no column gives is one error at the header.
printf 'Summary,On\nCalled,2026-11-02\nWrote,2026-11-03\n' >contact.csv
expect_exit 3 import contact contact.csv
expect_equal "$(cat "$ERR")" 'rollout: contact.csv:1:1: no column gives the stakeholder of a contact; say which does with --map COLUMN=stakeholder'

# "Last, First" is the person of that name, who stays as she is written.
fresh
printf 'Name,Organisation\nRhona Sill,Legal\n' >plain.csv
expect_exit 0 import register plain.csv
printf 'Legal Name,Organisation,Power\n"Sill, Rhona",Legal,4\n' >turned.csv
expect_exit 0 import register turned.csv
expect_line '0 added, 1 changed, 0 unchanged, 0 rejected'
expect_equal "$(names)" 'Rhona Sill'

# A dry run lists what changes for whom, from what to what.
printf 'Name,Organisation,Power,Attitude,Owner,Notes\nRhona Sill,Legal,2,Supporter,Per Aas,guards the budget\nPer Aas,Ops,1,,,\n' >change.csv
expect_exit 0 import register change.csv --dry-run
expect_out 'Rhona Sill  attitude   unknown  active'
expect_out 'Rhona Sill  influence  4        2'
expect_out 'Rhona Sill  owner               Per Aas'
expect_out 'Rhona Sill  notes               guards the budget'
expect_not_out 'Per Aas     influence'
expect_line 'would be: 1 added, 1 changed, 0 unchanged, 0 rejected'
expect_exit 0 import register change.csv --dry-run --json
expect_equal "$(jq -c '[.change_count, (.changes[] | select(.field == "owner") | .name, .after, has("before"))]' "$OUT")" '[4,"Rhona Sill","Per Aas",false]'
expect_valid
expect_exit 0 import register change.csv --json
expect_equal "$(jq -c '.change_count' "$OUT")" '0'
printf 'Name,Organisation,Power\nRhona Sill,Legal,2\n' >same.csv
expect_exit 0 import register same.csv --dry-run
expect_not_out 'then'

# Owners are people, one each.
fresh
printf 'Name,Owner\nRhona Sill,Per Aas & Oda Brun\n' >several.csv
expect_exit 3 import register several.csv
expect_err 'owner: "Per Aas & Oda Brun" names several people; give the one who answers for it'
printf 'Name,Owner\nRhona Sill,Finance\n' >department.csv
expect_exit 3 import register department.csv
expect_err 'owner: "Finance" is a department; give a person who answers for it'
expect_exit 0 add team name='Dock 4'
printf 'Name,Owner\nRhona Sill,dock  4\n' >team.csv
expect_exit 3 import register team.csv
expect_err 'is a department'
expect_equal "$(names)" ''

# One person in two rows, each with an owner whom only a later row lists.
fresh
printf 'name;owner\nRhona Sill;Per Aas\nRhona Sill;Per Aas\nPer Aas;\n' >again.csv
expect_exit 0 import register again.csv
expect_equal "$(names)" 'Per Aas|Rhona Sill'
expect_equal "$("$ROLLOUT" list stakeholder 'name=Rhona Sill' --json | jq -r '.records[0].owner')" 'per-aas'

# Records that point at rejected ones, as many as make the list of them grow (a sanitizer looks on).
fresh
awk 'BEGIN { print "Name,Power,Owner"; for (i = 0; i < 70; i++) printf "P%d,%d,P%d\n", i, i < 62 ? 9 : 3, (i + 1) % 70 }' >many.csv
expect_exit 0 import register many.csv --skip-invalid --rejects rejected.csv
expect_line '0 added, 0 changed, 0 unchanged, 70 rejected'

# Through a pipe the columns are judged as well; what never ends is refused, not read into memory.
fresh
printf 'Name,Last Contact\nA,03/02/2026\nB,25/01/2026\n' >pipe.csv
run_with pipe.csv import register -
expect_code 0
cat pipe.csv | "$ROLLOUT" import register - --dry-run >"$OUT" 2>"$ERR"
expect_line 'would be: 0 added, 0 changed, 2 unchanged, 0 rejected'
expect_equal "$(days)" '2026-02-03 2026-01-25'

# JSON: a list inside a wrapper is the register; what is no record is refused.
for wrapper in results data items elements; do
	fresh
	printf '{"%s":[{"name":"Rhona Sill"},{"name":"Per Aas"}],"paging":{"next":null}}' $wrapper >wrapped.json
	expect_exit 0 import register wrapped.json
	expect_out "the list \"$wrapper\" of the document was read"
	expect_equal "$(names)" 'Per Aas|Rhona Sill'
done
for nothing in 17 '"text"' null true '*' ']' abc; do
	printf '%s\n' "$nothing" >nothing.json
	expect_exit 3 import register nothing.json
	expect_err 'nothing.json:1:1: expected a JSON object or list of records'
done

# A person depends on somebody by a relationship, a milestone by its predecessors.
fresh
printf 'Name;Influence;Depends on\nAnn;High;Bo\nBo;Low;\n' >depends.csv
expect_exit 0 import register depends.csv
expect_equal "$("$ROLLOUT" list relationship --json | jq -c '[.records[] | [.from, .to, .kind]]')" '[["ann","bo","depends_on"]]'

finish
