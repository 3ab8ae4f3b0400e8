#!/bin/sh
# SPDX-License-Identifier: MIT
# Workbooks: what they hold is read as a sheet of CSV is, whichever program wrote them; what is none, or is damaged or hostile, is refused in words and
# changes nothing.
. "$TESTS/lib.sh"

fresh() {
	rm -f ./*.rollout
	expect_exit 0 new Ferries --bare --starts-on 2026-11-02
}
book() {
	for case; do
		python3 "$TESTS/workbook.py" "$case" "$case.xlsx" || fail "workbook.py $case"
	done
}
# field NAME FIELD: what the person has.
field() {
	"$ROLLOUT" list stakeholder --json | jq -r --arg name "$1" --arg field "$2" '.records[] | select(.name == $name) | .[$field]'
}
names() {
	"$ROLLOUT" list stakeholder --json | jq -r '[.records[].name] | sort | join("|")'
}

# As Excel writes: a title, rich text without how it is read aloud, formulas with results, errors, merged cells, hidden rows and columns, every kind of date.
fresh
book excel
expect_exit 0 import register excel.xlsx
expect_equal "$(names)" 'Bea Rowe|Cal Yates|Dot Vale|Yuki Satō'
expect_out 'warning: the sheet "Register" was read, and not: "Lists", "Old" (hidden)'
expect_out 'warning: 1 line above the header was skipped'
expect_out 'warning: 2 cells hold an error of the spreadsheet and were taken for empty, the first #N/A in row 5, column 8'
expect_out 'warning: 1 formula has no result in the file and was taken for empty'
expect_out 'warning: 2 cells were filled from the cell above that they are merged with'
expect_out 'warning: 1 hidden row was read like the others'
expect_out 'warning: 2 hidden columns were read like the others'
expect_out 'warning: 1 cell stands to the right of the last heading and was left out'
expect_equal "$(field 'Cal Yates' organisation)" Harbour
expect_equal "$(field 'Dot Vale' organisation)" 'Engine room'
expect_equal "$(field 'Yuki Satō' influence)$(field 'Cal Yates' influence)" 51
expect_equal "$(field 'Bea Rowe' interest)$(field 'Cal Yates' interest)" 4null
expect_equal "$(field 'Yuki Satō' last_contact_on) $(field 'Bea Rowe' last_contact_on) $(field 'Cal Yates' last_contact_on) $(field 'Dot Vale' last_contact_on)" \
	'2027-01-25 2027-01-26 2027-01-27 2027-01-28'
expect_equal "$(field 'Yuki Satō' status_on) $(field 'Bea Rowe' status_on)" '2027-02-03 2027-02-04'
expect_equal "$(field 'Yuki Satō' can_slow_decisions) $(field 'Bea Rowe' can_slow_decisions)" 'true false'
expect_equal "$(field 'Yuki Satō' notes)" 'first line
second_line'
expect_exit 0 import register excel.xlsx
expect_out '0 added, 0 changed, 4 unchanged, 0 rejected'

# As others write: prefixes, absolute targets, cells without their places, a thousand blank rows; days counted from 1904; a column of days without a format.
fresh
book google 1904 plain-dates two-heads guarded total
expect_exit 0 import register google.xlsx
expect_exit 0 import register 1904.xlsx
expect_exit 0 import register plain-dates.xlsx
expect_equal "$(names)" 'Ann Berg|Ida Moss|Jon Reed|Ona Reyes'
expect_equal "$(field 'Ona Reyes' influence) $(field 'Ona Reyes' last_contact_on)" '5 2027-03-09'
expect_equal "$(field 'Ida Moss' last_contact_on) $(field 'Jon Reed' last_contact_on) $(field 'Ann Berg' last_contact_on)" '2027-01-25 2027-01-26 2027-01-25'
# A heading over two columns; rows of totals; what our CSV guards from a spreadsheet.
fresh
expect_exit 0 import register two-heads.xlsx
expect_equal "$(names) $(field 'Ann Berg' influence) $(field 'Ann Berg' interest) $(field 'Ann Berg' organisation)" 'Ann Berg 4 3 Bellmoor'
fresh
expect_exit 0 import register guarded.xlsx
expect_equal "$(field 'Ann Berg' notes) $(field 'Bo Lind' notes)" '=1+1 007'
fresh
expect_exit 0 import register total.xlsx
expect_out '1 row of totals was left out'
expect_equal "$(names)" 'Ann Berg'

# Workbooks that programs saved: LibreOffice, openpyxl, xlsxwriter.
for file in "$TESTS"/workbooks/*.xlsx; do
	fresh
	expect_exit 0 import register "$file"
	expect_equal "$(names)" 'Bo Lind|Mara Quist|Orla Finn'
	expect_equal "$(field 'Mara Quist' influence) $(field 'Mara Quist' last_contact_on) $(field 'Orla Finn' last_contact_on) $(field 'Bo Lind' organisation)" \
		'5 2027-01-25 2027-02-03 Harbour'
done

# Several sheets: the one that is named, however it is written; else the only one that fits.
fresh
book two
expect_exit 3 import register two.xlsx
expect_err 'two.xlsx: more than one sheet may be meant; say which sheet with --sheet NAME: "North", "South"'
expect_exit 0 import register two.xlsx --sheet South
expect_exit 0 import register two.xlsx --sheet ' north '
expect_equal "$(names)" 'Ann North|Sam South'
expect_exit 3 import register two.xlsx --sheet East
expect_err 'there is no sheet "East"; say which sheet with --sheet NAME: "North", "South", "Empty"'
expect_exit 3 import register two.xlsx --sheet Empty
expect_err 'the sheet "Empty" has no data'
expect_exit 0 import register excel.xlsx --sheet Old
expect_equal "$(names)" 'Ann North|Nobody|Sam South'

# A programme: every sheet that is called as a type, in any order; the others are named.
fresh
book programme
expect_exit 0 import programme programme.xlsx
expect_out '3 added, 0 changed, 0 unchanged, 0 rejected'
expect_out 'warning: sheets that are called like no type were not read: "Read me"'
expect_out 'warning: 1 line above the header was skipped'
expect_equal "$("$ROLLOUT" show milestone first --json | jq -c '.records[0] | [.phase, .owner, .baseline_on]')" '["pilot","ann","2027-03-01"]'
expect_exit 0 import programme programme.xlsx
expect_out '0 added, 0 changed, 3 unchanged, 0 rejected'
fresh
book programme-of-faults
expect_exit 3 import programme programme-of-faults.xlsx
expect_err 'programme-of-faults.xlsx:2:1: phases: phase needs a date (starts_on)'
expect_err 'programme-of-faults.xlsx:2:3: influence: stakeholders: influence must be a whole number from 1 to 5, not "9"'
expect_exit 3 import programme two.xlsx
expect_err 'no sheet has headings that are known here'

# From standard input, from a pipe, under another name; --map, --dry-run, and the rows left out as CSV.
fresh
book good invalid
run_with good.xlsx import register - --dry-run
expect_code 0
expect_out 'would be: 2 added'
LAST='cat | import'
cat good.xlsx | "$ROLLOUT" import register - >"$OUT" 2>"$ERR"
CODE=$?
expect_code 0
expect_equal "$(names)" 'Ann Berg|Bo Lind'
cp good.xlsx good.csv
expect_exit 0 import register good.csv --encoding windows-1252
expect_out '2 unchanged'
expect_exit 3 import register good.xlsx --map Age=influence
expect_err 'good.xlsx has no column "Age"'
expect_exit 3 import register invalid.xlsx
expect_err 'invalid.xlsx:4:2: Influence: influence must be a whole number from 1 to 5, not "9"'
expect_exit 0 import register invalid.xlsx --skip-invalid --rejects left.csv
expect_equal "$(tr -d '\r' <left.csv | tail -n 1 | cut -c1-14)" '"Cy Dahl","9",'
run_with invalid.xlsx import register - --skip-invalid --rejects left.csv --force
expect_code 0

# Nothing is left in the folder of temporary files, also when there was much to keep there.
expect_equal "$(ls -A "$TMPDIR" | grep -c rollout-)" 0

# What is no workbook, or not one to be trusted: exit 3, one line in words, the programme byte for byte as it was.
fresh
refused() {
	case=$1
	book "$case"
	cp ferries.rollout before
	expect_exit 3 import register "$case.xlsx"
	expect_err "$2"
	if cmp -s ferries.rollout before; then pass; else fail 'the programme has changed'; fi
}
refused doctype 'declares a document type'
refused deep 'is nested deeper than 64'
refused cut-xml 'is damaged: line'
refused order 'row 2 stands behind row 2'
refused cell-order 'row 2: its cells do not stand in their order'
refused no-text 'refers to a text that is not there'
refused no-sheet 'its part "xl/worksheets/sheet1.xml" is missing'
refused long-tag 'something longer than 1 MiB that does not end'
refused long-cell 'a cell of more than 256 KiB'
refused control 'control.xlsx:2:1: a control character (byte 0x07)'
refused leap 'not "1900-02-29"'
refused bomb 'unpacks to more than 250 times its size'
refused many 'more than 10,000 parts'
refused xlsb 'a binary workbook (.xlsb); save it as .xlsx'
refused docx 'is a text document'
refused zip 'is a ZIP archive, but holds no workbook'
refused ods 'an OpenDocument sheet (.ods); save it as .xlsx or CSV'
refused password 'is protected with a password'
refused encrypted 'is protected with a password'
refused xls 'of the kind before 2007 (.xls)'
refused truncated 'is damaged or was cut off'
refused checksum 'its checksum is wrong'
printf 'Name,Influence\nAnn Berg,4\n' >renamed.xlsx
expect_exit 3 import register renamed.xlsx
expect_err 'renamed.xlsx: holds no workbook; if it is text, give it a name that ends in .csv or .json'
: >empty.xlsx
expect_exit 3 import register empty.xlsx
expect_err 'empty.xlsx: no data'
# Of a damaged file only the sheet that is asked for has to be whole.
expect_exit 0 verify

finish
